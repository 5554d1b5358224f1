"""The terminal as a person at the keyboard meets it."""

import io
import time
from collections.abc import Iterator

from adapters.terminal import PLATFORM, Conversation, MovedClock, Terminal
from bot.attachments import Attachments
from bot.content import load_library
from bot.journey import Journey
from bot.serving.companion import Companion
from bot.serving.delivery import Delivery
from tests import databases


async def test_enter_while_the_circle_is_drawn_only_goes_on() -> None:
    out = io.StringIO()

    await converse(out, breathing_and_enter(out))

    assert load_library().words.text("en", "unclear-empty") not in out.getvalue()


async def test_enter_at_any_other_time_is_answered() -> None:
    out = io.StringIO()

    await converse(out, iter(["hello\n", "1\n", "1\n", "\n"]))

    assert load_library().words.text("en", "unclear-empty")[:20] in out.getvalue()


def breathing_and_enter(out: io.StringIO) -> Iterator[str]:
    yield from ("hello\n", "1\n", "1\n", "/breathe 1\n")
    end = time.monotonic() + 20
    while "(Enter goes on)" not in out.getvalue() and time.monotonic() < end:
        time.sleep(0.01)
    yield "\n"


async def converse(out: io.StringIO, lines: Iterator[str]) -> None:
    store, library, clock = databases.empty_store(), load_library(), MovedClock()
    companion = Companion(store, library, clock=clock)
    terminal = Terminal(library, clock, out, interactive=True)
    delivery = Delivery(companion, {PLATFORM: terminal}, Attachments(store), clock=clock)
    try:
        await Conversation(terminal, Journey(companion, delivery, clock), clock).hold(lines)
    finally:
        companion.close()
        store.close()
