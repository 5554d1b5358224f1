"""Several processes and one database: on PostgreSQL they share the work, on SQLite the second one says why it can't."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import aiohttp
import pytest

from tests import databases
from tests.databases import open_store
from tests.end_to_end.process import MOST_TO_START, Listening, Steady, settle
from tests.servers.places import free_place
from tests.servers.telegram import Person
from torture.asking import none, seconds_until

MOST_TO_TAKE_OVER = 15.0  # seconds
PATIENCE = 20.0


@pytest.fixture
async def server() -> AsyncIterator[Listening]:
    async with Listening() as server:
        yield server


@pytest.fixture
async def both(tmp_path: Path, server: Listening) -> AsyncIterator[list[Steady]]:
    shared = databases.empty(tmp_path, "postgresql")
    both = [Steady(tmp_path / name, server, shared) for name in ("one", "two")]
    try:
        yield both
    finally:
        for process in both:
            await process.kill()
    for process in both:
        process.assert_discreet()


async def both_started(both: list[Steady], people: list[Person]) -> list[Steady]:
    """The one that serves and the one that stands by, once both know the people."""
    first, second = both
    settle(first.database.url, people)
    await first.start()
    await second.launch()
    await second.until(lambda: "standing by" in second.log, MOST_TO_START)
    return both


async def test_when_the_one_that_serves_is_killed_the_other_takes_over_and_no_word_is_lost(
    both: list[Steady], server: Listening
) -> None:
    people = [server.person(7_100_000 + number) for number in range(8)]
    first, second = await both_started(both, people)

    await asyncio.gather(*(person.sends("4") for person in people[:4]))
    await first.kill()
    killed_at = time.monotonic()
    await asyncio.gather(*(person.sends("4") for person in people[4:]))
    await asyncio.gather(*(person.hears(1, MOST_TO_START) for person in people))

    assert time.monotonic() - killed_at <= MOST_TO_TAKE_OVER
    query = "SELECT person_id, pain FROM check_ins ORDER BY person_id"
    assert second.database.rows(query) == [(str(person.id), 4.0) for person in people]
    await second.stop()


async def test_both_wake_people_and_nobody_is_woken_twice(both: list[Steady], server: Listening) -> None:
    people = [server.person(7_200_000 + number) for number in range(40)]
    first, second = await both_started(both, people)

    due = datetime.now(UTC) - timedelta(seconds=1)
    with closing(open_store(first.database.url)) as store, store.begin() as unit:
        for person in people:
            unit.set_timer(str(person.id), "check_in", due)
        unit.commit()
    await asyncio.gather(*(person.hears(1, PATIENCE) for person in people))

    await first.until(first.is_quiet)
    assert [len(person.messages) for person in people] == [1] * len(people)
    await first.stop()
    await second.stop()


async def test_the_one_that_serves_and_the_one_that_stands_by_are_ready(both: list[Steady]) -> None:
    for process in both:
        process.health = free_place()
    first, second = await both_started(both, [])

    for process, state in ((first, "served"), (second, "standing by")):
        assert await seconds_until(process.health, none, PATIENCE) < PATIENCE
        async with aiohttp.request("GET", f"http://{process.health}/readyz") as answer:
            assert (await answer.json())["telegram"]["state"] == state
    await first.stop()
    await second.stop()


async def test_on_sqlite_a_second_process_refuses_to_start_and_says_why(tmp_path: Path, server: Listening) -> None:
    steady = Steady(tmp_path, server, databases.empty(tmp_path, "sqlite"))
    try:
        await steady.start()
        again = await asyncio.create_subprocess_exec(
            *steady.command, env=steady._environment(), stderr=asyncio.subprocess.PIPE, cwd=tmp_path
        )
        _, told = await asyncio.wait_for(again.communicate(), MOST_TO_START)
        assert again.returncode == 2
        assert "Another Steady already serves Telegram from this database" in told.decode()
        await steady.stop()
    finally:
        await steady.kill()
