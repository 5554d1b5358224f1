"""Steady is away just as something falls due: for each kind of timer one catch-up at most, and none out of date."""

from collections import Counter
from collections.abc import Mapping
from contextlib import closing
from datetime import UTC, datetime, timedelta
from typing import Any

from bot.conversation.calendar import is_quiet
from bot.conversation.effects import Urgency
from bot.conversation.engine import TIMERS
from bot.conversation.events import Text
from bot.journey import Journey
from bot.ports import File, OutboxMessage
from storage.store import SqlStore
from tests.databases import open_store
from tests.fakes import Platform, World
from torture.results import Result
from torture.stage import Stage

AWAY: Mapping[str, timedelta] = {
    "10 s": timedelta(seconds=10),
    "5 min": timedelta(minutes=5),
    "2 h": timedelta(hours=2),
    "26 h": timedelta(hours=26),
    "9 d": timedelta(days=9),
}
GO = (
    "/ladder",
    "driving on the motorway",
    "no",
    "sit in the car\ndrive to the corner\ndrive round the block\ndrive to town\nthe motorway",
    *("that is all", "1", "3", "5", "7", "9", "try my rung", "5", "5", "2"),
)
# What is said so that each timer is set; what recurs is set for everybody.
SAID: Mapping[str, tuple[str, ...]] = {
    "breath_end": ("breathe 5",),
    "follow_up": ("/nudge", "i'll try", "4"),
    "how_are_you": ("i want to die", "ask me tomorrow"),
    "resume": ("pause for 3 days",),
    "go_result": GO,
    "go_morning": (*GO, "did it", "3", "no", "nothing"),
    "trial": ("no more small steps", "does breathing before bed help me", "begin"),
}
ASKED_FOR = frozenset({"breath_end"})  # also at night
AFTERWARDS = timedelta(hours=2)
NAME = "anna"
ZONE = "Europe/Lisbon"


class Watched(Platform):
    """Knows at which moment each message came, and which had run out by then."""

    def __init__(self) -> None:
        super().__init__()
        self.world: World | None = None
        self.came: list[tuple[datetime, OutboxMessage]] = []

    async def send(self, message: OutboxMessage, file: File | None) -> None:
        assert self.world is not None  # noqa: S101 - for mypy
        self.came.append((self.world.clock(), message))
        await super().send(message, file)


async def downtime(stage: Stage, result: Result, lengths: frozenset[str] | None, seed: int) -> None:
    """How many messages each timer brought after each time away; `lengths` picks some."""
    broken: Counter[str] = Counter()
    with closing(open_store(stage.url)) as store:
        for timer in sorted(TIMERS):
            brought = [
                await after(store, timer, AWAY[name], broken) for name in AWAY if lengths is None or name in lengths
            ]
            result.note(timer, " ".join(map(str, brought)))
    result.must_be("more than one catch-up", broken["twice"])
    result.must_be("out of date", broken["late"])
    result.must_be("in the night unasked", broken["night"])
    result.must_be("never came to be due", broken["not set"])


async def after(store: SqlStore, timer: str, away: timedelta, broken: Counter[str]) -> int:
    """How often Steady spoke because of that timer, when it comes back so long after it was due."""
    watched = Watched()
    world = watched.world = World(datetime(2026, 3, 16, 8, 0, tzinfo=UTC), store=store, platform=watched)
    for text in ("hello", "i agree", "usual", "lisbon", "yes", *SAID.get(timer, ())):
        await world.happens(NAME, Text(text))
    due = world.timers(NAME).get(timer)
    broken["not set"] += due is None
    came = await come_back(world, watched, datetime.fromisoformat(due), away) if due else []
    for occasions in Counter(kind for kind, _ in {(one.kind, moment) for moment, one in came}).values():
        broken["twice"] += occasions > 1
    broken["late"] += len([one for moment, one in came if one.expires_at and one.expires_at <= moment])
    broken["night"] += timer not in ASKED_FOR and any(is_quiet(moment, ZONE) for moment, _ in came)
    for text in ("carry on", "/delete", "delete everything"):
        await world.happens(NAME, Text(text))
    world.companion.close()
    return len({moment for moment, _ in came if due and moment == datetime.fromisoformat(due) + away})


async def come_back(world: World, watched: Watched, due: datetime, away: timedelta) -> list[tuple[datetime, Any]]:
    """What came unasked from then on, for two hours; the days before, they answered what was asked."""
    journey = Journey(world.companion, world.delivery, world.clock)
    while world.clock.now < due - timedelta(days=1):
        await journey.until(world.clock.now + timedelta(days=1))
        await world.happens(NAME, Text("/checkin 3"))
        await world.happens(NAME, Text("done"))
    await journey.until(due - timedelta(seconds=1))
    watched.came.clear()
    world.clock.now = due + away
    await world.wake()
    await world.deliver()
    await journey.until(due + away + AFTERWARDS)
    return [(moment, one) for moment, one in watched.came if one.urgency is Urgency.SCHEDULED]
