"""How soon an answer comes, and what it costs: `make bench`, or `python -m benchmarks.echo`.

The whole of `steady run` on Telegram, a process of its own on a SQLite file, beside a bare bot of python-telegram-bot
that polls, says the same back and keeps nothing. Both talk with a Bot API of the tests through real sockets. People
tell a score at random moments, so many a second whether they are answered or not, each person once. They wait from the
moment when the Bot API has their message to the moment when the answer arrives there. Steady's pace is set to 1,000 a
second, so that it holds nothing up. The Bot API looks every 10 ms for what to bring to a webhook, which is in the wait.
"""

import asyncio
import os
import random
import sys
import tempfile
import time
from asyncio.subprocess import DEVNULL
from collections.abc import AsyncIterator, Iterable, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from functools import partial
from itertools import accumulate, islice
from pathlib import Path
from typing import Protocol

from benchmarks.figures import Figure, show
from tests.end_to_end.process import MOST_TO_START, Hooked, Listening, Steady, settle
from tests.servers.telegram import Call, Limits, Person

LOADS = {10: 150, 100: 800, 500: 1_500}  # messages a second, and how many in all
WARM_UP = 50, 100
PATIENCE = 60.0  # seconds for the last answer
NO_LIMITS = Limits(per_second=1_000_000)

ECHO = """
import sys
from telegram.ext import Application, MessageHandler, filters
async def echo(update, context): await update.message.reply_text(update.message.text)
url, token = sys.argv[1:]
bot = Application.builder().token(token).base_url(f"{url}/bot").concurrent_updates(True).build()
bot.add_handler(MessageHandler(filters.TEXT, echo))
bot.run_polling()
"""


@dataclass(frozen=True, slots=True)
class Measured:
    """`waits` are seconds, the shortest first. A message took `cpu` seconds of the bot's, and `telegrams` of those who
    write and their Bot API, which share a process."""

    offered: float
    answered: float
    waits: Sequence[float]
    cpu: float
    telegrams: float

    def within(self, share: float) -> float:
        """The seconds in which so many of them are answered."""
        return self.waits[int(share * len(self.waits))]


# Bots


class Bot(Protocol):
    def __call__(self, server: Listening, people: Sequence[Person]) -> AbstractAsyncContextManager[int]:
        """Its process, while it listens to people, whom it may know."""


class Quick(Steady):
    """Its pace holds nothing up."""

    def _environment(self) -> dict[str, str]:
        return super()._environment() | {"STEADY_TELEGRAM_PER_SECOND": "1000"}

    @property
    def pid(self) -> int:
        assert self._process is not None  # noqa: S101
        return self._process.pid


class QuickAndHooked(Quick, Hooked):
    """Telegram brings it what people write."""


@asynccontextmanager
async def steady(kind: type[Quick], server: Listening, people: Sequence[Person]) -> AsyncIterator[int]:
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        process = kind(Path(folder), server)
        settle(process.database.url, people)
        await process.start()
        try:
            yield process.pid
        finally:
            await process.stop()


@asynccontextmanager
async def bare(server: Listening, people: Sequence[Person]) -> AsyncIterator[int]:
    command = (sys.executable, "-c", ECHO, server.url, server.token)
    process = await asyncio.create_subprocess_exec(*command, stdin=DEVNULL, stdout=DEVNULL, stderr=DEVNULL)
    try:
        await server.until(lambda: server.polls > 0, MOST_TO_START)
        yield process.pid
    finally:
        process.terminate()
        await process.wait()


# Measuring


async def measured(bot: Bot) -> dict[int, Measured]:
    """By how many messages a second there were."""
    rate, count = WARM_UP
    async with Listening(limits=NO_LIMITS) as server:
        people = [server.person(number) for number in range(1, count + sum(LOADS.values()) + 1)]
        crowd = iter(people)
        async with bot(server, people) as pid:
            await told(server, pid, list(islice(crowd, count)), rate)
            await at_rest(pid)
            return {rate: await told(server, pid, list(islice(crowd, count)), rate) for rate, count in LOADS.items()}


async def told(server: Listening, pid: int, people: Sequence[Person], rate: int) -> Measured:
    """Everybody writes once, and is answered."""
    earlier, cpu, telegrams = len(server.calls), cpu_of(pid), time.process_time()
    wrote = await written(people, rate)
    await all_answered(people)
    cpu, telegrams = cpu_of(pid) - cpu, time.process_time() - telegrams
    answers = first_answers(server.calls[earlier:])
    first = min(wrote.values())
    return Measured(
        offered=len(people) / (max(wrote.values()) - first),
        answered=len(people) / (max(answers.values()) - first),
        waits=sorted(answers[number] - moment for number, moment in wrote.items()),
        cpu=cpu / len(people),
        telegrams=telegrams / len(people),
    )


async def written(people: Sequence[Person], rate: int) -> dict[int, float]:
    """When each message was there for the bot, by person."""
    chance = random.Random(rate)  # noqa: S311 - moments, not secrets
    moments = accumulate(chance.expovariate(rate) for _ in people)
    began, wrote = time.monotonic(), {}
    for person, moment in zip(people, moments, strict=True):
        await asyncio.sleep(began + moment - time.monotonic())
        wrote[person.id] = time.monotonic()
        await person.sends("6")
    return wrote


async def all_answered(people: Sequence[Person]) -> None:
    async with asyncio.timeout(PATIENCE):
        while not all(person.messages for person in people):  # noqa: ASYNC110 - looking at every call would cost more
            await asyncio.sleep(0.1)


def first_answers(calls: Sequence[Call]) -> dict[int, float]:
    """When the first one arrived, by person."""
    return {int(str(call.params["chat_id"])): call.at for call in reversed(calls) if call.method == "sendMessage"}


def cpu_of(pid: int) -> float:
    """Seconds that a process has taken: https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html"""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    user, system = fields[11:13]
    return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")


async def at_rest(pid: int) -> None:
    """Wait until all that a start puts off is done."""
    before = -1.0
    while cpu_of(pid) > before + 0.05:
        before = cpu_of(pid)
        await asyncio.sleep(1)


# What is told


def figures(way: str, all_ours: dict[int, Measured], all_bare: dict[int, Measured]) -> Iterable[Figure]:
    for rate, ours in all_ours.items():
        name, peer = f"{way}, {rate} a second", all_bare[rate]
        for share in (50, 99):
            waits = (each.within(share / 100) * 1000 for each in (ours, peer))
            yield compared(f"{name}: {share} of 100 answered within", "ms", *waits)
        yield compared(f"{name}: CPU of a message", "ms", ours.cpu * 1000, peer.cpu * 1000)
        yield compared(f"{name}: the Bot API's own", "ms", ours.telegrams * 1000, peer.telegrams * 1000)
        yield compared(f"{name}: offered", "messages/s", ours.offered, peer.offered)
        yield compared(f"{name}: answered", "messages/s", ours.answered, peer.answered)


def compared(what: str, unit: str, ours: float, peers: float) -> Figure:
    return Figure(what, ours, unit, peers, "bare PTB")


def main() -> None:
    bots: list[Bot] = [partial(steady, Quick), partial(steady, QuickAndHooked), bare]
    polling, hooked, peer = (asyncio.run(measured(bot)) for bot in bots)
    show("echo", [*figures("polling", polling, peer), *figures("webhook", hooked, peer)])


if __name__ == "__main__":
    main()
