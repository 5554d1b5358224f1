"""Steady is asked at `/readyz` whether it is ready, as a monitor asks, but again and again."""

import asyncio
import time
from collections.abc import Callable
from math import inf

import aiohttp

NO_DATABASE = "database: cannot be written"
PAUSE = 0.05  # seconds between two questions
PATIENCE = aiohttp.ClientTimeout(10)

Troubles = list[str]


async def seconds_until(place: str, holds: Callable[[Troubles], bool], most: float = inf) -> float:
    """How long it takes until the troubles that are told are such, `most` at most."""
    began = time.monotonic()
    while not holds(await troubles(place)) and time.monotonic() - began < most:  # noqa: ASYNC110 - nothing announces it
        await asyncio.sleep(PAUSE)
    return time.monotonic() - began


async def troubles(place: str) -> Troubles:
    """None when it is ready; that nobody answers is one too."""
    try:
        async with aiohttp.request("GET", f"http://{place}/readyz", timeout=PATIENCE) as answer:
            told: Troubles = (await answer.json())["troubles"]
            return told if (answer.status == 200) is not bool(told) else [f"told with {answer.status}"]
    except (aiohttp.ClientError, TimeoutError) as error:
        return [type(error).__name__]


def none(told: Troubles) -> bool:
    return not told


def no_database(told: Troubles) -> bool:
    return NO_DATABASE in told
