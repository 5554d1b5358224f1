"""The long poll. An update is confirmed to Telegram only after its turn, and those of all before it, are committed.

The library's own updater confirms a batch before anything has looked at it, and ends for good at one stray 401.
"""

import asyncio
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

import structlog
from telegram import Bot, Update
from telegram.error import Conflict, InvalidToken, TelegramError
from telegram.request import HTTPXRequest

from adapters.telegram.doubt import doubt
from adapters.telegram.patience import Patience, Tasks, cause
from adapters.telegram.turns import ALLOWED_UPDATES, Turns

log = structlog.get_logger(platform="telegram")


class Poll:
    """Asks Telegram for updates and gives each one its turn."""

    def __init__(self, bot: Bot, turns: Turns, patience: Patience) -> None:
        self.last_poll_at: datetime | None = None
        self._bot = bot
        self._turns = turns
        self._patience = patience
        self._backlog = Backlog()
        self._running = Tasks()

    async def run(self) -> None:
        """Until cancelled. Raises `Rejected` when Telegram does not know the token any more."""
        self._backlog = Backlog()
        try:
            while True:
                self._take(await self._next())
        finally:
            await self._running.end()
            await self._turns.end()

    async def _next(self) -> Sequence[Update]:
        failures = 0
        while True:
            await self._running.wait(self._patience.glance)
            try:
                return await self._ask()
            except (TelegramError, TimeoutError) as error:
                failures += 1
                await self._recover(error, failures)

    async def _ask(self) -> Sequence[Update]:
        is_first = self.last_poll_at is None  # answered at once, it shows that people are heard
        hold = 0 if is_first or self._backlog else self._patience.poll
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
            await doubt(self._bot, self._patience)
        if isinstance(error, Conflict) and "webhook" in error.message.lower():
            await self._drop_webhook()
        await asyncio.sleep(wait)

    async def _drop_webhook(self) -> None:
        try:
            await self._bot.delete_webhook(drop_pending_updates=False)
        except TelegramError as error:
            log.warning("a webhook could not be removed", error=cause(error))

    def _take(self, updates: Sequence[Update]) -> None:
        for update in self._backlog.add(updates):
            self._running.start(self._turn(update))

    async def _turn(self, update: Update) -> None:
        if not await self._turns.give(update, self._patience.attempts):
            log.error("update given up; its turn always fails")
        self._backlog.finish(update.update_id)


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
