"""Patterns made of many phrases, the longest first."""

import re
from collections.abc import Iterable

NOTHING = re.compile(r"(?!)")
LONGEST_ENDING, MOST_WORDS = 40, 4  # of the phrases that stand before a number


def any_of(phrases: Iterable[str]) -> str:
    """A pattern for one of the phrases, the longest first; it never matches when there are none."""
    longest_first = sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase))
    return f"(?:{'|'.join(map(re.escape, longest_first))})" if longest_first else NOTHING.pattern


def whole_words(phrases: Iterable[str]) -> re.Pattern[str]:
    """Finds one of the phrases where it is not a part of longer words."""
    return re.compile(rf"(?<![\w'])(?:{any_of(phrases)})(?![\w'])")


def phrase_at_end(text: str, phrases: frozenset[str]) -> str:
    """The longest of the phrases with which the text ends, as whole words; "" if it ends otherwise."""
    words = [word.lstrip("('\"") for word in text[-LONGEST_ENDING:].split()[-MOST_WORDS:]]
    endings = (" ".join(words[start:]) for start in range(len(words)))
    return next((ending for ending in endings if ending in phrases), "")
