"""When the next check-in is: `make bench`, or `python -m benchmarks.planning`.

Ours beside APScheduler's CronTrigger: how many next moments a second of CPU, for people of every zone on an ordinary
day; and how many days each leaves out or brings twice around all changes of all clocks in 2026 and 2027.
"""

import time as clock
from collections import Counter
from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime, time, timedelta
from itertools import cycle, islice
from zoneinfo import ZoneInfo, available_timezones

from apscheduler.triggers.cron import CronTrigger

from benchmarks.figures import Figure, median, show
from bot.conversation.calendar import moment_of, next_occurrence

NOW = datetime(2026, 3, 16, 8, 0, 1, tzinfo=UTC)
EVERY_DAY = tuple(range(7))
HOURS = [time(hour, quarter) for hour in range(6, 23) for quarter in (0, 15, 30, 45)]
ZONES = sorted(zone for zone in available_timezones() if not zone.startswith(("Etc/", "posix", "right")))
TIMES = [time(hour, half) for hour in range(5) for half in (0, 30)] + [time(23, 30)]
A_DAY, YEARS = timedelta(days=1), range(2026, 2028)


def ours(after: datetime, at: time, zone: str) -> datetime | None:
    return next_occurrence(after, at, EVERY_DAY, zone)


def ours_cold(after: datetime, at: time, zone: str) -> datetime | None:
    moment_of.cache_clear()
    return next_occurrence(after, at, EVERY_DAY, zone)


def cron(after: datetime, at: time, zone: str) -> datetime | None:
    found: datetime | None = trigger(at, zone).get_next_fire_time(None, after)
    return found


TRIGGERS: dict[tuple[time, str], CronTrigger] = {}


def trigger(at: time, zone: str) -> CronTrigger:
    if (at, zone) not in TRIGGERS:
        TRIGGERS[at, zone] = CronTrigger(hour=at.hour, minute=at.minute, timezone=ZoneInfo(zone))
    return TRIGGERS[at, zone]


def rate(find: Callable[[datetime, time, str], datetime | None], people: int, hours: list[time] = HOURS) -> float:
    """Moments a second of CPU, for so many people who chose among these hours."""
    theirs = list(islice(cycle((at, zone) for at in hours for zone in ZONES), people))
    for at, zone in theirs:
        find(NOW, at, zone)

    def run() -> float:
        began = clock.process_time()
        for at, zone in theirs:
            find(NOW, at, zone)
        return people / (clock.process_time() - began)

    return median(run)


def days_wrong(find: Callable[[datetime, time, str], datetime | None]) -> tuple[int, int, int]:
    """Of so many local dates around the changes, how many are left out, and how many come twice."""
    looked_at, left_out, twice = 0, 0, 0
    for zone in ZONES:
        for day in changes(zone):
            wanted = {day + A_DAY * shift for shift in (-1, 0, 1)}
            for at in TIMES:
                came = Counter(dates(find, day - 3 * A_DAY, at, zone))
                looked_at += len(wanted)
                left_out += sum(not came[one] for one in wanted)
                twice += sum(came[one] > 1 for one in wanted)
    return looked_at, left_out, twice


def changes(zone: str) -> Iterable[date]:
    """The dates on which the clock of a zone is changed."""
    kept = ZoneInfo(zone)
    noon = datetime(YEARS.start, 1, 1, 12, tzinfo=UTC)
    while noon.year in YEARS:
        if noon.astimezone(kept).utcoffset() != (noon + A_DAY).astimezone(kept).utcoffset():
            yield (noon + A_DAY).astimezone(kept).date()
        noon += A_DAY


def dates(find: Callable[[datetime, time, str], datetime | None], first: date, at: time, zone: str) -> list[date]:
    """The local dates of what comes one after the other in a week; CronTrigger may come back to the same for ever."""
    after, found = datetime.combine(first, time(12), UTC), list[date]()
    while (moment := find(after, at, zone)) is not None and len(found) < 7:
        found.append(moment.astimezone(ZoneInfo(zone)).date())
        after = moment + timedelta(microseconds=1)
    return found


def main() -> None:
    theirs = rate(cron, 5_000)
    beside = (theirs, "CronTrigger")
    figures = [
        Figure("for 50,000 people, ten usual hours", rate(ours, 50_000, HOURS[::7]), "moments/s", *beside, ">= 2"),
        Figure("for 50,000 people, any quarter hour", rate(ours, 50_000), "moments/s", *beside, ">= 2"),
        Figure("the same, no moment remembered", rate(ours_cold, 5_000), "moments/s", *beside, ">= 1"),
    ]
    for name, find in (("ours", ours), ("CronTrigger", cron)):
        looked_at, left_out, twice = days_wrong(find)
        bar = "<= 0" if find is ours else ""
        figures.append(Figure(f"of {looked_at:,} days around changes, left out: {name}", left_out, "days", goal=bar))
        figures.append(Figure(f"of {looked_at:,} days around changes, twice: {name}", twice, "days", goal=bar))
    show("planning", figures)


if __name__ == "__main__":
    main()
