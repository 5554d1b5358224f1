"""Days, read from what a person wrote: on which weekdays, and until when Steady is to be quiet.

`Forever` is an answer of its own: quiet until the person writes again.
"""

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import MAXYEAR, date, timedelta
from math import ceil
from typing import assert_never

from bot.understanding.plain_text import plain
from bot.understanding.vocabulary import Vocabulary
from bot.understanding.vocabulary.day_words import DayWords, Unit

EVERY_DAY = frozenset(range(7))
SATURDAY = 5
HOURS_A_DAY, DAYS_A_WEEK, MONTHS_A_YEAR = 24, 7, 12
FURTHEST_DAY = 8 * 366  # the longest wait for a 29th of February
ISO_DATE = re.compile(r"(?<!\d)(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})(?!\d)")
NUMERIC_DATE = re.compile(
    r"(?<![\d.:/])(?P<first>\d{1,2})(?P<sign>[./])(?P<second>\d{1,2})(?:[./](?P<year>\d{4})|\.)?(?![\d/:%])"
)
DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Forever:
    """Until the person comes back by themselves."""


def read_weekdays(text: str, vocabulary: Vocabulary) -> tuple[int, ...] | None:
    """The weekdays in the text in their order, Monday 0; `()` for none of them, `None` if it names no days."""
    words = vocabulary.days
    said = _spelled_out(plain(text), words)
    if said in words.none:
        return ()
    kept, *left_out = words.except_.split(said, maxsplit=1)
    days = _weekdays(kept, words)
    if left_out:
        without = _weekdays(left_out[0], words)
        days = (days or EVERY_DAY) - without if without else days
    return tuple(sorted(days)) or None


def _spelled_out(said: str, words: DayWords) -> str:
    """With short names of weekdays in full where others stand beside them; alone, many mean something else."""
    return words.weekday_list.sub(
        lambda days: words.short_weekday.sub(lambda day: words.short_weekdays[day[0]], days[0]), said
    )


def _weekdays(said: str, words: DayWords) -> frozenset[int]:
    days = {words.weekdays[match[0]] for match in words.weekday.finditer(said)}
    for match in words.weekday_range.finditer(said):
        first, last = words.weekdays[match["first"]], words.weekdays[match["last"]]
        days |= {(first + step) % DAYS_A_WEEK for step in range((last - first) % DAYS_A_WEEK + 1)}
    groups = (words.groups[match[0]] for match in words.group.finditer(said))
    return frozenset(days.union(*groups))


def read_until(text: str, vocabulary: Vocabulary, today: date) -> date | Forever | None:
    """The first day on which Steady speaks again, always after today; `None` if the text does not say. Never raises."""
    said = _spelled_out(plain(text), vocabulary.days)
    if vocabulary.days.forever.search(said):
        return Forever()
    try:
        days = (read(said, vocabulary, today) for read in READERS)
        day = next((day for day in days if day is not None), None)
    except OverflowError:  # beyond the calendar
        return Forever()
    return day if day is not None and day > today else None


def _dated(said: str, vocabulary: Vocabulary, today: date) -> date | None:
    """As in "2026-04-03", "3 april", "april 3rd 2027"."""
    words = vocabulary.days
    iso = ISO_DATE.search(said)
    if iso:
        return _date(int(iso["year"]), int(iso["month"]), int(iso["day"]))
    match = words.day_and_month.search(said) or words.month_and_day.search(said)
    if match is None:
        return None
    day, month = _day_number(match["day"], words), words.months[match["month"]]
    if match["year"]:
        return _inclusive(_date(int(match["year"]), month, day), said, words)
    return _inclusive(_next(today, lambda other: (other.month, other.day) == (month, day)), said, words)


def _numeric(said: str, vocabulary: Vocabulary, today: date) -> date | None:
    """As in "03/04/2026" or "25.4."; with strokes the order differs between countries, and in doubt it is none."""
    match = NUMERIC_DATE.search(said)
    if match is None:
        return None
    first, second = int(match["first"]), int(match["second"])
    day_comes_first = True if match["sign"] == "." else vocabulary.days.day_comes_first
    if day_comes_first is None and max(first, second) <= MONTHS_A_YEAR and first != second:
        return None
    day, month = (first, second) if day_comes_first or first > MONTHS_A_YEAR else (second, first)
    if match["year"]:
        return _inclusive(_date(int(match["year"]), month, day), said, vocabulary.days)
    return _inclusive(_next(today, lambda other: (other.month, other.day) == (month, day)), said, vocabulary.days)


def _relative(said: str, vocabulary: Vocabulary, today: date) -> date | None:
    """As in "next monday", "the rest of the week", "until next month", "tomorrow", "just today"."""
    words = vocabulary.days
    next_monday = today + timedelta(days=DAYS_A_WEEK - today.weekday())
    weekday = words.next_weekday.search(said)
    if weekday:
        return _inclusive(
            next_monday + timedelta(days=words.weekdays[weekday["day"] or weekday["of_next"]]), said, words
        )
    if words.weekend_starts.search(said):
        return _next(today, lambda day: day.weekday() == SATURDAY)
    if words.week_ends.search(said):
        return next_monday
    if words.month_ends.search(said):
        return _months_later(today.replace(day=1), 1)
    if words.year_ends.search(said):
        return _months_later(today.replace(month=1, day=1), MONTHS_A_YEAR)
    ahead = (words.tomorrow.get(match["word"]) for match in words.tomorrow_word.finditer(said))
    tomorrow = next((days for days in ahead if days), None)
    if tomorrow:
        return _inclusive(today + timedelta(days=tomorrow), said, words)
    return today + timedelta(days=1) if words.today.search(said) else None


def _lasting(said: str, vocabulary: Vocabulary, today: date) -> date | None:
    """As in "for two weeks", "3 days", "a month", "a fortnight"."""
    words = vocabulary.days
    named = words.named_length.search(said)
    if named:
        return today + timedelta(days=words.lengths[named[0]])
    match = words.length.search(vocabulary.with_digits(said))
    if match is None:
        return None
    written = match["amount"]
    amount = words.amounts[written] if written in words.amounts else float(written.replace(",", "."))
    return _later(today, amount, words.units[match["unit"]])


def _later(today: date, amount: float, unit: Unit) -> date | None:
    match unit:
        case "hour":
            return today + timedelta(days=ceil(amount / HOURS_A_DAY)) if amount >= HOURS_A_DAY else None
        case "day":
            return today + timedelta(days=ceil(amount))
        case "week":
            return today + timedelta(days=ceil(amount * DAYS_A_WEEK))
        case "month":
            return _months_later(today, ceil(amount))
        case "year":
            return _months_later(today, ceil(amount * MONTHS_A_YEAR))
        case _:
            assert_never(unit)


def _weekday(said: str, vocabulary: Vocabulary, today: date) -> date | None:
    words = vocabulary.days
    match = words.weekday.search(said)
    if match is None:
        return None
    return _inclusive(_next(today, lambda day: day.weekday() == words.weekdays[match[0]]), said, words)


def _day_of_month(said: str, vocabulary: Vocabulary, today: date) -> date | None:
    """As in "until the 3rd": the next day of this number."""
    match = vocabulary.days.day_of_month.search(said)
    if match is None:
        return None
    number = _day_number(match["day"] or match["word"] or match["number"], vocabulary.days)
    return _inclusive(_next(today, lambda day: day.day == number), said, vocabulary.days)


def _month(said: str, vocabulary: Vocabulary, today: date) -> date | None:
    """As in "until june" is until its first day, "until the end of june" through its last."""
    words = vocabulary.days
    ends = words.end_of_month.search(said)
    match = ends or words.month_alone.match(said)
    if match is None:
        return None
    month = words.months[match["month"]] % MONTHS_A_YEAR + 1 if ends else words.months[match["month"]]
    return _next(today, lambda day: (day.month, day.day) == (month, 1))


READERS = (_dated, _relative, _lasting, _numeric, _weekday, _day_of_month, _month)


def _inclusive(day: date | None, said: str, words: DayWords) -> date | None:
    """The day after a day that is still skipped, as in "through friday"."""
    return day + timedelta(days=1) if day is not None and words.inclusive.search(said) else day


def _next(today: date, fits: Callable[[date], bool]) -> date | None:
    """The first day after today that fits, if there is one before the next leap day has passed."""
    days = (today + timedelta(days=ahead) for ahead in range(1, FURTHEST_DAY))
    return next((day for day in days if fits(day)), None)


def _months_later(day: date, months: int) -> date:
    year, month = divmod(day.year * MONTHS_A_YEAR + day.month - 1 + months, MONTHS_A_YEAR)
    if year > MAXYEAR:
        raise OverflowError
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _day_number(written: str, words: DayWords) -> int:
    digits = DIGITS.match(written)
    return int(digits[0]) if digits else words.ordinals[written]
