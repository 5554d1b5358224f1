"""Opening a database: read as it is, or brought up to date and written to; or refused in a sentence."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, NullPool, inspect, make_url, select
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError

from bot.errors import CannotDo, because
from bot.ports import OutOfReach
from storage import key_file
from storage.database import (
    LOOKING,
    MIGRATING,
    ONE_CONNECTION,
    READING,
    WRITING,
    Database,
    open_memory,
    server_engine,
    sqlite_engine,
)
from storage.key_source import KeySource
from storage.keyring import BadKey, Keyring, MissingKey, NoKey
from storage.migrations import is_up_to_date, migrate
from storage.sealing import Seals, keys_of, note_key
from storage.tables import PEOPLE

# Whoever opens the database with others does its steps alone, and the others wait a minute. It may be idle for as long
# as a backup before them takes.
ALONE = (
    "SET LOCAL idle_in_transaction_session_timeout = 0; "
    "SET LOCAL lock_timeout = '1min'; SELECT pg_advisory_xact_lock(hashtext('steady migrations')); "
    "SET LOCAL lock_timeout TO DEFAULT"
)

IN_MEMORY = (None, "", ":memory:")  # names of a SQLite database that is no file
LONGEST_TO_CONNECT = "5"  # seconds, for a look
EXAMPLES = "Write one such as sqlite:///steady.db, or sqlite:////var/lib/steady/steady.db for a full path."
WHERE_TO_WRITE = "Check that the file is Steady's and that its folder may be written to, or choose another one."
IS_IT_THERE = "Check that the database server runs, and that its address, user and password are right."
NEWER_STEADY = "A newer Steady wrote it: update this one, or choose another database."
PUT_IT_BACK = "Put the file back from where you keep its copy; without it nobody can read what is in the database."
RUN_FIRST = "Run `steady run` first, which makes it, or choose another one."

BeforeSteps = Callable[[Database], object]


class CannotOpen(CannotDo):
    """The database can't be used. What is told never holds a password."""


def nothing(database: Database) -> None:
    """What is done before the steps of a database that nobody would miss."""


def open_database(address: str, keys: Keyring | None = None, before_steps: BeforeSteps = nothing) -> Database:
    """The database at an SQLAlchemy URL, made if it isn't there, its tables up to date. Without keys, those beside a
    SQLite file are used, made with it. Where there are people and steps to do, `before_steps` is called first, while
    nobody else does them. Raises `CannotOpen`, `MissingKey`, `NoKey`, and what `before_steps` raises."""
    url = _parsed(address)
    with _refused_clearly(url):
        return _opened(url, keys, before_steps)


def open_to_read(address: str, keys: Keyring) -> Database:
    """A database that is there, to be read alone, whichever steps are done. Raises `CannotOpen` and `MissingKey`."""
    url = _parsed(address)
    engine = _reader(url)
    try:
        with _refused_clearly(url), engine.connect() as connection:
            _check_keys(connection, seals := Seals(keys))
    except BaseException:
        engine.dispose()
        raise
    return Database(engine, engine, seals)


@contextmanager
def reading(address: str) -> Iterator[Connection]:
    """A connection to a database that is there, and stays as it is; what is sealed stays so. Raises `CannotOpen`, and
    `OutOfReach` later on."""
    url = _parsed(address)
    engine = _reader(url)
    try:
        with _refused_clearly(url):
            connection = engine.connect()
        with connection.execution_options(postgresql_readonly=True):
            yield connection
    finally:
        engine.dispose()


def has_people(connection: Connection) -> bool:
    """Whether anybody would miss the database."""
    return inspect(connection).has_table(PEOPLE.name) and connection.scalar(select(PEOPLE.c.id).limit(1)) is not None


def shown(address: str) -> str:
    """The address, fit to be shown. Raises `CannotOpen`."""
    return _shown(_parsed(address))


def sqlite_file(address: str) -> Path | None:
    """The file of a SQLite database, unless it is none or in memory. Raises `CannotOpen`."""
    url = _parsed(address)
    is_file = _is_sqlite(url) and url.database not in IN_MEMORY
    return Path(str(url.database)) if is_file else None


# Addresses


def _parsed(address: str) -> URL:
    # What can't be read is not shown: somewhere in it there may be a password.
    try:
        url = _with_driver(make_url(address))
        url.get_dialect().import_dbapi()
    except NoSuchModuleError:
        raise CannotOpen("The address of the database begins with an unknown kind.", EXAMPLES) from None
    except (ArgumentError, ValueError):
        raise CannotOpen("The address of the database can't be read.", EXAMPLES) from None
    except ModuleNotFoundError as error:
        missing = f"The database {_shown(url)} needs the Python package {error.name}, which is not installed."
        raise CannotOpen(missing, "Install it, or choose another database.") from None
    return url


def _with_driver(url: URL) -> URL:
    """Whoever names PostgreSQL need not name its driver, nor know that it has another name than another's."""
    is_bare = url.drivername in ("postgresql", "postgres")
    return url.set(drivername="postgresql+psycopg") if is_bare else url


def _shown(url: URL) -> str:
    """The address without what is secret, or may be."""
    return url.set(host=_host(url) or None, query={}).render_as_string(hide_password=True)


def _host(url: URL) -> str:
    """An @ too many puts half a password before it."""
    return (url.host or "").rpartition("@")[2]


def _is_sqlite(url: URL) -> bool:
    return url.get_backend_name() == "sqlite"


# Refusals


@contextmanager
def _refused_clearly(url: URL) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise CannotOpen(because(_cannot(url), error), WHERE_TO_WRITE) from error
    except OutOfReach as error:
        raise _out_of_reach(url, error.__cause__ or error) from error
    except DBAPIError as error:
        raise _out_of_reach(url, error.orig or error) from error


def _out_of_reach(url: URL, cause: BaseException) -> CannotOpen:
    told = because(_cannot(url), cause)
    if url.host:  # as a driver quotes it
        told = told.replace(url.host, _host(url))
    return CannotOpen(told, WHERE_TO_WRITE if _is_sqlite(url) else IS_IT_THERE)


def _cannot(url: URL) -> str:
    return f"The database {_shown(url)} can't be opened"


# The way in


def _reader(url: URL) -> Engine:
    if not _is_sqlite(url):
        return server_engine(url.update_query_dict({"connect_timeout": LONGEST_TO_CONNECT}))
    if not Path(str(url.database or "")).is_file():
        raise CannotOpen(f"The database {_shown(url)} is not there.", RUN_FIRST)
    return sqlite_engine(url, READING, LOOKING, poolclass=NullPool)


def _opened(url: URL, keys: Keyring | None, before_steps: BeforeSteps) -> Database:
    if not _is_sqlite(url):
        server = server_engine(url)
        return _prepared(server, _of_server(server, Seals(keys or _kept(server, KeySource()))), before_steps)
    if url.database in IN_MEMORY:
        memory = open_memory()
        return _prepared(memory.writers, memory, before_steps)
    file = Path(str(url.database))
    _make_file(file)
    steps = sqlite_engine(url, WRITING, MIGRATING, poolclass=NullPool)
    return _prepared(steps, _of_file(url, Seals(keys or _kept(steps, KeySource.beside(file)))), before_steps)


def _of_server(server: Engine, seals: Seals) -> Database:
    return Database(server, server, seals)


def _of_file(url: URL, seals: Seals) -> Database:
    return Database(sqlite_engine(url, WRITING, **ONE_CONNECTION), sqlite_engine(url, READING), seals)


def _prepared(steps: Engine, database: Database, before_steps: BeforeSteps) -> Database:
    """With its tables up to date; what a step took out or sealed can't be read between the rows any more."""
    try:
        if _migrate(steps, database, before_steps):
            database.forget_deleted()
    except BaseException:
        database.close()
        raise
    return database


def _kept(database: Engine, source: KeySource) -> Keyring:
    """The keys beside the database. They are made for one in which nothing is sealed yet."""
    if source.file is None:
        raise NoKey(_shown(database.url), None)
    try:
        if keys := source.read():
            return keys
        with database.connect() as connection:
            is_sealed = bool(keys_of(connection))
        if keys := source.read():  # another process made them meanwhile
            return keys
        if is_sealed:
            raise CannotOpen(f"{_cannot(database.url)}: its keys are not in {source.file}.", PUT_IT_BACK)
        return key_file.make(source.file)
    except BadKey as error:
        cause = because(f"{_cannot(database.url)}, as {source.file} can't be used", error)
        raise CannotOpen(cause, PUT_IT_BACK) from None


def _make_file(file: Path) -> None:
    """Made here so that nobody else on the machine may read it; SQLite gives its log the same rights."""
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    if not file.exists():
        file.touch(mode=0o600)


def _migrate(steps: Engine, database: Database, before_steps: BeforeSteps) -> bool:
    """Whether people were there when steps were done. Whoever waited for another finds the steps done. A transaction of
    SQLite is alone from its beginning."""
    with steps.begin() as connection:
        if steps.dialect.name == "postgresql" and not is_up_to_date(connection):
            connection.exec_driver_sql(ALONE)
        _check_keys(connection, database.seals)
        are_changed = False
        if not is_up_to_date(connection):
            if are_changed := has_people(connection):
                before_steps(database)
            _bring_up_to_date(connection, database.seals)
        note_key(connection, database.seals.keys.current)
    return are_changed


def check_keys(database: Database) -> None:
    """Raises `MissingKey` when words have come to be sealed with a key that is not at hand."""
    with database.readers.connect() as connection:
        _check_keys(connection, database.seals)


def _check_keys(connection: Connection, seals: Seals) -> None:
    if missing := keys_of(connection) - set(seals.keys.names):
        raise MissingKey(f"Words in the database {_shown(connection.engine.url)}", missing)


def _bring_up_to_date(connection: Connection, seals: Seals) -> None:
    from alembic.util import CommandError  # noqa: PLC0415 - loaded only where there is a step to do

    try:
        migrate(connection, seals)
    except CommandError as error:
        raise CannotOpen(because(_cannot(connection.engine.url), error), NEWER_STEADY) from error
