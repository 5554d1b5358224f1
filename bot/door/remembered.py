"""What is known of places in memory alone, of so many at most: whoever did something longest ago is forgotten first."""

from collections.abc import Iterable, Mapping
from typing import Generic, TypeVar

from bot.ports import Address

MOST = 10_000  # places
Known = TypeVar("Known")


class Remembered(Generic[Known]):
    """One value for each place. What was noted in turns that came to nothing can be put back."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], Known] = {}

    def get(self, address: Address) -> Known | None:
        return self._known.get(address.key)

    def places(self, addresses: Iterable[Address]) -> dict[Address, Known | None]:
        """What is known of each place, to be put back should their turns come to nothing."""
        return {address: self.get(address) for address in addresses}

    def put_back(self, known: Mapping[Address, Known | None]) -> None:
        for address, value in known.items():
            self.note(address, value)

    def note(self, address: Address, value: Known | None) -> None:
        self._known.pop(address.key, None)
        if value is not None:
            self._known[address.key] = value
        if len(self._known) > MOST:
            del self._known[next(iter(self._known))]  # the oldest
