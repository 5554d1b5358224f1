"""`steady run`: Telegram and Discord in one event loop, until a signal ends it cleanly."""

import asyncio
import signal
from collections.abc import Awaitable, Callable, Coroutine
from contextlib import suppress
from typing import Any

import structlog

from bot.attachments import Attachments
from bot.companion import Companion
from bot.content import platform_words
from bot.conversation.library import Library
from bot.delivery import Delivery
from bot.ports import Channel, Rejected, Store
from bot.scheduler import ticking
from bot.settings import Settings

log = structlog.get_logger()
SHORTEST_PAUSE, LONGEST_PAUSE = 1.0, 60.0  # seconds until what failed is started again


async def serve(store: Store, settings: Settings, library: Library) -> int:
    """Everything in one event loop until a signal; 1 when every platform has turned the bot away."""
    told = _told_by_a_signal()
    companion = Companion(store, library)
    platforms = _platforms(settings, companion)
    delivery = Delivery(companion, {name: channel for name, (channel, _) in platforms.items()}, Attachments(store))
    companion.on_outbox = delivery.wake
    await delivery.recover()
    scheduler = ticking(companion, delivery.platforms)
    scheduler.start()
    sending = asyncio.create_task(_keep_running("delivery", delivery.run))
    hearing = asyncio.gather(*(_keep_running(name, run) for name, (_, run) in platforms.items()))
    log.info("ready", count=len(platforms))
    try:
        return await _until_told(told, hearing)
    finally:
        scheduler.shutdown(wait=False)
        await _ended(sending)  # before the platforms close, so that what is on its way arrives
        await _ended(hearing)
        companion.close()


Runner = Callable[[], Coroutine[Any, Any, None]]


def _platforms(settings: Settings, companion: Companion) -> dict[str, tuple[Channel, Runner]]:
    """The channels whose tokens are set; a platform that isn't used is not even imported."""
    words = platform_words(companion.library)
    found: dict[str, tuple[Channel, Runner]] = {}
    if settings.telegram_token:
        from adapters.telegram import Telegram  # noqa: PLC0415 - a platform that isn't used is not loaded

        token = settings.telegram_token.get_secret_value()
        pace = settings.telegram_per_second
        telegram = Telegram(token, companion.receive, companion, words, settings.telegram_api_url, per_second=pace)
        found["telegram"] = (telegram, telegram.run)
    if settings.discord_token:
        from adapters.discord import Discord  # noqa: PLC0415 - a platform that isn't used is not loaded

        token = settings.discord_token.get_secret_value()
        addresses = (settings.discord_api_url, settings.discord_gateway_url)
        pace = settings.discord_per_second
        discord = Discord(token, companion.receive, companion, words, *addresses, per_second=pace)
        found["discord"] = (discord, discord.run)
    return found


def _told_by_a_signal() -> asyncio.Event:
    """Set when somebody wants the process to end."""
    told = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, told.set)
    return told


async def _until_told(told: asyncio.Event, hearing: asyncio.Future[list[None]]) -> int:
    """Wait until told to end, or until no platform is left to hear."""
    until_told = asyncio.create_task(told.wait())
    hearing.add_done_callback(lambda _: until_told.cancel())
    with suppress(asyncio.CancelledError):
        await until_told
    log.info("stopping", signal=told.is_set())
    return 0 if told.is_set() else 1


async def _keep_running(part: str, run: Callable[[], Awaitable[None]]) -> None:
    """Run a platform, or delivery; one that fails is started again or given up, and never takes another with it."""
    clock, pause = asyncio.get_running_loop().time, SHORTEST_PAUSE
    while True:
        began = clock()
        try:
            await run()
        except Rejected as rejected:
            log.error("platform rejected the bot", platform=part, reason=str(rejected))
            return
        except Exception:
            log.exception("failed; starting it again", part=part)
        pause = SHORTEST_PAUSE if clock() - began > LONGEST_PAUSE else pause
        await asyncio.sleep(pause)
        pause = min(pause * 2, LONGEST_PAUSE)


async def _ended(task: asyncio.Future[Any]) -> None:
    """End it, whatever it ends in: there is more to close."""
    task.cancel()
    await asyncio.wait([task])
    error = None if task.cancelled() else task.exception()
    if error and not isinstance(error, asyncio.CancelledError):  # a gathering ends in it when it is cancelled
        log.error("ended in an error", exc_info=error)
