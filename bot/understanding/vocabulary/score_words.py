"""What people say around a number from 0 to 10, and instead of one."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Self

from bot.understanding.vocabulary.patterns import any_of, whole_words


@dataclass(frozen=True, slots=True)
class ScoreWords:
    """How people speak of a number from 0 to 10.

    `frame` are words that may stand around it and change nothing, `leading` those of the phrases that lead to it,
    `named` those that name pain, `places` where it hurts, and `change` is what stands before the score in "went from 7
    to 4".
    """

    frame: frozenset[str]
    leads: frozenset[str]
    leading: frozenset[str]
    not_before: frozenset[str]
    places: frozenset[str]
    ages: frozenset[str]
    present: frozenset[str]
    past: frozenset[str]
    named: frozenset[str]
    minus: frozenset[str]
    after: re.Pattern[str]
    present_after: re.Pattern[str]
    past_after: re.Pattern[str]
    named_after: re.Pattern[str]
    scales: re.Pattern[str]
    none: re.Pattern[str]
    worst: re.Pattern[str]
    same: re.Pattern[str]
    rating: re.Pattern[str]
    change: re.Pattern[str]

    @classmethod
    def from_data(cls, data: Mapping[str, Any], months: Iterable[str], places: Iterable[str]) -> Self:
        present = frozenset([*data["present"], *data["corrections"]])
        return cls(
            frame=frozenset(data["frame"]),
            not_before=frozenset([*data["not_before"], *months]),
            leads=frozenset(data["leads"]),
            leading=frozenset(word for phrase in present.union(data["leads"]) for word in phrase.split()),
            places=frozenset(places),
            ages=frozenset(data["ages"]),
            present=present,
            past=frozenset(data["past"]),
            named=frozenset(data["named"]),
            minus=frozenset(data["minus"]),
            after=whole_words(data["after"]),
            present_after=re.compile(rf"{whole_words(data['present']).pattern}(?!\s(?:[^\W\d]+\s)?\d)"),
            past_after=whole_words(data["past"]),
            named_after=re.compile(rf"(?:(?:de|of|d'|an)\s?)?{whole_words(data['named']).pattern}(?!\s*[:=]?\s?\d)"),
            scales=re.compile(
                rf"{any_of(data['scales'])}|{whole_words(data.get('no_scores', ())).pattern}|{_late_hour(data)}"
            ),
            none=whole_words(data["none"]),
            worst=whole_words(data["worst"]),
            same=whole_words(data["same"]),
            rating=_rating(data),
            change=_change(**data["changes"]),
        )


def _change(moves: Iterable[str], starts: Iterable[str], ends: Iterable[str]) -> re.Pattern[str]:
    """From the word for a change to just before its second number, as in "dropped today from a 7 yesterday to a 4"."""
    start, end = any_of(starts), any_of(ends)
    words = r"(?:[^\W\d]+\s){0,2}?"
    move = rf"(?:{any_of(filter(None, moves))}\s{words}){'?' if '' in moves else ''}"
    return re.compile(rf"(?<![\w']){move}{start}\s{words}\d[\d.,]*\s{words}{end}\s{words}(?=\d)")


def _late_hour(data: Mapping[str, Any]) -> str:
    """A pattern for a time after noon, where the word before it also joins two scores: "4 à 5", but "4 à 19h30"."""
    before, behind = any_of(data.get("before_hour", ())), any_of(data.get("behind_hour", ()))
    return rf"(?<!\w){before}\s(?:1[3-9]|2[0-4])\s?{behind}(?:\s?[0-5]\d)?(?!\w)"


def _rating(data: Mapping[str, Any]) -> re.Pattern[str]:
    """A number that may be a score, or a range of two: "7", "6.5/10", "between 4 and 5", "4-5"; not "7:30" or "L5"."""
    opens, joints, out_of = (any_of(data[name]) for name in ("opens", "joints", "out_of"))
    either = any_of([*data["joints"], *data["ands"]])
    of_ten = rf"\s*{out_of}\s*10(?!\d)"
    ish = rf"(?:[\s-]?{any_of(data['ish'])}(?!\w)|\++)?"
    number = r"\d{1,4}(?:[.,]\d{1,2})?"
    article = rf"(?:{any_of(data['articles'])}\s)?"
    return re.compile(
        rf"(?<![\w/:$€£#<>])(?<!\d[.,\s-])(?P<open>(?<!\w){opens}\s{article})?"
        rf"(?P<low>{number}){ish}(?:(?:{of_ten})?\s*(?(open){either}|{joints})\s*{article}(?P<high>{number}){ish})?"
        rf"(?P<of>{of_ten})?(?![\w%°])(?!\s?[%°])(?![.,:]\d)(?!\s*/\s*\d)(?!\s*{out_of}\s*\d)"
        rf"(?(of)|(?!\s\d)(?!\s*{joints}\s*{article}\d))"
    )
