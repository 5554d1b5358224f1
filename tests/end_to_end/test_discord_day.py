"""Steady as it runs on Discord: the real process, the real database file, and a Discord on real sockets that is strict.

A person is answered at most once a second after a short burst, so that people live their days side by side.
"""

import asyncio
import json
import re
from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.conversation.person import Person as Acquaintance
from bot.conversation.person import Settings
from bot.ports import Address
from storage.tables import CHECK_INS
from tests import databases
from tests.databases import open_store
from tests.end_to_end import process
from tests.end_to_end.process import (
    MOST_TO_START,
    TOO_SHORT,
    Listening,
    assert_left_nothing_behind,
    pains,
    ring,
    rows_beside_those_of,
    timers,
)
from tests.servers.discord import GUILD_CHANNEL_ID, DiscordServer, Interaction, Person, Seen
from tests.servers.telegram import Person as TelegramPerson

PATIENCE = 10.0  # seconds; after a short burst a chat gets one message a second
SCORES = tuple(str(score) for score in range(11))
TEN_MEBIBYTES = 10 * 1024**2
ONLY_IN_PRIVATE = "Let us talk in private."
SENT_IN_PRIVATE = "I have answered you in a direct message, where only you can read it."
OF_HEALTH = re.compile(
    r"pain|hurt|ache|\bsore|sleep|breath|flare|symptom|medic|\bill\b|sick|body|hard day", re.IGNORECASE
)
BY_ITSELF = {0, 9, 11, 17}  # the hours at which Steady writes of its own accord, or another day begins


class Steady(process.Steady):
    """On Discord, and on Telegram too where a server of it is given."""

    def __init__(self, folder: Path, discord: DiscordServer, telegram: Listening | None = None) -> None:
        super().__init__(folder, telegram or Listening())
        self.discord = discord
        self._tokens = (discord.token, self.server.token)
        self._platforms = ("STEADY_DISCORD_", "STEADY_TELEGRAM_") if telegram else ("STEADY_DISCORD_",)

    async def start(self) -> None:
        """Returns when Discord tells it what happens."""
        identified = self.discord.identified
        await self.launch()
        await self.until(lambda: self.discord.identified > identified, MOST_TO_START)

    def _environment(self) -> dict[str, str]:
        of_discord = {
            "STEADY_DISCORD_TOKEN": self._tokens[0],
            "STEADY_DISCORD_API_URL": self.discord.api_url,
            "STEADY_DISCORD_GATEWAY_URL": self.discord.gateway_url,
        }
        wanted = ("PATH", "PYTHONPATH", "HOME", "STEADY_DATABASE_URL", *databases.SET_KEYS, *self._platforms)
        return {name: value for name, value in (super()._environment() | of_discord).items() if name.startswith(wanted)}

    def assert_discreet(self) -> None:
        super().assert_discreet()
        assert not [token for token in self._tokens if token.rpartition(":")[2] in self.log], "a token is in the log"
        texts = [str(message["content"]) for channel in self.discord._channels.values() for message in channel.messages]
        lines = {line.strip() for text in texts for line in re.split(r"[\n.?!]", text)}
        told = [line for line in lines if len(line) >= TOO_SHORT and line in self.log]
        assert not told, f"in the log: {told}"
        assert not [user for user in self.discord._people if len(user) >= TOO_SHORT and user in self.log]


@pytest.fixture
async def discord() -> AsyncIterator[DiscordServer]:
    async with DiscordServer() as server:
        yield server


@pytest.fixture
async def telegram() -> AsyncIterator[Listening]:
    async with Listening() as server:
        yield server


@pytest.fixture
async def steady(tmp_path: Path, discord: DiscordServer) -> AsyncIterator[Steady]:
    """On Discord alone, not started yet. Whatever happens to it, its log must tell nothing of anybody."""
    steady = Steady(tmp_path, discord)
    try:
        yield steady
    finally:
        await steady.kill()
    steady.assert_discreet()


@pytest.fixture
async def on_both(tmp_path: Path, discord: DiscordServer, telegram: Listening) -> AsyncIterator[Steady]:
    """On Discord and on Telegram in one process."""
    steady = Steady(tmp_path, discord, telegram)
    try:
        yield steady
    finally:
        await steady.kill()
    steady.assert_discreet()


async def says(person: Person, text: str, answers: int = 1) -> list[Seen]:
    await person.sends(text)
    return await person.hears(answers, PATIENCE)


async def taps(person: Person, label: str, answers: int = 1) -> list[Seen]:
    pressed = await person.presses(label)
    assert pressed.answer == 6, "a button is acknowledged without a word"
    return await person.hears(answers, PATIENCE)


async def runs(person: Person, command: str, argument: str = "", answers: int = 1) -> list[Seen]:
    called = await person.runs(command, argument)
    heard = await person.hears(answers, PATIENCE)
    await until(lambda: called.is_deleted)  # "is thinking" went away
    return heard


async def until(holds: Callable[[], object], seconds: float = 5.0) -> None:
    async with asyncio.timeout(seconds):
        while not holds():  # noqa: ASYNC110 - nothing tells of it
            await asyncio.sleep(0.01)


def first_line(seen: Seen) -> str:
    return seen.text.splitlines()[0]


# People in the database


def settle(steady: Steady, *people: Person) -> None:
    """Let people be at home in the database, as if they had been welcomed long ago."""
    now = datetime.now(UTC)
    zone = "Europe/Lisbon"
    settings = Settings(
        zone=zone, zone_is_known=True, country="PT", check_in_time=now.astimezone(ZoneInfo(zone)).time()
    )
    store = open_store(steady.database.url)
    for person in people:
        where = Address("discord", person.id, person.chat)
        with store.begin() as unit:
            unit.add_person(Acquaintance(f"id-of-{person.id}", consented_at=now, settings=settings), where, now)
            unit.saw(where, steady.discord.snowflake())
            unit.commit()
    store.close()


# Whole days


async def test_two_people_have_their_whole_first_day_in_private_though_telegram_turned_the_bot_away(
    on_both: Steady, discord: DiscordServer, telegram: Listening
) -> None:
    anna, bo, cleo = discord.person(4_200_001), discord.person(4_200_002), discord.person(4_200_003)
    await on_both.launch()
    telegram.revoke_token()
    await on_both.until(lambda: discord.identified == 1, MOST_TO_START)
    await asyncio.gather(
        day_of_check_in_and_leaving(on_both, anna, bo),
        day_of_breathing_and_steps(on_both, bo),
        day_on_a_server(discord, cleo),
    )
    assert "platform rejected the bot" in on_both.log
    assert discord.too_many == 0
    assert discord.times_commands_were_set == 1
    await on_both.until(on_both.is_quiet)
    await on_both.stop()
    assert_all_was_private(discord, anna, bo, cleo)
    assert_left_nothing_behind(on_both, NOTE, anna.id)


NOTE = "slow morning, walked to the lake twice"


async def day_of_check_in_and_leaving(steady: Steady, anna: Person, bo: Person) -> None:
    (hello,) = await runs(anna, "start")
    assert "I am a program, not a person" in hello.text
    assert steady.database.rows("SELECT 1 FROM addresses WHERE addresses.user = :user", user=anna.id) == []
    await taps(anna, "Yes, I agree")
    settled, asked_for_city = await taps(anna, "Use the usual settings", answers=2)
    assert "All set." in settled.text
    assert "In which city" in asked_for_city.text
    typo, city = city_where_nothing_falls_due()
    (found,) = await says(anna, typo)
    assert city in found.text
    clock, first = await taps(anna, "Yes, that is right", answers=2)
    assert "every day at 9:00" in clock.text
    assert first.labels == ("Breathe", "Check in", "Help")
    await check_in(steady, anna)
    await see_the_week(anna)
    await take_everything_along(anna)
    await leave(steady, anna, bo)


def city_where_nothing_falls_due() -> tuple[str, str]:
    """A city with a slip of the pen, and as it is called; it is an hour later in the other."""
    soon = datetime.now(ZoneInfo("Europe/Lisbon")) + timedelta(minutes=2)
    return (
        ("Pariss", "Paris, France") if soon.hour in BY_ITSELF and soon.minute < 3 else ("Lisbonn", "Lisbon, Portugal")
    )


async def check_in(steady: Steady, anna: Person) -> None:
    (noted,) = await runs(anna, "checkin", "six and a half")
    assert "6.5" in first_line(noted)
    assert noted.labels == (*SCORES, "Done for today")
    (day,) = await taps(anna, "7")
    assert day.labels[0] == "Rested on purpose"
    await taps(anna, "Paced myself")
    await says(anna, NOTE)
    (asked,) = await runs(anna, "checkin")
    assert asked.labels == SCORES
    (again,) = await says(anna, "between 4 and 5")
    assert "4.5" in first_line(again)
    await says(anna, "done")
    kept = steady.database.opened(CHECK_INS)
    assert [(row["pain"], row["sleep"], row["day"], row["note"]) for row in kept] == [
        (6.5, 7.0, "paced", NOTE),
        (4.5, None, None, None),
    ]


async def see_the_week(anna: Person) -> None:
    told, shown = await runs(anna, "week", answers=2)
    assert "You checked in on one day." in told.text
    (picture,) = shown.files
    assert picture.name == "week.png"
    assert picture.content.startswith(b"\x89PNG")
    assert picture.alt_text == shown.text
    assert "4.5" in picture.alt_text
    assert len(picture.alt_text) <= 1024


async def take_everything_along(anna: Person) -> None:
    seen = await runs(anna, "export", answers=2)
    table, document = (file for one in seen for file in one.files)
    assert (table.name, document.name) == ("steady.csv", "steady.json")
    assert NOTE in table.content.decode("utf-8-sig")
    everything = json.loads(document.content)
    assert [(row["pain"], row["note"]) for row in everything["check_ins"]] == [(6.5, NOTE), (4.5, None)]


async def leave(steady: Steady, anna: Person, bo: Person) -> None:
    (asked,) = await runs(anna, "delete")
    assert asked.labels == ("Delete everything", "Keep it")
    (gone,) = await taps(anna, "Delete everything")
    assert "It is gone" in gone.text
    await steady.until(lambda: not rows_beside_those_of(steady, bo))
    (hello,) = await says(anna, "hi")
    assert "May I store that, so we can begin?" in hello.text
    await steady.until(lambda: not rows_beside_those_of(steady, bo))


async def day_of_breathing_and_steps(steady: Steady, bo: Person) -> None:
    await says(bo, "hello")
    await says(bo, "yes")
    await says(bo, "usual", answers=2)
    await says(bo, "skip")
    await breathe(bo)
    (offer,) = await runs(bo, "nudge")
    assert offer.labels == ("I'll try", "A different one", "Not today")
    await taps(bo, "I'll try")
    await taps(bo, "4")
    assert steady.database.rows("SELECT answer, expected FROM comfort_steps") == [("try", 4.0)]
    (menu,) = await runs(bo, "settings")
    assert "These are your settings." in menu.text
    await taps(bo, "Time")
    (asked,) = await says(bo, "8:30")
    assert "8:30. Is this right?" in asked.text
    (changed,) = await taps(bo, "Yes, that is right")
    assert "every day at 8:30" in changed.text
    (privacy,) = await runs(bo, "privacy")
    assert privacy.labels == ("My data", "Delete my data")
    await rest_and_come_back(steady, bo)


async def breathe(bo: Person) -> None:
    await runs(bo, "breathe")
    (circle,) = await taps(bo, "Just start")
    (animation,) = circle.files
    assert animation.name == "breathing.gif"
    assert animation.content.startswith(b"GIF89a")
    assert len(animation.content) < TEN_MEBIBYTES
    assert animation.alt_text == circle.text
    assert "In through the nose" in animation.alt_text
    (stopped,) = await taps(bo, "Stop")
    assert "it counts" in stopped.text
    await taps(bo, "A bit easier")


async def rest_and_come_back(steady: Steady, bo: Person) -> None:
    (resting,) = await says(bo, "leave me alone for 3 days")
    assert "I will be quiet until" in resting.text
    assert set(timers(steady, bo)) == {"resume"}
    (sure,) = await taps(bo, "Yes, that is right")
    assert sure.text == "All right. I still answer whenever you write."
    (back,) = await says(bo, "i am back")
    assert "Good to see you." in back.text
    assert set(timers(steady, bo)) == {"check_in", "nudge", "letter", "goal", "peg"}


async def day_on_a_server(discord: DiscordServer, cleo: Person) -> None:
    """She calls where others read; the answer comes where only she reads, or not at all."""
    await cleo.writes_in_server("/checkin 9 my back is killing me")
    cleo.closes_dms()
    refused = await told_in_server(cleo, "checkin", "9")
    assert refused.note is not None
    assert refused.note.startswith(ONLY_IN_PRIVATE)
    cleo.opens_dms()
    answered = await told_in_server(cleo, "checkin", "9")
    assert answered.note == SENT_IN_PRIVATE
    (hello,) = [seen for seen in cleo.sees() if seen.text not in (refused.note, answered.note)]
    assert "once you agree that I store" in hello.text  # in short: the whole was for the message that did not reach her


async def told_in_server(person: Person, command: str, argument: str) -> Interaction:
    called = await person.runs_in_server(command, argument)
    assert called.ephemeral
    await until(lambda: called.note is not None, PATIENCE)
    return called


def assert_all_was_private(discord: DiscordServer, *people: Person) -> None:
    assert all(seen.private for person in people for seen in person.sees())
    assert not [request for request in discord.requests if GUILD_CHANNEL_ID in request]
    posts = {request for request in discord.requests if re.match(r"POST /channels/\d+/messages", request)}
    assert posts == {messages_to(person) for person in people}


# Killed


async def test_killed_between_hearing_and_answering_it_answers_everybody_and_stores_nothing_twice(
    steady: Steady, discord: DiscordServer
) -> None:
    people = anna, bo, cleo, dora = [discord.person(number) for number in range(4_300_001, 4_300_005)]
    newcomer = discord.person(4_300_005)
    settle(steady, *people)
    await steady.start()
    await says(newcomer, "hello")
    await says(newcomer, "I agree")
    discord.fail_next("503", messages_to(anna))
    await anna.sends("/checkin 3")
    await steady.until(lambda: messages_to(anna) in discord.requests)  # stored, and not answered
    with steady.database.locked():
        await bo.runs("checkin", "4")  # acknowledged at once, and not stored
        await cleo.sends("/checkin 5")
        await steady.kill()
    await cleo.sends("/checkin 5.5")
    await dora.sends("/checkin 6")
    await newcomer.sends("usual settings")
    assert [pains(steady, person) for person in people] == [[3], [], [], []]

    await steady.start()
    for person, answers in ((anna, 1), (cleo, 2), (dora, 1), (newcomer, 2)):
        await person.hears(answers, PATIENCE)
    await says(bo, "/checkin 4")  # Discord repeats no commands
    await steady.until(steady.is_quiet)
    assert [pains(steady, person) for person in people] == [[3], [4], [5, 5.5], [6]]
    assert [len(person.sees()) for person in (*people, newcomer)] == [1, 1, 2, 1, 4]


async def test_killed_while_answers_are_on_their_way_each_is_seen_once_and_no_score_is_lost(
    steady: Steady, discord: DiscordServer
) -> None:
    people = anna, bo, *_ = [discord.person(number) for number in range(4_400_001, 4_400_007)]
    settle(steady, *people)
    await steady.start()
    discord.fail_next("500 after", messages_to(anna), times=9)
    discord.fail_next("reset after", messages_to(bo), times=9)
    await all_send(people, "/checkin 1.5")
    await anna.hears()
    await bo.hears()
    await steady.kill()  # Discord has their answers, and Steady does not know it
    discord.recover()
    assert not steady.is_quiet()

    await steady.start()
    enough = len(discord.posted) + 3
    await all_send(people, "/checkin 2.5")
    await steady.until(lambda: len(discord.posted) >= enough)
    await steady.kill()

    await steady.start()
    await all_send(people, "/checkin 3.5")
    for person in people:
        await until(lambda: len(person.sees()) == 3, PATIENCE)  # noqa: B023 - it is asked at once
    await steady.until(steady.is_quiet)
    for person in people:
        assert pains(steady, person) == [1.5, 2.5, 3.5]
        assert [re.findall(r"\d\.5", first_line(seen)) for seen in person.sees()] == [["1.5"], ["2.5"], ["3.5"]]
    assert discord.requests.count(messages_to(anna)) > 3
    assert discord.requests.count(messages_to(bo)) > 3


async def test_a_score_and_danger_are_heard_once_after_a_discord_that_would_not_tell_them_and_a_kill(
    steady: Steady, discord: DiscordServer
) -> None:
    anna = discord.person(4_500_001)
    settle(steady, anna)
    await anna.sends("/checkin 7")
    await anna.sends("i want to die")
    discord.fail_next("503", f"GET /channels/{anna.chat}/messages", times=1_000)
    await steady.start()
    await anna.sends("/checkin 3")
    await anna.hears(1, PATIENCE)
    await steady.kill()
    assert pains(steady, anna) == [3]

    failed = steady.log.count("discord_read_back_failed")
    await steady.start()
    await steady.until(lambda: steady.log.count("discord_read_back_failed") > failed + 1)
    discord.recover()
    await steady.until(lambda: steady.database.rows("SELECT 1 FROM alarms"))
    await anna.hears(lambda seen: "112" in seen.text, PATIENCE)
    await steady.stop()

    await steady.start()
    await steady.until(lambda: steady.log.count("discord_ready") > 2)
    await asyncio.sleep(1)
    assert pains(steady, anna) == [3, 7]
    assert steady.database.rows("SELECT tier FROM alarms") == [("crisis",)]


async def all_send(people: list[Person], text: str) -> None:
    for person in people:
        await person.sends(text)


def messages_to(person: Person) -> str:
    """The request that writes to them."""
    return f"POST /channels/{person.chat}/messages"


# Old buttons


async def test_buttons_from_before_the_restart_are_answered_stale_doubled_or_unknown(
    steady: Steady, discord: DiscordServer
) -> None:
    anna, bo, cleo = (discord.person(number) for number in range(4_700_001, 4_700_004))
    settle(steady, anna, bo)
    await steady.start()
    await runs(anna, "checkin")
    await steady.kill()

    await steady.start()
    (noted,) = await taps(anna, "6")
    assert "6" in first_line(noted)
    first, doubled = await asyncio.gather(anna.presses("Done for today"), anna.presses("Done for today"))
    assert (first.answer, doubled.answer) == (6, 6)
    _, again = await anna.hears(2, PATIENCE)
    assert again.text.startswith("I have that already.")
    (old,) = await taps(anna, "2")
    assert "belongs to an earlier message" in old.text
    assert "Check in" in old.labels
    await bo.presses_id("script-that-is-gone:step:option:3")
    (unknown,) = await bo.hears(1, PATIENCE)
    assert unknown == replace(old, id=unknown.id)
    await cleo.presses_id("check_in:pain:6:1")
    (hello,) = await cleo.hears(1, PATIENCE)
    assert "May I store that" in hello.text
    assert pains(steady, anna) == [6]


# One platform without the other


async def test_an_unreachable_telegram_never_stops_discord_and_is_heard_when_it_comes_back(
    on_both: Steady, discord: DiscordServer, telegram: Listening
) -> None:
    anna, bo = discord.person(4_800_001), telegram.person(4_800_002)
    await telegram.goes_away()
    await on_both.start()
    await says(anna, "hello")
    await on_both.until(lambda: "polling failed" in on_both.log)
    await says(anna, "are you there?")
    await telegram.comes_back()
    assert await greets_on_telegram(bo)
    await says(anna, "and now?")
    await on_both.stop()


async def test_a_discord_that_refuses_login_and_handshake_never_stops_telegram_and_recovers(
    on_both: Steady, discord: DiscordServer, telegram: Listening
) -> None:
    anna, bo = discord.person(4_900_001), telegram.person(4_900_002)
    discord.fail_next("503", "GET /users/@me")
    discord.fail_next("503", "GET /gateway")
    await bo.sends("/start")
    await on_both.launch()
    await bo.hears(1, MOST_TO_START)
    assert discord.identified == 0
    await on_both.until(lambda: discord.identified == 1, PATIENCE)
    await says(anna, "hello")
    await on_both.stop()


async def test_a_discord_that_turned_the_bot_away_never_stops_telegram(
    on_both: Steady, discord: DiscordServer, telegram: Listening
) -> None:
    bo = telegram.person(4_900_003)
    discord.token = "another-token"
    await on_both.launch()
    await on_both.until(lambda: "platform rejected the bot" in on_both.log, MOST_TO_START)
    assert await greets_on_telegram(bo)
    await on_both.stop()


async def test_one_memory_on_both_outlives_a_kill_and_is_deleted_from_either(
    on_both: Steady, discord: DiscordServer, telegram: Listening
) -> None:
    anna, anna_too = discord.person(4_900_004), telegram.person(4_900_005)
    settle(on_both, anna)
    await on_both.start()
    (offered,) = await runs(anna, "link")
    code = offered.text.splitlines()[0].removeprefix("Your code: ")
    await on_both.kill()

    await on_both.start()
    assert "Now I know you in both: Discord and Telegram" in await says_on_telegram(anna_too, code)
    assert "You joined Telegram" in (await anna.hears(1, PATIENCE))[0].text
    ring(on_both, anna)
    (asked,) = await anna_too.hears(1, PATIENCE)
    assert asked.labels == SCORES
    assert "5" in await says_on_telegram(anna_too, "5")
    assert pains(on_both, anna) == [5]

    await says_on_telegram(anna_too, "/delete")
    assert "It is gone" in await says_on_telegram(anna_too, "delete everything")
    assert "It is gone here too" in (await anna.hears(1, PATIENCE))[0].text
    await on_both.stop()
    assert rows_beside_those_of(on_both) == {}
    assert code not in on_both.log


async def greets_on_telegram(person: TelegramPerson) -> bool:
    return "May I store that" in await says_on_telegram(person, "/start")


async def says_on_telegram(person: TelegramPerson, text: str) -> str:
    await person.sends(text)
    (seen,) = await person.hears(1, MOST_TO_START)
    return seen.text


# What comes by itself


async def test_a_due_check_in_comes_once_and_tells_a_locked_screen_nothing(
    steady: Steady, discord: DiscordServer
) -> None:
    anna, bo = discord.person(5_000_001), discord.person(5_000_002)
    settle(steady, anna, bo)
    ring(steady, anna, bo)
    discord.fail_next("reset after", "POST /channels/")
    await steady.start()
    (asked,) = await anna.hears(1, PATIENCE)
    await bo.hears(1, PATIENCE)
    await steady.kill()
    assert asked.labels == SCORES
    assert not OF_HEALTH.search(" ".join((asked.text, *asked.labels)))
    assert set(timers(steady, anna)) == {"check_in"}

    await steady.start()
    await steady.until(steady.is_quiet)
    (noted,) = await taps(anna, "3")
    assert "3" in first_line(noted)
    assert [len(person.sees()) for person in (anna, bo)] == [2, 1]
    assert pains(steady, anna) == [3]


async def test_who_closed_their_direct_messages_is_left_alone_and_welcome_when_they_write_again(
    steady: Steady, discord: DiscordServer
) -> None:
    anna, bo = discord.person(5_100_001), discord.person(5_100_002)
    settle(steady, anna, bo)
    ring(steady, anna, bo)
    anna.closes_dms(50007)
    await steady.start()
    await bo.hears(1, PATIENCE)
    await steady.until(lambda: not timers(steady, anna))
    assert set(timers(steady, bo)) == {"check_in"}
    assert discord.requests.count(messages_to(anna)) == 1

    anna.opens_dms()
    (hello,) = await says(anna, "hello")
    assert "Good to see you" in hello.text
    assert set(timers(steady, anna)) == {"check_in", "nudge", "letter", "goal", "peg"}
    await steady.stop()


# Told to stop


async def test_it_ends_well_while_discord_is_unreachable_and_with_a_message_on_its_way(
    steady: Steady, discord: DiscordServer
) -> None:
    anna = discord.person(5_200_001)
    settle(steady, anna)
    await discord.goes_away()
    await steady.launch()
    await steady.until(lambda: "discord_connection_lost" in steady.log, MOST_TO_START)
    await steady.stop()

    await discord.comes_back()
    await anna.sends("/checkin 2")
    await steady.start()
    await anna.hears(1, PATIENCE)
    discord.fail_next("500 after", messages_to(anna))
    await says(anna, "/help")
    await steady.stop()
    assert steady.database.rows("SELECT state FROM outbox") == [("sent",), ("sent",)]
    assert len(anna.sees()) == 2
    assert pains(steady, anna) == [2]
