"""What is counted while Steady works. Law: no count knows a person, a chat or a word; names are from closed sets."""

from typing import Literal, Protocol

from bot.conversation.effects import Urgency

Ending = Literal["sent", "uncertain", "failed", "expired"]
Beginning = Literal["person", "timer"]


class Meters(Protocol):
    """Told of each thing once it is stored, from any thread. Must not raise, nor take long."""

    def turned(self, platform: str, seconds: float) -> None:
        """A person's act had its turn, so long after it came in."""

    def turns_failed(self, began_by: Beginning, count: int) -> None:
        """So many turns ended in an error: the person was told so, or the timer was put aside."""

    def helped(self, platform: str, tier: str) -> None:
        """Danger of that tier was answered, or `unsure`: they were asked whether it is one."""

    def took(self, platform: str, urgency: Urgency, seconds: float) -> None:
        """The platform took a message, so long after it was due."""

    def doubted(self, platform: str) -> None:
        """A message was sent, and nobody knows whether it arrived."""

    def ended(self, platform: str, ending: Ending, count: int = 1) -> None:
        """So many messages are done with."""


class Unwatched:
    """Counts nothing: nobody asks."""

    def turned(self, platform: str, seconds: float) -> None: ...

    def turns_failed(self, began_by: Beginning, count: int) -> None: ...

    def helped(self, platform: str, tier: str) -> None: ...

    def took(self, platform: str, urgency: Urgency, seconds: float) -> None: ...

    def doubted(self, platform: str) -> None: ...

    def ended(self, platform: str, ending: Ending, count: int = 1) -> None: ...


UNWATCHED = Unwatched()
