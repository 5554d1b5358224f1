"""`steady keys`: the keys with which words in the database are sealed."""

from contextlib import closing
from pathlib import Path

import typer

from bot.errors import CannotDo
from bot.operations.opening import key_source, migrated, nobody_else
from bot.settings import Settings, database_of, load_settings
from storage import key_file
from storage.database import Database
from storage.keyring import Keyring, new_key, written

app = typer.Typer(no_args_is_help=True, help="The keys with which words in the database are sealed.")
NOT_WHILE_IT_RUNS = "Stop `steady run` first, and start it again afterwards: it knows the keys from its start."
KEEP_BOTH = "Keep both keys, see that every `steady run` was started with the new one, and run this again."
PUT_ONE_IN_FRONT = (
    "Put a new one (`steady keys new`) in front of the one in use, start every `steady run` again with both, and then "
    "run this again."
)


@app.command()
def new() -> None:
    """Print a new key, for STEADY_ENCRYPTION_KEY. Keep it safe: without it nobody can read the database."""
    typer.echo(written(new_key()))


@app.command()
def rotate() -> None:
    """Seal everything with a new key. Killed midway, run it again: it goes on."""
    settings = load_settings()
    source = key_source(settings, database_of(settings))
    if source.file and source.is_beside:
        _rotate_beside(settings, source.file)
    else:
        _rotate_given(settings)


def _rotate_given(settings: Settings) -> None:
    """With keys that somebody else keeps: the new one is there already."""
    with closing(migrated(settings, database_of(settings))) as database:
        if len(database.seals.keys) == 1:
            raise CannotDo("There is no new key.", PUT_ONE_IN_FRONT)
        _seal_all(database)
    typer.echo("Once every `steady run` was started with both keys, only the first is needed: take the others out,")
    typer.echo("and keep them with backups older than this.")


def _rotate_beside(settings: Settings, file: Path) -> None:
    """With the file of keys beside the database: the new one is in it before anything is sealed with it, the old one
    until nothing is."""
    address = database_of(settings)
    with closing(migrated(settings, address)) as database, nobody_else(database, NOT_WHILE_IT_RUNS):
        keys = key_file.read(file)
        if len(keys) == 1:
            key_file.save(file, Keyring([new_key(), *keys]))
        with closing(migrated(settings, address)) as anew:
            _seal_all(anew)
        key_file.save(file, Keyring([next(iter(key_file.read(file)))]))
    typer.echo(f"The new key is in {file}. Keep a copy of it, and the old copy with backups older than this.")


def _seal_all(database: Database) -> None:
    from storage.rotation import rotate as seal_anew  # noqa: PLC0415 - `steady run` seals nothing anew

    done = seal_anew(database, lambda count: typer.echo(f"\r{count:,} rows sealed anew", err=True, nl=False))
    database.forget_deleted()
    typer.echo(f"\r{done.rows:,} rows are sealed with the new key, {database.seals.keys.current}.")
    if done.unread:
        which = ", ".join(f"{count:,} in {table}" for table, count in done.unread.items())
        raise CannotDo(f"Some rows can't be opened, or were written with the old key just now: {which}.", KEEP_BOTH)
