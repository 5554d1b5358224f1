"""The webhook. Telegram brings each update here, and is answered only when its turn is committed.

Until a 2xx Telegram brings the same update again, each time a little later, for a day; and of that chat none after it:
https://github.com/tdlib/telegram-bot-api/blob/master/telegram-bot-api/WebhookActor.cpp
"""

import asyncio
import hmac
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime

import structlog
from aiohttp import web
from telegram import Bot, Update, WebhookInfo
from telegram.error import BadRequest, InvalidToken, TelegramError
from yarl import URL

from adapters.telegram.doubt import doubt
from adapters.telegram.hook import Hook
from adapters.telegram.patience import Patience, cause
from adapters.telegram.turns import ALLOWED_UPDATES, Turns
from bot.http_server import listening

log = structlog.get_logger(platform="telegram")

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - its name
LARGEST_UPDATE = 1024 * 1024  # bytes; a text of 4096 letters that answers another one takes about 50 kB
MOST_CONNECTIONS = 100  # at once, the most that Telegram opens: https://core.telegram.org/bots/api#setwebhook


class Webhook:
    """One process at a time has Telegram bring updates, as many as wish take them: at each its own `listen`."""

    def __init__(self, bot: Bot, turns: Turns, hook: Hook, patience: Patience) -> None:
        self.last_look_at: datetime | None = None
        self._bot = bot
        self._turns = turns
        self._hook = hook
        self._patience = patience
        self._told_at = datetime.now(UTC)  # the newest trouble that was told of; older than this process is none of it

    # ---- having updates brought ----

    async def keep(self) -> None:
        """Tell Telegram where to bring updates, and again when that was undone, until cancelled.

        Raises `Rejected` when Telegram does not know the token any more.
        """
        is_set, failures = False, 0
        while True:
            try:
                if not is_set or not self._is_in_place(await self._bot.get_webhook_info()):
                    await self._set()
                is_set, failures = True, 0
                self.last_look_at = datetime.now(UTC)
                await asyncio.sleep(self._patience.look)
            except TelegramError as error:
                failures += 1
                await self._recover(error, failures)

    async def _set(self) -> None:
        await self._bot.set_webhook(
            self._hook.url,
            secret_token=self._hook.secret,
            allowed_updates=ALLOWED_UPDATES,
            max_connections=MOST_CONNECTIONS,
            drop_pending_updates=False,
        )
        log.info("webhook set")

    def _is_in_place(self, info: WebhookInfo) -> bool:
        if info.last_error_date and info.last_error_date > self._told_at:
            self._told_at = info.last_error_date
            log.warning("Telegram could not bring updates", reason=info.last_error_message)
        return info.url == self._hook.url

    async def _recover(self, error: TelegramError, failures: int) -> None:
        wait = self._patience.after(error, failures)
        reason = error.message if isinstance(error, BadRequest) else None  # of the address; it quotes no person
        log.warning("webhook not set", error=cause(error), reason=reason, seconds=wait)
        if isinstance(error, InvalidToken):
            await doubt(self._bot, self._patience)
        await asyncio.sleep(wait)

    # ---- taking them ----

    async def listen(self) -> None:
        """Take what Telegram brings, until cancelled. Raises `OSError` when the address can't be listened at."""
        async with self._listening():
            log.info("webhook listens", address=self._hook.listen)
            await asyncio.Event().wait()

    @asynccontextmanager
    async def _listening(self) -> AsyncIterator[None]:
        app = web.Application(client_max_size=LARGEST_UPDATE)
        app.router.add_post(URL(self._hook.url).raw_path, self._take)
        try:
            async with listening(app, self._hook.listen):
                yield
        finally:
            await self._turns.end()

    async def _take(self, request: web.Request) -> web.Response:
        """Unread for whoever doesn't know the secret; 503 when the turn failed, and Telegram brings it again."""
        if not self._is_telegram(request):
            return web.Response(status=403)
        update = _read(await self._body(request), self._bot)
        if update and not await self._turns.give(update, attempts=1):
            return web.Response(status=503)
        return web.Response()

    def _is_telegram(self, request: web.Request) -> bool:
        given = request.headers.get(SECRET_HEADER, "").encode(errors="surrogateescape")
        return hmac.compare_digest(given, self._hook.secret.encode())

    async def _body(self, request: web.Request) -> bytes:
        """Raises the answers to a body that is too large, or that never ends."""
        try:
            async with asyncio.timeout(self._patience.answer):
                return await request.read()
        except web.HTTPRequestEntityTooLarge:
            log.error("update too large")
            raise
        except TimeoutError:
            raise web.HTTPRequestTimeout from None


def _read(body: bytes, bot: Bot) -> Update | None:
    """`None` for what can't be understood; brought again it would be no clearer."""
    try:
        return Update.de_json(json.loads(body), bot)
    except Exception as error:  # noqa: BLE001 - whatever is wrong with it, the next update must be heard
        log.error("update illegible", error=cause(error))
        return None
