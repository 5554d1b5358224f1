"""Moments to wake at, as rows: which are due, and which are out of the way."""

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, bindparam, exists, func, select, update

from bot.ports import DueTimer
from storage.tables import ADDRESSES, PEOPLE, TIMERS

Due = tuple[DueTimer, str, int]  # with the document and the version of whose timer it is


def due(connection: Connection, platforms: frozenset[str], now: datetime, limit: int) -> list[Due]:
    """What is due, earliest first, of people who are met there. Another process that asks meanwhile gets others, and
    what belongs to people whose turn it is just now comes later: who waits for each other's rows waits for ever."""
    wanted = {"now": now, "platforms": sorted(platforms), "most": limit}
    found = connection.execute(DUE, wanted).all()
    return [(DueTimer(row.person_id, row.name, row.due_at), row.document, row.version) for row in found]


def next_due(connection: Connection, platforms: frozenset[str]) -> datetime | None:
    earliest: datetime | None = connection.scalar(NEXT, {"platforms": sorted(platforms)})
    return earliest


def is_set(connection: Connection, timer: DueTimer) -> bool:
    """Whether it is still as it was when it fell due; one set again meanwhile is another."""
    return connection.execute(select(TIMERS.c.name).where(_unchanged(timer)).with_for_update()).first() is not None


def put_aside(connection: Connection, timer: DueTimer, reason: str) -> None:
    connection.execute(update(TIMERS).where(_unchanged(timer)).values(aside=reason))


def take_back(connection: Connection) -> None:
    connection.execute(update(TIMERS).where(TIMERS.c.aside.is_not(None)).values(aside=None))


def _unchanged(timer: DueTimer) -> ColumnElement[bool]:
    columns = TIMERS.c
    same = and_(columns.person_id == timer.person_id, columns.name == timer.name, columns.due_at == timer.due_at)
    return and_(same, columns.aside.is_(None))


def _are_met_there() -> ColumnElement[bool]:
    there = ADDRESSES.c.platform.in_(bindparam("platforms", expanding=True))
    return and_(TIMERS.c.aside.is_(None), exists().where(ADDRESSES.c.person_id == TIMERS.c.person_id, there))


def _due() -> Select[Any]:
    return (
        select(TIMERS.c.person_id, TIMERS.c.name, TIMERS.c.due_at, PEOPLE.c.document, PEOPLE.c.version)
        .join_from(TIMERS, PEOPLE, PEOPLE.c.id == TIMERS.c.person_id)
        .where(TIMERS.c.due_at <= bindparam("now"), _are_met_there())
        .order_by(TIMERS.c.aside, TIMERS.c.due_at)  # as the index has them: PostgreSQL would sort all that is due
        .limit(bindparam("most"))
        .with_for_update(skip_locked=True, of=[TIMERS, PEOPLE])
    )


# Built once: putting them together takes longer than running them.
DUE = _due()
NEXT = select(func.min(TIMERS.c.due_at)).where(_are_met_there())
