"""What somebody may try who means harm, through the real adapters and real sockets (docs/threat_model.md)."""

import asyncio
import csv
import io
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass

import pytest
from discord.gateway import DiscordWebSocket
from discord.http import Route
from sqlalchemy import select

from adapters.discord import Discord
from adapters.telegram import Telegram
from bot.attachments import Attachments, as_csv
from bot.content import load_library, platform_words
from bot.conversation.events import Choice, Text
from bot.door.access import Access
from bot.door.entrance import Door
from bot.door.pace import USUAL
from bot.serving.companion import Companion
from bot.serving.delivery import Delivery
from storage.store import SqlStore
from storage.tables import ADDRESSES, CHECK_INS
from tests import databases
from tests.adapters.test_discord import QUICK as QUICK_DISCORD
from tests.adapters.test_discord import ready
from tests.adapters.test_telegram import QUICK as QUICK_TELEGRAM
from tests.fakes import World
from tests.servers import discord as discord_server
from tests.servers import telegram as telegram_server
from tests.servers.discord import DiscordServer
from tests.servers.telegram import MEDIA, Limits, TelegramServer

LIBRARY = load_library()
WORDS = platform_words(LIBRARY)
CODE = "lavender-7391"
MARKUP = "<b>read</b> *more* [here](https://evil.example) <https://evil.example> @everyone <@42> { $emergency }"


@dataclass
class Steady:
    """The companion and what it stores."""

    companion: Companion
    store: SqlStore

    def rows(self) -> tuple[int, list[float]]:
        """How many people are known, and every score."""
        with self.store._database.readers.connect() as connection:
            people = connection.execute(select(ADDRESSES.c.person_id).distinct()).all()
            return len(people), list(connection.scalars(select(CHECK_INS.c.pain)))

    def chats(self) -> set[tuple[str, str]]:
        with self.store._database.readers.connect() as connection:
            return {(row.user, row.chat) for row in connection.execute(select(ADDRESSES.c.user, ADDRESSES.c.chat))}


@asynccontextmanager
async def running(*work: asyncio.Task[None]) -> AsyncIterator[None]:
    try:
        yield
    finally:
        for task in work:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task


@asynccontextmanager
async def served(channel: Telegram | Discord, companion: Companion, store: SqlStore) -> AsyncIterator[Steady]:
    delivery = Delivery(companion, {channel.platform: channel}, Attachments(store))
    companion.on_outbox = delivery.wake
    async with running(asyncio.create_task(channel.run()), asyncio.create_task(delivery.run())):
        if isinstance(channel, Discord):
            await ready(channel)
        yield Steady(companion, store)
    companion.close()
    store.close()


@asynccontextmanager
async def on_telegram(server: TelegramServer, door: Door | None = None) -> AsyncIterator[Steady]:
    store = databases.empty_store()
    companion = Companion(store, LIBRARY, door=door)
    channel = Telegram(server.token, companion.receive, companion, WORDS, server.url, patience=QUICK_TELEGRAM)
    async with served(channel, companion, store) as steady:
        yield steady


@asynccontextmanager
async def on_discord(server: DiscordServer) -> AsyncIterator[Steady]:
    store = databases.empty_store()
    companion = Companion(store, LIBRARY)
    urls = server.api_url, server.gateway_url
    channel = Discord("token", companion.receive, companion, WORDS, *urls, patience=QUICK_DISCORD)
    async with served(channel, companion, store) as steady:
        yield steady


async def agrees(person: telegram_server.Person | discord_server.Person) -> None:
    for text, answers in (("hello", 1), ("i agree", 1), ("usual", 2), ("skip", 1)):
        await person.sends(text)
        await person.hears(answers)


@pytest.fixture
async def telegram() -> AsyncIterator[TelegramServer]:
    async with TelegramServer(limits=Limits(chat_per_second=1000)) as server:
        yield server


@pytest.fixture
async def discord() -> AsyncIterator[DiscordServer]:
    before = Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY
    async with DiscordServer("token", messages_per_window=1000) as server:
        yield server
    Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY = before


@pytest.fixture
def world() -> Iterator[World]:
    world = World()
    yield world
    world.close()


# Presses


FORGED = (
    *("delete:confirm:yes:1", "delete:confirm:yes:3", "delete:confirm:yes:-1", "delete:confirm::", "do:delete yes"),
    *("link_two:sure:yes:3", "unlink:where:first:3", "consent:agree:no:3", "usual:how:usual:1"),
    *("check_in:pain:7:3", "check_in:pain:nan:3", "check_in:pain:1e9:3", "check_in:pain:7:99999999999999999999"),
    *("crisis:next:carry_on:3", "red_flag:next:old:3", "do:", "do:no_such", "do:__class__", ":", ":::", "", "x" * 5000),
    *("check_in:pain:7:٣", "check_in:\x00:7:3", "'; DROP TABLE people; --", "../../etc/passwd", "{ $emergency }"),
)


async def test_a_press_that_was_never_offered_changes_nothing_and_is_answered(world: World) -> None:
    for text in ("hello", "i agree", "usual", "lisbon", "yes"):
        await world.happens("anna", Text(text))
    facts = {name: rows for name, rows in world.about("anna").items() if name not in ("person", "messages")}
    settings = world.about("anna")["person"][0]["document"]["settings"]

    answers = [await world.happens("anna", Choice(option)) for option in FORGED]

    assert [len(answer) for answer in answers] == [1] * len(FORGED)
    assert {name: rows for name, rows in world.about("anna").items() if name not in ("person", "messages")} == facts
    assert world.about("anna")["person"][0]["document"]["settings"] == settings


async def test_on_telegram_who_presses_in_anothers_chat_is_not_heard_and_nothing_is_sent_there(
    telegram: TelegramServer,
) -> None:
    anna, eve = telegram.person(7), telegram.person(8)
    async with on_telegram(telegram) as steady:
        await agrees(anna)
        await anna.sends("/checkin")
        (asked,) = await anna.hears()
        seen, people = len(anna.sees()), steady.chats()
        press = {"id": "1", "from": eve.user(), "chat_instance": "1", "data": asked.buttons[7].data}
        await telegram.update("callback_query", press | {"message": anna.message(asked)})
        await telegram.update("message", anna.from_person(eve.user(), {"text": "my pain is 9, i agree"}))
        await telegram.until(lambda: not telegram.unconfirmed)
        await anna.sends("6")
        heard = await anna.hears(lambda seen: "6" in seen.text.splitlines()[0])

        assert len(heard) == len(anna.sees()) - seen == 1
        assert eve.sees() == []
        assert steady.chats() == people == {("7", "7")}
        assert steady.rows() == (1, [6])


async def test_on_discord_anothers_button_is_the_pressers_own_act_and_answered_to_them_alone(
    discord: DiscordServer,
) -> None:
    anna, eve = discord.person(42), discord.person(43)
    async with on_discord(discord) as steady:
        await agrees(anna)
        await anna.sends("/checkin")
        await anna.hears()
        (message,) = discord.direct_message(anna).messages[-1:]
        button = message["components"][0]["components"][0]["custom_id"]
        seen = len(anna.sees())
        await eve.presses_id(button, message)
        (told,) = await eve.hears()

        assert "May I store that" in told.text
        assert len(anna.sees()) == seen
        assert steady.rows() == (1, [])


# What is sent


async def test_nothing_that_is_attached_on_telegram_is_ever_fetched(telegram: TelegramServer) -> None:
    anna = telegram.person(7)
    async with on_telegram(telegram):
        await agrees(anna)
        for number, kind in enumerate(MEDIA):  # of each another person, who need not wait for the pace of one chat
            person = telegram.person(100 + number) if number else anna
            await person.sends_media(kind)
            await person.hears()

    called = {call.method for call in telegram.calls}
    assert {"getUpdates", "sendMessage"} <= called
    assert not [method for method in called if "file" in method.lower()]


@pytest.mark.parametrize("media_type", ["application/zip", "image/png", "audio/ogg", "text/html"])
async def test_nothing_that_is_attached_on_discord_is_ever_fetched(discord: DiscordServer, media_type: str) -> None:
    anna = discord.person(42)
    async with on_discord(discord):
        await anna.sends_file("42.zip", media_type)
        (told,) = await anna.hears()

    assert "May I store that" in told.text
    assert not [request for request in discord.requests if "cdn" in request or "attachment" in request]


async def test_markup_in_what_is_quoted_back_is_shown_as_it_was_typed_and_calls_nobody(
    telegram: TelegramServer, discord: DiscordServer
) -> None:
    anna, bo = telegram.person(7), discord.person(42)
    async with on_telegram(telegram), on_discord(discord):
        for person in (anna, bo):
            await agrees(person)
            await person.sends(f"/note {MARKUP}")
            (noted,) = await person.hears()
            await person.sends("/note")
            (listed,) = await person.hears()
            assert MARKUP in f"{noted.text} {listed.text}"

    assert not [call for call in telegram.calls if "parse_mode" in call.params or "entities" in call.params]
    assert {str(content["allowed_mentions"]) for content in discord.posted} == {"{'parse': []}"}


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t=", "\r=", "\n=", "\uff1d"])
def test_no_words_in_the_table_are_run_by_a_spreadsheet(sign: str) -> None:
    note = f'{sign}HYPERLINK("https://evil.example")'

    (row,) = csv.DictReader(io.StringIO(as_csv({"check_ins": [{"pain": 6.0, "note": note}]}), newline=""))

    assert row == {"table": "check_ins", "pain": "6.0", "note": f"'{note}"}


# Who gets in


async def test_a_link_with_the_code_lets_in_on_telegram_and_a_wrong_one_does_not(telegram: TelegramServer) -> None:
    anna, eve = telegram.person(7), telegram.person(8)
    async with on_telegram(telegram, Door(Access("invite", (CODE,)), USUAL)):
        await eve.sends("/start lavender-7392")
        (kept_out,) = await eve.hears()
        await anna.sends(f"/start {CODE}")
        (let_in,) = await anna.hears()
        await eve.sends("i want to die")
        (helped,) = await eve.hears()

    assert "people who were invited" in kept_out.text
    assert "May I store that" in let_in.text
    assert "112" in helped.text
    assert "I am not safe" in helped.labels
