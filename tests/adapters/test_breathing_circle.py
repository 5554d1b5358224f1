from typing import get_args

import pytest

from adapters.breathing_circle import COLUMNS, ROWS, frame
from bot.conversation.breath import PACES, Pattern

PATTERNS: tuple[Pattern, ...] = get_args(Pattern)
WORDS = ("in", "hold", "out")


def shown(pattern: Pattern, second: float, width: int = 40) -> list[str]:
    return frame(PACES[pattern], second, width, WORDS)


def caption(pattern: Pattern, second: float) -> str:
    return shown(pattern, second)[-1].strip()


def darkness(lines: list[str]) -> int:
    return sum("░▒▓█".find(letter) + 1 for line in lines[:ROWS] for letter in line)


@pytest.mark.parametrize("width", [10, 24, 40, 80])
@pytest.mark.parametrize("second", [0, 1.3, 4, 7.9])
def test_every_frame_covers_the_one_before(width: int, second: float) -> None:
    lines = shown("box", second, width)
    assert len(lines) == 13
    assert {len(line) for line in lines} == {width}


@pytest.mark.parametrize("pattern", PATTERNS)
def test_grows_with_the_breath_in_and_shrinks_with_the_breath_out(pattern: Pattern) -> None:
    pace = PACES[pattern]
    rising = [darkness(shown(pattern, pace.breathe_in * tenth / 10)) for tenth in range(11)]
    out = pace.breathe_in + pace.hold_full
    falling = [darkness(shown(pattern, out + pace.breathe_out * tenth / 10)) for tenth in range(10)]
    assert rising == sorted(rising)
    assert falling == sorted(falling, reverse=True)
    assert rising[-1] > 4 * rising[0] > 0


def test_does_not_move_while_the_breath_is_held() -> None:
    assert shown("box", 4.0)[:ROWS] == shown("box", 7.9)[:ROWS]
    assert shown("box", 12.0)[:ROWS] == shown("box", 15.9)[:ROWS]


@pytest.mark.parametrize(
    ("second", "words"),
    [
        (0, "in 4"),
        (0.1, "in 4"),
        (3.9, "in 1"),
        (4, "hold 4"),
        (7, "hold 1"),
        (8, "out 4"),
        (12, "hold 4"),
        (16, "in 4"),
    ],
)
def test_says_what_to_do_and_for_how_many_seconds_more(second: float, words: str) -> None:
    assert caption("box", second) == words


def test_goes_from_in_to_out_where_nothing_is_held() -> None:
    assert [caption("long_out", second) for second in (3.95, 4, 9.95, 10)] == ["in 1", "out 6", "out 1", "in 4"]


@pytest.mark.parametrize("second", [0, 2, 4, 9])
def test_the_circle_is_round_and_in_the_middle(second: float) -> None:
    circle = shown("four_seven_eight", second)[:ROWS]
    assert circle == circle[::-1]
    assert all(line == line[::-1] for line in circle)
    assert max(len(line.strip()) for line in circle) <= COLUMNS


def test_dots_around_the_full_circle_show_where_the_breath_is_going() -> None:
    empty, full = "".join(shown("box", 0)), "".join(shown("box", 4))
    assert empty.count("·") == full.count("·") == 26


def test_repeats_itself_breath_after_breath() -> None:
    pace = PACES["gentle"]
    assert shown("gentle", 1.5) == shown("gentle", 1.5 + 5 * pace.seconds)
