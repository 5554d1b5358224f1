"""What is told of a day besides its pain, as the answers of an open question hold it and as it is said back."""

from collections.abc import Mapping
from typing import Any

from bot.conversation.person import Place
from bot.conversation.turn import Turn
from bot.programme import spoken
from bot.understanding.check_ins import DayTold

LONGEST = 4000  # characters of a note


def joined(*words: str | None) -> str | None:
    """All the words there are, a line each; `None` where there are none."""
    return "\n".join(filter(None, words)) or None


def parts_of(said: DayTold, text: str) -> dict[str, Any]:
    """What a sentence tells besides the pain, as a question's answers hold it. Places have no column but the note."""
    parts = {
        "sleep": said.sleep, "went": said.day, "slept": said.slept or None, "named": list(said.places) or None,
        "note": text.strip() if said.has_words and 0 < len(text.strip()) <= LONGEST else None,
    }  # fmt: skip
    return {name: value for name, value in parts.items() if value is not None}


def parts_so_far(place: Place) -> dict[str, Any]:
    """The parts that the answers of a question hold."""
    return {name: place.answers[name] for name in ("sleep", "went", "slept", "named", "note") if name in place.answers}


def together(before: Mapping[str, Any], more: Mapping[str, Any]) -> dict[str, Any]:
    """The later words win; of notes both are kept."""
    note = joined(before.get("note"), more.get("note"))
    return {**before, **more} | ({"note": note} if note else {})


def in_words(turn: Turn, parts: Mapping[str, Any], pain: float | None = None) -> dict[str, Any]:
    """The parts in words, and what of it is in the note."""
    told = [] if pain is None else [spoken.score(turn, pain)]
    told += [spoken.painful_place(turn, name) for name in parts.get("named", ())]
    if "sleep" in parts:
        told.append(turn.label("told-parts", "sleep", sleep=spoken.score(turn, parts["sleep"])))
    if "went" in parts:
        told.append(turn.label("told-parts", parts["went"]))
    return {
        "told": spoken.in_a_row(turn, told) or turn.label("told-parts", "words"),
        "kept": "slept" if "slept" in parts else "words" if "note" in parts else "no",
        "slept": parts.get("slept", ""),
    }
