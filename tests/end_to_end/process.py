"""The real `steady run` as a process of its own, started, stopped and killed as whoever runs it might."""

import asyncio
import os
import re
import sys
import time
from asyncio.subprocess import DEVNULL, Process
from collections.abc import Callable, Sequence
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import select

from bot.conversation.person import Person as Acquaintance
from bot.conversation.person import Settings
from bot.ports import Address
from storage.tables import TIMERS
from tests import databases
from tests.databases import Database, open_store
from tests.servers import discord, telegram
from tests.servers.places import free_place
from tests.servers.telegram import Json, Person, TelegramServer

ROOT = Path(__file__).parents[2]
MOST_TO_START = 30.0  # seconds; a busy machine needs some
MOST_TO_STOP = 15.0
AnyPerson = telegram.Person | discord.Person
PATH = "/telegram/hook"
SECRET = "canary-Secret_of_the_webhook"
TOO_SHORT = 5  # words of fewer letters stand in any log by chance


class Listening(TelegramServer):
    """A Bot API that also remembers what people wrote."""

    def __init__(self, **kinds: Any) -> None:
        super().__init__(**kinds)
        self.words: list[str] = []

    async def update(self, kind: str, body: Json) -> int:
        self.words += [body["text"]] if "text" in body else []
        return await super().update(kind, body)


class Steady:
    """Its home and what it logged are in one folder, and so is its database if it is a file."""

    def __init__(self, folder: Path, server: Listening, database: Database | None = None) -> None:
        self.database = database or databases.empty(folder)
        self.server = server
        self.health = ""  # where it is asked for its health, if it may be
        self.folder = folder
        self._home = folder / "home"
        self._home.mkdir(parents=True)
        self._log = folder / "steady.log"
        self._process: Process | None = None

    command = (sys.executable, "-m", "bot", "run")

    @property
    def log(self) -> str:
        return self._log.read_text(encoding="utf-8") if self._log.exists() else ""

    async def start(self) -> None:
        """Returns when it has asked for updates."""
        asked = len(self.server.called("getUpdates"))
        await self.launch()
        await self.until(lambda: len(self.server.called("getUpdates")) > asked, MOST_TO_START)

    async def launch(self) -> None:
        assert self._process is None, "it runs already"
        with self._log.open("ab") as log:
            self._process = await asyncio.create_subprocess_exec(
                *self.command,
                cwd=self._home,
                env=self._environment(),
                stdin=DEVNULL,
                stdout=log,
                stderr=log,
            )

    def _environment(self) -> dict[str, str]:
        """Nothing of the tester's own, who may have a bot and a home with a Steady in it."""
        health = {"STEADY_HEALTH_LISTEN": self.health} if self.health else {}
        return (
            health
            | databases.SET_KEYS
            | {
                "PATH": os.environ["PATH"],
                "PYTHONPATH": str(ROOT),
                "HOME": str(self._home),
                "STEADY_DATABASE_URL": self.database.url,
                "STEADY_TELEGRAM_TOKEN": self.server.token,
                "STEADY_TELEGRAM_API_URL": self.server.url,
            }
        )

    async def kill(self) -> None:
        """As a power cut does: at once, with nothing put away."""
        process, self._process = self._process, None
        if process and process.returncode is None:
            process.kill()
        if process:
            await process.wait()

    async def stop(self) -> None:
        """As `systemctl stop` does; it must end well, and soon."""
        process, self._process = self._process, None
        assert process, "it does not run"
        process.terminate()
        try:
            async with asyncio.timeout(MOST_TO_STOP):
                code = await process.wait()
        except TimeoutError:
            process.kill()
            await process.wait()
            raise AssertionError(f"still running {MOST_TO_STOP:g} s after SIGTERM:\n{self.log}") from None
        assert code == 0, f"ended with {code}:\n{self.log}"

    async def until(self, holds: Callable[[], object], seconds: float = 10.0) -> None:
        """Wait until something holds that it does, and that nothing announces."""
        end = time.monotonic() + seconds
        while not holds():
            assert self._process is None or self._process.returncode is None, f"it ended:\n{self.log}"
            assert time.monotonic() < end, f"it did not come to hold within {seconds:g} s:\n{self.log}"
            await asyncio.sleep(0.01)

    def is_quiet(self) -> bool:
        """Nothing waits to be sent, and nothing is on its way."""
        return not self.database.rows("SELECT 1 FROM outbox WHERE state IN ('pending', 'sending')")

    def assert_discreet(self) -> None:
        """Neither the token nor what anybody wrote, to the bot or by it, is in the log; nor a traceback."""
        log = self.log
        assert "Traceback" not in log, log
        assert self.server.token.split(":")[1] not in log, "the token is in the log"
        said = [str(call.params.get(part, "")) for call in self.server.calls for part in ("text", "caption")]
        lines = {line.strip() for text in (*said, *self.server.words) for line in re.split(r"[\n.?!]", text)}
        told = [line for line in lines if len(line) >= TOO_SHORT and line in log]
        assert not told, f"in the log: {told}"


# What is kept


def pains(steady: Steady, person: AnyPerson) -> list[float]:
    """Every score that is stored for them, in order."""
    query = "SELECT pain FROM check_ins JOIN addresses USING (person_id) WHERE addresses.user = :user ORDER BY entry"
    return [pain for (pain,) in steady.database.rows(query, user=str(person.id))]


def timers(steady: Steady, person: AnyPerson) -> dict[str, datetime]:
    """When what is due for them, as the database has it."""
    theirs = select(TIMERS.c.name, TIMERS.c.due_at).where(TIMERS.c.person_id == id_of(steady, person))
    return dict(steady.database.rows(theirs))


def ring(steady: Steady, *people: AnyPerson) -> None:
    """Let their check-in have fallen due a minute ago."""
    with closing(open_store(steady.database.url)) as store, store.begin() as unit:
        for person in people:
            unit.set_timer(id_of(steady, person), "check_in", datetime.now(UTC) - timedelta(minutes=1))
        unit.commit()


def id_of(steady: Steady, person: AnyPerson) -> str:
    query = "SELECT person_id FROM addresses WHERE addresses.user = :user"
    ((found,),) = steady.database.rows(query, user=str(person.id))
    return str(found)


def rows_beside_those_of(steady: Steady, *people: AnyPerson) -> dict[str, int]:
    """How many rows there are about anybody else, by table."""
    known = dict(steady.database.rows("SELECT addresses.user, person_id FROM addresses"))
    theirs = {known.get(str(person.id)) for person in people}
    found = {
        table: [row for row in steady.database.rows(f"SELECT {column} FROM {table}") if row[0] not in theirs | {None}]  # noqa: S608 - its own names
        for table, columns in steady.database.tables().items()
        for column in (["id"] if table == "people" else ["person_id"])
        if column in columns
    }
    assert len(found) > 5, "these can't be all the tables about people"
    return {table: len(rows) for table, rows in found.items() if rows}


def assert_left_nothing_behind(steady: Steady, *words: str) -> None:
    """Not even between the rows of the file, where the database is one."""
    for file in steady.folder.glob("steady.db*"):
        content = file.read_bytes()
        assert not [word for word in words if word.encode() in content], file.name


class Hooked(Steady):
    """Telegram brings it what people write."""

    def __init__(self, folder: Path, server: Listening) -> None:
        super().__init__(folder, server)
        self.place = free_place()
        self.is_hooked = True
        server.pushing.behind = [f"http://{self.place}"]

    def _environment(self) -> dict[str, str]:
        hook = {
            "STEADY_WEBHOOK_URL": f"https://steady.example{PATH}",
            "STEADY_WEBHOOK_SECRET": SECRET,
            "STEADY_WEBHOOK_LISTEN": self.place,
        }
        return super()._environment() | (hook if self.is_hooked else {})

    async def start(self) -> None:
        """Returns when it has said where it listens."""
        said = self.log.count("webhook set")
        await self.launch()
        await self.until(lambda: self.log.count("webhook set") > said, MOST_TO_START)

    def assert_discreet(self) -> None:
        super().assert_discreet()
        assert SECRET not in self.log


def settle(url: str, people: Sequence[Person]) -> None:
    """Let people of Telegram be at home in the database, as if they had been welcomed long ago."""
    now = datetime.now(UTC)
    settings = Settings(zone_is_known=True, country="PT")
    with closing(open_store(url)) as store, store.begin() as unit:
        for person in people:
            known = Acquaintance(str(person.id), consented_at=now - timedelta(days=30), settings=settings)
            unit.add_person(known, Address("telegram", str(person.id), str(person.id)), now)
        unit.commit()
