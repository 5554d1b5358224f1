"""People tell scores, one after the other, whatever happens to who listens; each must be stored once and in order."""

import asyncio
import random
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from sqlalchemy import select

from storage.tables import CHECK_INS
from torture.results import Result
from torture.stage import AnyPerson, Stage, home, is_on_discord, killed_again_and_again, texts, until

PATIENCE = 900.0  # seconds for what is left after the last fault


@dataclass(frozen=True)
class Size:
    people: int
    each: int
    kills: int
    uptime: tuple[float, float] = (0.2, 2.0)

    @property
    def seconds(self) -> float:
        """How long the kills take, about."""
        return self.kills * (sum(self.uptime) / 2 + 0.5)


LONG = Size(people=60, each=50, kills=60)
SHORT = Size(people=6, each=6, kills=3, uptime=(0.1, 0.8))


async def inbound(stage: Stage, result: Result, size: Size, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - moments, not secrets
    people = stage.people(size.people)
    stage.settle(people, heard=True)
    life, began = stage.life(), time.monotonic()
    telling = asyncio.create_task(tell(people, size.each, size.seconds, chance))
    uptimes = (chance.uniform(*size.uptime) for _ in range(size.kills))
    await killed_again_and_again(life, uptimes)
    await telling
    await count_in(stage, result, people, size.each)
    result.note("kills", life.kills)
    result.note("seconds to start (median)", median(life.starting))
    result.note("seconds", time.monotonic() - began)


async def webhook(stage: Stage, result: Result, size: Size, seed: int) -> None:
    """The same where Telegram brings what people write."""
    stage.hook()
    await inbound(stage, result, size, seed)


def scores(each: int) -> list[float]:
    """What everybody tells; none is the same as the one before."""
    return [number % 21 / 2 for number in range(each)]


async def tell(people: Sequence[AnyPerson], each: int, seconds: float, chance: random.Random) -> None:
    """Everybody tells all their scores within about so many seconds, at moments of their own."""

    async def one(person: AnyPerson) -> None:
        for score in scores(each):
            await asyncio.sleep(chance.uniform(0, 2 * seconds / each))
            await person.sends(f"/checkin {score:g}")

    await asyncio.gather(*map(one, people))


def stored(stage: Stage) -> dict[str, list[float]]:
    """By person, in the order in which it was told."""
    found: dict[str, list[float]] = {}
    for person_id, pain in stage.database.rows(
        select(CHECK_INS.c.person_id, CHECK_INS.c.pain).order_by(CHECK_INS.c.entry)
    ):
        found.setdefault(person_id, []).append(pain)
    return found


async def count_in(stage: Stage, result: Result, people: Sequence[AnyPerson], each: int) -> None:
    """Wait until everything is stored and answered, and count."""
    told = scores(each)

    def is_done() -> bool:
        known = stored(stage)
        return all(len(known.get(home(one).user, [])) >= each for one in people) and stage.is_quiet()

    await until(is_done, PATIENCE, 0.5)
    known = {one: stored(stage).get(home(one).user, []) for one in people}
    result.note("told", each * len(people))
    for platform, theirs in (
        ("Telegram", [one for one in people if not is_on_discord(one)]),
        ("Discord", [one for one in people if is_on_discord(one)]),
    ):
        result.must_be(f"lost on {platform}", sum((Counter(told) - Counter(known[one])).total() for one in theirs))
        result.must_be(
            f"applied twice on {platform}", sum((Counter(known[one]) - Counter(told)).total() for one in theirs)
        )
        result.must_be(
            f"out of order on {platform}", len([one for one in theirs if sorted_as(told, known[one]) != known[one]])
        )
    result.must_be("unanswered people", len([one for one in people if not texts(one)]))
    result.must_be("waiting at the end", int(not stage.is_quiet()))


def sorted_as(told: Sequence[float], known: Sequence[float]) -> list[float]:
    """What is known, in the order in which it was told."""
    left = Counter(known)
    found = []
    for score in told:
        if left[score] > 0:
            left[score] -= 1
            found.append(score)
    return found
