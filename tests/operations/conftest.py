"""An operator's shell: an empty folder, a database, and nothing set but where it is."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot.cli import app
from bot.settings import ACCEPTED
from storage.store import SqlStore
from tests import databases
from tests.databases import Database, open_store

Steady = Callable[..., Result]


@pytest.fixture
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Database:
    """Empty, with all tables; Steady is set to it."""
    for name in ACCEPTED:
        monkeypatch.delenv(f"STEADY_{name}", raising=False)
    monkeypatch.chdir(tmp_path)
    made = databases.empty(tmp_path)
    open_store(made.url).close()
    for name, value in {"STEADY_DATABASE_URL": made.url, **databases.SET_KEYS}.items():
        monkeypatch.setenv(name, value)
    return made


@pytest.fixture
def steady(database: Database) -> Steady:
    """Runs a command in this process; `said` is what is typed."""

    def run(*arguments: object, said: str = "") -> Result:
        return CliRunner().invoke(app, [str(argument) for argument in arguments], input=said)

    return run


@pytest.fixture
def store(database: Database) -> Iterator[SqlStore]:
    """Another process's."""
    store = open_store(database.url)
    yield store
    store.close()
