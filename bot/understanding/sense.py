"""What a text means as a whole, where no single phrase says it: the shape of what the second layer of hearing tells.

What reads the meaning is no part of this folder (`bot/sense/`); here stands what is asked of it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from bot.understanding.safety import Tier


@dataclass(frozen=True, slots=True)
class Meaning:
    """How a text is meant, each as shares from 0 to 1 that add up to 1. `of_another` is the share for someone else
    than the writer being in danger."""

    tiers: Mapping[Tier, float]
    intents: Mapping[str, float]
    languages: Mapping[str, float]
    of_another: float

    @property
    def danger(self) -> float:
        """The share of all tiers that are answered with help."""
        return 1 - self.tiers["none"] - self.tiers["soft"]


@dataclass(frozen=True, slots=True)
class Lines:
    """From which share on something counts, chosen on texts that the model was not made on."""

    danger: float
    raised: float
    soft: float
    intent: float


class SenseFailed(Exception):
    """The meaning of a text could not be read."""


class Sense(Protocol):
    """Reads meanings, the same for the same text."""

    @property
    def lines(self) -> Lines: ...

    def of(self, pieces: Sequence[str]) -> list[Meaning]:
        """The meaning of each of some short pieces of text. Raises `SenseFailed`."""
        ...
