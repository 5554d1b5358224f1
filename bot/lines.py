"""JSON Lines: reading them, and `steady understand`, which tells of each text what Steady makes of it."""

import json
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from bot.conversation.library import Library
from bot.understanding.days import Forever
from bot.understanding.understand import Understood, understand

FIELDS = {"id", "text", "lang"}
EXAMPLE = '{"id": 1, "text": "about a six", "lang": "en"}'


class BadLine(ValueError):
    """A line of the input can't be carried out; the message says what was expected."""


def numbered(lines: Iterable[str | bytes]) -> Iterator[tuple[int, str | bytes]]:
    """The lines with something on them, and their numbers from 1 on."""
    return ((number, raw) for number, raw in enumerate(lines, 1) if raw.strip())


def fields_of(raw: str | bytes, known: set[str], example: str) -> dict[str, Any]:
    """The object on a line. Raises `BadLine` when there is none, or one with a field that is not known."""
    try:
        fields = json.loads(raw)
    except (ValueError, RecursionError):
        raise BadLine("expected one JSON object on the line") from None
    if not isinstance(fields, dict):
        raise BadLine(f"expected a JSON object, such as {example}")
    if unknown := set(fields) - known:
        raise BadLine(f"unknown {', '.join(sorted(unknown))}; known are {', '.join(sorted(known))}")
    return fields


def answered(lines: Iterable[str | bytes], library: Library, today: date) -> Iterator[str]:
    """What is understood of each line's text, as a line. Raises `BadLine`, which names the line."""
    for number, raw in numbered(lines):
        try:
            fields = fields_of(raw, FIELDS, EXAMPLE)
        except BadLine as error:
            raise BadLine(f"line {number}: {error}") from None
        text, language = fields.get("text"), fields.get("lang", "en")
        if not isinstance(text, str) or not isinstance(language, str):
            raise BadLine(f"line {number}: expected words between quotes for text and lang")
        understood = understand(text, library.listening, library.languages.reader(language), today)
        try:
            yield json.dumps({"id": fields.get("id"), **_told(understood)}, allow_nan=False)
        except ValueError:  # Python's reader takes NaN and 1e999, which JSON has no way to write
            raise BadLine(f"line {number}: expected an id that is JSON; NaN and Infinity are not") from None


def _told(understood: Understood) -> dict[str, Any]:
    until = understood.until
    return {
        "safety": understood.heard.tier,
        "intent": understood.intent,
        "value": understood.value,
        "time": understood.at.isoformat("minutes") if understood.at else None,
        "until": "for_good" if isinstance(until, Forever) else until.isoformat() if until else None,
    }
