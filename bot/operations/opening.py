"""The database that somebody chose, opened for a command."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

import typer
from sqlalchemy import Connection
from sqlalchemy.engine import make_url

from bot import logs
from bot.operations.backing_up import before_steps
from bot.ports import OutOfReach
from bot.settings import Settings, WrongSetting, default_database, load_settings
from storage import key_file
from storage.database import looking, sqlite_file
from storage.keyring import BadKey, Keyring, read_keys
from storage.migrations import standing
from storage.store import CannotOpen, SqlStore, open_store

PEOPLE = "steady.db"  # of `steady run`, where none was chosen
GIVE_IT = "Put a copy of the file of keys there, or give the key in STEADY_ENCRYPTION_KEY or STEADY_ENCRYPTION_KEY_FILE"
LOST = "If it is lost, nobody can read the database"


def address_of(settings: Settings, name: str) -> str:
    """The database that was chosen, or the file of that name in the person's data folder."""
    return settings.database_url or default_database(name)


class CannotDo(Exception):
    """What was asked for can't be done; the message says why, and what to do about it."""


def opened(settings: Settings, name: str) -> SqlStore:
    """Raises `CannotOpen` and `WrongSetting`."""
    url = address_of(settings, name)
    store = chosen("STEADY_DATABASE_URL", url, settings) if settings.database_url else _opened(url, settings)
    typer.echo(f"Database: {make_url(url).render_as_string(hide_password=True)}", err=True)
    return store


def chosen(where: str, url: str, settings: Settings) -> SqlStore:
    """Raises `CannotOpen`, which says where the database was chosen."""
    try:
        return _opened(url, settings)
    except CannotOpen as error:
        raise CannotOpen(f"{where}: {error}") from error


def _opened(url: str, settings: Settings) -> SqlStore:
    return open_store(url, keys_in(settings), before_steps(settings, url))


def keys_at_hand(settings: Settings, address: str) -> Keyring:
    """The keys that were given, or those beside a SQLite file; none are made. Raises `CannotOpen`, `WrongSetting`."""
    if keys := keys_in(settings):
        return keys
    file = sqlite_file(address)
    beside = key_file.beside(file) if file else None
    if beside is None or not beside.exists():
        raise WrongSetting(
            f"There is no key for the database{f': {beside} is not there' if beside else ''}. {GIVE_IT}."
        )
    try:
        return key_file.read(beside)
    except OSError as error:
        raise WrongSetting(f"{beside} can't be read: {error.strerror or type(error).__name__}. {LOST}.") from None
    except BadKey as error:
        raise WrongSetting(f"{beside} can't be used: {error}. {LOST}.") from None


def keys_in(settings: Settings) -> Keyring | None:
    """The keys that were given, if any were. Raises `WrongSetting`."""
    given, file = settings.encryption_key, settings.encryption_key_file
    if given and file:
        raise WrongSetting("Set STEADY_ENCRYPTION_KEY or STEADY_ENCRYPTION_KEY_FILE, not both.")
    try:
        if file:
            return key_file.read(file)
        return read_keys(given.get_secret_value().split(",")) if given else None
    except OSError as error:
        cause = error.strerror or type(error).__name__
        raise WrongSetting(f"STEADY_ENCRYPTION_KEY_FILE can't be read: {cause}. {LOST}.") from None
    except BadKey as error:
        name = "STEADY_ENCRYPTION_KEY_FILE" if file else "STEADY_ENCRYPTION_KEY"
        raise WrongSetting(f"{name} can't be used: {error}. `steady keys new` makes one. {LOST}.") from None


@contextmanager
def looked_at() -> Iterator[Connection]:
    """The database that `steady run` serves people from, which stays as it is. Raises `CannotOpen` and `CannotDo`."""
    try:
        with looking(address_of(load_settings(), PEOPLE)) as connection:
            if standing(connection) != "current":
                raise CannotDo("Another version of Steady wrote the database. Ask `steady doctor` what to do.")
            yield connection
    except OutOfReach as error:
        raise CannotDo(BUSY) from error


@contextmanager
def at_work() -> Iterator[SqlStore]:
    """The same, to change what is in it, while `steady run` may do so too. Raises `CannotOpen` and `CannotDo`."""
    logs.configure(logging.ERROR)
    settings = load_settings()
    with looked_at():
        store = open_store(address_of(settings, PEOPLE), keys_in(settings))
    try:
        yield store
    except OutOfReach as error:
        raise CannotDo(BUSY) from error
    finally:
        store.close()


BUSY = "The database is away, busy or full. Nothing is half done: try again in a moment."
