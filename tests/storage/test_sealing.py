"""Words at rest: sealed with a key that is not in the database, each bound to its place."""

import stat
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from alembic import command
from sqlalchemy import Insert, Text, create_engine, select, update

from bot.conversation.person import to_json
from storage import key_file
from storage.keyring import BadKey, CannotUnseal, Keyring, MissingKey, NoKey, read_keys, written
from storage.migrations import steps
from storage.opening import CannotOpen, open_database
from storage.rotation import SEALED, Rotated, rotate
from storage.sealing import keys_of, sealed_columns
from storage.store import SqlStore, open_store
from storage.tables import CHECK_INS, PEOPLE, Row, Sealed
from tests import databases
from tests.storage.examples import ANNA, HOME, NOW, TODAY, add_anna, put, said
from tests.storage.test_privacy import live, raw

NOTES = ["it burns", None, "it rained", ""]
OTHER = Keyring([b"1" * 32])
BOTH = Keyring([*OTHER, *databases.KEYS])
# Ids, codes and short words of ours: nothing that a person wrote.
PLAIN = {
    "addresses": {"platform", "user", "chat", "last_inbound_id"},
    "alarms": {"tier", "language", "choice"},
    "breathings": {"pattern", "felt"},
    "check_ins": {"day"},
    "comfort_steps": {"nudge", "size", "answer", "outcome"},
    "experiment_days": {"condition"},
    "experiments": {"question", "answer"},
    "goals": {"state"},
    "goes": {"happened"},
    "inbox": {"platform", "inbound_id"},
    "keys": {"name"},
    "link_codes": {"digest"},
    "noted": {"about"},
    "outbox": {"platform", "user", "chat", "kind", "state", "reason"},
    "people": {"id"},
    "questionnaires": {"name", "answers"},
    "stretches": {"unit", "kind"},
    "timers": {"name", "aside"},
    "uploads": {"platform", "key", "file_id"},
}


# What is sealed


def test_every_column_of_text_is_sealed_or_known_to_hold_no_words() -> None:
    for table in Row.metadata.sorted_tables:
        texts = {column.name: column.type for column in table.c if column.type.python_type is str}
        plain = {name for name, kind in texts.items() if not isinstance(kind, Sealed)}
        assert plain - {"person_id"} <= PLAIN.get(table.name, set()), table.name
        assert Text not in {type(kind) for kind in texts.values()}, table.name


def test_no_words_can_be_read_in_the_file(store: SqlStore, file: Path) -> None:
    live(store)

    found = raw(file)

    words = [word for table in SEALED for row in rows(store, table.name) for word in row if word]
    assert len(words) >= 12
    assert not [word for word in words if word.encode() in found]


def rows(store: SqlStore, name: str) -> Iterator[list[str]]:
    """The words of each row of a table, opened."""
    table, database = Row.metadata.tables[name], store._database
    with database.readers.connect() as connection:
        for row in connection.execute(select(table)).mappings():
            opened = database.seals.opened(table, row)
            yield [opened[column] for column in sealed_columns(table)]


def test_words_that_were_moved_to_another_row_are_not_read(store: SqlStore) -> None:
    live(store)
    with store._database.writers.begin() as connection:
        connection.execute(update(CHECK_INS).values(entry=CHECK_INS.c.entry + 1_000))

    with pytest.raises(CannotUnseal, match="A text in check_ins is not as it was sealed") as error:
        store.known(ANNA.id)

    assert "burns" not in str(error.value)


@pytest.mark.parametrize("change", [lambda text: f"{text[:-8]}AAAAAAA=", lambda text: text[:13], lambda _: "{}"])
def test_words_that_were_changed_are_not_read(store: SqlStore, change: Callable[[str], str]) -> None:
    add_anna(store)
    with store._database.writers.begin() as connection:
        document = connection.scalar(select(PEOPLE.c.document)) or ""
        connection.execute(update(PEOPLE).values(document=change(document)))

    with pytest.raises(CannotUnseal), store.begin() as unit:
        unit.person(ANNA.id)


def test_what_was_not_sealed_yet_is_when_it_is_opened(url: str) -> None:
    with an_older_database(url) as execute:
        born = {"created_at": NOW, "updated_at": NOW, "version": 1}
        execute(PEOPLE.insert().values(id=ANNA.id, document=to_json(ANNA), **born))
        for entry, note in enumerate(NOTES):
            told = {"person_id": ANNA.id, "local_date": TODAY, "recorded_at": NOW, "pain": 6.5}
            execute(CHECK_INS.insert().values(entry=entry, note=note, **told))

    with closing(databases.open_store(url)) as store:
        known = store.known(ANNA.id)
        kept = databases.Database(url).rows("SELECT note FROM check_ins ORDER BY entry")

    assert known is not None
    assert known[0] == ANNA
    assert [check_in.note for check_in in known[1].check_ins] == NOTES
    current = databases.KEYS.current
    assert [note and note.partition(":")[0] for (note,) in kept] == [current, None, current, ""]


@contextmanager
def an_older_database(url: str) -> Iterator[Callable[[Insert], object]]:
    """One of the last version that sealed nothing."""
    database = create_engine(url.replace("postgresql://", "postgresql+psycopg://"))
    with database.begin() as connection:
        command.upgrade(steps(connection), "doubts")
        yield connection.execute
    database.dispose()


# Which keys


def test_the_keys_of_a_new_file_are_beside_it_for_its_owner_alone(file: Path) -> None:
    open_store(f"sqlite:///{file}").close()

    keys = key_file.beside(file)
    assert stat.S_IMODE(keys.stat().st_mode) == 0o600
    assert len(key_file.read(keys)) == 1
    assert [part.name for part in file.parent.iterdir() if "keys" in part.name] == ["steady.db.keys"]


def test_without_its_keys_a_file_is_refused_and_no_new_ones_are_made(file: Path) -> None:
    open_store(f"sqlite:///{file}").close()
    key_file.beside(file).unlink()

    with pytest.raises(CannotOpen, match=r"its keys are not in .*Put the file back"):
        open_store(f"sqlite:///{file}")

    assert not key_file.beside(file).exists()


def test_another_key_is_refused_by_name_and_nothing_is_changed(url: str) -> None:
    with closing(databases.open_store(url)) as store:
        add_anna(store)

    with pytest.raises(MissingKey, match=f"sealed with the key {databases.KEYS.current}.*Give that key"):
        open_store(url, OTHER)

    with closing(databases.open_store(url)) as store, store.begin() as unit:
        assert unit.person_at(HOME) == ANNA


def test_a_server_without_a_key_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NoKey, match="There is no key for the database"):
        open_store(databases.empty(tmp_path, "postgresql").url)


@pytest.mark.parametrize("text", ["not Base64", "c2hvcnQ=", "", "é"])
def test_what_is_no_key_is_refused_and_not_shown(text: str) -> None:
    with pytest.raises(BadKey) as error:
        read_keys([text])

    assert not text or text not in str(error.value)


def test_a_file_with_other_things_in_it_is_refused(file: Path) -> None:
    key_file.beside(file).write_bytes("kéy".encode())

    with pytest.raises(CannotOpen, match="it holds more than keys"):
        open_store(f"sqlite:///{file}")


# Other keys


def test_after_a_rotation_only_the_new_key_is_needed(url: str) -> None:
    with closing(databases.open_store(url)) as store:
        live(store)
        before = store.everything_about(ANNA.id)

    with closing(open_database(url, BOTH)) as database:
        assert rotate(database).rows >= len(SEALED)
        assert rotate(database) == Rotated(0, {})

    with closing(open_store(url, OTHER)) as store:
        assert store.everything_about(ANNA.id) == before
        with store._database.readers.connect() as connection:
            assert keys_of(connection) == {OTHER.current}
    with pytest.raises(MissingKey):
        databases.open_store(url)


def test_what_others_write_during_a_rotation_is_sealed_anew_too(url: str) -> None:
    lagging = Keyring([*databases.KEYS, *OTHER])
    with closing(open_store(url, lagging)) as old, closing(open_database(url, BOTH)) as database:
        live(old)
        written_meanwhile: list[int] = []

        def write_once(count: int) -> None:
            if not written_meanwhile:
                written_meanwhile.append(count)
                put(old, said("kestrel-42"))

        rotate(database, write_once)

    with closing(open_store(url, OTHER)) as store:
        assert any("kestrel-42" in row for row in rows(store, "outbox"))


def test_a_file_of_keys_is_replaced_wholly(file: Path) -> None:
    key_file.make(file)

    key_file.save(file, BOTH)

    assert list(key_file.read(file)) == list(BOTH)
    assert [written(key) in file.read_text() for key in BOTH] == [True, True]
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_of_two_that_make_keys_at_once_both_have_the_same(tmp_path: Path) -> None:
    both = threading.Barrier(2)

    def make(file: Path) -> list[bytes]:
        both.wait()
        return list(key_file.make(file))

    with ThreadPoolExecutor(2) as together:
        for round_ in range(200):
            ours, theirs = together.map(make, [tmp_path / f"{round_}.keys"] * 2)
            assert ours == theirs


def test_a_file_that_is_no_database_gets_no_keys(file: Path) -> None:
    file.write_text("this is not a database, but long enough to look like a file of somebody's own " * 20)

    with pytest.raises(CannotOpen):
        open_store(f"sqlite:///{file}")

    assert not key_file.beside(file).exists()
