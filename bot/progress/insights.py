"""What tended to go together in a person's own days, said only where it is more than chance.

Eight questions, written before anyone's days were looked at. Days resemble their neighbours, so each test counts fewer
days than there were (n_eff = n(1 - ab)/(1 + ab), a and b the lag-1 autocorrelations; Bartlett). All tests of a look
share one false discovery rate (Benjamini and Hochberg), and all looks of a person share q = 0.10 (`rate_of`). The pain
of the day before is held still, because a bad day brings rest, breath and another bad day by itself; so is a straight
trend.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from statistics import NormalDist, fmean, median

from bot.conversation.records import Records
from bot.progress.week import standing

FEWEST_DAYS = 28  # with both numbers known
FEWEST_IN_A_ROW = 21  # of these, with the day before known
FEWEST_OF_A_KIND = 8
RATE = 0.10  # of people without any effect, those ever told of one, at most
LEAST_POINTS, LEAST_R = 1.0, 0.3
HELD_STILL = 2  # the trend and the day before
TAKEN_OUT = 3  # with the mean; each makes days look less alike by about (1 + 2φ)/n (after Marriott and Pope 1954)

A_DAY = timedelta(days=1)

Signal = Mapping[date, float]


@dataclass(frozen=True, slots=True)
class Question:
    """Does `of` on a day go with `outcome` so many days `later`? `held` is what is held still, of the day before."""

    id: str
    of: str
    outcome: str
    later: int
    held: str = "pain"


# The sleep told with a day's check-in is that of the night before it.
QUESTIONS = (
    Question("sleep_pain", "sleep", "pain", later=0),
    Question("pain_sleep", "pain", "sleep", later=1, held="sleep"),
    Question("breath_pain", "breath", "pain", later=1),
    Question("breath_sleep", "breath", "sleep", later=1),
    Question("step_pain", "step", "pain", later=1),
    Question("paced_pain", "paced", "pain", later=1),
    Question("pushed_pain", "pushed", "pain", later=1),
    Question("rested_pain", "rested", "pain", later=1),
)


@dataclass(frozen=True, slots=True)
class Group:
    """Days of one kind, and the mean of what was rated after them."""

    days: int
    mean: float


@dataclass(frozen=True, slots=True)
class Finding:
    """Two numbers that tended to go together. `more` are the days with it, or with more of it than half of the days;
    `r` is their correlation with what is held still taken out."""

    question: str
    more: Group
    less: Group
    r: float
    p: float

    @property
    def days(self) -> int:
        return self.more.days + self.less.days

    @property
    def difference(self) -> float:
        return self.more.mean - self.less.mean

    @property
    def is_large(self) -> bool:
        return abs(self.difference) >= LEAST_POINTS or abs(self.r) >= LEAST_R

    @property
    def is_told_by_the_means(self) -> bool:
        """Whether the plain means, which are what a person hears, go the same way as the test."""
        return self.r * self.difference > 0


@dataclass(frozen=True, slots=True)
class Look:
    """What stood out, the surest first, and how many questions had days enough to be asked."""

    findings: tuple[Finding, ...]
    asked: int


def look(records: Records, after: Mapping[str, date] | None = None, looks: int = 0) -> Look:
    """Ask every question that has days enough. `after` names questions told before: only days later than that count.
    `looks` is how many there were before, at whatever days."""
    signals, after = signals_of(records), after or {}
    tested = [found for question in QUESTIONS if (found := _tested(question, signals, after.get(question.id)))]
    discovered = _discoveries(tested, rate_of(looks))
    kept = [found for found in discovered if found.is_large and found.is_told_by_the_means]
    return Look(tuple(kept), len(tested))


def rate_of(looks: int) -> float:
    """The false discovery rate of a look after so many: a share of q that falls with the square, 61 %, 15 %, 7 %, 4 %.

    All shares of a lifetime sum to one (1 + 1/4 + 1/9 + ... = π²/6). So whoever looks often is no more often told what
    is not so than q, however much the days of their looks overlap (Boole's inequality). Alpha spending: Lan and DeMets
    1983, Biometrika 70:659; the shares are ours.
    """
    return RATE * 6 / (math.pi * (looks + 1)) ** 2


def signals_of(records: Records) -> dict[str, Signal]:
    """What is known of each date, by name. A deed is 1 or 0 on the days a person was there; of the kind of a day
    nothing is known unless they told it."""
    pain = {told.local_date: told.pain for told in standing(records.check_ins)}
    kinds: dict[date, set[str]] = {}
    for told in records.check_ins:
        if told.day:
            kinds.setdefault(told.local_date, set()).add(told.day)
    for stretch in records.stretches:
        if stretch.kind == "done":
            kinds.setdefault(stretch.local_date, set()).add("paced")
    breaths = {one.local_date for one in records.breathings if one.seconds > 0}
    steps = {step.local_date for step in records.steps if step.outcome in {"done", "some"}}
    steps |= {go.local_date for go in records.goes if go.was_told}
    return {
        "pain": pain,
        "sleep": {told.local_date: told.sleep for told in records.check_ins if told.sleep is not None},
        "breath": {day: float(day in breaths) for day in pain},
        "step": {day: float(day in steps) for day in pain},
        **{kind: {day: float(kind in told) for day, told in kinds.items()} for kind in ("paced", "pushed", "rested")},
    }


@dataclass(frozen=True, slots=True)
class Pairs:
    """The days on which both numbers of a question are known, in order; each date is that of the outcome."""

    dates: tuple[date, ...]
    of: tuple[float, ...]
    outcome: tuple[float, ...]


def pairs(question: Question, signals: Mapping[str, Signal], after: date | None = None) -> Pairs:
    of, outcome = signals[question.of], signals[question.outcome]
    later = timedelta(days=question.later)
    dates = [day for day in sorted(outcome) if day - later in of and (after is None or day - A_DAY > after)]
    return Pairs(tuple(dates), tuple(of[day - later] for day in dates), tuple(outcome[day] for day in dates))


def _in_a_row(paired: Pairs, held: Signal) -> Pairs:
    """Those after a day for which there is something to hold still."""
    rows = [row for row in zip(paired.dates, paired.of, paired.outcome, strict=True) if row[0] - A_DAY in held]
    return Pairs(tuple(row[0] for row in rows), tuple(row[1] for row in rows), tuple(row[2] for row in rows))


def _tested(question: Question, signals: Mapping[str, Signal], after: date | None) -> Finding | None:
    """`None` without days enough, or enough of each kind."""
    paired, held = pairs(question, signals, after), signals[question.held]
    in_a_row = _in_a_row(paired, held)
    if len(paired.dates) < FEWEST_DAYS or len(in_a_row.dates) < FEWEST_IN_A_ROW:
        return None
    has_more = _halved(paired.of)
    more = [value for value, is_more in zip(paired.outcome, has_more, strict=True) if is_more]
    less = [value for value, is_more in zip(paired.outcome, has_more, strict=True) if not is_more]
    if min(len(more), len(less)) < FEWEST_OF_A_KIND:
        return None
    r, p = _association(in_a_row, held)
    return Finding(question.id, Group(len(more), fmean(more)), Group(len(less), fmean(less)), r, p)


def _halved(values: Sequence[float]) -> list[bool]:
    """Which are the larger ones: those with a deed, else those above the middle, the evener of two ways to cut."""
    if set(values) <= {0.0, 1.0}:
        return [value > 0 for value in values]
    middle = median(values)
    cuts = [value > middle for value in values], [value >= middle for value in values]
    return max(cuts, key=lambda cut: min(sum(cut), len(cut) - sum(cut)))


def _association(paired: Pairs, held: Signal) -> tuple[float, float]:
    """The partial correlation, and how probable one so large is by chance (Student's t on the days that count, with
    Wallace's normal equivalent, 1959: in the far tail Fisher's z is too sure of few days)."""
    since = [float((day - paired.dates[0]).days) for day in paired.dates]
    before = [held[day - A_DAY] for day in paired.dates]
    of, outcome = (_cleared(values, since, before) for values in (paired.of, paired.outcome))
    r = _correlation(of, outcome)
    counted = effective(len(of), _lag_one(paired.dates, of), _lag_one(paired.dates, outcome)) - HELD_STILL - 2
    if counted <= 0:
        return r, 1.0
    z = (8 * counted + 1) / (8 * counted + 3) * math.sqrt(-counted * math.log(max(1 - r**2, 1e-12)))
    return r, 2 * (1 - NormalDist().cdf(z))


def effective(n: int, one: float, other: float) -> float:
    """So many independent days are worth as much as `n` days of two series with these lag-1 autocorrelations."""
    shared = one * other
    return min(float(n), n * (1 - shared) / (1 + shared))


def _cleared(values: Sequence[float], *columns: Sequence[float]) -> list[float]:
    """What is left of the values when all that follows in a straight line from the columns is taken out."""
    left, bases = _centred(values), list[list[float]]()
    for column in columns:
        basis = _centred(column)
        for earlier in bases:
            basis = _without(basis, earlier)
        bases.append(basis)
    for basis in bases:
        left = _without(left, basis)
    return left


def _centred(values: Sequence[float]) -> list[float]:
    mean = fmean(values)
    return [value - mean for value in values]


def _without(values: Sequence[float], basis: Sequence[float]) -> list[float]:
    size = _product(basis, basis)
    share = _product(values, basis) / size if size > 1e-9 else 0.0
    return [value - share * base for value, base in zip(values, basis, strict=True)]


def _product(one: Sequence[float], other: Sequence[float]) -> float:
    return sum(a * b for a, b in zip(one, other, strict=True))


def _correlation(one: Sequence[float], other: Sequence[float]) -> float:
    size = math.sqrt(_product(one, one) * _product(other, other))
    return _product(one, other) / size if size > 1e-9 else 0.0


def _lag_one(dates: Sequence[date], values: Sequence[float]) -> float:
    """How much a day resembles the day before it, over the days whose neighbour is known."""
    days = list(zip(dates, values, strict=True))
    beside = [a * b for (then, a), (now, b) in pairwise(days) if (now - then).days == 1]
    spread = _product(values, values) / len(values)
    if not beside or spread < 1e-9:
        return 0.0
    n = len(values)
    unbiased = (n * fmean(beside) / spread + TAKEN_OUT) / (n - 2 * TAKEN_OUT)
    return max(-0.95, min(0.95, unbiased))


def _discoveries(tested: Sequence[Finding], rate: float) -> list[Finding]:
    """Those kept by Benjamini and Hochberg's rule, the surest first."""
    ranked = sorted(tested, key=lambda found: found.p)
    held = [rank for rank, found in enumerate(ranked, 1) if found.p <= rate * rank / len(ranked)]
    return ranked[: max(held, default=0)]


def dot_plot(values: Sequence[float]) -> str:
    """A line for each score from the lowest to the highest, with a dot for each day that had it."""
    if not values:
        return ""
    scores = sorted({*values, *map(float, range(math.ceil(min(values)), math.floor(max(values)) + 1))})
    return "\n".join(f"{score:g}: {'•' * sum(value == score for value in values)}".rstrip() for score in scores)
