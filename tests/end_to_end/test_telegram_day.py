"""Steady as it runs: the real process, the real database file, and a Bot API on real sockets that can be cruel."""

import asyncio
import json
import random
import time
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from storage.tables import CHECK_INS, PEOPLE
from tests import databases
from tests.databases import Database
from tests.end_to_end.four import (
    ANNA,
    BO,
    CLEO,
    DORA,
    PATIENCE,
    city_at_a_quiet_hour,
    first_line,
    says,
    settle,
    taps,
    tell_and_kill,
)
from tests.end_to_end.process import (
    MOST_TO_START,
    Listening,
    Steady,
    assert_left_nothing_behind,
    pains,
    ring,
    rows_beside_those_of,
    timers,
)
from tests.servers.telegram import Call, Limits, Person, Press, Seen, Silence, Slow, Upload

STRANGER = 7_000_005


@pytest.fixture
async def server() -> AsyncIterator[Listening]:
    async with Listening() as server:
        yield server


@pytest.fixture
async def steady(tmp_path: Path, server: Listening) -> AsyncIterator[Steady]:
    """Not started yet. Whatever happens to it, its log must tell nothing of anybody."""
    steady = Steady(tmp_path, server)
    try:
        yield steady
    finally:
        await steady.kill()
    steady.assert_discreet()


@pytest.fixture
def at_home(steady: Steady, homes: Database) -> None:
    """The process will know the four."""
    steady.database = databases.copy(homes, steady.folder)


# Whole days


async def test_people_have_their_whole_first_day_side_by_side(steady: Steady, server: Listening) -> None:
    anna, bo, cleo = (server.person(user) for user in (ANNA, BO, CLEO))
    await steady.start()
    await asyncio.gather(
        day_of_check_in_and_leaving(steady, anna, bo, cleo),
        day_of_breathing_and_steps(steady, bo),
        day_of_settings_and_rest(steady, cleo),
    )
    await steady.until(steady.is_quiet)
    await steady.stop()
    assert_left_nothing_behind(steady, NOTE, str(anna.id))


NOTE = "slow morning, walked to the lake twice"


async def day_of_check_in_and_leaving(steady: Steady, anna: Person, *others: Person) -> None:
    (hello,) = await says(anna, "/start")
    assert "I am a program, not a person" in hello.text
    assert steady.database.rows("SELECT * FROM people") == []
    await taps(anna, "Yes, I agree")
    settled, asked_for_city = await taps(anna, "Use the usual settings", answers=2)
    assert "All set." in settled.text
    assert "In which city" in asked_for_city.text
    typo, zone = city_at_a_quiet_hour()
    (found,) = await says(anna, typo)
    assert zone.split("/")[1] in found.text
    clock, first = await taps(anna, "Yes, that is right", answers=2)
    assert "every day at 9:00" in clock.text
    assert "Check in" in first.labels
    await check_in(steady, anna)
    await take_everything_along(anna)
    await leave(steady, anna, *others)


async def check_in(steady: Steady, anna: Person) -> None:
    (asked,) = await says(anna, "/checkin")
    assert asked.labels == tuple(str(score) for score in range(11))
    (noted,) = await says(anna, "six")
    assert "6" in first_line(noted)
    (day,) = await taps(anna, "4")
    assert day.labels[0] == "Rested on purpose"
    await taps(anna, "Paced myself")
    await says(anna, NOTE)
    (kept,) = steady.database.opened(CHECK_INS)
    assert (kept["pain"], kept["sleep"], kept["day"], kept["note"]) == (6.0, 4.0, "paced", NOTE)


async def take_everything_along(anna: Person) -> None:
    table, document = await says(anna, "/export", answers=2)
    assert (table.kind, table.file_name) == ("document", "steady.csv")
    assert NOTE in (table.content or b"").decode("utf-8-sig")
    assert (document.kind, document.file_name) == ("document", "steady.json")
    everything = json.loads(document.content or b"{}")
    assert [row["pain"] for row in everything["check_ins"]] == [6.0]


async def leave(steady: Steady, anna: Person, *others: Person) -> None:
    await says(anna, "/delete")
    (gone,) = await taps(anna, "Delete everything")
    assert "It is gone" in gone.text
    assert rows_beside_those_of(steady, *others) == {}
    (hello,) = await says(anna, "/start")
    assert "May I store that, so we can begin?" in hello.text
    assert rows_beside_those_of(steady, *others) == {}


async def day_of_breathing_and_steps(steady: Steady, bo: Person) -> None:
    await says(bo, "/start")
    await says(bo, "yes")
    await says(bo, "usual", answers=2)
    await says(bo, "skip")
    await breathe(bo)
    await breathe_with_what_telegram_has(bo)
    await try_a_small_step(steady, bo)
    await look_at_the_week(bo)


async def breathe(bo: Person) -> None:
    (length,) = await says(bo, "breathe with me")
    assert "1 minute" in length.labels
    (circle,) = await taps(bo, "Just start")
    assert circle.kind == "animation"
    assert (circle.content or b"").startswith(b"GIF89a")
    assert "In through the nose" in circle.text
    (stopped,) = await says(bo, "stop")
    assert "it counts" in stopped.text
    await says(bo, "easier")


async def breathe_with_what_telegram_has(bo: Person) -> None:
    (circle,) = await says(bo, "breathe 5")
    first, second = (call.params["animation"] for call in bo._server.called("sendAnimation"))
    assert not isinstance(second, Upload)
    assert second == circle.file_id != first
    (stopped,) = await says(bo, "enough")
    assert "How was that" in stopped.text


async def try_a_small_step(steady: Steady, bo: Person) -> None:
    (offer,) = await says(bo, "/nudge")
    assert "I'll try" in offer.labels
    await taps(bo, "I'll try")
    (expected,) = await says(bo, "four and a half")
    assert "4.5, noted" in expected.text
    assert steady.database.rows("SELECT answer, expected FROM comfort_steps") == [("try", 4.5)]


async def look_at_the_week(bo: Person) -> None:
    told, picture = await says(bo, "/week", answers=2)
    assert "breathe" in told.text
    assert picture.kind == "photo"
    assert (picture.content or b"").startswith(b"\x89PNG")
    assert "2 breaths" in picture.text


async def day_of_settings_and_rest(steady: Steady, cleo: Person) -> None:
    await says(cleo, "hello there")
    await says(cleo, "ok i agree")
    await says(cleo, "the usual please", answers=2)
    await change_the_breath(steady, cleo)
    (privacy,) = await says(cleo, "/privacy")
    assert "not end-to-end encrypted" in privacy.text
    await rest_and_come_back(steady, cleo)


async def change_the_breath(steady: Steady, cleo: Person) -> None:
    (menu,) = await says(cleo, "/settings")
    assert "These are your settings." in menu.text
    await taps(cleo, "Breathing")
    (changed,) = await taps(cleo, "Gentle: in 3, out 4")
    assert "gentle" in changed.text
    assert [json.loads(document)["settings"]["pattern"] for document in documents(steady, cleo)] == ["gentle"]


def documents(steady: Steady, person: Person) -> list[str]:
    query = "SELECT person_id FROM addresses WHERE addresses.user = :user"
    theirs = {person_id for (person_id,) in steady.database.rows(query, user=str(person.id))}
    return [row["document"] for row in steady.database.opened(PEOPLE) if row["id"] in theirs]


async def rest_and_come_back(steady: Steady, cleo: Person) -> None:
    (resting,) = await says(cleo, "leave me alone for 3 days")
    assert "I will be quiet until" in resting.text
    assert set(timers(steady, cleo)) == {"resume"}
    (sure,) = await taps(cleo, "Yes, that is right")
    assert sure.text == "All right. I still answer whenever you write."
    (back,) = await says(cleo, "i am back")
    assert "Good to see you." in back.text
    assert set(timers(steady, cleo)) == {"check_in", "nudge", "letter", "goal", "peg"}


# Killed


@pytest.mark.usefixtures("at_home")
async def test_killed_between_hearing_and_answering_it_answers_everybody_and_stores_nothing_twice(
    steady: Steady, server: Listening
) -> None:
    anna, bo, cleo = people = [server.person(user) for user in (ANNA, BO, CLEO)]
    dora = server.person(DORA)
    await steady.start()
    server.fail_next("sendMessage", Silence())
    await anna.sends("/checkin 3")
    await server.until(lambda: len(server.called("sendMessage")) == 1, PATIENCE)  # stored, and not answered
    server.fail_next("sendMessage", Silence(after_effect=True))
    await bo.sends("/checkin 4")
    await bo.hears(timeout=PATIENCE)  # answered, and nobody told the bot
    with steady.database.locked():
        await cleo.sends("/checkin 5")
        await server.until(lambda: was_delivered(server.called("getUpdates")), PATIENCE)  # heard, and not stored
        await steady.kill()
    assert [pains(steady, person) for person in people] == [[3], [4], []]

    await steady.start()
    for person, score in zip(people, ("3", "4", "5"), strict=True):
        (answer,) = await person.hears(timeout=PATIENCE)
        assert score in first_line(answer)
    await steady.until(steady.is_quiet)
    assert [pains(steady, person) for person in people] == [[3], [4], [5]]
    assert [len(person.sees()) for person in people] == [1, 2, 1]

    await server.until(lambda: not server.unconfirmed and not was_delivered(server.called("getUpdates")), PATIENCE)
    server.fail_next("getUpdates", Silence())
    await says(dora, "/checkin 6")
    await steady.until(steady.is_quiet)
    await steady.kill()  # before Telegram knows that it heard her
    assert len(server.unconfirmed) == 1
    await steady.start()
    await says(dora, "/checkin 2")
    await server.until(lambda: not server.unconfirmed, PATIENCE)
    assert len(dora.sees()) == 2
    assert pains(steady, dora) == [6, 2]


def was_delivered(polls: list[Call]) -> bool:
    """The bot only looks for news of others in between while it works on an update."""
    return polls[-1].params.get("timeout", "0") == "0"


async def test_killed_time_and_again_at_any_moment_it_loses_no_score_and_stores_none_twice(
    steady: Steady, server: Listening
) -> None:
    chance = random.Random(7)  # noqa: S311 - moments, not secrets
    people = [server.person(user) for user in (ANNA, BO, CLEO, DORA)]
    scores = [0.5, 1.5, 2.5, 3.5]
    await steady.launch()
    await steady.until(steady.database.is_met)
    await steady.kill()  # while the very first tables are made
    await settle(steady.database.url)
    await tell_and_kill(steady, people, scores, chance)
    await steady.until(steady.is_quiet)
    for person in people:
        assert pains(steady, person) == scores
        heard = [
            next(score for score in reversed(scores) if f"{score:g}" in first_line(seen)) for seen in person.sees()
        ]
        assert list(dict.fromkeys(heard)) == scores, heard
        assert heard == sorted(heard)
    await server.until(lambda: not server.unconfirmed, PATIENCE)


# Old buttons


@pytest.mark.usefixtures("at_home")
async def test_buttons_from_before_the_restart_are_answered_stale_doubled_or_anothers(
    steady: Steady, server: Listening
) -> None:
    anna, bo, eve = (server.person(user) for user in (ANNA, BO, STRANGER))
    await steady.start()
    (asked,) = await says(anna, "/checkin")
    await steady.until(steady.is_quiet)
    await steady.kill()

    while_away = await anna.presses("6")
    await steady.start()
    (noted,) = await anna.hears(timeout=PATIENCE)
    assert "6" in first_line(noted)
    doubled = await press(anna, asked, "6")
    (again,) = await anna.hears(timeout=PATIENCE)
    assert again.text.startswith("I have that already.")
    stale = await press(anna, asked, "2")
    (old,) = await anna.hears(timeout=PATIENCE)
    assert "belongs to an earlier message" in old.text
    bos = await press(bo, asked, "6")
    (not_his,) = await bo.hears(timeout=PATIENCE)
    assert "belongs to an earlier message" in not_his.text
    strangers = await press(eve, asked, "6")
    (hello,) = await eve.hears(timeout=PATIENCE)
    assert "May I store that" in hello.text
    too_late = await press(bo, asked, "5")
    too_late.is_old = True  # a waiting mark that Telegram has given up on
    await bo.hears(timeout=PATIENCE)
    presses = (while_away, doubled, stale, bos, strangers)
    await server.until(lambda: all(press.answered_at is not None for press in presses), PATIENCE)
    assert (pains(steady, anna), pains(steady, bo)) == ([6], [])
    await steady.stop()


async def press(person: Person, seen: Seen, label: str) -> Press:
    """Press a button on just this message, which may be somebody else's."""
    return await person._press(seen, next(button for button in seen.buttons if button.label == label))


# What comes by itself


@pytest.mark.usefixtures("at_home")
async def test_a_due_check_in_is_sent_once_whatever_happens_to_the_process(steady: Steady, server: Listening) -> None:
    anna, bo = server.person(ANNA), server.person(BO)
    ring(steady, anna)
    await steady.start()
    (asked,) = await anna.hears(timeout=PATIENCE)
    assert asked.labels == tuple(str(score) for score in range(11))
    await steady.until(steady.is_quiet)
    server.fail_next("sendMessage", Silence(after_effect=True))
    ring(steady, bo)
    await bo.hears(timeout=PATIENCE)
    await steady.kill()  # Anna's is noted as sent; nobody knows about Bo's

    ring(steady, anna)
    ring(steady, bo)
    await steady.start()
    await steady.until(lambda: steady.is_quiet() and all(is_ahead(steady, person) for person in (anna, bo)))
    (noted,) = await says(anna, "3")
    assert "3" in first_line(noted)
    await says(bo, "4")
    assert (len(anna.sees()), len(bo.sees())) == (2, 2)
    scheduled = steady.database.rows("SELECT outbox.user, state FROM outbox WHERE kind = 'check_in' AND urgency = 2")
    assert sorted(scheduled) == [(str(ANNA), "sent"), (str(BO), "uncertain")]
    assert (pains(steady, anna), pains(steady, bo)) == ([3], [4])


def is_ahead(steady: Steady, person: Person) -> bool:
    """Their next check-in is on another day."""
    return timers(steady, person)["check_in"] > datetime.now(UTC)


@pytest.mark.usefixtures("at_home")
async def test_who_blocks_the_bot_is_left_alone_and_welcome_when_they_write_again(
    steady: Steady, server: Listening
) -> None:
    anna, bo = server.person(ANNA), server.person(BO)
    anna.closed = "bot was blocked by the user"  # and the notice of it went astray
    ring(steady, anna)
    await steady.start()
    await bo.blocks()
    await steady.until(lambda: not timers(steady, anna) and not timers(steady, bo))
    await steady.until(steady.is_quiet)
    assert len(server.called("sendMessage")) == 1
    assert steady.database.rows("SELECT state, reason FROM outbox WHERE state != 'sent'") == [("failed", "Unreachable")]

    await anna.unblocks()
    await bo.unblocks()
    (hello,) = await says(anna, "/start")
    (noted,) = await says(bo, "/checkin 3")
    assert "Good to see you" in hello.text
    assert "3" in first_line(noted)
    assert set(timers(steady, anna)) == set(timers(steady, bo)) == {"check_in", "nudge", "letter", "goal", "peg"}
    await steady.stop()


@pytest.mark.usefixtures("at_home")
async def test_a_flooded_chat_delays_no_other(steady: Steady, server: Listening) -> None:
    anna, bo = server.person(ANNA), server.person(BO)
    server.limits = Limits(chat_per_second=1, penalty=3)
    await steady.start()
    await anna.sends("/help")
    await anna.sends("/privacy")
    await server.until(lambda: anna.flooded_until > 0, PATIENCE)
    await says(bo, "/help")
    assert time.monotonic() < anna.flooded_until
    assert len(anna.sees()) == 1
    await anna.hears(2, PATIENCE)
    assert time.monotonic() >= anna.flooded_until
    assert len(server.called("sendMessage")) == 4  # three messages, and the one that was refused
    await steady.stop()


# Told to stop


@pytest.mark.usefixtures("at_home")
async def test_it_ends_well_while_telegram_is_unreachable_and_with_a_message_on_its_way(
    steady: Steady, server: Listening
) -> None:
    anna = server.person(ANNA)
    await steady.start()
    await server.goes_away()
    await steady.until(lambda: "polling failed" in steady.log)
    await steady.stop()

    seen = len(steady.log)
    await steady.launch()
    await steady.until(lambda: "polling failed" in steady.log[seen:], MOST_TO_START)
    await server.comes_back()
    server.fail_next("sendMessage", Slow(1.0))
    await says(anna, "/help")
    await steady.stop()
    assert steady.database.rows("SELECT DISTINCT state FROM outbox") == [("sent",)]
