"""Small experiments on oneself: evenings drawn by chance, and what came of them.

Only chance earns a "because" (Onghena and Edgington 2005). Days are compared as they were drawn, kept or not, and the
test goes through every other way they could have been drawn; that holds however much a day resembles the one before.
"""

import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean
from typing import Literal

from bot.conversation.records import Condition, ExperimentDay

Answer = Literal["yes", "no", "unclear"]

FIRST, MORE = 14, 6  # evenings planned, and those added once when some were missed; half of each with, half without
FEWEST = 7  # evenings of each kind with a number after them, and not told as gone otherwise
SURE = 0.05
POINT = 1.0  # the least difference that matters, on a scale of 0 to 10


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of an experiment; the means and the evenings with a number are as they were drawn."""

    answer: Answer
    with_: tuple[float, ...]
    without: tuple[float, ...]
    has_enough: bool

    @property
    def means(self) -> tuple[float, float]:
        """With and without. Only where there are both."""
        return fmean(self.with_), fmean(self.without)


def draw(seed: str) -> tuple[Condition, ...]:
    """The conditions of all evenings, in order: the same for the same seed."""
    return _shuffled(FIRST, f"{seed} first") + _shuffled(MORE, f"{seed} more")


def _shuffled(days: int, seed: str) -> tuple[Condition, ...]:
    order = sorted(range(days), key=lambda day: hashlib.sha256(f"{seed} {day}".encode()).digest())
    return tuple("with" if day % 2 else "without" for day in order)


def is_enough(days: Sequence[ExperimentDay]) -> bool:
    counted = Counter(day.condition for day in days if day.outcome is not None and day.kept is not False)
    return min(counted["with"], counted["without"]) >= FEWEST


def outcome(days: Sequence[ExperimentDay], *, lower_is_better: bool) -> Outcome:
    """The days must be all that were told, in order: the draw had blocks, and the test keeps to them."""
    sides = [tuple(day.outcome for day in days if day.condition == side and day.outcome is not None)
             for side in ("with", "without")]  # fmt: skip
    enough = is_enough(days)
    answer: Answer = _answer(days, -1 if lower_is_better else 1) if enough else "unclear"
    return Outcome(answer, sides[0], sides[1], enough)


def _answer(days: Sequence[ExperimentDay], sign: int) -> Answer:
    """Yes where chance would rarely do as well and it is a point or more; no where a gain of a point is ruled out."""
    blocks = [_block(days[:FIRST], sign), _block(days[FIRST:], sign)]
    gain = fmean([value for block in blocks for value in block.with_])
    gain -= fmean([value for block in blocks for value in block.without])
    if gain >= POINT * 10 and chance_of_as_much(blocks) <= SURE:
        return "yes"
    helped = [Block(tuple(value - round(POINT * 10) for value in block.with_), block.without) for block in blocks]
    return "no" if chance_of_as_little(helped) <= SURE else "unclear"


@dataclass(frozen=True, slots=True)
class Block:
    """Ratings that could have changed places in the draw, in tenths, more being better."""

    with_: tuple[int, ...]
    without: tuple[int, ...]


def _block(days: Sequence[ExperimentDay], sign: int) -> Block:
    known = [(day.condition, round(sign * day.outcome * 10)) for day in days if day.outcome is not None]
    with_ = tuple(value for condition, value in known if condition == "with")
    return Block(with_, tuple(value for condition, value in known if condition == "without"))


def chance_of_as_much(blocks: Sequence[Block]) -> float:
    """The share of all draws in which the evenings with would have come out as well as they did, or better."""
    ways, seen = _ways(blocks), _seen(blocks)
    return sum(count for total, count in ways.items() if total >= seen) / ways.total()


def chance_of_as_little(blocks: Sequence[Block]) -> float:
    ways, seen = _ways(blocks), _seen(blocks)
    return sum(count for total, count in ways.items() if total <= seen) / ways.total()


def _seen(blocks: Sequence[Block]) -> int:
    return sum(sum(block.with_) for block in blocks)


def _ways(blocks: Sequence[Block]) -> Counter[int]:
    """How many draws give each sum of the ratings with; it rises and falls with the difference of the means."""
    every = Counter({0: 1})
    for block in blocks:
        chosen, so_far = _sums((*block.with_, *block.without), len(block.with_)), every
        every = Counter()
        for total, count in so_far.items():
            for more, times in chosen.items():
                every[total + more] += count * times
    return every


def _sums(values: Sequence[int], size: int) -> Counter[int]:
    """How many choices of `size` of the values have each sum."""
    ways = [Counter({0: 1}), *(Counter[int]() for _ in range(size))]
    for value in values:
        for chosen in range(size, 0, -1):
            for total, count in ways[chosen - 1].items():
                ways[chosen][total + value] += count
    return ways[size]
