"""Work on one thread, of which all that waits is done at once.

A commit waits for the disk: done together, sixty-four turns wait once.
"""

import asyncio
from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import Executor
from typing import Generic, TypeVar

import structlog

log = structlog.get_logger()
MOST = 64  # so that whoever comes next need not wait long
Item = TypeVar("Item")
Result = TypeVar("Result")


class Grouped(Generic[Item, Result]):
    """Does what it is given in the order in which it comes. `together` does several in one transaction, all or none;
    where that fails each is done by `alone`, which answers for itself."""

    def __init__(
        self,
        thread: Executor,
        together: Callable[[Sequence[Item]], Sequence[Result]],
        alone: Callable[[Item], Result],
    ) -> None:
        self._thread = thread
        self._together = together
        self._alone = alone
        self._waiting: deque[tuple[Item, asyncio.Future[Result]]] = deque()

    async def __call__(self, item: Item) -> Result:
        """Raises what `alone` raises."""
        loop = asyncio.get_running_loop()
        done: asyncio.Future[Result] = loop.create_future()
        self._waiting.append((item, done))
        if len(self._waiting) == 1:
            loop.call_soon(self._begin, loop)
        return await done

    def _begin(self, loop: asyncio.AbstractEventLoop) -> None:
        """Once whoever else may come in this same round of the loop has come."""
        loop.run_in_executor(self._thread, self._do_what_waits, loop)

    def _do_what_waits(self, loop: asyncio.AbstractEventLoop) -> None:
        """On the thread: all that waits now, and whatever came meanwhile."""
        group = [self._waiting[place] for place in range(min(len(self._waiting), MOST))]
        outcomes = self._outcomes([item for item, _ in group])
        loop.call_soon_threadsafe(self._tell, loop, [done for _, done in group], outcomes)

    def _outcomes(self, items: Sequence[Item]) -> Sequence[Result | Exception]:
        if len(items) > 1:
            try:
                return self._together(items)
            except Exception as error:  # noqa: BLE001 - whoever it was about is told when it is done alone
                log.warning("done one by one", count=len(items), error=type(error).__name__)
        return self._one_by_one(items)

    def _one_by_one(self, items: Sequence[Item]) -> Sequence[Result | Exception]:
        """Once one fails that answers for itself, the database is out of reach: the others are not kept waiting."""
        outcomes: list[Result | Exception] = []
        for item in items:
            try:
                outcomes.append(self._alone(item))
            except Exception as error:  # noqa: BLE001 - it is raised where it was waited for
                return [*outcomes, *[error] * (len(items) - len(outcomes))]
        return outcomes

    def _tell(
        self,
        loop: asyncio.AbstractEventLoop,
        waiting: Sequence[asyncio.Future[Result]],
        outcomes: Sequence[Result | Exception],
    ) -> None:
        for done, outcome in zip(waiting, outcomes, strict=True):
            self._waiting.popleft()
            if done.done():
                continue
            if isinstance(outcome, Exception):
                done.set_exception(outcome)
            else:
                done.set_result(outcome)
        if self._waiting:
            loop.call_soon(self._begin, loop)
