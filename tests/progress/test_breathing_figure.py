"""The figure through which the breath travels: at the breath's true pace, to the right place, small and soft."""

import io
from functools import cache
from itertools import pairwise

import numpy as np
import pytest
from PIL import Image, ImageChops

from bot.conversation.breath import PACES, Pattern
from bot.conversation.effects import BreathingAnimation
from bot.conversation.nudges import PLACES
from bot.progress import body, breathing_figure
from bot.progress.ink import PAPER
from tests.progress.test_pictures import PATTERNS, colours, contrast, frames, luminance

SMALL = 300_000  # bytes
HEAVIEST = ("legs", "back", "joints", "hips", "shoulders", "arms")


def animation(*places: str, pattern: Pattern = "long_out") -> BreathingAnimation:
    return BreathingAnimation(pattern, "in", "out", "hold", places)


@cache
def film(*places: str, pattern: Pattern = "long_out") -> bytes:
    return breathing_figure.draw(animation(*places, pattern=pattern))


def lit(place: str, second: float) -> tuple[float, float]:
    """The middle of the lit pixels in the left half and above the word, as column and row."""
    dark = np.asarray(breathing_figure.still(animation(place), 9.99))[: body.HEIGHT, :161].astype(int)
    bright = np.asarray(breathing_figure.still(animation(place), second))[: body.HEIGHT, :161].astype(int)
    more = np.clip(bright - dark, 0, None) ** 16.0
    rows, columns = np.indices(more.shape)
    return float((columns * more).sum() / more.sum()), float((rows * more).sum() / more.sum())


def test_the_figure_has_every_place_that_steady_knows() -> None:
    assert set(body.GOALS) == set(PLACES)


@pytest.mark.parametrize("place", PLACES)
def test_each_place_makes_a_small_film_that_lasts_one_breath(place: str) -> None:
    assert len(film(place)) < SMALL
    assert sum(delay for _, delay in frames(film(place))) == 10_000


@pytest.mark.parametrize("pattern", PATTERNS)
def test_one_loop_lasts_exactly_one_breath_in_every_rhythm(pattern: Pattern) -> None:
    shown = frames(film("knees", pattern=pattern))
    assert sum(delay for _, delay in shown) == PACES[pattern].seconds * 1000
    assert all(delay >= 50 for _, delay in shown)
    assert Image.open(io.BytesIO(film("knees", pattern=pattern))).info["loop"] == 0


def test_six_places_at_once_stay_small() -> None:
    assert len(film(*HEAVIEST, pattern="box")) < SMALL


def test_other_places_make_other_films() -> None:
    assert len({film(place) for place in PLACES}) >= 20


@pytest.mark.parametrize("place", [place for place in PLACES if place not in ("joints", "everywhere")])
def test_the_light_sets_out_at_the_nose_and_arrives_where_it_hurts(place: str) -> None:
    (goal,) = body.GOALS[place]
    assert lit(place, 0.4) == pytest.approx(body.NOSE, abs=14)
    assert lit(place, 4.0) == pytest.approx(goal.way[-1], abs=14)


def test_the_light_spreads_and_fades_on_the_way_out() -> None:
    shares = [np.asarray(breathing_figure.still(animation("back"), second)) for second in (4.0, 7.0, 9.5)]
    brightest = [int(each[: body.HEIGHT].max()) for each in shares]
    assert brightest == sorted(brightest, reverse=True)
    assert brightest[0] == breathing_figure.LIGHT_SHADE
    assert brightest[-1] <= breathing_figure.SKIN_SHADE + 2


def test_nothing_moves_in_a_hold_but_the_dots_that_count_it_down() -> None:
    early, late = (breathing_figure.still(animation("back", pattern="box"), second) for second in (4.0, 7.5))
    box = ImageChops.difference(early.convert("RGB"), late.convert("RGB")).getbbox()
    assert box is not None
    assert box[1] >= breathing_figure.DOTS_TOP


def test_shows_the_words_it_is_given_easy_to_read() -> None:
    first, later = (breathing_figure.still(animation("back"), second).convert("RGB") for second in (1.0, 6.0))
    word = first.crop((0, body.HEIGHT, first.width, first.height))
    assert ImageChops.difference(word, later.crop((0, body.HEIGHT, first.width, first.height))).getbbox()
    seen = colours(word)
    assert contrast(min(seen, key=luminance), max(seen, key=luminance)) >= 7


def test_the_light_stands_out_from_the_figure_and_the_figure_from_the_paper() -> None:
    assert contrast(breathing_figure.LIGHT, breathing_figure.SKIN) >= 1.9
    assert contrast(breathing_figure.SKIN, PAPER) >= 2.2


@pytest.mark.parametrize("place", ["everywhere", "feet", "joints"])
def test_never_flashes(place: str) -> None:
    shown = [frame for frame, _ in frames(film(place))]
    for before, after in pairwise([*shown, shown[0]]):
        changes = ImageChops.difference(before, after).convert("L").histogram()
        assert sum(changes[32:]) < 0.1 * before.width * before.height


def test_the_same_breath_makes_the_same_file() -> None:
    assert breathing_figure.draw(animation("neck", "knees")) == film("neck", "knees")
