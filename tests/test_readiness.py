"""What was seen of each part decides whether Steady is ready, and the answer says what is wrong."""

from dataclasses import replace

import pytest

from bot.conversation.effects import Urgency
from bot.watching.readiness import (
    LONGEST_OVERDUE,
    LONGEST_SILENCE,
    OLDEST_TICK,
    PlatformSeen,
    Seen,
    judged,
)

WELL = Seen(
    write=0.01,
    tick=0.5,
    platforms={"telegram": PlatformSeen("served", 3.0), "discord": PlatformSeen("served", 40.0)},
    overdue={},
)


def with_telegram(seen: PlatformSeen) -> Seen:
    return replace(WELL, platforms={**WELL.platforms, "telegram": seen})


def test_when_all_works_it_is_ready_and_tells_how_each_part_is() -> None:
    readiness = judged(WELL)

    assert readiness.is_ready
    assert readiness.as_json() == {
        "ready": True,
        "troubles": [],
        "database": {"ready": True, "write_seconds": 0.01, "error": None},
        "scheduler": {"ready": True, "tick_seconds_ago": 0.5},
        "telegram": {"ready": True, "state": "served", "silent_seconds": 3.0},
        "discord": {"ready": True, "state": "served", "silent_seconds": 40.0},
        "outbox": {
            "ready": True,
            "safety_overdue_seconds": None,
            "reply_overdue_seconds": None,
            "scheduled_overdue_seconds": None,
        },
    }


@pytest.mark.parametrize(
    ("seen", "trouble"),
    [
        (replace(WELL, failure="OperationalError"), "database: cannot be written"),
        (replace(WELL, tick=OLDEST_TICK + 1), "scheduler: stands still"),
        (with_telegram(PlatformSeen("served")), "telegram: not heard yet"),
        (with_telegram(PlatformSeen("served", LONGEST_SILENCE + 1)), "telegram: silent"),
        (with_telegram(PlatformSeen("refused")), "telegram: turned the bot away"),
        *(
            (replace(WELL, overdue={urgency: LONGEST_OVERDUE[urgency] + 1}), "outbox: messages are overdue")
            for urgency in Urgency
        ),
    ],
)
def test_one_part_that_does_not_work_is_named(seen: Seen, trouble: str) -> None:
    readiness = judged(seen)

    assert not readiness.is_ready
    assert readiness.troubles == (trouble,)


@pytest.mark.parametrize(
    "seen",
    [
        replace(WELL, tick=OLDEST_TICK),
        replace(WELL, overdue=LONGEST_OVERDUE),
        with_telegram(PlatformSeen("served", LONGEST_SILENCE)),
        with_telegram(PlatformSeen("standing by")),
    ],
)
def test_who_stands_by_is_ready_and_so_is_what_is_just_in_time(seen: Seen) -> None:
    assert judged(seen).is_ready


def test_the_same_trouble_reads_the_same_however_long_it_lasts() -> None:
    early, late = replace(WELL, tick=20.0), replace(WELL, tick=2000.0)

    assert judged(early).troubles == judged(late).troubles
