"""What `read_places` makes of the ways people say where it hurts."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from bot.understanding.body import read_places
from bot.understanding.vocabulary import Vocabulary

PHRASES = Path(__file__).parents[2] / "bot" / "content" / "phrases" / "en.yaml"
ENGLISH = Vocabulary.from_data(yaml.safe_load(PHRASES.read_text(encoding="utf-8")))

PLACES: dict[str, tuple[str, ...]] = {
    "lower back": ("lower_back",),
    "Lower Back": ("lower_back",),
    "low back": ("lower_back",),
    "lower bakc": ("lower_back",),
    "lowr back": ("lower_back",),
    "my lower back": ("lower_back",),
    "lower back pain": ("lower_back",),
    "my back": ("back",),
    "spine": ("back",),
    "between the shoulder blades": ("upper_back",),
    "sholder": ("shoulders",),
    "left shoulder": ("shoulders",),
    "both shoulders": ("shoulders",),
    "si joint": ("si joint",),
    "My SI joint": ("SI joint",),
    "neck and shoulders": ("neck", "shoulders"),
    "neck & head": ("neck", "head"),
    "neck/shoulders": ("neck", "shoulders"),
    "hands, feet, knees": ("hands", "feet", "knees"),
    "hands\nfeet\nknees": ("hands", "feet", "knees"),
    "neck shoulders knees": ("neck", "shoulders", "knees"),
    "lower and upper back": ("lower_back", "upper_back"),
    "migraine": ("head",),
    "tmj": ("jaw",),
    "jaw": ("jaw",),
    "fingers and wrists": ("hands", "wrists"),
    "hips, hip": ("hips",),
    "stomach": ("belly",),
    "pelvic floor": ("pelvis",),
    "ribs": ("chest_wall",),
    "elbwo": ("elbows",),
    "ankels": ("ankles",),
    "thighs + calves": ("legs",),
    "all my joints": ("joints",),
    "all over": ("everywhere",),
    "everywhere!": ("everywhere",),
    "my whole body": ("everywhere",),
    "arms": ("arms",),
    "hip (left)": ("hips",),
    "all over really": ("everywhere",),
    "skin": ("skin",),
    "I have pain in my hands": ("hands",),
    "tailbone": ("tailbone",),
    "my lower back, both knees and sometimes the jaw": ("lower_back", "knees", "jaw"),
    "sciatic nerve (left)": ("sciatic nerve (left)",),
    "back, the old scar, neck": ("back", "old scar", "neck"),
    "a b c, d, e, f, g, h, i, j": ("b c", "d", "e", "f", "g", "h"),
    "": (),
    ",, and ,": (),
    "...": (),
    "🙂": (),
}


@pytest.mark.parametrize(("text", "places"), PLACES.items())
def test_reads_the_places_that_are_meant(text: str, places: tuple[str, ...]) -> None:
    assert read_places(text, ENGLISH) == places


@pytest.mark.parametrize(("name", "place"), ENGLISH.body.places.items())
def test_knows_every_name_of_a_place(name: str, place: str) -> None:
    assert read_places(name, ENGLISH) == (place,)


def test_cuts_own_words_between_two_of_them() -> None:
    (place,) = read_places("the place where they took the hip bone for my grafting years ago", ENGLISH)
    assert place == "place where they took the hip bone for"


@given(
    st.text(max_size=600)
    | st.lists(st.sampled_from(["back", "and", ",", "my", "sholder", "ünknown", "x" * 50])).map(" ".join)
)
def test_gives_at_most_six_short_places(text: str) -> None:
    places = read_places(text, ENGLISH)
    assert len(places) == len(set(places)) <= 6
    assert all(0 < len(place) <= 40 and place == place.strip() for place in places)
