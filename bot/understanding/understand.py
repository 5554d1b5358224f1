"""What a text means on its own, with no question open: danger, what is wanted, and the number, time or day in it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, time
from typing import Literal, get_args

from bot.understanding.days import Forever
from bot.understanding.intents import Intent as Wish
from bot.understanding.listening import Listening
from bot.understanding.reading import Reader
from bot.understanding.safety import Heard

Intent = Literal[
    "breathing", "check_in", "nudge", "progress", "pause", "stop", "delete", "export", "help", "change_time", "flare",
    "thanks", "medical_question", "other",
]  # fmt: skip
INTENTS: tuple[Intent, ...] = get_args(Intent)

# What the wishes of `content/intents/` come to.
WISHED: Mapping[str, Intent] = {
    "breathe": "breathing", "checkin": "check_in", "yesterday": "check_in", "nudge": "nudge", "try_one": "nudge",
    "week": "progress", "pause": "pause", "alone": "pause", "hush": "pause", "later": "pause", "stop": "stop",
    "go_away": "stop", "delete": "delete", "export": "export", "help": "help", "start": "help",
    "change_time": "change_time", "thanks": "thanks", "medicine": "medical_question", "medical": "medical_question",
    "flare": "flare", "nothing": "other",
    "body_scan": "breathing", "breathe_with_sound": "breathing", "breathe_to": "breathing",
    "breathe_in_rhythm": "breathing",
}  # fmt: skip

FEWEST_LETTERS = re.compile(r"[^\W\d_]{3}|[^\W\d_\u0000-\u024f]")  # of some scripts one letter is a word
COMMAND = re.compile(r"/\w+")
NO_WISH = frozenset({"other", "thanks"})
SURELY = 0.8  # the share from which on a text with a score tells it, whatever else it looks like
PERHAPS = 0.02  # the share from which on a text with a score may tell it, though it seems to want nothing
BESIDE = frozenset({"named", "slept_in_words", "night"})  # said in the same words: "I'm back" is said as a name is
PLAIN_WISHES = frozenset({"resume", "hello", "breathe", "checkin", "week", "help", "settings", "export", "sleepless"})
SHORT_WISH = 40  # characters
SHORT = 12  # characters; a score this short says nothing else


@dataclass(frozen=True, slots=True)
class Understood:
    """What was understood. `value` is a pain score from 0 to 10, `at` a time of day, `until` the day on which Steady
    speaks again."""

    heard: Heard
    intent: Intent
    value: float | None = None
    at: time | None = None
    until: date | Forever | None = None


def understand(text: str, listening: Listening, reader: Reader, today: date, last: float | None = None) -> Understood:
    """The meaning of a text for someone whose own language is the reader's. Takes any text and never raises."""
    value = reader.value(text, last)
    intent = _intent(text, listening, reader, value, last)
    return Understood(
        hear_danger(text, listening, reader),
        intent,
        value if intent == "check_in" else None,
        reader.time(text) if intent == "change_time" else None,
        reader.until(text, today) if intent == "pause" else None,
    )


def hear_danger(text: str, listening: Listening, reader: Reader) -> Heard:
    """The danger in a text, before anything else is done with it: phrases in every text, its meaning in all but plain
    answers. Takes any text and never raises."""
    if _is_plain(text, listening, reader):
        return listening.hear_phrases(text, reader.own)
    return listening.hear(text, reader.own)


def _is_plain(text: str, listening: Listening, reader: Reader) -> bool:
    """Whether it is a number, a sign, a command, a button's name or next to nothing, and so means what it says."""
    if not FEWEST_LETTERS.search(text) or COMMAND.fullmatch(text) or listening.is_label(text):
        return True
    wanted = {wish.name for wish in reader.wishes(text)} - BESIDE if len(text) <= SHORT_WISH else set()
    if wanted and wanted <= PLAIN_WISHES:
        return True
    return len(text) <= SHORT and reader.tells_only_a_score(text)


def wishes(text: str, listening: Listening, reader: Reader, last: float | None = None) -> Iterator[Wish]:
    """Everything the text may ask for in so many words, the likeliest first. What surely tells a score asks for nothing
    else, as in "a solid nine, no rest at all"."""
    found = list(reader.wishes(text))
    if found and reader.value(text, last) is not None:
        is_sure = _meant(text, listening, reader).get("check_in", 0.0) >= SURELY
        beside = {name for name, intent in WISHED.items() if intent == "thanks" or (is_sure and intent != "check_in")}
        found = [wish for wish in found if wish.name not in beside]
    yield from found


def _intent(text: str, listening: Listening, reader: Reader, value: float | None, last: float | None) -> Intent:
    """What is wanted: said in so many words, else as the whole text is meant, else told by a score."""
    wish = next((wish for wish in wishes(text, listening, reader, last) if wish.name in WISHED), None)
    if wish is not None:
        return WISHED[wish.name]
    told: Intent = "check_in" if value is not None else "other"
    meant = _meant(text, listening, reader)
    likeliest = max(INTENTS, key=lambda intent: meant.get(intent, 0.0))
    if listening.sense is None or meant.get(likeliest, 0.0) < listening.sense.lines.intent:
        return told
    may_tell_a_score = value is not None and likeliest in NO_WISH and meant["check_in"] >= PERHAPS
    return told if may_tell_a_score else likeliest


def _meant(text: str, listening: Listening, reader: Reader) -> Mapping[str, float]:
    """The shares of what the text as a whole may be meant as; none for plain answers, which mean what they say."""
    meanings = [] if _is_plain(text, listening, reader) else listening.meanings(text)
    return meanings[0].intents if meanings else {}
