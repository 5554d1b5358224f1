"""The comfort-zone ladder: built in the person's words, climbed on days that allow it, never two rungs at once."""

import json
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.conversation.events import Text
from bot.conversation.person import Climb, InFlare, to_json
from bot.conversation.records import Flare, Go
from bot.programme.ladder import starting_rung
from bot.progress.week import surprise
from tests.conversation.test_engine import Life, settled, spoken
from tests.programme.people import Anna, kinds, labels, told

RUNGS = "sit in the car\ndrive round the block\ndrive to Jo\ndrive to town\nthe motorway"


async def built(anna: Anna, *feared: str) -> None:
    await anna.comes("2026-03-16 09:05")
    await anna.says_all("4", "done")
    await anna.says("stop the small steps")
    await anna.says_all("/ladder Driving", "no", RUNGS, "that is all", *(feared or ("1", "3", "5", "7", "9")))


async def gone(anna: Anna, harder: str = "2", pain: str = "4") -> str:
    await anna.says_all("try my rung", "it will lock up", "8", pain)
    return told(await anna.says_all("i did it", "no", harder))


async def next_day(anna: Anna, day: int, pain: str = "4") -> None:
    await anna.comes(f"2026-03-{day} 09:05")
    await anna.says_all(pain, "done" if float(pain) < 7 else "leave me be")


@pytest.mark.parametrize(
    ("feared", "place"),
    [((1, 2, 3, 5, 8), 2), ((2, 3.5, 4, 6, 8), 1), ((1, 2, 6, 7, 8), 1), ((6, 7, 8), 0), ((5,), 0)],
)
def test_begins_at_a_rung_of_about_three_to_four(feared: tuple[float, ...], place: int) -> None:
    assert starting_rung(feared) == place


async def test_is_kept_in_their_words_ordered_by_how_hard_each_rung_feels(anna: Anna) -> None:
    await built(anna, "1", "6", "3", "7", "9")

    (ladder,) = anna.records.ladders
    assert json.loads(ladder.rungs) == [
        ["sit in the car", 1], ["drive to Jo", 3], ["drive round the block", 6], ["drive to town", 7],
        ["the motorway", 9],
    ]  # fmt: skip
    assert ladder.activity == "Driving"
    assert anna.person.climb is not None
    assert anna.person.climb.rungs[anna.person.climb.at] == "drive to Jo"


async def test_rungs_can_be_told_one_after_another_and_more_are_asked_for(anna: Anna) -> None:
    assert "4 more" in told(await anna.says_all("/ladder", "Driving", "no", "sit in the car"))
    assert "3 more" in told(await anna.says("2. drive round the block"))

    answer = await anna.says("that is all")
    assert "What lies in between?" in told(answer)
    assert "Keep these" in labels(answer)
    await anna.says_all("keep these", "2", "4")

    assert [json.loads(ladder.rungs) for ladder in anna.records.ladders] == [
        [["sit in the car", 2], ["drive round the block", 4]]
    ]


async def test_what_cannot_be_a_rung_is_named_and_nothing_is_cut(anna: Anna) -> None:
    long = "drive " * 30
    await anna.says_all("/ladder", "Driving", "no", "sit in the car")

    answer = told(await anna.says(f"Sit in the car\n{long.strip()}\n7"))

    assert "Not kept" in answer
    assert long.strip() in answer
    assert anna.person.climb is not None
    assert anna.person.climb.rungs == ("sit in the car",)


async def test_a_ladder_that_was_left_goes_on_where_it_was(anna: Anna) -> None:
    await anna.says_all("/ladder", "Driving", "no", "sit in the car\ndrive round the block")
    await anna.comes("2026-03-16 09:05")
    await anna.says_all("4", "done")

    answer = told(await anna.says("/ladder"))

    assert "sit in the car" in answer
    assert "3 more" in answer


async def test_is_never_made_of_what_a_clinician_forbade_and_that_is_asked_once(anna: Anna) -> None:
    assert "doctor or therapist" in told(await anna.says("/ladder lifting boxes"))
    await anna.says("yes")
    answer = told(await anna.says("make a ladder for Lifting boxes"))

    assert anna.person.forbidden == ("lifting boxes",)
    assert "not for you now" in answer
    assert anna.person.climb is None
    assert "doctor or therapist" in told(await anna.says("that has changed"))


async def test_ends_when_a_clinician_says_no(anna: Anna) -> None:
    await built(anna)
    await anna.says_all("/ladder", "my clinician says no")

    assert (anna.person.climb, anna.person.forbidden) == (None, ("Driving",))
    assert anna.records.ladders[0].ended_on == date(2026, 3, 16)


async def test_is_made_from_the_goal(anna: Anna) -> None:
    await anna.says_all("my goal is to Drive to Jo", "not now")

    assert "Drive to Jo" in told(await anna.says_all("/ladder", "my goal"))


async def test_shows_what_was_expected_beside_what_happened(anna: Anna) -> None:
    await built(anna, "1", "8", "9", "9", "10")
    await anna.says_all("/ladder", "rate them again", "8", "8", "9", "9", "10")

    assert "You expected 8. It was 5." in await gone(anna, "5")
    await anna.says_all("3", "the first minute is the worst")

    (go,) = anna.records.goes
    assert (go.expected, go.sure, go.pain_before, go.happened) == ("it will lock up", 8.0, 4.0, "no")
    assert (go.feared, go.harder, go.pain_after, go.found) == (8.0, 5.0, 3.0, "the first minute is the worst")


async def test_the_next_morning_is_read_from_the_check_in(anna: Anna) -> None:
    await built(anna)
    await gone(anna)
    await next_day(anna, 17, "6")
    await anna.comes("2026-03-17 11:00")

    assert anna.records.goes[0].next_morning == 6.0
    assert "The morning after: 6." in told(await anna.says("/ladder"))


async def test_the_next_morning_is_asked_for_where_there_is_no_check_in(anna: Anna) -> None:
    await anna.says_all("/settings", "days", "mon", "that's all")
    await built(anna)
    await anna.says_all("/ladder", "leave it")
    await gone(anna)
    await anna.says_all("3", "nothing")

    assert "morning after your rung" in told(await anna.comes("2026-03-17 10:01"))
    await anna.says("5")

    assert anna.records.goes[0].next_morning == 5.0
    assert [check_in.pain for check_in in anna.check_ins] == [4.0]


async def test_one_rung_up_is_offered_after_two_good_goes_and_only_then(anna: Anna) -> None:
    await built(anna)
    await gone(anna)
    assert "next rung would be" not in told(await anna.says_all("3", "nothing"))
    await next_day(anna, 17)
    await gone(anna)

    assert "drive to Jo" in told(await anna.says_all("3", "nothing"))
    await anna.says("one rung up")

    assert anna.person.climb is not None
    assert (anna.person.climb.at, anna.person.climb.good) == (2, 0)


async def test_a_harder_go_begins_the_count_again(anna: Anna) -> None:
    await built(anna)
    await gone(anna)
    await anna.says_all("3", "nothing")
    await next_day(anna, 17)

    assert "you went all the same" in await gone(anna, "8")
    await anna.says_all("3", "nothing")

    assert anna.person.climb is not None
    assert (anna.person.climb.at, anna.person.climb.good) == (1, 0)


async def test_one_rung_back_is_offered_after_a_flare_and_not_imposed(anna: Anna) -> None:
    await built(anna)
    await gone(anna)
    await anna.says_all("3", "nothing")
    person_id = anna.person.id
    with anna.store.begin() as unit:
        unit.record(person_id, Flare(1000, date(2026, 3, 17), anna.clock.now, date(2026, 3, 18)))
        unit.commit()
    await next_day(anna, 20)

    answer = await anna.says("try my rung")
    assert labels(answer) == ["One rung back", "Stay where I am", "Not now"]
    assert "what do you expect" in told(await anna.says("stay where I am"))
    assert anna.person.climb is not None
    assert (anna.person.climb.at, anna.person.climb.good) == (1, 0)
    await anna.says("not now")
    assert "what do you expect" in told(await anna.says("try my rung"))


async def test_the_top_rung_twice_ends_the_ladder(anna: Anna) -> None:
    await anna.comes("2026-03-16 09:05")
    await anna.says_all("4", "done", "stop the small steps")
    await anna.says_all("/ladder", "Driving", "no", "sit in the car", "that is all", "keep these", "3")
    await gone(anna)
    await anna.says_all("3", "nothing")
    await next_day(anna, 17)
    await gone(anna)

    assert "This ladder is done" in told(await anna.says_all("3", "nothing"))
    assert anna.person.climb is None
    assert anna.records.ladders[0].ended_on == date(2026, 3, 17)


async def test_pain_above_the_line_just_before_ends_the_go_kindly(anna: Anna) -> None:
    await built(anna)

    assert "not a day for a rung" in told(await anna.says_all("try my rung", "skip", "8"))
    assert not anna.records.goes


async def test_one_go_a_day(anna: Anna) -> None:
    await built(anna)
    await gone(anna)
    await anna.says_all("3", "nothing")

    assert "One a day is enough" in told(await anna.says("try my rung"))


async def test_how_it_went_is_asked_once_and_told_in_their_words(anna: Anna) -> None:
    await built(anna)
    await anna.says_all("try my rung", "skip", "skip")

    came = await anna.comes("2026-03-16 22:00")
    assert kinds(came) == ["ladder"]
    assert "sit" not in told(came)
    assert "The rung waits" in told(await anna.says("it did not happen"))


async def test_a_ladder_with_another_rung_is_a_new_one_and_the_goes_stay_with_the_first(anna: Anna) -> None:
    await built(anna)
    await gone(anna)
    await anna.says_all("3", "nothing", "/ladder", "add a rung", "drive to the lake", "that is all", "4")

    first, second = anna.records.ladders
    assert first.ended_on is not None
    assert len(json.loads(second.rungs)) == 6
    assert anna.records.goes[0].ladder == first.entry
    assert anna.person.climb is not None
    assert anna.person.climb.rungs[anna.person.climb.at] == "drive round the block"


# What always holds

troubles = st.sampled_from(["", "", "", "", "flare", "ease", "pause until friday", "/resume", "i want to kill myself"])
days = st.fixed_dictionaries({
    "pain": st.integers(0, 10), "before": st.sampled_from(["skip", "3", "6", "9"]), "trouble": troubles,
    "how": st.sampled_from(["i did it", "i did it", "i did part of it", "it did not happen"]),
    "harder": st.sampled_from(["skip", "0", "2", "5", "9"]), "up": st.sampled_from(["one rung up", "stay"]),
    "back": st.sampled_from(["one rung back", "stay"]), "goes": st.integers(1, 2),
})  # fmt: skip


def on_ladder() -> Life:
    life = settled()
    life.now = datetime.fromisoformat("2026-03-30T08:00:00+00:00")
    rungs = tuple(f"rung {letter}" for letter in "abcdef")
    climb = Climb(1, "Driving", rungs, (2, 3, 4, 5, 6, 8), at=1)
    life.document = to_json(replace(life.person, climb=climb))
    life.act(Text("stop the small steps"))
    return life


def troubled(life: Life, trouble: str) -> None:
    person, today = life.person, life.now.date()
    if trouble == "flare" and person.flare is None:
        life.notes.rows[Flare, person.turn] = Flare(person.turn, today, life.now)
        life.document = to_json(replace(person, flare=InFlare(person.turn, life.now)))
    elif trouble == "ease":
        life.document = to_json(replace(person, flare=None))
    elif trouble not in ("", "flare"):
        life.act(Text(trouble))


def try_a_rung(life: Life, day: dict[str, Any]) -> None:
    said = {
        "go_back": day["back"], "go_up": day["up"], "go_expect": "it will lock up", "go_sure": "7",
        "go_pain": day["before"], "go_how": day["how"], "go_happened": "no", "go_harder": day["harder"],
        "go_after": "4", "go_found": "nothing",
    }  # fmt: skip
    life.act(Text("try my rung"))
    for _ in range(14):
        place, climb = life.person.place, life.person.climb
        if place is not None and place.script in said:
            life.act(Text(said[place.script]))
        elif climb is not None and climb.go is not None and not life.person.hold:
            life.act(Text(day["how"]))
        else:
            return


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(days, min_size=1, max_size=12))
def test_no_go_on_a_day_that_allows_none_and_never_two_rungs_up(course: list[dict[str, Any]]) -> None:
    life = on_ladder()
    for day in course:
        life.pass_time(timedelta(days=1))
        life.act(Text(f"/checkin {day['pain']}"))
        troubled(life, day["trouble"])
        for _ in range(day["goes"]):
            one_try(life, day)


def one_try(life: Life, day: dict[str, Any]) -> None:
    before = life.person
    known = {fact.entry for fact in goes(life)}
    try_a_rung(life, day)
    new = [fact for fact in goes(life) if fact.entry not in known]
    last, line = before.last_check_in, before.settings.bad_day_line
    if new:
        (go,) = new
        paused = before.paused_until is not None and before.paused_until > life.now
        assert not (before.flare)
        assert not (before.hold)
        assert not (before.stopped)
        assert not paused
        assert before.no_challenges_until is None or before.no_challenges_until <= life.now
        assert last is None or life.now.date() - last.local_date > timedelta(days=1) or last.pain < line
        assert go.pain_before is None or go.pain_before < line
        assert [fact.local_date for fact in goes(life)].count(go.local_date) == 1
    if before.climb and life.person.climb:
        went_up(life, before.climb.at, life.person.climb.at, day)


def went_up(life: Life, at: int, now_at: int, day: dict[str, Any]) -> None:
    assert now_at <= at + 1
    if now_at == at + 1:
        first, second = [go for go in goes(life) if go.harder is not None][-2:]
        assert day["up"] == "one rung up"
        assert first.rung == second.rung == at
        assert surprise(first.feared, first.harder) <= 0
        assert surprise(second.feared, second.harder) <= 0


def goes(life: Life) -> list[Go]:
    return list(life.notes.records().goes)


@given(st.sampled_from(["0", "2.5", "5", "10"]))
@settings(max_examples=4, deadline=None)
def test_every_figure_said_of_a_go_is_the_one_in_its_row(harder: str) -> None:
    life = on_ladder()
    for said in ("try my rung", "skip", "3", "i did it", "no"):
        life.act(Text(said))

    (told, *_) = spoken(life.act(Text(harder)))

    (go,) = goes(life)
    assert f"You expected {go.feared:g}. It was {go.harder:g}" in told.text
