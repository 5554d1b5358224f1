"""The command line: `steady chat`, `steady run`, `steady simulate`."""

import asyncio
import logging
import signal
import sys
import uuid
from collections.abc import Awaitable, Callable, Coroutine
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any, NoReturn

import structlog
import typer
from sqlalchemy.engine import make_url

from bot import __version__, logs
from bot.attachments import Attachments
from bot.companion import Companion
from bot.content import BrokenContent, load_library, platform_words
from bot.delivery import Delivery
from bot.journey import Clock, Journey
from bot.ports import Channel, Rejected
from bot.settings import Settings, WrongSetting, default_database, load_settings
from storage.store import CannotOpen, SqlStore, open_store

app = typer.Typer(add_completion=False, no_args_is_help=True, rich_markup_mode=None, pretty_exceptions_enable=False)
log = structlog.get_logger()
NOTHING_TO_RUN = """\
Set STEADY_TELEGRAM_TOKEN or STEADY_DISCORD_TOKEN (or both), in the environment or in a file .env here, and run again.
To try Steady without any account: steady chat"""


def main() -> None:
    """The console script; a mistake in settings, content or database is one clear sentence and exit code 2."""
    try:
        app()
    except (WrongSetting, BrokenContent, CannotOpen) as error:
        _refuse(str(error))


def _refuse(sentence: str) -> NoReturn:
    typer.echo(sentence, err=True)
    raise SystemExit(2)


@app.callback(invoke_without_command=True)
def about(
    version: Annotated[bool, typer.Option("--version", help="Show the version.")] = False,
) -> None:
    """Steady: a companion for living with chronic pain."""
    if version:
        typer.echo(f"steady {__version__}")
        raise typer.Exit


@app.command()
def chat() -> None:
    """Talk with Steady in this terminal. No account, no token, no server."""
    from adapters.terminal import converse  # noqa: PLC0415 - one channel never loads what another needs

    logs.configure(logging.WARNING)
    url = load_settings().database_url or default_database("chat.db")
    store = _opened(url)
    try:
        asyncio.run(converse(store, load_library()))
    finally:
        store.close()


@app.command()
def run() -> None:
    """Meet people on Telegram and Discord, whichever tokens are set, until SIGTERM."""
    settings = load_settings()
    if not (settings.telegram_token or settings.discord_token):
        _refuse(NOTHING_TO_RUN)
    logs.configure()
    store = _opened(settings.database_url or default_database("steady.db"))
    try:
        sys.exit(asyncio.run(_serve(store, settings)))
    finally:
        store.close()


@app.command()
def simulate(
    database_url: Annotated[str | None, typer.Option(help="Keep what happens there instead of in memory.")] = None,
    save: Annotated[Path | None, typer.Option(help="Write pictures and files into this folder.")] = None,
) -> None:
    """Play a conversation through time: JSON Lines from standard input to standard output (docs/simulate.md)."""
    logs.configure(logging.ERROR)
    if save:
        save.mkdir(parents=True, exist_ok=True)
    store = open_store(database_url) if database_url else SqlStore.in_memory()
    try:
        asyncio.run(_simulate(store, save))
    finally:
        store.close()


def _opened(url: str) -> SqlStore:
    store = open_store(url)
    typer.echo(f"Database: {make_url(url).render_as_string(hide_password=True)}", err=True)
    return store


# steady simulate


async def _simulate(store: SqlStore, save: Path | None) -> None:
    from adapters.simulator import PLATFORM, BadLine, Simulator  # noqa: PLC0415 - as above

    clock = Clock(datetime.min.replace(year=1970, tzinfo=UTC))
    companion = Companion(
        store, load_library(), clock=clock, new_id=lambda address: uuid.uuid5(uuid.NAMESPACE_OID, address.user).hex
    )
    simulator = Simulator(clock, _print_line, companion.zone_of, save)
    delivery = Delivery(companion, {PLATFORM: simulator}, Attachments(store), clock=clock)
    try:
        await simulator.play(sys.stdin, Journey(companion, delivery, clock))
    except BadLine as error:
        _refuse(str(error))
    finally:
        companion.close()


def _print_line(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


# steady run


async def _serve(store: SqlStore, settings: Settings) -> int:
    """Everything in one event loop until a signal; 1 when every platform has turned the bot away."""
    from bot.scheduler import ticking  # noqa: PLC0415 - as above

    library = load_library()
    companion = Companion(store, library)
    platforms = _platforms(settings, companion)
    delivery = Delivery(companion, {name: channel for name, (channel, _) in platforms.items()}, Attachments(store))
    companion.on_outbox = delivery.wake
    await delivery.recover()
    scheduler = ticking(companion)
    scheduler.start()
    sending = asyncio.create_task(delivery.run())
    log.info("ready", count=len(platforms))
    try:
        return await _until_told(platforms)
    finally:
        scheduler.shutdown(wait=False)
        await _drain(sending, delivery)
        companion.close()


Runner = Callable[[], Coroutine[Any, Any, None]]


def _platforms(settings: Settings, companion: Companion) -> dict[str, tuple[Channel, Runner]]:
    """The channels whose tokens are set; a platform that isn't used is not even imported."""
    words = platform_words(companion.library)
    found: dict[str, tuple[Channel, Runner]] = {}
    if settings.telegram_token:
        from adapters.telegram import Telegram  # noqa: PLC0415 - as above

        token = settings.telegram_token.get_secret_value()
        telegram = Telegram(token, companion.receive, companion, words, settings.telegram_api_url)
        found["telegram"] = (telegram, telegram.run)
    if settings.discord_token:
        from adapters.discord import Discord  # noqa: PLC0415 - as above

        token = settings.discord_token.get_secret_value()
        addresses = (settings.discord_api_url, settings.discord_gateway_url)
        discord = Discord(token, companion.receive, companion, words, *addresses)
        found["discord"] = (discord, discord.run)
    return found


async def _until_told(platforms: dict[str, tuple[Channel, Runner]]) -> int:
    """Run every platform; one that fails is started again or given up, and never takes another with it."""
    told = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, told.set)
    running = asyncio.gather(*(_keep_running(name, run) for name, (_, run) in platforms.items()))
    until_told = asyncio.create_task(told.wait())
    running.add_done_callback(lambda _: until_told.cancel())  # every platform has turned the bot away
    with suppress(asyncio.CancelledError):
        await until_told
    log.info("stopping", signal=told.is_set())
    running.cancel()
    with suppress(asyncio.CancelledError):
        await running
    return 0 if told.is_set() else 1


async def _keep_running(platform: str, run: Callable[[], Awaitable[None]]) -> None:
    pause = 1.0
    while True:
        try:
            await run()
        except Rejected as rejected:
            log.error("platform rejected the bot; the others go on", platform=platform, reason=str(rejected))
            return
        except Exception:
            log.exception("platform failed; starting it again", platform=platform, seconds=pause)
        await asyncio.sleep(pause)
        pause = min(pause * 2, 60.0)


async def _drain(sending: asyncio.Task[None], delivery: Delivery) -> None:
    """Give what is on its way ten seconds; what still waits is sent after the next start."""
    sending.cancel()
    with suppress(asyncio.CancelledError):
        await sending
    await delivery.finish()
