"""What whoever runs Steady tells everybody comes once, by day, and to nobody who wants quiet."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.conversation.effects import Urgency
from bot.conversation.events import Forgotten, Noticed, Quieted, Text
from bot.conversation.person import Hold, InFlare, Notice, Person, Settings, Silence
from bot.ports import OutboxMessage
from tests.fakes import World, home_of

NOON = datetime(2026, 3, 16, 12, 0, tzinfo=UTC)
NIGHT = datetime(2026, 3, 16, 23, 30, tzinfo=UTC)
ANNA = Person("id of anna", consented_at=NOON, settings=Settings(zone="UTC"))
WORDS = "Steady will be away on Sunday."
TOLD = f"From the people who run Steady: {WORDS}"


@pytest.fixture
def world() -> Iterator[World]:
    world = World(NOON)
    yield world
    world.close()


def add(world: World, person: Person = ANNA) -> None:
    with world.store.begin() as unit:
        unit.add_person(person, home_of("anna"), world.clock())
        unit.commit()


def notice(world: World, words: str = WORDS, **lasts: float) -> Notice:
    return Notice(words, words, world.clock() + timedelta(**lasts or {"hours": 24}))


async def told(world: World, *notices: Notice) -> list[OutboxMessage]:
    before = len(world.platform.sent)
    for one in notices:
        world.companion.turns.by_operator([ANNA.id], Noticed(one))
    await world.deliver()
    return world.platform.sent[before:]


async def test_by_day_it_is_said_at_once_behind_whatever_was_asked_for(world: World) -> None:
    add(world)

    (message,) = await told(world, notice(world))

    assert (message.text, message.kind, message.urgency) == (TOLD, "notice", Urgency.SCHEDULED)
    assert message.expires_at == NOON.replace(hour=22)  # what is late does not come at night


async def test_nobody_is_told_the_same_twice(world: World) -> None:
    add(world)

    assert len(await told(world, notice(world), notice(world))) == 1
    assert await told(world, notice(world, days=9)) == []
    assert len(await told(world, notice(world, "Steady is back."))) == 1


@pytest.mark.parametrize("moment", [NIGHT, NOON.replace(hour=3), NOON.replace(hour=21, minute=20)])
async def test_at_night_and_shortly_before_it_waits_for_the_morning(world: World, moment: datetime) -> None:
    add(world)
    world.clock.now = moment

    assert await told(world, notice(world)) == []
    said = await world.later(hours=15)

    assert [message.text for message in said] == [TOLD]
    assert world.timers("anna") == {}


async def test_it_comes_on_time_in_the_morning_of_whom_it_is_for(world: World) -> None:
    add(world, ANNA.setting(zone="Asia/Tokyo"))  # where it is nine in the evening, which is too late for a long queue
    world.clock.now = NOON + timedelta(minutes=30)

    assert await told(world, notice(world)) == []
    assert world.timers("anna") == {"notice": "2026-03-17T01:00:00+00:00"}


async def test_what_runs_out_before_the_morning_is_not_said(world: World) -> None:
    add(world)
    world.clock.now = NIGHT

    await told(world, notice(world, hours=2))

    assert await world.later(hours=12) == []


async def test_after_time_away_it_waits_for_another_morning_unless_it_ran_out(world: World) -> None:
    add(world)
    world.clock.now = NIGHT
    await told(world, notice(world, days=2))

    assert await world.later(hours=24) == []  # Steady was away all day, and it is night again
    assert [message.text for message in await world.later(hours=11)] == [TOLD]


async def test_two_that_wait_come_together(world: World) -> None:
    add(world)
    world.clock.now = NIGHT

    await told(world, notice(world), notice(world, "And on Monday."))

    assert [message.text for message in await world.later(hours=12)] == [
        f"{TOLD}\n\nFrom the people who run Steady: And on Monday."
    ]


@pytest.mark.parametrize(
    "quiet",
    [
        replace(ANNA, stopped=True),
        replace(ANNA, paused_until=NOON + timedelta(days=1)),
        replace(ANNA, away=True),
        replace(ANNA, silence=Silence(quiet=True)),
    ],
)
async def test_who_wants_quiet_is_left_in_peace(world: World, quiet: Person) -> None:
    add(world, quiet)

    assert await told(world, notice(world)) == []
    assert world.store.people([ANNA.id])[0].notices == ()


async def test_who_pauses_before_the_morning_is_left_in_peace(world: World) -> None:
    add(world)
    world.clock.now = NIGHT
    await told(world, notice(world))

    world.companion.turns.by_operator([ANNA.id], Quieted(3))
    await world.deliver()

    assert await world.later(hours=12) == []


async def test_it_takes_the_place_of_no_check_in_and_counts_for_no_silence(world: World) -> None:
    add(world)
    world.clock.now = NOON.replace(hour=8)
    with world.store.begin() as unit:
        unit.set_timer(ANNA.id, "check_in", NOON.replace(hour=9))
        unit.commit()

    await told(world, notice(world))
    (question,) = await world.later(hours=1)

    assert question.kind == "check_in"
    assert world.store.people([ANNA.id])[0].silence.unasked == 1


async def test_an_open_question_stays_open(world: World) -> None:
    add(world)
    await world.happens("anna", Text("/checkin"))

    await told(world, notice(world))

    (answer, *_) = await world.happens("anna", Text("6"))
    assert "6" in answer.text
    assert world.store.people([ANNA.id])[0].last_check_in is not None


async def test_only_the_newest_are_kept_and_of_those_told_no_words(world: World) -> None:
    add(world)

    await told(world, *(notice(world, f"number {number}") for number in range(25)))

    kept = world.store.people([ANNA.id])[0].notices
    assert [one.id for one in kept] == [f"number {number}" for number in range(5, 25)]
    assert {one.text for one in kept} == {None}


async def test_who_is_forgotten_is_told_everywhere(world: World) -> None:
    add(world)

    assert world.companion.turns.by_operator([ANNA.id, "id of nobody"], Forgotten()) == 1
    await world.deliver()

    assert world.platform.texts[0].startswith("It is gone: everything")
    assert not any(world.about("anna").values())


SPARED = [replace(ANNA, hold=Hold("crisis", 1, NOON)), replace(ANNA, flare=InFlare(1, NOON))]


@pytest.mark.parametrize("spared", SPARED)
async def test_in_a_flare_or_after_a_danger_it_waits_until_that_is_over(world: World, spared: Person) -> None:
    add(world, spared)

    assert await told(world, notice(world, days=3)) == []
    assert await world.later(hours=2) == []
    await world.happens("anna", Text("carry on" if spared.hold else "flare is over"))

    assert TOLD in [message.text for message in await world.later(hours=2)]


@pytest.mark.parametrize("spared", SPARED)
async def test_in_a_flare_or_after_a_danger_it_waits_no_longer_than_its_end(world: World, spared: Person) -> None:
    add(world, spared)

    await told(world, notice(world, hours=3))
    for _ in range(4):
        assert await world.later(hours=1) == []

    assert "notice" not in world.timers("anna")
    assert world.store.people([ANNA.id])[0].notices[0].text is None


@pytest.mark.parametrize("said", ["ok", "Ok thanks", "thx"])
async def test_an_ok_or_thanks_is_taken_as_heard_and_answers_nothing_else(world: World, said: str) -> None:
    add(world)
    await world.happens("anna", Text("/checkin"))
    await told(world, notice(world))

    (answer,) = await world.happens("anna", Text(said))

    assert answer.text == "All right."
    (answer, *_) = await world.happens("anna", Text("6"))
    assert "6" in answer.text


async def test_an_ok_to_what_was_asked_since_is_an_answer_to_that(world: World) -> None:
    add(world)
    await told(world, notice(world))
    world.clock.now += timedelta(minutes=5)
    await world.happens("anna", Text("breathe"))

    (answer, *_) = await world.happens("anna", Text("ok"))

    assert answer.kind == "breathing"
