"""Danger heard by Steady as it runs: how soon help is there, in what state, and that nobody else sees it."""

import asyncio
import time
from collections.abc import AsyncIterator, Coroutine
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.conversation.effects import Option, Say, Urgency
from bot.conversation.person import Person as Acquaintance
from bot.conversation.person import Settings
from bot.ports import Address
from tests.databases import open_store
from tests.end_to_end.process import Listening, Steady
from tests.end_to_end.test_discord_day import SENT_IN_PRIVATE, messages_to, told_in_server
from tests.end_to_end.test_discord_day import Steady as SteadyOnDiscord
from tests.servers import discord, telegram

WAITING = 500
AT_ONCE = 1.0  # seconds within which help is there
PATIENCE = 10.0
CRISIS = "i want to kill myself"
HELP = "Are you safe right now?"

AnyPerson = telegram.Person | discord.Person


@pytest.fixture
async def on_telegram(tmp_path: Path) -> AsyncIterator[Steady]:
    """Not started yet."""
    async with Listening() as server:
        steady = Steady(tmp_path, server)
        try:
            yield steady
        finally:
            await steady.kill()
        steady.assert_discreet()


@pytest.fixture
async def on_discord(tmp_path: Path) -> AsyncIterator[SteadyOnDiscord]:
    """Not started yet."""
    async with discord.DiscordServer() as server:
        steady = SteadyOnDiscord(tmp_path, server)
        try:
            yield steady
        finally:
            await steady.kill()
        steady.assert_discreet()


# While much else waits


async def test_on_telegram_help_comes_within_a_second_while_500_scheduled_messages_wait(on_telegram: Steady) -> None:
    server = on_telegram.server
    crowd = [server.person(8_000_001 + number) for number in range(WAITING)]
    stranger = server.person(8_900_000)
    settle(on_telegram, *(home(person) for person in crowd))
    let_a_prompt_wait_for_each(on_telegram, crowd)
    await on_telegram.start()
    await on_telegram.until(lambda: len(server.called("sendMessage")) > 20)
    seconds = [await until_help(person, person.sends(CRISIS)) for person in (*crowd[-3:], stranger)]
    assert_at_once(on_telegram, "Telegram", seconds)
    assert [len(person.sees()) for person in crowd[-3:]] == [1, 1, 1]  # what waited for them was called off


async def test_on_discord_help_comes_within_a_second_and_in_private_while_500_scheduled_messages_wait(
    on_discord: SteadyOnDiscord,
) -> None:
    server = on_discord.discord
    crowd = [server.person(8_000_001 + number) for number in range(WAITING)]
    stranger = server.person(8_900_000)
    settle(on_discord, *(home(person) for person in crowd), last_seen=server.snowflake())
    let_a_prompt_wait_for_each(on_discord, crowd)
    await on_discord.start()
    await on_discord.until(lambda: len(server.posted) > 20)
    anna, bo, cleo = crowd[-3:]
    seconds = [
        await until_help(anna, anna.sends(CRISIS)),
        await until_help(bo, bo.runs("checkin", CRISIS)),
        await until_help(cleo, told_in_server(cleo, "checkin", CRISIS)),
        await until_help(stranger, told_in_server(stranger, "start", CRISIS)),
    ]
    assert_at_once(on_discord, "Discord", seconds)
    assert all(seen.private for person in server._people.values() for seen in person.sees())
    assert not [request for request in server.requests if discord.GUILD_CHANNEL_ID in request]
    for person in (cleo, stranger):
        assert {seen.text for seen in person.sees()} >= {SENT_IN_PRIVATE}
        assert server.requests.count(messages_to(person)) == 1
    assert server.too_many == 0


def home(person: AnyPerson) -> Address:
    if isinstance(person, discord.Person):
        return Address("discord", person.id, person.chat)
    return Address("telegram", str(person.id), str(person.id))


def settle(steady: Steady, *homes: Address, last_seen: str = "1") -> None:
    """Let people be at home in the database, as if they had been welcomed long ago."""
    now = datetime.now(UTC)
    settings = Settings(zone="Europe/Lisbon", zone_is_known=True, country="PT")
    store = open_store(steady.database.url)
    with store.begin() as unit:
        for where in homes:
            unit.add_person(Acquaintance(id_of(where), consented_at=now, settings=settings), where, now)
            unit.saw(where, last_seen)
        unit.commit()
    store.close()


def id_of(where: Address) -> str:
    return f"id-of-{where.user}"


def let_a_prompt_wait_for_each(steady: Steady, crowd: list[Any]) -> None:
    now = datetime.now(UTC)
    options = (Option("check_in:pain:6:1", "6"),)
    prompt = Say("check_in", "A new day.", options, None, Urgency.SCHEDULED, now + timedelta(hours=2))
    store = open_store(steady.database.url)
    with store.begin() as unit:
        for where in map(home, crowd):
            unit.put(id_of(where), where, prompt, now)
        unit.commit()
    store.close()


async def until_help(person: AnyPerson, speaking: Coroutine[Any, Any, object]) -> float:
    """The seconds from when they speak until the help is there."""
    began = time.monotonic()
    spoke = asyncio.create_task(speaking)
    await person.hears(lambda seen: HELP in seen.text, PATIENCE)
    seconds = time.monotonic() - began
    await spoke
    return seconds


def assert_at_once(steady: Steady, platform: str, seconds: list[float]) -> None:
    ((waiting,),) = steady.database.rows("SELECT count(*) FROM outbox WHERE state = 'pending'")
    told = f"help on {platform} after {', '.join(f'{one:.2f}' for one in seconds)} s; {waiting} messages wait still"
    print(told)
    assert max(seconds) < AT_ONCE, told
    assert waiting > WAITING / 2, told


# In states in which little is said


async def test_in_a_pause_after_stop_and_before_consent_help_comes_all_the_same(on_telegram: Steady) -> None:
    anna, bo, stranger = (on_telegram.server.person(8_100_001 + number) for number in range(3))
    settle(on_telegram, home(anna), home(bo))
    await on_telegram.start()
    await anna.sends("pause for 3 days")
    await bo.sends("/stop")
    await asyncio.gather(anna.hears(1, PATIENCE), bo.hears(1, PATIENCE))
    people = anna, bo, stranger
    await asyncio.gather(*(until_help(person, person.sends(CRISIS)) for person in people))
    await on_telegram.until(on_telegram.is_quiet)
    assert on_telegram.database.rows("SELECT addresses.user FROM addresses ORDER BY 1") == [
        (str(anna.id),),
        (str(bo.id),),
    ]
    assert on_telegram.database.rows("SELECT person_id, tier FROM alarms ORDER BY person_id") == [
        (id_of(home(person)), "crisis") for person in (anna, bo)
    ]
    await on_telegram.stop()


async def test_on_telegram_help_comes_when_danger_is_edited_in(on_telegram: Steady) -> None:
    anna, stranger = (on_telegram.server.person(8_300_001 + number) for number in range(2))
    settle(on_telegram, home(anna))
    await on_telegram.start()
    for person in (anna, stranger):
        await person.sends("hello")
        await person.hears(1, PATIENCE)
        await person.edits("hello you")
        await until_help(person, person.edits(CRISIS))
        await person.changes()
    await on_telegram.until(lambda: not on_telegram.server.unconfirmed and on_telegram.is_quiet())
    assert [len(person.sees()) for person in (anna, stranger)] == [2, 2]
    assert on_telegram.database.rows("SELECT person_id, tier FROM alarms") == [(id_of(home(anna)), "crisis")]
    await on_telegram.stop()


async def test_on_discord_help_comes_in_private_when_danger_is_edited_in(on_discord: SteadyOnDiscord) -> None:
    server = on_discord.discord
    anna, stranger = (server.person(8_300_001 + number) for number in range(2))
    settle(on_discord, home(anna))
    await on_discord.start()
    for person in (anna, stranger):
        message_id = await person.sends("hello")
        await person.hears(1, PATIENCE)
        await person.edits(message_id, "hello you")
        await until_help(person, person.edits(message_id, CRISIS))
        await person.changes(message_id)
        await person.edits_in_server(CRISIS)
    await anna.sends("/privacy")
    await anna.hears(1, PATIENCE)
    await on_discord.until(on_discord.is_quiet)
    assert [len(person.sees()) for person in (anna, stranger)] == [3, 2]
    assert all(seen.private for person in (anna, stranger) for seen in person.sees())
    await on_discord.stop()


async def test_while_the_database_is_busy_a_crisis_waits_for_it_and_is_answered_once(on_telegram: Steady) -> None:
    anna, bo = (on_telegram.server.person(8_200_001 + number) for number in range(2))
    settle(on_telegram, home(anna), home(bo))
    await on_telegram.start()
    for person, seconds in ((anna, 2.0), (bo, 7.0)):  # shorter and longer than a turn waits for the database
        with on_telegram.database.locked():
            await person.sends(CRISIS)
            await asyncio.sleep(seconds)
            assert person.sees() == []
        await person.hears(lambda seen: HELP in seen.text, PATIENCE)
        await on_telegram.until(on_telegram.is_quiet)
        assert len(person.sees()) == 1
    await on_telegram.stop()
