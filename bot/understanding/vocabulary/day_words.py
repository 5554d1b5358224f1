"""What people call days, weekdays, months and lengths of time."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, Self

from bot.understanding.vocabulary.patterns import any_of, whole_words

Unit = Literal["hour", "day", "week", "month", "year"]


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
                rf"(?<!\w)(?:{any_of(data.get('next', ()))}\s(?P<day>{weekday})"
                rf"|(?P<of_next>{weekday})\s{any_of(data['next_week'])})(?!\w)"
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
