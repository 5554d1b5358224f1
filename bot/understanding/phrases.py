"""Phrases as data: what a phrase in a safety file means, and finding many of them at once.

The grammar stands at the top of `bot/content/safety/en.yaml`.
"""

import re
import sys
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import TypeVar

from bot.understanding.spelling import Spelling

T = TypeVar("T")
Elements = tuple[str, ...]  # an expression in the pieces that many phrases share
Keys = Collection[str]
FEW = 12  # keys that take less room as a tuple, and are looked through as fast


class PhraseError(ValueError):
    """A phrase in a safety file can't be used; the message names it and says why."""


@dataclass(frozen=True, slots=True)
class Finder:
    """Looks for many phrases at once: only those are tried of whose every part a word stands in the sentence."""

    patterns: tuple[tuple[str, Elements], ...]
    parts: tuple[tuple[Keys, ...], ...]
    by_key: Mapping[str, tuple[int, ...]]

    @classmethod
    def of(cls, phrases: Mapping[str, list[str]], words: "Wording") -> "Finder":
        lines = [(name, line) for name, lines in phrases.items() for line in lines]
        keys = [words.keys(line) for _, line in lines]
        commonness = Counter(key for choices in keys for choice in choices for key in choice)
        by_key: dict[str, list[int]] = {}
        for number, choices in enumerate(keys):
            for key in min(choices, key=lambda choice: sum(commonness[key] for key in choice)):
                by_key.setdefault(key, []).append(number)
        patterns = tuple((name, words.pieces(line)) for name, line in lines)
        return cls(patterns, tuple(map(tuple, keys)), {key: tuple(numbers) for key, numbers in by_key.items()})

    def find(self, sentence: str) -> Iterator[tuple[str, int, int]]:
        """Each phrase found: its name, where it begins and where it ends."""
        for name, pattern in self._possible(sentence):
            for match in pattern.finditer(sentence):
                yield name, match.start(), match.end()

    def without(self, sentence: str) -> str:
        """The sentence with every phrase found put out of the way."""
        for _, pattern in self._possible(sentence):
            sentence = pattern.sub("_ ", sentence)
        return sentence

    def _possible(self, sentence: str) -> list[tuple[str, re.Pattern[str]]]:
        words = {word[:KEY_LETTERS] for word in sentence.split()}
        numbers = {number for word in words for number in self.by_key.get(word, ())}
        whole = sorted(number for number in numbers if not any(map(words.isdisjoint, self.parts[number])))
        return [(name, compiled(elements)) for name, elements in map(self.patterns.__getitem__, whole)]


@cache
def compiled(elements: Elements) -> re.Pattern[str]:
    """An expression when it is first needed: compiling all of them would take a second at every start."""
    return re.compile("".join(elements))


KEY_LETTERS = 4

_ELEMENT = re.compile(r"\([^)]*\)\??|\S+")
_GAP = re.compile(r"\.\.(\d*)")
_RANGE = re.compile(r"#(\d+)-(\d+)")


@dataclass(slots=True)
class Wording:
    """The named groups of words that phrases are made of. `seen` collects every word the phrases use."""

    groups: Mapping[str, list[str]]
    spelling: Spelling
    seen: set[str] = field(default_factory=set)
    elements: dict[str, str] = field(default_factory=dict)
    keys_of: dict[str, Keys] = field(default_factory=dict)
    spelt: dict[str, list[str]] = field(default_factory=dict)

    def regex(self, phrase: str) -> str:
        """A phrase as an expression over a sentence of plain words. Every repetition in it is bounded."""
        return "".join(self.pieces(phrase))

    def pieces(self, phrase: str) -> Elements:
        """The same expression in pieces."""
        parts = _ELEMENT.findall(phrase)
        return (r"(?<!\S)", *(self._once(self.elements, self._element, part) for part in parts))

    def keys(self, phrase: str) -> list[Keys]:
        """For each part that must be there, the beginnings of words one of which must stand in the sentence."""
        parts = [part for part in _ELEMENT.findall(phrase) if not part.endswith("?") and not _GAP.fullmatch(part)]
        found = [keys for part in parts if (keys := self._once(self.keys_of, self._part_keys, part))]
        if not found:
            raise PhraseError(f"{phrase!r} has no word to look for")
        return found

    def _once(self, known: dict[str, T], work: Callable[[str], T], part: str) -> T:
        """The same parts stand in many phrases; each is worked out once."""
        if part not in known:
            known[part] = work(part)
        return known[part]

    def _element(self, part: str) -> str:
        if gap := _GAP.fullmatch(part):
            return rf"(?:[^ ]+ ){{0,{gap[1] or 3}}}?"
        if part == "^":
            return r"(?:^|(?<=, ))"
        choices = "|".join(self._sequence(choice) for choice in self._choices(part))
        once = f"(?:{choices})(?:, )?"
        return f"(?:{once})?" if part.endswith("?") else once

    def _choices(self, part: str) -> Iterator[str]:
        """The alternatives of a part with its groups and ranges spelt out."""
        for choice in part.removesuffix("?").strip("()").split("|"):
            if number := _RANGE.fullmatch(choice):
                yield from _numbers(number)
            elif choice.startswith("@"):
                yield from self._group(choice[1:])
            else:
                yield choice

    def _group(self, name: str) -> Iterator[str]:
        if name not in self.groups:
            raise PhraseError(f"no group of words is called @{name}")
        for entry in self.groups[name]:
            yield from self._choices(entry)

    def _sequence(self, choice: str) -> str:
        words = self._once(self.spelt, self._words, choice)
        return "".join(map(self._atom, words))

    def _words(self, choice: str) -> list[str]:
        return self.spelling.spelt(choice.split())

    def _atom(self, word: str) -> str:
        if word == "$":
            return "(?=, |$)"
        if number := _RANGE.fullmatch(word):
            return f"(?:{'|'.join(_numbers(number))}) "
        if word.endswith("*"):
            return re.escape(word[:-1]) + r"[^ ]* "
        if not word.isalnum():
            raise PhraseError(f"{word!r} can't stand inside a group of several words")
        self.seen.add(word)
        return re.escape(word) + " "

    def _part_keys(self, part: str) -> Keys:
        keys = frozenset(_key(self._once(self.spelt, self._words, choice)) for choice in self._choices(part))
        if "" in keys:
            return ()
        return tuple(keys) if len(keys) <= FEW else keys


def _numbers(limits: re.Match[str]) -> Iterator[str]:
    return map(str, range(int(limits[1]), int(limits[2]) + 1))


def _key(words: list[str]) -> str:
    """The beginning of the longest word of an alternative; nothing if it has none that must stand as it is."""
    words = [word for word in words if word[0] not in "^$#" and not re.fullmatch(r".{1,3}\*", word)]
    return sys.intern(max(words, key=len, default="").removesuffix("*")[:KEY_LETTERS])
