"""Silence: who does not answer is asked less, then left in peace, and met kindly when they come back."""

import re
from dataclasses import replace
from datetime import date, time, timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.content import load_library
from bot.conversation.effects import Urgency
from bot.conversation.events import Choice, Command, Left, Text
from bot.conversation.person import EVERY_DAY, LastCheckIn, Person, Settings, Unasked, to_json
from bot.conversation.records import CheckIn
from bot.conversation.turn import Turn
from bot.programme import silence
from bot.programme.plan import may_speak_unasked
from bot.progress.hour import usual_hour
from tests.conversation.test_engine import START, Life, spoken
from tests.programme.people import Anna, berlin, kinds, labels, told

FEWER = ["Every other day", "Once a week", "Pause"]
LIBRARY = load_library()
USUAL = Settings(
    zone="Europe/Berlin", zone_is_known=True, check_in_time=time(12), nudge_days=(), letter_day=None
)  # fmt: skip


def someone(theirs: Settings = USUAL, **more: Any) -> Life:
    """A person who has just been heard, early on Friday, 27 March."""
    life = Life()
    life.document = to_json(replace(Person("someone", consented_at=START, settings=theirs), **more))
    life.turn(Left())
    life.act(Command("help"))
    return life


def unasked(life: Life, days: int) -> list[Turn]:
    """What comes unasked in so many days of silence."""
    return [turn for turn in life.pass_time(timedelta(days=days)) if is_unasked(turn)]


def is_unasked(turn: Turn) -> bool:
    return any(message.urgency is Urgency.SCHEDULED for message in spoken(turn))


def words(turn: Turn) -> str:
    return "\n".join(message.text for message in spoken(turn))


def test_who_is_left_in_peace_is_told_how_long_their_words_stay() -> None:
    person = Person("someone", consented_at=START, settings=USUAL)
    kept = Turn(person, START, LIBRARY).words("silence-quiet")
    forgotten = Turn(person, START, replace(LIBRARY, kept_days=90)).words("silence-quiet")

    assert kept == "I will be quiet now. Nothing is lost, and you can write at any time."
    assert forgotten == (
        "I will be quiet now. You can write at any time. "
        "What you told me stays until you have written nothing for 90 days."
    )


# Asking less


def test_offers_less_after_three_halves_after_seven_and_rests_after_fourteen() -> None:
    came = unasked(someone(), 90)
    days = [(turn.today - START.date()).days for turn in came]
    number_of = {text: [at for at, turn in enumerate(came, 1) if text in words(turn)] for text in (
        "0 to 10?", "If I write too often", "half as often", "I will be quiet now"
    )}  # fmt: skip

    assert days == [*range(8), 9, 11, 13, 15, 17, 19, 21]
    assert list(number_of.values()) == [[*range(1, 15)], [4], [8], [15]]


@pytest.mark.parametrize(("chosen", "gap"), [((0, 2, 4), (4, 5)), ((3,), (14,))])
def test_whatever_they_chose_becomes_half(chosen: tuple[int, ...], gap: tuple[int, ...]) -> None:
    days = [turn.today for turn in unasked(someone(replace(USUAL, check_in_days=chosen)), 250)]

    assert {(later - day).days for day, later in pairwise(days[7:])} == set(gap)
    assert len(days) == 15


async def silent_until(anna: Anna, day: str) -> None:
    await anna.says_all("no more steps", "no letter")
    await anna.comes(f"{day} 09:10")


async def test_the_fourth_check_in_offers_what_is_less_and_still_takes_a_number(anna: Anna) -> None:
    await silent_until(anna, "2026-03-18")

    assert labels(await anna.comes("2026-03-19 09:00"))[-3:] == FEWER
    await anna.presses("4")
    assert anna.check_ins[-1].pain == 4


@pytest.mark.parametrize(
    ("said", "days", "answer"),
    [
        ("[Every other day]", (0, 2, 4, 6), "on Monday, Wednesday, Friday and Sunday at 9:00"),
        ("[Once a week]", (3,), "on Thursday at 9:00"),
        ("every other day", (0, 2, 4, 6), "on Monday, Wednesday, Friday and Sunday at 9:00"),
        ("ask me once a week please", (3,), "on Thursday at 9:00"),
    ],
)
async def test_less_is_had_with_a_tap_or_a_word(anna: Anna, said: str, days: tuple[int, ...], answer: str) -> None:
    await silent_until(anna, "2026-03-19")

    heard = await (anna.presses(said[1:-1]) if said.startswith("[") else anna.says(said))

    assert answer in told(heard)
    assert "Settings" in labels(heard)
    assert anna.person.settings.check_in_days == days


async def test_how_often_can_be_said_at_any_time(anna: Anna) -> None:
    assert "on Monday, Wednesday, Friday and Sunday" in told(await anna.says("check in every other day"))
    assert "every day at 9:00" in told(await anna.says("check in every day"))


async def test_once_a_week_may_be_the_answer_to_another_question(anna: Anna) -> None:
    await anna.says_all("/settings", "small steps", "every day")

    assert anna.person.settings.nudge_days == EVERY_DAY
    assert anna.person.settings.check_in_days == EVERY_DAY


def test_no_step_comes_into_a_long_silence() -> None:
    theirs = replace(USUAL, nudge_days=EVERY_DAY, check_in_time=time(18))

    came = [spoken(turn)[0].kind for turn in unasked(someone(theirs), 60)]

    assert came == ["nudge"] * 3 + ["check_in"] * 15


# Coming back


def test_any_word_brings_the_chosen_rhythm_back() -> None:
    life = someone()
    unasked(life, 9)

    answer = spoken(life.act(Text("5")))

    assert answer[0].text == "Good to see you. I will check in every day at 12:00."
    assert [option.label for option in answer[0].options] == FEWER
    assert "5" in answer[1].text
    assert [turn.today.day for turn in unasked(life, 3)] == [5, 6, 7]


@pytest.mark.parametrize("said", ["hello", "/start", "my week", "/why", "help"])
def test_after_the_quiet_they_are_met_without_a_word_about_the_gap(said: str) -> None:
    life = someone()
    unasked(life, 90)

    answer = words(life.act(Text(said)))

    assert answer.count("Good to see you") == 1
    assert "I will check in every day at 12:00." in answer
    assert not re.search(r"\b(miss\w*|gap|days since|long time|again)\b", answer.lower())
    assert len(unasked(life, 2)) == 2


def test_a_short_silence_is_met_with_a_greeting_and_a_shorter_one_with_nothing() -> None:
    life = someone()
    unasked(life, 2)
    assert "Good to see you" not in words(life.act(Text("5")))
    unasked(life, 3)
    assert words(life.act(Text("5"))).startswith("Good to see you.\n\n")
    assert "Good to see you" not in words(life.act(Text("done")))


@pytest.mark.parametrize("said", ["i want to die", "stop", "my sister wants to kill herself", "pause until monday"])
def test_nothing_is_said_on_top_of_something_graver_or_of_a_wish_for_quiet(said: str) -> None:
    life = someone()
    unasked(life, 12)

    assert "Good to see you" not in words(life.act(Text(said)))


def test_silence_raises_no_alarm_and_stores_nothing() -> None:
    life = someone()
    unasked(life, 60)

    assert not life.notes.rows
    assert life.person.hold is None


# One at a time


async def test_the_letter_waits_for_an_answer_and_comes_on_the_same_evening(anna: Anna) -> None:
    await anna.comes("2026-03-18 09:10")
    await anna.says_all("4", "done")
    assert "weekly" not in kinds(await anna.comes("2026-03-22 18:45"))

    await anna.says_all("5", "done")

    assert "weekly" in kinds(await anna.comes("2026-03-22 19:30"))


async def test_the_letter_waits_until_the_next_day_and_tells_of_its_own_week(anna: Anna) -> None:
    await anna.says_all("no more steps", "no weekly questions")
    await anna.comes("2026-03-16 09:10")
    await anna.says_all("4", "done")
    assert "weekly" not in kinds(await anna.comes("2026-03-23 09:05"))
    await anna.says_all("5", "done")

    letter = await anna.comes("2026-03-23 17:00")

    assert "You checked in on one day." in told(letter)
    assert "Mon: pain 4" in letter[-1].text
    assert "weekly" not in kinds(await anna.comes("2026-03-28 23:00"))


async def test_the_letter_takes_no_check_in_of_the_evening_away(anna: Anna) -> None:
    await anna.says_all("ask me at 20:00", "yes", "5", "done")

    assert kinds(await anna.comes("2026-03-22 20:00"))[-1] == "check_in"
    await anna.says_all("4", "done")
    assert kinds(await anna.comes("2026-03-22 21:30")) == ["weekly", "weekly"]


EVENING = berlin("2026-03-16 17:00")


@pytest.mark.parametrize(
    ("now", "due_on", "answered", "may"),
    [
        ("2026-03-16 20:00", None, False, False),
        ("2026-03-16 20:00", None, True, True),
        ("2026-03-17 00:20", date(2026, 3, 16), False, False),
        ("2026-03-17 00:20", date(2026, 3, 17), False, True),
        ("2026-03-17 09:00", None, False, True),
    ],
)
def test_what_waited_past_midnight_belongs_to_the_day_it_was_due(
    now: str, due_on: date | None, answered: bool, may: bool
) -> None:
    unasked = Unasked("weekly", EVENING, "why-letter", answered=answered)
    person = Person("someone", consented_at=START, settings=USUAL, unasked=unasked)

    assert may_speak_unasked(Turn(person, berlin(now), LIBRARY), due_on) == may


async def test_neither_the_weekly_questions_nor_an_evening_follow_an_unanswered_letter(anna: Anna) -> None:
    await anna.says_all("no more steps", "experiment", "screens", "begin", "ask me the questions every week")
    await anna.comes("2026-03-22 09:05")
    await anna.says_all("4", "done")

    assert set(kinds(await anna.comes("2026-03-22 23:59"))) == {"weekly"}


async def test_a_letter_that_could_not_come_by_day_does_not_come_at_night(anna: Anna) -> None:
    await anna.says_all("no more steps", "no weekly questions")
    await anna.comes("2026-03-22 09:05")
    await anna.says_all("4", "done")
    anna.clock.now = berlin("2026-03-22 22:00")  # nothing was awake until then

    assert "weekly" not in kinds(await anna.comes("2026-03-23 09:05"))
    await anna.says_all("4", "done")
    assert "weekly" in kinds(await anna.comes("2026-03-23 17:00"))


hours = st.sampled_from([0, 6, 7, 9, 11, 12, 17, 18, 20, 21, 23])
chosen = st.builds(
    Settings, zone_is_known=st.just(True),
    zone=st.sampled_from(["Europe/Berlin", "America/New_York"]),
    check_in_time=hours.map(time),
    check_in_days=st.sampled_from([EVERY_DAY, (0, 2, 4, 6), (3,)]), nudge_days=st.just(EVERY_DAY),
    nudge_time=hours.map(time), letter_day=st.integers(0, 6), letter_time=hours.map(time),
)  # fmt: skip
acts = st.one_of(
    st.sampled_from(["breathe", "week", "why", "nudge", "checkin", "did_it"]).map(Command),
    st.integers(0, 12),  # a button, so many before the newest
)
days_of_events = st.lists(st.tuples(st.integers(20, 3000), st.none() | acts), max_size=25)


def done(life: Life, act: Any) -> None:
    if isinstance(act, int):
        act = Choice(life.buttons[-1 - act % len(life.buttons)])
    life.act(act)


@settings(max_examples=40, deadline=None)
@given(chosen, days_of_events)
def test_no_day_has_two_unasked_messages_that_wait_for_an_answer(
    theirs: Settings, events: list[tuple[int, Any]]
) -> None:
    life = someone(theirs)
    unanswered: set[date] = set()
    for minutes, act in events:
        for turn in filter(is_unasked, life.pass_time(timedelta(minutes=minutes))):
            assert turn.today not in unanswered
            unanswered.add(turn.today)
        if act is not None:
            done(life, act)
            unanswered.clear()


@settings(max_examples=15, deadline=None)
@given(chosen)
def test_whoever_never_answers_is_left_in_peace(theirs: Settings) -> None:
    life = someone(theirs)
    assert len(unasked(life, 240)) <= 14 + 1 + 3 + 2  # check-ins, the last word, steps, letters of an empty week
    assert life.person.silence.quiet
    assert not life.notes.timers


# Another hour


async def answers(anna: Anna, at: str, days: range) -> list[str]:
    """The last thing said on each of these days of March, when they answer at that time."""
    await anna.says_all("no more steps", "no letter", "no weekly questions")
    said = []
    for day in days:
        await anna.comes(f"2026-03-{day} {at}")
        said.append(told(await anna.says("4, sleep 5")))
    return said


async def test_an_hour_drifts_only_when_they_agree(anna: Anna) -> None:
    said = await answers(anna, "12:40", range(16, 24))

    assert [("You often answer around 12:45" in text) for text in said] == [False] * 7 + [True]
    assert anna.person.settings.check_in_time == time(9)
    assert "every day at 12:45" in told(await anna.says("yes"))
    assert kinds(await anna.comes("2026-03-24 12:45")) == ["check_in"]


async def test_a_no_leaves_the_hour_and_is_remembered(anna: Anna) -> None:
    await answers(anna, "12:40", range(16, 24))

    assert "It stays at 9:00." in told(await anna.presses("Keep 9:00"))
    assert not any("You often answer" in text for text in await answers(anna, "12:40", range(24, 27)))
    assert anna.person.settings.check_in_time == time(9)


@pytest.mark.parametrize(
    ("told_at", "pain", "offered_on", "looks"),
    [
        ("12:40", 4, None, True),
        ("10:20", 4, None, False),
        ("12:40", 8, None, False),
        ("12:40", 4, date(2026, 1, 26), False),
        ("12:40", 4, date(2026, 1, 25), True),
    ],
)
def test_the_last_two_weeks_are_looked_at_only_where_it_may_be_kind(
    told_at: str, pain: float, offered_on: date | None, looks: bool
) -> None:
    now = berlin(f"2026-03-22 {told_at}")
    last = LastCheckIn(1, date(2026, 3, 22), now, pain)
    theirs = replace(USUAL, check_in_time=time(9))
    person = Person("someone", consented_at=START, settings=theirs, last_check_in=last, hour_offered_on=offered_on)

    assert bool(silence.look_at_the_hour(Turn(person, now, LIBRARY)).effects) == looks


def told_at(day: int, at: str, **more: Any) -> CheckIn:
    return CheckIn(day, date(2026, 3, day), berlin(f"2026-03-{day:02} {at}"), 4, **more)


def test_the_usual_hour_is_the_median_of_the_first_answers_of_seven_days() -> None:
    times = ["12:00", "12:10", "12:37", "12:40", "13:00", "07:00", "22:00"]
    answers = [told_at(day, at) for day, at in enumerate(times, 1)]
    late = CheckIn(8, date(2026, 3, 8), berlin("2026-03-09 08:00"), 4)

    assert usual_hour(answers, "Europe/Berlin") == time(12, 30)
    assert usual_hour([*answers[1:], late], "Europe/Berlin") is None
    assert usual_hour([*answers[1:], told_at(2, "18:00"), told_at(2, "18:00", corrects=2)], "Europe/Berlin") is None
