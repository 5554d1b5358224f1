"""What people who lived with Steady wrote, and what they needed to hear."""

from datetime import date, timedelta

import pytest

from bot.content import load_library
from bot.conversation.commands import COMMANDS
from bot.conversation.events import Choice, Media
from bot.conversation.scripts import scripts_from_data
from bot.conversation.wishes import AS_TYPED, TALK, WISHES
from tests.programme.people import Anna, kinds, labels, told
from tests.programme.test_check_in import pains

MONDAY, TUESDAY = date(2026, 3, 16), date(2026, 3, 17)
CRISIS = "i want to kill myself"


async def test_an_old_question_about_sleep_takes_no_number_hours_later(anna: Anna) -> None:
    await anna.comes("2026-03-16 09:50")
    await anna.says("6")
    await anna.comes("2026-03-16 18:50")

    await anna.says("5")

    assert pains(anna) == [(MONDAY, 6), (MONDAY, 5)]
    assert anna.check_ins[0].sleep is None


async def test_an_old_note_question_takes_no_sentence_hours_later(anna: Anna) -> None:
    await anna.comes("2026-03-16 09:00")
    await anna.says_all("4", "5", "paced")
    await anna.comes("2026-03-16 18:50")

    await anna.says("the bus was late and loud")

    assert anna.check_ins[0].note is None


@pytest.mark.parametrize(
    "note", ["Leave", "No messages from my sister", "quiet", "quit smoking, day 3", "week", "ouch"]
)
async def test_a_note_is_not_swallowed_by_a_wish(anna: Anna, note: str) -> None:
    await anna.comes("2026-03-16 09:00")
    await anna.says_all("4", "5", "paced")

    await anna.says(note)

    assert anna.check_ins[0].note == note
    assert not anna.person.stopped


async def test_a_word_about_the_hour_is_no_pain(anna: Anna) -> None:
    await anna.comes("2026-03-16 09:00")
    await anna.says_all("6", "done")

    answer = told(await anna.says("what time do you write me, 9 is too early"))

    assert pains(anna) == [(MONDAY, 6)]
    assert "time" in answer.lower()


@pytest.mark.parametrize("said", ["it was ok. 4", "it was too hard, 8"])
async def test_a_number_about_the_step_is_no_pain(anna: Anna, said: str) -> None:
    await anna.comes("2026-03-16 09:00")
    await anna.says_all("3", "done", "/nudge", "i'll try", "5")
    await anna.waits(timedelta(hours=3))

    await anna.says(said)

    assert pains(anna) == [(MONDAY, 3)]
    assert [step.actual for step in anna.steps if step.outcome] == [float(said.rsplit(maxsplit=1)[-1])]


async def test_sleep_told_again_puts_the_sleep_right(anna: Anna) -> None:
    await anna.comes("2026-03-16 09:00")
    await anna.says_all("6", "8")

    assert "Sleep: 5 instead of 8." in told(await anna.says("and sleep was 5"))
    assert [(row.pain, row.sleep) for row in anna.check_ins] == [(6.0, 5.0)]


async def test_asking_about_a_button_explains_it_and_does_not_choose_it(anna: Anna) -> None:
    await anna.comes("2026-03-16 09:00")
    await anna.says_all("4", "5")

    answer = await anna.says("what does paced myself mean?")

    assert "Doing a bit, then resting".lower() in told(answer).lower()
    assert "Paced myself" in labels(answer)
    assert anna.check_ins[0].day is None


@pytest.mark.parametrize(
    "said",
    ["arm feels numb and tingly since yesterday, is it a nerve?", "neck hurts after a fall and my hands tingle"],
)
async def test_new_numbness_is_sent_to_a_doctor(anna: Anna, said: str) -> None:
    assert "If it is new, or has changed, call a doctor today." in told(await anna.says(said))


async def test_the_hold_stays_short_and_shows_who_can_help(anna: Anna) -> None:
    await anna.says(CRISIS)

    answers = [told(await anna.says(said)) for said in ("today was ok", "thank you", "5", "sorry ignore that")]

    assert len(set(answers)) == 2
    assert all("call 112 now" in answer and "0800 111 0 111" in answer for answer in answers)
    assert "Carry on with check-ins" in labels(await anna.says("potato"))


async def test_the_hold_says_what_is_kept(anna: Anna) -> None:
    await anna.says(CRISIS)

    assert "Not your words." in told(await anna.says("so did you write that down"))


async def test_a_late_check_in_is_not_asked_for_the_new_date(anna: Anna) -> None:
    await anna.says_all("ask me at 22:00", "yes")
    await anna.comes("2026-03-16 21:00")
    anna.clock.now += timedelta(hours=4, minutes=30)

    assert "check_in" not in kinds(await anna.waits(timedelta(minutes=1)))
    assert kinds(await anna.comes("2026-03-17 22:00")).count("check_in") == 1


async def test_no_check_in_waits_past_midnight(anna: Anna) -> None:
    await anna.says_all("ask me at 23:50", "yes")
    await anna.comes("2026-03-16 23:49")
    await anna.says("/settings")

    await anna.comes("2026-03-16 23:54")
    await anna.says("/settings")
    await anna.comes("2026-03-17 01:00")

    assert anna.person.asked_on == MONDAY


async def test_a_check_in_that_had_to_wait_does_not_come_in_the_night(anna: Anna) -> None:
    await anna.says_all("ask me at 21:58", "yes")
    await anna.comes("2026-03-16 21:57")
    await anna.says("/settings")

    assert "check_in" not in kinds(await anna.comes("2026-03-17 06:00"))


async def test_a_step_is_not_asked_about_again_once_the_day_is_bad(anna: Anna) -> None:
    await anna.says("/nudge")
    await anna.says("/checkin 8")

    assert not any("step" in option.id for message in await anna.presses("Leave me be") for option in message.options)


async def test_a_breath_that_nobody_could_end_brings_no_question_back(anna: Anna) -> None:
    await anna.says_all("/checkin", "breathe 1 minute")
    anna.clock.now += timedelta(minutes=40)

    assert not await anna.waits(timedelta(seconds=1))


async def test_what_cannot_be_slept_is_not_taken_for_no(anna: Anna) -> None:
    await anna.comes("2026-03-16 09:00")
    await anna.says_all("3", "done", "/nudge")

    await anna.says("cant sleep again. back on fire")

    assert anna.steps[-1].answer is None


async def test_a_long_night_is_met_with_kindness(anna: Anna) -> None:
    await anna.comes("2026-03-16 03:00")

    assert "That is a long night." in told(await anna.says("cant sleep again. back on fire"))


@pytest.mark.parametrize("said", ["my gabapentin makes me foggy, should i take less", "what can i take for this"])
async def test_medicines_are_for_pharmacists_and_doctors(anna: Anna, said: str) -> None:
    assert "pharmacist or your clinician" in told(await anna.says(said))


async def test_same_during_a_breath_is_no_pain(anna: Anna) -> None:
    await anna.comes("2026-03-16 09:00")
    await anna.says_all("4", "done")
    await anna.comes("2026-03-17 08:50")
    await anna.says_all("breathe", "just start", "same")

    assert pains(anna) == [(MONDAY, 4)]


async def test_a_question_about_a_sentence_gets_no_medicines(anna: Anna) -> None:
    answer = told(await anna.says("what is this skill thing. i didnt do anything. its just pain"))

    assert "medicine" not in answer


async def test_after_dizziness_the_question_beneath_is_left_out(anna: Anna) -> None:
    await anna.comes("2026-03-16 09:00")
    await anna.says_all("4", "breathe 1")

    assert "sleep" not in told(await anna.says("im dizzy"))


async def test_words_on_a_hard_day_are_heard(anna: Anna) -> None:
    await anna.comes("2026-03-16 09:00")
    await anna.says("9")

    answer = await anna.says("cant move. wont pass")

    assert "did not catch" not in told(answer)
    assert "Leave me be" in labels(answer)


@pytest.mark.parametrize(
    ("said", "heard"),
    [("hands hurt too much to hold the phone", "Put the phone down."), ("hurts too much", ""), ("its not helping", "")],
)
async def test_words_during_a_breath_are_heard(anna: Anna, said: str, heard: str) -> None:
    await anna.says("breathe 5")

    answer = told(await anna.says(said))

    assert heard in answer
    assert "did not" not in answer
    assert bool([place for place in anna.person.agenda if place.script == "breath"]) is bool(heard)


async def test_another_place_told_early_is_asked_about(anna: Anna) -> None:
    answer = told(await anna.says("my hands hurt too can you put that"))

    assert "back and hands" in answer
    await anna.says("that's all")
    assert anna.person.settings.places == ("back", "hands")


async def test_sleep_need_not_be_asked_about(anna: Anna) -> None:
    await anna.comes("2026-03-16 09:00")
    await anna.says("4")

    assert "I will not ask about sleep again." in told(await anna.says("dont ask me about sleep"))
    await anna.says("done")
    await anna.comes("2026-03-17 09:00")
    assert "sleep" not in told(await anna.says("4"))
    await anna.says_all("done", "ask me about sleep again")
    assert anna.person.settings.ask_sleep


@pytest.mark.parametrize(
    "said", ["ironed. in peices with sitting", "did dishes sat down did more", "i walked to church"]
)
async def test_own_words_for_the_day_are_kept(anna: Anna, said: str) -> None:
    await anna.comes("2026-03-16 09:00")
    await anna.says_all("4", "5")

    await anna.says(said)

    (row,) = anna.check_ins
    assert row.day == "paced" or row.note == said


@pytest.mark.parametrize("said", ["2 hours if that", "bad", "i never sleep"])
async def test_sleep_in_words_is_kept_as_told(anna: Anna, said: str) -> None:
    await anna.comes("2026-03-16 09:00")
    await anna.says("4")

    await anna.says(said)
    assert anna.check_ins[0].note == said
    await anna.says_all("rested", "sunny")
    assert anna.check_ins[0].note == f"{said}\nsunny"


async def test_a_number_of_sleep_in_words_is_its_number(anna: Anna) -> None:
    await anna.comes("2026-03-16 09:00")
    await anna.says_all("4", "no sleep 3")

    assert anna.check_ins[0].sleep == 3.0


@pytest.mark.parametrize("said", ["ok done", "done for today"])
async def test_done_is_heard_with_other_words(anna: Anna, said: str) -> None:
    await anna.comes("2026-03-16 09:00")
    await anna.says_all("4", said)

    assert not anna.person.agenda


@pytest.mark.parametrize("said", ["done for today", "dont know", "bad"])
async def test_no_number_is_an_answer(anna: Anna, said: str) -> None:
    await anna.comes("2026-03-16 09:00")

    assert "did not catch" not in told(await anna.says(said))
    assert not anna.check_ins


async def test_leave_me_alone_is_quiet_until_tomorrow(anna: Anna) -> None:
    assert "tomorrow" in told(await anna.says("leave me alone"))
    assert not await anna.comes("2026-03-15 23:59")


async def test_why_it_writes_is_answered(anna: Anna) -> None:
    assert "Pause" in labels(await anna.says("why do you keep writing when i dont answer"))


async def test_a_complaint_keeps_the_question(anna: Anna) -> None:
    await anna.comes("2026-03-16 09:00")

    answer = await anna.says("this pain is killing me honestly but im fine")

    assert "That sounds hard" in told(answer)
    assert "10" in labels(answer)


async def test_a_photo_keeps_the_buttons_of_the_question(anna: Anna) -> None:
    await anna.comes("2026-03-16 09:00")

    assert "10" in labels(await anna.act(Media("photo")))


async def test_later_asks_nothing_now(anna: Anna) -> None:
    assert not labels(await anna.says("check in later please"))
    assert "Good night." in told(await anna.says("good night"))


@pytest.mark.parametrize("said", ["no more small steps", "stop sending riddles", "/nudge off"])
async def test_steps_can_be_refused_in_words(anna: Anna, said: str) -> None:
    await anna.says(said)

    assert anna.person.settings.nudge_days == ()


async def test_a_number_told_with_no_more_steps_is_noted(anna: Anna) -> None:
    await anna.comes("2026-03-16 09:00")

    await anna.says("6 adn stop the small steps")

    assert pains(anna) == [(MONDAY, 6)]
    assert anna.person.settings.nudge_days == ()


async def test_lines_that_come_often_vary(anna: Anna) -> None:
    assert len({told(await anna.says("potato soup")) for _ in range(3)}) == 3


async def test_the_newest_told_is_what_is_put_right(anna: Anna) -> None:
    await anna.comes("2026-03-17 09:00")
    await anna.says_all("4", "done", "yesterday was a 6", "no, 7")

    assert pains(anna) == [(TUESDAY, 4), (MONDAY, 6), (MONDAY, 7)]


async def test_seconds_are_seconds(anna: Anna) -> None:
    await anna.says("breathe for 30 seconds")

    await anna.waits(timedelta(seconds=36))
    assert anna.breathings[0].seconds == 35


async def test_a_late_end_counts_no_more_than_was_chosen(anna: Anna) -> None:
    await anna.says("breathe 1")
    anna.clock.now += timedelta(minutes=25)

    await anna.waits(timedelta(seconds=1))

    assert anna.breathings[0].seconds == 65


async def test_a_breath_that_another_one_follows_still_counts(anna: Anna) -> None:
    await anna.says("breathe 5")
    await anna.waits(timedelta(minutes=4))
    await anna.says("breathe 1")

    assert anna.breathings[0].seconds == 240


async def test_a_hard_day_does_not_make_it_forget_the_step(anna: Anna) -> None:
    await anna.comes("2026-03-16 09:00")
    await anna.says_all("3", "done", "/nudge", "i'll try", "5", "8")
    await anna.waits(timedelta(hours=8))

    assert "no step of yours open" not in told(await anna.says("did it"))


async def test_the_newer_button_of_a_question_asked_again_counts_the_next_day(anna: Anna) -> None:
    await anna.comes("2026-03-16 09:00")
    await anna.says("blurgh")
    newer = anna.chat.button("6")
    await anna.comes("2026-03-17 09:30")

    assert "6 for yesterday" in told(await anna.act(Choice(newer)))
    assert pains(anna) == [(MONDAY, 6)]


async def test_getting_help_offers_to_carry_on(anna: Anna) -> None:
    await anna.says("my chest hurts and i can't breathe")

    await anna.presses("I'm getting help")
    await anna.presses("Carry on with check-ins")

    assert anna.person.hold is None


async def test_worry_about_someone_else_holds_nothing(anna: Anna) -> None:
    answer = told(await anna.says("my sister wants to kill herself"))

    assert "112" in answer
    assert anna.person.hold is None
    assert kinds(await anna.comes("2026-03-16 09:00")) == ["check_in"]


def test_a_step_of_the_day_that_is_no_column_is_refused() -> None:
    with pytest.raises(ValueError, match="keeps no mood"):
        scripts_from_data({"day": {"kind": "check_in", "steps": [{"id": "mood", "answer": "text"}]}})


def test_every_intent_leads_somewhere() -> None:
    known = {*WISHES, *AS_TYPED, *COMMANDS, *TALK, "named", "change_name"}
    assert {name for name, _ in load_library().languages.intents["en"].patterns} <= known
