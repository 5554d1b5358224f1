"""A person: their settings, where they are in the conversation, and what the programme must remember.

A person is one validated JSON document. Everything here survives storage unchanged.
"""

from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from typing import Annotated, Any, Literal

from pydantic import Field, TypeAdapter, ValidationError

from bot.conversation.breath import Pattern
from bot.conversation.records import Condition, Stretch, Unit

Weekday = Annotated[int, Field(ge=0, le=6)]  # Monday is 0, as in `date.weekday()`
Fits = Literal["yes", "partly", "no"]
Score = Annotated[float, Field(ge=0, le=10)]

EVERY_DAY = (0, 1, 2, 3, 4, 5, 6)


@dataclass(frozen=True, slots=True)
class Settings:
    """What a person chose. Times are local, in `zone` (an IANA name); `country` is ISO 3166, `None` if unknown.

    `ask_day` says whether a number is followed by the questions about sleep and the day. `ask_peg` is `None` until the
    weekly questions were offered; `ally` is someone they may want to write to.
    """

    name: str | None = None
    zone: str = "UTC"
    zone_is_known: bool = False
    country: str | None = None
    check_in_time: time = time(9, 0)
    check_in_days: tuple[Weekday, ...] = EVERY_DAY
    places: tuple[str, ...] = ("back",)
    nudge_days: tuple[Weekday, ...] = (0, 2, 4)
    nudge_time: time = time(11, 0)
    interests: tuple[str, ...] = ()
    letter_day: Weekday | None = 6
    letter_time: time = time(17, 0)
    bad_day_line: Annotated[int, Field(ge=1, le=10)] = 7
    pattern: Pattern = "long_out"
    ask_sleep: bool = True
    ask_day: bool = True
    dark_pictures: bool = False
    ask_peg: bool | None = None
    ally: str | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where a person is in a script: the open question and the answers so far.

    `turn` is the number of the turn that asked the question; the question's buttons carry it, so that yesterday's
    button can't answer today's question. `unclear` counts answers that were not understood since then.
    """

    script: str
    step: str
    turn: int
    asked_at: datetime
    answers: dict[str, Any] = field(default_factory=dict)
    unclear: int = 0


@dataclass(frozen=True, slots=True)
class LastCheckIn:
    """The newest check-in, kept for "same as yesterday", for corrections, for more words and for the bad-day line.

    `day_entry` is the entry that says what kind of day it was: this one, or one that it corrects.
    """

    entry: int
    local_date: date
    recorded_at: datetime
    pain: Score
    sleep: Score | None = None
    note: str | None = None
    day_entry: int | None = None


@dataclass(frozen=True, slots=True)
class AskedDay:
    """A check-in that was asked and not answered; its buttons still count for its day."""

    turn: int
    local_date: date


@dataclass(frozen=True, slots=True)
class Trying:
    """The comfort-zone step a person said they would try; `step` is its words as they were offered."""

    entry: int
    step: str
    since: datetime
    expected: Score | None = None


@dataclass(frozen=True, slots=True)
class Hold:
    """After a crisis or red-flag answer nothing scheduled is sent until the person says to carry on.

    `entry` is the alarm's, `language` the one its answers are given in, `chosen` what was pressed there, each once.
    """

    tier: str
    entry: int
    since: datetime
    language: str = "en"
    chosen: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Worry:
    """They told of someone else in danger of that tier, in that language, in that turn."""

    tier: str
    language: str
    since: datetime
    turn: int = 0


@dataclass(frozen=True, slots=True)
class Aim:
    """The goal they work on now, in their words, and its first step. `entry` is the goal's row.

    `confidence` says how sure they are of the step, 0 to 10; `reviewed_on` is when it was last talked about,
    `step_done` whether they told of the step as done.
    """

    entry: int
    words: str
    step: str | None = None
    confidence: Score | None = None
    reviewed_on: date | None = None
    step_done: bool = False


@dataclass(frozen=True, slots=True)
class Climb:
    """Where they are on their ladder: `at` is the rung, from 0; `good` counts goes in a row at it that went as planned
    or better; `go` is the entry of the go that is under way, `expected` what they expect of it in their words,
    `done_on` the day of the newest one.

    `entry` is the ladder's row, 0 while it is being made; `feared` has fewer numbers than there are `rungs` until all
    are rated. `flare` is the entry of the newest flare after which a step back was offered.
    """

    entry: int
    activity: str
    rungs: tuple[str, ...]
    feared: tuple[Score, ...]
    at: int = 0
    good: int = 0
    go: int | None = None
    expected: str | None = None
    done_on: date | None = None
    flare: int = 0


@dataclass(frozen=True, slots=True)
class Pacing:
    """Three `tries`, then a `goal` in `unit`, the same on good and bad days, last raised `raised_on`, and never above
    the `limit` that a clinician set.

    `weighed_on` is when a week was last looked at, `newest` what was told last, which "no, 10 minutes" puts right.
    """

    entry: int
    activity: str
    unit: Unit
    tries: tuple[float, ...] = ()
    baseline: float | None = None
    goal: float | None = None
    raised_on: date | None = None
    weighed_on: date | None = None
    newest: Stretch | None = None
    limit: float | None = None


@dataclass(frozen=True, slots=True)
class FlarePlan:
    """What a person wrote on a good day for a bad one: what helps, whom to tell, what to keep at half."""

    written_on: date
    helps: str | None = None
    tell: str | None = None
    half: str | None = None


@dataclass(frozen=True, slots=True)
class InFlare:
    """A flare that is on; `entry` is its row."""

    entry: int
    since: datetime


@dataclass(frozen=True, slots=True)
class Insight:
    """What was told of a question (its id) and when; `fits` is what the person says of it, `None` until they do."""

    question: str
    told_on: date
    fits: Fits | None = None


@dataclass(frozen=True, slots=True)
class Trial:
    """The small experiment under way: `drawn` are its days, "with" or "without", in order, `began_on` the first."""

    entry: int
    question: str
    began_on: date
    drawn: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class PegTold:
    """A PEG that was answered, as its row says: `answers` are those to its three items."""

    entry: int
    local_date: date
    recorded_at: datetime
    answers: tuple[Score, ...]


@dataclass(frozen=True, slots=True)
class Questions:
    """The published questionnaires: when the PEG was offered or asked last, how often in a row it found no answer, and
    the newest ones that were answered, the last at the end; and the newest mood check, of which `mood` are the rows."""

    asked_on: date | None = None
    unanswered: int = 0
    told: tuple[PegTold, ...] = ()
    mood_on: date | None = None
    mood: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Unasked:
    """The newest message that came unasked: the rule behind it (a Fluent id) and the values it was said with.

    It is answered once the person does anything at all.
    """

    kind: str
    at: datetime
    rule: str
    known: dict[str, Any] = field(default_factory=dict)
    answered: bool = False


@dataclass(frozen=True, slots=True)
class Silence:
    """What was sent since the person was last heard: so many messages unasked, of them `ignored` check-ins.

    `quiet` says that the last one was sent, and nothing comes until they write.
    """

    unasked: int = 0
    ignored: int = 0
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Notice:
    """What whoever runs Steady has to tell everybody. `id` names its words, so that nobody is told twice; `text` is
    `None` once they were told, or it was too late to."""

    id: str
    text: str | None
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class Person:
    """Everything Steady knows of a person besides their records.

    `agenda` is a pile of open questions, the newest first: what interrupts lies on top of what it interrupted.
    `acted_at` is when they did the newest of what was heard of them, by the platform's clock.
    `paused_until` is a moment, `None` while not paused; `stopped` is a pause without an end. `asked_on` is the local
    date of the newest check-in that was asked: travel and a changed hour never bring a second one on the same date.
    `looks` are the days on which their days were searched for what goes together.
    `last_check_in` is the newest by its day, `last_told` the one told last, which "no, 5" puts right. `goal_asked_on`
    is when the question for a first goal was asked or answered; `forbidden` are activities, in their words, that a
    clinician told them not to do. `met_on` are the platforms of their two places, the one joined at
    `linked_at` last. `steps_left`
    counts the steps in a row that were not for the day, `days_left` the check-ins in a row with nothing but a number.
    `notices` are the newest that came from whoever runs Steady, the last at the end; `notice_told_at` is when one was
    told that nothing was answered to.
    """

    id: str
    language: str = "en"
    consented_at: datetime | None = None
    stopped: bool = False
    away: bool = False
    paused_until: datetime | None = None
    settings: Settings = field(default_factory=Settings)
    turn: int = 0
    agenda: tuple[Place, ...] = ()
    heard_at: datetime | None = None
    acted_at: datetime | None = None
    asked_on: date | None = None
    last_check_in: LastCheckIn | None = None
    last_told: LastCheckIn | None = None
    unanswered: tuple[AskedDay, ...] = ()
    offered: tuple[str, ...] = ()
    trying: Trying | None = None
    steps_left: int = 0
    days_left: int = 0
    last_choice: str | None = None
    hold: Hold | None = None
    worry: Worry | None = None
    no_challenges_until: datetime | None = None
    aim: Aim | None = None
    goal_asked_on: date | None = None
    forbidden: tuple[str, ...] = ()
    climb: Climb | None = None
    pacing: Pacing | None = None
    flare: InFlare | None = None
    flare_plan: FlarePlan | None = None
    trial: Trial | None = None
    insights: tuple[Insight, ...] = ()
    looks: tuple[date, ...] = ()
    unasked: Unasked | None = None
    questions: Questions = field(default_factory=Questions)
    silence: Silence = Silence()
    hour_offered_on: date | None = None
    met_on: tuple[str, ...] = ()
    linked_at: datetime | None = None
    notices: tuple[Notice, ...] = ()
    notice_told_at: datetime | None = None

    @property
    def has_consented(self) -> bool:
        return self.consented_at is not None

    @property
    def place(self) -> Place | None:
        """The open question, if there is one."""
        return self.agenda[0] if self.agenda else None

    def setting(self, **changes: Any) -> "Person":
        return replace(self, settings=replace(self.settings, **changes))


PERSON = TypeAdapter(Person)


def to_json(person: Person) -> str:
    return PERSON.dump_json(person).decode()


class NotAPerson(ValueError):
    """A document is not a person's; the message names what does not fit, and none of what they told."""


def from_json(document: str) -> Person:
    """Raises `NotAPerson`."""
    try:
        return PERSON.validate_json(document)
    except ValidationError as error:
        odd = {".".join(map(str, flaw["loc"])) for flaw in error.errors(include_input=False, include_url=False)}
        raise NotAPerson(f"does not fit: {', '.join(sorted(odd))}") from None
