"""Typed text made comparable: small letters, plain digits and signs, single spaces, no accents."""

import re
import unicodedata
from functools import lru_cache

LONGEST_READ = 500  # what a person answers to a question is said by then, and no text takes long
FRACTIONS = str.maketrans({"½": ".5", "¼": ".25", "¾": ".75"})
LOOKALIKES: dict[str, str | int | None] = {
    **dict.fromkeys("\u2018\u2019\u02bc\u00b4\u0060\uff07", "'"),
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
    **dict.fromkeys("\ufe0f\u20e3\u200b\u200c\u200d\u2060\ufeff\u00ad", ""),  # of keycap digits, and invisible ones
    "\u2044": "/",
    "\u066b": ".",
    "\U0001f51f": "10",
}
REMEMBERED = 64  # texts; the readers of one text ask for it again and again
LOOKALIKE_SIGNS = str.maketrans(LOOKALIKES)
LIGATURES = str.maketrans({"ß": "ss", "œ": "oe", "æ": "ae"})


@lru_cache(REMEMBERED)
def normalise(text: str) -> str:
    """The text as the readers want it: small letters, plain digits and signs, single spaces, no sign at its end.

    Accents stay, a new line becomes a comma, and only the first 500 characters count.
    """
    text = re.sub(r"(?<=\d)\s+(?=[½¼¾])", "", text[:LONGEST_READ])
    text = re.sub(r"(?<!\d)(?=[½¼¾])", "0", text).translate(FRACTIONS)
    text = unicodedata.normalize("NFKC", straight(text))[:LONGEST_READ].lower()
    text = "".join(str(unicodedata.decimal(letter, letter)) for letter in text)
    text = re.sub(r"\s*[\r\n]+\s*", ", ", text.strip())
    return re.sub(r"\s+", " ", text).rstrip(" .!?,;:…")


def straight(text: str) -> str:
    """The text with the apostrophes and dashes of a plain keyboard."""
    return text.translate(LOOKALIKE_SIGNS)


def plain(text: str) -> str:
    """The normalised text as it is compared with phrases: without accents, which many people leave out."""
    return without_accents(normalise(text))


def without_accents(text: str) -> str:
    """The text in letters that every keyboard has: "manana", "fruh", "coeur"."""
    if text.isascii():
        return text
    letters = unicodedata.normalize("NFD", text.translate(LIGATURES))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def letter_for_letter(text: str) -> str:
    """The text without accents, each letter still where it was: "dormí" as "dormi"."""
    return "".join(without_accents(letter)[:1] or letter for letter in text)
