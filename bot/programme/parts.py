"""The contract between the engine and the parts of the programme."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from bot.conversation.person import Place
from bot.conversation.turn import Turn


def _as_it_is(turn: Turn, step: str, value: Any) -> Turn:
    return turn


def _not_mine(turn: Turn, text: str) -> Turn | None:
    return None


@dataclass(frozen=True, slots=True)
class Part:
    """What follows from the answers to a script.

    `ended` runs when the last question is answered. `answered` runs at each answer before the script moves on; when
    it takes the script off the pile, the script is over. `unclear` may make something of a text that answers nothing.
    """

    ended: Callable[[Turn, Place], Turn]
    answered: Callable[[Turn, str, Any], Turn] = _as_it_is
    unclear: Callable[[Turn, str], Turn | None] = _not_mine
