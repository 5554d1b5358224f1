"""Whether people can be kept: the database, its file and disk, and the backups."""

import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.operations.finding import Finding, Setup, Unknown, broken, look, ok
from bot.operations.opening import keys_in
from bot.ports import OutOfReach
from bot.settings import WrongSetting
from storage import key_file
from storage.backup import DRAFT
from storage.database import CannotOpen, looking, sqlite_file
from storage.keyring import BadKey, Keyring
from storage.migrations import standing
from storage.sealing import keys_of

GIGABYTE, MEGABYTE = 10**9, 10**6
LITTLE, TOO_LITTLE = GIGABYTE, 100 * MEGABYTE  # bytes that are free
LARGE = 2**30  # bytes, above which the file is not written anew by itself: docs/architecture.md
OTHERS = 0o077  # rights of anybody but the owner
TOO_OLD = timedelta(days=2)


def database(setup: Setup) -> Finding:
    """It is only looked at: who runs another Steady on it is not to be surprised."""
    file = _file(setup)
    if file and not file.exists():
        return look(f"there is none at {file} yet", "`steady run` makes it; if there should be one, check its address")
    try:
        with looking(setup.database) as connection:
            found = standing(connection)
    except (CannotOpen, OutOfReach) as error:
        return broken(str(error), "then look again")
    match found:
        case "current":
            return ok("reached, and of this version")
        case "older":
            return ok("reached; an older Steady wrote it, and `steady run` brings it up to date")
        case "empty":
            return look("reached, and empty", "`steady run` makes its tables; if people are in it, check its address")
        case "newer":
            return broken("a newer Steady wrote it", "update this Steady, or choose another database")


def encryption(setup: Setup) -> Finding:
    """Whether the keys are at hand that people's words are sealed with."""
    needed = _keys_needed(setup)
    keys = _keys_at_hand(setup)
    if missing := needed - set(keys.names if keys else ()):
        return broken(
            f"words are sealed with the key {', '.join(sorted(missing))}, which is not at hand",
            "give it in STEADY_ENCRYPTION_KEY or the file of keys; without it nobody can read them",
        )
    file = _key_file(setup)
    if keys is None and file is None:
        return broken("there is no key", "make one with `steady keys new`, and set STEADY_ENCRYPTION_KEY to it")
    if file and file.exists() and file.stat().st_mode & OTHERS:
        return look("others on this machine may read the keys", f"chmod 600 {file}")
    return ok("the keys are at hand" if keys else "a key is made with the database")


def _keys_needed(setup: Setup) -> set[str]:
    """None where the database can't be looked at, which is told elsewhere."""
    try:
        with looking(setup.database) as connection:
            return keys_of(connection)
    except (CannotOpen, OutOfReach):
        return set()


def _keys_at_hand(setup: Setup) -> Keyring | None:
    """Raises `Unknown`."""
    file = _key_file(setup)
    try:
        if keys := keys_in(setup.settings):
            return keys
        return key_file.read(file) if file and file.exists() else None
    except WrongSetting as error:
        raise Unknown(broken(str(error), "then look again")) from error
    except (BadKey, OSError) as error:
        put_back = "put it back from where you keep its copy"
        raise Unknown(broken(f"{file} can't be used ({type(error).__name__})", put_back)) from error


def _key_file(setup: Setup) -> Path | None:
    """Where keys are kept, unless they are a setting; `None` where there is no such file."""
    settings = setup.settings
    if settings.encryption_key or settings.encryption_key_file:
        return settings.encryption_key_file
    database = _file(setup)
    return key_file.beside(database) if database else None


def disk(setup: Setup) -> Finding:
    file = _file(setup)
    if file is None:
        return ok("the database is on a server, which looks after its own")
    folder = next(parent for parent in file.absolute().parents if parent.exists())
    free = shutil.disk_usage(folder).free
    if free < LITTLE:
        finding = broken if free < TOO_LITTLE else look
        return finding(f"{free // MEGABYTE:,} MB are free at {folder}", "make room: a full disk stores no answer")
    if file.exists() and file.stat().st_size > LARGE:
        advice = "stop it now and then and run `sqlite3 steady.db VACUUM`, or keep so many people in PostgreSQL"
        return look("the file is over 1 GB, and Steady cleans it of deleted words no more", advice)
    return ok(f"{free // GIGABYTE:,} GB are free")


def file_rights(setup: Setup) -> Finding:
    file = _file(setup)
    if file is None or not file.exists():
        return ok("no file to look at")
    if file.stat().st_mode & OTHERS:
        return look("others on this machine may read it", f"chmod 600 {file}")
    return ok("nobody else on this machine may read it")


def _file(setup: Setup) -> Path | None:
    """`None` where the database is on a server."""
    try:
        return sqlite_file(setup.database)
    except CannotOpen as error:
        raise Unknown(broken(str(error), "set STEADY_DATABASE_URL to it")) from error


def backups(setup: Setup) -> Finding:
    folder = setup.settings.backup_dir
    if folder is None:
        return look("STEADY_BACKUP_DIR is not set", "make a backup a day, and set it to their folder")
    if not folder.is_dir():
        return broken(f"{folder} is no folder", "set STEADY_BACKUP_DIR to that of the backups")
    whole = [file for file in folder.iterdir() if file.is_file() and not file.name.startswith(DRAFT)]
    files = [datetime.fromtimestamp(file.stat().st_mtime, UTC) for file in whole]
    if not files:
        return look(f"none in {folder}", "make one, and see that one is made each day")
    age = setup.now - max(files)
    if age > TOO_OLD:
        return look(f"the newest is {age.days} days old", "see why none is made any more")
    return ok(f"the newest is {age // timedelta(hours=1)} h old")
