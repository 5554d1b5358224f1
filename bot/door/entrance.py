"""The door that everything people do comes through, which asks for their access and their pace.

Law: help for a danger is kept from nobody. Whoever is kept out is listened to all the same, and what is judged is the
turn that followed, before any of it is stored or said. All of it is known in memory alone: who is forgotten is judged
anew.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime

from bot.conversation.effects import Say, Urgency
from bot.conversation.events import Command, Event, Left
from bot.conversation.person import Person
from bot.conversation.turn import Turn
from bot.door.access import EVERYBODY, Access, Admission, Refusal
from bot.door.pace import NO_LIMITS, Haste, Limits, Pace
from bot.ports import Address, Inbound, UnitOfWork
from bot.programme import safety

Bar = Haste | Refusal
SENTENCES: Mapping[Bar, str] = {
    "too_fast": "access-too-fast",
    "rush": "access-rush",
    "not_invited": "access-not-invited",
    "wrong_code": "access-wrong-code",
    "not_listed": "access-not-listed",
    "left_out": "access-left-out",
}


class Door:
    """Keeps out who has no access and who is too fast; as it is made, nobody."""

    def __init__(self, access: Access = EVERYBODY, limits: Limits = NO_LIMITS) -> None:
        self._admission = Admission(access)
        self._pace = Pace(limits)

    def admit(self, unit: UnitOfWork, inbound: Inbound, person: Person | None, now: datetime) -> Bar | None:
        """Let somebody in, or say what keeps them from what they want; that they came is noted."""
        if isinstance(inbound.event, Left):
            return None
        return (
            self._pace.take(inbound.address, inbound.at, now)
            or (None if person else self._pace.take_of_strangers(inbound.at, now))
            or self._admission.admit(unit, inbound, person, now)
        )

    def without_code(self, event: Event) -> Event:
        """Who brings a code is greeted as anybody is; it is no words to be read."""
        return Command("start") if self._admission.brings_invitation(event) else event

    def may_tell(self, bar: Bar, address: Address, now: datetime) -> bool:
        """Whether somebody is to be told now why nothing follows."""
        match bar:
            case "too_fast" | "rush":
                return self._pace.may_tell(bar, address, now)
            case _:
                return self._admission.may_tell(bar, address, now)

    def note_told(self, bar: Bar, address: Address, now: datetime) -> None:
        match bar:
            case "too_fast" | "rush":
                self._pace.note_told(bar, address, now)
            case _:
                self._admission.note_told(bar, address, now)

    def rests(self, unit: UnitOfWork, person_id: str, timer: str) -> bool:
        """Whether what is due comes to nothing, of somebody who is served no more."""
        return self._admission.rests(unit, person_id, timer)

    @contextmanager
    def undoing(self, addresses: Iterable[Address]) -> Iterator[None]:
        """Where what happens within fails, nothing of it was noted."""
        places = tuple(addresses)
        with self._pace.undoing(places), self._admission.undoing(places):
            yield


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
