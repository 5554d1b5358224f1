"""Two places with one memory: the codes that join them, and the rows that then change hands."""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, and_, delete, select, update

from bot.ports import Address
from storage import outbox, tables
from storage.tables import ADDRESSES, LINK_CODES, OUTBOX, PEOPLE
from storage.upsert import put_row

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


def hand_over(connection: Connection, giver: str, taker: str, shift: int) -> None:
    """All rows of one person become another's, entries raised by `shift`; what was scheduled is taken back."""
    for table in FACTS_OF_A_PERSON:
        moved: dict[str, Any] = {"person_id": taker, "entry": table.c.entry + shift}
        if name := REFERENCES.get(table):
            moved[name] = table.c[name] + shift
        connection.execute(update(table).where(table.c.person_id == giver).values(moved))
    for table in (OUTBOX, ADDRESSES):
        connection.execute(update(table).where(table.c.person_id == giver).values(person_id=taker))
    connection.execute(delete(PEOPLE).where(PEOPLE.c.id == giver))


def part(connection: Connection, place: Address) -> None:
    """Nobody is known in that place any more, and what waits to be sent there is not."""
    for table in (OUTBOX, ADDRESSES):
        there = and_(table.c.platform == place.platform, table.c.user == place.user)
        waits = and_(there, outbox.PENDING) if table is OUTBOX else there
        connection.execute(delete(table).where(waits))
