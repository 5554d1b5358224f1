"""What Telegram shows of Steady outside the conversation: the command menu, the description, the about line."""

import asyncio
import re
from collections.abc import Awaitable, Callable, Iterator, Mapping

import structlog
from telegram import Bot, BotCommand
from telegram.error import BadRequest, TelegramError

from adapters.telegram.outbound import reason
from adapters.telegram.patience import Patience, cause
from bot.ports import PlatformWords

log = structlog.get_logger(platform="telegram")


def words_in(words: Mapping[str, PlatformWords], language: str | None) -> PlatformWords:
    """The words for an IETF language tag such as `pt-br`; English, or else the first language, where there are none."""
    tag = (language or "").lower()
    known = {name.lower(): found for name, found in words.items()}
    default = known.get("en") or next(iter(known.values()))
    return known.get(tag) or known.get(tag.split("-")[0]) or default


def editions(words: Mapping[str, PlatformWords]) -> Iterator[tuple[str, PlatformWords]]:
    """The words by Telegram's two-letter code; without a code for everyone whose language isn't there."""
    yield "", words_in(words, None)
    for code in dict.fromkeys(tag.split("-")[0].lower() for tag in words):
        if re.fullmatch("[a-z]{2}", code):
            yield code, next(found for tag, found in words.items() if tag.split("-")[0].lower() == code)


async def introduce(bot: Bot, words: Mapping[str, PlatformWords], patience: Patience) -> None:
    """Make the profile say what `words` say. Reads first: writing is limited, and needed only after a change."""
    for code, edition in editions(words):
        for write in (_commands, _description, _about):
            await _until_done(write, bot, code, edition, patience)


Write = Callable[[Bot, str, PlatformWords], Awaitable[None]]


async def _until_done(write: Write, bot: Bot, code: str, words: PlatformWords, patience: Patience) -> None:
    failures = 0
    while True:
        try:
            return await write(bot, code, words)
        except BadRequest as error:
            log.error("profile refused", reason=reason(error), method=write.__name__)
            return None
        except TelegramError as error:
            failures += 1
            wait = patience.after(error, failures)
            log.warning("profile must wait", error=cause(error), seconds=wait)
            await asyncio.sleep(wait)


async def _commands(bot: Bot, code: str, words: PlatformWords) -> None:
    wanted = [BotCommand(name, description) for name, description in words.commands.items()]
    if list(await bot.get_my_commands(language_code=code or None)) != wanted:
        await bot.set_my_commands(wanted, language_code=code or None)


async def _description(bot: Bot, code: str, words: PlatformWords) -> None:
    shown = await bot.get_my_description(language_code=code or None)
    if shown.description != words.description:
        await bot.set_my_description(words.description, language_code=code or None)


async def _about(bot: Bot, code: str, words: PlatformWords) -> None:
    shown = await bot.get_my_short_description(language_code=code or None)
    if shown.short_description != words.about:
        await bot.set_my_short_description(words.about, language_code=code or None)
