"""A whole check-in in one sentence: kept, shown in a line, and easily put right."""

from datetime import date

import pytest

from tests.programme.people import Anna, labels, told

MONDAY = date(2026, 3, 16)
SENTENCE = "6 low back, slept 4h, walked anyway, took it slow"
SHOWN = 'Noted: 6, lower back, paced. "slept 4h" is in your note. To change it, write "no" and the right number.'


async def test_one_sentence_fills_in_all_it_tells_and_nothing_more_is_asked(anna: Anna) -> None:
    await anna.comes("2026-03-16 09:00")

    assert told(await anna.says(SENTENCE)) == SHOWN

    (row,) = anna.check_ins
    assert (row.local_date, row.pain, row.sleep, row.day, row.note) == (MONDAY, 6.0, None, "paced", SENTENCE)
    assert not anna.person.agenda


async def test_a_sentence_nobody_asked_for_is_a_check_in_too(anna: Anna) -> None:
    await anna.comes("2026-03-16 07:00")

    assert told(await anna.says(SENTENCE)) == SHOWN
    assert not await anna.comes("2026-03-16 10:59")


async def test_words_beside_a_number_are_kept_and_that_is_said(anna: Anna) -> None:
    await anna.comes("2026-03-16 09:00")

    assert "Your words are in your note." in told(await anna.says("5, my sister came by"))
    assert anna.check_ins[0].note == "5, my sister came by"


async def test_a_hard_day_in_one_sentence_is_acknowledged_and_asks_nothing(anna: Anna) -> None:
    await anna.comes("2026-03-16 09:00")

    answer = await anna.says("8, my back is killing me, couldn't sleep, rested a lot")

    assert told(answer).endswith('Noted: 8, back, rested. "couldn\'t sleep" is in your note.')
    assert "?" not in told(answer)
    assert labels(answer) == ["Breathe with me", "Just log the day", "It is a flare", "Leave me be"]
    await anna.says_all("just log the day", "it rained")
    assert anna.check_ins[0].note == "8, my back is killing me, couldn't sleep, rested a lot\nit rained"


@pytest.mark.parametrize("asked", [True, False])
async def test_without_a_pain_score_only_that_is_asked_and_the_rest_is_kept(anna: Anna, asked: bool) -> None:
    await anna.comes("2026-03-16 09:00" if asked else "2026-03-16 07:00")

    assert "So far: paced. How strong is the pain" in told(await anna.says("slept 4h and took it slow"))
    assert not anna.check_ins
    assert "Noted: 5, paced." in told(await anna.presses("5"))

    (row,) = anna.check_ins
    assert (row.pain, row.day, row.note) == (5.0, "paced", "slept 4h and took it slow")


async def test_being_in_bed_alone_begins_no_check_in(anna: Anna) -> None:
    await anna.comes("2026-03-16 07:00")

    await anna.says("I'm staying in bed")

    assert not anna.person.agenda


async def test_sleep_told_before_the_pain_is_kept_with_it(anna: Anna) -> None:
    await anna.comes("2026-03-16 09:00")

    await anna.says_all("sleep was 3", "5")

    assert [(row.pain, row.sleep) for row in anna.check_ins] == [(5.0, 3.0)]


async def test_each_part_can_be_put_right(anna: Anna) -> None:
    await anna.comes("2026-03-16 09:00")
    await anna.says("6 low back, sleep 3, took it slow")

    assert "upper back" in told(await anna.says("no, upper back"))
    assert "5 instead of 3" in told(await anna.says("sleep was 5"))
    assert "rested" in told(await anna.says("no, I rested"))
    (row,) = anna.check_ins
    assert (row.pain, row.sleep, row.day) == (6.0, 5.0, "rested")
    assert row.note == "6 low back, sleep 3, took it slow\nupper back"
    assert "4 instead of 6" in told(await anna.says("no, 4"))


@pytest.mark.parametrize(
    "said",
    [
        ["6 low back, took it slow", "no, 5", "no, I rested"],
        ["6", "no, 5", "7", "took it slow", "done", "no, I rested"],
    ],
)
async def test_a_kind_of_day_put_right_counts_once_even_after_a_corrected_score(anna: Anna, said: list[str]) -> None:
    await anna.comes("2026-03-16 09:00")
    await anna.says_all(*said)

    letter = told(await anna.asks("week"))

    assert "You rested on purpose on one day." in letter
    assert "paced" not in letter


async def test_more_told_later_on_the_same_day_goes_to_its_check_in(anna: Anna) -> None:
    await anna.comes("2026-03-16 09:00")
    await anna.says("3 knees, slept well")

    assert "Noted: paced." in told(await anna.says("in the end took breaks"))
    assert [(row.day, row.note) for row in anna.check_ins] == [("paced", "3 knees, slept well\nin the end took breaks")]


async def test_a_note_given_with_the_questions_is_not_lost_when_a_place_is_added(anna: Anna) -> None:
    await anna.comes("2026-03-16 09:00")
    await anna.says_all("4", "7", "paced", "the sun is out", "no, upper back")

    assert anna.check_ins[0].note == "the sun is out\nupper back"


async def test_what_was_understood_of_the_day_is_shown_at_the_end(anna: Anna) -> None:
    await anna.comes("2026-03-16 09:00")

    assert "For today: sleep 7, paced." in told(await anna.says_all("4", "7", "took it slow", "done"))


@pytest.mark.parametrize(("taps", "pain"), [(["7"], 7.0), (["Another number", "4"], 4.0)])
async def test_a_percentage_is_asked_about(anna: Anna, taps: list[str], pain: float) -> None:
    await anna.comes("2026-03-16 09:00")

    answer = await anna.says("70%")

    assert "Do you mean 7 out of 10?" in told(answer)
    assert labels(answer) == ["7", "Another number"]
    assert not anna.check_ins
    for tap in taps:
        await anna.presses(tap)
    assert [row.pain for row in anna.check_ins] == [pain]


@pytest.mark.parametrize(("said", "pain"), [("yes", 7.0), ("no, 6", 6.0), ("5", 5.0)])
async def test_what_a_percentage_meant_can_be_typed(anna: Anna, said: str, pain: float) -> None:
    await anna.comes("2026-03-16 09:00")

    await anna.says_all("70%", said)

    assert [row.pain for row in anna.check_ins] == [pain]


async def test_better_than_yesterday_is_asked_back_with_yesterdays_number(anna: Anna) -> None:
    await anna.comes("2026-03-16 09:00")
    await anna.says_all("6", "done")
    await anna.comes("2026-03-17 09:00")

    assert "For yesterday you told me 6." in told(await anna.says("a bit better than yesterday"))
    await anna.says("5")
    assert [row.pain for row in anna.check_ins] == [6.0, 5.0]


async def test_same_as_yesterday_shows_what_it_took(anna: Anna) -> None:
    await anna.comes("2026-03-16 09:00")
    await anna.says_all("6", "done")
    await anna.comes("2026-03-17 09:00")

    answer = told(await anna.says("same as yesterday"))

    assert "The same as yesterday, then." in answer
    assert "6" in answer


async def test_yesterday_in_another_part_of_the_sentence_leaves_the_number_today(anna: Anna) -> None:
    await anna.comes("2026-03-16 09:00")

    await anna.says("5, overdid it yesterday")

    assert [(row.local_date, row.pain, row.day) for row in anna.check_ins] == [(MONDAY, 5.0, None)]


@pytest.mark.parametrize("said", ["pause for 3 days, slept badly", "what does paced mean, 7?", "check in at 8 instead"])
async def test_a_wish_or_a_question_is_no_check_in(anna: Anna, said: str) -> None:
    await anna.comes("2026-03-16 07:00")

    await anna.says(said)

    assert not anna.check_ins
