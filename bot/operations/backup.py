"""`steady backup` and `steady restore`."""

import signal
import sys
import tempfile
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from typing import Annotated

import typer

from bot.operations.alone import nobody_else
from bot.operations.backing_up import before_steps, folder_of, new_file, remove_older
from bot.operations.opening import PEOPLE, CannotDo, address_of, keys_at_hand
from bot.ports import OutOfReach
from bot.settings import Settings, WrongSetting, load_settings
from storage.archive import BadArchive
from storage.backup import CannotBackUp, back_up
from storage.database import Database, has_people, open_as_it_is, open_database, shown
from storage.restoring import Rebuilt, put_in_place, rebuilt
from storage.store import SqlStore

ANY_SIZE = 2**62  # bytes of a file that is written anew
WHERE_TO = "Set STEADY_BACKUP_DIR to a folder for backups, or name a file: `steady backup FILE`"
NOT_WHILE_IT_RUNS = "Stop `steady run` first: it must not meet people while their database is being restored"
NOT_OVER_PEOPLE = (
    "There are people in the database {database}, so nothing was restored. Choose an empty one with --to, or put the "
    "backup in their place with --replace, which makes a backup of them first"
)


def backup(
    file: Annotated[Path | None, typer.Argument(help="Where to; without it, a new file in STEADY_BACKUP_DIR.")] = None,
    keep: Annotated[int | None, typer.Option(min=1, help="Remove older backups in that folder but so many.")] = None,
) -> None:
    """Copy the database into one sealed file, also while `steady run` goes on (docs/backup.md)."""
    settings = load_settings()
    address = address_of(settings, PEOPLE)
    target = file or new_file(_folder(settings, address))
    with closing(open_as_it_is(address, keys_at_hand(settings, address))) as database:
        _back_up(database, target)
    if keep:
        for older in remove_older(target.absolute().parent, keep):
            typer.echo(f"Removed: {older}")


def restore(
    file: Annotated[Path, typer.Argument(help="What `steady backup` wrote.")],
    to: Annotated[str | None, typer.Option(help="Another database than STEADY_DATABASE_URL.")] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Check the backup and count; restore nothing.")] = False,
    replace: Annotated[bool, typer.Option("--replace", help="In place of who is there; they are backed up.")] = False,
) -> None:
    """Fill an empty database from a backup (docs/backup.md)."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that nothing is left behind
    settings = load_settings()
    address = to or address_of(settings, PEOPLE)
    try:
        with rebuilt(file, keys_at_hand(settings, address)) as found:
            if dry_run:
                _print(found.counts, f"{file} is whole; it was made at {found.origin.made_at}. Nothing was restored.")
            else:
                _print(_put_in_place(settings, address, found, replace), f"Restored into {shown(address)}.")
    except BadArchive as error:
        raise BadArchive(f"{file} can't be used: {error}.") from None
    except OSError as error:
        raise CannotDo(_cannot(file, error.strerror or type(error).__name__)) from error
    except OutOfReach as error:
        raise CannotDo(_cannot(file, str(error.__cause__))) from error


def _cannot(file: Path, cause: str) -> str:
    advice = f"Check that it is there and may be read, and that {tempfile.gettempdir()} and the database have room"
    return f"{file} can't be restored: {cause.strip()}. {advice}."


def _folder(settings: Settings, address: str) -> Path:
    folder = folder_of(settings, address)
    if folder is None:
        raise WrongSetting(f"{WHERE_TO}.")
    return folder


def _back_up(database: Database, file: Path) -> None:
    if file.exists():
        raise CannotBackUp(f"{file} is there already. Choose another name, or remove it.")
    rows = {part.table: part.rows for part in back_up(database, file)}
    key = database.seals.keys.current
    typer.echo(f"Backup: {file} ({file.stat().st_size:,} bytes, {rows['people']:,} people)")
    typer.echo(f"It opens with the key {key}, which is not in it. Keep a copy of that key in another place.")


def _put_in_place(settings: Settings, address: str, found: Rebuilt, replace: bool) -> Mapping[str, int]:
    opened = open_database(address, found.keys, before_steps(settings, address))
    with closing(opened) as database, nobody_else(SqlStore(database), NOT_WHILE_IT_RUNS):
        are_replaced = _has_people(database)
        if are_replaced and not replace:
            raise WrongSetting(f"{NOT_OVER_PEOPLE.format(database=shown(address))}.")
        if are_replaced:
            _back_up(database, new_file(_folder(settings, address)))
        counts = put_in_place(database, found)
        if are_replaced:
            database.forget_deleted(ANY_SIZE)
    return counts


def _has_people(database: Database) -> bool:
    with database.readers.connect() as connection:
        return has_people(connection)


def _print(counts: Mapping[str, int], sentence: str) -> None:
    for table, count in counts.items():
        typer.echo(f"{table:20} {count:>12,}")
    typer.echo(sentence)
