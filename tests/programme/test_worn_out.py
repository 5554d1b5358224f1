"""Short things that people say beside the questions: worn out, going ahead, and a yes or no to nothing."""

import pytest

from tests.programme.people import Anna, Stranger, berlin, kinds, labels, told

WORN_OUT = [
    "I'm scared it will never get better", "i'm fed up", "I can't do this any more today", "so fed up with this pain",
    "what if it never gets better", "nothing helps anymore", "mir ist alles zu viel gerade", "j'en ai marre",
    "hoy no puedo más", "tô de saco cheio",
]  # fmt: skip


@pytest.mark.parametrize("said", WORN_OUT)
async def test_despair_gets_a_kind_word_and_a_breath_to_take(anna: Anna, said: str) -> None:
    answer = await anna.says(said)

    assert kinds(answer) == ["help"]
    assert labels(answer) == ["Breathe", "Write to someone"]
    assert "!" not in told(answer)
    assert anna.person.hold is None


async def test_a_question_that_waits_is_asked_again_under_a_kind_word(anna: Anna) -> None:
    await anna.comes("2026-03-16 09:00")

    answer = told(await anna.says("i'm fed up"))

    assert "someone" in answer.lower()
    assert "0 is no pain" in answer


@pytest.mark.parametrize("said", ["sure, go ahead", "Yes please, start", "ok let's start", "Yes, let’s start!"])  # noqa: RUF001
async def test_going_ahead_is_a_yes_where_consent_is_asked(stranger: Stranger, said: str) -> None:
    await stranger.says_all("hi", said)

    assert stranger.person.has_consented


@pytest.mark.parametrize("said", ["sure, go ahead", "Yes please, start"])
async def test_going_ahead_is_no_yes_after_help(stranger: Stranger, said: str) -> None:
    await stranger.says_all("hi", "i want to kill myself", said)

    assert stranger.stored is None


@pytest.mark.parametrize("said", ["yes", "no", "ok", "nein"])
async def test_a_yes_or_no_after_the_stop_changes_nothing(anna: Anna, said: str) -> None:
    answer = await anna.says_all("stop", said)

    assert told(answer) == "All right. I stay quiet until you write /resume."
    assert anna.person.stopped


@pytest.mark.parametrize("said", ["nothing", "Nothing.", "nada", "rien", "nichts"])
async def test_nothing_is_a_score_only_where_one_is_asked_for(anna: Anna, said: str) -> None:
    await anna.says(said)
    assert not len(anna.check_ins)

    await anna.comes("2026-03-16 09:00")
    await anna.says(said)
    assert [one.pain for one in anna.check_ins] == [0]


async def test_steps_stay_away_for_a_day_after_a_crisis_was_misheard(anna: Anna) -> None:
    await anna.comes("2026-03-16 08:00")
    await anna.says_all("i want to kill myself", "you misunderstood me")

    assert anna.person.hold is None
    assert anna.person.no_challenges_until == berlin("2026-03-17 08:00")
