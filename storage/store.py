"""The store: everything that is kept, behind `bot.ports.Store`.

StaleWrite   a person was saved who had changed meanwhile
"""

import json
import uuid
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, date, datetime
from typing import Any, Self

from sqlalchemy import Connection, Table, and_, delete, func, insert, select, update

from bot.conversation.effects import Urgency
from bot.conversation.person import Person, from_json
from bot.conversation.records import Records
from bot.meters import UNWATCHED, Meters
from bot.ports import Address, DueTimer, KnownChat, OutboxMessage, Role, Stock
from storage import outbox, overview, roles, timers
from storage.database import Database, open_memory
from storage.keyring import Keyring
from storage.opening import BeforeSteps, check_keys, nothing, open_database
from storage.sealing import Seals
from storage.tables import ADDRESSES, INBOX, LINK_CODES, OUTBOX, PEOPLE, TIMERS, UPLOADS
from storage.tables import Row as AnyRow
from storage.unit_of_work import FACTS, SqlUnitOfWork, StaleWrite
from storage.upsert import put_row

__all__ = ["SqlStore", "StaleWrite", "open_store"]

# Bytes of a SQLite file that is written anew within half a second, and within some: docs/architecture.md.
QUICK, SLOW = 64 * 2**20, 2**30

JSON_COLUMNS = frozenset({"document"})

# What a person may export: every row that refers to them, their own first and what was said to them last. Of some
# tables not all: a code is secret, and of a message there is only that it was, and when.
NAMES: Mapping[Table, str] = {PEOPLE: "person", OUTBOX: "messages"}
ONLY: Mapping[Table, tuple[str, ...]] = {
    LINK_CODES: ("expires_at",),
    OUTBOX: ("kind", "state", "created_at", "expires_at", "finished_at"),
}


def _theirs() -> tuple[Table, ...]:
    facts = [table for _, table in FACTS.values()]
    others = [table for table in (ADDRESSES, TIMERS, *_referring()) if table not in facts and table is not OUTBOX]
    return tuple(dict.fromkeys([*facts, PEOPLE, *others, OUTBOX]))


def _referring() -> list[Table]:
    return [table for table in AnyRow.metadata.sorted_tables if "person_id" in table.c]


THEIRS = _theirs()


def open_store(url: str, keys: Keyring | None = None, before_steps: BeforeSteps = nothing) -> "SqlStore":
    """The store on what `storage.opening.open_database` opens. Raises what that raises."""
    return SqlStore(open_database(url, keys, before_steps))


class SqlStore:
    """`bot.ports.Store` on SQLite or PostgreSQL."""

    def __init__(self, database: Database, meters: Meters = UNWATCHED) -> None:
        self._database = database
        self.meters = meters
        self.is_shared = database.writers.dialect.name == "postgresql"

    @classmethod
    def in_memory(cls) -> Self:
        """An empty store that is gone when closed; it does one transaction at a time."""
        store = cls(open_memory())
        store.create_all()
        return store

    def counted_by(self, meters: Meters) -> Self:
        return type(self)(self._database, meters)

    def create_all(self) -> None:
        """Make the tables as they are now, without the steps that led to them: for what is not kept."""
        AnyRow.metadata.create_all(self._database.writers)

    def close(self) -> None:
        self._database.close()

    def check_keys(self) -> None:
        """Raises `MissingKey` when words have come to be sealed, since this was opened, with a key not at hand."""
        check_keys(self._database)

    def take_role(self, role: str) -> Role | None:
        engine = self._database.writers
        if self.is_shared:
            from storage.server_roles import take_server_role  # noqa: PLC0415 - PostgreSQL's driver is loaded where it is used

            return take_server_role(engine, role)
        return roles.take_file_role(engine.url.database, role)

    @contextmanager
    def begin(self) -> Iterator[SqlUnitOfWork]:
        with self._database.connect() as connection:
            unit = SqlUnitOfWork(connection, self._database.seals)
            yield unit
        if unit.has_erased:
            self._database.forget_deleted(QUICK)

    def due_timers(self, platforms: frozenset[str], now: datetime, limit: int) -> list[DueTimer]:
        with self._database.readers.connect() as connection:
            return [timer for timer, _, _ in timers.due(connection, platforms, now, limit)]

    def next_due(self, platforms: frozenset[str]) -> datetime | None:
        with self._database.readers.connect() as connection:
            return timers.next_due(connection, platforms)

    def take_back_timers(self) -> None:
        with self._database.writers.begin() as connection:
            timers.take_back(connection)

    def claim(
        self,
        platforms: frozenset[str],
        now: datetime,
        limit: int,
        up_to: Urgency = Urgency.SCHEDULED,
        tired: Collection[str] = (),
    ) -> list[OutboxMessage]:
        wanted = {"now": now, "platforms": sorted(platforms), "most": limit, "up_to": int(up_to), "tired": list(tired)}
        with self._database.writers.begin() as connection:
            messages, ended = outbox.claim(connection, self._database.seals, wanted)
        self._count(ended)
        return messages

    def overdue(self, platforms: frozenset[str], now: datetime, tired: Collection[str] = ()) -> dict[Urgency, datetime]:
        wanted = {"now": now, "platforms": sorted(platforms), "tired": list(tired)}
        with self._database.readers.connect() as connection:
            return outbox.overdue(connection, wanted)

    def stock(self) -> Stock:
        with self._database.readers.connect() as connection:
            return Stock(overview.people(connection), outbox.waiting(connection))

    def next_retry(self, platforms: frozenset[str], after: datetime) -> datetime | None:
        waits = and_(outbox.PENDING, OUTBOX.c.platform.in_(platforms), OUTBOX.c.send_after > after)
        with self._database.readers.connect() as connection:
            earliest: datetime | None = connection.scalar(select(func.min(OUTBOX.c.send_after)).where(waits))
        return earliest

    def mark_sent(self, messages: Collection[OutboxMessage], now: datetime) -> None:
        with self._database.writers.begin() as connection:
            outbox.finish(connection, outbox.as_claimed(messages), "sent", now)
        self._count(outbox.Ended((message.address.platform, "sent") for message in messages))

    def mark_uncertain(self, message: OutboxMessage, now: datetime) -> None:
        with self._database.writers.begin() as connection:
            outbox.finish(connection, outbox.as_claimed([message]), "uncertain", now)
        self.meters.ended(message.address.platform, "uncertain")

    def mark_failed(self, message: OutboxMessage, reason: str, now: datetime) -> None:
        with self._database.writers.begin() as connection:
            outbox.finish(connection, outbox.as_claimed([message]), "failed", now, reason)
        self.meters.ended(message.address.platform, "failed")

    def retry_at(self, message: OutboxMessage, moment: datetime, *, in_doubt: bool = False) -> None:
        with self._database.writers.begin() as connection:
            outbox.again(connection, outbox.as_claimed([message]), moment, in_doubt=in_doubt)

    def move_chat(self, address: Address, chat: str) -> None:
        with self._database.writers.begin() as connection:
            for table in (ADDRESSES, OUTBOX):
                there = and_(table.c.platform == address.platform, table.c.chat == address.chat)
                connection.execute(update(table).where(there).values(chat=chat))

    def recover_in_flight(self, platforms: frozenset[str], resends_safely: frozenset[str], now: datetime) -> int:
        lost = and_(outbox.IN_FLIGHT, OUTBOX.c.platform.in_(platforms))
        might_come_twice = and_(OUTBOX.c.urgency == Urgency.SCHEDULED, OUTBOX.c.platform.not_in(resends_safely))
        with self._database.writers.begin() as connection:
            count = connection.scalar(select(func.count()).select_from(OUTBOX).where(lost))
            ended = outbox.finish_all(connection, and_(lost, might_come_twice), "uncertain", now)
            outbox.again(connection, lost, now, in_doubt=True)
        self._count(ended)
        return count or 0

    def _count(self, ended: outbox.Ended) -> None:
        for (platform, ending), count in ended.items():
            self.meters.ended(platform, ending, count)

    def uploaded(self, platform: str, key: str) -> str | None:
        kept = select(UPLOADS.c.file_id).where(UPLOADS.c.platform == platform, UPLOADS.c.key == key)
        with self._database.readers.connect() as connection:
            return connection.scalar(kept)

    def remember_upload(self, platform: str, key: str, file_id: str) -> None:
        with self._database.writers.begin() as connection:
            put_row(connection, UPLOADS, {"platform": platform, "key": key, "file_id": file_id})

    def known_chats(self, platform: str) -> list[KnownChat]:
        there = select(ADDRESSES).where(ADDRESSES.c.platform == platform)
        known = there.order_by(ADDRESSES.c.spoke_at.desc(), ADDRESSES.c.user)
        with self._database.readers.connect() as connection:
            rows = connection.execute(known).all()
        return [KnownChat(Address(row.platform, row.user, row.chat), row.last_inbound_id) for row in rows]

    def person_ids(self, beginning: str = "") -> list[str]:
        theirs = select(PEOPLE.c.id).where(PEOPLE.c.id.startswith(beginning, autoescape=True))
        with self._database.readers.connect() as connection:
            return list(connection.scalars(theirs.order_by(PEOPLE.c.id)))

    def people(self, person_ids: Collection[str]) -> list[Person]:
        with self._database.readers.connect() as connection:
            return SqlUnitOfWork(connection, self._database.seals).people(person_ids)

    def known(self, person_id: str) -> tuple[Person, Records] | None:
        with self._database.readers.connect() as connection:
            document = connection.scalar(select(PEOPLE.c.document).where(PEOPLE.c.id == person_id))
            records = SqlUnitOfWork(connection, self._database.seals).records(person_id, date.min)
        return (from_json(self._database.seals.open_person(person_id, document)), records) if document else None

    def everything_about(self, person_id: str) -> dict[str, list[dict[str, Any]]]:
        with self._database.readers.connect() as connection:
            seals = self._database.seals
            return {NAMES.get(table, table.name): _rows(connection, seals, table, person_id) for table in THEIRS}

    def try_writing(self) -> None:
        """Where updates are noted, so that a lock that holds up a turn holds this up; under a name of its own, so that
        no other process does."""
        row = {"platform": "", "inbound_id": uuid.uuid4().hex, "received_at": datetime.now(UTC)}
        with self._database.writers.begin() as connection:
            connection.execute(insert(INBOX).values(row))
            connection.execute(delete(INBOX).where(INBOX.c.platform == "", INBOX.c.inbound_id == row["inbound_id"]))

    def prune(self, before: datetime) -> None:
        """Delete what is no longer needed: messages done with, and updates seen, before that moment."""
        with self._database.writers.begin() as connection:
            connection.execute(delete(OUTBOX).where(OUTBOX.c.finished_at < before))
            connection.execute(delete(INBOX).where(INBOX.c.received_at < before))
            connection.execute(delete(LINK_CODES).where(LINK_CODES.c.expires_at < before))
        self._database.forget_deleted(SLOW)


def _rows(connection: Connection, seals: Seals, table: Table, person_id: str) -> list[dict[str, Any]]:
    whose = PEOPLE.c.id if table is PEOPLE else table.c.person_id
    found = connection.execute(select(table).where(whose == person_id).order_by(*table.primary_key)).mappings()
    shown = ONLY.get(table, tuple(table.c.keys()))
    rows = [seals.opened(table, row) for row in found]
    return [{name: _plain(name, row[name]) for name in shown} for row in rows]


def _plain(name: str, value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if name in JSON_COLUMNS and value is not None:
        return json.loads(value)
    return value
