"""What another try may mend is told as such, and nobody waits long for rows that another holds."""

import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import psycopg
import pytest

from bot.ports import DueTimer, OutOfReach
from storage.store import SqlStore
from tests import databases
from tests.databases import open_store
from tests.storage.examples import ANNA, EVERYWHERE, NOW, add_anna

LONGEST = 5.0  # seconds that somebody else's help may be kept waiting


@pytest.fixture
def shared(tmp_path: Path) -> str:
    return databases.empty(tmp_path, "postgresql").url


@pytest.fixture
def store(shared: str) -> Iterator[SqlStore]:
    with closing(open_store(shared)) as store:
        add_anna(store)
        yield store


def test_a_connection_that_is_cut_in_a_turn_is_told_as_out_of_reach(store: SqlStore, shared: str) -> None:
    with store.begin() as unit:
        unit.person(ANNA.id)
        with psycopg.connect(shared, autocommit=True) as server:
            server.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid != pg_backend_pid()")
        unit.save_person(ANNA, NOW)
        with pytest.raises(OutOfReach):
            unit.commit()

    with store.begin() as unit:
        assert unit.person(ANNA.id) == ANNA


def test_a_person_whom_a_machine_that_vanished_holds_keeps_nobody_waiting(store: SqlStore, shared: str) -> None:
    with closing(open_store(shared)) as vanished, vanished.begin() as held:
        held.person(ANNA.id)
        began = time.monotonic()
        with pytest.raises(OutOfReach), store.begin() as unit:
            unit.person(ANNA.id)
        assert time.monotonic() - began < LONGEST


def test_a_wave_leaves_out_whom_a_turn_holds_and_takes_them_later(store: SqlStore, shared: str) -> None:
    with store.begin() as unit:
        unit.set_timer(ANNA.id, "check_in", NOW)
        unit.commit()
    with closing(open_store(shared)) as other, other.begin() as turn:
        turn.person(ANNA.id)
        with store.begin() as wave:
            assert wave.due_timers(EVERYWHERE, NOW, 10) == []
    with store.begin() as wave:
        assert wave.due_timers(EVERYWHERE, NOW, 10) == [DueTimer(ANNA.id, "check_in", NOW)]
