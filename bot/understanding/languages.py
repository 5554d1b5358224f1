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
        counts only by a small word that the first does not have, or by as many. The writer's own always counts."""
        said = _words(text)
        words, told = set(said), {known: sum(word in small for word in said) for known, small in self.of.items()}
        first, *others = sorted(self.of, key=lambda known: (-told[known], known != own))
        if len(words & self.of[first]) < telling:
            return (first, *others)
        own_words = {other: words & self.of[other] - self.of[first] for other in others}
        return (first, *(other for other in others if other == own or own_words[other] or told[other] == told[first]))


def _words(text: str) -> list[str]:
    """The words of the whole text: what comes late may be in another language."""
    return WORD.findall(straight(text.lower()))
