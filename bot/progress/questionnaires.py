"""What the answers to a published questionnaire come to, and when two scores differ by more than luck may bring."""

from collections.abc import Iterable, Sequence
from datetime import timedelta
from typing import Literal

from bot.conversation.person import PegTold

Change = Literal["none", "maybe", "clear"]
FOUR_WEEKS = timedelta(days=28)
NEAR_ENOUGH = timedelta(days=7)
POSITIVE = 3  # of 6: the cut-off of the PHQ-2 (Arroll 2010) and of the GAD-2


def peg_score(answers: Sequence[float]) -> float:
    """The mean of the three items, 0 to 10 (Krebs 2009)."""
    return round(sum(answers) / len(answers), 2)


def peg_change(before: float, now: float) -> Change:
    """From a point on there may be a change, from two points or 30 % on there is one, as far as one look can tell.

    Minimally important differences of the PEG lie between 0.6 and 1.75, a standard error between 0.8 and 1.2 (Reed
    2023).
    """
    difference = round(abs(now - before), 2)
    if difference < 1:
        return "none"
    return "clear" if difference >= 2 or difference >= 0.3 * before else "maybe"


def four_weeks_before(newest: PegTold, told: Iterable[PegTold]) -> PegTold | None:
    """The answers from nearest to four weeks earlier, the earlier of two; `None` when none are within a week of it."""

    def distance(each: PegTold) -> timedelta:
        return abs(newest.local_date - each.local_date - FOUR_WEEKS)

    near = (each for each in told if distance(each) <= NEAR_ENOUGH)
    return min(near, key=lambda each: (distance(each), each.local_date), default=None)
