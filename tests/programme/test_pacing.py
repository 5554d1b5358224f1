"""Pacing from their own tries: what is said is what is stored, and nothing grows too fast or on a bad day."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.conversation.effects import Amend, Record
from bot.conversation.events import Text
from bot.conversation.person import Pacing
from bot.conversation.records import Stretch
from bot.conversation.turn import Turn
from bot.progress.pacing import MOST, NEARLY
from tests.conversation.test_engine import settled, spoken
from tests.programme.people import Anna, labels, told

DAYS = ("2026-03-16", "2026-03-17", "2026-03-18")


async def tried(anna: Anna, *tries: str, activity: str = "walking") -> str:
    """Three tries on three days; the answer to the last."""
    await anna.says_all(f"pace my {activity}", "minutes", "no")
    answer = ""
    for day, amount in zip(DAYS, tries, strict=True):
        await anna.comes(f"{day} 12:00")
        answer = told(await anna.says(f"walked {amount}"))
    return answer


async def walked(anna: Anna, first: int, amounts: list[str], pain: str = "4") -> str:
    """A day after the other from that day in March on; the answer to the last."""
    answer = ""
    for day, amount in enumerate(amounts, first):
        await anna.comes(f"2026-03-{day} 12:00")
        await anna.says_all(pain, "done")
        answer = told(await anna.says(f"did {amount}"))
    return answer


async def test_three_tries_give_a_goal_that_the_tries_explain(anna: Anna) -> None:
    answer = await tried(anna, "10 minutes", "12 minutes", "14 minutes")

    assert "Three tries: 10 minutes, 12 minutes and 14 minutes." in answer
    assert "9 minutes and 30 seconds a day, the same on good days and bad ones" in answer
    plan = anna.person.pacing
    assert plan is not None
    assert plan.baseline == pytest.approx(9.6)
    assert plan.goal == 9.5
    assert [row.amount for row in anna.records.stretches] == [10, 12, 14]


async def test_the_activity_stays_as_it_was_typed(anna: Anna) -> None:
    assert "How do you want to measure Tai Chi?" in told(await anna.says("pace my Tai Chi"))
    assert "set you a limit" in told(await anna.says("minutes"))
    assert "Noted: Tai Chi, in minutes." in told(await anna.says("no"))


async def test_it_can_be_left_at_any_question(anna: Anna) -> None:
    assert "another time" in told(await anna.says_all("/pace", "not now"))
    assert "another time" in told(await anna.says_all("/pace", "walking", "not now"))
    assert anna.person.pacing is None


async def test_what_was_told_can_be_put_right(anna: Anna) -> None:
    await anna.says_all("pace my walking", "minutes", "no", "walked 12 minutes")

    assert "Changed: 10 minutes" in told(await anna.says("no, 10 minutes"))
    assert "Changed: 9 minutes" in told(await anna.says("no, 9"))
    await anna.comes("2026-03-16 09:05")
    assert "Changed: 8 minutes" in told(await anna.says("no, 8 minutes"))
    assert [row.amount for row in anna.records.stretches] == [8]


async def test_a_number_put_right_after_a_check_in_is_the_check_in(anna: Anna) -> None:
    await anna.says_all("pace my walking", "minutes", "no", "walked 12 minutes", "6", "done")

    assert "5 instead of 6" in told(await anna.says("no, 5"))


async def test_yesterday_counts_for_yesterday(anna: Anna) -> None:
    await anna.says_all("pace my walking", "minutes", "no")

    assert "(yesterday)" in told(await anna.says("walked 12 minutes yesterday"))
    assert anna.records.stretches[0].local_date.isoformat() == "2026-03-14"


async def test_another_unit_is_not_stored_and_said_so(anna: Anna) -> None:
    await anna.says_all("pace my walking", "minutes", "no")

    assert "I did not store that" in told(await anna.says("walked 2 km"))
    assert not anna.records.stretches


async def test_without_a_plan_nothing_is_stored_and_said_so(anna: Anna) -> None:
    assert "I did not store that" in told(await anna.says("walked 12 minutes"))


async def test_a_week_of_four_days_without_more_pain_raises_by_a_tenth(anna: Anna) -> None:
    await tried(anna, "15 minutes", "15 minutes", "15 minutes")

    answer = await walked(anna, 19, ["12 min"] * 7)

    assert "7 of the last 7 days. From tomorrow it can be a little more: 13 minutes a day" in answer
    assert anna.person.pacing is not None
    assert anna.person.pacing.goal == 13


async def test_a_week_of_three_days_keeps_it(anna: Anna) -> None:
    await tried(anna, "15 minutes", "15 minutes", "15 minutes")

    answer = await walked(anna, 19, ["12 min", "5 min", "12 min", "5 min", "5 min", "5 min", "12 min"])

    assert "3 of the last 7 days. It stays at 12 minutes for now." in answer


async def test_a_poor_week_offers_a_step_back_and_imposes_none(anna: Anna) -> None:
    await tried(anna, "15 minutes", "15 minutes", "15 minutes")
    await anna.comes("2026-03-28 12:00")

    answer = await anna.says_all("4", "done", "did 5 minutes")

    assert "one step back, from 12 minutes to 11 minutes" in told(answer)
    assert anna.person.pacing is not None
    assert anna.person.pacing.goal == 12
    assert "11 minutes a day from now on" in told(await anna.says("a step back"))


async def test_much_more_than_the_plan_is_met_gently_and_not_praised(anna: Anna) -> None:
    await tried(anna, "15 minutes", "15 minutes", "15 minutes")

    answer = await walked(anna, 19, ["25 min"])

    assert "The plan says 12 minutes." in answer
    assert "Well done" not in answer


async def test_boom_and_bust_is_noticed_in_the_records(anna: Anna) -> None:
    await tried(anna, "15 minutes", "15 minutes", "15 minutes")

    answer = await walked(anna, 19, ["25 min", "3 min", "12 min", "30 min", "2 min", "12 min", "12 min"])

    assert "2 times a day with much more was followed by one with much less" in answer


async def test_more_is_capped_at_a_fifth_and_once_a_week(anna: Anna) -> None:
    await tried(anna, "15 minutes", "15 minutes", "15 minutes")

    assert "14 minutes a day" in told(await anna.says("set my pace to 40 minutes"))
    assert "I leave a week between" in told(await anna.says("set my pace to 50 minutes"))
    assert "8 minutes a day" in told(await anna.says("set my pace to 8 minutes"))


async def test_on_a_bad_day_nothing_begins_or_grows_and_what_was_done_is_noted(anna: Anna) -> None:
    await tried(anna, "15 minutes", "15 minutes", "15 minutes")
    await anna.says_all("9", "leave me be")

    assert "Pacing can wait" in told(await anna.says("set my pace to 13 minutes"))
    assert "Pacing can wait" in told(await anna.says("pace my gardening"))
    assert "A bit more" not in labels(await anna.says("my pace"))
    assert told(await anna.says("did 30 min")) == (
        'Noted: 30 minutes, walking. To change it, write "no" and the right amount.'
    )


async def test_after_a_flare_a_lower_place_is_offered_and_nothing_is_caught_up(anna: Anna) -> None:
    await tried(anna, "15 minutes", "15 minutes", "15 minutes")
    await anna.says_all("flare", "no")

    answer = await anna.says("flare is over")

    assert "Your pace was 12 minutes a day. After a flare, 7 minutes is a good place" in told(answer)
    await anna.presses("Begin there")
    assert anna.person.pacing is not None
    assert anna.person.pacing.goal == 7
    await anna.comes("2026-03-20 12:00")
    assert "I leave a week between" in told(await anna.says("set my pace to 12 minutes"))


async def test_another_activity_takes_its_place_and_says_so(anna: Anna) -> None:
    await anna.says_all("pace my walking", "minutes", "no", "walked 12 minutes")

    answer = told(await anna.says_all("pace standing", "no"))

    assert "I stop pacing walking with you." in answer
    assert "Noted: standing, in minutes." in answer


async def test_it_can_be_ended(anna: Anna) -> None:
    await tried(anna, "15 minutes", "15 minutes", "15 minutes")

    assert "I stop pacing walking" in told(await anna.says_all("/pace", "stop pacing"))
    assert anna.person.pacing is None
    assert len(anna.records.stretches) == 3


ACTS = [
    "did 5 min", "did 12 min", "did 14 min", "did 30 min", "did an hour", "no, 9 minutes", "set my pace to 13 minutes",
    "set my pace to 60 minutes", "set my pace to 6 minutes", "/pace", "a bit more", "a bit less", "a step back",
    "keep it as it is", "flare", "flare is over", "begin there", "3", "9", "done", "leave me be",
]  # fmt: skip


def _kept(turn: Turn) -> list[tuple[str, float]]:
    """What the turn stores of amounts, with the word that tells of it."""
    told = [("Noted", effect.fact.amount) for effect in turn.effects
            if isinstance(effect, Record) and isinstance(effect.fact, Stretch)]  # fmt: skip
    put_right = [effect.changes for effect in turn.effects if isinstance(effect, Amend) and effect.fact is Stretch]
    return told + [("Changed", changes["amount"]) for changes in put_right]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(st.sampled_from(ACTS), st.integers(0, 60)), max_size=16))
def test_no_goal_is_over_the_cap_and_what_is_said_is_what_is_stored(acts: list[tuple[str, int]]) -> None:
    life, raised = settled(), [date.min]
    for text, hours in [("pace my walking", 0), ("minutes", 0), ("no", 0), *[("did 15 min", 24)] * 3, *acts]:
        life.pass_time(timedelta(hours=hours))
        before = life.person.pacing.goal if life.person.pacing else None
        turn = life.act(Text(text))
        said = "\n".join(message.text for message in spoken(turn))
        for word, amount in _kept(turn):
            assert f"{word}: {amount:g} minutes, walking" in said
        plan = life.person.pacing
        if plan is None or plan.goal is None or before is None or plan.goal <= before or text.startswith("no,"):
            continue
        assert plan.goal <= before * (1 + MOST) + NEARLY
        assert turn.today - raised[-1] >= timedelta(days=7)
        raised.append(turn.today)


# What a clinician said


async def tells(anna: Anna, *amounts: str) -> None:
    for day, amount in zip(DAYS, amounts, strict=True):
        await anna.comes(f"{day} 12:00")
        await anna.says(f"walked {amount}")


def pace_of(anna: Anna) -> Pacing:
    pace = anna.person.pacing
    assert pace is not None
    return pace


async def test_whether_a_clinician_set_a_limit_is_asked_before_it_begins(anna: Anna) -> None:
    answer = await anna.says_all("pace my walking", "minutes")

    assert "has a doctor or therapist set you a limit" in told(answer)
    assert labels(answer) == ["No", "Yes, a limit", "I am not to do it", "I am not sure"]
    assert anna.person.pacing is None
    assert "three tries" in told(await anna.says("no"))


async def test_no_goal_goes_above_the_limit_of_a_clinician(anna: Anna) -> None:
    assert "at most" in told(await anna.says_all("pace my walking", "minutes", "yes, a limit"))
    assert "Your limit is 10 minutes a day" in told(await anna.says("at most 10 minutes"))
    await tells(anna, "15 minutes", "15 minutes", "15 minutes")

    assert pace_of(anna).goal == 10
    assert "Your limit is 10 minutes a day" in told(await anna.says("set my pace to 12 minutes"))
    assert "Your limit is 10 minutes a day" in told(await anna.says_all("/pace", "a bit more"))
    assert pace_of(anna).goal == 10
    assert "Your limit: 10 minutes a day" in told(await anna.says("/pace"))


async def test_a_limit_can_be_changed_and_taken_back(anna: Anna) -> None:
    await anna.says_all("pace my walking", "minutes", "no")
    await tells(anna, "15 minutes", "15 minutes", "15 minutes")

    assert "your limit for walking is 9 minutes a day" in told(await anna.says_all("/pace", "my limit", "9 minutes"))
    assert (pace_of(anna).goal, pace_of(anna).limit) == (9, 9)
    assert "no limit any more" in told(await anna.says_all("/pace", "my limit", "no limit"))
    assert pace_of(anna).limit is None
    assert "10 minutes a day" in told(await anna.says_all("/pace", "a bit more"))


@pytest.mark.parametrize("wrong", ["not much", "500 steps", "0 minutes"])
async def test_a_limit_that_cannot_be_read_is_asked_for_again(anna: Anna, wrong: str) -> None:
    answer = told(await anna.says_all("pace my walking", "minutes", "a limit", wrong))

    assert "could not read that" in answer
    assert "Your limit is 8 minutes" in told(await anna.says("8"))


async def test_what_a_clinician_told_them_not_to_do_is_left_out_here_and_on_the_ladder(anna: Anna) -> None:
    assert "we leave that one" in told(await anna.says_all("pace my walking", "minutes", "told not to"))
    assert anna.person.pacing is None
    assert "not for you now" in told(await anna.says("pace my Walking"))
    await anna.says("leave it")
    assert "not for you now" in told(await anna.says_all("/ladder", "walking"))
    await anna.says("leave it")

    assert "How do you want to measure" in told(await anna.says_all("pace my walking", "that has changed"))


async def test_whoever_is_not_sure_asks_first(anna: Anna) -> None:
    assert "ask them first" in told(await anna.says_all("pace my walking", "minutes", "not sure"))
    assert anna.person.pacing is None
