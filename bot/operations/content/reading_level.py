"""How hard an English text is to read: the school grade of Flesch and Kincaid (Kincaid and others 1975).

Syllables are counted by their vowels, which is right for most words and near enough for a whole text.
"""

import re

COMMANDS = re.compile(r"\s*/\w+  ")  # a line of a list of commands
DAYS = re.compile(r"\w{3}: ")  # a line of a picture in words
WORD = re.compile(r"[A-Za-z][A-Za-z']*|\d+")
ENDS = re.compile(r"(?<=[.?:;])\"?\s+|\n+")


def sentences(text: str) -> list[list[str]]:
    """The words of each sentence, without lists of commands and pictures in words."""
    return [words for part in ENDS.split(_prose(text)) if (words := WORD.findall(part))]


def _prose(text: str) -> str:
    return "\n".join(line for line in text.splitlines() if not (COMMANDS.match(line) or DAYS.match(line)))


def syllables(word: str) -> int:
    groups = re.findall(r"[aeiouy]+", word.lower())
    silent = word.lower().endswith("e") and not word.lower().endswith("le") and len(groups) > 1
    return max(1, len(groups) - silent)


def grade(text: str) -> float:
    """The grade for whom the text is easy. Raises `ZeroDivisionError` for a text without words."""
    told = sentences(text)
    words = [word for sentence in told for word in sentence]
    return 0.39 * len(words) / len(told) + 11.8 * sum(map(syllables, words)) / len(words) - 15.59
