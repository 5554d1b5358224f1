"""`steady run` as a process that is there in a blink: forked from one that has loaded code and content already.

Only the loading is shared. What runs is `bot.service.serve` on a store of its own, and a kill is a kill.
"""

import asyncio
import multiprocessing
import os
from importlib import import_module
from pathlib import Path
from typing import Any

from bot import logs
from bot.content import load_library
from bot.service import serve
from bot.settings import Settings
from tests.databases import open_store

LIBRARY = load_library()
for late in ("adapters.discord", "adapters.telegram", "storage.migrations", "storage.server_roles", "bot.progress"):
    import_module(late)  # what else a start would load
ROOT = Path(__file__).parents[1]
_forks = multiprocessing.get_context("forkserver")
_forks.set_forkserver_preload([__name__])

Process = Any  # multiprocessing's type of it depends on the way of starting


def started(settings: dict[str, str], log: Path) -> Process:
    """A process that serves, and writes its log at the end of that file."""
    os.environ["PYTHONPATH"] = str(ROOT)  # where the server of forks finds this module
    process = _forks.Process(target=_live, args=(settings, log), daemon=True)
    process.start()
    return process


def _live(settings: dict[str, str], log: Path) -> None:
    with log.open("ab") as file:
        for stream in (1, 2):
            os.dup2(file.fileno(), stream)
    logs.configure()
    chosen = Settings(_env_file=None, **settings)  # type: ignore[arg-type] # pydantic's own argument
    store = open_store(str(chosen.database_url))
    raise SystemExit(asyncio.run(serve(store, chosen, LIBRARY)))
