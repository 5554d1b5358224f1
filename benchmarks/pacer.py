"""How well the pace is kept, beside what others use: `make bench`; with `--json` also as JSON on standard output.

A broadcast waits; after a quarter of it an answer is wanted, and some slots later help. Told is the share of the limit
that was reached, the busiest second as a multiple of the limit, how many slots the answer and the help waited, and how
many prompts went meanwhile. Five thousand messages at 30 a second take three minutes, so for these a second lasts a
tenth. The last rows are the whole way: from an outbox on disk, in which 5,000 prompts wait, to a channel that answers
after a tenth of a second.
"""

import argparse
import asyncio
import json
import logging
import sys
import tempfile
import time
from collections import deque
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from aiolimiter import AsyncLimiter
from pyrate_limiter import InMemoryBucket, Limiter, Rate
from telegram.ext import AIORateLimiter

from bot import logs
from bot.content import load_library
from bot.conversation.effects import Say, Urgency
from bot.ports import Address, File, OutboxMessage
from bot.serving.companion import Companion
from bot.serving.delivery import Delivery
from bot.serving.lane import Lane
from bot.serving.pacer import Pacer
from storage.store import SqlStore, open_store

LIMIT = 30
ANSWER, HELP = "answer", "help"
Turn = Callable[[OutboxMessage], Awaitable[object]]


@dataclass(frozen=True, slots=True)
class Kept:
    """`second` is how long a second lasted."""

    limiter: str
    limit: int
    sends: int
    second: float
    share: float
    busiest_second: float
    answer_slots: float
    prompts_before_answer: int
    help_slots: float
    prompts_before_help: int


class Log:
    """What went when, and when the answer and the help were wanted."""

    def __init__(self) -> None:
        self.went: list[tuple[float, str]] = []
        self.wanted: dict[str, float] = {}

    def note(self, kind: str) -> None:
        self.went.append((time.perf_counter(), kind))

    def kept(self, limiter: str, limit: int, second: float) -> Kept:
        moments = [moment for moment, _ in self.went]
        slot = second / limit
        answer, help_ = (self._waited(kind) for kind in (ANSWER, HELP))
        return Kept(
            limiter,
            limit,
            len(moments),
            second,
            share=len(moments) * slot / (moments[-1] - moments[0] + slot),
            busiest_second=busiest(moments, second) / limit,
            answer_slots=answer[0] / slot,
            prompts_before_answer=answer[1],
            help_slots=help_[0] / slot,
            prompts_before_help=help_[1],
        )

    def _waited(self, kind: str) -> tuple[float, int]:
        """How long, and how many prompts went meanwhile."""
        came = next(moment for moment, gone in self.went if gone == kind)
        meanwhile = [
            gone for moment, gone in self.went if self.wanted[kind] < moment < came and gone not in self.wanted
        ]
        return came - self.wanted[kind], len(meanwhile)


def busiest(moments: list[float], second: float) -> int:
    """How many went in the worst second."""
    within: deque[float] = deque()
    most = 0
    for moment in moments:
        within.append(moment)
        while within[0] <= moment - second:
            within.popleft()
        most = max(most, len(within))
    return most


def message(number: int, urgency: Urgency, kind: str) -> OutboxMessage:
    return OutboxMessage(
        number, None, Address("bench", str(number), str(number)), kind, "", (), None, urgency, datetime.now(UTC), None
    )


# Limiters, each with the whole broadcast waiting in it


def own(second: float) -> Turn:
    lane = Lane(Receiver(LIMIT, Log()), time.monotonic, lambda: None)
    lane._pacer = Pacer(LIMIT, second)  # noqa: SLF001 - nothing but this lasts a tenth of a second
    return lane.turn


def aiolimiter_in_bursts(second: float) -> Turn:
    limiter = AsyncLimiter(LIMIT, second)
    return lambda _: limiter.acquire()


def aiolimiter_in_slots(second: float) -> Turn:
    limiter = AsyncLimiter(1, second / LIMIT)
    return lambda _: limiter.acquire()


def pyrate(second: float) -> Turn:
    limiter = Limiter(InMemoryBucket([Rate(LIMIT, int(second * 1000))]))
    return lambda _: limiter.try_acquire_async("bench")


def telegram_library(second: float) -> Turn:
    limiter = AIORateLimiter(overall_max_rate=LIMIT, overall_time_period=second)

    async def sent(**_: Any) -> bool:
        return True

    return lambda each: limiter.process_request(sent, (), {}, "sendMessage", {"chat_id": each.id}, None)


LIMITERS: dict[str, Callable[[float], Turn]] = {
    "Steady": own,
    "aiolimiter, 30 a second": aiolimiter_in_bursts,
    "aiolimiter, 1 a slot": aiolimiter_in_slots,
    "pyrate-limiter": pyrate,
    "PTB AIORateLimiter": telegram_library,
}


async def measured(name: str, sends: int, second: float) -> Kept:
    turn, log = LIMITERS[name](second), Log()

    async def send(each: OutboxMessage) -> None:
        await turn(each)
        log.note(each.kind)

    tasks = [asyncio.create_task(send(message(number, Urgency.SCHEDULED, "prompt"))) for number in range(sends)]
    for number, (kind, urgency) in enumerate(((ANSWER, Urgency.REPLY), (HELP, Urgency.SAFETY)), sends):
        await reached(log, sends // 4 if kind == ANSWER else sends // 4 + LIMIT)
        log.wanted[kind] = time.perf_counter()
        tasks.append(asyncio.create_task(send(message(number, urgency, kind))))
    await asyncio.gather(*tasks)
    return log.kept(name, LIMIT, second)


async def reached(log: Log, count: int) -> None:
    while len(log.went) < count:  # noqa: ASYNC110 - a log has no event to wait for
        await asyncio.sleep(0.001)


# The whole way


class Receiver:
    """A channel that answers after a tenth of a second."""

    platform = "bench"
    resends_safely = True

    def __init__(self, per_second: int, log: Log) -> None:
        self.per_second = per_second
        self._log = log

    async def send(self, message: OutboxMessage, file: File | None) -> None:
        self._log.note(message.kind)
        await asyncio.sleep(0.1)


@contextmanager
def waiting(prompts: int) -> Iterator[SqlStore]:
    """A store on disk with so many prompts in its outbox."""
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(f"sqlite:///{Path(folder) / 'bench.db'}")
        with store.begin() as unit:
            for number in range(prompts):
                say(unit, number, "prompt", Urgency.SCHEDULED)
            unit.commit()
        yield store
        store.close()


def say(unit: Any, number: int, kind: str, urgency: Urgency) -> None:
    place = Address("bench", str(number), str(number))
    unit.put(None, place, Say(kind, "Good morning. How is it?", (), None, urgency, None), datetime.now(UTC))


def want(store: SqlStore, number: int, kind: str, urgency: Urgency) -> None:
    with store.begin() as unit:
        say(unit, number, kind, urgency)
        unit.commit()


async def whole_way(limit: int, sends: int, prompts: int = 5000) -> Kept:
    """So many are sent, of 5,000 that wait."""
    with waiting(prompts) as store:
        log, companion = Log(), Companion(store, load_library())
        delivery = Delivery(companion, {"bench": Receiver(limit, log)}, lambda _: None)
        running = asyncio.create_task(delivery.run())
        for number, (kind, urgency) in enumerate(((ANSWER, Urgency.REPLY), (HELP, Urgency.SAFETY)), prompts):
            await reached(log, sends // 4 if kind == ANSWER else sends // 2)
            await companion.run(want, store, number, kind, urgency)
            log.wanted[kind] = time.perf_counter()
            delivery.wake()
        await reached(log, sends)
        running.cancel()
        with suppress(asyncio.CancelledError):
            await running
        companion.close()
    log.went = log.went[:sends]
    return log.kept("Steady, from the outbox on", limit, 1.0)


# What is told


async def rows() -> list[Kept]:
    kept = [await told(measured(name, 300, 1.0)) for name in LIMITERS]
    kept += [await told(measured(name, 5000, 0.1)) for name in LIMITERS]
    kept += [await told(whole_way(limit, sends)) for limit, sends in ((20, 200), (30, 300), (1000, 5000))]
    return kept


async def told(measuring: Awaitable[Kept]) -> Kept:
    kept = await measuring
    print(line(kept), file=sys.stderr)
    return kept


HEAD = f"{'':28} limit sends second  share  busiest     answer waits       help waits"


def line(kept: Kept) -> str:
    paced = f"{kept.limit:5} {kept.sends:5} {kept.second:5.1f}s {kept.share:6.3f} {kept.busiest_second:7.2f}x"
    answer = f"{kept.answer_slots:9.1f} ({kept.prompts_before_answer:4})"
    return f"{kept.limiter:28} {paced} {answer} {kept.help_slots:9.1f} ({kept.prompts_before_help:4})"


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--json", action="store_true", help="write JSON to standard output; the table goes beside it")
    wants_json = options.parse_args().json
    logs.configure(logging.ERROR)
    print(f"{HEAD}\n{'':64} in slots (prompts that went meanwhile)", file=sys.stderr)
    kept = asyncio.run(rows())
    if wants_json:
        print(json.dumps([asdict(each) for each in kept], indent=1))


if __name__ == "__main__":
    main()
