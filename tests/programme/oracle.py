"""What the rows say, counted a second time and without a line of the programme's own counting."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from bot.conversation.effects import PictureDay
from bot.conversation.records import (
    Breathing,
    CheckIn,
    ComfortStep,
    Fact,
    Flare,
    Go,
    Ladder,
    Noted,
    Questionnaire,
    Stretch,
)

WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True, slots=True)
class Book:
    """All rows of a person."""

    rows: tuple[Fact, ...]

    def of(self, kind: type[Any], first: date, last: date) -> list[Any]:
        """Those of one kind on these dates, in the order in which they came."""
        found = [row for row in self.rows if isinstance(row, kind) and first <= row.local_date <= last]
        return sorted(found, key=lambda row: row.entry)

    def pain(self, day: date) -> float | None:
        """The newest score of a date. A score that was put right is another one, later, so that it never counts."""
        told = self.of(CheckIn, day, day)
        return told[-1].pain if told else None

    def sleep(self, day: date) -> float | None:
        told = [row.sleep for row in self.of(CheckIn, day, day) if row.sleep is not None]
        return told[-1] if told else None

    def has_kind(self, day: date, kind: str) -> bool:
        return any(row.day == kind for row in self.of(CheckIn, day, day))

    def breaths(self, first: date, last: date) -> int:
        return sum(row.seconds > 0 for row in self.of(Breathing, first, last))

    def steps(self, first: date, last: date) -> int:
        """Small ones, and goes at a rung of which anything was told."""
        told = [(row.happened, row.harder, row.pain_after, row.found) for row in self.of(Go, first, last)]
        return self.small_steps(first, last) + sum(any(part is not None for part in parts) for parts in told)

    def small_steps(self, first: date, last: date) -> int:
        return sum(row.outcome in ("done", "some") for row in self.of(ComfortStep, first, last))

    def in_flare(self, day: date) -> bool:
        """Until it has ended a flare goes on."""
        flares = [row for row in self.rows if isinstance(row, Flare) and row.local_date <= day]
        return any(row.ended_on is None or row.ended_on >= day for row in flares)

    def picture_day(self, day: date, label: str) -> PictureDay:
        rested = self.has_kind(day, "rested")
        return PictureDay(
            label, self.pain(day), self.breaths(day, day), self.steps(day, day), rested, self.in_flare(day)
        )


def dates(first: date, last: date) -> list[date]:
    return [first + timedelta(days=number) for number in range((last - first).days + 1)]


def told_by_letter(book: Book, last: date, line: int) -> dict[str, int]:
    """The counts of a week's letter, without those that are nought."""
    first = last - timedelta(days=6)
    days = dates(first, last)
    counts = {
        "checked in": sum(book.pain(day) is not None for day in days),
        "breathe": book.breaths(first, last),
        "steps": book.steps(first, last),
        "pace": len({row.local_date for row in book.of(Stretch, first, last)}),
        "rested": sum(book.has_kind(day, "rested") for day in days),
        "paced": sum(book.has_kind(day, "paced") for day in days),
    }
    hard = sum((pain := book.pain(day)) is not None and pain >= line for day in days)
    return {name: count for name, count in counts.items() if count} | ({"hard": hard} if hard >= 3 else {})


def told_by_insights(book: Book, last: date) -> dict[str, int]:
    """The counts before what goes together, over 120 days. A day counts as paced by what was done as well."""
    first = last - timedelta(days=120)
    days = dates(first, last)
    done = {row.local_date for row in book.of(Stretch, first, last) if row.kind == "done"}
    counts = {
        "checked in": sum(book.pain(day) is not None for day in days),
        "breathe": book.breaths(first, last),
        "steps": book.steps(first, last),
        "rested": sum(book.has_kind(day, "rested") for day in days),
        "paced": sum(book.has_kind(day, "paced") or day in done for day in days),
    }
    return {name: count for name, count in counts.items() if count}


def day_in_words(book: Book, day: date) -> str:
    """A line of the week's picture."""
    told = [] if book.pain(day) is None else [f"pain {book.pain(day):g}"]
    told += counted(book.breaths(day, day), "breath", "breaths") + counted(book.steps(day, day), "step", "steps")
    told += ["rest"] * book.has_kind(day, "rested") + ["flare"] * book.in_flare(day)
    return f"{WEEKDAYS[day.weekday()]}: {', '.join(told) or 'no entry'}"


def counted(count: int, one: str, more: str) -> list[str]:
    return [f"{count} {one if count == 1 else more}"] if count else []


def weeks_in_words(book: Book, last: date, count: int, *, by_day: bool) -> list[str]:
    """The lines of a longer picture; empty weeks in a row share one."""
    lines: list[tuple[date, date, str]] = []
    for back in range(count - 1, -1, -1):
        end = last - timedelta(days=7 * back)
        days = dates(end - timedelta(days=6), end)
        told = "; ".join(_by_day(book, days) if by_day else _by_week(book, days))
        if lines and not told and not lines[-1][2]:
            lines[-1] = (lines[-1][0], end, "")
        else:
            lines.append((days[0], end, told))
    return [f"{_date(first)} to {_date(end)}: {told or 'no entry'}" for first, end, told in lines]


def _by_day(book: Book, days: list[date]) -> list[str]:
    pains = [f"{_name(day)} {book.pain(day):g}" for day in days if book.pain(day) is not None]
    breaths = [f"{_name(day)} {count}" for day in days if (count := book.breaths(day, day))]
    steps = [f"{_name(day)} {count}" for day in days if (count := book.steps(day, day))]
    flares = [_name(day) for day in days if book.in_flare(day)]
    told = {"pain": pains, "breaths": breaths, "steps": steps, "flare": flares}
    return [f"{name} {', '.join(named)}" for name, named in told.items() if named]


def _by_week(book: Book, days: list[date]) -> list[str]:
    pains = [pain for day in days if (pain := book.pain(day)) is not None]
    told = []
    if pains:
        low, high = f"{min(pains):g}", f"{max(pains):g}"
        told = [f"pain {low if low == high else f'{low} to {high}'} on {counted(len(pains), 'day', 'days')[0]}"]
    told += counted(book.breaths(days[0], days[-1]), "breath", "breaths")
    told += counted(book.steps(days[0], days[-1]), "step", "steps")
    flare = counted(sum(map(book.in_flare, days)), "day", "days")
    return told + [f"flare on {each}" for each in flare]


def _name(day: date) -> str:
    return WEEKDAYS[day.weekday()]


def _date(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]}"


def told_by_report(book: Book, first: date, last: date, line: int) -> dict[str, Any]:
    """Every figure on the page for the doctor."""
    days = dates(first, last)
    pains = [pain for day in days if (pain := book.pain(day)) is not None]
    sleeps = [sleep for day in days if (sleep := book.sleep(day)) is not None]
    lately = [pain for day in days[-28:] if (pain := book.pain(day)) is not None]
    breaths = [row for row in book.of(Breathing, first, last) if row.seconds > 0]
    goes, stretches = book.of(Go, first, last), book.of(Stretch, first, last)
    flares = book.of(Flare, date.min, last)
    return {
        "pain": spread(pains), "lately": spread(lately), "sleep": spread(sleeps),
        "hard": sum(pain >= line for pain in pains),
        "breaths": len(breaths), "minutes": sum(row.seconds for row in breaths) // 60,
        "felt": [sum(row.felt == felt for row in breaths) for felt in ("easier", "same", "harder")],
        "offered": len(book.of(ComfortStep, first, last)), "tried": book.small_steps(first, last),
        "goes": sorted(len([go for go in goes if go.ladder == row.entry]) for row in _ladders(book, first)),
        "paced": sorted(_paced_days(stretches)),
        "flares": sum(row.ended_on is None or row.ended_on >= first for row in flares),
        "medicines": [row.words for row in book.of(Noted, first, last) if row.about == "medicine"],
        "questions": [row.words for row in book.of(Noted, first, last) if row.about == "question"],
        "peg": [row.score for row in book.of(Questionnaire, first, last) if row.name == "peg"],
    }  # fmt: skip


def spread(values: list[float]) -> tuple[int, float, float, float | None] | None:
    """How many, the lowest, the highest, and the median of fourteen or more."""
    if not values:
        return None
    inner = sorted(values)
    half, is_odd = divmod(len(inner), 2)
    middle = inner[half] if is_odd else (inner[half - 1] + inner[half]) / 2
    return len(inner), inner[0], inner[-1], middle if len(inner) >= 14 else None


def _ladders(book: Book, first: date) -> Iterable[Ladder]:
    return [row for row in book.rows if isinstance(row, Ladder) and not (row.ended_on and row.ended_on < first)]


def _paced_days(stretches: list[Stretch]) -> list[int]:
    days: dict[tuple[str, str], set[date]] = {}
    for row in stretches:
        days.setdefault((row.activity, row.unit), set()).add(row.local_date)
    return [len(each) for each in days.values()]
