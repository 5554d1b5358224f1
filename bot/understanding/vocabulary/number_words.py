"""What makes a number, and what a number counts."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Self

from bot.understanding.vocabulary.patterns import any_of


@dataclass(frozen=True, slots=True)
class NumberWords:
    """Numbers written out, and what makes a number count something."""

    values: Mapping[str, float]
    written: re.Pattern[str]
    shy: frozenset[str]
    beside_shy: frozenset[str]
    halves: re.Pattern[str]
    points: re.Pattern[str]
    counted: re.Pattern[str]
    units: re.Pattern[str]

    @classmethod
    def from_data(cls, data: Mapping[str, Any], months: Iterable[str], ish: Iterable[str]) -> Self:
        values: dict[str, float] = {word: value for value, words in data["words"].items() for word in words}
        tens = any_of(word for word, value in values.items() if 20 <= value < 100 and value % 10 == 0)
        ones = any_of(word for word, value in values.items() if 0 < value < 10)
        tens_first = rf"(?P<tens>{tens}){any_of(data.get('between_tens_and_ones', ()))}(?P<ones>{ones})"
        ones_first = rf"(?P<first>{ones}){any_of(data.get('between_ones_and_tens', ()))}(?P<then>{tens})"
        units = any_of([*data["counted"], *months])
        plurals = rf"[^\W\d]{{3,}}{any_of(data['plural_ends'])}"
        exceptions = any_of(data["not_counted"])
        described = rf"[^\W\d]+\s(?={plurals}\b)|[^\W\d]+{any_of(data.get('adjective_ends', ()))}\s"
        things = rf"(?:{described})?(?!{exceptions}\b)(?:{units}|{plurals})"
        whole_phrases = any_of(unit for unit in data["counted"] if " " in str(unit))
        glued = any_of(data.get("glued_halves", ()))
        return cls(
            values=values,
            written=re.compile(
                rf"(?<![\w'])(?:{tens_first}|{ones_first}|(?P<word>{any_of(values)}))"
                rf"(?=(?:{any_of(ish)}|{glued})\b|(?![\w']))"
            ),
            shy=frozenset(data["shy"]),
            beside_shy=frozenset(data["beside_shy"]),
            halves=re.compile(rf"(?<=\d)(?:\s(?:{any_of(data['halves'])})|{glued}|\s1/2)(?![\w/])"),
            points=re.compile(rf"(?<=\d)\s{any_of(data['points'])}\s(?=\d)"),
            units=re.compile(rf"[\s-]*{units}(?![\w'])"),
            counted=re.compile(rf"[\s-]*(?:{whole_phrases}|(?!{exceptions}(?!\w))(?:{things}))(?![\w'])"),
        )
