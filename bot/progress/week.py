"""What a person's records say about seven days: counts of what they did, each true to a row."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from bot.conversation.records import CheckIn, Felt, Records

LONGEST_FLARE = timedelta(days=365)  # so far back is looked for one that may still be on
NO_DIFFERENCE = 1  # point between what was expected of a step and what was found


@dataclass(frozen=True, slots=True)
class Day:
    """One local date. `pain` is its newest score, `None` without a check-in; `steps` are small ones and goes at a
    rung of a ladder."""

    date: date
    pain: float | None
    breaths: int
    steps: int
    rested: bool
    paced: bool
    pushed: bool
    flare: bool = False


@dataclass(frozen=True, slots=True)
class Note:
    """What a person wrote about a day, in their words."""

    date: date
    text: str


@dataclass(frozen=True, slots=True)
class Week:
    """Seven days, the last of them at the end; `harder` and `easier` count steps beside what was expected of them.

    `note` is the newest one. `days_stretched` are the days on which something paced was done; `goals_reached`,
    `goal_steps` and `goals_reviewed` count goals, each once.
    """

    days: tuple[Day, ...]
    breath_felt: frozenset[Felt]
    offers: int
    harder: int
    easier: int
    note: Note | None = None
    days_stretched: int = 0
    goals_reached: int = 0
    goal_steps: int = 0
    goals_reviewed: int = 0

    @property
    def days_checked_in(self) -> int:
        return sum(day.pain is not None for day in self.days)

    @property
    def breaths(self) -> int:
        return sum(day.breaths for day in self.days)

    @property
    def steps(self) -> int:
        """Steps that were tried, whole or in part."""
        return sum(day.steps for day in self.days)

    @property
    def rests(self) -> int:
        return sum(day.rested for day in self.days)

    @property
    def paced(self) -> int:
        return sum(day.paced for day in self.days)

    @property
    def pushed(self) -> int:
        return sum(day.pushed for day in self.days)

    @property
    def is_empty(self) -> bool:
        did = self.days_checked_in or self.breaths or self.steps or self.days_stretched
        return not (did or self.goals_reached or self.goal_steps or self.goals_reviewed)

    def hard_days(self, line: float) -> int:
        """Days whose score reached the person's bad-day line."""
        return sum(day.pain is not None and day.pain >= line for day in self.days)


def standing(check_ins: Iterable[CheckIn]) -> list[CheckIn]:
    """The check-ins that no later one corrects, in the order in which they were told."""
    every = sorted(check_ins, key=lambda check_in: (check_in.recorded_at, check_in.entry))
    corrected = {check_in.corrects for check_in in every}
    return [check_in for check_in in every if check_in.entry not in corrected]


def week_until(last: date, records: Records) -> Week:
    """The seven days up to and with `last`."""
    dates = [last - timedelta(days=back) for back in range(6, -1, -1)]
    felt = {one.felt for one in records.breathings if one.local_date in dates}
    steps = [step for step in records.steps if step.local_date in dates]
    goes = [go for go in records.goes if go.local_date in dates]
    surprises = [surprise(step.expected, step.actual) for step in steps]
    surprises += [surprise(go.feared, go.harder) for go in goes]
    return Week(
        tuple(_day(each, records) for each in dates),
        frozenset(each for each in felt if each),
        len(steps),
        sum(each > 0 for each in surprises),
        sum(each < 0 for each in surprises),
        _newest_note(records.check_ins, dates),
        len({stretch.local_date for stretch in records.stretches}.intersection(dates)),
        sum(goal.state == "finished" and goal.ended_on in dates for goal in records.goals),
        sum(goal.step_done_on in dates for goal in records.goals),
        sum(goal.reviewed_on in dates for goal in records.goals),
    )


def weeks_until(last: date, count: int, records: Records) -> tuple[Week, ...]:
    """So many weeks of seven days, the last of them up to and with `last`."""
    ends = (last - timedelta(days=7 * back) for back in range(count - 1, -1, -1))
    return tuple(week_until(end, _between(end - timedelta(days=6), end, records)) for end in ends)


def _between(first: date, last: date, records: Records) -> Records:
    """What a week is counted from; a flare may have begun long before."""
    return Records(
        check_ins=tuple(row for row in records.check_ins if first <= row.local_date <= last),
        breathings=tuple(row for row in records.breathings if first <= row.local_date <= last),
        steps=tuple(row for row in records.steps if first <= row.local_date <= last),
        goes=tuple(row for row in records.goes if first <= row.local_date <= last),
        flares=records.flares,
    )


def surprise(expected: float | None, actual: float | None) -> float:
    """How much harder a step was than expected; below 0 when it was easier. A point is no difference."""
    if expected is None or actual is None or abs(actual - expected) <= NO_DIFFERENCE:
        return 0.0
    return actual - expected


def _newest_note(check_ins: Iterable[CheckIn], dates: Collection[date]) -> Note | None:
    told = [check_in for check_in in check_ins if check_in.note and check_in.local_date in dates]
    newest = max(told, key=lambda check_in: (check_in.recorded_at, check_in.entry), default=None)
    return Note(newest.local_date, newest.note or "") if newest else None


def _day(when: date, records: Records) -> Day:
    # A correction is of the score; what was said of the day with the first one stays true.
    told = [check_in for check_in in standing(records.check_ins) if check_in.local_date == when]
    kinds = {check_in.day for check_in in records.check_ins if check_in.local_date == when}
    return Day(
        when,
        told[-1].pain if told else None,
        sum(one.local_date == when and one.seconds > 0 for one in records.breathings),
        _steps_on(when, records),
        "rested" in kinds,
        "paced" in kinds,
        "pushed" in kinds,
        any(flare.local_date <= when <= (flare.ended_on or when) for flare in records.flares),
    )


def _steps_on(when: date, records: Records) -> int:
    """Small steps, whole or in part, and goes at a ladder that were told of."""
    small = sum(step.local_date == when and step.outcome in {"done", "some"} for step in records.steps)
    return small + sum(go.local_date == when and go.was_told for go in records.goes)
