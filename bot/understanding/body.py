"""Where it hurts, in the person's own words where Steady has no id for them."""

import re
from collections.abc import Iterator

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.understanding.plain_text import LONGEST_READ, plain
from bot.understanding.vocabulary import Vocabulary
from bot.understanding.vocabulary.body_words import BodyWords

MOST_PLACES, MOST_PIECES = 6, 40
LONGEST_PLACE = 40
ONE_TYPO_FROM, TWO_TYPOS_FROM = 5, 9  # letters; "skin" is not a shin with a typo
SIGNS = re.compile(r"[^\w' -]+")


def read_places(text: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """The places in the text, as ids or in own words of at most 40 characters; at most six. Never raises."""
    pieces = vocabulary.body.joint.split(text[:LONGEST_READ])[:MOST_PIECES]
    places = (place for piece in pieces for place in _places(piece, vocabulary.body))
    return tuple(dict.fromkeys(places))[:MOST_PLACES]


def _places(piece: str, words: BodyWords) -> Iterator[str]:
    name = words.elision.sub("", SIGNS.sub(" ", plain(piece)).strip())
    whole = _known(name, words) or _known(_bare(name, words), words)
    each = [_known(word, words) for word in _bare(name, words).split()]
    if whole:
        yield whole
    elif all(each):
        yield from (place for place in each if place)
    else:
        own = _own_words(piece, words)
        if own:
            yield own


def _known(name: str, words: BodyWords) -> str | None:
    """The id of this place; a slip of the fingers is forgiven when it leads to one place only."""
    if name in words.places:
        return words.places[name]
    most = (len(name) >= ONE_TYPO_FROM) + (len(name) >= TWO_TYPOS_FROM)
    found = (
        process.extract(name, list(words.places), scorer=OSA.distance, score_cutoff=most, limit=None) if most else []
    )
    nearest = min((distance for _, distance, _ in found), default=0)
    ids = {words.places[place] for place, distance, _ in found if distance == nearest}
    return ids.pop() if len(ids) == 1 else None


def _bare(name: str, words: BodyWords) -> str:
    return " ".join(word for word in name.split() if word not in words.fillers)


def _own_words(piece: str, words: BodyWords) -> str:
    """The piece as it was typed, without words like "my" at its ends and without signs around it."""
    shown = "".join(letter if letter.isprintable() else " " for letter in piece).split()
    while shown and plain(shown[0]) in words.fillers:
        shown.pop(0)
    while shown and plain(shown[-1]) in words.fillers:
        shown.pop()
    own = re.sub(r"^[^\w]+|[^\w)]+$", "", " ".join(shown))
    if len(own) <= LONGEST_PLACE:
        return own
    return own[: LONGEST_PLACE + 1].rpartition(" ")[0] or own[:LONGEST_PLACE]
