"""What `read_time` makes of the ways people name a time of day."""

from datetime import time
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from bot.understanding.times import read_time
from bot.understanding.vocabulary import Vocabulary

PHRASES = Path(__file__).parents[2] / "bot" / "content" / "phrases" / "en.yaml"
ENGLISH = Vocabulary.from_data(yaml.safe_load(PHRASES.read_text(encoding="utf-8")))

TIMES = {
    "8": "08:00",
    "08": "08:00",
    "8am": "08:00",
    "8 am": "08:00",
    "8AM": "08:00",
    "8 a.m.": "08:00",
    "8a.m.": "08:00",
    "7pm": "19:00",
    "7 pm please": "19:00",
    "7:45pm": "19:45",
    "7.45 pm": "19:45",
    "12am": "00:00",
    "12pm": "12:00",
    "12:30 am": "00:30",
    "8:30": "08:30",
    "08:30": "08:30",
    "20.15": "20:15",
    "20:15": "20:15",
    "19h30": "19:30",
    "0830": "08:30",
    "at 1930": "19:30",
    "23:59": "23:59",
    "0:00": "00:00",
    "24:00": "00:00",
    "8 in the evening": "20:00",
    "8:30 in the evening": "20:30",
    "8 in the morning": "08:00",
    "9 at night": "21:00",
    "2 at night": "02:00",
    "12 at night": "00:00",
    "3 in the afternoon": "15:00",
    "half past seven": "07:30",
    "half seven": "07:30",
    "half past seven in the evening": "19:30",
    "quarter to nine": "08:45",
    "a quarter to nine": "08:45",
    "quarter past 6pm": "18:15",
    "ten past eight": "08:10",
    "ten to nine": "08:50",
    "twenty five past seven": "07:25",
    "quarter to 12 at night": "23:45",
    "seven thirty": "07:30",
    "8 30": "08:30",
    "8 30 pm": "20:30",
    "seven forty-five in the morning": "07:45",
    "noon": "12:00",
    "12 noon": "12:00",
    "midday please": "12:00",
    "midnight": "00:00",
    "at nine": "09:00",
    "at one": "01:00",
    "one pm": "13:00",
    "nine o'clock": "09:00",
    "9 oclock": "09:00",
    "around 8": "08:00",
    "8ish": "08:00",
    "around 7ish pm": "19:00",
    "6": "06:00",
    "18": "18:00",
    "0": "00:00",
    "morning": "09:00",
    "in the morning": "09:00",
    "evening": "19:00",
    "in the evenings please": "19:00",
    "afternoon": "15:00",
    "bedtime": "21:00",
    "in the morning, maybe 8": "08:00",
    "evening at 7": "19:00",
    "good morning, 7pm please": "19:00",
    "could you write at 8:15 instead": "08:15",
    "can we do 9 instead": "09:00",
    "noonish": "12:00",
    "make it 10": "10:00",
    "eight, please": "08:00",
    "\uff18\uff1a\uff13\uff10": "08:30",
    "٨": "08:00",
    "8 tonight": "20:00",
}
NOT_TIMES = [
    "",
    "?",
    "25:00",
    "8:75",
    "25",
    "99",
    "whenever",
    "8 or 9",
    "8-9",
    "between 8 and 9",
    "7/10",
    "70%",
    "6,5",
    "7.5",
    "3 days",
    "400 mg",
    "8 hours",
    "2 pills in the evening or so",
    "3 april",
    "april 3",
    "the 3rd",
    "2026-04-03",
    "0151 2345678",
    "morning or evening",
    "i have 2 kids",
    "8kg",
    "-3",
]


@pytest.mark.parametrize(("text", "expected"), TIMES.items())
def test_reads_the_time_that_is_meant(text: str, expected: str) -> None:
    assert read_time(text, ENGLISH) == time.fromisoformat(expected)


@pytest.mark.parametrize("text", NOT_TIMES)
def test_takes_nothing_else_for_a_time(text: str) -> None:
    assert read_time(text, ENGLISH) is None


@pytest.mark.parametrize("hour", range(24))
@pytest.mark.parametrize("minute", [0, 5, 30, 59])
def test_reads_every_time_in_digits(hour: int, minute: int) -> None:
    assert read_time(f"at {hour}:{minute:02}", ENGLISH) == time(hour, minute)


@given(st.text(max_size=600))
def test_never_raises(text: str) -> None:
    read_time(text, ENGLISH)


@given(
    st.lists(
        st.sampled_from(
            [*map(str, range(30)), ":", "am", "pm", "half past", "quarter to", "to", "at", "-", ".", "noon"]
        )
    )
)
def test_never_raises_on_pieces_of_times(pieces: list[str]) -> None:
    read_time(" ".join(pieces), ENGLISH)
    read_time("".join(pieces), ENGLISH)
