"""Four people who are at home in Steady on Telegram, and what they do there."""

import asyncio
import random
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.content import load_library
from bot.conversation.events import Text
from bot.ports import Address, Inbound
from bot.serving.companion import Companion
from tests.databases import open_store
from tests.end_to_end.process import Steady
from tests.servers.telegram import Person, Seen

AT_HOME = ANNA, BO, CLEO, DORA = 7_000_001, 7_000_002, 7_000_003, 7_000_004
PATIENCE = 10.0  # seconds; a chat gets a burst of three messages and then one a second
BY_ITSELF = {9, 11, 17}  # the hours at which Steady writes of its own accord


async def settle(database: str) -> None:
    """Welcome people as if it was long ago, and set their check-in to just now."""
    store = open_store(database)
    companion = Companion(store, load_library())
    city, zone = city_at_a_quiet_hour()
    just_now = datetime.now(ZoneInfo(zone)) - timedelta(minutes=1)
    for user in map(str, AT_HOME):
        for text in ("/start", "i agree", "usual", city, "yes", f"ask me at {just_now:%H:%M}", "yes"):
            await companion.receive(Inbound(None, Address("telegram", user, user), Text(text)))
    now = datetime.now(UTC)
    while waiting := store.claim(frozenset({"telegram"}), now, 100):
        for message in waiting:
            store.mark_sent([message], now)
    companion.close()
    store.close()


async def says(person: Person, text: str, answers: int = 1) -> list[Seen]:
    await person.sends(text)
    return await person.hears(answers, PATIENCE)


async def taps(person: Person, label: str, answers: int = 1) -> list[Seen]:
    """Press a button; its waiting mark must go away."""
    press = await person.presses(label)
    heard = await person.hears(answers, PATIENCE)
    await person._server.until(lambda: press.answered_at is not None, PATIENCE)
    return heard


def city_at_a_quiet_hour() -> tuple[str, str]:
    """A city with a slip of the pen and its zone, where nothing falls due while a test runs."""
    cities = {
        "Berln": "Europe/Berlin",
        "Tokoy": "Asia/Tokyo",
        "Torronto": "America/Toronto",
        "Nairobii": "Africa/Nairobi",
    }
    return next(
        (city, zone)
        for city, zone in cities.items()
        if (datetime.now(ZoneInfo(zone)) + timedelta(hours=1)).hour not in BY_ITSELF | {0}
    )


def first_line(seen: Seen) -> str:
    return seen.text.splitlines()[0]


async def tell_and_kill(
    steady: Steady, people: Sequence[Person], scores: Sequence[float], chance: random.Random
) -> None:
    """All tell one score after the other, and it is killed while it hears each; the last one it answers."""
    for score in scores[:-1]:
        await steady.start()
        for person in people:
            await person.sends(f"/checkin {score:g}")
            await asyncio.sleep(chance.uniform(0, 0.03))
        await asyncio.sleep(chance.uniform(0, 0.12))
        await steady.kill()
    await steady.start()
    for person in people:
        await person.sends(f"/checkin {scores[-1]:g}")
    for person in people:
        await person.hears(lambda seen: f"{scores[-1]:g}" in first_line(seen), PATIENCE)
