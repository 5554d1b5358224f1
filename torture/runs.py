"""The runs by name, the databases they run on, and how long their forms are."""

import tempfile
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.servers import postgresql
from tests.servers.postgresql import PostgreSQL
from torture import answers, databases, doubled, downtime, edited, inbound, outbound, platforms, two
from torture.results import Result
from torture.stage import Stage

BOTH = ("sqlite", "postgresql")
Body = Callable[[Stage, Result, Any, int], Awaitable[None]]


@dataclass(frozen=True)
class Run:
    """What is done on a stage, how much of it in the long and in the short form, and on which databases."""

    body: Body
    long: Any
    short: Any
    databases: tuple[str, ...] = BOTH


async def _locked(stage: Stage, result: Result, size: databases.Size, seed: int) -> None:
    await databases.troubled(stage, result, size, seed, databases.locked)


async def _full(stage: Stage, result: Result, size: databases.Size, seed: int) -> None:
    await databases.troubled(stage, result, size, seed, databases.full)


async def _restarted(stage: Stage, result: Result, size: databases.Size, seed: int) -> None:
    assert stage.server is not None  # noqa: S101 - it runs on PostgreSQL only
    await databases.troubled(stage, result, size, seed, databases.restarting(stage.server))


RUNS: Mapping[str, Run] = {
    "outbound": Run(outbound.outbound, outbound.LONG, outbound.SHORT),
    "inbound": Run(inbound.inbound, inbound.LONG, inbound.SHORT),
    "webhook": Run(inbound.webhook, inbound.LONG, inbound.SHORT),
    "answers": Run(answers.answers, answers.LONG, answers.SHORT),
    "platforms": Run(platforms.platforms, None, frozenset({"garbage", "cut off"})),
    "locked": Run(_locked, databases.LONG, databases.SHORT),
    "full": Run(_full, databases.LONG, databases.SHORT, ("sqlite",)),
    "restarted": Run(_restarted, databases.RESTARTS, databases.ONE_RESTART, ("postgresql",)),
    "downtime": Run(downtime.downtime, None, frozenset({"5 min", "26 h"})),
    "doubled": Run(doubled.doubled, doubled.LONG, doubled.SHORT),
    "edited": Run(edited.edited, edited.LONG, edited.SHORT, ("sqlite",)),
    "two": Run(two.two, two.LONG, two.SHORT, ("postgresql",)),
}


async def run(name: str, database: str, *, is_short: bool, seed: int) -> Result | None:
    """`None` where the run is none for that database."""
    if database not in RUNS[name].databases:
        return None
    with tempfile.TemporaryDirectory(prefix="torture-") as folder:
        if database == "sqlite":
            return await on(name, folder, f"sqlite:///{folder}/steady.db", None, is_short=is_short, seed=seed)
        with postgresql.running() as server:
            return await on(name, folder, server.empty(), server, is_short=is_short, seed=seed)


async def on(  # noqa: PLR0913 - where, how much of it, and by which chance
    name: str, folder: Path | str, url: str, server: PostgreSQL | None, *, is_short: bool, seed: int
) -> Result:
    """The run on a database that is empty."""
    chosen, result = RUNS[name], Result(name, "postgresql" if server else "sqlite")
    size = chosen.short if is_short else chosen.long
    servers = answers.moody(seed, size) if name == "answers" else (None, None)
    async with Stage(Path(folder), url, *servers) as stage:
        stage.server = server
        await chosen.body(stage, result, size, seed)
    return result
