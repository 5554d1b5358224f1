"""Two places with one memory: the codes that join them, and the rows that then change hands."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Table, and_, delete, select, update

from bot.ports import Address
from storage import outbox, tables
from storage.sealing import Seals
from storage.tables import ADDRESSES, LINK_CODES, OUTBOX, PEOPLE
from storage.upsert import put_row, put_rows

# The columns by which a fact names another of the same person.
REFERENCES = {tables.CHECK_INS: "corrects", tables.GOES: "ladder", tables.EXPERIMENT_DAYS: "experiment"}
FACTS_OF_A_PERSON = tuple(table for table in tables.Row.metadata.sorted_tables if "entry" in table.c)


def offer(connection: Connection, person_id: str, digest: str, expires_at: datetime) -> None:
    put_row(connection, LINK_CODES, {"person_id": person_id, "digest": digest, "expires_at": expires_at})


def holder(connection: Connection, digest: str, now: datetime) -> str | None:
    codes = LINK_CODES.c
    person_id: str | None = connection.scalar(
        select(codes.person_id).where(codes.digest == digest, codes.expires_at > now)
    )
    return person_id


def withdraw(connection: Connection, person_id: str) -> None:
    connection.execute(delete(LINK_CODES).where(LINK_CODES.c.person_id == person_id))


@dataclass(frozen=True, slots=True)
class Handover:
    """All rows of one person become another's, entries raised by `shift`."""

    giver: str
    taker: str
    shift: int


def hand_over(connection: Connection, seals: Seals, handover: Handover) -> None:
    """What was scheduled is taken back. Words are sealed anew for the row that they stand in then."""
    for table in FACTS_OF_A_PERSON:
        _hand_over_facts(connection, seals, table, handover)
    for table in (OUTBOX, ADDRESSES):
        mine = table.c.person_id == handover.giver
        connection.execute(update(table).where(mine).values(person_id=handover.taker))
    connection.execute(delete(PEOPLE).where(PEOPLE.c.id == handover.giver))


def _hand_over_facts(connection: Connection, seals: Seals, table: Table, handover: Handover) -> None:
    mine = table.c.person_id == handover.giver
    rows = connection.execute(select(table).where(mine)).mappings().all()
    moved = [_moved(table, seals.opened(table, row), handover) for row in rows]
    connection.execute(delete(table).where(mine))
    if moved:
        put_rows(connection, table, [seals.sealed(table, row) for row in moved])


def _moved(table: Table, row: dict[str, Any], handover: Handover) -> dict[str, Any]:
    reference = REFERENCES.get(table)
    known_by = {reference: row[reference] + handover.shift} if reference and row[reference] is not None else {}
    return {**row, **known_by, "person_id": handover.taker, "entry": row["entry"] + handover.shift}


def part(connection: Connection, place: Address) -> None:
    """Nobody is known in that place any more, and what waits to be sent there is not."""
    for table in (OUTBOX, ADDRESSES):
        there = and_(table.c.platform == place.platform, table.c.user == place.user)
        waits = and_(there, outbox.PENDING) if table is OUTBOX else there
        connection.execute(delete(table).where(waits))
