"""What waits together is done together, and each alone where that fails."""

import asyncio
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor

import pytest
from structlog.testing import capture_logs

from bot.serving.grouped import MOST, Grouped


class Work:
    """Notes what is done and how; an item in `broken` fails, together or alone."""

    def __init__(self) -> None:
        self.thread = ThreadPoolExecutor(1)
        self.groups: list[list[int]] = []
        self.alone: list[int] = []
        self.broken: dict[int, Exception] = {}
        self.gate = threading.Event()
        self.do = Grouped(self.thread, self._together, self._alone)

    def _together(self, items: Sequence[int]) -> list[int]:
        self.gate.wait(10)
        self.groups.append(list(items))
        return [self._done(item) for item in items]

    def _alone(self, item: int) -> int:
        self.gate.wait(10)
        self.alone.append(item)
        return self._done(item)

    def _done(self, item: int) -> int:
        if error := self.broken.get(item):
            raise error
        return item * 10


@pytest.fixture
def work() -> Iterator[Work]:
    work = Work()
    with capture_logs():
        yield work
    work.thread.shutdown()


async def all_at_once(work: Work, *items: int) -> list[int | BaseException]:
    """They come in one round of the loop, and nothing is done before the gate opens."""
    tasks = [asyncio.create_task(work.do(item)) for item in items]
    await asyncio.sleep(0.05)
    work.gate.set()
    return await asyncio.gather(*tasks, return_exceptions=True)


async def test_what_waits_is_done_together_in_order(work: Work) -> None:
    assert await all_at_once(work, 1, 2, 3, 4) == [10, 20, 30, 40]
    assert (work.alone, work.groups) == ([], [[1, 2, 3, 4]])


async def test_what_comes_while_something_is_done_is_done_next_and_together(work: Work) -> None:
    first = asyncio.create_task(work.do(1))
    await asyncio.sleep(0.05)
    assert await all_at_once(work, 2, 3) == [20, 30]
    assert await first == 10
    assert (work.alone, work.groups) == ([1], [[2, 3]])


async def test_nobody_waits_behind_too_many(work: Work) -> None:
    numbers = range(2 * MOST + 2)
    assert await all_at_once(work, *numbers) == [number * 10 for number in numbers]
    assert [len(group) for group in work.groups] == [MOST, MOST, 2]


async def test_a_group_that_fails_is_done_one_by_one(work: Work) -> None:
    work.broken[4] = ZeroDivisionError("four")
    outcomes = await all_at_once(work, 1, 2, 3, 4)

    assert outcomes[:3] == [10, 20, 30]
    assert outcomes[3] is work.broken[4]
    assert work.alone == [1, 2, 3, 4]


async def test_while_the_database_is_out_of_reach_nobody_is_kept_waiting(work: Work) -> None:
    work.broken[2] = OSError("out of reach")
    outcomes = await all_at_once(work, 1, 2, 3, 4)

    assert outcomes == [10, work.broken[2], work.broken[2], work.broken[2]]
    assert work.alone == [1, 2]
    work.broken.clear()
    assert await work.do(3) == 30


async def test_what_nobody_waits_for_any_more_is_done_all_the_same(work: Work) -> None:
    tasks = [asyncio.create_task(work.do(item)) for item in (1, 2, 3)]
    await asyncio.sleep(0.05)
    tasks[1].cancel()
    work.gate.set()

    assert await tasks[2] == 30
    assert work.groups == [[1, 2, 3]]
