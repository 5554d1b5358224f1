"""What is known of places in memory alone, of so many at most: whoever did something longest ago is forgotten first."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Generic, TypeVar

from bot.ports import Address

MOST = 10_000  # places
Known = TypeVar("Known")


class Remembered(Generic[Known]):
    """One value for each place."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], Known] = {}

    def get(self, address: Address) -> Known | None:
        return self._known.get(address.key)

    @contextmanager
    def undoing(self, addresses: Iterable[Address]) -> Iterator[None]:
        """Where what happens within fails, what is known of these places is as it was before."""
        before = [(address, self.get(address)) for address in addresses]
        try:
            yield
        except Exception:
            for address, value in before:
                self.note(address, value)
            raise

    def note(self, address: Address, value: Known | None) -> None:
        self._known.pop(address.key, None)
        if value is not None:
            self._known[address.key] = value
        if len(self._known) > MOST:
            del self._known[next(iter(self._known))]  # the oldest
