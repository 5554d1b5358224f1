"""Reading free text in any of the languages Steady understands, whatever language it answers in."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, time
from typing import TypeVar

from bot.understanding.body import read_places
from bot.understanding.check_ins import DayTold, compares, read_day, read_percent
from bot.understanding.days import Forever, read_until, read_weekdays
from bot.understanding.intents import Intent, Intents
from bot.understanding.languages import SmallWords
from bot.understanding.plain_text import plain
from bot.understanding.scores import OutOfRange, Reading, Scored, Unclear, counts_by_name, read_score
from bot.understanding.times import read_time
from bot.understanding.vocabulary import Vocabulary

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Languages:
    """What is known of each language, and the small words by which a text shows which one it is in."""

    vocabularies: Mapping[str, Vocabulary]
    intents: Mapping[str, Intents]
    small_words: SmallWords

    def reader(self, own: str) -> "Reader":
        """For the words of someone whose own language is `own`; one that is not known is read as English first."""
        return Reader(self, own if own in self.vocabularies else "en")


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads one person's words in the languages that each text may be in, the likeliest first."""

    languages: Languages
    own: str

    def score(self, text: str, last: float | None = None) -> Reading:
        """The score in the text, in a language that little tells of too where no likelier one finds any. What only
        another language would call out of range is none."""
        first, *others = (self.languages.vocabularies[language] for language in self._imaginable(text))
        reading = read_score(text, first, last)
        if not isinstance(reading, Unclear) or counts_by_name(text, first):
            return reading
        read = (read_score(text, other, last) for other in others)
        return next((found for found in read if isinstance(found, Scored)), reading)

    def value(self, text: str, last: float | None = None) -> float | None:
        """The score in the text as a number from 0 to 10; `None` where there is none that is clear."""
        reading = self.score(text, last)
        return reading.value if isinstance(reading, Scored) else None

    def day(self, text: str, last: float | None = None) -> DayTold:
        """What the text tells of a whole day, in the likeliest language that finds most in it: a score above all."""
        first, *others = self._each(text)
        likely = [first] if counts_by_name(text, first) else [first, *others]
        told = [read_day(text, vocabulary, last) for vocabulary in likely]
        return max(told, key=lambda day: (isinstance(day.pain, Scored), day.tells_of_the_day, bool(day.places)))

    def percent(self, text: str) -> float | None:
        """The score that a percentage may mean."""
        return self._first(text, read_percent)

    def compares(self, text: str) -> bool:
        """Whether the text only says that it is better or worse than before."""
        return any(compares(text, vocabulary) for vocabulary in self._each(text))

    def tells_only_a_score(self, text: str) -> bool:
        """Whether there is a score in the text, and nothing else but the words around one."""
        return self.value(text) is not None and not self.day(text).says_more

    def is_out_of_range(self, text: str) -> bool:
        return isinstance(self.score(text), OutOfRange)

    def time(self, text: str) -> time | None:
        return self._first(text, read_time)

    def weekdays(self, text: str) -> tuple[int, ...] | None:
        return self._first(text, read_weekdays)

    def until(self, text: str, today: date) -> date | Forever | None:
        read = (read_until(text, vocabulary, today) for vocabulary in self._each(text))
        return next((until for until in read if until is not None), None)

    def places(self, text: str) -> tuple[str, ...]:
        """Where it hurts; the reading that knows most of the places counts, the likeliest language first."""
        read = [read_places(text, vocabulary) for vocabulary in self._each(text)]
        known = {
            place for vocabulary in self.languages.vocabularies.values() for place in vocabulary.body.places.values()
        }
        return max(read, key=lambda places: sum(place in known for place in places))

    def with_digits(self, text: str) -> str:
        """The plain text with its numbers in digits, as its likeliest language writes them."""
        return next(self._each(text)).with_digits(plain(text))

    def wishes(self, text: str) -> Iterator[Intent]:
        """Everything the whole text may ask for, in any language, the likeliest first."""
        for language in self._possible(text):
            yield from self.languages.intents[language].all_in(text)

    def says(self, text: str, wish: str) -> bool:
        """Whether the text may ask for this."""
        return any(found.name == wish for found in self.wishes(text))

    def tongues(self, text: str, wish: str) -> list[str]:
        """Every language in which the text asks for this: a word or two may not show which one they are in."""
        every = self.languages.intents.items()
        return [language for language, intents in every if any(found.name == wish for found in intents.all_in(text))]

    def asks(self, text: str) -> bool:
        """Whether the text is a question in its likeliest language."""
        return self.languages.intents[self._possible(text)[0]].asks(text)

    def bare(self, text: str) -> str:
        """The text without the polite words around it."""
        return self.languages.intents[self._possible(text)[0]].bare(text)

    def _each(self, text: str) -> Iterator[Vocabulary]:
        return (self.languages.vocabularies[language] for language in self._possible(text))

    def _possible(self, text: str) -> tuple[str, ...]:
        return self.languages.small_words.possible(text, self.own, 1)

    def _imaginable(self, text: str) -> Iterator[str]:
        """The languages that the text may be in, and behind them those that a single small word does not rule out."""
        return iter(dict.fromkeys((*self._possible(text), *self.languages.small_words.possible(text, self.own, 2))))

    def _first(self, text: str, read: Callable[[str, Vocabulary], T | None]) -> T | None:
        found = (read(text, vocabulary) for vocabulary in self._each(text))
        return next((answer for answer in found if answer is not None), None)
