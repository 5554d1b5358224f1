"""One transaction over a person and all that is theirs."""

from collections.abc import Collection, Mapping
from dataclasses import fields
from datetime import UTC, date, datetime, time
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, and_, bindparam, delete, select, true, tuple_, update

from bot.conversation import records
from bot.conversation.effects import Say, Urgency
from bot.conversation.person import Person, from_json, to_json
from bot.conversation.records import Fact, Records
from bot.ports import Address, DueTimer
from storage import links, outbox, tables
from storage.tables import ADDRESSES, INBOX, OUTBOX, PEOPLE, TIMERS
from storage.upsert import add_once, put_row

# Each fact's table, and the name it has among a person's records.
FACTS: Mapping[type[Any], tuple[str, Table]] = {
    records.CheckIn: ("check_ins", tables.CHECK_INS),
    records.Breathing: ("breathings", tables.BREATHINGS),
    records.ComfortStep: ("steps", tables.COMFORT_STEPS),
    records.Alarm: ("alarms", tables.ALARMS),
    records.Goal: ("goals", tables.GOALS),
    records.Ladder: ("ladders", tables.LADDERS),
    records.Go: ("goes", tables.GOES),
    records.Stretch: ("stretches", tables.STRETCHES),
    records.Flare: ("flares", tables.FLARES),
    records.Questionnaire: ("questionnaires", tables.QUESTIONNAIRES),
    records.Noted: ("noted", tables.NOTED),
    records.Experiment: ("experiments", tables.EXPERIMENTS),
    records.ExperimentDay: ("experiment_days", tables.EXPERIMENT_DAYS),
}

# Whoever is not known, or was deleted in this very turn, is answered all the same.
PUT = OUTBOX.insert().values(person_id=select(PEOPLE.c.id).where(PEOPLE.c.id == bindparam("to")).scalar_subquery())


LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)


class StaleWrite(Exception):
    """The person was changed, deleted or never loaded meanwhile. Load them again in the same unit of work."""


class SqlUnitOfWork:
    """`bot.ports.UnitOfWork` on one connection. `has_erased` tells that somebody, or words of theirs, were deleted."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._versions: dict[str, int] = {}
        self._spoke_at: dict[str, Address] = {}
        self.has_erased = False

    def note_seen(self, platform: str, inbound_id: str) -> bool:
        row = {"platform": platform, "inbound_id": inbound_id, "received_at": datetime.now(UTC)}
        return add_once(self._connection, INBOX, row)

    def person_at(self, address: Address) -> Person | None:
        theirs = PEOPLE.c.id == ADDRESSES.c.person_id
        found = self._connection.execute(
            select(PEOPLE.c.id, PEOPLE.c.document, PEOPLE.c.version, ADDRESSES.c.chat)
            .join_from(ADDRESSES, PEOPLE, theirs)
            .where(_at(address))
            .with_for_update(of=PEOPLE)
        ).one_or_none()
        if found is None:
            return None
        if found.chat != address.chat:
            self._connection.execute(update(ADDRESSES).where(_at(address)).values(chat=address.chat))
        self._versions[found.id] = found.version
        self._spoke_at[found.id] = address
        return from_json(found.document)

    def person(self, person_id: str) -> Person | None:
        found = self._connection.execute(
            select(PEOPLE.c.document, PEOPLE.c.version).where(PEOPLE.c.id == person_id).with_for_update()
        ).one_or_none()
        if found is None:
            return None
        self._versions[person_id] = found.version
        return from_json(found.document)

    def address_of(self, person_id: str, platforms: Collection[str] = ()) -> Address | None:
        known = self.addresses_of(person_id)
        return next((address for address in known if not platforms or address.platform in platforms), None)

    def addresses_of(self, person_id: str) -> list[Address]:
        found = self._connection.execute(
            select(ADDRESSES.c.platform, ADDRESSES.c.user, ADDRESSES.c.chat)
            .where(ADDRESSES.c.person_id == person_id)
            .order_by(ADDRESSES.c.spoke_at.desc())
        )
        return [Address(*row) for row in found]

    def add_person(self, person: Person, address: Address, now: datetime) -> None:
        row = {"id": person.id, "document": to_json(person), "created_at": now, "updated_at": now, "version": 1}
        self._connection.execute(PEOPLE.insert(), row)
        self.add_address(person.id, address, now)
        self._versions[person.id] = 1

    def add_address(self, person_id: str, address: Address, now: datetime) -> None:
        where = {"platform": address.platform, "user": address.user, "chat": address.chat}
        self._connection.execute(ADDRESSES.insert(), {"person_id": person_id, "spoke_at": now, **where})

    def save_person(self, person: Person, now: datetime) -> None:
        """Raises `StaleWrite` unless this unit of work loaded or added the person and they are as they were then."""
        version = self._versions.get(person.id, 0)
        saved = self._connection.execute(
            update(PEOPLE)
            .where(PEOPLE.c.id == person.id, PEOPLE.c.version == version)
            .values(document=to_json(person), updated_at=now, version=version + 1)
        )
        if saved.rowcount == 0:
            raise StaleWrite(f"the person {person.id} is not as this unit of work knew them: load them again in it")
        self._versions[person.id] = version + 1
        if address := self._spoke_at.get(person.id):
            self._connection.execute(update(ADDRESSES).where(_at(address)).values(spoke_at=now))

    def erase_person(self, person_id: str) -> None:
        # What was said to them before they were known, or is being sent, refers to them by address alone.
        theirs = select(ADDRESSES.c.platform, ADDRESSES.c.user).where(ADDRESSES.c.person_id == person_id)
        self._connection.execute(delete(OUTBOX).where(tuple_(OUTBOX.c.platform, OUTBOX.c.user).in_(theirs)))
        self._connection.execute(delete(PEOPLE).where(PEOPLE.c.id == person_id))
        self._versions.pop(person_id, None)
        self._spoke_at.pop(person_id, None)
        self.has_erased = True

    def part(self, address: Address) -> None:
        links.part(self._connection, address)

    def offer_link(self, person_id: str, digest: str, expires_at: datetime) -> None:
        links.offer(self._connection, person_id, digest, expires_at)

    def link_holder(self, digest: str, now: datetime) -> str | None:
        return links.holder(self._connection, digest, now)

    def withdraw_link(self, person_id: str) -> None:
        links.withdraw(self._connection, person_id)

    def hand_over(self, giver: str, taker: str, shift: int) -> None:
        self.cancel_scheduled(giver)
        links.hand_over(self._connection, giver, taker, shift)
        self._versions.pop(giver, None)
        if place := self._spoke_at.pop(giver, None):
            self._spoke_at[taker] = place

    def saw(self, address: Address, inbound_id: str) -> None:
        self._connection.execute(update(ADDRESSES).where(_at(address)).values(last_inbound_id=inbound_id))

    def set_timer(self, person_id: str, name: str, due_at: datetime) -> None:
        row = {"person_id": person_id, "name": name, "due_at": due_at, "aside": None}
        put_row(self._connection, TIMERS, row)

    def drop_timer(self, person_id: str, name: str) -> None:
        self._connection.execute(delete(TIMERS).where(TIMERS.c.person_id == person_id, TIMERS.c.name == name))

    def take_timer(self, timer: DueTimer) -> bool:
        taken = self._connection.execute(delete(TIMERS).where(_unchanged(timer)))
        return taken.rowcount == 1

    def put_timer_aside(self, timer: DueTimer, reason: str) -> None:
        self._connection.execute(update(TIMERS).where(_unchanged(timer)).values(aside=reason))

    def record(self, person_id: str, fact: Fact) -> None:
        values = {field.name: getattr(fact, field.name) for field in fields(fact)}
        put_row(self._connection, _table(type(fact)), {"person_id": person_id, **values})

    def amend(self, person_id: str, fact: type[Fact], entry: int, changes: dict[str, Any]) -> None:
        if not changes:
            return
        table = _table(fact)
        amended = update(table).where(table.c.person_id == person_id, table.c.entry == entry).values(changes)
        self._connection.execute(amended)

    def forget(self, person_id: str, fact: type[Fact], entry: int) -> None:
        table = _table(fact)
        self._connection.execute(delete(table).where(table.c.person_id == person_id, table.c.entry == entry))
        self.has_erased = True

    def records(self, person_id: str, since: date) -> Records:
        found = {name: self._facts(kind, person_id, since) for kind, (name, _) in FACTS.items()}
        return Records(**found)

    def put(self, person_id: str | None, address: Address, said: Say, now: datetime) -> None:
        self._connection.execute(PUT, {"to": person_id, **outbox.columns(said, address, now)})

    def cancel_scheduled(self, person_id: str, kinds: Collection[str] = ()) -> None:
        of_these = OUTBOX.c.kind.in_(kinds) if kinds else true()
        theirs = and_(OUTBOX.c.person_id == person_id, OUTBOX.c.urgency == Urgency.SCHEDULED, of_these)
        self._connection.execute(delete(OUTBOX).where(theirs, outbox.PENDING))
        # Should it come back to be tried again, its end has long come.
        over = {"expires_at": LONG_AGO}
        self._connection.execute(update(OUTBOX).where(theirs, outbox.IN_FLIGHT).values(over))

    def commit(self) -> None:
        self._connection.commit()

    def _facts(self, kind: type[Any], person_id: str, since: date) -> tuple[Any, ...]:
        table = FACTS[kind][1]
        columns = [table.c[field.name] for field in fields(kind)]
        recent = table.c.local_date >= since if "local_date" in table.c else table.c.raised_at >= _dawn(since)
        asked = select(*columns).where(table.c.person_id == person_id, recent).order_by(table.c.entry)
        return tuple(kind(*row) for row in self._connection.execute(asked))


def _table(kind: type[Fact]) -> Table:
    return FACTS[kind][1]


def _dawn(day: date) -> datetime:
    return datetime.combine(day, time.min, UTC)


def _at(address: Address) -> ColumnElement[bool]:
    return and_(ADDRESSES.c.platform == address.platform, ADDRESSES.c.user == address.user)


def _unchanged(timer: DueTimer) -> ColumnElement[bool]:
    """The timer as it was when it fell due; one set again meanwhile is another."""
    columns = TIMERS.c
    same = and_(columns.person_id == timer.person_id, columns.name == timer.name, columns.due_at == timer.due_at)
    return and_(same, columns.aside.is_(None))
