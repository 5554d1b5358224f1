"""What may follow from an event. The engine only names effects; others carry them out."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import IntEnum
from typing import Any, Literal

from bot.conversation.breath import Pattern
from bot.conversation.records import Fact

PLATFORMS = ("telegram", "discord")  # on which people are met


class Urgency(IntEnum):
    """Who goes first when several messages wait: the lower number."""

    SAFETY = 0
    REPLY = 1
    SCHEDULED = 2


@dataclass(frozen=True, slots=True)
class Option:
    """A button: `id` is what comes back (64 bytes at most), `label` what is read on it, in one line."""

    id: str
    label: str


@dataclass(frozen=True, slots=True)
class BreathingAnimation:
    """A breath at the pattern's true pace, looping: a light that travels through a plain figure to these places, ids of
    `bot.conversation.nudges.PLACES`; a soft circle where there are none."""

    pattern: Pattern
    in_word: str
    out_word: str
    hold_word: str
    places: tuple[str, ...] = ()
    form: Literal["breathing_animation"] = "breathing_animation"


@dataclass(frozen=True, slots=True)
class BreathingSound:
    """A soft tone that rises and falls with the breath for so many seconds, for closed eyes."""

    pattern: Pattern
    seconds: int
    form: Literal["breathing_sound"] = "breathing_sound"


@dataclass(frozen=True, slots=True)
class PictureDay:
    """One day of a week's picture. `pain` is `None` on a day without a check-in."""

    label: str
    pain: float | None
    breaths: int
    steps: int
    rested: bool
    flare: bool = False


@dataclass(frozen=True, slots=True)
class WeekPicture:
    """Seven days at a glance. Every word on it comes in here, so that it can be in any language."""

    title: str
    days: tuple[PictureDay, ...]
    pain_word: str
    breath_word: str
    step_word: str
    rest_word: str
    missing_word: str
    band_word: str = ""
    flare_word: str = ""
    dark: bool = False
    form: Literal["week_picture"] = "week_picture"


@dataclass(frozen=True, slots=True)
class TrialPicture:
    """What came of an experiment: how it was, 0 to 10, after each evening with and without. Neither is empty."""

    title: str
    scale_word: str
    with_word: str
    without_word: str
    middle_word: str
    with_days: tuple[float, ...]
    without_days: tuple[float, ...]
    dark: bool = False
    form: Literal["trial_picture"] = "trial_picture"


@dataclass(frozen=True, slots=True)
class PictureWeek:
    """Seven days of a longer picture, under one label."""

    label: str
    days: tuple[PictureDay, ...]


@dataclass(frozen=True, slots=True)
class WeeksPicture:
    """Several weeks at a glance: each day of a few, or a band a week of many."""

    title: str
    weeks: tuple[PictureWeek, ...]
    detail: Literal["days", "weeks"]
    pain_word: str
    band_word: str
    breath_word: str
    step_word: str
    flare_word: str
    missing_word: str
    dark: bool = False
    form: Literal["weeks_picture"] = "weeks_picture"


@dataclass(frozen=True, slots=True)
class ExportFile:
    """Everything stored about the person, put together when it is sent, so that no copy lies about."""

    format: Literal["json", "csv"]
    form: Literal["export_file"] = "export_file"


@dataclass(frozen=True, slots=True)
class ReportFile:
    """One page for the doctor, or its scores for a computer, put together when it is sent.

    `parts` are those that the person agreed to, about the days from `first` to `last`; `words` is every word on it.
    """

    format: Literal["pdf", "fhir"]
    parts: tuple[str, ...]
    first: date
    last: date
    words: dict[str, str]
    form: Literal["report_file"] = "report_file"


Attachment = BreathingAnimation | BreathingSound | WeekPicture | WeeksPicture | TrialPicture | ExportFile | ReportFile


@dataclass(frozen=True, slots=True)
class Say:
    """A message. `kind` names the part of the programme that speaks; with an attachment, `text` also tells its content.

    A scheduled message has `expires_at`, after which it is not sent any more.
    """

    kind: str
    text: str
    options: tuple[Option, ...] = ()
    attachment: Attachment | None = None
    urgency: Urgency = Urgency.REPLY
    expires_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class SetTimer:
    """Wake the engine with `Due(name, due_at)`. A person has one timer of a name; a new one replaces it."""

    name: str
    due_at: datetime


@dataclass(frozen=True, slots=True)
class DropTimer:
    name: str


@dataclass(frozen=True, slots=True)
class Record:
    """Keep a new fact."""

    fact: Fact


@dataclass(frozen=True, slots=True)
class Amend:
    """Add to a fact kept before: the row of that type and entry gets these values."""

    fact: type[Fact]
    entry: int
    changes: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Forget:
    """Delete one fact that the person does not want kept any more."""

    fact: type[Fact]
    entry: int


@dataclass(frozen=True, slots=True)
class Recall:
    """Ask for the records from `since` on; they come back as `Recalled(purpose, records)` in the same transaction."""

    purpose: str
    since: date


@dataclass(frozen=True, slots=True)
class CancelScheduled:
    """Take back the scheduled messages of these kinds that wait to be sent; of every kind when none is named.

    One that is being sent just now may still arrive, but is not tried again.
    """

    kinds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Erase:
    """Delete everything stored about the person; what this turn says is still sent, then forgotten."""


@dataclass(frozen=True, slots=True)
class SayElsewhere:
    """Say this in the other place where the person is met, not here."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class OfferLink:
    """Ask for a code that joins another place to this memory; it comes back as `LinkOffered`."""


@dataclass(frozen=True, slots=True)
class UseLink:
    """Join this place to the memory that offered the code; what came of it comes back as `LinkUsed`.

    Whoever has a memory of their own here must be sure: it goes into the other one.
    """

    code: str
    is_sure: bool = False


@dataclass(frozen=True, slots=True)
class Unlink:
    """Know the person no more on that platform."""

    platform: str


Effect = (
    Say
    | SayElsewhere
    | SetTimer
    | DropTimer
    | Record
    | Amend
    | Forget
    | Recall
    | OfferLink
    | UseLink
    | Unlink
    | CancelScheduled
    | Erase
)
