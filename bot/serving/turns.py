"""Inbox to turn to outbox: the only place where the engine and storage meet.

One event, one transaction: was it seen before, who is it, what follows, save, and only then may anything leave the
process. Turns that wait together share a transaction; where it fails, each has its own. All of it is plain synchronous
code for one thread, so that one person's turns never overlap.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from typing import assert_never

import structlog

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
from bot.conversation.events import Done, Due, Edited, Event, Left, Recalled, Rests, wording
from bot.conversation.library import Library
from bot.conversation.person import Person, Settings
from bot.conversation.turn import Turn
from bot.door import linking
from bot.door.entrance import Bar, Door, goes_through, refusal
from bot.door.strangers import Strangers
from bot.ports import Address, DueTimer, Inbound, OutOfReach, Store, UnitOfWork
from bot.programme import safety

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


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a turn. `danger` is the tier of a danger that was answered in it."""

    has_spoken: bool = False
    danger: str | None = None
    has_failed: bool = False


NOTHING = Outcome()


class Turns:
    """Carries out what follows from what happened, to whom the `door` lets in. `new_id` names a new person, `new_code`
    joins another place."""

    def __init__(
        self,
        store: Store,
        library: Library,
        clock: Callable[[], datetime],
        new_id: Callable[[Address], str],
        door: Door,
    ) -> None:
        self.new_code = linking.new_code
        self._store = store
        self._library = library
        self._clock = clock
        self._new_id = new_id
        self._door = door
        self._strangers = Strangers()

    def receive_together(self, inbounds: Sequence[Inbound]) -> list[Outcome]:
        with self._begun(inbounds) as unit:
            unit.expect(inbounds)
            return [self._turn(unit, inbound) for inbound in inbounds]

    def receive(self, inbound: Inbound) -> Outcome:
        """Raises `OutOfReach`, and then the same may be received again."""
        try:
            with self._begun([inbound]) as unit:
                return self._turn(unit, inbound)
        except OutOfReach:
            raise
        except Exception:
            log.exception("turn failed", platform=inbound.address.platform, event_kind=type(inbound.event).__name__)
            return self._apologise(inbound)

    @contextmanager
    def _begun(self, inbounds: Sequence[Inbound]) -> Iterator[UnitOfWork]:
        """A transaction; where it comes to nothing, what is in memory is as it was before."""
        places = [inbound.address for inbound in inbounds]
        with self._strangers.undoing(places), self._door.undoing(places), self._store.begin() as unit:
            yield unit
            unit.commit()

    def _turn(self, unit: UnitOfWork, inbound: Inbound) -> Outcome:
        platform, number = inbound.address.platform, inbound.id
        is_new = number is None or unit.note_seen(platform, number, self._clock())
        outcome = self._happens(unit, inbound) if is_new else NOTHING
        # An old message may be edited. One heard before its turn is told once more when its turn has come.
        if number is not None and inbound.is_next and not isinstance(inbound.event, Edited):
            unit.saw(inbound.address, number)  # also of someone who is known only since this turn
        return outcome

    def _happens(self, unit: UnitOfWork, inbound: Inbound) -> Outcome:
        person = unit.person_at(inbound.address)
        if isinstance(inbound.event, Left) and not (person and _leaves(unit, person.id, inbound.address)):
            return NOTHING
        bar = self._door.admit(unit, inbound, person, self._clock())
        event = inbound.event if person or bar else self._door.without_code(inbound.event)
        before = person or self._stranger(inbound)
        return self._carry_out(unit, event, Met(before, inbound.address, person is not None, inbound.at), bar)

    def _stranger(self, inbound: Inbound) -> Person:
        zone = inbound.zone if inbound.zone and is_zone(inbound.zone) else None
        return Person(
            self._new_id(inbound.address),
            language=self._library.spoken_to(inbound.language),
            agenda=self._strangers.asked(inbound.address, self._clock()),
            settings=Settings(zone=zone or "UTC", zone_is_known=inbound.zone_is_certain and zone is not None),
        )

    def _apologise(self, inbound: Inbound) -> Outcome:
        """A turn that failed is never silence: the update is noted as seen, and whoever is there is told, unread: it
        may be what is stored of them that can't be read."""
        helped = self._help(inbound)
        said = _without_buttons(helped) if helped else self._something_broke(inbound)
        with self._store.begin() as unit:
            if inbound.id is not None:
                unit.note_seen(inbound.address.platform, inbound.id, self._clock())
            unit.put(None, inbound.address, said, self._clock())
            unit.commit()
        return Outcome(has_spoken=True, danger=helped.danger if helped else None, has_failed=True)

    def _something_broke(self, inbound: Inbound) -> Say:
        language = self._library.spoken_to(inbound.language)
        return Say("help", self._library.words.text(language, "something-broke"))

    def _help(self, inbound: Inbound) -> Turn | None:
        """The help for a stranger in danger."""
        stranger = Turn(self._stranger(inbound), self._clock(), self._library)
        heard = safety.hears(stranger, wording(inbound.event))
        return safety.answer(stranger, heard) if safety.is_danger(heard) else None

    def wake_together(self, platforms: frozenset[str]) -> list[Outcome]:
        """What came of each timer of the next batch. Raises `OutOfReach`."""
        try:
            with self._store.begin() as unit:
                due = unit.due_timers(platforms, self._clock(), BATCH)
                outcomes = [self._woken(unit, timer, platforms) for timer in due]
                unit.commit()
        except OutOfReach:
            raise
        except Exception as error:  # noqa: BLE001 - whoever it was about is put aside when woken alone
            log.warning("timers woken one by one", error=type(error).__name__)
            due = self._store.due_timers(platforms, self._clock(), BATCH)
            outcomes = [self._wake(timer, platforms) for timer in due]
        return outcomes

    def _wake(self, timer: DueTimer, platforms: frozenset[str]) -> Outcome:
        try:
            with self._store.begin() as unit:
                outcome = self._woken(unit, timer, platforms)
                unit.commit()
        except OutOfReach:
            raise
        except Exception as error:
            log.exception("timer put aside", timer=timer.name)
            with self._store.begin() as unit:
                unit.put_timer_aside(timer, type(error).__name__)
                unit.commit()
            return Outcome(has_failed=True)
        return outcome

    def _woken(self, unit: UnitOfWork, timer: DueTimer, platforms: frozenset[str]) -> Outcome:
        person, address = unit.person(timer.person_id), unit.address_of(timer.person_id, platforms)
        if not unit.take_timer(timer) or person is None or address is None:
            return NOTHING
        rests = self._door.rests(unit, person.id, timer.name)
        return self._carry_out(unit, Rests() if rests else Due(timer.name, timer.due_at), Met(person, address))

    def forget_unheard(self, before: datetime) -> int:
        """Erase people, some at once, who have said nothing since before that moment; returns how many."""
        with self._store.begin() as unit:
            unheard = unit.unheard_since(before, BATCH)
            for person_id in unheard:
                unit.erase_person(person_id)
            unit.commit()
        return len(unheard)

    def by_operator(self, person_ids: Sequence[str], event: Done) -> int:
        """What whoever runs Steady does to these people, in one transaction; returns how many were there. Raises
        `OutOfReach`, and then nothing was done."""
        with self._store.begin() as unit:
            met = [(person, unit.address_of(person.id)) for person in unit.people(person_ids)]
            there = [Met(person, address) for person, address in met if address is not None]
            for one in there:
                self._carry_out(unit, event, one)
            unit.commit()
        return len(there)

    def lost(self, person_id: str, place: Address) -> None:
        with self._store.begin() as unit:
            person = unit.person(person_id)
            if person is not None and _leaves(unit, person_id, place):
                self._carry_out(unit, Left(), Met(person, place))
                unit.commit()

    def _carry_out(self, unit: UnitOfWork, event: Event, met: Met, bar: Bar | None = None) -> Outcome:
        turn = respond(event, met.person, self._clock(), self._library, met.acted_at)
        if bar and not goes_through(bar, turn):
            return self._kept_out(unit, event, met, bar)
        met, turn = self._gone_on(unit, met, turn)
        person, address = turn.person, met.address
        elsewhere = _elsewhere(unit, person.id, address) if _reaches_further(turn) else []
        self._strangers.note(address, None if person.has_consented else person.place)
        due_at = event.due_at if isinstance(event, Due) else None
        keeper = Keeper(unit, self._save(unit, met, turn), address, elsewhere, self._clock(), due_at)
        for effect in turn.effects:
            keeper.carry_out(effect)
        return Outcome(turn.has_spoken, turn.danger)

    def _kept_out(self, unit: UnitOfWork, event: Event, met: Met, bar: Bar) -> Outcome:
        """Nothing is stored; what they are told belongs to nobody. No edit is answered but for danger."""
        now = self._clock()
        if isinstance(event, Edited) or not self._door.may_tell(bar, met.address, now):
            return NOTHING
        self._door.note_told(bar, met.address, now)
        unit.put(None, met.address, refusal(bar, Turn(met.person, now, self._library)), now)
        return Outcome(has_spoken=True)

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
                meeting = linking.Meeting(person, met.address, met.is_known, now)
                person, answer = linking.use(unit, wanted, meeting)
                met = replace(met, is_known=met.is_known or person.id != met.person.id)
                turn = replace(turn, effects=())  # of a memory that may be gone
        rest = respond(answer, person, now, self._library)
        return met, replace(turn, person=rest.person, effects=turn.effects + rest.effects)


def _without_buttons(turn: Turn) -> Say:
    """What is said first; nobody would know the question of its buttons."""
    said = next(effect for effect in turn.effects if isinstance(effect, Say))
    return replace(said, options=())


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
    due_at: datetime | None

    def carry_out(self, effect: Effect) -> None:
        match effect:
            case Say():
                self.unit.put(self.person_id, self.here, effect, self.now, self.due_at)
            case SayElsewhere(kind, text):
                for place in self.elsewhere:
                    self.unit.put(None, place, Say(kind, text), self.now, self.due_at)
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
