"""What whoever runs Steady may see of everybody: counts and moments, never a word."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import ColumnElement, Connection, and_, distinct, func, select

from bot.conversation.effects import Urgency
from storage import outbox
from storage.tables import ADDRESSES, ALARMS, BREATHINGS, CHECK_INS, COMFORT_STEPS, OUTBOX, PEOPLE, TIMERS

GONE_WRONG = ("failed", "uncertain", "expired")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a person is met, since when they are known, and when they last spoke there."""

    person_id: str
    platform: str
    user: str
    since: datetime
    spoke_at: datetime


@dataclass(frozen=True, slots=True)
class Tally:
    """How many there were, and of how many people."""

    count: int
    people: int


@dataclass(frozen=True, slots=True)
class Messages:
    """How many messages of one kind of row there are, and since when the oldest of them is there."""

    platform: str
    state: str
    urgency: Urgency
    count: int
    oldest: datetime


@dataclass(frozen=True, slots=True)
class Failure:
    platform: str
    state: str
    reason: str | None
    count: int


def places(connection: Connection) -> list[Place]:
    """Of everybody, who came first first."""
    columns = (ADDRESSES.c.person_id, ADDRESSES.c.platform, ADDRESSES.c.user, PEOPLE.c.created_at, ADDRESSES.c.spoke_at)
    known = select(*columns).join_from(ADDRESSES, PEOPLE, PEOPLE.c.id == ADDRESSES.c.person_id)
    rows = connection.execute(known.order_by(PEOPLE.c.created_at, PEOPLE.c.id, ADDRESSES.c.platform))
    return [Place(*row) for row in rows]


def people(connection: Connection) -> int:
    return connection.scalar(select(func.count()).select_from(PEOPLE)) or 0


def active_since(connection: Connection, moment: datetime) -> int:
    """How many people have spoken since."""
    spoke = select(func.count(distinct(ADDRESSES.c.person_id))).where(ADDRESSES.c.spoke_at >= moment)
    return connection.scalar(spoke) or 0


def check_ins_since(connection: Connection, day: date) -> Tally:
    """Those that stand: one that corrects another is none more."""
    recent = and_(CHECK_INS.c.local_date >= day, CHECK_INS.c.corrects.is_(None))
    return _tally(connection, CHECK_INS.c.person_id, recent)


def breathings_since(connection: Connection, day: date) -> Tally:
    return _tally(connection, BREATHINGS.c.person_id, BREATHINGS.c.local_date >= day)


def steps_since(connection: Connection, day: date) -> Tally:
    """Those that were done, or a part of them."""
    done = and_(COMFORT_STEPS.c.local_date >= day, COMFORT_STEPS.c.outcome.in_(("done", "some")))
    return _tally(connection, COMFORT_STEPS.c.person_id, done)


def safety_answers_since(connection: Connection, moment: datetime) -> dict[str, Tally]:
    """By the tier of the danger."""
    counted = (ALARMS.c.tier, func.count(), func.count(distinct(ALARMS.c.person_id)))
    recent = select(*counted).where(ALARMS.c.raised_at >= moment)
    rows = connection.execute(recent.group_by(ALARMS.c.tier).order_by(ALARMS.c.tier))
    return {tier: Tally(count, of) for tier, count, of in rows}


def _tally(connection: Connection, whose: ColumnElement[str], which: ColumnElement[bool]) -> Tally:
    counted = select(func.count(), func.count(distinct(whose))).where(which)
    return Tally(*connection.execute(counted).one())


def timers_by_name(connection: Connection, bounds: Mapping[str, datetime]) -> dict[str, dict[str, int]]:
    """Of each name, how many are due before the first bound, from there to the second, and so on."""
    moments = list(bounds.values())
    counts = [
        func.count().filter(_between(first, last)) for first, last in zip([None, *moments], moments, strict=False)
    ]
    due = select(TIMERS.c.name, *counts).where(TIMERS.c.aside.is_(None), TIMERS.c.due_at <= moments[-1])
    rows = connection.execute(due.group_by(TIMERS.c.name).order_by(TIMERS.c.name))
    return {name: dict(zip(bounds, found, strict=True)) for name, *found in rows}


def _between(first: datetime | None, last: datetime) -> ColumnElement[bool]:
    before = TIMERS.c.due_at <= last
    return before if first is None else and_(before, TIMERS.c.due_at > first)


def next_timers(connection: Connection, until: datetime, limit: int) -> list[tuple[datetime, str]]:
    """The first moments and the names of what is due then."""
    due = select(TIMERS.c.due_at, TIMERS.c.name).where(TIMERS.c.aside.is_(None), TIMERS.c.due_at <= until)
    return [(moment, name) for moment, name in connection.execute(due.order_by(TIMERS.c.due_at).limit(limit))]


def timers_aside(connection: Connection) -> dict[str, int]:
    """Those whose turn failed, by name: they are tried again when Steady starts."""
    aside = select(TIMERS.c.name, func.count()).where(TIMERS.c.aside.is_not(None)).group_by(TIMERS.c.name)
    return {name: int(count) for name, count in connection.execute(aside.order_by(TIMERS.c.name))}


def messages(connection: Connection) -> list[Messages]:
    kinds = (OUTBOX.c.platform, OUTBOX.c.state, OUTBOX.c.urgency)
    counted = select(*kinds, func.count(), func.min(OUTBOX.c.created_at)).group_by(*kinds).order_by(*kinds)
    rows = connection.execute(counted)
    return [Messages(platform, state, Urgency(urgency), *found) for platform, state, urgency, *found in rows]


def overdue(connection: Connection, now: datetime) -> dict[tuple[str, Urgency], timedelta]:
    """How long what goes next could have gone by now, by platform and urgency."""
    found: dict[tuple[str, Urgency], timedelta] = {}
    for platform in connection.scalars(select(OUTBOX.c.platform).where(outbox.PENDING).distinct()).all():
        since = outbox.overdue(connection, {"now": now, "platforms": [platform], "tired": []})
        found |= {(platform, urgency): now - moment for urgency, moment in since.items()}
    return found


def failures(connection: Connection) -> list[Failure]:
    """What did not arrive, or perhaps not, and why; the most first."""
    kinds = (OUTBOX.c.platform, OUTBOX.c.state, OUTBOX.c.reason)
    gone = select(*kinds, func.count()).where(OUTBOX.c.state.in_(GONE_WRONG)).group_by(*kinds)
    return [Failure(*row) for row in connection.execute(gone.order_by(func.count().desc(), *kinds))]
