"""The webhook of the Telegram adapter over real sockets, against a Bot API that brings updates as Telegram does."""

import asyncio
import logging
from collections import Counter
from collections.abc import AsyncIterator, Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import pytest
from structlog.testing import capture_logs

from adapters.telegram import Hook, Telegram
from adapters.telegram.webhook import LARGEST_UPDATE
from bot.conversation.effects import Option
from bot.conversation.events import Choice, Left, Text
from bot.ports import Inbound, Rejected
from tests.adapters.test_telegram import QUICK, WORDS, Ear, Pocketbook, message
from tests.servers.places import free_place
from tests.servers.telegram import Json, Person, Status, TelegramServer, said

URL = "https://steady.example/telegram/hook"
SECRET = "canary-Secret_of_the_webhook"
HEADER = "X-Telegram-Bot-Api-Secret-Token"
LOOKS_OFTEN = replace(QUICK, look=0.05, answer=2.0)


@dataclass
class Stage:
    """A running adapter behind a webhook, its server, and Anna with her phone."""

    server: TelegramServer
    ear: Ear
    hook: Hook
    bot: Telegram
    anna: Person
    running: asyncio.Task[None] | None = None

    async def start(self) -> None:
        self.running = asyncio.create_task(self.bot.run())
        await listens(self.hook.listen)

    async def stop(self) -> None:
        if self.running:
            self.running.cancel()
            await asyncio.gather(self.running, return_exceptions=True)

    async def crash(self) -> None:
        """What follows knows nothing of what was."""
        await self.stop()
        self.bot = adapter(self.server, self.ear, self.hook)

    async def brings(
        self, body: bytes | Iterable[bytes], secret: str | None = SECRET, path: str = "/telegram/hook"
    ) -> int:
        """Call the webhook as anybody might; the status."""
        headers = {} if secret is None else {HEADER: secret}
        async with httpx.AsyncClient() as http:
            content = body if isinstance(body, bytes) else chunks(body)
            answer = await http.post(f"http://{self.hook.listen}{path}", content=content, headers=headers)
        assert answer.content == b"" or answer.status_code >= 400
        return answer.status_code

    async def brings_update(self, update: Json) -> int:
        return await self.brings(httpx.Request("POST", URL, json=update).content)


async def chunks(parts: Iterable[bytes]) -> AsyncIterator[bytes]:
    for part in parts:
        yield part


async def listens(place: str) -> None:
    host, port = place.split(":")
    async with asyncio.timeout(10):
        while True:
            try:
                _, writer = await asyncio.open_connection(host, int(port))
            except OSError:
                await asyncio.sleep(0.01)
            else:
                writer.close()
                return await writer.wait_closed()


def adapter(server: TelegramServer, ear: Ear, hook: Hook | None) -> Telegram:
    return Telegram(server.token, ear.receive, Pocketbook(), WORDS, server.url, hook=hook, patience=LOOKS_OFTEN)


def text_of(person: Person, update_id: int, text: str) -> Json:
    return {"update_id": update_id, "message": person.from_person(person.user(), said(text))}


def nested(opening: str, depth: int) -> bytes:
    """An update with so many messages inside one another."""
    return (f'{{"update_id": 17, "message": {opening * depth}1' + "}" * (depth + 1)).encode()


@pytest.fixture
async def quiet() -> AsyncIterator[Stage]:
    """Not started yet."""
    async with TelegramServer() as server:
        ear, hook = Ear(), Hook(URL, SECRET, free_place())
        server.pushing.behind = [f"http://{hook.listen}"]
        stage = Stage(server, ear, hook, adapter(server, ear, hook), server.person(7, "de-AT"))
        yield stage
        await stage.stop()


@pytest.fixture
async def stage(quiet: Stage) -> Stage:
    await quiet.start()
    await quiet.server.until(lambda: bool(quiet.server.called("getWebhookInfo")))
    return quiet


class Gate:
    """Holds up the turns of one person until it is opened."""

    def __init__(self, user: int) -> None:
        self.opened = asyncio.Event()
        self.reached = asyncio.Event()
        self._user = str(user)

    async def __call__(self, heard: Inbound) -> None:
        if heard.address.user == self._user:
            self.reached.set()
            await self.opened.wait()


# ---- hearing ----


async def test_hears_what_telegram_brings_and_never_polls(stage: Stage) -> None:
    await stage.anna.sends("Guten Morgen")
    assert await stage.ear.hears(1) == [Text("Guten Morgen")]
    await stage.server.until(lambda: not stage.server.unconfirmed)
    (call,) = stage.server.called("setWebhook")
    assert call.params == {
        "url": URL,
        "secret_token": SECRET,
        "max_connections": "100",
        "allowed_updates": '["message", "edited_message", "callback_query", "my_chat_member"]',
    } | {name: call.params[name] for name in {"drop_pending_updates"} & set(call.params)}
    assert call.params.get("drop_pending_updates", "false") == "false"
    assert stage.server.called("getUpdates") == []


async def test_hears_what_was_written_while_it_was_down(quiet: Stage) -> None:
    await quiet.anna.sends("while you were away")
    await quiet.start()
    assert await quiet.ear.hears(1) == [Text("while you were away")]


async def test_answers_only_when_the_turn_is_committed(stage: Stage) -> None:
    stage.ear.before = gate = Gate(7)
    update_id = await stage.anna.sends("Do not lose me")
    await asyncio.wait_for(gate.reached.wait(), 3)
    await asyncio.sleep(0.1)
    assert stage.server.unconfirmed == [update_id]
    assert [status for _, status in stage.server.pushing.answers if status] == []

    gate.opened.set()
    await stage.server.until(lambda: not stage.server.unconfirmed)
    assert stage.server.pushing.answers[-1] == (update_id, 200)


async def test_a_slow_chat_holds_up_no_other_and_each_keeps_its_order(stage: Stage) -> None:
    bo, gate = stage.server.person(8), Gate(8)
    stage.ear.before = gate
    await bo.sends("slow")
    for number in range(5):
        await stage.anna.sends(str(number))
    assert await stage.ear.hears(5) == [Text(str(number)) for number in range(5)]

    gate.opened.set()
    assert (await stage.ear.hears(6))[-1] == Text("slow")


async def test_of_one_chat_one_turn_at_a_time_even_when_all_come_at_once(stage: Stage) -> None:
    bo, at_once, most = stage.server.person(8), Counter[str](), Counter[str]()

    async def slow(heard: Inbound) -> None:
        for who in (heard.address.user, "anybody"):
            at_once[who] += 1
            most[who] = max(most[who], at_once[who])
        await asyncio.sleep(0.02)
        at_once.subtract((heard.address.user, "anybody"))

    stage.ear.before = slow
    updates = [text_of(person, 10 * person.id + number, "x") for number in range(6) for person in (stage.anna, bo)]
    assert set(await asyncio.gather(*map(stage.brings_update, updates))) == {200}
    assert len(stage.ear.heard) == 12
    assert most == {"7": 1, "8": 1, "anybody": 2}


async def test_what_is_brought_again_meanwhile_waits_and_bears_the_same_number(stage: Stage) -> None:
    """So that the companion knows it: `tests/end_to_end/test_telegram_webhook.py`."""
    stage.ear.before = gate = Gate(7)
    update = text_of(stage.anna, 17, "once")
    calls = [asyncio.create_task(stage.brings_update(update)) for _ in range(2)]
    await asyncio.wait_for(gate.reached.wait(), 3)
    gate.opened.set()
    assert await asyncio.gather(*calls) == [200, 200]
    assert [heard.id for heard in stage.ear.heard] == ["17", "17"]


async def test_a_turn_that_fails_is_brought_again_and_harms_nobody_else(stage: Stage) -> None:
    bo, failures = stage.server.person(8), iter([RuntimeError, RuntimeError])

    async def fails_twice_for_bo(heard: Inbound) -> None:
        if heard.address.user == "8" and (failure := next(failures, None)):
            raise failure

    stage.ear.before = fails_twice_for_bo
    stubborn = await bo.sends("stubborn")
    await bo.sends("after it")
    await stage.anna.sends("easy")
    assert set(await stage.ear.hears(3)) == {Text("stubborn"), Text("after it"), Text("easy")}
    assert [status for update, status in stage.server.pushing.answers if update == stubborn and status] == [
        503,
        503,
        200,
    ]
    assert stage.ear.events.index(Text("stubborn")) < stage.ear.events.index(Text("after it"))


async def test_a_crash_in_the_middle_of_a_turn_loses_nothing(stage: Stage) -> None:
    stage.ear.before = gate = Gate(7)
    for text in ("one", "two", "three"):
        await stage.anna.sends(text)
    await asyncio.wait_for(gate.reached.wait(), 3)
    await stage.crash()
    assert stage.ear.heard == []

    stage.ear.before = None
    await stage.start()
    assert await stage.ear.hears(3) == [Text("one"), Text("two"), Text("three")]


async def test_a_turn_that_has_begun_gets_through_when_the_process_ends(stage: Stage) -> None:
    stage.ear.before = gate = Gate(7)
    await stage.anna.sends("just in time")
    await asyncio.wait_for(gate.reached.wait(), 3)
    ending = asyncio.create_task(stage.stop())
    await asyncio.sleep(0.05)
    gate.opened.set()
    await ending
    assert stage.ear.events == [Text("just in time")]
    await stage.server.until(lambda: not stage.server.unconfirmed)


async def test_stops_at_once_when_nothing_is_on_its_way(stage: Stage) -> None:
    await stage.anna.sends("hello")
    await stage.server.until(lambda: bool(stage.server.pushing.answers) and not stage.server.unconfirmed)
    async with asyncio.timeout(0.9):  # nothing is waited for, as it is for turns
        await stage.stop()


async def test_a_button_is_answered_at_once_while_its_turn_is_slow(stage: Stage) -> None:
    await stage.bot.send(message("How are you?", (Option("feel:well", "Well"),)), None)
    stage.ear.before = gate = Gate(7)
    press = await stage.anna.presses("Well")
    await stage.server.until(lambda: press.answered_at is not None, timeout=1)
    assert stage.ear.heard == []
    gate.opened.set()
    assert await stage.ear.hears(1) == [Choice("feel:well")]


async def test_hears_that_somebody_left_and_nothing_from_a_group(stage: Stage) -> None:
    group = stage.server.group(-1001)
    await group.adds_bot(stage.anna)
    await group.gets(stage.anna, "my pain is 7 today")
    assert (await group.hears())[0].text == "only in private de"
    await stage.anna.blocks()
    assert await stage.ear.hears(1) == [Left()]
    await stage.server.until(lambda: not stage.server.unconfirmed)
    assert len(group.sees()) == 1


# ---- callers ----


@pytest.mark.parametrize("secret", [None, "", "wrong", SECRET[:-1], f"{SECRET}x", SECRET.lower()])
async def test_who_does_not_know_the_secret_is_not_heard(stage: Stage, secret: str | None) -> None:
    with capture_logs() as logged:
        update = httpx.Request("POST", URL, json=text_of(stage.anna, 17, "not hers")).content
        assert await stage.brings(update, secret) == 403
        assert await stage.brings(b"x" * (2 * LARGEST_UPDATE), secret) == 403
    assert "not hers" not in str(logged)
    assert stage.ear.heard == []


async def test_a_secret_of_strange_letters_is_just_wrong(stage: Stage) -> None:
    reader, writer = await asyncio.open_connection(*stage.hook.listen.split(":"))
    writer.write(b"POST /telegram/hook HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n")
    writer.write(HEADER.encode() + b": \xff\xc3\xa9\r\n\r\n{}")
    assert (await reader.readline()).split()[1] == b"403"
    writer.close()
    await writer.wait_closed()


@pytest.mark.parametrize("chunked", [False, True])
async def test_a_body_beyond_all_updates_is_refused(stage: Stage, chunked: bool) -> None:
    piece = b"x" * 65536
    parts = [piece] * (LARGEST_UPDATE // len(piece) + 1)
    assert await stage.brings(iter(parts) if chunked else b"".join(parts)) == 413
    await stage.anna.sends("and the next")
    assert await stage.ear.hears(1) == [Text("and the next")]


async def test_a_body_that_never_ends_is_not_waited_for(stage: Stage) -> None:
    reader, writer = await asyncio.open_connection(*stage.hook.listen.split(":"))
    writer.write(b"POST /telegram/hook HTTP/1.1\r\nHost: x\r\nContent-Length: 99\r\n")
    writer.write(f"{HEADER}: {SECRET}\r\n\r\n".encode() + b"{")
    async with asyncio.timeout(10):
        assert (await reader.readline()).split()[1] == b"408"
    writer.close()
    await writer.wait_closed()


async def test_the_longest_update_there_can_be_is_heard(stage: Stage) -> None:
    longest = "😀" * 2048
    answered = stage.anna.from_person(stage.anna.user(), said(longest))
    update = text_of(stage.anna, 17, longest)
    update["message"]["reply_to_message"] = answered
    body = httpx.Request("POST", URL, json=update).content
    assert await stage.brings(body) == 200
    assert stage.ear.events == [Text(longest)]


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"my own words",
        b"[]",
        b"null",
        b'{"my own words": 1}',
        b"\xff\xfe",
        b"[" * 100_000,
        nested('{"message": ', 400),
        nested('{"message": ', 50_000),
        b'{"update_id": 1, "message": {"message_id": "my own words"}}',
    ],
    ids=lambda body: repr(body[:20]),
)
async def test_what_cannot_be_read_is_not_brought_again(stage: Stage, body: bytes) -> None:
    with capture_logs() as logged:
        assert await stage.brings(body) == 200
    assert "update illegible" in [line["event"] for line in logged]
    assert "my own words" not in str(logged)
    assert stage.ear.heard == []


async def test_nothing_else_is_served(stage: Stage) -> None:
    assert await stage.brings(b"{}", path="/") == 404
    assert await stage.brings(b"{}", path="/telegram/hook/more") == 404
    async with httpx.AsyncClient() as http:
        assert (
            await http.get(f"http://{stage.hook.listen}/telegram/hook", headers={HEADER: SECRET})
        ).status_code == 405


# ---- having updates brought ----


async def test_a_webhook_that_somebody_removed_is_set_again(stage: Stage) -> None:
    await stage.server.until(lambda: bool(stage.server.webhook))
    await stage.server._delete_webhook({})
    await stage.anna.sends("are you there")
    assert await stage.ear.hears(1) == [Text("are you there")]
    assert len(stage.server.called("setWebhook")) == 2


async def test_tells_when_it_last_saw_that_the_webhook_is_in_place(quiet: Stage) -> None:
    before = quiet.bot.heard_at
    assert before is None
    await quiet.start()
    await quiet.server.until(lambda: len(quiet.server.called("getWebhookInfo")) >= 2)
    after = quiet.bot.heard_at
    assert after
    assert datetime.now(UTC) - after < timedelta(seconds=2)


@pytest.mark.parametrize("method", ["setWebhook", "getWebhookInfo"])
async def test_trouble_with_telegram_passes(quiet: Stage, method: str) -> None:
    quiet.server.fail_next(method, Status(500))
    quiet.server.fail_next(method, Status(401), times=2)
    await quiet.start()
    await quiet.server.until(lambda: len(quiet.server.called("getWebhookInfo")) >= 5)
    await quiet.anna.sends("are you there")
    assert await quiet.ear.hears(1) == [Text("are you there")]


async def test_an_address_that_telegram_refuses_is_told_with_its_reason() -> None:
    async with TelegramServer() as server:
        bot = adapter(server, Ear(), Hook("http://steady.example/hook", SECRET, free_place()))
        with capture_logs() as logged:
            running = asyncio.create_task(bot.run())
            await server.until(lambda: len(server.called("setWebhook")) >= 2)
            running.cancel()
            await asyncio.gather(running, return_exceptions=True)
    refused = [line for line in logged if line["event"] == "webhook not set"]
    assert "an https url must be provided" in refused[0]["reason"]


async def test_tells_when_telegram_cannot_bring_updates(stage: Stage) -> None:
    async def fails(heard: Inbound) -> None:
        raise RuntimeError

    stage.ear.before = fails
    with capture_logs() as logged:
        await asyncio.sleep(1)  # Telegram tells the moment of an error in whole seconds
        await stage.anna.sends("my own words")
        looked = len(stage.server.called("getWebhookInfo"))
        await stage.server.until(lambda: any(status == 503 for _, status in stage.server.pushing.answers))
        await asyncio.sleep(1)
        await stage.server.until(lambda: len(stage.server.called("getWebhookInfo")) > looked)
    told = {line.get("reason") for line in logged if line["event"] == "Telegram could not bring updates"}
    assert told == {"Wrong response from the webhook: 503"}
    assert "my own words" not in str(logged)


async def test_a_revoked_token_ends_it_loudly_and_it_listens_no_more(stage: Stage) -> None:
    assert stage.running
    stage.server.revoke_token()
    with pytest.raises(Rejected, match="STEADY_TELEGRAM_TOKEN"):
        await asyncio.wait_for(stage.running, 10)
    with pytest.raises(httpx.ConnectError):
        await stage.brings(b"{}")


async def test_a_place_that_is_taken_is_an_error(stage: Stage) -> None:
    with pytest.raises(OSError, match="address already in use"):
        await adapter(stage.server, Ear(), stage.hook).run()


async def test_back_to_polling_it_hears_what_was_to_be_brought(quiet: Stage) -> None:
    await quiet.start()
    await quiet.server.until(lambda: bool(quiet.server.webhook))
    await quiet.stop()
    await quiet.anna.sends("for the webhook")
    quiet.bot = adapter(quiet.server, quiet.ear, None)
    quiet.running = asyncio.create_task(quiet.bot.run())
    assert await quiet.ear.hears(1) == [Text("for the webhook")]
    assert quiet.server.webhook == ""


async def test_one_process_leads_and_all_listen(stage: Stage) -> None:
    """Behind one address, as a balancer has them."""
    other, place = Ear(), free_place()
    follower = adapter(stage.server, other, replace(stage.hook, listen=place))
    following = asyncio.create_task(follower.listen())
    await listens(place)
    stage.server.pushing.behind.append(f"http://{place}")
    texts = [f"number {number}" for number in range(8)]
    for text in texts:
        await stage.anna.sends(text)
    await stage.server.until(lambda: not stage.server.unconfirmed, timeout=10)
    assert sorted(map(str, stage.ear.events + other.events)) == sorted(str(Text(text)) for text in texts)
    assert min(len(stage.ear.heard), len(other.heard)) > 0
    assert len(stage.server.called("setWebhook")) == 1
    following.cancel()
    await asyncio.gather(following, return_exceptions=True)


# ---- discretion ----


async def test_neither_the_secret_nor_a_word_of_a_person_is_logged(
    quiet: Stage, caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[Any]
) -> None:
    caplog.set_level(logging.DEBUG)

    async def fails(heard: Inbound) -> None:
        if heard.event == Text("my own words"):
            quiet.ear.before = None
            raise ValueError("my own words")

    quiet.ear.before = fails
    quiet.server.fail_next("setWebhook", Status(500))
    await quiet.start()
    await quiet.anna.sends("my own words")
    assert await quiet.ear.hears(1) == [Text("my own words")]
    assert await quiet.brings(b"my own words") == 200
    await quiet.stop()
    output = capsys.readouterr()
    logged = caplog.text + output.out + output.err
    assert "turn failed" in logged
    assert "webhook set" in logged
    assert SECRET not in logged
    assert SECRET not in repr(quiet.hook)
    assert "my own words" not in logged
    assert URL not in logged
