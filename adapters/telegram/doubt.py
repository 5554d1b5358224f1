"""Whether Telegram still knows the token."""

import asyncio

from telegram import Bot
from telegram.error import InvalidToken, TelegramError

from adapters.telegram.patience import Patience
from bot.ports import Rejected


async def doubt(bot: Bot, patience: Patience) -> None:
    """A stray 401 or 404 passes. Raises `Rejected` when Telegram does not know the token time after time."""
    for _ in range(patience.checks):
        try:
            await bot.get_me()
        except InvalidToken as error:
            if error.__cause__:  # no JSON: a proxy or a hotel's network spoke, not Telegram
                return
            await asyncio.sleep(patience.doubt)
        except TelegramError:
            return
        else:
            return
    raise Rejected(
        "Telegram does not know this bot token. Ask @BotFather for the bot's token and set STEADY_TELEGRAM_TOKEN."
    ) from None
