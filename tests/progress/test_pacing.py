"""The arithmetic of a pace: where it begins, how it grows, and that it never grows too fast."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bot.conversation.records import CheckIn, Stretch, Unit
from bot.progress import pacing
from bot.progress.pacing import GRAINS, LEAST, MOST, NEARLY

MONDAY = date(2026, 3, 16)
UNITS: tuple[Unit, ...] = ("minutes", "steps", "metres")


@st.composite
def plans(draw: st.DrawFn) -> tuple[float, Unit]:
    """Somebody's baseline and its unit."""
    unit: Unit = draw(st.sampled_from(UNITS))
    tries = [draw(st.integers(1, 36_000)) / GRAINS[unit] for _ in range(3)]
    return pacing.baseline(tries), unit


def done(day: int, amount: float, goal: float = 10, entry: int = 0) -> Stretch:
    return Stretch(entry, MONDAY + timedelta(days=day), "walking", "minutes", amount, "done", goal)


def felt(day: int, pain: float) -> CheckIn:
    return CheckIn(day + 100, MONDAY + timedelta(days=day), datetime(2026, 3, 16, tzinfo=UTC), pain)


@given(st.lists(st.floats(0.1, 600), min_size=3, max_size=3))
def test_begins_at_four_fifths_of_the_mean_of_three_tries(tries: list[float]) -> None:
    assert pacing.baseline(tries) == pytest.approx(0.8 * sum(tries) / 3)


@pytest.mark.parametrize(
    ("tries", "unit", "first", "second"),
    [
        ((10, 12, 14), "minutes", 9.5, 10),
        ((15, 15, 15), "minutes", 12, 13),
        ((5, 5, 5), "minutes", 4, 4.25),
        ((200, 200, 200), "metres", 160, 170),
        ((2000, 2500, 3000), "steps", 2000, 2200),
        ((600, 700, 650), "steps", 500, 550),
    ],
)
def test_is_said_in_natural_units_rounded_down(
    tries: tuple[float, ...], unit: Unit, first: float, second: float
) -> None:
    base = pacing.baseline(tries)

    assert pacing.first_goal(base, unit) == pytest.approx(first)
    assert pacing.raised(pacing.first_goal(base, unit), base, unit) == pytest.approx(second)


@given(plans(), st.lists(st.sampled_from(["raise", "lower", "flare", "most"]), max_size=12))
def test_never_grows_by_more_than_a_fifth_at_a_time(plan: tuple[float, Unit], weeks: list[str]) -> None:
    base, unit = plan
    goal = pacing.first_goal(base, unit)
    assert goal <= max(base, 1 / GRAINS[unit]) + NEARLY
    for week in weeks:
        before = goal
        match week:
            case "raise":
                goal = pacing.raised(goal, base, unit)
            case "most":
                goal = pacing.most(goal, base, unit)
            case "lower":
                goal = pacing.lowered(goal, base, unit)
            case _:
                goal = pacing.after_flare(goal, unit)
        assert goal <= before + MOST * min(before, base) + NEARLY
        assert goal > 0


@given(plans(), st.integers(1, 30))
def test_a_step_back_is_never_below_half_of_the_baseline(plan: tuple[float, Unit], steps: int) -> None:
    base, unit = plan
    goal = pacing.first_goal(base, unit)
    assume(goal >= base * LEAST)
    for _ in range(steps):
        goal = pacing.lowered(goal, base, unit)
    assert goal >= base * LEAST - NEARLY


@given(plans())
def test_after_a_flare_it_is_half_to_seven_tenths(plan: tuple[float, Unit]) -> None:
    base, unit = plan
    goal = pacing.first_goal(base, unit)
    assume(goal * GRAINS[unit] >= 10)

    assert 0.5 * goal - NEARLY <= pacing.after_flare(goal, unit) <= 0.7 * goal + NEARLY


@pytest.mark.parametrize(
    ("days", "rise", "in_flare", "said"),
    [
        (4, 1.0, False, "raise"), (7, None, False, "raise"), (4, 1.5, False, "keep"), (3, 0.0, False, "keep"),
        (2, 0.0, False, "keep"), (1, 0.0, False, "back"), (0, None, False, "back"), (7, 0.0, True, "back"),
    ],
)  # fmt: skip
def test_what_a_week_says(days: int, rise: float | None, in_flare: bool, said: str) -> None:
    assert pacing.verdict(days, rise, in_flare) == said


def test_counts_the_days_of_which_the_goal_was_done_in_pieces_too() -> None:
    days = pacing.by_day([done(0, 10), done(1, 5, entry=1), done(1, 4, entry=2), done(2, 8), done(8, 10)])

    assert pacing.days_done(days, MONDAY + timedelta(days=6)) == 2


def test_only_the_last_try_of_a_day_counts() -> None:
    rows = [Stretch(entry, MONDAY + timedelta(days=day), "walking", "minutes", amount, "try")
            for entry, (day, amount) in enumerate([(0, 5), (0, 8), (1, 9), (2, 10), (3, 11)])]  # fmt: skip

    assert pacing.tries_in(rows) == (9, 10, 11)


def test_the_rise_to_the_next_day_is_taken_only_where_both_days_tell() -> None:
    days = pacing.by_day([done(0, 10), done(2, 10), done(4, 10)])
    scores = pacing.pains([felt(0, 4), felt(1, 6), felt(2, 5), felt(4, 3), felt(5, 3)])

    assert pacing.next_day_rise(days, scores, MONDAY + timedelta(days=6)) == 1.0
    assert pacing.next_day_rise(days, {}, MONDAY + timedelta(days=6)) is None


def test_boom_and_bust_is_much_more_and_then_much_less_or_much_more_pain() -> None:
    days = pacing.by_day([done(0, 25), done(1, 3), done(4, 20), done(8, 16), done(12, 10)])

    assert pacing.swings(days, pacing.pains([felt(4, 3), felt(5, 6)])) == 2
    assert pacing.swings(days, {}) == 1
