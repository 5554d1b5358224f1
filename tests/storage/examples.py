"""One person, and what they might have stored."""

from datetime import UTC, date, datetime, time, timedelta

from bot.conversation.effects import Attachment, BreathingAnimation, Option, Say, Urgency
from bot.conversation.person import AskedDay, Hold, LastCheckIn, Person, Place, Settings
from bot.conversation.records import Alarm, Breathing, CheckIn, ComfortStep, Fact
from bot.ports import Address, OutboxMessage
from storage.store import SqlStore

NOW = datetime(2026, 3, 29, 7, 30, 15, 123456, tzinfo=UTC)
TODAY = date(2026, 3, 29)
MINUTE = timedelta(minutes=1)
CANARY = "canary-7f3a"

HOME = Address("telegram", f"user {CANARY}", f"chat {CANARY}")
EVERYWHERE = frozenset({"telegram", "discord"})

ANNA = Person(
    id=f"anna {CANARY}",
    language="de",
    consented_at=NOW,
    paused_until=NOW + MINUTE,
    settings=Settings(name=f"Änna {CANARY} 🌿", zone="Europe/Berlin", country="DE", check_in_time=time(8, 15)),
    turn=12,
    agenda=(Place("check_in", "pain", 12, NOW, {"pain": 6.5, "places": ["back", "hip"]}, unclear=1),),
    heard_at=NOW,
    last_check_in=LastCheckIn(3, TODAY, NOW, 6.5),
    unanswered=(AskedDay(4, TODAY - timedelta(days=2)),),
    offered=("tea", "walk"),
    hold=Hold("crisis", 5, NOW),
)

FACTS: tuple[Fact, ...] = (
    CheckIn(1, TODAY, NOW, 6.5, sleep=4.0, day="paced", note=f"it burns {CANARY}", corrects=0),
    Breathing(2, TODAY, NOW, "long_out", 180, "easier"),
    ComfortStep(3, TODAY, NOW, "sea", "small", "try", 7.0, "done", 3.5),
    Alarm(4, NOW, "crisis", "de", "call"),
)

ANIMATION = BreathingAnimation("box", "in", "out", f"hold {CANARY}")


def said(
    text: str = "Good morning",
    urgency: Urgency = Urgency.REPLY,
    *,
    attachment: Attachment | None = None,
    expires_at: datetime | None = None,
) -> Say:
    """A message not yet in the outbox."""
    options = (Option("check_in:pain:12:6", f"Six of ten {CANARY}"),)
    return Say("check_in", text, options, attachment, urgency, expires_at)


def add_anna(store: SqlStore) -> None:
    with store.begin() as unit:
        unit.add_person(ANNA, HOME, NOW)
        unit.commit()


def put(store: SqlStore, *messages: Say, address: Address = HOME, to: str | None = ANNA.id) -> None:
    with store.begin() as unit:
        for message in messages:
            unit.put(to, address, message, NOW)
        unit.commit()


def claim(store: SqlStore, now: datetime = NOW, limit: int = 10) -> list[OutboxMessage]:
    return store.claim(EVERYWHERE, now, limit)


def texts(messages: list[OutboxMessage]) -> list[str]:
    return [message.text for message in messages]
