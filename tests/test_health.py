"""Whoever runs Steady asks over HTTP whether it works, and is answered whatever the database does."""

import asyncio
import sqlite3
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, closing, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from aiohttp import ClientSession
from structlog.testing import capture_logs

from bot.content import load_library
from bot.conversation.effects import Say, Urgency
from bot.serving.companion import Companion
from bot.serving.delivery import Delivery
from bot.serving.platform_service import Platform as Served
from bot.serving.platform_service import PlatformService
from bot.settings import WrongSetting
from bot.watching.checkup import Checkup
from bot.watching.health import answering
from bot.watching.metrics import Metrics
from storage.opening import open_database
from storage.store import SqlStore
from tests.counts import counts
from tests.fakes import CANARY, PLATFORM, Live, home_of, nothing_drawn, until
from tests.servers.places import free_place

WAIT = 0.3  # seconds that a write may take here


class CountingStore(SqlStore):
    writes = 0

    def try_writing(self) -> None:
        self.writes += 1
        super().try_writing()


class Asked:
    """A companion that serves one platform, and a place to ask about it."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.now = 0.0
        self.store = CountingStore(open_database(f"sqlite:///{file}"))
        self.companion = Companion(self.store, load_library())
        self.companion.ticked_at = datetime.now(UTC)
        self.platform = Live(datetime.now(UTC))
        delivery = Delivery(self.companion, {PLATFORM: self.platform}, nothing_drawn)
        self.service = PlatformService(self.store, Served(self.platform, self.platform.lead), delivery)
        self.checkup = Checkup(self.companion, [self.service], timer=lambda: self.now)
        self.place = free_place()

    @asynccontextmanager
    async def serving(self) -> AsyncIterator[None]:
        self.service.apply()
        running = asyncio.create_task(self.service.run())
        try:
            await until(lambda: self.service.served_since or self.service.is_refused)
            yield
        finally:
            running.cancel()
            await asyncio.wait([running])

    async def says(self, path: str = "/readyz", *, later: bool = True) -> tuple[int, Any]:
        """What is answered; with `later` what was found before is old by then."""
        self.now += 60 * later
        async with ClientSession() as session, session.get(f"http://{self.place}{path}") as answer:
            return answer.status, await answer.json()

    async def counts(self) -> dict[str, float]:
        self.now += 60
        return await counts(self.place)

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Nobody else writes to the database meanwhile."""
        with closing(sqlite3.connect(self.file, timeout=5)) as connection:
            connection.execute("BEGIN IMMEDIATE")
            yield

    def waiting_since(self, moment: datetime, urgency: Urgency = Urgency.REPLY) -> None:
        """A message with words in it that nobody has sent."""
        with self.store.begin() as unit:
            unit.put(None, home_of("anna"), Say("check_in", CANARY, urgency=urgency), moment)
            unit.commit()


@pytest.fixture
async def steady(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Asked]:
    monkeypatch.setattr("bot.watching.checkup.LONGEST_WRITE", WAIT)
    steady = Asked(tmp_path / "steady.db")
    async with answering(steady.place, steady.checkup, Metrics([PLATFORM])):
        yield steady
    steady.companion.close()
    steady.store.close()


async def test_it_is_alive_and_ready_when_all_works_and_leaves_no_row_behind(steady: Asked) -> None:
    async with steady.serving():
        assert await steady.says("/healthz") == (200, {"alive": True})
        status, told = await steady.says()

    assert status == 200
    assert told["ready"]
    assert told[PLATFORM]["state"] == "served"
    with closing(sqlite3.connect(steady.file)) as connection:
        assert connection.execute("SELECT count(*) FROM inbox").fetchone() == (0,)


async def test_while_the_database_hangs_it_is_alive_and_not_ready_and_says_so_in_time(steady: Asked) -> None:
    async with steady.serving():
        with steady.locked():
            began = time.monotonic()
            status, told = await steady.says()
            assert (status, told["troubles"]) == (503, ["database: cannot be written"])
            assert told["database"]["error"] == "TimeoutError"
            assert time.monotonic() - began < 10 * WAIT
            assert (await steady.says("/healthz"))[0] == 200

        async with asyncio.timeout(10):
            while (await steady.says())[0] != 200:  # noqa: ASYNC110 - nothing else tells
                await asyncio.sleep(0.05)


async def test_while_the_database_hangs_what_only_it_knows_is_not_counted_and_the_rest_is(steady: Asked) -> None:
    async with steady.serving():
        before = await steady.counts()
        with steady.locked():
            meanwhile = await steady.counts()

    assert (before["steady_ready"], meanwhile["steady_ready"]) == (1, 0)
    missing = {name.partition("{")[0] for name in before.keys() - meanwhile.keys()}
    assert missing == {"steady_people", "steady_outbox_messages", "steady_oldest_overdue_seconds"}


async def test_a_flood_of_questions_is_one_write(steady: Asked) -> None:
    async with steady.serving():
        await steady.says()
        answers = await asyncio.gather(*(steady.says(later=False) for _ in range(200)))

    assert {status for status, _ in answers} == {200}
    assert steady.store.writes == 1


async def test_a_platform_that_another_serves_is_none_of_its_troubles(steady: Asked) -> None:
    status, told = await steady.says()

    assert status == 200
    assert told[PLATFORM] == {"ready": True, "state": "standing by", "silent_seconds": None}


async def test_a_platform_that_turned_the_bot_away_is_told_without_its_reason(steady: Asked) -> None:
    steady.platform.turns_away = True
    async with steady.serving():
        await until(lambda: steady.service.is_refused)
        status, told = await steady.says()

    assert (status, told["troubles"]) == (503, [f"{PLATFORM}: turned the bot away"])
    assert CANARY not in str(told)


async def test_silence_from_before_it_served_does_not_count(steady: Asked) -> None:
    steady.platform.heard_at = datetime.now(UTC) - timedelta(hours=1)
    async with steady.serving():
        assert (await steady.says())[0] == 200

        assert steady.service.served_since
        steady.service.served_since -= timedelta(minutes=2)
        status, told = await steady.says()

    assert (status, told["troubles"]) == (503, [f"{PLATFORM}: silent"])


async def test_a_scheduler_that_stands_still_is_told(steady: Asked) -> None:
    steady.companion.ticked_at = datetime.now(UTC) - timedelta(minutes=1)
    assert (await steady.says())[1]["troubles"] == ["scheduler: stands still"]

    await steady.companion.wake(frozenset({PLATFORM}))
    assert (await steady.says())[0] == 200


async def test_an_answer_that_nobody_sends_is_told_without_its_words(steady: Asked) -> None:
    steady.service.served_since = datetime.now(UTC)
    steady.waiting_since(datetime.now(UTC) - timedelta(minutes=5))

    status, told = await steady.says()

    assert (status, told["troubles"]) == (503, ["outbox: messages are overdue"])
    assert told["outbox"]["reply_overdue_seconds"] == pytest.approx(300, abs=30)
    assert CANARY not in str(told)
    assert "anna" not in str(told)


async def test_the_log_says_once_that_it_is_not_ready_and_once_that_it_is_again(steady: Asked) -> None:
    with capture_logs() as lines:
        for ticked_at in (datetime.now(UTC), datetime.now(UTC) - timedelta(minutes=1), datetime.now(UTC)):
            steady.companion.ticked_at = ticked_at
            for _ in range(3):
                await steady.says()

    assert [line["event"] for line in lines] == ["not ready", "ready again"]
    assert lines[0]["reason"] == "scheduler: stands still"


async def test_a_place_that_is_taken_is_refused_with_its_name(steady: Asked) -> None:
    with pytest.raises(WrongSetting, match=rf"STEADY_HEALTH_LISTEN is {steady.place}.*in use"):
        async with answering(steady.place, steady.checkup, Metrics([PLATFORM])):
            pass
