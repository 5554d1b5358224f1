"""`steady simulate`: JSON Lines in, JSON Lines out, time as the input says. For authors and testers."""

import json
import uuid
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from bot.conversation.calendar import local
from bot.conversation.effects import Option
from bot.conversation.events import Choice, Command, Event, Media, Text
from bot.journey import Clock, Journey
from bot.lines import BadLine, fields_of, numbered
from bot.ports import Address, File, Inbound, OutboxMessage

PLATFORM = "simulator"
ACTS = ("text", "command", "choose", "media")
FIELDS = {"at", "person", "language", *ACTS}


class CannotSave(Exception):
    """An attachment can't be written into the folder; the message says which and why."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the input: a moment, and who then does what; nothing but the moment lets time pass."""

    at: datetime
    person: str | None = None
    act: str | None = None
    value: str = ""
    language: str | None = None


def read_line(raw: str | bytes) -> Line:
    """Raises `BadLine`."""
    fields = fields_of(raw, FIELDS, '{"at": "2026-03-28T09:00:00+01:00"}')
    acts = [act for act in ACTS if act in fields]
    if len(acts) > 1 or bool(acts) != ("person" in fields) or ("language" in fields and not acts):
        raise BadLine("expected a person with one of text, command, choose or media, or at alone")
    person, value, language = fields.get("person"), fields[acts[0]] if acts else "", fields.get("language")
    if not isinstance(value, str) or not all(
        one is None or (isinstance(one, str) and one) for one in (person, language)
    ):
        raise BadLine("expected words between quotes for person, language, text, command, choose and media")
    return Line(_moment(fields.get("at")), person, acts[0] if acts else None, value, language)


def _moment(said: object) -> datetime:
    try:
        moment = datetime.fromisoformat(said) if isinstance(said, str) else None
    except ValueError:
        moment = None
    if moment is None or moment.utcoffset() is None:
        raise BadLine("expected at as a moment with its offset, such as 2026-03-28T09:00:00+01:00")
    return moment


class Simulator:
    """A channel that prints what people would see, and an input that presses what they saw."""

    platform = PLATFORM
    per_second = 0
    resends_safely = True

    def __init__(
        self,
        clock: Clock,
        write: Callable[[str], None],
        zone_of: Callable[[str], Awaitable[str | None]],
        save: Path | None = None,
    ) -> None:
        self._clock = clock
        self._write = write
        self._zone_of = zone_of
        self._save = save
        self._seen: dict[str, list[Option]] = {}
        self._files = 0
        self._unsent: Exception | None = None
        self._offset = clock.now.tzinfo

    async def send(self, message: OutboxMessage, file: File | None) -> None:
        """Print the message as it would be seen; what can't be printed whole ends the play."""
        try:
            await self._print(message, file)
        except Exception as error:
            self._unsent = error
            raise

    async def _print(self, message: OutboxMessage, file: File | None) -> None:
        person = message.address.user
        self._seen.setdefault(person, []).extend(message.options)
        said = {
            "at": (await self._local(message)).isoformat(),
            "person": person,
            "kind": message.kind,
            "text": message.text,
            "options": [{"id": option.id, "label": option.label} for option in message.options],
            "attachments": [self._attached(file)] if file else [],
        }
        self._write(json.dumps(said, ensure_ascii=False))

    async def _local(self, message: OutboxMessage) -> datetime:
        zone = await self._zone_of(message.person_id) if message.person_id else None
        return local(self._clock.now, zone) if zone else self._clock.now.astimezone(self._offset)

    def _attached(self, file: File) -> dict[str, Any]:
        self._files += 1
        name = f"{self._files:03}-{file.name}"
        if self._save:
            _save(self._save / name, file.content)
        return {"type": kind_of(file), "name": name, "bytes": len(file.content)}

    async def play(self, lines: Iterable[str | bytes], journey: Journey) -> None:
        """Carry out the lines in order. Raises `BadLine`, naming the line, at the first that can't be, and whatever
        kept a message from being printed."""
        for number, raw in numbered(lines):
            try:
                await self._carry_out(read_line(raw), journey)
            except BadLine as error:
                raise BadLine(f"line {number}: {error}") from None
            if self._unsent:
                raise self._unsent

    async def _carry_out(self, line: Line, journey: Journey) -> None:
        if line.at < self._clock.now:
            raise BadLine(f"time goes back, from {self._clock.now.isoformat()} to {line.at.isoformat()}")
        await journey.until(line.at)
        self._offset = line.at.tzinfo
        if line.person is not None:
            address = Address(PLATFORM, line.person, line.person)
            await journey.meet(Inbound(None, address, self._event(line), line.language, zone_like(line.at)))

    def _event(self, line: Line) -> Event:
        match line.act:
            case "text":
                return Text(line.value)
            case "command":
                name, _, argument = line.value.strip().removeprefix("/").partition(" ")
                return Command(name.lower(), argument.strip())
            case "media":
                return Media(line.value)
            case _:
                return Choice(self._pressed(line.person or "", line.value))

    def _pressed(self, person: str, wanted: str) -> str:
        """The newest button with that id or label."""
        seen = self._seen.get(person, [])
        for same in (str, str.casefold):
            for option in reversed(seen):
                if same(wanted) in (same(option.id), same(option.label)):
                    return option.id
        in_view = ", ".join(repr(option.label) for option in seen[-12:]) or "none"
        raise BadLine(f"{person} sees no button {wanted!r}; in view: {in_view}")


def _save(path: Path, content: bytes) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    except OSError as error:
        raise CannotSave(f"{path} can't be written: {error.strerror}. Name another folder with --save.") from error


def id_of(address: Address) -> str:
    """The same person has the same id in every run, so that the same input gives the same output."""
    return uuid.uuid5(uuid.NAMESPACE_OID, address.user).hex


def kind_of(file: File) -> str:
    """image, animation, audio or document."""
    if file.media_type == "image/gif":
        return "animation"
    family = file.media_type.partition("/")[0]
    return family if family in ("image", "audio") else "document"


def zone_like(moment: datetime) -> str | None:
    """A zone that always has the offset of that moment; `None` where there is none by name."""
    offset = moment.utcoffset() or timedelta()
    hours, rest = divmod(int(offset.total_seconds()), 3600)
    if rest or not -14 <= -hours <= 12:
        return None
    return f"Etc/GMT{-hours:+d}" if hours else "Etc/GMT"
