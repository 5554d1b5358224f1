"""`steady run`: Telegram and Discord in one event loop, until a signal ends it cleanly."""

import asyncio
import signal
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager, suppress
from datetime import timedelta
from typing import TYPE_CHECKING

import structlog
from pydantic import SecretStr

from bot import garbage
from bot.attachments import Attachments
from bot.content import platform_words, read_on
from bot.conversation.library import Library
from bot.door.access import Access
from bot.door.entrance import Door
from bot.door.pace import USUAL
from bot.ports import PlatformWords, Store
from bot.serving.companion import Companion
from bot.serving.delivery import Delivery
from bot.serving.platform_service import Platform, PlatformService, ended
from bot.serving.scheduler import ticking
from bot.settings import Settings, between_commas
from bot.watching.checkup import Checkup

if TYPE_CHECKING:
    from bot.watching.metrics import Metrics

log = structlog.get_logger()


async def serve(store: Store, settings: Settings, library: Library) -> int:
    """Everything in one event loop until a signal; 1 when every platform has turned the bot away.

    Raises `Taken` when another process has a platform already and the database is not one to share, `WrongSetting` when
    the place to ask for its health can't be listened at, and `BrokenContent`.
    """
    metrics = _metrics(settings)
    store = store.counted_by(metrics) if metrics else store
    companion = Companion(store, library, door=Door(_access(settings), USUAL))
    services = [
        PlatformService(store, platform, Delivery(companion, {name: platform.channel}, Attachments(store)))
        for name, platform in _platforms(settings, companion).items()
    ]
    checkup = Checkup(companion, services)
    async with _telling_its_health(settings.health_listen, checkup, metrics), _pinging(settings.ping_url, checkup):
        days = settings.forget_after_days
        return await _serve(companion, services, timedelta(days=days) if days else None)


def _metrics(settings: Settings) -> "Metrics | None":
    """`None` where nobody can ask for them."""
    if settings.health_listen is None:
        return None
    from bot.watching.metrics import Metrics  # noqa: PLC0415 - what nobody asks for is not loaded

    return Metrics(_names(settings))


async def _serve(companion: Companion, services: Sequence[PlatformService], kept: timedelta | None) -> int:
    """What the content says in each language is read on while the first messages come, or when one needs it."""
    told = _told_by_a_signal()

    def wake() -> None:
        for service in services:
            service.delivery.wake()

    companion.on_outbox = wake
    for service in services:
        service.apply()
    companion.store.check_keys()  # with a role, nobody changes them any more
    scheduler = ticking(companion, frozenset(service.name for service in services), kept)
    scheduler.start()
    serving = asyncio.gather(*(service.run() for service in services))
    log.info("ready", count=len(services))
    reading = asyncio.create_task(asyncio.to_thread(_read_on, companion.library))
    reading.add_done_callback(lambda read: told.set() if read.exception() else None)
    try:
        is_told = await _until_told(told, serving)
        is_broken = reading.done() and reading.exception() is not None
        log.info("stopping", reason="broken content" if is_broken else "told to" if is_told else "nobody to serve")
        return int(not is_told)
    finally:
        scheduler.shutdown(wait=False)
        await ended(serving)
        companion.close()
        await reading


@asynccontextmanager
async def _telling_its_health(place: str | None, checkup: Checkup, metrics: "Metrics | None") -> AsyncIterator[None]:
    """Tell whoever asks there, if it may be asked. Raises `WrongSetting`."""
    if place is None or metrics is None:
        yield
        return
    from bot.watching.health import answering  # noqa: PLC0415 - a server that isn't used is not loaded

    async with answering(place, checkup, metrics):
        log.info("tells its health", address=place)
        yield


@asynccontextmanager
async def _pinging(url: SecretStr | None, checkup: Checkup) -> AsyncIterator[None]:
    if url is None:
        yield
        return
    from bot.watching.ping import ping  # noqa: PLC0415 - a client that isn't used is not loaded

    pinging = asyncio.create_task(ping(url, checkup))
    try:
        yield
    finally:
        await ended(pinging)


def _names(settings: Settings) -> list[str]:
    tokens = {"telegram": settings.telegram_token, "discord": settings.discord_token}
    return [name for name, token in tokens.items() if token]


def _access(settings: Settings) -> Access:
    codes, people = settings.invite_codes, settings.allowed or ""
    allowed = (person.partition(":") for person in between_commas(people))
    return Access(
        settings.access,
        between_commas(codes.get_secret_value()) if codes else (),
        frozenset((platform, user) for platform, _, user in allowed),
    )


def _platforms(settings: Settings, companion: Companion) -> dict[str, Platform]:
    """The channels whose tokens are set; a platform that isn't used is not even imported."""
    found: dict[str, Platform] = {}
    words = platform_words(companion.library)
    if settings.telegram_token:
        found["telegram"] = _telegram(settings.telegram_token.get_secret_value(), settings, companion, words)
    if settings.discord_token:
        found["discord"] = _discord(settings.discord_token.get_secret_value(), settings, companion, words)
    return found


def _telegram(token: str, settings: Settings, companion: Companion, words: Mapping[str, PlatformWords]) -> Platform:
    from adapters.telegram import Hook, Telegram  # noqa: PLC0415 - a platform that isn't used is not loaded

    url, secret = settings.webhook_url, settings.webhook_secret
    hook = Hook(url, secret.get_secret_value(), settings.webhook_listen) if url and secret else None
    telegram = Telegram(
        token,
        companion.receive,
        companion,
        words,
        settings.telegram_api_url,
        hook=hook,
        per_second=settings.telegram_per_second,
    )
    return Platform(telegram, telegram.lead, telegram.listen if hook else None)


def _discord(token: str, settings: Settings, companion: Companion, words: Mapping[str, PlatformWords]) -> Platform:
    from adapters.discord import Discord  # noqa: PLC0415 - a platform that isn't used is not loaded

    discord = Discord(
        token,
        companion.receive,
        companion,
        words,
        settings.discord_api_url,
        settings.discord_gateway_url,
        per_second=settings.discord_per_second,
    )
    return Platform(discord, discord.run)


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


async def _until_told(told: asyncio.Event, serving: asyncio.Future[list[None]]) -> bool:
    """Wait until told to end, or until no platform is left to serve; whether told."""
    until_told = asyncio.create_task(told.wait())
    serving.add_done_callback(lambda _: until_told.cancel())
    with suppress(asyncio.CancelledError):
        await until_told
    return told.is_set()
