"""Small experiments: drawn by chance, told in the evening, ended by quiet, answered with how sure it is."""

import re
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.content import load_library
from bot.conversation.effects import Effect, Recall, Record, Say, TrialPicture
from bot.conversation.engine import respond
from bot.conversation.events import Due, Recalled
from bot.conversation.person import Hold, InFlare, LastCheckIn, Person, Settings, Trial
from bot.conversation.records import ExperimentDay, Records
from bot.programme import trials
from bot.progress.trials import draw
from tests.programme.people import Anna, berlin, kinds, told

FIRST_NIGHT = "2026-03-16"
LIBRARY = load_library()


async def begun(anna: Anna) -> None:
    await anna.says_all("no more small steps", "no weekly questions")
    await anna.comes(f"{FIRST_NIGHT} 08:00")
    await anna.says_all("does breathing help me", "begin")


async def day(anna: Anna, date: str, words: str = "5, sleep 6", kept: str | None = "yes") -> str:
    """A check-in in the morning, a word for the letter where one came, and what came in the evening."""
    await anna.comes(f"{date} 09:05")
    await anna.says(words)
    if "weekly" in kinds(await anna.comes(f"{date} 18:00")):
        await anna.says("thanks")
    came = told([message for message in await anna.comes(f"{date} 20:01") if message.kind == "trial"])
    if kept and "id it go that way?" in came:
        await anna.says(kept)
    return came


def nights(anna: Anna) -> tuple[ExperimentDay, ...]:
    return anna.records.experiment_days


async def test_are_chosen_and_begun_and_told_in_the_evening(anna: Anna) -> None:
    await anna.says("no more small steps")
    await anna.comes(f"{FIRST_NIGHT} 08:00")
    assert "drawn by chance" in told(await anna.says("try out"))
    await anna.says_all("screens", "begin")

    trial = anna.person.trial
    assert trial is not None
    assert trial.question == "screen_sleep"
    came = await day(anna, FIRST_NIGHT)
    assert came == f"Tonight: {trial.drawn[0]} half an hour off screens before bed."
    assert [night.condition for night in nights(anna)] == [trial.drawn[0]]


async def test_say_what_they_noted_and_can_be_put_right(anna: Anna) -> None:
    await begun(anna)
    await day(anna, FIRST_NIGHT)
    await day(anna, "2026-03-17", kept=None)

    assert "went as drawn" in told(await anna.presses("Yes, it did"))
    assert nights(anna)[0].kept is True
    assert "went otherwise" in told(await anna.says("it went otherwise"))
    assert nights(anna)[0].kept is False


async def test_take_the_sleep_of_the_next_check_in(anna: Anna) -> None:
    await begun(anna)
    await day(anna, FIRST_NIGHT, "5, sleep 2")
    await day(anna, "2026-03-17", "5, sleep 8")
    await day(anna, "2026-03-18", "5, sleep 3")

    assert [night.outcome for night in nights(anna)] == [8, 3, None]


async def test_end_with_an_answer_whose_figures_are_those_of_the_records(anna: Anna) -> None:
    await begun(anna)
    trial = anna.person.trial
    assert trial is not None
    sleep, came = "5", ""
    for number in range(15):
        date = (berlin(f"{FIRST_NIGHT} 12:00") + timedelta(days=number)).date().isoformat()
        came = await day(anna, date, f"5, sleep {sleep}", kept="yes" if number < 14 else None)
        sleep = "8" if number < 14 and trial.drawn[number] == "with" else "4"
    assert "last evening" in came
    answer = await anna.says("yes")

    with_ = [night.outcome for night in nights(anna) if night.condition == "with"]
    assert with_ == [8.0] * 7
    assert "Yes for you" in told(answer)
    assert "8.0 on average after 7 evenings with a breath before bed, and 4.0 after 7 without. 14 of 14" in told(answer)
    assert isinstance(answer[-1].attachment, TrialPicture)
    assert anna.person.trial is None
    assert anna.records.experiments[0].answer == "yes"
    assert not await anna.comes("2026-03-31 08:00")


async def test_are_not_told_when_the_check_in_waits_for_an_answer(anna: Anna) -> None:
    await begun(anna)
    await anna.comes(f"{FIRST_NIGHT} 09:05")

    assert not await anna.comes(f"{FIRST_NIGHT} 23:00")
    assert not nights(anna)


async def test_come_after_a_late_check_in_and_leave_it_its_place(anna: Anna) -> None:
    await anna.says_all("no more small steps", "ask me at 22:00", "yes")
    await anna.comes(f"{FIRST_NIGHT} 08:00")
    assert "at 22:15" in told(await anna.says_all("does breathing help me", "begin"))
    assert kinds(await anna.comes(f"{FIRST_NIGHT} 22:05")) == ["check_in"]
    await anna.says_all("5", "done")

    assert kinds(await anna.comes(f"{FIRST_NIGHT} 23:00")) == ["trial"]


async def test_are_not_told_on_a_bad_day(anna: Anna) -> None:
    await begun(anna)
    assert not await day(anna, FIRST_NIGHT, "8, sleep 3")
    assert not nights(anna)
    assert "Tonight" in await day(anna, "2026-03-17", "5, sleep 3")


async def test_do_not_begin_on_a_bad_day(anna: Anna) -> None:
    await anna.says_all("8", "leave me be")

    assert "Not today" in told(await anna.says("experiment"))
    assert anna.person.trial is None


@pytest.mark.parametrize("quiet", ["pause until friday", "stop", "i want to die"])
async def test_end_when_things_go_quiet_and_keep_what_was_noted(anna: Anna, quiet: str) -> None:
    await begun(anna)
    await day(anna, FIRST_NIGHT)
    answer = await anna.says(quiet)

    assert anna.person.trial is None
    assert len(nights(anna)) == 1
    assert anna.records.experiments[0].answer == "unclear"
    assert ("trial" in kinds(answer)) == quiet.startswith("pause")
    assert "trial" not in kinds(await anna.comes("2026-04-20 08:00"))


async def test_end_when_they_say_so(anna: Anna) -> None:
    await begun(anna)

    assert "What you noted is kept" in told(await anna.says("end the experiment"))
    assert anna.person.trial is None
    assert "No experiment is on" in told(await anna.says("end the experiment"))


async def test_show_how_far_they_are(anna: Anna) -> None:
    await begun(anna)
    assert "still to come" in told(await anna.says_all("experiment"))
    await day(anna, FIRST_NIGHT)

    assert "evening 1 of 14" in told(await anna.says("experiment"))
    await anna.says("end it")
    assert anna.person.trial is None


async def test_offer_nothing_about_sleep_to_whoever_is_not_asked_about_it(anna: Anna) -> None:
    await anna.says("don't ask about sleep")

    answer = await anna.says("experiment")
    assert [option.label for option in answer[-1].options] == ["A breath before bed, for pain", "Not now"]


def someone(**changes: Any) -> Person:
    now = berlin(f"{FIRST_NIGHT} 20:00")
    trial = Trial(3, "breath_sleep", now.date(), draw("someone"))
    return replace(Person("someone", consented_at=now - timedelta(days=30), trial=trial), **changes)


DAYS = st.fixed_dictionaries({
    "pain": st.integers(0, 10), "line": st.integers(5, 9), "age": st.integers(0, 3), "told": st.integers(0, 20),
    "quiet": st.sets(st.sampled_from(["flare", "hold", "pause", "spared"]), max_size=2),
})  # fmt: skip


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(DAYS)
def test_nothing_is_asked_for_in_flare_pause_hold_or_above_the_bad_day_line(day: dict[str, Any]) -> None:
    now = berlin(f"{FIRST_NIGHT} 20:00")
    later, quiet = now + timedelta(days=1), day["quiet"]
    person = someone(
        settings=Settings(zone="Europe/Berlin", bad_day_line=day["line"]),
        last_check_in=LastCheckIn(1, now.date() - timedelta(days=day["age"]), now, day["pain"]),
        flare=InFlare(1, now) if "flare" in quiet else None,
        hold=Hold("crisis", 1, now) if "hold" in quiet else None,
        paused_until=later if "pause" in quiet else None,
        no_challenges_until=later if "spared" in quiet else None,
    )
    effects = _evening(person, day["told"])

    is_forbidden = bool(quiet) or (day["pain"] >= day["line"] and day["age"] <= 1)
    assert any(isinstance(effect, Say) for effect in effects) != is_forbidden
    told_tonight = sum(isinstance(effect, Record) for effect in effects)
    assert told_tonight == (not is_forbidden and day["told"] < 20)


def _evening(person: Person, told_before: int) -> list[Effect]:
    """What follows from an evening after so many."""
    now = berlin(f"{FIRST_NIGHT} 20:00")
    turn = respond(Due(trials.EVENING, now), person, now, LIBRARY)
    if not any(isinstance(effect, Recall) for effect in turn.effects):
        return list(turn.effects)
    dates = [now.date() - timedelta(days=back) for back in range(told_before, 0, -1)]
    days = tuple(ExperimentDay(100 + number, date, 3, "with", True) for number, date in enumerate(dates))
    rest = respond(Recalled(trials.DUE, Records(experiment_days=days)), turn.person, now, LIBRARY)
    return [*turn.effects, *rest.effects]


AT_NIGHT = [("22:30", "22:45"), ("23:30", "23:45"), ("23:50", "23:35"), ("02:00", "02:15"), ("21:50", "22:05")]


@pytest.mark.parametrize(("hour", "told_at"), [*AT_NIGHT, ("06:00", "20:00"), ("20:30", "20:45"), ("00:00", "00:15")])
async def test_tell_the_evening_beside_a_check_in_that_comes_late_or_at_night(
    anna: Anna, hour: str, told_at: str
) -> None:
    await anna.says_all("no more small steps", f"ask me at {hour}", "yes", "does breathing help me")

    clock = told_at.removeprefix("0").replace("00:15", "0:15")
    assert f" at {clock}." in told(await anna.says("begin"))


async def test_put_the_sleep_of_someone_who_works_at_night_beside_the_evening_before_it(anna: Anna) -> None:
    await anna.says_all("no more small steps", "no weekly questions", "ask me at 2:00", "yes")
    await anna.says_all("does breathing help me", "begin")
    for date, sleep in ((FIRST_NIGHT, 3), ("2026-03-17", 8), ("2026-03-18", 5)):
        await anna.comes(f"{date} 02:05")
        await anna.says(f"4, sleep {sleep}")
        assert re.search("Tonight|This evening", told(await anna.comes(f"{date} 02:20")))
        await anna.says("yes")

    assert [night.outcome for night in nights(anna)] == [8, 5, None]
    assert [night.local_date.day for night in nights(anna)] == [16, 17, 18]


async def test_wait_for_the_end_of_a_talk_no_longer_than_the_day(anna: Anna) -> None:
    await anna.says_all("no more small steps", "no weekly questions", "ask me at 23:40", "yes")
    await anna.says_all("does breathing help me", "begin")
    await anna.comes(f"{FIRST_NIGHT} 23:54")
    await anna.says("4")

    assert "Tonight" not in told(await anna.comes("2026-03-17 08:00"))
    assert not nights(anna)


async def test_come_in_no_hour_of_the_night_that_was_not_chosen(anna: Anna) -> None:
    await begun(anna)
    trial = anna.person.trial
    assert trial is not None
    evening = Due(trials.EVENING, berlin(f"{FIRST_NIGHT} 21:55"))

    assert not respond(evening, anna.person, berlin(f"{FIRST_NIGHT} 22:05"), LIBRARY).effects[1:]
