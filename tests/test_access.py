"""Who may use Steady, and how much at a time; help for a danger is kept from nobody."""

import pickle
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

import pytest
from structlog.testing import capture_logs

from bot.content import load_library
from bot.conversation.events import Choice, Command, Edited, Event, Text
from bot.door.access import Access
from bot.door.entrance import Door
from bot.door.pace import USUAL, Allowance
from bot.door.remembered import MOST, Remembered
from bot.ports import Address, Inbound, OutboxMessage
from bot.programme.plan import HOW_ARE_YOU
from storage.store import SqlStore
from tests import databases
from tests.fakes import CANARY, MORNING, World, home_of

CODE = "Lavender-7391"
INVITE = Access("invite", codes=("other-code-1", CODE))
DANGER = "i want to kill myself"
FLOOD = 30
EMERGENCY = "112"

Open = Callable[..., World]


@pytest.fixture
def world_of() -> Iterator[Open]:
    """Worlds with a door, of which the next finds what the last one stored."""
    opened: list[World] = []
    store: SqlStore = databases.empty_store()

    def open_(door: Door | None = None, now: datetime = MORNING) -> World:
        opened.append(World(now, store=store, door=door))
        return opened[-1]

    yield open_
    for world in opened:
        world.companion.close()
    store.close()


async def agreed(world: World, name: str = "anna") -> None:
    for text in ("hello", "i agree", "usual"):
        await world.happens(name, Text(text))


async def texts(world: World, name: str, event: Event | str) -> list[str]:
    event = Text(event) if isinstance(event, str) else event
    return [said.text for said in await world.happens(name, event)]


def pains(world: World, name: str = "anna") -> list[float]:
    return [row["pain"] for row in world.about(name)["check_ins"]]


def is_greeting(texts: list[str]) -> bool:
    return len(texts) == 1 and "May I store that" in texts[0]


def is_help(messages: list[OutboxMessage]) -> bool:
    return [message.kind for message in messages] == ["crisis"] and EMERGENCY in messages[0].text


def listing(*names: str) -> Door:
    return Door(Access("list", allowed=frozenset(home_of(name).key for name in names)))


# Who was invited


async def test_whoever_was_not_invited_is_told_so_kindly_and_nothing_is_stored(world_of: Open) -> None:
    world = world_of(Door(INVITE))

    (told,) = await texts(world, "eve", "hello")

    assert "people who were invited" in told
    assert EMERGENCY in told
    assert "people" not in world.rows()


async def test_who_is_kept_out_is_told_once_an_hour(world_of: Open) -> None:
    world = world_of(Door(INVITE))
    counts = []
    for minutes in (0, 10, 49, 1):
        world.clock.now += timedelta(minutes=minutes)
        counts.append(len(await texts(world, "eve", "let me in please")))

    assert counts == [1, 0, 0, 1]
    assert len(await texts(world, "ben", "let me in please")) == 1


async def test_a_code_that_does_not_fit_is_told_once_and_the_right_one_still_lets_in(world_of: Open) -> None:
    world = world_of(Door(INVITE))
    await world.happens("eve", Text("hello"))

    (told,) = await texts(world, "eve", "Lavender-7319")

    assert told.startswith("That code does not fit. Ask whoever gave it to you.")
    assert EMERGENCY in told
    assert await texts(world, "eve", "Lavender-7931") == []
    assert is_greeting(await texts(world, "eve", CODE))


@pytest.mark.parametrize(
    "event",
    [Text(CODE), Text(f"  {CODE.lower()}\n"), Command("start", CODE)],
    ids=["as it is", "as a phone writes it", "by a link to Telegram's bot"],
)
async def test_who_brings_a_code_hears_the_usual_greeting_and_can_agree(world_of: Open, event: Event) -> None:
    world = world_of(Door(INVITE))
    usual = await texts(world_of(), "eve", Command("start"))

    assert await texts(world, "eve", event) == usual
    await world.happens("eve", Text("i agree"))

    assert world.rows()["people"] == 1


async def test_a_guest_who_lets_a_day_pass_needs_the_code_again(world_of: Open) -> None:
    world = world_of(Door(INVITE))
    await world.happens("eve", Text(CODE))
    world.clock.now += timedelta(days=1)

    (told,) = await texts(world, "eve", "i agree")

    assert "people who were invited" in told
    assert is_greeting(await texts(world, "eve", CODE))


async def test_who_is_known_goes_on_being_served_when_invitations_begin(world_of: Open) -> None:
    await agreed(world_of())
    world = world_of(Door(INVITE))

    await world.happens("anna", Text("/checkin 6"))

    assert pains(world) == [6]


async def test_who_is_known_lets_their_other_place_in_and_no_guessed_code_does(world_of: Open) -> None:
    world = world_of(Door(INVITE))
    await agreed(world_of())
    (offered,) = await texts(world, "anna", "/link")
    code = "".join(letter for letter in offered if letter.isdigit())[:12]

    assert "people who were invited" in (await texts(world, "eve", f"{(int(code) + 1) % 10**12:012}"))[0]
    await world.companion.receive(Inbound(None, Address("elsewhere", "anna there", "chat"), Text(code)))

    assert len(world.about("anna")["addresses"]) == 2


async def test_after_five_wrong_codes_none_is_looked_at_for_a_while(world_of: Open) -> None:
    world = world_of(Door(INVITE))
    answers = [await texts(world, "eve", f"guess-{number:04}") for number in range(5)]
    assert [len(answer) for answer in answers] == [1, 1, 0, 0, 0]

    assert await texts(world, "eve", CODE) == []
    assert is_help(await world.happens("eve", Text(DANGER)))
    assert is_greeting(await texts(world, "ben", CODE))
    world.clock.now += timedelta(hours=1)
    assert is_greeting(await texts(world, "eve", CODE))


async def test_a_wrong_code_whose_turn_is_tried_again_and_again_counts_once(world_of: Open) -> None:
    world = world_of(Door(INVITE))
    guess = Inbound("update 1", home_of("eve"), Text("guess-0001"))
    broken = Inbound("update 2", home_of("ben"), None)  # type: ignore[arg-type]  # whatever goes wrong beside it
    for _ in range(10):
        with pytest.raises(AssertionError):
            world.companion.turns.receive_together([guess, broken])

    assert len(await texts(world, "eve", "guess-0001")) == 1
    assert is_greeting(await texts(world, "eve", CODE))


async def test_no_code_is_logged_or_shown(world_of: Open) -> None:
    door = Door(INVITE)
    with capture_logs() as logged:
        world = world_of(door)
        for text in (CODE, f"{CANARY}-guess"):
            await world.happens("eve", Text(text))

    assert CODE not in str(logged)
    assert CODE.casefold().encode() not in pickle.dumps(door).lower()
    assert CANARY not in str(logged)


# Help


@pytest.mark.parametrize("door", [Door(INVITE), listing("anna")], ids=["invite", "list"])
async def test_danger_is_answered_without_access_as_of_any_stranger_to_the_last_button(
    world_of: Open, door: Door
) -> None:
    kept_out, free = world_of(door), world_of()
    await kept_out.happens("eve", Text("hello"))
    await free.happens("eve", Text("hello"))
    for event in (
        Text("hi there"),
        Text(DANGER),
        Text("i am not safe"),
        Edited("i can't feel my legs and i wet myself"),
        Choice("crisis:next:safe:1"),
        Command("i", "want to die"),
    ):
        answers = [await world.happens("eve", event) for world in (kept_out, free)]
        if event == Text("hi there"):
            continue
        assert [message.text for message in answers[0]] == [message.text for message in answers[1]] != []
        assert answers[0][0].urgency == 0
    assert "people" not in kept_out.rows()


async def test_who_was_helped_without_access_is_not_asked_to_agree(world_of: Open) -> None:
    world = world_of(Door(INVITE))
    await world.happens("eve", Text(DANGER))

    (told,) = await texts(world, "eve", "what else can you do")

    assert "people who were invited" in told


async def test_however_much_somebody_writes_danger_is_answered_each_time(world_of: Open) -> None:
    world = world_of(Door(limits=USUAL))
    await agreed(world)
    for _ in range(FLOOD + 1):
        await world.happens("anna", Command("week"))
    assert await texts(world, "anna", Command("week")) == []

    assert is_help(await world.happens("anna", Text(DANGER)))
    for _ in range(FLOOD):
        assert is_help(await world.happens("anna", Text("hello")))
    assert len(world.about("anna")["alarms"]) == 1


async def test_strangers_in_a_rush_are_helped_each_time(world_of: Open) -> None:
    world = world_of(Door(limits=USUAL))
    for number in range(120):
        await world.companion.receive(Inbound(None, home_of(f"stranger {number}"), Text("hello")))
    await world.deliver()

    assert is_help(await world.happens("eve", Text(DANGER)))


# Who is on the list


async def test_who_is_on_the_list_is_served_and_nobody_else(world_of: Open) -> None:
    world = world_of(listing("anna"))

    assert is_greeting(await texts(world, "anna", "hello"))
    (told,) = await texts(world, "eve", "hello")
    assert "small group" in told
    assert EMERGENCY in told


async def test_who_was_taken_off_the_list_keeps_the_say_over_what_is_stored_and_over_silence(world_of: Open) -> None:
    await agreed(world_of())
    world = world_of(listing("ben"))

    (told,) = await texts(world, "anna", "/checkin 6")
    assert "/export" in told
    assert "/delete" in told
    assert pains(world) == []

    assert len(await world.happens("anna", Command("export"))) == 2
    assert "stopped" not in world.states("anna")
    (stopped,) = await world.happens("anna", Text("stop"))
    assert stopped.kind == "pause"
    assert await texts(world, "anna", Command("resume")) == []
    await world.happens("anna", Command("delete"))
    (gone,) = await world.happens("anna", Text("yes"))
    assert "gone" in gone.text
    assert "people" not in world.rows()


async def test_nothing_comes_by_itself_to_who_was_taken_off_the_list_until_they_are_back_and_write(
    world_of: Open,
) -> None:
    await agreed(world_of())
    world = world_of(listing("ben"))

    assert await world.later(days=2) == []
    assert world.timers("anna") == {}

    back = world_of(listing("anna"), world.clock())
    await back.happens("anna", Text("6"))
    assert "check_in" in back.timers("anna")


async def test_who_was_taken_off_the_list_is_helped_and_asked_how_they_are_if_they_wished(world_of: Open) -> None:
    await agreed(world_of())
    world = world_of(listing("ben"))

    assert is_help(await world.happens("anna", Text(DANGER)))
    assert [row["tier"] for row in world.about("anna")["alarms"]] == ["crisis"]
    await world.happens("anna", Text("i am safe for now"))
    await world.happens("anna", Text("ask me tomorrow"))
    assert set(world.timers("anna")) == {HOW_ARE_YOU}
    (asked,) = await world.later(days=1, hours=1)
    assert asked.kind == "crisis"


async def test_another_place_of_someone_on_the_list_is_served(world_of: Open) -> None:
    free = world_of()
    await agreed(free)
    with free.store.begin() as unit:
        unit.add_address("id of anna", home_of("anna at work"), free.clock())
        unit.commit()
    world = world_of(listing("anna"))

    await world.happens("anna at work", Text("/checkin 6"))

    assert pains(world) == [6]


# How much at a time


async def test_who_is_too_fast_is_told_once_that_nothing_is_stored_and_heard_again_soon(world_of: Open) -> None:
    world = world_of(Door(limits=USUAL))
    await agreed(world)
    world.clock.now += timedelta(hours=1)
    answers = [await texts(world, "anna", f"/checkin {number % 11}") for number in range(FLOOD + 3)]

    assert ["is not stored" in " ".join(answer) for answer in answers] == [False] * FLOOD + [True, False, False]
    assert answers[FLOOD + 1 :] == [[], []]
    assert len(pains(world)) == FLOOD

    world.clock.now += timedelta(seconds=2)
    assert len(await texts(world, "anna", "/checkin 3")) == 1
    assert await texts(world, "anna", "/checkin 4") == []
    assert pains(world)[FLOOD:] == [3]
    world.clock.now += timedelta(minutes=2)
    answers = [await texts(world, "anna", f"/checkin {number % 11}") for number in range(FLOOD + 1)]
    assert "is not stored" in answers[-1][0]


async def test_what_was_too_much_counts_as_seen_and_does_not_come_again(world_of: Open) -> None:
    world = world_of(Door(limits=USUAL))
    await agreed(world)
    for number in range(FLOOD + 1):
        await world.happens("anna", Text("/week"), f"update {number}")
    kept = world.rows()["inbox"]
    world.clock.now += timedelta(minutes=2)

    assert await world.happens("anna", Text("/week"), f"update {FLOOD}") == []
    assert world.rows()["inbox"] == kept == FLOOD + 1


async def test_a_day_of_words_that_come_all_at_once_loses_nothing(world_of: Open) -> None:
    world = world_of(Door(limits=USUAL))
    await agreed(world)
    now = world.clock()
    await world.companion.receive(Inbound("new", home_of("anna"), Text("/checkin 10"), at=now))
    for number in range(300):
        at = now - timedelta(hours=20) + timedelta(seconds=200 * number)
        await world.companion.receive(Inbound(f"{number}", home_of("anna"), Text(f"/checkin {number % 10}"), at=at))

    assert len(pains(world)) == 301


async def test_a_turn_that_is_tried_again_and_again_counts_once(world_of: Open) -> None:
    world = world_of(Door(limits=USUAL))
    await agreed(world)
    world.clock.now += timedelta(minutes=2)
    score = Inbound("update 1", home_of("anna"), Text("/checkin 6"))
    broken = Inbound("update 2", home_of("ben"), None)  # type: ignore[arg-type]  # whatever goes wrong beside it
    for _ in range(2 * FLOOD):
        with pytest.raises(AssertionError):
            world.companion.turns.receive_together([score, broken])

    await world.companion.receive(score)

    assert pains(world) == [6]


async def test_a_rush_of_strangers_leaves_those_who_are_known_their_answers(world_of: Open) -> None:
    world = world_of(Door(limits=USUAL))
    await agreed(world)
    before = len(world.platform.sent)
    for number in range(500):
        await world.companion.receive(Inbound(None, home_of(f"stranger {number}"), Text("hello")))
    await world.deliver()
    answered = [message.text for message in world.platform.sent[before:]]

    await world.happens("anna", Text("/checkin 6"))
    assert pains(world) == [6]
    assert 97 <= sum("May I store that" in text for text in answered) <= 100
    assert sum("write again in a few minutes" in text for text in answered) == 10
    world.clock.now += timedelta(minutes=1)
    assert is_greeting(await texts(world, "stranger 499", "hello"))


async def test_without_limits_nobody_is_slowed(world_of: Open) -> None:
    world = world_of()
    await agreed(world)

    assert all([await texts(world, "anna", "/week") for _ in range(2 * FLOOD)])


@pytest.mark.parametrize("who", ["anna", "stranger"])
async def test_presses_between_old_words_give_nobody_more(world_of: Open, who: str) -> None:
    """A press has no moment of the platform's: while Steady catches up, it seems newer than the words around it."""
    world = world_of(Door(limits=USUAL))
    await agreed(world)
    world.clock.now += timedelta(minutes=2)
    before = len(world.platform.sent)
    for number in range(600):
        event = Choice("none") if number % 20 == 0 else Text("/week")
        at = None if number % 20 == 0 else world.clock() - timedelta(seconds=90)
        await world.companion.receive(Inbound(None, home_of(who), event, at=at))
    await world.deliver()

    assert len(world.platform.sent) - before <= 2 * FLOOD + 35


def test_an_allowance_comes_back_with_time_and_is_not_filled_by_what_is_late() -> None:
    spent = Allowance(2, 0.5).by(MORNING).without_one().without_one()
    seconds = {seconds: spent.by(MORNING + timedelta(seconds=seconds)).has_one for seconds in (0, 1, 2, -1, -59)}

    assert seconds == {0: False, 1: False, 2: True, -1: False, -59: False}
    assert not spent.by(MORNING - timedelta(days=2)).has_one


def test_ten_thousand_places_are_remembered_and_the_one_of_longest_ago_is_forgotten_first() -> None:
    known: Remembered[int] = Remembered()
    for number in range(MOST):
        known.note(home_of(f"{number}"), number)
    known.note(home_of("0"), 0)
    known.note(home_of("new"), 1)

    assert [known.get(home_of(name)) for name in ("0", "1", "2", "new")] == [0, None, 2, 1]


def test_each_reason_has_its_words() -> None:
    """In one sentence or a few, and each says whom to call in danger."""
    library = load_library()
    for name in ("not-invited", "not-listed", "left-out", "too-fast", "rush"):
        told = library.words.text("en", f"access-{name}", emergency=EMERGENCY, country_known="yes")
        assert told.endswith(f"If you are in danger, call {EMERGENCY} now.")
