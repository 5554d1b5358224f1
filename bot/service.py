"""`steady run`: Telegram and Discord in one event loop, until a signal ends it cleanly."""

import asyncio
import signal
from contextlib import suppress

import structlog

from bot import garbage
from bot.attachments import Attachments
from bot.companion import Companion
from bot.content import platform_words, read_on
from bot.conversation.library import Library
from bot.delivery import Delivery
from bot.platform_service import Platform, PlatformService, ended
from bot.ports import Store
from bot.scheduler import ticking
from bot.settings import Settings

log = structlog.get_logger()


async def serve(store: Store, settings: Settings, library: Library) -> int:
    """Everything in one event loop until a signal; 1 when every platform has turned the bot away.

    What the content says in each language is read on while the first messages come, or when one needs it.
    Raises `Taken` when another process has a platform already and the database is not one to share, and
    `BrokenContent`.
    """
    told = _told_by_a_signal()
    companion = Companion(store, library)
    platforms = _platforms(settings, companion)
    services = [
        PlatformService(store, platform, Delivery(companion, {name: platform.channel}, Attachments(store)))
        for name, platform in platforms.items()
    ]

    def wake() -> None:
        for service in services:
            service.delivery.wake()

    companion.on_outbox = wake
    for service in services:
        service.apply()
    scheduler = ticking(companion, frozenset(platforms))
    scheduler.start()
    serving = asyncio.gather(*(service.run() for service in services))
    log.info("ready", count=len(platforms))
    reading = asyncio.create_task(asyncio.to_thread(_read_on, library))
    reading.add_done_callback(lambda read: told.set() if read.exception() else None)
    try:
        return await _until_told(told, serving)
    finally:
        scheduler.shutdown(wait=False)
        await ended(serving)
        companion.close()
        await reading


def _platforms(settings: Settings, companion: Companion) -> dict[str, Platform]:
    """The channels whose tokens are set; a platform that isn't used is not even imported."""
    words = platform_words(companion.library)
    found: dict[str, Platform] = {}
    if settings.telegram_token:
        from adapters.telegram import Hook, Telegram  # noqa: PLC0415 - a platform that isn't used is not loaded

        token, url, secret = settings.telegram_token.get_secret_value(), settings.webhook_url, settings.webhook_secret
        hook = Hook(url, secret.get_secret_value(), settings.webhook_listen) if url and secret else None
        address, pace = settings.telegram_api_url, settings.telegram_per_second
        telegram = Telegram(token, companion.receive, companion, words, address, hook=hook, per_second=pace)
        found["telegram"] = Platform(telegram, telegram.lead, telegram.listen if hook else None)
    if settings.discord_token:
        from adapters.discord import Discord  # noqa: PLC0415 - a platform that isn't used is not loaded

        token = settings.discord_token.get_secret_value()
        addresses = (settings.discord_api_url, settings.discord_gateway_url)
        pace = settings.discord_per_second
        discord = Discord(token, companion.receive, companion, words, *addresses, per_second=pace)
        found["discord"] = Platform(discord, discord.run)
    return found


def _read_on(library: Library) -> None:
    """Raises `BrokenContent`."""
    read_on(library)
    garbage.go_on()


def _told_by_a_signal() -> asyncio.Event:
    """Set when somebody wants the process to end."""
    told = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, told.set)
    return told


async def _until_told(told: asyncio.Event, serving: asyncio.Future[list[None]]) -> int:
    """Wait until told to end, or until no platform is left to serve."""
    until_told = asyncio.create_task(told.wait())
    serving.add_done_callback(lambda _: until_told.cancel())
    with suppress(asyncio.CancelledError):
        await until_told
    log.info("stopping", signal=told.is_set())
    return 0 if told.is_set() else 1
