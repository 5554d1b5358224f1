"""The real `steady run` as a process of its own, started, stopped and killed as whoever runs it might."""

import asyncio
import os
import re
import sqlite3
import sys
import time
from asyncio.subprocess import DEVNULL, Process
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from tests.servers.telegram import Json, TelegramServer

ROOT = Path(__file__).parents[2]
MOST_TO_START = 30.0  # seconds; a busy machine needs some
MOST_TO_STOP = 15.0
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
    """Everything it has is in one folder: its home, its database and what it logged."""

    def __init__(self, folder: Path, server: Listening) -> None:
        self.database = folder / "steady.db"
        self.server = server
        self.health = ""  # where it is asked for its health, if it may be
        self._home = folder / "home"
        self._home.mkdir()
        self._log = folder / "steady.log"
        self._process: Process | None = None

    command = (sys.executable, "-m", "bot", "run")

    @property
    def url(self) -> str:
        return f"sqlite:///{self.database}"

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
        return health | {
            "PATH": os.environ["PATH"],
            "PYTHONPATH": str(ROOT),
            "HOME": str(self._home),
            "STEADY_DATABASE_URL": self.url,
            "STEADY_TELEGRAM_TOKEN": self.server.token,
            "STEADY_TELEGRAM_API_URL": self.server.url,
        }

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

    def rows(self, query: str, *values: object) -> list[tuple[Any, ...]]:
        with closing(sqlite3.connect(self.database, timeout=5)) as connection:
            return connection.execute(query, values).fetchall()

    def write(self, statement: str, *values: object) -> None:
        with closing(sqlite3.connect(self.database, timeout=5)) as connection, connection:
            connection.execute(statement, values)

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Nobody else writes to the database meanwhile."""
        with closing(sqlite3.connect(self.database, timeout=5)) as connection:
            connection.execute("BEGIN IMMEDIATE")
            yield

    def is_quiet(self) -> bool:
        """Nothing waits to be sent, and nothing is on its way."""
        return not self.rows("SELECT 1 FROM outbox WHERE state IN ('pending', 'sending')")

    def assert_discreet(self) -> None:
        """Neither the token nor what anybody wrote, to the bot or by it, is in the log; nor a traceback."""
        log = self.log
        assert "Traceback" not in log, log
        assert self.server.token.split(":")[1] not in log, "the token is in the log"
        said = [str(call.params.get(part, "")) for call in self.server.calls for part in ("text", "caption")]
        lines = {line.strip() for text in (*said, *self.server.words) for line in re.split(r"[\n.?!]", text)}
        told = [line for line in lines if len(line) >= TOO_SHORT and line in log]
        assert not told, f"in the log: {told}"
