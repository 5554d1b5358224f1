"""What must not be done while `steady run` serves the database."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

from bot.conversation.effects import PLATFORMS
from bot.settings import WrongSetting
from storage.store import SqlStore


@contextmanager
def nobody_else(store: SqlStore, advice: str) -> Iterator[None]:
    """No platform is served from the database meanwhile. Raises `WrongSetting` with the advice where one is."""
    with ExitStack() as roles:
        for platform in PLATFORMS:
            role = store.take_role(platform)
            if role is None:
                raise WrongSetting(f"{advice}.")
            roles.callback(role.release)
        yield
