"""Other ways to breathe: to a sound, to another place, in another rhythm, and the body scan."""

from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.conversation.breath import PACES, SOUND_AT_MOST, Pattern, begins_gently
from bot.conversation.effects import BreathingAnimation, BreathingSound
from bot.ports import OutboxMessage
from bot.programme import breathing
from bot.programme.body_scan import PARTS_OF_BODY, PATTERN
from tests.programme.people import Anna, labels, told

CLAIMS = ("heal", "cure", "oxygen", "will feel", "relax", "science")
MINUTE = timedelta(minutes=1)


async def choosing(anna: Anna, *said: str) -> OutboxMessage:
    (*_, message) = await anna.says_all("breathe", "other ways", *said)
    return message


def animation(message: OutboxMessage) -> BreathingAnimation:
    assert isinstance(message.attachment, BreathingAnimation)
    return message.attachment


async def test_the_figure_shows_the_persons_own_places(anna: Anna) -> None:
    await anna.says_all("/settings", "places", "neck and knees", "that's all")

    (message,) = await anna.says("breathe 1")

    assert animation(message).places == ("neck", "knees")
    assert "neck and knees" in message.text


async def test_the_whole_body_has_every_place_in_it_and_own_words_are_only_told(anna: Anna) -> None:
    await anna.says_all("/settings", "places", "my surgery scar", "keep it", "everywhere", "neck", "that's all")

    (message,) = await anna.says("breathe 1")

    assert animation(message).places == ("everywhere",)
    assert "surgery scar" in message.text


@pytest.mark.parametrize("said", [("breathe into my left knee",), ("breathe to my knees",)])
async def test_another_place_can_be_named_right_away(anna: Anna, said: tuple[str, ...]) -> None:
    assert "How long?" in told(await anna.says_all(*said))

    (message,) = await anna.says("1")

    assert animation(message).places == ("knees",)
    assert anna.person.settings.places == ("back",)


async def test_another_place_is_asked_for_and_counts_once(anna: Anna) -> None:
    assert "How long?" in (await choosing(anna, "another place", "my neck and jaw")).text
    (message,) = await anna.says("just start")
    assert animation(message).places == ("neck", "jaw")

    await anna.says_all("stop", "same")
    assert animation((await anna.says("breathe 1"))[0]).places == ("back",)


async def test_a_neutral_place_is_the_plain_circle(anna: Anna) -> None:
    await choosing(anna, "another place", "a neutral place")

    (message,) = await anna.says("1")

    assert animation(message).places == ()
    assert "feels neutral" in message.text
    assert "back" not in message.text.partition("Dizzy")[0]


async def test_a_place_that_is_none_is_asked_again(anna: Anna) -> None:
    await choosing(anna, "another place")

    assert "I do not know that place" in told(await anna.says("the moon"))
    assert "How long?" in told(await anna.says("hips"))


@pytest.mark.parametrize("said", ["breathe with a sound", "with sound", "eyes closed", "breathe with my eyes closed"])
async def test_a_sound_for_closed_eyes_comes_in_place_of_the_picture(anna: Anna, said: str) -> None:
    assert "How long?" in told(await anna.says(said))

    (message,) = await anna.says("5 minutes")

    assert message.attachment == BreathingSound("long_out", 300)
    assert "rises as you breathe in" in message.text
    assert "count to 4, out while you count to 6" in message.text
    assert "about 31 breaths" in message.text
    assert "back" in message.text
    assert len(message.text) < 1024


async def test_ten_minutes_say_that_the_sound_leads_for_five(anna: Anna) -> None:
    await choosing(anna, "eyes closed, with a sound")

    (message,) = await anna.says("10 minutes")

    assert message.attachment == BreathingSound("long_out", 300)
    assert "After 5 minutes it falls silent" in message.text
    assert not await anna.waits(timedelta(minutes=10))
    assert "How was that" in told(await anna.waits(timedelta(seconds=10)))


@pytest.mark.parametrize(
    ("said", "pattern"),
    [("box breathing", "box"), ("4-7-8 breathing", "four_seven_eight"), ("even breathing", "resonance")],
)
async def test_a_rhythm_can_be_named_and_one_with_holds_says_whom_it_does_not_suit(
    anna: Anna, said: str, pattern: str
) -> None:
    answer = told(await anna.says(said))
    (message,) = await anna.says("1")

    assert ("pregnant" in answer) == (pattern in ("box", "four_seven_eight"))
    assert animation(message).pattern == pattern == anna.breathings[0].pattern
    assert anna.person.settings.pattern == "long_out"


async def test_a_rhythm_is_chosen_with_the_same_word_of_caution(anna: Anna) -> None:
    assert "pregnant" in (await choosing(anna, "another rhythm")).text

    await anna.says("gentle")
    (message,) = await anna.says("3 minutes")

    assert animation(message).pattern == "gentle"
    assert "begin with 3 in" not in message.text


async def test_what_was_chosen_stays_together(anna: Anna) -> None:
    await choosing(anna, "another rhythm", "box")
    await anna.says("other ways")
    await anna.says_all("another place", "hips", "with sound")

    (message,) = await anna.says("1")

    assert message.attachment == BreathingSound("box", 60)
    assert "your hips" in message.text
    assert "stays level while you hold" in message.text


@pytest.mark.parametrize("way", ["breathe", "ways"])
async def test_can_be_left_without_a_word_more(anna: Anna, way: str) -> None:
    await anna.says_all("breathe", *(["other ways"] if way == "ways" else []))

    await anna.says("not now")

    assert not anna.person.agenda
    assert not anna.breathings


@given(
    pattern=st.sampled_from(sorted(PACES)),
    seconds=st.integers(breathing.SHORTEST_SOUND, breathing.OPEN_END),
    with_sound=st.booleans(),
)
@settings(deadline=None)
def test_the_breaths_told_fill_the_time(pattern: Pattern, seconds: int, with_sound: bool) -> None:
    exercise = breathing.Exercise(breathing._at_most(pattern, seconds), pattern, (), with_sound)

    pace, begin = PACES[pattern].seconds, begins_gently(pattern) if with_sound else ()
    own = exercise.breaths - len(begin)
    lasts = sum(each.seconds for each in begin) + own * pace
    assert exercise.seconds is not None
    assert abs(lasts - exercise.seconds) < pace
    assert pattern != "four_seven_eight" or own <= 4
    assert exercise.sound.seconds <= SOUND_AT_MOST


async def test_a_sound_takes_a_minute_at_least(anna: Anna) -> None:
    await anna.says("with sound")

    assert "when the minute is over" in told(await anna.says("30 seconds"))


# The body scan


async def scanning(anna: Anna, said: str = "body scan") -> OutboxMessage:
    (message,) = await anna.says(said)
    return message


@pytest.mark.parametrize("said", ["body scan", "bodyscan", "a slow body scan please", "start a body scan"])
async def test_comes_by_word(anna: Anna, said: str) -> None:
    assert "ten short messages" in (await scanning(anna, said)).text


async def test_comes_by_button(anna: Anna) -> None:
    assert "ten short messages" in (await choosing(anna, "a slow body scan, 10 minutes")).text


async def test_ten_short_messages_come_a_minute_apart_and_then_one_question(anna: Anna) -> None:
    messages = [await scanning(anna)]
    for _ in range(len(PARTS_OF_BODY) - 1):
        came = await anna.waits(MINUTE)
        assert labels(came) == ["Stop"]
        messages += came

    assert len(messages) == 10 == len({message.text for message in messages})
    assert all(len(message.text.split()) <= 40 for message in messages[1:])
    assert "How was that" in told(await anna.waits(MINUTE))
    assert not await anna.waits(timedelta(hours=2))
    assert [(one.pattern, one.seconds) for one in anna.breathings] == [(PATTERN, 600)]


async def test_promises_nothing_and_lets_what_hurts_be(anna: Anna) -> None:
    text = (await scanning(anna)).text + told(await anna.waits(timedelta(minutes=9)))

    assert not [claim for claim in CLAIMS if claim in text.lower()]
    assert "you can pass by" in text
    assert "stay beside the place" in text
    assert "Dizzy" in text


async def test_is_asked_for_so_it_comes_at_night_too(anna: Anna) -> None:
    await anna.comes("2026-03-16 23:30")
    await anna.says("not today")
    await scanning(anna)

    assert len(await anna.waits(timedelta(minutes=9))) == 9


@pytest.mark.parametrize("said", ["stop", "enough", "not now", "pause"])
async def test_a_word_ends_it(anna: Anna, said: str) -> None:
    await scanning(anna)
    await anna.waits(3 * MINUTE)

    assert "How was that" in told(await anna.says(said))
    assert not await anna.waits(timedelta(minutes=20))
    assert anna.breathings[0].seconds == 180
    assert not anna.person.stopped


async def test_the_stop_of_any_of_its_messages_ends_it(anna: Anna) -> None:
    first = (await scanning(anna)).options[0]
    later = await anna.waits(4 * MINUTE)

    assert {option for message in later for option in message.options} == {first}
    assert "How was that" in told(await anna.presses("Stop"))


async def test_other_words_do_not_end_it_and_a_number_is_a_check_in(anna: Anna) -> None:
    await scanning(anna)

    assert "until you write" in told(await anna.says("hmm my back is so sore"))
    await anna.says("6")
    assert anna.check_ins[0].pain == 6
    assert any("feet" in message.text for message in await anna.waits(MINUTE))
    assert "How was that" in told(await anna.says("stop"))


@pytest.mark.parametrize("said", ["i feel dizzy", "i'm panicking"])
async def test_lets_go_at_once_when_someone_feels_unwell(anna: Anna, said: str) -> None:
    await scanning(anna)

    assert "back to normal" in told(await anna.says(said))
    assert not await anna.waits(timedelta(minutes=20))


async def test_danger_ends_it_without_a_word(anna: Anna) -> None:
    await scanning(anna)
    await anna.says("i want to kill myself")

    assert not await anna.waits(timedelta(minutes=20))


async def test_no_check_in_comes_into_it(anna: Anna) -> None:
    await anna.comes("2026-03-16 08:55")
    await scanning(anna)

    assert "0 to 10" not in told(await anna.waits(timedelta(minutes=9)))


async def test_a_breath_takes_its_place(anna: Anna) -> None:
    await scanning(anna)
    await anna.waits(MINUTE)
    await anna.says("breathe 1")

    assert "How was that" in told(await anna.waits(timedelta(minutes=15)))
    assert [(one.pattern, one.seconds) for one in anna.breathings] == [(PATTERN, 60), ("long_out", 65)]


async def test_after_a_harder_scan_nothing_is_said_of_breathing(anna: Anna) -> None:
    await scanning(anna)
    await anna.says("stop")

    assert "does not suit everyone" in told(await anna.says("harder"))
    assert anna.breathings[0].felt == "harder"
