"""What somebody asks whoever runs Steady to do for them is done as if they had asked Steady, beside one that runs."""

import asyncio
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.attachments import Attachments
from bot.content import load_library
from bot.conversation.effects import ExportFile
from bot.conversation.events import Text
from bot.operations import opening
from bot.ports import Inbound
from storage.store import SqlStore
from tests.databases import Database
from tests.fakes import CANARY, World, home_of
from tests.operations.conftest import Steady
from tests.operations.people import add


@pytest.fixture(autouse=True)
def content_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "open_library", load_library)


@pytest.fixture
def world(store: SqlStore) -> Iterator[World]:
    """Steady runs, and anna and ben are at home."""
    world = World(datetime.now(UTC), store=store)
    add(store, "anna", "ben")
    yield world
    world.companion.close()


async def test_the_list_has_no_name_no_word_and_no_id_of_a_platform(steady: Steady, world: World) -> None:
    add(world.store, CANARY, change=lambda person: replace(person, id="7f3a0123456789", stopped=True))

    told = steady("people", "list").stdout

    assert told.splitlines()[0] == "People: 3, of them quiet: 1"
    assert f"7f3a0123  fake       {datetime.now(UTC):%Y-%m-%d}" in told
    assert told.count("stopped") == 1
    assert CANARY not in told
    assert f"fake {CANARY}" in steady("people", "list", "--addresses").stdout


def test_ids_are_shown_as_long_as_it_takes_to_tell_them_apart(steady: Steady, store: SqlStore) -> None:
    for name in ("a", "b"):
        add(store, name, change=lambda person: replace(person, id=f"0123456789{person.settings.name}f"))

    told = steady("people", "list").stdout

    assert "0123456789a " in told
    assert "0123456789b " in told


async def test_a_pause_is_as_if_they_had_asked_for_it(steady: Steady, world: World) -> None:
    done = steady("people", "pause", "id of a", "--days", 3)
    await world.deliver()

    (person,) = world.store.people(["id of anna"])
    assert done.exit_code == 0
    assert person.paused_until is not None
    assert timedelta(days=2) < person.paused_until - datetime.now(UTC) < timedelta(days=3)
    assert set(world.timers("anna")) == {"resume"}
    assert world.platform.texts[0].startswith("I will be quiet until ")
    assert person.heard_at is None  # they were not there
    assert world.store.people(["id of ben"])[0].paused_until is None


async def test_a_pause_without_an_end_lasts_until_they_come_back(steady: Steady, world: World) -> None:
    steady("people", "pause", "id of anna")
    assert world.store.people(["id of anna"])[0].stopped

    assert "stopped" in steady("people", "list").stdout
    await world.happens("anna", Text("/resume"))
    assert not world.store.people(["id of anna"])[0].stopped


async def test_an_export_is_that_of_their_own_and_nobody_else_may_read_it(
    steady: Steady, world: World, tmp_path: Path
) -> None:
    await world.happens("anna", Text(f"6 {CANARY}"))
    await world.happens("anna", Text("/export"))
    (one, *_) = [message for message in world.platform.sent if message.attachment == ExportFile("json")]

    done = steady("people", "export", "id of anna", tmp_path / "anna")

    table, programs = (Path(line) for line in done.stdout.splitlines())
    theirs = Attachments(world.store)(one)
    assert theirs is not None
    assert programs.read_bytes() == theirs.content
    assert CANARY in table.read_text("utf-8-sig")
    assert {file.stat().st_mode & 0o777 for file in (table, programs)} == {0o600}


def test_an_export_writes_over_nothing(steady: Steady, world: World, tmp_path: Path) -> None:
    (tmp_path / "steady.csv").write_text("mine")

    done = steady("people", "export", "id of anna", tmp_path)

    assert "is there already. Choose an empty folder." in str(done.exception)
    assert (tmp_path / "steady.csv").read_text() == "mine"


async def test_who_is_erased_is_gone_and_told_and_so_are_their_bytes(
    steady: Steady, world: World, database: Database
) -> None:
    await world.happens("anna", Text("hello"))
    ((sealed,),) = database.rows("SELECT document FROM people WHERE id = 'id of anna'")

    done = steady("people", "erase", "id of a", said="id of \n")
    await world.deliver()

    assert done.exit_code == 0
    assert not any(world.about("anna").values())
    assert world.platform.texts[-1].startswith("It is gone")
    assert world.store.person_ids() == ["id of ben"]
    for file in Path(str(database.engine.url.database)).parent.glob("*.db*") if database.is_file else ():
        assert sealed.encode() not in file.read_bytes()


@pytest.mark.parametrize("typed", ["id of b\n", "yes\n", "\n\n", ""])
def test_nobody_is_erased_by_mistake(steady: Steady, world: World, typed: str) -> None:
    done = steady("people", "erase", "id of anna", said=typed)

    assert done.exit_code != 0
    assert world.store.person_ids() == ["id of anna", "id of ben"]


@pytest.mark.parametrize(
    ("who", "told"),
    [("canary", "Nobody's id begins with 'canary'"), ("id", "The ids of 2 people begin with 'id'. Write more")],
)
def test_who_is_meant_must_be_clear(steady: Steady, world: World, who: str, told: str) -> None:
    for command in (("pause", who), ("erase", who, "--yes"), ("export", who, ".")):
        assert told in str(steady("people", *command).exception)


async def test_a_steady_that_runs_goes_on_hearing_while_people_are_paused_and_erased(
    steady: Steady, world: World
) -> None:
    """Each person's turns and what is done to them come one after another, on whatever they find."""
    add(world.store, "cleo")

    async def speaks(name: str) -> None:
        for number in range(20):
            await world.companion.receive(Inbound(f"{name} {number}", home_of(name), Text(f"/note {number}")))

    talking = asyncio.gather(*map(speaks, ("anna", "ben", "cleo")))
    paused = await asyncio.to_thread(steady, "people", "pause", "id of anna", "--days", 2)
    erased = await asyncio.to_thread(steady, "people", "erase", "id of ben", "--yes")
    await talking

    assert (paused.exit_code, erased.exit_code) == (0, 0)
    kept = {name: [row["words"] for row in world.about(name)["noted"]] for name in ("anna", "ben", "cleo")}
    assert kept["anna"] == kept["cleo"] == [str(number) for number in range(20)]
    assert kept["ben"] == []
    assert world.store.people(["id of anna"])[0].paused_until is not None
