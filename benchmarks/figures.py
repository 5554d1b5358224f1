"""What a benchmark found, as a table for people and one line of JSON for programs."""

import asyncio
import json
import statistics
import time
from collections.abc import Awaitable, Callable
from dataclasses import asdict, dataclass

RUNS = 5
LOOK = 0.001  # seconds between two looks at how late the event loop is


@dataclass(frozen=True, slots=True)
class Figure:
    """`value` in `unit`, beside `other`, the same of a peer or a raw limit in the same run; `goal` is for their ratio
    or, without another, for the value itself, such as ">= 2000"."""

    what: str
    value: float
    unit: str
    other: float | None = None
    beside: str = ""
    goal: str = ""

    @property
    def ratio(self) -> float | None:
        return self.value / self.other if self.other else None

    @property
    def is_met(self) -> bool | None:
        if not self.goal:
            return None
        sign, bar = self.goal.split()
        measured = self.value if self.ratio is None else self.ratio
        return measured >= float(bar) if sign == ">=" else measured <= float(bar)


def show(name: str, figures: list[Figure]) -> None:
    print(f"{name}")
    for figure in figures:
        beside = f"{figure.ratio:8.2f} x {figure.beside} ({figure.other:,.4g})" if figure.ratio is not None else ""
        goal = "" if figure.is_met is None else f"  {figure.goal}: {'met' if figure.is_met else 'MISSED'}"
        print(f"  {figure.what:52} {figure.value:12,.4g} {figure.unit:10} {beside}{goal}")
    print(json.dumps({name: [asdict(figure) | {"ratio": figure.ratio, "met": figure.is_met} for figure in figures]}))


def median(measure: Callable[[], float], runs: int = RUNS) -> float:
    return statistics.median(measure() for _ in range(runs))


def seconds(work: Callable[[], object], runs: int = RUNS) -> float:
    """How long it takes, the median of so many runs."""

    def once() -> float:
        began = time.perf_counter()
        work()
        return time.perf_counter() - began

    return median(once, runs)


async def lateness(work: Awaitable[object]) -> float:
    """The longest that the event loop was late until the work was done, in seconds."""
    working, late = asyncio.ensure_future(work), 0.0
    while not working.done():
        began = time.perf_counter()
        await asyncio.sleep(LOOK)
        late = max(late, time.perf_counter() - began - LOOK)
    await working
    return late
