"""The tick: APScheduler wakes the companion every second, and the table of timers knows what is due.

The library only ticks. Its own job stores miss people when many are due at once, and its cron triggers skip and
double days around clock changes.
"""

from datetime import UTC, datetime, timedelta

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.serving.companion import Companion

EVERY = 1.0  # seconds
AGAIN = 300.0  # seconds until a timer whose turn failed is tried again


def ticking(companion: Companion, platforms: frozenset[str], kept: timedelta | None = None) -> AsyncIOScheduler:
    """A scheduler that wakes the due timers of people who are met there, and forgets whoever has said nothing for
    longer than people are kept; the caller starts it inside a running loop, and shuts it down."""
    scheduler, now = AsyncIOScheduler(timezone="UTC"), datetime.now(UTC)
    never_twice = {"coalesce": True, "max_instances": 1, "misfire_grace_time": None}
    scheduler.add_job(companion.wake, "interval", [platforms], seconds=EVERY, **never_twice)
    scheduler.add_job(companion.try_again, "interval", seconds=AGAIN, next_run_time=now, **never_twice)
    later = now + timedelta(minutes=10)  # not while whoever was away is caught up with
    scheduler.add_job(companion.tidy, "interval", [kept], days=1, next_run_time=later, **never_twice)
    return scheduler
