"""The command line: `steady chat`, `steady run`, `steady simulate`, `steady understand`, and what stands in
`bot/operations`."""

import asyncio
import logging
import sys
from dataclasses import replace
from datetime import UTC, date, datetime
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import structlog
import typer

from bot import __version__, garbage, logs
from bot.attachments import Attachments
from bot.content import load_library, open_library
from bot.conversation.library import Library
from bot.errors import CannotDo
from bot.journey import Clock, Journey
from bot.lines import BadLine, answered
from bot.operations import keys as key_commands
from bot.operations.backup import backup, restore
from bot.operations.broadcast import broadcast
from bot.operations.content import commands as content
from bot.operations.doctor.command import doctor
from bot.operations.figures import outbox, stats, timers
from bot.operations.opening import migrated, with_settings
from bot.operations.people import people
from bot.sense.later import SenseLater
from bot.serving.companion import Companion
from bot.serving.delivery import Delivery
from bot.settings import OF_A_CHAT, SERVED, Settings, database_of, load_settings
from storage.opening import shown
from storage.store import SqlStore

if TYPE_CHECKING:
    from bot.sense.model import TunedEncoder

app = typer.Typer(add_completion=False, no_args_is_help=True, rich_markup_mode=None, pretty_exceptions_enable=False)
log = structlog.get_logger()
NOTHING_TO_RUN = """\
Set STEADY_TELEGRAM_TOKEN or STEADY_DISCORD_TOKEN (or both), in the environment or in a file .env here, and run again.
To try Steady without any account: steady chat"""


def main() -> None:
    """The console script; a mistake in what was set, written or asked for is one clear sentence and exit code 2."""
    try:
        app()
    except CannotDo as error:
        _refuse(str(with_settings(error)))
    except Exception as error:  # noqa: BLE001 - its own message might quote what somebody wrote
        _refuse(f"Steady broke: {type(error).__name__} at {logs.place_of(error)}. Please tell those who write it.")


def _refuse(sentence: str) -> NoReturn:
    typer.echo(sentence, err=True)
    raise SystemExit(2)


@app.callback(invoke_without_command=True)
def about(
    version: Annotated[bool, typer.Option("--version", help="Show the version.")] = False,
) -> None:
    """Steady: a companion for living with chronic pain."""
    logs.configure(logging.ERROR)
    if version:
        typer.echo(f"steady {__version__}")
        raise typer.Exit


Preview = Annotated[
    str | None,
    typer.Option("--language", help="Say what is translated into this language, and the rest in English."),
]


@app.command()
def chat(language: Preview = None) -> None:
    """Talk with Steady in this terminal. No account, no token, no server."""
    logs.configure(logging.WARNING)
    if isinstance(sys.stdin, TextIOWrapper):
        sys.stdin.reconfigure(errors="replace")  # a letter that can't be read ends no conversation
    settings = load_settings()
    store = _opened(settings, OF_A_CHAT)
    try:
        asyncio.run(_chat(store, _previewed(_loaded(_sense(), settings), language)))
    finally:
        store.close()


@app.command()
def run() -> None:
    """Meet people on Telegram and Discord, whichever tokens are set, until SIGTERM."""
    settings = load_settings()
    if not (settings.telegram_token or settings.discord_token):
        _refuse(NOTHING_TO_RUN)
    logs.configure(form=settings.log_format)
    from bot.service import serve  # noqa: PLC0415 - one channel never loads what another needs

    store = _opened(settings, SERVED)
    try:
        library = _told_how_long(open_library(SenseLater(_sense), settings.content), settings)
        sys.exit(asyncio.run(serve(store, settings, library)))
    finally:
        store.close()


@app.command()
def simulate(
    database_url: Annotated[str | None, typer.Option(help="Keep what happens there instead of in memory.")] = None,
    save: Annotated[Path | None, typer.Option(help="Write pictures and files into this folder.")] = None,
    language: Preview = None,
) -> None:
    """Play a conversation through time: JSON Lines from standard input to standard output (docs/simulate.md)."""
    settings = load_settings()
    store = SqlStore.in_memory()
    if database_url:
        store = SqlStore(migrated(settings, database_url, "--database-url"))
    try:
        asyncio.run(_simulate(store, _previewed(_loaded(_sense(), settings), language), save))
    finally:
        store.close()


@app.command()
def understand(
    phrases_only: Annotated[bool, typer.Option("--phrases-only", help="Leave the sense for meaning out.")] = False,
) -> None:
    """Tell what Steady understands: JSON Lines from standard input to standard output (docs/safety.md)."""
    library = _loaded(None if phrases_only else _sense(), load_settings())
    try:
        for line in answered(sys.stdin.buffer, library, date.today()):  # noqa: DTZ011 - the day where this is typed
            _print_line(line)
    except BadLine as error:
        _refuse(str(error))


for command in (doctor, outbox, stats, broadcast, backup, restore):
    app.command()(command)
for name, group in {"keys": key_commands.app, "people": people, "timers": timers, "content": content.app}.items():
    app.add_typer(group, name=name)


def _opened(settings: Settings, file: str) -> SqlStore:
    """The store that was chosen, or the one in that file. Raises `CannotDo`."""
    address = database_of(settings, file)
    store = SqlStore(migrated(settings, address, "STEADY_DATABASE_URL" if settings.database_url else None))
    typer.echo(f"Database: {shown(address)}", err=True)
    return store


def _loaded(sense: "TunedEncoder | None", settings: Settings) -> Library:
    library = load_library(sense, settings.content)
    garbage.go_on()
    return _told_how_long(library, settings)


def _told_how_long(library: Library, settings: Settings) -> Library:
    """It says how long people are kept."""
    return replace(library, kept_days=settings.forget_after_days)


def _previewed(library: Library, language: str | None) -> Library:
    """It speaks that language as far as it is translated. Raises `CannotDo`."""
    if language and language not in library.words.languages:
        known = ", ".join(library.words.languages)
        raise CannotDo(f"--language: there are no words in {language!r} yet.", f"Choose one of {known}.")
    return replace(library, preview=language)


def _sense() -> "TunedEncoder | None":
    """The sense for meaning where this machine has it; where not, that is said."""
    from bot.sense.model import NoSense, TunedEncoder  # noqa: PLC0415 - loaded when a text is first weighed

    try:
        return TunedEncoder()
    except NoSense as error:
        typer.echo(f"Danger is listened for by phrases alone: {error}", err=True)
        return None


async def _chat(store: SqlStore, library: Library) -> None:
    from adapters.terminal import HERE, PLATFORM, Conversation, MovedClock, Terminal  # noqa: PLC0415 - one channel never loads what another needs

    role = store.take_role(PLATFORM)  # of several, the first one has it
    clock = MovedClock()
    companion = Companion(store, library, clock=clock)
    terminal = Terminal(library, clock, sys.stdout, interactive=sys.stdin.isatty() and sys.stdout.isatty())
    delivery = Delivery(companion, {PLATFORM: terminal}, Attachments(store), clock=clock)
    try:
        store.check_keys()
        if newest := await companion.newest_act(HERE):
            clock.now = newest  # after time travel, go on from there
        await companion.try_again()
        await delivery.recover()
        await Conversation(terminal, Journey(companion, delivery, clock), clock).hold(sys.stdin)
    finally:
        terminal.stop_circle()
        companion.close()
        if role:
            role.release()


async def _simulate(store: SqlStore, library: Library, save: Path | None) -> None:
    from adapters.simulator import (  # noqa: PLC0415 - one channel never loads what another needs
        PLATFORM,
        CannotSave,
        Simulator,
        id_of,
    )

    clock = Clock(datetime.min.replace(year=1970, tzinfo=UTC))
    companion = Companion(store, library, clock=clock, new_id=id_of)
    simulator = Simulator(clock, _print_line, companion.zone_of, save)
    delivery = Delivery(companion, {PLATFORM: simulator}, Attachments(store), clock=clock)
    try:
        await simulator.play(sys.stdin.buffer, Journey(companion, delivery, clock))
    except (BadLine, CannotSave) as error:
        _refuse(str(error))
    finally:
        companion.close()


def _print_line(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()
