"""Longer pictures: four weeks and three months, light or dark, with the same in words.

A picture shows and never judges: no trend is drawn or told. With nothing really changing, one week in four or five
looks a point better by luck, and a straight line through four steady weeks looks real in one case of four
(docs/clinical.md).
"""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Literal

from bot.conversation.effects import PictureDay, PictureWeek, Recall, WeeksPicture
from bot.conversation.person import Place
from bot.conversation.records import Records
from bot.conversation.turn import Turn
from bot.programme import settings, spoken
from bot.programme.parts import Part
from bot.progress.week import LONGEST_FLARE, Day, Week, weeks_until

KIND = "weekly"
MONTH, THREE_MONTHS = "month", "three_months"  # why the records are recalled
WEEKS = {MONTH: 4, THREE_MONTHS: 13}
ON_IT: dict[Literal["days", "weeks"], str] = {"days": "month-picture", "weeks": "three-months-picture"}


def month(turn: Turn, words: str) -> Turn:
    """Their last four weeks, or three months when those are named: "/month 3"."""
    return three_months(turn, words) if turn.reader.value(words) == 3 else _recall(turn, MONTH)


def three_months(turn: Turn, words: str) -> Turn:
    return _recall(turn, THREE_MONTHS)


def _recall(turn: Turn, purpose: str) -> Turn:
    first = turn.today - timedelta(days=7 * WEEKS[purpose] - 1)
    return turn.doing(Recall(purpose, first - LONGEST_FLARE))


def dark(turn: Turn, words: str) -> Turn:
    """ "Dark pictures": from now on."""
    return turn.setting(dark_pictures=True).say("settings", "pictures-dark", options=turn.commands("week", "month"))


def light(turn: Turn, words: str) -> Turn:
    return turn.setting(dark_pictures=False).say("settings", "pictures-light", options=turn.commands("week", "month"))


def _look_chosen(turn: Turn, place: Place) -> Turn:
    """Dark or light, from the list of settings."""
    look = place.answers["look"]
    if look == "skip":
        return settings.kept(turn, place)
    return settings.changed(turn, place, f"pictures-{look}", dark_pictures=look == "dark")


def show_month(turn: Turn, records: Records) -> Turn:
    weeks = weeks_until(turn.today, WEEKS[MONTH], records)
    if _are_empty(weeks):
        return turn.say(KIND, "month-empty", options=turn.commands("checkin", "months"))
    told = _in_words(turn, weeks, _days_in_words)
    labels = [_dates(turn, week) for week in weeks]
    picture = _picture(turn, weeks, labels, "days")
    return turn.say(KIND, "month-told", attachment=picture, days=told, options=turn.commands("months"))


def show_three_months(turn: Turn, records: Records) -> Turn:
    weeks = weeks_until(turn.today, WEEKS[THREE_MONTHS], records)
    if _are_empty(weeks):
        return turn.say(KIND, "three-months-empty", options=turn.commands("checkin"))
    told = _in_words(turn, weeks, _sums_in_words)
    firsts = [week.days[0].date for week in weeks]
    befores = [None, *firsts]
    labels = [_first_day(turn, first, before) for first, before in zip(firsts, befores, strict=False)]
    return turn.say(KIND, "three-months-told", attachment=_picture(turn, weeks, labels, "weeks"), days=told)


def _are_empty(weeks: tuple[Week, ...]) -> bool:
    return all(week.is_empty for week in weeks) and not any(day.flare for week in weeks for day in week.days)


def _picture(turn: Turn, weeks: tuple[Week, ...], labels: list[str], detail: Literal["days", "weeks"]) -> WeeksPicture:
    said = {
        word: turn.label(ON_IT[detail], word)
        for word in ("title", "pain", "band", "breath", "step", "flare", "missing")
    }
    columns = (PictureWeek(label, _shown(week)) for label, week in zip(labels, weeks, strict=True))
    return WeeksPicture(
        said["title"],
        tuple(columns),
        detail,
        said["pain"],
        said["band"],
        said["breath"],
        said["step"],
        said["flare"],
        said["missing"],
        turn.person.settings.dark_pictures,
    )


def _shown(week: Week) -> tuple[PictureDay, ...]:
    return tuple(PictureDay("", day.pain, day.breaths, day.steps, day.rested, day.flare) for day in week.days)


# The same that the pictures show, for those who do not see them.


def _in_words(turn: Turn, weeks: tuple[Week, ...], parts_of: Callable[[Turn, Week], list[str]]) -> str:
    """A line for each week; weeks without anything that follow each other share one."""
    lines: list[tuple[Week, Week, str]] = []
    for week in weeks:
        told = "; ".join(parts_of(turn, week))
        if lines and not told and not lines[-1][2]:
            lines[-1] = (lines[-1][0], week, told)
        else:
            lines.append((week, week, told))
    return "\n".join(_told(turn, *line) for line in lines)


def _told(turn: Turn, first: Week, last: Week, told: str) -> str:
    return turn.words(
        "month-week",
        first=_date(turn, first.days[0].date),
        last=_date(turn, last.days[-1].date),
        told=told or turn.label("month-picture", "missing"),
    )


def _days_in_words(turn: Turn, week: Week) -> list[str]:
    pains = _listed(turn, [(day, spoken.score(turn, day.pain)) for day in week.days if day.pain is not None])
    breaths = _listed(turn, [(day, str(day.breaths)) for day in week.days if day.breaths])
    steps = _listed(turn, [(day, str(day.steps)) for day in week.days if day.steps])
    flare = _listed(turn, [(day, "") for day in week.days if day.flare])
    told = {"pain": pains, "breaths": breaths, "steps": steps, "flare": flare}
    return [turn.label("month-days", name, days=days) for name, days in told.items() if days]


def _listed(turn: Turn, days: list[tuple[Day, str]]) -> str:
    """Mon 5, Tue 6."""
    named = (f"{turn.label('weekdays', f'short-{day.date.weekday()}')} {value}" for day, value in days)
    return spoken.in_a_row(turn, [word.strip() for word in named])


def _sums_in_words(turn: Turn, week: Week) -> list[str]:
    told = [day.pain for day in week.days if day.pain is not None]
    flares = sum(day.flare for day in week.days)
    parts = []
    if told:
        low, high = spoken.score(turn, min(told)), spoken.score(turn, max(told))
        same = "yes" if low == high else "no"
        parts.append(turn.words("three-months-pain", before=low, pain=high, same=same, count=len(told)))
    parts += [turn.words("week-day-breaths", count=week.breaths)] if week.breaths else []
    parts += [turn.words("week-day-steps", count=week.steps)] if week.steps else []
    parts += [turn.words("three-months-flare", count=flares)] if flares else []
    return parts


def _dates(turn: Turn, week: Week) -> str:
    """From 2 to 8 Mar, as short as can be."""
    first, last = week.days[0].date, week.days[-1].date
    begins = str(first.day) if first.month == last.month else _date(turn, first)
    return turn.label("dates", "span", first=begins, last=_date(turn, last))


def _first_day(turn: Turn, first: date, before: date | None) -> str:
    """The date, of which the month is said once."""
    return str(first.day) if before and before.month == first.month else _date(turn, first)


def _date(turn: Turn, when: date) -> str:
    return turn.label("dates", "day", day=when.day, month=turn.label("short-months", f"month-{when.month}"))


PARTS = {"pictures": Part(_look_chosen)}
