"""Who may use Steady, and how much at a time: asked about everything that people do.

Law: help for a danger is kept from nobody. Whoever is kept out is listened to all the same, and what is judged is the
turn that followed, before any of it is stored or said. All of it is known in memory alone: who is forgotten is judged
anew.
"""

import hashlib
import hmac
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Literal

from bot.conversation.effects import Say, Urgency
from bot.conversation.events import Command, Event, Left, Text, wording
from bot.conversation.person import Person
from bot.conversation.turn import Turn
from bot.door import linking
from bot.door.allowance import ENDLESS, Allowance
from bot.door.remembered import Remembered
from bot.ports import Address, Inbound, UnitOfWork
from bot.programme import safety
from bot.programme.linking import code_in
from bot.programme.plan import HOW_ARE_YOU

CODE = re.compile(r"[\w-]{8,64}", re.ASCII)  # what Telegram passes on behind /start, and no word that people begin with
GUESSES = Allowance(5, 5 / 3600)  # codes that are not right: a slip of the finger or four, and no search
A_GUEST_FOR = timedelta(days=1)  # so long, somebody who brought a code may take to agree
TOLD_AGAIN = timedelta(hours=1)

Mode = Literal["open", "invite", "list"]
Bar = Literal["too_fast", "rush", "not_invited", "not_listed", "left_out"]
SENTENCES: Mapping[Bar, str] = {
    "too_fast": "access-too-fast",
    "rush": "access-rush",
    "not_invited": "access-not-invited",
    "not_listed": "access-not-listed",
    "left_out": "access-left-out",
}


@dataclass(frozen=True, slots=True)
class Access:
    """Everybody may use it; or whoever brings one of the `codes` or is known; or who is `listed`, by platform and user,
    alone."""

    mode: Mode = "open"
    codes: tuple[str, ...] = ()
    listed: frozenset[tuple[str, str]] = frozenset()


@dataclass(frozen=True, slots=True)
class Limits:
    """How much one person may do, how much all strangers together, and how many of those are told of it; by the
    platform's own moments, so that a day of words that come all at once, when Steady is back, is no flood."""

    each: Allowance
    strangers: Allowance
    told: Allowance


# Nobody means thirty things within a minute. Strangers get half of what Discord lets a bot say in a second, so that the
# answers of people who are known never wait long for theirs.
USUAL = Limits(each=Allowance(30, 0.5), strangers=Allowance(100, 10), told=Allowance(10, 2))
NO_LIMITS = Limits(ENDLESS, ENDLESS, ENDLESS)


@dataclass(frozen=True, slots=True)
class Visitor:
    """What is known of one place; `guest_since` is when they brought a code."""

    pace: Allowance
    guesses: Allowance = GUESSES
    guest_since: datetime | None = None
    is_slowed: bool = False  # told that it was too fast, and not slow since
    refused_at: datetime | None = None


class Door:
    """Keeps out who has no access and who is too fast; as it is made, nobody."""

    def __init__(self, access: Access = Access(), limits: Limits = NO_LIMITS) -> None:
        self._mode = access.mode
        self._codes = tuple(_digest(code) for code in access.codes)
        self._listed = access.listed
        self._limits = limits
        self._visitors: Remembered[Visitor] = Remembered()

    def bar(self, unit: UnitOfWork, inbound: Inbound, person: Person | None, now: datetime) -> Bar | None:
        """What keeps somebody from what they want, if anything does; that they came is noted."""
        if isinstance(inbound.event, Left):
            return None
        moment = inbound.at or now
        return (
            self._too_fast(inbound.address, moment)
            or (None if person else self._rush(moment))
            or self._no_access(unit, inbound, person, now)
        )

    def without_code(self, event: Event) -> Event:
        """Who brings a code is greeted as anybody is; it is no words to be read."""
        return Command("start") if self._is_code(_code_in(event)) else event

    def tells(self, bar: Bar, address: Address, now: datetime) -> bool:
        """Whether they are told now why nothing follows; that they were is noted."""
        if bar in ("too_fast", "rush"):
            return self._tells_of_the_pace(bar, address, now)
        visitor = self._visitor(address)
        if visitor.refused_at and now - visitor.refused_at < TOLD_AGAIN:
            return False
        self._visitors.note(address, replace(visitor, refused_at=now))
        return True

    def rests(self, unit: UnitOfWork, person_id: str, timer: str) -> bool:
        """Whether what is due comes to nothing, of somebody who is served no more. Who wanted to be asked how they are
        is asked."""
        return self._mode == "list" and timer != HOW_ARE_YOU and not self._lists(unit.addresses_of(person_id))

    def remembering(self, addresses: Iterable[Address]) -> Callable[[], None]:
        """What puts back all that is noted from now on, should the turns there come to nothing."""
        visitors, limits = self._visitors.places(addresses), self._limits

        def put_back() -> None:
            self._visitors.put_back(visitors)
            self._limits = limits

        return put_back

    # How much at a time

    def _too_fast(self, address: Address, moment: datetime) -> Bar | None:
        visitor = self._visitor(address)
        pace = visitor.pace.by(moment)
        visitor = replace(visitor, pace=pace, is_slowed=visitor.is_slowed and not pace.is_whole)
        if not pace.has_one:
            self._visitors.note(address, visitor)
            return "too_fast"
        self._visitors.note(address, replace(visitor, pace=pace.without_one()))
        return None

    def _rush(self, moment: datetime) -> Bar | None:
        strangers = self._limits.strangers.by(moment)
        if not strangers.has_one:
            return "rush"
        self._limits = replace(self._limits, strangers=strangers.without_one())
        return None

    def _tells_of_the_pace(self, bar: Bar, address: Address, now: datetime) -> bool:
        """Once, until they were slow again; of the strangers in a rush not all, or telling it would be one."""
        visitor, told = self._visitor(address), self._limits.told.by(now)
        if visitor.is_slowed or (bar == "rush" and not told.has_one):
            return False
        if bar == "rush":
            self._limits = replace(self._limits, told=told.without_one())
        self._visitors.note(address, replace(visitor, is_slowed=True))
        return True

    # Who may use it

    def _no_access(self, unit: UnitOfWork, inbound: Inbound, person: Person | None, now: datetime) -> Bar | None:
        match self._mode:
            case "open":
                return None
            case "invite":
                is_in = person or self._is_guest(inbound.address, now) or self._brings_code(unit, inbound, now)
                return None if is_in else "not_invited"
            case "list" if self._lists([inbound.address]):
                return None
            case "list" if person:
                return None if self._lists(unit.addresses_of(person.id)) else "left_out"
            case "list":
                return None if self._brings_code(unit, inbound, now) else "not_listed"

    def _lists(self, places: Iterable[Address]) -> bool:
        return any(place.key in self._listed for place in places)

    def _is_guest(self, address: Address, now: datetime) -> bool:
        since = self._visitor(address).guest_since
        return since is not None and now - since < A_GUEST_FOR

    def _brings_code(self, unit: UnitOfWork, inbound: Inbound, now: datetime) -> bool:
        """Whether it is a code that lets in, or one that joins this place to a memory that is served. After some that
        were neither, none is looked at for a while."""
        code, linked = _code_in(inbound.event), code_in(wording(inbound.event))
        visitor = self._visitor(inbound.address)
        guesses = visitor.guesses.by(now)
        if not (code or linked) or not guesses.has_one:
            return False
        if self._is_code(code):
            self._visitors.note(inbound.address, replace(visitor, guest_since=now))
            return True
        if linked and self._joins(unit, linked, now):
            return True
        self._visitors.note(inbound.address, replace(visitor, guesses=guesses.without_one()))
        return False

    def _is_code(self, given: str | None) -> bool:
        """Compared with all of them, in the same time whichever it is."""
        digest = _digest(given or "")
        return sum(hmac.compare_digest(digest, code) for code in self._codes) > 0

    def _joins(self, unit: UnitOfWork, code: str, now: datetime) -> bool:
        holder = linking.holder(unit, code, now)
        return holder is not None and (self._mode != "list" or self._lists(unit.addresses_of(holder)))

    def _visitor(self, address: Address) -> Visitor:
        return self._visitors.get(address) or Visitor(self._limits.each)


def goes_through(bar: Bar, turn: Turn) -> bool:
    """Whether a turn is carried out whatever stands in its way: help always is; and who was served once keeps the say
    over what is stored of them, and over silence."""
    said = [effect for effect in turn.effects if isinstance(effect, Say)]
    if any(each.urgency is Urgency.SAFETY for each in said):
        return True
    kinds = {each.kind for each in said}
    return bar == "left_out" and ("privacy" in kinds or (turn.person.stopped and "pause" in kinds))


def refusal(bar: Bar, turn: Turn) -> Say:
    """Why nothing follows, in a sentence or two, and whom to call in danger."""
    return Say("access", turn.words(SENTENCES[bar], **safety.numbers(turn)))


def _code_in(event: Event) -> str | None:
    """What may be a code: one word, or what a link to Telegram's bot put behind /start."""
    match event:
        case Text(text) | Command("start", text):
            return text.strip() if CODE.fullmatch(text.strip()) else None
        case _:
            return None


def _digest(code: str) -> bytes:
    """Whatever its letters are, large or small: a phone begins a message with a large one."""
    return hashlib.sha256(code.casefold().encode()).digest()
