"""Whoever runs Steady watches the real process: what it counts, and its log as objects."""

import json
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.counts import counts
from tests.end_to_end.process import Listening, Steady
from tests.servers.places import free_place

HEARD = 'steady_turns_total{platform="telegram"}'
SENT = 'steady_messages_total{outcome="sent",platform="telegram"}'


class Watched(Steady):
    """Its log is one JSON object a line."""

    def _environment(self) -> dict[str, str]:
        return super()._environment() | {"STEADY_LOG_FORMAT": "json"}


@pytest.fixture
async def server() -> AsyncIterator[Listening]:
    async with Listening() as server:
        yield server


async def test_what_it_hears_and_says_is_counted_and_its_log_is_json(tmp_path: Path, server: Listening) -> None:
    steady = Watched(tmp_path, server)
    steady.health = free_place()
    anna = server.person(7_300_001)
    try:
        await steady.start()
        assert (await counts(steady.health))[HEARD] == 0

        await anna.sends("hello")
        await anna.hears(1, 20)
        await steady.until(steady.is_quiet)

        told = await counts(steady.health)
        assert (told[HEARD], told[SENT], told["steady_people"]) == (1, len(anna.messages), 0)
        await steady.stop()
    finally:
        await steady.kill()
    steady.assert_discreet()
    lines = [line for line in steady.log.splitlines() if not line.startswith(("Database: ", "Danger is listened"))]
    events = {json.loads(line)["event"] for line in lines}
    assert {"ready", "tells its health", "stopping"} <= events
