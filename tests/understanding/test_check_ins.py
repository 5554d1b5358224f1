"""What `read_day` makes of a whole check-in in one sentence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.understanding.check_ins import DayTold, compares, read_day, read_percent
from bot.understanding.scores import Scored
from bot.understanding.vocabulary import Vocabulary
from tests.understanding.test_scores import DATA, ENGLISH

SENTENCES: dict[str, tuple[float | None, float | None, str, str | None, tuple[str, ...]]] = {
    "7 low back, slept 4h, walked anyway, took it slow": (7, None, "slept 4h", "paced", ("lower_back",)),
    "7 low back slept 4h walked anyway took it slow": (7, None, "slept 4h", "paced", ("lower_back",)),
    "6, sleep 3/10, rested": (6, 3, "", "rested", ()),
    "7, slept badly, 3": (7, 3, "", None, ()),
    "slept badly, 3, pain 7": (7, 3, "", None, ()),
    "slept badly, 7": (7, None, "slept badly", None, ()),
    "slept badly 3. Neck and shoulders 6": (6, 3, "", None, ("neck", "shoulders")),
    "low back 7, slept four hours": (7, None, "slept four hours", None, ("lower_back",)),
    "8 today, bad night": (8, None, "bad night", None, ()),
    "8, Couldn\u2019t sleep": (8, None, "Couldn't sleep", None, ()),
    "6 neck and shoulders, paced myself, sleep was a 5": (6, 5, "", "paced", ("neck", "shoulders")),
    "5/10 hips. Slept like a baby. Rested.": (5, None, "Slept like a baby", "rested", ("hips",)),
    "sleep 4 pain 7": (7, 4, "", None, ()),
    "pain 7 sleep 4": (7, 4, "", None, ()),
    "Pain: 7, Sleep: 4, Day: paced": (7, 4, "", "paced", ()),
    "slept 4, pain 7": (7, None, "slept 4", None, ()),
    "slept a 4, pain 7": (7, 4, "", None, ()),
    "slept 8 hours, pain 3, my hands are stiff": (3, None, "slept 8 hours", None, ("hands",)),
    "3/10 sleep, 7/10 pain": (7, 3, "", None, ()),
    "3 for sleep, 7 for pain": (7, 3, "", None, ()),
    "pain's a 7, sleep 3, pushed through": (7, 3, "", "pushed", ()),
    "8, my back is killing me": (8, None, "", None, ("back",)),
    "no pain, slept great, took it easy": (0, None, "slept great", "paced", ()),
    "6.5 hands and feet, couldn't sleep, didn't pace": (6.5, None, "couldn't sleep", None, ("hands", "feet")),
    "7. Lower back. Bad night. Overdid it in the garden": (7, None, "Bad night", "pushed", ("lower_back",)),
    "between 4 and 5, knees, slept ok": (4.5, None, "slept ok", None, ("knees",)),
    "7, low back and left hip, sleep 6, rested on purpose": (7, 6, "", "rested", ("lower_back", "hips")),
    "everything hurts, 8, stayed in bed": (8, None, "", None, ("everywhere",)),
    "5 - took breaks, slept 7 hrs": (5, None, "slept 7 hrs", "paced", ()),
    "woke up 3 times, 6, neck": (6, None, "", None, ("neck",)),
    "4 in my knees but I rested": (4, None, "", "rested", ("knees",)),
    "six and a half, jaw, sleep 5.5": (6.5, 5.5, "", None, ("jaw",)),
    "about 5, migraine, did too much": (5, None, "", "pushed", ("head",)),
    "slept 5 to 6 hours, 4, hands": (4, None, "slept 5 to 6 hours", None, ("hands",)),
    # what only looks like one of the parts
    "7, overdid it yesterday": (7, None, "", None, ()),
    "7, overdid it yesterday, resting today": (7, None, "", "rested", ()),
    "8, should have rested": (8, None, "", None, ()),
    "7 and did not rest": (7, None, "", None, ()),
    "6, rested, then overdid it": (6, None, "", None, ()),
    "4, back at work": (4, None, "", None, ()),
    "6 back to bed": (6, None, "", None, ()),
    "5, on my feet all day": (5, None, "", None, ()),
    "3, well rested": (3, None, "", None, ()),
    # no one score
    "slept 4h and took it slow": (None, None, "slept 4h", "paced", ()),
    "neck 6, back 8": (None, None, "", None, ("neck", "back")),
    "slept badly, 3": (None, 3, "", None, ()),
    "sleep 3": (None, 3, "", None, ()),
}


@pytest.mark.parametrize("said", SENTENCES)
def test_fills_in_what_a_sentence_tells(said: str) -> None:
    told = read_day(said, ENGLISH)

    pain = told.pain.value if isinstance(told.pain, Scored) else None
    assert (pain, told.sleep, told.slept, told.day, told.places) == SENTENCES[said]
    assert told.says_more


@pytest.mark.parametrize(
    "said",
    [
        "7", "about a six", "7/10", "a 5 today", "maybe 4?", "5, worse than yesterday", "6 like yesterday", "no pain",
        "worst ever", "on a scale of 1 to 10, 7", "a 4 i think", "between 4 and 5", "6.5", "it's a 3 right now",
    ],
)  # fmt: skip
def test_a_score_alone_says_no_more(said: str) -> None:
    told = read_day(said, ENGLISH)

    assert isinstance(told.pain, Scored)
    assert told == DayTold(told.pain)


@pytest.mark.parametrize("said", ["6, my sister came by", "7 because of the weather", "4, back at work"])
def test_other_words_are_worth_keeping(said: str) -> None:
    assert read_day(said, ENGLISH).says_more


def test_knows_the_score_of_the_day_before_when_it_is_the_same() -> None:
    assert read_day("same as yesterday", ENGLISH, 6.5) == DayTold(Scored(6.5), is_same=True)
    assert not read_day("6, same as yesterday", ENGLISH, 6.5).is_same


PERCENT = {"70%": 7, "about 70 percent": 7, "pain at 65 %": 6.5, "100%": 10, "0%": 0}


@pytest.mark.parametrize("said", PERCENT)
def test_a_percentage_may_be_a_score(said: str) -> None:
    assert read_percent(said, ENGLISH) == PERCENT[said]


@pytest.mark.parametrize("said", ["50% better", "140%", "7", "battery at 70%", "", "70% humidity"])
def test_most_percentages_are_none(said: str) -> None:
    assert read_percent(said, ENGLISH) is None


@pytest.mark.parametrize("said", ["better than yesterday", "a bit worse", "much better today", "not as bad"])
def test_hears_a_comparison(said: str) -> None:
    assert compares(said, ENGLISH)


@pytest.mark.parametrize("said", ["better, walked to the shop", "yesterday", "", "the weather is better"])
def test_hears_no_comparison_in_other_words(said: str) -> None:
    assert not compares(said, ENGLISH)


def test_reads_the_numbers_of_a_language_that_has_no_words_for_it_yet() -> None:
    bare = Vocabulary.from_data({name: section for name, section in DATA.items() if name != "check_in"})

    told = read_day("7 low back, slept 4h, took it slow", bare)

    assert (told.pain, told.sleep, told.day) == (Scored(7.0), None, None)
    assert read_percent("70%", bare) is None
    assert not compares("better", bare)


@given(st.text(max_size=300))
def test_reads_anything(text: str) -> None:
    told = read_day(text, ENGLISH)

    assert told.sleep is None or 0 <= told.sleep <= 10
    assert told.slept == "" or len(told.slept) <= len(text)
    read_percent(text, ENGLISH)
    compares(text, ENGLISH)
