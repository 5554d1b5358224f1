"""What a person wants when they write it in their own words: "help me breathe", "pause until monday".

An intent is only heard when the whole text says it, so that a note like "couldn't breathe well" stays a note.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.understanding.vocabulary import normalise

LONGEST = 120  # a longer text tells something; it doesn't ask for a command


@dataclass(frozen=True, slots=True)
class Intent:
    """What is wanted, and the rest of the sentence that says more about it."""

    name: str
    rest: str = ""


@dataclass(frozen=True, slots=True)
class Intents:
    """Phrases by intent, in order: the first that fits the whole text counts."""

    patterns: tuple[tuple[str, re.Pattern[str]], ...]

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> "Intents":
        """`data` maps an intent to phrases: regular expressions, in which `REST` takes what follows."""
        polite = "(?:" + "|".join(data["polite"]) + ")"
        return cls(tuple((name, _whole_text(phrases, polite)) for name, phrases in data.items() if name != "polite"))

    def read(self, text: str) -> Intent | None:
        """The intent that the whole text says, or `None`."""
        if len(text) > LONGEST:
            return None
        plain = normalise(text) or text.strip()  # "?" alone is a question
        for name, pattern in self.patterns:
            if match := pattern.fullmatch(plain):
                return Intent(name, _rest(match))
        return None


def _whole_text(phrases: Sequence[str], polite: str) -> re.Pattern[str]:
    either = "|".join(phrase.replace("REST", "(.+)") for phrase in phrases)
    return re.compile(rf"(?:{polite}[ ,]+)*(?:{either})(?:[ ,]+{polite})*[ .!?]*")


def _rest(match: re.Match[str]) -> str:
    return next((group for group in match.groups() if group), "").strip()
