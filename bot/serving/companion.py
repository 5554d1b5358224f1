"""The companion: what happens to people goes in, and what follows waits in the outbox.

Turns are plain synchronous code (`bot/serving/turns.py`) on a thread of their own, so that a slow database never holds
up the event loop.
"""

import asyncio
import time
import uuid
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import TypeVar

import structlog

from bot.conversation.library import Library
from bot.conversation.person import Person
from bot.door.entrance import Door
from bot.ports import Address, Inbound, KnownChat, Store
from bot.serving.grouped import Grouped
from bot.serving.turns import Outcome, Turns

log = structlog.get_logger()
T = TypeVar("T")
Item = TypeVar("Item")
KEPT = timedelta(days=14)  # platforms repeat an update for a day at most


def _now() -> datetime:
    return datetime.now(UTC)


def _new_id(address: Address) -> str:
    return uuid.uuid4().hex


class Companion:
    """Takes what happens to people and puts what follows into the outbox.

    `on_outbox` is called after each commit that may have put something there. `new_id` names a new person; without a
    `door` everybody is let in, at any pace.
    """

    def __init__(  # noqa: PLR0913 - what it works with, each of which may be another in a test
        self,
        store: Store,
        library: Library,
        *,
        clock: Callable[[], datetime] = _now,
        new_id: Callable[[Address], str] = _new_id,
        on_outbox: Callable[[], None] = lambda: None,
        door: Door | None = None,
    ) -> None:
        self.store = store
        self.library = library
        self.clock = clock
        self.on_outbox = on_outbox
        self.ticked_at: datetime | None = None  # when it was last seen which timers are due
        self.turns = Turns(store, library, clock, new_id, door or Door())
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="turns")
        self._receiving = Grouped(self._thread, self.turns.receive_together, self.turns.receive)

    async def receive(self, inbound: Inbound) -> None:
        """One inbound event; when this returns, its turn is committed, and the platform may be told so. Raises
        `OutOfReach`; it may come again then."""
        came_in = time.monotonic()
        outcome = await self._receiving(inbound)
        self._count(outcome, inbound.address.platform, time.monotonic() - came_in)
        if outcome.has_spoken:
            self.on_outbox()

    async def wake(self, platforms: frozenset[str]) -> int:
        """Give every timer that is due its turn, of people who are met there; returns how many there were."""
        woken = 0
        while await self._is_due(platforms):
            outcomes = await self.run(self.turns.wake_together, platforms)
            woken += len(outcomes)
            if failed := sum(outcome.has_failed for outcome in outcomes):
                self.store.meters.turns_failed("timer", failed)
            if any(outcome.has_spoken for outcome in outcomes):
                self.on_outbox()
        return woken

    def _count(self, outcome: Outcome, platform: str, seconds: float) -> None:
        meters = self.store.meters
        meters.turned(platform, seconds)
        if outcome.has_failed:
            meters.turns_failed("person", 1)
        if outcome.danger:
            meters.helped(platform, outcome.danger)

    async def _is_due(self, platforms: frozenset[str]) -> bool:
        found = await self.run(self.store.due_timers, platforms, self.clock(), 1)
        self.ticked_at = self.clock()
        return bool(found)

    async def next_due(self, platforms: frozenset[str]) -> datetime | None:
        return await self.run(self.store.next_due, platforms)

    async def try_again(self) -> None:
        """Timers whose turn failed are due again."""
        await self.run(self.store.take_back_timers)

    async def tidy(self, kept: timedelta | None = None) -> None:
        """Forget what was only kept to do things once, and whoever has said nothing for longer than people are kept."""
        await self.run(self.store.prune, self.clock() - KEPT)
        if kept:
            while count := await self.run(self.turns.forget_unheard, self.clock() - kept):
                log.info("people forgotten, not heard for so long", count=count)

    async def lost(self, person_id: str, place: Address) -> None:
        """A person can't be written to there any more: everything scheduled rests until they write again."""
        await self.run(self.turns.lost, person_id, place)

    async def run(self, work: Callable[..., T], *arguments: object) -> T:
        """Database work on the one thread that does it."""
        return await asyncio.get_running_loop().run_in_executor(self._thread, partial(work, *arguments))

    def grouped(
        self, together: Callable[[Sequence[Item]], Sequence[T]], alone: Callable[[Item], T]
    ) -> Grouped[Item, T]:
        """Database work on that thread, of which all that waits is done at once."""
        return Grouped(self._thread, together, alone)

    def close(self) -> None:
        self._thread.shutdown(wait=True)

    async def newest_act(self, address: Address) -> datetime | None:
        """When the person there was last heard; `None` when they are not known."""
        person = await self.run(self._person_at, address)
        return person.heard_at if person else None

    async def zone_of(self, person_id: str) -> str | None:
        """The zone of a person's clock; `None` when they are not known."""
        person = await self.run(self._person, person_id)
        return person.settings.zone if person else None

    def _person_at(self, address: Address) -> Person | None:
        with self.store.begin() as unit:
            return unit.person_at(address)

    def _person(self, person_id: str) -> Person | None:
        with self.store.begin() as unit:
            return unit.person(person_id)

    # What adapters may keep between restarts (`bot.ports.Notebook`)

    async def uploaded(self, platform: str, key: str) -> str | None:
        return await self.run(self.store.uploaded, platform, key)

    async def remember_upload(self, platform: str, key: str, file_id: str) -> None:
        await self.run(self.store.remember_upload, platform, key, file_id)

    async def known_chats(self, platform: str) -> list[KnownChat]:
        return await self.run(self.store.known_chats, platform)
