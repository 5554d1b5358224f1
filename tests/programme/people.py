"""The people of these tests: the real companion on a stage, with a few words to talk about what came of it."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.conversation.events import Command
from bot.conversation.person import Person
from bot.conversation.records import Alarm, Breathing, CheckIn, ComfortStep, Records
from bot.ports import OutboxMessage
from tests.transcript import PERSON, Stage

BERLIN = ZoneInfo("Europe/Berlin")
SUNDAY_EVENING = "2026-03-15 18:05"


def berlin(moment: str) -> datetime:
    """2026-03-16 09:00, as a clock in Berlin shows it."""
    return datetime.fromisoformat(moment).replace(tzinfo=BERLIN).astimezone(UTC)


def told(messages: Sequence[OutboxMessage]) -> str:
    return "\n".join(message.text for message in messages)


def labels(messages: Sequence[OutboxMessage]) -> list[str]:
    return [option.label for message in messages for option in message.options]


def kinds(messages: Sequence[OutboxMessage]) -> list[str]:
    return [message.kind for message in messages]


class Stranger(Stage):
    def __init__(self, moment: str = SUNDAY_EVENING) -> None:
        super().__init__(berlin(moment), "Europe/Berlin")

    async def comes(self, moment: str) -> list[OutboxMessage]:
        """Time passes until then; what came by itself."""
        before = len(self.chat.messages)
        await self.at(berlin(moment))
        return self.chat.messages[before:]

    async def waits(self, length: timedelta) -> list[OutboxMessage]:
        before = len(self.chat.messages)
        await self.at(self.clock.now + length)
        return self.chat.messages[before:]

    async def asks(self, command: str, argument: str = "") -> list[OutboxMessage]:
        return await self.act(Command(command, argument))

    async def says_all(self, *texts: str) -> list[OutboxMessage]:
        """What comes back to the last of them."""
        answer: list[OutboxMessage] = []
        for text in texts:
            answer = await self.says(text)
        return answer

    @property
    def stored(self) -> Person | None:
        with self.store.begin() as unit:
            return unit.person_at(PERSON)

    @property
    def person(self) -> Person:
        person = self.stored
        assert person is not None
        return person

    @property
    def records(self) -> Records:
        person_id = self.person.id
        with self.store.begin() as unit:
            return unit.records(person_id, date(2000, 1, 1))

    @property
    def check_ins(self) -> tuple[CheckIn, ...]:
        return self.records.check_ins

    @property
    def breathings(self) -> tuple[Breathing, ...]:
        return self.records.breathings

    @property
    def steps(self) -> tuple[ComfortStep, ...]:
        return self.records.steps

    @property
    def alarms(self) -> tuple[Alarm, ...]:
        return self.records.alarms


class Anna(Stranger):
    async def settle(self, city: str = "berlin") -> None:
        await self.says_all("hi", "i agree", "usual", city, "yes")
        assert self.person.settings.zone == "Europe/Berlin"
