"""What goes next over one bot, and when: evenly, the most urgent first, never more in a second than the platform takes.

Pure: whoever asks tells the time, in seconds of a clock that never goes back. In line stands only what goes in a
moment. A chat's own pace is kept before that, when a message is taken out of the outbox, so that nothing in line waits
for its chat, and no chat holds up another.
"""

import heapq
from collections import deque
from collections.abc import Mapping
from math import inf

from bot.conversation.effects import Urgency
from bot.ports import OutboxMessage

SHARE = 0.98  # of the limit that is used, so that help nearly always finds room at once
MARGIN = 0.01  # by which a second is taken for longer, as what goes leaves the machine a moment later
CATCH_UP = 0.05  # seconds of slots that are made up for when the machine was late; more would leave a gap later
CHAT_SLOT = 1.0  # seconds from message to message in a chat ("avoid sending more than one message per second")
CHAT_BURST = 4  # messages that a chat takes quickly before that


class Pacer:
    """`per_second` messages at most within any `second`, 0 for no limit: https://core.telegram.org/bots/faq#broadcasting-to-users

    Prompts and answers go in even slots, as in the generic cell rate algorithm, so that whatever comes next is never
    more than a slot away. Help takes no slot: it goes as soon as the second has room.
    """

    def __init__(self, per_second: int, second: float = 1.0) -> None:
        self._is_limited = per_second > 0
        self._slot = second / (SHARE * per_second) if per_second else 0.0
        self._second = second * (1 + MARGIN)
        self._went: deque[float] = deque(maxlen=per_second)
        self._next_slot = -inf
        self._line: list[tuple[Urgency, int, OutboxMessage]] = []
        self._rests_until = -inf

    def enter(self, message: OutboxMessage, now: float) -> None:
        """Stand in line, behind what is as urgent and was said before. Slots in which nobody stood there are gone."""
        if not self._line:
            self._next_slot = max(self._next_slot, now)
        heapq.heappush(self._line, (message.urgency, message.id, message))

    def due(self) -> float:
        """The moment from which the first in line may go; infinitely late when there is none."""
        if not self._line:
            return inf
        if self._line[0][0] is Urgency.SAFETY:
            return self._second_has_room()
        return max(self._second_has_room(), self._next_slot)

    def next(self, now: float) -> OutboxMessage | None:
        """Take the first out of the line, if it may go now. Before the next is asked for, tell when it `went`."""
        return heapq.heappop(self._line)[-1] if self._line and now >= self.due() else None

    def went(self, now: float) -> None:
        if self._is_limited:
            self._went.append(now)
            self._next_slot = max(self._next_slot, now - CATCH_UP) + self._slot

    def rest(self, until: float) -> list[OutboxMessage]:
        """The platform told the whole bot to wait. Whatever stands in line is sent away, and returned."""
        self._rests_until = max(self._rests_until, until)
        sent_away = [message for _, _, message in sorted(self._line)]
        self._line.clear()
        return sent_away

    def rests_until(self, now: float) -> float | None:
        """When the whole bot may go on; `None` when it may now."""
        return self._rests_until if now < self._rests_until else None

    def _second_has_room(self) -> float:
        is_full = self._is_limited and len(self._went) == self._went.maxlen
        return self._went[0] + self._second if is_full else -inf


class Chats:
    """The pace of each chat: a burst, then one message a slot."""

    def __init__(self) -> None:
        self._fresh_at: dict[str, float] = {}  # in about this order
        self._tired_until: dict[str, float] = {}

    def count(self, chat: str, now: float) -> None:
        """A message to that chat is taken out of the outbox."""
        fresh_at = max(self._fresh_at.pop(chat, now), now) + CHAT_SLOT
        self._fresh_at[chat] = fresh_at
        self._tired_until[chat] = fresh_at - (CHAT_BURST - 1) * CHAT_SLOT
        self._forget_fresh(now)

    def tired(self, now: float) -> Mapping[str, float]:
        """The chats that can't take another message now, and when they can; help goes to them all the same."""
        self._tired_until = {chat: until for chat, until in self._tired_until.items() if until > now}
        return self._tired_until

    def _forget_fresh(self, now: float) -> None:
        while self._fresh_at and self._fresh_at[first := next(iter(self._fresh_at))] <= now:
            del self._fresh_at[first]
