"""`steady understand`: JSON Lines in, what is understood of each out."""

import json
from datetime import date
from typing import Any

import pytest

from bot.content import load_library
from bot.lines import BadLine, answered

MONDAY = date(2026, 6, 1)
LIBRARY = load_library()


def understood(text: str, **fields: Any) -> dict[str, Any]:
    (line,) = answered([json.dumps({"id": 1, "text": text, **fields})], LIBRARY, MONDAY)
    answer: dict[str, Any] = json.loads(line)
    return answer


def test_tells_of_each_text_what_the_engine_makes_of_it() -> None:
    lines = ['{"id": "a", "text": "about a six"}', "", '{"id": 2, "text": "ich will sterben", "lang": "de"}']
    first, second = (json.loads(line) for line in answered(lines, LIBRARY, MONDAY))
    assert first == {
        "id": "a",
        "safety": "none",
        "intent": "check_in",
        "value": 6.0,
        "time": None,
        "until": None,
    }
    assert (second["id"], second["safety"]) == (2, "crisis")


@pytest.mark.parametrize(
    ("text", "intent", "more"),
    [
        ("pause until monday", "pause", {"until": "2026-06-08"}),
        ("pause forever", "pause", {"until": "for_good"}),
        ("pausa hasta el lunes", "pause", {"until": "2026-06-08"}),
        ("check in at 8 in the evening", "change_time", {"time": "20:00"}),
        ("siebeneinhalb", "check_in", {"value": 7.5}),
        ("entre 4 y 5", "check_in", {"value": 4.5}),
        ("help me breathe", "breathing", {}),
        ("thank you", "thanks", {}),
        ("delete my data", "delete", {}),
    ],
)
def test_reads_wishes_numbers_times_and_days(text: str, intent: str, more: dict[str, Any]) -> None:
    answer = understood(text)
    assert answer["intent"] == intent
    assert answer.items() >= more.items()


@pytest.mark.parametrize("text", ["", "\ud800", "\x00", "a" * 100_000, "\u202e", "🙂" * 3_000, "/" * 50])
def test_takes_any_text(text: str) -> None:
    assert understood(text)["safety"] == "none"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("not json", "line 1: expected one JSON object"),
        ("[1]", "line 1: expected a JSON object, such as"),
        ('{"id": 1}', "line 1: expected words between quotes for text"),
        ('{"text": 7}', "line 1: expected words between quotes for text"),
        ('{"text": "a", "lang": 7}', "line 1: expected words between quotes for text and lang"),
        ('{"text": "a", "language": "en"}', "line 1: unknown language; known are id, lang, text"),
        ('{"id": NaN, "text": "hello"}', "line 1: expected an id that is JSON; NaN and Infinity are not"),
        ('{"id": [-Infinity], "text": "hello"}', "line 1: expected an id that is JSON"),
        ('{"id": 1e999, "text": "hello"}', "line 1: expected an id that is JSON"),
    ],
)
def test_says_what_is_wrong_with_a_line(line: str, said: str) -> None:
    with pytest.raises(BadLine) as refused:
        list(answered([line], LIBRARY, MONDAY))
    assert str(refused.value).startswith(said)
