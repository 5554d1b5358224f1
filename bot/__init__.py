"""Steady: a companion for living with chronic pain."""

__version__ = "0.1.0"
