"""The Telegram adapter, through the real library and real sockets, against a Bot API that holds it to the rules."""

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import pytest
from telegram import InlineKeyboardMarkup, Update
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from adapters.telegram import Patience, Telegram
from adapters.telegram.inbound import inbound
from adapters.telegram.outbound import keyboard, outcome, pieces
from adapters.telegram.profile import editions, words_in
from bot.conversation.effects import Option, Urgency
from bot.conversation.events import Choice, Command, Event, Left, Media, Text
from bot.ports import (
    Address,
    File,
    Inbound,
    KnownChat,
    Moved,
    OutboxMessage,
    PlatformWords,
    Refused,
    Rejected,
    TryLater,
    Uncertain,
    Unreachable,
)
from tests.servers import telegram as servers
from tests.servers.telegram import BOT, Limits, Person, Reset, Silence, Status, TelegramServer

QUICK = Patience(poll=2, glance=0.05, answer=0.4, first=0.02, longest=0.1, attempts=3, checks=3, doubt=0.05)
PNG = b"\x89PNG\r\n\x1a\n and a picture"
GIF = b"GIF89a and a film"


def words(language: str) -> PlatformWords:
    return PlatformWords(
        commands={"start": f"start {language}", "breathe": f"breathe {language}"},
        description=f"description {language}",
        about=f"about {language}",
        only_in_private=f"only in private {language}",
        sent_in_private="",
        old_message="",
    )


WORDS = {"en": words("en"), "de": words("de")}


class Ear:
    """Receives; can be told to be slow or to fail."""

    def __init__(self) -> None:
        self.heard: list[Inbound] = []
        self.before: Callable[[Inbound], Awaitable[None]] | None = None
        self._news = asyncio.Condition()

    async def receive(self, heard: Inbound) -> None:
        if self.before:
            await self.before(heard)
        self.heard.append(heard)
        async with self._news:
            self._news.notify_all()

    @property
    def events(self) -> list[Event]:
        return [heard.event for heard in self.heard]

    async def hears(self, count: int) -> list[Event]:
        async with asyncio.timeout(3), self._news:
            await self._news.wait_for(lambda: len(self.heard) >= count)
        return self.events


class Pocketbook:
    """A notebook in memory."""

    def __init__(self) -> None:
        self.pages: dict[tuple[str, str], str] = {}

    async def uploaded(self, platform: str, key: str) -> str | None:
        return self.pages.get((platform, key))

    async def remember_upload(self, platform: str, key: str, file_id: str) -> None:
        self.pages[platform, key] = file_id

    async def known_chats(self, platform: str) -> list[KnownChat]:
        return []


@dataclass
class Stage:
    """A running adapter, its server, and Anna with her phone."""

    server: TelegramServer
    bot: Telegram
    ear: Ear
    notebook: Pocketbook
    anna: Person
    running: asyncio.Task[None] = field(init=False)

    def start(self) -> None:
        self.running = asyncio.create_task(self.bot.run())

    async def stop(self) -> None:
        self.running.cancel()
        await asyncio.gather(self.running, return_exceptions=True)

    async def restart(self) -> None:
        """As after a crash: a new adapter that knows nothing."""
        await self.stop()
        self.bot = adapter(self.server, self.ear, self.notebook)
        self.start()

    async def is_introduced(self) -> None:
        await self.server.until(lambda: len(self.server.called("getMyShortDescription")) % 3 == 0)


def adapter(server: TelegramServer, ear: Ear, notebook: Pocketbook, token: str | None = None) -> Telegram:
    return Telegram(token or server.token, ear.receive, notebook, WORDS, server.url, patience=QUICK)


@asynccontextmanager
async def set_up(limits: Limits | None = None) -> AsyncIterator[Stage]:
    async with TelegramServer(limits=limits) as server:
        ear, notebook = Ear(), Pocketbook()
        yield Stage(server, adapter(server, ear, notebook), ear, notebook, server.person(7, "de-AT"))


@pytest.fixture
async def stage() -> AsyncIterator[Stage]:
    async with set_up() as found:
        found.start()
        yield found
        await found.stop()


def message(
    text: str = "Hello.", options: tuple[Option, ...] = (), chat: int | str = 7, kind: str = "reply"
) -> OutboxMessage:
    return OutboxMessage(
        id=1,
        person_id="p",
        address=Address("telegram", "7", str(chat)),
        kind=kind,
        text=text,
        options=options,
        attachment=None,
        urgency=Urgency.REPLY,
        expires_at=None,
    )


# ---- hearing ----


async def test_hears_what_a_person_writes(stage: Stage) -> None:
    update_id = await stage.anna.sends("Guten Morgen")
    await stage.ear.hears(1)
    assert stage.ear.heard == [
        Inbound(str(update_id), Address("telegram", "7", "7"), Text("Guten Morgen"), language="de-AT")
    ]
