"""Where backups go, what they are called, and the one that is made before the steps of a newer Steady."""

import re
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import structlog

from bot.settings import Settings
from storage.backup import back_up
from storage.database import Database, sqlite_file

NAME = "steady-%Y%m%dT%H%M%SZ.backup"
NAMED = re.compile(r"steady-\d{8}T\d{6}Z\.backup")
log = structlog.get_logger()


def folder_of(settings: Settings, address: str) -> Path | None:
    """The one that was chosen, or that of a SQLite file. Raises `CannotOpen`."""
    file = sqlite_file(address)
    return settings.backup_dir or (file.absolute().parent if file else None)


def new_file(folder: Path) -> Path:
    return folder / datetime.now(UTC).strftime(NAME)


def remove_older(folder: Path, keep: int) -> list[Path]:
    """Of the backups that were named by the moment they were made, all but the newest so many."""
    backups = sorted(file for file in folder.iterdir() if NAMED.fullmatch(file.name))
    older = backups[:-keep]
    for file in older:
        file.unlink(missing_ok=True)
    return older


def before_steps(settings: Settings, address: str) -> Callable[[Database], None]:
    """What makes the backup before a newer Steady changes tables with people in them. Raises `CannotBackUp`."""
    folder = folder_of(settings, address)

    def make(database: Database) -> None:
        if folder is None:
            log.warning("no_backup_before_steps", advice="Set STEADY_BACKUP_DIR, and one is made the next time")
            return
        file = new_file(folder)
        back_up(database, file)
        log.info("backed_up_before_steps", file=str(file), key=database.seals.keys.current)

    return make
