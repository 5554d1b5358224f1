"""What a person wants when they write it in their own words: "help me breathe", "pause until monday".

An intent is only heard when the whole text says it, so that a note like "couldn't breathe well" stays a note.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.understanding.plain_text import normalise

LONGEST = 120  # a longer text tells something; it doesn't ask for a command
NO_INTENTS = ("polite", "asking", "spelt")
WORD = re.compile(r"[\w']+")


@dataclass(frozen=True, slots=True)
class Intent:
    """What is wanted, and the rest of the sentence that says more about it."""

    name: str
    rest: str = ""


@dataclass(frozen=True, slots=True)
class Intents:
    """Phrases by intent, in order. `asking` begins a question; `spelt` are short forms and what they stand for."""

    patterns: tuple[tuple[str, re.Pattern[str]], ...]
    polite: re.Pattern[str]
    asking: re.Pattern[str]
    spelt: Mapping[str, str]

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> "Intents":
        """`data` maps an intent to phrases: regular expressions, in which `REST` takes what follows."""
        polite = "(?:" + "|".join(data["polite"]) + ")"
        return cls(
            tuple((name, _whole_text(phrases, polite)) for name, phrases in data.items() if name not in NO_INTENTS),
            re.compile(rf"(?:{polite}[ ,]+)*(.+?)(?:[ ,]+{polite})*"),
            re.compile(rf"(?:{polite}[ ,]+)*(?:{'|'.join(data.get('asking', ('(?!)',)))})\b.*", re.DOTALL),
            data.get("spelt", {}),
        )

    def read(self, text: str) -> Intent | None:
        """The first intent that the whole text says, or `None`."""
        return next(self.all_in(text), None)

    def all_in(self, text: str) -> Iterator[Intent]:
        """Every intent that the whole text may say, the likeliest first."""
        if len(text) > LONGEST:
            return
        plain = self._plain(text)
        for name, pattern in self.patterns:
            if match := pattern.fullmatch(plain):
                yield Intent(name, _rest(match))

    def asks(self, text: str) -> bool:
        """Whether the text is a question."""
        return self.asking.fullmatch(self._plain(text[:LONGEST])) is not None

    def bare(self, text: str) -> str:
        """The text without the polite words before and behind it."""
        match = self.polite.fullmatch(text)
        return match[1] if match else text

    def _plain(self, text: str) -> str:
        said = normalise(text) or text.strip()  # "?" alone is a question
        return WORD.sub(lambda word: self.spelt.get(word[0], word[0]), said)


def _whole_text(phrases: Sequence[str], polite: str) -> re.Pattern[str]:
    either = "|".join(phrase.replace("REST", "(.+)") for phrase in phrases)
    return re.compile(rf"(?:{polite}[ ,]+)*(?:{either})(?:[ ,]+{polite})*[ .!?]*")


def _rest(match: re.Match[str]) -> str:
    return next((group for group in match.groups() if group), "").strip()
