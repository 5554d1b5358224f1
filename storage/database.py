"""A database: its engines, how they connect, and what is told of it when it is out of reach."""

import sqlite3
from collections.abc import Mapping
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, NullPool, QueuePool, create_engine, event
from sqlalchemy.engine.interfaces import DBAPIConnection, ExceptionContext
from sqlalchemy.exc import OperationalError
from sqlalchemy.exc import TimeoutError as NoTurn
from sqlalchemy.pool import ConnectionPoolEntry

from bot.ports import OutOfReach
from storage.keyring import Keyring, new_key
from storage.sealing import Seals

# `synchronous` is FULL because an update is acknowledged to its platform once the commit returned: a power cut
# must not take back what nobody would send again. `secure_delete` makes erased words unreadable in the file.
PRAGMAS: Mapping[str, str] = {
    "busy_timeout": "5000",
    "journal_mode": "WAL",
    "synchronous": "FULL",
    "secure_delete": "ON",
    "foreign_keys": "ON",
}

# SQLite changes a table by copying it and dropping the old one, whose implicit DELETE would cascade to the children.
MIGRATING: Mapping[str, str] = {**PRAGMAS, "foreign_keys": "OFF"}

# Whoever only looks changes nothing, not even the way in which the file is written.
LOOKING: Mapping[str, str] = {"busy_timeout": "5000", "query_only": "ON"}
SCRATCH: Mapping[str, str] = {"journal_mode": "MEMORY", "synchronous": "OFF", "foreign_keys": "OFF"}

# A writer takes the right to write when it begins: two that read first and then ask for it block each other.
WRITING = "BEGIN IMMEDIATE"
READING = "BEGIN DEFERRED"

# A machine that vanished holds its locks no longer than this, and whoever wants them gives way to others meanwhile. A
# transaction is idle while sixty-four turns are decided.
SERVER_OPTIONS = (
    "-c lock_timeout=3s -c idle_in_transaction_session_timeout=30s "
    "-c tcp_keepalives_idle=5 -c tcp_keepalives_interval=2 -c tcp_keepalives_count=3"
)

ONE_CONNECTION: Mapping[str, Any] = {"poolclass": QueuePool, "pool_size": 1, "max_overflow": 0, "pool_timeout": 10}


@dataclass(frozen=True, slots=True)
class Database:
    """Where transactions begin, and what opens the words there. SQLite has one writer at a time; waiting for a pool of
    one, the next need not poll."""

    writers: Engine
    readers: Engine
    seals: Seals

    def connect(self) -> Connection:
        """A connection that may write. Raises `OutOfReach` when others have it for too long."""
        try:
            return self.writers.connect()
        except NoTurn as error:
            raise OutOfReach(type(error).__name__) from error

    def close(self) -> None:
        self.writers.dispose()
        self.readers.dispose()

    def forget_deleted(self, most: int | None = None) -> None:
        """Write SQLite's file anew, unless it has more than `most` bytes, and cut its log, in which deleted words still
        stand; left for the next time while another process is in the way.

        `secure_delete` alone is not enough: rows that moved as others grew leave copies of themselves between rows.
        """
        if self.writers.dialect.name == "sqlite":
            with suppress(sqlite3.OperationalError, OutOfReach), self.connect() as connection:
                if most is None or _size(connection) <= most:
                    _outside_transactions(connection, "VACUUM")
                _outside_transactions(connection, "PRAGMA wal_checkpoint(TRUNCATE)")


def open_memory() -> Database:
    """An empty database that is gone when closed. It has no tables yet, and does one transaction at a time."""
    both = sqlite_engine(URL.create("sqlite"), WRITING, connect_args={"check_same_thread": False}, **ONE_CONNECTION)
    return Database(both, both, Seals(Keyring([new_key()])))


def open_scratch(file: Path) -> Engine:
    """A SQLite file for what is thrown away: nothing waits for the disk, and nothing else is left beside it."""
    return sqlite_engine(URL.create("sqlite", database=str(file)), WRITING, SCRATCH, poolclass=NullPool)


def server_engine(url: URL) -> Engine:
    options = f"{url.query.get('options', '')} {SERVER_OPTIONS}".strip()
    server = create_engine(
        url,
        hide_parameters=True,
        pool_pre_ping=True,  # it may have been started again
        paramstyle="format",  # parameters by their place are the quicker ones (`storage/for_each.py`)
        connect_args={"options": options},
    )
    event.listen(server, "handle_error", _tell)
    return server


def sqlite_engine(url: URL, begin: str, pragmas: Mapping[str, str] = PRAGMAS, **more: Any) -> Engine:
    database = create_engine(url, hide_parameters=True, **more)  # errors go to logs, and would quote what people wrote
    event.listen(database, "handle_error", _tell)

    @event.listens_for(database, "connect")
    def prepare(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
        # The driver would begin transactions by itself, late and only before some statements.
        connection.isolation_level = None
        with closing(connection.cursor()) as cursor:
            for name, value in pragmas.items():
                cursor.execute(f"PRAGMA {name}={value}")

    @event.listens_for(database, "begin")
    def begin_transaction(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    return database


def _tell(context: ExceptionContext) -> None:
    """What another try may mend is told as such; a wrong statement, which SQLite counts among it, is none."""
    is_wrong = getattr(context.original_exception, "sqlite_errorcode", None) == sqlite3.SQLITE_ERROR
    if context.is_disconnect or (isinstance(context.sqlalchemy_exception, OperationalError) and not is_wrong):
        raise OutOfReach(type(context.original_exception).__name__) from context.original_exception


def _size(connection: Connection) -> int:
    """Bytes of the whole file."""
    return _outside_transactions(connection, "PRAGMA page_count") * _outside_transactions(
        connection, "PRAGMA page_size"
    )


def _outside_transactions(connection: Connection, statement: str) -> int:
    """The number it answers, if any."""
    with closing(connection.connection.cursor()) as cursor:
        cursor.execute(statement)
        rows = cursor.fetchall()
    return int(rows[0][0]) if rows else 0
