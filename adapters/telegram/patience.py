"""How long the adapter waits for Telegram, and how it gives Telegram time."""

import asyncio
import os
from collections.abc import Coroutine
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from telegram.error import RetryAfter, TelegramError

# python-telegram-bot otherwise warns at every 429 that its seconds will become a timedelta; take them as one now.
os.environ.setdefault("PTB_TIMEDELTA", "true")


@dataclass(frozen=True, slots=True)
class Patience:
    """All in seconds, `attempts` and `checks` aside."""

    poll: int = 15  # how long Telegram may hold a question for news; it allows 50
    held: float = 10.0  # after how long more such a question is taken for lost: half a minute of silence at most
    glance: float = 0.5  # how often it is asked for news of other chats while one chat's turn takes long
    answer: float = 20.0  # after how long an answer is taken for lost
    first: float = 1.0  # the first back-off; it doubles each time
    longest: float = 60.0
    attempts: int = 20  # how often an update is handed over that can't be received: a quarter of an hour
    checks: int = 3  # how often Telegram must say that it doesn't know the token
    doubt: float = 3.0  # between two such checks
    look: float = 60.0  # between two looks at whether the webhook is still in place

    def back_off(self, failures: int) -> float:
        """How long to wait after so many failures in a row."""
        return min(self.longest, self.first * 2.0 ** min(failures - 1, 16))

    def after(self, error: BaseException, failures: int) -> float:
        """As long as Telegram says, if it says so."""
        if isinstance(error, RetryAfter):
            return told_to_wait(error)
        return self.back_off(failures)


USUAL = Patience()


def told_to_wait(error: RetryAfter) -> float:
    """Telegram's `retry_after` in seconds; the library gives it as a number or as a timedelta."""
    wait = error.retry_after
    return wait.total_seconds() if isinstance(wait, timedelta) else float(wait)


def cause(error: BaseException) -> str:
    """What may be logged of an error: its type, and the type of what is behind it. Never its text."""
    behind = error.__cause__
    name = type(error).__name__
    return f"{name} from {type(behind).__name__}" if isinstance(error, TelegramError) and behind else name


class Tasks:
    """Work on the side that ends with its owner."""

    def __init__(self) -> None:
        self._running: set[asyncio.Task[None]] = set()

    def start(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._running.add(task)
        task.add_done_callback(self._running.discard)

    async def wait(self, seconds: float) -> None:
        """Until all is done, but no longer than `seconds`."""
        if self._running:
            await asyncio.wait(self._running, timeout=seconds)

    async def end(self) -> None:
        running = list(self._running)
        for task in running:
            task.cancel()
        await asyncio.gather(*running, return_exceptions=True)


async def together(*works: Coroutine[Any, Any, None]) -> None:
    """Until all are done, or one fails and takes the others with it."""
    running = [asyncio.create_task(work) for work in works]
    try:
        ended, _ = await asyncio.wait(running, return_when=asyncio.FIRST_EXCEPTION)
    finally:
        for task in running:
            task.cancel()
        await asyncio.gather(*running, return_exceptions=True)
    for task in ended:
        task.result()
