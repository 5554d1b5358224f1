"""The sense for meaning, in memory from when a text first needs it, so that nobody waits for it before."""

from collections.abc import Callable, Sequence
from threading import Lock

from bot.understanding.sense import Lines, Meaning, Sense, SenseFailed

NEVER = Lines(2, 2, 2, 2)  # no share is that large


class SenseLater:
    """Reads the sense once, whoever asks first; the others wait. Where there is none, phrases alone go on listening."""

    def __init__(self, read: Callable[[], Sense | None]) -> None:
        self._read: Callable[[], Sense | None] | None = read
        self._sense: Sense | None = None
        self._reading = Lock()

    @property
    def lines(self) -> Lines:
        sense = self._known()
        return sense.lines if sense else NEVER

    def of(self, pieces: Sequence[str]) -> list[Meaning]:
        """Raises `SenseFailed`."""
        sense = self._known()
        if sense is None:
            raise SenseFailed
        return sense.of(pieces)

    def _known(self) -> Sense | None:
        with self._reading:
            if self._read:
                self._sense, self._read = self._read(), None
        return self._sense
