"""What the words of one language mean for the readers of free text, made ready once from its phrases.

The phrases are data (`bot/content/phrases/<language>.yaml`); nothing here knows a language.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import time
from typing import Any, Literal, Self

from bot.conversation.records import DayKind

Half = Literal["am", "pm", "night"]
Unit = Literal["hour", "day", "week", "month", "year"]

LONGEST_READ = 500  # what a person answers to a question is said by then, and no text takes long
FRACTIONS = str.maketrans({"½": ".5", "¼": ".25", "¾": ".75"})
LOOKALIKES: dict[str, str | int | None] = {
    **dict.fromkeys("\u2018\u2019\u02bc\u00b4\u0060\uff07", "'"),
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
    **dict.fromkeys("\ufe0f\u20e3\u200b\u200c\u200d\u2060\ufeff\u00ad", ""),  # of keycap digits, and invisible ones
    "\u2044": "/",
    "\u066b": ".",
    "\U0001f51f": "10",
}
LONGEST_WORD = 30
LONGEST_ENDING, MOST_WORDS = 40, 4  # of the phrases that stand before a number
LAST_WORD = re.compile(r"([\w'.]+)\s$")
NEXT_WORD = re.compile(r"\s([\w'.]+)")
NOTHING = re.compile(r"(?!)")
NOON = 12


def normalise(text: str) -> str:
    """The text as the readers want it: small letters, plain digits and signs, single spaces, no sign at its end.

    Accents stay, a new line becomes a comma, and only the first 500 characters count.
    """
    text = re.sub(r"(?<=\d)\s+(?=[½¼¾])", "", text[:LONGEST_READ])
    text = re.sub(r"(?<!\d)(?=[½¼¾])", "0", text).translate(FRACTIONS)
    text = unicodedata.normalize("NFKC", text.translate(str.maketrans(LOOKALIKES)))[:LONGEST_READ].lower()
    text = "".join(str(unicodedata.decimal(letter, letter)) for letter in text)
    text = re.sub(r"\s*[\r\n]+\s*", ", ", text.strip())
    return re.sub(r"\s+", " ", text).rstrip(" .!?,;:…")


def without_accents(text: str) -> str:
    """The text in letters that every keyboard has, as many leave the accents out: "manana", "tres" for "três"."""
    if text.isascii():
        return text
    return "".join(letter for letter in unicodedata.normalize("NFD", text) if not unicodedata.combining(letter))


def any_of(phrases: Iterable[str]) -> str:
    """A pattern for one of the phrases, the longest first; it never matches when there are none."""
    longest_first = sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase))
    return f"(?:{'|'.join(map(re.escape, longest_first))})" if longest_first else NOTHING.pattern


def whole_words(phrases: Iterable[str]) -> re.Pattern[str]:
    """Finds one of the phrases where it is not a part of longer words."""
    return re.compile(rf"(?<![\w'])(?:{any_of(phrases)})(?![\w'])")


def phrase_at_end(text: str, phrases: frozenset[str]) -> str:
    """The longest of the phrases with which the text ends, as whole words; "" if it ends otherwise."""
    words = [word.lstrip("('\"") for word in text[-LONGEST_ENDING:].split()[-MOST_WORDS:]]
    endings = (" ".join(words[start:]) for start in range(len(words)))
    return next((ending for ending in endings if ending in phrases), "")


@dataclass(frozen=True, slots=True)
class NumberWords:
    """Numbers written out, and what makes a number count something."""

    values: Mapping[str, int]
    written: re.Pattern[str]
    shy: frozenset[str]
    beside_shy: frozenset[str]
    halves: re.Pattern[str]
    points: re.Pattern[str]
    counted: re.Pattern[str]

    @classmethod
    def from_data(cls, data: Mapping[str, Any], months: Iterable[str], ish: Iterable[str]) -> Self:
        values = {word: int(value) for value, words in data["words"].items() for word in words}
        tens = any_of(word for word, value in values.items() if 20 <= value < 100 and value % 10 == 0)
        ones = any_of(word for word, value in values.items() if 0 < value < 10)
        together = rf"(?P<tens>{tens}){any_of(data['between_tens_and_ones'])}(?P<ones>{ones})"
        units = any_of([*data["counted"], *months])
        plurals = rf"[^\W\d]{{3,}}{any_of(data['plural_ends'])}"
        exceptions = any_of(data["not_counted"])
        things = rf"(?:[^\W\d]+\s(?={plurals}\b))?(?!{exceptions}\b)(?:{units}|{plurals})"
        return cls(
            values=values,
            written=re.compile(rf"(?<![\w'])(?:{together}|(?P<word>{any_of(values)}))(?={any_of(ish)}\b|(?![\w']))"),
            shy=frozenset(data["shy"]),
            beside_shy=frozenset(data["beside_shy"]),
            halves=re.compile(rf"(?<=\d)(?:\s(?:{any_of(data['halves'])})|\s1/2)(?![\w/])"),
            points=re.compile(rf"(?<=\d)\s{any_of(data['points'])}\s(?=\d)"),
            counted=re.compile(rf"[\s-]*(?!{exceptions}(?!\w))(?:{things})(?!\w)"),
        )


@dataclass(frozen=True, slots=True)
class ScoreWords:
    """How people speak of a number from 0 to 10. `frame` are words that may stand around it and change nothing."""

    frame: frozenset[str]
    leads: frozenset[str]
    not_before: frozenset[str]
    ages: frozenset[str]
    present: frozenset[str]
    past: frozenset[str]
    minus: frozenset[str]
    after: re.Pattern[str]
    present_after: re.Pattern[str]
    past_after: re.Pattern[str]
    scales: re.Pattern[str]
    none: re.Pattern[str]
    worst: re.Pattern[str]
    same: re.Pattern[str]
    rating: re.Pattern[str]

    @classmethod
    def from_data(cls, data: Mapping[str, Any], months: Iterable[str]) -> Self:
        return cls(
            frame=frozenset(data["frame"]),
            not_before=frozenset([*data["not_before"], *months]),
            leads=frozenset(data["leads"]),
            ages=frozenset(data["ages"]),
            present=frozenset(data["present"]),
            past=frozenset(data["past"]),
            minus=frozenset(data["minus"]),
            after=whole_words(data["after"]),
            present_after=whole_words(data["present"]),
            past_after=whole_words(data["past"]),
            scales=re.compile(any_of(data["scales"])),
            none=whole_words(data["none"]),
            worst=whole_words(data["worst"]),
            same=whole_words(data["same"]),
            rating=_rating(data),
        )


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


@dataclass(frozen=True, slots=True)
class DayPart:
    """A part of the day; `alone` is the time it means when no hour is named, `twelve` the hour that twelve is in it."""

    half: Half
    alone: time | None
    twelve: int


@dataclass(frozen=True, slots=True)
class ClockWords:
    """How people speak of the time of day."""

    names: Mapping[str, time]
    name: re.Pattern[str]
    quarters: Mapping[str, int]
    quarter: re.Pattern[str]
    minutes: re.Pattern[str]
    past: frozenset[str]
    marks: re.Pattern[str]
    leads: frozenset[str]
    parts: Mapping[str, DayPart]
    part: re.Pattern[str]
    hours: re.Pattern[str]
    after: Mapping[str, int]
    after_the_hour: re.Pattern[str]
    less: frozenset[str]
    between: frozenset[str]

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> Self:
        names = {word: time.fromisoformat(moment) for moment, words in data["names"].items() for word in words}
        quarters = {word: int(minutes) for minutes, words in data["from_the_hour"].items() for word in words}
        parts = {word: _day_part(part) for part in data["parts"] for word in part["words"]}
        either = any_of([*data["past"], *data["to"]])
        after = {word: int(minutes) for minutes, words in data["after_the_hour"].items() for word in words}
        hour = rf"(?<![\w:./-])(?P<hour>\d{{1,2}})(?:\s?{any_of([*data['marks'], *data['hours']])})?"
        side = any_of([*data["past_after_the_hour"], *data["to_after_the_hour"]])
        return cls(
            names=names,
            name=whole_words(names),
            quarters=quarters,
            quarter=re.compile(rf"(?<!\w)(?P<quarter>{any_of(quarters)})\s(?P<hour>\d{{1,2}})(?!\d|[:./]\d)"),
            minutes=re.compile(
                rf"(?<![\w:./-])(?P<minutes>5|10|20|25)\s(?P<side>{either})\s(?P<hour>\d{{1,2}})(?!\d|[:./]\d)"
            ),
            past=frozenset(data["past"]),
            marks=re.compile(rf"\s?{any_of(data['marks'])}(?!\w)"),
            leads=frozenset(data["leads"]),
            parts=parts,
            part=re.compile(rf"(?<![^\W\d])(?P<part>{any_of(parts)})(?!\w)"),
            hours=re.compile(rf"\s?{any_of(data['hours'])}(?!\w)"),
            after=after,
            after_the_hour=re.compile(
                rf"{hour}\s(?:(?P<quarter>{any_of(after)})(?!\w)|(?P<side>{side})\s(?P<minutes>5|[0-5]\d)(?!\d|[:./]\d))"
            ),
            less=frozenset(data["to_after_the_hour"]),
            between=frozenset(data["between"]),
        )


def _day_part(data: Mapping[str, Any]) -> DayPart:
    alone = data.get("alone")
    twelve = data.get("twelve", NOON if data["half"] == "pm" else 0)
    return DayPart(data["half"], time.fromisoformat(alone) if alone else None, twelve)


@dataclass(frozen=True, slots=True)
class DayWords:
    """How people speak of days, weekdays and how long something lasts."""

    weekdays: Mapping[str, int]
    weekday: re.Pattern[str]
    weekday_range: re.Pattern[str]
    groups: Mapping[str, tuple[int, ...]]
    group: re.Pattern[str]
    none: frozenset[str]
    except_: re.Pattern[str]
    tomorrow: Mapping[str, int]
    tomorrow_word: re.Pattern[str]
    today: re.Pattern[str]
    inclusive: re.Pattern[str]
    next_weekday: re.Pattern[str]
    weekend_starts: re.Pattern[str]
    week_ends: re.Pattern[str]
    month_ends: re.Pattern[str]
    year_ends: re.Pattern[str]
    forever: re.Pattern[str]
    amounts: Mapping[str, float]
    units: Mapping[str, Unit]
    length: re.Pattern[str]
    lengths: Mapping[str, int]
    named_length: re.Pattern[str]
    ordinals: Mapping[str, int]
    day_of_month: re.Pattern[str]
    months: Mapping[str, int]
    month_alone: re.Pattern[str]
    end_of_month: re.Pattern[str]
    day_and_month: re.Pattern[str]
    month_and_day: re.Pattern[str]
    day_comes_first: bool | None

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> Self:
        weekdays = {word: int(day) for day, words in data["weekdays"].items() for word in words}
        groups = {word: tuple(group["days"]) for group in data["groups"] for word in group["words"]}
        tomorrow = {word: int(days) for days, words in data["tomorrow"].items() for word in words}
        amounts = {word: float(amount) for amount, words in data["amounts"].items() for word in words}
        units: dict[str, Unit] = {word: unit for unit, words in data["units"].items() for word in words}
        lengths = {word: int(days) for days, words in data["lengths"].items() for word in words}
        ordinals = {word: int(day) for day, words in data["ordinals"].items() for word in words}
        months = {word: int(month) for month, words in data["months"].items() for word in words}
        more = any_of(data["between_amount_and_unit"])
        weekday, month, through = any_of(weekdays), any_of(months), any_of(data["through"])
        numbered = rf"\d{{1,2}}\s?{any_of(data['ordinal_ends'])}"
        day = rf"(?P<day>{numbered}|\d{{1,2}}|{any_of(ordinals)})"
        year = rf"(?:,?\s(?:{any_of(data['of'])}\s)?(?P<year>\d{{4}}))?"
        return cls(
            weekdays=weekdays,
            weekday=whole_words(weekdays),
            weekday_range=re.compile(rf"(?<!\w)(?P<first>{weekday})\s*{through}\s*(?P<last>{weekday})(?!\w)"),
            groups=groups,
            group=whole_words(groups),
            none=frozenset(data["none"]),
            except_=re.compile(rf"(?<![\w']){any_of(data['except'])}\s"),
            tomorrow=tomorrow,
            tomorrow_word=whole_words(tomorrow),
            today=whole_words(data["today"]),
            inclusive=whole_words(data["inclusive"]),
            next_weekday=re.compile(
                rf"(?<!\w)(?:{any_of(data['next'])}\s(?P<day>{weekday})|(?P<of_next>{weekday})\s{any_of(data['next_week'])})(?!\w)"
            ),
            weekend_starts=whole_words(data["weekend_starts"]),
            week_ends=whole_words(data["week_ends"]),
            month_ends=whole_words(data["month_ends"]),
            year_ends=whole_words(data["year_ends"]),
            forever=whole_words(data["forever"]),
            amounts=amounts,
            units=units,
            length=re.compile(
                rf"(?<![\w.,])(?P<amount>\d{{1,3}}(?:[.,]\d{{1,2}})?|{any_of(amounts)})\s?(?:{more}\s)?(?P<unit>{any_of(units)})(?!\w)"
            ),
            lengths=lengths,
            named_length=whole_words(lengths),
            ordinals=ordinals,
            day_of_month=re.compile(
                rf"(?<![\w.,:/-])(?:(?P<day>{numbered})|{any_of(data['before_ordinal'])}\s(?P<word>{any_of(ordinals)})"
                rf"|{any_of(data['before_day'])}\s(?P<number>\d{{1,2}})(?![:.,/]\d))(?!\w)"
            ),
            months=months,
            month_alone=re.compile(rf"(?:^|.*(?<!\w){any_of(data['until'])}\s)(?P<month>{month})(?!\w)"),
            end_of_month=re.compile(rf"(?<!\w){any_of(data['inclusive'])}\s(?P<month>{month})(?!\w)"),
            day_and_month=re.compile(
                rf"(?<![\w.,:/-]){day}\s?(?:{any_of(data['of'])}\s)?(?P<month>{month}){year}(?!\w)"
            ),
            month_and_day=re.compile(rf"(?<!\w)(?P<month>{month})\s(?:the\s)?{day}{year}(?![\w:])"),
            day_comes_first=data["day_comes_first"],
        )


@dataclass(frozen=True, slots=True)
class BodyWords:
    """What people call the places where it hurts."""

    places: Mapping[str, str]
    joint: re.Pattern[str]
    fillers: frozenset[str]

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> Self:
        return cls(
            places={without_accents(word): place for place, words in data["places"].items() for word in words},
            joint=re.compile(rf"[,;/&+\n]|\.\s|(?<!\w){any_of(data['joints'])}(?!\w)", re.IGNORECASE),
            fillers=frozenset(map(without_accents, data["fillers"])),
        )


@dataclass(frozen=True, slots=True)
class CheckInWords:
    """How people tell of a whole day in one sentence. In a language without these words only its numbers are read.

    `sleep_scores` find a rating of sleep as `value`, some with the words `badly` or `well` before it; `slept` finds
    sleep told in words. `kinds` and `places` map a phrase to what it means, or to `None` when it only looks like one.
    """

    breaks: re.Pattern[str]
    plain: frozenset[str]
    sleep_scores: tuple[re.Pattern[str], ...]
    slept: re.Pattern[str]
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
        places = {**body.places, **dict.fromkeys(told.get("not_places", ()))}
        return cls(
            breaks=re.compile(rf"[,.](?!\d)|[;!?()\n]|\s-\s|(?<![\w']){any_of(told.get('breaks', ()))}(?![\w'])"),
            plain=frozenset(told.get("plain", ())),
            sleep_scores=_sleep_scores(told, scores),
            slept=_slept(told, scores, days, numbers),
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
    """ "Slept badly, 3", "slept 3/10", "sleep 3", "slept a 3", "3 for sleep"; not "slept 3", which is rather hours."""
    sleep, slept, links = (any_of(told.get(name, ())) for name in ("sleep", "slept", "sleep_links"))
    badly, well = (any_of(told.get(name, ())) for name in ("slept_badly", "slept_well"))
    of_ten = rf"\s*{any_of(scores['out_of'])}\s*10(?!\d)"
    value = r"(?P<value>10|\d(?:[.,]5)?)(?![.,:]?\d)(?!\s*-\s*\d)"
    either = rf"(?<![\w'])(?:{sleep}|{slept})(?:\s{links})*"
    return (
        re.compile(
            rf"{either}\s(?:(?P<badly>{badly})|(?P<well>{well}))[\s,:;-]+{value}(?:{of_ten})?(?=\s*(?:$|[,;.)]))"
        ),
        re.compile(rf"{either}\s?[:=-]?\s?{value}{of_ten}"),
        re.compile(rf"(?<![\w']){sleep}(?:\s{links})*\s?[:=-]?\s?{value}"),
        re.compile(rf"(?<![\w']){slept}(?:\s{links})*\s{any_of(scores['articles'])}\s{value}"),
        re.compile(rf"(?<![\w.,]){value}{of_ten}\s(?:{any_of(told.get('for_sleep', ()))}\s)?{sleep}(?!\w)"),
        re.compile(rf"(?<![\w.,]){value}\s{any_of(told.get('for_sleep', ()))}\s{sleep}(?!\w)"),
    )


def _slept(
    told: Mapping[str, list[str]], scores: Mapping[str, Any], days: DayWords, numbers: NumberWords
) -> re.Pattern[str]:
    """Sleep without a rating: "slept 4h", "five hours of sleep", "slept badly", "bad night"."""
    sleep, slept, links = (any_of(told.get(name, ())) for name in ("sleep", "slept", "sleep_links"))
    how = any_of([*told.get("slept_badly", ()), *told.get("slept_well", ())])
    hours = any_of(word for word, unit in days.units.items() if unit == "hour")
    number = rf"(?:\d+(?:[.,]\d+)?|{any_of(numbers.values)})"
    amount = rf"{number}(?:\s?(?:-|{any_of(scores['joints'])})\s?{number})?\s?"
    return re.compile(
        rf"(?<![\w'])(?:{any_of(told.get('sleepless', ()))}|(?:{sleep}|{slept})(?:\s{links})*\s{how}"
        rf"|(?:{sleep}|{slept})(?:\s{links})*\s(?:{amount}{hours}|\d+)|{amount}{hours}\s(?:of\s)?(?:{sleep}))(?![\w'])",
        re.IGNORECASE,
    )


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Everything the readers of this folder know of one language."""

    numbers: NumberWords
    scores: ScoreWords
    clock: ClockWords
    days: DayWords
    body: BodyWords
    check_in: CheckInWords

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> Self:
        """Raises `ValueError` when a phrase is no text, as an unquoted `no` is none in YAML."""
        for section in ("numbers", "scores", "clock", "days", "body"):
            _check_phrases(section, data[section])
        _check_phrases("check_in", data.get("check_in", {}))
        plain = _without_accents(data)
        days, body = DayWords.from_data(plain["days"]), BodyWords.from_data(plain["body"])
        numbers = NumberWords.from_data(plain["numbers"], days.months, plain["scores"]["ish"])
        told = plain.get("check_in", {})
        return cls(
            numbers=numbers,
            scores=ScoreWords.from_data(plain["scores"], days.months),
            clock=ClockWords.from_data(plain["clock"]),
            days=days,
            body=body,
            check_in=CheckInWords.from_data(told, data["scores"], numbers=numbers, days=days, body=body),
        )

    def with_digits(self, text: str) -> str:
        """The normalised text with its numbers in digits: "six and a half" becomes "6.5"."""
        return self.numbers.points.sub(".", self.numbers.halves.sub(".5", self.with_whole_numbers(text)))

    def with_whole_numbers(self, text: str) -> str:
        """The normalised text with its whole numbers in digits, and the halves still in words."""
        text = without_accents(text)
        return self.numbers.written.sub(lambda match: self._digits(text, match), text)

    def counts_something(self, text: str, end: int) -> bool:
        """Whether a number that ends there counts something: a dose, a distance, hours, stairs."""
        return self.numbers.counted.match(text, end) is not None

    def _digits(self, text: str, match: re.Match[str]) -> str:
        if match["tens"]:
            return str(self.numbers.values[match["tens"]] + self.numbers.values[match["ones"]])
        if match["word"] in self.numbers.shy and not self._stands_alone(text, match):
            return match["word"]
        return str(self.numbers.values[match["word"]])

    def _stands_alone(self, text: str, match: re.Match[str]) -> bool:
        before = LAST_WORD.search(text, max(0, match.start() - LONGEST_WORD), match.start())
        after = NEXT_WORD.match(text, match.end())
        return all(word is None or word[1] in self.numbers.beside_shy for word in (before, after))


def _without_accents(data: Any) -> Any:
    match data:
        case str():
            return without_accents(data)
        case list():
            return [_without_accents(item) for item in data]
        case dict():
            return {_without_accents(name): _without_accents(value) for name, value in data.items()}
        case _:
            return data


def _check_phrases(path: str, data: Any) -> None:
    if isinstance(data, Mapping):
        for name, value in data.items():
            _check_phrases(f"{path}.{name}", value)
    if isinstance(data, list):
        for phrase in data:
            if not isinstance(phrase, str | int | Mapping) or isinstance(phrase, bool):
                raise ValueError(f"The phrase {phrase!r} under {path} is no text; put it in quotes.")
            _check_phrases(path, phrase)
