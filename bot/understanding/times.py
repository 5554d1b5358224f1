"""A time of day, read from what a person wrote when asked when.

What is read is always shown to the person before it is stored, so a bare hour is taken as it is written.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import time
from itertools import islice

from bot.understanding.plain_text import plain
from bot.understanding.vocabulary import Vocabulary
from bot.understanding.vocabulary.clock_words import DayPart
from bot.understanding.vocabulary.patterns import phrase_at_end

MINUTES_A_DAY = 24 * 60
NOON, LAST_HOUR = 12, 24
LATEST_AFTER_NOON = 9  # "10 at noon" is still before it, "1 at noon" after
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
    """A time named in the text.

    `is_certain` when only times are written like this, `stands_free` as in "at 8", `is_replaced` when it is moved away
    from, as the 8 in "von 8 auf 9".
    """

    at: time
    is_certain: bool
    stands_free: bool = True
    is_replaced: bool = False


def read_time(text: str, vocabulary: Vocabulary) -> time | None:
    """The time in the text, or `None` when there is none, or none that is clear. Never raises."""
    whole = vocabulary.with_whole_numbers(plain(text))
    said = vocabulary.with_digits(whole)
    moments = [*_after_the_hour(whole, vocabulary), *_from_the_hour(whole, vocabulary), *_named(said, vocabulary)]
    if all(moment.is_replaced for moment in moments):
        moments += _on_the_clock(said, vocabulary)
    if moments:
        return _settle(moments)
    return None if any(letter.isdigit() for letter in said) else _part_alone(said, vocabulary)


def _settle(moments: list[Moment]) -> time | None:
    moments = [moment for moment in moments if not moment.is_replaced] or moments
    certain = {moment.at for moment in moments if moment.is_certain}
    if not certain and not any(moment.stands_free for moment in moments):
        return None
    times = certain or {moment.at for moment in moments}
    return times.pop() if len(times) == 1 else None


def _after_the_hour(said: str, vocabulary: Vocabulary) -> Iterator[Moment]:
    """As in "8 y media", "8 moins le quart", "8 uhr 20": the hour comes first. "Entre 8 y 10" are two hours."""
    clock = vocabulary.clock
    for match in clock.behind.finditer(said):
        if match["quarter"]:
            yield from _moment(match, clock.quarters_behind[match["quarter"]], vocabulary)
        elif not phrase_at_end(said[: match.start()], clock.between):
            minutes = int(match["minutes"])
            yield from _moment(match, -minutes if match["side"] in clock.to_behind else minutes, vocabulary)


def _from_the_hour(said: str, vocabulary: Vocabulary) -> Iterator[Moment]:
    """As in "half past 7", "quarter to 9", "10 past 8"."""
    clock = vocabulary.clock
    for match in clock.quarter.finditer(said):
        yield from _moment(match, clock.quarters[match["quarter"]], vocabulary)
    for match in clock.minutes.finditer(said):
        minutes = int(match["minutes"])
        yield from _moment(match, minutes if match["side"] in clock.past else -minutes, vocabulary)


def _named(said: str, vocabulary: Vocabulary) -> Iterator[Moment]:
    """As in "noon"; but not where it is inside a part of the day, as "midi" is in "après-midi"."""
    for match in vocabulary.clock.name.finditer(said):
        if match[0] in vocabulary.clock.names:
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
        yield Moment(
            time(*divmod(total, 60)), is_certain, _stands_free(match, vocabulary), _is_replaced(match, vocabulary)
        )


def _part(said: str, end: int, vocabulary: Vocabulary) -> DayPart | None:
    match = vocabulary.clock.part.search(said, end) or vocabulary.clock.part.search(said)
    return vocabulary.clock.parts[match["part"]] if match else None


def _in_part(hour: int, part: DayPart | None) -> int:
    """The hour on the 24-hour clock; one that can't be meant otherwise stays as written."""
    if part is None or hour > NOON:
        return hour
    if hour == NOON:
        return 0 if part.half in {"am", "night"} else NOON
    if part.half == "noon":
        return hour + NOON if hour <= LATEST_AFTER_NOON else hour
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


def _is_replaced(match: re.Match[str], vocabulary: Vocabulary) -> bool:
    """Whether something is moved away from this time, as from the 8 in "von 8 auf 9"."""
    return phrase_at_end(match.string[: match.start()], vocabulary.clock.replaced) != ""


def _part_alone(said: str, vocabulary: Vocabulary) -> time | None:
    """As in "morning", "in the evening": the usual time of that part of the day."""
    parts = (vocabulary.clock.parts[match["part"]] for match in vocabulary.clock.part.finditer(said))
    times = {part.alone for part in parts if part.alone}
    return times.pop() if len(times) == 1 else None
