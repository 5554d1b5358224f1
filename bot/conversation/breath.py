"""Breathing patterns: how long the breath goes in, rests, goes out and rests again, and how full it is when."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import accumulate
from typing import Literal

Pattern = Literal["long_out", "gentle", "resonance", "box", "four_seven_eight"]
Phase = Literal["in", "full", "out", "empty"]


@dataclass(frozen=True, slots=True)
class Pace:
    """Seconds of each phase of one breath."""

    breathe_in: int
    hold_full: int
    breathe_out: int
    hold_empty: int

    @property
    def seconds(self) -> int:
        """How long one whole breath takes."""
        return self.breathe_in + self.hold_full + self.breathe_out + self.hold_empty

    def phase(self, second: float) -> Phase:
        """Which phase the breath is in, `second` seconds after the exercise began."""
        return self._at(second)[0]

    def fullness(self, second: float) -> float:
        """How full the lungs are, from 0 empty to 1 full, rising and falling softly."""
        phase, share = self._at(second)
        if phase == "full":
            return 1.0
        if phase == "empty":
            return 0.0
        swell = (1 - math.cos(math.pi * share)) / 2
        return swell if phase == "in" else 1 - swell

    def seconds_left(self, second: float) -> float:
        """How long the phase of that moment still lasts."""
        moment = second % self.seconds
        ends = accumulate((self.breathe_in, self.hold_full, self.breathe_out, self.hold_empty))
        return next(end - moment for end in ends if moment < end)

    def _at(self, second: float) -> tuple[Phase, float]:
        left = second % self.seconds
        spans: tuple[tuple[Phase, int], ...] = (
            ("in", self.breathe_in),
            ("full", self.hold_full),
            ("out", self.breathe_out),
            ("empty", self.hold_empty),
        )
        for phase, length in spans:
            if left < length:
                return phase, left / length
            left -= length
        return "in", 0.0


PACES: Mapping[Pattern, Pace] = {
    # Six breaths a minute with a long out-breath lowered pain more than unpaced breathing
    # (Jafari 2020, J Pain 21:1018).
    "long_out": Pace(4, 0, 6, 0),
    # For beginners and anyone short of breath.
    "gentle": Pace(3, 0, 4, 0),
    # Six a minute as well, in and out alike, where heart and breath swing together most; nothing is shown for pain.
    "resonance": Pace(5, 0, 5, 0),
    # Holds are opt-in only: they suit fewer people (Balban 2023, Cell Rep Med).
    "box": Pace(4, 4, 4, 4),
    "four_seven_eight": Pace(4, 7, 8, 0),
}

QUIET_START = 3  # seconds before the tone of a sound begins
SOUND_AT_MOST = 300  # seconds; in a longer exercise the tone leads so long and then leaves them to their own breath
GENTLE_BREATHS = 3


def begins_gently(pattern: Pattern) -> tuple[Pace, ...]:
    """The short breaths before the others in a sound: whoever breathes long from the first one on easily breathes too
    much (Szulczewski 2019)."""
    return () if pattern == "gentle" else (PACES["gentle"],) * GENTLE_BREATHS


def breaths_of(pattern: Pattern, seconds: int) -> int:
    """How many breaths of the pattern itself follow the gentle ones in so many seconds; one at least."""
    begun = QUIET_START + sum(pace.seconds for pace in begins_gently(pattern))
    return max(1, round((seconds - begun) / PACES[pattern].seconds))
