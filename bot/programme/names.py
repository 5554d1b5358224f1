"""What people write for the name of something, compared by its bare words."""

import re

from bot.understanding.plain_text import normalise

SIGNS = '.,;:!?()[]{}<>"*_~|/\\'
WORDS = re.compile(r"[\w']+")


def plain_words(text: str) -> str:
    """The bare words, for comparing with a name."""
    return " ".join(WORDS.findall(normalise(text)))


def as_typed(text: str, plain: str) -> str:
    """The words of the text that read like this in plain letters."""
    words, count = text.split(), len(plain.split())
    pieces = (" ".join(words[start : start + count]).strip(SIGNS) for start in range(len(words)))
    return next((piece for piece in pieces if normalise(piece) == plain), plain)
