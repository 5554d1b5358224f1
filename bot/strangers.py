"""What was asked last of people who have not agreed to anything being stored: known in memory alone.

Law: what is forgotten here is asked again; nothing that was said rests on it.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta

from bot.conversation.person import Place
from bot.ports import Address

KEPT = timedelta(days=1)
MOST = 10_000  # people


class Strangers:
    """The open question of each, so that a yes under an answer to danger is no consent."""

    def __init__(self) -> None:
        self._asked: dict[tuple[str, str], Place] = {}

    def asked(self, address: Address, now: datetime) -> tuple[Place, ...]:
        """What was asked last there; nothing where that is long ago or not known."""
        place = self._asked.get(address.key)
        return (place,) if place and now - place.asked_at <= KEPT else ()

    def places(self, addresses: Iterable[Address]) -> dict[Address, Place | None]:
        """What was asked last in each place, to be put back should their turns come to nothing."""
        return {address: self._asked.get(address.key) for address in addresses}

    def put_back(self, asked: Mapping[Address, Place | None]) -> None:
        for address, place in asked.items():
            self.note(address, place)

    def note(self, address: Address, place: Place | None) -> None:
        self._asked.pop(address.key, None)
        if place is not None:
            self._asked[address.key] = place
        if len(self._asked) > MOST:
            del self._asked[next(iter(self._asked))]  # the oldest
