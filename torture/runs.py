"""The runs by name, and the databases they run on."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.servers import postgresql
from torture.outbound import LONG, SHORT, outbound
from torture.results import Result
from torture.stage import Stage

RUNS = {"outbound": None}


async def run(name: str, database: str, *, is_short: bool, seed: int) -> Result | None:
    result = Result(name, database)
    with tempfile.TemporaryDirectory(prefix="torture-") as folder, at(database, Path(folder)) as url:
        async with Stage(Path(folder), url) as stage:
            await outbound(stage, result, SHORT if is_short else LONG, seed)
    return result


@contextmanager
def at(database: str, folder: Path) -> Iterator[str]:
    if database == "sqlite":
        yield f"sqlite:///{folder / 'steady.db'}"
        return
    with postgresql.running() as server:
        yield server.fresh()
