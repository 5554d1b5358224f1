"""Which columns hold words, and how rows are sealed and opened: table by table, from the tables' own description."""

from collections.abc import Mapping
from datetime import UTC, datetime
from functools import cache
from typing import Any

from sqlalchemy import Connection, Table, inspect, select

from storage.keyring import Keyring
from storage.tables import KEYS, OUTBOX, PEOPLE, Sealed
from storage.upsert import add_once

Row = dict[str, Any]

# What names a row for its seal: the key of its table, or, where that is not known before it is written, who it is for.
NAMED_BY: Mapping[Table, tuple[str, ...]] = {OUTBOX: ("platform", "user")}


class Seals:
    """Seals and opens the words of rows. What is empty or not there has nothing to hide and stays as it is."""

    def __init__(self, keys: Keyring) -> None:
        self.keys = keys

    def sealed(self, table: Table, row: Mapping[Any, Any]) -> Row:
        """The row with its words sealed; it names at least its key."""
        named = _name(table, row)
        words = {
            column: self.keys.seal(row[column], (*named, column)) for column in sealed_columns(table) if row.get(column)
        }
        return {**row, **words}

    def opened(self, table: Table, row: Mapping[Any, Any]) -> Row:
        """The row with its words to be read. Raises `CannotUnseal`."""
        named = _name(table, row)
        words = {
            column: self.keys.open(row[column], (*named, column)) for column in sealed_columns(table) if row.get(column)
        }
        return {**row, **words}

    def seal_person(self, person_id: str, document: str) -> str:
        return self.keys.seal(document, (PEOPLE.name, person_id, "document"))

    def open_person(self, person_id: str, document: str) -> str:
        """Raises `CannotUnseal`."""
        return self.keys.open(document, (PEOPLE.name, person_id, "document"))


def keys_of(connection: Connection) -> set[str]:
    """The names of the keys with which words in the database may be sealed."""
    return set(connection.scalars(select(KEYS.c.name))) if inspect(connection).has_table(KEYS.name) else set()


def note_key(connection: Connection, name: str) -> None:
    """Words may be sealed with that key from now on."""
    add_once(connection, KEYS, {"name": name, "first_used_at": datetime.now(UTC)})


@cache
def sealed_columns(table: Table) -> tuple[str, ...]:
    return tuple(column.name for column in table.c if isinstance(column.type, Sealed))


@cache
def named_by(table: Table) -> tuple[str, ...]:
    """The columns that name a row of the table for its seal."""
    return NAMED_BY.get(table) or tuple(column.name for column in table.primary_key)


def _name(table: Table, row: Mapping[Any, Any]) -> tuple[str, ...]:
    return (table.name, *(str(row[column]) for column in named_by(table)))
