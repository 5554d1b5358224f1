"""A database that is locked, full or restarted while people speak and prompts are due."""

import asyncio
import random
import resource
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from tests.servers.places import free_place
from tests.servers.postgresql import PostgreSQL
from torture.asking import no_database, none, seconds_until
from torture.inbound import count_in, tell
from torture.outbound import count_out
from torture.results import Result
from torture.stage import Stage, texts, until


@dataclass(frozen=True)
class Size:
    people: int  # who tell scores
    each: int
    due: int  # prompts of others
    seconds: float  # over which scores are told
    away: tuple[float, ...]  # seconds for which the database is out of reach, each time


LONG = Size(people=20, each=30, due=400, seconds=60, away=(30,))
SHORT = Size(people=4, each=3, due=20, seconds=3, away=(3,))
RESTARTS = Size(people=20, each=30, due=400, seconds=90, away=(1, 5, 20))
ONE_RESTART = Size(people=4, each=3, due=20, seconds=3, away=(1,))

MOST = 60.0  # seconds until it answers again by itself
MOST_UNREADY = 15.0  # seconds until it says that it is ready again
Trouble = Callable[[Stage, float], Awaitable[None]]


async def troubled(stage: Stage, result: Result, size: Size, seed: int, trouble: Trouble) -> None:
    """People tell scores and prompts are sent; meanwhile the trouble comes, once for each time it is to last."""
    chance = random.Random(seed)  # noqa: S311 - moments, not secrets
    people, prompted = stage.people(size.people), stage.people(size.due, first=size.people + 1)
    stage.settle(people, heard=True)
    stage.health = free_place()
    life = stage.life()
    await life.start()
    result.at_most("ready at first after seconds", await seconds_until(stage.health, none, MOST), MOST_UNREADY)
    stage.settle(prompted, due=["check_in"])
    telling = asyncio.create_task(tell(people, size.each, size.seconds, chance))
    began = time.monotonic()
    notices = []
    for seconds in size.away:
        await asyncio.sleep(size.seconds / (2 * len(size.away)))
        notices.append(await noticed(stage, trouble(stage, seconds)))
    ended = time.monotonic()
    heard = {person: len(texts(person)) for person in people}
    ready_again = asyncio.create_task(seconds_until(stage.health, none, MOST))
    await until(lambda: any(len(texts(person)) > heard[person] for person in people), 120)
    result.note("out of reach, seconds", " ".join(f"{one:g}" for one in size.away))
    result.must_be("not ready meanwhile", sum(notice is not None for notice in notices), len(size.away))
    result.note("noticed after seconds", " ".join("never" if one is None else f"{one:.1f}" for one in notices))
    result.at_most("ready again after seconds", await ready_again, MOST_UNREADY)
    result.at_most("answers again after seconds", time.monotonic() - ended, MOST)
    await telling
    await count_in(stage, result, people, size.each)
    await until(stage.is_quiet, 300, 0.25)
    count_out(stage, result, prompted, [])
    result.note("seconds", time.monotonic() - began)
    result.must_be("still runs", int(life.is_alive), 1)


async def noticed(stage: Stage, trouble: Awaitable[None]) -> float | None:
    """After how many seconds it was told, while the trouble lasted, that the database is away; `None` when never."""
    telling = asyncio.create_task(seconds_until(stage.health, no_database))
    await trouble
    if telling.done():
        return telling.result()
    telling.cancel()
    return None


async def locked(stage: Stage, seconds: float) -> None:
    with stage.database.locked():
        await asyncio.sleep(seconds)


async def full(stage: Stage, seconds: float) -> None:
    """Not a byte more fits into any file of the process, its log neither."""
    pid = stage.lives[0].pid
    resource.prlimit(pid, resource.RLIMIT_FSIZE, (0, resource.RLIM_INFINITY))
    await asyncio.sleep(seconds)
    resource.prlimit(pid, resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))


def restarting(server: PostgreSQL) -> Trouble:
    async def restart(stage: Stage, seconds: float) -> None:
        if not (server.stop and server.start):
            raise RuntimeError("only a server that was started here can be restarted")
        await asyncio.to_thread(server.stop)
        await asyncio.sleep(seconds)
        await asyncio.to_thread(server.start)

    return restart
