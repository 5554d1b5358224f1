"""The channel: stays connected to Discord, and sends."""

import asyncio
import logging
from collections.abc import Mapping
from datetime import datetime

import structlog
import yarl
from discord.gateway import DiscordWebSocket
from discord.http import Route
from discord.utils import MISSING

from adapters.discord.connection import CALL_FAILURES, Connection, Surroundings
from adapters.discord.failures import outcome, rejection
from adapters.discord.inbound import PLATFORM
from adapters.discord.outbound import components, parts, upload
from adapters.discord.patience import USUAL, BackOff, Patience
from bot.ports import File, Notebook, OutboxMessage, PlatformWords, Receive, Rejected, TryLater, Unreachable

log = structlog.get_logger()


class Discord:
    """Discord as a channel; see `docs/discord.md`.

    `api_url` and `gateway_url` are for compatible servers. discord.py keeps both addresses in class attributes: they
    count for every client of the process, so that one process can speak with one such server only.
    """

    platform = PLATFORM
    resends_safely = True

    def __init__(  # noqa: PLR0913, PLR0917 - every channel is made of these; the addresses are Discord's own
        self,
        token: str,
        receive: Receive,
        notebook: Notebook,
        words: Mapping[str, PlatformWords],
        api_url: str | None = None,
        gateway_url: str | None = None,
        *,
        per_second: int = 20,
        patience: Patience = USUAL,
    ) -> None:
        self.per_second = per_second
        self._token = token
        self._patience = patience
        self._around = Surroundings(receive, notebook, words, self._patience)
        self._connection: Connection | None = None
        self._last_event_at: datetime | None = None
        # Below WARNING discord.py logs whole payloads.
        logging.getLogger("discord").setLevel(logging.WARNING)
        if api_url:
            Route.BASE = api_url.rstrip("/")
        if gateway_url:
            DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(gateway_url)

    @property
    def heard_at(self) -> datetime | None:
        """When the gateway last gave a sign of life. On a healthy connection that is less than a minute ago."""
        if self._connection and self._connection.last_event_at:
            return self._connection.last_event_at
        return self._last_event_at

    async def run(self) -> None:
        """Stay connected until cancelled. Raises `Rejected` when Discord will not have this bot."""
        back_off = BackOff(self._patience.first, self._patience)
        while True:
            loss = await self._stay_connected()
            if reason := rejection(loss):
                raise Rejected(reason)
            pause = back_off.pause()
            log.warning("discord_connection_lost", error=type(loss).__name__, seconds=pause)
            await asyncio.sleep(pause)

    async def send(self, message: OutboxMessage, file: File | None) -> None:
        """Write to the direct message that the address names; none is opened here."""
        chat = message.address.chat
        try:
            await self._send_all(message, file)
        except Unreachable:
            self._around.arrivals.note(chat, arrived=False)
            raise
        self._around.arrivals.note(chat, arrived=True)

    async def _stay_connected(self) -> Exception:
        """Connect with a fresh client; returns why the connection ended."""
        self._connection = connection = Connection(self._around)
        try:
            # With `reconnect=True` discord.py dies of an AttributeError when its first handshake is refused
            # (Rapptz/discord.py#10520), and clings to a resume address that may be gone. It resumes all the same.
            await connection.start(self._token, reconnect=False)
        except asyncio.CancelledError:
            await self._finish_turns()
            raise
        except Exception as error:  # noqa: BLE001 - whatever discord.py dies of, the other platforms live on
            return error
        finally:
            self._last_event_at = self.heard_at
            self._connection = None
            await connection.end()
        return ConnectionResetError("Discord closed the connection")

    async def _finish_turns(self) -> None:
        """Nothing new comes in any more; replies to what was begun would be dropped by closing now."""
        if self._around.under_way:
            await asyncio.wait(self._around.under_way, timeout=self._patience.drain)
        for turn in self._around.under_way:
            turn.cancel()

    async def _send_all(self, message: OutboxMessage, file: File | None) -> None:
        connection = self._connection
        if connection is None or not connection.is_ready():
            raise TryLater(1.0, whole_bot=True)
        if rest := self._around.rests.left(message.address.chat):
            raise TryLater(rest)
        chat = connection.get_partial_messageable(int(message.address.chat))
        *first, last = parts(message)
        view = components(message.options) or MISSING
        attached = upload(file, message.text) if file else MISSING
        try:
            # discord.py sits out every 429 itself; its `max_ratelimit_timeout` would also refuse what is allowed, as
            # soon as a limit's window is longer.
            async with asyncio.timeout(self._patience.sending):
                for part in first:
                    await chat.send(part.text, nonce=part.nonce)
                await chat.send(last.text or None, nonce=last.nonce, view=view, file=attached)
        except CALL_FAILURES as error:
            raise outcome(error) from None
