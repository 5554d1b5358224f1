"""The store opens, or says in a sentence why not."""

import os
import sqlite3
import stat
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from storage.opening import CannotOpen
from storage.store import SqlStore
from tests.databases import open_store
from tests.storage.examples import ANNA, HOME, NOW, add_anna, claim, put, said


def refusal(url: str) -> str:
    with pytest.raises(CannotOpen) as refused:
        open_store(url)
    return str(refused.value)


def test_folders_are_made_and_nobody_else_may_look_inside(tmp_path: Path) -> None:
    file = tmp_path / "new" / "folder" / "steady.db"

    store = open_store(f"sqlite:///{file}")
    add_anna(store)
    modes = [stat.S_IMODE(part.stat().st_mode) for part in file.parent.iterdir()]
    store.close()

    assert set(modes) == {0o600}
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700


@pytest.mark.parametrize("open_it", [SqlStore.in_memory, lambda: open_store("sqlite://")])
def test_a_store_in_memory_works_like_any_other(open_it: Callable[[], SqlStore]) -> None:
    store = open_it()
    add_anna(store)
    put(store, said("hello"))

    assert [message.text for message in claim(store)] == ["hello"]
    with store.begin() as unit:
        assert unit.person_at(HOME) == ANNA
        unit.erase_person(ANNA.id)
        unit.commit()
    assert store.known_chats("telegram") == []
    store.close()


def test_what_cannot_be_read_is_refused_without_being_repeated() -> None:
    message = refusal("anna:hunter2@host/steady")

    assert "can't be read" in message
    assert "sqlite:///steady.db" in message
    assert "hunter2" not in message


def test_an_unknown_kind_of_database_is_refused_with_an_example() -> None:
    message = refusal("oracel://anna:hunter2@host/steady")

    assert "unknown kind" in message
    assert "sqlite:///steady.db" in message
    assert "hunter2" not in message


def test_a_missing_driver_is_named_and_the_password_is_not() -> None:
    message = refusal("mysql+aiomysql://anna:hunter2@host/steady?password=hunter2")

    assert "aiomysql" in message
    assert "host/steady" in message
    assert "hunter2" not in message


def test_an_unescaped_password_is_not_shown_in_part() -> None:
    message = refusal("mysql+aiomysql://anna:hun@ter2@host/steady")

    assert "ter2" not in message


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("I am a file")

    message = refusal(f"sqlite:///{tmp_path}/taken/steady.db")

    assert f"{tmp_path}/taken/steady.db" in message
    assert "may be written to" in message


def test_half_a_password_is_not_told_by_the_driver_either() -> None:
    """With an @ too many the driver takes it for the host, which it can't find."""
    with pytest.raises(CannotOpen) as error:
        open_store("postgresql://anna:hun@ter2@nowhere.invalid/steady")

    assert "nowhere.invalid" in str(error.value)
    assert "ter2" not in str(error.value)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written_to_is_named(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)

    message = refusal(f"sqlite:///{tmp_path}/steady.db")

    assert "Permission denied" in message
    assert "may be written to" in message


def test_a_folder_in_the_place_of_the_file_is_named(tmp_path: Path) -> None:
    assert "unable to open database file" in refusal(f"sqlite:///{tmp_path}")


def test_a_file_that_is_no_database_is_left_alone(tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear Anna, " * 100)

    assert "file is not a database" in refusal(f"sqlite:///{letter}")
    assert letter.read_text().startswith("Dear Anna")


def test_a_database_of_a_newer_version_is_left_alone(store: SqlStore, file: Path) -> None:
    store.close()
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = 'from the future'")

    message = refusal(f"sqlite:///{file}")

    assert "from the future" in message
    assert "newer Steady" in message


def test_of_several_who_open_an_empty_database_at_once_one_makes_its_tables_and_all_find_them(url: str) -> None:
    with ThreadPoolExecutor(4) as together:
        stores = list(together.map(open_store, [url] * 4))

    for store in stores:
        assert store.uploaded("telegram", "circle") is None
        store.close()


def test_an_upload_is_remembered_and_can_change(store: SqlStore) -> None:
    assert store.uploaded("telegram", "circle") is None

    store.remember_upload("telegram", "circle", "file 1")
    store.remember_upload("telegram", "circle", "file 2")

    assert store.uploaded("telegram", "circle") == "file 2"
    assert store.uploaded("discord", "circle") is None


def test_two_processes_of_many_threads_write_at_once_and_nothing_is_lost(store: SqlStore, url: str) -> None:
    add_anna(store)
    elsewhere = open_store(url)

    def write(to: SqlStore, name: str) -> None:
        for number in range(10):
            with to.begin() as unit:
                person = unit.person_at(HOME)
                assert person is not None
                unit.save_person(replace(person, turn=person.turn + 1), NOW)
                unit.put(ANNA.id, HOME, said(f"{name} {number}"), NOW)
                unit.commit()

    threads = [
        threading.Thread(target=write, args=((store, elsewhere)[number % 2], str(number))) for number in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    elsewhere.close()

    everything = store.everything_about(ANNA.id)
    assert len(everything["messages"]) == 80
    assert everything["person"][0]["document"]["turn"] == ANNA.turn + 80
