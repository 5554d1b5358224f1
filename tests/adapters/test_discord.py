"""The Discord adapter, through the real discord.py and real sockets, against a Discord that is strict."""

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from typing import Any

import aiohttp
import discord
import pytest
import structlog
import yarl
from aiohttp import web
from discord.gateway import DiscordWebSocket
from discord.http import Route

from adapters.discord import Discord, Patience
from adapters.discord.commands import locales
from adapters.discord.failures import outcome, rejection
from adapters.discord.outbound import components, nonce, parts, rows, split
from bot.conversation.effects import Option, Urgency
from bot.conversation.events import Choice, Command, Edited, Event, Media, Text
from bot.ports import (
    Address,
    Channel,
    File,
    Inbound,
    KnownChat,
    OutboxMessage,
    PlatformWords,
    Refused,
    Rejected,
    TryLater,
    Uncertain,
    Unreachable,
)
from tests.fakes import MORNING
from tests.servers.discord import RIGHT_TOKEN, DidNotRespond, DiscordServer, Person, TooMany, Where

QUICK = Patience(
    first=0.01,
    longest=0.1,
    identify=0.01,
    between_chats=0.01,
    read_again=0.01,
    read_again_longest=0.05,
    older_first=0.2,
    turn_retries=(0.01, 0.01),
    first_answer=0.3,
    drain=1.0,
    unacknowledged=0.1,
)
PNG = b"\x89PNG and a picture"
ONLY_IN_PRIVATE = "Let us talk in private."
SENT_IN_PRIVATE = "Look at your direct messages."


def words(start: str, only_in_private: str = ONLY_IN_PRIVATE) -> PlatformWords:
    return PlatformWords({"start": start, "breathe": "Breathe"}, "", "", only_in_private, SENT_IN_PRIVATE)


WORDS = {"en": words("Begin"), "es": words("Empezar", "Hablemos en privado.")}


class Ear:
    """Receives, once per id as the companion does; can be told to be slow or to fail."""

    def __init__(self) -> None:
        self.heard: list[Inbound] = []
        self.before: Callable[[Inbound], Awaitable[None]] | None = None
        self._news = asyncio.Condition()

    async def receive(self, inbound: Inbound) -> None:
        if self.before:
            await self.before(inbound)
        if inbound.id not in {earlier.id for earlier in self.heard}:
            self.heard.append(inbound)
        async with self._news:
            self._news.notify_all()

    @property
    def events(self) -> list[Event]:
        return [inbound.event for inbound in self.heard]

    async def hears(self, count: int) -> list[Event]:
        async with asyncio.timeout(5), self._news:
            await self._news.wait_for(lambda: len(self.heard) >= count)
        return self.events


class Pocketbook:
    """A notebook in memory."""

    def __init__(self) -> None:
        self.pages: dict[str, str] = {}
        self.chats: list[KnownChat] = []

    async def uploaded(self, platform: str, key: str) -> str | None:
        return self.pages.get(key)

    async def remember_upload(self, platform: str, key: str, file_id: str) -> None:
        self.pages[key] = file_id

    async def known_chats(self, platform: str) -> list[KnownChat]:
        return list(self.chats)

    def knows(self, person: Person, last_id: str | None) -> None:
        self.chats.append(KnownChat(address(person), last_id))


@dataclass
class Stage:
    """A Discord, someone there, and a bot."""

    server: DiscordServer
    person: Person
    ear: Ear = field(default_factory=Ear)
    notebook: Pocketbook = field(default_factory=Pocketbook)

    def bot(self, token: str = RIGHT_TOKEN, patience: Patience = QUICK) -> Discord:
        urls = self.server.api_url, self.server.gateway_url
        return Discord(token, self.ear.receive, self.notebook, WORDS, *urls, patience=patience)

    @asynccontextmanager
    async def running(self, patience: Patience = QUICK) -> AsyncIterator[Discord]:
        """A bot that is there, until the end of the block."""
        async with self.starting(patience) as bot:
            await ready(bot)
            yield bot

    @asynccontextmanager
    async def starting(self, patience: Patience = QUICK) -> AsyncIterator[Discord]:
        bot = self.bot(patience=patience)
        running = asyncio.create_task(bot.run())
        try:
            yield bot
        finally:
            running.cancel()
            with suppress(asyncio.CancelledError):
                await running


@pytest.fixture
async def stage() -> AsyncIterator[Stage]:
    async with DiscordServer() as server:
        yield Stage(server, server.person(42, "es-ES"))


@pytest.fixture(autouse=True)
def _discord_py_as_it_was() -> Iterator[None]:
    before = Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY
    yield
    Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY = before


def fail_history(server: DiscordServer, times: int = 10_000) -> None:
    """Let no history be read: discord.py itself does not try again after a 503."""
    server.fail_next("503", "GET /channels/", times)


def history_requests(server: DiscordServer) -> int:
    return len([request for request in server.requests if request.startswith("GET /channels/")])


async def until(claim: Callable[[], object], seconds: float = 5.0) -> None:
    async with asyncio.timeout(seconds):
        while not claim():  # noqa: ASYNC110 - nothing tells of the insides of discord.py
            await asyncio.sleep(0.005)


async def ready(bot: Discord) -> None:
    await until(lambda: bot._connection and bot._connection.is_ready())


def address(person: Person) -> Address:
    return Address("discord", person.id, person.chat)


def say(person: Person, text: str, number: int = 1, options: tuple[Option, ...] = ()) -> OutboxMessage:
    return OutboxMessage(number, None, address(person), "reply", text, options, None, Urgency.REPLY, MORNING, None)


def options(*labels: str) -> tuple[Option, ...]:
    return tuple(Option(f"check_in:pain:{label}:17", label) for label in labels)


def file(content: bytes = PNG) -> File:
    return File("week-1", "week.png", "image/png", content)


# Hearing


async def test_hears_words_in_a_direct_message(stage: Stage) -> None:
    async with stage.running():
        message_id = await stage.person.sends("my back hurts")
        await stage.ear.hears(1)

    written_at = discord.utils.snowflake_time(int(message_id))
    assert stage.ear.heard == [Inbound(message_id, address(stage.person), Text("my back hurts"), at=written_at)]


async def test_hears_that_something_without_words_was_sent(stage: Stage) -> None:
    async with stage.running():
        await stage.person.sends_sticker()
        await stage.person.sends_file("back.jpg", "image/jpeg")
        await stage.person.sends_file("report.pdf", "application/pdf")
        await stage.person.sends("")

        kinds = ("sticker", "photo", "document", "other")
        assert await stage.ear.hears(4) == [Media(kind) for kind in kinds]


async def test_hears_a_command_its_argument_and_the_language(stage: Stage) -> None:
    async with stage.running():
        called = await stage.person.runs("breathe", "5")
        await stage.ear.hears(1)

    called_at = discord.utils.snowflake_time(int(called.id))
    expected = Inbound(called.id, address(stage.person), Command("breathe", "5"), language="es-ES", at=called_at)
    assert stage.ear.heard == [expected]


async def test_hears_a_command_that_was_typed_as_words(stage: Stage) -> None:
    async with stage.running():
        await stage.person.sends("/Breathe  5 minutes ")

        assert await stage.ear.hears(1) == [Command("breathe", "5 minutes")]


async def test_hears_a_pressed_button(stage: Stage) -> None:
    async with stage.running() as bot:
        await bot.send(say(stage.person, "How much?", options=options("0", "1", "2")), None)
        await stage.person.presses("2")

        assert await stage.ear.hears(1) == [Choice("check_in:pain:2:17")]


async def test_passes_on_a_button_of_long_ago(stage: Stage) -> None:
    async with stage.running():
        pressed = await stage.person.presses_id("a script that is gone")

        assert await stage.ear.hears(1) == [Choice("a script that is gone")]
        assert pressed.answer == 6


async def test_passes_on_a_command_that_was_withdrawn(stage: Stage) -> None:
    async with stage.running():
        stage.server.commands.append(stage.server.command("start") | {"name": "moonwalk"})
        await stage.person.runs("moonwalk")

        assert await stage.ear.hears(1) == [Command("moonwalk")]


async def test_hears_neither_bots_nor_discord_nor_servers(stage: Stage) -> None:
    async with stage.running() as bot:
        await bot.send(say(stage.person, "from Steady itself"), None)
        await stage.server.person(77, is_bot=True).sends("I am a bot")
        await stage.person.sees_notice()
        await stage.person.writes_in_server("my back hurts")
        await stage.person.sends("only this")

        assert await stage.ear.hears(1) == [Text("only this")]


async def test_hears_what_a_person_edits_and_when(stage: Stage) -> None:
    async with stage.running():
        message_id = await stage.person.sends("my back hurts")
        await stage.person.edits(message_id, "my back hurts so much")
        await stage.ear.hears(2)

    edited = stage.ear.heard[1]
    assert (edited.event, edited.address) == (Edited("my back hurts so much"), address(stage.person))
    assert edited.at is not None
    assert timedelta() <= datetime.now(UTC) - edited.at < timedelta(minutes=1)


async def test_hears_an_edit_of_what_was_written_long_before_it_was_there(stage: Stage) -> None:
    message_id = await stage.person.sends("of last year")
    async with stage.running():
        await stage.person.edits(message_id, "/note of today")

        assert await stage.ear.hears(1) == [Edited("note of today")]


async def test_a_preview_or_a_pin_is_no_edit(stage: Stage) -> None:
    async with stage.running():
        message_id = await stage.person.sends("one")
        await stage.person.changes(message_id)
        await stage.person.edits(message_id, "two")
        await stage.person.changes(message_id)
        await stage.person.edits(message_id, "three")

        assert await stage.ear.hears(3) == [Text("one"), Edited("two"), Edited("three")]


async def test_hears_no_edit_without_words_by_a_bot_or_on_a_server(stage: Stage) -> None:
    other = stage.server.person(77, is_bot=True)
    async with stage.running():
        await other.edits(await other.sends("I am a bot"), "I am still a bot")
        await stage.person.edits_in_server("my back hurts")
        message_id = await stage.person.sends_file("back.jpg", "image/jpeg")
        await stage.person.edits(message_id, "")
        await stage.person.edits(message_id, "only this")

        assert await stage.ear.hears(2) == [Media("photo"), Edited("only this")]


async def test_tries_again_when_a_turn_fails(stage: Stage) -> None:
    failures = iter([RuntimeError("the database is locked")])

    async def fail_once(_inbound: Inbound) -> None:
        if failure := next(failures, None):
            raise failure

    stage.ear.before = fail_once
    async with stage.running():
        await stage.person.sends("do not lose this")

        assert await stage.ear.hears(1) == [Text("do not lose this")]


async def test_a_database_that_is_away_for_minutes_loses_no_words_and_keeps_their_order(stage: Stage) -> None:
    failures = iter([RuntimeError("out of reach")] * 30)

    async def fail(inbound: Inbound) -> None:
        if inbound.event == Text("first") and (failure := next(failures, None)):
            raise failure

    stage.ear.before = fail
    assert sum(Patience().turn_retries) > 14 * 60
    async with stage.running(replace(QUICK, turn_retries=(0.01,) * len(Patience().turn_retries))):
        await stage.person.sends("first")
        await stage.person.sends("second")

        assert await stage.ear.hears(2) == [Text("first"), Text("second")]


# Answering interactions


async def test_acknowledges_a_press_only_once_its_turn_is_kept(stage: Stage) -> None:
    """Discord repeats no press; killed before this, the person sees that it failed, and presses again."""
    order: list[str] = []

    async def keep(_inbound: Inbound) -> None:
        await asyncio.sleep(0.05)
        order.append("kept")

    stage.ear.before = keep
    async with stage.running():
        await stage.person.presses_id("something")
        order.append("acknowledged")

    assert order == ["kept", "acknowledged"]


async def test_acknowledges_in_time_however_long_the_turn_takes(stage: Stage) -> None:
    stage.server.seconds_for_an_answer = 0.3
    stage.ear.before = lambda _inbound: asyncio.sleep(0.6)
    async with stage.running():
        await stage.person.runs("start")
        await stage.person.presses_id("slow")

        assert await stage.ear.hears(2) == [Command("start"), Choice("slow")]


async def test_a_person_is_told_when_nobody_answers(stage: Stage) -> None:
    """Of the server itself: three seconds are three seconds."""
    stage.server.seconds_for_an_answer = 0.05
    with pytest.raises(DidNotRespond):
        await stage.person.presses_id("nobody is there")


async def test_takes_away_that_it_is_thinking(stage: Stage) -> None:
    async with stage.running():
        called = await stage.person.runs("start")
        await until(lambda: called.is_deleted)

    assert called.ephemeral
    assert stage.person.sees() == []


@pytest.mark.parametrize("where", ["server", "group", "friends"])
async def test_answers_in_private_what_was_asked_where_others_read(stage: Stage, where: Where) -> None:
    async with stage.running() as bot:
        called = await stage.person.runs("breathe", where=where)
        await stage.ear.hears(1)
        assert stage.ear.heard[0].address == address(stage.person)
        await bot.send(say(stage.person, "Breathe in."), None)
        seen = await stage.person.hears(2)

    assert called.ephemeral
    assert [one.text for one in seen] == ["Breathe in.", SENT_IN_PRIVATE]
    assert all(one.private for one in seen)


@pytest.mark.parametrize("code", [50007, 50278])
async def test_says_that_it_talks_in_private_only_when_direct_messages_are_closed(stage: Stage, code: int) -> None:
    stage.person.closes_dms(code)
    async with stage.running() as bot:
        await stage.person.runs_in_server("breathe")
        await stage.ear.hears(1)
        with pytest.raises(Unreachable):
            await bot.send(say(stage.person, "Breathe in."), None)
        (seen,) = await stage.person.hears(1)

    assert (seen.text, seen.private) == ("Hablemos en privado.", True)


async def test_says_that_it_talks_in_private_only_when_no_direct_message_can_be_opened(stage: Stage) -> None:
    async with stage.running():
        stage.server.fail_next("503", "POST /users/@me/channels")
        await stage.person.runs_in_server("breathe")
        (seen,) = await stage.person.hears(1)

    assert seen.private
    assert stage.ear.heard == []


async def test_a_callback_that_took_effect_but_failed_is_a_success(stage: Stage) -> None:
    stage.server.fail_next("500 after", "POST /interactions/")
    async with stage.running():
        called = await stage.person.runs("start")
        await until(lambda: called.is_deleted)

    assert stage.ear.events == [Command("start")]


async def test_a_turn_depends_on_no_reply_call(stage: Stage) -> None:
    stage.server.fail_next("reset", "POST /interactions/")
    stage.server.seconds_for_an_answer = 0.1
    async with stage.running():
        with pytest.raises(DidNotRespond):
            await stage.person.runs("start")

        assert await stage.ear.hears(1) == [Command("start")]


# Staying connected


@pytest.mark.parametrize("request_begin", ["GET /gateway", "GET /users/@me", "GET /oauth2"])
async def test_connects_again_when_the_first_connection_is_refused(stage: Stage, request_begin: str) -> None:
    stage.server.fail_next("503", request_begin, times=2)
    async with stage.running():
        await stage.person.sends("hello?")

        assert await stage.ear.hears(1) == [Text("hello?")]


async def test_connects_again_when_the_handshake_ends_in_silence(stage: Stage) -> None:
    stage.server.fail_next("reset", "GET /gateway", times=2)
    async with stage.running():
        assert stage.server.identified == 1


async def test_resumes_when_the_gateway_is_cut_off(stage: Stage) -> None:
    async with stage.running():
        stage.server.drop_gateway()
        await stage.person.sends("written meanwhile")

        assert await stage.ear.hears(1) == [Text("written meanwhile")]
        assert (stage.server.identified, stage.server.resumed) == (1, 1)


async def test_a_lost_session_loses_no_words(stage: Stage) -> None:
    async with stage.running():
        first = await stage.person.sends("before")
        await stage.ear.hears(1)
        stage.notebook.knows(stage.person, first)
        await stage.server.invalidate_sessions()
        await stage.person.sends("meanwhile")

        assert await stage.ear.hears(2) == [Text("before"), Text("meanwhile")]
        assert stage.server.identified == 2


async def test_recovers_from_a_session_that_can_not_be_resumed(stage: Stage) -> None:
    async with stage.running():
        stage.notebook.knows(stage.person, await stage.person.sends("before"))
        stage.server.forget_sessions()
        stage.server.drop_gateway()
        await stage.person.sends("meanwhile")

        assert await stage.ear.hears(2) == [Text("before"), Text("meanwhile")]


async def test_recovers_when_discord_goes_away_and_comes_back(stage: Stage) -> None:
    async with stage.running():
        stage.notebook.knows(stage.person, await stage.person.sends("before"))
        await stage.ear.hears(1)
        await stage.server.goes_away()
        stage.server.forget_sessions()
        await stage.person.sends("meanwhile")
        await asyncio.sleep(0.1)
        await stage.server.comes_back()

        assert await stage.ear.hears(2) == [Text("before"), Text("meanwhile")]


@pytest.mark.parametrize("code", [4004, 4010, 4011, 4012, 4013, 4014])
async def test_gives_up_when_discord_will_not_have_the_bot(stage: Stage, code: int) -> None:
    stage.server.refuse_identify(code)
    async with asyncio.timeout(5):
        with pytest.raises(Rejected, match="Discord"):
            await stage.bot().run()


async def test_gives_up_on_a_wrong_token_without_telling_it(stage: Stage) -> None:
    async with asyncio.timeout(5):
        with pytest.raises(Rejected, match="token") as rejected:
            await stage.bot(token="wrong-token").run()

    assert "wrong-token" not in str(rejected.value)


@pytest.mark.parametrize("code", [1000, 4000, 4007, 4009])
async def test_connects_again_after_any_other_close(stage: Stage, code: int) -> None:
    async with stage.running():
        await stage.server.close_gateway(code)
        await stage.person.sends("still there?")

        assert await stage.ear.hears(1) == [Text("still there?")]


async def test_knows_when_the_gateway_last_gave_a_sign_of_life(stage: Stage) -> None:
    async with stage.running() as bot:
        assert bot.heard_at
        assert datetime.now(UTC) - bot.heard_at < timedelta(seconds=5)
        before = bot.heard_at
        await stage.person.sends("hello")
        await stage.ear.hears(1)

        assert bot.heard_at > before


async def test_finishes_a_turn_that_was_begun_before_it_ends(stage: Stage) -> None:
    begun = asyncio.Event()

    async def slow(_inbound: Inbound) -> None:
        begun.set()
        await asyncio.sleep(0.2)

    stage.ear.before = slow
    async with stage.running():
        await stage.person.sends("and then the machine restarts")
        await begun.wait()

    assert stage.ear.events == [Text("and then the machine restarts")]


async def test_ends_even_when_a_turn_does_not(stage: Stage) -> None:
    begun = asyncio.Event()

    async def endless(_inbound: Inbound) -> None:
        begun.set()
        await asyncio.sleep(60)

    stage.ear.before = endless
    async with asyncio.timeout(3):
        async with stage.running(replace(QUICK, drain=0.05)):
            await stage.person.sends("hello")
            await begun.wait()


# Reading back


async def test_reads_back_what_people_wrote_while_nobody_listened(stage: Stage) -> None:
    seen = await stage.person.sends("seen before")
    stage.notebook.knows(stage.person, seen)
    for text in ("one", "two", "three"):
        await stage.person.sends(text)
    await stage.person.sees_notice()
    async with stage.running():
        assert await stage.ear.hears(3) == [Text("one"), Text("two"), Text("three")]


async def test_reads_back_what_was_edited_meanwhile_as_it_is_now(stage: Stage) -> None:
    stage.notebook.knows(stage.person, await stage.person.sends("seen before"))
    await stage.person.edits(await stage.person.sends("missed"), "missed, and edited")
    async with stage.running():
        assert await stage.ear.hears(1) == [Text("missed, and edited")]


async def test_reads_back_more_than_a_page(stage: Stage) -> None:
    stage.notebook.knows(stage.person, await stage.person.sends("seen before"))
    for number in range(120):
        await stage.person.sends(str(number))
    async with stage.running():
        assert await stage.ear.hears(120) == [Text(str(number)) for number in range(120)]


async def test_a_chat_that_is_gone_keeps_no_other_from_being_read_back(stage: Stage) -> None:
    gone = KnownChat(Address("discord", "1", "123456"), "1")
    stage.notebook.chats = [gone, KnownChat(Address("discord", "2", "234567"), None)]
    stage.notebook.knows(stage.person, await stage.person.sends("seen before"))
    await stage.person.sends("still here")
    async with stage.running():
        assert await stage.ear.hears(1) == [Text("still here")]


async def test_tries_again_when_a_chat_can_not_be_read_back(stage: Stage) -> None:
    stage.notebook.knows(stage.person, await stage.person.sends("seen before"))
    await stage.person.sends("do not lose this")
    stage.server.fail_next("reset", "GET /channels/")
    stage.server.fail_next("503", "GET /channels/")
    async with stage.running():
        assert await stage.ear.hears(1) == [Text("do not lose this")]


async def test_tells_what_was_missed_before_what_is_new(stage: Stage) -> None:
    """Someone who writes before their chat's turn to be read back goes first."""
    others = [stage.server.person(number) for number in range(100, 103)]
    for person in (*others, stage.person):
        stage.notebook.knows(person, await person.sends("seen before"))
        await person.sends("missed")
    async with stage.running(replace(QUICK, between_chats=60)):
        await stage.person.sends("new")
        await until(lambda: len(stage.ear.heard) >= 3)

    mine = [inbound.event for inbound in stage.ear.heard if inbound.address == address(stage.person)]
    assert mine == [Text("missed"), Text("new")]


async def test_a_history_that_can_not_be_read_for_long_is_read_in_the_end(stage: Stage) -> None:
    stage.notebook.knows(stage.person, await stage.person.sends("seen before"))
    for text in ("7", "i want to die"):
        await stage.person.sends(text)
    fail_history(stage.server)
    async with stage.running():
        await until(lambda: history_requests(stage.server) > 10)
        assert stage.ear.heard == []
        stage.server.recover()

        assert await stage.ear.hears(2) == [Text("7"), Text("i want to die")]
        assert all(inbound.is_next for inbound in stage.ear.heard)


async def test_who_writes_while_history_can_not_be_read_is_heard_soon_and_not_as_the_next(stage: Stage) -> None:
    stage.notebook.knows(stage.person, await stage.person.sends("seen before"))
    await stage.person.sends("missed")
    fail_history(stage.server)
    async with stage.running():
        for text in ("new", "newer"):
            await stage.person.sends(text)
        async with asyncio.timeout(2 * QUICK.older_first):
            assert await stage.ear.hears(2) == [Text("new"), Text("newer")]
        stage.server.recover()
        await stage.ear.hears(3)
        await stage.person.sends("newest")
        await stage.ear.hears(4)

    told = [(inbound.event, inbound.is_next) for inbound in stage.ear.heard]
    assert told[:2] == [(Text("new"), False), (Text("newer"), False)]
    assert told[2:] == [(Text("missed"), True), (Text("newest"), True)]


async def test_new_words_wait_a_moment_for_older_ones(stage: Stage) -> None:
    stage.notebook.knows(stage.person, await stage.person.sends("seen before"))
    await stage.person.sends("missed")
    fail_history(stage.server, times=3)
    async with stage.running(replace(QUICK, older_first=5)):
        await stage.person.sends("new")

        assert await stage.ear.hears(2) == [Text("missed"), Text("new")]
        assert all(inbound.is_next for inbound in stage.ear.heard)


async def test_a_session_lost_while_history_can_not_be_read_moves_nothing_past_it(stage: Stage) -> None:
    stage.notebook.knows(stage.person, await stage.person.sends("seen before"))
    await stage.person.sends("missed")
    fail_history(stage.server)
    async with stage.running(replace(QUICK, older_first=60)):
        await stage.person.sends("new")
        await until(lambda: history_requests(stage.server) > 1)
        await stage.server.invalidate_sessions()
        await stage.ear.hears(1)
        stage.server.recover()
        await stage.ear.hears(2)

    assert [(inbound.event, inbound.is_next) for inbound in stage.ear.heard] == [
        (Text("new"), False),
        (Text("missed"), True),
    ]


async def test_a_turn_that_fails_is_read_back_again_however_often(stage: Stage) -> None:
    failures = iter([RuntimeError("out of reach")] * 10)

    async def fail(_inbound: Inbound) -> None:
        if failure := next(failures, None):
            raise failure

    stage.ear.before = fail
    stage.notebook.knows(stage.person, await stage.person.sends("seen before"))
    for text in ("one", "two"):
        await stage.person.sends(text)
    async with stage.running(replace(QUICK, turn_retries=())):
        assert await stage.ear.hears(2) == [Text("one"), Text("two")]


async def test_a_history_that_can_not_be_read_holds_up_no_other(stage: Stage) -> None:
    others = [stage.server.person(number) for number in range(100, 130)]
    for person in (stage.person, *others):
        stage.notebook.knows(person, await person.sends("seen before"))
        await person.sends("missed")
    stage.server.fail_next("503", f"GET /channels/{stage.person.chat}/", times=1_000)
    async with stage.running():
        await stage.ear.hears(len(others))

    assert [inbound.address for inbound in stage.ear.heard] == [address(person) for person in others]


async def test_reads_several_chats_back_at_once_and_few_a_second(stage: Stage) -> None:
    others = [stage.server.person(number) for number in range(100, 110)]
    for person in others:
        stage.notebook.knows(person, await person.sends("seen before"))
        await person.sends("missed")
    stage.ear.before = lambda _inbound: asyncio.sleep(0.3)
    async with stage.running(replace(QUICK, between_chats=0.05)):
        began = asyncio.get_running_loop().time()
        await stage.ear.hears(len(others))
        seconds = asyncio.get_running_loop().time() - began

    assert 0.45 < seconds < 2
    assert 1 / Patience().between_chats <= 10  # Discord takes fifty requests a second, and most are for sending


# Commands


async def test_tells_discord_of_the_commands_once(stage: Stage) -> None:
    for _start in range(2):
        async with stage.running():
            pass

    start, breathe = stage.server.commands
    assert stage.server.times_commands_were_set == 1
    assert (start["name"], breathe["name"]) == ("start", "breathe")
    assert start["description_localizations"] == {"es-ES": "Empezar", "es-419": "Empezar"}
    assert (start["contexts"], start["integration_types"]) == ([0, 1, 2], [0, 1])


async def test_tells_discord_of_changed_commands(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    async with stage.running():
        pass
    for description in ("Say hello", "Begin"):
        monkeypatch.setitem(WORDS, "en", words(description))
        async with stage.running():
            assert stage.server.command("start")["description"] == description


async def test_talks_even_when_the_commands_can_not_be_published(stage: Stage) -> None:
    stage.server.fail_next("503", "PUT /applications/")
    async with stage.running():
        await stage.person.sends("hello")

        assert await stage.ear.hears(1) == [Text("hello")]
        assert stage.server.commands == []


# Sending


async def test_sends_words_and_buttons(stage: Stage) -> None:
    labels = tuple(str(number) for number in range(11))
    async with stage.running() as bot:
        await bot.send(say(stage.person, "How much does it hurt?", options=options(*labels)), None)

    (seen,) = stage.person.sees()
    assert (seen.text, seen.labels) == ("How much does it hurt?", labels)
    assert stage.server.posted[0]["allowed_mentions"] == {"parse": []}


async def test_sends_a_file_with_its_alt_text(stage: Stage) -> None:
    text = "Your week. " * 150
    async with stage.running() as bot:
        await bot.send(say(stage.person, text, options=options("Thanks")), file())

    (seen,) = stage.person.sees()
    (picture,) = seen.files
    assert (picture.name, picture.content, picture.alt_text) == ("week.png", PNG, text[:1024])
    assert (seen.text, seen.labels) == (text, ("Thanks",))


async def test_sends_a_sound_as_a_file_that_plays_in_the_chat(stage: Stage) -> None:
    tone = File("tone-1", "breathing.ogg", "audio/ogg", b"OggS" + bytes(24) + b"OpusHead", reusable=True, seconds=64)
    async with stage.running() as bot:
        await bot.send(say(stage.person, "The tone rises.", options=options("Stop")), tone)

    (seen,) = stage.person.sees()
    (sound,) = seen.files
    assert (sound.name, sound.content, sound.alt_text) == ("breathing.ogg", tone.content, "The tone rises.")
    assert (seen.text, seen.labels) == ("The tone rises.", ("Stop",))


async def test_sends_long_words_in_parts_with_the_buttons_below_the_last(stage: Stage) -> None:
    text = "\n\n".join(["word " * 180 + "end."] * 5)
    async with stage.running() as bot:
        await bot.send(say(stage.person, text, options=options("Go on")), None)

    seen = stage.person.sees()
    assert [one.labels for one in seen] == [(), (), ("Go on",)]
    assert "\n\n".join(one.text for one in seen) == text


async def test_refuses_more_buttons_than_discord_shows(stage: Stage) -> None:
    labels = [str(number) for number in range(26)]
    async with stage.running() as bot:
        with pytest.raises(Refused, match="25 buttons"):
            await bot.send(say(stage.person, "Which?", options=options(*labels)), None)


async def test_a_refusal_does_not_repeat_the_words(stage: Stage) -> None:
    async with stage.running() as bot:
        with pytest.raises(Refused, match="50006") as refused:
            await bot.send(say(stage.person, "  \n "), None)

    assert refused.value.__cause__ is None


async def test_the_same_message_twice_is_shown_once(stage: Stage) -> None:
    message = say(stage.person, "w" * 3000, options=options("Yes"))
    async with stage.running() as bot:
        await bot.send(message, file())
        await bot.send(message, file())

    assert [len(seen.text) for seen in stage.person.sees()] == [2000, 1000]


async def test_the_same_words_in_another_message_are_shown_again(stage: Stage) -> None:
    async with stage.running() as bot:
        await bot.send(say(stage.person, "Breathe in.", 1), None)
        await bot.send(say(stage.person, "Breathe in.", 2), None)

    assert len(stage.person.sees()) == 2


async def test_a_message_that_took_effect_but_failed_is_shown_once(stage: Stage) -> None:
    async with stage.running() as bot:
        stage.server.fail_next("500 after", "POST /channels/")
        await bot.send(say(stage.person, "Once."), None)

    assert [one.text for one in stage.person.sees()] == ["Once."]


async def test_a_message_whose_answer_was_lost_is_uncertain_and_may_be_sent_again(stage: Stage) -> None:
    message = say(stage.person, "Once.")
    async with stage.running() as bot:
        stage.server.fail_next("reset after", "POST /channels/")
        with pytest.raises(Uncertain):
            await bot.send(message, None)
        await bot.send(message, None)

    assert [one.text for one in stage.person.sees()] == ["Once."]


@pytest.mark.parametrize("code", [50001, 50007, 50278])
async def test_a_closed_direct_message_can_not_be_reached(stage: Stage, code: int) -> None:
    stage.person.closes_dms(code)
    async with stage.running() as bot:
        with pytest.raises(Unreachable):
            await bot.send(say(stage.person, "Hello?"), None)


async def test_a_chat_that_is_gone_can_not_be_reached(stage: Stage) -> None:
    message = replace(say(stage.person, "Hello?"), address=Address("discord", "1", "123456"))
    async with stage.running() as bot:
        with pytest.raises(Unreachable):
            await bot.send(message, None)


async def test_asks_to_try_later_before_it_is_connected(stage: Stage) -> None:
    channel: Channel = stage.bot()
    with pytest.raises(TryLater) as later:
        await channel.send(say(stage.person, "Too early."), None)

    assert (later.value.seconds, later.value.whole_bot) == (1.0, True)


async def test_sends_without_opening_the_chat_again(stage: Stage) -> None:
    async with stage.running() as bot:
        await bot.send(say(stage.person, "Hello."), None)

    assert not [request for request in stage.server.requests if request.startswith("POST /users")]


async def test_buttons_are_not_kept_in_memory(stage: Stage) -> None:
    async with stage.running() as bot:
        await bot.send(say(stage.person, "How much?", options=options("1")), None)
        assert bot._connection
        assert not bot._connection.persistent_views
        assert not bot._connection.cached_messages


async def test_a_flooded_chat_holds_up_no_other() -> None:
    async with DiscordServer(window=1.0) as server:
        stage = Stage(server, server.person(42))
        other = server.person(43)
        async with stage.running() as bot:
            flood = [asyncio.create_task(bot.send(say(stage.person, "Wait.", n), None)) for n in range(8)]
            await until(lambda: len(stage.person.sees()) == 5)
            async with asyncio.timeout(0.5):
                await bot.send(say(other, "You need not wait.", 100), None)
            assert len(stage.person.sees()) == 5
            await asyncio.gather(*flood)

    assert len(stage.person.sees()) == 8


async def test_a_send_ends_in_time_however_long_discord_wants_to_wait() -> None:
    async with DiscordServer(window=40.0) as server:
        stage = Stage(server, server.person(42))
        async with stage.running(replace(QUICK, sending=0.2)) as bot:
            outcomes = [bot.send(say(stage.person, "Hello.", number), None) for number in range(6)]
            async with asyncio.timeout(2):
                ended = await asyncio.gather(*outcomes, return_exceptions=True)

    assert all(error is None or isinstance(error, Uncertain) for error in ended)
    assert len(stage.person.sees()) == 5


class Flooded(DiscordServer):
    """Refuses every message for a while, and says so when it is asked."""

    async def _post_message(self, request: web.Request) -> web.Response:
        raise TooMany(40, {"X-RateLimit-Bucket": "messages"})


async def test_who_gave_up_waiting_does_not_send_inside_discords_own_time() -> None:
    async with Flooded() as server:
        stage = Stage(server, server.person(42))
        async with stage.running(replace(QUICK, sending=0.2)) as bot:
            with pytest.raises(Uncertain):
                await bot.send(say(stage.person, "Hello.", 1), None)
            with pytest.raises(TryLater) as put_off:
                await bot.send(say(stage.person, "Hello.", 1), None)

    assert 35 < put_off.value.seconds <= 40
    assert server.too_many == 1


async def test_many_people_at_once_lose_nothing(stage: Stage) -> None:
    """More than Discord allows: whoever is put off is told to try later, and nobody is told twice."""
    people = [stage.server.person(number) for number in range(1000, 1080)]

    async def send_at_last(bot: Discord, person: Person) -> None:
        while True:
            try:
                return await bot.send(say(person, "Good morning.", int(person.id)), None)
            except TryLater as later:
                await asyncio.sleep(later.seconds)

    async with stage.running() as bot:
        await asyncio.gather(*(send_at_last(bot, person) for person in people))

    assert stage.server.too_many > 0
    assert all(len(person.sees()) == 1 for person in people)


# Silence about people


async def test_logs_neither_words_nor_token(stage: Stage, caplog: pytest.LogCaptureFixture) -> None:
    secret = "the pain came back after the funeral"

    async def fail(_inbound: Inbound) -> None:
        raise RuntimeError(secret)

    caplog.set_level(logging.DEBUG)
    with structlog.testing.capture_logs() as logged:
        async with stage.running() as bot:
            stage.ear.before = fail
            await stage.person.sends(secret)
            await stage.person.runs("start", secret)
            stage.server.fail_next("reset", "POST /channels/")
            with pytest.raises(Uncertain):
                await bot.send(say(stage.person, secret), None)
            stage.server.fail_next("503", "GET /gateway")
            stage.server.drop_gateway()
            await until(lambda: {"discord_turn_failed", "discord_connection_lost"} <= {one["event"] for one in logged})

    everything = caplog.text + repr(logged)
    assert secret not in everything
    assert RIGHT_TOKEN not in everything
    assert stage.person.id not in repr(logged)


# Pure


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        (["Yes"], [1]),
        ([str(number) for number in range(11)], [4, 4, 3]),
        (["Not now", "A little", "Yes, please"], [2, 1]),
        (["A walk around the block", "Calling a friend", "Watering the plants"], [1, 1, 1]),
        ([f"A long label number {number}" for number in range(8)], [2, 2, 2, 1, 1]),
        ([str(number) for number in range(25)], [5, 5, 5, 5, 5]),
    ],
)
def test_buttons_stand_in_rows_that_can_be_read(labels: list[str], expected: list[int]) -> None:
    laid_out = rows(options(*labels))

    assert [len(row) for row in laid_out] == expected
    assert [option.label for row in laid_out for option in row] == labels


async def test_a_label_is_cut_where_discord_would_refuse_it() -> None:
    view = components(options("x" * 100))

    assert view
    assert [child["label"] for row in view.to_components() for child in row["components"]] == ["x" * 80]
    assert view.is_finished()


@pytest.mark.parametrize(
    ("text", "limit", "expected"),
    [
        ("", 10, [""]),
        ("short", 10, ["short"]),
        ("exactly 10", 10, ["exactly 10"]),
        ("one two three", 10, ["one two", "three"]),
        ("one two\nthree four", 14, ["one two", "three four"]),
        ("first words\n\nnext one\nlast", 20, ["first words", "next one\nlast"]),
        ("abcdefghijklmno", 10, ["abcdefghij", "klmno"]),
        ("a bcdefghijklmno", 10, ["a bcdefghi", "jklmno"]),
    ],
)
def test_long_words_are_cut_where_they_pause(text: str, limit: int, expected: list[str]) -> None:
    assert list(split(text, limit)) == expected


def test_a_nonce_belongs_to_one_message() -> None:
    message = OutboxMessage(
        10**9, None, Address("discord", "1", "2"), "reply", "x" * 9000, (), None, Urgency.REPLY, MORNING, None
    )
    nonces = [part.nonce for part in parts(message)]

    assert nonces == [nonce(message, place) for place in range(5)]
    assert len({*nonces, nonce(replace(message, id=1), 0), nonce(replace(message, text="y"), 0)}) == 7
    assert all(len(one) <= 25 for one in nonces)


def refused(status: int, code: int = 0, **headers: str) -> discord.HTTPException:
    kind = {403: discord.Forbidden, 404: discord.NotFound, 500: discord.DiscordServerError}
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    response: Any = SimpleNamespace(status=status, reason="reason", headers=named)
    return kind.get(status, discord.HTTPException)(response, {"code": code, "message": "her very words"})


def not_connected() -> aiohttp.ClientConnectorError:
    key: Any = SimpleNamespace(host="discord.com", port=443, ssl=True)
    return aiohttp.ClientConnectorError(key, OSError())


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (discord.RateLimited(40.0), TryLater(40.0)),
        (refused(429, Via="1.1 google", Retry_After="3.5"), TryLater(3.5)),
        (refused(429, Via="-", Retry_After="3", X_RateLimit_Global="true"), TryLater(3, whole_bot=True)),
        (refused(429), TryLater(60.0, whole_bot=True)),
        (refused(401), TryLater(60.0, whole_bot=True)),
        (refused(403), TryLater(60.0, whole_bot=True)),
        (refused(403, 20026), TryLater(3600.0)),
        (refused(403, 50007), Unreachable()),
        (refused(403, 50278), Unreachable()),
        (refused(403, 50001), Unreachable()),
        (refused(403, 50013), Unreachable()),
        (refused(400, 50007), Unreachable()),
        (refused(404, 10003), Unreachable()),
        (refused(404), Refused()),
        (refused(400, 50035), Refused()),
        (refused(413, 40005), Refused()),
        (refused(500), Uncertain()),
        (refused(503), Uncertain()),
        (aiohttp.ServerDisconnectedError(), Uncertain()),
        (TimeoutError(), Uncertain()),
        (ConnectionResetError(), Uncertain()),
        (not_connected(), TryLater(1.0, whole_bot=True)),
    ],
    ids=repr,
)
def test_every_failure_has_an_outcome(error: Exception, expected: Exception) -> None:
    found = outcome(error)

    assert type(found) is type(expected)
    assert "her very words" not in str(found)
    if isinstance(expected, TryLater):
        assert vars(found) == vars(expected)


@pytest.mark.parametrize("error", [OSError(), AttributeError(), refused(500)])
def test_what_may_pass_is_no_rejection(error: Exception) -> None:
    assert rejection(error) is None


def test_discord_names_a_language_in_its_own_way() -> None:
    assert locales("es") == ["es-419", "es-ES"]
    assert locales("de") == ["de"]
    assert locales("pt-BR") == ["pt-BR"]


def test_the_addresses_count_for_the_whole_process() -> None:
    """discord.py keeps them in class attributes; whoever speaks with two servers must know."""
    Discord("", Ear().receive, Pocketbook(), WORDS, "http://chat.example/api/v10/", "ws://chat.example/gateway")

    assert Route.BASE == "http://chat.example/api/v10"
    assert yarl.URL("ws://chat.example/gateway") == DiscordWebSocket.DEFAULT_GATEWAY
