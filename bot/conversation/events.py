"""What can happen to a person."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from bot.conversation.person import Notice, Person
from bot.conversation.records import Records


@dataclass(frozen=True, slots=True)
class Text:
    """The person wrote something, in their own words; any length, possibly empty."""

    text: str


@dataclass(frozen=True, slots=True)
class Edited:
    """The person put something they had sent before into other words; `text` is what it says now."""

    text: str


@dataclass(frozen=True, slots=True)
class Choice:
    """The person pressed a button; `option_id` is what the button carried, from today or from last year."""

    option_id: str


@dataclass(frozen=True, slots=True)
class Command:
    """The person called a part of Steady by name; `argument` is what stood behind it, as typed."""

    name: str
    argument: str = ""


@dataclass(frozen=True, slots=True)
class Media:
    """The person sent something that isn't text. It is never fetched or stored; `kind` is for the answer's words."""

    kind: str


@dataclass(frozen=True, slots=True)
class Due:
    """A timer's moment has come. What to say, if anything, is decided now, not when it was set."""

    timer: str
    due_at: datetime


@dataclass(frozen=True, slots=True)
class Recalled:
    """The records a turn asked for with the effect `Recall`, handed back within the same transaction."""

    purpose: str
    records: Records


@dataclass(frozen=True, slots=True)
class LinkOffered:
    """The code a turn asked for with the effect `OfferLink`; it can be used once, for so many minutes."""

    code: str
    minutes: int


@dataclass(frozen=True, slots=True)
class LinkUsed:
    """What came of the effect `UseLink`. Once joined, `here` and `there` are the two platforms, and `other` is who had
    a memory of their own here, whose entries are now higher by `shift`.

    unknown       no such code, or no longer
    same          the code was offered here
    not_now       that memory has two places already or one of this platform, or help is held for its person
    two_memories  there is a memory here too, and the person was not asked what is to become of it
    """

    outcome: Literal["joined", "unknown", "same", "not_now", "two_memories"]
    code: str = ""
    here: str = ""
    there: str = ""
    other: Person | None = None
    shift: int = 0


@dataclass(frozen=True, slots=True)
class Left:
    """The platform says that this person can't be reached any more: blocked, or the chat is gone."""


@dataclass(frozen=True, slots=True)
class Rests:
    """A timer's moment has come for somebody who is served no more: it comes to nothing, and no other follows until
    they are served again and write."""


@dataclass(frozen=True, slots=True)
class Noticed:
    """Whoever runs Steady has something to tell everybody."""

    notice: Notice


@dataclass(frozen=True, slots=True)
class Quieted:
    """Whoever runs Steady lets it be quiet for this person, for so many days or, with `None`, until they come back."""

    days: int | None


@dataclass(frozen=True, slots=True)
class Forgotten:
    """Whoever runs Steady has it forget this person."""


Done = Noticed | Quieted | Forgotten  # by whoever runs Steady
Event = Text | Edited | Choice | Command | Media | Due | Recalled | LinkOffered | LinkUsed | Left | Rests | Done


def wording(event: Event) -> str:
    """What the person wrote, if anything. A command's name is part of it: a sentence may begin with a slash."""
    match event:
        case Text(text) | Edited(text):
            return text
        case Command(name, argument):
            return f"{name} {argument}"
        case _:
            return ""
