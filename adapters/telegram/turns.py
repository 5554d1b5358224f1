"""A turn for each update, by whichever way it came: in order within a chat, chats beside each other."""

import asyncio
from collections.abc import Awaitable, Callable
from weakref import WeakValueDictionary

import structlog
from telegram import CallbackQuery, Update
from telegram.error import TelegramError

from adapters.telegram.patience import Patience, Tasks, cause

log = structlog.get_logger(platform="telegram")

# Telegram remembers the list of whoever told it last, so it goes along each time. `my_chat_member` tells of a block.
ALLOWED_UPDATES = ("message", "edited_message", "callback_query", "my_chat_member")

Handle = Callable[[Update], Awaitable[None]]


class Turns:
    """Has each update handled when all that came before it from its chat are through."""

    def __init__(self, handle: Handle, patience: Patience) -> None:
        self._handle = handle
        self._patience = patience
        self._lines: WeakValueDictionary[int | None, asyncio.Lock] = WeakValueDictionary()
        self._answers = Tasks()

    async def give(self, update: Update, attempts: int) -> bool:
        """True when its turn is committed, false when it failed so many times; until then the chat waits.

        A pressed button is answered at once.
        """
        if update.callback_query:
            self._answers.start(answer(update.callback_query))
        async with self._line(update):
            return await self._try(update, attempts)

    async def end(self) -> None:
        await self._answers.end()

    def _line(self, update: Update) -> asyncio.Lock:
        """Lets them in one by one, as they came; it is gone when nobody is in it."""
        chat = update.effective_chat.id if update.effective_chat else None
        return self._lines.setdefault(chat, asyncio.Lock())

    async def _try(self, update: Update, attempts: int) -> bool:
        for attempt in range(1, attempts + 1):
            try:
                await self._handle(update)
            except Exception as error:  # noqa: BLE001 - one person's trouble must not silence everybody else
                log.error("turn failed", error=cause(error), attempts=attempt)
            else:
                return True
            if attempt < attempts:
                await asyncio.sleep(self._patience.back_off(attempt))
        return False


async def answer(query: CallbackQuery) -> None:
    """Take the waiting mark off the button. The query may be too old for that, which harms nobody."""
    try:
        await query.answer()
    except TelegramError as error:
        log.info("button not answered", error=cause(error))
