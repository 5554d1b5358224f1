"""What `read_score` makes of the ways people answer "how is the pain, 0 to 10?"."""

import math
from pathlib import Path
from time import perf_counter

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from bot.understanding.plain_text import normalise
from bot.understanding.scores import OutOfRange, Scored, Unclear, read_score
from bot.understanding.vocabulary import Vocabulary

PHRASES = Path(__file__).parents[2] / "bot" / "content" / "phrases" / "en.yaml"
DATA = yaml.safe_load(PHRASES.read_text(encoding="utf-8"))
ENGLISH = Vocabulary.from_data(DATA)

SCORES = {
    "naproxen at 12, pain is just a 4": 4,
    "6, no wait, 7": 7,
    "hip 6, pain 4": 4,
    "went from 7 to 5": 5,
    "dropped from a 7 yesterday to a 4": 4,
    "7 7": 7,
    "nine nine nine thats my score": 9,
    "Pain 7, mood 3": 7,
    "4 pain 6 fatigue": 4,
    "pain 4 fatigue 8": 4,
    "back 7 shoulder ok": 7,
    "yesterday 8 today 5": 5,
    "put me down for 4": 4,
    "seven or thereabouts, knuckles mostly": 7,
    "eeeeight": 8,
    "7 endometriosis": 7,
    "6 no wait make that 7": 7,
    "7": 7,
    "7/10": 7,
    "7 out of 10": 7,
    "6.5": 6.5,
    "6,5": 6.5,
    "6½": 6.5,
    "6 ½": 6.5,
    "about a six": 6,
    "six and a half": 6.5,
    "a solid 8": 8,
    "between 4 and 5": 4.5,
    "4-5": 4.5,
    "4 or 5": 4.5,
    "4 \u2013 5": 4.5,
    "none": 0,
    "no pain": 0,
    "zero": 0,
    "nothing at all": 0,
    "worst ever": 10,
    "the worst": 10,
    "ten out of ten": 10,
    "pain is 6 today": 6,
    "i'd say seven": 7,
    "I\u2019d say seven": 7,
    "prob 3ish": 3,
    "3-ish": 3,
    "7!!": 7,
    "\u0667": 7,
    "\uff17": 7,
    "7️⃣": 7,
    "🔟": 10,
    "8 today, bad night": 8,
    "7 low back, slept 4h, walked anyway": 7,
    "no, 5": 5,
    "no, it's 5": 5,
    "8 yesterday, 5 today": 5,
    "was 8, now 5": 5,
    "a 4 i think": 4,
    "on a scale of 1 to 10, 7": 7,
    "7 on a scale of 1 to 10": 7,
    "one": 1,
    "a one": 1,
    "one out of ten": 1,
    "eight": 8,
    "eight out of ten": 8,
    "7 and a half": 7.5,
    "six point five": 6.5,
    "6 1/2": 6.5,
    "7 this morning": 7,
    "7/10 this morning, 4 now": 4,
    "bad night 8": 8,
    "my back is killing me 9": 9,
    "8 because of the rain": 8,
    "5,": 5,
    "(7)": 7,
    "- 7": 7,
    "~7": 7,
    "7+": 7,
    "7.25": 7.5,
    "10/10": 10,
    "0": 0,
    "0/10": 0,
    "no pain today :)": 0,
    "no pain, slept well": 0,
    "i'm pain free today": 0,
    "same as yesterday, 6": 6,
    "4 to 5": 4.5,
    "between a 4 and a 5": 4.5,
    "4/10-5/10": 4.5,
    "4-5/10": 4.5,
    "7\n": 7,
    "7\nslept 4 hours": 7,
    "around 5 or 6": 5.5,
    "somewhere between 6 and 7": 6.5,
    "i have a 7 today": 7,
    "it was an 8 today": 8,
    "I'm at a 6": 6,
    "i'm 7 today": 7,
    "7 🙂": 7,
    "🙂 7": 7,
    "7🙂": 7,
    "seven-ish": 7,
    "sevn": 7,
    "7 maybe 8": 7.5,
    "7ish or 8": 7.5,
    "8 more or less": 8,
    "pain-7": 7,
    "pain: 7": 7,
    "pain = 7": 7,
    "Level 6": 6,
    "my pain level is at a 6": 6,
    "feels like a 9": 9,
    "slept 4, pain 6": 6,
    "I walked 3 miles and it's a 5": 5,
    "took 400 mg ibuprofen, 5 now": 5,
    "pain 6 took 2 paracetamol": 6,
    "7 or so": 7,
    "sixish": 6,
    "my number is 6": 6,
    "i walked 10 minutes and it went to 6": 6,
    "2 tramadol down, 6": 6,
    "3rd flare this week, 8": 8,
    "2nd day in a row at 8": 8,
    "started at 4, now 7": 7,
    "six out of ten today": 6,
    "no pain at all today yay": 0,
    "just under 7": 7,
    "up to 8": 8,
    "it's at 8 right now": 8,
    "5 out of 10 pain": 5,
}
SAME = [
    "same",
    "same as yesterday",
    "Same as yesterday.",
    "same, bad night",
    "same same",
    "no change",
    "unchanged",
    "about the same as yesterday",
    "no different from yesterday",
]
OUT_OF_RANGE = {
    "11": 11,
    "15/10": 15,
    "-2": -2,
    "100": 100,
    "10.5": 10.5,
    "minus 2": -2,
    "twenty": 20,
    "a hundred": 100,
    "twelve out of ten": 12,
    "11/10": 11,
    "pain is 12": 12,
    "twenty five": 25,
    "1930": 1930,
}
UNCLEAR = [
    "70%",
    "at 7pm",
    "7:30",
    "400 mg",
    "400mg",
    "2 pills",
    "2 km",
    "3 days",
    "slept 4h",
    "i'm 45",
    "45 years old",
    "3/4/2026",
    "2026-04-03",
    "0151 2345678",
    "555 123 4567",
    "+49 171 1234567",
    "better than yesterday",
    "yesterday 8",
    "8 yesterday",
    "less than 3",
    "not a 10 but close",
    "it's one of those days",
    "a bad one",
    "no one",
    "7 in the morning",
    "L5",
    "my L4-L5 is bad",
    "3 bad nights",
    "2 worse",
    "walked with my 2 dogs",
    "2 dogs kept me up",
    "took 2 and slept",
    ">8",
    "$7",
    "7.30",
    "no pain meds left",
    "not the worst",
    "not the same",
    "nothing too bad",
    "",
    "   ",
    "...",
    "help",
    "from 7 to 4",
    "0-10",
    "7-8 hours",
    "7 to 8 pm",
    "3 and 8",
    "3 7 2",
    "i have 2 kids",
    "woke at 4",
    "up since 5",
    "room 5",
    "3 april",
    "april 3",
    "the 3rd",
    "5 minutes ago",
    "five hundred",
    "7/100",
    "7/8",
    "nope",
    "half",
    "10 out of 100",
    "a 3 day migraine",
    "at 8 i took my pills",
    "7 (back), 4 (neck)",
    "120/80",
    "temp 38.5",
    "worst day ever",
    "3rd flare this week",
    "3-day migraine",
]
LONG = [
    "7 " * 5000,
    "one " * 2500,
    "a" * 10_000,
    "7/10 " * 2000,
    "between 4 and " * 700,
    "same as " * 1000,
    "-" * 10_000,
    " " * 10_000,
    "4-" * 5000,
    "4 or " * 2000,
    "\u00bd" * 10_000,
    "\ufdfa" * 10_000,  # eighteen letters in one
    "7 aaaaaaas " * 1000,
]
PIECES = [
    "7",
    "10",
    "11",
    "/",
    "-",
    "or",
    "to",
    "between",
    "and",
    "a half",
    "pain",
    "now",
    "mg",
    "%",
    ".",
    ",",
    "same",
    "no",
    "one",
    "not",
    "½",
]


@pytest.mark.parametrize(("text", "value"), SCORES.items())
def test_reads_the_score_that_is_meant(text: str, value: float) -> None:
    assert read_score(text, ENGLISH, last=4) == Scored(value)


@pytest.mark.parametrize("text", SAME)
def test_takes_the_last_score_for_the_same(text: str) -> None:
    assert read_score(text, ENGLISH, last=4.5) == Scored(4.5)


@pytest.mark.parametrize("text", SAME)
def test_asks_when_the_same_is_as_nothing(text: str) -> None:
    assert read_score(text, ENGLISH) == Unclear()


@pytest.mark.parametrize(("text", "value"), OUT_OF_RANGE.items())
def test_says_which_number_is_out_of_range(text: str, value: float) -> None:
    assert read_score(text, ENGLISH, last=4) == OutOfRange(value)


@pytest.mark.parametrize("text", UNCLEAR)
def test_takes_nothing_else_for_a_score(text: str) -> None:
    assert read_score(text, ENGLISH, last=4) == Unclear()


@pytest.mark.parametrize(("kind", "value"), [("none", 0), ("worst", 10), ("same", 4)])
def test_reads_every_phrase_of_the_language(kind: str, value: float) -> None:
    misread = [phrase for phrase in DATA["scores"][kind] if read_score(phrase, ENGLISH, last=4) != Scored(value)]
    assert misread == []


@pytest.mark.parametrize("value", range(11))
@pytest.mark.parametrize(
    "frame",
    ["{}", "{}/10", "pain {}", "it's a {}", "{} today", "about {}", "{} out of ten", "I'd say {}.", "{}, bad night"],
)
def test_reads_every_score_in_its_usual_frames(value: int, frame: str) -> None:
    assert read_score(frame.format(value), ENGLISH) == Scored(value)


@given(st.floats(0, 10).map(lambda value: round(value, 1)))
def test_rounds_to_the_nearest_half(value: float) -> None:
    assert read_score(f"{value}", ENGLISH) == Scored(math.floor(value * 2 + 0.5) / 2)


@given(st.text(max_size=600) | st.lists(st.sampled_from(PIECES)).map(" ".join), st.none() | st.floats(0, 10))
def test_is_always_in_range_and_in_half_steps(text: str, last: float | None) -> None:
    reading = read_score(text, ENGLISH, last)
    if isinstance(reading, Scored):
        assert 0 <= reading.value <= 10
        assert (reading.value * 2).is_integer()
    if isinstance(reading, OutOfRange):
        assert not 0 <= reading.value <= 10


@pytest.mark.parametrize("text", LONG, ids=range(len(LONG)))
def test_is_quick_whatever_is_written(text: str) -> None:
    started = perf_counter()
    for _ in range(5):
        read_score(text, ENGLISH, last=4)
    assert (perf_counter() - started) / 5 < 0.03  # far below on a quiet machine


@given(st.text(max_size=600))
def test_normalises_to_small_letters_and_single_spaces(text: str) -> None:
    plain = normalise(text)
    assert len(plain) <= 1000
    assert plain == plain.strip()
    assert "  " not in plain


def test_names_the_phrase_that_is_no_text() -> None:
    data = yaml.safe_load(PHRASES.read_text(encoding="utf-8"))
    data["scores"]["none"].append(False)
    with pytest.raises(ValueError, match=r"False under scores\.none"):
        Vocabulary.from_data(data)
