"""The one place where a test gets an empty database: of SQLite, or of PostgreSQL where `--database` says so."""

import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from functools import cache
from pathlib import Path
from typing import Any

from sqlalchemy import NullPool, Select, Table, create_engine, inspect, select, text

from storage.database import Database as Opened
from storage.keyring import Keyring, written
from storage.opening import open_database
from storage.sealing import Seals
from storage.store import SqlStore
from storage.store import open_store as _open_store
from storage.tables import Row
from tests.servers.postgresql import PostgreSQL, running

KEYS = Keyring([bytes(32)])  # of every database that a test looks into
SEALS = Seals(KEYS)
SET_KEYS = {"STEADY_ENCRYPTION_KEY": written(*KEYS)}
KINDS = ("sqlite", "postgresql")
kind = "sqlite"  # what `--database` names

BUSY = "people, outbox, timers, inbox, check_ins"
# With it goes what a test broke: the trigger that calls the function.
MENDED = "DROP FUNCTION IF EXISTS broken CASCADE"
EMPTIED = "; ".join([MENDED, *(f"DELETE FROM {table.name}" for table in reversed(Row.metadata.sorted_tables))])  # noqa: S608

_until_the_end = ExitStack()
_taken: list[str] = []  # databases that are dropped when given back
_lent: list[Opened] = []  # those that are only emptied, which is a hundred times quicker
_free: list[Opened] = []


class Database:
    """A database, looked at and changed behind the back of whoever runs on it."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.engine = create_engine(url.replace("postgresql://", "postgresql+psycopg://"), poolclass=NullPool)
        self.is_file = self.engine.dialect.name == "sqlite"

    def rows(self, query: str | Select[Any], **values: object) -> list[tuple[Any, ...]]:
        asked = text(query) if isinstance(query, str) else query
        with self.engine.connect() as connection:
            return [tuple(row) for row in connection.execute(asked, values)]

    def opened(self, table: Table) -> list[dict[str, Any]]:
        """The rows of a table, with the words in them."""
        with self.engine.connect() as connection:
            found = connection.execute(select(table).order_by(*table.primary_key)).mappings().all()
        return [SEALS.opened(table, row) for row in found]

    def write(self, statement: str) -> None:
        with self.engine.begin() as connection:
            connection.exec_driver_sql(statement)

    def tables(self) -> dict[str, list[str]]:
        """The columns of every table."""
        found = inspect(self.engine)
        return {name: [column["name"] for column in found.get_columns(name)] for name in found.get_table_names()}

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Nobody else writes to what people are kept in meanwhile."""
        lock = "BEGIN IMMEDIATE" if self.is_file else f"LOCK TABLE {BUSY} IN ACCESS EXCLUSIVE MODE"
        with self.engine.connect() as connection:
            connection.exec_driver_sql(lock)
            yield

    def is_met(self) -> bool:
        """Whether anybody has opened it."""
        if self.is_file:
            return Path(str(self.engine.url.database)).exists()
        others = "FROM pg_stat_activity WHERE datname = current_database() AND pid != pg_backend_pid()"
        return bool(self.rows(f"SELECT 1 {others}"))


def open_store(url: str) -> SqlStore:
    return _open_store(url, KEYS)


def empty_store() -> SqlStore:
    """A store with all tables, for the length of a test."""
    if kind == "sqlite":
        return SqlStore.in_memory()
    _lent.append(_free.pop() if _free else open_database(server().empty(), KEYS))
    return SqlStore(_lent[-1])


def empty(folder: Path, which: str | None = None) -> Database:
    """A database without tables, for the length of a test; on SQLite it is a file in the folder."""
    if (which or kind) == "sqlite":
        return Database(f"sqlite:///{folder / 'steady.db'}")
    return _take(server().empty())


def copy(original: Database, folder: Path) -> Database:
    """Another with the same rows; nobody may be using the first."""
    if original.is_file:
        shutil.copy(str(original.engine.url.database), folder / "steady.db")
        return empty(folder, "sqlite")
    return _take(server().copy(original.url))


def _take(url: str) -> Database:
    _taken.append(url)
    return Database(url)


@contextmanager
def given_back() -> Iterator[None]:
    """What is taken within can be had by others afterwards."""
    before = len(_taken)
    yield
    while len(_taken) > before:
        server().drop(_taken.pop())
    while _lent:
        with _lent[-1].writers.begin() as connection:
            connection.exec_driver_sql(EMPTIED)
        _lent[-1].close()
        _free.append(_lent.pop())


@cache
def server() -> PostgreSQL:
    """Started when it is first wanted."""
    return _until_the_end.enter_context(running())


def stop_server() -> None:
    _until_the_end.close()
