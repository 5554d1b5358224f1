"""Which language a text may be in, told by its small words."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from bot.understanding.plain_text import straight

WORD = re.compile(r"[\w']+")


@dataclass(frozen=True, slots=True)
class SmallWords:
    """The small words of each language that Steady understands."""

    of: Mapping[str, frozenset[str]]

    def shows(self, text: str, language: str) -> bool:
        """Whether a small word of that language stands in the text."""
        return not self.of[language].isdisjoint(_words(text))

    def possible(self, text: str, own: str, telling: int) -> tuple[str, ...]:
        """The languages that the text may be in, the likeliest first: where so many small words tell of one, another
        counts only by a small word that the first does not have. The writer's own always counts."""
        said = _words(text)
        words, (first, *others) = set(said), self._likeliest(said, own)
        if len(words & self.of[first]) < telling:
            return (first, *others)
        return (first, *(other for other in others if other == own or words & self.of[other] - self.of[first]))

    def _likeliest(self, words: list[str], own: str) -> list[str]:
        """Every language, the likeliest first; of equal ones the writer's own."""
        told = {language: sum(word in small for word in words) for language, small in self.of.items()}
        return sorted(self.of, key=lambda language: (-told[language], language != own))


def _words(text: str) -> list[str]:
    """The words of the whole text: what comes late may be in another language."""
    return WORD.findall(straight(text.lower()))
