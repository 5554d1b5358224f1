"""People at home in a database, met where it is day or night for them just now."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from bot.conversation.person import Person, Settings
from bot.ports import Address
from storage.store import SqlStore
from tests.fakes import PLATFORM


def zone_where_it_is(hour: int) -> str:
    """A zone whose clock shows that hour now."""
    ahead = (hour - datetime.now(UTC).hour + 11) % 24 - 11
    return f"Etc/GMT{-ahead:+d}" if ahead else "Etc/GMT"


def add(
    store: SqlStore,
    *names: str,
    hour: int = 12,
    spoke: timedelta = timedelta(),
    change: Callable[[Person], Person] = lambda it: it,
) -> None:
    """Let them have agreed, and spoken so long ago."""
    now = datetime.now(UTC)
    with store.begin() as unit:
        for name in names:
            person = Person(
                f"id of {name}", consented_at=now, settings=Settings(name=name, zone=zone_where_it_is(hour))
            )
            unit.add_person(change(person), Address(PLATFORM, name, f"chat of {name}"), now - spoke)
        unit.commit()
