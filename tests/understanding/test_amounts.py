"""How much someone did, as they write it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.understanding.amounts import Amount, read_amount

WORDS = {
    "one": ["a", "an"], "half": ["half an", "half a"], "hours": ["h", "hour", "hours"],
    "minutes": ["m", "min", "minutes"], "seconds": ["s", "seconds"], "steps": ["steps"], "metres": ["metres"],
    "kilometres": ["km"],
}  # fmt: skip


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("12 minutes", Amount(12, "minutes")),
        ("about 10min", Amount(10, "minutes")),
        ("half an hour", Amount(30, "minutes")),
        ("an hour", Amount(60, "minutes")),
        ("1 h 10 min", Amount(70, "minutes")),
        ("30 seconds", Amount(0.5, "minutes")),
        ("1,500 steps", Amount(1500, "steps")),
        ("1.5 km", Amount(1500, "metres")),
        ("12", Amount(12, None)),
        ("10 minutes or 12", None),
        ("10-15 minutes", None),
        ("400 steps and 10 minutes", None),
        ("a walk", None),
        ("", None),
    ],
)
def test_reads_how_much(said: str, read: Amount | None) -> None:
    assert read_amount(said, WORDS) == read


@given(st.text(max_size=60))
def test_takes_anything(said: str) -> None:
    read_amount(said, WORDS)
