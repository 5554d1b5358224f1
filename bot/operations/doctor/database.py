"""Whether people can be kept: the database, its file and disk, and the backups."""

import shutil
from datetime import UTC, datetime, timedelta

from bot.errors import because
from bot.operations.backup_folder import backups_in, folder_of
from bot.operations.doctor.finding import Finding, Setup, broken, look, ok
from bot.operations.opening import key_source, keys_at_hand
from bot.ports import OutOfReach
from storage.keyring import MissingKey, NoKey
from storage.migrations import standing
from storage.opening import CannotOpen, reading, shown
from storage.sealing import keys_of
from storage.store import SLOW

GIGABYTE, MEGABYTE = 10**9, 10**6
LITTLE, TOO_LITTLE = GIGABYTE, 100 * MEGABYTE  # bytes that are free
OTHERS = 0o077  # rights of anybody but the owner
TOO_OLD = timedelta(days=2)


def database(setup: Setup) -> Finding:
    """It is only looked at: who runs another Steady on it is not to be surprised. Raises `CannotOpen`."""
    file = setup.file
    if file and not file.exists():
        return look(
            f"There is none at {file} yet.", "`steady run` makes it; if there should be one, check its address."
        )
    try:
        with reading(setup.database) as connection:
            found = standing(connection)
    except OutOfReach as error:
        return broken(because("It is away, busy or full", error.__cause__ or error), "Look again in a moment.")
    match found:
        case "current":
            return ok("Reached, and of this version.")
        case "older":
            return ok("Reached; an older Steady wrote it, and `steady run` brings it up to date.")
        case "empty":
            return look("Reached, and empty.", "`steady run` makes its tables; if people are in it, check its address.")
        case "newer":
            return broken("A newer Steady wrote it.", "Update this Steady, or choose another database.")


def encryption(setup: Setup) -> Finding:
    """Whether the keys are at hand that people's words are sealed with. Raises `CannotDo` where not."""
    source = key_source(setup.settings, setup.database)
    keys = keys_at_hand(source)
    if missing := _keys_in_use(setup) - set(keys.names if keys else ()):
        raise MissingKey("Words in the database", missing)
    if keys is None and source.file is None:
        raise NoKey(shown(setup.database), None)
    if source.file and source.file.exists() and source.file.stat().st_mode & OTHERS:
        return look("Others on this machine may read the keys.", f"Run: chmod 600 {source.file}")
    return ok("The keys are at hand." if keys else "A key is made with the database.")


def _keys_in_use(setup: Setup) -> set[str]:
    """None where the database can't be looked at, which is told elsewhere."""
    try:
        with reading(setup.database) as connection:
            return keys_of(connection)
    except (CannotOpen, OutOfReach):
        return set()


def disk(setup: Setup) -> Finding:
    file = setup.file
    if file is None:
        return ok("The database is on a server, which looks after its own.")
    folder = next(parent for parent in file.absolute().parents if parent.exists())
    free = shutil.disk_usage(folder).free
    if free < LITTLE:
        finding = broken if free < TOO_LITTLE else look
        return finding(f"{free // MEGABYTE:,} MB are free at {folder}.", "Make room: a full disk stores no answer.")
    if file.exists() and file.stat().st_size > SLOW:  # docs/architecture.md
        to_do = "Stop it now and then and run `sqlite3 steady.db VACUUM`, or keep so many people in PostgreSQL."
        return look("The file is over 1 GB, and Steady cleans it of deleted words no more.", to_do)
    return ok(f"{free // GIGABYTE:,} GB are free.")


def file_rights(setup: Setup) -> Finding:
    file = setup.file
    if file is None or not file.exists():
        return ok("No file to look at.")
    if file.stat().st_mode & OTHERS:
        return look("Others on this machine may read it.", f"Run: chmod 600 {file}")
    return ok("Nobody else on this machine may read it.")


def backups(setup: Setup) -> Finding:
    """By the moment at which they were written, whatever they are called."""
    folder = folder_of(setup.settings, setup.database)
    if folder is None:
        return look("STEADY_BACKUP_DIR is not set.", "Set it to a folder for backups, and make one a day.")
    if folder.exists() and not folder.is_dir():
        return broken(f"{folder} is no folder.", "Set STEADY_BACKUP_DIR to that of the backups.")
    files = backups_in(folder) if folder.exists() else []
    if not files:
        return look(f"There is none in {folder}.", "Make one with `steady backup`, and see that one is made each day.")
    age = setup.now - max(datetime.fromtimestamp(file.stat().st_mtime, UTC) for file in files)
    if age > TOO_OLD:
        return look(f"The newest is {age.days} days old.", "See why none is made any more.")
    return ok(f"The newest is {age // timedelta(hours=1)} h old.")
