"""Looks at each part of a running Steady, no more often than a look stays good, whoever asks how often."""

import asyncio
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import datetime

import structlog

from bot.conversation.effects import Urgency
from bot.ports import Stock
from bot.serving.companion import Companion
from bot.serving.platform_service import PlatformService
from bot.watching.readiness import LONGEST_WRITE, PlatformSeen, Readiness, Seen, judged

log = structlog.get_logger()
GOOD_FOR = 0.5  # seconds: two small writes a second at most
COUNT_GOOD_FOR = 10.0  # seconds: everybody's rows are looked through


class Checkup:
    """How the companion and the platforms of this process are. A change is logged once, when somebody asks.

    `timer` tells the seconds by which a look grows old.
    """

    def __init__(
        self,
        companion: Companion,
        services: Sequence[PlatformService],
        *,
        timer: Callable[[], float] = time.monotonic,
    ) -> None:
        self._companion = companion
        self._services = services
        self._timer = timer
        self._began = companion.clock()
        self._one_at_a_time = asyncio.Lock()
        self._found: Readiness | None = None
        self._found_at = 0.0
        self._told: tuple[str, ...] = ()
        self._one_count_at_a_time = asyncio.Lock()
        self._stock: Stock | None = None
        self._stock_at = 0.0

    async def __call__(self) -> Readiness:
        """Within `LONGEST_WRITE` and a moment, however long the database takes. Who asks meanwhile gets the same."""
        async with self._one_at_a_time:
            if self._found is None or self._timer() - self._found_at > GOOD_FOR:
                self._found = judged(await self._look())
                self._found_at = self._timer()
                self._tell(self._found.troubles)
            return self._found

    async def stock(self) -> Stock | None:
        """How much there is, ten seconds old at most; `None` while the database is out of reach."""
        if (await self()).seen.failure:
            return None
        async with self._one_count_at_a_time:
            if self._stock is None or self._timer() - self._stock_at > COUNT_GOOD_FOR:
                self._stock = await self._counted()
                self._stock_at = self._timer()
            return self._stock

    async def _counted(self) -> Stock | None:
        with suppress(Exception):
            async with asyncio.timeout(LONGEST_WRITE):
                return await self._companion.run(self._companion.store.stock)
        return None

    def _tell(self, troubles: tuple[str, ...]) -> None:
        if troubles == self._told:
            return
        self._told = troubles
        if troubles:
            log.warning("not ready", reason="; ".join(troubles))
        else:
            log.info("ready again")

    async def _look(self) -> Seen:
        began, failure, overdue = time.monotonic(), None, {}
        try:
            async with asyncio.timeout(LONGEST_WRITE):
                overdue = await self._look_at_database()
        except Exception as error:  # noqa: BLE001 - whatever it is, the answer must come
            failure = type(error).__name__
        now = self._companion.clock()
        return Seen(
            write=time.monotonic() - began,
            failure=failure,
            tick=_seconds(now, self._companion.ticked_at or self._began),
            platforms={service.name: _look_at(service, now) for service in self._services},
            overdue={urgency: _seconds(now, moment) for urgency, moment in overdue.items()},
        )

    async def _look_at_database(self) -> dict[Urgency, datetime]:
        """On the thread of the turns, so that it waits for what they wait for; in vain, it is never begun."""
        served = [service for service in self._services if service.served_since]
        platforms = frozenset(service.name for service in served)
        tired = frozenset[str]().union(*(service.delivery.tired for service in served))
        return await self._companion.run(self._write_and_read, platforms, tired)

    def _write_and_read(self, platforms: frozenset[str], tired: frozenset[str]) -> dict[Urgency, datetime]:
        store = self._companion.store
        store.try_writing()
        return store.overdue(platforms, self._companion.clock(), tired)


def _look_at(service: PlatformService, now: datetime) -> PlatformSeen:
    if service.is_refused:
        return PlatformSeen("refused")
    if service.served_since is None:
        return PlatformSeen("standing by")
    if service.heard_at is None:
        return PlatformSeen("served")
    return PlatformSeen("served", _seconds(now, max(service.heard_at, service.served_since)))


def _seconds(now: datetime, since: datetime) -> float:
    return max(0.0, (now - since).total_seconds())
