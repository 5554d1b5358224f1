"""How well both layers hear, on messages that nothing was tuned on. `make evaluate` prints all of it."""

from datetime import date
from functools import cache

import pytest

from bot.content import load_library
from bot.understanding.safety import DANGERS
from bot.understanding.understand import Understood, understand
from tests.hearing import sense
from tests.labelled import LANGUAGES, Row, labelled

LIBRARY = load_library(sense())
TODAY = date(2026, 6, 1)


@cache
def understood(text: str) -> Understood:
    return understand(text, LIBRARY.listening, LIBRARY.languages.reader("en"), TODAY)


def rows(kind: str) -> list[Row]:
    every = (row for language in LANGUAGES for row in labelled("kept_aside", language))
    return [row for row in every if kind in (row["tier"], row.get("form"))]


@pytest.mark.parametrize(
    ("kind", "bar"),
    [("explicit", 0.97), ("indirect", 0.85), ("red_flag_emergency", 0.95), ("red_flag_urgent", 0.88)],
)
def test_hears_danger_that_nothing_was_tuned_on(kind: str, bar: float) -> None:
    chosen = rows(kind)
    missed = [row["text"] for row in chosen if understood(row["text"]).heard.tier != row["tier"]]
    assert 1 - len(missed) / len(chosen) >= bar, missed


@pytest.mark.parametrize("language", LANGUAGES)
def test_hears_a_crisis_in_every_language(language: str) -> None:
    chosen = [row for row in labelled("kept_aside", language) if row["tier"] == "crisis"]
    heard = [row for row in chosen if understood(row["text"]).heard.tier == "crisis"]
    assert len(heard) / len(chosen) >= 0.90


def test_seldom_takes_everyday_talk_for_danger() -> None:
    everyday = rows("none")
    alarms = [row["text"] for row in everyday if understood(row["text"]).heard.tier in DANGERS]
    assert len(alarms) / len(everyday) <= 0.015, alarms
