"""What is answered to someone in danger: in their language, with what makes a call easier, and once more tomorrow."""

from datetime import timedelta

import pytest

from bot.content import load_library
from bot.conversation.effects import Say, Urgency
from bot.conversation.events import Choice, Media
from bot.conversation.turn import Turn
from bot.programme import safety
from bot.understanding.safety import Heard
from tests.programme.people import Anna, Stranger, kinds, labels, told

CRISIS = "i want to kill myself"
RED_FLAG = "both my legs are numb and i can't feel when i pee"
GERMAN = "ich will mich umbringen"
TOMORROW = "Ask me tomorrow how I am"
BARRIERS = ["I'm worried they'll judge me", "I can't talk aloud", "I'm not sure it's bad enough", "I've tried"]
CRISIS_BUTTONS = [
    "I am not safe", "I am safe for now", "It's hard to call", "That's not what I meant", "Carry on with check-ins",
]  # fmt: skip
LIBRARY = load_library()


# In the language of the danger


async def test_who_says_it_in_german_is_answered_in_german(anna: Anna) -> None:
    answer = await anna.says(GERMAN)

    assert "Bist du gerade in Sicherheit?" in told(answer)
    assert "Tag und Nacht, kostenlos" in told(answer)
    assert labels(answer)[0] == "Ich bin nicht in Sicherheit"
    assert anna.person.language == "en"
    assert anna.alarms[0].language == "de"


@pytest.mark.parametrize("said", ["Ich bin nicht in Sicherheit", "nicht sicher", "nein"])
async def test_goes_on_in_german_while_it_is_held(anna: Anna, said: str) -> None:
    await anna.says(GERMAN)

    assert "Bitte ruf jetzt die 112 an" in told(await anna.says(said))
    assert "Ich habe gelesen" in told(await anna.says("kartoffel"))
    assert "Was macht das Anrufen schwer?" in told(await anna.presses("Anrufen fällt mir schwer"))
    assert "Du musst nicht sprechen" in told(await anna.says("ich kann nicht reden"))
    assert "Worte und Knöpfe" in told(await anna.act(Media("voice")))
    assert "Sicherheit bist" in told(await anna.presses("Im Moment bin ich in Sicherheit"))
    assert "morgen um 9:00" in told(await anna.presses("Frag mich morgen, wie es mir geht"))
    assert "wie geht es dir?" in told(await anna.comes("2026-03-16 09:01")).lower()
    assert "Check-ins kommen wieder" in told(await anna.says("weiter"))
    assert "pain" in told(await anna.says("/help")).lower()


async def test_a_name_in_another_language_counts_and_is_answered_in_it(anna: Anna) -> None:
    await anna.says(CRISIS)

    assert "Bitte ruf jetzt die 112 an" in told(await anna.says("Ich bin nicht in Sicherheit"))
    assert "Ich habe gelesen" in told(await anna.says("kartoffel"))


@pytest.mark.parametrize("said", ["carry on", "weiter", "seguir", "reprendre", "continuar"])
@pytest.mark.parametrize("between", [[], ["It's hard to call"], ["pause until friday"]])
async def test_carry_on_is_understood_in_every_language(anna: Anna, said: str, between: list[str]) -> None:
    await anna.says_all(CRISIS, *between)

    await anna.says(said)

    assert anna.person.hold is None
    assert "check_in" in kinds(await anna.comes("2026-03-23 09:01"))


async def test_a_stranger_who_says_it_in_german_is_answered_in_german_to_the_end(stranger: Stranger) -> None:
    await stranger.says(GERMAN)

    assert "Bitte ruf jetzt die 112 an" in told(await stranger.presses("Ich bin nicht in Sicherheit"))
    assert "Was macht das Anrufen schwer?" in told(await stranger.presses("Anrufen fällt mir schwer"))
    assert "nicht erst schlimmer" in told(await stranger.presses("Vielleicht ist es nicht schlimm genug"))
    assert "im Moment in Sicherheit bist" in told(await stranger.says("Im Moment bin ich in Sicherheit"))
    assert stranger.stored is None


async def test_a_language_that_is_not_spoken_is_answered_in_their_own_and_shortly_in_others(anna: Anna) -> None:
    turn = safety.answer(Turn(anna.person, anna.clock.now, LIBRARY), Heard("crisis", language="other"))

    (said,) = [effect for effect in turn.effects if isinstance(effect, Say)]
    assert "Are you safe right now?" in said.text
    assert "llama al 112" in said.text
    assert "appelle le 112" in said.text
    assert said.options


# What makes it hard to call


async def test_help_offers_a_way_to_say_that_calling_is_hard(anna: Anna) -> None:
    assert labels(await anna.says(CRISIS)) == CRISIS_BUTTONS

    answer = await anna.presses("It's hard to call")

    assert "What makes it hard to call?" in told(answer)
    assert labels(answer) == BARRIERS


@pytest.mark.parametrize("barrier", BARRIERS)
async def test_what_makes_it_hard_is_answered_with_the_number_and_can_be_asked_again(anna: Anna, barrier: str) -> None:
    await anna.says_all(CRISIS, "it's hard to call")

    answer = await anna.presses(barrier)

    assert kinds(answer) == ["crisis"]
    assert "112" in told(answer)
    assert "It's hard to call" in labels(answer)
    assert labels(await anna.presses("It's hard to call")) == BARRIERS


@pytest.mark.parametrize(
    ("said", "answered"),
    [
        ("they'll judge me", "there to listen"),
        ("someone would hear me here", "do not have to speak"),
        ("not bad enough", "get worse first"),
        ("nobody answered", "another person"),
        ("because of my mother", "what makes it hard"),
        ("yes", "what makes it hard"),
    ],
)
async def test_what_makes_it_hard_can_be_typed(anna: Anna, said: str, answered: str) -> None:
    await anna.says_all(CRISIS, "i can't call")

    answer = told(await anna.says(said))

    assert answered in answer
    assert "112" in answer


async def test_who_can_not_talk_aloud_learns_where_to_write(anna: Anna) -> None:
    await anna.says_all("i live in london, uk", "yes", CRISIS)

    assert "text SHOUT to 85258" in told(
        await anna.presses("It's hard to call") + await anna.says("I can't talk aloud")
    )


async def test_all_that_was_chosen_is_kept_and_no_word_of_it(anna: Anna) -> None:
    await anna.says_all(
        CRISIS, "I am not safe", "it's hard to call", "I can't talk aloud", "because potato", "carry on"
    )

    (alarm,) = anna.alarms
    assert alarm.choice == "not_safe hard_to_call aloud carry_on"
    assert "potato" not in str(anna.store.everything_about(anna.person.id))


# Once more tomorrow


@pytest.mark.parametrize("choices", [["I am safe for now"], ["It's hard to call", "I've tried"]])
async def test_asks_the_next_day_once_when_they_want_it(anna: Anna, choices: list[str]) -> None:
    assert TOMORROW not in labels(await anna.says(CRISIS))
    for choice in choices:
        answer = await anna.presses(choice)
    assert TOMORROW in labels(answer)

    assert "tomorrow at 9:00" in told(await anna.presses(TOMORROW))

    (message,) = await anna.comes("2026-03-16 09:01")
    assert "how are you?" in message.text
    assert "112" in message.text
    assert message.urgency is Urgency.SCHEDULED
    assert labels([message]) == CRISIS_BUTTONS
    assert not await anna.comes("2026-03-29 20:00")


async def test_does_not_ask_tomorrow_unless_they_want_it(anna: Anna) -> None:
    await anna.says_all(CRISIS, "i am safe")

    assert not await anna.comes("2026-03-29 20:00")


@pytest.mark.parametrize("then", ["stop", "pause until friday", "/delete"])
async def test_does_not_ask_who_wanted_quiet_since(anna: Anna, then: str) -> None:
    await anna.says_all(CRISIS, "i am safe", TOMORROW, then, "yes, delete everything")

    assert not await anna.comes("2026-03-18 20:00")


async def test_asks_even_in_a_pause_that_came_before(anna: Anna) -> None:
    await anna.says_all("pause until friday", CRISIS, "i am safe")
    await anna.presses(TOMORROW)

    assert kinds(await anna.comes("2026-03-16 09:01")) == ["crisis"]


async def test_does_not_ask_twice_who_carried_on(anna: Anna) -> None:
    await anna.says_all(CRISIS, "i am safe", TOMORROW, "carry on")

    assert kinds(await anna.comes("2026-03-16 09:01")) == ["check_in"]


async def test_asks_in_the_morning_who_is_awake_at_three_and_never_in_their_night(anna: Anna) -> None:
    await anna.says_all("check in at 23:30", "yes")
    await anna.comes("2026-03-16 03:00")
    await anna.says_all(CRISIS, "i am safe")

    assert "today at 10:00" in told(await anna.presses(TOMORROW))
    assert not await anna.comes("2026-03-16 09:59")
    assert kinds(await anna.comes("2026-03-16 10:01")) == ["crisis"]


async def test_a_stranger_is_not_asked_about_tomorrow(stranger: Stranger) -> None:
    first = await stranger.says(CRISIS)
    second = await stranger.presses("I am safe for now")

    assert not {TOMORROW, "Carry on with check-ins"} & {*labels(first), *labels(second)}
    await stranger.act(Choice("crisis:next:tomorrow:1"))
    assert not await stranger.comes("2026-03-17 20:00")


# What stays held


async def test_a_red_flag_in_a_crisis_is_answered_and_the_crisis_stays_held(anna: Anna) -> None:
    await anna.says(CRISIS)

    assert kinds(await anna.says(RED_FLAG)) == ["red_flag"]
    assert anna.person.hold is not None
    assert anna.person.hold.tier == "crisis"
    await anna.presses("I'm getting help")
    assert [alarm.choice for alarm in anna.alarms] == [None, "getting_help"]


async def test_what_only_mentions_a_button_does_not_press_it(anna: Anna) -> None:
    await anna.says(CRISIS)

    for said in ("nobody is safe", "everything is wrong", "how do people carry on", "am i safe"):
        assert "I read what you wrote" in told(await anna.says(said)) or "112" in told(await anna.says(said))
        assert anna.person.hold is not None


async def test_i_am_not_safe_counts_long_after(anna: Anna) -> None:
    await anna.says(CRISIS)
    button = anna.chat.button("I am not safe")
    await anna.says("carry on")
    await anna.comes("2026-03-20 20:00")

    assert "Are you safe right now?" in told(await anna.act(Choice(button)))
    assert anna.person.hold is not None


async def test_the_same_button_twice_gives_the_number_twice(anna: Anna) -> None:
    await anna.says(CRISIS)
    button = anna.chat.button("I am not safe")

    assert "112" in told(await anna.act(Choice(button)))
    assert "112" in told(await anna.act(Choice(button)))


async def test_an_old_number_is_no_check_in_while_it_is_held(anna: Anna) -> None:
    await anna.comes("2026-03-16 09:05")
    button = anna.chat.button("9")
    await anna.says(CRISIS)

    assert kinds(await anna.act(Choice(button))) == ["crisis"]
    assert not anna.check_ins


async def test_steps_rest_for_a_day_after_a_red_flag_and_three_after_a_crisis(anna: Anna) -> None:
    await anna.says_all(RED_FLAG, "carry on")
    assert anna.person.no_challenges_until == anna.clock.now + timedelta(hours=24)

    await anna.says_all(CRISIS, "carry on", RED_FLAG, "I mistyped")
    assert anna.person.no_challenges_until == anna.clock.now + timedelta(hours=72)


async def test_who_worries_about_another_is_told_how_to_help_and_nothing_is_held(anna: Anna) -> None:
    answer = await anna.says("my husband wants to die")

    assert "That is frightening" in told(answer)
    assert "0800 111 0 111" in told(answer)
    assert anna.person.hold is None
    assert not anna.alarms


async def test_whoever_is_not_safe_is_held_for_that_whatever_it_began_with(anna: Anna) -> None:
    await anna.says("i can't feel my bladder and both legs are numb")
    assert anna.person.hold is not None
    assert anna.person.hold.tier == "red_flag_emergency"

    await anna.says("i am not safe")

    assert anna.person.hold is not None
    assert anna.person.hold.tier == "crisis"
