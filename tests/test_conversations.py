"""Whole chats, compared with what they were.

`make golden` writes them again: read the difference as the person would.
"""

import re
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.transcript import played

FILES = sorted((Path(__file__).parent / "conversations").glob("*.txt"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_chat_goes_as_written(path: Path, request: pytest.FixtureRequest) -> None:
    now = played(path)
    if request.config.getoption("--update"):
        path.write_text(now, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == now


@pytest.mark.parametrize(
    ("name", "at", "first", "last", "paused"),
    [
        ("fortnight_berlin", "08:30", date(2026, 3, 17), date(2026, 3, 30), ()),
        (
            "fortnight_new_york",
            "09:00",
            date(2026, 2, 26),
            date(2026, 3, 10),
            (date(2026, 3, 4), date(2026, 3, 5)),
        ),
    ],
)
def test_each_local_date_has_one_check_in_at_the_chosen_time(
    name: str, at: str, first: date, last: date, paused: tuple[date, ...]
) -> None:
    every = [first + timedelta(days=number) for number in range((last - first).days + 1)]
    assert _moments(name, "0 to 10?") == [f"{day:%a %d %b} {at}" for day in every if day not in paused]


@pytest.mark.parametrize("name", ["fortnight_berlin", "fortnight_new_york"])
def test_nudges_come_only_on_allowed_days_and_two_letters_bring_pictures(name: str) -> None:
    nudges = _moments(name, "[I'll try]")
    assert nudges
    assert {moment[:3] for moment in nudges} <= {"Mon", "Wed", "Fri"}
    letters = _moments(name, "(week.png)")
    assert [moment[:3] for moment in letters] == ["Sun", "Sun"]


def _moments(name: str, said: str) -> list[str]:
    """When something came by itself in that chat, as its `*` line tells."""
    text = (FILES[0].parent / f"{name}.txt").read_text(encoding="utf-8")
    by_itself = re.findall(r"^\* (.{16})\n((?:\n|    .*\n)*)", text, re.MULTILINE)
    return [moment for moment, message in by_itself if said in message]
