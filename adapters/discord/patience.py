"""How long the channel waits for what, in seconds."""

import time
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Patience:
    first: float = 1.0  # before a new connection; twice as long before each further one
    # Discord allows 1,000 identifications a day and then takes the token away: a bot that can't stay connected
    # must keep below that.
    longest: float = 120.0
    steady: float = 60.0  # what lasted this long was no failure
    identify: float = 5.0  # Discord wants identifications this far apart
    between_chats: float = 0.1  # while reading back
    read_again: float = 0.5  # before another try to read a chat back; twice as long before each further one
    read_again_longest: float = 60.0
    older_first: float = 3.0  # how long new words wait for what was written before them
    # Before another try to save a turn. Only a database that is out of reach keeps one from being saved, and Discord
    # tells nothing twice: for a quarter of an hour, as on Telegram.
    turn_retries: tuple[float, ...] = (0.5, 2.0, 8.0, *(15.0,) * 60)
    commands: float = 15.0  # how long publishing the commands may keep the bot from connecting
    first_answer: float = 5.0  # how long someone on a server waits to hear whether a direct message arrived
    unacknowledged: float = 1.2  # how long a press may wait for its turn to be kept; Discord gives it three
    sending: float = 60.0  # after how long a message's fate counts as unknown
    drain: float = 3.0  # how long turns that were begun may take when the channel is closed


USUAL = Patience()


class BackOff:
    """A pause that doubles with each failure and is short again after a steady time."""

    def __init__(self, first: float, patience: Patience) -> None:
        self._first = first
        self._patience = patience
        self._next = first
        self._ended = time.monotonic()

    def pause(self) -> float:
        """How long to wait now, in seconds."""
        now = time.monotonic()
        if now - self._ended >= self._patience.steady:
            self._next = self._first
        pause, self._next = self._next, min(self._next * 2, self._patience.longest)
        self._ended = now + pause
        return pause
