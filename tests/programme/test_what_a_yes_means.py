"""A yes, a no and "it is about me" after an answer to danger: they belong to it, not to what was asked before."""

import pytest

from bot.conversation.events import Media
from tests.programme.people import Anna, Stranger, kinds, labels, told

CRISIS = "i want to kill myself"
ANOTHER = "my brother wants to die"
SHORT = ["yes", "Yes!", "ja", "sí", "oui", "sim", "ok", "okay", "sure", "no", "nein", "não", "y"]
MINE = [
    "it is about me", "actually it's me", "It’s about me.", "no, i mean me", "me too", "es sobre mí", "soy yo",  # noqa: RUF001
    "c'est de moi que je parle", "en fait c'est moi", "ich meine mich", "es geht um mich", "é sobre mim", "sou eu",
]  # fmt: skip
WORRIES = {
    "my brother wants to die": "it is about me",
    "mein bruder will sterben": "ich meine mich",
    "mi hermano quiere morir": "es sobre mí",
    "mon frère veut mourir": "c'est de moi que je parle",
    "meu irmão quer morrer": "é sobre mim",
}
FULL_HELP = {
    "en": "Are you safe right now?", "de": "Bist du gerade in Sicherheit?", "es": "¿Estás a salvo ahora mismo?",
    "fr": "Es-tu en sécurité", "pt": "Estás em segurança",
}  # fmt: skip


# A stranger's consent


@pytest.mark.parametrize("said", SHORT)
@pytest.mark.parametrize("danger", [CRISIS, ANOTHER, "both my legs are numb and i can't feel when i pee"])
async def test_a_bare_yes_or_no_of_a_stranger_answers_the_help(stranger: Stranger, danger: str, said: str) -> None:
    await stranger.says_all("hi", danger)

    answer = await stranger.says(said)

    assert stranger.stored is None
    assert "112" in told(answer)
    assert kinds(answer) != ["welcome"]


async def test_a_yes_of_a_stranger_under_the_help_is_asked_about(stranger: Stranger) -> None:
    assert "Are you safe, or not safe?" in told(await stranger.says_all(CRISIS, "yes"))
    assert "Please call 112 now" in told(await stranger.says("no"))


async def test_a_stranger_goes_on_once_the_question_is_asked_again_in_words(stranger: Stranger) -> None:
    await stranger.says_all(CRISIS, "yes")

    assert "once you agree that I store what you tell me" in told(await stranger.says("can we start now"))
    assert stranger.stored is None
    await stranger.says("yes")
    assert stranger.person.has_consented
    assert [place.script for place in stranger.person.agenda] == ["usual"]
    assert stranger.person.worry is None


@pytest.mark.parametrize("said", ["i agree", "Yes, I agree", "ok i agree"])
async def test_a_stranger_who_agrees_in_full_has_agreed(stranger: Stranger, said: str) -> None:
    await stranger.says_all(CRISIS, said)

    assert [place.script for place in stranger.person.agenda] == ["usual"]


@pytest.mark.parametrize("said", ["yes", "ja", "fine", "go ahead", "no"])
async def test_a_yes_is_none_where_nobody_knows_what_was_asked(stranger: Stranger, said: str) -> None:
    answer = await stranger.says(said)

    assert stranger.stored is None
    assert labels(answer) == ["Yes, I agree", "No, thanks"]


async def test_a_stranger_in_danger_is_answered_in_their_language_by_words_too(stranger: Stranger) -> None:
    await stranger.says("ich will mich umbringen")

    assert "Bist du in Sicherheit oder nicht?" in told(await stranger.says("ja"))
    assert "Bitte ruf jetzt die 112 an" in told(await stranger.says("nein"))


async def test_a_voice_message_of_a_stranger_under_the_help_shows_it_again(stranger: Stranger) -> None:
    await stranger.says(CRISIS)

    assert kinds(await stranger.act(Media("voice"))) == ["crisis"]


# It is about me


@pytest.mark.parametrize("said", MINE)
async def test_a_worry_that_is_about_themselves_is_a_crisis_of_their_own(anna: Anna, said: str) -> None:
    await anna.says(ANOTHER)

    answer = await anna.says(said)

    assert kinds(answer) == ["crisis"]
    assert anna.person.hold is not None
    assert anna.person.hold.tier == "crisis"
    assert [alarm.tier for alarm in anna.alarms] == ["crisis"]
    assert anna.person.worry is None
    assert len(labels(answer)) == 5


@pytest.mark.parametrize("worry", WORRIES)
async def test_it_is_about_me_is_answered_in_the_language_it_is_said_in(anna: Anna, worry: str) -> None:
    await anna.says(worry)

    await anna.says(WORRIES[worry])

    assert anna.person.hold is not None
    language = list(FULL_HELP)[list(WORRIES).index(worry)]
    assert anna.person.hold.language == language
    assert anna.alarms[0].language == language


async def test_a_red_flag_that_is_their_own_is_a_red_flag(anna: Anna) -> None:
    await anna.says_all("my wife can't pee and both her legs are numb", "it's me")

    assert anna.person.hold is not None
    assert anna.person.hold.tier == "red_flag_emergency"


@pytest.mark.parametrize("said", ["it is about him", "not about me", "no es sobre mí", "es geht nicht um mich", "yes"])
async def test_what_says_that_it_is_about_another_holds_nothing(anna: Anna, said: str) -> None:
    await anna.says(ANOTHER)

    assert "112" in told(await anna.says(said))
    assert anna.person.hold is None


@pytest.mark.parametrize("said", ["es sobre mí", "it is about me", "me too"])
async def test_it_is_about_me_means_nothing_where_no_danger_was_told(anna: Anna, said: str) -> None:
    await anna.says(said)

    assert anna.person.hold is None


async def test_a_stranger_says_that_it_is_about_themselves(stranger: Stranger) -> None:
    await stranger.says(ANOTHER)

    assert "Are you safe right now?" in told(await stranger.says("it is about me"))
    assert stranger.stored is None


# What was asked before


@pytest.mark.parametrize(
    "danger", [ANOTHER, "mein bruder will sterben", "i wanted to die when i was young, that is over"]
)
async def test_a_yes_after_danger_erases_nothing(anna: Anna, danger: str) -> None:
    await anna.says_all("delete my data", danger, "yes", "ja")

    assert anna.stored is not None


async def test_the_old_button_erases_nothing_after_danger_either(anna: Anna) -> None:
    await anna.says_all("delete my data", ANOTHER)
    await anna.presses("Delete everything")

    assert anna.stored is not None
    assert "It is gone" in told(await anna.says_all("delete my data", "yes"))


async def test_a_question_from_before_a_worry_is_asked_again_before_it_takes_a_yes(anna: Anna) -> None:
    await anna.says_all("ask me at 20:00", ANOTHER)

    answer = told(await anna.says("yes"))

    assert "112" in answer
    assert "You mean 20:00" in answer
    assert anna.person.settings.check_in_time.hour == 9
    assert "at 20:00" in told(await anna.says("yes"))
