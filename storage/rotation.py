"""Words sealed anew with the key in use, some rows at a time. Whoever is killed midway begins again: what is done is
only read."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass

from sqlalchemy import (
    ColumnElement,
    Connection,
    RowMapping,
    Select,
    Table,
    and_,
    delete,
    func,
    or_,
    select,
    tuple_,
    update,
)

from storage.database import Database
from storage.keyring import CannotUnseal
from storage.sealing import named_by, sealed_columns
from storage.tables import KEYS, Row

AT_ONCE = 500  # rows of a transaction
SEALED = tuple(table for table in Row.metadata.sorted_tables if sealed_columns(table))


@dataclass(frozen=True, slots=True)
class Rotated:
    """How many rows were sealed anew, and of each table how many nobody can open: they stay, and so does their key."""

    rows: int
    unread: Mapping[str, int]


def rotate(database: Database, told: Callable[[int], None] = lambda _: None) -> Rotated:
    """Seal every text with the key in use, and forget the other keys.

    `told` hears how many there are so far. Others may write meanwhile, if they seal with that key too.
    """
    count = 0
    while not _others_are_forgotten(database):
        before = count
        for table in SEALED:
            for page in _pages(database, table):
                count += _sealed_anew(database, table, page)
                told(count)
        if count == before:
            return Rotated(count, _old(database))
    return Rotated(count, {})


def _old(database: Database) -> Mapping[str, int]:
    current = database.seals.keys.current
    with database.readers.connect() as connection:
        counted = {
            table.name: connection.scalar(select(func.count()).select_from(table).where(_is_old(table, current)))
            for table in SEALED
        }
    return {name: count for name, count in counted.items() if count}


def _others_are_forgotten(database: Database) -> bool:
    """False, and nothing done, while a text is sealed with another key."""
    current = database.seals.keys.current
    with database.writers.begin() as connection:
        if any(_has_old(connection, table, current) for table in SEALED):
            return False
        connection.execute(delete(KEYS).where(KEYS.c.name != current))
    return True


def _has_old(connection: Connection, table: Table, current: str) -> bool:
    return connection.execute(select(*table.primary_key).where(_is_old(table, current)).limit(1)).first() is not None


def _pages(database: Database, table: Table) -> Iterator[Sequence[RowMapping]]:
    keys = list(table.primary_key)
    names = dict.fromkeys([*(key.name for key in keys), *named_by(table), *sealed_columns(table)])
    old = select(*(table.c[name] for name in names)).where(_is_old(table, database.seals.keys.current))
    asked = old.order_by(*keys).limit(AT_ONCE)
    page = _read(database, asked)
    while page:
        yield page
        last = [page[-1][key.name] for key in keys]
        page = _read(database, asked.where(tuple_(*keys) > tuple_(*last)))


def _read(database: Database, asked: Select[tuple[object, ...]]) -> Sequence[RowMapping]:
    with database.readers.connect() as connection:
        return connection.execute(asked).mappings().all()


def _sealed_anew(database: Database, table: Table, page: Sequence[RowMapping]) -> int:
    """How many rows. One that changed since it was read is left as it is, for the next round."""
    seals, count = database.seals, 0
    with database.writers.begin() as connection:
        for row in page:
            as_read = and_(*(table.c[name] == value for name, value in row.items()))
            with suppress(CannotUnseal):
                count += _write(connection, table, as_read, seals.sealed(table, seals.opened(table, row)))
    return count


def _write(connection: Connection, table: Table, as_read: ColumnElement[bool], sealed: Mapping[str, object]) -> int:
    words = {name: sealed[name] for name in sealed_columns(table)}
    return connection.execute(update(table).where(as_read).values(words)).rowcount


def _is_old(table: Table, current: str) -> ColumnElement[bool]:
    """Whether a row has a text that is sealed with another key."""
    columns = [table.c[name] for name in sealed_columns(table)]
    return or_(*(and_(column != "", column.not_like(f"{current}:%")) for column in columns))
