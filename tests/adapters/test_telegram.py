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
from adapters.telegram.groups import summons
from adapters.telegram.inbound import inbound
from adapters.telegram.outbound import keyboard, outcome, pieces
from adapters.telegram.profile import editions, words_in
from bot.conversation.effects import Option, Urgency
from bot.conversation.events import Choice, Command, Edited, Event, Left, Media, Text
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
from tests.fakes import MORNING
from tests.servers import telegram as servers
from tests.servers.telegram import BOT, Limits, Page, Person, Reset, Silence, Slow, Status, TelegramServer

QUICK = Patience(poll=1, glance=0.05, held=0.4, answer=0.4, first=0.02, longest=0.1, attempts=3, checks=3, doubt=0.05)
PNG = b"\x89PNG\r\n\x1a\n and a picture"
OPUS = b"OggS" + bytes(24) + b"OpusHead"
GIF = b"GIF89a and a film"


def words(language: str) -> PlatformWords:
    return PlatformWords(
        commands={"start": f"start {language}", "breathe": f"breathe {language}"},
        description=f"description {language}",
        about=f"about {language}",
        only_in_private=f"only in private {language}",
        sent_in_private="",
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


def adapter(server: TelegramServer, ear: Ear, notebook: Pocketbook) -> Telegram:
    return Telegram(server.token, ear.receive, notebook, WORDS, server.url, patience=QUICK)


@asynccontextmanager
async def set_up(limits: Limits | None = None) -> AsyncIterator[Stage]:
    async with TelegramServer(limits=limits) as server:
        ear, notebook = Ear(), Pocketbook()
        yield Stage(server, adapter(server, ear, notebook), ear, notebook, server.person(7, "de-AT"))


@pytest.fixture
async def quiet() -> AsyncIterator[Stage]:
    """Not started yet."""
    async with set_up() as found:
        found.running = asyncio.create_task(asyncio.sleep(0))
        yield found
        await found.stop()


@pytest.fixture
async def stage(quiet: Stage) -> Stage:
    quiet.start()
    return quiet


def message(text: str = "Hello.", options: tuple[Option, ...] = (), chat: int = 7) -> OutboxMessage:
    return OutboxMessage(
        id=1,
        person_id="p",
        address=Address("telegram", "7", str(chat)),
        kind="reply",
        text=text,
        options=options,
        attachment=None,
        urgency=Urgency.REPLY,
        due_at=MORNING,
        expires_at=None,
    )


# ---- hearing ----


async def test_hears_what_a_person_writes(stage: Stage) -> None:
    update_id = await stage.anna.sends("Guten Morgen")
    await stage.ear.hears(1)
    (heard,) = stage.ear.heard
    assert heard.at is not None
    assert timedelta() <= datetime.now(UTC) - heard.at < timedelta(minutes=1)
    assert heard == Inbound(
        str(update_id), Address("telegram", "7", "7"), Text("Guten Morgen"), language="de-AT", at=heard.at
    )


async def test_keeps_the_order_within_a_chat_while_another_chat_is_slow(stage: Stage) -> None:
    bo = stage.server.person(8)
    release = asyncio.Event()

    async def slow_for_bo(heard: Inbound) -> None:
        if heard.address.user == "8":
            await release.wait()

    stage.ear.before = slow_for_bo
    await bo.sends("slow")
    for number in range(5):
        await stage.anna.sends(str(number))
    assert await stage.ear.hears(5) == [Text(str(number)) for number in range(5)]

    release.set()
    assert (await stage.ear.hears(6))[-1] == Text("slow")


async def test_hears_new_updates_while_an_old_turn_is_still_running(stage: Stage) -> None:
    bo, release = stage.server.person(8), asyncio.Event()

    async def slow_for_bo(heard: Inbound) -> None:
        if heard.address.user == "8":
            await release.wait()

    stage.ear.before = slow_for_bo
    slow = await bo.sends("slow")
    await stage.server.until(lambda: len(stage.server.called("getUpdates")) >= 3)
    await stage.anna.sends("in a later batch")
    assert await stage.ear.hears(1) == [Text("in a later batch")]
    assert slow in stage.server.unconfirmed

    release.set()
    await stage.server.until(lambda: not stage.server.unconfirmed)
    assert len(stage.ear.heard) == 2


async def test_confirms_an_update_only_after_its_turn_is_committed(stage: Stage) -> None:
    turn_began, commit = asyncio.Event(), asyncio.Event()

    async def slow(heard: Inbound) -> None:
        turn_began.set()
        await commit.wait()

    stage.ear.before = slow
    update_id = await stage.anna.sends("Do not lose me")
    await turn_began.wait()
    await stage.server.until(lambda: len(stage.server.called("getUpdates")) >= 4)
    assert stage.server.unconfirmed == [update_id]

    commit.set()
    await stage.server.until(lambda: not stage.server.unconfirmed)


async def test_a_crash_in_the_middle_of_a_turn_loses_nothing(stage: Stage) -> None:
    async def never(heard: Inbound) -> None:
        await asyncio.Event().wait()

    stage.ear.before = never
    for text in ("one", "two", "three"):
        await stage.anna.sends(text)
    await stage.server.until(lambda: len(stage.server.called("getUpdates")) >= 2)

    stage.ear.before = None
    await stage.restart()
    assert await stage.ear.hears(3) == [Text("one"), Text("two"), Text("three")]


async def test_hears_what_was_written_while_it_was_down(quiet: Stage) -> None:
    await quiet.anna.sends("while you were away")
    quiet.start()
    assert await quiet.ear.hears(1) == [Text("while you were away")]


async def test_a_turn_that_fails_is_tried_again_and_harms_nobody_else(stage: Stage) -> None:
    bo, failures = stage.server.person(8), iter([RuntimeError, RuntimeError])

    async def fails_twice_for_bo(heard: Inbound) -> None:
        if heard.address.user == "8" and (failure := next(failures, None)):
            raise failure

    stage.ear.before = fails_twice_for_bo
    await bo.sends("stubborn")
    await stage.anna.sends("easy")
    assert set(await stage.ear.hears(2)) == {Text("stubborn"), Text("easy")}


async def test_goes_past_an_update_whose_turn_always_fails(stage: Stage) -> None:
    tries = 0

    async def chokes(heard: Inbound) -> None:
        nonlocal tries
        if heard.event == Text("poison"):
            tries += 1
            raise ValueError

    stage.ear.before = chokes
    await stage.anna.sends("poison")
    await stage.anna.sends("after it")
    assert await stage.ear.hears(1) == [Text("after it")]
    await stage.server.until(lambda: not stage.server.unconfirmed)
    assert tries == QUICK.attempts


async def test_an_update_that_cannot_be_read_does_not_hide_the_others(stage: Stage) -> None:
    await stage.server.update("message", {"message_id": "of no known shape"})
    await stage.anna.sends("after it")
    assert await stage.ear.hears(1) == [Text("after it")]
    await stage.server.until(lambda: not stage.server.unconfirmed)


async def test_confirms_nothing_early_when_the_numbers_start_anew_after_a_quiet_week(stage: Stage) -> None:
    await stage.anna.sends("before")
    await stage.ear.hears(1)
    await stage.server.until(lambda: not stage.server.unconfirmed)
    commit = asyncio.Event()

    async def slow(heard: Inbound) -> None:
        await commit.wait()

    stage.ear.before = slow
    stage.server.renumber(17)
    stage.server.calls.clear()
    await stage.anna.sends("a week later")
    await stage.server.until(lambda: len(stage.server.called("getUpdates")) >= 2)
    assert stage.server.unconfirmed == [17]

    commit.set()
    assert (await stage.ear.hears(2))[1:] == [Text("a week later")]


# ---- trouble with the poll ----


@pytest.mark.parametrize(
    "faults",
    [
        [Status(409), Status(409)],
        [Status(500), Status(502)],
        [Reset(), Reset(after_effect=True)],
        [Silence()],
    ],
    ids=repr,
)
async def test_polling_recovers(quiet: Stage, faults: list[servers.Fault]) -> None:
    for fault in faults:
        quiet.server.fail_next("getUpdates", fault)
    await quiet.anna.sends("are you there")
    quiet.start()
    assert await quiet.ear.hears(1) == [Text("are you there")]


def test_a_poll_that_vanishes_keeps_it_deaf_for_half_a_minute_at_most() -> None:
    usual = Patience()
    assert usual.poll + 1.5 * usual.held + usual.first < 32
    assert usual.poll + usual.held + usual.first < 30


async def test_polling_recovers_when_nobody_listens_for_a_while(stage: Stage) -> None:
    await stage.server.goes_away()
    await asyncio.sleep(0.1)
    await stage.anna.sends("are you there")
    await stage.server.comes_back()
    assert await stage.ear.hears(1) == [Text("are you there")]


async def test_polling_waits_as_long_as_it_is_told(quiet: Stage) -> None:
    quiet.server.fail_next("getUpdates", Status(429, retry_after=1))
    await quiet.anna.sends("are you there")
    quiet.start()
    await quiet.ear.hears(1)
    refused, answered = quiet.server.called("getUpdates")[:2]
    assert 0.9 < answered.at - refused.at < 1.5


@pytest.mark.parametrize("code", [401, 404])
async def test_a_stray_401_does_not_end_polling(quiet: Stage, code: int) -> None:
    quiet.server.fail_next("getUpdates", Status(code), times=3)
    await quiet.anna.sends("are you there")
    quiet.start()
    assert await quiet.ear.hears(1) == [Text("are you there")]


async def test_an_outage_that_looks_like_a_revoked_token_for_a_moment_passes(quiet: Stage) -> None:
    quiet.server.fail_next("getUpdates", Status(401), times=2)
    quiet.server.fail_next("getMe", Status(401), times=2)
    await quiet.anna.sends("are you there")
    quiet.start()
    assert await quiet.ear.hears(1) == [Text("are you there")]


async def test_a_network_that_answers_in_place_of_telegram_does_not_end_polling(quiet: Stage) -> None:
    quiet.server.fail_next("getUpdates", Page(401), times=2)
    quiet.server.fail_next("getUpdates", Page(200))
    quiet.server.fail_next("getMe", Page(404), times=9)
    await quiet.anna.sends("are you there")
    quiet.start()
    assert await quiet.ear.hears(1) == [Text("are you there")]


async def test_a_revoked_token_is_rejected_loudly(stage: Stage) -> None:
    token = stage.server.token
    await stage.server.until(lambda: bool(stage.server.called("getUpdates")))
    stage.server.revoke_token()
    await stage.anna.sends("wake the poll")
    with pytest.raises(Rejected, match="STEADY_TELEGRAM_TOKEN") as caught:
        await stage.running
    assert token not in repr(caught.getrepr(showlocals=False))


@pytest.mark.parametrize("token", ["123456", "123456:with space", "123456:line\n"])
async def test_what_is_no_token_is_rejected_at_once(token: str) -> None:
    async with TelegramServer() as server:
        with pytest.raises(Rejected):
            await Telegram(token, Ear().receive, Pocketbook(), WORDS, server.url).run()
        assert server.calls == []


async def test_a_webhook_left_behind_does_not_keep_it_deaf(stage: Stage) -> None:
    stage.server.webhook = "https://example.org/hook"
    await stage.anna.sends("are you there")
    assert await stage.ear.hears(1) == [Text("are you there")]


async def test_always_says_which_updates_it_wants(stage: Stage) -> None:
    await stage.anna.sends("hello")
    await stage.server.until(lambda: len(stage.server.called("getUpdates")) >= 2)
    assert {call.params["allowed_updates"] for call in stage.server.called("getUpdates")} == {
        '["message", "edited_message", "callback_query", "my_chat_member"]'
    }


async def test_tells_when_it_was_last_answered(quiet: Stage) -> None:
    before = quiet.bot.heard_at
    assert before is None
    await quiet.anna.sends("hello")
    quiet.start()
    await quiet.ear.hears(1)
    after = quiet.bot.heard_at
    assert after
    assert datetime.now(UTC) - after < timedelta(seconds=2)


async def test_the_first_poll_is_answered_at_once_even_when_nobody_writes(quiet: Stage) -> None:
    quiet.start()
    await quiet.server.until(lambda: bool(quiet.bot.heard_at))
    assert quiet.server.called("getUpdates")[0].params["timeout"] == "0"


@pytest.mark.parametrize("in_trouble", [False, True])
async def test_stops_at_once(stage: Stage, in_trouble: bool) -> None:
    if in_trouble:
        stage.server.fail_next("*", Silence(), times=9)
    await stage.server.until(lambda: bool(stage.server.called("getUpdates")))
    async with asyncio.timeout(0.2):
        await stage.stop()
    assert stage.running.cancelled()


# ---- what people do ----


async def test_a_button_is_answered_at_once_while_its_turn_is_slow(stage: Stage) -> None:
    async def never(heard: Inbound) -> None:
        await asyncio.Event().wait()

    await stage.bot.send(message("How are you?", (Option("feel:well", "Well"),)), None)
    stage.ear.before = never
    press = await stage.anna.presses("Well")
    await stage.server.until(lambda: press.answered_at is not None, timeout=0.5)
    assert stage.ear.heard == []


async def test_a_button_that_is_too_old_to_be_answered_still_counts(stage: Stage) -> None:
    await stage.bot.send(message("How are you?", (Option("feel:well", "Well"),)), None)
    too_old = "Bad Request: query is too old and response timeout expired or query ID is invalid"
    stage.server.fail_next("answerCallbackQuery", Status(400, description=too_old))
    await stage.anna.presses("Well")
    assert await stage.ear.hears(1) == [Choice("feel:well")]


async def test_tells_that_somebody_left(stage: Stage) -> None:
    await stage.anna.blocks()
    assert await stage.ear.hears(1) == [Left()]
    with pytest.raises(Unreachable):
        await stage.bot.send(message(), None)
    await stage.anna.unblocks()
    await stage.bot.send(message(), None)
    assert len(stage.ear.heard) == 1


async def test_hears_what_a_person_edits_and_when(stage: Stage) -> None:
    await stage.anna.sends("my back hurts")
    await stage.anna.edits("my back hurts so much")
    await stage.ear.hears(2)

    heard = stage.ear.heard[1]
    assert heard.event == Edited("my back hurts so much")
    assert heard.address == Address("telegram", "7", "7")
    assert heard.at is not None
    assert timedelta(seconds=-2) <= datetime.now(UTC) - heard.at < timedelta(minutes=1)


async def test_an_edit_told_again_has_the_same_number_and_another_edit_another(stage: Stage) -> None:
    """With a reaction or a preview Telegram tells of a message anew, as if it had been edited."""
    await stage.anna.sends("one")
    await stage.anna.changes()
    await stage.anna.edits("two")
    await stage.anna.changes()
    await stage.anna.edits("three")

    assert await stage.ear.hears(4) == [Text("one"), Edited("two"), Edited("two"), Edited("three")]
    _, two, again, three = (heard.id for heard in stage.ear.heard)
    assert two == again != three


def edited(content: dict[str, Any]) -> Update:
    """The update that tells of an edit of such a message."""
    told = private({"edit_date": 1760000060} | content).to_dict()
    return Update.de_json({"update_id": 12, "edited_message": told["message"]}, None)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ({"text": "so tired"}, "so tired"),
        ({"text": "/checkin so tired"}, "checkin so tired"),
        (servers.MEDIA["photo"] | {"caption": "so tired"}, "so tired"),
    ],
)
def test_hears_the_words_of_an_edit(content: dict[str, Any], words: str) -> None:
    found = inbound(edited(content))
    assert found is not None
    assert found.event == Edited(words)
    assert found.at == datetime.fromtimestamp(1760000060, UTC)


@pytest.mark.parametrize(
    "content",
    [
        servers.MEDIA["location"],  # a live location moves all the time
        servers.MEDIA["photo"],
        {"text": "by the bot", "from": BOT},
        {"text": "in a group", "chat": {"id": -1001, "type": "supergroup", "title": "Our group"}},
    ],
)
def test_hears_no_edit_without_words_by_a_bot_or_in_a_group(content: dict[str, Any]) -> None:
    update = edited(content)
    assert inbound(update) is None
    assert summons(update, "steady_bot") is None


def private(content: dict[str, Any]) -> Update:
    """An update with a message in a private chat, as the platform sends it."""
    user = {"id": 7, "is_bot": False, "first_name": "Anna", "language_code": "de"}
    chat = {"id": 7, "type": "private", "first_name": "Anna"}
    body = {"message_id": 5, "date": 1760000000, "chat": chat, "from": user} | content
    return Update.de_json({"update_id": 11, "message": body}, None)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("/start", Command("start")),
        ("/start letter_7", Command("start", "letter_7")),
        ("/Breathe@steady_bot  box please ", Command("breathe", "box please")),
        ("/note two\nlines", Command("note", "two\nlines")),
        ("/", Text("/")),
        ("/5 today", Command("5", "today")),
        ("7/10", Text("7/10")),
        ("/schmerz-5", Text("/schmerz-5")),
        ("I wrote /start", Text("I wrote /start")),
        ("  ", Text("  ")),
    ],
)
def test_tells_commands_from_words(text: str, event: Event) -> None:
    found = inbound(private(servers.said(text)))
    written_at = datetime.fromtimestamp(1760000000, UTC)
    assert found == Inbound("11", Address("telegram", "7", "7"), event, "de", at=written_at)


@pytest.mark.parametrize("kind", servers.MEDIA)
def test_names_what_is_not_text(kind: str) -> None:
    found = inbound(private(servers.MEDIA[kind]))
    assert found is not None
    assert found.event == Media(kind)


async def test_a_caption_counts_as_text(stage: Stage) -> None:
    await stage.anna.sends_media("photo", "my hand today")
    await stage.anna.sends_sticker()
    assert await stage.ear.hears(2) == [Text("my hand today"), Media("sticker")]


def test_hears_nothing_in_a_note_of_the_platform() -> None:
    assert inbound(private({"message_auto_delete_timer_changed": {"message_auto_delete_time": 86400}})) is None


# ---- groups ----


async def test_takes_nothing_from_a_group_and_says_so(stage: Stage) -> None:
    group = stage.server.group(-1001)
    await group.adds_bot(stage.anna)
    assert (await group.hears())[0].text == "only in private de"

    await group.gets(stage.anna, "my pain is 7 today")
    await group.gets(stage.anna, "/pain@another_bot 7")
    await stage.server.until(lambda: not stage.server.unconfirmed)
    assert len(group.sees()) == 1

    await group.gets(stage.anna, "/pain 7")
    assert (await group.hears())[0].text == "only in private de"

    await group.gets(stage.anna, "@Steady_Bot are you there")
    await group.gets(stage.anna, "/pain@steady_bot 7")
    await stage.anna.sends("in private")
    assert await stage.ear.hears(1) == [Text("in private")]
    await stage.server.until(lambda: not stage.server.unconfirmed)
    assert len(group.sees()) == 2


async def test_a_group_that_threw_it_out_is_no_trouble(stage: Stage) -> None:
    group = stage.server.group(-1001)
    await group.removes_bot(stage.anna)
    await group.gets(stage.anna, "/pain@steady_bot 7")
    await stage.anna.sends("in private")
    assert await stage.ear.hears(1) == [Text("in private")]
    await stage.server.until(lambda: not stage.server.unconfirmed)


# ---- the profile ----


async def profile(stage: Stage) -> list[str]:
    """The writing calls of one introduction."""
    await stage.server.until(lambda: len(stage.server.called("getMyShortDescription")) == 3)
    await asyncio.sleep(0.05)
    return [call.method for call in stage.server.calls if call.method.startswith("setMy")]


async def test_asks_for_commands_only_when_they_differ(stage: Stage) -> None:
    assert len(await profile(stage)) == 9
    assert stage.server.commands["de"][1] == {"command": "breathe", "description": "breathe de"}
    assert stage.server.descriptions == {"": "description en", "en": "description en", "de": "description de"}
    assert stage.server.abouts == {"": "about en", "en": "about en", "de": "about de"}

    stage.server.calls.clear()
    stage.server.abouts["de"] = "changed by hand"
    await stage.restart()
    assert await profile(stage) == ["setMyShortDescription"]


async def test_a_profile_that_is_refused_does_not_stop_polling(quiet: Stage) -> None:
    quiet.server.fail_next("setMyCommands", Status(400), times=9)
    quiet.server.fail_next("getMyDescription", Status(500), times=2)
    quiet.start()
    await quiet.anna.sends("are you there")
    assert await quiet.ear.hears(1) == [Text("are you there")]
    await quiet.server.until(lambda: len(quiet.server.descriptions) == 3)
    assert quiet.server.commands == {}


def test_finds_the_words_of_a_language() -> None:
    known = {"en": words("en"), "pt-BR": words("pt")}
    assert words_in(known, "PT-br") == known["pt-BR"]
    assert words_in(known, "en-GB") == words_in(known, None) == words_in(known, "fi") == known["en"]
    assert [code for code, _ in editions(known)] == ["", "en", "pt"]


# ---- speaking ----


async def test_says_it_plainly(stage: Stage) -> None:
    await stage.bot.send(message("1 < 2 *and* _so_ on: https://example.org"), None)
    (seen,) = await stage.anna.hears()
    assert seen.text == "1 < 2 *and* _so_ on: https://example.org"
    (call,) = stage.server.called("sendMessage")
    assert "parse_mode" not in call.params
    assert call.params["link_preview_options"] == '{"is_disabled": true}'


@pytest.mark.parametrize(("per_second", "paid"), [(30, None), (31, "true")])
async def test_only_a_pace_that_is_not_free_is_paid_for(stage: Stage, per_second: int, paid: str | None) -> None:
    bot = Telegram(
        stage.server.token, stage.ear.receive, stage.notebook, WORDS, stage.server.url, per_second=per_second
    )
    await bot.send(message("hello"), None)
    await bot.send(message("a picture"), File("a", "breath.gif", "image/gif", GIF))

    calls = [*stage.server.called("sendMessage"), *stage.server.called("sendAnimation")]
    assert [call.params.get("allow_paid_broadcast") for call in calls] == [paid, paid]


def layout(markup: InlineKeyboardMarkup | None) -> list[str]:
    return [" ".join(button.text for button in row) for row in markup.inline_keyboard] if markup else []


@pytest.mark.parametrize(
    ("labels", "rows"),
    [
        ([], []),
        ([str(number) for number in range(11)], ["0 1 2 3 4 5", "6 7 8 9 10"]),
        (["1", "2", "3", "4", "5", "Skip"], ["1 2 3 4 5", "Skip"]),
        (["Yes", "No", "Later"], ["Yes No", "Later"]),
        (["Yes", "Tell me more about it", "No"], ["Yes", "Tell me more about it", "No"]),
        (["Fourteen chars", "Fifteen letters"], ["Fourteen chars", "Fifteen letters"]),
        (["11", "12"], ["11 12"]),
    ],
)
def test_lays_out_buttons_for_a_phone(labels: list[str], rows: list[str]) -> None:
    assert layout(keyboard([Option(f"id:{label}", label) for label in labels])) == rows


async def test_a_button_carries_its_id(stage: Stage) -> None:
    await stage.bot.send(message("0 to 10?", tuple(Option(f"pain:{n}:{'x' * 50}", str(n)) for n in range(11))), None)
    await stage.anna.presses("10")
    assert await stage.ear.hears(1) == [Choice(f"pain:10:{'x' * 50}")]


async def test_a_long_text_is_split_where_it_reads_well(stage: Stage) -> None:
    text = "A sentence of some length stands here.\n" * 200
    await stage.bot.send(message(text, (Option("ok", "Alright"),)), None)
    first, second = await stage.anna.hears(2)
    assert first.labels == ()
    assert second.labels == ("Alright",)
    assert first.text.endswith("here.")
    assert f"{first.text}\n{second.text}" == text.rstrip()


@pytest.mark.parametrize(
    "text",
    [
        "word " * 2000,
        "a" * 9000,
        "😀" * 5000,
        "é. " * 3000,
        "Ein Satz. " * 900,
        "\n\n".join(["paragraph" * 40] * 30),
        " ",
    ],
)
def test_every_piece_fits_and_no_word_is_lost(text: str) -> None:
    found = pieces(text, first_room=1024)
    assert all(len(piece.encode("utf-16-le")) // 2 <= (4096 if number else 1024) for number, piece in enumerate(found))
    assert "".join("".join(found).split()) == "".join(text.split())


@pytest.mark.parametrize(
    ("fault", "expected", "seconds"),
    [
        (Status(502), Uncertain, 0),
        (Status(429, retry_after=18), Uncertain, 18),
        (Status(400), Refused, None),
        (Status(403, description="Forbidden: bot was blocked by the user"), Unreachable, None),
    ],
)
async def test_what_became_of_a_later_part_is_told_truly(
    stage: Stage, fault: servers.Fault, expected: type[Exception], seconds: float | None
) -> None:
    sent = asyncio.create_task(stage.bot.send(message("word " * 1600), None))
    await stage.anna.hears(1)
    stage.server.fail_next("sendMessage", fault)
    with pytest.raises(expected) as raised:
        await sent
    assert getattr(raised.value, "seconds", None) == seconds


async def test_a_person_who_leaves_in_the_middle_of_a_message_is_not_sent_it_again(stage: Stage) -> None:
    sent = asyncio.create_task(stage.bot.send(message("word " * 1600), None))
    await stage.anna.hears(1)
    await stage.anna.blocks()
    with pytest.raises(Unreachable):
        await sent


@pytest.mark.parametrize(
    ("file", "kind"),
    [
        (File("a", "breath.gif", "image/gif", GIF), "animation"),
        (File("b", "breath.mp4", "video/mp4", b"\0\0\0\x18ftypmp42"), "animation"),
        (File("c", "week.png", "image/png", PNG), "photo"),
        (File("v", "breathing.ogg", "audio/ogg", OPUS, seconds=64), "voice"),
        (File("d", "steady.json", "application/json", b"{}"), "document"),
        (File("e", "steady.csv", "text/csv", b"a,b"), "document"),
    ],
)
async def test_sends_a_file_in_the_way_that_shows_it_best(stage: Stage, file: File, kind: str) -> None:
    await stage.bot.send(message("What the picture shows.", (Option("ok", "Alright"),)), file)
    (seen,) = await stage.anna.hears()
    assert (seen.kind, seen.text, seen.labels) == (kind, "What the picture shows.", ("Alright",))
    assert (seen.file_name, seen.content) == (file.name, file.content)
    assert stage.notebook.pages == {}


async def test_a_caption_that_is_too_long_goes_on_below(stage: Stage) -> None:
    text = "A sentence of some length stands here. " * 40
    await stage.bot.send(message(text, (Option("ok", "Alright"),)), File("c", "week.png", "image/png", PNG))
    picture, rest = await stage.anna.hears(2)
    assert (picture.kind, picture.labels) == ("photo", ())
    assert (rest.kind, rest.labels) == ("text", ("Alright",))
    assert f"{picture.text} {rest.text}" == text.rstrip()


BREATH = File("breath-1", "breath.gif", "image/gif", GIF, reusable=True)


async def test_reuses_an_animation_by_its_file_id(stage: Stage) -> None:
    await stage.bot.send(message("In and out."), BREATH)
    await stage.bot.send(message("In and out."), BREATH)
    first, second = await stage.anna.hears(2)
    assert first.content == second.content == GIF
    again = stage.server.called("sendAnimation")[1]
    assert again.params["animation"] == first.file_id == stage.notebook.pages["telegram", "breath-1"]


TONE = File("tone-1", "breathing.ogg", "audio/ogg", OPUS, reusable=True, seconds=64)


async def test_a_sound_tells_how_long_it_plays_and_is_reused(stage: Stage) -> None:
    await stage.bot.send(message("The tone rises."), TONE)
    await stage.bot.send(message("The tone rises."), TONE)
    first, second = await stage.anna.hears(2)
    assert (first.kind, first.seconds, second.content) == ("voice", 64, OPUS)
    assert stage.server.called("sendVoice")[1].params["voice"] == first.file_id


async def test_a_sound_goes_as_a_file_to_someone_who_takes_no_voice_messages(stage: Stage) -> None:
    stage.anna.takes_no_voice = True
    await stage.bot.send(message("The tone rises.", (Option("stop", "Stop"),)), TONE)
    (seen,) = await stage.anna.hears()
    assert (seen.kind, seen.text, seen.labels, seen.content) == ("document", "The tone rises.", ("Stop",), OPUS)
    assert stage.notebook.pages == {}


async def test_a_sound_that_is_known_goes_as_a_file_to_someone_who_takes_no_voice_messages(stage: Stage) -> None:
    await stage.bot.send(message("The tone rises."), TONE)
    stage.anna.takes_no_voice = True
    await stage.bot.send(message("The tone rises."), TONE)
    assert [seen.kind for seen in await stage.anna.hears(2)] == ["voice", "document"]
    assert stage.notebook.pages == {("telegram", "tone-1"): stage.anna.sees()[0].file_id}


async def test_uploads_again_when_the_file_id_is_not_known_any_more(stage: Stage) -> None:
    await stage.bot.send(message("In and out."), BREATH)
    stage.server.forget_files()
    await stage.bot.send(message("In and out."), BREATH)
    assert [seen.content for seen in await stage.anna.hears(2)] == [GIF, GIF]
    assert stage.notebook.pages["telegram", "breath-1"] == stage.anna.sees()[1].file_id


async def test_remembers_an_animation_that_arrived_as_a_document(stage: Stage) -> None:
    still = File("still", "still.gif", "image/gif", b"not quite a film", reusable=True)
    await stage.bot.send(message("Still."), still)
    await stage.bot.send(message("Still."), still)
    assert [seen.kind for seen in await stage.anna.hears(2)] == ["document", "document"]


async def test_a_notebook_that_fails_does_not_undo_a_sent_message(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fails(*_: object) -> str | None:
        raise OSError

    monkeypatch.setattr(stage.notebook, "uploaded", fails)
    monkeypatch.setattr(stage.notebook, "remember_upload", fails)
    await stage.bot.send(message("In and out."), BREATH)
    assert len(await stage.anna.hears()) == 1


async def test_a_message_on_its_way_is_finished_when_hearing_stops(stage: Stage) -> None:
    stage.server.fail_next("sendMessage", Slow(0.2))
    sending = asyncio.create_task(stage.bot.send(message("Sleep well."), None))
    await stage.anna.hears()
    await stage.stop()
    assert not sending.done()
    await sending


async def test_speaks_before_and_after_it_hears(quiet: Stage) -> None:
    await quiet.bot.send(message("before"), None)
    quiet.start()
    await quiet.server.until(lambda: bool(quiet.server.called("getUpdates")))
    await quiet.stop()
    await quiet.bot.send(message("after"), None)
    assert [seen.text for seen in await quiet.anna.hears(2)] == ["before", "after"]


# ---- what became of a message ----


def caused(error: TelegramError, by: BaseException) -> TelegramError:
    error.__cause__ = by
    return error


REQUEST = httpx.Request("POST", "http://127.0.0.1/")

OUTCOMES = [
    (RetryAfter(35), TryLater(35)),
    (RetryAfter(timedelta(seconds=237)), TryLater(237)),
    (NetworkError("Too Many Requests"), TryLater(30)),
    (ChatMigrated(-1002), Moved("-1002")),
    (Forbidden("Forbidden: bot was blocked by the user"), Unreachable()),
    (Forbidden("Forbidden: user is deactivated"), Unreachable()),
    (Forbidden("Forbidden: bot can't initiate conversation with a user"), Unreachable()),
    (BadRequest("Bad Request: chat not found"), Unreachable()),
    (BadRequest("Bad Request: user is deactivated"), Unreachable()),
    (BadRequest("Bad Request: message text is empty"), Refused()),
    (BadRequest("Bad Request: BUTTON_DATA_INVALID"), Refused()),
    (NetworkError("Request Entity Too Large"), Refused()),
    (InvalidToken("Unauthorized"), TryLater(30, whole_bot=True)),
    (caused(TimedOut(), httpx.ConnectTimeout("", request=REQUEST)), TryLater(2)),
    (caused(TimedOut(), httpx.PoolTimeout("", request=REQUEST)), TryLater(2)),
    (caused(NetworkError("x"), httpx.ConnectError("", request=REQUEST)), TryLater(2)),
    (caused(TimedOut(), httpx.ReadTimeout("", request=REQUEST)), Uncertain()),
    (caused(TimedOut(), httpx.WriteTimeout("", request=REQUEST)), Uncertain()),
    (caused(NetworkError("x"), httpx.ReadError("", request=REQUEST)), Uncertain()),
    (caused(NetworkError("x"), httpx.RemoteProtocolError("", request=REQUEST)), Uncertain()),
    (NetworkError("Bad Gateway"), Uncertain()),
    (NetworkError("Internal Server Error"), Uncertain()),
    (TelegramError("Invalid server response"), Uncertain()),
    (Conflict("Conflict"), Uncertain()),
]


@pytest.mark.parametrize(("error", "expected"), OUTCOMES, ids=repr)
def test_sorts_what_became_of_a_message(error: TelegramError, expected: Exception) -> None:
    found = outcome(error)
    assert type(found) is type(expected)
    if isinstance(found, TryLater) and isinstance(expected, TryLater):
        assert (found.seconds, found.whole_bot) == (expected.seconds, expected.whole_bot)
    if isinstance(found, Moved) and isinstance(expected, Moved):
        assert found.chat == expected.chat


def test_a_refusal_does_not_quote_the_person() -> None:
    error = BadRequest('Bad Request: can\'t parse entities: unsupported start tag "my secret" at byte offset 3')
    assert "secret" not in str(outcome(error))


@pytest.mark.parametrize(
    ("fault", "expected", "arrives"),
    [
        (Status(429, retry_after=18), TryLater, 0),
        (Status(401), TryLater, 0),
        (Status(500), Uncertain, 0),
        (Status(502), Uncertain, 0),
        (Reset(), Uncertain, 0),
        (Reset(after_effect=True), Uncertain, 1),
        (Silence(after_effect=True), Uncertain, 1),
    ],
)
async def test_tells_truly_what_became_of_a_message(
    stage: Stage, fault: servers.Fault, expected: type[Exception], arrives: int
) -> None:
    stage.server.fail_next("sendMessage", fault)
    with pytest.raises(expected):
        await stage.bot.send(message(), None)
    assert len(stage.anna.sees()) == arrives
    assert len(stage.server.called("sendMessage")) == 1


async def test_a_refused_connection_may_be_tried_again(stage: Stage) -> None:
    await stage.server.goes_away()
    with pytest.raises(TryLater):
        await stage.bot.send(message(), None)


async def test_tells_of_a_flood_a_moved_chat_and_people_who_are_gone(stage: Stage) -> None:
    stage.server.move_chat(-5, -1005)
    stage.server.person(9).deletes_account()
    with pytest.raises(Moved) as moved:
        await stage.bot.send(message(chat=-5), None)
    assert moved.value.chat == "-1005"
    for chat in (9, 404):
        with pytest.raises(Unreachable):
            await stage.bot.send(message(chat=chat), None)
    with pytest.raises(Refused, match=r"(?i)button_data_invalid"):
        await stage.bot.send(message(options=(Option("ш" * 33, "Да"),)), None)
    with pytest.raises(TryLater):
        await asyncio.gather(*(stage.bot.send(message(), None) for _ in range(6)))


# ---- silence about people ----


async def test_neither_the_token_nor_a_word_of_a_person_is_logged(
    caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(logging.DEBUG)
    async with set_up() as stage:
        secret = stage.server.token.split(":")[1]

        async def chokes(heard: Inbound) -> None:
            raise ValueError(heard)

        stage.ear.before = chokes
        stage.server.fail_next("getUpdates", Status(502))
        stage.server.fail_next("getUpdates", Status(401))
        await stage.anna.sends("my own words")
        await stage.server.update("message", {"text": "my own words"})
        stage.start()
        await stage.server.until(lambda: bool(stage.server.called("getMe")))
        stage.server.fail_next("sendMessage", Reset())
        with pytest.raises(Uncertain):
            await stage.bot.send(message("my own words, told back"), None)
        await stage.server.until(lambda: not stage.server.unconfirmed)
        await stage.stop()
    output = capsys.readouterr()
    logged = caplog.text + output.out + output.err
    assert "turn failed" in logged
    assert "update illegible" in logged
    assert secret not in logged
    assert "my own words" not in logged


# ---- the server itself ----


async def test_the_server_holds_the_bot_to_the_rules() -> None:
    async with TelegramServer(limits=Limits(per_second=99, chat_per_second=99)) as server, httpx.AsyncClient() as http:
        server.person(7)

        async def call(method: str, token: str = server.token, **data: str) -> int:
            return (await http.post(f"{server.url}/bot{token}/{method}", data=data)).status_code

        assert await call("getMe") == 200
        assert await call("getMe", token="123:other") == 401
        assert await call("getMe", token="nonsense") == 404
        assert await call("sendTelepathy") == 404
        assert await call("sendMessage", chat_id="7", text="") == 400
        assert await call("sendMessage", chat_id="7", text="x" * 4097) == 400
        assert await call("sendMessage", chat_id="7", text="x" * 4096) == 200
        assert await call("sendPhoto", chat_id="7", photo="no such file") == 400
        assert await call("setMyCommands", commands='[{"command": "Big", "description": "x"}]') == 400
        assert await call("setMyDescription", description="x" * 513) == 400
        assert await call("setMyDescription", description="x", language_code="pt-br") == 400
        assert await call("setMyShortDescription", short_description="x" * 121) == 400
        assert await call("answerCallbackQuery", callback_query_id="17") == 400
        assert await call("editMessageReplyMarkup", chat_id="7", message_id="17") == 400


async def test_the_second_poller_ends_the_first() -> None:
    async with TelegramServer() as server, httpx.AsyncClient() as http:
        address = f"{server.url}/bot{server.token}/getUpdates"
        first = asyncio.create_task(http.post(address, data={"timeout": "2"}))
        await server.until(lambda: len(server.calls) == 1)
        second = await http.post(address)
        assert ((await first).status_code, second.status_code) == (409, 200)
        assert BOT["is_bot"]
