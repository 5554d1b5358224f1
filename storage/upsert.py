"""Rows that may be there already."""

from typing import Any

from sqlalchemy import Connection, Table
from sqlalchemy.dialects import postgresql, sqlite


def add_once(connection: Connection, table: Table, row: dict[str, Any]) -> bool:
    """Whether the row was added; false, and nothing done, when there is one of its key."""
    return connection.execute(_insert(connection, table).values(row).on_conflict_do_nothing()).rowcount == 1


def put_row(connection: Connection, table: Table, row: dict[str, Any]) -> None:
    """Add the row, in place of the one of its key if there is one."""
    key = [column.name for column in table.primary_key]
    rest = {name: value for name, value in row.items() if name not in key}
    connection.execute(_insert(connection, table).values(row).on_conflict_do_update(index_elements=key, set_=rest))


def _insert(connection: Connection, table: Table) -> sqlite.Insert | postgresql.Insert:
    return postgresql.insert(table) if connection.dialect.name == "postgresql" else sqlite.insert(table)
