"""What goes next, and when: under a clock in hand, beside an outbox that is a list."""

import heapq
from collections.abc import Iterator, Sequence
from math import inf
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.conversation.effects import Urgency
from bot.ports import Address, OutboxMessage
from bot.serving.pacer import CHAT_BURST, CHAT_SLOT, Chats, Pacer
from tests.fakes import MORNING

SAFETY, REPLY, SCHEDULED = Urgency
AHEAD = 4


def message(number: int, urgency: Urgency = SCHEDULED, chat: str | None = None) -> OutboxMessage:
    address = Address("fake", "someone", chat or str(number))
    return OutboxMessage(number, None, address, "check_in", "", (), None, urgency, MORNING, None)


class Play:
    """What came of messages that were put into an outbox at their moments. Each look at the clock is up to `late`
    seconds late, and so is, by up to `stall`, each message that may go."""

    def __init__(
        self, pacer: Pacer, arrivals: Sequence[tuple[float, OutboxMessage]], late: float = 0.0, stall: float = 0.0
    ) -> None:
        self.went: list[tuple[float, OutboxMessage]] = []
        self.taken_out: list[tuple[float, OutboxMessage]] = []
        self._pacer = pacer
        self._chats = Chats()
        self._coming = sorted(arrivals, key=lambda arrival: arrival[0])
        self._outbox: list[tuple[Urgency, int, OutboxMessage]] = []
        self._in_line: dict[str, Urgency] = {}
        self._lateness = Random(1)  # noqa: S311 - a simulation
        self._late = late
        self._stall = stall
        self._now = -inf
        for now in self._moments():
            self._step(now)

    def _moments(self) -> Iterator[float]:
        while self._coming or self._outbox or self._in_line:
            arrives = self._coming[0][0] if self._coming else inf
            rested = min(self._chats.tired(self._now).values(), default=inf)
            yield max(self._now, min(arrives, self._pacer.due(), rested)) + self._lateness.uniform(0, self._late)

    def _step(self, now: float) -> None:
        while self._coming and self._coming[0][0] <= now:
            _, arrived = self._coming.pop(0)
            heapq.heappush(self._outbox, (arrived.urgency, arrived.id, arrived))
        self._take_out(now)
        while gone := self._pacer.next(now):
            now += self._lateness.uniform(0, self._stall)
            self._pacer.went(now)
            del self._in_line[gone.address.chat]
            self.went.append((now, gone))
            self._take_out(now)
        self._now = now

    def _take_out(self, now: float) -> None:
        """As the store and the lane do it: by urgency, one a chat, few ahead of their slots."""
        kept = []
        while self._outbox:
            entry = heapq.heappop(self._outbox)
            urgency, _, waiting = entry
            chat = waiting.address.chat
            is_room = sum(other <= urgency for other in self._in_line.values()) < AHEAD
            if is_room and chat not in self._in_line and (urgency is SAFETY or chat not in self._chats.tired(now)):
                self._in_line[chat] = urgency
                self._chats.count(chat, now)
                self.taken_out.append((now, waiting))
                self._pacer.enter(waiting, now)
            else:
                kept.append(entry)
            if not is_room:
                break
        for entry in kept:
            heapq.heappush(self._outbox, entry)

    def moment_of(self, number: int) -> float:
        return next(moment for moment, gone in self.went if gone.id == number)

    def order(self, chat: str | None = None) -> list[int]:
        return [gone.id for _, gone in self.went if chat in {None, gone.address.chat}]


def busiest(moments: Sequence[float], limit: int) -> float:
    """The shortest time in which one message more than the limit went."""
    return min((later - earlier for earlier, later in zip(moments, moments[limit:], strict=False)), default=inf)


def broadcast(count: int) -> list[tuple[float, OutboxMessage]]:
    return [(0.0, message(number)) for number in range(count)]


@st.composite
def arrivals(draw: st.DrawFn) -> list[tuple[float, OutboxMessage]]:
    """Sixty messages at most, in three seconds, to a few chats or many."""
    chats = draw(st.sampled_from([1, 3, 100]))
    which = st.tuples(st.floats(0, 3), st.sampled_from(Urgency), st.integers(1, chats))
    drawn = sorted(draw(st.lists(which, max_size=60)))
    return [(moment, message(number, urgency, str(chat))) for number, (moment, urgency, chat) in enumerate(drawn)]


LIMITS = st.sampled_from([1, 2, 5, 20, 30])
LATE = st.sampled_from([0.0, 0.003, 0.2])


@given(arrivals(), LIMITS, LATE)
def test_no_second_holds_more_than_the_limit_whatever_comes(
    coming: list[tuple[float, OutboxMessage]], limit: int, late: float
) -> None:
    play = Play(Pacer(limit), coming, late, stall=late)

    assert len(play.went) == len(coming)
    assert busiest([moment for moment, _ in play.went], limit) >= 1


@given(arrivals(), LIMITS, LATE)
def test_a_chat_hears_what_is_as_urgent_in_the_order_in_which_it_was_said(
    coming: list[tuple[float, OutboxMessage]], limit: int, late: float
) -> None:
    play = Play(Pacer(limit), coming, late, stall=late)

    for chat in {sent.address.chat for _, sent in coming}:
        for urgency in Urgency:
            heard = [sent.id for _, sent in play.went if (sent.address.chat, sent.urgency) == (chat, urgency)]
            assert heard == sorted(heard)


@given(arrivals(), LATE)
def test_nobody_but_who_needs_help_gets_more_than_a_burst_and_one_a_second(
    coming: list[tuple[float, OutboxMessage]], late: float
) -> None:
    ordinary = [(moment, sent) for moment, sent in coming if sent.urgency is not SAFETY]
    play = Play(Pacer(30), ordinary, late, stall=late)

    for chat in {sent.address.chat for _, sent in ordinary}:
        moments = [moment for moment, sent in play.taken_out if sent.address.chat == chat]
        for seconds in range(4):
            assert busiest(moments, CHAT_BURST + seconds) >= (seconds + 1) * CHAT_SLOT - 1e-6


@given(st.lists(st.sampled_from(Urgency), max_size=40))
def test_of_what_stands_in_line_the_most_urgent_goes_and_then_the_first(urgencies: list[Urgency]) -> None:
    pacer = Pacer(0)
    said = [message(number, urgency) for number, urgency in enumerate(urgencies)]
    for each in said:
        pacer.enter(each, 0.0)

    went = [pacer.next(0.0) for _ in said]

    assert went == sorted(said, key=lambda each: (each.urgency, each.id))
    assert pacer.next(0.0) is None


@pytest.mark.parametrize("limit", [1, 20, 30, 1000])
def test_a_broadcast_fills_its_seconds_though_each_look_at_the_clock_is_late(limit: int) -> None:
    count = min(5000, 20 * limit)
    play = Play(Pacer(limit), broadcast(count), late=0.004)

    share = (count - 1) / (play.went[-1][0] - play.went[0][0]) / limit
    assert 0.97 <= share <= 1


@pytest.mark.parametrize("phase", [0.0, 0.01, 0.02, 0.03])
def test_an_answer_waits_two_slots_at_most_behind_five_thousand(phase: float) -> None:
    asked = 10 + phase
    play = Play(Pacer(30), [*broadcast(5000), (asked, message(5000, REPLY))], late=0.002)

    assert play.moment_of(5000) - asked <= 2 / 30
    passed = [sent for moment, sent in play.went if asked < moment < play.moment_of(5000)]
    assert len(passed) <= 1


@pytest.mark.parametrize("phase", [0.0, 0.01, 0.02, 0.03])
def test_nothing_goes_before_help(phase: float) -> None:
    needed = 10 + phase
    answers = [(needed - 0.1, message(5000 + number, REPLY)) for number in range(100)]
    play = Play(Pacer(30), [*broadcast(5000), *answers, (needed, message(9999, SAFETY))])

    assert play.moment_of(9999) - needed < 1 / 30
    assert not [sent for moment, sent in play.went if needed < moment < play.moment_of(9999)]


def test_help_takes_no_slot_while_the_second_has_room() -> None:
    pacer = Pacer(30)
    for number in range(10):
        pacer.enter(message(number), 0.0)
    while pacer.next(0.0):
        pacer.went(0.0)
    pacer.enter(message(99, SAFETY), 0.0)

    assert pacer.due() <= 0.0
    assert pacer.next(0.0) == message(99, SAFETY)


def test_a_chat_that_must_wait_delays_no_other_and_help_there_neither() -> None:
    flood = [(0.0, message(number, REPLY, "anna")) for number in range(10)]
    others = [(0.0, message(100 + number)) for number in range(10)]
    help_for_anna = (1.5, message(200, SAFETY, "anna"))
    play = Play(Pacer(30), [*flood, *others, help_for_anna])

    assert play.order("anna") == [0, 1, 2, 3, 4, 200, 5, 6, 7, 8, 9]
    assert play.moment_of(109) < 0.5
    assert play.moment_of(200) == 1.5


def test_a_bot_that_must_wait_sends_its_line_away_and_goes_on_after_that() -> None:
    pacer = Pacer(30)
    for each in (message(2), message(1), message(3, SAFETY)):
        pacer.enter(each, 0.0)

    assert pacer.rest(until=30.0) == [message(3, SAFETY), message(1), message(2)]
    assert pacer.due() == inf
    assert pacer.rests_until(29.9) == 30.0
    assert pacer.rests_until(30.0) is None


def test_a_shorter_wait_that_is_told_later_ends_no_longer_one() -> None:
    pacer = Pacer(30)
    pacer.rest(until=30.0)
    pacer.rest(until=10.0)

    assert pacer.rests_until(20.0) == 30.0


def test_one_bot_that_must_wait_leaves_another_its_slots() -> None:
    resting, other = Pacer(30), Pacer(30)
    resting.rest(until=30.0)
    other.enter(message(1), 0.0)

    assert other.next(0.0) == message(1)


def test_chats_that_have_rested_are_forgotten() -> None:
    chats = Chats()
    for number in range(5000):
        chats.count(str(number), number / 1000)

    assert len(chats._fresh_at) <= 1001
