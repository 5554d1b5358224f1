"""The outbox as delivery sees it: what may go now, and what became of it.

Law: what became of a message is written down, however long the database is away; its chat waits until then.
"""

import asyncio
from collections.abc import Awaitable, Callable, Collection, Sequence
from datetime import datetime
from functools import partial

import structlog

from bot.conversation.effects import Urgency
from bot.ports import OutboxMessage
from bot.serving.companion import Companion

log = structlog.get_logger()
PAUSE = 1.0  # seconds until a database that was out of reach is asked again


class Outbox:
    """The outbox of a companion's store. Reading it raises what the database raises; writing to it never does."""

    def __init__(self, companion: Companion, clock: Callable[[], datetime]) -> None:
        self._run = companion.run
        self._store = companion.store
        self._clock = clock
        self._mark_sent = companion.grouped(self._mark_all_sent, lambda message: self._mark_all_sent([message])[0])

    async def claim(self, platform: str, most: int, up_to: Urgency, tired: Collection[str]) -> list[OutboxMessage]:
        """What is now being sent on that platform, not less urgent than that, and to tired chats only help."""
        return await self._run(self._store.claim, frozenset({platform}), self._clock(), most, up_to, tired)

    async def next_retry(self, platforms: frozenset[str], after: datetime) -> datetime | None:
        return await self._run(self._store.next_retry, platforms, after)

    async def recover(self, platforms: frozenset[str], resends_safely: frozenset[str]) -> int:
        return await self._run(self._store.recover_in_flight, platforms, resends_safely, self._clock())

    async def sent(self, message: OutboxMessage) -> None:
        await self._until_written(partial(self._mark_sent, message))

    async def uncertain(self, message: OutboxMessage) -> None:
        await self._write(self._store.mark_uncertain, message, self._clock())

    async def failed(self, message: OutboxMessage, reason: str) -> None:
        await self._write(self._store.mark_failed, message, reason, self._clock())

    async def again(self, message: OutboxMessage, moment: datetime) -> None:
        await self._write(self._store.retry_at, message, moment)

    async def in_doubt(self, message: OutboxMessage, moment: datetime) -> None:
        """Again at that moment, though it may have arrived."""
        await self._write(partial(self._store.retry_at, in_doubt=True), message, moment)

    async def moved(self, message: OutboxMessage, chat: str) -> None:
        """Everything for that chat goes to its new place, this message too."""
        await self._write(self._store.move_chat, message.address, chat)
        await self.again(message, self._clock())

    def _mark_all_sent(self, messages: Sequence[OutboxMessage]) -> list[None]:
        self._store.mark_sent(messages, self._clock())
        return [None] * len(messages)

    async def _write(self, work: Callable[..., None], *arguments: object) -> None:
        await self._until_written(partial(self._run, work, *arguments))

    async def _until_written(self, write: Callable[[], Awaitable[None]]) -> None:
        while True:
            try:
                return await write()
            except Exception:
                log.exception("what became of a message could not be written; trying again", seconds=PAUSE)
                await asyncio.sleep(PAUSE)
