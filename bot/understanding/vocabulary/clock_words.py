"""What people call the hours and the parts of the day."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import time
from typing import Any, Literal, Self

from bot.understanding.vocabulary.patterns import any_of, whole_words

Half = Literal["am", "morning", "noon", "pm", "night"]


@dataclass(frozen=True, slots=True)
class DayPart:
    """A part of the day; `alone` is the time it means when no hour is named.

    Twelve is midnight in "am" and "night"; in a "morning" every hour is as it is said, as in "las 12 de la mañana".
    """

    half: Half
    alone: time | None


@dataclass(frozen=True, slots=True)
class ClockWords:
    """How people speak of the time of day; `behind` are minutes that follow the hour, as in "8 y media"."""

    names: Mapping[str, time]
    name: re.Pattern[str]
    quarters: Mapping[str, int]
    quarter: re.Pattern[str]
    minutes: re.Pattern[str]
    past: frozenset[str]
    quarters_behind: Mapping[str, int]
    behind: re.Pattern[str]
    to_behind: frozenset[str]
    between: frozenset[str]
    replaced: frozenset[str]
    marks: re.Pattern[str]
    leads: frozenset[str]
    parts: Mapping[str, DayPart]
    part: re.Pattern[str]
    hours: re.Pattern[str]

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> Self:
        names = {word: time.fromisoformat(moment) for moment, words in data["names"].items() for word in words}
        quarters = {word: int(minutes) for minutes, words in data["from_the_hour"].items() for word in words}
        parts = {word: _day_part(part) for part in data["parts"] for word in part["words"]}
        behind = {word: int(minutes) for minutes, words in data.get("after_the_hour", {}).items() for word in words}
        past_behind, to_behind = (data.get(f"{side}_after_the_hour", ()) for side in ("past", "to"))
        hours, marks = data.get("hours", ()), data["marks"]
        either, side = any_of([*data["past"], *data["to"]]), any_of([*past_behind, *to_behind])
        parts_with_names = (part for part in parts if whole_words(names).search(part))
        return cls(
            names=names,
            name=whole_words([*names, *parts_with_names]),
            quarters=quarters,
            quarter=re.compile(rf"(?<!\w)(?P<quarter>{any_of(quarters)})\s(?P<hour>\d{{1,2}})(?!\d|[:./]\d)"),
            minutes=re.compile(
                rf"(?<![\w:./-])(?P<minutes>5|10|20|25)\s(?P<side>{either})\s(?P<hour>\d{{1,2}})(?!\d|[:./]\d)"
            ),
            past=frozenset(data["past"]),
            quarters_behind=behind,
            behind=re.compile(
                rf"(?<![\w:./-])(?P<hour>\d{{1,2}})(?:\s?{any_of([*hours, *marks])})?"
                rf"(?:\s(?P<quarter>{any_of(behind)})|\s?(?P<side>{side})\s?(?P<minutes>[0-5]\d|5))(?![\w:]|[./,]\d)"
            ),
            to_behind=frozenset(to_behind),
            between=frozenset(data.get("between", ())),
            replaced=frozenset(data.get("replaced", ())),
            marks=re.compile(rf"\s?{any_of(marks)}(?!\w)"),
            leads=frozenset(data["leads"]),
            parts=parts,
            part=re.compile(rf"(?<![^\W\d])(?P<part>{any_of(parts)})(?!\w)"),
            hours=re.compile(rf"\s?{any_of(hours)}(?!\w)"),
        )


def _day_part(data: Mapping[str, Any]) -> DayPart:
    alone = data.get("alone")
    return DayPart(data["half"], time.fromisoformat(alone) if alone else None)
