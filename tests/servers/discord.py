"""A small strict Discord on loopback sockets: what the API does to a bot, what a person sees of it, and its faults.

It is strict where Discord is (sizes, nonces, three seconds for an interaction, five messages in five seconds) and
where discord.py is (`Content-Type: application/json` exactly, a `Via` header on 429).
"""

import asyncio
import itertools
import json
import re
import time
import zlib
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, Literal, Self

from aiohttp import BodyPartReader, WSMsgType, web

Payload = dict[str, Any]
Handler = Callable[[web.Request], Any]

Fault = Literal["503", "500 after", "reset", "reset after"]
"""How a request fails: refused, done but answered with 500, or cut off before or after it was done."""

Where = Literal["dm", "server", "group", "friends"]

EPOCH = 1_420_070_400_000
RIGHT_TOKEN = "right-token"
BOT_ID = "900000000000000001"
APPLICATION_ID = "900000000000000002"
GUILD_ID = "900000000000000003"
GUILD_CHANNEL_ID = "900000000000000004"
GROUP_CHANNEL_ID = "900000000000000005"
FRIENDS_CHANNEL_ID = "900000000000000006"

EPHEMERAL = 64
DIRECT_MESSAGES = 1 << 12
GUILD_MESSAGES = 1 << 9
PRIVILEGED = 1 << 1 | 1 << 8 | 1 << 15
CONTEXTS: Mapping[Where, int] = {"server": 0, "dm": 1, "group": 2, "friends": 2}

SECONDS_FOR_AN_ANSWER = 3.0
NONCE_SECONDS = 300.0


class DidNotRespond(AssertionError):
    """The person sees "The application did not respond"."""


@dataclass(frozen=True, slots=True)
class SeenFile:
    name: str
    content: bytes = field(repr=False)
    alt_text: str


@dataclass(frozen=True, slots=True)
class Seen:
    """A message of the bot as a person sees it. `private` is false where others read along."""

    id: str
    text: str
    labels: tuple[str, ...] = ()
    files: tuple[SeenFile, ...] = ()
    private: bool = True


@dataclass(slots=True)
class Interaction:
    """A pressed button or a called command, and what the bot did about it."""

    id: str
    token: str
    kind: int
    person: "Person"
    where: Where
    began: float
    answer: int | None = None
    ephemeral: bool = False
    note: str | None = None
    is_deleted: bool = False
    answered: asyncio.Event = field(default_factory=asyncio.Event)


@dataclass(slots=True)
class Session:
    """A gateway session; what it missed is kept until it resumes or is invalidated."""

    id: str
    intents: int
    socket: web.WebSocketResponse | None
    deflate: Any
    sequence: int = 0
    events: list[Payload] = field(default_factory=list)


@dataclass(slots=True)
class Channel:
    id: str
    person: "Person"
    messages: list[Payload] = field(default_factory=list)
    sent: deque[float] = field(default_factory=deque)

    def message(self, message_id: str) -> Payload:
        return next(message for message in self.messages if message["id"] == message_id)


class Problem(Exception):
    """An answer that is an error."""

    def __init__(self, status: int, code: int, text: str) -> None:
        super().__init__(text)
        self.status = status
        self.code = code
        self.text = text

    def response(self) -> web.Response:
        return answer({"message": self.text, "code": self.code}, self.status)


class TooMany(Exception):
    """A 429. Without `Via` discord.py takes it for a ban."""

    def __init__(self, seconds: float, headers: Mapping[str, str]) -> None:
        super().__init__(f"{seconds:g} s")
        self.seconds = seconds
        self.headers = headers

    def response(self) -> web.Response:
        is_global = "X-RateLimit-Global" in self.headers
        content = {"message": "You are being rate limited.", "retry_after": self.seconds, "global": is_global}
        return answer(content, 429, {**self.headers, "Via": "1.1 google", "Retry-After": f"{self.seconds:.3f}"})


def answer(content: Any, status: int = 200, headers: Mapping[str, str] | None = None) -> web.Response:
    everywhere = {"Content-Type": "application/json", **(headers or {})}
    return web.Response(body=json.dumps(content).encode(), status=status, headers=everywhere)


class Person:
    """Someone with an account, at their own screen."""

    def __init__(self, server: "DiscordServer", user_id: str, locale: str, *, is_bot: bool = False) -> None:
        self.id = user_id
        self.locale = locale
        self.closed_with: int | None = None
        self._server = server
        self._is_bot = is_bot
        self._heard = 0
        self._screen: list[Seen] = []
        self._news = asyncio.Condition()

    @property
    def user(self) -> Payload:
        name = f"person{self.id}"
        return {"id": self.id, "username": name, "discriminator": "0", "avatar": None, "bot": self._is_bot}

    @property
    def chat(self) -> str:
        """The id of the direct message with the bot."""
        return self._server.direct_message(self).id

    async def sends(self, text: str) -> str:
        """Write to the bot; returns the id of the message."""
        return await self._writes({"content": text})

    async def edits(self, message_id: str, text: str) -> None:
        """Put a message into other words."""
        message = self._server.direct_message(self).message(message_id)
        message |= {"content": text, "edited_timestamp": datetime.now(UTC).isoformat()}
        await self.changes(message_id)

    async def changes(self, message_id: str) -> None:
        """Something about a message is new, none of its words: a preview of a link, a pin."""
        message = self._server.direct_message(self).message(message_id)
        await self._server.dispatch("MESSAGE_UPDATE", message, DIRECT_MESSAGES)

    async def sends_sticker(self) -> str:
        return await self._writes({"sticker_items": [{"id": "1", "name": "wave", "format_type": 1}]})

    async def sends_file(self, name: str, media_type: str) -> str:
        url = f"https://cdn.example/{name}"
        one = {"id": "1", "filename": name, "size": 9, "content_type": media_type, "url": url, "proxy_url": url}
        return await self._writes({"attachments": [one]})

    async def sees_notice(self) -> str:
        """Discord itself puts a line into the chat: a pinned message."""
        return await self._writes({"type": 6})

    async def writes_in_server(self, text: str) -> None:
        """Write where many read; only a bot that asked to read servers is told."""
        message = self._server.message(self.user, GUILD_CHANNEL_ID, {"content": text})
        await self._server.dispatch("MESSAGE_CREATE", message | {"guild_id": GUILD_ID}, GUILD_MESSAGES)

    async def edits_in_server(self, text: str) -> None:
        """Edit where many read; only a bot that asked to read servers is told."""
        edited = {"content": text, "edited_timestamp": datetime.now(UTC).isoformat()}
        message = self._server.message(self.user, GUILD_CHANNEL_ID, edited)
        await self._server.dispatch("MESSAGE_UPDATE", message | {"guild_id": GUILD_ID}, GUILD_MESSAGES)

    async def runs(self, name: str, argument: str = "", where: Where = "dm") -> Interaction:
        """Call a slash command. Raises `DidNotRespond` as Discord would tell the person."""
        command = self._server.command(name)
        assert CONTEXTS[where] in command["contexts"], f"/{name} is not offered here"
        options = [{"name": "text", "type": 3, "value": argument}] if argument else []
        content = {"id": command["id"], "name": name, "type": 1, "options": options}
        return await self._server.interact(self, where, 2, content)

    async def runs_in_server(self, name: str, argument: str = "") -> Interaction:
        return await self.runs(name, argument, "server")

    async def presses(self, label: str) -> Interaction:
        """Press the newest button with this label."""
        for message in reversed(self._server.direct_message(self).messages):
            for button in buttons(message):
                if button["label"] == label:
                    return await self.presses_id(button["custom_id"], message)
        raise AssertionError(f"no button {label!r} below {self.sees()}")

    async def presses_id(self, custom_id: str, message: Payload | None = None) -> Interaction:
        """Press a button of any age."""
        chat = self._server.direct_message(self)
        shown = message or self._server.message(self._server.bot, chat.id, {"content": "from long ago"})
        content = {"custom_id": custom_id, "component_type": 2}
        return await self._server.interact(self, "dm", 3, content, message=shown)

    def closes_dms(self, code: int = 50007) -> None:
        self.closed_with = code

    def opens_dms(self) -> None:
        self.closed_with = None

    def sees(self) -> list[Seen]:
        """Everything the bot ever showed this person, oldest first."""
        return list(self._screen)

    async def hears(self, wanted: int | Callable[[Seen], bool] = 1, timeout: float = 5.0) -> list[Seen]:  # noqa: ASYNC109 - the time to wait is part of the question
        """The next so many messages, or all up to the first one that is meant; each message is heard once."""
        try:
            async with asyncio.timeout(timeout), self._news:
                await self._news.wait_for(lambda: self._end_of(wanted) is not None)
        except TimeoutError:
            raise AssertionError(f"still waiting; unheard so far: {self._screen[self._heard :]}") from None
        begin, self._heard = self._heard, self._end_of(wanted) or self._heard
        return self._screen[begin : self._heard]

    async def is_shown(self, seen: Seen) -> None:
        async with self._news:
            self._screen.append(seen)
            self._news.notify_all()

    def _end_of(self, wanted: int | Callable[[Seen], bool]) -> int | None:
        if isinstance(wanted, int):
            end = self._heard + wanted
            return end if len(self._screen) >= end else None
        for place in range(self._heard, len(self._screen)):
            if wanted(self._screen[place]):
                return place + 1
        return None

    async def _writes(self, content: Payload) -> str:
        channel = self._server.direct_message(self)
        message = self._server.message(self.user, channel.id, content)
        channel.messages.append(message)
        await self._server.dispatch("MESSAGE_CREATE", message, DIRECT_MESSAGES)
        return str(message["id"])


class DiscordServer:
    """Use as `async with DiscordServer() as server`; hand `api_url`, `gateway_url` and `token` to the bot."""

    def __init__(self, token: str = RIGHT_TOKEN, messages_per_window: int = 5, window: float = 5.0) -> None:
        self.token = token
        self.window = window
        self.messages_per_window = messages_per_window
        self.requests_per_second = 50
        self.commands: list[Payload] = []
        self.application: Payload = {"flags": 0}  # what its owner set in the developer portal
        self.times_commands_were_set = 0
        self.identified = 0
        self.resumed = 0
        self.too_many = 0
        self.gateway_times: list[float] = []
        self.posted: list[Payload] = []
        self.requests: list[str] = []
        self.bot: Payload = {"id": BOT_ID, "username": "Steady", "discriminator": "0", "avatar": None, "bot": True}
        self.seconds_for_an_answer = SECONDS_FOR_AN_ANSWER
        self._people: dict[str, Person] = {}
        self._channels: dict[str, Channel] = {}
        self._interactions: dict[str, Interaction] = {}
        self._sessions: dict[str, Session] = {}
        self._sockets: set[web.WebSocketResponse] = set()
        self._requests: dict[web.WebSocketResponse, web.Request] = {}
        self._nonces: dict[str, tuple[float, Payload]] = {}
        self._faults: list[tuple[Fault, str]] = []
        self._close_next_with: int | None = None
        self._numbers = itertools.count(1)
        self._asked_at: deque[float] = deque()
        self._runner: web.AppRunner | None = None
        self.port = 0

    async def __aenter__(self) -> Self:
        await self.comes_back()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.goes_away()

    @property
    def api_url(self) -> str:
        return f"http://127.0.0.1:{self.port}/api/v10"

    @property
    def gateway_url(self) -> str:
        return f"ws://127.0.0.1:{self.port}/gateway"

    async def comes_back(self) -> None:
        """Listen; a second time at the same port, with everything remembered."""
        app = web.Application(middlewares=[self._guard], client_max_size=20 * 1024**2)
        app.add_routes(self._routes())
        self._runner = web.AppRunner(app, shutdown_timeout=0.2)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", self.port)
        await site.start()
        self.port = site.port

    async def goes_away(self) -> None:
        self.drop_gateway()
        if self._runner:
            await self._runner.cleanup()

    # What a test can do

    def person(self, user_id: int = 42, locale: str = "en-US", *, is_bot: bool = False) -> Person:
        person = Person(self, str(user_id), locale, is_bot=is_bot)
        self._people[person.id] = person
        return person

    def fail_next(self, fault: Fault, request: str, times: int = 1) -> None:
        """Let the next requests fail that begin so: `POST /channels/`, `GET /users/@me`, `GET /gateway`."""
        self._faults.extend([(fault, request)] * times)

    def recover(self) -> None:
        """Let none of the failures come that were asked for and are still to come."""
        self._faults.clear()

    @property
    def faults_left(self) -> int:
        """How many of the failures that were asked for are still to come."""
        return len(self._faults)

    def refuse_identify(self, code: int) -> None:
        """Close the next gateway connection with this code when the bot identifies."""
        self._close_next_with = code

    def drop_gateway(self) -> None:
        """Cut the bot's connections off without a word."""
        for socket in list(self._sockets):
            if (request := self._requests.get(socket)) and request.transport:
                request.transport.abort()

    async def close_gateway(self, code: int) -> None:
        for socket in list(self._sockets):
            await socket.close(code=code)

    def forget_sessions(self) -> None:
        """What happens from now on is not told to sessions of before; they can't resume either."""
        self._sessions.clear()

    def forget_dead_sessions(self) -> None:
        """The same for those whose connection is gone, as after a minute or two."""
        self._sessions = {name: one for name, one in self._sessions.items() if one.socket and not one.socket.closed}

    async def invalidate_sessions(self) -> None:
        """Tell every session that it is over; nothing is replayed to it."""
        sessions = list(self._sessions.values())
        self.forget_sessions()
        for session in sessions:
            if session.socket:
                await _transmit(session, {"op": 9, "d": False})

    # What people and the bot use

    def command(self, name: str) -> Payload:
        for command in self.commands:
            if command["name"] == name:
                return command
        raise AssertionError(f"Discord knows no command /{name}, only {[one['name'] for one in self.commands]}")

    def direct_message(self, person: Person) -> Channel:
        for channel in self._channels.values():
            if channel.person is person:
                return channel
        channel = Channel(self.snowflake(), person)
        self._channels[channel.id] = channel
        return channel

    def snowflake(self) -> str:
        return str((int(time.time() * 1000) - EPOCH << 22) + next(self._numbers) % (1 << 22))

    def message(self, author: Payload, channel_id: str, content: Payload) -> Payload:
        message: Payload = {
            "id": self.snowflake(),
            "channel_id": channel_id,
            "author": author,
            "content": "",
            "timestamp": "2026-08-01T12:00:00.000000+00:00",
            "edited_timestamp": None,
            "tts": False,
            "mention_everyone": False,
            "mentions": [],
            "mention_roles": [],
            "attachments": [],
            "embeds": [],
            "pinned": False,
            "type": 0,
            "components": [],
        }
        return message | content

    async def interact(
        self, person: Person, where: Where, kind: int, content: Payload, message: Payload | None = None
    ) -> Interaction:
        interaction = Interaction(
            self.snowflake(), f"token-{next(self._numbers)}", kind, person, where, time.monotonic()
        )
        self._interactions[interaction.token] = interaction
        await self.dispatch("INTERACTION_CREATE", self._interaction(interaction, content, message), 0)
        try:
            await asyncio.wait_for(interaction.answered.wait(), self.seconds_for_an_answer)
        except TimeoutError:
            raise DidNotRespond("The application did not respond") from None
        return interaction

    async def dispatch(self, name: str, content: Payload, needed: int) -> None:
        """Tell every session that asked for it; one that is away is told when it resumes."""
        for session in list(self._sessions.values()):
            if not needed or session.intents & needed:
                session.sequence += 1
                event = {"op": 0, "t": name, "s": session.sequence, "d": content}
                session.events.append(event)
                await _transmit(session, event)

    # Requests

    def _routes(self) -> list[web.RouteDef]:
        api = "/api/v10"
        return [
            web.get("/gateway", self._gateway),
            web.get(f"{api}/users/@me", self._answers(lambda: self.bot)),
            web.get(f"{api}/applications/@me", self._answers(self._application)),
            web.get(f"{api}/oauth2/applications/@me", self._answers(self._application)),
            web.get(f"{api}/gateway", self._answers(lambda: {"url": self.gateway_url})),
            web.get(f"{api}/gateway/bot", self._answers(self._gateway_bot)),
            web.get(f"{api}/applications/{{application}}/commands", self._get_commands),
            web.put(f"{api}/applications/{{application}}/commands", self._put_commands),
            web.post(f"{api}/applications/{{application}}/commands", self._post_command),
            web.post(f"{api}/users/@me/channels", self._open_direct_message),
            web.get(f"{api}/channels/{{channel}}", self._get_channel),
            web.get(f"{api}/channels/{{channel}}/messages", self._get_messages),
            web.post(f"{api}/channels/{{channel}}/messages", self._post_message),
            web.post(f"{api}/interactions/{{interaction}}/{{token}}/callback", self._call_back),
            web.patch(f"{api}/webhooks/{{application}}/{{token}}/messages/@original", self._edit_original),
            web.delete(f"{api}/webhooks/{{application}}/{{token}}/messages/@original", self._delete_original),
        ]

    @web.middleware
    async def _guard(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        path = request.path.removeprefix("/api/v10")
        name = f"{request.method} {path}"
        self.requests.append(name)
        fault = self._take_fault(name)
        if fault == "503":
            return Problem(503, 0, "Service Unavailable").response()
        if fault == "reset":
            return _cut_off(request)
        response = await self._answered(request, handler, path)
        if fault == "reset after":
            return _cut_off(request)
        return Problem(500, 0, "Internal Server Error").response() if fault == "500 after" else response

    async def _answered(self, request: web.Request, handler: Handler, path: str) -> web.StreamResponse:
        try:
            if request.path.startswith("/api/"):
                self._check(request, path)
            response: web.StreamResponse = await handler(request)
        except Problem as problem:
            return problem.response()
        except TooMany as refusal:
            self.too_many += 1
            return refusal.response()
        return response

    def _check(self, request: web.Request, path: str) -> None:
        needs_no_token = path.startswith(("/interactions/", "/webhooks/"))
        if not needs_no_token and request.headers.get("Authorization") != f"Bot {self.token}":
            raise Problem(401, 0, "401: Unauthorized")
        if not needs_no_token:
            self._count_all()
        kind = request.headers.get("Content-Type", "application/json")
        if request.can_read_body and kind != "application/json" and not kind.startswith("multipart/form-data;"):
            raise Problem(400, 50109, f"The request body contains invalid JSON ({kind})")

    def _take_fault(self, name: str) -> Fault | None:
        for place, (fault, request) in enumerate(self._faults):
            if name.startswith(request):
                del self._faults[place]
                return fault
        return None

    def _answers(self, content: Callable[[], Payload]) -> Handler:
        async def handle(_request: web.Request) -> web.Response:
            return answer(content())

        return handle

    def _application(self) -> Payload:
        owner = {"id": "1", "username": "owner", "discriminator": "0", "avatar": None}
        return {
            "id": APPLICATION_ID,
            "name": "Steady",
            "description": "",
            "icon": None,
            "bot_public": True,
            "bot_require_code_grant": False,
            "owner": owner,
            "team": None,
            "verify_key": "0" * 64,
            **self.application,
        }

    def _gateway_bot(self) -> Payload:
        limit = {"total": 1000, "remaining": 1000, "reset_after": 0, "max_concurrency": 1}
        return {"url": self.gateway_url, "shards": 1, "session_start_limit": limit}

    # Commands

    async def _get_commands(self, request: web.Request) -> web.Response:
        hidden = set() if request.query.get("with_localizations") == "true" else {"description_localizations"}
        return answer([{key: value for key, value in one.items() if key not in hidden} for one in self.commands])

    async def _put_commands(self, request: web.Request) -> web.Response:
        self.commands = [self._command(one) for one in await request.json()]
        self.times_commands_were_set += 1
        return answer(self.commands)

    async def _post_command(self, request: web.Request) -> web.Response:
        self.commands.append(self._command(await request.json()))
        return answer(self.commands[-1], 201)

    def _command(self, command: Payload) -> Payload:
        _demand(re.fullmatch(r"[-_a-z0-9]{1,32}", command["name"]) is not None, "name")
        described = [command, *command.get("options", [])]
        texts = [one["description"] for one in described] + list(command["description_localizations"].values())
        _demand(all(1 <= len(text) <= 100 for text in texts), "description")
        _demand(set(command["description_localizations"]) <= LOCALES, "description_localizations")
        _demand(set(command["contexts"]) <= {0, 1, 2} and set(command["integration_types"]) <= {0, 1}, "contexts")
        more = {"id": self.snowflake(), "application_id": APPLICATION_ID, "version": "1", "nsfw": False}
        return command | more | {"default_member_permissions": None}

    # Channels and messages

    async def _open_direct_message(self, request: web.Request) -> web.Response:
        person = self._people.get(str((await request.json())["recipient_id"]))
        if person is None:
            raise Problem(400, 50033, "Invalid Recipient(s)")
        return answer(_channel(self.direct_message(person)))

    async def _get_channel(self, request: web.Request) -> web.Response:
        return answer(_channel(self._channel(request)))

    async def _get_messages(self, request: web.Request) -> web.Response:
        after, limit = int(request.query.get("after", 0)), int(request.query.get("limit", 50))
        _demand(1 <= limit <= 100, "limit")
        later = [one for one in self._channel(request).messages if int(one["id"]) > after]
        return answer(later[:limit][::-1])

    async def _post_message(self, request: web.Request) -> web.Response:
        channel = self._channel(request)
        limits = self._count(channel)
        content, files = await _body(request)
        if code := channel.person.closed_with:
            raise Problem(403, code, "Cannot send messages to this user")
        _check_message(content, files)
        return answer(await self._keep(channel, content, files), headers=limits)

    async def _keep(self, channel: Channel, content: Payload, files: list[SeenFile]) -> Payload:
        """Discord returns the earlier message for a nonce it knows, whichever chat that was in."""
        key, now = str(content.get("nonce")), time.monotonic()
        earlier = self._nonces.get(key)
        if content.get("enforce_nonce") and earlier and now - earlier[0] < NONCE_SECONDS:
            return earlier[1]
        kept = {key: content[key] for key in ("nonce", "components") if key in content}
        attachments = [_attachment(place, file) for place, file in enumerate(files)]
        message = self.message(self.bot, channel.id, kept | {"attachments": attachments})
        message["content"] = content.get("content") or ""
        self._nonces[key] = (now, message)
        self.posted.append(content)
        channel.messages.append(message)
        await channel.person.is_shown(_seen(message, files))
        await self.dispatch("MESSAGE_CREATE", message, DIRECT_MESSAGES)
        return message

    def _channel(self, request: web.Request) -> Channel:
        channel = self._channels.get(request.match_info["channel"])
        if channel is None:
            raise Problem(404, 10003, "Unknown Channel")
        return channel

    def _count(self, channel: Channel) -> dict[str, str]:
        now = time.monotonic()
        while channel.sent and channel.sent[0] <= now - self.window:
            channel.sent.popleft()
        left = self.messages_per_window - len(channel.sent)
        reset = self.window - (now - channel.sent[0]) if channel.sent else self.window
        headers = {
            "X-RateLimit-Bucket": "messages",
            "X-RateLimit-Limit": str(self.messages_per_window),
            "X-RateLimit-Remaining": str(max(left - 1, 0)),
            "X-RateLimit-Reset": f"{time.time() + reset:.3f}",
            "X-RateLimit-Reset-After": f"{reset:.3f}",
        }
        if left <= 0:
            raise TooMany(reset, headers)
        channel.sent.append(now)
        return headers

    def _count_all(self) -> None:
        """Fifty requests a second for the whole bot; answers to interactions don't count."""
        now = time.monotonic()
        while self._asked_at and self._asked_at[0] <= now - 1:
            self._asked_at.popleft()
        if len(self._asked_at) >= self.requests_per_second:
            raise TooMany(1 - (now - self._asked_at[0]), {"X-RateLimit-Global": "true"})
        self._asked_at.append(now)

    # Interactions

    def _interaction(self, interaction: Interaction, content: Payload, message: Payload | None) -> Payload:
        person, where = interaction.person, interaction.where
        payload: Payload = {
            "id": interaction.id,
            "application_id": APPLICATION_ID,
            "type": interaction.kind,
            "data": content,
            "token": interaction.token,
            "version": 1,
            "channel": self._place(person, where),
            "channel_id": self._place(person, where)["id"],
            "locale": person.locale,
            "app_permissions": "0",
            "entitlements": [],
            "authorizing_integration_owners": {"1": person.id},
            "context": CONTEXTS[where],
            "attachment_size_limit": 10 * 1024**2,
        }
        if message:
            payload["message"] = message
        if where != "server":
            return payload | {"user": person.user}
        member = {"user": person.user, "roles": [], "joined_at": "2026-01-01T00:00:00+00:00", "permissions": "0"}
        guild = {"id": GUILD_ID, "locale": "en-US", "features": []}
        more = {"deaf": False, "mute": False, "flags": 0}
        return payload | {"guild_id": GUILD_ID, "guild": guild, "guild_locale": "en-US", "member": member | more}

    def _place(self, person: Person, where: Where) -> Payload:
        match where:
            case "dm":
                return _channel(self.direct_message(person))
            case "server":
                return {"id": GUILD_CHANNEL_ID, "type": 0, "name": "general", "position": 0, "guild_id": GUILD_ID}
            case "group":
                return {"id": GROUP_CHANNEL_ID, "type": 3, "recipients": [], "owner_id": person.id, "name": None}
            case "friends":
                return {"id": FRIENDS_CHANNEL_ID, "type": 1, "recipients": []}

    async def _call_back(self, request: web.Request) -> web.Response:
        content = await request.json()
        interaction = self._asked(request)
        if interaction.answer is not None:
            raise Problem(400, 40060, "Interaction has already been acknowledged.")
        if time.monotonic() - interaction.began > self.seconds_for_an_answer:
            raise Problem(404, 10062, "Unknown interaction")
        _demand(content["type"] in ({5} if interaction.kind == 2 else {5, 6}), "type")
        interaction.answer = content["type"]
        interaction.ephemeral = bool((content.get("data") or {}).get("flags", 0) & EPHEMERAL)
        interaction.answered.set()
        if request.query.get("with_response") != "1":
            return web.Response(status=204)
        return answer({"interaction": {"id": interaction.id, "type": interaction.kind}, "resource": None})

    async def _edit_original(self, request: web.Request) -> web.Response:
        interaction, content = self._thinking(request), await request.json()
        _check_message(content, [])
        interaction.note = content["content"]
        private = interaction.where == "dm" or interaction.ephemeral
        await interaction.person.is_shown(Seen(interaction.id, content["content"], private=private))
        place = str(self._place(interaction.person, interaction.where)["id"])
        return answer(self.message(self.bot, place, {"content": content["content"]}))

    async def _delete_original(self, request: web.Request) -> web.Response:
        self._thinking(request).is_deleted = True
        return web.Response(status=204)

    def _asked(self, request: web.Request) -> Interaction:
        interaction = self._interactions.get(request.match_info["token"])
        if interaction is None:
            raise Problem(404, 10062, "Unknown interaction")
        return interaction

    def _thinking(self, request: web.Request) -> Interaction:
        interaction = self._interactions.get(request.match_info["token"])
        if interaction is None or interaction.answer != 5 or interaction.is_deleted:
            raise Problem(404, 10015, "Unknown Webhook")
        return interaction

    # Gateway

    async def _gateway(self, request: web.Request) -> web.StreamResponse:
        socket = web.WebSocketResponse(autoping=True)
        await socket.prepare(request)
        self.gateway_times.append(time.monotonic())
        self._sockets.add(socket)
        self._requests[socket] = request
        deflate = zlib.compressobj() if request.query.get("compress") == "zlib-stream" else None
        session = Session("", 0, socket, deflate)
        try:
            await _transmit(session, {"op": 10, "d": {"heartbeat_interval": 41_250}})
            async for frame in socket:
                if frame.type is WSMsgType.TEXT:
                    session = await self._told(session, json.loads(frame.data))
        finally:
            session.socket = None
            self._sockets.discard(socket)
            self._requests.pop(socket, None)
        return socket

    async def _told(self, session: Session, payload: Payload) -> Session:
        content = payload["d"]
        if payload["op"] == 2:
            return await self._identify(session, content)
        if payload["op"] == 6:
            return await self._resume(session, content)
        if payload["op"] == 1:
            await _transmit(session, {"op": 11})
        return session

    async def _identify(self, session: Session, content: Payload) -> Session:
        assert session.socket is not None
        self.identified += 1
        code, self._close_next_with = self._close_next_with, None
        if content["token"] != self.token:
            code = 4004
        elif content["intents"] & PRIVILEGED:
            code = 4014
        if code:
            await session.socket.close(code=code)
            return session
        session.id, session.intents = f"session-{next(self._numbers)}", content["intents"]
        self._sessions[session.id] = session
        ready = {
            "v": 10,
            "user": self.bot,
            "guilds": [],
            "session_id": session.id,
            "resume_gateway_url": self.gateway_url,
            "application": {"id": APPLICATION_ID, "flags": 0},
        }
        session.sequence += 1
        await _transmit(session, {"op": 0, "t": "READY", "s": session.sequence, "d": ready})
        return session

    async def _resume(self, session: Session, content: Payload) -> Session:
        earlier = self._sessions.get(content["session_id"])
        if earlier is None:
            await _transmit(session, {"op": 9, "d": False})
            return session
        self.resumed += 1
        earlier.socket, earlier.deflate = session.socket, session.deflate
        for event in [one for one in earlier.events if one["s"] > content["seq"]]:
            await _transmit(earlier, event)
        earlier.sequence += 1
        await _transmit(earlier, {"op": 0, "t": "RESUMED", "s": earlier.sequence, "d": {}})
        return earlier


LOCALES = frozenset(
    {"id", "da", "de", "en-GB", "en-US", "es-ES", "es-419", "fr", "hr", "it", "lt", "hu", "nl", "no", "pl", "pt-BR"}
    | {"ro", "fi", "sv-SE", "vi", "tr", "cs", "el", "bg", "ru", "uk", "hi", "th", "zh-CN", "ja", "zh-TW", "ko"}
)


def buttons(message: Payload) -> Iterator[Payload]:
    for row in message["components"]:
        yield from row["components"]


async def _transmit(session: Session, payload: Payload) -> None:
    """Send to the session's socket; one that is gone hears nothing, as on Discord."""
    if session.socket is None or session.socket.closed:
        return
    text = json.dumps(payload)
    with suppress(ConnectionError):
        if session.deflate is None:
            await session.socket.send_str(text)
            return
        packed = session.deflate.compress(text.encode()) + session.deflate.flush(zlib.Z_SYNC_FLUSH)
        await session.socket.send_bytes(packed)


def _cut_off(request: web.Request) -> web.Response:
    if request.transport:
        request.transport.abort()
    return web.Response()


def _demand(claim: bool, field_name: str) -> None:
    if not claim:
        raise Problem(400, 50035, f"Invalid Form Body: {field_name}")


def _channel(channel: Channel) -> Payload:
    return {"id": channel.id, "type": 1, "recipients": [channel.person.user], "last_message_id": None}


async def _body(request: web.Request) -> tuple[Payload, list[SeenFile]]:
    if request.content_type == "application/json":
        return await request.json(), []
    content: Payload = {}
    received: dict[int, tuple[str, bytes]] = {}
    async for part in await request.multipart():
        assert isinstance(part, BodyPartReader)
        if part.name == "payload_json":
            content = json.loads(await part.text())
        else:
            place = int((part.name or "").removeprefix("files[").removesuffix("]"))
            received[place] = (part.filename or "", bytes(await part.read()))
    described = {int(one["id"]): one.get("description") or "" for one in content.get("attachments", [])}
    return content, [SeenFile(*received[place], described.get(place, "")) for place in sorted(received)]


def _check_message(content: Payload, files: list[SeenFile]) -> None:
    text = content.get("content") or ""
    _demand(len(text) <= 2000, "content")
    if not text.strip() and not files:
        raise Problem(400, 50006, "Cannot send an empty message")
    _demand(len(str(content.get("nonce", ""))) <= 25, "nonce")
    _demand(all(len(file.alt_text) <= 1024 for file in files), "attachments")
    if any(len(file.content) > 10 * 1024**2 for file in files):
        raise Problem(413, 40005, "Request entity too large")
    _check_buttons(content.get("components") or [])


def _check_buttons(rows: list[Payload]) -> None:
    _demand(len(rows) <= 5, "components")
    _demand(all(row["type"] == 1 and 1 <= len(row["components"]) <= 5 for row in rows), "components")
    every = list(buttons({"components": rows}))
    _demand(all(1 <= len(button["label"]) <= 80 for button in every), "label")
    ids = [button["custom_id"] for button in every]
    _demand(all(1 <= len(one) <= 100 for one in ids) and len(set(ids)) == len(ids), "custom_id")


def _attachment(place: int, file: SeenFile) -> Payload:
    url = f"https://cdn.example/{file.name}"
    sizes = {"id": str(place + 1), "filename": file.name, "size": len(file.content), "url": url, "proxy_url": url}
    return sizes | {"description": file.alt_text}


def _seen(message: Payload, files: list[SeenFile]) -> Seen:
    labels = tuple(button["label"] for button in buttons(message))
    return Seen(str(message["id"]), message["content"], labels, tuple(files))
