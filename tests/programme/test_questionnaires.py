"""The PEG once a week for those who said yes, compared with its uncertainty, and a mood check on request."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.content import load_library
from bot.conversation.engine import respond
from bot.conversation.events import Command, Due, Text
from bot.conversation.person import (
    AskedDay,
    Hold,
    InFlare,
    LastCheckIn,
    PegTold,
    Person,
    Place,
    Questions,
    Settings,
    Trying,
)
from bot.conversation.records import Questionnaire
from bot.progress.questionnaires import four_weeks_before, peg_change, peg_score
from tests.conversation.test_engine import Life, settled, spoken
from tests.programme.people import Anna, kinds, labels, told

LIBRARY = load_library()
TUESDAY = datetime(2026, 4, 21, 11, 0, tzinfo=UTC)  # 13:00 in Berlin
A_DAY = timedelta(days=1)
YES = Settings(zone="Europe/Berlin", zone_is_known=True, ask_peg=True)
SOMEONE = Person("someone", consented_at=TUESDAY - timedelta(days=90), settings=YES, asked_on=TUESDAY.date())
ITEMS = [
    "What number best describes your pain on average in the past week?",
    "What number best describes how, during the past week, pain has interfered with your enjoyment of life?",
    "What number best describes how, during the past week, pain has interfered with your general activity?",
]


async def on_a_day(anna: Anna, day: str) -> list[str]:
    """An ordinary day with its check-in answered; what came by itself until the evening."""
    await anna.comes(f"{day} 09:05")
    await anna.says_all("5", "done")
    return kinds(await anna.comes(f"{day} 20:00"))


async def test_is_offered_once_in_the_second_week_and_asked_every_week_from_then_on(anna: Anna) -> None:
    for day in range(16, 24):
        assert "peg" not in await on_a_day(anna, f"2026-03-{day}")
    assert (await on_a_day(anna, "2026-03-24")).count("peg") == 1
    assert ITEMS[0] in told(await anna.presses("Yes, once a week"))
    assert ITEMS[1] in told(await anna.says("6"))
    assert ITEMS[2] in told(await anna.presses("7"))
    assert "6, 7 and 5. Together that makes 6 out of 10" in told(await anna.says("about a five"))

    assert anna.records.questionnaires == (Questionnaire(anna.person.turn, date(2026, 3, 24), "peg", "6 7 5", 6.0),)
    assert "peg" not in await on_a_day(anna, "2026-03-26")
    assert "peg" in await on_a_day(anna, "2026-03-31")


async def test_an_offer_that_is_declined_or_ignored_never_comes_again(anna: Anna) -> None:
    assert "peg" in await on_a_day(anna, "2026-03-24")
    assert "will not ask" in told(await anna.presses("No, thanks"))
    for day in ("2026-03-26", "2026-03-31", "2026-04-07"):
        assert "peg" not in await on_a_day(anna, day)


async def test_leaving_early_keeps_nothing(anna: Anna) -> None:
    assert "Nothing of it was kept" in told(await anna.says_all("/peg", "6", "not now"))
    assert not anna.records.questionnaires
    assert not anna.person.agenda


async def test_is_answered_once_in_a_week_and_put_right_in_its_row(anna: Anna) -> None:
    await anna.says_all("/peg", "6", "7")
    assert "Changed: 5 instead of 7" in told(await anna.says("no, 5"))
    await anna.says("4")
    assert "6, 5 and 3. Together that makes 4.7" in told(await anna.says("no, 3"))
    await anna.says_all("no thanks", "/peg", "answer again", "2", "2", "3")

    (row,) = anna.records.questionnaires
    assert (row.answers, row.score) == ("2 2 3", 2.33)
    assert not anna.check_ins
    await anna.comes("2026-03-17 10:00")
    assert "Next time: Sunday" in told(await anna.says("weekly questions"))
    await anna.comes("2026-03-22 10:00")
    assert ITEMS[0] in told(await anna.says("/peg"))


async def test_a_correction_of_a_later_check_in_leaves_the_answers_alone(anna: Anna) -> None:
    await anna.says_all("/peg", "6", "7", "4", "no thanks", "/checkin", "6", "done", "no, 5")

    assert [row.answers for row in anna.records.questionnaires] == ["6 7 4"]
    assert anna.check_ins[-1].pain == 5


async def test_whoever_ignores_them_for_three_weeks_is_asked_no_more(anna: Anna) -> None:
    await anna.says("ask me the questions every week")
    came = [week for week in range(5) if "peg" in await on_a_day(anna, f"{date(2026, 3, 17) + 7 * week * A_DAY}")]

    assert came == [0, 1, 2]
    assert anna.person.settings.ask_peg is False


async def test_can_be_ended_in_words(anna: Anna) -> None:
    await anna.says("ask me the questions every week")
    assert "No more weekly questions" in told(await anna.says("no weekly questions"))
    assert "peg" not in await on_a_day(anna, "2026-03-17")


def comes(person: Person, now: datetime = TUESDAY) -> bool:
    turn = respond(Due("peg", now), person, now, LIBRARY)
    return bool(spoken(turn))


def checked_in(pain: float, days_ago: int = 0) -> LastCheckIn:
    then = TUESDAY - timedelta(hours=3) - days_ago * A_DAY
    return LastCheckIn(1, then.date(), then, pain)


EARLIER = TUESDAY - timedelta(hours=5)
NOT_NOW: dict[str, st.SearchStrategy[Any]] = {
    "flare": st.builds(InFlare, st.just(1), st.just(EARLIER)),
    "hold": st.builds(Hold, st.sampled_from(["crisis", "red_flag_urgent"]), st.just(1), st.just(EARLIER)),
    "paused_until": st.just(TUESDAY + A_DAY),
    "stopped": st.just(True),
    "away": st.just(True),
    "no_challenges_until": st.just(TUESDAY + A_DAY),
    "last_check_in": st.builds(checked_in, st.integers(14, 20).map(lambda half: half / 2), st.sampled_from([0, 1])),
    "trying": st.just(Trying(1, "Play two songs.", EARLIER)),
    "agenda": st.sampled_from([(Place("step", "offer", 1, EARLIER),), (Place("zone", "city", 1, TUESDAY),)]),
    "unanswered": st.just((AskedDay(1, TUESDAY.date()),)),
    "heard_at": st.just(TUESDAY - timedelta(minutes=5)),
    "asked_on": st.none(),  # with a check-in that is still to come
}


def test_comes_on_an_ordinary_day() -> None:
    assert comes(replace(SOMEONE, last_check_in=checked_in(6.5)))


@settings(max_examples=100, deadline=None)
@given(st.data(), st.sampled_from(sorted(NOT_NOW)), st.sampled_from([None, True]))
def test_never_comes_unasked_on_a_hard_day_or_beside_something_else(
    data: st.DataObject, why: str, asks: bool | None
) -> None:
    theirs = replace(YES, ask_peg=asks, check_in_time=datetime(2026, 1, 1, 14, 0, tzinfo=UTC).time())
    person = replace(SOMEONE, settings=theirs, **{why: data.draw(NOT_NOW[why])})

    assert not comes(person)


acts = st.sampled_from(
    [Text(text) for text in ("/peg", "6", "3", "7", "no, 5", "yes", "begin", "not now", "check my mood", "2",
                             "weekly questions", "ask me the questions every week", "answer again", "done")]
)  # fmt: skip
waits = st.sampled_from([timedelta(minutes=1), timedelta(hours=2), timedelta(hours=26), timedelta(days=7)])


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(waits, acts), max_size=20))
def test_no_two_in_a_week_and_every_figure_said_equals_its_row(script: list[tuple[timedelta, Text]]) -> None:
    life, asked = settled(), []
    for wait, act in script:
        asked += [turn.today for turn in life.pass_time(wait) if any(each.kind == "peg" for each in spoken(turn))]
        said = "\n".join(message.text for message in spoken(life.act(act)))
        rows = peg_rows(life)
        for numbers in re.findall(
            r"(?:Noted|right): ([\d.]+), ([\d.]+) and ([\d.]+)\. Together that makes ([\d.]+)", said
        ):
            assert list(numbers[:3]) == rows[-1].answers.split()
            assert float(numbers[3]) == round(rows[-1].score, 1) == round(peg_score(list(map(float, numbers[:3]))), 1)
    days = [row.local_date for row in peg_rows(life)]
    assert all(later - earlier >= timedelta(days=7) for earlier, later in pairwise(days))
    assert all(later - earlier >= timedelta(days=7) for earlier, later in pairwise(asked))


def peg_rows(life: Life) -> list[Questionnaire]:
    rows = (row for row in life.notes.rows.values() if isinstance(row, Questionnaire) and row.name == "peg")
    return sorted(rows, key=lambda row: row.entry)


# Change over four weeks


@pytest.mark.parametrize(
    ("before", "now", "change"),
    [(6.33, 5.34, "none"), (6.33, 5.33, "maybe"), (6.33, 7.33, "maybe"), (6.0, 4.0, "clear"), (4.0, 6.0, "clear"),
     (3.0, 2.0, "clear"), (2.0, 1.33, "none"), (0.0, 0.67, "none"), (5.0, 3.67, "maybe")],
)  # fmt: skip
def test_less_than_a_point_is_no_change_and_two_are_a_clear_one(before: float, now: float, change: str) -> None:
    assert peg_change(before, now) == change


def peg(day: date, *answers: float) -> PegTold:
    return PegTold(1, day, datetime(day.year, day.month, day.day, 12, tzinfo=UTC), answers)


def test_compares_with_the_answers_nearest_to_four_weeks_before() -> None:
    newest = peg(date(2026, 4, 21), 5, 5, 5)
    weeks = [peg(newest.local_date - week * 7 * A_DAY, week, week, week) for week in range(7)]

    assert four_weeks_before(newest, weeks) == weeks[4]
    assert four_weeks_before(newest, weeks[:3]) is None


def answered(earlier: Sequence[float], now: Sequence[int], consented: timedelta = timedelta(days=90)) -> str:
    """What is said to these answers when the earlier ones are four weeks old."""
    past = peg(date(2026, 3, 24), *earlier)
    person = replace(SOMEONE, questions=Questions(told=(past,)), consented_at=TUESDAY - consented)
    turn = respond(Command("peg"), person, TUESDAY, LIBRARY)
    for number in now:
        turn = respond(Text(str(number)), turn.person, TUESDAY, LIBRARY)
    return "\n".join(message.text for message in spoken(turn))


def test_a_difference_is_told_with_its_uncertainty_and_no_praise() -> None:
    assert "Four weeks" not in answered([6, 6, 6], [6, 5, 5])
    maybe = answered([6, 6, 6], [5, 5, 5])
    assert "(Tuesday, 24 March) it was 6" in maybe
    assert "may be a bit lower" in maybe
    assert "chance" in answered([6, 6, 6], [4, 4, 4])
    assert "higher" in answered([4, 4, 4], [6, 6, 6])
    assert not re.search(r"well done|good|great|congrat", answered([8, 8, 8], [2, 2, 2]), re.IGNORECASE)


def test_the_first_two_weeks_are_compared_with_nothing() -> None:
    assert "weeks ago" not in answered([9, 9, 9], [4, 4, 4], timedelta(days=35))


# The mood check


async def checks_mood(anna: Anna, *answers: str) -> str:
    return told(await anna.says_all("check my mood", *answers))


@pytest.mark.parametrize(
    ("answers", "is_positive"),
    [(("0", "0", "1", "1"), False), (("2", "0", "1", "1"), False), (("1", "2", "0", "0"), True),
     (("not at all", "several days", "nearly every day", "0"), True)],
)  # fmt: skip
async def test_a_mood_at_the_cut_off_is_worth_telling_and_never_named(
    anna: Anna, answers: tuple[str, ...], is_positive: bool
) -> None:
    answer = await checks_mood(anna, *answers)

    assert ("worth telling a doctor" in answer) == is_positive
    assert ("Help" in labels(anna.chat.messages[-1:])) == is_positive
    assert not re.search(r"depress(?:ion|ed)|anxiety|disorder|severe|mild", answer, re.IGNORECASE)
    assert [row.name for row in anna.records.questionnaires] == ["phq2", "gad2"]


async def test_the_mood_is_checked_only_when_asked_for_and_every_four_weeks(anna: Anna) -> None:
    await checks_mood(anna, "2", "0", "1", "1")
    assert "Kept: 3 of 6 for low mood, 2 of 6 for worry" in await checks_mood(anna, "2", "1", "1", "1")
    assert [(row.name, row.answers, row.score) for row in anna.records.questionnaires] == [
        ("phq2", "2 1", 3.0),
        ("gad2", "1 1", 2.0),
    ]
    await anna.comes("2026-04-10 12:00")
    assert "four weeks apart" in told(await anna.says("check my mood"))
    await anna.comes("2026-04-12 12:00")
    assert "Little interest" in told(await anna.says("check my mood"))


async def test_danger_in_the_middle_of_the_mood_check_comes_first(anna: Anna) -> None:
    answer = await anna.says_all("check my mood", "3", "i want to die")

    assert kinds(answer) == ["crisis"]
    assert not anna.records.questionnaires
    assert not [place for place in anna.person.agenda if place.script == "mood"]
