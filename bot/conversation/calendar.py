"""A person's local time and the moments it names, date by date.

Going through the dates one at a time gives one moment per local date whatever the clocks do; rules that add hours or
match cron fields skip or double days around clock changes.
"""

from collections.abc import Collection
from datetime import UTC, date, datetime, time, timedelta
from functools import cache, lru_cache
from zoneinfo import ZoneInfo, available_timezones

QUIET_FROM = time(22, 0)
QUIET_UNTIL = time(7, 0)


def is_zone(name: str) -> bool:
    return name in _zones()


@lru_cache(maxsize=1)
def _zones() -> frozenset[str]:
    return frozenset(available_timezones())


@cache
def _rules(zone: str) -> ZoneInfo:
    """When the clock of a zone changes, read once: by itself `zoneinfo` keeps only eight zones in mind."""
    return ZoneInfo(zone)


def local(moment: datetime, zone: str) -> datetime:
    """The person's wall clock at that moment."""
    return moment.astimezone(_rules(zone))


def clock(at: time) -> str:
    """9:00, as a clock shows it."""
    return f"{at:%H:%M}".removeprefix("0")


@lru_cache(maxsize=65536)
def moment_of(day: date, at: time, zone: str) -> datetime:
    """The one UTC moment of a local time on a local date.

    A time the clock skips becomes as much later as the clock jumps (02:30 becomes 03:30), unless that would fall on
    the next date: then as much earlier. A time that comes twice means its first coming.
    """
    wall = datetime.combine(day, at, _rules(zone))
    moment = wall.astimezone(UTC)
    if local(moment, zone).date() == day:
        return moment
    return wall.replace(fold=1).astimezone(UTC)


def next_occurrence(after: datetime, at: time, days: Collection[int], zone: str) -> datetime | None:
    """The first moment later than `after` when it is `at` on one of the weekdays; `None` when there are no days."""
    first = local(after, zone).date() - timedelta(days=1)
    for offset in range(10):
        day = first + timedelta(days=offset)
        if day.weekday() in days and (moment := moment_of(day, at, zone)) > after:
            return moment
    return None


def is_quiet(moment: datetime, zone: str) -> bool:
    """Whether it is night for the person, when nothing they did not ask for is sent."""
    at = local(moment, zone).time()
    return at >= QUIET_FROM or at < QUIET_UNTIL


def outside_quiet_hours(moment: datetime, zone: str) -> datetime:
    """The moment itself, or the next morning at ten when it falls into the night."""
    if not is_quiet(moment, zone):
        return moment
    here = local(moment, zone)
    day = here.date() if here.time() < QUIET_UNTIL else here.date() + timedelta(days=1)
    return moment_of(day, time(10, 0), zone)
