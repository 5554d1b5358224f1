"""The way to the database: found, connected to and brought up to date, or refused in a sentence."""

import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, NullPool, QueuePool, create_engine, event, inspect, make_url, select
from sqlalchemy.engine.interfaces import DBAPIConnection, ExceptionContext
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError, OperationalError
from sqlalchemy.exc import TimeoutError as NoTurn
from sqlalchemy.pool import ConnectionPoolEntry

from bot.ports import OutOfReach
from storage import key_file
from storage.keyring import BadKey, Keyring, new_key
from storage.migrations import is_up_to_date, migrate
from storage.sealing import Seals, keys_of, note_key
from storage.tables import PEOPLE

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
LONGEST_TO_CONNECT = "5"  # seconds, for a look
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

IN_MEMORY = (None, "", ":memory:")  # names of a SQLite database that is no file

# Whoever opens the database with others does its steps alone, and the others wait a minute. It may be idle for as long
# as a backup before them takes.
ALONE = (
    "SET LOCAL idle_in_transaction_session_timeout = 0; "
    "SET LOCAL lock_timeout = '1min'; SELECT pg_advisory_xact_lock(hashtext('steady migrations')); "
    "SET LOCAL lock_timeout TO DEFAULT"
)

ONE_CONNECTION: Mapping[str, Any] = {"poolclass": QueuePool, "pool_size": 1, "max_overflow": 0, "pool_timeout": 10}


class CannotOpen(Exception):
    """The database can't be used. The message says which, why, and what to do, and never holds a password."""


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

    def forget_deleted(self, most: int) -> None:
        """Write SQLite's file anew, unless it has more bytes than that, and cut its log, in which deleted words still
        stand; left for the next time while another process is in the way.

        `secure_delete` alone is not enough: rows that moved as others grew leave copies of themselves between rows.
        """
        if self.writers.dialect.name == "sqlite":
            with suppress(sqlite3.OperationalError, OutOfReach), self.connect() as connection:
                if _size(connection) <= most:
                    _outside_transactions(connection, "VACUUM")
                _outside_transactions(connection, "PRAGMA wal_checkpoint(TRUNCATE)")


BeforeSteps = Callable[[Database], object]


def nothing(database: Database) -> None:
    """What is done before the steps of a database that nobody would miss."""


def open_database(address: str, keys: Keyring | None = None, before_steps: BeforeSteps = nothing) -> Database:
    """The database at an SQLAlchemy URL, made if it isn't there, its tables up to date. Without keys, those beside a
    SQLite file are used, made with it. Where there are people and steps to do, `before_steps` is called first, while
    nobody else does them. Raises `CannotOpen`, and what `before_steps` raises."""
    url = _parsed(address)
    with _refused_clearly(url):
        return _opened(url, keys, before_steps)


def open_as_it_is(address: str, keys: Keyring) -> Database:
    """A database that is there, to be read alone, whichever steps are done. Raises `CannotOpen`."""
    url = _parsed(address)
    engine = _looking_at(url)
    try:
        with _refused_clearly(url), engine.connect() as connection:
            _check_keys(connection, seals := Seals(keys))
    except BaseException:
        engine.dispose()
        raise
    return Database(engine, engine, seals)


def open_scratch(file: Path) -> Engine:
    """A SQLite file for what is thrown away: nothing waits for the disk, and nothing else is left beside it."""
    return _sqlite(URL.create("sqlite", database=str(file)), WRITING, SCRATCH, poolclass=NullPool)


def has_people(connection: Connection) -> bool:
    """Whether anybody would miss the database."""
    return inspect(connection).has_table(PEOPLE.name) and connection.scalar(select(PEOPLE.c.id).limit(1)) is not None


def shown(address: str) -> str:
    """The address, fit to be shown. Raises `CannotOpen`."""
    return _shown(_parsed(address))


@contextmanager
def _refused_clearly(url: URL) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise CannotOpen(_cannot(url, error.strerror or type(error).__name__, WHERE_TO_WRITE)) from error
    except OutOfReach as error:
        raise _cannot_reach(url, error.__cause__) from error
    except DBAPIError as error:
        raise _cannot_reach(url, error.orig) from error


def sqlite_file(address: str) -> Path | None:
    """The file of a SQLite database, unless it is none or in memory. Raises `CannotOpen`."""
    url = _parsed(address)
    is_file = _is_sqlite(url) and url.database not in IN_MEMORY
    return Path(str(url.database)) if is_file else None


def open_memory() -> Database:
    """An empty database that is gone when closed. It has no tables yet, and does one transaction at a time."""
    both = _sqlite(URL.create("sqlite"), WRITING, connect_args={"check_same_thread": False}, **ONE_CONNECTION)
    return Database(both, both, Seals(Keyring([new_key()])))


@contextmanager
def looking(address: str) -> Iterator[Connection]:
    """A connection to a database that is there, and stays as it is. Raises `CannotOpen`, and `OutOfReach` later on."""
    url = _parsed(address)
    engine = _looking_at(url)
    try:
        with _refused_clearly(url):
            connection = engine.connect()
        with connection.execution_options(postgresql_readonly=True):
            yield connection
    finally:
        engine.dispose()


def _looking_at(url: URL) -> Engine:
    if not _is_sqlite(url):
        return _server(url.update_query_dict({"connect_timeout": LONGEST_TO_CONNECT}))
    if not Path(str(url.database or "")).is_file():
        raise CannotOpen(f"The database {_shown(url)} is not there. {RUN_FIRST}.")
    return _sqlite(url, READING, LOOKING, poolclass=NullPool)


WHERE_TO_WRITE = "Check that the file is Steady's and that its folder may be written to, or choose another one"
IS_IT_THERE = "Check that the database server runs, and that its address, user and password are right"
NEWER_STEADY = "A newer Steady wrote it: update this one, or choose another database"
GIVE_A_KEY = (
    "Make one with `steady keys new`, keep it safe, and give it in STEADY_ENCRYPTION_KEY or STEADY_ENCRYPTION_KEY_FILE"
)
GIVE_THAT_KEY = (
    "Give that key, beside any newer one, in STEADY_ENCRYPTION_KEY or the file of keys; without it nobody can read them"
)
PUT_IT_BACK = "Put the file back from where you keep its copy; without it nobody can read what is in the database"
RUN_FIRST = "Run `steady run` first, which makes it, or choose another one"
EXAMPLES = "Write one such as sqlite:///steady.db, or sqlite:////var/lib/steady/steady.db for a full path"


def _parsed(address: str) -> URL:
    # What can't be read is not shown: somewhere in it there may be a password.
    try:
        url = _with_driver(make_url(address))
        url.get_dialect().import_dbapi()
    except NoSuchModuleError:
        raise CannotOpen(f"The address of the database begins with an unknown kind. {EXAMPLES}.") from None
    except (ArgumentError, ValueError):
        raise CannotOpen(f"The address of the database can't be read. {EXAMPLES}.") from None
    except ModuleNotFoundError as error:
        missing = f"needs the Python package {error.name}, which is not installed. Install it"
        raise CannotOpen(f"The database {_shown(url)} {missing}, or choose another database.") from None
    return url


def _with_driver(url: URL) -> URL:
    """Whoever names PostgreSQL need not name its driver, nor know that it has another name than another's."""
    is_bare = url.drivername in ("postgresql", "postgres")
    return url.set(drivername="postgresql+psycopg") if is_bare else url


def _shown(url: URL) -> str:
    """The address without what is secret, or may be: an @ too many puts half a password in the place of the host."""
    host = (url.host or "").rpartition("@")[2] or None
    return url.set(host=host, query={}).render_as_string(hide_password=True)


def _cannot_reach(url: URL, cause: BaseException | None) -> CannotOpen:
    return CannotOpen(_cannot(url, str(cause), WHERE_TO_WRITE if _is_sqlite(url) else IS_IT_THERE))


def _cannot(url: URL, cause: str, advice: str) -> str:
    return f"The database {_shown(url)} can't be opened: {cause.strip().rstrip('.')}. {advice}."


def _is_sqlite(url: URL) -> bool:
    return url.get_backend_name() == "sqlite"


def _opened(url: URL, keys: Keyring | None, before_steps: BeforeSteps) -> Database:
    if not _is_sqlite(url):
        server = _server(url)
        return _prepared(server, _of_server(server, Seals(keys or _kept(server, None))), before_steps)
    if url.database in IN_MEMORY:
        memory = open_memory()
        return _prepared(memory.writers, memory, before_steps)
    file = Path(str(url.database))
    _make_file(file)
    steps = _sqlite(url, WRITING, MIGRATING, poolclass=NullPool)
    return _prepared(steps, _of_file(url, Seals(keys or _kept(steps, key_file.beside(file)))), before_steps)


def _of_server(server: Engine, seals: Seals) -> Database:
    return Database(server, server, seals)


def _of_file(url: URL, seals: Seals) -> Database:
    return Database(_sqlite(url, WRITING, **ONE_CONNECTION), _sqlite(url, READING), seals)


def _prepared(steps: Engine, database: Database, before_steps: BeforeSteps) -> Database:
    """With its tables up to date."""
    try:
        _migrate(steps, database, before_steps)
    except BaseException:
        database.close()
        raise
    return database


def _kept(database: Engine, beside: Path | None) -> Keyring:
    """The keys in the file beside the database. It is made for a database in which nothing is sealed yet."""
    if beside is None:
        raise CannotOpen(_cannot(database.url, "there is no key for it", GIVE_A_KEY))
    try:
        if beside.exists():
            return key_file.read(beside)
        with database.connect() as connection:
            is_sealed = bool(keys_of(connection))
        if is_sealed:
            raise CannotOpen(_cannot(database.url, f"its keys are not in {beside}", PUT_IT_BACK))
        return key_file.make(beside)
    except BadKey as error:
        raise CannotOpen(_cannot(database.url, f"{beside} can't be used: {error}", PUT_IT_BACK)) from None


def _make_file(file: Path) -> None:
    """Made here so that nobody else on the machine may read it; SQLite gives its log the same rights."""
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    if not file.exists():
        file.touch(mode=0o600)


def _migrate(steps: Engine, database: Database, before_steps: BeforeSteps) -> None:
    """Whoever waited for another finds the steps done. A transaction of SQLite is alone from its beginning."""
    with steps.begin() as connection:
        if steps.dialect.name == "postgresql" and not is_up_to_date(connection):
            connection.exec_driver_sql(ALONE)
        _check_keys(connection, database.seals)
        if not is_up_to_date(connection):
            if has_people(connection):
                before_steps(database)
            _bring_up_to_date(connection, database.seals)
        note_key(connection, database.seals.keys.current)


def _check_keys(connection: Connection, seals: Seals) -> None:
    if unknown := keys_of(connection) - set(seals.keys.names):
        cause = f"words in it are sealed with the key {', '.join(sorted(unknown))}, which is not at hand"
        raise CannotOpen(_cannot(connection.engine.url, cause, GIVE_THAT_KEY))


def _bring_up_to_date(connection: Connection, seals: Seals) -> None:
    from alembic.util import CommandError  # noqa: PLC0415 - loaded only where there is a step to do

    try:
        migrate(connection, seals)
    except CommandError as error:
        raise CannotOpen(_cannot(connection.engine.url, str(error), NEWER_STEADY)) from error


def _server(url: URL) -> Engine:
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


def _sqlite(url: URL, begin: str, pragmas: Mapping[str, str] = PRAGMAS, **more: Any) -> Engine:
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
