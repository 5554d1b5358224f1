"""A copy of all rows as of one moment, in one sealed file (`storage/archive.py`) of JSON lines.

First stands an object that says what it is a copy of. For each table follow an object with its name and columns, an
array for each row, an empty line, and an object that counts them. Words stay sealed as they are in the database.
"""

import hashlib
import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import BigInteger, Connection, DateTime, Integer, MetaData, Row, Table, event, select
from sqlalchemy.types import TypeEngine

from bot import __version__
from bot.errors import CannotDo, because
from bot.ports import OutOfReach
from storage.archive import Packing
from storage.database import Database, open_memory
from storage.files import forget_drafts, write_whole
from storage.migrations import DONE, migrate, step_of
from storage.moments import Moment
from storage.sealing import keys_of

AT_ONCE = 1_000  # rows


class UnknownStep(Exception):
    """The tables are those of a newer Steady."""


class CannotBackUp(CannotDo):
    """No backup was made."""


@dataclass(frozen=True, slots=True)
class Part:
    """What an archive holds of one table: so many rows, in lines of so many bytes with that digest."""

    table: str
    rows: int
    bytes: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Origin:
    """What an archive is a copy of. `step` is the last step of the tables, `keys` are the names of those that words
    may be sealed with, and `last_message` is the highest id that the outbox ever gave."""

    steady: str
    database: str
    step: str
    made_at: str
    keys: list[str]
    last_message: int


def back_up(database: Database, file: Path) -> tuple[Part, ...]:
    """Write the copy to a file that nobody else may read, and that is there wholly or not at all; others may write to
    the database meanwhile. Raises `CannotBackUp`."""
    try:
        return _backed_up(database, file)
    except OSError as error:
        to_do = "Check that its folder may be written to and has room, or choose another one."
        raise CannotBackUp(because(f"The backup {file} can't be written", error), to_do) from error
    except OutOfReach as error:
        cause = because(f"The backup {file} can't be written", error.__cause__ or error)
        raise CannotBackUp(cause, "Try again later.") from error
    except UnknownStep:
        cause = f"The backup {file} can't be written: a newer Steady wrote the database."
        raise CannotBackUp(cause, "Update this one.") from None


def _backed_up(database: Database, file: Path) -> tuple[Part, ...]:
    forget_drafts(file.parent)
    return write_whole(file, lambda output: _written(database, Packing(output, database.seals.keys)))


def _written(database: Database, output: Packing) -> tuple[Part, ...]:
    with _at_one_moment(database) as connection:
        origin = _origin(connection, database)
        output.write(_line(asdict(origin)))
        parts = tuple(_write_table(connection, table, output) for table in tables_at(origin.step))
    output.finish()
    return parts


@contextmanager
def _at_one_moment(database: Database) -> Iterator[Connection]:
    """What is read within is as it was at one moment, whoever writes meanwhile. SQLite's transactions are so anyway."""
    with database.readers.connect() as connection:
        if connection.dialect.name == "postgresql":
            connection.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
        yield connection


def _origin(connection: Connection, database: Database) -> Origin:
    step = step_of(connection)
    if step is None:
        raise CannotBackUp(
            "There is nothing in the database yet: nobody has started Steady on it.", "Check its address."
        )
    keys = sorted({*keys_of(connection), database.seals.keys.current})
    kind, last = connection.dialect.name, last_message(connection)
    return Origin(__version__, kind, step, datetime.now(UTC).isoformat(), keys, last)


def _write_table(connection: Connection, table: Table, output: Packing) -> Part:
    output.write(_line({"table": table.name, "columns": table.c.keys()}))
    rows, size, digest = 0, 0, hashlib.sha256()
    for page in pages_of(connection, table):
        lines = b"".join(_line(list(row)) for row in page)
        output.write(lines)
        digest.update(lines)
        rows, size = rows + len(page), size + len(lines)
    part = Part(table.name, rows, size, digest.hexdigest())
    output.write(b"\n" + _line(asdict(part)))
    return part


def pages_of(connection: Connection, table: Table) -> Iterator[Sequence[Row[Any]]]:
    """All rows, so many at once that no table fills the memory."""
    return connection.execute(select(table), execution_options={"yield_per": AT_ONCE}).partitions()


def _line(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=_text).encode() + b"\n"


def _text(day_or_moment: date) -> str:
    return day_or_moment.isoformat()


def last_message(connection: Connection) -> int:
    """The highest id that the outbox ever gave, or 0."""
    asked = (
        "SELECT pg_sequence_last_value(pg_get_serial_sequence('outbox', 'id')::regclass)"
        if connection.dialect.name == "postgresql"
        else "SELECT seq FROM sqlite_sequence WHERE name = 'outbox'"
    )
    return connection.exec_driver_sql(asked).scalar() or 0


def tables_at(step: str) -> list[Table]:
    """The tables as they were after that step, each after those that it refers to, with types that every kind of
    database knows. Raises `UnknownStep`."""
    from alembic.util import CommandError  # noqa: PLC0415 - loaded only where there is a step to do

    metadata, memory = MetaData(), open_memory()

    @event.listens_for(metadata, "column_reflect")
    def generalize(_inspector: object, _table: object, column: dict[str, Any]) -> None:
        column["type"] = _general(column["type"])

    try:
        with memory.writers.begin() as connection:
            migrate(connection, memory.seals, step)
            metadata.reflect(connection)
    except CommandError:
        raise UnknownStep(step) from None
    finally:
        memory.close()
    return [table for table in metadata.sorted_tables if table.name != DONE.name]


def _general(kind: TypeEngine[Any]) -> TypeEngine[Any]:
    if isinstance(kind, DateTime):
        return Moment()
    return BigInteger() if isinstance(kind, Integer) else kind.as_generic()
