"""How typing becomes plain words, so that one phrase finds what people in pain type with sore hands."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import chain, groupby, pairwise
from typing import Any

from bot.understanding.letters import plain

MAX_CHARACTERS = 12_000
SENTENCE_WORDS = 60
OVERLAP_WORDS = 15

_SENTENCE_END = re.compile(r"[.!?;:…]+(?=\s|$)|[\n\r]+")
_TOKEN = re.compile(r"[^\W_]+|,")
_LONG_REPEAT = re.compile(r"(.)\1{2,}")
_REPEAT = re.compile(r"(.)\1+")
_ALL_REPEATED = re.compile(r"(?:([^\W\d_])\1++)++")
_DIGIT_INSIDE = re.compile(r"[^\W\d_]+(?:\d[^\W\d_]+)+")
_LEET = (str.maketrans("013457", "oieast"), str.maketrans("1", "l"))
_BARS_INSIDE = re.compile(r"(?<=[^\W\d_])[!|](?=[^\W\d_])")
_PIECE_WORDS = 2  # a piece this short may be part of a sentence that was broken into pieces
_RUN_TOGETHER = range(8, 81)  # letters of words typed without a space between
_ONE_LETTER = frozenset("iaoey")
_LONGEST_WORD = 16


@dataclass(frozen=True, slots=True)
class Spelling:
    """How typing becomes plain words: small letters, no accents, no apostrophes, one spelling of a thing."""

    symbols: Mapping[int, str]
    words: Mapping[str, str]
    pairs: Mapping[tuple[str, str], str]
    doubled: Mapping[str, str] = field(default_factory=dict)
    known: frozenset[str] = frozenset()
    near: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def from_data(cls, data: dict[str, Any]) -> "Spelling":
        entries = {tuple(typed.split()): meant for typed, meant in data["spelling"].items()}
        near = {gap: word for word in data["often_misspelt"] for gap in _with_one_gone(word)}
        return cls(
            symbols={ord(symbol): f" {word} " for symbol, word in data["symbols"].items()},
            words={typed[0]: meant for typed, meant in entries.items() if len(typed) == 1},
            pairs={(typed[0], typed[1]): meant for typed, meant in entries.items() if len(typed) == 2},
            near=near,
        )

    def knowing(self, words: Iterable[str]) -> "Spelling":
        """The same with every word of the phrases known, so that "killl" and "diiie" are read as them."""
        known = frozenset(words) | frozenset(self.words) | {word for pair in self.pairs for word in pair}
        doubled = {_REPEAT.sub(r"\1", word): word for word in sorted(known) if len(word) > 2}
        return Spelling(self.symbols, self.words, self.pairs, doubled, known, self.near)

    def sentences(self, text: str) -> Iterator[str]:
        """The sentences of a text, each as "word word , word ". Very long texts are read at both ends."""
        seen = set()
        for words in self._readings(_both_ends(plain(_both_ends(text).translate(self.symbols)))):
            for sentence in _windows(self.spelt(words)):
                if sentence not in seen:
                    seen.add(sentence)
                    yield sentence

    def _readings(self, text: str) -> Iterator[list[str]]:
        """The words of each piece of a text, then what else they may have been meant as.

        The other readings are added; none takes the place of what was written, as it might hide danger.
        """
        pieces = self._pieces(text)
        yield from pieces
        yield from _put_together(pieces)
        apart = cache(self._apart)
        yield from filter(None, (_taken_apart(words, apart) for words in pieces))
        if _BARS_INSIDE.search(text):
            yield from self._pieces(_BARS_INSIDE.sub("i", text))

    def _pieces(self, text: str) -> list[list[str]]:
        known = cache(self._known)  # a long text says many words more than once
        return [list(map(known, _TOKEN.findall(piece))) for piece in _SENTENCE_END.split(text)]

    def _apart(self, token: str) -> Sequence[str]:
        """ "iwanttodie" as the fewest known words it is made of. Two may also be one of its own: "Herzschmerz"."""
        if token in self.known or len(token) not in _RUN_TOGETHER:
            return [token]
        fewest: dict[int, list[str]] = {0: []}
        for start in range(len(token)):
            if start not in fewest:
                continue
            for end in range(start + 1, min(start + _LONGEST_WORD, len(token)) + 1):
                is_fewer = end not in fewest or len(fewest[start]) + 1 < len(fewest[end])
                if is_fewer and self._is_word(token[start:end]):
                    fewest[end] = [*fewest[start], token[start:end]]
        words = fewest.get(len(token), [])
        return words if len(self.spelt(words)) > 2 else [token]

    def _is_word(self, letters: str) -> bool:
        return letters in self.known and (len(letters) > 1 or letters in _ONE_LETTER)

    def spelt(self, words: Iterable[str]) -> list[str]:
        """The words in the one spelling that phrases have too: "do not" and "dont", "pills" and "tablets"."""
        singles = " ".join(self.words.get(word, word) for word in words).split()
        return " ".join(self._joined(singles)).split()

    def _joined(self, words: list[str]) -> Iterator[str]:
        joined = False
        for pair in pairwise([*words, ""]):
            meant = None if joined else self.pairs.get(pair)
            if not joined:
                yield meant or pair[0]
            joined = meant is not None

    def _known(self, token: str) -> str:
        if token in self.known:
            return token
        if _ALL_REPEATED.fullmatch(token):
            token = _REPEAT.sub(r"\1", token)
        if len(token) < 3:
            return token
        return self._without_digits(token) or self._undoubled(token)

    def _without_digits(self, token: str) -> str | None:
        """ "d13" as the word it looks like, if that is one."""
        if token.isalpha() or token.isdigit():
            return None
        first, second = (token.translate(table) for table in _LEET)
        looks_like = (first, second.translate(_LEET[0]))
        return next((word for word in looks_like if word in self.known), None)

    def _undoubled(self, token: str) -> str:
        if _DIGIT_INSIDE.fullmatch(token):
            token = token.translate(_LEET[0])
        token = _LONG_REPEAT.sub(r"\1\1", token)
        if token in self.known:
            return token
        return self.doubled.get(_REPEAT.sub(r"\1", token)) or self._misspelt(token)

    def _misspelt(self, token: str) -> str:
        if not 5 <= len(token) <= 16:
            return token
        nearest = (self.near[gap] for gap in _with_one_gone(token) if gap in self.near)
        return next((word for word in nearest if word[0] == token[0] and abs(len(word) - len(token)) < 2), token)


def _with_one_gone(word: str) -> Iterator[str]:
    yield word
    for place in range(len(word)):
        yield word[:place] + word[place + 1 :]


def _both_ends(text: str) -> str:
    """The text, or its two ends if it is very long."""
    if len(text) <= MAX_CHARACTERS:
        return text
    return f"{text[: MAX_CHARACTERS * 3 // 4]}\n{text[-MAX_CHARACTERS // 4 :]}"


def _taken_apart(words: list[str], apart: Callable[[str], Sequence[str]]) -> list[str]:
    """The words with those in which several were typed without a space taken apart; none if there are no such."""
    meant = list(chain.from_iterable(map(apart, words)))
    return meant if len(meant) > len(words) else []


def _put_together(pieces: Iterable[list[str]]) -> Iterator[list[str]]:
    """Neighbours of a word or two as one sentence: one word a line, or a full stop behind each."""
    for are_short, run in groupby(filter(None, pieces), lambda piece: len(piece) <= _PIECE_WORDS):
        if are_short and len(neighbours := list(run)) > 1:
            yield list(chain.from_iterable(neighbours))


def _windows(words: list[str]) -> Iterator[str]:
    """Sentences nobody ended are cut into overlapping pieces, which keeps every search short."""
    step = SENTENCE_WORDS - OVERLAP_WORDS
    for start in range(0, max(len(words) - OVERLAP_WORDS, 1), step):
        yield "".join(f"{word} " for word in words[start : start + SENTENCE_WORDS])
