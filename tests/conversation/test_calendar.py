"""Local times around clock changes: every zone, every day of two years."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, available_timezones

import pytest

from bot.conversation.calendar import is_quiet, local, moment_of, next_occurrence, outside_quiet_hours

TIMES = [time(0, 0), time(0, 30), time(1, 0), time(1, 59), time(2, 30), time(3, 0), time(9, 0), time(23, 30)]
FIRST, LAST = date(2026, 1, 1), date(2027, 12, 31)
DAYS = [FIRST + timedelta(days=number) for number in range((LAST - FIRST).days + 1)]


def behaviours() -> list[str]:
    """One zone for each way of keeping time in these two years: zones that never differ need one test."""
    start = datetime(2026, 1, 1, tzinfo=UTC)
    hours = [start + timedelta(hours=6 * step) for step in range(4 * len(DAYS))]
    first_of: dict[tuple[timedelta | None, ...], str] = {}
    for name in sorted(available_timezones()):
        zone = ZoneInfo(name)
        first_of.setdefault(tuple(moment.astimezone(zone).utcoffset() for moment in hours), name)
    return sorted(first_of.values())


@pytest.mark.parametrize("zone", behaviours())
def test_every_local_date_has_one_occurrence_in_every_zone(zone: str) -> None:
    for at in TIMES:
        moment = datetime(2025, 12, 30, tzinfo=UTC)
        dates = []
        while (found := next_occurrence(moment, at, range(7), zone)) is not None:
            moment = found
            here = local(moment, zone).date()
            if here > LAST:
                break
            if here >= FIRST:
                dates.append(here)
        assert dates == DAYS


def test_a_skipped_time_comes_as_much_later_as_the_clock_jumps() -> None:
    moment = moment_of(date(2026, 3, 29), time(2, 30), "Europe/Berlin")
    assert local(moment, "Europe/Berlin").time() == time(3, 30)


def test_a_time_that_comes_twice_means_its_first_coming() -> None:
    moment = moment_of(date(2026, 10, 25), time(2, 30), "Europe/Berlin")
    assert moment == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


def test_no_days_mean_no_occurrence() -> None:
    assert next_occurrence(datetime(2026, 1, 1, tzinfo=UTC), time(9), (), "UTC") is None


def test_only_the_chosen_weekdays_count() -> None:
    found = next_occurrence(datetime(2026, 11, 22, 12, tzinfo=UTC), time(9), (2,), "UTC")
    assert found == datetime(2026, 11, 25, 9, tzinfo=UTC)


@pytest.mark.parametrize(("hour", "quiet"), [(21, False), (22, True), (3, True), (6, True), (7, False)])
def test_night_is_quiet(hour: int, quiet: bool) -> None:
    assert is_quiet(datetime(2026, 5, 1, hour, 30, tzinfo=UTC), "UTC") is quiet


def test_what_falls_into_the_night_waits_for_the_morning() -> None:
    late = datetime(2026, 5, 1, 23, 30, tzinfo=UTC)
    assert outside_quiet_hours(late, "UTC") == datetime(2026, 5, 2, 10, 0, tzinfo=UTC)
    early = datetime(2026, 5, 1, 4, 0, tzinfo=UTC)
    assert outside_quiet_hours(early, "UTC") == datetime(2026, 5, 1, 10, 0, tzinfo=UTC)
