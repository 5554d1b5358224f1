"""Steady as it runs behind a webhook: the real process, and a Bot API that brings updates as Telegram does."""

import asyncio
import random
from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest

from tests import databases
from tests.databases import Database
from tests.end_to_end.four import ANNA, BO, CLEO, DORA, PATIENCE, first_line, says, taps, tell_and_kill
from tests.end_to_end.process import MOST_TO_START, PATH, SECRET, Hooked, Listening, pains
from tests.servers.telegram import Json
from tests.servers.telegram_pushing import SECRET_HEADER


class Remembering(Listening):
    """It also remembers every update there ever was."""

    def __init__(self) -> None:
        super().__init__()
        self.all_updates: list[Json] = []

    async def update(self, kind: str, body: Json) -> int:
        self.all_updates.append({"update_id": self._next_update, kind: body})
        return await super().update(kind, body)


@pytest.fixture
async def server() -> AsyncIterator[Remembering]:
    async with Remembering() as server:
        yield server


@pytest.fixture
async def steady(tmp_path: Path, server: Remembering, homes: Database) -> AsyncIterator[Hooked]:
    """It knows the four and is not started yet. Whatever happens to it, its log must tell nothing of anybody."""
    steady = Hooked(tmp_path, server)
    steady.database = databases.copy(homes, tmp_path)
    try:
        yield steady
    finally:
        await steady.kill()
    steady.assert_discreet()


async def test_people_are_heard_and_answered_and_nothing_is_lost_on_the_way_back_to_polling(
    steady: Hooked, server: Remembering
) -> None:
    anna = server.person(ANNA)
    await steady.start()
    (asked,) = await says(anna, "/checkin")
    assert asked.labels == tuple(str(score) for score in range(11))
    (noted,) = await taps(anna, "6")
    assert "6" in first_line(noted)
    assert pains(steady, anna) == [6]
    assert server.called("getUpdates") == []
    await steady.stop()
    assert server.webhook  # what people write meanwhile is kept for it

    await anna.sends("/checkin 5")
    steady.is_hooked = False
    await steady.launch()
    (noted,) = await anna.hears(timeout=MOST_TO_START)
    assert "5" in first_line(noted)
    assert server.webhook == ""
    assert pains(steady, anna) == [6, 5]
    await steady.stop()


async def test_killed_time_and_again_with_all_brought_twice_it_loses_no_score_and_stores_none_twice(
    steady: Hooked, server: Remembering
) -> None:
    chance = random.Random(7)  # noqa: S311 - moments, not secrets
    people = [server.person(user) for user in (ANNA, BO, CLEO, DORA)]
    scores = [0.5, 1.5, 2.5, 3.5, 4.5]
    server.pushing.copies = 2
    await tell_and_kill(steady, people, scores, chance)
    await server.until(lambda: not server.unconfirmed, PATIENCE)
    await steady.until(steady.is_quiet)
    assert [pains(steady, person) for person in people] == [scores] * len(people)

    seen = [len(person.sees()) for person in people]
    assert await bring_all_again(steady, server, chance) == {200}
    await steady.until(steady.is_quiet)
    assert [pains(steady, person) for person in people] == [scores] * len(people)
    assert [len(person.sees()) for person in people] == seen
    await steady.stop()


async def bring_all_again(steady: Hooked, server: Remembering, chance: random.Random) -> set[int]:
    """Everything there ever was, twice, in any order and all at once; the statuses."""
    updates = 2 * server.all_updates
    chance.shuffle(updates)
    async with aiohttp.ClientSession(headers={SECRET_HEADER: SECRET}) as http:

        async def bring(update: Json) -> int:
            async with http.post(f"http://{steady.place}{PATH}", json=update) as answer:
                return answer.status

        return set(await asyncio.gather(*map(bring, updates)))


async def test_what_is_not_stored_is_brought_again_until_it_is(steady: Hooked, server: Remembering) -> None:
    anna, bo = server.person(ANNA), server.person(BO)
    await steady.start()
    steady.database.write("ALTER TABLE outbox RENAME TO out_of_reach")
    update_id = await anna.sends("/checkin 5")
    await server.until(lambda: server.pushing.answers.count((update_id, 503)) >= 2, PATIENCE)
    steady.database.write("ALTER TABLE out_of_reach RENAME TO outbox")
    (noted,) = await anna.hears(timeout=PATIENCE)
    assert "5" in first_line(noted)

    with steady.database.locked():
        await bo.sends("/checkin 4")
        await asyncio.sleep(0.3)
        assert len(server.unconfirmed) == 1
        await steady.kill()
    assert pains(steady, bo) == []
    await steady.start()
    (noted,) = await bo.hears(timeout=PATIENCE)
    assert "4" in first_line(noted)
    await server.until(lambda: not server.unconfirmed, PATIENCE)
    assert (pains(steady, anna), pains(steady, bo)) == ([5], [4])
    await steady.stop()
