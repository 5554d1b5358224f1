"""What waits is sent: in order, at the platform's pace, and whatever the platform says to it."""

import asyncio
import threading
import time
from collections.abc import AsyncIterator, Collection, Iterator
from contextlib import asynccontextmanager, suppress
from datetime import datetime, timedelta

import pytest
from structlog.testing import capture_logs
from structlog.typing import EventDict

from bot.conversation.effects import Attachment, BreathingAnimation, ExportFile, Urgency
from bot.conversation.events import Text
from bot.ports import Address, File, Moved, OutboxMessage, OutOfReach, Refused, TryLater, Uncertain, Unreachable
from bot.serving.delivery import TRIES, WHILE_NOTHING_IS_TAKEN, Delivery
from bot.serving.lane import AHEAD_AT_LEAST, AT_ONCE
from bot.serving.pacer import CHAT_BURST
from tests.fakes import CANARY, PLATFORM, Platform, World, nothing_drawn, until

SAFETY, REPLY, SCHEDULED = Urgency
BREATH = BreathingAnimation("long_out", "in", "out", "hold")


@pytest.fixture(autouse=True)
def logged() -> Iterator[list[EventDict]]:
    with capture_logs() as lines:
        yield lines


@pytest.fixture
async def world() -> AsyncIterator[World]:
    """Anna and Ben are known; nothing waits."""
    world = World()
    for name in ("anna", "ben"):
        for said in ("hello", "i agree", "usual"):
            await world.happens(name, Text(said))
    world.platform.sent.clear()
    world.platform.tried.clear()
    yield world
    world.close()


@asynccontextmanager
async def running(delivery: Delivery) -> AsyncIterator[None]:
    task = asyncio.create_task(delivery.run())
    try:
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


async def until_sent(platform: Platform, count: int) -> None:
    await until(lambda: len(platform.sent) >= count)


def without_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("bot.serving.delivery", "bot.serving.outbox"):
        monkeypatch.setattr(f"{module}.PAUSE", 0.01)


async def deliver_each(world: World, pause: timedelta, times: int = 1) -> None:
    for _ in range(times):
        await world.deliver()
        world.clock.now += pause


def state_of(world: World, name: str = "anna") -> str:
    """What became of the newest message to that person."""
    return world.states(name)[-1]


# Order


async def test_one_persons_messages_keep_their_order(world: World) -> None:
    for number in range(20):
        world.put(str(number))

    await world.deliver()

    assert world.platform.texts == [str(number) for number in range(20)]


async def test_replies_go_before_what_was_scheduled_and_safety_before_all(world: World) -> None:
    for text, urgency in (("nudge", SCHEDULED), ("answer", REPLY), ("help", SAFETY)):
        world.put(text, urgency)

    await world.deliver()

    assert world.platform.texts == ["help", "answer", "nudge"]


async def test_one_slow_chat_delays_no_other(world: World) -> None:
    gate = world.platform.held["slow"] = asyncio.Event()
    for text in ("slow", "after slow"):
        world.put(text, to="anna")
    for text in ("one", "two"):
        world.put(text, to="ben")

    async with running(world.delivery):
        await until_sent(world.platform, 2)
        assert world.platform.texts == ["one", "two"]
        gate.set()
        await until_sent(world.platform, 4)

    assert world.platform.texts[2:] == ["slow", "after slow"]


async def test_one_platform_that_hangs_holds_up_no_other(world: World) -> None:
    other = Platform(platform="other")
    both = Delivery(world.companion, {PLATFORM: world.platform, "other": other}, nothing_drawn, clock=world.clock)
    gate = world.platform.held["stuck"] = asyncio.Event()
    for number in range(2 * AT_ONCE):
        world.put("stuck", to=f"person {number}")
    world.put("hello", at=Address("other", "anna", "anna"))

    async with running(both):
        await until_sent(other, 1)
        gate.set()


async def test_help_finds_room_while_everything_else_hangs(world: World) -> None:
    gate = world.platform.held["stuck"] = asyncio.Event()
    for number in range(2 * AT_ONCE):
        world.put("stuck", to=f"person {number}")

    async with running(world.delivery):
        await until(lambda: len(world.platform.tried) == AT_ONCE)
        world.put("answer", REPLY, to="anna")
        world.put("help", SAFETY, to="ben")
        world.delivery.wake()
        await until_sent(world.platform, 1)
        assert world.platform.texts == ["help"]
        gate.set()


async def test_what_is_put_while_delivery_rests_goes_when_it_is_woken(world: World) -> None:
    async with running(world.delivery):
        await asyncio.sleep(0.05)
        world.put("fresh")
        world.delivery.wake()
        await until_sent(world.platform, 1)


@asynccontextmanager
async def paced(per_second: int, *, prompts: int) -> AsyncIterator[World]:
    """Prompts wait for as many people."""
    world = World(platform=Platform(per_second=per_second))
    for number in range(prompts):
        world.put(f"prompt {number}", SCHEDULED, to=f"person {number}")
    yield world
    world.close()


async def test_no_second_holds_more_than_the_platform_takes() -> None:
    async with paced(100, prompts=130) as world, running(world.delivery):
        await until_sent(world.platform, 130)

    times = world.platform.sent_at
    assert all(later - earlier >= 1 for earlier, later in zip(times, times[100:], strict=False))


async def test_an_answer_waits_for_two_prompts_at_most_however_many_wait() -> None:
    async with paced(5, prompts=100) as world, running(world.delivery):
        await until_sent(world.platform, 2)
        world.put("answer", REPLY, to="anna")
        world.delivery.wake()
        await until(lambda: "answer" in world.platform.texts)

    assert world.platform.texts.index("answer") <= 2 + 2


async def test_no_prompt_goes_before_help() -> None:
    async with paced(5, prompts=100) as world, running(world.delivery):
        await until_sent(world.platform, 2)
        world.put("help", SAFETY, to="anna")
        world.delivery.wake()
        await until(lambda: "help" in world.platform.texts)

    assert world.platform.texts.index("help") == 2


async def test_few_are_taken_out_of_the_outbox_ahead_of_their_slots() -> None:
    async with paced(5, prompts=100) as world, running(world.delivery):
        await until_sent(world.platform, 2)
        assert world.count("sending") <= AHEAD_AT_LEAST + 1


async def test_a_tired_chat_delays_no_other_and_no_help(world: World) -> None:
    platform = Platform(per_second=1000)

    def slow_timer() -> float:
        return world.clock().timestamp() + time.monotonic() / 20

    delivery = Delivery(world.companion, {PLATFORM: platform}, nothing_drawn, clock=world.clock, timer=slow_timer)
    for number in range(6):
        world.put(str(number), to="anna")
    world.put("for ben", to="ben")
    async with running(delivery):
        await until_sent(platform, CHAT_BURST + 1)
        world.put("help", SAFETY, to="anna")
        delivery.wake()
        await until_sent(platform, CHAT_BURST + 2)
        world.clock.now += timedelta(seconds=2)
        delivery.wake()
        await until_sent(platform, CHAT_BURST + 3)

    assert "for ben" in platform.texts[: CHAT_BURST + 1]
    assert [text for text in platform.texts if text != "for ben"] == ["0", "1", "2", "3", "help", "4"]


async def test_what_stands_in_line_goes_back_when_the_whole_bot_should_wait() -> None:
    async with paced(5, prompts=10) as world, running(world.delivery):
        world.platform.failing["prompt 0"] = [TryLater(30, whole_bot=True)]
        world.delivery.wake()
        await until(lambda: world.platform.tried)
        await until(lambda: world.count("pending") == 10)

    assert world.platform.tried == ["prompt 0"]


# What the platform may say


async def test_a_chat_that_should_wait_waits_and_no_other_does(world: World) -> None:
    world.platform.failing["one"] = [TryLater(30)]
    for text, name in (("one", "anna"), ("two", "anna"), ("three", "ben")):
        world.put(text, to=name)

    await world.deliver()
    assert world.platform.texts == ["three"]

    await world.later(seconds=29)
    assert world.platform.texts == ["three"]

    await world.later(seconds=1)
    assert world.platform.texts == ["three", "one", "two"]


async def test_safety_does_not_wait_for_a_retry_of_its_chat(world: World) -> None:
    world.platform.failing["one"] = [TryLater(30)]
    world.put("one")
    await world.deliver()

    world.put("help", SAFETY)
    await world.deliver()

    assert world.platform.texts == ["help"]


async def test_a_bot_that_should_wait_rests_everywhere(world: World) -> None:
    world.platform.failing["one"] = [TryLater(30, whole_bot=True)]
    world.put("one", to="anna")
    await world.deliver()
    world.put("two", to="ben")

    await world.later(seconds=29)
    assert world.platform.tried == ["one"]

    await world.later(seconds=1)
    assert sorted(world.platform.texts) == ["one", "two"]


async def test_one_platform_that_rests_leaves_the_other_awake(world: World) -> None:
    other = Platform(platform="other")
    both = Delivery(world.companion, {PLATFORM: world.platform, "other": other}, nothing_drawn, clock=world.clock)
    world.platform.failing["one"] = [TryLater(30, whole_bot=True)]
    world.put("one")
    await both.send_what_waits()
    await both.finish()

    world.put("two", at=Address("other", "anna", "anna"))
    await both.send_what_waits()
    await both.finish()

    assert other.texts == ["two"]


@pytest.mark.parametrize("urgency", [SCHEDULED, REPLY])
async def test_a_minute_offline_loses_nothing_that_still_has_hours(world: World, urgency: Urgency) -> None:
    world.platform.failing["good morning"] = [TryLater(2)] * 30
    world.put("good morning", urgency, expires_at=world.clock() + timedelta(hours=4))

    for _ in range(31):
        await world.later(seconds=2)

    assert world.platform.texts == ["good morning"]


async def test_someone_who_can_not_be_reached_is_left_in_peace(world: World) -> None:
    world.platform.failing["nudge"] = [Unreachable()]
    world.put("nudge", SCHEDULED)
    world.put("another", SCHEDULED)
    before = world.timers("ben")

    await world.deliver()

    assert world.platform.texts == []
    assert world.timers("anna") == {}
    assert world.timers("ben") == before
    assert [row["reason"] for row in world.outbox("anna") if row["state"] == "failed"] == ["Unreachable"]


async def test_a_person_who_can_not_be_let_rest_is_logged_by_the_error_alone(
    world: World, logged: list[EventDict]
) -> None:
    world.platform.failing["nudge"] = [Unreachable()]
    world.put("nudge", SCHEDULED)
    world.break_database("DELETE ON timers")

    await world.deliver()
    await until(lambda: logged)

    assert state_of(world) == "failed"
    assert [line["event"] for line in logged] == ["sending ended in an error"]


async def test_a_stranger_who_can_not_be_reached_leaves_no_trace(world: World) -> None:
    before = world.rows()
    world.platform.failing["hello"] = [Unreachable()]
    world.put("hello", to="cleo")

    await world.deliver()

    assert world.rows() == before


async def test_a_chat_that_moved_gets_the_message_at_its_new_place(world: World) -> None:
    world.platform.failing["one"] = [Moved("new chat")]
    for text in ("one", "two"):
        world.put(text)

    await world.deliver()

    assert [(message.text, message.address.chat) for message in world.platform.sent] == [
        ("one", "new chat"),
        ("two", "new chat"),
    ]
    assert world.about("anna")["addresses"][0]["chat"] == "new chat"


@pytest.mark.parametrize(
    ("urgency", "resends_safely", "sent", "state"),
    [
        (SAFETY, False, ["hello"], "sent"),
        (REPLY, False, ["hello"], "sent"),
        (SCHEDULED, False, [], "uncertain"),
        (SCHEDULED, True, ["hello"], "sent"),
    ],
)
async def test_when_nobody_knows_whether_it_arrived_only_a_prompt_is_not_sent_again(
    world: World, urgency: Urgency, resends_safely: bool, sent: list[str], state: str
) -> None:
    world.platform.resends_safely = resends_safely
    world.platform.failing["hello"] = [Uncertain()]
    world.put("hello", urgency)

    await world.deliver()
    await world.later(seconds=1)

    assert world.platform.texts == sent
    assert state_of(world) == state


@pytest.mark.parametrize("urgency", [SAFETY, REPLY])
async def test_what_nobody_ever_knows_to_have_arrived_is_given_up_and_its_chat_goes_on(
    world: World, urgency: Urgency, logged: list[EventDict]
) -> None:
    times, _ = TRIES[urgency]
    world.platform.failing["hello"] = [Uncertain()] * 1000
    world.put("hello", urgency)
    world.put("more", urgency)

    for _ in range(60):
        world.put("to another", to="ben")
        await deliver_each(world, timedelta(minutes=1))

    assert [text for text in world.platform.tried if text != "to another"] == ["hello"] * times + ["more"]
    assert world.states("anna")[-2:] == ["uncertain", "sent"]
    assert [line["event"] for line in logged if line["log_level"] == "error"] == ["given up: outcome still unknown"]


@pytest.mark.parametrize("urgency", [SAFETY, REPLY])
async def test_while_a_platform_takes_nothing_from_anybody_nothing_is_given_up_for_an_hour(
    world: World, urgency: Urgency
) -> None:
    for text in ("hello", "to another"):
        world.platform.failing[text] = [Uncertain()] * 1000
    world.put("hello", urgency)
    world.put("to another", urgency, to="ben")

    await deliver_each(world, timedelta(minutes=1), times=60)
    world.platform.failing.clear()
    await deliver_each(world, timedelta(minutes=1), times=6)

    assert sorted(world.platform.texts) == ["hello", "to another"]


async def test_a_platform_that_takes_nothing_for_days_is_given_up(world: World) -> None:
    times, _ = TRIES[REPLY]
    world.platform.failing["hello"] = [Uncertain()] * 1000
    world.put("hello")

    await deliver_each(world, timedelta(minutes=5), times=600)

    assert world.platform.tried == ["hello"] * WHILE_NOTHING_IS_TAKEN * times
    assert state_of(world) == "uncertain"


async def test_an_answer_is_not_given_up_for_the_time_the_platform_was_away(world: World) -> None:
    world.platform.failing["hello"] = [*[TryLater(2)] * 100, Uncertain()]
    world.put("hello")

    for _ in range(102):
        await world.later(seconds=2)

    assert world.platform.texts == ["hello"]


async def test_what_arrived_in_part_is_not_repeated_before_the_platform_allows(world: World) -> None:
    world.platform.failing["hello"] = [Uncertain("only a part was sent", 30)]
    world.put("hello")
    await world.deliver()

    await world.later(seconds=29)
    assert world.platform.texts == []

    await world.later(seconds=1)
    assert world.platform.texts == ["hello"]


async def test_an_answer_with_which_the_process_ends_each_time_is_given_up(world: World) -> None:
    world.put("hello")
    for _ in range(WHILE_NOTHING_IS_TAKEN * TRIES[REPLY][0]):
        world.store.claim(frozenset({PLATFORM}), world.clock(), 10)  # and here the process ends
        await world.delivery.recover()

    await world.deliver()

    assert (world.platform.tried, state_of(world)) == ([], "uncertain")


async def test_what_is_out_of_date_is_not_sent(world: World) -> None:
    world.put("good morning", SCHEDULED, expires_at=world.clock() + timedelta(minutes=30))

    await world.later(minutes=30)

    assert world.platform.tried == []
    assert state_of(world) == "expired"


@pytest.mark.parametrize("error", [Refused("too long"), RuntimeError(CANARY)])
async def test_an_error_fails_its_own_message_and_no_other(
    world: World, error: Exception, logged: list[EventDict]
) -> None:
    world.platform.failing["one"] = [error]
    for text in ("one", "two"):
        world.put(text)

    await world.deliver()

    assert world.platform.texts == ["two"]
    assert world.states("anna")[-2:] == ["failed", "sent"]
    assert "one" not in [line.get("text") for line in logged]


async def test_what_was_sent_is_not_kept_in_words(world: World) -> None:
    world.put(f"{CANARY} words")

    await world.deliver()

    assert CANARY not in str(world.outbox("anna"))


# What a message carries


def drawing_fails(message: OutboxMessage) -> File | None:
    raise RuntimeError(CANARY)


async def carried(world: World, attachment: Attachment, delivery: Delivery) -> None:
    world.put("in and out", attachment=attachment)
    await delivery.send_what_waits()
    await delivery.finish()


async def test_a_file_goes_with_its_message(world: World) -> None:
    file = File("key", "breathing.gif", "image/gif", b"GIF")
    delivery = Delivery(world.companion, {PLATFORM: world.platform}, lambda _: file, clock=world.clock)

    await carried(world, BREATH, delivery)

    assert world.platform.files[-1] == file


async def test_a_picture_that_can_not_be_drawn_is_left_out_and_its_words_are_said(world: World) -> None:
    delivery = Delivery(world.companion, {PLATFORM: world.platform}, drawing_fails, clock=world.clock)

    await carried(world, BREATH, delivery)

    assert world.platform.texts == ["in and out"]
    assert world.platform.files[-1] is None


async def test_what_is_still_being_drawn_takes_nobodys_slot(world: World) -> None:
    platform, drawn = Platform(per_second=100), threading.Event()

    def slowly(message: OutboxMessage) -> File | None:
        drawn.wait(10)
        return None

    delivery = Delivery(world.companion, {PLATFORM: platform}, slowly, clock=world.clock)
    world.put("in and out", attachment=BREATH, to="anna")
    world.put("hello", to="ben")

    async with running(delivery):
        await until_sent(platform, 1)
        drawn.set()
        await until_sent(platform, 2)

    assert platform.texts == ["hello", "in and out"]


async def test_an_export_without_its_file_is_not_sent(world: World) -> None:
    delivery = Delivery(world.companion, {PLATFORM: world.platform}, drawing_fails, clock=world.clock)

    await carried(world, ExportFile("csv"), delivery)

    assert world.platform.texts == []
    assert state_of(world) == "failed"


async def test_an_export_waits_for_a_database_that_is_away(world: World) -> None:
    file = File("key", "steady.csv", "text/csv", b"table")
    drawn: list[File | OutOfReach] = [OutOfReach(), file]

    def draw(message: OutboxMessage) -> File:
        if isinstance(found := drawn.pop(0), OutOfReach):
            raise found
        return found

    delivery = Delivery(world.companion, {PLATFORM: world.platform}, draw, clock=world.clock)
    await carried(world, ExportFile("csv"), delivery)
    assert file not in world.platform.files

    world.clock.now += timedelta(seconds=1)
    await delivery.send_what_waits()
    await delivery.finish()

    assert world.platform.files[-1] == file


# After a crash, and while the database is away


@pytest.mark.parametrize("resends_safely", [False, True])
async def test_after_a_crash_between_sending_and_marking_replies_go_again_and_prompts_only_where_it_is_safe(
    world: World, resends_safely: bool
) -> None:
    world.put("answer", REPLY, to="anna")
    world.put("nudge", SCHEDULED, to="ben")
    world.store.claim(frozenset({PLATFORM}), world.clock(), 10)  # and here the process ends

    world.platform.resends_safely = resends_safely
    await world.delivery.recover()
    await world.deliver()

    assert world.platform.texts == (["answer", "nudge"] if resends_safely else ["answer"])
    assert state_of(world, "ben") == ("sent" if resends_safely else "uncertain")


async def test_after_a_crash_what_another_platform_was_sending_is_left_to_it(world: World) -> None:
    world.put("hello", at=Address("elsewhere", "anna", "anna"))
    world.store.claim(frozenset({"elsewhere"}), world.clock(), 10)

    await world.delivery.recover()

    assert state_of(world) == "sending"


@pytest.mark.parametrize(("urgency", "tried"), [(SCHEDULED, []), (REPLY, ["hello"])])
@pytest.mark.parametrize("error", [TryLater(1), Uncertain(), Refused("too long")], ids=lambda it: type(it).__name__)
async def test_after_a_lost_role_the_old_process_changes_nothing_of_the_new_ones(
    world: World, urgency: Urgency, tried: list[str], error: Exception
) -> None:
    new = World(world.clock(), store=world.store)
    gate = world.platform.held["hello"] = asyncio.Event()
    world.platform.failing["hello"] = [error]
    world.put("hello", urgency)
    await world.delivery.send_what_waits()
    await until(lambda: world.platform.tried)

    await new.delivery.recover()
    new_gate = new.platform.held["hello"] = asyncio.Event()
    await new.delivery.send_what_waits()
    gate.set()
    await world.delivery.finish()
    await new.later(seconds=5)
    new_gate.set()
    await new.delivery.finish()

    assert new.platform.tried == tried
    assert state_of(world) == ("sent" if tried else "uncertain")
    new.companion.close()


async def test_delivery_goes_on_after_a_database_that_was_out_of_reach(
    world: World, monkeypatch: pytest.MonkeyPatch, logged: list[EventDict]
) -> None:
    without_pauses(monkeypatch)
    world.put("hello")
    world.break_database("UPDATE ON outbox")

    async with running(world.delivery):
        await until(lambda: logged)
        world.mend_database()
        await until_sent(world.platform, 1)

    assert world.platform.texts == ["hello"]


async def test_what_was_sent_is_marked_so_as_soon_as_the_database_is_back_and_not_sent_twice(
    world: World, monkeypatch: pytest.MonkeyPatch, logged: list[EventDict]
) -> None:
    without_pauses(monkeypatch)
    world.put("hello")
    world.put("and more")
    world.break_database("UPDATE ON outbox", "NEW.state = 'sent'")

    async with running(world.delivery):
        await until_sent(world.platform, 1)
        await until(lambda: logged)
        world.mend_database()
        await until_sent(world.platform, 2)

    assert world.platform.texts == ["hello", "and more"]
    assert world.states("anna")[-2:] == ["sent", "sent"]


async def test_stopping_lets_what_is_on_its_way_arrive(world: World) -> None:
    gate = world.platform.held["slow"] = asyncio.Event()
    world.put("slow")

    async with running(world.delivery):
        await until(lambda: world.platform.tried)
        asyncio.get_running_loop().call_later(0.05, gate.set)

    assert state_of(world) == "sent"


async def test_stopping_sends_what_was_just_claimed(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    claim, began, gate = world.store.claim, threading.Event(), threading.Event()

    def slow(
        platforms: frozenset[str], now: datetime, limit: int, up_to: Urgency, tired: Collection[str]
    ) -> list[OutboxMessage]:
        began.set()
        gate.wait(10)
        return claim(platforms, now, limit, up_to, tired)

    monkeypatch.setattr(world.store, "claim", slow)
    world.put("good morning", SCHEDULED)

    async with running(world.delivery):
        await until(began.is_set)
        asyncio.get_running_loop().call_later(0.05, gate.set)

    assert (world.platform.texts, state_of(world)) == (["good morning"], "sent")
