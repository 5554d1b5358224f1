"""A pace from a person's own tries: where it begins, how it grows from week to week, and what the records say of it.

The mean of three tries on three days times 0.8, then a tenth of it more each week, the same on good and bad days
(Therapeutic Guidelines *Pain*; I-Engage). Whether a week went well, the step back and the cap are our own rule.
Law: no goal is ever more than a fifth above the one it follows.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil, floor
from typing import Literal

from bot.conversation.records import CheckIn, Flare, Stretch, Unit
from bot.progress.week import standing

TRIES = 3
START, RAISE, MOST, LEAST, AFTER_FLARE = 0.8, 0.1, 0.2, 0.5, 0.6
GOOD_WEEK, POOR_WEEK = 4, 2  # days of seven: from so many on the goal rises; below so few a step back is offered
MOST_RISE = 1.0  # point of pain, from a day to the next
DONE, BOOM, BUST = 0.9, 1.5, 0.5  # times the goal
BUST_RISE = 2.0  # points of pain
SWINGS = 2  # so many make a pattern
GRAINS: Mapping[Unit, int] = {"minutes": 60, "steps": 1, "metres": 1}  # the finest that is said: seconds, steps, metres
NATURAL: Mapping[Unit, tuple[int, ...]] = {
    "minutes": (300, 60, 30, 15, 10, 5, 1),
    "steps": (1000, 500, 100, 50, 10, 5, 1),
    "metres": (1000, 500, 100, 50, 10, 5, 1),
}  # in grains
NEARLY = 1e-6  # of a grain, lost where fractions of a minute are stored

Verdict = Literal["raise", "keep", "back"]


@dataclass(frozen=True, slots=True)
class Stretched:
    """What was done on one day, all of it together, and the goal of that day."""

    amount: float
    goal: float

    @property
    def is_done(self) -> bool:
        """Nearly all of it counts: nobody stops to the second."""
        return self.amount >= self.goal * DONE - NEARLY

    @property
    def is_boom(self) -> bool:
        return self.amount >= self.goal * BOOM - NEARLY

    @property
    def is_bust(self) -> bool:
        return self.amount <= self.goal * BUST + NEARLY


# Arithmetic of the goal


def baseline(tries: Iterable[float]) -> float:
    """Four fifths of the mean of the tries."""
    amounts = list(tries)
    return START * sum(amounts) / len(amounts)


def first_goal(base: float, unit: Unit) -> float:
    return _rounded_down(base, _natural(base, unit), unit)


def raised(goal: float, base: float, unit: Unit) -> float:
    """A tenth of the baseline more, in a natural unit; never over the cap."""
    return min((_grains(goal, unit) + _step(base, unit)) / GRAINS[unit], most(goal, base, unit))


def most(goal: float, base: float, unit: Unit) -> float:
    """The cap of a week: a fifth of the goal or of the baseline more, whichever is less."""
    size = min(goal, base)
    return max(_rounded_down(goal + MOST * size, _natural(size, unit), unit), goal)


def lowered(goal: float, base: float, unit: Unit) -> float:
    """A step back, never below half of the baseline."""
    least = ceil(base * LEAST * GRAINS[unit] - NEARLY)
    return min(goal, max(_grains(goal, unit) - _step(base, unit), least) / GRAINS[unit])


def after_flare(goal: float, unit: Unit) -> float:
    """Where to begin again after a flare: between half and seven tenths of the goal."""
    return _rounded_down(goal * AFTER_FLARE, _natural(goal, unit), unit)


def _step(base: float, unit: Unit) -> int:
    """A tenth of the baseline, in grains."""
    return _grains(_rounded_down(base * RAISE, _natural(base, unit), unit), unit)


def _natural(size: float, unit: Unit) -> int:
    """The largest natural step that is no more than a tenth of the size, in grains."""
    most_grains = size * RAISE * GRAINS[unit] + NEARLY
    return next((grains for grains in NATURAL[unit] if grains <= most_grains), 1)


def _rounded_down(amount: float, natural: int, unit: Unit) -> float:
    """Down to whole natural steps, or to the finest that is said where it is less than one."""
    return max(_grains(amount, unit) // natural * natural, 1) / GRAINS[unit]


def _grains(amount: float, unit: Unit) -> int:
    return floor(amount * GRAINS[unit] + NEARLY)


# What the records say


def tries_in(stretches: Iterable[Stretch]) -> tuple[float, ...]:
    """The newest tries, one a day, the last told of each day."""
    by_day = {row.local_date: row.amount for row in stretches if row.kind == "try"}
    return tuple(by_day[day] for day in sorted(by_day))[-TRIES:]


def by_day(stretches: Iterable[Stretch]) -> dict[date, Stretched]:
    """What was done of the goal, day by day; a day of which nothing was told is not among them."""
    days: dict[date, Stretched] = {}
    for row in stretches:
        if row.kind == "done" and row.goal is not None:
            before = days[row.local_date].amount if row.local_date in days else 0.0
            days[row.local_date] = Stretched(before + row.amount, row.goal)
    return days


def days_done(days: Mapping[date, Stretched], last: date) -> int:
    """On how many of the seven days up to `last` the goal was done."""
    return sum(day.is_done for when, day in days.items() if timedelta(0) <= last - when < timedelta(days=7))


def pains(check_ins: Iterable[CheckIn]) -> dict[date, float]:
    """The newest score of each day."""
    return {check_in.local_date: check_in.pain for check_in in standing(check_ins)}


def next_day_rise(days: Mapping[date, Stretched], scores: Mapping[date, float], last: date) -> float | None:
    """How much the pain rose from those days of the week to the next, on average; `None` where nothing tells."""
    week = (when for when in days if timedelta(0) <= last - when < timedelta(days=7))
    rises = [scores[_next(when)] - scores[when] for when in week if {when, _next(when)} <= scores.keys()]
    return sum(rises) / len(rises) if rises else None


def had_flare(flares: Iterable[Flare], since: date) -> bool:
    """Whether a flare went on or began after that day."""
    return any(flare.ended_on is None or flare.ended_on > since for flare in flares)


def verdict(done: int, rise: float | None, in_flare: bool) -> Verdict:
    """What a week says of the goal; a step back is offered, never imposed."""
    if in_flare or done < POOR_WEEK:
        return "back"
    return "raise" if done >= GOOD_WEEK and (rise is None or rise <= MOST_RISE) else "keep"


def swings(days: Mapping[date, Stretched], scores: Mapping[date, float]) -> int:
    """How often much more than the goal was followed by much less, or by much more pain. Days untold say nothing."""
    return sum(day.is_boom and _is_followed_by_bust(when, days, scores) for when, day in days.items())


def _is_followed_by_bust(when: date, days: Mapping[date, Stretched], scores: Mapping[date, float]) -> bool:
    following = (_next(when), _next(_next(when)))
    rose = {when, following[0]} <= scores.keys() and scores[following[0]] - scores[when] >= BUST_RISE
    return rose or any(days[day].is_bust for day in following if day in days)


def _next(day: date) -> date:
    return day + timedelta(days=1)
