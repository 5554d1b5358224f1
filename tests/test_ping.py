"""A watcher outside is told each minute that all is well, and nothing while it is not."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from aiohttp import ClientTimeout, web
from pydantic import SecretStr
from structlog.testing import capture_logs
from structlog.typing import EventDict

from bot.content import load_library
from bot.http_server import listening
from bot.service import _pinging
from bot.serving.companion import Companion
from bot.watching.checkup import Checkup
from storage.store import open_store
from tests.fakes import until
from tests.servers.places import free_place

SECRET = "canary-7f3a"


class Watcher:
    """Counts the pings to one secret address, and answers as it is told."""

    def __init__(self) -> None:
        self.place = free_place()
        self.url = SecretStr(f"http://{self.place}/{SECRET}")
        self.pings = 0
        self.status = 200
        self.goes_on = asyncio.Event()
        self.goes_on.set()

    async def hears(self, _: web.Request) -> web.Response:
        self.pings += 1
        await self.goes_on.wait()
        return web.Response(status=self.status)

    async def hears_more(self, count: int = 3) -> None:
        heard = self.pings
        await until(lambda: self.pings >= heard + count)

    @asynccontextmanager
    async def listens(self) -> AsyncIterator[None]:
        app = web.Application()
        app.add_routes([web.get(f"/{SECRET}", self.hears)])
        async with listening(app, self.place):
            yield


class Asked:
    """A Steady with no platform, of which the tick tells whether it is ready."""

    def __init__(self, file: Path) -> None:
        self.store = open_store(f"sqlite:///{file}")
        self.companion = Companion(self.store, load_library())
        self.checkup = Checkup(self.companion, [], timer=iter(range(0, 10**9, 60)).__next__)
        self.is_well()

    def is_well(self) -> None:
        self.companion.ticked_at = datetime.now(UTC)

    def stands_still(self) -> None:
        self.companion.ticked_at = datetime.now(UTC) - timedelta(hours=1)


@pytest.fixture(autouse=True)
def logged(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[EventDict]]:
    """What was logged, where a minute is a hundredth of a second; the address is never in it."""
    monkeypatch.setattr("bot.watching.ping.EVERY", 0.01)
    with capture_logs() as lines:
        yield lines
    assert SECRET not in str(lines)


@pytest.fixture
def steady(tmp_path: Path) -> Iterator[Asked]:
    steady = Asked(tmp_path / "steady.db")
    yield steady
    steady.companion.close()
    steady.store.close()


async def test_while_it_is_ready_it_pings_again_and_again_and_logs_nothing(
    steady: Asked, logged: list[EventDict]
) -> None:
    watcher = Watcher()
    async with watcher.listens(), _pinging(watcher.url, steady.checkup):
        await watcher.hears_more(5)

    assert logged == []


async def test_while_it_is_not_ready_it_does_not_ping(steady: Asked, logged: list[EventDict]) -> None:
    watcher = Watcher()
    async with watcher.listens(), _pinging(watcher.url, steady.checkup):
        await watcher.hears_more()
        steady.stands_still()
        await until(lambda: logged)
        await asyncio.sleep(0.05)  # one may be on its way
        heard = watcher.pings
        await asyncio.sleep(0.2)
        assert watcher.pings == heard

        steady.is_well()
        await watcher.hears_more()


async def test_that_pings_fail_is_logged_once_and_that_they_arrive_again_once(
    steady: Asked, logged: list[EventDict]
) -> None:
    watcher = Watcher()
    async with _pinging(watcher.url, steady.checkup):
        await until(lambda: logged)  # nobody listens
        await asyncio.sleep(0.1)
        async with watcher.listens():
            await watcher.hears_more()
            watcher.status = 500
            await watcher.hears_more()

    told = [(line["event"], line["log_level"]) for line in logged]
    assert told == [("ping failed", "warning"), ("ping arrives again", "info"), ("ping failed", "warning")]
    assert all(line.keys() == {"event", "log_level"} for line in logged)


async def test_a_watcher_that_hangs_is_waited_for_no_longer_than_the_limit(
    steady: Asked, logged: list[EventDict], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.watching.ping.LONGEST", ClientTimeout(total=0.05))
    watcher = Watcher()
    watcher.goes_on.clear()
    async with watcher.listens(), _pinging(watcher.url, steady.checkup):
        await watcher.hears_more(2)
        await until(lambda: logged)
        watcher.goes_on.set()

    assert logged[0]["event"] == "ping failed"


async def test_without_an_address_nothing_is_asked(steady: Asked) -> None:
    async with _pinging(None, steady.checkup):
        assert steady.checkup._found is None
