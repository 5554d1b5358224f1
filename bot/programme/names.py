"""What people write for the name of something, compared by its bare words."""

import re

from bot.understanding.plain_text import normalise

WORDS = re.compile(r"[\w']+")


def plain_words(text: str) -> str:
    """The bare words, for comparing with a name."""
    return " ".join(WORDS.findall(normalise(text)))
