"""Facts of progress: what a person did or told, as rows that are only ever true.

Each row has an `entry`, a number unique for its person; a row written again under the same entry replaces the
first. Local dates are the person's own at the time.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

DayKind = Literal["rested", "paced", "pushed"]
Felt = Literal["easier", "same", "harder"]
Outcome = Literal["done", "some", "not_done"]
Answer = Literal["try", "not_today"]
Size = Literal["small", "medium", "large"]


@dataclass(frozen=True, slots=True)
class CheckIn:
    """A daily check-in; the pain alone makes it complete.

    `pain` is a numeric rating, 0 no pain to 10 worst imaginable, halves allowed (generic 0-10 NRS). `sleep` is
    0 worst possible to 10 best possible. `local_date` is the day it tells of, which a late answer does not share
    with `recorded_at`. `corrects` names the entry that this one puts right; the corrected row stays.
    """

    entry: int
    local_date: date
    recorded_at: datetime
    pain: float
    sleep: float | None = None
    day: DayKind | None = None
    note: str | None = None
    corrects: int | None = None


@dataclass(frozen=True, slots=True)
class Breathing:
    """A breathing exercise that was started. `seconds` is how long it went, 0 until it ended."""

    entry: int
    local_date: date
    started_at: datetime
    pattern: str
    seconds: int = 0
    felt: Felt | None = None


@dataclass(frozen=True, slots=True)
class ComfortStep:
    """A step outside the comfort zone that was offered, and what became of it.

    `expected` and `actual` say how hard, 0 not hard at all to 10 as hard as can be: the two numbers whose
    difference does the work (expectancy violation, Craske 2014).
    """

    entry: int
    local_date: date
    offered_at: datetime
    nudge: str
    size: Size
    answer: Answer | None = None
    expected: float | None = None
    outcome: Outcome | None = None
    actual: float | None = None


@dataclass(frozen=True, slots=True)
class Alarm:
    """A safety answer was given. What the person wrote is not kept.

    `language` is the one the danger was told in, "other" for one that Steady does not speak; `choice` is what they
    pressed after it, each once, in order, with spaces between.
    """

    entry: int
    raised_at: datetime
    tier: str
    language: str
    choice: str | None = None


Fact = CheckIn | Breathing | ComfortStep | Alarm


@dataclass(frozen=True, slots=True)
class Records:
    """The facts of one person over some days, each tuple in order of entry."""

    check_ins: tuple[CheckIn, ...] = ()
    breathings: tuple[Breathing, ...] = ()
    steps: tuple[ComfortStep, ...] = ()
    alarms: tuple[Alarm, ...] = ()
