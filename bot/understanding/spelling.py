"""How typing becomes plain words, so that one phrase finds what people in pain type with sore hands."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

MAX_CHARACTERS = 12_000
SENTENCE_WORDS = 60
OVERLAP_WORDS = 15

_SENTENCE_END = re.compile(r"[.!?;:…]+(?=\s|$)|[\n\r]+")
_TOKEN = re.compile(r"[^\W_]+|,")
_INVISIBLE = re.compile(r"[\u200b-\u200f\u2060\ufeff\u00ad'’‘`´*]")  # noqa: RUF001 - the apostrophes people type
_SPACED_LETTERS = re.compile(r"(?<![^\W\d_][ .-])(?<!\S)[^\W\d_](?:[ .-][^\W\d_]){2,}(?!\S)")
_LONG_REPEAT = re.compile(r"(.)\1{2,}")
_REPEAT = re.compile(r"(.)\1+")
_DIGIT_INSIDE = re.compile(r"[^\W\d_]+(?:\d[^\W\d_]+)+")
_LOOKALIKES = str.maketrans("асеіорухѕԁʟ@$", "aceiopyxsdlas")
_LEET = str.maketrans("01345", "oieas")


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
        if len(text) > MAX_CHARACTERS:
            text = f"{text[: MAX_CHARACTERS * 3 // 4]}\n{text[-MAX_CHARACTERS // 4 :]}"
        seen = set()
        for part in _SENTENCE_END.split(self._letters(text)):
            for sentence in _windows(self.spelt(map(self._known, _TOKEN.findall(part)))):
                if sentence not in seen:
                    seen.add(sentence)
                    yield sentence

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

    def _letters(self, text: str) -> str:
        text = unicodedata.normalize("NFKD", text.translate(self.symbols)).casefold()
        text = "".join(letter for letter in text if not unicodedata.combining(letter)) if not text.isascii() else text
        text = _INVISIBLE.sub("", text).translate(_LOOKALIKES)
        return _SPACED_LETTERS.sub(lambda spaced: re.sub(r"[ .-]", "", spaced[0]), text)

    def _known(self, token: str) -> str:
        if token in self.known or len(token) < 3:
            return token
        if _DIGIT_INSIDE.fullmatch(token):
            token = token.translate(_LEET)
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


def _windows(words: list[str]) -> Iterator[str]:
    """Sentences nobody ended are cut into overlapping pieces, which keeps every search short."""
    step = SENTENCE_WORDS - OVERLAP_WORDS
    for start in range(0, max(len(words) - OVERLAP_WORDS, 1), step):
        yield "".join(f"{word} " for word in words[start : start + SENTENCE_WORDS])
