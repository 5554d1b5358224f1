"""PostgreSQL: `make bench`, or `python -m benchmarks.shared`, on a server from a wheel that is started for it.

The storage of a due check-in beside the driver alone, one process beside two, and end to end beside procrastinate, a
queue on PostgreSQL, running an empty task. So many wait for later (WAITING), so many are due (DUE).
"""

import asyncio
import logging
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import closing
from datetime import UTC, datetime, timedelta
from typing import Any

import procrastinate
import psycopg

from benchmarks.figures import RUNS, Figure, show
from benchmarks.people import NOW, add_people, make_due
from benchmarks.wave import OPTIONS, SAID, TOMORROW, once_each, storage_alone, wake
from bot.content import load_library
from bot.serving.turns import BATCH
from storage.store import SqlStore
from tests.databases import open_store
from tests.servers.postgresql import PostgreSQL, running

WAITING, DUE = int(os.environ.get("WAITING", "50000")), int(os.environ.get("DUE", "5000"))


def raw(url: str) -> None:
    """The same rows by the driver alone, which sends many in one go by itself."""
    options = "[" + ",".join(f'{{"id":"{option.id}","label":"{option.label}"}}' for option in OPTIONS) + "]"
    with closing(psycopg.connect(url)) as connection:
        while True:
            due = connection.execute(DUE_ROWS, (NOW, BATCH)).fetchall()
            ids = [row[0] for row in due]
            if not ids:
                return
            where = connection.execute(WHERE_THEY_ARE, (ids,)).fetchall()
            people = connection.execute(WHO, (ids,)).fetchall()
            with connection.cursor() as cursor:
                cursor.executemany(SAVED, [(document, NOW, who) for who, document, _ in people])
                cursor.executemany(SET, [(who, TOMORROW) for who in ids])
                cursor.executemany(PUT, [(*home, SAID.text, options, NOW) for home in where])
            connection.commit()


DUE_ROWS = (
    "SELECT person_id FROM timers WHERE aside IS NULL AND due_at <= %s AND EXISTS (SELECT 1 FROM addresses WHERE "
    "addresses.person_id = timers.person_id AND platform = 'telegram') ORDER BY aside, due_at LIMIT %s "
    "FOR UPDATE SKIP LOCKED"
)
WHO = "SELECT id, document, version FROM people WHERE id = ANY(%s) FOR UPDATE"
WHERE_THEY_ARE = 'SELECT person_id, "user", chat FROM addresses WHERE person_id = ANY(%s)'
SAVED = "UPDATE people SET document = %s, updated_at = %s, version = version + 1 WHERE id = %s AND version = 1"
SET = (
    "INSERT INTO timers (person_id, name, due_at) VALUES (%s, 'check_in', %s) "
    "ON CONFLICT (person_id, name) DO UPDATE SET due_at = excluded.due_at, aside = excluded.aside"
)
PUT = (
    'INSERT INTO outbox (person_id, platform, "user", chat, kind, text, options, urgency, state, created_at, attempts) '
    "VALUES (%s, 'telegram', %s, %s, 'check_in', %s, %s, 2, 'pending', %s, 0)"
)


# Several processes

ONE_OF_SEVERAL = """
import logging, sys
logging.disable()
from benchmarks.wave import wake
from bot.content import load_library
from tests.databases import open_store
store, library = open_store(sys.argv[1]), load_library()
print("ready", flush=True)
sys.stdin.readline()
wake(store, library)
print("done", flush=True)
"""


def by_processes(store: SqlStore, url: str, count: int, due: int) -> float:
    """People a second, all processes together."""
    make_due(store, due)
    processes = [
        subprocess.Popen(  # noqa: S603
            [sys.executable, "-c", ONE_OF_SEVERAL, url], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        for _ in range(count)
    ]
    _all_say(processes, "ready")
    began = time.perf_counter()
    for process in processes:
        assert process.stdin is not None  # noqa: S101
        print("go", file=process.stdin, flush=True)
    _all_say(processes, "done")
    took = time.perf_counter() - began
    for process in processes:
        process.communicate()
    with store._database.readers.connect() as connection:  # noqa: SLF001
        said = connection.exec_driver_sql("SELECT count(*), count(DISTINCT person_id) FROM outbox").one()
    assert tuple(said) == (due, due), f"not everybody once: {said}"  # noqa: S101
    return due / took


def _all_say(processes: Sequence[subprocess.Popen[str]], word: str) -> None:
    for process in processes:
        assert process.stdout is not None  # noqa: S101
        assert process.stdout.readline() == f"{word}\n"  # noqa: S101


# The peer


def procrastinate_jobs(url: str) -> float:
    """Empty tasks a second, with as many others waiting for later."""
    connector = procrastinate.PsycopgConnector(conninfo=url)
    app = procrastinate.App(connector=connector)

    async def is_empty(person: str) -> None:
        pass

    nothing = app.task(is_empty)

    async def run() -> float:
        async with app.open_async():
            await app.schema_manager.apply_schema_async()
            later = nothing.configure(schedule_at=datetime.now(UTC) + timedelta(days=1))
            for start in range(0, WAITING, 5_000):
                await later.batch_defer_async(*of_people(start, 5_000))
            await nothing.batch_defer_async(*of_people(0, 1_000))
            began = time.perf_counter()
            await app.run_worker_async(wait=False, concurrency=10, install_signal_handlers=False, listen_notify=False)
            return 1_000 / (time.perf_counter() - began)

    return asyncio.run(run())


def of_people(start: int, count: int) -> list[dict[str, Any]]:
    return [{"person": f"{number}"} for number in range(start, start + count)]


def measured(server: PostgreSQL) -> list[Figure]:
    url, library = server.empty(), load_library()
    with closing(open_store(url)) as store:
        add_people(store, WAITING + DUE, DUE)
        with psycopg.connect(url, autocommit=True) as connection:
            connection.execute("ANALYZE")  # as the server does by itself within a minute
        ours, alone, bare = (
            once_each(DUE, lambda: make_due(store, DUE), work)
            for work in (lambda: wake(store, library), lambda: storage_alone(store), lambda: raw(url))
        )
        one, two = (sorted(by_processes(store, url, count, 20_000) for _ in range(RUNS))[RUNS // 2] for count in (1, 2))
    peer = procrastinate_jobs(server.empty())
    return [
        Figure("due check-ins on PostgreSQL, storage alone", alone, "people/s", bare, "raw psycopg", ">= 0.6"),
        Figure("due check-ins, two processes", two, "people/s", one, "one process", ">= 1.3"),
        Figure(f"end to end, {WAITING:,} waiting", ours, "people/s", peer, "procrastinate, empty", ">= 10"),
    ]


def main() -> None:
    logging.disable()
    with running() as server:
        show("shared", measured(server))


if __name__ == "__main__":
    main()
