"""The tick wakes what is due, and never twice at once."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from bot.content import load_library
from bot.conversation.events import Text
from bot.serving.companion import Companion
from bot.serving.scheduler import ticking
from tests import databases
from tests.fakes import PLATFORM, World, until

OFTEN = 0.005  # seconds


@pytest.fixture(autouse=True)
def often(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.serving.scheduler.EVERY", OFTEN)


@asynccontextmanager
async def ticks(companion: Companion) -> AsyncIterator[None]:
    scheduler = ticking(companion, frozenset({PLATFORM}))
    scheduler.start()
    try:
        yield
    finally:
        scheduler.shutdown(wait=False)
        await asyncio.sleep(0)


class Sleeper(Companion):
    """A companion that takes its time to wake, and notes how often it is woken at once."""

    waking = 0
    most = 0
    woken = 0

    async def wake(self, platforms: frozenset[str]) -> int:
        self.waking += 1
        self.most = max(self.most, self.waking)
        await asyncio.sleep(4 * OFTEN)
        self.waking -= 1
        self.woken += 1
        return 0


class Stumbler(Companion):
    """A companion whose database is away when it is first woken."""

    woken = 0

    async def wake(self, platforms: frozenset[str]) -> int:
        self.woken += 1
        if self.woken == 1:
            raise OSError("the database is away")
        return 0


async def test_the_tick_wakes_timers_that_are_due() -> None:
    world = World()
    for said in ("hello", "i agree", "usual"):
        await world.happens("anna", Text(said))
    world.clock.now = world.clock.now.replace(hour=9)
    before = world.timers("anna")["check_in"]

    async with ticks(world.companion):
        await until(lambda: world.timers("anna")["check_in"] > before)
    await world.deliver()
    world.close()

    assert world.platform.sent[-1].kind == "check_in"


async def test_ticks_never_overlap() -> None:
    companion = Sleeper(databases.empty_store(), load_library())

    async with ticks(companion):
        await until(lambda: companion.woken >= 3)
    companion.close()

    assert companion.most == 1


async def test_what_was_put_aside_is_tried_again_at_each_start() -> None:
    world = World()
    for said in ("hello", "i agree", "usual"):
        await world.happens("anna", Text(said))
    world.execute("UPDATE timers SET aside = 'RuntimeError'")

    async with ticks(world.companion):
        await until(lambda: "check_in" in world.timers("anna"))
    world.close()


async def test_the_clock_ticks_on_after_a_tick_that_failed() -> None:
    companion = Stumbler(databases.empty_store(), load_library())

    async with ticks(companion):
        await until(lambda: companion.woken >= 2)
    companion.close()
