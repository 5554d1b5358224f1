"""What stands on the page for the doctor: a person's records over some days, counted and never judged.

Law: a part that the person did not agree to is not in the report at all. Every figure is a count, a range or a middle
of rows; a middle is told from 14 days on, as fewer say next to nothing (docs/clinical.md).
"""

import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median

from bot.conversation.person import Person
from bot.conversation.records import Flare, Goal, Ladder, Noted, Questionnaire, Records, Stretch, Unit
from bot.progress.week import standing

PARTS = ("name", "questions", "pain", "peg", "function", "helps", "flares", "medicines")
FEWEST_FOR_A_MIDDLE = 14  # days
LATELY = timedelta(days=27)  # before the last day: four weeks


@dataclass(frozen=True, slots=True)
class Numbers:
    """Scores from 0 to 10 on so many days. `middle` is their median, `None` for fewer than 14."""

    days: int
    low: float
    high: float
    middle: float | None


@dataclass(frozen=True, slots=True)
class Pain:
    """The newest score of each day. `hard` counts days at or above `line`, the person's own; `weeks` are seven days
    each, the last one at the end, `None` without a score."""

    numbers: Numbers
    lately: Numbers | None
    sleep: Numbers | None
    line: int
    hard: int
    weeks: tuple[tuple[date, Numbers | None], ...]


@dataclass(frozen=True, slots=True)
class Paced:
    """A paced activity: on how many days some of it was done, and the newest of them."""

    newest: Stretch
    days: int


@dataclass(frozen=True, slots=True)
class Climbed:
    """A ladder: how many of its rungs were tried in how many goes, and whether what was feared came."""

    activity: str
    rungs: int
    tried: int
    goes: int
    came: int
    partly: int
    not_so: int


@dataclass(frozen=True, slots=True)
class Function:
    """Goals, paced activities, ladders, and the small steps: how many were offered and tried."""

    goals: tuple[Goal, ...]
    paced: tuple[Paced, ...]
    climbed: tuple[Climbed, ...]
    offered: int
    tried: int


@dataclass(frozen=True, slots=True)
class Helps:
    """Breathing exercises, how it was after them, and what the person wrote for a hard day."""

    breaths: int
    minutes: int
    easier: int
    same: int
    harder: int
    own_words: str | None


@dataclass(frozen=True, slots=True)
class Report:
    """The page about the days from `first` to `last`; a part that is left out or has nothing is `None` or empty."""

    first: date
    last: date
    name: str | None = None
    questions: tuple[Noted, ...] = ()
    pain: Pain | None = None
    peg: tuple[Questionnaire, ...] = ()
    function: Function | None = None
    helps: Helps | None = None
    flares: tuple[Flare, ...] = ()
    medicines: tuple[Noted, ...] = ()

    @property
    def parts(self) -> tuple[str, ...]:
        """Those that hold something."""
        return tuple(part for part in PARTS if getattr(self, part))

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1


def report_of(person: Person, records: Records, parts: Collection[str], first: date, last: date) -> Report:
    """The report about these days, with these parts and no other."""
    rows = _within(first, last, records)
    every = {
        "name": person.settings.name,
        "questions": tuple(row for row in rows.noted if row.about == "question"),
        "pain": _pain(rows, person.settings.bad_day_line, first, last),
        "peg": tuple(row for row in rows.questionnaires if row.name == "peg"),
        "function": _function(records, rows, first),
        "helps": _helps(person, rows),
        "flares": tuple(row for row in records.flares if row.local_date <= last and not _is_over(row, first)),
        "medicines": tuple(row for row in rows.noted if row.about == "medicine"),
    }
    return Report(first, last, **{part: held for part, held in every.items() if part in parts})  # type: ignore[arg-type]


def scores(records: Records) -> dict[date, float]:
    """The newest score of each day, corrections counted."""
    return {row.local_date: row.pain for row in standing(records.check_ins)}


def sleeps(records: Records) -> dict[date, float]:
    """The newest rating of each night, 0 worst possible to 10 best possible."""
    rows = sorted(records.check_ins, key=lambda row: (row.recorded_at, row.entry))
    return {row.local_date: row.sleep for row in rows if row.sleep is not None}


def _within(first: date, last: date, records: Records) -> Records:
    def those(rows: Iterable[object]) -> tuple[object, ...]:
        return tuple(row for row in rows if first <= row.local_date <= last)  # type: ignore[attr-defined]

    names = ("check_ins", "breathings", "steps", "goals", "goes", "stretches", "questionnaires", "noted")
    return Records(**{name: those(getattr(records, name)) for name in names})  # type: ignore[arg-type]


def _numbers(values: Sequence[float]) -> Numbers | None:
    if not values:
        return None
    middle = median(values) if len(values) >= FEWEST_FOR_A_MIDDLE else None
    return Numbers(len(values), min(values), max(values), middle)


def _pain(rows: Records, line: int, first: date, last: date) -> Pain | None:
    told = scores(rows)
    numbers = _numbers(list(told.values()))
    if numbers is None:
        return None
    lately = _numbers([pain for day, pain in told.items() if day >= last - LATELY])
    hard = sum(pain >= line for pain in told.values())
    return Pain(numbers, lately, _numbers(list(sleeps(rows).values())), line, hard, _weeks(told, first, last))


def _weeks(told: dict[date, float], first: date, last: date) -> tuple[tuple[date, Numbers | None], ...]:
    count = ((last - first).days + 1) // 7
    begins = [last - timedelta(days=7 * back - 1) for back in range(count, 0, -1)]
    return tuple(
        (begin, _numbers([told[day] for day in (begin + timedelta(days=n) for n in range(7)) if day in told]))
        for begin in begins
    )


def _is_over(row: Goal | Ladder | Flare, before: date) -> bool:
    return row.ended_on is not None and row.ended_on < before


def _function(records: Records, rows: Records, first: date) -> Function | None:
    goals = tuple(goal for goal in records.goals if not _is_over(goal, first))
    ladders = [ladder for ladder in records.ladders if not _is_over(ladder, first)]
    climbed = tuple(_climbed(ladder, rows) for ladder in ladders)
    tried = sum(step.outcome in {"done", "some"} for step in rows.steps)
    if not (goals or climbed or rows.stretches or rows.steps):
        return None
    return Function(goals, _paced(rows.stretches), climbed, len(rows.steps), tried)


def _paced(stretches: Sequence[Stretch]) -> tuple[Paced, ...]:
    newest: dict[tuple[str, Unit], Stretch] = {(row.activity, row.unit): row for row in stretches}
    days = {key: len({row.local_date for row in stretches if (row.activity, row.unit) == key}) for key in newest}
    return tuple(Paced(row, days[key]) for key, row in newest.items())


def _climbed(ladder: Ladder, rows: Records) -> Climbed:
    goes = [go for go in rows.goes if go.ladder == ladder.entry]
    happened = [go.happened for go in goes]
    return Climbed(
        ladder.activity,
        len(json.loads(ladder.rungs)),
        len({go.rung for go in goes}),
        len(goes),
        happened.count("yes"),
        happened.count("partly"),
        happened.count("no"),
    )


def _helps(person: Person, rows: Records) -> Helps | None:
    done = [row for row in rows.breathings if row.seconds > 0]
    felt = [row.felt for row in done]
    own = person.flare_plan.helps if person.flare_plan else None
    if not (done or own):
        return None
    minutes = sum(row.seconds for row in done) // 60
    return Helps(len(done), minutes, felt.count("easier"), felt.count("same"), felt.count("harder"), own)
