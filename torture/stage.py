"""A Telegram, a Discord, a database, and processes of Steady between them that are started and killed."""

import asyncio
import os
import re
import signal
import time
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import TracebackType
from typing import Self
from zoneinfo import ZoneInfo

from sqlalchemy import select

from bot.conversation.person import Person as Acquaintance
from bot.conversation.person import Settings
from bot.ports import Address
from storage.tables import OUTBOX, TIMERS
from tests.databases import Database, open_store
from tests.servers import discord, telegram
from tests.servers.places import free_place
from tests.servers.postgresql import PostgreSQL
from torture.child import Process, started

AnyPerson = telegram.Person | discord.Person
ZONE = "Europe/Lisbon"
HOOK = "https://steady.example/telegram/hook"
SECRET = "secret_of_the_webhook"  # noqa: S105 - a test's
MOST_TO_START = 60.0  # seconds; a busy machine needs some
IN_FLIGHT = re.compile(r"were in flight when the last process ended' count=(\d+)")


class Stage:
    """Use as `async with Stage(folder, url) as stage`; the database at the URL is empty."""

    def __init__(
        self,
        folder: Path,
        url: str,
        on_telegram: telegram.TelegramServer | None = None,
        on_discord: discord.DiscordServer | None = None,
    ) -> None:
        self.folder = folder
        self.url = url
        self.telegram = on_telegram or telegram.TelegramServer()
        self.discord = on_discord or discord.DiscordServer()
        self.lives: list[Life] = []
        self.server: PostgreSQL | None = None  # where the database is one that may be restarted
        self.place = ""  # where Steady listens for what Telegram brings; without one it polls
        self.health = ""  # where it is asked whether it is ready, if it is
        open_store(url).close()
        self.database = Database(url)

    async def __aenter__(self) -> Self:
        await self.telegram.__aenter__()
        await self.discord.__aenter__()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for life in self.lives:
            await life.kill()
        await self.telegram.goes_away()
        await self.discord.goes_away()

    # People

    def people(self, count: int, first: int = 1) -> list[AnyPerson]:
        """Half of them on Telegram, half on Discord; nobody knows them yet."""
        numbers = range(7_000_000 + first, 7_000_000 + first + count)
        return [self.telegram.person(one) if one % 2 else self.discord.person(one) for one in numbers]

    def settle(self, people: Iterable[AnyPerson], due: Sequence[str] = (), *, heard: bool = False) -> None:
        """Let people be at home, as if welcomed long ago; such timers of theirs are due, and with `heard` Discord's
        chats are read back from here on."""
        now = datetime.now(UTC)
        settings = Settings(
            zone=ZONE, zone_is_known=True, country="PT", check_in_time=now.astimezone(ZoneInfo(ZONE)).time()
        )
        with closing(open_store(self.url)) as store, store.begin() as unit:
            for person in people:
                where = home(person)
                known = Acquaintance(where.user, consented_at=now - timedelta(days=30), settings=settings)
                unit.add_person(known, where, now)
                if heard and where.platform == "discord":
                    unit.saw(where, self.discord.snowflake())
                for timer in due:
                    unit.set_timer(where.user, timer, now - timedelta(seconds=1))
            unit.commit()

    # Processes

    def hook(self) -> None:
        """From now on Telegram brings what people write."""
        self.place = free_place()
        self.telegram.pushing.behind = [f"http://{self.place}"]

    def life(self) -> "Life":
        life = Life(self, self.folder / f"{len(self.lives)}.log")
        self.lives.append(life)
        return life

    @property
    def log(self) -> str:
        return "".join(life.log for life in self.lives)

    @property
    def logged_in_flight(self) -> int:
        """How many messages the logs call uncertain: those of a kill, and those whose answer was lost."""
        return sum(map(int, IN_FLIGHT.findall(self.log))) + self.log.count("outcome unknown")

    # The database

    def is_quiet(self) -> bool:
        """Nobody is to be woken, and nothing waits to be sent or is on its way."""
        waiting = select(OUTBOX.c.id).where(OUTBOX.c.state.in_(("pending", "sending"))).limit(1)
        due = select(TIMERS.c.name).where(TIMERS.c.due_at <= datetime.now(UTC), TIMERS.c.aside.is_(None)).limit(1)
        return not (self.database.rows(waiting) or self.database.rows(due))


@dataclass
class Life:
    """One Steady on the stage, from kill to kill."""

    stage: Stage
    file: Path
    kills: int = 0
    process: Process | None = None
    starting: list[float] = field(default_factory=list)  # seconds that each start took

    @property
    def log(self) -> str:
        return self.file.read_text(encoding="utf-8") if self.file.exists() else ""

    @property
    def settings(self) -> dict[str, str]:
        stage = self.stage
        hook = {"webhook_url": HOOK, "webhook_secret": SECRET, "webhook_listen": stage.place} if stage.place else {}
        health = {"health_listen": stage.health} if stage.health else {}
        return (
            hook
            | health
            | {
                "database_url": stage.url,
                "telegram_token": stage.telegram.token,
                "telegram_api_url": stage.telegram.url,
                "discord_token": stage.discord.token,
                "discord_api_url": stage.discord.api_url,
                "discord_gateway_url": stage.discord.gateway_url,
            }
        )

    async def launch(self) -> None:
        self.process = await asyncio.to_thread(started, self.settings, self.file)

    async def start(self) -> None:
        """Returns when both platforms are served: when it polls the one, or has set the webhook, and has a session
        with the other."""
        began, heard, identified = time.monotonic(), self._times_heard(), self.stage.discord.identified
        await self.launch()
        is_ready = await until(
            lambda: self._times_heard() > heard and self.stage.discord.identified > identified, MOST_TO_START
        )
        if not is_ready:
            raise RuntimeError(f"it did not start within {MOST_TO_START:g} s:\n{self.log[-2000:]}")
        self.starting.append(time.monotonic() - began)

    def _times_heard(self) -> int:
        return self.log.count("webhook set") if self.stage.place else self.stage.telegram.polls

    @property
    def pid(self) -> int:
        if self.process is None:
            raise RuntimeError("it does not run")
        return int(self.process.pid)

    @property
    def is_alive(self) -> bool:
        return self.process is not None and self.process.is_alive()

    async def kill(self) -> None:
        """As a power cut does, at once."""
        process, self.process = self.process, None
        if process is not None:
            os.kill(process.pid, signal.SIGKILL)
            await asyncio.to_thread(process.join)
            self.kills += 1
            self.stage.discord.forget_dead_sessions()

    async def stop(self) -> int | None:
        """As `systemctl stop` does; returns how it ended, `None` where it did not."""
        process, self.process = self.process, None
        assert process is not None  # noqa: S101 - for mypy
        process.terminate()
        await asyncio.to_thread(process.join, 20)
        code: int | None = process.exitcode
        if code is None:
            process.kill()
        return code


def home(person: AnyPerson) -> Address:
    if isinstance(person, discord.Person):
        return Address("discord", person.id, person.chat)
    return Address("telegram", str(person.id), str(person.id))


def is_on_discord(person: AnyPerson) -> bool:
    return isinstance(person, discord.Person)


def texts(person: AnyPerson) -> list[str]:
    """What the bot said to them, in order."""
    return [seen.text for seen in person.sees()]


async def until(holds: Callable[[], object], seconds: float, pause: float = 0.02) -> bool:
    """Whether it came to hold in time; nothing announces it."""
    end = time.monotonic() + seconds
    while not holds():
        if time.monotonic() > end:
            return False
        await asyncio.sleep(pause)
    return True


async def killed_again_and_again(life: Life, uptimes: Iterable[float]) -> None:
    """Start, let it live for so long after it is ready, kill; at last it lives."""
    for uptime in uptimes:
        await life.start()
        await asyncio.sleep(uptime)
        await life.kill()
    await life.start()
