"""The long poll. An update is confirmed to Telegram only after its turn, and those of all before it, are committed.

The library's own updater confirms a batch before anything has looked at it, and ends for good at one stray 401.
"""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from datetime import UTC, datetime
from typing import Any

import structlog
from telegram import Bot, CallbackQuery, Update
from telegram.error import Conflict, InvalidToken, TelegramError
from telegram.request import HTTPXRequest

from adapters.telegram.patience import Patience, Tasks, cause
from bot.ports import Rejected

log = structlog.get_logger(platform="telegram")

# Telegram remembers the list of whoever asked last, so it goes along each time. `my_chat_member` tells of a block.
ALLOWED_UPDATES = ("message", "edited_message", "callback_query", "my_chat_member")

Handle = Callable[[Update], Awaitable[None]]


class Poll:
    """Asks Telegram for updates and has each one handled: in order within a chat, chats beside each other."""

    def __init__(self, bot: Bot, handle: Handle, patience: Patience) -> None:
        self.last_poll_at: datetime | None = None
        self._bot = bot
        self._handle = handle
        self._patience = patience
        self._backlog = Backlog()
        self._lines: dict[int | None, deque[Update]] = {}
        self._turns = Tasks()
        self._answers = Tasks()

    async def run(self) -> None:
        """Until cancelled. Raises `Rejected` when Telegram does not know the token any more."""
        self._backlog = Backlog()
        try:
            while True:
                self._take(await self._next())
        finally:
            await self._answers.end()
            await self._turns.end()
            self._lines.clear()

    async def _next(self) -> Sequence[Update]:
        failures = 0
        while True:
            await self._turns.wait(self._patience.glance)
            try:
                return await self._ask()
            except (TelegramError, TimeoutError) as error:
                failures += 1
                await self._recover(error, failures)

    async def _ask(self) -> Sequence[Update]:
        hold = 0 if self._backlog else self._patience.poll
        # The library's timeouts watch single reads; a connection that trickles would hold the poll for ever.
        async with asyncio.timeout(hold + 1.5 * self._patience.held):
            updates = await self._bot.get_updates(
                offset=self._backlog.offset,
                timeout=hold,
                read_timeout=self._patience.held,
                allowed_updates=ALLOWED_UPDATES,
            )
        self.last_poll_at = datetime.now(UTC)
        return updates

    async def _recover(self, error: Exception, failures: int) -> None:
        wait = self._patience.after(error, failures)
        log.warning("polling failed", error=cause(error), seconds=wait)
        if isinstance(error, InvalidToken):
            await self._doubt()
        if isinstance(error, Conflict) and "webhook" in error.message.lower():
            await self._drop_webhook()
        await asyncio.sleep(wait)

    async def _doubt(self) -> None:
        """A stray 401 or 404 passes; only when the token is unknown time after time it is over."""
        for _ in range(self._patience.checks):
            try:
                await self._bot.get_me()
            except InvalidToken as error:
                if error.__cause__:  # no JSON: a proxy or a hotel's network spoke, not Telegram
                    return
                await asyncio.sleep(self._patience.doubt)
            except TelegramError:
                return
            else:
                return
        raise Rejected(
            "Telegram does not know this bot token. Ask @BotFather for the bot's token and set STEADY_TELEGRAM_TOKEN."
        ) from None

    async def _drop_webhook(self) -> None:
        try:
            await self._bot.delete_webhook(drop_pending_updates=False)
        except TelegramError as error:
            log.warning("a webhook could not be removed", error=cause(error))

    def _take(self, updates: Sequence[Update]) -> None:
        for update in self._backlog.add(updates):
            if update.callback_query:
                self._answers.start(answer(update.callback_query))
            self._queue(update)

    def _queue(self, update: Update) -> None:
        chat = update.effective_chat.id if update.effective_chat else None
        if chat in self._lines:
            self._lines[chat].append(update)
            return
        self._lines[chat] = deque([update])
        self._turns.start(self._work(chat))

    async def _work(self, chat: int | None) -> None:
        line = self._lines[chat]
        while line:
            await self._turn(line[0])
            self._backlog.finish(line.popleft().update_id)
        del self._lines[chat]

    async def _turn(self, update: Update) -> None:
        for attempt in range(1, self._patience.attempts + 1):
            try:
                return await self._handle(update)
            except Exception as error:  # noqa: BLE001 - one person's trouble must not silence everybody else
                log.error("turn failed", error=cause(error), attempts=attempt)
            if attempt < self._patience.attempts:
                await asyncio.sleep(self._patience.back_off(attempt))
        log.error("update given up; its turn always fails")
        return None


class Backlog:
    """Updates that came and are not confirmed yet, in the order in which they came."""

    def __init__(self) -> None:
        self.offset: int | None = None  # the update to ask for: all before it are confirmed by asking
        self._is_done: dict[int, bool] = {}

    def __bool__(self) -> bool:
        return bool(self._is_done)

    def add(self, updates: Sequence[Update]) -> list[Update]:
        """Returns those that were not known; Telegram sends all again that it has no confirmation for."""
        fresh = [update for update in updates if update.update_id not in self._is_done]
        if fresh and not self._is_done:
            self.offset = fresh[0].update_id  # after a quiet week the numbers start anywhere, even lower
        self._is_done.update((update.update_id, False) for update in fresh)
        return fresh

    def finish(self, update_id: int) -> None:
        self._is_done[update_id] = True
        for first in list(self._is_done):
            if not self._is_done[first]:
                return
            del self._is_done[first]
            self.offset = first + 1


async def answer(query: CallbackQuery) -> None:
    """Take the waiting mark off the button. The query may be too old for that, which harms nobody."""
    try:
        await query.answer()
    except TelegramError as error:
        log.info("button not answered", error=cause(error))


class UpdatesRequest(HTTPXRequest):
    """Reads each update by itself, so that one the library can't make sense of does not hide the others for ever."""

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """The library's documented place for reading answers differently."""
        response = HTTPXRequest.parse_json_payload(payload)
        if isinstance(response.get("result"), list):
            response["result"] = [_legible(update) for update in response["result"]]
        return response


def _legible(update: dict[str, Any]) -> dict[str, Any]:
    try:
        Update.de_json(update, None)
    except Exception as error:  # noqa: BLE001 - whatever is wrong with it, the next update must be heard
        log.error("update illegible", error=cause(error))
        return {"update_id": update["update_id"]}
    return update
