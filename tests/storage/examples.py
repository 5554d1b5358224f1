"""One person, and what they might have stored."""

from datetime import UTC, date, datetime, time, timedelta

from bot.conversation.effects import PLATFORMS, Attachment, BreathingAnimation, Option, Say, Urgency
from bot.conversation.person import AskedDay, Hold, LastCheckIn, Person, Place, Settings
from bot.conversation.records import (
    Alarm,
    Breathing,
    CheckIn,
    ComfortStep,
    Experiment,
    ExperimentDay,
    Fact,
    Flare,
    Go,
    Goal,
    Ladder,
    Noted,
    Questionnaire,
    Stretch,
)
from bot.ports import Address, OutboxMessage
from storage.store import SqlStore

NOW = datetime(2026, 3, 29, 7, 30, 15, 123456, tzinfo=UTC)
TODAY = date(2026, 3, 29)
MINUTE = timedelta(minutes=1)
CANARY = "canary-7f3a"

HOME = Address("telegram", f"user {CANARY}", f"chat {CANARY}")
EVERYWHERE = frozenset(PLATFORMS)

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
    Goal(5, TODAY, f"play with the dog {CANARY}", f"throw one ball {CANARY}", 8.0, "parked", TODAY, TODAY, TODAY),
    Ladder(6, TODAY, f"lifting a bag {CANARY}", f'[["an empty bag {CANARY}", 3.0]]', TODAY),
    Go(7, TODAY, 6, 0, 5.0, f"it will lock up {CANARY}", 6.0, 4.0, "no", 3.0, 4.5, f"it held {CANARY}", 4.0),
    Stretch(8, TODAY, f"walking {CANARY}", "minutes", 12.0, "done", 10.0),
    Flare(9, TODAY, NOW, TODAY),
    Questionnaire(10, TODAY, "peg", "6 5 7", 6.0),
    Noted(11, TODAY, "medicine", f"one of the blue ones {CANARY}"),
    Experiment(12, TODAY, "breath_before_bed", 14, "unclear", TODAY),
    ExperimentDay(13, TODAY, 12, "with", True, 5.0),
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
