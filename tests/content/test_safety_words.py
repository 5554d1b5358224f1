"""The answers to danger in every language they are given in: the same ones, whole, short, with the number in them."""

import re
from collections.abc import Iterator
from itertools import product
from typing import Any

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl

from bot.content import FOLDER, load_library
from bot.conversation.help_lines import CountryHelp
from bot.programme import safety
from bot.programme.names import plain_words

LIBRARY = load_library()
WORDS = LIBRARY.words
LANGUAGES = ("en", "de", "es", "fr", "pt")
COUNTRIES = ("US", "GB", "ES", "BR", "CA", "CH", "PT", "NG", None)  # every way to call, to write, and neither
QUESTIONS = ("crisis-next", "barrier-next", "red-flag-next")
NO_NUMBER = {"unsure-no", "safety-line", "safety-write", "safety-talk", "safety-way-back"}
EMOJI = re.compile("[\u2190-\u2bff\u2600-\u27bf\U0001f000-\U0001faff\ufe0f]")


def messages(language: str) -> dict[str, ftl.Message]:
    resource = FluentParser().parse((FOLDER / "words" / language / "safety.ftl").read_text("utf-8"))
    assert not [entry for entry in resource.body if isinstance(entry, ftl.Junk)]
    return {entry.id.name: entry for entry in resource.body if isinstance(entry, ftl.Message)}


NAMES = list(messages("en"))


def values(help_: CountryHelp, language: str) -> Iterator[dict[str, Any]]:
    for held, waits, asked_on, moment in product(("yes", "no"), ("long", "no"), ("today", "tomorrow"), range(3)):
        more = {"held": held, "waits": waits, "asked_on": asked_on, "asked_at": "9:00", "moment": moment}
        yield help_.words(language) | more


def renderings(language: str, message: str) -> set[str]:
    every = (each for code in COUNTRIES for each in values(LIBRARY.help_lines.for_country(code), language))
    return {WORDS.text(language, message, **each) for each in every}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_the_same_answers_and_buttons(language: str) -> None:
    def shape(of: str) -> dict[str, set[str]]:
        return {name: {part.id.name for part in entry.attributes} for name, entry in messages(of).items()}

    assert shape(language) == shape("en")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("message", [name for name in NAMES if name != "safety-line"])  # only said of a known line
def test_an_answer_is_whole_and_short_in_every_country(language: str, message: str) -> None:
    for text in renderings(language, message):
        assert 0 < len(text) <= 1000
        assert "{" not in text
        assert "!" not in text
        assert not EMOJI.search(text)
        assert not re.search(r"  |\n\n\n| ,|\.\.|,\.|^\s|\s$", text), text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("message", [name for name in NAMES if name not in NO_NUMBER])
def test_an_answer_holds_the_emergency_number(language: str, message: str) -> None:
    for code in COUNTRIES:
        help_ = LIBRARY.help_lines.for_country(code)
        for each in values(help_, language):
            assert help_.emergency[0] in WORDS.text(language, message, **each)


@pytest.mark.parametrize("language", LANGUAGES)
def test_help_comes_in_its_order(language: str) -> None:
    """Acknowledge, ask, the emergency number, one line to call, a way to write, distance, a person, honesty."""
    help_ = LIBRARY.help_lines.for_country("GB").words(language)
    text = WORDS.text(language, "safety-crisis", **help_, held="yes")
    parts = text.split("\n\n")

    assert len(parts) == 5
    assert parts[1].index("?") < parts[1].index("999")
    assert parts[2].index("116 123") < parts[2].index("SHOUT") < parts[2].index("85258")
    assert "?" not in parts[3], "one question is enough"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_note_in_english_is_shown_to_nobody_else(language: str) -> None:
    for code in LIBRARY.help_lines.countries:
        for line in LIBRARY.help_lines.for_country(code).crisis_lines[:1]:
            shown = WORDS.text(language, "safety-line", **LIBRARY.help_lines.for_country(code).words(language))
            assert language == "en" or not re.search(r"\b(day|free|hours|from|then|in (English|French))\b", shown), line


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("question", QUESTIONS)
def test_a_button_has_a_short_label_and_no_name_means_two(language: str, question: str) -> None:
    seen: dict[str, str] = {}
    for attribute in messages(language)[question].attributes:
        said = WORDS.label(language, question, attribute.id.name)
        option = attribute.id.name.removesuffix("-said")
        assert attribute.id.name.endswith("-said") or len(said) <= 40
        for name in map(plain_words, said.split("|")):
            assert name
            assert seen.setdefault(name, option) == option, name


def test_no_name_means_one_button_here_and_another_one_in_another_language() -> None:
    for question in QUESTIONS:
        seen: dict[str, str] = {}
        for language in LANGUAGES:
            for attribute in messages(language)[question].attributes:
                option = attribute.id.name.removesuffix("-said")
                for name in map(plain_words, WORDS.label(language, question, attribute.id.name).split("|")):
                    assert seen.setdefault(name, option) == option, (question, name)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_words_speak_of_no_breath_and_no_score(language: str) -> None:
    told = " ".join(text for name in NAMES for text in renderings(language, name)).lower()

    assert not re.search(
        r"\b(breath|breathe|atem|atmen|respira\w*|souffle|score|0 to 10|0 bis 10|0 a 10|0 à 10)\b", told
    )


def test_every_tier_has_an_answer() -> None:
    for tier in safety.SCRIPTS:
        assert WORDS.find("en", f"safety-{tier}".replace("_", "-"), None)
