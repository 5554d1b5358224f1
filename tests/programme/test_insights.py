"""What have you noticed: counts at first, a finding when it is more than chance, and never the same days twice."""

import random
from datetime import date, timedelta

import pytest

from bot.content import load_library
from bot.conversation.engine import respond
from bot.conversation.events import Recalled, Text
from bot.conversation.person import Person
from bot.conversation.records import CheckIn, Records
from tests.programme.people import Anna, berlin, told

TODAY = "2026-05-01"


def live(anna: Anna, number: int, link: float = 0.9) -> None:
    """So many days with sleep and pain up to today, as if each had been told."""
    chance, person_id = random.Random(number), anna.person.id  # noqa: S311 - a simulation
    last = berlin(f"{TODAY} 09:00").date()
    with anna.store.begin() as unit:
        for back in range(number):
            sleep = chance.gauss(0, 1)
            pain = -link * sleep + (1 - link**2) ** 0.5 * chance.gauss(0, 1)
            day = last - timedelta(days=back)
            score, slept = (float(min(10, max(0, round(5 + 2 * value)))) for value in (pain, sleep))
            unit.record(person_id, CheckIn(10_000 + back, day, anna.clock.now, score, slept))
        unit.commit()


async def come(anna: Anna, moment: str = f"{TODAY} 13:00") -> None:
    await anna.says("no more small steps")
    await anna.says("stop")
    await anna.comes(moment)
    await anna.says("resume")


async def test_have_nothing_to_go_by_at_first(anna: Anna) -> None:
    assert "no days of yours" in told(await anna.says("what goes with my pain"))


async def test_are_counts_and_dots_before_a_fortnight(anna: Anna) -> None:
    await come(anna)
    live(anna, 9)

    answer = told(await anna.says("what have you noticed?"))
    assert "You checked in on 9 days." in answer
    assert answer.count("•") == 9
    assert "tended" not in answer


async def test_are_the_middle_and_the_range_before_28_days(anna: Anna) -> None:
    await come(anna)
    live(anna, 20)

    answer = told(await anna.asks("insights"))
    assert answer.count("•") == 20
    assert "too early" in answer
    assert "tended" not in answer


async def test_say_what_went_together_with_its_days_and_ask_whether_it_fits(anna: Anna) -> None:
    await come(anna)
    live(anna, 60)

    answer = told(await anna.asks("insights"))
    assert "Better nights tended to go with less pain the day after" in answer
    assert "I looked at 2 questions" in answer
    assert "Does that fit" in answer
    pains = [one.pain for one in anna.check_ins]
    assert len(pains) == 60

    assert "it fits" in told(await anna.says("yes"))
    assert {told.question: told.fits for told in anna.person.insights}["sleep_pain"] == "yes"


async def test_what_they_say_of_it_can_be_changed(anna: Anna) -> None:
    await come(anna)
    live(anna, 60)
    await anna.says_all("insights", "partly")

    assert "not bring it up again" in told(await anna.says("it doesn't fit"))
    assert {told.fits for told in anna.person.insights} == {"no"}
    assert "Noted" in told(await anna.says("it fits"))


async def test_say_so_when_nothing_stands_out(anna: Anna) -> None:
    await come(anna)
    live(anna, 60, link=0)

    answer = told(await anna.asks("insights"))
    assert "None stood out from chance" in answer
    assert "tended" not in answer


async def test_are_not_looked_for_twice_in_the_same_days(anna: Anna) -> None:
    await come(anna)
    live(anna, 60)
    await anna.says_all("insights", "yes")

    answer = told(await anna.asks("insights"))
    assert "new days come first" in answer
    assert "tended" not in answer


async def test_are_told_again_only_when_later_days_show_them(anna: Anna) -> None:
    await come(anna)
    live(anna, 60)
    await anna.says_all("insights", "yes")
    await come(anna, "2026-05-30 13:00")

    assert "tended" not in told(await anna.asks("insights"))


def test_every_look_counts_however_long_ago() -> None:
    now, long_ago = berlin(f"{TODAY} 13:00"), date(2024, 1, 1)
    days = [now.date() - timedelta(days=back) for back in range(40)]
    records = Records(tuple(CheckIn(entry, day, now, entry % 7, entry % 5) for entry, day in enumerate(days)))
    person = Person("someone", consented_at=now, looks=(long_ago,))

    assert respond(Recalled("insights", records), person, now, load_library()).person.looks == (long_ago, now.date())


async def test_wait_while_help_is_on_the_screen(anna: Anna) -> None:
    live(anna, 60)
    await anna.says("i want to die")

    assert "tended" not in told(await anna.asks("insights"))
    assert not anna.person.looks


@pytest.mark.parametrize("words", ["insights", "what goes together", "what affects my sleep?", "any patterns"])
async def test_are_asked_for_in_many_ways(anna: Anna, words: str) -> None:
    assert "no days of yours" in told(await anna.act(Text(words)))
