"""The way out to one platform: what is drawn, stands in line for its slot, or is in flight there.

A message in line can't be overtaken by one of its own chat, and after a crash nobody knows whether it went. So few are
taken out of the outbox ahead of their slot.
"""

import asyncio
from collections.abc import Callable, Coroutine
from functools import partial
from math import inf
from typing import Any

import structlog

from bot.conversation.effects import Urgency
from bot.ports import Channel, OutboxMessage, TryLater
from bot.serving.pacer import Chats, Pacer

log = structlog.get_logger()
AT_ONCE = 16  # messages on their way at once, or as many as go in a second
MORE_FOR_SAFETY = 4  # so that nothing that hangs keeps help from someone
AHEAD = 0.1  # seconds for which messages are taken out ahead of their slots: a slow disk takes half of that
AHEAD_AT_LEAST = 4


class Lane:
    """`on_room` is called when there may be room for more."""

    def __init__(self, channel: Channel, timer: Callable[[], float], on_room: Callable[[], None]) -> None:
        self.channel = channel
        self._timer = timer
        self._on_room = on_room
        self._pacer = Pacer(channel.per_second)
        self._chats = Chats()
        self._at_once = max(AT_ONCE, channel.per_second)
        self._most_ahead = max(AHEAD_AT_LEAST, round(AHEAD * channel.per_second)) if channel.per_second else AT_ONCE
        self._on_its_way: set[asyncio.Task[None]] = set()
        self._ahead: dict[int, Urgency] = {}
        self._in_line: dict[int, asyncio.Future[None]] = {}
        self._takes = True
        self._called: int | None = None
        self._alarm: asyncio.TimerHandle | None = None

    @property
    def rests(self) -> bool:
        """Whether the platform told the whole bot to wait."""
        return self._pacer.rests_until(self._timer()) is not None

    @property
    def tired(self) -> frozenset[str]:
        """Chats to which nothing but help goes now."""
        return frozenset(self._chats.tired(self._timer()))

    def seconds_to_next(self) -> float:
        """Until the bot or a chat has rested, if one does."""
        now = self._timer()
        moments = [*self._chats.tired(now).values(), self._pacer.rests_until(now) or inf]
        return min(moments) - now

    def room(self) -> tuple[int, Urgency]:
        """How many messages to take out of the outbox now, and the least urgent among them."""
        free = self._at_once - len(self._on_its_way)
        if free <= 0:
            return free + MORE_FOR_SAFETY, Urgency.SAFETY
        for urgency, enough in ((Urgency.SCHEDULED, self._most_ahead // 2), (Urgency.REPLY, 1)):
            room = self._most_ahead - sum(other <= urgency for other in self._ahead.values())
            if room >= enough:
                return min(room, free), urgency
        return free, Urgency.SAFETY

    def start(self, message: OutboxMessage, sending: Coroutine[Any, Any, None]) -> None:
        """Begin to send what was taken out of the outbox."""
        self._ahead[message.id] = message.urgency
        if self.channel.per_second:
            self._chats.count(message.address.chat, self._timer())
        task = asyncio.create_task(sending)
        self._on_its_way.add(task)
        task.add_done_callback(partial(self._landed, message.id))

    async def turn(self, message: OutboxMessage) -> None:
        """Wait for the message's slot. Raises `TryLater` when meanwhile the whole bot is told to wait."""
        if until := self._pacer.rests_until(self._timer()):
            raise TryLater(until - self._timer())
        self._in_line[message.id] = turn = asyncio.get_running_loop().create_future()
        self._pacer.enter(message, self._timer())
        self._call_next()
        await turn
        self._pacer.went(self._timer())
        self._gone(message.id)

    def rest(self, seconds: float) -> None:
        """The platform told the whole bot to wait; whatever stands in line goes back."""
        for message in self._pacer.rest(self._timer() + seconds):
            self._tell(message, TryLater(seconds))

    def taken(self) -> None:
        """The platform took a message, of whomever."""
        self._takes = True

    def doubted(self) -> bool:
        """Nobody knows whether a message arrived; whether any was taken since the last of which nobody knew."""
        took, self._takes = self._takes, False
        return took

    async def finish(self, within: float) -> None:
        """Wait for what is on its way, so many seconds at most."""
        if self._on_its_way:
            await asyncio.wait(self._on_its_way, timeout=within)

    def _call_next(self) -> None:
        """The first in line, when it may go. One at a time: only who goes knows when that was, however late it is."""
        if self._called is not None:
            return
        if self._alarm:
            self._alarm.cancel()
        now = self._timer()
        if message := self._pacer.next(now):
            self._called = message.id
            self._tell(message)
        elif (due := self._pacer.due()) < inf:
            self._alarm = asyncio.get_running_loop().call_later(due - now, self._call_next)

    def _tell(self, message: OutboxMessage, instead: TryLater | None = None) -> None:
        turn = self._in_line.pop(message.id)
        if turn.done():
            return
        if instead:
            turn.set_exception(instead)
        else:
            turn.set_result(None)

    def _gone(self, message_id: int) -> None:
        self._ahead.pop(message_id, None)
        if 2 * len(self._ahead) <= self._most_ahead:
            self._on_room()
        if self._called == message_id:
            self._called = None
            self._call_next()

    def _landed(self, message_id: int, task: asyncio.Task[None]) -> None:
        self._on_its_way.discard(task)
        self._gone(message_id)
        if not task.cancelled() and (error := task.exception()):
            log.error("sending ended in an error", exc_info=error)
        self._on_room()
