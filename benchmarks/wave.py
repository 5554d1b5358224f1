"""A morning on which many check-ins are due at once: `make bench`, or `python -m benchmarks.wave` (PEOPLE, DUE).

Ours, end to end and its storage alone, beside raw sqlite3 writing the same rows, and beside the naive design: one job a
person, in python-telegram-bot's JobQueue and in APScheduler's SQLAlchemyJobStore, whose callback loads the person,
responds and saves. All on one core, with `synchronous=FULL`.
"""

import asyncio
import logging
import os
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from apscheduler.jobstores.sqlalchemy import SQLAlchemyJobStore
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from telegram.ext import ApplicationBuilder, CallbackContext

from benchmarks.figures import RUNS, Figure, median, show
from benchmarks.people import DUE_AT, HERE, NOW, PLATFORM, make_due, populated, someone
from bot.companion import Companion
from bot.content import load_library
from bot.conversation.effects import Option, Say, SetTimer, Urgency
from bot.conversation.engine import respond
from bot.conversation.events import Due
from bot.conversation.library import Library
from bot.conversation.person import to_json
from bot.journey import Clock
from bot.ports import Address
from bot.turns import BATCH
from storage.database import PRAGMAS
from storage.store import SqlStore

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
    """The same rows by the driver alone, in batches of the same size."""
    document = to_json(someone(1))
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
    """What a callback of one job a person does: load, respond, save, in a transaction of its own."""

    def __init__(self, store: SqlStore, library: Library) -> None:
        self.store, self.library, self.done = store, library, 0

    def remind(self, person_id: str) -> None:
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
        self.done += 1


NAIVE: list[Naive] = []  # a job store keeps the names of functions, not what they know


async def ptb_job(context: CallbackContext[Any, Any, Any, Any]) -> None:
    NAIVE[0].remind(str(context.job.data if context.job else ""))


async def store_job(person_id: str) -> None:
    NAIVE[0].remind(person_id)


async def jobs_of_ptb(jobs: int, naive: Naive, *, grace: int | None = 1) -> tuple[float, float]:
    """Seconds that the work took, and the longest that the loop was late. A job more than `grace` late is dropped."""
    application = ApplicationBuilder().token("1:a").build()
    queue = application.job_queue
    assert queue is not None  # noqa: S101
    await queue.start()
    when = datetime.now(UTC) + timedelta(seconds=1 + jobs / 1_000)
    for number in range(jobs):  # as many again who are not due
        queue.run_once(ptb_job, when + timedelta(days=1), data="")
        queue.run_once(
            ptb_job, when, data=f"person {number}", job_kwargs={"misfire_grace_time": grace} if grace != 1 else None
        )
    late = await watched(when, lambda: len(queue.jobs()) <= jobs)
    await queue.stop()
    return (datetime.now(UTC) - when).total_seconds(), late


async def jobs_of_a_store(jobs: int, folder: Path, *, grace: int | None = 1) -> tuple[float, float]:
    scheduler = AsyncIOScheduler(jobstores={"default": SQLAlchemyJobStore(f"sqlite:///{folder / 'jobs.db'}")})
    scheduler.start()
    when = datetime.now(UTC) + timedelta(seconds=1 + jobs / 250)
    for number in range(jobs):
        scheduler.add_job(store_job, "date", [f"person {number}"], run_date=when, misfire_grace_time=grace)
    late = await watched(when, lambda: not scheduler.get_jobs())
    scheduler.shutdown()
    return (datetime.now(UTC) - when).total_seconds(), late


async def watched(since: datetime, is_over: Callable[[], bool]) -> float:
    """Wait until it is over; the longest that the loop was late meanwhile, in seconds."""
    late, last_look = 0.0, time.perf_counter()
    await asyncio.sleep(max((since - datetime.now(UTC)).total_seconds() - 0.01, 0))
    while True:
        began = time.perf_counter()
        await asyncio.sleep(0.001)
        late = max(late, time.perf_counter() - began - 0.001)
        if time.perf_counter() - last_look > 0.5:
            last_look = time.perf_counter()
            if is_over():
                return late


async def lag_of_ours(store: SqlStore, library: Library) -> float:
    companion = Companion(store, library, clock=Clock(NOW))
    waking = asyncio.create_task(companion.wake(HERE))
    late = 0.0
    while not waking.done():
        began = time.perf_counter()
        await asyncio.sleep(0.001)
        late = max(late, time.perf_counter() - began - 0.001)
    companion.close()
    return late


def main() -> None:
    logging.disable()
    library = load_library()
    figures: list[Figure] = []
    with populated(PEOPLE, DUE) as store:
        file = str(store._database.writers.url.database)  # noqa: SLF001
        again = lambda: make_due(store, DUE)  # noqa: E731
        ours = once_each(DUE, again, lambda: wake(store, library))
        alone = once_each(DUE, again, lambda: storage_alone(store))
        bare = once_each(DUE, again, lambda: raw(file))
        figures += [
            Figure(f"{DUE:,} due of {PEOPLE:,}, end to end", ours, "people/s", goal=">= 2000"),
            Figure("its storage alone", alone, "people/s", bare, "raw sqlite3", ">= 0.5"),
        ]
        lags = sorted(_made_due_and(store, lambda: asyncio.run(lag_of_ours(store, library))) for _ in range(RUNS))
        NAIVE[:] = [Naive(store, library)]
        seconds, _ = asyncio.run(_fresh(store, FEW, lambda: jobs_of_ptb(FEW, NAIVE[0], grace=None)))
        figures.append(
            Figure("end to end, beside one PTB job a person", ours, "people/s", FEW / seconds, "PTB", ">= 4")
        )
        NAIVE[0].done = 0
        seconds, late = asyncio.run(_fresh(store, WAVE, lambda: jobs_of_ptb(WAVE, NAIVE[0])))
        figures += [
            Figure(f"of {WAVE:,} due at once, missed by PTB", WAVE - NAIVE[0].done, "people"),
            Figure("the loop late in a wave of 10,000, ours", lags[RUNS // 2], "s", late, "PTB", "<= 0.01"),
        ]
        folder = Path(file).parent
        NAIVE[0].done = 0
        seconds, _ = asyncio.run(_fresh(store, FEW, lambda: jobs_of_a_store(FEW, folder, grace=None)))
        figures.append(
            Figure(
                "end to end, beside APScheduler's job store", ours, "people/s", FEW / seconds, "APScheduler", ">= 20"
            )
        )
        NAIVE[0].done = 0
        asyncio.run(_fresh(store, FEW, lambda: jobs_of_a_store(FEW, folder)))
        figures.append(Figure(f"of {FEW:,} due at once, missed by APScheduler's", FEW - NAIVE[0].done, "people"))
    show("wave", figures)


def _made_due_and(store: SqlStore, measure: Callable[[], float]) -> float:
    make_due(store, WAVE)
    return measure()


async def _fresh(store: SqlStore, due: int, jobs: Callable[[], Any]) -> tuple[float, float]:
    make_due(store, due)
    result: tuple[float, float] = await jobs()
    return result


if __name__ == "__main__":
    main()
