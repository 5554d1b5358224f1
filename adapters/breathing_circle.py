"""A breathing circle in plain letters, for a terminal: one frame for each moment of a breath."""

import math

from bot.conversation.breath import Pace, Phase

ROWS, COLUMNS = 11, 24
SHADES = " ░▒▓█"
RING = "·"

# Distances are in rows; a letter is about twice as high as it is wide.
LETTER_WIDTH = 0.5
EMPTY, FULL = 1.2, 4.4
"""The circle's radius between two breaths, and with full lungs."""

MIDDLE_ROW, MIDDLE_COLUMN = (ROWS - 1) / 2, (COLUMNS - 1) / 2
RING_PLACES = frozenset(
    (
        round(MIDDLE_ROW - MIDDLE_ROW * math.cos(math.tau * hour / 26)),
        round(MIDDLE_COLUMN + MIDDLE_COLUMN * math.sin(math.tau * hour / 26)),
    )
    for hour in (number + 0.5 for number in range(26))
)
"""The row and column of each dot around the full circle, so that the eye knows where the breath is going."""


def frame(pace: Pace, second: float, width: int, words: tuple[str, str, str]) -> list[str]:
    """The circle as it stands `second` seconds after the exercise began: 13 lines of `width` columns each.

    The circle takes 11 rows and 24 columns and is centred; where `width` is less, its sides are cut. An empty line
    follows, then the phase's word with the whole seconds left in it. `words` are those for breathing in, holding
    the breath and breathing out, in this order. Each frame covers the one before.
    """
    circle = _circle(EMPTY + (FULL - EMPTY) * pace.fullness(second))
    caption = f"{_word(pace.phase(second), words)} {math.ceil(pace.seconds_left(second))}"
    return [_centred(line, width) for line in (*circle, "", caption)]


def _circle(radius: float) -> list[str]:
    return ["".join(_letter(row, column, radius) for column in range(COLUMNS)) for row in range(ROWS)]


def _letter(row: int, column: int, radius: float) -> str:
    """The letter at this place: darker the deeper it lies in the circle."""
    distance = math.hypot(row - MIDDLE_ROW, (column - MIDDLE_COLUMN) * LETTER_WIDTH)
    depth = min(1.0, max(0.0, radius - distance + 0.5))
    shade = SHADES[round(depth * (len(SHADES) - 1))]
    return RING if shade == " " and (row, column) in RING_PLACES else shade


def _word(phase: Phase, words: tuple[str, str, str]) -> str:
    breathe_in, hold, breathe_out = words
    return {"in": breathe_in, "out": breathe_out}.get(phase, hold)


def _centred(line: str, width: int) -> str:
    """The line in the middle of `width` columns; of a longer one, its middle."""
    cut = max(0, len(line) - width) // 2
    return line[cut : cut + width].center(width)
