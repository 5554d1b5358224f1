"""`steady backup` and `steady restore`."""

import signal
import sys
import tempfile
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.errors import CannotDo, because
from bot.operations.backup_folder import folder_of, new_file, remove_older
from bot.operations.opening import keys_needed, migrated, nobody_else
from bot.ports import OutOfReach
from bot.settings import Settings, WrongSetting, database_of, load_settings
from storage.archive import BadArchive
from storage.backup import CannotBackUp, back_up
from storage.database import Database
from storage.opening import has_people, open_to_read, shown

if TYPE_CHECKING:
    from storage.restoring import Rebuilt

WHERE_TO = "Set STEADY_BACKUP_DIR to a folder for backups, or name a file: `steady backup FILE`."
NOT_WHILE_IT_RUNS = "Stop `steady run` first: it must not meet people while their database is being restored."
TO_RESTORE_HERE = (
    "Choose an empty one with --to, or put the backup in their place with --replace, which makes a backup of them "
    "first."
)


def backup(
    file: Annotated[Path | None, typer.Argument(help="Where to; without it, a new file in STEADY_BACKUP_DIR.")] = None,
    keep: Annotated[
        int | None, typer.Option(min=1, metavar="N", help="Keep only the newest N backups in that folder.")
    ] = None,
) -> None:
    """Copy the database into one sealed file, also while `steady run` goes on (docs/backup.md)."""
    settings = load_settings()
    address = database_of(settings)
    target = file or new_file(_folder(settings, address))
    with closing(open_to_read(address, keys_needed(settings, address))) as database:
        _back_up(database, target)
    if keep:
        for older in remove_older(target.absolute().parent, keep):
            typer.echo(f"Removed: {older}")


def restore(
    file: Annotated[Path, typer.Argument(help="What `steady backup` wrote.")],
    to: Annotated[str | None, typer.Option(help="Another database than STEADY_DATABASE_URL.")] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Check the backup and count; restore nothing.")] = False,
    replace: Annotated[
        bool, typer.Option("--replace", help="Replace the people there, after backing them up.")
    ] = False,
) -> None:
    """Fill an empty database from a backup (docs/backup.md)."""
    from storage.restoring import rebuilt  # noqa: PLC0415 - `steady run` never restores

    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that nothing is left behind
    settings = load_settings()
    address = to or database_of(settings)
    try:
        with rebuilt(file, keys_needed(settings, address)) as found:
            if dry_run:
                _print(found.counts, f"{file} is whole; it was made at {found.origin.made_at}. Nothing was restored.")
            else:
                _print(_put_in_place(settings, address, found, replace), f"Restored into {shown(address)}.")
    except BadArchive as error:
        raise BadArchive(f"{file} can't be used. {error.what}", error.to_do) from None
    except (OSError, OutOfReach) as error:
        to_do = f"Check that it is there and may be read, and that {tempfile.gettempdir()} and the database have room."
        raise CannotDo(because(f"{file} can't be restored", error.__cause__ or error), to_do) from error


def _folder(settings: Settings, address: str) -> Path:
    folder = folder_of(settings, address)
    if folder is None:
        raise WrongSetting("STEADY_BACKUP_DIR is not set.", WHERE_TO)
    return folder


def _back_up(database: Database, file: Path) -> None:
    if file.exists():
        raise CannotBackUp(f"{file} is there already.", "Choose another name, or remove it.")
    rows = {part.table: part.rows for part in back_up(database, file)}
    key = database.seals.keys.current
    typer.echo(f"Backup: {file} ({file.stat().st_size:,} bytes, {rows['people']:,} people)")
    typer.echo(f"It opens with the key {key}, which is not in it. Keep a copy of that key in another place.")


def _put_in_place(settings: Settings, address: str, found: "Rebuilt", replace: bool) -> Mapping[str, int]:
    from storage.restoring import put_in_place  # noqa: PLC0415 - `steady run` never restores

    with closing(migrated(settings, address)) as database, nobody_else(database, NOT_WHILE_IT_RUNS):
        are_replaced = _has_people(database)
        if are_replaced and not replace:
            told = f"There are people in the database {shown(address)}, so nothing was restored."
            raise CannotDo(told, TO_RESTORE_HERE)
        if are_replaced:
            _back_up(database, new_file(_folder(settings, address)))
        counts = put_in_place(database, found)
        if are_replaced:
            database.forget_deleted()
    return counts


def _has_people(database: Database) -> bool:
    with database.readers.connect() as connection:
        return has_people(connection)


def _print(counts: Mapping[str, int], sentence: str) -> None:
    for table, count in counts.items():
        typer.echo(f"{table:20} {count:>12,}")
    typer.echo(sentence)
