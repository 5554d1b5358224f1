"""A morning on which many check-ins are due at once: `make bench`, or `python -m benchmarks.wave` (PEOPLE, DUE).

Ours, end to end and its storage alone, beside raw sqlite3 writing the same rows, and beside the naive design: one job a
person, in python-telegram-bot's JobQueue and in APScheduler's SQLAlchemyJobStore, whose callback loads the person,
responds and saves with SQLModel; and the same jobs with Steady's storage to help them. All on one core, with
`synchronous=FULL`.
"""

import asyncio
import logging
import os
import sqlite3
import tempfile
import time
from collections.abc import Awaitable, Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Protocol

from apscheduler.jobstores.sqlalchemy import SQLAlchemyJobStore
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from sqlmodel import Session, select
from telegram.ext import ApplicationBuilder, CallbackContext

from benchmarks.figures import Figure, lateness, median, show
from benchmarks.people import DUE_AT, HERE, NOW, PLATFORM, make_due, populated, someone
from bot import garbage
from bot.content import load_library
from bot.conversation.effects import Option, Say, SetTimer, Urgency
from bot.conversation.engine import respond
from bot.conversation.events import Due
from bot.conversation.library import Library
from bot.conversation.person import from_json, to_json
from bot.journey import Clock
from bot.ports import Address
from bot.serving.companion import Companion
from bot.serving.turns import BATCH
from storage.database import PRAGMAS
from storage.outbox import columns
from storage.store import SqlStore
from storage.tables import OUTBOX, AddressRow, OutboxRow, PersonRow, TimerRow

PEOPLE, DUE = int(os.environ.get("PEOPLE", "1000000")), int(os.environ.get("DUE", "50000"))
WAVE, FEW = 10_000, 1_000
TOMORROW = DUE_AT + timedelta(days=1)
OPTIONS = tuple(Option(f"check_in:pain:{score}:51", str(score)) for score in range(11))
SAID = Say("check_in", "Good morning. How strong is the pain right now, 0 to 10?", OPTIONS, urgency=Urgency.SCHEDULED)


def once_each(due: int, prepare: Callable[[], None], work: Callable[[], None]) -> float:
    """People a second, the median of several runs, each on people who are due anew."""

    def run() -> float:
        prepare()
        began = time.perf_counter()
        work()
        return due / (time.perf_counter() - began)

    return median(run)


# Ours


def wake(store: SqlStore, library: Library) -> None:
    companion = Companion(store, library, clock=Clock(NOW))
    asyncio.run(companion.wake(HERE))
    companion.close()


def storage_alone(store: SqlStore) -> None:
    """What a wave writes, without deciding anything."""
    while True:
        with store.begin() as unit:
            due = unit.due_timers(HERE, NOW, BATCH)
            for timer in due:
                person, address = unit.person(timer.person_id), unit.address_of(timer.person_id, HERE)
                assert person is not None and address is not None  # noqa: PT018, S101
                unit.take_timer(timer)
                unit.save_person(person, NOW)
                unit.set_timer(person.id, timer.name, TOMORROW)
                unit.put(person.id, address, SAID, NOW)
            unit.commit()
        if not due:
            return


# Raw


def raw(file: str) -> None:
    """Rows of the same size by the driver alone, in batches of the same size; nothing is sealed or opened."""
    document = to_json(someone(1))
    document += " " * (len(document) // 3)
    options = "[" + ",".join(f'{{"id":"{option.id}","label":"{option.label}"}}' for option in OPTIONS) + "]"
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        for name, value in PRAGMAS.items():
            connection.execute(f"PRAGMA {name}={value}")
        now, tomorrow = (f"{moment:%Y-%m-%d %H:%M:%S.%f}" for moment in (NOW, TOMORROW))
        while True:
            connection.execute("BEGIN IMMEDIATE")
            ids = [row[0] for row in connection.execute(DUE_ROWS, (now, BATCH))]
            if not ids:
                connection.execute("COMMIT")
                return
            marks = ",".join("?" * len(ids))
            connection.execute(f"SELECT id, document, version FROM people WHERE id IN ({marks})", ids).fetchall()  # noqa: S608
            where = f"SELECT person_id, user, chat FROM addresses WHERE person_id IN ({marks})"  # noqa: S608
            homes = connection.execute(where, ids).fetchall()
            connection.executemany(SAVED, [(document, now, who) for who in ids])
            connection.executemany(SET, [(who, tomorrow) for who in ids])
            connection.executemany(PUT, [(*home, SAID.text, options, now) for home in homes])
            connection.execute("COMMIT")


DUE_ROWS = (
    "SELECT person_id FROM timers WHERE aside IS NULL AND due_at <= ? AND EXISTS (SELECT 1 FROM addresses "
    "WHERE addresses.person_id = timers.person_id AND platform = 'telegram') ORDER BY due_at LIMIT ?"
)
SAVED = "UPDATE people SET document = ?, updated_at = ?, version = version + 1 WHERE id = ? AND version = 1"
SET = (
    "INSERT INTO timers (person_id, name, due_at) VALUES (?, 'check_in', ?) "
    "ON CONFLICT (person_id, name) DO UPDATE SET due_at = excluded.due_at, aside = excluded.aside"
)
PUT = (
    "INSERT INTO outbox (person_id, platform, user, chat, kind, text, options, urgency, state, created_at, attempts) "
    "VALUES (?, 'telegram', ?, ?, 'check_in', ?, ?, 2, 'pending', ?, 0)"
)


# The naive design


class Naive:
    """What a callback of one job a person does: load, respond, save, in a session of its own."""

    def __init__(self, store: SqlStore, library: Library) -> None:
        self.store, self.library = store, library
        self.done = 0
        self.done_at = datetime.now(UTC)

    def remind(self, person_id: str) -> None:
        self.work(person_id)
        self.done += 1
        self.done_at = datetime.now(UTC)

    def work(self, person_id: str) -> None:
        with Session(self.store._database.writers) as session:  # noqa: SLF001 - the same file
            row = session.get_one(PersonRow, person_id)
            home = session.exec(select(AddressRow).where(AddressRow.person_id == person_id)).one()
            seals = self.store._database.seals  # noqa: SLF001
            person = from_json(seals.open_person(person_id, row.document))
            turn = respond(Due("check_in", DUE_AT), person, NOW, self.library)
            row.document = seals.seal_person(person_id, to_json(turn.person))
            row.updated_at, row.version = NOW, row.version + 1
            for effect in turn.effects:
                match effect:
                    case Say():
                        place = Address(PLATFORM, home.user, home.chat)
                        words = seals.sealed(OUTBOX, columns(effect, place, NOW, DUE_AT))
                        session.add(OutboxRow(person_id=person_id, **words))
                    case SetTimer(name, due_at):
                        session.get_one(TimerRow, (person_id, name)).due_at = due_at
                    case _:
                        pass
            session.commit()


class Helped(Naive):
    """The same with Steady's own unit of work."""

    def work(self, person_id: str) -> None:
        with self.store.begin() as unit:
            person = unit.person(person_id)
            assert person is not None  # noqa: S101
            turn = respond(Due("check_in", DUE_AT), person, NOW, self.library)
            unit.save_person(turn.person, NOW)
            for effect in turn.effects:
                match effect:
                    case Say():
                        unit.put(person_id, Address(PLATFORM, person_id, person_id), effect, NOW)
                    case SetTimer(name, due_at):
                        unit.set_timer(person_id, name, due_at)
                    case _:
                        pass
            unit.commit()


NAIVE: list[Naive] = []  # a job store keeps the names of functions, not what they know


async def ptb_job(context: CallbackContext[Any, Any, Any, Any]) -> None:
    NAIVE[0].remind(str(context.job.data if context.job else ""))


async def store_job(person_id: str) -> None:
    NAIVE[0].remind(person_id)


@dataclass(frozen=True, slots=True)
class Peer:
    """What became of so many who were due at once: people a second, the longest that the loop was late in seconds, and
    how many were never woken."""

    rate: float
    late: float
    missed: int


class Jobs(Protocol):
    """Makes one job a person, of which one more than `patience` seconds late is dropped; when they are due, and what
    ends once they are over."""

    async def __call__(self, due: int, patience: int | None) -> tuple[datetime, Awaitable[None]]: ...


async def jobs_of_ptb(due: int, patience: int | None) -> tuple[datetime, Awaitable[None]]:
    application = ApplicationBuilder().token("1:a").build()
    queue = application.job_queue
    assert queue is not None  # noqa: S101
    await queue.start()
    when = datetime.now(UTC) + timedelta(seconds=1 + due / 1_000)
    for number in range(due):  # as many again who are not due
        queue.run_once(ptb_job, when + timedelta(days=1), data="")
        queue.run_once(ptb_job, when, data=f"person {number}", job_kwargs={"misfire_grace_time": patience})
    # It is kept as long as somebody looks at it, and its queue goes with it.
    return when, over(lambda: application.job_queue is queue and len(queue.jobs()) <= due)


async def jobs_of_a_store(due: int, patience: int | None) -> tuple[datetime, Awaitable[None]]:
    folder = tempfile.mkdtemp(prefix="jobs-")
    scheduler = AsyncIOScheduler(jobstores={"default": SQLAlchemyJobStore(f"sqlite:///{folder}/jobs.db")})
    scheduler.start()
    when = datetime.now(UTC) + timedelta(seconds=1 + due / 250)
    for number in range(due):
        scheduler.add_job(store_job, "date", [f"person {number}"], run_date=when, misfire_grace_time=patience)
    return when, over(lambda: not scheduler.get_jobs())


async def over(are_begun: Callable[[], bool]) -> None:
    """Jobs are taken off their list when they begin, so it is over when no more are done after that."""
    done = -1
    while not are_begun() or NAIVE[0].done > done:
        done = NAIVE[0].done
        await asyncio.sleep(0.5)


def beside(naive: Naive, due: int, jobs: Jobs, patience: int | None = 1) -> Peer:
    NAIVE[:] = [naive]
    make_due(naive.store, due)

    async def run() -> tuple[float, float]:
        when, ended = await jobs(due, patience)
        await asyncio.sleep((when - datetime.now(UTC)).total_seconds())
        late = await lateness(ended)
        return (NAIVE[0].done_at - when).total_seconds(), late

    took, late = asyncio.run(run())
    return Peer(due / took, late, due - naive.done)


def lag_of_ours(store: SqlStore, library: Library) -> float:
    make_due(store, WAVE)
    companion = Companion(store, library, clock=Clock(NOW))
    late = asyncio.run(lateness(companion.wake(HERE)))
    companion.close()
    return late


def of_ours(store: SqlStore, library: Library) -> tuple[float, list[Figure]]:
    file = str(store._database.writers.url.database)  # noqa: SLF001
    ours, alone, bare = (
        once_each(DUE, lambda: make_due(store, DUE), work)
        for work in (lambda: wake(store, library), lambda: storage_alone(store), lambda: raw(file))
    )
    return ours, [
        Figure(f"{DUE:,} due of {PEOPLE:,}, end to end", ours, "people/s", goal=">= 2000"),
        Figure("its storage alone", alone, "people/s", bare, "raw sqlite3", ">= 0.5"),
    ]


def of_peers(store: SqlStore, library: Library, ours: float) -> list[Figure]:
    def rate(kind: type[Naive], jobs: Jobs) -> float:
        return median(lambda: beside(kind(store, library), FEW, jobs, patience=None).rate)

    wave = beside(Naive(store, library), WAVE, jobs_of_ptb)
    dropped = beside(Naive(store, library), FEW, jobs_of_a_store)
    late = median(lambda: lag_of_ours(store, library))
    ptb, jobs = "one PTB job a person", "APScheduler's job store"
    return [
        Figure(f"end to end, beside {ptb}", ours, "people/s", rate(Naive, jobs_of_ptb), "PTB", ">= 4"),
        Figure("with Steady's storage in its callback", ours, "people/s", rate(Helped, jobs_of_ptb), "PTB"),
        Figure(f"of {WAVE:,} due at once, missed by PTB", wave.missed, "people"),
        Figure(f"the loop late in a wave of {WAVE:,}", late, "s", wave.late, "PTB", "<= 0.01"),
        Figure(f"end to end, beside {jobs}", ours, "people/s", rate(Naive, jobs_of_a_store), "APScheduler", ">= 20"),
        Figure("with Steady's storage in its callback", ours, "people/s", rate(Helped, jobs_of_a_store), "APScheduler"),
        Figure(f"of {FEW:,} due at once, missed by APScheduler's", dropped.missed, "people"),
    ]


def main() -> None:
    logging.disable()
    library = load_library()
    garbage.go_on()
    with populated(PEOPLE, DUE) as store:
        ours, figures = of_ours(store, library)
        figures += of_peers(store, library, ours)
    show("wave", figures)


if __name__ == "__main__":
    main()
