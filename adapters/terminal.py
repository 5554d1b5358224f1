"""`steady chat`: a conversation in the terminal, with a clock that can be moved.

Works typed and piped. Options are numbered; a question answered by numbers shows them as they are, and letters beside.
"""

import asyncio
import locale
import tempfile
import textwrap
import threading
from collections.abc import Iterable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from string import ascii_lowercase
from typing import Any, TextIO

from tzlocal import get_localzone_name

from adapters.breathing_circle import frame
from bot.conversation.breath import PACES
from bot.conversation.calendar import local
from bot.conversation.effects import BreathingAnimation, Option
from bot.conversation.events import Choice, Command, Event, Text
from bot.conversation.library import Library
from bot.journey import Clock, Journey
from bot.ports import Address, File, Inbound, OutboxMessage

PLATFORM = "terminal"
HERE = Address(PLATFORM, "you", "you")
WIDTH = 80
LONGEST_SKIP = timedelta(days=31)
UNITS = {"m": "minutes", "h": "hours", "d": "days"}
FRAMES_A_SECOND = 10


class MovedClock(Clock):
    """The machine's clock, shifted by what was skipped."""

    def __init__(self) -> None:
        self._ahead = timedelta()

    @property
    def now(self) -> datetime:
        return datetime.now(UTC) + self._ahead

    @now.setter
    def now(self, moment: datetime) -> None:
        self._ahead = max(self._ahead, moment - datetime.now(UTC))


class Terminal:
    """A channel that writes to the terminal; `interactive` draws the breath live."""

    platform = PLATFORM
    per_second = 0
    resends_safely = True

    def __init__(self, library: Library, clock: Clock, out: TextIO, *, interactive: bool) -> None:
        self.options: tuple[Option, ...] = ()
        self._library = library
        self._clock = clock
        self._out = out
        self._interactive = interactive
        self._shown_at = clock.now
        self._folder: Path | None = None
        self._circle: asyncio.Task[None] | None = None
        self._zone = zone_of_this_machine()
        self._language = library.preview or library.spoken_to(language_of_this_machine())

    async def send(self, message: OutboxMessage, file: File | None) -> None:
        """Show the message, its options, and where its picture was saved."""
        self.stop_circle()
        self._show_time_passed()
        self.show(message.text)
        if file is not None:
            name = "terminal-picture" if file.media_type.startswith("image") else "terminal-file"
            self.say(name, path=str(self._saved(file)))
        if message.options:
            self.options = message.options
            self.show("\n".join(as_lines(message.options)), wrapped=False)
        if self._interactive and isinstance(message.attachment, BreathingAnimation):
            self._circle = asyncio.create_task(self._breathe(message.attachment))

    def show(self, text: str, *, wrapped: bool = True) -> None:
        lines = text.splitlines()
        folded = [part for line in lines for part in (textwrap.wrap(line, WIDTH) or [""])] if wrapped else lines
        self._out.write("\n".join(folded) + "\n\n")
        self._out.flush()

    def say(self, message: str, **values: str) -> None:
        """Something of the terminal's own."""
        self.show(self._library.words.text(self._language, message, **values), wrapped=False)

    def stop_circle(self) -> bool:
        """Whether it was being drawn."""
        circle, self._circle = self._circle, None
        return circle is not None and circle.cancel()

    def _show_time_passed(self) -> None:
        """A line with the time, when half an hour or more went by since the last message."""
        if self._clock.now - self._shown_at > timedelta(minutes=30):
            self.show_time()
        self._shown_at = self._clock.now

    def show_time(self) -> None:
        self._shown_at = self._clock.now
        here = local(self._clock.now, self._zone)
        weekday, month = self._label("weekdays", f"day-{here.weekday()}"), self._label("months", f"month-{here.month}")
        day = self._label("days", "date", weekday=weekday, day=here.day, month=month)
        self.say("terminal-now", moment=f"{day}, {here:%H:%M}")

    def _label(self, message: str, attribute: str, **values: Any) -> str:
        return self._library.words.label(self._language, message, attribute, **values)

    def _saved(self, file: File) -> Path:
        self._folder = self._folder or Path(tempfile.mkdtemp(prefix="steady-"))
        path = self._folder / f"{local(self._clock.now, self._zone):%Y-%m-%d}-{file.name}"
        path.write_bytes(file.content)
        return path

    async def _breathe(self, animation: BreathingAnimation) -> None:
        """Draw the circle in place until something else is said or typed."""
        self.say("terminal-breathing")
        pace, words = PACES[animation.pattern], (animation.in_word, animation.hold_word, animation.out_word)
        start, height = asyncio.get_running_loop().time(), 0
        try:
            while True:
                lines = frame(pace, asyncio.get_running_loop().time() - start, 24, words)
                self._out.write(f"\x1b[{height}A" * bool(height) + "".join(f"\x1b[2K{line}\n" for line in lines))
                self._out.flush()
                height = len(lines)
                await asyncio.sleep(1 / FRAMES_A_SECOND)
        finally:
            self._out.write("\n")


def as_lines(options: tuple[Option, ...]) -> list[str]:
    """The options as lines: numbers that are answers stand in a row, the rest is numbered, or lettered beside them."""
    numbers = [option.label for option in options if option.label.isdigit()]
    others = [option for option in options if not option.label.isdigit()]
    marks = ascii_lowercase if numbers else [str(number) for number in range(1, len(others) + 1)]
    row = ["  " + "  ".join(numbers)] if numbers else []
    return row + [f"  {mark}) {option.label}" for mark, option in zip(marks, others, strict=False)]


def picked(typed: str, options: tuple[Option, ...]) -> Option | None:
    """The option with that label, number or letter."""
    wanted = typed.strip().rstrip(").").casefold()
    by_label = next((option for option in options if option.label.casefold() == wanted), None)
    others = [option for option in options if not option.label.isdigit()]
    marks = ascii_lowercase if len(others) < len(options) else [str(number) for number in range(1, len(others) + 1)]
    by_mark = next((option for mark, option in zip(marks, others, strict=False) if mark == wanted), None)
    return by_label or by_mark


def zone_of_this_machine() -> str:
    try:
        return str(get_localzone_name() or "UTC")
    except (LookupError, ValueError, OSError):
        return "UTC"


def language_of_this_machine() -> str | None:
    """Such as `de_DE`; `None` where the machine says nothing of it."""
    return locale.getlocale()[0]


def length_of(said: str) -> timedelta | None:
    """`8h`, `30m`, `2d` as a length of time, a month at most; `None` when it is none."""
    number, unit = said.strip()[:-1], said.strip()[-1:].lower()
    if not (number.isascii() and number.isdigit() and unit in UNITS and len(number) < 6):
        return None
    length = timedelta(**{UNITS[unit]: int(number)})
    return length if timedelta() < length <= LONGEST_SKIP else None


class Conversation:
    """The person at the keyboard: reads lines, moves the clock, shows what comes by itself."""

    def __init__(self, terminal: Terminal, journey: Journey, clock: Clock) -> None:
        self._terminal = terminal
        self._journey = journey
        self._clock = clock
        self._lines: asyncio.Queue[str | None] = asyncio.Queue()

    async def hold(self, source: Iterable[str]) -> None:
        """From hello to the end of the input."""
        self._terminal.say("terminal-hello")
        await self._journey.until(self._clock.now)
        await self._meet(Command("start"))
        self._read_in_background(source)
        while (line := await self._next_line()) is not None:
            only_goes_on = self._terminal.stop_circle() and not line.strip()
            await self._journey.until(self._clock.now)
            if not only_goes_on:
                await self._typed(line.strip())
        self._terminal.stop_circle()
        self._terminal.say("terminal-bye")

    def _read_in_background(self, source: Iterable[str]) -> None:
        loop = asyncio.get_running_loop()

        def read() -> None:
            with suppress(RuntimeError):  # the loop is gone when the conversation ended first
                for line in source:
                    loop.call_soon_threadsafe(self._lines.put_nowait, line)
                loop.call_soon_threadsafe(self._lines.put_nowait, None)

        threading.Thread(target=read, daemon=True).start()

    async def _next_line(self) -> str | None:
        """The next line typed; meanwhile what falls due is shown."""
        while True:
            with suppress(TimeoutError):
                return await asyncio.wait_for(self._lines.get(), 1.0)
            await self._journey.until(self._clock.now)

    async def _typed(self, line: str) -> None:
        if line.startswith("/skip"):
            await self._skip(line.removeprefix("/skip"))
        elif option := picked(line, self._terminal.options):
            self._terminal.options = ()
            await self._meet(Choice(option.id))
        elif line.startswith("/"):
            name, _, argument = line[1:].partition(" ")
            await self._meet(Command(name.lower(), argument.strip()))
        else:
            await self._meet(Text(line))

    async def _skip(self, said: str) -> None:
        length = length_of(said)
        if length is None:
            self._terminal.say("terminal-skip-help")
            return
        await self._journey.until(self._clock.now + length)
        self._terminal.show_time()

    async def _meet(self, event: Event) -> None:
        await self._journey.meet(
            Inbound(None, HERE, event, language_of_this_machine(), zone_of_this_machine(), zone_is_certain=True)
        )
