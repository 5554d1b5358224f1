"""What only sounds like a crisis is asked about; nothing is held before a yes. A sure danger is never asked about."""

import pytest

from bot.content import load_library
from bot.conversation.events import Choice
from bot.understanding.safety import Tier
from bot.understanding.sense import Lines, Meaning
from tests.programme.people import Anna, kinds, labels, told

UNSURE = "they will ask where I was"
SURE = "nobody would miss me anyway"
SHARES = {UNSURE: 0.93, SURE: 0.98, "i want to go home": 0.93}


class Feeling:
    """A sense that hears a crisis in these texts, so surely, and nothing in any other."""

    lines = Lines(danger=0.9, raised=0.92, soft=0.375, intent=0.4)

    def of(self, pieces: list[str]) -> list[Meaning]:
        return [self._meaning(SHARES.get(piece, 0.0)) for piece in pieces]

    def _meaning(self, share: float) -> Meaning:
        tiers: dict[Tier, float] = {
            "crisis": share,
            "red_flag_emergency": 0.0,
            "red_flag_urgent": 0.0,
            "soft": 0.0,
            "none": 1 - share,
        }
        return Meaning(tiers, {"other": 1.0}, {"en": 1.0}, 0.0)


@pytest.fixture
async def anna() -> Anna:
    anna = Anna()
    anna.companion.turns._library = load_library(Feeling())
    await anna.settle()
    return anna


async def test_they_are_asked_with_whom_to_call_in_view_and_nothing_is_held(anna: Anna) -> None:
    answer = await anna.says(UNSURE)

    assert kinds(answer) == ["unsure"]
    assert "not wanting to live" in told(answer)
    assert "112" in told(answer)
    assert labels(answer) == ["Yes", "No, I meant something else"]
    assert (anna.person.hold, anna.alarms) == (None, ())


@pytest.mark.parametrize("said", ["yes", "i am", "maybe", "yes i do"])
async def test_a_yes_brings_the_whole_help(anna: Anna, said: str) -> None:
    await anna.says(UNSURE)
    answer = await anna.says(said)

    assert "Are you safe right now" in told(answer)
    assert anna.person.hold is not None
    assert len(anna.alarms) == 1


async def test_after_a_no_the_question_beneath_comes_back(anna: Anna) -> None:
    await anna.comes("2026-03-16 09:00")
    await anna.says(UNSURE)
    answer = told(await anna.says("no, something else"))

    assert "I read too much into it" in answer
    assert "0 is no pain" in answer
    await anna.says("4")
    assert [one.pain for one in anna.check_ins] == [4]


async def test_whoever_goes_on_is_heard_as_ever(anna: Anna) -> None:
    await anna.comes("2026-03-16 09:00")
    await anna.says(UNSURE)
    await anna.says("6")

    assert [one.pain for one in anna.check_ins] == [6]
    assert anna.person.hold is None


async def test_a_second_one_in_a_row_is_not_asked_about(anna: Anna) -> None:
    await anna.says(UNSURE)
    answer = await anna.says("i want to go home")

    assert "Are you safe right now" in told(answer)
    assert anna.person.hold is not None


@pytest.mark.parametrize("said", [SURE, "i want to kill myself"])
async def test_a_sure_danger_is_never_asked_about(anna: Anna, said: str) -> None:
    assert "Are you safe right now" in told(await anna.says(said))


async def test_the_yes_of_an_old_question_still_brings_help(anna: Anna) -> None:
    await anna.says(UNSURE)
    yes = anna.chat.button("Yes")
    await anna.says("6")
    answer = await anna.act(Choice(yes))

    assert "Are you safe right now" in told(answer)


async def test_steps_stay_away_for_some_hours(anna: Anna) -> None:
    await anna.says(UNSURE)
    until = anna.person.no_challenges_until

    assert until is not None
    assert (until - anna.clock.now).total_seconds() == 6 * 3600


async def test_who_said_that_they_are_safe_is_told_how_to_go_on(anna: Anna) -> None:
    await anna.says_all("i want to kill myself", "i am safe for now")

    assert 'write "carry on"' in told(await anna.says("it was a long evening"))


async def test_false_alarm_in_their_own_words(anna: Anna) -> None:
    await anna.says("i want to kill myself")
    await anna.says("im ok now. i didnt mean it like that")

    assert anna.person.hold is None
