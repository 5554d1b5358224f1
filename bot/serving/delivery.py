"""Outbox to channel: pace, order per person, retry, expiry.

The database is the queue. Messages leave it by urgency and then in order, just before their slots, at most one in
flight a chat, so that one slow or flooded chat delays no other. What became of a message is written down before the
next one of its chat goes.
"""

import asyncio
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import UTC, datetime, timedelta

import structlog

from bot.conversation.effects import ExportFile, ReportFile, Urgency
from bot.ports import Channel, File, Moved, OutboxMessage, OutOfReach, Refused, TryLater, Uncertain, Unreachable
from bot.serving.companion import Companion
from bot.serving.lane import Lane
from bot.serving.outbox import PAUSE, Outbox

log = structlog.get_logger()
# How often a message is tried while nobody knows whether it arrived, and the longest pause in between, in seconds. An
# answer: for eleven minutes, a longer failure than most, and seen eight times at worst; meanwhile its chat waits. Help:
# for half an hour, a minute apart at most, since too much of it harms less than none.
TRIES = {Urgency.SAFETY: (30, 60.0), Urgency.REPLY: (8, 300.0), Urgency.SCHEDULED: (8, 300.0)}
WHILE_NOTHING_IS_TAKEN = 3  # times as many: a platform that takes nothing from anybody is away, for 90 minutes at most
LONGEST_NAP = 5.0  # seconds until the outbox is looked at again, whatever happens

Draw = Callable[[OutboxMessage], File | None]


class Delivery:
    """Sends what waits in the outbox through the channels, until told to stop.

    `clock` tells when something was said or runs out, `timer` the seconds by which the pace is kept.
    """

    def __init__(
        self,
        companion: Companion,
        channels: Mapping[str, Channel],
        draw: Draw,
        *,
        clock: Callable[[], datetime] | None = None,
        timer: Callable[[], float] = time.monotonic,
    ) -> None:
        self._lost = companion.lost
        self._meters = companion.store.meters
        self._draw = draw
        self._clock = clock or (lambda: datetime.now(UTC))
        self._outbox = Outbox(companion, self._clock)
        self._more = asyncio.Event()
        self._lanes = {name: Lane(channel, timer, self.wake) for name, channel in channels.items()}

    @property
    def platforms(self) -> frozenset[str]:
        return frozenset(self._lanes)

    @property
    def tired(self) -> frozenset[str]:
        """Chats to which nothing but help goes now."""
        return frozenset[str]().union(*(lane.tired for lane in self._lanes.values()))

    def wake(self) -> None:
        """There may be something to send."""
        self._more.set()

    async def recover(self) -> None:
        """After a start: decide about the messages that were being sent when the last process ended."""
        safely = frozenset(name for name, lane in self._lanes.items() if lane.channel.resends_safely)
        if lost := await self._outbox.recover(self.platforms, safely):
            log.warning("messages were in flight when the last process ended", count=lost)

    async def run(self) -> None:
        """Send until cancelled; what is in flight is then finished first."""
        try:
            while True:
                self._more.clear()
                await self._send_and_nap()
        finally:
            await self.finish()

    async def _send_and_nap(self) -> None:
        """A database that is out of reach for a moment ends nothing."""
        looked_at = self._clock()
        try:
            await self.send_what_waits()
            await self._nap(looked_at)
        except Exception:
            log.exception("outbox out of reach; trying again", seconds=PAUSE)
            await asyncio.sleep(PAUSE)

    async def send_what_waits(self) -> int:
        """Start sending what goes next; returns how many messages that were."""
        return sum([await self._send_on(platform) for platform, lane in self._lanes.items() if not lane.rests])

    async def _send_on(self, platform: str) -> int:
        """As many as there is room for; one platform that hangs holds up no other."""
        lane = self._lanes[platform]
        room, up_to = lane.room()
        if room <= 0:
            return 0
        claim = asyncio.ensure_future(self._outbox.claim(platform, room, up_to, lane.tired))
        try:
            messages = await asyncio.shield(claim)
        except asyncio.CancelledError:  # what is marked as being sent must go: after a restart nobody would know
            self._start(lane, await claim)
            raise
        self._start(lane, messages)
        return len(messages)

    def _start(self, lane: Lane, messages: list[OutboxMessage]) -> None:
        for message in messages:
            lane.start(message, self._send(lane, message))

    async def finish(self, within: float = 10.0) -> None:
        """Wait for what is on its way, `within` seconds at most."""
        await asyncio.gather(*(lane.finish(within) for lane in self._lanes.values()))

    async def _nap(self, looked_at: datetime) -> None:
        """Until there is more, or until what waits for a moment may go."""
        if self._more.is_set():
            return
        retry = await self._outbox.next_retry(self.platforms, looked_at)
        until_retry = (retry - self._clock()).total_seconds() if retry else LONGEST_NAP
        soonest = min(until_retry, *(lane.seconds_to_next() for lane in self._lanes.values()))
        # Not `wait_for`: in Python 3.11 it swallows a cancellation that comes together with what it waits for.
        with suppress(TimeoutError):
            async with asyncio.timeout(min(max(soonest, 0.02), LONGEST_NAP)):
                await self._more.wait()

    async def _send(self, lane: Lane, message: OutboxMessage) -> None:
        try:
            if message.doubts >= WHILE_NOTHING_IS_TAKEN * TRIES[message.urgency][0]:  # the process ended with it
                raise Uncertain
            file = await self._drawn(message)
            await lane.turn(message)
            await lane.channel.send(message, file)
            lane.taken()
            late = (self._clock() - message.due_at).total_seconds()
            self._meters.took(message.address.platform, message.urgency, max(0.0, late))
            await self._outbox.sent(message)
        except TryLater as later:
            await self._later(lane, message, later)
        except Moved as moved:
            await self._outbox.moved(message, moved.chat)
        except Unreachable:
            await self._unreachable(message)
        except Uncertain as uncertain:
            await self._uncertain(lane, message, uncertain.seconds)
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
        except OutOfReach as away:
            raise TryLater(PAUSE) from away
        except Exception:
            if isinstance(message.attachment, ExportFile | ReportFile):
                raise
            log.exception("picture left out", kind=message.kind)
            return None

    async def _later(self, lane: Lane, message: OutboxMessage, later: TryLater) -> None:
        """Wait just as long as the platform says, for just what it names, however often: what is scheduled has its own
        end, after which it is not sent any more."""
        if later.whole_bot:
            lane.rest(later.seconds)
        seconds = round(later.seconds, 1)  # more digits might look like somebody's number
        log.info("waiting", platform=message.address.platform, seconds=seconds, whole_bot=later.whole_bot)
        await self._outbox.again(message, self._clock() + timedelta(seconds=later.seconds))

    async def _unreachable(self, message: OutboxMessage) -> None:
        await self._outbox.failed(message, "Unreachable")
        if message.person_id is not None:
            await self._lost(message.person_id, message.address)

    async def _uncertain(self, lane: Lane, message: OutboxMessage, at_least: float) -> None:
        """Nobody knows whether it arrived: what was asked for or keeps someone safe goes again, but not for ever; a
        prompt does not."""
        platform = lane.channel.platform
        self._meters.doubted(platform)
        log.warning("outcome unknown", platform=platform, kind=message.kind, attempts=message.attempts)
        may_come_twice = lane.channel.resends_safely or message.urgency is not Urgency.SCHEDULED
        most, longest = TRIES[message.urgency]
        if not lane.doubted():
            most *= WHILE_NOTHING_IS_TAKEN
        if may_come_twice and message.doubts + 1 < most:
            seconds = max(min(3.0 ** min(message.doubts, 9), longest), at_least)
            await self._outbox.in_doubt(message, self._clock() + timedelta(seconds=seconds))
            return
        if may_come_twice:
            log.error("given up: outcome still unknown", platform=platform, kind=message.kind)
        await self._outbox.uncertain(message)
