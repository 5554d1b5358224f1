"""A word that one person tells in every way there is, looked for everywhere that nobody should find it."""

import asyncio
import os
import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path

import aiohttp
import pytest

from storage.rotation import SEALED
from storage.tables import Row
from tests import databases
from tests.end_to_end.four import city_at_a_quiet_hour, says, taps
from tests.end_to_end.process import Listening, Steady
from tests.servers.places import free_place
from tests.servers.telegram import Person, Seen

CANARY = "kestrel42"
ANNA, BEN = 7_900_001, 7_900_002
# In every way there is: as a name, in what the programme keeps, in what is only heard, in danger, and in nonsense.
TOLD = (
    f"my name is {CANARY}",
    f"/goal play with my dog {CANARY}",
    f"throw one ball {CANARY}",
    "8",
    f"note: {CANARY} makes it worse",
    f"/checkin 6, {CANARY} burns",
    f"{CANARY} {CANARY} ?? \n Traceback {CANARY}",
    f"I want to die {CANARY}",
)


@pytest.fixture
async def steady(tmp_path: Path) -> AsyncIterator[Steady]:
    async with Listening() as server:
        steady = Steady(tmp_path, server, databases.empty(tmp_path, "sqlite"))
        steady.health = free_place()
        await steady.start()
        try:
            yield steady
        finally:
            await steady.kill()


async def test_what_a_person_tells_is_found_nowhere_but_in_their_own_chat_and_export(steady: Steady) -> None:
    anna, ben = (steady.server.person(user) for user in (ANNA, BEN))
    for person in (anna, ben):
        await settle(person)
    for words in TOLD:
        await tells(steady, anna, words)
    await tell_while_nothing_can_be_stored(steady, anna)

    assert CANARY in await exported(steady, anna)
    kept = sum(CANARY in str(row) for table in SEALED for row in steady.database.opened(table))
    assert kept >= 4, "it is kept in too few places for this to tell anything"
    assert CANARY not in await exported(steady, ben)
    assert CANARY not in await watched(steady)
    assert CANARY not in await operated(steady)
    assert_nowhere(steady, "first.backup")

    await tells(steady, anna, "/delete")
    await tells(steady, anna, "delete everything")
    await steady.stop()

    for table in Row.metadata.sorted_tables:
        assert CANARY not in str(steady.database.opened(table)), table.name
        assert str(ANNA) not in str(steady.database.opened(table)), table.name
    assert_nowhere(steady)
    await steady_runs(steady, "backup", str(steady.folder / "second.backup"))
    await steady_runs(
        steady, "restore", str(steady.folder / "second.backup"), "--to", f"sqlite:///{steady.folder}/again.db"
    )
    with closing(sqlite3.connect(steady.folder / "again.db")) as again:
        assert str(ANNA) not in "\n".join(again.iterdump())
        assert str(BEN) in "\n".join(again.iterdump())


async def settle(person: Person) -> None:
    await says(person, "/start")
    await taps(person, "Yes, I agree")
    await taps(person, "Use the usual settings", answers=2)
    typo, _ = city_at_a_quiet_hour()
    await says(person, typo)
    await taps(person, "Yes, that is right", answers=2)


async def tell_while_nothing_can_be_stored(steady: Steady, person: Person) -> None:
    """So that errors are logged, of the database and of a turn."""
    before = len(person.messages)
    with steady.database.locked():
        await person.sends(f"my knee is {CANARY}")
        await steady.until(lambda: "OutOfReach" in steady.log, 20)
    await steady.until(lambda: len(person.messages) > before and steady.is_quiet(), 20)


async def tells(steady: Steady, person: Person, words: str) -> list[Seen]:
    """All that comes of it."""
    before = len(person.messages)
    await person.sends(words)
    await steady.until(lambda: len(person.messages) > before and steady.is_quiet(), 20)
    return person.messages[before:]


async def exported(steady: Steady, person: Person) -> str:
    table, document = await tells(steady, person, "/export")
    assert table.content
    assert document.content
    return table.content.decode() + document.content.decode()


async def watched(steady: Steady) -> str:
    async with aiohttp.ClientSession() as session:
        texts = []
        for path in ("healthz", "readyz", "metrics"):
            async with session.get(f"http://{steady.health}/{path}") as answer:
                texts.append(await answer.text())
    assert "steady_turns_total" in texts[2]
    return "".join(texts)


async def operated(steady: Steady) -> str:
    """What whoever runs Steady reads on the command line."""
    commands = (
        ("people", "list", "--addresses"),
        ("timers", "next"),
        ("outbox", "--failed"),
        ("stats", "--json"),
        ("doctor", "--json"),
        ("backup", str(steady.folder / "first.backup")),
    )
    return "".join([await steady_runs(steady, *command) for command in commands])


async def steady_runs(steady: Steady, *arguments: str) -> str:
    process = await asyncio.create_subprocess_exec(
        *steady.command[:-1],
        *arguments,
        cwd=steady.folder,
        env=steady._environment(),
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    told, _ = await process.communicate()
    return told.decode()


def assert_nowhere(steady: Steady, *names: str) -> None:
    """Neither in the database's file nor beside it, in no log, and in nothing that was written meanwhile."""
    files = [Path(folder) / name for folder, _, found in os.walk(steady.folder) for name in found]
    assert {"steady.db", "steady.log", *names} <= {file.name for file in files}
    assert not [file.name for file in files if CANARY.encode() in file.read_bytes()]
