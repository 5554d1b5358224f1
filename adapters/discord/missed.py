"""Messages written while nobody listened. A lost session replays nothing, so they are read back from the chats."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable

from bot.ports import KnownChat

ReadBack = Callable[[KnownChat], Awaitable[None]]


class Missed:
    """Known chats as they stood before connecting; each is read back once, before anything newer of it is told."""

    def __init__(self, chats: Iterable[KnownChat], read_back: ReadBack) -> None:
        self._read_back = read_back
        self._waiting = {chat.address.chat: chat for chat in chats if chat.last_inbound_id is not None}
        self._reading: dict[str, asyncio.Task[None]] = {}

    async def tell_all(self, pause: float) -> None:
        """Read every chat back, one after the other, `pause` seconds apart."""
        while self._waiting:
            await self.tell(next(iter(self._waiting)))
            await asyncio.sleep(pause)

    async def tell(self, chat: str) -> None:
        """Return when nothing older is left to tell from this chat. Someone who writes first goes first."""
        if known := self._waiting.pop(chat, None):
            self._reading[chat] = asyncio.create_task(self._read(known))
        if reading := self._reading.get(chat):
            # The reading is shared: who waits for it may be cancelled, the others still need it.
            await asyncio.shield(reading)

    async def give_up(self) -> None:
        self._waiting.clear()
        for reading in self._reading.values():
            reading.cancel()
        await asyncio.gather(*self._reading.values(), return_exceptions=True)

    async def _read(self, known: KnownChat) -> None:
        try:
            await self._read_back(known)
        finally:
            self._reading.pop(known.address.chat, None)
