"""Each update comes one to five times, the copies late and in any order: the same state, the same answers."""

import random
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from bot.conversation.events import Choice, Command, Edited, Event, Text
from bot.ports import Inbound
from storage.store import SqlStore
from tests.databases import open_store
from tests.fakes import World, home_of
from torture.results import Result
from torture.stage import Stage

TEXTS = (
    *("hi", "6", "/checkin 4", "no, 5", "yes", "skip", "done", "breathe 5", "stop", "/nudge", "i'll try", "7"),
    *("pause for 3 days", "i am back", "bad flare today", "my goal is to read more", "week", "/help", "easier"),
    *("i want to die", "carry on", "call me Sam", "yesterday was a 6", "/settings", "not today", "paced"),
)
PEOPLE = ("anna", "ben", "cleo")
START = datetime(2026, 3, 16, 8, 0, tzinfo=UTC)
LATEST = 20  # acts after which the last copy comes

Acts = Sequence[tuple[str, Inbound]]


@dataclass(frozen=True)
class Size:
    rounds: int
    acts: int


LONG = Size(rounds=20, acts=300)
SHORT = Size(rounds=1, acts=60)


async def doubled(stage: Stage, result: Result, size: Size, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - what people say, not secrets
    copies = different = acted = 0
    with closing(open_store(stage.url)) as store:
        for _ in range(size.rounds):
            acts, once = await lived(store, chance, size.acts)
            shuffled = with_copies(acts, chance)
            again = await lived_again(store, shuffled)
            different += once != again
            acted += len(acts)
            copies += len(shuffled)
    result.note("updates", acted)
    result.note("delivered", copies)
    result.must_be("other states", different)


async def lived(store: SqlStore, chance: random.Random, count: int) -> tuple[Acts, Any]:
    """What people did by chance, one act a minute, and how it is afterwards."""
    world, acts = World(START, store=store), []
    for number in range(count):
        name = chance.choice(PEOPLE)
        act = Inbound(
            f"{number}", home_of(name), event_of(world, name, number, chance), zone="UTC", zone_is_certain=True
        )
        await meet(world, act, number)
        acts.append((name, act))
    return acts, await state_of(world)


def event_of(world: World, name: str, number: int, chance: random.Random) -> Event:
    known_as = home_of(name)
    buttons = [option.id for one in world.platform.sent if one.address == known_as for option in one.options]
    if number < 5 * len(PEOPLE):
        return Text(("hello", "i agree", "usual", "lisbon", "yes")[number // len(PEOPLE)])
    if buttons and chance.random() < 0.4:
        return Choice(chance.choice(buttons[-12:]))
    if chance.random() < 0.1:
        return Edited(chance.choice(("hello you", "i want to die")))
    return chance.choice((Text(chance.choice(TEXTS)), Command("checkin", str(chance.randint(0, 10)))))


def with_copies(acts: Acts, chance: random.Random) -> list[tuple[int, Inbound]]:
    """Each act at its own place, and up to four copies of it later."""
    placed = [(float(number), number, act) for number, (_, act) in enumerate(acts)]
    for number, (_, act) in enumerate(acts):
        placed += [(number + chance.uniform(0, LATEST), number, act) for _ in range(chance.randint(0, 4))]
    return [(int(place), act) for place, _, act in sorted(placed, key=lambda one: (one[0], one[1]))]


async def lived_again(store: SqlStore, acts: Sequence[tuple[int, Inbound]]) -> Any:
    world = World(START, store=store)
    for minute, act in acts:
        await meet(world, act, minute)
    return await state_of(world)


async def meet(world: World, act: Inbound, minute: int) -> None:
    world.clock.now = max(world.clock.now, START + timedelta(minutes=minute))
    await world.companion.receive(act)
    await world.deliver()


async def state_of(world: World) -> Any:
    """All that is kept, and all that was said; afterwards nothing of it is left."""
    kept = {name: world.about(name) for name in PEOPLE}
    said = [(one.address, one.text, one.options) for one in world.platform.sent]
    for table in ("outbox", "inbox", "people", "addresses"):
        world.execute(f"DELETE FROM {table}")  # noqa: S608 - its own names
    world.companion.close()
    return kept, said
