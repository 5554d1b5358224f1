"""The words in which people tell of a whole day in one sentence."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Self

from bot.conversation.records import DayKind
from bot.understanding.vocabulary.body_words import BodyWords
from bot.understanding.vocabulary.day_words import DayWords
from bot.understanding.vocabulary.number_words import NumberWords
from bot.understanding.vocabulary.patterns import any_of, whole_words

MOST_LINKS = 8  # two words may be one link or two: a long row of them could be read in far too many ways


@dataclass(frozen=True, slots=True)
class CheckInWords:
    """How people tell of a whole day in one sentence. In a language without these words only its numbers are read.

    `sleep_scores` find a rating of sleep as `value`, some with the words `badly` or `well` before it; `slept` finds
    sleep told in words. Behind `not_slept` it was not so, or it was another's sleep; behind `not_told` a kind of day.
    `kinds` and `places` map a phrase to what it means, or to `None` when it only looks like one.
    """

    breaks: re.Pattern[str]
    plain: frozenset[str]
    sleep_scores: tuple[re.Pattern[str], ...]
    slept: re.Pattern[str]
    not_slept: re.Pattern[str]
    kinds: Mapping[str, DayKind | None]
    kind: re.Pattern[str]
    not_told: re.Pattern[str]
    places: Mapping[str, str | None]
    place: re.Pattern[str]
    hurting: frozenset[str]
    compared: re.Pattern[str]
    comparing: frozenset[str]
    percent: re.Pattern[str]

    @classmethod
    def from_data(
        cls,
        data: Mapping[str, Any],
        scores: Mapping[str, Any],
        *,
        numbers: NumberWords,
        days: DayWords,
        body: BodyWords,
    ) -> Self:
        told: dict[str, list[Any]] = {name: value for name, value in data.items() if isinstance(value, list)}
        kinds = dict.fromkeys(told.get("not_kinds", ())) | _each_phrase(data.get("kinds", {}))
        not_places = (body.elision.sub("", phrase) for phrase in told.get("not_places", ()))
        places = {**body.places, **dict.fromkeys(not_places)}
        return cls(
            breaks=re.compile(rf"[,.](?!\d)|[;!?()\n]|\s-\s|(?<![\w']){any_of(told.get('breaks', ()))}(?![\w'])"),
            plain=frozenset(told.get("plain", ())),
            sleep_scores=_sleep_scores(told, scores),
            slept=_slept(told, scores, days, numbers),
            not_slept=whole_words(told.get("not_slept", ())),
            kinds=kinds,
            kind=whole_words(kinds),
            not_told=whole_words(told.get("not_told", ())),
            places=places,
            place=whole_words(places),
            hurting=body.fillers | frozenset(told.get("hurting", ())),
            compared=whole_words(told.get("compared", ())),
            comparing=frozenset(told.get("comparing", ())),
            percent=re.compile(rf"(?<![\w.,-])(?P<value>\d{{1,3}})\s?{any_of(told.get('percent', ()))}(?!\w)"),
        )


def _each_phrase(data: Mapping[DayKind, Iterable[str]]) -> dict[str, DayKind | None]:
    return {phrase: kind for kind, phrases in data.items() for phrase in phrases}


def _sleep_scores(told: Mapping[str, list[str]], scores: Mapping[str, Any]) -> tuple[re.Pattern[str], ...]:
    """ "Slept badly, 3", "schlecht geschlafen, 3", "slept 3/10", "sleep 3", "slept a 3", "3 for sleep"; not "slept 3",
    which is rather hours."""
    sleep, slept, behind, links = _sleep_words(told)
    badly, well = (any_of(told.get(name, ())) for name in ("slept_badly", "slept_well"))
    how = rf"(?:(?P<badly>{badly})|(?P<well>{well}))"
    of_ten = rf"\s*{any_of(scores['out_of'])}\s*10(?!\d)"
    value = r"(?P<value>10|\d(?:[.,]5)?)(?![.,:]?\d)(?!h\d)(?!\s*-\s*\d)"
    alone = rf"[\s,:;-]+{value}(?:{of_ten})?(?=\s*(?:$|[,;.)]))"
    either = rf"(?<![\w'])(?:{sleep}|{slept}){links}"
    return (
        re.compile(rf"{either}\s{how}{alone}"),
        re.compile(rf"(?<![\w']){how}{links}\s{behind}{alone}"),
        re.compile(rf"{either}\s?[:=-]?\s?{value}{of_ten}"),
        re.compile(rf"(?<![\w']){sleep}{links}\s?[:=-]?\s?{value}"),
        re.compile(rf"(?<![\w']){slept}{links}\s{any_of(scores['articles'])}\s{value}"),
        re.compile(rf"(?<![\w.,]){value}{of_ten}\s(?:{any_of(told.get('for_sleep', ()))}\s)?{sleep}(?!\w)"),
        re.compile(rf"(?<![\w.,]){value}\s{any_of(told.get('for_sleep', ()))}\s{sleep}(?!\w)"),
    )


def _slept(
    told: Mapping[str, list[str]], scores: Mapping[str, Any], days: DayWords, numbers: NumberWords
) -> re.Pattern[str]:
    """Sleep without a rating: "slept 4h", "five hours of sleep", "4 Stunden geschlafen", "slept badly", "bad night"."""
    sleep, slept, behind, links = _sleep_words(told)
    how = any_of([*told.get("slept_badly", ()), *told.get("slept_well", ())])
    hour = any_of(word for word, unit in days.units.items() if unit == "hour")
    number = rf"(?:\d+(?:[.,]\d+)?|{any_of(numbers.values)})"
    amount = rf"{number}(?:\s?(?:-|{any_of([*scores['joints'], *scores['ands']])})\s?{number})?\s?"
    hours = rf"{amount}{hour}(?:[0-5]\d|\s{any_of(told.get('half_hours', ()))})?"
    return re.compile(
        rf"(?<![\w'])(?:{any_of(told.get('sleepless', ()))}|(?:{sleep}|{slept}){links}\s(?:{how}|{hours}|\d+)"
        rf"|(?:{how}|{hours}){links}\s{behind}|{hours}\s(?:{any_of(told.get('of_sleep', ()))}\s)?{sleep})"
        rf"(?![\w'])",
        re.IGNORECASE,
    )


def _sleep_words(told: Mapping[str, list[str]]) -> tuple[str, str, str, str]:
    """Patterns for sleep, having slept, the same behind what is told of it, and the words between."""
    sleep, slept, behind, link = (
        any_of(told.get(name, ())) for name in ("sleep", "slept", "slept_behind", "sleep_links")
    )
    return sleep, slept, behind, rf"(?:\s{link}){{0,{MOST_LINKS}}}"
