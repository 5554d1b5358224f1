"""Why did you ask me this? The rule and the data behind what came unasked, in plain words."""

import pytest

from bot.conversation.person import from_json, to_json
from tests.programme.people import Anna, berlin, kinds, labels, told

ASKED_FOR = "I wrote on my own"


async def test_with_nothing_unasked_yet_it_says_what_comes_and_when(anna: Anna) -> None:
    answer = told(await anna.asks("why"))

    assert "I will check in every day at 9:00." in answer
    assert "Small steps come on Monday, Wednesday and Friday at 11:00" in answer
    assert "Your letter comes on Sunday at 17:00." in answer


async def test_in_a_pause_it_says_that_nothing_comes(anna: Anna) -> None:
    await anna.says("stop")

    assert "Nothing comes from me on its own" in told(await anna.asks("why"))


async def test_a_check_in_came_for_the_hour_they_chose(anna: Anna) -> None:
    await anna.comes("2026-03-16 09:10")

    answer = await anna.says("why now?")

    assert told(answer).startswith("I wrote on my own today at 9:00. You chose check-ins every day at 9:00")
    assert labels(answer) == ["Settings", "Pause"]
    await anna.says("4")
    assert anna.check_ins[-1].pain == 4  # the question stayed open


async def test_a_step_came_for_the_score_the_line_and_what_they_like(anna: Anna) -> None:
    await anna.says_all("/settings", "small steps", "mon, wed, fri", "11", "outdoors", "that's all", "done")
    await anna.comes("2026-03-16 09:10")
    await anna.says_all("4", "done")
    assert kinds(await anna.comes("2026-03-16 11:00")) == ["nudge"]

    answer = told(await anna.says("why this one?"))

    assert "You chose small steps on Monday, Wednesday and Friday at 11:00." in answer
    assert "Your last score was 4, below your bad-day line of 7." in answer
    assert "You liked: " in answer
    assert "I had not offered this one lately." in answer


async def test_a_step_without_a_score_says_so(anna: Anna) -> None:
    await anna.says_all("/settings", "days", "never")
    await anna.comes("2026-03-16 11:00")

    answer = told(await anna.says("why did you ask me this?"))

    assert "I had no score of that day or the day before that spoke against one." in answer
    assert "You liked" not in answer


async def test_how_it_went_was_asked_because_they_said_they_would_try(anna: Anna) -> None:
    await anna.comes("2026-03-16 09:10")
    await anna.says_all("4", "done")
    step = (await anna.comes("2026-03-16 11:00"))[0].text.splitlines()[-1]
    await anna.says_all("i'll try", "skip")
    await anna.comes("2026-03-16 17:30")

    assert f"after you chose to try this: “{step}”" in told(await anna.asks("why"))


async def test_a_letter_came_on_the_day_they_chose(anna: Anna) -> None:
    await anna.comes("2026-03-22 09:10")
    await anna.says_all("4", "done")
    await anna.comes("2026-03-22 17:10")

    assert "You chose Sunday at 17:00 for your letter." in told(await anna.asks("why"))


async def test_less_is_explained_without_blame(anna: Anna) -> None:
    await anna.comes("2026-03-19 09:10")
    assert "so I offered to ask less" in told(await anna.asks("why"))
    await anna.comes("2026-04-04 09:10")
    assert "I ask half as often" in told(await anna.asks("why"))


@pytest.mark.parametrize(
    "said",
    ["why did you ask me this?", "why now", "why this one", "Why did you send me that", "/why", "why did i get this?"],
)
async def test_is_heard_in_many_words(anna: Anna, said: str) -> None:
    await anna.comes("2026-03-16 09:10")

    assert ASKED_FOR in told(await anna.says(said))


async def test_is_not_told_while_help_is_on_the_screen(anna: Anna) -> None:
    await anna.comes("2026-03-16 09:10")
    await anna.says("i want to die")

    assert ASKED_FOR not in told(await anna.asks("why"))


async def test_what_is_asked_for_is_not_what_came_unasked(anna: Anna) -> None:
    await anna.comes("2026-03-16 09:00")
    before = anna.person.unasked
    await anna.says_all("4", "done", "week", "breathe")

    after = anna.person.unasked

    assert before is not None
    assert after is not None
    assert (after.kind, after.at) == (before.kind, before.at) == ("check_in", berlin("2026-03-16 09:00"))
    assert (before.answered, after.answered) == (False, True)
    assert from_json(to_json(anna.person)) == anna.person
