"""What matters to a person: asked once, kept in their words, made small enough, looked at kindly."""

from datetime import date

import pytest

from tests.programme.people import Anna, kinds, labels, told


async def days_checked_in(anna: Anna, *days: str, pain: str = "4") -> None:
    for day in days:
        await anna.comes(f"2026-03-{day} 09:05")
        await anna.says_all(pain, "done" if int(pain) < 7 else "leave me be")


async def goal_kept(anna: Anna, words: str = "Walk to the Market, with Jo") -> None:
    await anna.says_all("/goal", words, "walk to the gate", "8")


@pytest.mark.parametrize("answer", ["not now", None])
async def test_the_first_question_comes_once_in_the_first_week_and_never_again(anna: Anna, answer: str | None) -> None:
    await anna.says("/settings")
    await anna.says_all("small steps", "never", "that's all")
    asked = []
    for day in range(16, 25):
        await days_checked_in(anna, str(day))
        came = await anna.comes(f"2026-03-{day} 20:00")
        if "goals" in kinds(came):
            asked.append(day)
            assert "like to do more of" in told(came)
            if answer:
                assert "/goal" in told(await anna.says(answer))

    assert asked == [18]
    assert not anna.records.goals


async def test_the_first_question_never_comes_on_a_bad_day(anna: Anna) -> None:
    for day in range(16, 23):
        await days_checked_in(anna, str(day), pain="8")
        assert "goals" not in kinds(await anna.comes(f"2026-03-{day} 20:00"))


async def test_the_first_question_waits_for_the_check_in_and_never_comes_to_someone_silent(anna: Anna) -> None:
    for day in range(16, 25):
        assert "goals" not in kinds(await anna.comes(f"2026-03-{day} 22:00"))


async def test_the_first_question_never_comes_to_someone_who_has_a_goal(anna: Anna) -> None:
    await anna.says_all("my goal is to Walk to the Market", "not now", "park my goal")
    for day in range(16, 23):
        await days_checked_in(anna, str(day))
        assert "goals" not in kinds(await anna.comes(f"2026-03-{day} 20:00"))


async def test_an_answer_hours_later_is_asked_about_before_it_is_kept(anna: Anna) -> None:
    await days_checked_in(anna, "16", "17", "18", "19")
    await anna.comes("2026-03-19 15:00")

    assert "Shall I keep this" in told(await anna.says("painting with my daughter"))
    await anna.says("yes")

    assert anna.person.aim is not None
    assert anna.person.aim.words == "painting with my daughter"


@pytest.mark.parametrize("said", ["my goal is to Walk to the Market", "My goal: Walk to the Market."])
async def test_a_goal_is_kept_as_it_was_typed(anna: Anna, said: str) -> None:
    answer = told(await anna.says(said))

    assert "Walk to the Market" in answer
    assert "/goal" in answer
    assert [goal.words for goal in anna.records.goals] == ["Walk to the Market"]


@pytest.mark.parametrize("words", ["ouch", "week", "no more small steps", "quit smoking", "sleep was 5"])
async def test_no_wish_swallows_the_words_of_a_goal(anna: Anna, words: str) -> None:
    await anna.says_all("/goal", words)

    assert [goal.words for goal in anna.records.goals] == [words]


async def test_danger_in_a_goal_is_heard_and_nothing_is_kept(anna: Anna) -> None:
    assert kinds(await anna.says_all("/goal", "i want to kill myself")) == ["crisis"]
    assert not anna.records.goals
    await anna.says("/goal")
    assert not anna.records.goals


async def test_too_many_words_are_not_cut(anna: Anna) -> None:
    answer = told(await anna.says_all("/goal", "walk " * 60))

    assert "too long" in answer
    assert not anna.records.goals
    await anna.says("walk")
    assert [goal.words for goal in anna.records.goals] == ["walk"]


async def test_a_step_they_are_less_than_seven_sure_of_is_made_smaller_with_them(anna: Anna) -> None:
    await anna.says_all("/goal", "walk more", "walk to the river")

    answer = await anna.says("6")
    assert "How could it be smaller" in told(answer)
    assert labels(answer)[0] == "Half of it"
    assert "Half of it" not in labels(await anna.says_all("half of it", "6"))
    await anna.says_all("walk to the gate", "7")

    (goal,) = anna.records.goals
    assert (goal.step, goal.confidence) == ("walk to the gate", 7.0)


async def test_a_step_may_stay_as_it_is(anna: Anna) -> None:
    await anna.says_all("/goal", "walk more", "walk to the river", "3")

    assert "3 of 10 sure" in told(await anna.says("keep it as it is"))
    assert anna.records.goals[0].step == "walk to the river"


async def test_a_goal_is_edited_parked_taken_up_and_finished(anna: Anna) -> None:
    await goal_kept(anna)
    await anna.says_all("/goal", "change the words", "Walk to the river")
    assert anna.records.goals[0].words == "Walk to the river"

    assert "Parked" in told(await anna.says("park my goal"))
    assert (anna.person.aim, anna.records.goals[0].state) == (None, "parked")
    assert "parked today" in told(await anna.says("my goals"))
    assert "walk to the gate" in told(await anna.says("1"))
    assert anna.records.goals[0].state == "open"

    assert "you did it" in told(await anna.says("I reached my goal"))
    (goal,) = anna.records.goals
    assert (goal.state, goal.ended_on, anna.person.aim) == ("finished", date(2026, 3, 15), None)
    assert "no goal open" in told(await anna.says("I reached my goal"))


async def test_a_goal_reached_on_a_bad_day_is_met_quietly(anna: Anna) -> None:
    await goal_kept(anna)
    await days_checked_in(anna, "16", pain="8")

    answer = told(await anna.says("I reached my goal"))

    assert "on hard days too" in answer
    assert "Take a moment" not in answer


async def test_a_new_goal_parks_the_one_before(anna: Anna) -> None:
    await goal_kept(anna, "read more")
    await anna.says_all("my goal is to swim", "not now")

    assert [(goal.words, goal.state) for goal in anna.records.goals] == [("read more", "parked"), ("swim", "open")]


async def test_a_goal_is_looked_at_every_second_week(anna: Anna) -> None:
    await goal_kept(anna)
    asked = []
    for day in range(16, 32):
        await days_checked_in(anna, str(day))
        came = await anna.comes(f"2026-03-{day} 21:00")
        if "goals" in kinds(came):
            asked.append(day)
            assert "Market" not in told(came)
            assert "Market" in told(await anna.says("show it to me"))

    assert asked == [31]
    assert anna.person.aim is not None
    assert anna.person.aim.reviewed_on == date(2026, 3, 31)


async def test_a_parked_goal_is_not_looked_at(anna: Anna) -> None:
    await goal_kept(anna)
    await anna.says("park my goal")
    for day in range(16, 32):
        await days_checked_in(anna, str(day))
        assert "goals" not in kinds(await anna.comes(f"2026-03-{day} 21:00"))


@pytest.mark.parametrize("way", ["I did the first step", "i took my first step", "/goal"])
async def test_a_first_step_is_told_as_done_once(anna: Anna, way: str) -> None:
    await goal_kept(anna)
    answer = told(await anna.says(way))
    if way == "/goal":
        answer = told(await anna.presses("I did the first step"))
    else:
        assert "You did your first step:" in answer

    assert "walk to the gate" in answer
    assert anna.records.goals[0].step_done_on == date(2026, 3, 15)
    shown = await anna.says("/goal")
    assert "The first step is done: walk to the gate" in told(shown)
    assert "I did the first step" not in labels(shown)


async def test_a_first_step_on_a_hard_day_is_noted_without_cheer(anna: Anna) -> None:
    await goal_kept(anna)
    await anna.says_all("8", "leave me be")

    answer = told(await anna.says("my first step is done"))

    assert "Noted as done" in answer
    assert "Well done" not in answer


async def test_only_a_look_that_was_answered_is_kept(anna: Anna) -> None:
    await anna.says_all("no more small steps", "no weekly questions")
    await goal_kept(anna)
    await days_checked_in(anna, "29", "30")
    assert "goals" in kinds(await anna.comes("2026-03-30 20:00"))
    assert anna.records.goals[0].reviewed_on is None

    await anna.says("it is moving")

    assert anna.records.goals[0].reviewed_on == date(2026, 3, 30)


async def test_the_letter_tells_what_became_of_goals(anna: Anna) -> None:
    await anna.says_all("no more small steps", "no weekly questions")
    await goal_kept(anna)
    await anna.comes("2026-03-17 12:00")
    await anna.says_all("i did my first step", "i reached my goal")

    await days_checked_in(anna, "22")
    letter = told(await anna.comes("2026-03-22 17:05"))

    assert "You reached a goal of yours." in letter
    assert "You did a step towards your goal." in letter
    assert "Market" not in letter
    await days_checked_in(anna, "29")
    letter = told(await anna.comes("2026-03-29 17:05"))
    assert "Your letter" in letter
    assert "goal" not in letter
