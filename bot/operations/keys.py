"""`steady keys`: the keys with which words in the database are sealed."""

from contextlib import closing
from pathlib import Path

import typer

from bot.operations.alone import nobody_else
from bot.operations.backing_up import before_steps
from bot.operations.opening import address_of, keys_in
from bot.settings import WrongSetting, load_settings
from storage import key_file
from storage.database import BeforeSteps, Database, open_database, sqlite_file
from storage.keyring import Keyring, new_key, written
from storage.rotation import rotate as seal_anew
from storage.store import SqlStore

app = typer.Typer(no_args_is_help=True, help="The keys with which words in the database are sealed.")
ANY_SIZE = 2**62  # bytes of a file that is written anew
NOT_WHILE_IT_RUNS = "Stop `steady run` first, and start it again afterwards: it knows the keys from its start"
PUT_ONE_IN_FRONT = (
    "Put a new one (`steady keys new`) in front of the one in use, start every `steady run` again with both, and then "
    "run this again"
)


@app.command()
def new() -> None:
    """Print a new key, for STEADY_ENCRYPTION_KEY. Keep it safe: without it nobody can read the database."""
    typer.echo(written(new_key()))


@app.command()
def rotate() -> None:
    """Seal everything with a new key. Killed midway, run it again: it goes on."""
    settings = load_settings()
    keys, address = keys_in(settings), address_of(settings, "steady.db")
    file = sqlite_file(address)
    if keys is None and file:
        _rotate_beside(address, key_file.beside(file), before_steps(settings, address))
    else:
        _rotate_given(address, keys, before_steps(settings, address))


def _rotate_given(address: str, keys: Keyring | None, before: BeforeSteps) -> None:
    """With keys that somebody else keeps: the new one is there already."""
    with closing(open_database(address, keys, before)) as database:
        if len(database.seals.keys) == 1:
            raise WrongSetting(f"There is no new key. {PUT_ONE_IN_FRONT}.")
        _seal_all(database)
    typer.echo("Only the first key is needed now. Take the others out, and keep them with backups older than this.")


def _rotate_beside(address: str, file: Path, before: BeforeSteps) -> None:
    """With the file of keys beside the database: the new one is in it before anything is sealed with it, the old one
    until nothing is."""
    opened = open_database(address, before_steps=before)
    with closing(opened) as database, nobody_else(SqlStore(database), NOT_WHILE_IT_RUNS):
        keys = key_file.read(file)
        if len(keys) == 1:
            key_file.save(file, Keyring([new_key(), *keys]))
        with closing(open_database(address)) as anew:
            _seal_all(anew)
        key_file.save(file, Keyring([next(iter(key_file.read(file)))]))
    typer.echo(f"The new key is in {file}. Keep a copy of it, and the old copy with backups older than this.")


def _seal_all(database: Database) -> None:
    count = seal_anew(database, lambda done: typer.echo(f"\r{done:,} rows sealed anew", err=True, nl=False))
    database.forget_deleted(ANY_SIZE)
    typer.echo(f"\r{count:,} rows are sealed with the new key, {database.seals.keys.current}.")
