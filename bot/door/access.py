"""Who may use Steady: everybody, who brings a code, or who is on a list. Guests are known in memory alone."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Literal

from bot.conversation.events import Command, Event, Text, wording
from bot.conversation.person import Person
from bot.door import linking
from bot.door.codes import Codes, can_be_code
from bot.door.pace import Allowance
from bot.door.remembered import Remembered
from bot.ports import Address, Inbound, UnitOfWork
from bot.programme.linking import code_in
from bot.programme.plan import HOW_ARE_YOU

GUESSES = Allowance(5, 5 / 3600)  # codes that are not right: a slip of the finger or four, and no search
A_GUEST_FOR = timedelta(days=1)  # so long, somebody who brought a code may take to agree
TOLD_AGAIN = timedelta(hours=1)

Mode = Literal["open", "invite", "list"]
Refusal = Literal["not_invited", "wrong_code", "not_listed", "left_out"]


@dataclass(frozen=True, slots=True)
class Access:
    """Everybody may use it; or whoever brings one of the `codes` or is known; or who is `allowed` by platform and user,
    alone."""

    mode: Mode = "open"
    codes: tuple[str, ...] = ()
    allowed: frozenset[tuple[str, str]] = frozenset()


EVERYBODY = Access()


@dataclass(frozen=True, slots=True)
class Visitor:
    """What is known of one place; `guest_since` is when they brought a code."""

    guesses: Allowance = GUESSES
    guest_since: datetime | None = None
    refused_at: datetime | None = None
    knows_of_the_code: bool = False  # told, since then, that it does not fit


class Admission:
    """Lets in whom `access` allows."""

    def __init__(self, access: Access) -> None:
        self._mode = access.mode
        self._codes = Codes(access.codes)
        self._allowed = access.allowed
        self._visitors: Remembered[Visitor] = Remembered()

    def admit(self, unit: UnitOfWork, inbound: Inbound, person: Person | None, now: datetime) -> Refusal | None:
        """Let somebody in, or say why not; a code that they bring is noted, and one that is wrong."""
        match self._mode:
            case "open":
                return None
            case "invite":
                is_in = person or self._is_guest(inbound.address, now) or self._take_code(unit, inbound, now)
                return None if is_in else self._not_invited(inbound, now)
            case "list" if self._allows([inbound.address]):
                return None
            case "list" if person:
                return None if self._allows(unit.addresses_of(person.id)) else "left_out"
            case "list":
                return None if self._take_code(unit, inbound, now) else "not_listed"

    def brings_invitation(self, event: Event) -> bool:
        return (_code_in(event) or "") in self._codes

    def _not_invited(self, inbound: Inbound, now: datetime) -> Refusal:
        """One word from somebody who was told of codes is one that does not fit; that is told once."""
        is_news = self._was_told(inbound.address, now) and not self._visitor(inbound.address).knows_of_the_code
        return "wrong_code" if is_news and _code_in(inbound.event) else "not_invited"

    def _was_told(self, address: Address, now: datetime) -> bool:
        refused_at = self._visitor(address).refused_at
        return refused_at is not None and now - refused_at < TOLD_AGAIN

    def may_tell(self, refusal: Refusal, address: Address, now: datetime) -> bool:
        """Whether it is long enough since they were told, or it is something new."""
        return refusal == "wrong_code" or not self._was_told(address, now)

    def note_told(self, refusal: Refusal, address: Address, now: datetime) -> None:
        visitor = self._visitor(address)
        if refusal == "wrong_code":
            self._visitors.note(address, replace(visitor, knows_of_the_code=True))
        else:
            self._visitors.note(address, replace(visitor, refused_at=now, knows_of_the_code=False))

    def rests(self, unit: UnitOfWork, person_id: str, timer: str) -> bool:
        """Whether what is due comes to nothing, of somebody who is served no more. Who wanted to be asked how they are
        is asked."""
        return self._mode == "list" and timer != HOW_ARE_YOU and not self._allows(unit.addresses_of(person_id))

    @contextmanager
    def undoing(self, addresses: Iterable[Address]) -> Iterator[None]:
        """Where what happens within fails, nothing of it was noted."""
        with self._visitors.undoing(addresses):
            yield

    def _allows(self, places: Iterable[Address]) -> bool:
        return any(place.key in self._allowed for place in places)

    def _is_guest(self, address: Address, now: datetime) -> bool:
        since = self._visitor(address).guest_since
        return since is not None and now - since < A_GUEST_FOR

    def _take_code(self, unit: UnitOfWork, inbound: Inbound, now: datetime) -> bool:
        """Note a code that lets in, or one that joins this place to a memory that is served; whether it is one. After
        some that were neither, none is looked at for a while."""
        code, linked = _code_in(inbound.event), code_in(wording(inbound.event))
        visitor = self._visitor(inbound.address)
        guesses = visitor.guesses.by(now)
        if not (code or linked) or not guesses.has_one:
            return False
        if self.brings_invitation(inbound.event):
            self._visitors.note(inbound.address, replace(visitor, guest_since=now))
            return True
        if linked and self._joins(unit, linked, now):
            return True
        self._visitors.note(inbound.address, replace(visitor, guesses=guesses.without_one()))
        return False

    def _joins(self, unit: UnitOfWork, code: str, now: datetime) -> bool:
        holder = linking.holder(unit, code, now)
        return holder is not None and (self._mode != "list" or self._allows(unit.addresses_of(holder)))

    def _visitor(self, address: Address) -> Visitor:
        return self._visitors.get(address) or Visitor()


def _code_in(event: Event) -> str | None:
    """What may be a code: one word, or what a link to Telegram's bot put behind /start."""
    match event:
        case Text(text) | Command("start", text):
            return text.strip() if can_be_code(text.strip()) else None
        case _:
            return None
