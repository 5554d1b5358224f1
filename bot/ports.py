"""What the companion asks of the world: a store, and a channel for each platform."""

from collections.abc import Awaitable, Callable, Collection, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Protocol, Self

from bot.conversation.effects import Attachment, Option, Say, Urgency
from bot.conversation.events import Event
from bot.conversation.person import Person
from bot.conversation.records import Fact, Records
from bot.errors import CannotDo
from bot.meters import Meters


@dataclass(frozen=True, slots=True)
class Address:
    """Where a person is met: `user` is the platform's id of the person, `chat` the id of the chat to write to."""

    platform: str
    user: str
    chat: str

    @property
    def key(self) -> tuple[str, str]:
        """Platform and user: the same place, whatever chat is written to."""
        return self.platform, self.user


@dataclass(frozen=True, slots=True)
class Inbound:
    """An event as it arrived. `id` is the platform's own, unique per platform; `None` where there is none. An edit's is
    the message's own with the moment of the edit.

    `at` is when the person wrote, edited or pressed, where the platform tells: the bot may have been away since.
    `zone` is an IANA name where the platform has an idea of the person's clock, certain only on their own machine.
    `is_next` is false while something older of that chat could not be heard yet.
    """

    id: str | None
    address: Address
    event: Event
    language: str | None = None
    zone: str | None = None
    zone_is_certain: bool = False
    at: datetime | None = None
    is_next: bool = True


@dataclass(frozen=True, slots=True)
class DueTimer:
    person_id: str
    name: str
    due_at: datetime


@dataclass(frozen=True, slots=True)
class OutboxMessage:
    """A message on its way. `id` grows in the order in which things were said.

    `person_id` is `None` for someone who is not known (before consent, after deletion). `due_at` is when it should have
    been there: at its timer's moment, or else when it was said. `doubts` is how many of the attempts ended with nobody
    knowing whether it arrived.
    """

    id: int
    person_id: str | None
    address: Address
    kind: str
    text: str
    options: tuple[Option, ...]
    attachment: Attachment | None
    urgency: Urgency
    due_at: datetime
    expires_at: datetime | None
    attempts: int = 0
    doubts: int = 0


@dataclass(frozen=True, slots=True)
class File:
    """An attachment made real. `key` names its content; the same key is always the same bytes.

    `reusable` is true where other people get the very same file, so that a platform's own copy may be sent again.
    `seconds` is how long a sound plays.
    """

    key: str
    name: str
    media_type: str
    content: bytes = field(repr=False)
    reusable: bool = False
    seconds: int | None = None


class TryLater(Exception):
    """Nothing was sent; the same message may be sent again after `seconds`.

    `whole_bot` tells that the platform named every chat of the bot, not this one alone.
    """

    def __init__(self, seconds: float, *, whole_bot: bool = False) -> None:
        super().__init__(f"the platform asks to wait {seconds:g} s")
        self.seconds = seconds
        self.whole_bot = whole_bot


class Unreachable(Exception):
    """This person can't be written to: they blocked the bot, left, or the chat is gone."""


class Moved(Exception):
    """The chat has another id now; write there."""

    def __init__(self, chat: str) -> None:
        super().__init__("the chat has moved")
        self.chat = chat


class Uncertain(Exception):
    """Nobody knows whether the message arrived, or only a part did. It may not be sent again before `seconds`."""

    def __init__(self, why: str = "the answer was lost after the request had left", seconds: float = 0) -> None:
        super().__init__(why)
        self.seconds = seconds


class Refused(Exception):
    """The platform will never take this message as it is; its text says why, without the person's words."""


class Rejected(Exception):
    """The platform will not have this bot at all: the token is wrong, or was revoked. Trying again is no use."""


class OutOfReach(Exception):
    """The store is away, busy or full, or gave way to another who wanted the same rows: nothing was stored, and the
    same may be tried again."""


class RoleLost(Exception):
    """Another process may have the role now: nothing more may be done in it."""


class Taken(CannotDo):
    """Another process serves this platform from the same database, which is not one to share."""

    def __init__(self, platform: str) -> None:
        super().__init__(
            f"Another Steady already serves {platform.capitalize()} from this database.",
            "Stop that one first, or let both share a PostgreSQL: "
            "STEADY_DATABASE_URL=postgresql://user:password@host/name",
        )


class Role(Protocol):
    """What one process does at a time; it ends with the process, however that ends."""

    def watch(self, seconds: float) -> bool:
        """Wait so long at most; true once another process has left something to be said. Raises `RoleLost`."""

    def release(self) -> None: ...


class Channel(Protocol):
    """A platform that messages can be sent through."""

    platform: str
    per_second: int  # messages a second over all chats; 0 for no limit
    resends_safely: bool  # whether the platform itself drops a message that it got before

    async def send(self, message: OutboxMessage, file: File | None) -> None:
        """Raises `TryLater`, `Unreachable`, `Moved`, `Uncertain` or `Refused`; returns when the platform has it."""


class LiveChannel(Channel, Protocol):
    """A channel to a platform that can be out of reach, and tells when it last was not."""

    @property
    def heard_at(self) -> datetime | None:
        """When the platform last gave a sign of life; `None` before the first."""


Receive = Callable[[Inbound], Awaitable[None]]
"""Hands an inbound event over; when it returns, the turn is committed and the platform may be told so."""


@dataclass(frozen=True, slots=True)
class KnownChat:
    """A chat with somebody known; `last_inbound_id` is the newest update up to which all were seen there."""

    address: Address
    last_inbound_id: str | None


class Notebook(Protocol):
    """What an adapter may keep between restarts."""

    async def uploaded(self, platform: str, key: str) -> str | None:
        """The platform's own name of a file that was sent before."""

    async def remember_upload(self, platform: str, key: str, file_id: str) -> None: ...

    async def known_chats(self, platform: str) -> list[KnownChat]:
        """Those of people who spoke last first."""


@dataclass(frozen=True, slots=True)
class PlatformWords:
    """What a platform shows of the bot outside the conversation, in one language."""

    commands: Mapping[str, str]  # name to description
    description: str  # what an empty chat shows, 512 characters at most
    about: str  # 120 characters at most
    only_in_private: str  # said in a group or on a server
    sent_in_private: str  # said on a server when the answer went to a direct message


@dataclass(frozen=True, slots=True)
class Stock:
    """How much there is: people who are known, and messages that wait or are being sent, by state and urgency."""

    people: int
    messages: Mapping[tuple[str, int], int]


class UnitOfWork(Protocol):
    """One transaction. What is not committed did not happen."""

    def expect(self, inbounds: Collection[Inbound]) -> None:
        """Read at once what these will need."""

    def due_timers(self, platforms: frozenset[str], now: datetime, limit: int) -> list[DueTimer]:
        """As of the store, and what their turns will need is read at once; nobody else gets them meanwhile."""

    def note_seen(self, platform: str, inbound_id: str, now: datetime) -> bool:
        """Note that this update came; false when it was noted before."""

    def person_at(self, address: Address) -> Person | None:
        """The person known by platform and user; a changed chat id is stored."""

    def person(self, person_id: str) -> Person | None: ...

    def people(self, person_ids: Collection[str]) -> list[Person]:
        """Those of them who are known, read at once, in that order."""

    def address_of(self, person_id: str, platforms: Collection[str] = ()) -> Address | None:
        """Where the person last spoke, on one of these platforms or on any."""

    def addresses_of(self, person_id: str) -> list[Address]:
        """Every place where the person is met, the one where they last spoke first."""

    def add_person(self, person: Person, address: Address, now: datetime) -> None: ...

    def save_person(self, person: Person, now: datetime) -> None: ...

    def erase_person(self, person_id: str) -> None:
        """Delete the person and every row that refers to them, waiting messages too."""

    def add_address(self, person_id: str, address: Address, now: datetime) -> None:
        """Know the person there too."""

    def unheard_since(self, before: datetime, most: int) -> list[str]:
        """Ids of people who have said nothing anywhere since before that moment, so many at most."""

    def part(self, address: Address) -> None:
        """Know nobody there any more; what waits to be sent there is not."""

    def offer_link(self, person_id: str, digest: str, expires_at: datetime) -> None:
        """Keep the digest of a code, in place of one kept before."""

    def link_holder(self, digest: str, now: datetime) -> str | None:
        """Who offered that code, while it can be used."""

    def withdraw_link(self, person_id: str) -> None: ...

    def hand_over(self, giver: str, taker: str, shift: int) -> None:
        """All rows and places of one person become another's, entries raised by `shift`; the giver is gone."""

    def saw(self, address: Address, inbound_id: str) -> None:
        """Note the newest update up to which all were seen in a known chat. An older one that comes again changes
        nothing."""

    def set_timer(self, person_id: str, name: str, due_at: datetime) -> None: ...

    def drop_timer(self, person_id: str, name: str) -> None: ...

    def take_timer(self, timer: DueTimer) -> bool:
        """Delete the timer; false when it is gone or was set to another moment meanwhile."""

    def put_timer_aside(self, timer: DueTimer, reason: str) -> None:
        """Keep the timer out of the way of others; `reason` is the error's type, never a person's words."""

    def record(self, person_id: str, fact: Fact) -> None: ...

    def amend(self, person_id: str, fact: type[Fact], entry: int, changes: dict[str, Any]) -> None: ...

    def forget(self, person_id: str, fact: type[Fact], entry: int) -> None:
        """Delete one row."""

    def records(self, person_id: str, since: date) -> Records: ...

    def put(
        self, person_id: str | None, address: Address, said: Say, now: datetime, due_at: datetime | None = None
    ) -> None:
        """Add to the outbox what was due then, or is due now."""

    def cancel_scheduled(self, person_id: str, kinds: Collection[str] = ()) -> None:
        """Take back waiting scheduled messages, of these kinds or of all; one in flight is not tried again."""

    def commit(self) -> None: ...


class Store(Protocol):
    """The database. Every method is plain synchronous code, run off the event loop.

    `is_shared` tells whether several processes may do the same work on it. `meters` count what became of messages, and
    what whoever uses the store does.
    """

    is_shared: bool

    @property
    def meters(self) -> Meters: ...

    def counted_by(self, meters: Meters) -> Self:
        """The same database, of which those meters count."""

    def check_keys(self) -> None:
        """Raises `CannotDo` when words have come to be sealed, since this was opened, with a key not at hand."""

    def take_role(self, role: str) -> Role | None:
        """`None` while another process has it."""

    def begin(self) -> AbstractContextManager[UnitOfWork]:
        """A transaction, rolled back unless committed."""

    def due_timers(self, platforms: frozenset[str], now: datetime, limit: int) -> list[DueTimer]:
        """Timers due at `now` of people who are met there, earliest first, without those put aside."""

    def next_due(self, platforms: frozenset[str]) -> datetime | None: ...

    def take_back_timers(self) -> None:
        """Timers that were put aside are due again."""

    def claim(
        self,
        platforms: frozenset[str],
        now: datetime,
        limit: int,
        up_to: Urgency = Urgency.SCHEDULED,
        tired: Collection[str] = (),
    ) -> list[OutboxMessage]:
        """Mark as being sent, and return, the next messages: by urgency, then in order, one a chat at a time.

        Nothing less urgent than `up_to` is among them. A chat with a message in flight has none; one that waits for
        its retry, or is `tired`, has only what is for safety. What has expired, on whatever platform, is marked so
        instead.
        """

    def overdue(self, platforms: frozenset[str], now: datetime, tired: Collection[str] = ()) -> dict[Urgency, datetime]:
        """Of each urgency, since when the first message may be sent that `claim` would return now."""

    def stock(self) -> Stock:
        """Counted anew, which takes some milliseconds of 100,000 people."""

    def next_retry(self, platforms: frozenset[str], after: datetime) -> datetime | None:
        """The first moment after that at which a message that waits for its retry may be sent."""

    def mark_sent(self, messages: Collection[OutboxMessage], now: datetime) -> None:
        """Only those that are still being sent as they were claimed; so do the next three. Since a role was lost, what
        became of a message may be another process's to say."""

    def mark_uncertain(self, message: OutboxMessage, now: datetime) -> None: ...

    def mark_failed(self, message: OutboxMessage, reason: str, now: datetime) -> None: ...

    def retry_at(self, message: OutboxMessage, moment: datetime, *, in_doubt: bool = False) -> None:
        """Back to waiting, one attempt more, and one doubt more where nobody knows whether it arrived."""

    def move_chat(self, address: Address, chat: str) -> None: ...

    def recover_in_flight(self, platforms: frozenset[str], resends_safely: frozenset[str], now: datetime) -> int:
        """After a crash: messages that were being sent are sent again, except scheduled ones on platforms that
        might then show them twice, which become uncertain. Each has one doubt more. Returns how many there were."""

    def uploaded(self, platform: str, key: str) -> str | None: ...

    def remember_upload(self, platform: str, key: str, file_id: str) -> None: ...

    def known_chats(self, platform: str) -> list[KnownChat]:
        """Those of people who spoke last first."""

    def try_writing(self) -> None:
        """Write a row, take it back, and commit: nothing stays. Raises what the database raises."""

    def prune(self, before: datetime) -> None:
        """Forget updates seen and messages finished before that moment."""

    def person_ids(self, beginning: str = "") -> list[str]:
        """Of everybody whose id begins so, in order."""

    def people(self, person_ids: Collection[str]) -> list[Person]:
        """Those of them who are known."""

    def known(self, person_id: str) -> tuple[Person, Records] | None:
        """The person and all their records, read without holding up a writer; `None` when they are gone."""

    def everything_about(self, person_id: str) -> dict[str, list[dict[str, Any]]]:
        """All rows that refer to the person, as plain JSON values: their own first, and last what was said to them,
        of which only kind, state and moments are told."""
