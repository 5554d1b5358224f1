"""The hour at which a person really answers."""

from collections.abc import Iterable
from datetime import time
from statistics import median

from bot.conversation.calendar import local
from bot.conversation.records import CheckIn

FEWEST = 7  # answers that tell an hour
QUARTER = 15  # minutes
LAST_QUARTER = 24 * 60 - QUARTER


def minutes(at: time) -> int:
    """Since midnight."""
    return at.hour * 60 + at.minute


def usual_hour(check_ins: Iterable[CheckIn], zone: str) -> time | None:
    """The median time of the first answer of each day, to the quarter of an hour; `None` for fewer than seven days.

    What was told of another day, or put right later, says nothing of the hour.
    """
    first: dict[object, int] = {}
    for told in check_ins:
        there = local(told.recorded_at, zone)
        if told.corrects is None and there.date() == told.local_date:
            first.setdefault(told.local_date, minutes(there.time()))
    if len(first) < FEWEST:
        return None
    usual = min(round(median(first.values()) / QUARTER) * QUARTER, LAST_QUARTER)
    return time(usual // 60, usual % 60)
