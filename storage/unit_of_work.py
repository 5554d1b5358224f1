"""One transaction over a person and all that is theirs."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, fields
from datetime import UTC, date, datetime, time
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    CursorResult,
    Executable,
    Table,
    and_,
    bindparam,
    delete,
    exists,
    select,
    tuple_,
    update,
)

from bot.conversation import records
from bot.conversation.effects import Say
from bot.conversation.person import Person, from_json, to_json
from bot.conversation.records import Fact, Records
from bot.ports import Address, DueTimer, Inbound
from storage import links, outbox, tables, timers
from storage.roles import NEWS
from storage.sealing import Seals
from storage.tables import ADDRESSES, INBOX, OUTBOX, PEOPLE
from storage.upsert import add_once
from storage.waiting import PlaceKey, StaleWrite, Waiting
from storage.waiting import Row as AnyRow

__all__ = ["FACTS", "SqlUnitOfWork", "StaleWrite"]

PLACE_COLUMNS = tuple(ADDRESSES.c.keys())

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

WHO_IS_THERE = (
    select(ADDRESSES, PEOPLE.c.document, PEOPLE.c.version)
    .join_from(ADDRESSES, PEOPLE, PEOPLE.c.id == ADDRESSES.c.person_id)
    .where(ADDRESSES.c.platform == bindparam("platform"), ADDRESSES.c.user.in_(bindparam("users", expanding=True)))
    .with_for_update(of=PEOPLE)
)
WHO = (
    select(PEOPLE.c.id, PEOPLE.c.document, PEOPLE.c.version)
    .where(PEOPLE.c.id.in_(bindparam("ids", expanding=True)))
    .with_for_update()
)
WHERE_THEY_ARE = (
    select(ADDRESSES.c.person_id, ADDRESSES.c.platform, ADDRESSES.c.user, ADDRESSES.c.chat)
    .where(ADDRESSES.c.person_id.in_(bindparam("ids", expanding=True)))
    .order_by(ADDRESSES.c.spoke_at.desc())
)
ALREADY_SEEN = select(INBOX.c.inbound_id).where(
    INBOX.c.platform == bindparam("platform"), INBOX.c.inbound_id.in_(bindparam("ids", expanding=True))
)


@dataclass(slots=True)
class Known:
    """A person as they are in this unit of work, and the version that the database has of them."""

    person: Person
    version: int


class SqlUnitOfWork:
    """`bot.ports.UnitOfWork` on one connection. `has_erased` tells that somebody, or words of theirs, were deleted.

    What is to be written waits until something that reads must see it, or until the commit. What was expected is read
    once, for all.
    """

    def __init__(self, connection: Connection, seals: Seals) -> None:
        self._connection = connection
        self._seals = seals
        self._waiting = Waiting()
        self._forget_what_is_known()
        self.has_erased = False
        self._has_news = False

    def _forget_what_is_known(self) -> None:
        self._people: dict[str, Known | None] = {}
        self._places: dict[PlaceKey, AnyRow | None] = {}
        self._addresses: dict[str, list[Address]] = {}
        self._spoke_at: dict[str, PlaceKey] = {}
        self._seen: dict[tuple[str, str], bool] = {}
        self._due: set[DueTimer] = set()

    # Read for many at once

    def expect(self, inbounds: Collection[Inbound]) -> None:
        keys = [(inbound.address.platform, inbound.id) for inbound in inbounds if inbound.id is not None]
        self._seen |= dict.fromkeys(keys, False)
        for platform, ids in _by_platform(keys):
            seen = self._connection.scalars(ALREADY_SEEN, {"platform": platform, "ids": ids}).all()
            self._seen |= {(platform, inbound_id): True for inbound_id in seen}
        self._look_at([inbound.address.key for inbound in inbounds])

    def due_timers(self, platforms: frozenset[str], now: datetime, limit: int) -> list[DueTimer]:
        found = timers.due(self._connection, platforms, now, limit)
        for timer, document, version in found:
            self._know(timer.person_id, document, version)
        due = [timer for timer, _, _ in found]
        self._due |= set(due)
        self._find([timer.person_id for timer in due])
        return due

    def _look_at(self, places: Collection[PlaceKey]) -> None:
        wanted = [place for place in dict.fromkeys(places) if place not in self._places]
        self._places |= dict.fromkeys(wanted)
        for platform, users in _by_platform(wanted):
            there = self._connection.execute(WHO_IS_THERE, {"platform": platform, "users": users}).all()
            for *columns, document, version in there:
                place = dict(zip(PLACE_COLUMNS, columns, strict=True))
                self._places[platform, place["user"]] = place
                self._know(place["person_id"], document, version)

    def _know(self, person_id: str, document: str, version: int) -> None:
        """As they were read first: what happened to them since is not in the database yet."""
        if person_id not in self._people:
            self._people[person_id] = Known(from_json(self._seals.open_person(person_id, document)), version)

    def _place(self, key: PlaceKey) -> AnyRow | None:
        if key not in self._places:
            self._look_at([key])
        return self._places[key]

    def _load(self, person_ids: Collection[str]) -> None:
        wanted = [person_id for person_id in dict.fromkeys(person_ids) if person_id not in self._people]
        if not wanted:
            return
        found = self._connection.execute(WHO, {"ids": wanted}).all()
        for person_id, document, version in found:
            self._know(person_id, document, version)
        self._people |= dict.fromkeys(set(wanted) - {person_id for person_id, *_ in found})

    def _find(self, person_ids: Collection[str]) -> None:
        wanted = [person_id for person_id in dict.fromkeys(person_ids) if person_id not in self._addresses]
        if not wanted:
            return
        self.flush()  # so that who spoke last is first
        self._addresses |= {person_id: [] for person_id in wanted}
        for person_id, *place in self._connection.execute(WHERE_THEY_ARE, {"ids": wanted}).all():
            self._addresses[person_id].append(Address(*place))

    # One person

    def note_seen(self, platform: str, inbound_id: str, now: datetime) -> bool:
        key, row = (platform, inbound_id), {"platform": platform, "inbound_id": inbound_id, "received_at": now}
        if key not in self._seen:
            self.flush()
            is_new = add_once(self._connection, INBOX, row)
            self._seen[key] = True
            return is_new
        if self._seen[key]:
            return False
        self._seen[key] = True
        self._waiting.seen[key] = row
        return True

    def person_at(self, address: Address) -> Person | None:
        key = address.key
        place = self._place(key)
        if place is None:
            return None
        if place["chat"] != address.chat:
            self._changed(key, chat=address.chat)
        person_id = place["person_id"]
        self._spoke_at[person_id] = key
        return self.person(person_id)

    def person(self, person_id: str) -> Person | None:
        if person_id not in self._people:
            self._load([person_id])
        known = self._people[person_id]
        return known.person if known else None

    def people(self, person_ids: Collection[str]) -> list[Person]:
        self._load(person_ids)
        return [person for person_id in person_ids if (person := self.person(person_id))]

    def address_of(self, person_id: str, platforms: Collection[str] = ()) -> Address | None:
        known = self.addresses_of(person_id)
        return next((address for address in known if not platforms or address.platform in platforms), None)

    def addresses_of(self, person_id: str) -> list[Address]:
        if person_id not in self._addresses:
            self._find([person_id])
        return self._addresses[person_id]

    def add_person(self, person: Person, address: Address, now: datetime) -> None:
        document = self._seals.seal_person(person.id, to_json(person))
        row = {"id": person.id, "document": document, "created_at": now, "updated_at": now, "version": 1}
        self._connection.execute(PEOPLE.insert(), row)
        self._people[person.id] = Known(person, 1)
        self.add_address(person.id, address, now)

    def add_address(self, person_id: str, address: Address, now: datetime) -> None:
        where = {"platform": address.platform, "user": address.user, "chat": address.chat}
        row = {**where, "person_id": person_id, "spoke_at": now, "last_inbound_id": None}
        self._connection.execute(ADDRESSES.insert(), row)
        self._places[address.key] = row
        self._addresses.pop(person_id, None)

    def save_person(self, person: Person, now: datetime) -> None:
        """Raises `StaleWrite` unless this unit of work loaded or added the person; so does writing it, when they are
        not as they were then."""
        known = self._people.get(person.id)
        if known is None:
            raise StaleWrite(f"the person {person.id} is not known to this unit of work: load them again in it")
        known.person = person
        self._waiting.people[person.id] = {
            "who": person.id,
            "was": known.version,
            "document": self._seals.seal_person(person.id, to_json(person)),
            "now": now,
        }
        if place := self._spoke_at.get(person.id):
            self._changed(place, spoke_at=now)
            self._addresses.pop(person.id, None)

    def saw(self, address: Address, inbound_id: str) -> None:
        place = self._place(address.key)
        if place is not None and _age(inbound_id) > _age(place["last_inbound_id"] or ""):
            self._changed(address.key, last_inbound_id=inbound_id)

    def _changed(self, key: PlaceKey, **changes: Any) -> None:
        self._waiting.places[key] = place = {**(self._places[key] or {}), **changes}
        self._places[key] = place

    def put(
        self, person_id: str | None, address: Address, said: Say, now: datetime, due_at: datetime | None = None
    ) -> None:
        # Whoever is not known, or was deleted in this very turn, is answered all the same.
        to = person_id if person_id and self.person(person_id) else None
        self._has_news = True
        row = self._seals.sealed(OUTBOX, outbox.columns(said, address, now, due_at))
        self._waiting.messages.append({"person_id": to, **row})

    def set_timer(self, person_id: str, name: str, due_at: datetime) -> None:
        self._waiting.timers[person_id, name] = due_at

    def drop_timer(self, person_id: str, name: str) -> None:
        self._waiting.timers[person_id, name] = None

    def take_timer(self, timer: DueTimer) -> bool:
        key = (timer.person_id, timer.name)
        if key in self._waiting.timers:
            is_there = self._waiting.timers[key] == timer.due_at
        elif timer in self._due:
            is_there = True
        else:
            is_there = timers.is_set(self._connection, timer)
        if is_there:
            self._waiting.timers[key] = None
        return is_there

    def put_timer_aside(self, timer: DueTimer, reason: str) -> None:
        self.flush()
        timers.put_aside(self._connection, timer, reason)

    def record(self, person_id: str, fact: Fact) -> None:
        values = {field.name: getattr(fact, field.name) for field in fields(fact)}
        table = _table(type(fact))
        self._waiting.fact(table, self._seals.sealed(table, {"person_id": person_id, **values}))

    # What is written at once

    def flush(self) -> None:
        """Write what waits; who was saved has the next version now."""
        self._waiting.write(self._connection)
        for person_id in self._waiting.people:
            if known := self._people.get(person_id):
                known.version += 1
        self._waiting = Waiting()

    def _executed(self, statement: Executable) -> CursorResult[Any]:
        self.flush()
        return self._connection.execute(statement)

    def erase_person(self, person_id: str) -> None:
        # What was said to them before they were known, or is being sent, refers to them by address alone.
        theirs = select(ADDRESSES.c.platform, ADDRESSES.c.user).where(ADDRESSES.c.person_id == person_id)
        to_them = tuple_(OUTBOX.c.platform, OUTBOX.c.user).in_(theirs)
        self._executed(delete(OUTBOX).where(OUTBOX.c.person_id.is_(None), to_them))
        self._executed(delete(PEOPLE).where(PEOPLE.c.id == person_id))
        self._forget_what_is_known()
        self.has_erased = True

    def unheard_since(self, before: datetime, most: int) -> list[str]:
        heard = exists().where(ADDRESSES.c.person_id == PEOPLE.c.id, ADDRESSES.c.spoke_at >= before)
        unheard = select(PEOPLE.c.id).where(PEOPLE.c.created_at < before, ~heard).order_by(PEOPLE.c.id).limit(most)
        return list(self._connection.scalars(unheard))

    def part(self, address: Address) -> None:
        self.flush()
        links.part(self._connection, address)
        self._forget_what_is_known()

    def offer_link(self, person_id: str, digest: str, expires_at: datetime) -> None:
        links.offer(self._connection, person_id, digest, expires_at)

    def link_holder(self, digest: str, now: datetime) -> str | None:
        return links.holder(self._connection, digest, now)

    def withdraw_link(self, person_id: str) -> None:
        links.withdraw(self._connection, person_id)

    def hand_over(self, giver: str, taker: str, shift: int) -> None:
        self.cancel_scheduled(giver)
        self.flush()
        links.hand_over(self._connection, self._seals, links.Handover(giver, taker, shift))
        self._people.pop(giver, None)
        self._places.clear()
        self._addresses.clear()
        if place := self._spoke_at.pop(giver, None):
            self._look_at([place])
            self._spoke_at[taker] = place

    def amend(self, person_id: str, fact: type[Fact], entry: int, changes: dict[str, Any]) -> None:
        if changes:
            table = _table(fact)
            row = self._seals.sealed(table, {"person_id": person_id, "entry": entry, **changes})
            self._executed(update(table).where(_is(table, person_id, entry)).values(row))

    def forget(self, person_id: str, fact: type[Fact], entry: int) -> None:
        table = _table(fact)
        self._executed(delete(table).where(_is(table, person_id, entry)))
        self.has_erased = True

    def records(self, person_id: str, since: date) -> Records:
        self.flush()
        found = {name: self._facts(kind, person_id, since) for kind, (name, _) in FACTS.items()}
        return Records(**found)

    def cancel_scheduled(self, person_id: str, kinds: Collection[str] = ()) -> None:
        self._waiting.cancel(person_id, kinds)

    def commit(self) -> None:
        self.flush()
        if self._has_news and self._connection.dialect.name == "postgresql":
            self._connection.exec_driver_sql(f"NOTIFY {NEWS}")
        self._connection.commit()
        self._forget_what_is_known()

    def _facts(self, kind: type[Any], person_id: str, since: date) -> tuple[Any, ...]:
        table = FACTS[kind][1]
        recent = table.c.local_date >= since if "local_date" in table.c else table.c.raised_at >= _dawn(since)
        asked = select(table).where(table.c.person_id == person_id, recent).order_by(*_order(table))
        rows = [self._seals.opened(table, row) for row in self._connection.execute(asked).mappings()]
        return tuple(kind(*(row[field.name] for field in fields(kind))) for row in rows)


def _age(inbound_id: str) -> tuple[int, str]:
    """Platforms count upwards: of two numbers the longer is the later."""
    return len(inbound_id), inbound_id


def _by_platform(keys: Collection[PlaceKey]) -> list[tuple[str, list[str]]]:
    """What each platform calls them: SQLite looks through a whole table for pairs of columns."""
    return [(platform, [name for its, name in keys if its == platform]) for platform in {its for its, _ in keys}]


def _order(table: Table) -> tuple[ColumnElement[Any], ...]:
    """By entry; check-ins by when they were told, which is another order once two memories became one."""
    return (table.c.recorded_at, table.c.entry) if "recorded_at" in table.c else (table.c.entry,)


def _table(kind: type[Fact]) -> Table:
    return FACTS[kind][1]


def _dawn(day: date) -> datetime:
    return datetime.combine(day, time.min, UTC)


def _is(table: Table, person_id: str, entry: int) -> ColumnElement[bool]:
    return and_(table.c.person_id == person_id, table.c.entry == entry)
