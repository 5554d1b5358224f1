"""The way to the database: found, connected to and brought up to date, or refused in a sentence."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from alembic.util import CommandError
from sqlalchemy import URL, Connection, Engine, NullPool, QueuePool, create_engine, event, make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError
from sqlalchemy.pool import ConnectionPoolEntry

from storage.migrations import migrate

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

READING = "DEFERRED"
WRITING = "IMMEDIATE"


class CannotOpen(Exception):
    """The database can't be used. The message says which, why, and what to do, and never holds a password."""


def open_database(address: str) -> Engine:
    """The database at an SQLAlchemy URL, made if need be and migrated to the newest tables. Raises `CannotOpen`."""
    url = _parsed(address)
    try:
        _make_file(url)
        _migrate(url)
    except OSError as error:
        raise CannotOpen(_cannot(url, error.strerror or type(error).__name__, WHERE_TO_WRITE)) from error
    except DBAPIError as error:
        raise CannotOpen(_cannot(url, str(error.orig), WHERE_TO_WRITE if _is_sqlite(url) else IS_IT_THERE)) from error
    except CommandError as error:
        raise CannotOpen(_cannot(url, str(error), NEWER_STEADY)) from error
    return engine(url)


def memory() -> Engine:
    """An empty database that lives as long as its engine; one transaction at a time."""
    one_connection: dict[str, Any] = {"poolclass": QueuePool, "pool_size": 1, "max_overflow": 0, "pool_timeout": 5}
    return engine(URL.create("sqlite"), connect_args={"check_same_thread": False}, **one_connection)


def engine(url: URL, pragmas: Mapping[str, str] = PRAGMAS, **more: Any) -> Engine:
    """Connects when first used. On SQLite every transaction takes the right to write when it begins, unless the
    connection's execution option `begin` says `READING`: asked for later, two that read first could block each other.
    """
    made = create_engine(url, **more)
    if _is_sqlite(url):
        _teach_sqlite(made, pragmas)
    return made


def forget_deleted(database: Engine) -> None:
    """Cut SQLite's log of changes, in which deleted words still stand. Left for the next time while others read."""
    if database.dialect.name != "sqlite":
        return
    with database.connect() as connection:
        _without_transaction(connection, "PRAGMA wal_checkpoint(TRUNCATE)")


WHERE_TO_WRITE = "Check that the folder exists and may be written to, and that the file is Steady's, or set another one"
IS_IT_THERE = "Check that the database server runs, and that its address, user and password are right"
NEWER_STEADY = "A newer Steady wrote it: update Steady, or set another database"
EXAMPLES = "Write one such as sqlite:///steady.db, or sqlite:////var/lib/steady/steady.db for a full path"


def _parsed(address: str) -> URL:
    # What can't be read is not shown: somewhere in it there may be a password.
    try:
        url = make_url(address)
        url.get_dialect().import_dbapi()
    except (ArgumentError, ValueError):
        raise CannotOpen(f"The address of the database can't be read. {EXAMPLES}.") from None
    except NoSuchModuleError:
        raise CannotOpen(f"The address of the database begins with an unknown kind. {EXAMPLES}.") from None
    except ModuleNotFoundError as error:
        raise CannotOpen(
            f"The database {_shown(url)} needs the Python package {error.name}, which is missing. Install it."
        ) from None
    if "@" in (url.host or ""):
        raise CannotOpen("The address of the database has an @ too many. Write an @ in its password as %40.")
    return url


def _shown(url: URL) -> str:
    return url.set(query={}).render_as_string(hide_password=True)


def _cannot(url: URL, cause: str, advice: str) -> str:
    return f"The database {_shown(url)} can't be opened: {cause.strip().rstrip('.')}. {advice}."


def _is_sqlite(url: URL) -> bool:
    return url.get_backend_name() == "sqlite"


def _make_file(url: URL) -> None:
    if not _is_sqlite(url) or not url.database:
        return
    file = Path(url.database)
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    if not file.exists():
        # Made here so that nobody else on the machine may read it; SQLite gives its log the same rights.
        file.touch(mode=0o600)


def _migrate(url: URL) -> None:
    database = engine(url, MIGRATING, poolclass=NullPool)
    with database.begin() as connection:
        migrate(connection)


def _teach_sqlite(database: Engine, pragmas: Mapping[str, str]) -> None:
    @event.listens_for(database, "connect")
    def prepare(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
        # The driver would begin transactions by itself, late and only before some statements.
        connection.isolation_level = None
        cursor = connection.cursor()
        for name, value in pragmas.items():
            cursor.execute(f"PRAGMA {name}={value}")
        cursor.close()

    @event.listens_for(database, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql(f"BEGIN {connection.get_execution_options().get('begin', WRITING)}")


def _without_transaction(connection: Connection, statement: str) -> None:
    cursor = connection.connection.cursor()
    cursor.execute(statement)
    cursor.fetchall()
    cursor.close()
