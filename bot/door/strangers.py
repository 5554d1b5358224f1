"""What was asked last of people who have not agreed to anything being stored: known in memory alone.

Law: what is forgotten here is asked again; nothing that was said rests on it.
"""

from datetime import datetime, timedelta

from bot.conversation.person import Place
from bot.door.remembered import Remembered
from bot.ports import Address

KEPT = timedelta(days=1)


class Strangers(Remembered[Place]):
    """The open question of each, so that a yes under an answer to danger is no consent."""

    def asked(self, address: Address, now: datetime) -> tuple[Place, ...]:
        """What was asked last there; nothing where that is long ago or not known."""
        place = self.get(address)
        return (place,) if place and now - place.asked_at <= KEPT else ()
