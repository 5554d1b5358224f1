"""What the words of one language mean for the readers of free text, made ready once from its phrases.

The phrases are data (`bot/content/phrases/<language>.yaml`); nothing here knows a language.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import time
from typing import Any, Literal, Self

Half = Literal["am", "morning", "noon", "pm", "night"]
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
LIGATURES = str.maketrans({"ß": "ss", "œ": "oe", "æ": "ae"})
SECTIONS = ("numbers", "scores", "clock", "days", "body")
LONGEST_WORD = 30
LONGEST_ENDING, MOST_WORDS = 40, 4  # of the phrases that stand before a number
LAST_WORD = re.compile(r"([\w'.]+)\s$")
NEXT_WORD = re.compile(r"\s([\w'.]+)")
NOTHING = re.compile(r"(?!)")


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


def plain(text: str) -> str:
    """The normalised text as it is compared with phrases: without accents, which many people leave out."""
    return without_accents(normalise(text))


def without_accents(text: str) -> str:
    if text.isascii():
        return text
    letters = unicodedata.normalize("NFD", text.translate(LIGATURES))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


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

    values: Mapping[str, float]
    written: re.Pattern[str]
    shy: frozenset[str]
    beside_shy: frozenset[str]
    halves: re.Pattern[str]
    points: re.Pattern[str]
    counted: re.Pattern[str]

    @classmethod
    def from_data(cls, data: Mapping[str, Any], months: Iterable[str], ish: Iterable[str]) -> Self:
        values: dict[str, float] = {word: value for value, words in data["words"].items() for word in words}
        tens = any_of(word for word, value in values.items() if 20 <= value < 100 and value % 10 == 0)
        ones = any_of(word for word, value in values.items() if 0 < value < 10)
        tens_first = rf"(?P<tens>{tens}){any_of(data['between_tens_and_ones'])}(?P<ones>{ones})"
        ones_first = rf"(?P<first>{ones}){any_of(data.get('between_ones_and_tens', ()))}(?P<then>{tens})"
        units = any_of([*data["counted"], *months])
        plurals = rf"[^\W\d]{{3,}}{any_of(data['plural_ends'])}"
        exceptions = any_of(data["not_counted"])
        described = rf"[^\W\d]+\s(?={plurals}\b)|[^\W\d]+{any_of(data.get('adjective_ends', ()))}\s"
        things = rf"(?:{described})?(?!{exceptions}\b)(?:{units}|{plurals})"
        glued = any_of(data.get("glued_halves", ()))
        return cls(
            values=values,
            written=re.compile(
                rf"(?<![\w'])(?:{tens_first}|{ones_first}|(?P<word>{any_of(values)}))"
                rf"(?=(?:{any_of(ish)}|{glued})\b|(?![\w']))"
            ),
            shy=frozenset(data["shy"]),
            beside_shy=frozenset(data["beside_shy"]),
            halves=re.compile(rf"(?<=\d)(?:\s(?:{any_of(data['halves'])})|{glued}|\s1/2)(?![\w/])"),
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
            scales=re.compile(rf"{any_of(data['scales'])}|{_late_hour(data)}"),
            none=whole_words(data["none"]),
            worst=whole_words(data["worst"]),
            same=whole_words(data["same"]),
            rating=_rating(data),
        )


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


@dataclass(frozen=True, slots=True)
class DayPart:
    """A part of the day; `alone` is the time it means when no hour is named."""

    half: Half
    alone: time | None


@dataclass(frozen=True, slots=True)
class ClockWords:
    """How people speak of the time of day."""

    names: Mapping[str, time]
    name: re.Pattern[str]
    quarters: Mapping[str, int]
    quarter: re.Pattern[str]
    minutes: re.Pattern[str]
    past: frozenset[str]
    quarters_behind: Mapping[str, int]
    behind: re.Pattern[str]
    to_behind: frozenset[str]
    between: frozenset[str]
    replaced: frozenset[str]
    marks: re.Pattern[str]
    leads: frozenset[str]
    parts: Mapping[str, DayPart]
    part: re.Pattern[str]
    hours: re.Pattern[str]

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> Self:
        names = {word: time.fromisoformat(moment) for moment, words in data["names"].items() for word in words}
        quarters = {word: int(minutes) for minutes, words in data["from_the_hour"].items() for word in words}
        parts = {word: _day_part(part) for part in data["parts"] for word in part["words"]}
        behind = {word: int(minutes) for minutes, words in data.get("after_the_hour", {}).items() for word in words}
        past_behind, to_behind = (data.get(f"{side}_after_the_hour", ()) for side in ("past", "to"))
        hours, marks = data.get("hours", ()), data["marks"]
        either, side = any_of([*data["past"], *data["to"]]), any_of([*past_behind, *to_behind])
        parts_with_names = (part for part in parts if whole_words(names).search(part))
        return cls(
            names=names,
            name=whole_words([*names, *parts_with_names]),
            quarters=quarters,
            quarter=re.compile(rf"(?<!\w)(?P<quarter>{any_of(quarters)})\s(?P<hour>\d{{1,2}})(?!\d|[:./]\d)"),
            minutes=re.compile(
                rf"(?<![\w:./-])(?P<minutes>5|10|20|25)\s(?P<side>{either})\s(?P<hour>\d{{1,2}})(?!\d|[:./]\d)"
            ),
            past=frozenset(data["past"]),
            quarters_behind=behind,
            behind=re.compile(
                rf"(?<![\w:./-])(?P<hour>\d{{1,2}})(?:\s?{any_of([*hours, *marks])})?"
                rf"(?:\s(?P<quarter>{any_of(behind)})|\s?(?P<side>{side})\s?(?P<minutes>[0-5]\d|5))(?![\w:]|[./,]\d)"
            ),
            to_behind=frozenset(to_behind),
            between=frozenset(data.get("between", ())),
            replaced=frozenset(data.get("replaced", ())),
            marks=re.compile(rf"\s?{any_of(marks)}(?!\w)"),
            leads=frozenset(data["leads"]),
            parts=parts,
            part=re.compile(rf"(?<![^\W\d])(?P<part>{any_of(parts)})(?!\w)"),
            hours=re.compile(rf"\s?{any_of(hours)}(?!\w)"),
        )


def _day_part(data: Mapping[str, Any]) -> DayPart:
    alone = data.get("alone")
    return DayPart(data["half"], time.fromisoformat(alone) if alone else None)


@dataclass(frozen=True, slots=True)
class DayWords:
    """How people speak of days, weekdays and how long something lasts."""

    weekdays: Mapping[str, int]
    short_weekdays: Mapping[str, str]
    short_weekday: re.Pattern[str]
    weekday_list: re.Pattern[str]
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
        short = {
            word: data["weekdays"][day][0] for day, words in data.get("short_weekdays", {}).items() for word in words
        }
        groups = {word: tuple(group["days"]) for group in data["groups"] for word in group["words"]}
        tomorrow = {word: int(days) for days, words in data["tomorrow"].items() for word in words}
        amounts = {word: float(amount) for amount, words in data["amounts"].items() for word in words}
        units: dict[str, Unit] = {word: unit for unit, words in data["units"].items() for word in words}
        lengths = {word: int(days) for days, words in data["lengths"].items() for word in words}
        ordinals = {word: int(day) for day, words in data["ordinals"].items() for word in words}
        months = {word: int(month) for month, words in data["months"].items() for word in words}
        more = any_of(data["between_amount_and_unit"])
        weekday, month, through = any_of(weekdays), any_of(months), any_of(data["through"])
        either = any_of([*weekdays, *short])
        comma = rf"\s?(?:[,/&+-]|{any_of([*data['through'], *data.get('and', ())])}(?!\w))?\s?"
        list_starts = any_of(data.get("before_short_weekday", ()))
        numbered = rf"\d{{1,2}}\s?{any_of(data['ordinal_ends'])}"
        day = rf"(?P<day>{numbered}|\d{{1,2}}|{any_of(ordinals)})"
        year = rf"(?:,?\s(?:{any_of(data['of'])}\s)?(?P<year>\d{{4}}))?"
        return cls(
            weekdays=weekdays,
            short_weekdays=short,
            short_weekday=whole_words(short),
            weekday_list=re.compile(
                rf"(?<![\w'])(?:{list_starts}\s)?{either}(?:{comma}{either})+(?![\w'])"
                rf"|^{any_of(short)}$|(?<!\w){list_starts}\s{any_of(short)}(?![\w'])"
            ),
            weekday=whole_words(weekdays),
            weekday_range=re.compile(rf"(?<!\w)(?P<first>{weekday})\s*{through}\s*(?P<last>{weekday})(?!\w)"),
            groups=groups,
            group=whole_words(groups),
            none=frozenset(data["none"]),
            except_=re.compile(rf"(?<![\w']){any_of(data['except'])}\s"),
            tomorrow=tomorrow,
            tomorrow_word=re.compile(
                rf"(?<![\w'])(?:{weekday}\s{any_of(tomorrow)}|(?P<word>{any_of(tomorrow)}))(?![\w'])"
            ),
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
                rf"|{any_of(data.get('before_day', ()))}\s(?P<number>\d{{1,2}})(?![.,:]\d|\s?[:/%]))(?!\w)"
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
    elision: re.Pattern[str]
    fillers: frozenset[str]

    @classmethod
    def from_data(cls, data: Mapping[str, Any], accented_joints: Iterable[str]) -> Self:
        """The joints are needed with their accents too: a list of places is parted as it was typed."""
        joints = any_of([*data["joints"], *accented_joints])
        return cls(
            places={word: place for place, words in data["places"].items() for word in words},
            joint=re.compile(rf"[,;/&+\n]|\.\s|(?<!\w){joints}(?!\w)", re.IGNORECASE),
            elision=re.compile(rf"(?<!\w){any_of(data.get('elisions', ()))}(?=\w)"),
            fillers=frozenset(data["fillers"]),
        )


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Everything the readers of this folder know of one language."""

    numbers: NumberWords
    scores: ScoreWords
    clock: ClockWords
    days: DayWords
    body: BodyWords

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> Self:
        """Raises `ValueError` when a phrase is no text, as an unquoted `no` is none in YAML."""
        spellings = str.maketrans(data.get("spellings", {}))
        phrases = {section: _phrases(section, data[section], spellings) for section in SECTIONS}
        days = DayWords.from_data(phrases["days"])
        return cls(
            numbers=NumberWords.from_data(phrases["numbers"], days.months, phrases["scores"]["ish"]),
            scores=ScoreWords.from_data(phrases["scores"], days.months),
            clock=ClockWords.from_data(phrases["clock"]),
            days=days,
            body=BodyWords.from_data(phrases["body"], data["body"]["joints"]),
        )

    def with_digits(self, text: str) -> str:
        """The plain text with its numbers in digits: "six and a half" becomes "6.5"."""
        return self.numbers.points.sub(".", self.numbers.halves.sub(".5", self.with_whole_numbers(text)))

    def with_whole_numbers(self, text: str) -> str:
        """The same with halves still in words: "half past six and a half" is "half past 6 and a half"."""
        return self.numbers.written.sub(lambda match: self._digits(text, match), text)

    def counts_something(self, text: str, end: int) -> bool:
        """Whether a number that ends there counts something: a dose, a distance, hours, stairs."""
        return self.numbers.counted.match(text, end) is not None

    def _digits(self, text: str, match: re.Match[str]) -> str:
        tens, ones = match["tens"] or match["then"], match["ones"] or match["first"]
        if tens:
            return str(self.numbers.values[tens] + self.numbers.values[ones])
        if match["word"] in self.numbers.shy and not self._stands_alone(text, match):
            return match["word"]
        return str(self.numbers.values[match["word"]])

    def _stands_alone(self, text: str, match: re.Match[str]) -> bool:
        before = LAST_WORD.search(text, max(0, match.start() - LONGEST_WORD), match.start())
        after = NEXT_WORD.match(text, match.end())
        return all(word is None or word[1] in self.numbers.beside_shy for word in (before, after))


def _phrases(path: str, data: Any, spellings: Mapping[int, str]) -> Any:
    """The same data, each phrase as `plain` leaves it, and as it is typed where a letter is missing: "fuenf"."""
    if isinstance(data, Mapping):
        return {name: _phrases(f"{path}.{name}", value, spellings) for name, value in data.items()}
    if not isinstance(data, list):
        return data
    for phrase in data:
        if not isinstance(phrase, str | int | Mapping) or isinstance(phrase, bool):
            raise ValueError(f"The phrase {phrase!r} under {path} is no text; put it in quotes.")
    if not all(isinstance(phrase, str) for phrase in data):
        return [_phrases(path, phrase, spellings) for phrase in data]
    return [
        without_accents(spelled) for phrase in data for spelled in dict.fromkeys((phrase, phrase.translate(spellings)))
    ]
