"""What sore hands, small screens and dictation do to a text, so that the model learns to look past it."""

import re
import unicodedata
from random import Random

ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
BESIDE = {row[i]: row[max(0, i - 1) : i] + row[i + 1 : i + 2] for row in ROWS for i in range(len(row))}
UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
JOINTS = (". ", " ", ", ", "\n", " - ", "... ", "; ", ".\n")


def typed(text: str, chance: Random) -> str:
    """The text as it may come: a third of them untouched."""
    if chance.random() < 0.35:
        return text
    if chance.random() < 0.4:
        text = text.lower()
    if chance.random() < 0.3:
        text = re.sub(r"[.,!?;:'’]+", chance.choice(["", " "]), text)  # noqa: RUF001 - the apostrophe phones type
    if chance.random() < 0.25:
        text = plain(text) if chance.random() < 0.7 else text.translate(UMLAUTS)
    if chance.random() < 0.03:
        text = text.upper()
    return slipped(text, chance) if chance.random() < 0.3 else text


def plain(text: str) -> str:
    """Without accents."""
    return "".join(letter for letter in unicodedata.normalize("NFD", text) if not unicodedata.combining(letter))


def slipped(text: str, chance: Random) -> str:
    """With a slip of the fingers, one more for each forty letters."""
    letters = list(text)
    for _ in range(1 + len(letters) // 40):
        place = chance.randrange(len(letters) - 1) if len(letters) > 4 else 0
        if not letters[place].isalpha() or len(letters) <= 4:
            continue
        letters[place : place + 2] = _slip(letters[place], letters[place + 1], chance)
    return "".join(letters)


def _slip(one: str, other: str, chance: Random) -> list[str]:
    near = BESIDE.get(one.lower(), one)
    return chance.choice([[other, one], [other], [one, one, other], [chance.choice(near), other]])


def joined(text: str, other: str, chance: Random) -> str:
    """Two messages in one, as people write about several things."""
    first, second = (other, text) if chance.random() < 0.6 else (text, other)
    return first + chance.choice(JOINTS) + second
