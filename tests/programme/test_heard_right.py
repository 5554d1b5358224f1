"""Short words under the help mean what the person means by them, and never less danger than there may be."""

import re

import pytest

from bot.conversation.events import Choice
from tests.programme.people import Anna, kinds, labels, told

CRISIS = "i want to kill myself"
RED_FLAG = "both my legs are numb and i can't feel when i pee"
TOMORROW = "Ask me tomorrow how I am"
ANOTHER = "my husband wants to die"


@pytest.mark.parametrize("said", ["yes", "Yeah", "ok"])
async def test_a_bare_yes_does_not_mean_safe_and_is_asked_about(anna: Anna, said: str) -> None:
    await anna.says(CRISIS)

    answer = await anna.says(said)

    assert "Are you safe, or not safe?" in told(answer)
    assert {"I am not safe", "I am safe for now"} <= {*labels(answer)}
    assert anna.alarms[0].choice is None


@pytest.mark.parametrize("said", ["no", "wrong", "yes", "ok"])
async def test_a_bare_no_or_yes_under_a_red_flag_lifts_nothing(anna: Anna, said: str) -> None:
    await anna.says(RED_FLAG)

    assert "112" in told(await anna.says(said))
    assert anna.person.hold is not None
    assert anna.alarms[0].choice is None


async def test_wrong_in_a_crisis_is_no_mistake_of_ours(anna: Anna) -> None:
    await anna.says_all(CRISIS, "wrong")

    assert anna.person.hold is not None


@pytest.mark.parametrize("said", ["help", "help me", "I need help", "i took pills"])
async def test_who_asks_for_help_is_not_safe(anna: Anna, said: str) -> None:
    await anna.says(CRISIS)

    assert "112" in told(await anna.says(said))
    assert anna.person.hold is not None
    assert "safe for now" in " ".join(labels(await anna.says(said)))


@pytest.mark.parametrize("said", ["never mind", "sorry", "don't tell anyone"])
async def test_who_wishes_they_had_not_said_it_hears_that_it_is_all_right(anna: Anna, said: str) -> None:
    await anna.says(CRISIS)

    answer = told(await anna.says(said))

    assert "all right that you wrote it" in answer
    assert "112" in answer


async def test_stop_while_held_still_says_the_number(anna: Anna) -> None:
    await anna.says(CRISIS)

    assert "In danger, call 112." in told(await anna.says("stop"))


@pytest.mark.parametrize("said", ["what should i do", "he took pills", "potato", "give me a step"])
async def test_what_follows_a_worry_about_someone_gets_the_same_help_and_no_step(anna: Anna, said: str) -> None:
    await anna.says(ANOTHER)

    answer = await anna.says(said)

    assert "112" in told(answer)
    assert not {"nudge", "step", "comfort_zone"} & {*kinds(answer)}


async def test_the_own_check_in_goes_on_in_a_worry_and_steps_rest_for_some_hours(anna: Anna) -> None:
    await anna.comes("2026-03-16 09:01")
    await anna.says(ANOTHER)

    await anna.says_all("5", "done")
    assert [check_in.pain for check_in in anna.check_ins] == [5]
    assert not await anna.comes("2026-03-16 14:00")
    await anna.comes("2026-03-16 20:00")
    assert "112" not in told(await anna.says("potato"))


async def test_tomorrow_is_not_offered_to_who_is_not_safe(anna: Anna) -> None:
    await anna.says(CRISIS)

    assert TOMORROW not in labels(await anna.presses("I am not safe"))
    await anna.presses("It's hard to call")
    assert TOMORROW not in labels(await anna.presses("I've tried"))
    await anna.presses("It's hard to call")
    assert TOMORROW not in labels(await anna.says("because of my mother"))


@pytest.mark.parametrize("said", ["not safe", "i'm not safe", "help me"])
async def test_not_safe_counts_where_they_are_asked_what_makes_it_hard(anna: Anna, said: str) -> None:
    await anna.says_all(CRISIS, "it's hard to call")

    assert "Please call 112 now" in told(await anna.says(said))
    assert (anna.alarms[0].choice or "").split() == ["hard_to_call", "not_safe"]


async def test_a_danger_that_is_over_is_never_answered_with_not_understood(anna: Anna) -> None:
    answer = told(await anna.says("i wanted to die when i was young, that is over"))

    assert "Thank you for telling me" in answer
    for unclear in ("did not understand", "did not get", "went past", "These I can do"):
        assert unclear not in answer


# What was asked is not lost


async def test_a_time_that_was_asked_about_is_asked_again_after_a_pause(anna: Anna) -> None:
    await anna.says("ask me at 20:00")
    assert "quiet until tomorrow" in told(await anna.says("pause until monday"))

    answer = told(await anna.says("yes"))

    assert "I still answer" in answer
    assert "Back to what I asked before.\n\nYou mean 20:00. Is this right?" in answer
    assert "at 20:00" in told(await anna.says("yes"))
    assert anna.person.settings.check_in_time.hour == 20
    assert anna.person.paused_until is not None


@pytest.mark.parametrize("chosen", ["For a week", "No pause"])
async def test_a_time_that_was_asked_about_is_asked_again_after_a_pause_by_button(anna: Anna, chosen: str) -> None:
    await anna.says_all("ask me at 20:00", "pause")

    assert "You mean 20:00" in told(await anna.presses(chosen))


async def test_a_time_can_be_confirmed_by_its_button_while_a_pause_is_asked_about(anna: Anna) -> None:
    await anna.says("ask me at 20:00")
    button = anna.chat.button("Yes, that is right")
    await anna.says("pause until friday")

    assert "at 20:00" in told(await anna.act(Choice(button)))
    assert anna.person.paused_until is not None


async def test_a_time_that_was_asked_about_is_asked_again_after_a_breath(anna: Anna) -> None:
    await anna.says_all("ask me at 20:00", "breathe 1")
    await anna.presses("Stop")

    assert "You mean 20:00" in told(await anna.presses("Rather not say"))


async def test_a_city_that_was_asked_about_is_asked_again_after_a_pause(anna: Anna) -> None:
    await anna.says_all("i live in lisbon", "pause until friday")

    assert "Lisbon" in told(await anna.says("yes"))


async def test_a_score_is_a_score_while_a_time_is_asked_about(anna: Anna) -> None:
    assert re.search(r"\b6\b", told(await anna.says_all("ask me at 20:00", "6")))
    assert [check_in.pain for check_in in anna.check_ins] == [6]
