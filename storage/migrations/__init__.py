"""How the tables came to be, one step after another."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection


def migrate(connection: Connection) -> None:
    """Bring the tables up to date, within the connection's transaction.

    Raises `alembic.util.CommandError` when the database knows steps that are not here.
    """
    command.upgrade(steps(connection), "head")


def steps(connection: Connection) -> Config:
    """What Alembic needs to know, without a file of its own."""
    config = Config()
    # Alembic reads a % as the start of a placeholder.
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    config.set_main_option("file_template", "%%(slug)s")
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config
