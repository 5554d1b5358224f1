"""Outbox to channel: pace, order per person, retry, expiry.

The database is the queue. Messages leave it by urgency and then in order, at most one in flight a chat, so that one
slow or flooded chat delays no other. What became of a message is written down before the next one of its chat goes.
"""

import asyncio
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import UTC, datetime, timedelta

import structlog
from aiolimiter import AsyncLimiter

from bot.companion import Companion
from bot.conversation.effects import ExportFile, ReportFile, Urgency
from bot.outbox import PAUSE, Outbox
from bot.ports import Channel, File, Moved, OutboxMessage, Refused, TryLater, Uncertain, Unreachable

log = structlog.get_logger()
AT_ONCE = 16  # messages in flight over all chats of a platform
MORE_FOR_SAFETY = 4  # so that nothing that hangs keeps help from someone
LONGEST_NAP = 5.0  # seconds until the outbox is looked at again, whatever happens
CHAT_BURST = 4  # messages a chat takes quickly, then one a second

Draw = Callable[[OutboxMessage], File | None]


class Delivery:
    """Sends what waits in the outbox through the channels, until told to stop."""

    def __init__(
        self,
        companion: Companion,
        channels: Mapping[str, Channel],
        draw: Draw,
        *,
        clock: Callable[[], datetime] | None = None,
    ) -> None:
        self._lost = companion.lost
        self._channels = channels
        self._draw = draw
        self._clock = clock or (lambda: datetime.now(UTC))
        self._outbox = Outbox(companion, self._clock)
        self._more = asyncio.Event()
        self._in_flight: dict[str, set[asyncio.Task[None]]] = {name: set() for name in channels}
        self._bots = {name: _bot_pace(channel) for name, channel in channels.items()}
        self._chats: dict[tuple[str, str], AsyncLimiter] = {}
        self._resting: dict[str, datetime] = {}

    @property
    def platforms(self) -> frozenset[str]:
        return frozenset(self._channels)

    def wake(self) -> None:
        """There may be something to send."""
        self._more.set()

    async def recover(self) -> None:
        """After a start: decide about the messages that were being sent when the last process ended."""
        safely = frozenset(name for name, channel in self._channels.items() if channel.resends_safely)
        if lost := await self._outbox.recover(self.platforms, safely):
            log.warning("messages were in flight when the last process ended", count=lost)

    async def run(self) -> None:
        """Send until cancelled; what is in flight is then finished first."""
        try:
            while True:
                self._more.clear()
                await self._send_or_nap()
        finally:
            await self.finish()

    async def _send_or_nap(self) -> None:
        """A database that is out of reach for a moment ends nothing."""
        looked_at = self._clock()
        try:
            if not await self.send_what_waits():
                await self._nap(looked_at)
        except Exception:
            log.exception("outbox out of reach; trying again", seconds=PAUSE)
            await asyncio.sleep(PAUSE)

    async def send_what_waits(self) -> int:
        """Start sending what may go now; returns how many messages that were."""
        awake = [name for name in self._channels if self._resting.get(name, self._clock()) <= self._clock()]
        return sum([await self._send_on(platform) for platform in awake])

    async def _send_on(self, platform: str) -> int:
        """As many as there is room for; one platform that hangs holds up no other."""
        room, up_to = AT_ONCE - len(self._in_flight[platform]), Urgency.SCHEDULED
        if room <= 0:
            room, up_to = room + MORE_FOR_SAFETY, Urgency.SAFETY
        if room <= 0:
            return 0
        claim = asyncio.ensure_future(self._outbox.claim(platform, room, up_to))
        try:
            messages = await asyncio.shield(claim)
        except asyncio.CancelledError:  # what is marked as being sent must go: after a restart nobody would know
            self._start(await claim)
            raise
        self._start(messages)
        return len(messages)

    def _start(self, messages: list[OutboxMessage]) -> None:
        for message in messages:
            task = asyncio.create_task(self._send(message))
            in_flight = self._in_flight[message.address.platform]
            in_flight.add(task)
            task.add_done_callback(in_flight.discard)
            task.add_done_callback(self._landed)

    def _landed(self, task: asyncio.Task[None]) -> None:
        if not task.cancelled() and (error := task.exception()):
            log.error("sending ended in an error", exc_info=error)
        self._more.set()

    async def finish(self, within: float = 10.0) -> None:
        """Wait for what is in flight, `within` seconds at most."""
        if in_flight := set().union(*self._in_flight.values()):
            await asyncio.wait(in_flight, timeout=within)

    async def _nap(self, looked_at: datetime) -> None:
        """Until there is more, or the first retry after the outbox was looked at."""
        retry = await self._outbox.next_retry(self.platforms, looked_at)
        until_retry = (retry - self._clock()).total_seconds() if retry else LONGEST_NAP
        # Not `wait_for`: in Python 3.11 it swallows a cancellation that comes together with what it waits for.
        with suppress(TimeoutError):
            async with asyncio.timeout(min(max(until_retry, 0.02), LONGEST_NAP)):
                await self._more.wait()

    async def _send(self, message: OutboxMessage) -> None:
        channel = self._channels[message.address.platform]
        try:
            file = await self._drawn(message)
            await self._wait_for_turn(message)
            await channel.send(message, file)
            await self._outbox.sent(message)
        except TryLater as later:
            await self._later(message, later)
        except Moved as moved:
            await self._outbox.moved(message, moved.chat)
        except Unreachable:
            await self._unreachable(message)
        except Uncertain:
            await self._uncertain(message, channel)
        except Refused as refused:
            log.error("message refused", kind=message.kind, reason=str(refused))
            await self._outbox.failed(message, "Refused")
        except Exception as error:
            log.exception("message failed", kind=message.kind)
            await self._outbox.failed(message, type(error).__name__)

    async def _drawn(self, message: OutboxMessage) -> File | None:
        """The attachment as a file. A picture that can't be drawn is left out: the text tells its content."""
        if message.attachment is None:
            return None
        try:
            return await asyncio.to_thread(self._draw, message)
        except Exception:
            if isinstance(message.attachment, ExportFile | ReportFile):
                raise
            log.exception("picture left out", kind=message.kind)
            return None

    async def _wait_for_turn(self, message: OutboxMessage) -> None:
        """The pace of the chat, then that of the bot; help does not queue behind prompts for the latter.

        What platforms take leaves room for it above our pace: 30 messages a second on Telegram, 50 on Discord.
        """
        channel = self._channels[message.address.platform]
        if not channel.per_second:
            return
        chat = (message.address.platform, message.address.chat)
        if len(self._chats) > 10_000:
            self._chats.clear()
        await self._chats.setdefault(chat, AsyncLimiter(CHAT_BURST, CHAT_BURST)).acquire()
        if message.urgency is not Urgency.SAFETY:
            await self._bots[message.address.platform].acquire()

    async def _later(self, message: OutboxMessage, later: TryLater) -> None:
        """Wait just as long as the platform says, for just what it names."""
        if later.whole_bot:
            self._resting[message.address.platform] = self._clock() + timedelta(seconds=later.seconds)
        log.info("waiting", platform=message.address.platform, seconds=later.seconds, whole_bot=later.whole_bot)
        await self._retry(message, later.seconds)

    async def _retry(self, message: OutboxMessage, seconds: float) -> None:
        """However often: what is scheduled has its own end, after which it is not sent any more."""
        await self._outbox.again(message, self._clock() + timedelta(seconds=seconds))

    async def _unreachable(self, message: OutboxMessage) -> None:
        await self._outbox.failed(message, "Unreachable")
        if message.person_id is not None:
            await self._lost(message.person_id, message.address)

    async def _uncertain(self, message: OutboxMessage, channel: Channel) -> None:
        """Nobody knows whether it arrived: what was asked for or keeps someone safe goes again, a prompt does not."""
        log.warning("outcome unknown", platform=channel.platform, kind=message.kind, attempts=message.attempts)
        if channel.resends_safely or message.urgency is not Urgency.SCHEDULED:
            await self._retry(message, min(2.0 ** min(message.attempts, 6), 60))
        else:
            await self._outbox.uncertain(message)


def _bot_pace(channel: Channel) -> AsyncLimiter:
    """One message each slot, without bursts: a burst would show as a second over the platform's limit."""
    return AsyncLimiter(1, 1 / channel.per_second) if channel.per_second else AsyncLimiter(1, 1)
