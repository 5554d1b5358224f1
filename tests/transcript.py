"""Whole chats as plain text: what the person does goes in, what they would see comes out.

`@` sets the clock (`@ 2026-03-16 08:50`), `>` is the person (`> hello`, `> [a button]`, `> (sticker)`), `>>` the same
person in their other messenger, `*` shows that time passed and something came by itself, and indented lines are what
Steady says, with the name of the messenger where it changes. Lines with `#` are remarks; `#zone`
names the zone of the clock.
"""

import asyncio
import uuid
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.attachments import Attachments
from bot.content import load_library
from bot.conversation.effects import PLATFORMS, Option
from bot.conversation.events import Choice, Event, Media, Text
from bot.journey import Clock, Journey
from bot.ports import Address, File, Inbound, OutboxMessage
from bot.sense.model import TunedEncoder
from bot.serving.companion import Companion
from bot.serving.delivery import Delivery
from tests import databases
from tests.hearing import sense

PLATFORM, OTHER_PLATFORM = PLATFORMS
PERSON = Address(PLATFORM, "person", "person")
PERSON_THERE = Address(OTHER_PLATFORM, "person there", "person there")
CODE = "482913057716"


class Chat:
    """A channel that writes down what it is given, as a person would see it."""

    platform = PLATFORM
    per_second = 0
    resends_safely = True

    def __init__(self, clock: Clock, zone: ZoneInfo) -> None:
        self.lines: list[str] = []
        self.messages: list[OutboxMessage] = []
        self.options: list[Option] = []
        self.now_and_zone = (clock, zone)
        self.person_spoke = True
        self.spoke_on = PLATFORM

    async def send(self, message: OutboxMessage, file: File | None) -> None:
        clock, zone = self.now_and_zone
        if not self.person_spoke:
            self.lines += [f"* {clock.now.astimezone(zone):%a %d %b %H:%M}"]
        self.messages.append(message)
        self.options += message.options
        self.lines += ["", *self._heading(message), *(f"    {line}".rstrip() for line in message.text.splitlines())]
        if file is not None:
            self.lines.append(f"    ({file.name})")
        if message.options:
            self.lines.append("    " + " ".join(f"[{option.label}]" for option in message.options))
        self.lines.append("")

    def _heading(self, message: OutboxMessage) -> list[str]:
        """The messenger's name, where it is another one than that of the message before."""
        before, self.spoke_on = self.spoke_on, message.address.platform
        return [] if before == self.spoke_on else [f"    ({self.spoke_on.capitalize()})"]

    def button(self, label: str) -> str:
        found = [option.id for option in self.options if option.label == label]
        assert found, f"no button {label!r}; seen: {sorted({option.label for option in self.options})}"
        return found[-1]


class OtherMessenger:
    """Where the same person is met too; all of it is written down in one place."""

    platform = OTHER_PLATFORM
    per_second = 0
    resends_safely = True

    def __init__(self, chat: Chat) -> None:
        self.send = chat.send


class Stage:
    """A person, the real companion and delivery, an empty database, and a clock in hand; without a `sense` for meaning,
    phrases alone listen."""

    def __init__(self, now: datetime, zone: str = "UTC", sense: TunedEncoder | None = None) -> None:
        self.clock = Clock(now)
        self.zone = ZoneInfo(zone)
        self.store = databases.empty_store()
        self.companion = Companion(
            self.store,
            load_library(sense),
            clock=self.clock,
            new_id=lambda address: uuid.uuid5(uuid.NAMESPACE_OID, address.user).hex,
        )
        self.companion.turns.new_code = lambda: CODE
        self.chat = Chat(self.clock, self.zone)
        attachments = Attachments(self.store)
        self.journey = Journey(
            self.companion,
            Delivery(
                self.companion,
                {PLATFORM: self.chat, OTHER_PLATFORM: OtherMessenger(self.chat)},
                attachments,
                clock=self.clock,
            ),
            self.clock,
        )

    async def at(self, moment: datetime) -> None:
        self.chat.person_spoke = False
        await self.journey.until(moment)

    async def act(self, event: Event, inbound_id: str | None = None, place: Address = PERSON) -> list[OutboxMessage]:
        """What comes back."""
        self.chat.person_spoke = True
        before = len(self.chat.messages)
        await self.journey.meet(Inbound(inbound_id, place, event))
        return self.chat.messages[before:]

    async def says(self, text: str) -> list[OutboxMessage]:
        return await self.act(Text(text))

    async def presses(self, label: str) -> list[OutboxMessage]:
        return await self.act(Choice(self.chat.button(label)))

    def close(self) -> None:
        self.companion.close()
        self.store.close()


def played(path: Path) -> str:
    """The chat of a file, as it comes out now where Steady listens with all it has."""
    return asyncio.run(_played(path.read_text(encoding="utf-8").splitlines()))


async def _played(lines: list[str]) -> str:
    zone = next((line.split()[1] for line in lines if line.startswith("#zone")), "UTC")
    first = next(line for line in lines if line.startswith("@"))
    stage = Stage(_moment(first, zone), zone, sense())
    try:
        for line in lines:
            await _play(stage, line, zone)
        return "\n".join(_without_double_blanks(stage.chat.lines)) + "\n"
    finally:
        stage.close()


async def _play(stage: Stage, line: str, zone: str) -> None:
    out = stage.chat.lines
    if line.startswith("#"):
        out.append(line)
    elif line.startswith("@"):
        out.append("")
        await stage.at(_moment(line, zone))
        out += [line]
    elif line.startswith(">"):
        out.append(line)
        place = PERSON_THERE if line.startswith(">>") else PERSON
        await stage.act(_event(stage, line.lstrip(">").strip()), place=place)


def _moment(line: str, zone: str) -> datetime:
    said = datetime.fromisoformat(line.removeprefix("@").strip())
    return said.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)


def _event(stage: Stage, said: str) -> Event:
    if said.startswith("[") and said.endswith("]"):
        return Choice(stage.chat.button(said[1:-1]))
    if said.startswith("(") and said.endswith(")"):
        return Media(said[1:-1])
    return Text(said)


def _without_double_blanks(lines: list[str]) -> list[str]:
    kept = [line for number, line in enumerate(lines) if line or (number and lines[number - 1])]
    return kept[1:] if kept and not kept[0] else kept
