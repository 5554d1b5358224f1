"""One part that fails takes no other with it: it is started again, or given up, and closing always comes to its end."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator

import pytest
from structlog.testing import capture_logs
from structlog.typing import EventDict

from bot.ports import Rejected
from bot.serving.platform_service import LONGEST_PAUSE, ended, keep_running


@pytest.fixture(autouse=True)
def logged() -> Iterator[list[EventDict]]:
    with capture_logs() as lines:
        yield lines


@pytest.fixture
def pauses(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """How long was waited before each new start; nobody waits for it here."""
    waited: list[float] = []

    async def wait(seconds: float) -> None:
        waited.append(seconds)

    monkeypatch.setattr("bot.serving.platform_service.asyncio.sleep", wait)
    return waited


def lasting(*lengths: float) -> Callable[[], Awaitable[None]]:
    """A part that fails after each of these lengths of time, and is then turned away."""
    loop, left = asyncio.get_running_loop(), list(lengths)
    began = loop.time()
    moved = [0.0]
    loop.time = lambda: began + moved[0]  # type: ignore[method-assign]  # an hour passes at once

    async def run() -> None:
        if not left:
            raise Rejected("no more")
        moved[0] += left.pop(0)
        raise RuntimeError

    return run


async def test_a_part_that_fails_again_and_again_is_started_less_and_less_often(pauses: list[float]) -> None:
    await keep_running("telegram", lasting(0, 0, 0, 0, 0, 0, 0, 0))

    assert pauses == [1, 2, 4, 8, 16, 32, LONGEST_PAUSE, LONGEST_PAUSE]


async def test_a_part_that_ran_well_for_long_is_started_again_soon(pauses: list[float]) -> None:
    await keep_running("telegram", lasting(0, 0, 0, 3600, 0))

    assert pauses == [1, 2, 4, 1, 2]


async def test_closing_goes_on_when_a_part_ends_in_an_error(logged: list[EventDict]) -> None:
    async def stumble() -> None:
        try:
            await asyncio.sleep(60)
        finally:
            raise RuntimeError

    task = asyncio.create_task(stumble())
    await asyncio.sleep(0)

    await ended(task)

    assert [line["event"] for line in logged] == ["ended in an error"]
