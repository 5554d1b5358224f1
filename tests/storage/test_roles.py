"""A role belongs to one process at a time, and is free as soon as that process is gone."""

import subprocess
import sys
import threading
import time
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import psycopg
import pytest

from bot.ports import RoleLost
from storage.roles import NEWS
from storage.store import SqlStore
from tests import databases
from tests.databases import open_store
from tests.storage.examples import ANNA, HOME, NOW, add_anna, said

HOLD = """
import sys, time
from tests.databases import open_store
role = open_store(sys.argv[1]).take_role("telegram")
assert role
print("held", flush=True)
time.sleep(60)
"""


@pytest.fixture
def shared(tmp_path: Path) -> str:
    return databases.empty(tmp_path, "postgresql").url


def test_a_role_is_held_once(store: SqlStore, url: str) -> None:
    with closing(open_store(url)) as elsewhere:
        held = store.take_role("telegram")
        assert held is not None
        assert elsewhere.take_role("telegram") is None
        other = elsewhere.take_role("discord")
        assert other is not None

        held.release()
        again = elsewhere.take_role("telegram")
        assert again is not None
        again.release()
        other.release()


def test_a_process_that_is_killed_leaves_its_role_at_once(store: SqlStore, url: str) -> None:
    with subprocess.Popen([sys.executable, "-c", HOLD, url], stdout=subprocess.PIPE) as holder:  # noqa: S603
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"held\n"
        assert store.take_role("telegram") is None
        holder.kill()

    freed = None
    until = time.monotonic() + 15
    while freed is None and time.monotonic() < until:
        freed = store.take_role("telegram")
    assert freed is not None
    freed.release()


def test_an_empty_store_that_is_gone_when_closed_has_every_role() -> None:
    with closing(SqlStore.in_memory()) as store:
        role = store.take_role("telegram")
        assert role is not None
        assert not role.watch(0.01)


def test_who_watches_a_file_is_let_go_at_once_when_the_role_ends(store: SqlStore, file: Path) -> None:
    role = store.take_role("telegram")
    assert role is not None
    began = time.monotonic()
    threading.Timer(0.05, role.release).start()
    role.watch(30)
    assert timedelta(seconds=time.monotonic() - began) < timedelta(seconds=10)


def test_news_of_another_process_reach_whoever_speaks(shared: str) -> None:
    with closing(open_store(shared)) as speaker, closing(open_store(shared)) as other:
        add_anna(other)
        role = speaker.take_role("telegram")
        assert role is not None
        assert not role.watch(0.05)

        with other.begin() as unit:
            unit.put(ANNA.id, HOME, said(), NOW)
            unit.commit()

        assert role.watch(5)
        role.release()


def test_a_turn_without_words_is_no_news(shared: str) -> None:
    with closing(open_store(shared)) as store, psycopg.connect(shared, autocommit=True) as listening:
        listening.execute(f"LISTEN {NEWS}".encode())
        add_anna(store)
        assert list(listening.notifies(timeout=0.1)) == []


def test_a_role_whose_connection_is_gone_is_lost(shared: str) -> None:
    with closing(open_store(shared)) as store:
        role = store.take_role("telegram")
        assert role is not None
        with psycopg.connect(shared, autocommit=True) as server:
            server.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND pid != pg_backend_pid()"
            )
        with pytest.raises(RoleLost):
            role.watch(5)
        role.release()
