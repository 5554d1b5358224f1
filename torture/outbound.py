"""Killed while it sends: prompts of a morning, and answers that were asked for meanwhile."""

import asyncio
import random
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from sqlalchemy import select

from bot.conversation.effects import Urgency
from storage.tables import OUTBOX
from torture.results import Result
from torture.stage import AnyPerson, Stage, home, is_on_discord, killed_again_and_again, texts, until

CRISIS = "i want to kill myself"
PATIENCE = 1800.0  # seconds for what is left after the last kill


@dataclass(frozen=True)
class Size:
    due: int
    kills: int
    asking: int
    uptime: tuple[float, float] = (0.2, 2.0)


LONG = Size(due=5000, kills=120, asking=300)
SHORT = Size(due=30, kills=2, asking=6, uptime=(0.1, 0.6))


async def outbound(stage: Stage, result: Result, size: Size, seed: int) -> None:
    """Due prompts and questions of people, over both platforms, through so many kills."""
    chance = random.Random(seed)  # noqa: S311 - moments, not secrets
    prompted = stage.people(size.due)
    asking = stage.people(size.asking, first=size.due + 1)
    stage.settle(prompted, due=["check_in"])
    stage.settle(asking, heard=True)
    life, began = stage.life(), time.monotonic()
    speaking = asyncio.create_task(speak(asking, size, chance))
    uptimes = (chance.uniform(*size.uptime) for _ in range(size.kills))
    await killed_again_and_again(life, uptimes)
    await speaking
    is_done = await until(lambda: stage.is_quiet() and all(map(texts, asking)), PATIENCE, 0.25)
    result.note("due", size.due)
    result.note("asked", size.asking)
    result.note("kills", life.kills)
    result.note("seconds to start (median)", median(life.starting))
    result.note("seconds", time.monotonic() - began)
    result.must_be("waiting at the end", int(not is_done))
    count_out(stage, result, prompted, asking)


async def speak(asking: Sequence[AnyPerson], size: Size, chance: random.Random) -> None:
    """Each asks one thing, spread over the time of the kills; one in five is in danger."""
    pause = size.kills * (sum(size.uptime) / 2 + 0.3) / max(1, len(asking))
    for number, person in enumerate(asking):
        await person.sends(CRISIS if number % 5 == 0 else "/help")
        await asyncio.sleep(chance.uniform(0, 2 * pause))


def count_out(stage: Stage, result: Result, prompted: Sequence[AnyPerson], asking: Sequence[AnyPerson]) -> None:
    query = select(OUTBOX.c.platform, OUTBOX.c.user).where(OUTBOX.c.state == "uncertain")
    uncertain = Counter(stage.database.rows(query))
    of_replies = stage.database.rows(
        select(OUTBOX.c.id).where(
            OUTBOX.c.state.in_(("uncertain", "failed", "expired")), OUTBOX.c.urgency != Urgency.SCHEDULED
        )
    )
    unseen = [person for person in prompted if not texts(person)]
    unsure = [person for person in prompted if uncertain[home(person).key]]
    doubled = {name: twice(people) for name, people in (("prompts", prompted), ("answers", asking))}
    result.must_be("prompts lost", len([person for person in unseen if person not in unsure]))
    result.must_be("answers lost", len([person for person in asking if not texts(person)]) + len(of_replies))
    for name, people in doubled.items():
        result.must_be(f"{name} doubled on Discord", len([one for one in people if is_on_discord(one)]))
    result.must_be("prompts doubled on Telegram", len([one for one in doubled["prompts"] if not is_on_discord(one)]))
    answers = len([one for one in doubled["answers"] if not is_on_discord(one)])
    result.note("answers doubled on Telegram", answers)
    result.must_be("prompts uncertain on Discord", len([one for one in unsure if is_on_discord(one)]))
    result.note("prompts uncertain on Telegram", len(unsure))
    result.note("of these never seen", len([person for person in unsure if person in unseen]))
    result.at_least("logged as in flight or unknown", stage.logged_in_flight, answers + len(unsure))


def twice(people: Sequence[AnyPerson]) -> list[AnyPerson]:
    """Who saw the same message more than once."""
    return [person for person in people if any(count > 1 for count in Counter(texts(person)).values())]
