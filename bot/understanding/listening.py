"""Listening for danger in two layers: phrases in every language Steady knows, then the meaning of the whole text.

Law: the second layer only adds. What a phrase says stands, whatever the text as a whole may seem to mean.
"""

import re
import unicodedata
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import accumulate

from bot.understanding.languages import SmallWords
from bot.understanding.plain_text import plain
from bot.understanding.safety import DANGERS, TIERS, About, Heard, SafetyPhrases, Tier, hear
from bot.understanding.sense import Meaning, Sense, SenseFailed

LONGEST_PIECE = 240  # characters; in more than that a hint is lost among everything else
LONG = 1000  # characters; of more than that each language reads only the pieces that may be in it
MOST_BYTES = 3_000  # of UTF-8: what the model weighs well within a second in every script
NO_WORDS = re.compile(
    r"[!-~]{40,}"  # addresses
    r"|(?=(?:\S*\d){3})(?=\S*[a-z])(?=\S*[A-Z])[\w+/=]{20,}"  # files in letters
    r"|\b(?=\w*\d)[\da-fA-F]{16,}\b|\b(?:[\da-fA-FxX]{2,}\b[\s:,-]*){6,}"  # numbers in sixteens
)
SURELY_DANGER = 0.97  # the share of danger from which on nobody is asked whether they meant it
SURELY_ANOTHER, SURELY_ME = 0.8, 0.05  # the share of somebody else being meant
TELLING = 2  # small words; a single one may be a name or a slip, and danger must not be missed for it
SENTENCE_END = re.compile(r"(?<=[.!?…;])\s+|\n+")
ORDER: tuple[Tier, ...] = (*TIERS, "none")


@dataclass(frozen=True, slots=True)
class Listening:
    """The phrases of each language, and a sense for meaning where there is one.

    `labels` are what stands on Steady's own buttons, in plain letters: who writes one means the button.
    """

    phrases: Mapping[str, SafetyPhrases]
    small_words: SmallWords
    sense: Sense | None = None
    labels: Container[str] = frozenset()

    def hear(self, text: str, language: str = "en") -> Heard:
        """What a text tells of danger; `language` is the writer's own. Takes any text and never raises."""
        return self._by_meaning(text, self.hear_phrases(text, language))

    def hear_phrases(self, text: str, language: str = "en") -> Heard:
        """What the phrases alone tell; the gravest counts, and of two equal ones that in the likelier language."""
        said = self._by_language(text, language)
        heard = [replace(hear(words, self.phrases[known]), language=known) for known, words in said.items()]
        took_back = [each for each in heard if each.tier == "soft" and self.small_words.shows(text, each.language)]
        if took_back:  # "I won't kill myself" is no danger because another language knows the words but not the "won't"
            heard = [each for each in heard if self.small_words.shows(text, each.language)]
        return min(heard, key=_gravity)

    def _by_language(self, text: str, own: str) -> dict[str, str]:
        """The languages that the text may be in, the likeliest first, with what each is to read: of a long text only
        the sentences that may be in it."""
        possible = self.small_words.possible(text, own, TELLING)
        if len(text) <= LONG:
            return dict.fromkeys(possible, text)
        parts = [(part, self.small_words.possible(part, own, TELLING)) for part in _sentences(text)]
        said = {known: "\n".join(part for part, tongues in parts if known in tongues) for known in possible}
        return {known: words for known, words in said.items() if words} or dict.fromkeys(possible, text)

    def is_label(self, text: str) -> bool:
        """Whether the text is what stands on one of Steady's own buttons."""
        return plain(text) in self.labels

    def meanings(self, text: str) -> list[Meaning]:
        """The meaning of each piece of the text, the first of them first; none without a sense or without words."""
        try:
            return self.sense.of(list(pieces(text))) if self.sense else []
        except SenseFailed:
            return []  # the phrases have listened already

    def _by_meaning(self, text: str, heard: Heard) -> Heard:
        if self.sense is None or (heard.tier == "crisis" and heard.about == "self"):
            return heard
        meant = [_meant(meaning, heard, self.sense) for meaning in self.meanings(text)]
        if len(text.split()) == 1:  # the model guesses the language of a word that several have
            meant = [replace(each, language=heard.language) for each in meant]
        return min([heard, *meant], key=_gravity)


def _gravity(heard: Heard) -> tuple[int, bool]:
    """The gravest first, and of two equal ones that of the writer."""
    return ORDER.index(heard.tier), heard.about == "someone_else"


def _meant(meaning: Meaning, heard: Heard, sense: Sense) -> Heard:
    """What one piece tells beyond what the phrases heard; graver words need a surer meaning to be raised still."""
    line = sense.lines.danger if heard.tier == "none" else sense.lines.raised
    language = max(meaning.languages, key=meaning.languages.__getitem__)
    about = _about(meaning, heard)
    if meaning.danger >= line:
        gravest = max(DANGERS, key=meaning.tiers.__getitem__)
        is_unsure = heard.tier == "none" and gravest == "crisis" and meaning.danger < SURELY_DANGER
        return Heard(gravest, about, language, is_unsure)
    return Heard("soft" if meaning.tiers["soft"] >= sense.lines.soft else "none", about, language)


def _about(meaning: Meaning, heard: Heard) -> About:
    """Whom it is about: what a phrase says of that stands, unless the meaning is very sure of something else."""
    named = heard.about if heard.tier in DANGERS else None
    if named == "self":
        return "self"
    return "someone_else" if meaning.of_another >= (SURELY_ME if named else SURELY_ANOTHER) else "self"


def pieces(text: str) -> Iterator[str]:
    """The text in pieces of some sentences each; of a very long one the first and the last."""
    whole = list(_grouped(_readable(text)))
    if _bytes(whole) <= MOST_BYTES:
        yield from whole
    else:
        first = _within(whole, MOST_BYTES * 2 // 3)
        last = _within(whole[: len(first) - 1 : -1], MOST_BYTES // 3)
        yield from [*first, *reversed(last)]


def _bytes(some: Iterable[str]) -> int:
    return sum(len(piece.encode()) for piece in some)


def _within(some: list[str], most: int) -> list[str]:
    """As many of the pieces as have so many bytes together."""
    sizes = accumulate(len(piece.encode()) for piece in some)
    return [piece for piece, size in zip(some, sizes, strict=True) if size <= most]


def _readable(text: str) -> str:
    """The text as it is seen: without marks that take no room, halves of characters, and runs of one letter.

    Signs that stand for whole words ("\ufdfa" is eighteen letters) are written out before the text is cut to size: what
    is longer than a piece may be makes the model's engine write past its memory.
    """
    text = NO_WORDS.sub("...", unicodedata.normalize("NFKC", text.encode("utf-8", "ignore").decode()))
    seen = "".join(letter for letter in text if letter == "\n" or unicodedata.category(letter) not in UNSEEN)
    return re.sub(r"[^\S\n]+", " ", re.sub(r"(.)\1{3,}", r"\1\1\1", seen)).strip()


UNSEEN = ("Cc", "Cf", "Cs", "Co", "Cn")


def _grouped(text: str) -> Iterator[str]:
    """Sentences put together up to the length of a piece; one longer than that is cut between words."""
    piece = ""
    for sentence in _sentences(text):
        if piece and len(piece) + 1 + len(sentence) > LONGEST_PIECE:
            yield piece
            piece = ""
        piece = f"{piece} {sentence}".strip()
    if piece:
        yield piece


def _sentences(text: str) -> Iterator[str]:
    for sentence in SENTENCE_END.split(text):
        rest = sentence.strip()
        while len(rest) > LONGEST_PIECE:
            space = rest.rfind(" ", LONGEST_PIECE // 2, LONGEST_PIECE)
            cut = space if space > 0 else LONGEST_PIECE
            yield rest[:cut]
            rest = rest[cut:].strip()
        if rest:
            yield rest
