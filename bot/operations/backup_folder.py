"""Where backups are, what they are called, and the one that is made before the steps of a newer Steady."""

import re
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import typer

from bot.settings import Settings
from storage.archive import is_archive
from storage.backup import back_up
from storage.database import Database
from storage.files import DRAFT
from storage.opening import sqlite_file

NAME = "steady-%Y%m%dT%H%M%SZ.backup"
NAMED = re.compile(r"steady-\d{8}T\d{6}Z\.backup")
NO_BACKUP = "No backup was made before this update. Set STEADY_BACKUP_DIR, and one is made before the next."


def folder_of(settings: Settings, address: str) -> Path | None:
    """The one that was chosen, or that of a SQLite file. Raises `CannotOpen`."""
    file = sqlite_file(address)
    return settings.backup_dir or (file.absolute().parent if file else None)


def new_file(folder: Path) -> Path:
    return folder / datetime.now(UTC).strftime(NAME)


def backups_in(folder: Path) -> list[Path]:
    """What `steady backup` wrote there, by name. Raises `OSError` where the folder can't be read."""
    return [file for file in sorted(folder.iterdir()) if not file.name.startswith(DRAFT) and _is_backup(file)]


def _is_backup(file: Path) -> bool:
    with suppress(OSError):  # a folder, or somebody else's
        return is_archive(file)
    return False


def remove_older(folder: Path, keep: int) -> list[Path]:
    """Of the backups that were named by the moment they were made, all but the newest so many."""
    older = [file for file in backups_in(folder) if NAMED.fullmatch(file.name)][:-keep]
    for file in older:
        file.unlink(missing_ok=True)
    return older


def before_steps(settings: Settings, address: str) -> Callable[[Database], None]:
    """What makes the backup before a newer Steady changes tables with people in them. Raises `CannotBackUp`."""
    folder = folder_of(settings, address)

    def make(database: Database) -> None:
        if folder is None:
            typer.echo(NO_BACKUP, err=True)
            return
        file = new_file(folder)
        back_up(database, file)
        typer.echo(f"Backup before this update: {file}. It opens with the key {database.seals.keys.current}.", err=True)

    return make
