"""What the words of one language mean for the readers of free text, made ready once from its phrases.

The phrases are data (`bot/content/phrases/<language>.yaml`); nothing here knows a language.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self

from bot.understanding.plain_text import without_accents
from bot.understanding.vocabulary.body_words import BodyWords
from bot.understanding.vocabulary.check_in_words import CheckInWords
from bot.understanding.vocabulary.clock_words import ClockWords
from bot.understanding.vocabulary.day_words import DayWords
from bot.understanding.vocabulary.number_words import NumberWords
from bot.understanding.vocabulary.score_words import ScoreWords

SECTIONS = ("numbers", "scores", "clock", "days", "body")
LONGEST_WORD = 30
RUN = re.compile(r"([^\W\d_])\1+")
STRETCHED = re.compile(r"(?<!\w)[^\W\d_]*([^\W\d_])\1[^\W\d_]*(?!\w)")
LAST_WORD = re.compile(r"([\w'.]+)\s$")
NEXT_WORD = re.compile(r"\s([\w'.]+)")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Everything the readers of this folder know of one language."""

    numbers: NumberWords
    scores: ScoreWords
    clock: ClockWords
    days: DayWords
    body: BodyWords
    check_in: CheckInWords

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> Self:
        """Raises `ValueError` when a phrase is no text, as an unquoted `no` is none in YAML."""
        spellings = str.maketrans(data.get("spellings", {}))
        phrases = {section: _phrases(section, data[section], spellings) for section in SECTIONS}
        told = _phrases("check_in", data.get("check_in", {}), spellings)
        days = DayWords.from_data(phrases["days"])
        body = BodyWords.from_data(phrases["body"], data["body"]["joints"])
        numbers = NumberWords.from_data(phrases["numbers"], days.months, phrases["scores"]["ish"])
        return cls(
            numbers=numbers,
            scores=ScoreWords.from_data(phrases["scores"], days.months, body.places),
            clock=ClockWords.from_data(phrases["clock"]),
            days=days,
            body=body,
            check_in=CheckInWords.from_data(told, phrases["scores"], numbers=numbers, days=days, body=body),
        )

    def with_digits(self, text: str) -> str:
        """The plain text with its numbers in digits: "six and a half" becomes "6.5"."""
        return self.numbers.points.sub(".", self.numbers.halves.sub(".5", self.with_whole_numbers(text)))

    def with_whole_numbers(self, text: str) -> str:
        """The same with halves still in words: "half past six and a half" is "half past 6 and a half"."""
        text = STRETCHED.sub(self._unstretched, text)
        return self.numbers.written.sub(lambda match: self._digits(text, match), text)

    def counts_something(self, text: str, end: int) -> bool:
        """Whether a number that ends there counts something: a dose, a distance, hours, stairs."""
        return self.numbers.counted.match(text, end) is not None

    def _digits(self, text: str, match: re.Match[str]) -> str:
        tens, ones = match["tens"] or match["then"], match["ones"] or match["first"]
        if tens:
            return str(self.numbers.values[tens] + self.numbers.values[ones])
        if match["word"] in self.numbers.shy and not self._stands_alone(text, match):
            return match["word"]
        return str(self.numbers.values[match["word"]])

    def _unstretched(self, word: re.Match[str]) -> str:
        """ "oitoooo" as the number it draws out."""
        meant = (word[0], RUN.sub(r"\1", word[0]), RUN.sub(r"\1\1", word[0]))
        return next((letters for letters in meant if letters in self.numbers.values), word[0])

    def _stands_alone(self, text: str, match: re.Match[str]) -> bool:
        before = LAST_WORD.search(text, max(0, match.start() - LONGEST_WORD), match.start())
        after = NEXT_WORD.match(text, match.end())
        return all(word is None or word[1] in self.numbers.beside_shy for word in (before, after))


def _phrases(path: str, data: Any, spellings: Mapping[int, str]) -> Any:
    """The same data, each phrase as `plain` leaves it, and as it is typed where a letter is missing: "fuenf"."""
    if isinstance(data, Mapping):
        return {name: _phrases(f"{path}.{name}", value, spellings) for name, value in data.items()}
    if not isinstance(data, list):
        return data
    for phrase in data:
        if not isinstance(phrase, str | int | Mapping) or isinstance(phrase, bool):
            raise ValueError(f"The phrase {phrase!r} under {path} is no text; put it in quotes.")
    if not all(isinstance(phrase, str) for phrase in data):
        return [_phrases(path, phrase, spellings) for phrase in data]
    return [
        without_accents(spelled) for phrase in data for spelled in dict.fromkeys((phrase, phrase.translate(spellings)))
    ]
