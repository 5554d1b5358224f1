"""What a text means on its own, with no question open: danger, what is wanted, and the number, time or day in it."""

import re
from collections.abc import Mapping
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
}  # fmt: skip

FEWEST_LETTERS = re.compile(r"[^\W\d_]{3}|[^\W\d_\u0000-\u024f]")  # of some scripts one letter is a word
COMMAND = re.compile(r"/\w+")
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
    wish = next((wish for wish in reader.wishes(text) if wish.name in WISHED), None)
    intent = _intent(text, listening, wish, value)
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
    if _is_plain(text, reader):
        return listening.hear_phrases(text, reader.own)
    return listening.hear(text, reader.own)


def _is_plain(text: str, reader: Reader) -> bool:
    """Whether it is a number, a sign, a command or next to nothing, and so can't mean more than it says."""
    if not FEWEST_LETTERS.search(text) or COMMAND.fullmatch(text):
        return True
    return len(text) <= SHORT and reader.value(text) is not None


def _intent(text: str, listening: Listening, wish: Wish | None, value: float | None) -> Intent:
    """What is wanted: said in so many words, else as the whole text is meant, else told by a score."""
    if wish is not None and (value is None or wish.name != "thanks"):  # "a two, thanks" tells a score
        return WISHED[wish.name]
    meant = listening.meanings(text) if FEWEST_LETTERS.search(text) else []
    if meant and listening.sense:
        likeliest = max(INTENTS, key=meant[0].intents.__getitem__)
        if meant[0].intents[likeliest] >= listening.sense.lines.intent:
            return likeliest
    return "check_in" if value is not None else "other"
