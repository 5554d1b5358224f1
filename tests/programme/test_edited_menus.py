"""A clinician may give a menu's option another name: whoever chooses it is shown where they are, not an error."""

import pytest

from bot.conversation.events import Text
from tests.conversation.test_engine import settled, spoken
from torture.edited import edits

LADDER = (
    "/ladder Driving",
    "no",
    "sit in the car\ndrive to Jo\nthe motorway",
    "that is all",
    "keep these",
    "1",
    "3",
    "5",
)
GOAL = ("/goal play with the dog", "throw one ball", "8")


@pytest.mark.parametrize(
    ("told", "asked", "chosen", "shown"),
    [(LADDER, "/ladder", "add a rung", "sit in the car"), (GOAL, "/goal", "park it", "play with the dog")],
)
def test_an_option_that_no_code_knows_shows_the_menu_again(
    told: tuple[str, ...], asked: str, chosen: str, shown: str
) -> None:
    life = settled()
    for words in (*told, asked):
        life.turn(Text(words))
    menu = life.person.place
    assert menu is not None
    assert menu.step == "wish"

    life.library = dict(edits(menu.script, menu.step))["options renamed"]
    (said,) = spoken(life.turn(Text(chosen)))

    assert shown in said.text
    assert life.person.place is not None
    assert life.person.place.script == menu.script
