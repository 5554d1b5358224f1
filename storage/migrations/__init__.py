"""How the tables came to be, one step after another."""

from pathlib import Path
from typing import TYPE_CHECKING, Literal

from sqlalchemy import Column, Connection, MetaData, String, Table, inspect, select

if TYPE_CHECKING:
    from alembic.config import Config

    from storage.sealing import Seals

Standing = Literal["empty", "older", "current", "newer"]
NEWEST = "due_at"  # the last step of all
DONE = Table("alembic_version", MetaData(), Column("version_num", String))  # Alembic's own


def is_up_to_date(connection: Connection) -> bool:
    """Whether every step is done. Most starts find it so, and Alembic, a tenth of a start, need not be loaded."""
    return step_of(connection) == NEWEST


def step_of(connection: Connection) -> str | None:
    """The last step that was done, if any."""
    return connection.scalar(select(DONE)) if inspect(connection).has_table(DONE.name) else None


def standing(connection: Connection) -> Standing:
    """How far the steps are done: not one, some, all, or some that are not here."""
    if not inspect(connection).has_table(DONE.name):
        return "empty"
    if is_up_to_date(connection):
        return "current"
    from alembic.script import ScriptDirectory  # noqa: PLC0415 - loaded only where there is a step to do

    known = {step.revision for step in ScriptDirectory.from_config(steps(connection)).walk_revisions()}
    return "older" if known.issuperset(connection.scalars(select(DONE))) else "newer"


def migrate(connection: Connection, seals: "Seals", up_to: str = NEWEST) -> None:
    """Do the steps up to that one, within the connection's transaction; words that were not sealed yet are.

    Raises `alembic.util.CommandError` when the database, or whoever asks, knows steps that are not here.
    """
    from alembic import command  # noqa: PLC0415 - loaded only where there is a step to do

    config = steps(connection)
    config.attributes["seals"] = seals
    command.upgrade(config, up_to)


def steps(connection: Connection) -> "Config":
    """What Alembic needs to know, without a file of its own."""
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    # Alembic reads a % as the start of a placeholder.
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    config.set_main_option("file_template", "%%(slug)s")
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config
