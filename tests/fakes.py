"""Small stand-ins for the world: a platform that does as it is told, and people on it."""

import asyncio
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import func, select

from bot.content import load_library
from bot.conversation.effects import Attachment, Option, Say, Urgency
from bot.conversation.events import Event
from bot.conversation.library import Library
from bot.door.entrance import Door
from bot.journey import Clock
from bot.ports import Address, File, Inbound, OutboxMessage, Rejected
from bot.serving.companion import Companion
from bot.serving.delivery import Delivery
from storage.store import SqlStore
from storage.tables import OUTBOX, Row
from tests import databases

PLATFORM = "fake"
MORNING = datetime(2026, 3, 16, 8, 0, tzinfo=UTC)
CANARY = "canary-7f3a"


def home_of(name: str) -> Address:
    return Address(PLATFORM, name, f"chat of {name}")


def nothing_drawn(message: OutboxMessage) -> File | None:
    return None


async def until(is_so: Callable[[], object]) -> None:
    """Wait for something that tells nobody when it happens."""
    async with asyncio.timeout(30):
        while not is_so():  # noqa: ASYNC110 - a log has no event to wait for
            await asyncio.sleep(0.005)


class Platform:
    """A channel that keeps what it was sent. Before a text in `failing` it raises, once for each error there; a text
    in `held` waits for its event."""

    def __init__(self, *, per_second: int = 0, resends_safely: bool = False, platform: str = PLATFORM) -> None:
        self.platform = platform
        self.per_second = per_second
        self.resends_safely = resends_safely
        self.sent: list[OutboxMessage] = []
        self.files: list[File | None] = []
        self.sent_at: list[float] = []
        self.tried: list[str] = []
        self.failing: dict[str, list[Exception]] = {}
        self.held: dict[str, asyncio.Event] = {}

    async def send(self, message: OutboxMessage, file: File | None) -> None:
        self.tried.append(message.text)
        if gate := self.held.get(message.text):
            await gate.wait()
        if errors := self.failing.get(message.text):
            raise errors.pop(0)
        self.sent.append(message)
        self.files.append(file)
        self.sent_at.append(asyncio.get_running_loop().time())

    @property
    def texts(self) -> list[str]:
        return [message.text for message in self.sent]

    @property
    def options(self) -> dict[str, Option]:
        """The newest button of each label."""
        return {option.label: option for message in self.sent for option in message.options}


class Live(Platform):
    """A platform that is heard as it is told."""

    def __init__(self, heard_at: datetime) -> None:
        super().__init__()
        self.heard_at: datetime | None = heard_at
        self.turns_away = False

    async def lead(self) -> None:
        if self.turns_away:
            raise Rejected(CANARY)
        await asyncio.Event().wait()


class World:
    """A real store, companion and delivery, one platform, and a clock in hand. Whoever writes is answered at once."""

    def __init__(
        self,
        now: datetime = MORNING,
        *,
        store: SqlStore | None = None,
        platform: Platform | None = None,
        draw: Callable[[OutboxMessage], File | None] = nothing_drawn,
        door: Door | None = None,
        library: Library | None = None,
    ) -> None:
        self.clock = Clock(now)
        self.store = store or databases.empty_store()
        self.platform = platform or Platform()
        self.companion = Companion(
            self.store,
            library or load_library(),
            clock=self.clock,
            new_id=lambda address: f"id of {address.user}",
            door=door,
        )
        channels = {self.platform.platform: self.platform}
        timer = time.monotonic if self.platform.per_second else lambda: self.clock().timestamp()
        self.delivery = Delivery(self.companion, channels, draw, clock=self.clock, timer=timer)

    async def happens(
        self, name: str, event: Event, inbound_id: str | None = None, language: str | None = None
    ) -> list[OutboxMessage]:
        """What the person gets back."""
        before = len(self.platform.sent)
        inbound = Inbound(inbound_id, home_of(name), event, language, zone="UTC", zone_is_certain=True)
        await self.companion.receive(inbound)
        await self.deliver()
        return self.platform.sent[before:]

    async def deliver(self) -> None:
        while await self.delivery.send_what_waits():
            await self.delivery.finish()

    async def wake(self) -> int:
        return await self.companion.wake(self.delivery.platforms)

    async def later(self, **length: float) -> list[OutboxMessage]:
        """The process was away for that long: what the next tick brings."""
        before = len(self.platform.sent)
        self.clock.now += timedelta(**length)
        await self.wake()
        await self.deliver()
        return self.platform.sent[before:]

    def rows(self) -> dict[str, int]:
        """How many rows each table has, of those that have any."""
        with self.store._database.readers.connect() as connection:
            tables = Row.metadata.sorted_tables
            counted = {table.name: connection.scalar(select(func.count()).select_from(table)) or 0 for table in tables}
        return {name: count for name, count in counted.items() if count}

    def about(self, name: str) -> dict[str, list[dict[str, Any]]]:
        """The rows that refer to that person, by table."""
        return self.store.everything_about(f"id of {name}")

    def timers(self, name: str) -> dict[str, str]:
        """When each timer of that person is due, without those put aside."""
        return {row["name"]: row["due_at"] for row in self.about(name)["timers"] if row["aside"] is None}

    def states(self, name: str) -> list[str]:
        return [row["state"] for row in self.about(name)["messages"]]

    def outbox(self, name: str) -> list[dict[str, Any]]:
        """All that is kept of the messages to that person."""
        theirs = select(OUTBOX).where(OUTBOX.c.person_id == f"id of {name}").order_by(OUTBOX.c.id)
        database = self.store._database
        with database.readers.connect() as connection:
            return [database.seals.opened(OUTBOX, row) for row in connection.execute(theirs).mappings()]

    def count(self, state: str) -> int:
        """How many messages there are in that state, whoever they are to."""
        counted = select(func.count()).select_from(OUTBOX).where(OUTBOX.c.state == state)
        with self.store._database.readers.connect() as connection:
            return connection.scalar(counted) or 0

    def put(
        self,
        text: str,
        urgency: Urgency = Urgency.REPLY,
        *,
        to: str = "anna",
        at: Address | None = None,
        attachment: Attachment | None = None,
        expires_at: datetime | None = None,
    ) -> None:
        """Something to be said to that person."""
        address = at or home_of(to)
        said = Say("check_in", text, (), attachment, urgency, expires_at)
        with self.store.begin() as unit:
            unit.put(f"id of {to}", address, said, self.clock())
            unit.commit()

    def execute(self, statement: str) -> None:
        with self.store._database.writers.begin() as connection:
            connection.exec_driver_sql(statement)

    def break_database(self, change: str, when: str = "true") -> None:
        """From now on every such change fails, as it would with a full disk; the error quotes a person's words."""
        trigger = f"CREATE TRIGGER broken BEFORE {change} FOR EACH ROW WHEN ({when})"
        if self.store.is_shared:
            fails = f"RAISE integrity_constraint_violation USING MESSAGE = '{CANARY}'"
            self.execute(f"CREATE FUNCTION broken() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {fails}; END $$")
            self.execute(f"{trigger} EXECUTE FUNCTION broken()")
        else:
            self.execute(f"{trigger} BEGIN SELECT RAISE(ABORT, '{CANARY}'); END")

    def mend_database(self) -> None:
        self.execute("DROP FUNCTION broken CASCADE" if self.store.is_shared else "DROP TRIGGER broken")

    def close(self) -> None:
        self.companion.close()
        self.store.close()
