"""What is told of everybody: counts and moments, of nobody alone."""

import json
from datetime import UTC, datetime, timedelta

import pytest

from bot.conversation.effects import Say
from bot.conversation.records import Alarm, Breathing, CheckIn, ComfortStep
from bot.operations.terminal import length, told
from storage.store import SqlStore
from tests.databases import Database
from tests.fakes import CANARY, home_of
from tests.operations.conftest import Steady
from tests.operations.people import add

NOW = datetime.now(UTC)
FIVE = ("anna", "ben", "cleo", "dora", "emil")


def live(store: SqlStore, *names: str) -> None:
    """Each checks in twice and puts one right, breathes, takes a step of two, and was in danger once."""
    today = NOW.date()
    with store.begin() as unit:
        for who in (f"id of {name}" for name in names):
            unit.record(who, CheckIn(1, today, NOW, 6.0, note=CANARY))
            unit.record(who, CheckIn(2, today - timedelta(days=1), NOW, 6.0))
            unit.record(who, CheckIn(3, today, NOW, 5.0, corrects=1))
            unit.record(who, Breathing(4, today, NOW, "long_out"))
            unit.record(who, ComfortStep(5, today, NOW, "sea", "small", "try", 7.0, "done"))
            unit.record(who, ComfortStep(6, today, NOW, "tea", "small"))
            unit.record(who, Alarm(7, NOW, "crisis", "en"))
        unit.commit()


def test_stats_are_counts_of_five_people_and_more(steady: Steady, store: SqlStore) -> None:
    add(store, *FIVE)
    add(store, "long ago", spoke=timedelta(days=20))
    live(store, *FIVE)

    found = json.loads(steady("stats", "--json").stdout)

    assert found == {
        "people": 6,
        "active_in_7_days": 5,
        "active_in_28_days": 6,
        "check_ins_a_day": 0.4,  # ten in 28 days
        "breathings_in_28_days": 5,
        "steps_in_28_days": 5,
        "safety_answers_crisis_in_28_days": 5,
    }


def test_stats_tell_nothing_of_fewer_than_five_whatever_they_did(steady: Steady, store: SqlStore) -> None:
    add(store, *FIVE[:4])
    live(store, *FIVE[:4])

    found = json.loads(steady("stats", "--json").stdout)

    assert set(found.values()) == {"<5"}
    assert "check ins a day" in steady("stats").stdout


def test_timers_are_counted_by_when_they_are_due_and_name_nobody(
    steady: Steady, store: SqlStore, database: Database
) -> None:
    add(store, *FIVE)
    with store.begin() as unit:
        for name, hours in zip(FIVE, (-1, 0.5, 5, 30, 24 * 9), strict=True):
            unit.set_timer(f"id of {name}", "check_in", NOW + timedelta(hours=hours))
        unit.set_timer("id of anna", "letter", NOW + timedelta(hours=2))
        unit.set_timer("id of ben", "nudge", NOW)
        unit.commit()
    database.write("UPDATE timers SET aside = 'ValueError' WHERE name = 'nudge'")

    lines = steady("timers", "next").stdout.splitlines()

    assert [line.split() for line in lines[:3]] == [
        ["timer", "late", "in", "1h", "in", "6h", "in", "24h", "in", "7d"],
        ["check_in", "1", "1", "1", "0", "1"],
        ["letter", "0", "0", "1", "0", "0"],
    ]
    assert [line.split()[-1] for line in lines[3:8]] == ["check_in", "check_in", "letter", "check_in", "check_in"]
    assert lines[8].startswith("Put aside, for their turn failed: nudge 1.")
    assert not any("id of" in line for line in lines)


def test_timers_are_looked_for_as_far_as_asked(steady: Steady, store: SqlStore) -> None:
    add(store, "anna")
    with store.begin() as unit:
        unit.set_timer("id of anna", "check_in", NOW + timedelta(hours=3))
        unit.commit()

    assert "check_in" not in steady("timers", "next", "--within", "2h").stdout
    assert "check_in" in steady("timers", "next", "--within", "4h").stdout
    assert "Write one such as 30m, 8h or 2d" in str(steady("timers", "next", "--within", "soon").exception)


def test_the_outbox_tells_what_waits_and_what_did_not_arrive_and_why(steady: Steady, store: SqlStore) -> None:
    add(store, "anna", "ben")
    hour_ago = NOW - timedelta(hours=1, minutes=5)
    with store.begin() as unit:
        for name in ("anna", "ben"):
            unit.put(f"id of {name}", home_of(name), Say("check_in", CANARY), hour_ago)
        unit.commit()
    (failed,) = store.claim(frozenset({"fake"}), NOW, 1)
    store.mark_failed(failed, "chat not found", NOW)

    told_ = steady("outbox").stdout
    why = steady("outbox", "--failed").stdout

    assert [line.split() for line in told_.splitlines()[1:]] == [
        ["fake", "failed", "reply", "1", "1", "h"],
        ["fake", "pending", "reply", "1", "1", "h"],
        ["Overdue", "on", "fake,", "reply:", "since", "1", "h"],
    ]
    assert why.splitlines()[1].split() == ["fake", "failed", "1", "chat", "not", "found"]
    assert CANARY not in told_ + why


def test_what_only_looks_changes_no_byte(steady: Steady, store: SqlStore, database: Database) -> None:
    add(store, *FIVE)
    live(store, *FIVE)
    before = database.rows("SELECT document, version FROM people ORDER BY id")

    for command in (("timers", "next"), ("outbox",), ("outbox", "--failed"), ("stats",), ("people", "list")):
        assert steady(*command).exit_code == 0

    assert database.rows("SELECT document, version FROM people ORDER BY id") == before


@pytest.mark.parametrize("version", ["of_tomorrow", "link_codes"])
def test_a_database_of_another_version_is_left_alone(steady: Steady, database: Database, version: str) -> None:
    database.write(f"UPDATE alembic_version SET version_num = '{version}'")  # noqa: S608 - our own words

    for command in (("stats",), ("people", "erase", "anna", "--yes")):
        assert "Ask `steady doctor` what to do" in str(steady(*command).exception)
    assert database.rows("SELECT version_num FROM alembic_version") == [(version,)]


def test_lengths_are_read_and_told() -> None:
    assert length("90m") == timedelta(minutes=90)
    assert [told(timedelta(seconds=seconds)) for seconds in (-1, 59, 60, 7199, 90_000)] == [
        *("0 s", "59 s", "1 min", "1 h", "1 d")
    ]
