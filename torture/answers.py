"""A Telegram and a Discord of bad moods: answers lost, timeouts, floods, errors, people who left and chats that moved.

Adapters and delivery run in this very process, with less patience than usual so that a timeout takes two seconds.
"""

import asyncio
import random
import time
from collections import Counter
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, closing, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from aiohttp import web
from sqlalchemy import select

from adapters.discord import Discord
from adapters.discord.patience import Patience as DiscordPatience
from adapters.telegram import Telegram
from adapters.telegram.patience import Patience as TelegramPatience
from bot.attachments import Attachments
from bot.content import platform_words
from bot.conversation.effects import Say, Urgency
from bot.ports import Channel
from bot.serving.companion import Companion
from bot.serving.delivery import Delivery
from storage.tables import OUTBOX
from tests.databases import open_store
from tests.servers import discord, telegram
from torture.child import LIBRARY
from torture.results import Result
from torture.stage import AnyPerson, Stage, home, is_on_discord, texts, until

MOODS = {"lost": 0.10, "timeout": 0.10, "flood": 0.05, "error": 0.05}
SEND = "sendMessage"
MOVED_BY = 10**9  # from the old id of a chat to its new one


@dataclass(frozen=True)
class Size:
    people: int
    each: int
    longest_flood: int  # seconds
    blocked: int
    moved: int
    sending: float  # seconds after which a message to Discord counts as unknown; usually 60


LONG = Size(people=400, each=5, longest_flood=30, blocked=8, moved=4, sending=40.0)
SHORT = Size(people=12, each=2, longest_flood=1, blocked=1, moved=1, sending=3.0)


@dataclass
class Mood:
    """What happens to the next message by chance, and who wrote into a chat that asked to wait."""

    chance: random.Random
    longest_flood: int
    faults: Counter[str] = field(default_factory=Counter)
    waits_until: dict[str, float] = field(default_factory=dict)
    early: int = 0

    def next(self, chat: str) -> str | None:
        self.early += time.monotonic() < self.waits_until.get(chat, 0)
        drawn = self.chance.random()
        for name, share in MOODS.items():
            if drawn < share:
                self.faults[name] += 1
                return name
            drawn -= share
        return None

    def flood(self, chat: str) -> int:
        seconds = self.chance.randint(1, self.longest_flood)
        self.waits_until[chat] = time.monotonic() + seconds - 0.05
        return seconds


class MoodyTelegram(telegram.TelegramServer):
    def __init__(self, mood: Mood) -> None:
        super().__init__()
        self.mood = mood

    def _fault(self, method: str) -> telegram.Fault | None:
        if method != SEND:
            return super()._fault(method)
        chat = str(self.calls[-1].params["chat_id"])
        match self.mood.next(chat):
            case "lost":
                return telegram.Reset(after_effect=True)
            case "timeout":
                return telegram.Silence()
            case "flood":
                return telegram.Status(429, retry_after=self.mood.flood(chat))
            case "error":
                return telegram.Page(502)
            case _:
                return None


class MoodyDiscord(discord.DiscordServer):
    def __init__(self, mood: Mood) -> None:
        super().__init__()
        self.mood = mood

    async def _post_message(self, request: web.Request) -> web.Response:
        chat = request.match_info["channel"]
        match self.mood.next(chat):
            case "lost":
                await super()._post_message(request)
                return discord._cut_off(request)
            case "timeout":
                await asyncio.Event().wait()
            case "flood":
                raise discord.TooMany(self.mood.flood(chat), {"X-RateLimit-Bucket": "messages"})
            case "error":
                raise discord.Problem(502, 0, "Bad Gateway")
            case _:
                pass
        return await super()._post_message(request)


def moody(seed: int, size: Size) -> tuple[MoodyTelegram, MoodyDiscord]:
    moods = [Mood(random.Random(seed + number), size.longest_flood) for number in (0, 1)]  # noqa: S311 - as above
    return MoodyTelegram(moods[0]), MoodyDiscord(moods[1])


async def answers(stage: Stage, result: Result, size: Size, seed: int) -> None:
    on_telegram, on_discord = stage.telegram, stage.discord
    assert isinstance(on_telegram, MoodyTelegram)  # noqa: S101 - for mypy
    assert isinstance(on_discord, MoodyDiscord)  # noqa: S101 - for mypy
    people = stage.people(size.people)
    stage.settle(people)
    gone, moved = (
        people[: size.blocked],
        [one for one in people[size.blocked :] if not is_on_discord(one)][: size.moved],
    )
    for person in gone:
        leave(person)
    for person in moved:
        stage.telegram.person(int(home(person).chat) + MOVED_BY)
        stage.telegram.move_chat(int(home(person).chat), int(home(person).chat) + MOVED_BY)
    put(stage, people, size.each)
    began = time.monotonic()
    async with serving(stage, size):
        is_done = await until(stage.is_quiet, 1200, 0.25)
    result.note("messages", 2 * size.each * len(people))
    faults = on_telegram.mood.faults + on_discord.mood.faults
    for name in MOODS:
        result.note(name, faults[name])
    result.note("blocked", len(gone))
    result.note("moved", len(moved))
    result.note("seconds", time.monotonic() - began)
    result.must_be("waiting at the end", int(not is_done))
    result.must_be("sends inside a retry delay on Telegram", on_telegram.mood.early)
    result.must_be("sends inside a retry delay on Discord", on_discord.mood.early)
    count(stage, result, [one for one in people if one not in gone], size.each)
    result.must_be("seen by who left", len([one for one in gone if texts(one)]))


def leave(person: AnyPerson) -> None:
    if isinstance(person, discord.Person):
        person.closes_dms()
    else:
        person.closed = "bot was blocked by the user"


def put(stage: Stage, people: Sequence[AnyPerson], each: int) -> None:
    """For everybody, answers and prompts by turns, numbered."""
    now = datetime.now(UTC)
    with closing(open_store(stage.url)) as store, store.begin() as unit:
        for number in range(each):
            for person in people:
                where = home(person)
                unit.put(where.user, where, Say("help", f"answer {number}", urgency=Urgency.REPLY), now)
                prompt = Say(
                    "nudge", f"prompt {number}", urgency=Urgency.SCHEDULED, expires_at=now + timedelta(hours=2)
                )
                unit.put(where.user, where, prompt, now)
        unit.commit()


@asynccontextmanager
async def serving(stage: Stage, size: Size) -> AsyncIterator[None]:
    """Both channels and their delivery, until left."""
    store = open_store(stage.url)
    companion = Companion(store, LIBRARY)
    words = platform_words(LIBRARY)
    on_telegram = Telegram(
        stage.telegram.token,
        companion.receive,
        companion,
        words,
        stage.telegram.url,
        patience=TelegramPatience(answer=2.0),
    )
    on_discord = Discord(
        stage.discord.token,
        companion.receive,
        companion,
        words,
        stage.discord.api_url,
        stage.discord.gateway_url,
        patience=DiscordPatience(sending=size.sending),
    )
    channels: list[tuple[Channel, Any]] = [(on_telegram, on_telegram.run), (on_discord, on_discord.run)]
    deliveries = [Delivery(companion, {channel.platform: channel}, Attachments(store)) for channel, _ in channels]

    def wake() -> None:
        for delivery in deliveries:
            delivery.wake()

    companion.on_outbox = wake
    tasks = [asyncio.create_task(run()) for _, run in channels]
    tasks += [asyncio.create_task(delivery.run()) for delivery in deliveries]
    try:
        yield
    finally:
        for task in tasks:
            task.cancel()
        for task in tasks:
            with suppress(asyncio.CancelledError):
                await task
        companion.close()
        store.close()


def seen(stage: Stage, person: AnyPerson) -> list[str]:
    """Also what they saw where their chat moved to."""
    if isinstance(person, discord.Person):
        return texts(person)
    later = stage.telegram._chats.get(person.id + MOVED_BY)
    return texts(person) + ([one.text for one in later.sees()] if later else [])


def count(stage: Stage, result: Result, people: Sequence[AnyPerson], each: int) -> None:
    uncertain = Counter(
        stage.database.rows(select(OUTBOX.c.platform, OUTBOX.c.user).where(OUTBOX.c.state == "uncertain"))
    )
    figures: Counter[str] = Counter()
    for person in people:
        where, all_seen = home(person), seen(stage, person)
        for kind in ("answer", "prompt"):
            told = [text for text in all_seen if text.startswith(kind)]
            wanted = [f"{kind} {number}" for number in range(each)]
            missing = len(set(wanted) - set(told))
            figures[f"{kind}s doubled on {where.platform}"] += len(told) - len(set(told))
            figures[f"{kind}s out of order"] += told != sorted(told)
            if kind == "answer":
                figures["answers lost"] += missing
            else:
                figures["prompts lost"] += max(0, missing - uncertain[where.key])
                figures["prompts uncertain"] += uncertain[where.key]
                figures["of these never seen"] += missing
    for name in ("answers lost", "prompts lost", "answers out of order", "prompts out of order"):
        result.must_be(name, figures[name])
    for name in ("answers doubled on discord", "prompts doubled on discord", "prompts doubled on telegram"):
        result.must_be(name, figures[name])
    for name in ("answers doubled on telegram", "prompts uncertain", "of these never seen"):
        result.note(name, figures[name])
