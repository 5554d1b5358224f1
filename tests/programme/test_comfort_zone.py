"""Small steps outside the comfort zone: offered on days that allow it, never pressed, looked back on once."""

import re
from datetime import date, timedelta

import pytest

from bot.conversation.calendar import local
from bot.conversation.effects import Recall, Say
from bot.conversation.engine import respond
from bot.conversation.events import Choice, Due
from tests.programme.people import Anna, berlin, kinds, labels, told

MONDAY = "2026-03-16"


async def checked_in(anna: Anna, day: str = MONDAY, pain: str = "4") -> None:
    await anna.comes(f"{day} 09:05")
    await anna.says_all(pain, "done")


async def offered(anna: Anna, day: str = MONDAY, pain: str = "4") -> str:
    await checked_in(anna, day, pain)
    return told(await anna.comes(f"{day} 11:00"))


async def accepted(anna: Anna, expected: str = "6") -> None:
    await offered(anna)
    await anna.says_all("I'll try", expected)


async def test_come_three_times_a_week_at_the_chosen_time(anna: Anna) -> None:
    came = []
    for day in range(16, 30):
        await checked_in(anna, f"2026-03-{day}")
        messages = await anna.comes(f"2026-03-{day} 22:00")
        came += [local(anna.clock.now, "Europe/Berlin").date() for message in messages if message.kind == "nudge"]
        if "nudge" in kinds(messages):
            await anna.says("not today")

    assert came == [date(2026, 3, day) for day in (16, 18, 20, 23, 25, 27)]


async def test_come_at_the_minute(anna: Anna) -> None:
    await checked_in(anna)

    assert not await anna.comes(f"{MONDAY} 10:59")
    assert kinds(await anna.comes(f"{MONDAY} 11:00")) == ["nudge"]


async def test_come_on_the_days_and_at_the_time_a_person_chose(anna: Anna) -> None:
    await anna.says_all("/settings", "small steps", "tue and sat", "16", "that's all")

    for day in (16, 17, 18, 19, 20, 21, 22):
        await checked_in(anna, f"2026-03-{day}")
        assert "nudge" not in kinds(await anna.comes(f"2026-03-{day} 15:59"))
        came = await anna.comes(f"2026-03-{day} 16:01")
        assert ("nudge" in kinds(came)) == (day in (17, 21))
        if came:
            await anna.says("not today")


async def test_come_at_night_when_the_night_was_chosen(anna: Anna) -> None:
    await anna.says_all("/settings", "small steps", "every day", "22:30", "yes", "that's all")
    await checked_in(anna)

    assert "nudge" in kinds(await anna.comes(f"{MONDAY} 22:31"))


async def test_never_come_when_none_are_wanted(anna: Anna) -> None:
    assert "/nudge" in told(await anna.says_all("/settings", "small steps", "never"))

    for day in range(16, 22):
        await checked_in(anna, f"2026-03-{day}")
        assert "nudge" not in kinds(await anna.comes(f"2026-03-{day} 23:00"))


@pytest.mark.parametrize("pain", ["7", "8.5", "10"])
async def test_never_come_on_a_bad_day(anna: Anna, pain: str) -> None:
    await anna.comes(f"{MONDAY} 09:05")
    await anna.says_all(pain, "leave me be")

    assert not await anna.comes(f"{MONDAY} 23:00")


async def test_a_day_turns_bad_by_the_newest_number(anna: Anna) -> None:
    await checked_in(anna)
    await anna.says_all("8", "leave me be")

    assert not await anna.comes(f"{MONDAY} 23:00")


async def test_never_come_on_top_of_an_open_question(anna: Anna) -> None:
    await anna.comes(f"{MONDAY} 09:05")

    assert not await anna.comes(f"{MONDAY} 11:30")
    await anna.says_all("4", "done")
    assert kinds(await anna.comes(f"{MONDAY} 12:05")) == ["nudge"]


async def test_are_let_go_when_the_day_has_gone_on_too_far(anna: Anna) -> None:
    await anna.comes(f"{MONDAY} 17:00")
    await anna.says_all("4", "done")

    assert not await anna.comes(f"{MONDAY} 23:00")


async def test_never_come_in_a_pause(anna: Anna) -> None:
    await anna.says("pause until friday")

    assert not await anna.comes("2026-03-19 23:00")
    await checked_in(anna, "2026-03-20")
    assert kinds(await anna.comes("2026-03-20 11:00")) == ["nudge"]


async def test_stay_away_for_three_days_after_a_crisis(anna: Anna) -> None:
    await anna.comes(f"{MONDAY} 08:00")
    await anna.says_all("i want to kill myself", "carry on")

    for day in (16, 17, 18):
        await checked_in(anna, f"2026-03-{day}")
        assert "nudge" not in kinds(await anna.comes(f"2026-03-{day} 23:00"))
    await checked_in(anna, "2026-03-20")
    assert "nudge" in kinds(await anna.comes("2026-03-20 11:01"))


async def test_never_come_while_a_crisis_holds(anna: Anna) -> None:
    await checked_in(anna)
    await anna.says("i want to kill myself")

    assert not await anna.comes("2026-03-29 23:00")


async def test_do_not_come_again_soon(anna: Anna) -> None:
    for week in range(4):
        for weekday in (16, 18, 20):
            day = date(2026, 3, weekday) + timedelta(weeks=week)
            await offered(anna, day.isoformat())
            await anna.says("not today")

    nudges = [step.nudge for step in anna.steps]
    assert len(nudges) == 12
    assert len(set(nudges)) == 12


async def test_follow_the_persons_interests(anna: Anna) -> None:
    await anna.says_all("/settings", "small steps", "three", "11:00", "yes", "outdoors", "people", "that's all")
    domains = {nudge.id: nudge.domain for nudge in anna.companion.library.nudges}

    for day in (16, 18, 20, 23, 25):
        await offered(anna, f"2026-03-{day}")
        await anna.says("not today")

    assert {domains[step.nudge] for step in anna.steps} <= {"outdoors", "people"}


async def test_spare_the_place_that_hurts(anna: Anna) -> None:
    await anna.says_all("/settings", "places", "hands and knees", "that's all")
    spared = {nudge.id for nudge in anna.companion.library.nudges if {"hands", "knees"} & nudge.not_for}

    for day in (16, 18, 20, 23, 25, 27, 30):
        await offered(anna, f"2026-03-{day}")
        await anna.says("not today")

    assert spared
    assert not spared & {step.nudge for step in anna.steps}


async def test_hold_a_number_expected_beside_what_happened(anna: Anna) -> None:
    await accepted(anna, "6")

    assert "How did it go" in told(await anna.comes(f"{MONDAY} 17:01"))
    assert "How hard was it" in told(await anna.presses("I did it"))
    answer = told(await anna.presses("3"))

    (step,) = anna.steps
    assert (step.answer, step.expected, step.outcome, step.actual) == ("try", 6.0, "done", 3.0)
    assert "You expected 6. It was 3." in answer
    assert not anna.person.agenda


@pytest.mark.parametrize(
    ("expected", "actual", "said"), [("3", "7", "You expected 3. It was 7"), ("5", "5", "You expected 5, and it was 5")]
)
async def test_meet_every_surprise_without_blame(anna: Anna, expected: str, actual: str, said: str) -> None:
    await accepted(anna, expected)
    await anna.comes(f"{MONDAY} 17:01")
    await anna.says("some of it")

    answer = told(await anna.says(actual))

    assert said in answer
    assert anna.steps[0].outcome == "some"


async def test_what_was_expected_can_be_put_right_and_the_check_in_stays(anna: Anna) -> None:
    await accepted(anna, "6")

    assert "5, noted." in told(await anna.says("no, 5"))
    assert anna.steps[0].expected == 5.0
    assert [check_in.pain for check_in in anna.check_ins] == [4.0]


async def test_the_question_of_how_hard_can_be_skipped_before_and_after(anna: Anna) -> None:
    await accepted(anna, "skip")
    await anna.comes(f"{MONDAY} 17:01")

    assert "expected" not in told(await anna.says_all("yes", "skip"))
    assert (anna.steps[0].expected, anna.steps[0].outcome, anna.steps[0].actual) == (None, "done", None)


async def test_a_step_that_did_not_happen_is_met_kindly(anna: Anna) -> None:
    await accepted(anna)
    await anna.comes(f"{MONDAY} 17:01")

    answer = told(await anna.presses("It did not happen"))

    assert "You expected" not in answer
    assert anna.steps[0].outcome == "not_done"
    assert not anna.person.agenda


@pytest.mark.parametrize("said", ["Not today", "no", "no thanks", "not now", "another day"])
async def test_not_today_is_as_welcome_as_yes(anna: Anna, said: str) -> None:
    await offered(anna)

    assert kinds(await anna.says(said)) == ["nudge"]
    assert [step.answer for step in anna.steps] == ["not_today"]
    assert not await anna.comes(f"{MONDAY} 23:00")


async def test_smaller_please_makes_it_smaller(anna: Anna) -> None:
    await grown(anna)
    before = anna.steps[-1]
    words = anna.companion.library.words

    answer = await anna.says("smaller, please")

    after = anna.steps[-1]
    assert (before.nudge, before.size, after.nudge, after.size) == (after.nudge, "medium", before.nudge, "small")
    assert words.label("en", f"nudge-{after.nudge}", "small") in told(answer)
    assert labels(answer) == ["I'll try", "A different one", "Not today"]


async def grown(anna: Anna) -> None:
    """Two steps went well, so the next one comes a size larger."""
    for day in (16, 18):
        await offered(anna, f"2026-03-{day}")
        await anna.says_all("I'll try", "5", "did it", "4")
    assert "[Smaller" not in await offered(anna, "2026-03-20")
    assert anna.steps[-1].size == "medium"


async def test_the_smallest_is_said_to_be_the_smallest(anna: Anna) -> None:
    await offered(anna)

    answer = await anna.says("smaller please")

    assert "smallest" in told(answer)
    assert labels(answer) == ["I'll try", "A different one", "Not today"]
    assert len(anna.steps) == 1
    await anna.says("ok")
    assert anna.steps[0].answer == "try"


async def test_grow_smaller_again_after_one_that_was_harder_than_expected(anna: Anna) -> None:
    await grown(anna)
    await anna.says_all("I'll try", "3", "did it", "8")

    await offered(anna, "2026-03-23")

    assert anna.steps[-1].size == "small"


async def test_are_small_on_a_day_near_the_line(anna: Anna) -> None:
    await grown(anna)
    await anna.says("not today")
    in_bed = {nudge.id for nudge in anna.companion.library.nudges if nudge.in_bed}

    await offered(anna, "2026-03-23", "6")

    assert anna.steps[-1].size == "small"
    assert anna.steps[-1].nudge in in_bed


async def test_how_it_went_is_asked_once(anna: Anna) -> None:
    await accepted(anna)

    assert kinds(await anna.comes(f"{MONDAY} 22:59")) == ["nudge"]
    assert kinds(await anna.comes("2026-03-17 23:00")) == ["check_in"]


async def test_how_it_went_is_not_asked_at_night(anna: Anna) -> None:
    await anna.comes(f"{MONDAY} 09:05")
    await anna.says_all("4", "done")
    await anna.comes(f"{MONDAY} 18:00")
    await anna.says_all("/nudge", "I'll try", "4")

    assert not await anna.comes("2026-03-17 08:59")
    await anna.comes("2026-03-17 09:01")
    await anna.says_all("4", "done")
    assert "How did it go" in told(await anna.comes("2026-03-17 11:00"))


async def test_how_it_went_is_not_asked_on_a_bad_day(anna: Anna) -> None:
    await accepted(anna)
    await anna.says_all("9", "leave me be")

    assert not await anna.comes(f"{MONDAY} 23:00")


async def test_how_it_went_is_not_asked_days_later(anna: Anna) -> None:
    await anna.comes(f"{MONDAY} 18:00")
    await anna.says_all("4", "done", "/nudge", "I'll try", "4")
    await anna.comes("2026-03-19 08:00")

    assert "How did it go" not in told(await anna.comes("2026-03-20 23:00"))


async def test_the_person_may_tell_it_first(anna: Anna) -> None:
    await accepted(anna)

    assert "How hard was it" in told(await anna.says("I did it"))
    await anna.says("2")

    assert anna.steps[0].actual == 2.0
    assert not await anna.comes(f"{MONDAY} 23:00")


async def test_i_did_it_without_a_step_is_met_kindly(anna: Anna) -> None:
    assert "Good to hear" in told(await anna.says("did it"))


async def test_can_be_asked_for(anna: Anna) -> None:
    assert "I'll try" in labels(await anna.says("give me something to do"))
    assert len(anna.steps) == 1


async def test_are_tiny_when_asked_for_on_a_bad_day(anna: Anna) -> None:
    await anna.says_all("9", "leave me be")

    assert "hard day" in told(await anna.says("/nudge"))
    assert anna.steps[0].size == "small"


async def test_wait_while_a_crisis_holds_even_when_asked_for(anna: Anna) -> None:
    await anna.says("i want to die")

    assert kinds(await anna.asks("nudge")) == ["crisis"]
    assert not anna.steps


async def test_a_step_of_last_week_can_not_be_accepted_any_more(anna: Anna) -> None:
    await offered(anna)
    button = anna.chat.button("I'll try")
    await anna.comes("2026-03-24 10:00")

    assert "earlier message" in told(await anna.act(Choice(button)))


async def test_an_ignored_step_is_not_followed_up(anna: Anna) -> None:
    await offered(anna)

    assert not await anna.comes("2026-03-17 08:59")


async def test_are_not_offered_on_a_day_that_was_not_chosen_when_the_timer_woke_late(anna: Anna) -> None:
    await checked_in(anna, "2026-03-17")
    due_at = berlin("2026-03-16 11:00")

    turn = respond(Due("nudge", due_at), anna.person, berlin("2026-03-17 11:30"), anna.companion.library)

    assert not any(isinstance(effect, Recall | Say) for effect in turn.effects)


async def test_wait_for_a_check_in_at_the_same_time(anna: Anna) -> None:
    await anna.says_all("ask me at 11:00", "yes")

    assert kinds(await anna.comes(f"{MONDAY} 11:05")) == ["check_in"]
    await anna.says_all("4", "done")
    assert kinds(await anna.comes(f"{MONDAY} 12:10")) == ["nudge"]


async def test_do_not_follow_on_the_heels_of_a_check_in(anna: Anna) -> None:
    await anna.comes(f"{MONDAY} 10:58")
    await anna.says_all("4", "done")

    assert not await anna.comes(f"{MONDAY} 11:30")


@pytest.mark.parametrize("said", ["A different one", "something else", "another one", "i dont like drawing"])
async def test_a_different_one_can_be_had(anna: Anna, said: str) -> None:
    await offered(anna)

    answer = await anna.says(said)

    assert labels(answer) == ["I'll try", "A different one", "Not today"]
    assert len({step.nudge for step in anna.steps}) == 2


async def test_a_larger_one_can_be_asked_for(anna: Anna) -> None:
    await offered(anna)

    await anna.says("bigger?")

    assert [step.size for step in anna.steps] == ["small", "medium"]
    assert len({step.nudge for step in anna.steps}) == 1


@pytest.mark.parametrize("said", ["Can i try one", "can i do a smaller one", "ok ill try"])
async def test_come_when_asked_for_in_passing(anna: Anna, said: str) -> None:
    assert "I'll try" in labels(await anna.says(said))


async def test_ok_ill_try_takes_the_one_that_is_open(anna: Anna) -> None:
    await offered(anna)

    assert "how hard do you expect" in told(await anna.says("ok ill try"))
    assert len(anna.steps) == 1


@pytest.mark.parametrize(
    ("said", "outcome"),
    [("done, thai curry on thursday", "done"), ("done", "done"), ("did some of it", "some"),
     ("i did it and it was actually nice", "done"), ("i couldnt do it", "not_done"), ("did it", "done")],
)  # fmt: skip
@pytest.mark.parametrize("asked", [False, True])
async def test_how_it_went_is_heard_in_words_and_not_asked_again(
    anna: Anna, said: str, outcome: str, asked: bool
) -> None:
    await accepted(anna)
    if asked:
        await anna.comes(f"{MONDAY} 17:01")

    answer = told(await anna.says(said))

    assert "How did it go" not in answer
    assert anna.steps[0].outcome == outcome
    assert ("How hard was it" in answer) == (outcome != "not_done")


async def test_a_step_that_was_done_without_a_word_before_counts(anna: Anna) -> None:
    await offered(anna)

    assert "How hard was it" in told(await anna.says("did it"))
    assert (anna.steps[0].answer, anna.steps[0].outcome) == ("try", "done")


async def test_a_step_is_not_forgotten_on_a_bad_day(anna: Anna) -> None:
    await accepted(anna)
    await anna.says_all("9", "leave me be")
    await anna.comes(f"{MONDAY} 20:00")

    assert "How hard was it" in told(await anna.says("did it"))


@pytest.mark.parametrize("actual", ["2", "3", "4"])
async def test_a_point_is_no_difference(anna: Anna, actual: str) -> None:
    await accepted(anna, "3")
    await anna.says("did it")

    answer = told(await anna.says(actual))
    assert re.search(r"about what you thought|judged it well|Close to what you thought", answer)


@pytest.mark.parametrize("said", ["stop sending riddles", "no more small steps", "no steps", "steps off", "/nudge off"])
async def test_stop_when_someone_says_so(anna: Anna, said: str) -> None:
    assert "No more small steps" in told(await anna.says(said))
    assert anna.person.settings.nudge_days == ()


async def test_stop_when_someone_says_so_beside_their_number(anna: Anna) -> None:
    await anna.comes(f"{MONDAY} 09:05")

    assert "No more small steps" in told(await anna.says("6 adn stop the small steps"))
    assert [check_in.pain for check_in in anna.check_ins] == [6.0]


async def test_stop_alone_when_a_stop_was_meant_for_them(anna: Anna) -> None:
    await anna.says_all("stop", "not all just the steps")

    assert anna.person.settings.nudge_days == ()
    assert kinds(await anna.comes(f"{MONDAY} 09:05")) == ["check_in"]
