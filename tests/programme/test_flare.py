"""A flare: one word quiets everything, the person's own plan is read back, and what is new is told whom to call."""

from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.conversation.effects import Say
from bot.conversation.events import Text
from bot.conversation.turn import Turn
from bot.programme import flare
from bot.programme.flare import is_just_over
from tests.conversation.test_engine import LIBRARY, settled, spoken
from tests.programme.people import Anna, kinds, labels, told

MONDAY = "2026-03-16"


async def planned(anna: Anna) -> None:
    await anna.says_all("my flare plan", "Heat pad, lying down", "Sam: I can't cook tonight", "The walk to the corner")


@pytest.mark.parametrize("said", ["flare", "bad flare today", "/flare", "i'm in a flare"])
async def test_one_word_turns_it_on_and_asks_whether_anything_is_new(anna: Anna, said: str) -> None:
    answer = await anna.says(said)

    assert "A check-in is one tap, or none." in told(answer)
    assert "is anything new or different this time?" in told(answer)
    assert anna.person.flare is not None
    (row,) = anna.records.flares
    assert (row.entry, row.ended_on) == (anna.person.flare.entry, None)


async def test_a_yes_to_a_high_score_turns_it_on(anna: Anna) -> None:
    await anna.comes(f"{MONDAY} 09:05")

    assert "It is a flare" in labels(await anna.says("9"))
    await anna.presses("It is a flare")

    assert anna.person.flare is not None
    assert anna.check_ins[0].pain == 9.0


async def test_a_high_score_alone_is_no_flare(anna: Anna) -> None:
    await anna.says("10")

    assert anna.person.flare is None


async def test_the_plan_of_a_good_day_is_read_back_as_it_was_typed(anna: Anna) -> None:
    await planned(anna)

    answer = told(await anna.says("flare"))

    assert "What helps: Heat pad, lying down\nWhom to tell: Sam: I can't cook tonight" in answer
    assert "What to keep at half: The walk to the corner" in answer


async def test_leaving_the_plan_halfway_loses_nothing(anna: Anna) -> None:
    answer = told(await anna.says_all("my flare plan", "breathing", "not now"))

    assert "What helps: breathing" in answer
    assert anna.person.flare_plan is not None
    assert (anna.person.flare_plan.helps, anna.person.flare_plan.tell) == ("breathing", None)
    assert not anna.person.stopped


async def test_a_part_that_is_too_long_is_not_cut(anna: Anna) -> None:
    assert "300 characters" in told(await anna.says_all("my flare plan", "heat " * 80))
    assert anna.person.flare_plan is None


async def test_the_plan_can_be_changed_and_taken_out(anna: Anna) -> None:
    await planned(anna)
    await anna.says_all("my flare plan", "write it again", "Music", "skip", "skip")
    assert "What helps: Music\nWhom to tell: Sam" in told(await anna.says("my flare plan"))

    await anna.says("take it out")

    assert anna.person.flare_plan is None


@pytest.mark.parametrize(
    "said", ["yes, something new", "Something is new", "yes my leg is numb", "not sure", "it feels different"]
)
async def test_something_new_leads_to_the_answer_with_whom_to_call(anna: Anna, said: str) -> None:
    await anna.says("flare")

    answer = await anna.says(said)

    assert kinds(answer) == ["red_flag"]
    assert "112" in told(answer)
    assert [alarm.tier for alarm in anna.alarms] == ["red_flag_urgent"]
    assert anna.person.flare is not None


@pytest.mark.parametrize(
    "said", ["no", "nothing new", "no, nothing like that", "the usual", "same as always", "same old", "same"]
)
async def test_a_clear_no_leaves_them_in_peace(anna: Anna, said: str) -> None:
    await anna.says("flare")

    assert "You do not have to do anything." in told(await anna.says(said))
    assert not anna.alarms


@pytest.mark.parametrize("said", ["nothing new except my leg", "no but the left foot drags", "well, my hands"])
async def test_words_that_may_tell_of_something_new_are_never_taken_for_a_no(anna: Anna, said: str) -> None:
    await anna.says("flare")

    answer = told(await anna.says(said))

    assert "112" in answer
    assert "You do not have to do anything." not in answer


@pytest.mark.parametrize("said", ["yes", "Yeah.", "yes its a flare", "ja"])
async def test_a_bare_yes_is_asked_back_once(anna: Anna, said: str) -> None:
    await anna.says("flare")

    answer = await anna.says(said)

    assert told(answer) == "Yes to which: is it the same kind as before, or is something new?"
    assert labels(answer) == ["It is the kind I know", "Something is new", "It is over"]
    assert not anna.alarms
    assert kinds(await anna.says("yes")) == ["red_flag"]


async def test_what_is_not_understood_there_brings_the_plan_and_lets_the_question_go(anna: Anna) -> None:
    await planned(anna)
    await anna.says("flare")

    first = told(await anna.says("what do i do now"))
    second = told(await anna.says("my neighbour came with soup"))

    assert "I cannot judge this by chat." in first
    assert "What helps: Heat pad" in second
    assert "I leave my question." in second
    assert "I cannot judge" not in told(await anna.says("she is kind"))


async def test_the_plan_is_shown_under_the_question(anna: Anna) -> None:
    await planned(anna)
    await anna.says("flare")

    assert "What helps: Heat pad" in told(await anna.says("show me my plan"))


@pytest.mark.parametrize("said", ["flare is over i guess", "i think its over", "it's over"])
async def test_an_unsure_end_is_an_end(anna: Anna, said: str) -> None:
    await anna.says_all("flare", "no", said)

    assert anna.person.flare is None


async def test_danger_under_the_question_is_heard_as_everywhere(anna: Anna) -> None:
    await anna.says("flare")

    assert kinds(await anna.says("yes, i can't pee and my legs are numb")) == ["red_flag"]
    assert anna.alarms[0].tier == "red_flag_emergency"


async def test_a_check_in_is_one_tap(anna: Anna) -> None:
    await anna.says_all("flare", "no")
    assert labels(await anna.comes(f"{MONDAY} 09:05")) == [*"0123456789", "10"]

    answer = await anna.says("9")

    assert told(answer).startswith("9, noted.") or told(answer).startswith("I have it: 9.")
    assert labels(answer) == ["Breathe", "The flare is over"]
    assert anna.person.place is None
    assert anna.check_ins[0].pain == 9.0


@pytest.mark.parametrize("said", ["a small step", "another one", "did it", "something to do"])
async def test_no_step_is_given_even_when_asked_for(anna: Anna, said: str) -> None:
    await anna.says_all("flare", "no", "4")

    assert "small steps rest" in told(await anna.says(said))
    assert not anna.steps


async def test_a_step_they_were_trying_is_not_asked_about(anna: Anna) -> None:
    await anna.says_all("/nudge", "I'll try", "5", "flare", "no")

    assert not await anna.comes(f"{MONDAY} 08:59")


async def test_the_letter_is_one_quiet_line_and_then_silence(anna: Anna) -> None:
    await anna.comes("2026-03-20 10:00")
    await anna.says_all("5", "done", "flare", "no")

    await anna.comes("2026-03-22 09:05")
    await anna.says("5")
    assert "No letter this week." in told(await anna.comes("2026-03-22 17:01"))
    await anna.comes("2026-03-29 09:05")
    await anna.says("5")
    assert "weekly" not in kinds(await anna.comes("2026-03-29 17:01"))
    week = told(await anna.says("my week"))
    assert "You checked in on" in week or "nothing in my book" in week
    assert "Well done" not in week


async def test_over_it_comes_back_gently(anna: Anna) -> None:
    await anna.says_all("flare", "no")
    await anna.comes("2026-03-18 10:00")

    answer = told(await anna.says("flare is over"))

    assert "No need to catch up." in answer
    assert anna.person.flare is None
    assert anna.records.flares[0].ended_on is not None
    assert not [kind for kind in kinds(await anna.comes("2026-03-18 23:00")) if kind == "nudge"]


async def test_steps_are_small_in_the_week_after(anna: Anna) -> None:
    await anna.says_all("flare", "no", "flare is over")
    rows = anna.records

    assert is_just_over(rows, rows.flares[0].local_date + timedelta(days=6))
    assert not is_just_over(rows, rows.flares[0].local_date + timedelta(days=7))


async def test_over_without_a_flare_says_so(anna: Anna) -> None:
    assert "I have no flare noted." in told(await anna.says("flare is over"))


async def test_in_a_hold_only_the_help_answers(anna: Anna) -> None:
    await anna.says("i want to kill myself")

    assert kinds(await anna.says("/flare")) == ["crisis"]
    assert anna.person.flare is None


def test_what_sounds_like_a_flare_is_asked_about_first() -> None:
    life = settled()

    turn = flare.offer(Turn(life.person, life.now, LIBRARY))

    (said,) = spoken(turn)
    assert "Shall I note it as a flare?" in said.text
    assert turn.person.flare is None


# The law: no challenge in a flare, a pause, a hold or above the bad-day line

CHALLENGES = ("step:", "step_expect:", "step_result:")
ACTS = [
    "/nudge", "another one", "did it", "/week", "6", "done", "my flare plan", "heat", "/pace", "walking", "minutes",
    "no", "walked 12 minutes", "walked 30 minutes", "set my pace to 40 minutes", "a bit more", "help me breathe",
    "stop", "no", "carry on", "hi",
]  # fmt: skip
QUIETS = {"flare": ["flare"], "hold": ["i want to kill myself"], "flare and hold": ["flare", "something new"]}


def _is_challenge(message: Say) -> bool:
    is_step = any(option.id.startswith(CHALLENGES) for option in message.options)
    return is_step or any(words in message.text for words in ("a day from now on", "a little more", "three tries, on"))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(st.sampled_from(ACTS), max_size=6),
    st.sampled_from(sorted(QUIETS)),
    st.lists(st.sampled_from(ACTS), max_size=8),
)
def test_nothing_challenges_while_all_is_quiet(before: list[str], quiet: str, after: list[str]) -> None:
    life = settled()
    for text in (*before, *QUIETS[quiet]):
        life.act(Text(text))
    for text in after:
        turn = life.act(Text(text))
        if life.person.flare is None and life.person.hold is None:
            return
        assert not [message.text for message in spoken(turn) if _is_challenge(message)]
    coming = [message for turn in life.pass_time(timedelta(hours=20)) for message in spoken(turn)]
    assert not [message.text for message in coming if _is_challenge(message)]
