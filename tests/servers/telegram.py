"""A small, strict Bot API on a real socket: it holds a bot to Telegram's rules, and people can chat with the bot.

Rules are those of the Bot API reference; the error texts are Telegram's own.

    async with TelegramServer() as server:      # the bot's side: server.url and server.token
        anna = server.person(7, language="de")
        await anna.sends("/start")
        (hello,) = await anna.hears()
        await anna.presses(hello.labels[0])
"""

import asyncio
import json
import math
import re
import socket
import struct
import time
from collections import defaultdict, deque
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from types import TracebackType
from typing import Any, Literal, NoReturn, Self

from aiohttp import web
from yarl import URL

from tests.servers.telegram_pushing import Pushing

Json = dict[str, Any]
Kind = Literal["text", "photo", "animation", "voice", "document"]

BOT: Json = {"id": 123456, "is_bot": True, "first_name": "Steady", "username": "steady_bot"}
TOKEN = "123456:AAtest-token_of_Steady"
MEGABYTE = 1024 * 1024
WEBHOOK_PORTS = {443, 80, 88, 8443}


@dataclass(frozen=True, slots=True)
class Status:
    """Telegram, or something before it, answers with an error. `retry_after` belongs to 429."""

    code: int
    retry_after: int | None = None
    description: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """Something on the way to Telegram answers with a web page."""

    code: int
    after_effect: bool = False


@dataclass(frozen=True, slots=True)
class Reset:
    """The connection breaks: before the request took effect, or after."""

    after_effect: bool = False


@dataclass(frozen=True, slots=True)
class Silence:
    """No answer ever comes."""

    after_effect: bool = False


@dataclass(frozen=True, slots=True)
class Slow:
    """All goes well, only the answer takes so many seconds."""

    seconds: float
    after_effect: bool = True


Fault = Status | Page | Reset | Silence | Slow


@dataclass(frozen=True, slots=True)
class Limits:
    """How many messages go through; whoever sends more waits `penalty` seconds (in real life 18 to 35)."""

    per_second: int = 30
    chat_per_second: int = 5
    group_per_minute: int = 20
    penalty: int = 1


@dataclass(frozen=True, slots=True)
class Upload:
    name: str
    content: bytes = field(repr=False)


Params = Mapping[str, str | Upload]


@dataclass(frozen=True, slots=True)
class Call:
    """A request as it arrived, whatever came of it."""

    method: str
    params: Params
    at: float


@dataclass(frozen=True, slots=True)
class Button:
    label: str
    data: str


@dataclass(frozen=True, slots=True)
class Seen:
    """A message of the bot as it stands in the chat; `text` is the caption where there is a file."""

    message_id: int
    text: str
    rows: tuple[tuple[Button, ...], ...] = ()
    kind: Kind = "text"
    file_name: str | None = None
    file_id: str | None = None
    content: bytes | None = field(default=None, repr=False)
    date: int = 0
    seconds: int = 0

    @property
    def buttons(self) -> tuple[Button, ...]:
        return tuple(button for row in self.rows for button in row)

    @property
    def labels(self) -> tuple[str, ...]:
        return tuple(button.label for button in self.buttons)


@dataclass(slots=True)
class Press:
    """A pressed button: it shows a waiting mark until `answered_at`."""

    id: str
    pressed_at: float
    answered_at: float | None = None
    is_old: bool = False


class Refusal(Exception):
    """An error answer of the Bot API."""

    def __init__(self, code: int, description: str, **parameters: int) -> None:
        super().__init__(description)
        self.body: Json = {"ok": False, "error_code": code, "description": description}
        if parameters:
            self.body["parameters"] = parameters
        self.code = code


def bad_request(what: str) -> Refusal:
    return Refusal(400, f"Bad Request: {what}")


class TelegramServer:
    """Use it as an async context; it serves within the event loop that entered it."""

    def __init__(self, token: str = TOKEN, limits: Limits | None = None) -> None:
        self.token = token
        self.limits = limits or Limits()
        self.ahead = timedelta()  # of its clock, as the answers tell the time
        self.calls: list[Call] = []
        self.webhook = ""
        self.secret = ""
        self.pushing = Pushing(self)
        self.allowed_updates: list[str] | None = None
        self.commands: dict[str, list[Json]] = {}
        self.descriptions: dict[str, str] = {}
        self.abouts: dict[str, str] = {}
        self.presses: dict[str, Press] = {}
        self._port = 0
        self._runner: web.AppRunner | None = None
        self._faults: defaultdict[str, deque[Fault]] = defaultdict(deque)
        self._chats: dict[int, Chat] = {}
        self._moved: dict[int, int] = {}
        self._files: dict[str, tuple[Kind, Upload]] = {}
        self._updates: list[Json] = []
        self._next_update = 900_001
        self._next_id = 1
        self._polls = 0
        self._sent_at: deque[float] = deque(maxlen=1000)
        self._news = asyncio.Condition()

    # ---- the network ----

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._port}"

    async def __aenter__(self) -> Self:
        await self.comes_back()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.goes_away()

    async def goes_away(self) -> None:
        """Nobody listens any more; connections are refused."""
        await self.pushing.stop()
        if self._runner:
            await self._runner.cleanup()
            self._runner = None

    async def comes_back(self) -> None:
        """At the same port, with everything it knew."""
        app = web.Application(client_max_size=64 * MEGABYTE)
        app.router.add_post("/bot{token}/{method}", self._serve)
        app.on_response_prepare.append(self._tell_time)
        self._runner = web.AppRunner(app, handler_cancellation=True, shutdown_timeout=0.05, access_log=None)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", self._port)
        await site.start()
        self._port = self._runner.addresses[0][1]
        if self.webhook:
            self.pushing.start()

    async def _tell_time(self, _: web.Request, response: web.StreamResponse) -> None:
        response.headers["Date"] = format_datetime(datetime.now(UTC) + self.ahead, usegmt=True)

    def fail_next(self, method: str, fault: Fault, times: int = 1) -> None:
        """The next calls of the method fail so; `*` stands for any method."""
        self._faults[method].extend([fault] * times)

    def mend(self) -> None:
        """No more of the failures that were asked for."""
        self._faults.clear()

    def revoke_token(self) -> None:
        self.token = "123456:AAanother-token"

    # ---- people and groups ----

    def person(self, user_id: int, language: str | None = "en") -> "Person":
        """Somebody with a chat with the bot."""
        return self._chats.setdefault(user_id, Person(self, user_id, language))  # type: ignore[return-value] # ids of people are positive, of groups negative

    def group(self, chat_id: int) -> "Group":
        """A group; its id is negative."""
        return self._chats.setdefault(chat_id, Group(self, chat_id))  # type: ignore[return-value] # as above

    def move_chat(self, old: int, new: int) -> None:
        """A group became a supergroup."""
        self._moved[old] = new

    # ---- what tests ask about ----

    def called(self, method: str) -> list[Call]:
        return [call for call in self.calls if call.method == method]

    @property
    def polls(self) -> int:
        """How often the bot asked for updates."""
        return self._polls

    @property
    def unconfirmed(self) -> list[int]:
        """The ids of the updates that the bot has not confirmed."""
        return [update["update_id"] for update in self.waiting]

    @property
    def waiting(self) -> list[Json]:
        """The updates that the bot has not confirmed."""
        return list(self._updates)

    def confirm(self, update_id: int) -> None:
        """The bot need not be told of it again."""
        self._updates = [update for update in self._updates if update["update_id"] != update_id]

    def renumber(self, start: int) -> None:
        """Updates after a week without any start at a number of Telegram's choice."""
        self._next_update = start

    def forget_files(self) -> None:
        """No `file_id` is valid any more, as with another bot's token."""
        self._files.clear()

    async def until(self, holds: Callable[[], bool], timeout: float = 3.0) -> None:  # noqa: ASYNC109 - part of the question
        """Wait until something holds that a request changes."""
        try:
            async with asyncio.timeout(timeout), self._news:
                await self._news.wait_for(holds)
        except TimeoutError:
            raise AssertionError(f"it did not come to hold within {timeout:g} s") from None

    # ---- used by people ----

    async def update(self, kind: str, body: Json) -> int:
        """Queue an update, if the bot wants such; returns its id."""
        update_id = self._next_update
        self._next_update += 1
        if self.allowed_updates is None or kind in self.allowed_updates:
            self._updates.append({"update_id": update_id, kind: body})
        await self.announce()
        return update_id

    async def announce(self) -> None:
        async with self._news:
            self._news.notify_all()

    def new_id(self) -> int:
        self._next_id += 1
        return self._next_id

    # ---- serving ----

    async def _serve(self, request: web.Request) -> web.Response:
        method = request.match_info["method"]
        params = await _params(request)
        self.calls.append(Call(method, params, time.monotonic()))
        fault = self._fault(method)
        try:
            if isinstance(fault, Status):
                raise _refusal(fault)
            if fault is None or fault.after_effect:
                answer: Json = {"ok": True, "result": await self._call(request, method, params)}
        except Refusal as refusal:
            return web.json_response(refusal.body, status=refusal.code)
        finally:
            await self.announce()
        match fault:
            case Page():
                return web.Response(text="<html>Log in here</html>", status=fault.code, content_type="text/html")
            case Reset() | Silence():
                await _break(request, fault)
            case Slow():
                await asyncio.sleep(fault.seconds)
            case None:
                pass
        return web.json_response(answer)

    def _fault(self, method: str) -> Fault | None:
        for waiting in (self._faults[method], self._faults["*"]):
            if waiting:
                return waiting.popleft()
        return None

    async def _call(self, request: web.Request, method: str, params: Params) -> Any:
        if request.match_info["token"] != self.token:
            is_token = re.fullmatch(r"\d+:[\w-]+", request.match_info["token"])
            raise Refusal(401, "Unauthorized") if is_token else Refusal(404, "Not Found")
        known: dict[str, Callable[[Params], Awaitable[Any]]] = {
            "getMe": self._get_me,
            "getUpdates": self._get_updates,
            "setWebhook": self._set_webhook,
            "getWebhookInfo": self._get_webhook_info,
            "deleteWebhook": self._delete_webhook,
            "sendMessage": self._send_message,
            "sendPhoto": self._send_photo,
            "sendAnimation": self._send_animation,
            "sendVoice": self._send_voice,
            "sendDocument": self._send_document,
            "answerCallbackQuery": self._answer_callback_query,
            "editMessageReplyMarkup": self._edit_message_reply_markup,
            "getMyCommands": self._get_my_commands,
            "setMyCommands": self._set_my_commands,
            "getMyDescription": self._get_my_description,
            "setMyDescription": self._set_my_description,
            "getMyShortDescription": self._get_my_short_description,
            "setMyShortDescription": self._set_my_short_description,
        }
        if method not in known:
            raise Refusal(404, "Not Found: method not found")
        return await known[method](params)

    async def _get_me(self, params: Params) -> Json:
        return BOT

    # ---- updates ----

    async def _get_updates(self, params: Params) -> list[Json]:
        if self.webhook:
            raise Refusal(
                409,
                "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook"
                " first",
            )
        if "allowed_updates" in params:
            self.allowed_updates = json.loads(_text(params, "allowed_updates"))
        offset = int(_text(params, "offset", "0"))
        self._updates = [update for update in self._updates if update["update_id"] >= offset]
        await self._wait_for_updates(min(50.0, float(_text(params, "timeout", "0"))))
        return self._updates[: int(_text(params, "limit", "100"))]

    async def _wait_for_updates(self, seconds: float) -> None:
        self._polls += 1
        mine = self._polls
        async with self._news:
            self._news.notify_all()
            try:
                async with asyncio.timeout(seconds):
                    await self._news.wait_for(lambda: bool(self._updates) or self._polls != mine)
            except TimeoutError:
                return
        if self._polls != mine:
            raise Refusal(409, USUAL_TEXTS[409])

    async def _set_webhook(self, params: Params) -> bool:
        url, secret = URL(_text(params, "url")), _text(params, "secret_token", "")
        if url.scheme != "https":
            raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
        if url.port not in WEBHOOK_PORTS:
            raise bad_request("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443")
        if not re.fullmatch(r"[\w-]{0,256}", secret, re.ASCII):
            raise bad_request("secret token contains unallowed characters")
        if _text(params, "drop_pending_updates", "false").lower() == "true":
            self._updates.clear()
        if "allowed_updates" in params:
            self.allowed_updates = json.loads(_text(params, "allowed_updates"))
        self.webhook, self.secret = str(url), secret
        self.pushing.most = int(_text(params, "max_connections", "40"))
        self.pushing.start()
        return True

    async def _get_webhook_info(self, params: Params) -> Json:
        info: Json = {"url": self.webhook, "has_custom_certificate": False, "pending_update_count": len(self._updates)}
        if self.pushing.last_error:
            moment, what = self.pushing.last_error
            info |= {"last_error_date": int(moment), "last_error_message": what}
        return info

    async def _delete_webhook(self, params: Params) -> bool:
        await self.pushing.stop()
        self.webhook = ""
        if _text(params, "drop_pending_updates", "false").lower() == "true":
            self._updates.clear()
        return True

    # ---- messages ----

    async def _send_message(self, params: Params) -> Json:
        chat = self._chat(params)
        text = _text(params, "text", "").strip()  # as Telegram does
        if not text:
            raise bad_request("message text is empty")
        if _units(text) > 4096:
            raise bad_request("message is too long")
        return self._post(chat, Seen(self.new_id(), text, _rows(params)))

    async def _send_photo(self, params: Params) -> Json:
        return self._send_file(params, "photo", 10 * MEGABYTE)

    async def _send_animation(self, params: Params) -> Json:
        return self._send_file(params, "animation", 50 * MEGABYTE)

    async def _send_voice(self, params: Params) -> Json:
        if self._chat(params).takes_no_voice:
            raise bad_request("VOICE_MESSAGES_FORBIDDEN")
        return self._send_file(params, "voice", 50 * MEGABYTE)

    async def _send_document(self, params: Params) -> Json:
        return self._send_file(params, "document", 50 * MEGABYTE)

    def _send_file(self, params: Params, kind: Kind, room: int) -> Json:
        chat = self._chat(params)
        caption = _text(params, "caption", "").strip()
        if _units(caption) > 1024:
            raise bad_request("message caption is too long")
        rows = _rows(params)
        file_id, shown, upload = self._file(params, kind, room)
        return self._post(
            chat,
            Seen(
                self.new_id(),
                caption,
                rows,
                shown,
                upload.name,
                file_id,
                upload.content,
                int(time.time()),
                int(_text(params, "duration", "0")),
            ),
        )

    def _file(self, params: Params, kind: Kind, room: int) -> tuple[str, Kind, Upload]:
        given = params.get(kind, "")
        if isinstance(given, str) and given.startswith("attach://"):
            given = params.get(given.removeprefix("attach://"), "")
        if isinstance(given, Upload):
            return self._keep(given, kind, room)
        if given not in self._files:
            raise bad_request("wrong file identifier/HTTP URL specified")
        shown, upload = self._files[given]
        if shown != kind:
            raise bad_request(f"can't use file of type {shown.capitalize()} as {kind.capitalize()}")
        return given, shown, upload

    def _keep(self, upload: Upload, kind: Kind, room: int) -> tuple[str, Kind, Upload]:
        if len(upload.content) > room:
            raise Refusal(413, "Request Entity Too Large")
        if not upload.content:
            raise bad_request("file must be non-empty")
        shown = _shown_as(kind, upload.content)
        file_id = f"BQACAgIAAxkD{self.new_id():08d}{shown}"
        self._files[file_id] = (shown, upload)
        return file_id, shown, upload

    def _chat(self, params: Params) -> "Chat":
        chat_id = int(_text(params, "chat_id"))
        if chat_id in self._moved:
            raise Refusal(
                400,
                "Bad Request: group chat was upgraded to a supergroup chat",
                migrate_to_chat_id=self._moved[chat_id],
            )
        if chat_id not in self._chats:
            raise bad_request("chat not found")
        chat = self._chats[chat_id]
        if chat.closed:
            raise Refusal(403, f"Forbidden: {chat.closed}")
        self._count(chat)
        return chat

    def _count(self, chat: "Chat") -> None:
        """Flood control; what is refused doesn't count."""
        now = time.monotonic()
        if now < chat.flooded_until:
            raise _flood(chat.flooded_until - now)
        crowded = _since(self._sent_at, now - 1) >= self.limits.per_second
        if crowded or chat.is_full(self.limits, now):
            chat.flooded_until = now + self.limits.penalty
            raise _flood(self.limits.penalty)
        self._sent_at.append(now)
        chat.sent_at.append(now)

    def _post(self, chat: "Chat", seen: Seen) -> Json:
        chat.messages.append(seen)
        return chat.message(seen)

    async def _answer_callback_query(self, params: Params) -> bool:
        press = self.presses.get(_text(params, "callback_query_id"))
        if press is None or press.answered_at or press.is_old or time.monotonic() - press.pressed_at > 150:
            raise bad_request("query is too old and response timeout expired or query ID is invalid")
        if _units(_text(params, "text", "")) > 200:
            raise bad_request("MESSAGE_TOO_LONG")
        press.answered_at = time.monotonic()
        return True

    async def _edit_message_reply_markup(self, params: Params) -> Json:
        chat = self._chat(params)
        wanted = int(_text(params, "message_id", "0"))
        for place, seen in enumerate(chat.messages):
            if seen.message_id == wanted:
                changed = replace(seen, rows=_rows(params))
                if changed == seen:
                    raise bad_request(
                        "message is not modified: specified new message content and reply markup are exactly the same"
                        " as a current content and reply markup of the message"
                    )
                chat.messages[place] = changed
                return chat.message(changed)
        raise bad_request("message to edit not found")

    # ---- the profile ----

    async def _get_my_commands(self, params: Params) -> list[Json]:
        return self.commands.get(_language(params), [])

    async def _set_my_commands(self, params: Params) -> bool:
        commands: list[Json] = json.loads(_text(params, "commands"))
        if len(commands) > 100:
            raise bad_request("too many commands specified")
        for command in commands:
            if not re.fullmatch(r"[a-z0-9_]{1,32}", command["command"]):
                raise bad_request("BOT_COMMAND_INVALID")
            if not 1 <= len(command["description"]) <= 256:
                raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
        self.commands[_language(params)] = commands
        return True

    async def _get_my_description(self, params: Params) -> Json:
        return {"description": self.descriptions.get(_language(params), "")}

    async def _set_my_description(self, params: Params) -> bool:
        if len(_text(params, "description", "")) > 512:
            raise bad_request("bot description is too long")
        self.descriptions[_language(params)] = _text(params, "description", "")
        return True

    async def _get_my_short_description(self, params: Params) -> Json:
        return {"short_description": self.abouts.get(_language(params), "")}

    async def _set_my_short_description(self, params: Params) -> bool:
        if len(_text(params, "short_description", "")) > 120:
            raise bad_request("bot short description is too long")
        self.abouts[_language(params)] = _text(params, "short_description", "")
        return True


class Chat:
    """A chat that the bot may write to."""

    closed = ""  # why the bot can't write here, in Telegram's words
    takes_no_voice = False  # a setting of people's, for voice messages

    def __init__(self, server: TelegramServer, chat_id: int) -> None:
        self.id = chat_id
        self.messages: list[Seen] = []
        self.sent_at: deque[float] = deque(maxlen=1000)
        self.flooded_until = 0.0
        self._server = server
        self._written: Json = {}
        self._read = 0

    def json(self) -> Json:
        raise NotImplementedError

    def is_full(self, limits: Limits, now: float) -> bool:
        """Whether one more message now is one too many."""
        return _since(self.sent_at, now - 1) >= limits.chat_per_second

    def sees(self) -> list[Seen]:
        """All messages of the bot that stand in the chat."""
        return list(self.messages)

    async def hears(
        self,
        wanted: int | Callable[[Seen], bool] = 1,
        timeout: float = 3.0,  # noqa: ASYNC109 - the time to wait is part of the question
    ) -> list[Seen]:
        """Wait for so many new messages, or for one of which the claim holds; returns the new ones up to there."""

        def end() -> int | None:
            if isinstance(wanted, int):
                return self._read + wanted if len(self.messages) >= self._read + wanted else None
            news = enumerate(self.messages[self._read :], self._read + 1)
            return next((place for place, seen in news if wanted(seen)), None)

        try:
            await self._server.until(lambda: end() is not None, timeout)
        except AssertionError:
            raise AssertionError(f"not heard within {timeout:g} s; new: {self.messages[self._read :]}") from None
        start, self._read = self._read, end() or self._read
        return self.messages[start : self._read]

    def message(self, seen: Seen) -> Json:
        """A message of the bot as Telegram tells of it."""
        body: Json = {"message_id": seen.message_id, "date": seen.date, "chat": self.json(), "from": BOT}
        if seen.rows:
            rows = [[{"text": button.label, "callback_data": button.data} for button in row] for row in seen.rows]
            body["reply_markup"] = {"inline_keyboard": rows}
        if seen.kind == "text":
            return body | {"text": seen.text}
        if seen.text:
            body["caption"] = seen.text
        return body | _attachment(seen)

    def from_person(self, user: Json, content: Json) -> Json:
        head: Json = {"message_id": self._server.new_id(), "date": int(time.time()), "chat": self.json(), "from": user}
        self._written = head | content
        return self._written


class Person(Chat):
    """Somebody with a phone."""

    def __init__(self, server: TelegramServer, user_id: int, language: str | None) -> None:
        super().__init__(server, user_id)
        self._language = language

    def json(self) -> Json:
        return {"id": self.id, "type": "private", "first_name": f"P{self.id}"}

    def user(self) -> Json:
        user: Json = {"id": self.id, "is_bot": False, "first_name": f"P{self.id}"}
        return user | {"language_code": self._language} if self._language else user

    async def sends(self, text: str) -> int:
        """Write to the bot; returns the update's id."""
        return await self._server.update("message", self.from_person(self.user(), said(text)))

    async def edits(self, text: str) -> int:
        """Put the newest message they wrote into other words; Telegram notes the second."""
        edited_at = max(int(time.time()), self._written.get("edit_date", 0) + 1)
        head = {key: self._written[key] for key in ("message_id", "date", "chat", "from")}
        self._written = head | said(text) | {"edit_date": edited_at}
        return await self.changes()

    async def changes(self) -> int:
        """Something about the newest message they wrote is new, none of its words: a reaction to it, a preview."""
        return await self._server.update("edited_message", self._written)

    async def sends_media(self, kind: str, caption: str | None = None) -> int:
        """One of `MEDIA`."""
        content = MEDIA[kind] | ({"caption": caption} if caption else {})
        return await self._server.update("message", self.from_person(self.user(), content))

    async def sends_sticker(self) -> int:
        return await self.sends_media("sticker")

    async def presses(self, label: str) -> Press:
        """Press the button on the newest message that has it."""
        for seen in reversed(self.messages):
            for button in seen.buttons:
                if button.label == label:
                    return await self._press(seen, button)
        raise AssertionError(f"no button {label!r}; there are {[seen.labels for seen in self.messages]}")

    async def _press(self, seen: Seen, button: Button) -> Press:
        press = Press(str(self._server.new_id()), time.monotonic())
        self._server.presses[press.id] = press
        body: Json = {"id": press.id, "from": self.user(), "chat_instance": "1", "data": button.data}
        await self._server.update("callback_query", body | {"message": self.message(seen)})
        return press

    async def blocks(self) -> None:
        self.closed = "bot was blocked by the user"
        await self._membership("member", "kicked")

    async def unblocks(self) -> None:
        self.closed = ""
        await self._membership("kicked", "member")

    def deletes_account(self) -> None:
        self.closed = "user is deactivated"

    async def _membership(self, old: str, new: str) -> None:
        await self._server.update("my_chat_member", membership(self.json(), self.user(), old, new))


class Group(Chat):
    """A group, in which the bot hears commands and its name, as Telegram's privacy mode has it."""

    def json(self) -> Json:
        return {"id": self.id, "type": "supergroup", "title": "Our group"}

    def is_full(self, limits: Limits, now: float) -> bool:
        return super().is_full(limits, now) or _since(self.sent_at, now - 60) >= limits.group_per_minute

    async def adds_bot(self, person: Person) -> None:
        self.closed = ""
        change = membership(self.json(), person.user(), "left", "member")
        await self._server.update("my_chat_member", change)

    async def removes_bot(self, person: Person) -> None:
        self.closed = "bot was kicked from the supergroup chat"
        change = membership(self.json(), person.user(), "member", "kicked")
        await self._server.update("my_chat_member", change)

    async def gets(self, person: Person, text: str) -> None:
        """Somebody writes in the group."""
        await self._server.update("message", self.from_person(person.user(), said(text)))


def said(text: str) -> Json:
    """A text with the entities that Telegram finds in it."""
    marks = [("bot_command", r"^/\w+(@\w+)?"), ("mention", r"(?<!\S)@\w+")]
    entities = [
        {"type": kind, "offset": _units(text[: found.start()]), "length": _units(found[0])}
        for kind, mark in marks
        for found in re.finditer(mark, text)
    ]
    return {"text": text} | ({"entities": entities} if entities else {})


def membership(chat: Json, user: Json, old: str, new: str) -> Json:
    """The bot's own standing in a chat changed."""

    def standing(status: str) -> Json:
        return {"user": BOT, "status": status} | ({"until_date": 0} if status == "kicked" else {})

    return {
        "chat": chat,
        "from": user,
        "date": int(time.time()),
        "old_chat_member": standing(old),
        "new_chat_member": standing(new),
    }


_FILE: Json = {"file_id": "AAMCAgADGQE", "file_unique_id": "AQADx", "file_size": 1024}
_PICTURE: Json = _FILE | {"width": 320, "height": 320}
_DOCUMENT: Json = _FILE | {"file_name": "letter.pdf", "mime_type": "application/pdf"}
_PLACE: Json = {"latitude": 52.5, "longitude": 13.4}

# What people send besides words, as Telegram tells of it.
MEDIA: Mapping[str, Json] = {
    "sticker": {"sticker": _PICTURE | {"type": "regular", "is_animated": False, "is_video": False, "emoji": "👍"}},
    "voice": {"voice": _FILE | {"duration": 3, "mime_type": "audio/ogg"}},
    "video_note": {"video_note": _FILE | {"duration": 3, "length": 240}},
    "video": {"video": _PICTURE | {"duration": 3}},
    "animation": {"animation": _PICTURE | {"duration": 3}, "document": _DOCUMENT},
    "photo": {"photo": [_PICTURE | {"width": 90, "height": 90}, _PICTURE]},
    "audio": {"audio": _FILE | {"duration": 180}},
    "document": {"document": _DOCUMENT},
    "contact": {"contact": {"phone_number": "+4930123", "first_name": "Bo"}},
    "location": {"location": _PLACE},
    "venue": {"venue": {"location": _PLACE, "title": "Park", "address": "Here 1"}, "location": _PLACE},
    "dice": {"dice": {"emoji": "🎲", "value": 4}},
}


def _attachment(seen: Seen) -> Json:
    file: Json = {"file_id": seen.file_id, "file_unique_id": f"u{seen.file_id}"}
    sized = file | {"width": 320, "height": 320}
    match seen.kind:
        case "photo":
            return {"photo": [sized | {"file_id": f"{seen.file_id}-small", "width": 90, "height": 90}, sized]}
        case "animation":
            return {"animation": sized | {"duration": 10}, "document": file}
        case "voice":
            return {"voice": file | {"duration": seen.seconds}}
        case _:
            return {"document": file | {"file_name": seen.file_name}}


def _shown_as(kind: Kind, content: bytes) -> Kind:
    is_picture = content.startswith((b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"))
    if kind == "photo" and not is_picture:
        raise bad_request("IMAGE_PROCESS_FAILED")
    is_film = content.startswith((b"GIF87a", b"GIF89a")) or content[4:8] == b"ftyp"
    is_opus = content.startswith(b"OggS") and b"OpusHead" in content[:64]
    is_shown = {"animation": is_film, "voice": is_opus}.get(kind, True)
    return kind if is_shown else "document"


def _rows(params: Params) -> tuple[tuple[Button, ...], ...]:
    markup = json.loads(_text(params, "reply_markup", "{}"))
    rows = tuple(tuple(_button(button) for button in row) for row in markup.get("inline_keyboard", []))
    if sum(len(row) for row in rows) > 100:
        raise bad_request("reply markup is too long")
    return rows


def _button(button: Json) -> Button:
    if not button["text"].strip():
        raise bad_request("can't parse inline keyboard button: text must be non-empty")
    if not 1 <= len(button.get("callback_data", "").encode()) <= 64:
        raise bad_request("BUTTON_DATA_INVALID")
    return Button(button["text"], button["callback_data"])


def _language(params: Params) -> str:
    code = _text(params, "language_code", "")
    if code and not re.fullmatch("[a-z]{2}", code):
        raise bad_request("invalid language code specified")
    return code


def _text(params: Params, name: str, default: str | None = None) -> str:
    value = params.get(name, default)
    if not isinstance(value, str):
        raise bad_request(f"parameter {name} is required")
    return value


def _units(text: str) -> int:
    """Telegram counts UTF-16 units."""
    return len(text.encode("utf-16-le")) // 2


async def _params(request: web.Request) -> Params:
    return {
        name: value if isinstance(value, str) else Upload(value.filename, value.file.read())
        for name, value in (await request.post()).items()
        if isinstance(value, str | web.FileField)
    }


USUAL_TEXTS = {
    400: "Bad Request: something is wrong",
    401: "Unauthorized",
    404: "Not Found",
    409: "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
    500: "Internal Server Error",
    502: "Bad Gateway",
}


def _refusal(fault: Status) -> Refusal:
    if fault.code == 429:
        return _flood(fault.retry_after or 1)
    return Refusal(fault.code, fault.description or USUAL_TEXTS[fault.code])


def _flood(seconds: float) -> Refusal:
    wait = max(1, math.ceil(seconds))
    return Refusal(429, f"Too Many Requests: retry after {wait}", retry_after=wait)


def _since(moments: deque[float], start: float) -> int:
    return sum(moment > start for moment in moments)


async def _break(request: web.Request, fault: Reset | Silence) -> NoReturn:
    if isinstance(fault, Silence):
        await asyncio.Event().wait()
    if request.transport:
        # Without lingering the kernel sends a reset, not an orderly end.
        request.transport.get_extra_info("socket").setsockopt(
            socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0)
        )
        request.transport.abort()
    raise asyncio.CancelledError
