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
GoalState = Literal["open", "parked", "finished"]
Unit = Literal["minutes", "steps", "metres"]
Walked = Literal["try", "done"]
Happened = Literal["yes", "partly", "no"]
Matter = Literal["medicine", "trigger", "question", "other"]
Condition = Literal["with", "without"]


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


@dataclass(frozen=True, slots=True)
class Goal:
    """What a person would like to do more of, despite the pain, in their words.

    `step` is the first step towards it, `confidence` how sure they are of that step, 0 not at all to 10 wholly; below 7
    the step is made smaller with them (motivational interviewing). `ended_on` is when it was parked or finished,
    `step_done_on` when they last told of a step towards it as done, `reviewed_on` when they last told how it goes.
    """

    entry: int
    local_date: date
    words: str
    step: str | None = None
    confidence: float | None = None
    state: GoalState = "open"
    ended_on: date | None = None
    step_done_on: date | None = None
    reviewed_on: date | None = None


@dataclass(frozen=True, slots=True)
class Ladder:
    """An activity that a person avoids, in five to eight rungs.

    `rungs` is a JSON list of `[words, feared]` pairs, the least feared first, 0 not at all to 10 as much as can be.
    """

    entry: int
    local_date: date
    activity: str
    rungs: str
    ended_on: date | None = None


@dataclass(frozen=True, slots=True)
class Go:
    """One go at a rung of a ladder: what was expected beside what was found (Craske 2014).

    `ladder` is the ladder's entry, `rung` its place from 0. `sure` and the pains are 0 to 10; `harder` is how hard it
    was, 0 to 10, beside `feared`, what they had expected of it. `next_morning` is the pain of the morning after.
    """

    entry: int
    local_date: date
    ladder: int
    rung: int
    feared: float
    expected: str | None = None
    sure: float | None = None
    pain_before: float | None = None
    happened: Happened | None = None
    harder: float | None = None
    pain_after: float | None = None
    found: str | None = None
    next_morning: float | None = None


@dataclass(frozen=True, slots=True)
class Stretch:
    """So much of a paced activity, on one day: a try before the baseline is known, or what was done of the goal.

    `activity` is its name in the person's words; `goal` is what the plan said for that day, in the same unit.
    """

    entry: int
    local_date: date
    activity: str
    unit: Unit
    amount: float
    kind: Walked
    goal: float | None = None


@dataclass(frozen=True, slots=True)
class Flare:
    """A time of much more pain than usual, from the day the person said so to the day they said it eased."""

    entry: int
    local_date: date
    began_at: datetime
    ended_on: date | None = None


@dataclass(frozen=True, slots=True)
class Questionnaire:
    """The answers to a published questionnaire, in the order of its items, with spaces between, and its score.

    `name` is "peg" (three items of 0 to 10, their mean; Krebs 2009), "phq2" or "gad2" (two items of 0 to 3, their sum).
    """

    entry: int
    local_date: date
    name: str
    answers: str
    score: float


@dataclass(frozen=True, slots=True)
class Noted:
    """What a person wants kept in their words: a medicine taken, a trigger met, a question for the
    doctor, or anything else."""

    entry: int
    local_date: date
    about: Matter
    words: str


@dataclass(frozen=True, slots=True)
class Experiment:
    """A person's own small trial of one thing (`question` is its id), of as many days with as without, drawn by chance.

    `answer` is "yes", "no" or "unclear" once it has ended.
    """

    entry: int
    local_date: date
    question: str
    days: int
    answer: str | None = None
    ended_on: date | None = None


@dataclass(frozen=True, slots=True)
class ExperimentDay:
    """One day of a trial: what was drawn, whether it was kept to, and how the day (or night) was, 0 to 10."""

    entry: int
    local_date: date
    experiment: int
    condition: Condition
    kept: bool | None = None
    outcome: float | None = None


Fact = (
    CheckIn
    | Breathing
    | ComfortStep
    | Alarm
    | Goal
    | Ladder
    | Go
    | Stretch
    | Flare
    | Questionnaire
    | Noted
    | Experiment
    | ExperimentDay
)


@dataclass(frozen=True, slots=True)
class Records:
    """The facts of one person over some days, each tuple in order of entry."""

    check_ins: tuple[CheckIn, ...] = ()
    breathings: tuple[Breathing, ...] = ()
    steps: tuple[ComfortStep, ...] = ()
    alarms: tuple[Alarm, ...] = ()
    goals: tuple[Goal, ...] = ()
    ladders: tuple[Ladder, ...] = ()
    goes: tuple[Go, ...] = ()
    stretches: tuple[Stretch, ...] = ()
    flares: tuple[Flare, ...] = ()
    questionnaires: tuple[Questionnaire, ...] = ()
    noted: tuple[Noted, ...] = ()
    experiments: tuple[Experiment, ...] = ()
    experiment_days: tuple[ExperimentDay, ...] = ()
