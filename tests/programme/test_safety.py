"""What follows when someone may be in danger: help first, nothing scheduled, and a way on that never gets lost."""

import pytest

from bot.conversation.effects import Urgency
from bot.conversation.events import Choice, Edited, Media
from tests.programme.people import Anna, Stranger, kinds, labels, told

CRISIS = "i want to kill myself"
RED_FLAG = "both my legs are numb and i can't feel when i pee"


async def test_help_comes_first_with_the_numbers_of_the_country(anna: Anna) -> None:
    (answer,) = await anna.says(CRISIS)

    assert answer.kind == "crisis"
    assert answer.urgency is Urgency.SAFETY
    assert "112" in answer.text
    assert "0800 111 0 111" in answer.text
    assert "Are you safe right now?" in answer.text
    assert "I am a program" in answer.text


async def test_only_that_it_happened_is_kept(anna: Anna) -> None:
    await anna.says(CRISIS)

    (alarm,) = anna.alarms
    assert (alarm.tier, alarm.language, alarm.choice) == ("crisis", "en", None)
    stored = anna.store.everything_about(anna.person.id)
    assert "kill myself" not in str(stored)


@pytest.mark.parametrize(
    "before", ["", "6", "breathe 5", "/settings", "pause", "stop", "delete my data", "pause until friday"]
)
async def test_is_heard_in_the_middle_of_anything(anna: Anna, before: str) -> None:
    await anna.says(before)

    assert kinds(await anna.says(CRISIS)) == ["crisis"]
    assert not await anna.comes("2026-03-29 20:00")


async def test_is_heard_in_a_note_and_in_a_command(anna: Anna) -> None:
    await anna.says_all("4", "5", "paced")

    assert kinds(await anna.says(f"today was bad and {CRISIS}")) == ["crisis"]
    assert kinds(await anna.asks("checkin", CRISIS)) == ["crisis"]


@pytest.mark.parametrize(("name", "argument"), [("kill", "myself tonight"), ("i", "want to die"), ("kill_myself", "")])
async def test_is_heard_in_a_slash_and_the_words_behind_it(anna: Anna, name: str, argument: str) -> None:
    assert kinds(await anna.asks(name, argument)) == ["crisis"]


@pytest.mark.parametrize("before", ["", "6", "breathe 5", "pause until friday", "stop", CRISIS])
async def test_is_heard_in_what_was_edited(anna: Anna, before: str) -> None:
    await anna.says(before)

    (answer,) = await anna.act(Edited(CRISIS))

    assert answer.kind == "crisis"
    assert answer.urgency is Urgency.SAFETY
    assert anna.alarms[-1].tier == "crisis"
    assert not await anna.comes("2026-03-29 20:00")


@pytest.mark.parametrize("before", ["", "/checkin", "pause until friday", "stop", CRISIS])
@pytest.mark.parametrize(
    "text", ["5", "carry on", "i am safe", "/delete", "stop", "i used to want to die", "", "\ud800"]
)
async def test_an_edit_without_danger_changes_nothing_and_is_not_answered(anna: Anna, before: str, text: str) -> None:
    await anna.says(before)
    person, stored = anna.person, anna.store.everything_about(anna.person.id)

    assert await anna.act(Edited(text)) == []
    assert anna.person == person
    assert anna.store.everything_about(anna.person.id) | {"person": None} == stored | {"person": None}


async def test_whoever_edits_that_they_are_not_safe_is_heard(anna: Anna) -> None:
    await anna.says_all(CRISIS, "safe")

    (answer,) = await anna.act(Edited("not safe"))

    assert "112" in answer.text
    assert anna.alarms[0].choice == "safe not_safe"


async def test_after_an_edit_about_someone_else_the_open_question_still_counts(anna: Anna) -> None:
    await anna.asks("checkin")

    assert kinds(await anna.act(Edited("my friend wants to kill himself"))) == ["crisis"]
    assert anna.person.hold is None
    await anna.says("6")
    assert [check_in.pain for check_in in anna.check_ins] == [6.0]


async def test_a_stranger_who_edits_gets_the_same_help_and_nothing_is_stored(stranger: Stranger) -> None:
    assert await stranger.act(Edited("i agree")) == []
    assert kinds(await stranger.act(Edited(CRISIS))) == ["crisis"]
    assert stranger.stored is None


async def test_a_stranger_gets_the_same_help_and_nothing_is_stored(stranger: Stranger) -> None:
    answer = await stranger.says(CRISIS)

    assert kinds(answer) == ["crisis"]
    assert "findahelpline.com" in told(answer)
    assert "glad you are safe" in told(await stranger.presses("I am safe for now"))
    assert stranger.stored is None


@pytest.mark.parametrize("choice", ["I am not safe", "I am safe for now"])
async def test_the_help_stays_and_nothing_scheduled_comes(anna: Anna, choice: str) -> None:
    await anna.says(CRISIS)

    answer = await anna.presses(choice)

    assert "112" in told(answer)
    assert "Carry on with check-ins" in labels(answer)
    assert not await anna.comes("2026-04-15 20:00")


@pytest.mark.parametrize("said", ["potato", "6", "hello", "thanks", "why", "it hurts", "", "/nonsense"])
async def test_any_other_word_is_answered_with_the_number(anna: Anna, said: str) -> None:
    await anna.says(CRISIS)

    answer = await anna.says(said)

    assert "112" in told(answer)
    assert not anna.check_ins


@pytest.mark.parametrize("kind", ["sticker", "voice", "photo"])
async def test_what_is_no_text_is_answered_with_the_number_too(anna: Anna, kind: str) -> None:
    await anna.says(CRISIS)

    answer = await anna.act(Media(kind))

    assert "112" in told(answer)
    assert "Check in" not in labels(answer)


async def test_help_is_shown_each_time_it_is_needed(anna: Anna) -> None:
    for _ in range(3):
        assert "Are you safe right now?" in told(await anna.says(CRISIS))


@pytest.mark.parametrize("said", ["Carry on with check-ins", "carry on", "continue", "/resume", "resume"])
async def test_carry_on_brings_the_check_ins_back(anna: Anna, said: str) -> None:
    await anna.says(CRISIS)

    await anna.says(said)

    assert anna.person.hold is None
    assert kinds(await anna.comes("2026-03-16 09:00")) == ["check_in"]


@pytest.mark.parametrize("between", [["stop"], ["pause until friday"], ["breathe 1", "stop", "same"], ["privacy"]])
async def test_carry_on_is_never_lost(anna: Anna, between: list[str]) -> None:
    await anna.says(CRISIS)
    button = anna.chat.button("Carry on with check-ins")
    await anna.says_all(*between)

    answer = told(await anna.act(Choice(button)))

    assert "check-ins start again" in answer
    assert anna.person.hold is None
    assert "check_in" in kinds(await anna.comes("2026-03-23 09:01"))


@pytest.mark.parametrize("between", [["stop"], ["pause until friday"]])
async def test_resume_after_a_stop_in_a_crisis_does_what_it_says(anna: Anna, between: list[str]) -> None:
    await anna.says_all(CRISIS, *between, "/resume")

    assert anna.person.hold is None
    assert not anna.person.stopped
    assert kinds(await anna.comes("2026-03-16 09:00")) == ["check_in"]


async def test_a_misunderstanding_is_lifted_with_grace(anna: Anna) -> None:
    await anna.says(CRISIS)

    answer = told(await anna.presses("That's not what I meant"))

    assert "I misunderstood" in answer
    assert "112" in answer
    assert anna.alarms[0].choice == "misheard"
    assert kinds(await anna.comes("2026-03-16 09:00")) == ["check_in"]


async def test_one_can_breathe_and_the_help_is_still_there(anna: Anna) -> None:
    await anna.says(CRISIS)
    await anna.says_all("breathe 1", "stop", "same")

    assert "112" in told(await anna.says("hello"))


async def test_a_red_flag_is_answered_with_one_action(anna: Anna) -> None:
    answer = await anna.says(RED_FLAG)

    assert kinds(answer) == ["red_flag"]
    assert "112" in told(answer)
    assert "breathe" not in told(answer).lower()
    assert labels(answer) == [
        "I'm getting help", "It's old and my doctor knows", "I mistyped", "Carry on with check-ins",
    ]  # fmt: skip
    assert not await anna.comes("2026-03-29 20:00")


@pytest.mark.parametrize("said", ["It's old and my doctor knows", "I mistyped", "my doctor knows", "typo", "/resume"])
async def test_an_old_or_mistaken_red_flag_is_lifted(anna: Anna, said: str) -> None:
    await anna.says(RED_FLAG)

    await anna.says(said)

    assert anna.person.hold is None
    assert kinds(await anna.comes("2026-03-16 09:00")) == ["check_in"]


async def test_someone_who_gets_help_is_left_in_peace(anna: Anna) -> None:
    await anna.says(RED_FLAG)

    assert "glad you are getting help" in told(await anna.presses("I'm getting help"))
    assert not await anna.comes("2026-03-29 20:00")
    await anna.presses("It's old and my doctor knows")
    assert kinds(await anna.comes("2026-03-30 09:00")) == ["check_in"]


async def test_no_breathing_goes_on_with_chest_pain(anna: Anna) -> None:
    await anna.says("breathe 5")

    assert kinds(await anna.says("my chest hurts and i can't breathe")) == ["red_flag"]
    assert not await anna.comes("2026-03-15 20:00")
    assert not [place for place in anna.person.agenda if place.script == "breath"]


async def test_no_praise_comes_in_a_crisis(anna: Anna) -> None:
    await anna.comes("2026-03-22 16:00")
    await anna.says(CRISIS)

    assert not await anna.comes("2026-03-22 23:00")
