"""A time of day, read from what a person wrote when asked when.

What is read is always shown to the person before it is stored, so a bare hour is taken as it is written.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import time
from itertools import islice

from bot.understanding.vocabulary import NOON, DayPart, Vocabulary, normalise, phrase_at_end

MINUTES_A_DAY = 24 * 60
LAST_HOUR = 24
MOST_NUMBERS = 20
NIGHT_STARTS = 5  # "4 at night" is before dawn, "8 at night" in the evening
CLOCK = re.compile(
    r"(?<![\w/:$€£#<>])(?<!\d[.,\s-])(?<!^-)(?P<hour>\d{1,2})(?:\s?[:.h]\s?(?P<minute>[0-5]\d)|\s(?P<spaced>[0-5]\d))?"
    r"(?!\d|[.,:]\d|\s?[/%°]|\s?-\s?\d|\s\d)"
)
CLAUSE_END = re.compile(r"\s*(?:$|[^\w\s'%°])")
FOUR_DIGITS = re.compile(r"(?:\D*\s)?(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d)")


@dataclass(frozen=True, slots=True)
class Moment:
    """A time named in the text; `is_certain` when only times are written like this, `stands_free` as in "at 8"."""

    at: time
    is_certain: bool
    stands_free: bool = True


def read_time(text: str, vocabulary: Vocabulary) -> time | None:
    """The time in the text, or `None` when there is none, or none that is clear. Never raises."""
    in_words = vocabulary.with_whole_numbers(normalise(text))
    said = vocabulary.with_digits(in_words)
    moments = [
        *_after_the_hour(in_words, vocabulary),
        *_from_the_hour(said, vocabulary),
        *_named(said, vocabulary),
    ] or list(_on_the_clock(said, vocabulary))
    if moments:
        return _settle(moments)
    return None if any(letter.isdigit() for letter in said) else _part_alone(said, vocabulary)


def _settle(moments: list[Moment]) -> time | None:
    certain = {moment.at for moment in moments if moment.is_certain}
    if not certain and not any(moment.stands_free for moment in moments):
        return None
    times = certain or {moment.at for moment in moments}
    return times.pop() if len(times) == 1 else None


def _after_the_hour(said: str, vocabulary: Vocabulary) -> Iterator[Moment]:
    """As in "8 y media", "8 menos cuarto", "8 y 20": the minutes stand behind the hour."""
    clock = vocabulary.clock
    for match in clock.after_the_hour.finditer(said):
        if match["quarter"]:
            yield from _moment(match, clock.after[match["quarter"]], vocabulary)
        elif not phrase_at_end(said[: match.start()], clock.between):
            yield from _moment(match, int(match["minutes"]) * (-1 if match["side"] in clock.less else 1), vocabulary)


def _from_the_hour(said: str, vocabulary: Vocabulary) -> Iterator[Moment]:
    """As in "half past 7", "quarter to 9", "10 past 8"."""
    clock = vocabulary.clock
    for match in clock.quarter.finditer(said):
        yield from _moment(match, clock.quarters[match["quarter"]], vocabulary)
    for match in clock.minutes.finditer(said):
        minutes = int(match["minutes"])
        yield from _moment(match, minutes if match["side"] in clock.past else -minutes, vocabulary)


def _named(said: str, vocabulary: Vocabulary) -> Iterator[Moment]:
    """As in "noon"; "1 del mediodía" is a part of the day instead."""
    parts = [match.span() for match in vocabulary.clock.part.finditer(said)]
    for match in vocabulary.clock.name.finditer(said):
        if any(start <= match.start() and match.end() <= end for start, end in parts):
            continue
        yield Moment(vocabulary.clock.names[match[0]], is_certain=True)


def _on_the_clock(said: str, vocabulary: Vocabulary) -> Iterator[Moment]:
    """As in "8", "8:30", "8am", "19h30", "8 in the evening", "1930"."""
    four_digits = FOUR_DIGITS.fullmatch(said)
    if four_digits:
        yield from _moment(four_digits, int(four_digits["minute"]), vocabulary)
    for match in islice(CLOCK.finditer(said), MOST_NUMBERS):
        if not _is_something_else(match, vocabulary):
            yield from _moment(match, int(match["minute"] or match["spaced"] or 0), vocabulary)


def _moment(match: re.Match[str], minutes: int, vocabulary: Vocabulary) -> Iterator[Moment]:
    """The moment so many minutes from the hour that was found, in the part of the day the text names."""
    hour, end = int(match["hour"]), match.end()
    if hour > LAST_HOUR or (hour == LAST_HOUR and minutes):
        return
    part = _part(match.string, end, vocabulary)
    is_certain = match.re is not CLOCK or match["minute"] is not None or _is_marked(match, vocabulary)
    total = (_in_part(hour, part) * 60 + minutes) % MINUTES_A_DAY
    if hour < LAST_HOUR or is_certain:
        yield Moment(time(*divmod(total, 60)), is_certain, _stands_free(match, vocabulary))


def _part(said: str, end: int, vocabulary: Vocabulary) -> DayPart | None:
    match = vocabulary.clock.part.search(said, end) or vocabulary.clock.part.search(said)
    return vocabulary.clock.parts[match["part"]] if match else None


def _in_part(hour: int, part: DayPart | None) -> int:
    """The hour on the 24-hour clock; one that can't be meant otherwise stays as written."""
    if part is None or hour > NOON:
        return hour
    if hour == NOON:
        return part.twelve
    return hour + NOON if part.half == "pm" or (part.half == "night" and hour >= NIGHT_STARTS) else hour


def _is_marked(match: re.Match[str], vocabulary: Vocabulary) -> bool:
    """Whether "am", "o'clock" or "in the evening" follows at once, or "horas" as in "a las 20 horas"."""
    said, end, clock = match.string, match.end(), vocabulary.clock
    before = said[: match.start()].rstrip()
    if clock.marks.match(said, end) or clock.part.match(said, end + said.startswith(" ", end)):
        return True
    return clock.hours.match(said, end) is not None and (not before or phrase_at_end(before, clock.leads) != "")


def _is_something_else(match: re.Match[str], vocabulary: Vocabulary) -> bool:
    said, end = match.string, match.end()
    if _is_marked(match, vocabulary):
        return False
    is_glued = said[end : end + 1].isalpha()
    is_spaced = match["spaced"] is not None and CLAUSE_END.match(said, end) is None
    is_date = phrase_at_end(said[: match.start()], frozenset(vocabulary.days.months)) != ""
    return is_glued or is_spaced or is_date or vocabulary.counts_something(said, end)


def _stands_free(match: re.Match[str], vocabulary: Vocabulary) -> bool:
    before = match.string[: match.start()].rstrip(" -")
    starts = not before or not (before[-1].isalnum() or before[-1] in "_'")
    ends = CLAUSE_END.match(match.string, match.end()) is not None
    return starts or ends or phrase_at_end(before, vocabulary.clock.leads) != ""


def _part_alone(said: str, vocabulary: Vocabulary) -> time | None:
    """As in "morning", "in the evening": the usual time of that part of the day."""
    parts = (vocabulary.clock.parts[match["part"]] for match in vocabulary.clock.part.finditer(said))
    times = {part.alone for part in parts if part.alone}
    return times.pop() if len(times) == 1 else None
