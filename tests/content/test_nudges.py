"""The comfort-zone nudges as a person reads them, and the suggestions of the weekly letter."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml
from fluent.syntax import FluentParser, ast

from bot.content import load_library
from bot.conversation.nudges import DOMAINS, PLACES, Nudge, nudges_from_data
from bot.conversation.records import Size

CONTENT = Path(__file__).parents[2] / "bot" / "content"
SIZES: tuple[str, ...] = get_args(Size)

FORBIDDEN = re.compile(
    r"\b(should|must|have to do|push(ed|ing)? through|just relax|cures?|heals?|healing|stay positive|no pain no gain"
    r"|at least|easily|simply|lazy|failed|streak|exercise)\b",
    re.IGNORECASE,
)
MINUTES = {"two": 2, "three": 3, "five": 5, "eight": 8, "ten": 10, "fifteen": 15, "twenty": 20, "twenty-five": 25}
LONGEST = {"small": 3, "medium": 10, "large": 30}


def messages(name: str) -> dict[str, ast.Message]:
    resource = FluentParser().parse((CONTENT / "words" / "en" / name).read_text("utf-8"))
    junk = [entry.content for entry in resource.body if isinstance(entry, ast.Junk)]
    assert not junk
    found = [entry for entry in resource.body if isinstance(entry, ast.Message)]
    assert len({message.id.name for message in found}) == len(found)
    return {message.id.name: message for message in found}


def text(pattern: ast.Pattern | None) -> str:
    """A pattern without placeables, as it is read."""
    assert pattern is not None
    elements = [element for element in pattern.elements if isinstance(element, ast.TextElement)]
    assert elements == pattern.elements
    return "".join(element.value for element in elements)


def sizes(message: ast.Message) -> dict[str, str]:
    return {attribute.id.name: text(attribute.value) for attribute in message.attributes}


LIBRARY = load_library()
NUDGES = nudges_from_data(yaml.safe_load((CONTENT / "nudges.yaml").read_text("utf-8")))
WORDS = messages("nudges.ftl")
SUGGESTIONS = messages("suggestions.ftl")
EVERY_SIZE = [
    pytest.param(size, words, id=f"{nudge.id}-{size}")
    for nudge in NUDGES
    for size, words in sizes(WORDS[f"nudge-{nudge.id}"]).items()
]
EVERY_SUGGESTION = [
    pytest.param(words, id=f"{name}-{number}")
    for name in SUGGESTIONS
    for number, words in enumerate(sorted({LIBRARY.words.text("en", name, variant=each) for each in range(7)}))
]


def domain_name(domain: str) -> str:
    return f"nudge-domain-{domain}".replace("_", "-")


def sentences(words: str) -> list[str]:
    return re.split(r"(?<=[.?;])\"?\s+", words)


def minutes(words: str) -> Iterator[int]:
    if "half an hour" in words or "half hour" in words or "half-hour" in words:
        yield 30
    for number in re.findall(r"([a-z-]+)[ -]minutes?\b", words):
        yield MINUTES.get(number, 1)


def in_domain(nudges: tuple[Nudge, ...], domain: str) -> list[Nudge]:
    return [nudge for nudge in nudges if nudge.domain == domain]


def grates(words: str) -> list[str]:
    """What a text holds that no text may hold."""
    odd = [letter for letter in words if not letter.isascii()] + re.findall(r"!|\.\.\.", words)
    return odd + [match.group() for match in FORBIDDEN.finditer(words)]


class TestTheList:
    def test_offers_many_nudges(self) -> None:
        assert len(NUDGES) >= 60

    @pytest.mark.parametrize("domain", DOMAINS)
    def test_offers_ten_or_more_in_each_domain(self, domain: str) -> None:
        assert len(in_domain(NUDGES, domain)) >= 10

    @pytest.mark.parametrize("place", PLACES)
    @pytest.mark.parametrize("domain", DOMAINS)
    def test_leaves_five_in_each_domain_whatever_hurts(self, domain: str, place: str) -> None:
        assert len([nudge for nudge in in_domain(NUDGES, domain) if place not in nudge.not_for]) >= 5

    @pytest.mark.parametrize("place", PLACES)
    @pytest.mark.parametrize("domain", DOMAINS)
    def test_leaves_two_in_each_domain_in_bed_whatever_hurts(self, domain: str, place: str) -> None:
        in_bed = [nudge for nudge in in_domain(NUDGES, domain) if nudge.in_bed]
        assert len([nudge for nudge in in_bed if place not in nudge.not_for]) >= 2

    @pytest.mark.parametrize("domain", DOMAINS)
    def test_has_two_or_more_in_each_domain_for_someone_in_bed_on_any_day(self, domain: str) -> None:
        any_day = [nudge for nudge in in_domain(NUDGES, domain) if nudge.in_bed and nudge.weekdays == "any"]
        assert len(any_day) >= 2

    @pytest.mark.parametrize("domain", DOMAINS)
    @pytest.mark.parametrize("closed", ["weekday", "weekend"])
    def test_leaves_three_in_each_domain_after_dark_on_any_day(self, domain: str, closed: str) -> None:
        left = [nudge for nudge in in_domain(NUDGES, domain) if not nudge.daylight and nudge.weekdays != closed]
        assert len(left) >= 3


class TestTheWords:
    @pytest.mark.parametrize("nudge", NUDGES, ids=lambda nudge: nudge.id)
    def test_tell_each_nudge_in_three_sizes(self, nudge: Nudge) -> None:
        assert tuple(sizes(WORDS[f"nudge-{nudge.id}"])) == SIZES

    def test_name_each_domain(self) -> None:
        assert all(text(WORDS[domain_name(domain)].value) for domain in DOMAINS)

    def test_tell_of_no_nudge_that_is_not_listed(self) -> None:
        known = {f"nudge-{nudge.id}" for nudge in NUDGES} | {domain_name(domain) for domain in DOMAINS}
        assert set(WORDS) == known

    def test_never_repeat_themselves(self) -> None:
        counts = Counter(words for message in WORDS.values() for words in sizes(message).values())
        assert [words for words, times in counts.items() if times > 1] == []

    @pytest.mark.parametrize(("size", "words"), EVERY_SIZE)
    def test_are_one_or_two_short_sentences(self, size: str, words: str) -> None:
        assert len(words) <= 160
        assert words.endswith((".", '."'))
        assert len(sentences(words)) <= 2

    @pytest.mark.parametrize(("size", "words"), EVERY_SIZE)
    def test_are_easy_to_read(self, size: str, words: str) -> None:
        assert len(words.split()) / len(sentences(words)) <= 14

    @pytest.mark.parametrize(("size", "words"), EVERY_SIZE)
    def test_neither_shout_nor_scold_nor_promise(self, size: str, words: str) -> None:
        assert grates(words) == []

    @pytest.mark.parametrize(("size", "words"), EVERY_SIZE)
    def test_ask_for_no_more_minutes_than_the_size_allows(self, size: str, words: str) -> None:
        assert max(minutes(words), default=0) <= LONGEST[size]


class TestTheSuggestions:
    def test_are_ten_or_more_and_all_suggestions(self) -> None:
        assert len(SUGGESTIONS) >= 10
        assert all(name.startswith("suggestion-") for name in SUGGESTIONS)

    @pytest.mark.parametrize("name", SUGGESTIONS)
    def test_each_say_when_they_fit(self, name: str) -> None:
        assert SUGGESTIONS[name].comment is not None

    @pytest.mark.parametrize("words", EVERY_SUGGESTION)
    def test_are_short_and_easy_to_read(self, words: str) -> None:
        assert len(words) <= 200
        assert len(sentences(words)) <= 2
        assert len(words.split()) / len(sentences(words)) <= 14

    @pytest.mark.parametrize("words", EVERY_SUGGESTION)
    def test_neither_shout_nor_scold_nor_promise(self, words: str) -> None:
        assert grates(words) == []


class TestReadingTheFile:
    def test_reads_an_entry_with_all_its_keys(self) -> None:
        entry = {
            "id": "open-door",
            "domain": "outdoors",
            "weekdays": "weekend",
            "not_for": ["feet"],
            "daylight": True,
            "in_bed": False,
        }
        assert nudges_from_data([entry]) == (
            Nudge("open-door", "outdoors", "weekend", frozenset({"feet"}), True, False),
        )

    def test_reads_an_entry_with_only_what_it_needs(self) -> None:
        assert nudges_from_data([{"id": "hum", "domain": "pleasure"}]) == (Nudge("hum", "pleasure"),)

    @pytest.mark.parametrize(
        ("entry", "complaint"),
        [
            ({"id": "hum", "domain": "fun"}, "'hum' has the unknown domain 'fun'; known are movement"),
            ({"id": "hum"}, "'hum' has the unknown domain None"),
            ({"id": "hum", "domain": "home", "not_for": ["tail"]}, "'hum' has the unknown place 'tail'"),
            ({"id": "hum", "domain": "home", "not_for": "feet"}, "not_for must be a list"),
            ({"id": "hum", "domain": "home", "day": "any"}, "'hum' has the unknown key 'day'"),
            ({"id": "hum", "domain": "home", "weekdays": "friday"}, "unknown value of weekdays 'friday'"),
            ({"id": "hum", "domain": "home", "daylight": "maybe"}, "daylight must be true or false"),
            ({"id": "hum", "domain": "home", "in_bed": 1}, "in_bed must be true or false"),
            ({"id": "Hum it", "domain": "home"}, "number 1 has the id 'Hum it'"),
            ({"domain": "home"}, "number 1 has the id None"),
            ("hum", "number 1 must be a block"),
        ],
    )
    def test_says_what_is_wrong_with_which_entry(self, entry: Any, complaint: str) -> None:
        with pytest.raises(ValueError, match=re.escape(complaint)):
            nudges_from_data([entry])

    def test_refuses_two_entries_of_one_id(self) -> None:
        entry = {"id": "hum", "domain": "home"}
        with pytest.raises(ValueError, match="two nudges with the id 'hum'"):
            nudges_from_data([entry, entry])

    def test_refuses_what_is_not_a_list(self) -> None:
        with pytest.raises(ValueError, match="must be a list"):
            nudges_from_data(None)
