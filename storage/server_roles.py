"""Roles on PostgreSQL, where several processes do the same work. Loaded only there."""

import psycopg
from sqlalchemy import Engine

from bot.ports import RoleLost
from storage.roles import NEWS

# A machine that vanished without a word is given up after 11 seconds (tcp_keepalives_* in PostgreSQL's manual).
GIVEN_UP = "SET tcp_keepalives_idle = 5; SET tcp_keepalives_interval = 2; SET tcp_keepalives_count = 3"


class ServerRole:
    """A role on PostgreSQL, by an advisory lock of one connection."""

    def __init__(self, connection: psycopg.Connection) -> None:
        self._connection = connection

    def watch(self, seconds: float) -> bool:
        """Raises `RoleLost` once the connection, and with it the lock, is gone."""
        try:
            news = list(self._connection.notifies(timeout=seconds, stop_after=1))
            self._connection.execute("SELECT 1")
        except psycopg.Error as error:
            raise RoleLost from error
        return bool(news)

    def release(self) -> None:
        self._connection.close()


def take_server_role(engine: Engine, role: str) -> ServerRole | None:
    """`None` while another process has it. Raises `psycopg.Error` when the server can't be reached."""
    url = engine.url.set(drivername="postgresql").render_as_string(hide_password=False)
    connection = psycopg.connect(url, autocommit=True)
    try:
        connection.execute(GIVEN_UP.encode())
        taken = connection.execute("SELECT pg_try_advisory_lock(hashtext(%s))", [f"steady {role}"]).fetchone()
        connection.execute(f"LISTEN {NEWS}".encode())
    except psycopg.Error:
        connection.close()
        raise
    if taken != (True,):
        connection.close()
        return None
    return ServerRole(connection)
