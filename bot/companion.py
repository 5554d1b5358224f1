"""Inbox to turn to outbox: the only place where the engine and storage meet.

One event, one transaction: was it seen before, who is it, what follows, save, and only then may anything leave the
process. The turn is plain synchronous code on a thread of its own, so that a slow database never holds up the event
loop, and one person's turns never overlap. Turns that wait together share a transaction; where it fails, each has its
own.
"""

import asyncio
import uuid
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import TypeVar, assert_never

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
from bot.grouped import Grouped
from bot.ports import Address, DueTimer, Inbound, KnownChat, Store, UnitOfWork
from bot.programme import safety
from bot.strangers import Strangers

log = structlog.get_logger()
T = TypeVar("T")
Item = TypeVar("Item")
KEPT = timedelta(days=14)  # platforms repeat an update for a day at most
BATCH = 100  # timers woken before others get the database again


def _now() -> datetime:
    return datetime.now(UTC)


def _new_id(address: Address) -> str:
    return uuid.uuid4().hex


@dataclass(frozen=True, slots=True)
class Met:
    """Who an event happens to, where, and when they did it, if that is known; someone who is not known has no row of
    their own yet."""

    person: Person
    address: Address
    is_known: bool = True
    acted_at: datetime | None = None


class Companion:
    """Takes what happens to people and puts what follows into the outbox.

    `on_outbox` is called after each commit that may have put something there. `new_id` names a new person.
    """

    def __init__(
        self,
        store: Store,
        library: Library,
        *,
        clock: Callable[[], datetime] = _now,
        new_id: Callable[[Address], str] = _new_id,
        on_outbox: Callable[[], None] = lambda: None,
    ) -> None:
        self.store = store
        self.library = library
        self.clock = clock
        self.on_outbox = on_outbox
        self._new_id = new_id
        self.new_code = linking.new_code
        self._strangers = Strangers()
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="turns")
        self._receiving = Grouped(self._thread, self._receive_together, self._receive)

    async def receive(self, inbound: Inbound) -> None:
        """One inbound event; when this returns, its turn is committed, and the platform may be told so."""
        if await self._receiving(inbound):
            self.on_outbox()

    async def wake(self, platforms: frozenset[str]) -> int:
        """Give every timer that is due its turn, of people who are met there; returns how many there were."""
        woken = 0
        while await self.run(self.store.due_timers, platforms, self.clock(), 1):
            said = await self.run(self._wake_together, platforms)
            woken += len(said)
            if any(said):
                self.on_outbox()
        return woken

    async def next_due(self, platforms: frozenset[str]) -> datetime | None:
        return await self.run(self.store.next_due, platforms)

    async def try_again(self) -> None:
        """Timers whose turn failed are due again."""
        await self.run(self.store.take_back_timers)

    async def tidy(self) -> None:
        """Forget what was only kept to do things once."""
        await self.run(self.store.prune, self.clock() - KEPT)

    async def lost(self, person_id: str, place: Address) -> None:
        """A person can't be written to there any more: everything scheduled rests until they write again."""
        await self.run(self._lost, person_id, place)

    async def run(self, work: Callable[..., T], *arguments: object) -> T:
        """Database work on the one thread that does it."""
        return await asyncio.get_running_loop().run_in_executor(self._thread, partial(work, *arguments))

    def grouped(
        self, together: Callable[[Sequence[Item]], Sequence[T]], alone: Callable[[Item], T]
    ) -> Grouped[Item, T]:
        """Database work on that thread, of which all that waits is done at once."""
        return Grouped(self._thread, together, alone)

    def close(self) -> None:
        self._thread.shutdown(wait=True)

    async def newest_act(self, address: Address) -> datetime | None:
        """When the person there was last heard; `None` when they are not known."""
        person = await self.run(self._person_at, address)
        return person.heard_at if person else None

    async def zone_of(self, person_id: str) -> str | None:
        """The zone of a person's clock; `None` when they are not known."""
        person = await self.run(self._person, person_id)
        return person.settings.zone if person else None

    def _person_at(self, address: Address) -> Person | None:
        with self.store.begin() as unit:
            return unit.person_at(address)

    def _person(self, person_id: str) -> Person | None:
        with self.store.begin() as unit:
            return unit.person(person_id)

    # What adapters may keep between restarts (`bot.ports.Notebook`)

    async def uploaded(self, platform: str, key: str) -> str | None:
        return await self.run(self.store.uploaded, platform, key)

    async def remember_upload(self, platform: str, key: str, file_id: str) -> None:
        await self.run(self.store.remember_upload, platform, key, file_id)

    async def known_chats(self, platform: str) -> list[KnownChat]:
        return await self.run(self.store.known_chats, platform)

    # One turn

    def _receive_together(self, inbounds: Sequence[Inbound]) -> list[bool]:
        asked = self._strangers.places([inbound.address for inbound in inbounds])
        try:
            with self.store.begin() as unit:
                unit.expect(inbounds)
                said = [self._turn(unit, inbound) for inbound in inbounds]
                unit.commit()
        except Exception:
            self._strangers.put_back(asked)
            raise
        return said

    def _receive(self, inbound: Inbound) -> bool:
        """Whether something was said."""
        try:
            with self.store.begin() as unit:
                said = self._turn(unit, inbound)
                unit.commit()
        except Exception:
            log.exception("turn failed", platform=inbound.address.platform, event_kind=type(inbound.event).__name__)
            self._apologise(inbound)
            return True
        return said

    def _turn(self, unit: UnitOfWork, inbound: Inbound) -> bool:
        if inbound.id is not None and not unit.note_seen(inbound.address.platform, inbound.id):
            return False
        person = unit.person_at(inbound.address)
        if isinstance(inbound.event, Left) and not (person and _leaves(unit, person.id, inbound.address)):
            return False
        before = person or self._stranger(inbound)
        said = self._carry_out(unit, inbound.event, Met(before, inbound.address, person is not None, inbound.at))
        if inbound.id is not None and not isinstance(inbound.event, Edited):  # an old message may be edited
            unit.saw(inbound.address, inbound.id)  # also of someone who is known only since this turn
        return said

    def _stranger(self, inbound: Inbound) -> Person:
        zone = inbound.zone if inbound.zone and is_zone(inbound.zone) else None
        return Person(
            self._new_id(inbound.address),
            agenda=self._strangers.asked(inbound.address, self.clock()),
            settings=Settings(zone=zone or "UTC", zone_is_known=inbound.zone_is_certain and zone is not None),
        )

    def _apologise(self, inbound: Inbound) -> None:
        """A turn that failed is never silence: the update is noted as seen, and whoever is there is told, unread: it
        may be what is stored of them that can't be read."""
        said = self._help(inbound) or Say("help", self.library.words.text(inbound.language or "en", "something-broke"))
        with self.store.begin() as unit:
            if inbound.id is not None:
                unit.note_seen(inbound.address.platform, inbound.id)
            unit.put(None, inbound.address, said, self.clock())
            unit.commit()

    def _help(self, inbound: Inbound) -> Say | None:
        """What a stranger in danger is told, without its buttons: nobody would know their question."""
        stranger = Turn(self._stranger(inbound), self.clock(), self.library)
        heard = safety.hears(stranger, wording(inbound.event))
        if not safety.is_danger(heard):
            return None
        said = next(effect for effect in safety.answer(stranger, heard).effects if isinstance(effect, Say))
        return replace(said, options=())

    def _wake_together(self, platforms: frozenset[str]) -> list[bool]:
        """Of each timer of the next batch, whether something was said."""
        try:
            with self.store.begin() as unit:
                due = unit.due_timers(platforms, self.clock(), BATCH)
                said = [self._woken(unit, timer, platforms) for timer in due]
                unit.commit()
        except Exception as error:  # noqa: BLE001 - whoever it was about is put aside when woken alone
            log.warning("timers woken one by one", error=type(error).__name__)
            due = self.store.due_timers(platforms, self.clock(), BATCH)
            said = [self._wake(timer, platforms) for timer in due]
        return said

    def _wake(self, timer: DueTimer, platforms: frozenset[str]) -> bool:
        try:
            with self.store.begin() as unit:
                said = self._woken(unit, timer, platforms)
                unit.commit()
        except Exception as error:
            log.exception("timer put aside", timer=timer.name)
            with self.store.begin() as unit:
                unit.put_timer_aside(timer, type(error).__name__)
                unit.commit()
            return False
        return said

    def _woken(self, unit: UnitOfWork, timer: DueTimer, platforms: frozenset[str]) -> bool:
        person, address = unit.person(timer.person_id), unit.address_of(timer.person_id, platforms)
        if not unit.take_timer(timer) or person is None or address is None:
            return False
        return self._carry_out(unit, Due(timer.name, timer.due_at), Met(person, address))

    def _lost(self, person_id: str, place: Address) -> None:
        with self.store.begin() as unit:
            person = unit.person(person_id)
            if person is not None and _leaves(unit, person_id, place):
                self._carry_out(unit, Left(), Met(person, place))
                unit.commit()

    def _carry_out(self, unit: UnitOfWork, event: Event, met: Met) -> bool:
        """The turn, and its effects in the one order that lets each find what it needs; whether something was said."""
        now = self.clock()
        turn = respond(event, met.person, now, self.library, met.acted_at)
        met, turn = self._gone_on(unit, met, turn)
        person, address = turn.person, met.address
        elsewhere = [place for place in unit.addresses_of(person.id) if not _is_same(place, address)]
        is_erased = any(isinstance(effect, Erase) for effect in turn.effects)
        if is_erased:
            unit.erase_person(person.id)
        elif met.is_known:
            unit.save_person(person, now)
        elif person.has_consented:
            unit.add_person(person, address, now)
        self._strangers.note(address, None if person.has_consented else person.place)
        kept_as = person.id if person.has_consented and not is_erased else None
        for effect in turn.effects:
            match effect:
                case Say():
                    unit.put(kept_as, address, effect, now)
                case SayElsewhere(kind, text):
                    for place in elsewhere:
                        unit.put(None, place, Say(kind, text), now)
                case Unlink(here):
                    for place in [address] if here else elsewhere:
                        unit.part(place)
                case _:
                    if kept_as:
                        _apply(unit, kept_as, effect)
        return turn.has_spoken

    def _gone_on(self, unit: UnitOfWork, met: Met, turn: Turn) -> tuple[Met, Turn]:
        """The turn, gone on with what it asked of the world in the same transaction."""
        now, person = self.clock(), turn.person
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
        rest = respond(answer, person, now, self.library)
        return met, Turn(rest.person, now, self.library, turn.effects + rest.effects)


def _leaves(unit: UnitOfWork, person_id: str, place: Address) -> bool:
    """Whether who is not there any more has left Steady: not whoever last spoke in another place."""
    last = unit.address_of(person_id)
    return last is not None and _is_same(last, place)


def _is_same(place: Address, other: Address) -> bool:
    return (place.platform, place.user) == (other.platform, other.user)


def _apply(unit: UnitOfWork, person_id: str, effect: Effect) -> None:
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
        case Say() | SayElsewhere() | Recall() | OfferLink() | UseLink() | Unlink() | Erase():
            pass  # carried out by the turn as a whole
        case _:
            assert_never(effect)
