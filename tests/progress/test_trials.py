"""Evenings drawn by chance, and an answer only where chance would rarely give it."""

import io
from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations
from statistics import fmean

from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from bot.conversation.effects import TrialPicture
from bot.conversation.records import ExperimentDay
from bot.progress import trial_picture
from bot.progress.ink import PAPER
from bot.progress.sheet import DUSK_SHADE, NIGHT
from bot.progress.trials import FIRST, MORE, Block, chance_of_as_little, chance_of_as_much, draw, is_enough, outcome


def evenings(seed: str, with_: float, without: float, number: int = FIRST) -> list[ExperimentDay]:
    """Evenings with their numbers, spread a little around two means."""
    drawn = draw(seed)[:number]
    means = {"with": with_, "without": without}
    return [
        ExperimentDay(day, date(2026, 3, 1) + timedelta(days=day), 1, side, True, means[side] + (day % 3 - 1) / 2)
        for day, side in enumerate(drawn)
    ]


@given(st.text(max_size=40))
def test_half_of_each_block_is_with(seed: str) -> None:
    drawn = draw(seed)

    assert drawn == draw(seed)
    assert drawn[:FIRST].count("with") == FIRST // 2
    assert drawn[FIRST:].count("with") == MORE // 2


def test_another_person_has_other_evenings() -> None:
    assert len({draw(f"person {number}") for number in range(40)}) > 35


@settings(deadline=None)
@given(st.lists(st.integers(0, 100), min_size=2, max_size=7), st.lists(st.integers(0, 100), min_size=1, max_size=3))
def test_the_chance_is_what_going_through_every_draw_gives(values: list[int], more: list[int]) -> None:
    half, part = len(values) // 2, len(more) // 2
    blocks = [Block(tuple(values[:half]), tuple(values[half:])), Block(tuple(more[:part]), tuple(more[part:]))]
    every = [sum(one) + sum(other) for one in combinations(values, half) for other in combinations(more, part)]
    seen = sum(values[:half]) + sum(more[:part])

    assert chance_of_as_much(blocks) == fmean(total >= seen for total in every)
    assert chance_of_as_little(blocks) == fmean(total <= seen for total in every)


def test_says_yes_no_or_cannot_tell() -> None:
    assert outcome(evenings("a", 7, 5), lower_is_better=False).answer == "yes"
    assert outcome(evenings("a", 5, 7), lower_is_better=True).answer == "yes"
    assert outcome(evenings("a", 5, 5), lower_is_better=False).answer == "no"
    assert outcome(evenings("a", 5.9, 5), lower_is_better=False).answer == "unclear"


def test_cannot_tell_from_fewer_than_seven_of_each() -> None:
    days = evenings("a", 9, 1)
    gone_otherwise = [replace(day, kept=False) if day.entry == 3 else day for day in days]

    assert is_enough(days)
    assert outcome(days[:-1], lower_is_better=False).answer == "unclear"
    assert outcome(gone_otherwise, lower_is_better=False).answer == "unclear"


def test_an_evening_that_went_otherwise_still_counts_on_the_side_it_was_drawn_for() -> None:
    days = evenings("a", 7, 5, FIRST + MORE)
    days = [replace(day, kept=day.entry != 3) for day in days]

    assert len(outcome(days, lower_is_better=False).with_) == (FIRST + MORE) // 2


def test_the_picture_has_a_dot_for_each_evening() -> None:
    few, more = (_ink(TrialPicture("What came of it", "Sleep", "with", "without", "average", days, (5.0,)))
                 for days in ((6.0, 8.0), (6.0, 8.0, 2.0)))  # fmt: skip

    assert more > few


def test_the_picture_is_dark_for_those_who_like_it_so() -> None:
    light = TrialPicture("What came of it", "Sleep", "with", "without", "average", (6.0, 8.0), (5.0,))
    grounds = [
        Image.open(io.BytesIO(trial_picture.draw(picture))).convert("RGB").getpixel((5, 5))
        for picture in (light, replace(light, dark=True))
    ]

    assert grounds == [PAPER, NIGHT]


def _ink(picture: TrialPicture) -> int:
    drawn = Image.open(io.BytesIO(trial_picture.draw(picture)))
    assert drawn.size == (1080, 1080)
    return sum(shade == DUSK_SHADE for shade in drawn.tobytes())
