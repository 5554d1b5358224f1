"""All people, so many at a time; whoever can't be read, as of a newer version, holds up nobody else."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import TypeVar

from bot.conversation.person import Person
from bot.ports import Store
from storage.keyring import CannotUnseal

T = TypeVar("T")
PAGE = 200


def everybody(store: Store) -> Iterator[Person]:
    """Whoever can be read. Raises `OutOfReach`."""
    for page in batches(store.person_ids(), PAGE):
        yield from _read(store, page)


def _read(store: Store, page: Sequence[str]) -> list[Person]:
    try:
        return store.people(page)
    except (ValueError, CannotUnseal):
        return [person for person_id in page for person in _read_alone(store, person_id)]


def _read_alone(store: Store, person_id: str) -> list[Person]:
    with suppress(ValueError, CannotUnseal):
        return store.people([person_id])
    return []


def batches(items: Sequence[T], size: int) -> Iterator[Sequence[T]]:
    for start in range(0, len(items), size):
        yield items[start : start + size]
