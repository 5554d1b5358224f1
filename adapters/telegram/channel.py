"""The channel to Telegram: what people say comes in through the poll or the webhook, what Steady says goes out through
`send`."""

import logging
import re
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from datetime import datetime
from importlib.util import find_spec
from ssl import SSLContext
from typing import TYPE_CHECKING, Any

import structlog
from httpx import create_ssl_context
from telegram import Bot, LinkPreviewOptions, Message, Update
from telegram.error import BadRequest, TelegramError
from telegram.request import HTTPXRequest

from adapters.telegram.groups import is_in_group, summons
from adapters.telegram.hook import Hook
from adapters.telegram.inbound import inbound
from adapters.telegram.outbound import Part, file_id, outcome, outcome_of_rest, parts, takes_no_voice, way
from adapters.telegram.patience import USUAL, Patience, Tasks, cause, together
from adapters.telegram.polling import Poll, UpdatesRequest
from adapters.telegram.profile import introduce, words_in
from adapters.telegram.turns import Turns
from bot.ports import File, Notebook, OutboxMessage, PlatformWords, Receive, Refused, Rejected

if TYPE_CHECKING:
    from adapters.telegram.webhook import Webhook

log = structlog.get_logger(platform="telegram")

# For each of its locks httpcore tries to import it, and would look through all folders every time.
if find_spec("sniffio") is None:
    sys.modules["sniffio"] = None  # type: ignore[assignment] # so Python knows what is not there

NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
FREE_PER_SECOND = 30


class Telegram:
    """Steady's bot on Telegram. `words` has the words of at least one language.

    More than 30 messages a second have to be paid for: https://core.telegram.org/bots/faq#broadcasting-to-users
    """

    platform = "telegram"
    resends_safely = False

    def __init__(  # noqa: PLR0913 - who it is, whom it serves and where; none of it belongs together
        self,
        token: str,
        receive: Receive,
        notebook: Notebook,
        words: Mapping[str, PlatformWords],
        api_url: str = "https://api.telegram.org",
        *,
        hook: Hook | None = None,
        per_second: int = FREE_PER_SECOND,
        patience: Patience = USUAL,
    ) -> None:
        keep_logs_clean()
        self.per_second = per_second
        self._is_paid = True if per_second > FREE_PER_SECOND else None
        self._token = token
        self._receive = receive
        self._notebook = notebook
        self._words = words
        self._patience = patience
        trusted = create_ssl_context()  # one for both: reading who is to be trusted takes 20 ms each time
        self._polling = Connections(_updates_request(patience, trusted))
        self._talking = Connections(_request(patience, per_second, trusted))
        self._bot = _bot(token, api_url.rstrip("/"), self._polling.request, self._talking.request)
        turns = Turns(self._handle, patience)
        self._poll = Poll(self._bot, turns, patience)
        self._webhook = _webhook(self._bot, turns, hook, patience) if hook else None
        self._told: set[int] = set()

    @property
    def heard_at(self) -> datetime | None:
        """When Telegram last answered the poll, or with a webhook the look at whether it is in place; `None` before the
        first time. Old means that nobody is heard."""
        return self._webhook.last_look_at if self._webhook else self._poll.last_poll_at

    async def run(self) -> None:
        """Hear people until cancelled. Raises `Rejected` when Telegram will not have the token."""
        await together(self.lead(), self.listen())

    async def lead(self) -> None:
        """The part of `run` that one process at a time may do: show the profile, and poll or have updates brought."""
        if not re.fullmatch(r"\d+:[\w-]+", self._token, re.ASCII):
            raise Rejected("STEADY_TELEGRAM_TOKEN is not a bot token; one from @BotFather looks like 123456:ABC-def.")
        aside = Tasks()
        async with self._polling.open(), self._talking.open():
            try:
                aside.start(introduce(self._bot, self._words, self._patience))
                await (self._webhook.keep() if self._webhook else self._poll.run())
            finally:
                await aside.end()

    async def listen(self) -> None:
        """The part of `run` that every process may do: take what Telegram brings. Without a webhook there is none."""
        if self._webhook:
            async with self._talking.open():
                await self._webhook.listen()

    async def _handle(self, update: Update) -> None:
        heard = inbound(update)
        if heard:
            await self._receive(heard)
        elif is_in_group(update):
            await self._refuse_group(update)

    async def _refuse_group(self, update: Update) -> None:
        """Say that Steady only talks in private: when added, and once more when somebody calls it."""
        try:
            await self._say_only_in_private(update)
        except TelegramError as error:
            log.info("group not told", error=cause(error))

    async def _say_only_in_private(self, update: Update) -> None:
        wanted = summons(update, await self._username())
        chat, user = update.effective_chat, update.effective_user
        if wanted is None or chat is None or (wanted == "called" and chat.id in self._told):
            return
        if wanted == "called":
            self._told.add(chat.id)
        words = words_in(self._words, user.language_code if user else None)
        await self._bot.send_message(chat.id, words.only_in_private, link_preview_options=NO_PREVIEW)

    async def _username(self) -> str:
        try:
            return self._bot.username
        except RuntimeError:  # the library has not asked for it yet
            return (await self._bot.get_me()).username or ""

    async def send(self, message: OutboxMessage, file: File | None) -> None:
        """Raises as `Channel` says; `Uncertain` also when only the first parts of a long message were sent."""
        async with self._talking.open():
            for number, part in enumerate(parts(message.text, message.options, file)):
                try:
                    await self._send_part(message.address.chat, part)
                except TelegramError as error:
                    log.info("sending failed", error=cause(error))
                    raise (outcome_of_rest(error) if number else outcome(error)) from None

    async def _send_part(self, chat: str, part: Part) -> None:
        if part.file is None:
            await self._bot.send_message(
                chat,
                part.text,
                reply_markup=part.buttons,
                link_preview_options=NO_PREVIEW,
                allow_paid_broadcast=self._is_paid,
            )
        elif not part.file.reusable or not await self._send_known(chat, part, part.file):
            await self._send_new(chat, part, part.file)

    async def _send_known(self, chat: str, part: Part, file: File) -> bool:
        """Send the copy that Telegram has; false when it has none, or doesn't know it any more."""
        known = await self._uploaded(file)
        if known is None:
            return False
        try:
            await self._send_file(chat, part, file, known)
        except BadRequest as error:
            if isinstance(outcome(error), Refused):
                return False
            raise
        return True

    async def _send_new(self, chat: str, part: Part, file: File) -> None:
        try:
            await self._remember(file, await self._send_file(chat, part, file, file.content))
        except BadRequest as error:
            if not takes_no_voice(error):
                raise
            await self._bot.send_document(chat, file.content, **self._around(part, file))

    async def _send_file(self, chat: str, part: Part, file: File, content: bytes | str) -> Message:
        around = self._around(part, file)
        match way(file):
            case "animation":
                return await self._bot.send_animation(chat, content, **around)
            case "photo":
                return await self._bot.send_photo(chat, content, **around)
            case "voice":
                return await self._bot.send_voice(chat, content, duration=file.seconds, **around)
            case "document":
                return await self._bot.send_document(chat, content, **around)

    def _around(self, part: Part, file: File) -> dict[str, Any]:
        """What comes with a file, however it is sent."""
        return {
            "caption": part.text or None,
            "reply_markup": part.buttons,
            "filename": file.name,
            "allow_paid_broadcast": self._is_paid,
        }

    async def _uploaded(self, file: File) -> str | None:
        try:
            return await self._notebook.uploaded(self.platform, file.key)
        except Exception as error:  # noqa: BLE001 - an upload costs less than a message that is not sent
            log.error("notebook not read", error=cause(error))
            return None

    async def _remember(self, file: File, sent: Message) -> None:
        known = file_id(sent)
        if not file.reusable or known is None:
            return
        try:
            await self._notebook.remember_upload(self.platform, file.key, known)
        except Exception as error:  # noqa: BLE001 - the message was sent; saying otherwise would send it twice
            log.error("notebook not written", error=cause(error))


class Connections:
    """Stay open until the last who needs them is done: the end of `run` must not cut off a message on its way."""

    def __init__(self, request: HTTPXRequest) -> None:
        self.request = request
        self._users = 0

    @asynccontextmanager
    async def open(self) -> AsyncIterator[None]:
        self._users += 1
        try:
            await self.request.initialize()
            yield
        finally:
            self._users -= 1
            if not self._users:
                await self.request.shutdown()


def keep_logs_clean() -> None:
    """httpx logs addresses, which contain the token, and the library what people write: even its errors quote it.

    Nothing is lost: whatever the library logs as an error it also raises.
    """
    for name in ("httpx", "httpcore"):
        logging.getLogger(name).setLevel(logging.WARNING)
    logging.getLogger("telegram").setLevel(logging.CRITICAL + 1)


def _bot(token: str, api_url: str, updates_request: HTTPXRequest, request: HTTPXRequest) -> Bot:
    return Bot(
        token,
        base_url=f"{api_url}/bot",
        base_file_url=f"{api_url}/file/bot",
        request=request,
        get_updates_request=updates_request,
    )


def _webhook(bot: Bot, turns: Turns, hook: Hook, patience: Patience) -> "Webhook":
    from adapters.telegram.webhook import Webhook  # noqa: PLC0415 - who polls never loads a server

    return Webhook(bot, turns, hook, patience)


def _updates_request(patience: Patience, trusted: SSLContext) -> HTTPXRequest:
    """The poll has a pool to itself, with room beside a connection that is stuck."""
    return UpdatesRequest(
        connection_pool_size=4,
        connect_timeout=patience.answer,
        read_timeout=patience.answer,
        write_timeout=patience.answer,
        pool_timeout=patience.answer,
        httpx_kwargs={"verify": trusted},
    )


def _request(patience: Patience, per_second: int, trusted: SSLContext) -> HTTPXRequest:
    return HTTPXRequest(
        connection_pool_size=64 + per_second,  # as many as may be on their way
        connect_timeout=patience.answer / 2,
        read_timeout=patience.answer,
        write_timeout=patience.answer,
        pool_timeout=patience.answer / 4,
        media_write_timeout=patience.answer * 3,
        httpx_kwargs={"verify": trusted},
    )
