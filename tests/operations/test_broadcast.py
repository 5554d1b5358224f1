"""A notice reaches everybody once, whatever happens to the command on the way."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from bot.content import load_library
from bot.operations import broadcast, opening
from bot.operations.broadcast import MOST
from bot.serving.turns import Turns
from storage.store import SqlStore
from tests.databases import Database
from tests.fakes import World
from tests.operations.conftest import Steady
from tests.operations.people import add

WORDS = "Steady will be away on Sunday."
MANY = [f"number {number}" for number in range(25)]


@pytest.fixture(autouse=True)
def content_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "open_library", load_library)


@pytest.fixture
def notice(tmp_path: Path) -> Path:
    file = tmp_path / "notice.txt"
    file.write_text(f"{WORDS}\n")
    return file


def waiting(database: Database) -> Counter[str]:
    """How often each is told."""
    return Counter(user for (user,) in database.rows("SELECT \"user\" FROM outbox WHERE kind = 'notice'"))


def test_it_is_shown_and_counted_and_goes_when_the_count_is_typed(
    steady: Steady, store: SqlStore, database: Database, notice: Path
) -> None:
    add(store, "anna", "ben")
    add(store, "cleo", change=lambda person: replace(person, stopped=True))

    done = steady("broadcast", notice, said="2\n")

    assert done.stdout.startswith(f"    {WORDS}\n\nPeople it goes to: 2.")
    assert done.exit_code == 0
    assert waiting(database) == {"anna": 1, "ben": 1}


@pytest.mark.parametrize("typed", ["3\n", "yes\n", ""])
def test_without_the_right_count_nobody_is_told(
    steady: Steady, store: SqlStore, database: Database, notice: Path, typed: str
) -> None:
    add(store, "anna", "ben")

    assert steady("broadcast", notice, said=typed).exit_code != 0
    assert waiting(database) == {}


def test_killed_on_the_way_and_run_again_it_reaches_everybody_once(
    steady: Steady, store: SqlStore, database: Database, notice: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(store, *MANY)
    monkeypatch.setattr(broadcast, "BATCH", 10)
    by_operator, calls = Turns.by_operator, Counter[str]()

    def killed(self: Turns, people: Sequence[str], event: Any) -> int:
        calls["batches"] += 1
        if calls["batches"] == 3:
            raise KeyboardInterrupt
        return by_operator(self, people, event)

    monkeypatch.setattr(Turns, "by_operator", killed)
    steady("broadcast", notice, "--yes")
    assert sum(waiting(database).values()) == 20

    monkeypatch.setattr(Turns, "by_operator", by_operator)
    again = steady("broadcast", notice, "--yes")

    assert "People it goes to: 5." in again.stdout
    assert waiting(database) == dict.fromkeys(MANY, 1)
    assert "There is nobody to tell" in steady("broadcast", notice, "--yes").stdout
    assert waiting(database) == dict.fromkeys(MANY, 1)


def test_who_can_not_be_told_keeps_nobody_else_from_it_and_is_told_later(
    steady: Steady, store: SqlStore, database: Database, notice: Path
) -> None:
    """What is said, and that it was, are stored together."""
    add(store, "anna", "ben", "cleo")
    world = World(store=store)
    world.break_database("INSERT ON outbox", "NEW.chat = 'chat of ben'")

    done = steady("broadcast", notice, "--yes")

    assert done.stdout.splitlines()[-1] == "2 of 3"
    assert done.stderr == "One could not be told (IntegrityError).\n"
    assert waiting(database) == {"anna": 1, "cleo": 1}
    world.mend_database()
    assert steady("broadcast", notice, "--yes").stdout.splitlines()[-1] == "1 of 1"
    assert waiting(database) == {"anna": 1, "ben": 1, "cleo": 1}


def test_who_can_not_be_read_keeps_nobody_else_from_it(
    steady: Steady, store: SqlStore, database: Database, notice: Path
) -> None:
    add(store, "anna", "ben")
    database.write("UPDATE people SET document = '{}' WHERE id = 'id of ben'")

    assert steady("broadcast", notice, "--yes").stdout.splitlines()[-1] == "1 of 1"
    assert "can't be read" in steady("people", "list").stdout


def test_who_sleeps_is_told_in_the_morning(steady: Steady, store: SqlStore, database: Database, notice: Path) -> None:
    add(store, "anna")
    add(store, "ben", hour=2)

    assert "People it goes to: 2." in steady("broadcast", notice, "--yes").stdout
    assert waiting(database) == {"anna": 1}
    assert database.rows("SELECT person_id, name FROM timers") == [("id of ben", "notice")]
    assert "There is nobody to tell" in steady("broadcast", notice, "--yes").stdout


def test_only_who_is_answered_in_its_language_gets_it(
    steady: Steady, store: SqlStore, database: Database, notice: Path
) -> None:
    add(store, "anna")
    add(store, "ben", change=lambda person: replace(person, language="de"))

    steady("broadcast", notice, "--language", "de", "--yes")

    assert waiting(database) == {"ben": 1}


def test_a_fluent_file_has_one_message(steady: Steady, store: SqlStore, tmp_path: Path) -> None:
    add(store, "anna")
    file = tmp_path / "notice.ftl"
    file.write_text("# For Sunday.\nnotice =\n    Steady will be away on Sunday.\n\n    It is back on Monday.\n")

    told = steady("broadcast", file, said="\n").stdout

    assert told.startswith("    Steady will be away on Sunday.\n\n    It is back on Monday.\n")


@pytest.mark.parametrize(
    ("name", "words", "told"),
    [
        ("notice.txt", " \n", "is empty"),
        ("notice.txt", "a" * (MOST + 1), "has 1,901 letters, and a notice 1,900 at most"),
        (
            "notice.txt",
            "Look at https://canary.example now",
            "has a link in it, or what a messenger makes one of ('https://')",
        ),
        ("notice.txt", "Look at canary.example now", "('canary.example')"),
        ("notice.txt", "back\x1b[2Jwards", "U+001B"),
        ("notice.txt", "\u202ebackwards", "U+202E"),
        ("notice.ftl", "one = One\ntwo = Two\n", "has 2 messages"),
        ("notice.ftl", "one = Hello { $name }\n", "asks for values"),
        ("another.txt", None, "can't be read (FileNotFoundError)"),
    ],
)
def test_what_is_nothing_to_send_to_everybody_is_refused(
    steady: Steady, tmp_path: Path, name: str, words: str | None, told: str
) -> None:
    if words is not None:
        (tmp_path / name).write_text(words, "utf-8")

    done = steady("broadcast", tmp_path / name, "--yes")

    assert told in str(done.exception)
    assert done.exit_code != 0


def test_a_link_goes_where_it_is_allowed(steady: Steady, store: SqlStore, database: Database, notice: Path) -> None:
    add(store, "anna")
    notice.write_text("Read https://canary.example/news")

    assert steady("broadcast", notice, "--yes", "--allow-links").exit_code == 0
    assert waiting(database) == {"anna": 1}


@pytest.mark.parametrize("words", ["We are back at 9.30, e.g. on Monday...", "Good night.See you", "Dr. No and co."])
def test_full_stops_make_no_link(steady: Steady, store: SqlStore, notice: Path, words: str) -> None:
    notice.write_text(words)

    assert "There is nobody to tell" in steady("broadcast", notice).stdout
