"""Dates, times, numbers and lists as they are spoken, in the person's language."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from bot.conversation.calendar import clock
from bot.conversation.records import Unit
from bot.conversation.turn import Turn


def score(turn: Turn, value: float) -> str:
    """A rating without needless decimals: 6, 6.5."""
    return number(turn, f"{value:g}")


def number(turn: Turn, digits: str) -> str:
    """A number with a point, with the sign that their language has for it."""
    return digits.replace(".", turn.label("numbers", "point")) if "." in digits else digits


def amount(turn: Turn, value: float, unit: Unit) -> str:
    """So much of a paced activity: 12 minutes, 9 minutes and 30 seconds, 400 steps."""
    if unit != "minutes":
        return turn.words(f"pace-{unit}", count=round(value))
    minutes, seconds = divmod(round(value * 60), 60)
    parts = [turn.words("pace-minutes", count=minutes)] if minutes or not seconds else []
    parts += [turn.words("pace-seconds", count=seconds)] if seconds else []
    return in_a_phrase(turn, parts)


def weekday(turn: Turn, number: int) -> str:
    return turn.label("weekdays", f"day-{number}")


def day(turn: Turn, when: date) -> str:
    """Today, tomorrow, yesterday, a weekday within a week, else the date."""
    distance = (when - turn.today).days
    if -1 <= distance <= 1:
        return turn.label("days", ("yesterday", "today", "tomorrow")[distance + 1])
    name = weekday(turn, when.weekday())
    if abs(distance) < 7:
        return name
    return turn.label("days", "date", weekday=name, day=when.day, month=turn.label("months", f"month-{when.month}"))


def days(turn: Turn, numbers: Sequence[int]) -> str:
    """Weekdays as a phrase: every day, from Monday to Friday, on Monday and Wednesday."""
    chosen = tuple(sorted(set(numbers)))
    known = {(): "none", tuple(range(7)): "every", tuple(range(5)): "weekdays", (5, 6): "weekends"}
    if chosen in known:
        return turn.label("days", known[chosen])
    return turn.label("days", "on", days=in_a_phrase(turn, [weekday(turn, number) for number in chosen]))


def in_a_phrase(turn: Turn, items: Iterable[str]) -> str:
    """Items as a phrase: a, b and c."""
    *first, last = list(items) or [""]
    if not first:
        return last
    return turn.label("lists", "both", first=in_a_row(turn, first), last=last)


def in_a_row(turn: Turn, items: Iterable[str]) -> str:
    """Items side by side: a, b, c."""
    return turn.label("lists", "between").join(items)


def painful_places(turn: Turn) -> str:
    """Where it hurts, in words; the person's own words stay as they are."""
    return places(turn, turn.person.settings.places)


def places(turn: Turn, names: Iterable[str]) -> str:
    named = [painful_place(turn, name) for name in names]
    return in_a_phrase(turn, named) if named else turn.label("lists", "nothing")


def painful_place(turn: Turn, name: str) -> str:
    known = turn.library.words.find(turn.person.language, "body", name.replace("_", "-"))
    return known or name


def zone(name: str) -> str:
    """A zone as people write it; the sign of an `Etc` zone is the other way round."""
    if not name.startswith("Etc/"):
        return name.replace("_", " ")
    return name.removeprefix("Etc/").replace("GMT", "UTC").translate(str.maketrans("+-", "-+"))


def settings_of(turn: Turn) -> dict[str, Any]:
    """Every setting as words."""
    settings = turn.person.settings
    return {
        "check_in_time": clock(settings.check_in_time),
        "check_in_count": len(settings.check_in_days),
        "check_in_days": days(turn, settings.check_in_days),
        "clock": clock(turn.here.time()),
        "zone": zone(settings.zone),
        "zone_known": "yes" if settings.zone_is_known else "no",
        "places": painful_places(turn),
        "nudge_days": days(turn, settings.nudge_days),
        "nudge_count": len(settings.nudge_days),
        "nudge_time": clock(settings.nudge_time),
        "letter_day": weekday(turn, settings.letter_day)
        if settings.letter_day is not None
        else turn.label("days", "none"),
        "letters": "no" if settings.letter_day is None else "yes",
        "letter_time": clock(settings.letter_time),
        "weekly_questions": "yes" if settings.ask_peg else "no",
        "line": settings.bad_day_line,
        "pattern": turn.label("patterns", settings.pattern.replace("_", "-")),
        "pictures": "dark" if settings.dark_pictures else "light",
        "domains": in_a_phrase(turn, [domain(turn, name) for name in settings.interests]) or "",
        "domain_count": len(settings.interests),
    }


def domain(turn: Turn, name: str) -> str:
    return turn.words(f"nudge-domain-{name}".replace("_", "-"))
