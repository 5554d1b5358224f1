"""Every sentence a person may read: that it is there, that it is needed, and that it is kind to someone in pain."""

import re
from collections.abc import Iterator
from itertools import product
from typing import Any

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl

from bot.content import FOLDER, load_library
from bot.content.messages import uses
from bot.conversation import walk
from bot.conversation.scripts import SCALE, Script, Step
from bot.operations.content import style as content_style
from bot.operations.content.reading_level import grade, sentences
from bot.operations.content.style import FEWEST_WORDS, HARD, PUBLISHED
from bot.operations.content.wording import wording_of
from tests.content.used_words import literals, unused

LIBRARY = load_library()
WORDS = LIBRARY.words
STEPS = [(script, step) for script in LIBRARY.scripts.values() for step in script.steps]

SAMPLES: dict[str, Any] = {
    "name": "Anna", "named": "yes", "variant": 0, "pain": "6", "before": "7", "day": "yesterday", "days": "Mon: pain 6",
    "told": "back and hips", "step": "Put on a song you like.", "expected": "6", "actual": "4", "place": "lower back",
    "painful": "yes", "limbs": "well", "minutes": 5, "breaths": 30, "clock": "9:00", "check_in_time": "9:00",
    "check_in_days": "every day", "check_in_count": 7, "nudge_days": "on Monday and Friday", "nudge_time": "11:00",
    "nudge_count": 2, "letter_day": "Sunday", "letter_time": "17:00", "line": 7, "zone": "Europe/Berlin",
    "zone_known": "yes", "places": "back and hips", "pattern": "in for 4, out for 6", "domains": "Outdoors",
    "domain_count": 1, "first": "Berlin, Germany: 9:00", "last": "hips", "found": 1, "city": "Berlin, Germany",
    "emergency": "112", "number": "116 123", "hours": "always", "free": "yes", "noted": "yes", "note": "in English",
    "writing": "word", "word": "SHOUT", "write_line": "Shout", "write_number": "85258", "chat": "988lifeline.org",
    "held": "yes", "asked_on": "today", "asked_at": "9:00", "known": "yes", "country_known": "yes", "count": 1,
    "activity": "Walking", "amount": "12 minutes", "unit": "minutes", "goal": "10 minutes", "lower": "9 minutes",
    "example": "did 8 minutes", "tries": "10 minutes, 12 minutes and 14 minutes", "done": 4, "swings": 2,
    "plan": "What helps: heat", "words": "heat", "since": "yesterday", "when": "other",
    "hard": 3, "empty": "no", "weekday": "Monday", "month": "May", "path": "week.png", "moment": "9:00", "seconds": 5,
    "plot": "5: •", "middle": "5", "low": "3", "high": "8", "again": "Monday", "direction": "less", "more": "4.8",
    "less": "6.1", "more_days": 20, "less_days": 19, "thing": "a breath before bed", "measure": "sleep",
    "condition": "with", "planned": 14, "with": "6, 7", "without": "5, 4", "kept": 12,
    "earlier": "Read more.", "has_step": "yes", "told_sure": "yes", "sure": "8",
    "way": "half of it", "goals": "1. Read more. (open)", "parked": 1, "state": "open",
    "rung": "Sit in the car.", "rungs": "Sit in the car.", "missing": 2, "feared": "4", "here": "yes", "after": "4",
    "morning": "5", "pains": "yes", "mornings": "yes",
    "same": "no",
    "second": "5", "third": "4", "score": "5.3", "said": "5",
    "next": "Monday", "worry": "4", "limit": "200", "matter": "medicine",
    "lines": "1. today, medicine: took ibuprofen", "older": "no", "ally": "Maria", "scored": "yes", "asked": "yes",
    "ask": "call me tonight", "greeting": "Hi Maria,",
    "at": "12:45", "liked": "Outdoors", "fresh": "yes",
    "holds": "yes", "gently": "yes", "lead": 5, "session": "scan", "kept_days": 90,
}  # fmt: skip
OTHERWISE: dict[str, Any] = {
    "named": "no", "painful": "no", "limbs": "sore", "minutes": 0, "count": 3, "found": 2, "known": "no",
    "country_known": "no", "hours": "limited", "free": "no", "noted": "no", "writing": "none", "held": "no",
    "asked_on": "tomorrow", "zone_known": "no", "check_in_count": 0, "nudge_count": 0, "domain_count": 0,
    "direction": "more", "measure": "pain", "condition": "without",
    "has_step": "no", "told_sure": "no", "parked": 0, "state": "parked", "missing": 0, "here": "no", "pains": "no",
    "mornings": "no",
    "way": "higher", "older": "yes", "scored": "no", "asked": "no",
    "holds": "no", "gently": "no", "lead": 0, "session": "breath", "kept_days": "none",
}  # fmt: skip

HEALTH = re.compile(
    r"\b(pain|painful|hurts?|ache|back|neck|hip|knee|body|sleep|mood|medicine|medication|doctor|health|symptom|flare"
    r"|crisis|suicide|hard day|bad day)\b",
    re.IGNORECASE,
)


def entries() -> Iterator[ftl.Message]:
    for file in sorted((FOLDER / "words" / "en").glob("*.ftl")):
        resource = FluentParser().parse(file.read_text("utf-8"))
        assert not [entry for entry in resource.body if isinstance(entry, ftl.Junk)], file.name
        yield from (entry for entry in resource.body if isinstance(entry, ftl.Message))


MESSAGES = {entry.id.name: entry for entry in entries()}


def renderings(message: str, attribute: str | None = None) -> set[str]:
    """The message with every variant, and with either of two sets of values."""
    values = [SAMPLES | {"variant": variant} | more for variant, more in product(range(7), ({}, OTHERWISE))]
    found = {WORDS.find("en", message, attribute, **each) for each in values}
    return {text for text in found if text is not None}


def labels() -> Iterator[tuple[str, str]]:
    """Everything that is read on a button or in a list of buttons: attribute by attribute."""
    for name, entry in MESSAGES.items():
        for attribute in entry.attributes:
            if not attribute.id.name.endswith("-said"):
                yield name, attribute.id.name


TEXTS = [(name, text) for name, entry in MESSAGES.items() if entry.value for text in sorted(renderings(name))]
TEXTS += [
    (f"{name}.{attribute}", text)
    for name, attribute in labels()
    if name.startswith("nudge-")
    for text in renderings(name, attribute)
]


# What is there, and what is needed


@pytest.mark.parametrize(("script", "step"), STEPS, ids=lambda part: part.id)
def test_every_question_has_words_and_every_option_a_label(script: Script, step: Step) -> None:
    message = walk.message_of(script.id, step.id)

    assert WORDS.find("en", message, None, **SAMPLES)
    for option in step.options:
        assert option in SCALE or option.isdigit() or WORDS.find("en", message, walk.label_of(option), **SAMPLES)


@pytest.mark.parametrize(("script", "step"), STEPS, ids=lambda part: part.id)
def test_every_question_has_words_for_an_answer_that_was_not_understood(script: Script, step: Step) -> None:
    own = f"{walk.message_of(script.id, step.id)}-unclear"

    assert WORDS.find("en", own, None) or WORDS.find("en", f"unclear-{step.answer}", None)


def test_every_message_is_there_once() -> None:
    names = [entry.id.name for entry in entries()]

    assert len(names) == len(set(names))


def test_every_message_that_the_code_names_is_there() -> None:
    asked_for = literals().asked_for

    assert len(asked_for) > 40
    assert not {name for name in asked_for if name not in MESSAGES}


def test_every_message_is_used() -> None:
    quoted = frozenset[str]().union(*(uses(entry) for entry in MESSAGES.values()))

    assert not unused(MESSAGES, quoted, LIBRARY)
    assert unused({"nobody-says-this"}, quoted, LIBRARY)


def test_every_value_a_message_asks_for_is_one_of_those_it_may_get() -> None:
    """A misspelt variable would stand in the text as {$nmae}."""
    for name, text in TEXTS:
        assert "{" not in text, name


# How it reads


def test_what_steady_says_is_as_short_kind_and_easy_as_what_a_folder_says_ought_to_be() -> None:
    wording = wording_of(LIBRARY, None)
    told = [*content_style.too_long(wording), *content_style.tone(wording), *content_style.hard_to_read(wording)]

    assert [str(remark) for remark in told if remark.where.startswith("words/en/")] == []


@pytest.mark.parametrize(("name", "text"), TEXTS, ids=[name for name, _ in TEXTS])
def test_no_text_has_a_gap_or_a_doubled_sign(name: str, text: str) -> None:
    assert text
    assert not re.search(r"  (?!\w)|\s[.,?]|\.\.", text)


@pytest.mark.parametrize(
    "name",
    [
        "flare-check-in",
        "flare-letter",
        "check-in-daily",
        "step-offer",
        "weekly-hello",
        "step-result-how",
        "goal-first",
        "goal-review-wish",
        "go-how-how",
        "go-morning-pain",
        "peg-offer-weekly",
        "peg-now-now",
    ],
)
def test_what_may_show_on_a_locked_screen_says_nothing_of_health(name: str) -> None:
    for text in renderings(name):
        assert not HEALTH.search(text)


def test_no_step_says_anything_of_health_on_a_locked_screen() -> None:
    told = {f"{nudge.id}-{size}": WORDS.label("en", f"nudge-{nudge.id}", size)
            for nudge in LIBRARY.nudges for size in ("small", "medium", "large")}  # fmt: skip

    assert not {
        name: text for name, text in told.items() if re.search(r"\b(pain|hurts?|aches?|medic\w+|flare)\b", text)
    }


LONGER = [
    (name, text) for name, text in TEXTS if name not in PUBLISHED and sum(map(len, sentences(text))) >= FEWEST_WORDS
]


@pytest.mark.parametrize(("name", "text"), LONGER, ids=[name for name, _ in LONGER])
def test_a_longer_text_is_easy_to_read(name: str, text: str) -> None:
    told = sentences(text)

    assert sum(map(len, told)) / len(told) <= 15
    assert max(map(len, told)) <= 32
    assert grade(text) <= HARD
