"""Every change of every clock of the world, 2026 to 2030: `make clocks`, or `python -m tests.clocks`.

The oracle knows nothing of how a moment is found. It only reads clocks: it goes through the quarter hours of UTC, asks
what the wall clock shows there, and notes when each local date showed a time first. Each date must have its time once.
"""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from bot.conversation.calendar import next_occurrence

FIRST, LAST = datetime(2026, 1, 1, tzinfo=UTC), datetime(2031, 1, 1, tzinfo=UTC)
A_DAY, QUARTER = timedelta(days=1), timedelta(minutes=15)
AROUND = range(-16, 17)  # quarter hours
DAYS = range(-8, 10)  # around a change, for the weekly times
FURTHEST = timedelta(hours=3)  # that a clock jumps


@dataclass(frozen=True, slots=True)
class Change:
    """A clock that is put forward or back at that moment."""

    zone: str
    at: datetime


@dataclass(slots=True)
class Tally:
    """How many moments were looked for, and what was wrong with them."""

    moments: int = 0
    skipped: int = 0
    doubled: int = 0
    elsewhere: int = 0

    @property
    def is_clean(self) -> bool:
        return not (self.skipped or self.doubled or self.elsewhere)

    def __str__(self) -> str:
        return f"{self.moments:,} moments: {self.skipped} skipped, {self.doubled} doubled, {self.elsewhere} elsewhere"


def wall(moment: datetime, zone: str) -> datetime:
    """What the clock on the wall shows, and nothing more."""
    return moment.astimezone(ZoneInfo(zone)).replace(tzinfo=None, fold=0)


def changes(zone: str, until: datetime = LAST) -> list[Change]:
    """All changes of a zone, to the quarter hour."""

    def offset(moment: datetime) -> timedelta:
        return wall(moment, zone) - moment.replace(tzinfo=None)

    days = [FIRST + A_DAY * number for number in range((until - FIRST).days)]
    found = []
    for day in days:
        if offset(day) != offset(day + A_DAY):
            quarters = (day + QUARTER * number for number in range(1, 97))
            found.append(Change(zone, next(moment for moment in quarters if offset(moment) != offset(day))))
    return found


def one_of_each_kind() -> list[str]:
    """One zone for each way of keeping time in 2026: those that never differ need one test."""
    first_of: dict[tuple[datetime, ...], str] = {}
    for zone in sorted(available_timezones()):
        first_of.setdefault(tuple(wall(FIRST + A_DAY * day, zone) for day in range(365)), zone)
    return sorted(first_of.values())


def shown(change: Change) -> dict[datetime, datetime]:
    """When each quarter hour that the wall clock shows around the change was shown first."""
    first: dict[datetime, datetime] = {}
    for number in range(96 * DAYS.start, 96 * DAYS.stop):
        moment = change.at + QUARTER * number
        first.setdefault(wall(moment, change.zone), moment)
    return first


def expected(day: date, at: time, first: dict[datetime, datetime], change: Change) -> datetime:
    """The first moment at which that date shows that time. A time it never shows is read from the clock as it was
    before the change, or after it where that would be on another date."""
    said = datetime.combine(day, at)
    if said in first:
        return first[said]
    before, after = (said - wall(moment, change.zone) + moment for moment in (change.at - QUARTER, change.at))
    return before if wall(before, change.zone).date() == day else after


def walk(change: Change, tally: Tally) -> None:
    """Daily and weekly, at each quarter hour around the change, asked from each quarter hour around it."""
    first, here = shown(change), wall(change.at, change.zone)
    days = [here.date() + A_DAY * number for number in range(-7, 8)]
    for number in AROUND:
        at = (here + QUARTER * number).time()
        on = (here + QUARTER * number).date()
        moments = {day: expected(day, at, first, change) for day in days}
        _chain(change, at, range(7), [moments[on + A_DAY * shift] for shift in range(-2, 3)], tally)
        _chain(change, at, (on.weekday(),), [moments[day] for day in days if day.weekday() == on.weekday()], tally)
        for asked in AROUND:
            after = change.at + QUARTER * asked
            found = next_occurrence(after, at, range(7), change.zone)
            tally.moments += 1
            tally.elsewhere += found != min(moment for moment in moments.values() if moment > after)


def _chain(change: Change, at: time, days: range | tuple[int, ...], moments: list[datetime], tally: Tally) -> None:
    """From one occurrence to the next, as a bot lives: each of these moments once and no other between."""
    moment, found = moments[0] - QUARTER, []
    while (following := next_occurrence(moment, at, days, change.zone)) is not None and following <= moments[-1]:
        moment = following
        found.append(moment)
    tally.moments += len(moments)
    dates = [wall(moment, change.zone).date() for moment in found]
    tally.doubled += len(dates) - len(set(dates))
    tally.skipped += len({wall(moment, change.zone).date() for moment in moments} - set(dates))
    tally.elsewhere += len(set(moments) ^ set(found))


@cache
def zones_with_changes() -> tuple[str, ...]:
    return tuple(zone for zone in sorted(available_timezones()) if changes(zone))


def all_changes(zones: list[str] | tuple[str, ...], until: datetime = LAST) -> Iterator[Change]:
    for zone in zones:
        yield from changes(zone, until)


def main() -> None:
    tally, every = Tally(), list(all_changes(zones_with_changes()))
    for change in every:
        walk(change, tally)
    print(f"{len(zones_with_changes())} zones, {len(every):,} changes of their clocks from 2026 to 2030. {tally}.")
    sys.exit(not tally.is_clean)


if __name__ == "__main__":
    main()
