"""Somebody awake with pain, who writes short and badly: what they mean is heard, and nothing sticks that is wrong."""

from datetime import timedelta

import pytest

from bot.content import load_library
from tests.hearing import sense
from tests.programme.people import Anna, Stranger, kinds, labels, told

CRISIS = "i want to kill myself"
SAFE = "I am safe for now"
NIGHT = "2026-03-16 03:00"
PLAIN_NO = ["n", "nah", "no", "nope", "nee", "não", "non", "nein"]


@pytest.fixture
async def listened() -> Anna:
    """Anna, listened to with the sense for meaning."""
    anna = Anna()
    anna.companion.turns._library = load_library(sense())
    await anna.settle()
    return anna


# The language of the help


@pytest.mark.parametrize("said", PLAIN_NO)
async def test_a_plain_no_is_not_safe_and_changes_no_language(anna: Anna, said: str) -> None:
    await anna.says(CRISIS)

    assert "Please call 112 now" in told(await anna.says(said))
    assert "I read what you wrote" in told(await anna.says("its flaring up bad"))
    assert "In danger, call 112." in told(await anna.says("shut up"))


@pytest.mark.parametrize("said", PLAIN_NO)
async def test_nor_does_it_for_a_stranger(stranger: Stranger, said: str) -> None:
    await stranger.says(CRISIS)

    for _ in range(2):
        assert "Please call 112 now" in told(await stranger.says(said))


@pytest.mark.parametrize(
    ("said", "heard"),
    [
        ("english please", "I read what you wrote"),
        ("auf deutsch bitte", "Ich habe gelesen"),
        ("en français", "J'ai lu"),
    ],
)
async def test_help_comes_in_the_language_that_is_asked_for(anna: Anna, said: str, heard: str) -> None:
    await anna.says_all(CRISIS, "não estou em segurança")

    assert heard in told(await anna.says(said))
    await anna.says("no")
    assert heard in told(await anna.says("potato"))


async def test_a_stranger_gets_the_help_in_the_language_that_is_asked_for(stranger: Stranger) -> None:
    await stranger.says_all(CRISIS, "não estou em segurança")

    assert "I read what you wrote" in told(await stranger.says("english please"))
    assert "It's hard to call" in labels(await stranger.says("not safe"))


# What only sounds like a crisis


@pytest.mark.parametrize(
    "said",
    [
        *("cant sleep back killing me", "cant sleep, back killing me", "cant move back killing me"),
        *("why cant i slep", "why cant i rest", "why cant i sleep"),
    ],
)
async def test_awake_with_pain_is_no_crisis(listened: Anna, said: str) -> None:
    await listened.comes(NIGHT)
    answer = await listened.says(said)

    assert kinds(answer) == ["help"]
    assert "long night" in told(answer)
    assert listened.person.hold is None


@pytest.mark.parametrize(
    "said",
    [
        *("why cant i just die", "i cant do this anymore", "i want to rest forever", "why cant i just rest"),
        *("cant sleep back killing me want to die", "whats the point of living", "cant sleep, i want it all to end"),
    ],
)
async def test_what_is_a_crisis_is_heard_as_ever(listened: Anna, said: str) -> None:
    assert kinds(await listened.says(said)) in (["crisis"], ["unsure"])


# A hold that goes on


async def test_after_a_day_of_a_hold_the_way_back_is_named_in_other_words_each_time(anna: Anna) -> None:
    await anna.says(CRISIS)
    assert "carry on" not in told(await anna.says("7"))
    await anna.comes("2026-03-17 09:00")

    said = [told(await anna.says(text)) for text in ("7", "hurts", "3 days", "9")]

    assert all("112" in each and "carry on" in each for each in said)
    assert len(set(said[:3])) == len(set(said[1:])) == 3
    assert anna.person.hold is not None
    await anna.says("carry on")
    assert anna.person.hold is None


@pytest.mark.parametrize("typed", [True, False])
async def test_not_what_i_meant_after_not_safe_is_answered_with_the_way_back(anna: Anna, typed: bool) -> None:
    await anna.says_all(CRISIS, "no")

    label = "That's not what I meant"
    answer = await (anna.says(label) if typed else anna.presses(label))

    assert "You wrote that you are not safe. If you are safe, tap" in told(answer)
    assert SAFE in labels(answer)
    assert "Carry on with check-ins" in labels(await anna.presses(SAFE))


# Few words


async def test_more_of_a_medicine_is_kept_with_whom_to_call(anna: Anna) -> None:
    await anna.comes("2026-03-16 09:00")
    answer = told(await anna.says("took 2 more cocodamol"))

    assert "“took 2 more cocodamol”" in answer
    assert "If that was more than you meant to take, call 112 now" in answer
    assert not anna.check_ins


async def test_the_point_of_it_is_met_with_a_person_to_turn_to(anna: Anna) -> None:
    assert labels(await anna.says("whats the point")) == ["Breathe", "Write to someone"]


async def test_ok_begins_the_breath_and_stop_leaves_it(anna: Anna) -> None:
    await anna.says("breath")
    assert "It is there whenever you want it" in told(await anna.says("stop"))
    assert not anna.person.stopped

    await anna.says_all("breath", "ok")
    assert len(anna.breathings) == 1


async def test_stop_means_everything_once_the_question_of_a_breath_is_old(anna: Anna) -> None:
    await anna.says("breath")
    await anna.waits(timedelta(hours=3))
    await anna.says("stop")

    assert anna.person.stopped


@pytest.mark.parametrize("said", ["u write too much", "less"])
async def test_who_is_written_to_too_much_chooses_less(anna: Anna, said: str) -> None:
    answer = await anna.says(said)
    assert "Shall I ask every other day, or only when you write?" in told(answer)

    await anna.presses("Every other day")
    assert len(anna.person.settings.check_in_days) == 4


async def test_only_when_they_write_means_nothing_on_its_own(anna: Anna) -> None:
    await anna.says_all("too many messages", "only when i write")

    assert await anna.comes("2026-03-30 12:00") == []
    assert "4" in told(await anna.says("4"))


@pytest.mark.parametrize("said", ["flaring up bad", "its flaring up bad"])
async def test_what_sounds_like_a_flare_is_offered_as_one_under_a_check_in(anna: Anna, said: str) -> None:
    await anna.comes("2026-03-16 09:00")

    assert "Shall I note it as a flare? Then I ask nothing" in told(await anna.says(said))
    await anna.says("yes")
    assert anna.person.flare is not None


async def test_is_anyone_there_is_answered_honestly(anna: Anna, stranger: Stranger) -> None:
    assert "I am a program, not a person." in told(await anna.says("r u real"))
    assert "I am a program, not a person." in told(await stranger.says("r u real"))


async def test_are_you_awake_at_night_is_met_with_the_night(anna: Anna) -> None:
    assert "Good to see you" in told(await anna.says("u awake"))
    await anna.comes(NIGHT)
    assert "long night" in told(await anna.says("u awake"))


async def test_sore_hands_need_one_tap(anna: Anna) -> None:
    assert labels(await anna.says("hands to sore to type")) == ["Check in", "Breathe"]
    await anna.comes("2026-03-16 09:00")
    answer = await anna.says("hands to sore to type")

    assert "One tap is enough." in told(answer)
    assert "10" in labels(answer)


async def test_after_a_breath_that_made_it_worse_a_gentler_one_is_a_tap_away(anna: Anna) -> None:
    await anna.says_all("breath", "1 minute", "stop")

    assert labels(await anna.says("worse")) == ["Gentler"]
    await anna.presses("Gentler")
    assert anna.person.settings.pattern == "gentle"


@pytest.mark.parametrize("said", ["2 hard", "its 2 hard", "2 much"])
async def test_too_hard_is_no_score(anna: Anna, said: str) -> None:
    await anna.comes("2026-03-16 09:00")
    await anna.says(said)

    assert not anna.check_ins
    await anna.says("2")
    assert [each.pain for each in anna.check_ins] == [2]


async def test_good_night_is_said_in_the_evening_and_at_night_alone(anna: Anna) -> None:
    assert told(await anna.says("see you tomorrow")) == "Good night."
    await anna.comes("2026-03-16 12:00")
    assert told(await anna.says("see you tomorrow")) == "See you tomorrow."
    await anna.comes("2026-03-17 03:00")
    assert told(await anna.says("good night")) == "Good night."
