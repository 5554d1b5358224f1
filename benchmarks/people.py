"""Many people in a database file, whose check-ins are due now or later; for the benchmarks."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import bindparam, delete, update

from bot.conversation.person import Person, Settings, to_json
from storage.store import SqlStore, open_store
from storage.tables import ADDRESSES, OUTBOX, PEOPLE, TIMERS

NOW = datetime(2026, 3, 16, 8, 0, 1, tzinfo=UTC)
DUE_AT = NOW - timedelta(seconds=1)
BATCH = 10_000
PLATFORM = "telegram"
HERE = frozenset({PLATFORM})


def someone(number: int) -> Person:
    settings = Settings(zone="Europe/Berlin", zone_is_known=True, country="DE")
    return Person(f"person {number}", consented_at=NOW - timedelta(days=20), settings=settings, turn=50)


@contextmanager
def populated(people: int, due: int) -> Iterator[SqlStore]:
    """A SQLite file with so many people, of whom the check-ins of so many are due; the others' come within a day."""
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        store = open_store(f"sqlite:///{Path(folder) / 'steady.db'}")
        add_people(store, people, due)
        yield store
        store.close()


def add_people(store: SqlStore, people: int, due: int) -> None:
    for start in range(0, people, BATCH):
        _add(store, range(start, min(start + BATCH, people)), due)


def _add(store: SqlStore, numbers: range, due: int) -> None:
    people = [someone(number) for number in numbers]
    born = {"created_at": NOW, "updated_at": NOW, "version": 1}
    home = {"platform": PLATFORM, "spoke_at": NOW, "last_inbound_id": None}
    with store._database.writers.begin() as connection:  # noqa: SLF001 - no unit of work adds so many at once
        documents = [{"id": one.id, "document": document_of(store, one), **born} for one in people]
        connection.execute(PEOPLE.insert(), documents)
        connection.execute(
            ADDRESSES.insert(),
            [{"user": f"{number}", "chat": f"{number}", "person_id": f"person {number}", **home} for number in numbers],
        )
        connection.execute(
            TIMERS.insert(),
            [
                {
                    "person_id": f"person {number}",
                    "name": "check_in",
                    "due_at": DUE_AT if number < due else NOW + timedelta(seconds=60 + number % 86_000),
                    "aside": None,
                }
                for number in numbers
            ],
        )


def document_of(store: SqlStore, person: Person) -> str:
    return store._database.seals.seal_person(person.id, to_json(person))  # noqa: SLF001


def make_due(store: SqlStore, due: int) -> None:
    """The check-ins of the first so many people are due again, as if nothing had happened."""
    save = update(PEOPLE).where(PEOPLE.c.id == bindparam("who")).values(document=bindparam("document"), version=1)
    ring = update(TIMERS).where(TIMERS.c.person_id == bindparam("who")).values(due_at=DUE_AT)
    with store._database.writers.begin() as connection:  # noqa: SLF001
        connection.execute(delete(OUTBOX))
        for start in range(0, due, BATCH):
            numbers = range(start, min(start + BATCH, due))
            saved = [{"who": f"person {n}", "document": document_of(store, someone(n))} for n in numbers]
            connection.execute(save, saved)
            connection.execute(ring, [{"who": f"person {n}"} for n in numbers])
