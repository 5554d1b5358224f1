"""Inbox to turn to outbox: the only place where the engine and storage meet.

One event, one transaction: was it seen before, who is it, what follows, save, and only then may anything leave the
process. Turns that wait together share a transaction; where it fails, each has its own. All of it is plain synchronous
code for one thread, so that one person's turns never overlap.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import assert_never

import structlog

from bot import linking
from bot.conversation.calendar import is_zone
from bot.conversation.effects import (
    Amend,
    CancelScheduled,
    DropTimer,
    Effect,
    Erase,
    Forget,
    OfferLink,
    Recall,
    Record,
    Say,
    SayElsewhere,
    SetTimer,
    Unlink,
    UseLink,
)
from bot.conversation.engine import respond
from bot.conversation.events import Due, Edited, Event, Left, Recalled, wording
from bot.conversation.library import Library
from bot.conversation.person import Person, Settings
from bot.conversation.turn import Turn
from bot.ports import Address, DueTimer, Inbound, OutOfReach, Store, UnitOfWork
from bot.programme import safety
from bot.strangers import Strangers

log = structlog.get_logger()
Kept = SetTimer | DropTimer | Record | Amend | Forget | CancelScheduled  # what happens to a person's rows
BATCH = 100  # timers woken before others get the database again


@dataclass(frozen=True, slots=True)
class Met:
    """Who an event happens to, where, and when they did it, if that is known; someone who is not known has no row of
    their own yet."""

    person: Person
    address: Address
    is_known: bool = True
    acted_at: datetime | None = None


class Turns:
    """Carries out what follows from what happened. `new_id` names a new person, `new_code` joins another place."""

    def __init__(
        self,
        store: Store,
        library: Library,
        clock: Callable[[], datetime],
        new_id: Callable[[Address], str],
    ) -> None:
        self.new_code = linking.new_code
        self._store = store
        self._library = library
        self._clock = clock
        self._new_id = new_id
        self._strangers = Strangers()

    def receive_together(self, inbounds: Sequence[Inbound]) -> list[bool]:
        asked = self._strangers.places([inbound.address for inbound in inbounds])
        try:
            with self._store.begin() as unit:
                unit.expect(inbounds)
                have_spoken = [self._turn(unit, inbound) for inbound in inbounds]
                unit.commit()
        except Exception:
            self._strangers.put_back(asked)
            raise
        return have_spoken

    def receive(self, inbound: Inbound) -> bool:
        """Whether something was said. Raises `OutOfReach`, and then the same may be received again."""
        asked = self._strangers.places([inbound.address])
        try:
            with self._store.begin() as unit:
                has_spoken = self._turn(unit, inbound)
                unit.commit()
        except Exception as error:
            self._strangers.put_back(asked)
            if isinstance(error, OutOfReach):
                raise
            log.exception("turn failed", platform=inbound.address.platform, event_kind=type(inbound.event).__name__)
            self._apologise(inbound)
            return True
        return has_spoken

    def _turn(self, unit: UnitOfWork, inbound: Inbound) -> bool:
        platform, number = inbound.address.platform, inbound.id
        is_new = number is None or unit.note_seen(platform, number, self._clock())
        has_spoken = is_new and self._happens(unit, inbound)
        # An old message may be edited. One heard before its turn is told once more when its turn has come.
        if number is not None and inbound.is_next and not isinstance(inbound.event, Edited):
            unit.saw(inbound.address, number)  # also of someone who is known only since this turn
        return has_spoken

    def _happens(self, unit: UnitOfWork, inbound: Inbound) -> bool:
        person = unit.person_at(inbound.address)
        if isinstance(inbound.event, Left) and not (person and _leaves(unit, person.id, inbound.address)):
            return False
        before = person or self._stranger(inbound)
        return self._carry_out(unit, inbound.event, Met(before, inbound.address, person is not None, inbound.at))

    def _stranger(self, inbound: Inbound) -> Person:
        zone = inbound.zone if inbound.zone and is_zone(inbound.zone) else None
        return Person(
            self._new_id(inbound.address),
            agenda=self._strangers.asked(inbound.address, self._clock()),
            settings=Settings(zone=zone or "UTC", zone_is_known=inbound.zone_is_certain and zone is not None),
        )

    def _apologise(self, inbound: Inbound) -> None:
        """A turn that failed is never silence: the update is noted as seen, and whoever is there is told, unread: it
        may be what is stored of them that can't be read."""
        said = self._help(inbound) or Say("help", self._library.words.text(inbound.language or "en", "something-broke"))
        with self._store.begin() as unit:
            if inbound.id is not None:
                unit.note_seen(inbound.address.platform, inbound.id, self._clock())
            unit.put(None, inbound.address, said, self._clock())
            unit.commit()

    def _help(self, inbound: Inbound) -> Say | None:
        """What a stranger in danger is told, without its buttons: nobody would know their question."""
        stranger = Turn(self._stranger(inbound), self._clock(), self._library)
        heard = safety.hears(stranger, wording(inbound.event))
        if not safety.is_danger(heard):
            return None
        said = next(effect for effect in safety.answer(stranger, heard).effects if isinstance(effect, Say))
        return replace(said, options=())

    def wake_together(self, platforms: frozenset[str]) -> list[bool]:
        """Of each timer of the next batch, whether something was said. Raises `OutOfReach`."""
        try:
            with self._store.begin() as unit:
                due = unit.due_timers(platforms, self._clock(), BATCH)
                have_spoken = [self._woken(unit, timer, platforms) for timer in due]
                unit.commit()
        except OutOfReach:
            raise
        except Exception as error:  # noqa: BLE001 - whoever it was about is put aside when woken alone
            log.warning("timers woken one by one", error=type(error).__name__)
            due = self._store.due_timers(platforms, self._clock(), BATCH)
            have_spoken = [self._wake(timer, platforms) for timer in due]
        return have_spoken

    def _wake(self, timer: DueTimer, platforms: frozenset[str]) -> bool:
        try:
            with self._store.begin() as unit:
                has_spoken = self._woken(unit, timer, platforms)
                unit.commit()
        except OutOfReach:
            raise
        except Exception as error:
            log.exception("timer put aside", timer=timer.name)
            with self._store.begin() as unit:
                unit.put_timer_aside(timer, type(error).__name__)
                unit.commit()
            return False
        return has_spoken

    def _woken(self, unit: UnitOfWork, timer: DueTimer, platforms: frozenset[str]) -> bool:
        person, address = unit.person(timer.person_id), unit.address_of(timer.person_id, platforms)
        if not unit.take_timer(timer) or person is None or address is None:
            return False
        return self._carry_out(unit, Due(timer.name, timer.due_at), Met(person, address))

    def forget_unheard(self, before: datetime) -> int:
        """Erase people, some at once, who have said nothing since before that moment; returns how many."""
        with self._store.begin() as unit:
            unheard = unit.unheard_since(before, BATCH)
            for person_id in unheard:
                unit.erase_person(person_id)
            unit.commit()
        return len(unheard)

    def lost(self, person_id: str, place: Address) -> None:
        with self._store.begin() as unit:
            person = unit.person(person_id)
            if person is not None and _leaves(unit, person_id, place):
                self._carry_out(unit, Left(), Met(person, place))
                unit.commit()

    def _carry_out(self, unit: UnitOfWork, event: Event, met: Met) -> bool:
        """Whether something was said."""
        turn = respond(event, met.person, self._clock(), self._library, met.acted_at)
        met, turn = self._gone_on(unit, met, turn)
        person, address = turn.person, met.address
        elsewhere = _elsewhere(unit, person.id, address) if _reaches_further(turn) else []
        self._strangers.note(address, None if person.has_consented else person.place)
        keeper = Keeper(unit, self._save(unit, met, turn), address, elsewhere, self._clock())
        for effect in turn.effects:
            keeper.carry_out(effect)
        return turn.has_spoken

    def _save(self, unit: UnitOfWork, met: Met, turn: Turn) -> str | None:
        """The person first, so that their effects find them; the id they are kept under, if they are."""
        person, now = turn.person, self._clock()
        if any(isinstance(effect, Erase) for effect in turn.effects):
            unit.erase_person(person.id)
            return None
        if not person.has_consented:
            return None
        if met.is_known:
            unit.save_person(person, now)
        else:
            unit.add_person(person, met.address, now)
        return person.id

    def _gone_on(self, unit: UnitOfWork, met: Met, turn: Turn) -> tuple[Met, Turn]:
        """The turn, gone on with what it asked of the world in the same transaction."""
        now, person = self._clock(), turn.person
        wanted = next((effect for effect in turn.effects if isinstance(effect, Recall | OfferLink | UseLink)), None)
        match wanted:
            case None:
                return met, turn
            case Recall(purpose, since):
                answer: Event = Recalled(purpose, unit.records(person.id, since))
            case OfferLink():
                answer = linking.offer(unit, person.id, self.new_code(), now)
            case UseLink():
                place = linking.Place(person, met.address, met.is_known, now)
                person, answer = linking.use(unit, wanted, place)
                met = replace(met, is_known=met.is_known or person.id != met.person.id)
                turn = replace(turn, effects=())  # of a memory that may be gone
        rest = respond(answer, person, now, self._library)
        return met, Turn(rest.person, now, self._library, turn.effects + rest.effects)


def _reaches_further(turn: Turn) -> bool:
    """Whether other places of theirs have a part in it; looking for those ends what grouped turns save."""
    return any(isinstance(effect, SayElsewhere | Unlink) for effect in turn.effects)


def _elsewhere(unit: UnitOfWork, person_id: str, here: Address) -> list[Address]:
    return [place for place in unit.addresses_of(person_id) if place.key != here.key]


def _leaves(unit: UnitOfWork, person_id: str, place: Address) -> bool:
    """Whether who is not there any more has left Steady: not whoever last spoke in another place."""
    last = unit.address_of(person_id)
    return last is not None and last.key == place.key


@dataclass(frozen=True, slots=True)
class Keeper:
    """Carries out the effects of one turn; of somebody who is not kept (`person_id` is `None`), only words."""

    unit: UnitOfWork
    person_id: str | None
    here: Address
    elsewhere: list[Address]
    now: datetime

    def carry_out(self, effect: Effect) -> None:
        match effect:
            case Say():
                self.unit.put(self.person_id, self.here, effect, self.now)
            case SayElsewhere(kind, text):
                for place in self.elsewhere:
                    self.unit.put(None, place, Say(kind, text), self.now)
            case Unlink(platform):
                for place in (self.here, *self.elsewhere):
                    if place.platform == platform:
                        self.unit.part(place)
            case Recall() | OfferLink() | UseLink() | Erase():
                pass  # the turn as a whole did
            case _:
                if self.person_id is not None:
                    _keep(self.unit, self.person_id, effect)


def _keep(unit: UnitOfWork, person_id: str, effect: Kept) -> None:
    match effect:
        case SetTimer(name, due_at):
            unit.set_timer(person_id, name, due_at)
        case DropTimer(name):
            unit.drop_timer(person_id, name)
        case Record(fact):
            unit.record(person_id, fact)
        case Amend(fact_type, entry, changes):
            unit.amend(person_id, fact_type, entry, changes)
        case Forget(fact_type, entry):
            unit.forget(person_id, fact_type, entry)
        case CancelScheduled(kinds):
            unit.cancel_scheduled(person_id, kinds)
        case _:
            assert_never(effect)
