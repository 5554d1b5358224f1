"""Danger in the other languages: their phrases load, and hear what they were written on."""

from functools import cache
from pathlib import Path

import pytest
import yaml

from bot.understanding.safety import SafetyPhrases, notice
from tests.labelled import written_on

ROOT = Path(__file__).parents[2]
LANGUAGES = sorted(file.stem for file in (ROOT / "bot/content/safety").glob("*.yaml") if file.stem != "en")


@cache
def phrases(language: str) -> SafetyPhrases:
    text = (ROOT / f"bot/content/safety/{language}.yaml").read_text(encoding="utf-8")
    return SafetyPhrases.from_data(yaml.safe_load(text))


def share(language: str, tier: str, heard_as: set[str]) -> float:
    rows = [row["text"] for row in written_on(language) if row["tier"] == tier]
    return sum(notice(text, phrases(language)) in heard_as for text in rows) / len(rows)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("tier", ["crisis", "red_flag_emergency", "red_flag_urgent"])
def test_hears_the_danger_it_was_written_on(language: str, tier: str) -> None:
    assert share(language, tier, {tier}) >= 0.9


@pytest.mark.parametrize("language", LANGUAGES)
def test_leaves_everyday_talk_alone(language: str) -> None:
    assert share(language, "none", {"none", "soft"}) >= 0.97


@pytest.mark.parametrize("language", LANGUAGES)
def test_takes_no_english_everyday_talk_for_danger(language: str) -> None:
    everyday = [row["text"] for row in written_on("en") if row["tier"] == "none"]
    alarms = [text for text in everyday if notice(text, phrases(language)) not in ("none", "soft")]
    assert len(alarms) <= 0.01 * len(everyday)
