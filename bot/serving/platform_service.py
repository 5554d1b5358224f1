"""One platform served by one process at a time: it hears people there, and speaks to them.

Whoever has the role of the platform serves it; on PostgreSQL others stand by, and take over when it is free.
"""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import structlog

from bot.ports import LiveChannel, Rejected, Role, RoleLost, Store, Taken
from bot.serving.delivery import Delivery

log = structlog.get_logger()
SHORTEST_PAUSE, LONGEST_PAUSE = 1.0, 60.0  # seconds until what failed is started again
STAND_BY = 3.0  # seconds until a role that another process has is asked for again
GLANCE = 1.0  # seconds between two looks at whether the role is still held

Runner = Callable[[], Coroutine[Any, Any, None]]


@dataclass(frozen=True, slots=True)
class Platform:
    """What is said goes through `channel`. `lead` is what one process at a time does to hear people, until cancelled;
    `listen` is what every process does, where the platform brings what people say to any."""

    channel: LiveChannel
    lead: Runner
    listen: Runner | None = None


class PlatformService:
    """Hears people and, through `delivery`, speaks to them: what one process at a time does waits for the role."""

    def __init__(self, store: Store, platform: Platform, delivery: Delivery) -> None:
        self.delivery = delivery
        self.served_since: datetime | None = None  # `None` while it stands by
        self.is_refused = False  # whether the platform turned the bot away
        (self.name,) = delivery.platforms
        self._store = store
        self._platform = platform
        self._role: Role | None = None

    @property
    def heard_at(self) -> datetime | None:
        """When the platform last gave this process a sign of life."""
        return self._platform.channel.heard_at

    def apply(self) -> None:
        """Take the role, if it is free. Raises `Taken` where nobody could take it later."""
        self._role = self._store.take_role(self.name)
        if self._role is None and not self._store.is_shared:
            raise Taken(self.name)

    async def run(self) -> None:
        """Until cancelled, or until the platform turns the bot away."""
        if self._platform.listen is None:
            return await self._lead()
        listening = asyncio.create_task(keep_running(f"{self.name} webhook", self._platform.listen))
        try:
            await self._lead()
        finally:
            await ended(listening)

    async def _lead(self) -> None:
        while True:
            role = self._role or await self._when_free()
            self.served_since = datetime.now(UTC)
            try:
                await self._serve(role)
                self.is_refused = True
                return
            except RoleLost:
                log.warning("role lost; standing by", platform=self.name)
            finally:
                self._role = self.served_since = None
                await asyncio.shield(asyncio.to_thread(role.release))

    async def _when_free(self) -> Role:
        log.info("standing by", platform=self.name)
        while True:
            await asyncio.sleep(STAND_BY)
            try:
                role = await asyncio.to_thread(self._store.take_role, self.name)
            except Exception as error:  # noqa: BLE001 - a database that is away comes back
                log.warning("role not taken", platform=self.name, error=type(error).__name__)
                continue
            if role is not None:
                log.info("role taken over", platform=self.name)
                return role

    async def _serve(self, role: Role) -> None:
        """Raises `RoleLost`. What is on its way is finished before the platform closes."""
        watching = asyncio.create_task(self._watch(role))
        sending = asyncio.create_task(keep_running("delivery", self._deliver))
        hearing = asyncio.create_task(keep_running(self.name, self._platform.lead))
        try:
            await asyncio.wait([watching, hearing], return_when=asyncio.FIRST_COMPLETED)
            if watching.done():
                watching.result()
        finally:
            for task in (watching, sending, hearing):
                await ended(task)

    async def _deliver(self) -> None:
        await self.delivery.recover()
        await self.delivery.run()

    async def _watch(self, role: Role) -> None:
        while True:
            if await asyncio.to_thread(role.watch, GLANCE):
                self.delivery.wake()


async def keep_running(part: str, run: Callable[[], Awaitable[None]]) -> None:
    """Run a platform, or delivery; one that fails is started again or given up, and never takes another with it."""
    clock, pause = asyncio.get_running_loop().time, SHORTEST_PAUSE
    while True:
        began = clock()
        try:
            await run()
        except Rejected as rejected:
            log.error("platform rejected the bot", platform=part, reason=str(rejected))
            return
        except Exception:
            log.exception("failed; starting it again", part=part)
        pause = SHORTEST_PAUSE if clock() - began > LONGEST_PAUSE else pause
        await asyncio.sleep(pause)
        pause = min(pause * 2, LONGEST_PAUSE)


async def ended(task: asyncio.Future[Any]) -> None:
    """End it, whatever it ends in: there is more to close."""
    task.cancel()
    await asyncio.wait([task])
    error = None if task.cancelled() else task.exception()
    if error and not isinstance(error, asyncio.CancelledError):  # a gathering ends in it when it is cancelled
        log.error("ended in an error", exc_info=error)
