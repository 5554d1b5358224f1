"""Rows that may be there already. The statements are kept: building one takes longer than running it."""

from functools import cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Insert, Table
from sqlalchemy.dialects import sqlite

if TYPE_CHECKING:
    from sqlalchemy.dialects import postgresql

from storage.for_each import ForEach


def add_once(connection: Connection, table: Table, row: dict[str, Any]) -> bool:
    """Whether the row was added; false, and nothing done, when there is one of its key."""
    return connection.execute(_unless_there(connection.dialect.name, table), row).first() is not None


def put_row(connection: Connection, table: Table, row: dict[str, Any]) -> None:
    """Add the row, which names every column, in place of the one of its key if there is one."""
    put_rows(connection, table, [row])


def put_rows(connection: Connection, table: Table, rows: list[dict[str, Any]]) -> None:
    """The same for several rows, in one statement."""
    _in_place_of(connection.dialect.name, table).run(connection, rows)


@cache
def _unless_there(dialect: str, table: Table) -> Insert:
    return _insert(dialect, table).on_conflict_do_nothing().returning(*table.primary_key)


@cache
def _in_place_of(dialect: str, table: Table) -> ForEach:
    insert = _insert(dialect, table)
    rest = {column.name: insert.excluded[column.name] for column in table.c if not column.primary_key}
    return ForEach(insert.on_conflict_do_update(index_elements=list(table.primary_key), set_=rest))


def _insert(dialect: str, table: Table) -> "sqlite.Insert | postgresql.Insert":
    if dialect != "postgresql":
        return sqlite.insert(table)
    from sqlalchemy.dialects import postgresql  # noqa: PLC0415 - with all its drivers, loaded where it is used

    return postgresql.insert(table)
