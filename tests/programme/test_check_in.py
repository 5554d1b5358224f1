"""The daily check-in: one number is enough, late ones count, and nothing told is lost."""

from datetime import date, timedelta

import pytest

from bot.conversation.events import Choice, Text
from bot.conversation.records import CheckIn
from tests.programme.people import Anna, kinds, labels, told

MONDAY, TUESDAY = date(2026, 3, 16), date(2026, 3, 17)


def pains(anna: Anna) -> list[tuple[date, float]]:
    return [(check_in.local_date, check_in.pain) for check_in in anna.check_ins]


async def test_comes_once_a_day_at_the_chosen_local_time(anna: Anna) -> None:
    for day in range(16, 31):
        assert kinds(await anna.comes(f"2026-03-{day} 08:59")).count("check_in") == 0
        came = await anna.comes(f"2026-03-{day} 09:01")
        assert kinds(came) == ["check_in"]
        assert labels(came) == [str(number) for number in range(11)]
        await anna.says("not today")
        await anna.comes(f"2026-03-{day} 23:00")


async def test_pain_alone_is_a_whole_check_in(anna: Anna) -> None:
    await anna.comes("2026-03-16 09:00")

    answer = await anna.presses("4")

    assert "4" in told(answer)
    assert anna.check_ins == (CheckIn(anna.person.turn, MONDAY, anna.clock.now, 4.0),)
    assert not await anna.comes("2026-03-16 10:59")


async def test_takes_sleep_the_day_and_a_note_as_far_as_the_person_likes(anna: Anna) -> None:
    await anna.comes("2026-03-16 09:00")
    await anna.presses("4")
    await anna.presses("7")
    await anna.presses("Paced myself")
    answer = told(await anna.says("Slow morning. Slept badly, breathing was hard work, but the sun is out"))

    (row,) = anna.check_ins
    assert (row.pain, row.sleep, row.day) == (4.0, 7.0, "paced")
    assert row.note == "Slow morning. Slept badly, breathing was hard work, but the sun is out"
    assert answer
    assert not anna.person.agenda


@pytest.mark.parametrize(
    "taps", [["Done for today"], ["7", "Done for today"], ["7", "Rested on purpose", "Nothing to add"]]
)
async def test_ends_wherever_the_person_is_done(anna: Anna, taps: list[str]) -> None:
    await anna.comes("2026-03-16 09:00")
    await anna.presses("4")

    for tap in taps:
        answer = await anna.presses(tap)

    assert kinds(answer) == ["check_in"]
    assert not anna.person.agenda


@pytest.mark.parametrize(
    ("said", "pain"),
    [
        ("6", 6), ("7/10", 7), ("about a six", 6), ("six and a half", 6.5), ("between 4 and 5", 4.5), ("none", 0),
        ("no pain", 0), ("6.5", 6.5), ("a 5 today", 5), ("5 out of 10", 5), ("four", 4), ("it's a 3", 3), ("0", 0),
        ("10", 10), ("maybe 4?", 4), ("worst ever", 10), ("5, worse than yesterday", 5), ("6 like yesterday", 6),
    ],
)  # fmt: skip
async def test_understands_numbers_as_people_write_them(anna: Anna, said: str, pain: float) -> None:
    await anna.comes("2026-03-16 09:00")

    await anna.says(said)

    assert pains(anna) == [(MONDAY, pain)]


async def test_understands_same_as_yesterday(anna: Anna) -> None:
    await anna.comes("2026-03-16 09:00")
    await anna.says_all("6.5", "done")
    await anna.comes("2026-03-17 09:00")

    await anna.says("same as yesterday")

    assert pains(anna) == [(MONDAY, 6.5), (TUESDAY, 6.5)]


async def test_asks_for_a_number_when_there_is_no_yesterday_to_be_the_same_as(anna: Anna) -> None:
    await anna.comes("2026-03-16 09:00")

    assert "did not catch a number" in told(await anna.says("same as yesterday"))
    assert not anna.check_ins


async def test_asks_once_more_with_an_example_then_leaves_the_question_open_yet_answerable(anna: Anna) -> None:
    await anna.comes("2026-03-16 09:00")

    assert "six and a half" in told(await anna.says("blurgh"))
    second = told(await anna.says("the usual fog"))
    assert "stays open" in second
    assert "You could write" not in second
    await anna.comes("2026-03-16 15:00")
    await anna.says("6")

    assert pains(anna) == [(MONDAY, 6)]


@pytest.mark.parametrize("said", ["11", "-3", "15/10", "100"])
async def test_says_what_the_scale_is_when_a_number_lies_beyond_it(anna: Anna, said: str) -> None:
    await anna.comes("2026-03-16 09:00")

    assert "0 to 10" in told(await anna.says(said))
    assert not anna.check_ins


async def test_yesterdays_button_counts_for_yesterday(anna: Anna) -> None:
    await anna.comes("2026-03-16 09:00")
    yesterday = anna.chat.button("6")
    await anna.comes("2026-03-17 09:30")

    answer = told(await anna.act(Choice(yesterday)))

    assert "6 for yesterday" in answer
    assert pains(anna) == [(MONDAY, 6)]
    await anna.presses("3")
    assert pains(anna) == [(MONDAY, 6), (TUESDAY, 3)]


async def test_the_question_of_today_stays_open_beside_a_late_answer(anna: Anna) -> None:
    await anna.comes("2026-03-16 09:00")
    yesterday = anna.chat.button("6")
    await anna.comes("2026-03-17 09:30")
    await anna.act(Choice(yesterday))

    await anna.says("3")

    assert pains(anna) == [(MONDAY, 6), (TUESDAY, 3)]


async def test_a_late_number_typed_before_the_next_check_in_counts_for_the_day_that_was_asked(anna: Anna) -> None:
    await anna.comes("2026-03-16 09:00")
    await anna.comes("2026-03-17 00:40")

    assert "yesterday" in told(await anna.says("7"))
    assert pains(anna) == [(MONDAY, 7)]


@pytest.mark.parametrize("said", ["yesterday was a 6", "6 yesterday", "yesterday: 6"])
async def test_a_number_for_yesterday_can_be_typed_at_any_time(anna: Anna, said: str) -> None:
    await anna.comes("2026-03-17 09:30")

    assert "6 for yesterday" in told(await anna.says(said))
    assert pains(anna) == [(MONDAY, 6)]
    await anna.says("4")
    assert pains(anna) == [(MONDAY, 6), (TUESDAY, 4)]


async def test_a_second_number_on_the_same_day_is_kept_beside_the_first(anna: Anna) -> None:
    await anna.comes("2026-03-16 09:00")
    await anna.says_all("4", "done")
    await anna.comes("2026-03-16 20:00")

    assert "beside what you told me earlier" in told(await anna.says_all("/checkin", "6"))
    assert pains(anna) == [(MONDAY, 4), (MONDAY, 6)]
    assert all(check_in.corrects is None for check_in in anna.check_ins)


async def test_a_number_nobody_asked_for_is_a_check_in(anna: Anna) -> None:
    await anna.comes("2026-03-15 20:00")

    await anna.says("6")

    assert pains(anna) == [(date(2026, 3, 15), 6)]


async def test_a_number_before_the_hour_spares_the_question(anna: Anna) -> None:
    await anna.comes("2026-03-16 07:30")
    await anna.says_all("6", "done")

    assert not await anna.comes("2026-03-16 10:59")
    assert "check_in" in kinds(await anna.comes("2026-03-17 09:00"))


@pytest.mark.parametrize("said", ["no, 5", "sorry, 5", "I meant 5", "make it 5", "no 5", "actually 5"])
async def test_a_correction_keeps_both_rows_and_the_later_one_counts(anna: Anna, said: str) -> None:
    await anna.comes("2026-03-16 09:00")
    await anna.says("6")

    assert "5 instead of 6" in told(await anna.says(said))

    first, second = anna.check_ins
    assert (first.pain, second.pain, second.corrects) == (6.0, 5.0, first.entry)
    assert second.local_date == MONDAY
    await anna.says("done")
    assert "You checked in on one day." in told(await anna.asks("week"))
    assert "Mon: pain 5" in told(await anna.asks("week"))


async def test_what_is_told_after_a_correction_belongs_to_the_corrected_number(anna: Anna) -> None:
    await anna.comes("2026-03-16 09:00")
    await anna.says_all("6", "no, 5", "8", "rested", "a fine day")

    first, second = anna.check_ins
    assert (first.sleep, first.day, first.note) == (None, None, None)
    assert (second.sleep, second.day, second.note) == (8.0, "rested", "a fine day")


async def test_a_rest_that_was_told_before_a_correction_still_counts(anna: Anna) -> None:
    await anna.comes("2026-03-16 09:00")
    await anna.says_all("6", "8", "rested", "done", "no, 5")

    assert "You rested on purpose on one day." in told(await anna.asks("week"))


async def test_a_number_put_right_to_a_high_one_is_met_with_kindness(anna: Anna) -> None:
    await anna.comes("2026-03-16 09:00")
    await anna.says("5")

    answer = await anna.says("no, 8")

    assert "8 instead of 5. That sounds like a hard day." in told(answer)
    assert labels(answer) == ["Breathe with me", "Just log the day", "It is a flare", "Leave me be"]
    await anna.says_all("just log the day", "3")
    assert [(check_in.pain, check_in.sleep) for check_in in anna.check_ins] == [(5.0, None), (8.0, 3.0)]


async def test_a_long_story_is_thanked_for_before_the_number_is_asked_again(anna: Anna) -> None:
    await anna.comes("2026-03-16 09:00")

    answer = await anna.says("It has been like this since the spring and nobody seems to listen to me. " * 8)

    assert "Thank you for telling me." in told(answer)
    assert "did not catch" not in told(answer)
    await anna.says("6")
    assert pains(anna) == [(MONDAY, 6)]


async def test_there_is_nothing_to_correct_before_the_first_number(anna: Anna) -> None:
    await anna.comes("2026-03-16 09:00")

    await anna.says("no, 5")

    assert pains(anna) == [(MONDAY, 5)]
    assert anna.check_ins[0].corrects is None


@pytest.mark.parametrize("said", ["7", "8", "ten", "9.5", "worst ever"])
async def test_a_high_score_is_met_with_kindness_and_four_choices(anna: Anna, said: str) -> None:
    await anna.comes("2026-03-16 09:00")

    answer = await anna.says(said)

    assert labels(answer) == ["Breathe with me", "Just log the day", "It is a flare", "Leave me be"]
    assert "how did you sleep" not in told(answer)
    assert len(anna.check_ins) == 1


async def test_on_a_hard_day_one_can_breathe(anna: Anna) -> None:
    await anna.comes("2026-03-16 09:00")
    await anna.says("8")

    assert "How long?" in told(await anna.presses("Breathe with me"))


async def test_on_a_hard_day_one_can_just_log(anna: Anna) -> None:
    await anna.comes("2026-03-16 09:00")
    await anna.says("8")

    assert labels(await anna.presses("Just log the day"))[-1] == "Done for today"
    await anna.says("2")
    assert anna.check_ins[0].sleep == 2.0


async def test_on_a_hard_day_one_can_be_left_alone(anna: Anna) -> None:
    await anna.comes("2026-03-16 09:00")
    await anna.says("8")

    assert "leave you be" in told(await anna.presses("Leave me be"))
    assert not await anna.comes("2026-03-17 08:59")


@pytest.mark.parametrize("said", ["breathe with me", "Just log the day", "leave me alone", "leave me be"])
async def test_the_choices_of_a_hard_day_can_be_typed(anna: Anna, said: str) -> None:
    await anna.comes("2026-03-16 09:00")
    await anna.says("8")

    answer = told(await anna.says(said))

    assert "did not" not in answer
    assert not anna.person.paused_until


async def test_the_line_of_a_hard_day_is_the_persons_own(anna: Anna) -> None:
    await anna.says_all("/settings", "bad-day line", "5")
    await anna.comes("2026-03-16 09:00")

    assert "Leave me be" in labels(await anna.says("5"))


async def test_no_step_comes_on_a_hard_day(anna: Anna) -> None:
    await anna.comes("2026-03-16 09:00")
    await anna.says_all("8", "leave me be")

    assert not await anna.comes("2026-03-16 23:00")


async def test_waits_for_the_end_of_a_conversation(anna: Anna) -> None:
    await anna.comes("2026-03-16 08:57")
    await anna.says("/settings")

    assert not await anna.comes("2026-03-16 09:01")
    assert kinds(await anna.comes("2026-03-16 09:10")) == ["check_in"]


async def test_does_not_break_into_a_breath(anna: Anna) -> None:
    await anna.comes("2026-03-16 08:54")
    await anna.says_all("breathe", "just start")

    assert not await anna.comes("2026-03-16 09:02")
    await anna.says_all("stop", "easier")
    assert anna.breathings[0].seconds == 8 * 60
    assert kinds(await anna.comes("2026-03-16 09:15")) == ["check_in"]


async def test_is_not_asked_hours_late(anna: Anna) -> None:
    await anna.comes("2026-03-16 08:00")
    anna.clock.now += timedelta(hours=8)

    came = await anna.waits(timedelta(minutes=1))

    assert "check_in" not in kinds(came)
    assert kinds(await anna.comes("2026-03-17 09:00")) == ["check_in"]


async def test_a_long_note_is_not_cut_but_asked_for_again(anna: Anna) -> None:
    await anna.comes("2026-03-16 09:00")
    await anna.says_all("4", "5", "paced")

    assert "4,000 characters" in told(await anna.act(Text("pain and fog " * 400)))
    assert anna.check_ins[0].note is None
    await anna.says("n" * 4000)
    assert anna.check_ins[0].note == "n" * 4000


NOTES = [
    "breath was short on the stairs", "breathing was hard at times", "stopped early", "quiet day at home",
    "hold hands with my daughter", "I'm in bed all day", "I'm staying in bed", "paused for tea twice",
    "log cabin weekend with friends", "bad day", "my back hurts", "thank you for asking", "it hurts",
    "should i take it easier tomorrow?", "walked 5 km yesterday", "pause in the garden", "mute day",
    "quiet for once", "I moved to the sofa at noon", "today was a 6 out of 10 for mood",
]  # fmt: skip


@pytest.mark.parametrize("note", NOTES)
async def test_a_note_stays_a_note(anna: Anna, note: str) -> None:
    await anna.comes("2026-03-16 09:00")
    await anna.says_all("4", "5", "paced")

    await anna.says(note)

    assert [check_in.note for check_in in anna.check_ins] == [note]
    assert not anna.person.agenda


async def test_a_second_press_of_the_same_button_stores_nothing_twice(anna: Anna) -> None:
    await anna.comes("2026-03-16 09:00")
    six = anna.chat.button("6")

    await anna.act(Choice(six))
    again = told(await anna.act(Choice(six)))

    assert "already" in again
    assert len(anna.check_ins) == 1


async def test_an_old_button_is_answered_and_changes_nothing_however_often_it_is_pressed(anna: Anna) -> None:
    await anna.comes("2026-03-16 09:00")
    await anna.presses("4")
    sleep = anna.chat.button("10")
    await anna.presses("Done for today")

    for _ in range(2):
        answer = told(await anna.act(Choice(sleep)))
        assert "earlier message" in answer

    assert anna.check_ins[0].sleep is None


async def test_takes_the_number_with_the_command(anna: Anna) -> None:
    await anna.asks("checkin", "6")

    assert [check_in.pain for check_in in anna.check_ins] == [6.0]


@pytest.mark.parametrize("said", ["I took 2 pills", "slept 5 hours", "it is 7:30", "appointment on the 5th at 3 pm"])
async def test_a_number_that_counts_something_else_is_no_check_in(anna: Anna, said: str) -> None:
    await anna.comes("2026-03-15 20:00")

    await anna.says(said)

    assert not anna.check_ins
