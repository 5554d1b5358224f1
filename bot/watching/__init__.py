"""How Steady is, counted and judged, for whoever watches it."""
