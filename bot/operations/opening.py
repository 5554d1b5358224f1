"""The database that a command works on: read as it is, written to, or brought up to date first; and its keys."""

from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager

from sqlalchemy import Connection

from bot.content import open_library
from bot.conversation.effects import PLATFORMS
from bot.errors import CannotDo, because
from bot.operations.backup_folder import before_steps
from bot.ports import OutOfReach
from bot.serving.companion import Companion
from bot.settings import Settings, WrongSetting, database_of
from storage import opening
from storage.database import Database
from storage.key_source import KeySource
from storage.keyring import BadKey, Keyring, MissingKey, NoKey, read_keys
from storage.migrations import standing
from storage.opening import CannotOpen, open_database, shown, sqlite_file
from storage.store import SqlStore

MAKE_ONE = (
    "Make one with `steady keys new`, keep it safe, and give it in STEADY_ENCRYPTION_KEY or STEADY_ENCRYPTION_KEY_FILE."
)
PUT_IT_THERE = (
    "Put a copy of the file of keys there, or give the key in STEADY_ENCRYPTION_KEY or STEADY_ENCRYPTION_KEY_FILE."
)
GIVE_IT = (
    "Give that key, beside any newer one, in STEADY_ENCRYPTION_KEY or the file of keys; without it nobody can read "
    "them."
)
PUT_IT_BACK = "Put it right, or back from where you keep its copy; without it nobody can read the database."
AGAIN = "Nothing is half done: try again in a moment."


@contextmanager
def reading(settings: Settings) -> Iterator[Connection]:
    """The database of `steady run`, of this version, which stays as it is. Raises `CannotDo`."""
    with _reached(), opening.reading(database_of(settings)) as connection:
        if standing(connection) != "current":
            raise CannotDo("Another version of Steady wrote the database.", "Ask `steady doctor` what to do.")
        yield connection


@contextmanager
def writing(settings: Settings) -> Iterator[SqlStore]:
    """The same, to change what is in it, while `steady run` may do so too. Raises `CannotDo`."""
    with reading(settings):
        address = database_of(settings)
        store = SqlStore(open_database(address, keys_at_hand(key_source(settings, address))))
    with _reached(), closing(store):
        yield store


@contextmanager
def _reached() -> Iterator[None]:
    try:
        yield
    except OutOfReach as error:
        raise CannotDo("The database is away, busy or full.", AGAIN) from error


def migrated(settings: Settings, address: str, chosen_in: str | None = None) -> Database:
    """The database there, made if need be, and brought up to date after a backup. Raises `CannotDo`, which says where
    the address was chosen."""
    try:
        keys = keys_at_hand(key_source(settings, address))
        return open_database(address, keys, before_steps(settings, address))
    except CannotOpen as error:
        if chosen_in:
            raise CannotOpen(f"{chosen_in}: {error.what}", error.to_do) from error
        raise


@contextmanager
def nobody_else(database: Database, to_do: str) -> Iterator[None]:
    """No platform is served from the database meanwhile. Raises `CannotDo` with what to do where one is."""
    from adapters.terminal import PLATFORM as TERMINAL  # noqa: PLC0415 - `steady run` talks in no terminal

    with ExitStack() as roles:
        for platform in (*PLATFORMS, TERMINAL):
            role = SqlStore(database).take_role(platform)
            if role is None:
                raise CannotDo("`steady run` or `steady chat` serves people from this database.", to_do)
            roles.callback(role.release)
        yield


@contextmanager
def companion_on(store: SqlStore, settings: Settings) -> Iterator[Companion]:
    """What gives people their turns, with the words that were chosen."""
    with closing(Companion(store, open_library(folder=settings.content))) as companion:
        yield companion


# Keys


def key_source(settings: Settings, address: str) -> KeySource:
    """Where the keys of the database at that address are. Raises `CannotOpen` and `WrongSetting`."""
    given, file = settings.encryption_key, settings.encryption_key_file
    if given and file:
        told = "STEADY_ENCRYPTION_KEY and STEADY_ENCRYPTION_KEY_FILE are both set."
        raise WrongSetting(told, "Set one, not both.")
    if given:
        return KeySource(_parsed(given.get_secret_value()))
    if file:
        return KeySource(file=file)
    database = sqlite_file(address)
    return KeySource.beside(database) if database else KeySource()


def _parsed(keys: str) -> Keyring:
    try:
        return read_keys(keys.split(","))
    except BadKey as error:
        told = because("STEADY_ENCRYPTION_KEY can't be used", error)
        raise WrongSetting(
            told, "`steady keys new` makes one. If yours is lost, nobody can read the database."
        ) from None


def keys_at_hand(source: KeySource) -> Keyring | None:
    """The keys there, if there are any. Raises `WrongSetting`."""
    try:
        return source.read()
    except (BadKey, OSError) as error:
        raise WrongSetting(because(f"The file of keys {source.file} can't be used", error), PUT_IT_BACK) from None


def keys_needed(settings: Settings, address: str) -> Keyring:
    """The keys of the database at that address; none are made. Raises `CannotDo`."""
    source = key_source(settings, address)
    keys = keys_at_hand(source)
    if keys is None:
        raise NoKey(shown(address), source.file)
    return keys


def with_settings(error: CannotDo) -> CannotDo:
    """The same, and of a key also in which setting to give it, which the storage does not know."""
    match error:
        case MissingKey():
            return CannotDo(error.what, GIVE_IT)
        case NoKey():
            return CannotDo(error.what, PUT_IT_THERE if error.file else MAKE_ONE)
        case _:
            return error
