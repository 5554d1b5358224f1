"""The tables in the database are the tables in the code."""

import sqlite3
from contextlib import closing
from pathlib import Path

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine

from storage.migrations import NEWEST, steps
from storage.store import SqlStore
from storage.tables import Row
from tests.databases import Database, open_store
from tests.storage.examples import ANNA, HOME, add_anna


def shape(file: Path) -> set[tuple[str, str]]:
    with closing(sqlite3.connect(file)) as connection:
        return set(connection.execute("SELECT type, name FROM sqlite_master WHERE name != 'alembic_version'"))


def test_an_empty_database_grows_into_the_tables_of_the_code(url: str) -> None:
    open_store(url).close()
    with Database(url).engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "compare_server_default": True})
        differences = compare_metadata(context, Row.metadata)

    assert differences == []


def test_the_newest_step_is_known_without_reading_them_all() -> None:
    with create_engine("sqlite://").connect() as connection:
        assert ScriptDirectory.from_config(steps(connection)).get_current_head() == NEWEST


def test_the_quick_way_makes_the_same_tables_as_the_steps(store: SqlStore, file: Path, tmp_path: Path) -> None:
    quick = tmp_path / "quick.db"
    database = create_engine(f"sqlite:///{quick}")
    Row.metadata.create_all(database)
    database.dispose()

    made = {(kind, name) for kind, name in shape(file) if "alembic" not in name}
    assert made == shape(quick)


def test_opening_again_keeps_what_was_there(store: SqlStore, file: Path) -> None:
    add_anna(store)
    store.close()

    again = open_store(f"sqlite:///{file}")
    with again.begin() as unit:
        assert unit.person_at(HOME) == ANNA
    again.close()


def test_deleting_a_person_reaches_every_table_that_refers_to_them() -> None:
    keys = [key for table in Row.metadata.tables.values() for key in table.foreign_keys]

    referring = [table for table in Row.metadata.tables.values() if "person_id" in table.c]
    assert len(keys) == len(referring) == 17
    assert {key.ondelete for key in keys} == {"CASCADE"}
