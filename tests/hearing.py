"""The sense for meaning, loaded once for all tests that listen with it."""

from functools import cache

from bot.sense.model import TunedEncoder


@cache
def sense() -> TunedEncoder:
    return TunedEncoder()
