"""Databases made again from archives: data, never code. The tables are made by the steps that are here; an archive only
fills them, first in a place to be thrown away, where all of it is checked."""

import hashlib
import json
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice, takewhile
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Date, Engine, Table, delete, func, insert, select, text
from sqlalchemy.exc import StatementError
from sqlalchemy.types import TypeEngine

from storage.archive import NotAsWritten, OfNewerSteady, lines_of
from storage.backup import AT_ONCE, Origin, Part, UnknownStep, last_message, pages_of, tables_at
from storage.database import Database, open_scratch
from storage.files import held, remove_folder
from storage.for_each import ForEach
from storage.keyring import Keyring, MissingKey
from storage.migrations import NEWEST, migrate
from storage.moments import Moment
from storage.sealing import Seals, note_key

FILE = "steady.db"
# What comes of lines, values and rows that are no backup's.
ODD = (
    ArithmeticError, AttributeError, LookupError, RuntimeError, StatementError, StopIteration, TypeError, ValueError
)  # fmt: skip
SCRATCH = "steady-restore-"  # how the names of folders begin whose content is thrown away
CONVERTED: Mapping[type, Callable[[str], date]] = {Moment: datetime.fromisoformat, Date: date.fromisoformat}


Values = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """What an archive held, checked and up to date, in a database to be thrown away."""

    origin: Origin
    counts: Mapping[str, int]
    keys: Keyring
    scratch: Engine


@contextmanager
def rebuilt(archive: Path, keys: Keyring) -> Iterator[Rebuilt]:
    """Raises `BadArchive`, `MissingKey`, and `OSError` and `OutOfReach` when there is no room for it."""
    _forget_scratch()
    with tempfile.TemporaryDirectory(prefix=SCRATCH) as folder, held(Path(folder)):
        file = Path(folder) / FILE
        file.touch(mode=0o600)
        scratch = open_scratch(file)
        with scratch.begin() as connection, archive.open("rb") as sealed:
            origin, counts = _rebuilt_from(connection, lines_of(sealed, keys), keys)
        yield Rebuilt(origin, counts, keys, scratch)


def _forget_scratch() -> None:
    """That of whoever was killed."""
    for folder in Path(tempfile.gettempdir()).glob(f"{SCRATCH}*"):
        with suppress(OSError):  # in use, or somebody else's
            remove_folder(folder, FILE)


def _rebuilt_from(connection: Connection, lines: Iterator[bytes], keys: Keyring) -> tuple[Origin, Mapping[str, int]]:
    """Whatever is odd about it: it comes from somebody who has the key, and still is only data."""
    try:
        return _rebuild(connection, lines, keys)
    except ODD:
        raise NotAsWritten from None


def _rebuild(connection: Connection, lines: Iterator[bytes], keys: Keyring) -> tuple[Origin, Mapping[str, int]]:
    origin = Origin(**json.loads(next(lines)))
    if not 0 <= origin.last_message < 2**62:
        raise NotAsWritten
    if missing := set(origin.keys) - set(keys.names):
        raise MissingKey("The words in this backup", missing)
    try:
        tables = tables_at(origin.step)
    except UnknownStep:
        raise OfNewerSteady from None
    migrate(connection, Seals(keys), origin.step)
    parts = _fill(connection, {table.name: table for table in tables}, lines)
    migrate(connection, Seals(keys))
    _check(connection)
    return origin, {part.table: part.rows for part in parts}


def _fill(connection: Connection, tables: dict[str, Table], lines: Iterator[bytes]) -> list[Part]:
    """Each table is filled once, and no other."""
    parts = []
    for line in lines:
        heading = json.loads(line)
        table = tables.pop(heading["table"], None)
        if table is None or set(heading["columns"]) != set(table.c.keys()):
            raise NotAsWritten
        parts.append(_fill_table(connection, table, heading["columns"], lines))
    if tables:
        raise NotAsWritten
    return parts


def _fill_table(connection: Connection, table: Table, columns: Sequence[str], lines: Iterator[bytes]) -> Part:
    adding, rows, size, digest = ForEach(insert(table)), 0, 0, hashlib.sha256()
    for page in _pages(takewhile(bool, lines)):
        adding.run(connection, [_values(table, columns, json.loads(line)) for line in page])
        written = b"".join(line + b"\n" for line in page)
        digest.update(written)
        rows, size = rows + len(page), size + len(written)
    part = Part(table.name, rows, size, digest.hexdigest())
    if part != Part(**json.loads(next(lines))):
        raise NotAsWritten
    return part


def _pages(lines: Iterator[bytes]) -> Iterator[list[bytes]]:
    return iter(lambda: list(islice(lines, AT_ONCE)), [])


def _values(table: Table, columns: Sequence[str], values: Sequence[Any]) -> Values:
    return {name: _value(table.c[name].type, value) for name, value in zip(columns, values, strict=True)}


def _value(kind: TypeEngine[Any], value: Any) -> Any:
    convert = CONVERTED.get(type(kind))
    return convert(value) if convert and value is not None else value


def _check(connection: Connection) -> None:
    """What SQLite itself finds wrong with the rows."""
    is_whole = connection.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"
    if not is_whole or connection.exec_driver_sql("PRAGMA foreign_key_check").first():
        raise NotAsWritten


def put_in_place(database: Database, found: Rebuilt) -> Mapping[str, int]:
    """All rows of the database replaced by those, in one transaction; returns how many each table has then."""
    tables = tables_at(NEWEST)
    with found.scratch.connect() as source, database.writers.begin() as connection:
        for table in reversed(tables):
            connection.execute(delete(table))
        for table in tables:
            adding = ForEach(insert(table))
            for page in pages_of(source, table):
                adding.run(connection, [row._asdict() for row in page])
        note_key(connection, database.seals.keys.current)
        _count_on(connection, max(found.origin.last_message, last_message(connection)))
        return counts(connection, tables)


def counts(connection: Connection, tables: Iterable[Table]) -> Mapping[str, int]:
    """How many rows each table has."""
    return {table.name: connection.scalar(select(func.count()).select_from(table)) or 0 for table in tables}


def _count_on(connection: Connection, last: int) -> None:
    """The outbox gives no id again that it gave before."""
    if not last:
        return
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT setval(pg_get_serial_sequence('outbox', 'id'), :last)"), {"last": last})
    else:
        connection.execute(text("DELETE FROM sqlite_sequence WHERE name = 'outbox'"))
        connection.execute(text("INSERT INTO sqlite_sequence VALUES ('outbox', :last)"), {"last": last})
