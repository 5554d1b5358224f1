"""What people call the places where it hurts, and how they join several."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Self

from bot.understanding.vocabulary.patterns import any_of


@dataclass(frozen=True, slots=True)
class BodyWords:
    """What people call the places where it hurts."""

    places: Mapping[str, str]
    joint: re.Pattern[str]
    elision: re.Pattern[str]
    fillers: frozenset[str]

    @classmethod
    def from_data(cls, data: Mapping[str, Any], accented_joints: Iterable[str]) -> Self:
        """The joints are needed with their accents too: a list of places is parted as it was typed."""
        joints = any_of([*data["joints"], *accented_joints])
        return cls(
            places={word: place for place, words in data["places"].items() for word in words},
            joint=re.compile(rf"[,;/&+\n]|\.\s|(?<!\w){joints}(?!\w)", re.IGNORECASE),
            elision=re.compile(rf"(?<!\w){any_of(data.get('elisions', ()))}(?=\w)"),
            fillers=frozenset(data["fillers"]),
        )
