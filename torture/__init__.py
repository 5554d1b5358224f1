"""Faults thrown at Steady as it runs, and what became of every message. `python -m torture` runs them."""
