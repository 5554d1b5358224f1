"""A turn through storage, and a turn through the engine: `make bench`, or `python -m benchmarks.turns`.

A committed turn is: was the update seen, who is it, save them, put an answer into the outbox. With `synchronous=FULL`,
one in flight and sixty-four, beside raw sqlite3 writing the same rows, which may share a commit as ours do.
"""

import asyncio
import logging
import sqlite3
import time
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import timedelta

from benchmarks.figures import RUNS, Figure, median, show
from benchmarks.people import HERE, NOW, PLATFORM, populated, someone
from bot import garbage
from bot.content import load_library
from bot.conversation.effects import Option, Say
from bot.conversation.engine import respond
from bot.conversation.events import Choice, Due, Text
from bot.conversation.person import from_json, to_json
from bot.ports import Address, Inbound
from bot.serving.grouped import Grouped
from storage.database import PRAGMAS
from storage.store import SqlStore

PEOPLE, TURNS, AT_ONCE = 10_000, 6_400, 64
SAID = Say("check_in", "6, noted. That is a whole check-in.", (Option("do:breathe", "Breathe"),))


def inbounds(run: int) -> list[Inbound]:
    return [
        Inbound(f"{run} {number}", Address(PLATFORM, f"{number % PEOPLE}", f"{number % PEOPLE}"), Text("6"))
        for number in range(TURNS)
    ]


class Stored:
    """Turns without anything decided: what remains is storage."""

    def __init__(self, store: SqlStore) -> None:
        self.store = store
        self.thread = ThreadPoolExecutor(1)
        self.receive = Grouped(self.thread, self._together, lambda inbound: self._together([inbound])[0])

    def _together(self, inbounds: Sequence[Inbound]) -> list[None]:
        with self.store.begin() as unit:
            unit.expect(inbounds)
            for inbound in inbounds:
                assert unit.note_seen(inbound.address.platform, str(inbound.id), NOW)  # noqa: S101
                person = unit.person_at(inbound.address)
                assert person is not None  # noqa: S101
                unit.save_person(person, NOW)
                unit.put(person.id, inbound.address, SAID, NOW)
                unit.saw(inbound.address, str(inbound.id))
            unit.commit()
        return [None] * len(inbounds)

    async def all(self, waiting: Iterable[Inbound], at_once: int) -> list[float]:
        """The seconds each took, in order of length."""
        took: list[float] = []
        left = iter(waiting)

        async def one_after_the_other() -> None:
            for inbound in left:
                began = time.perf_counter()
                await self.receive(inbound)
                took.append(time.perf_counter() - began)

        await asyncio.gather(*(one_after_the_other() for _ in range(at_once)))
        return sorted(took)


def raw(file: str, turns: list[Inbound], at_once: int) -> float:
    """Turns a second by the driver alone, so many in a commit."""
    now = f"{NOW:%Y-%m-%d %H:%M:%S.%f}"
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        for name, value in PRAGMAS.items():
            connection.execute(f"PRAGMA {name}={value}")
        began = time.perf_counter()
        for start in range(0, len(turns), at_once):
            connection.execute("BEGIN IMMEDIATE")
            for turn in turns[start : start + at_once]:
                connection.execute(SEEN, (turn.id, now))
                who, document, _ = connection.execute(WHO, (turn.address.user,)).fetchone()
                connection.execute(SAVED, (document, now, who))
                connection.execute(SPOKE, (now, turn.id, turn.address.user))
                connection.execute(PUT, (who, turn.address.user, turn.address.chat, SAID.text, now))
            connection.execute("COMMIT")
        return len(turns) / (time.perf_counter() - began)


SEEN = "INSERT INTO inbox (platform, inbound_id, received_at) VALUES ('telegram', ?, ?) ON CONFLICT DO NOTHING"
WHO = (
    "SELECT people.id, document, version FROM addresses JOIN people ON people.id = person_id "
    "WHERE platform = 'telegram' AND user = ?"
)
SAVED = "UPDATE people SET document = ?, updated_at = ?, version = version + 1 WHERE id = ?"
SPOKE = "UPDATE addresses SET spoke_at = ?, last_inbound_id = ? WHERE platform = 'telegram' AND user = ?"
PUT = (
    "INSERT INTO outbox (person_id, platform, user, chat, kind, text, options, urgency, state, created_at, attempts) "
    "VALUES (?, 'telegram', ?, ?, 'check_in', ?, '[]', 1, 'pending', ?, 0)"
)


def stored(store: SqlStore, at_once: int) -> list[Figure]:
    turns = TURNS if at_once > 1 else TURNS // 4
    file = str(store._database.writers.url.database)  # noqa: SLF001
    rates, nearly_all, bare = [], [], []
    for run in range(RUNS):
        ours = Stored(store)
        began = time.perf_counter()
        took = asyncio.run(ours.all(inbounds(at_once * 100 + run)[:turns], at_once))
        rates.append(turns / (time.perf_counter() - began))
        nearly_all.append(took[int(0.99 * turns)] * 1000)
        ours.thread.shutdown()
        bare.append(raw(file, inbounds(-at_once * 100 - run)[:turns], at_once))
    middle = RUNS // 2
    beside = (sorted(bare)[middle], "raw sqlite3", ">= 0.25")
    return [
        Figure(f"turns through storage, {at_once} in flight", sorted(rates)[middle], "turns/s", *beside),
        Figure(f"99 of 100 within, {at_once} in flight", sorted(nearly_all)[middle], "ms", goal="<= 15"),
    ]


def pressed() -> Figure:
    """A button of the check-in, with the person as JSON before and after."""
    library, person = load_library(), someone(1)
    asked = respond(Due("check_in", NOW), person, NOW, library)
    six = next(effect for effect in asked.effects if isinstance(effect, Say)).options[6].id
    document = to_json(asked.person)

    def once() -> None:
        to_json(respond(Choice(six), from_json(document), NOW + timedelta(seconds=5), library).person)

    def rate() -> float:
        began = time.process_time()
        for _ in range(4_000):
            once()
        return 4_000 / (time.process_time() - began)

    return Figure("a pressed button through the engine, JSON to JSON", median(rate), "turns/s", goal=">= 4000")


def main() -> None:
    logging.disable()
    garbage.go_on()
    with populated(PEOPLE, 0) as store:
        figures = [figure for at_once in (1, AT_ONCE) for figure in stored(store, at_once)]
        assert store.next_due(HERE)  # noqa: S101 - they are all still there
    show("turns", [*figures, pressed()])


if __name__ == "__main__":
    main()
