"""A number from 0 to 10, read from what a person wrote when asked for one.

A number counts when something says that it is a score: its place in the sentence, the words before or behind it, a
"/10". What counts something else (doses, hours, stairs) never does. In doubt the answer is `Unclear` and Steady asks.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from itertools import islice
from math import floor

from bot.understanding.plain_text import plain
from bot.understanding.vocabulary import Vocabulary
from bot.understanding.vocabulary.patterns import phrase_at_end

LOWEST, HIGHEST = 0.0, 10.0
WIDEST_RANGE = 3.0  # "4 to 7" still has a middle that means something
MOST_NUMBERS = 20
CLEAR_FRACTIONS = {"00", "25", "50", "75"}  # "7.30" is rather a time
SHORT_WORD = 3  # letters; so short a word may be another language's
LEAD_IN = 40  # letters before a number that can say what it is
MOST_LEADS = 4
TWICE = re.compile(r"(?<![\w.,:/-])((\d+)(?:[.,](\d))?)(?:,? \2(?:[.,]\3)?)+(?![\w:/]|[.,]\d)")
NUMBER_NEXT = re.compile(r" \d")
WORD = re.compile(r"[\w']+")
CLAUSE_END = re.compile(r"\s*(?:$|[^\w\s'%°])")
FIRST_CLAUSE = re.compile(r"[,;.!?()]")


@dataclass(frozen=True, slots=True)
class Scored:
    """A score from 0 to 10 in half steps."""

    value: float


@dataclass(frozen=True, slots=True)
class OutOfRange:
    """Clearly meant as a score, but not from 0 to 10."""

    value: float


@dataclass(frozen=True, slots=True)
class Unclear:
    """No score, or more than one."""


Reading = Scored | OutOfRange | Unclear


class Claim(IntEnum):
    """How sure a number is to be the score; a surer one silences the others."""

    NONE = 0
    POSSIBLE = 1
    LIKELY = 2
    OUT_OF_TEN = 3
    NAMED = 4
    NOW = 5


@dataclass(frozen=True, slots=True)
class Mention:
    """A number in the text and its claim."""

    value: float
    claim: Claim


def read_score(text: str, vocabulary: Vocabulary, last: float | None = None) -> Reading:
    """The score in the text. `last` is the newest one known, for "same as yesterday". Never raises."""
    said = _said(text, vocabulary)
    numbers = list(islice(vocabulary.scores.rating.finditer(said), MOST_NUMBERS + 1))
    if len(numbers) > MOST_NUMBERS:
        return Unclear()
    mentions = list(_mentions(numbers, vocabulary))
    if mentions:
        return _settle(mentions)
    return _in_words(said, vocabulary, last)


def counts_by_name(text: str, vocabulary: Vocabulary) -> bool:
    """Whether there are numbers in the text, and each has a word beside it that makes it something else."""
    found = islice(vocabulary.scores.rating.finditer(_said(text, vocabulary)), MOST_NUMBERS)
    numbers = [_Number(match, vocabulary) for match in found]
    return bool(numbers) and all(number.is_named_otherwise() for number in numbers)


def _said(text: str, vocabulary: Vocabulary) -> str:
    """The plain text without what looks like more numbers: the scale, where a change began, a number said twice."""
    said = vocabulary.scores.scales.sub(" ", vocabulary.with_digits(plain(text)))
    return TWICE.sub(r"\1", vocabulary.scores.change.sub(", ", said)).strip(" ,")


def _settle(mentions: list[Mention]) -> Reading:
    surest = max(mention.claim for mention in mentions)
    if surest == Claim.NONE:
        return Unclear()
    least = surest if surest >= Claim.OUT_OF_TEN else Claim.NONE
    values = {mention.value for mention in mentions if mention.claim >= least}
    return _checked(values.pop()) if len(values) == 1 else Unclear()


def _checked(value: float) -> Reading:
    if not LOWEST <= value <= HIGHEST:
        return OutOfRange(value)
    return Scored(floor(value * 2 + 0.5) / 2)


def _mentions(numbers: list[re.Match[str]], vocabulary: Vocabulary) -> Iterator[Mention]:
    """The numbers that may be scores; what counts, dates or remembers something is left out."""
    for match in numbers:
        number = _Number(match, vocabulary)
        value = number.value()
        if value is None or number.is_past() or (number.is_something_else() and not match["of"]):
            continue
        if LOWEST <= value <= HIGHEST or number.is_meant():
            yield Mention(value, number.claim())


class _Number:
    """A number where it stands, asked what it is."""

    def __init__(self, match: re.Match[str], vocabulary: Vocabulary) -> None:
        self.match = match
        self.vocabulary = vocabulary
        self.words = vocabulary.scores
        self.said = match.string
        self.before = self.said[max(0, match.start() - LEAD_IN) : match.start()].rstrip()

    def value(self) -> float | None:
        """The number, or the middle of two; `None` for what is rather a time or two ends of a scale."""
        ends = [end.replace(",", ".") for end in self.match.group("low", "high") if end]
        if any(end.partition(".")[2] not in CLEAR_FRACTIONS for end in ends if end[-3:-2] == "."):
            return None
        low, high = (float(ends[0]), float(ends[-1]))
        if high > HIGHEST or self._is_negative():
            return -high if self._is_negative() else high
        return (low + high) / 2 if abs(high - low) <= WIDEST_RANGE or self.match["open"] else None

    def claim(self) -> Claim:
        if self._is_present():
            return Claim.NOW
        if self._is_named():
            return Claim.NAMED
        if self.match["of"]:
            return Claim.OUT_OF_TEN
        if self.match["high"] or not self.match["low"].isdigit() or self._lead():
            return Claim.LIKELY
        return Claim.POSSIBLE if self._stands_free() else Claim.NONE

    def is_meant(self) -> bool:
        """Whether a number beyond the scale was meant as a score all the same."""
        if self._is_negative() or phrase_at_end(self.before, self.words.ages):
            return self._is_negative()
        rest = self.said[: self.match.start()] + " " + self.said[self.match.end() :]
        return bool(self.match["of"] or self._lead()) or _is_framed(rest, self.vocabulary)

    def is_something_else(self) -> bool:
        counted = self.vocabulary.numbers.counted.match(self.said, self.match.end())
        if counted and not (self._lead() and NUMBER_NEXT.match(self.said, counted.end())):  # "pain 4 fatigue 8"
            return True
        return len(phrase_at_end(self.before, self.words.not_before)) > len(self._lead())

    def is_named_otherwise(self) -> bool:
        """Whether a word that stands for something counted, or leads to it, is beside it; not only an ending."""
        if self.vocabulary.numbers.units.match(self.said, self.match.end()):
            return True
        return len(phrase_at_end(self.before, self.words.not_before)) > max(len(self._lead()), SHORT_WORD)

    def is_past(self) -> bool:
        """What stands before a number tells more of its time than what follows: "yesterday 8 today 5"."""
        if phrase_at_end(self.before, self.words.past):
            return True
        return not self._is_present() and self._is_followed_by(self.words.past_after)

    def _is_present(self) -> bool:
        return self._is_led_by(self.words.present) or self._is_followed_by(self.words.present_after)

    def _is_named(self) -> bool:
        return self._is_led_by(self.words.named) or self._is_followed_by(self.words.named_after)

    def _is_led_by(self, phrases: frozenset[str]) -> bool:
        """Whether one of the phrases stands before it, with nothing between but what may lead to a score."""
        before = self.before
        for _ in range(MOST_LEADS):
            before = before.rstrip(" -:=,.(~")
            if phrase_at_end(before, phrases):
                return True
            before = before.removesuffix(phrase_at_end(before, self.words.leads))
        return False

    def _is_followed_by(self, words: re.Pattern[str]) -> bool:
        return words.match(self.said, self.match.end() + self.said.startswith(" ", self.match.end())) is not None

    def _is_negative(self) -> bool:
        return self.said[: self.match.start()] == "-" or len(phrase_at_end(self.before, self.words.minus)) > len(
            self._lead()
        )

    def _lead(self) -> str:
        before = self.before.rstrip(" -:=~(")
        return phrase_at_end(before, self.words.leads) or phrase_at_end(before, self.words.places)

    def _stands_free(self) -> bool:
        """At the start or the end of a clause, or before words that go on about something else."""
        before = self.before.rstrip(" -")
        starts = not before or not (before[-1].isalnum() or before[-1] in "_'")
        ends = CLAUSE_END.match(self.said, self.match.end()) is not None
        return starts or ends or self._is_followed_by(self.words.after)


def _in_words(said: str, vocabulary: Vocabulary, last: float | None) -> Reading:
    """A score without a number: "no pain", "worst ever", "same as yesterday"."""
    clause = FIRST_CLAUSE.split(said, maxsplit=1)[0]
    words = vocabulary.scores
    for phrases, value in ((words.none, LOWEST), (words.worst, HIGHEST), (words.same, last)):
        match = phrases.search(clause)
        if (
            match
            and value is not None
            and _is_framed(clause[: match.start()] + " " + clause[match.end() :], vocabulary)
        ):
            return _checked(value)
    return Unclear()


def _is_framed(text: str, vocabulary: Vocabulary) -> bool:
    """Whether the words around a score change nothing about it."""
    return vocabulary.scores.frame.issuperset(WORD.findall(text))
