"""The database that somebody chose, opened for a command."""

import typer
from sqlalchemy.engine import make_url

from bot.settings import Settings, default_database
from storage.store import CannotOpen, SqlStore, open_store


def opened(settings: Settings, name: str) -> SqlStore:
    """The database that was chosen, or the file of that name in the person's data folder."""
    url = settings.database_url or default_database(name)
    store = chosen("STEADY_DATABASE_URL", url) if settings.database_url else open_store(url)
    typer.echo(f"Database: {make_url(url).render_as_string(hide_password=True)}", err=True)
    return store


def chosen(where: str, url: str) -> SqlStore:
    """Raises `CannotOpen`, which says where the database was chosen."""
    try:
        return open_store(url)
    except CannotOpen as error:
        raise CannotOpen(f"{where}: {error}") from error
