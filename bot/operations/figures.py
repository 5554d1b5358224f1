"""`steady timers next`, `steady outbox`, `steady stats`: figures, from a database that is only looked at."""

import json
from datetime import UTC, datetime, timedelta
from typing import Annotated, Any

import typer
from sqlalchemy import Connection

from bot.operations.opening import reading
from bot.operations.terminal import length, show, told
from bot.settings import load_settings
from storage import overview
from storage.overview import Tally

timers = typer.Typer(no_args_is_help=True, help="What Steady is going to do by itself.")

BUCKETS = {"1h": timedelta(hours=1), "6h": timedelta(hours=6), "24h": timedelta(days=1), "7d": timedelta(days=7)}
NEXT = 10
WEEK, FOUR_WEEKS = timedelta(days=7), timedelta(days=28)
SMALLEST = 5  # people: of fewer, a figure would tell of somebody


@timers.command("next")
def next_(within: Annotated[str, typer.Option(help="How far to look, such as 1h or 2d.")] = "7d") -> None:
    """How many timers of each kind are due, by when, and the next moments."""
    now, furthest = datetime.now(UTC), length(within)
    lengths = {name: after for name, after in BUCKETS.items() if after < furthest} | {within: furthest}
    bounds = {"late": now} | {f"in {name}": now + after for name, after in lengths.items()}
    with reading(load_settings()) as connection:
        found = overview.timers_by_name(connection, bounds)
        moments = overview.next_timers(connection, now + furthest, NEXT)
        aside = overview.timers_aside(connection)
    show(("timer", *bounds), [(name, *counts.values()) for name, counts in found.items()])
    for moment, name in moments:
        typer.echo(f"{moment:%Y-%m-%d %H:%M:%S} UTC  {name}")
    if aside:
        names = ", ".join(f"{name} {count}" for name, count in aside.items())
        typer.echo(f"Put aside, for their turn failed: {names}. The log says why; a new start tries them again.")


def outbox(failed: Annotated[bool, typer.Option("--failed", help="Why messages did not arrive.")] = False) -> None:
    """How many messages wait, were sent or were not, and for how long the oldest and the overdue have waited."""
    with reading(load_settings()) as connection:
        if failed:
            _show_failures(connection)
        else:
            _show_messages(connection, datetime.now(UTC))


def _show_failures(connection: Connection) -> None:
    found = overview.failures(connection)
    show(("platform", "state", "count", "reason"), [(one.platform, one.state, one.count, one.reason) for one in found])


def _show_messages(connection: Connection, now: datetime) -> None:
    found, overdue = overview.messages(connection), overview.overdue(connection, now)
    rows = [(one.platform, one.state, one.urgency.name.lower(), one.count, told(now - one.oldest)) for one in found]
    show(("platform", "state", "urgency", "count", "oldest"), rows)
    for (platform, urgency), waited in overdue.items():
        typer.echo(f"Overdue on {platform}, {urgency.name.lower()}: since {told(waited)}")


def stats(as_json: Annotated[bool, typer.Option("--json", help="For programs.")] = False) -> None:
    """How much Steady is used; of fewer than five people, no figure."""
    with reading(load_settings()) as connection:
        found = _stats(connection, datetime.now(UTC))
    if as_json:
        typer.echo(json.dumps(found, indent=2))
    else:
        show(("figure", "count"), [(name.replace("_", " "), str(count)) for name, count in found.items()])


def _stats(connection: Connection, now: datetime) -> dict[str, Any]:
    since = now - FOUR_WEEKS
    days = (now.date() - since.date()).days
    check_ins = overview.check_ins_since(connection, since.date() + timedelta(days=1))
    answers = overview.safety_answers_since(connection, since)
    people = {
        "people": overview.people(connection),
        "active_in_7_days": overview.active_since(connection, now - WEEK),
        "active_in_28_days": overview.active_since(connection, since),
    }
    return {
        **{name: _shown(Tally(count, count)) for name, count in people.items()},
        "check_ins_a_day": _shown(check_ins, days),
        "breathings_in_28_days": _shown(overview.breathings_since(connection, since.date() + timedelta(days=1))),
        "steps_in_28_days": _shown(overview.steps_since(connection, since.date() + timedelta(days=1))),
        **{f"safety_answers_{tier}_in_28_days": _shown(tally) for tier, tally in answers.items()},
    }


def _shown(tally: Tally, days: int = 1) -> int | float | str:
    if 0 < tally.people < SMALLEST:
        return f"<{SMALLEST}"
    return tally.count if days == 1 else round(tally.count / days, 1)
