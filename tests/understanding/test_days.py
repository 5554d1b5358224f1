"""What `read_weekdays` and `read_until` make of the ways people name days."""

from datetime import date, timedelta
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from bot.understanding.days import Forever, read_until, read_weekdays
from bot.understanding.vocabulary import Vocabulary

PHRASES = Path(__file__).parents[2] / "bot" / "content" / "phrases" / "en.yaml"
ENGLISH = Vocabulary.from_data(yaml.safe_load(PHRASES.read_text(encoding="utf-8")))
WEDNESDAY = date(2026, 3, 18)

WEEKDAYS = {
    "mon, wed and fri": (0, 2, 4),
    "monday": (0,),
    "mondays": (0,),
    "Mon/Wed/Fri": (0, 2, 4),
    "mwf": (0, 2, 4),
    "tuesdays and thursdays": (1, 3),
    "every day": (0, 1, 2, 3, 4, 5, 6),
    "everyday please": (0, 1, 2, 3, 4, 5, 6),
    "Daily": (0, 1, 2, 3, 4, 5, 6),
    "7 days a week": (0, 1, 2, 3, 4, 5, 6),
    "weekdays": (0, 1, 2, 3, 4),
    "during the week": (0, 1, 2, 3, 4),
    "weekends": (5, 6),
    "only on the weekend": (5, 6),
    "weekends and wednesdays": (2, 5, 6),
    "every other day": (0, 2, 4, 6),
    "every second day": (0, 2, 4, 6),
    "every 2 days": (0, 2, 4, 6),
    "none": (),
    "Never.": (),
    "no days": (),
    "monday to thursday": (0, 1, 2, 3),
    "mon-fri": (0, 1, 2, 3, 4),
    "mon \u2013 fri": (0, 1, 2, 3, 4),
    "friday to monday": (0, 4, 5, 6),
    "monday till wednesday and sunday": (0, 1, 2, 6),
    "every day except sunday": (0, 1, 2, 3, 4, 5),
    "every day but not on weekends": (0, 1, 2, 3, 4),
    "weekdays except wed": (0, 1, 3, 4),
    "not mondays": (1, 2, 3, 4, 5, 6),
    "no mondays": (1, 2, 3, 4, 5, 6),
    "no, monday": (0,),
    "all but sundays": (0, 1, 2, 3, 4, 5),
    "wensday and thrusday": (2, 3),
    "sunday, monday": (0, 6),
    "saterday": (5,),
}
NO_WEEKDAYS = [
    "",
    "whenever",
    "never mind",
    "3 times a week",
    "we'll see",
    "i don't know",
    "7",
    "the sunny ones",
    "money",
    "none of your business",
]

UNTIL = {
    "until monday": date(2026, 3, 23),
    "till mon": date(2026, 3, 23),
    "monday": date(2026, 3, 23),
    "until wednesday": date(2026, 3, 25),
    "until thursday": date(2026, 3, 19),
    "next monday": date(2026, 3, 23),
    "until next friday": date(2026, 3, 27),
    "through friday": date(2026, 3, 21),
    "until after friday": date(2026, 3, 21),
    "tomorrow": date(2026, 3, 19),
    "until tomorow": date(2026, 3, 19),
    "until the day after tomorrow": date(2026, 3, 20),
    "today": date(2026, 3, 19),
    "just for today": date(2026, 3, 19),
    "for two weeks": date(2026, 4, 1),
    "2 weeks": date(2026, 4, 1),
    "2w": date(2026, 4, 1),
    "for 3 days": date(2026, 3, 21),
    "for three days please": date(2026, 3, 21),
    "a week": date(2026, 3, 25),
    "one week": date(2026, 3, 25),
    "for a couple of days": date(2026, 3, 20),
    "a few days": date(2026, 3, 21),
    "one and a half weeks": date(2026, 3, 29),
    "two more days": date(2026, 3, 20),
    "till tuesday next week": date(2026, 3, 24),
    "2-3 days": date(2026, 3, 21),
    "a fortnight": date(2026, 4, 1),
    "a month": date(2026, 4, 18),
    "for 2 months": date(2026, 5, 18),
    "a year": date(2027, 3, 18),
    "48 hours": date(2026, 3, 20),
    "until the 3rd": date(2026, 4, 3),
    "until the 20th": date(2026, 3, 20),
    "till the twenty first": date(2026, 3, 21),
    "until the 31st": date(2026, 3, 31),
    "until 3 april": date(2026, 4, 3),
    "until april 3": date(2026, 4, 3),
    "until the 3rd of april": date(2026, 4, 3),
    "april 3rd, 2027": date(2027, 4, 3),
    "until the third of april": date(2026, 4, 3),
    "1 march": date(2027, 3, 1),
    "until 29 february": date(2028, 2, 29),
    "2026-04-03": date(2026, 4, 3),
    "until 2026-04-03": date(2026, 4, 3),
    "25/12": date(2026, 12, 25),
    "12/25/2026": date(2026, 12, 25),
    "until 04/04": date(2026, 4, 4),
    "25.4.": date(2026, 4, 25),
    "until june": date(2026, 6, 1),
    "until the end of june": date(2026, 7, 1),
    "until january": date(2027, 1, 1),
    "until next week": date(2026, 3, 23),
    "the rest of the week": date(2026, 3, 23),
    "until the end of the week": date(2026, 3, 23),
    "over the weekend": date(2026, 3, 23),
    "until after the weekend": date(2026, 3, 23),
    "until the weekend": date(2026, 3, 21),
    "until next month": date(2026, 4, 1),
    "the rest of the month": date(2026, 4, 1),
    "until the new year": date(2027, 1, 1),
}
FOREVER = [
    "forever",
    "For good",
    "for ever",
    "until further notice",
    "indefinitely",
    "until I say so",
    "until i'm back",
    "for 9 years and then forever",
]
NO_END = [
    "",
    "whenever",
    "2026-03-18",
    "2020-01-01",
    "3 march 2020",
    "03/04",
    "an hour",
    "for 2 hours",
    "until 5pm",
    "until 8",
    "2026-02-30",
    "the 45th",
    "i may be away",
    "a second",
]


@pytest.mark.parametrize(("text", "days"), WEEKDAYS.items())
def test_reads_the_weekdays_that_are_meant(text: str, days: tuple[int, ...]) -> None:
    assert read_weekdays(text, ENGLISH) == days


@pytest.mark.parametrize("text", NO_WEEKDAYS)
def test_takes_nothing_else_for_weekdays(text: str) -> None:
    assert read_weekdays(text, ENGLISH) is None


@pytest.mark.parametrize(("text", "day"), UNTIL.items())
def test_reads_the_day_on_which_steady_speaks_again(text: str, day: date) -> None:
    assert read_until(text, ENGLISH, WEDNESDAY) == day


@pytest.mark.parametrize("text", FOREVER)
def test_reads_that_there_is_no_end(text: str) -> None:
    assert read_until(text, ENGLISH, WEDNESDAY) == Forever()


@pytest.mark.parametrize("text", NO_END)
def test_says_nothing_when_no_later_day_is_named(text: str) -> None:
    assert read_until(text, ENGLISH, WEDNESDAY) is None


@pytest.mark.parametrize("ahead", range(7))
def test_takes_the_same_weekday_for_a_week_from_now(ahead: int) -> None:
    today = WEDNESDAY + timedelta(days=ahead)
    assert read_until(f"until {today:%A}", ENGLISH, today) == today + timedelta(days=7)


def test_keeps_to_the_end_of_a_shorter_month() -> None:
    assert read_until("a month", ENGLISH, date(2026, 1, 31)) == date(2026, 2, 28)


def test_waits_for_the_month_that_has_such_a_day() -> None:
    assert read_until("until the 31st", ENGLISH, date(2026, 3, 31)) == date(2026, 5, 31)


@pytest.mark.parametrize("text", ["for 999 years", "until monday", "a month", "next week", "until january", "tomorrow"])
def test_does_not_fall_off_the_end_of_the_calendar(text: str) -> None:
    assert read_until(text, ENGLISH, date.max) in {None, Forever()}


PIECES = [
    "until",
    "monday",
    "sun",
    "the",
    "3rd",
    "3",
    "april",
    "weeks",
    "days",
    "a",
    "for",
    "-",
    "/",
    ".",
    "2026",
    "except",
    "every",
    "day",
    "next",
    "999",
    "years",
]


@given(st.text(max_size=600) | st.lists(st.sampled_from(PIECES)).map(" ".join))
def test_weekdays_are_always_some_of_the_seven(text: str) -> None:
    days = read_weekdays(text, ENGLISH)
    assert days is None or (set(days) <= set(range(7)) and sorted(set(days)) == list(days))


@given(st.text(max_size=600) | st.lists(st.sampled_from(PIECES)).map(" ".join), st.dates())
def test_the_day_is_always_after_today(text: str, today: date) -> None:
    day = read_until(text, ENGLISH, today)
    assert not isinstance(day, date) or day > today
