"""Two processes on one PostgreSQL, killed at random while people speak and prompts are due."""

import asyncio
import random
import time
from dataclasses import dataclass

from torture.inbound import count_in, tell
from torture.outbound import count_out
from torture.results import Result
from torture.stage import Stage, until


@dataclass(frozen=True)
class Size:
    seconds: float
    due: int
    people: int
    each: int
    pause: tuple[float, float] = (0.5, 6.0)  # seconds between two kills


LONG = Size(seconds=600, due=4000, people=40, each=60)
SHORT = Size(seconds=6, due=30, people=4, each=4, pause=(0.5, 3.0))


async def two(stage: Stage, result: Result, size: Size, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - moments, not secrets
    people, prompted = stage.people(size.people), stage.people(size.due, first=size.people + 1)
    stage.settle(people, heard=True)
    stage.settle(prompted, due=["check_in"])
    lives = [stage.life(), stage.life()]
    await lives[0].start()
    await lives[1].launch()
    telling = asyncio.create_task(tell(people, size.each, size.seconds, chance))
    began = time.monotonic()
    while time.monotonic() - began < size.seconds:
        await asyncio.sleep(chance.uniform(*size.pause))
        life = chance.choice(lives)
        await life.kill()
        await life.launch()
    await telling
    result.note("minutes", (time.monotonic() - began) / 60)
    result.note("kills", sum(life.kills for life in lives))
    result.note("roles taken over", stage.log.count("role taken over"))
    await count_in(stage, result, people, size.each)
    await until(stage.is_quiet, 600, 0.25)
    count_out(stage, result, prompted, [])
