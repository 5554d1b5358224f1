"""Messages written while nobody listened. A lost session replays nothing, so they are read back from the chats."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass

import structlog

from adapters.discord.patience import Patience
from bot.ports import KnownChat

log = structlog.get_logger()
AT_ONCE = 10  # chats, so that a slow answer holds up few others

ReadBack = Callable[[KnownChat], Awaitable[None]]
"""Tells what was written in a chat since; raises whatever keeps it from that."""


@dataclass(frozen=True, slots=True)
class Rest:
    """Before a chat is read again: how many seconds, and until when by the loop's time."""

    seconds: float
    until: float


class Missed:
    """Known chats as they stood before connecting, the likeliest to have news first; each is read until that works."""

    def __init__(self, chats: Iterable[KnownChat], read_back: ReadBack, patience: Patience) -> None:
        self._read_back = read_back
        self._patience = patience
        self._unread = {chat.address.chat: chat for chat in chats if chat.last_inbound_id is not None}
        self._reading: dict[str, asyncio.Task[None]] = {}
        self._rests: dict[str, Rest] = {}
        self._is_over = False

    async def tell_all(self) -> None:
        """Begin with one chat at a time, the first that can be read; return when every one was."""
        while self._unread and not self._is_over:
            if len(self._reading) < AT_ONCE and (chat := self._next()):
                self._start(chat)
            await asyncio.sleep(self._patience.between_chats)

    async def tell(self, chat: str, until: float) -> bool:
        """Whether nothing older is left to tell from this chat. It is read at once, and again, `until` then by the
        loop's time."""
        with suppress(TimeoutError):
            async with asyncio.timeout_at(until):
                await self._told(chat)
        return chat not in self._unread

    async def give_up(self) -> None:
        """What is unread stays so, and its chats stand where they stood."""
        self._is_over = True
        for reading in self._reading.values():
            reading.cancel()
        await asyncio.gather(*self._reading.values(), return_exceptions=True)

    async def _told(self, chat: str) -> None:
        while chat in self._unread and not self._is_over:
            # Who waits for a reading may be cancelled, it goes on: others need it.
            await asyncio.wait([self._reading.get(chat) or self._start(chat)])
            if rest := self._rests.get(chat):
                await asyncio.sleep(rest.seconds)

    def _next(self) -> str | None:
        return next((chat for chat in self._unread if chat not in self._reading and not self._is_resting(chat)), None)

    def _is_resting(self, chat: str) -> bool:
        rest = self._rests.get(chat)
        return rest is not None and _now() < rest.until

    def _start(self, chat: str) -> asyncio.Task[None]:
        self._reading[chat] = reading = asyncio.create_task(self._read(self._unread[chat]))
        return reading

    async def _read(self, known: KnownChat) -> None:
        chat = known.address.chat
        try:
            await self._read_back(known)
        except Exception as error:  # noqa: BLE001 - discord.py would log the words along with the error
            self._rests[chat] = rest = self._longer(self._rests.get(chat))
            log.warning("discord_read_back_failed", error=type(error).__name__, seconds=rest.seconds)
        else:
            del self._unread[chat]
            self._rests.pop(chat, None)
        finally:
            del self._reading[chat]

    def _longer(self, rest: Rest | None) -> Rest:
        seconds = min(2 * rest.seconds, self._patience.read_again_longest) if rest else self._patience.read_again
        return Rest(seconds, _now() + seconds)


def _now() -> float:
    return asyncio.get_running_loop().time()
