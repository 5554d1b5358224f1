"""A label typed as it stands is its button, and a yes or no is one in whatever language."""

import pytest

from tests.programme.people import Anna, Stranger, kinds, labels, told

YES = ["yes", "yep", "ja", "jo", "Ja, genau", "sí", "si", "claro", "oui", "Ouais", "sim", "Sim!"]
NO = ["no", "nope", "nein", "nö", "Nein danke", "non", "nan", "não", "nao"]


# Labels


@pytest.mark.parametrize("label", ["Keep 9:00", "keep 9:00", "Keep 9:00."])
async def test_keep_with_a_time_in_it_keeps_that_time(anna: Anna, label: str) -> None:
    assert "Keep 9:00" in labels(await anna.says("change the time"))

    assert "Kept as it was" in told(await anna.says(label))


async def test_keep_with_a_number_in_it_keeps_that_number(anna: Anna) -> None:
    await anna.says("settings")
    assert "Keep 7" in labels(await anna.presses("Bad-day line"))

    assert "Kept as it was" in told(await anna.says("Keep 7"))


# Yes and no


@pytest.mark.parametrize("yes", YES)
async def test_a_yes_in_any_language_says_that_a_time_is_right(anna: Anna, yes: str) -> None:
    assert "at 20:00" in told(await anna.says_all("ask me at 20:00", yes))
    assert anna.person.settings.check_in_time.hour == 20


@pytest.mark.parametrize("no", NO)
async def test_a_no_in_any_language_asks_for_another_time(anna: Anna, no: str) -> None:
    assert "At what time" in told(await anna.says_all("ask me at 20:00", no))


@pytest.mark.parametrize("yes", YES)
async def test_a_yes_in_any_language_says_that_a_pause_is_right(anna: Anna, yes: str) -> None:
    assert "I still answer" in told(await anna.says_all("pause until friday", yes))


@pytest.mark.parametrize("no", NO)
async def test_a_no_in_any_language_asks_for_another_day(anna: Anna, no: str) -> None:
    assert "Until when" in told(await anna.says_all("pause until friday", no))


@pytest.mark.parametrize("yes", YES)
async def test_a_yes_in_any_language_says_that_a_city_is_right(anna: Anna, yes: str) -> None:
    assert "Your clock shows" in told(await anna.says_all("i live in lisbon", yes))
    assert anna.person.settings.zone == "Europe/Lisbon"


@pytest.mark.parametrize("no", NO)
async def test_a_no_in_any_language_asks_for_another_city(anna: Anna, no: str) -> None:
    assert "In which city" in told(await anna.says_all("i live in lisbon", no))


@pytest.mark.parametrize(("yes", "no"), [("ja", "nein"), ("sí", "no"), ("oui", "non"), ("sim", "não")])
async def test_erasing_takes_a_yes_and_a_no_in_any_language(anna: Anna, yes: str, no: str) -> None:
    assert "everything stays" in told(await anna.says_all("delete my data", no))
    assert "It is gone" in told(await anna.says_all("delete my data", yes))


@pytest.mark.parametrize("said", ["ok", "vale", "d'accord", "passt"])
async def test_what_is_less_than_a_yes_erases_nothing(anna: Anna, said: str) -> None:
    await anna.says_all("delete my data", said)

    assert anna.stored is not None
    assert "I still answer" in told(await anna.says_all("pause until friday", said))


async def test_a_stranger_agrees_in_their_own_language(stranger: Stranger) -> None:
    assert kinds(await stranger.says_all("hallo", "ja")) == ["welcome"]
    assert stranger.person.has_consented
