"""A platform that refuses, raves or falls silent: who answers again, and how soon; the other platform goes on."""

import asyncio
import time
from collections.abc import Callable, Mapping

from tests.servers import telegram
from torture.results import Result
from torture.stage import AnyPerson, Life, Stage, texts, until

MOST = 30.0  # seconds until it answers again by itself
UNTOUCHED = 10.0  # seconds that the other platform may take; a busy machine needs some
REVOKED = 90.0  # seconds until it is sure that the token is gone
POLL = "getUpdates"

Trouble = Callable[[Stage], object]

ON_TELEGRAM: Mapping[str, Trouble] = {
    "401": lambda stage: stage.telegram.fail_next(POLL, telegram.Status(401)),
    "404": lambda stage: stage.telegram.fail_next(POLL, telegram.Status(404)),
    "409": lambda stage: stage.telegram.fail_next(POLL, telegram.Status(409), times=3),
    "429": lambda stage: stage.telegram.fail_next(POLL, telegram.Status(429, retry_after=5)),
    "502": lambda stage: stage.telegram.fail_next(POLL, telegram.Status(502), times=3),
    "garbage": lambda stage: stage.telegram.fail_next(POLL, telegram.Page(200), times=3),
    "reset": lambda stage: stage.telegram.fail_next(POLL, telegram.Reset(), times=3),
    "blackhole": lambda stage: stage.telegram.fail_next(POLL, telegram.Silence()),
}


def _refuse_first_handshakes(stage: Stage) -> None:
    stage.discord.fail_next("503", "GET /gateway", times=2)
    stage.discord.drop_gateway()
    stage.discord.forget_sessions()


def _refuse_login(stage: Stage) -> None:
    stage.discord.fail_next("503", "GET /users/@me", times=2)
    stage.discord.fail_next("503", "GET /gateway")
    stage.discord.drop_gateway()


ON_DISCORD: Mapping[str, Trouble] = {
    "cut off": lambda stage: stage.discord.drop_gateway(),
    "session lost": lambda stage: asyncio.ensure_future(stage.discord.invalidate_sessions()),
    "closed with 4000": lambda stage: asyncio.ensure_future(stage.discord.close_gateway(4000)),
    "handshakes refused": _refuse_first_handshakes,
    "503 at login": _refuse_login,
}


async def platforms(stage: Stage, result: Result, names: frozenset[str] | None, seed: int) -> None:
    """Each trouble by itself, then both tokens revoked, one in a life of its own each. `names` picks some."""
    anna, bo = stage.telegram.person(7_000_001), stage.discord.person(7_000_002)
    stage.settle([anna, bo], heard=True)
    life = stage.life()
    await start_refused(stage, life, result, anna, bo)
    for name, trouble in ON_TELEGRAM.items():
        if names is None or name in names:
            await through(stage, result, f"Telegram {name}", trouble, anna, bo)
    for name, trouble in ON_DISCORD.items():
        if names is None or name in names:
            await through(stage, result, f"Discord {name}", trouble, bo, anna)
    if names is None:
        await revoked(stage, life, result, anna, bo)


async def start_refused(stage: Stage, life: Life, result: Result, anna: AnyPerson, bo: AnyPerson) -> None:
    """503 at login and a refused handshake at the very start; Telegram is there at once."""
    stage.discord.fail_next("503", "GET /users/@me")
    stage.discord.fail_next("503", "GET /gateway")
    polls = stage.telegram.polls
    await life.launch()
    await until(lambda: stage.telegram.polls > polls, 60)
    result.at_most("at start: Telegram", await seconds_to_answer(anna, MOST), UNTOUCHED)
    result.at_most("at start, login and handshake refused: Discord", await seconds_to_answer(bo, MOST + 30), MOST)


async def through(  # noqa: PLR0913, PLR0917 - what befalls whom, and who is to be left alone
    stage: Stage, result: Result, name: str, trouble: Trouble, person: AnyPerson, other: AnyPerson
) -> None:
    """Both speak just as it begins; what Telegram was asked before is answered well."""
    trouble(stage)
    if name.startswith("Telegram"):
        await seconds_to_answer(person, 30)
    await asyncio.sleep(0.2)
    theirs, others = await asyncio.gather(seconds_to_answer(person, 120), seconds_to_answer(other, 120))
    result.at_most(name, theirs, MOST)
    result.at_most(f"{name}: the other", others, UNTOUCHED)
    await until(lambda: not stage.discord.faults_left, 10)
    result.broken += [f"{name}: {left} faults did not come about" for left in [stage.discord.faults_left] if left]


async def revoked(stage: Stage, life: Life, result: Result, anna: AnyPerson, bo: AnyPerson) -> None:
    token = stage.telegram.token
    stage.telegram.revoke_token()
    began = time.monotonic()
    is_told = await until(lambda: "platform rejected the bot' platform='telegram'" in life.log, REVOKED)
    result.must_be("Telegram's token revoked: told in the log", int(is_told), 1)
    result.note("after seconds", time.monotonic() - began)
    result.at_most("and Discord", await seconds_to_answer(bo, 60), UNTOUCHED)
    await life.stop()
    stage.telegram.token = token
    stage.telegram.mend()
    stage.discord.forget_sessions()
    await life.start()
    stage.discord.token = "another"  # noqa: S105 - a test's
    await stage.discord.close_gateway(4004)
    is_told = await until(lambda: "platform rejected the bot' platform='discord'" in life.log, REVOKED)
    result.must_be("Discord's token revoked: told in the log", int(is_told), 1)
    result.at_most("and Telegram", await seconds_to_answer(anna, 60), UNTOUCHED)
    result.must_be("ends well", await life.stop() or 0)


async def seconds_to_answer(person: AnyPerson, most: float) -> float:
    """How long they wait for an answer, `most` at most."""
    before, began = len(texts(person)), time.monotonic()
    await person.sends("/help")
    await until(lambda: len(texts(person)) > before, most)
    return time.monotonic() - began
