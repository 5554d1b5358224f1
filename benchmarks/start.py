"""How `steady run` starts, and what it holds in memory: `make bench`, or `python -m benchmarks.start` (PEOPLE).

Each figure comes from a process of its own, so that nothing else counts; of several the middle one. Times are seconds
of CPU from the start of the process, which a busy machine changes least.
"""

import json
import os
import statistics
import subprocess
import sys
from typing import Any

from benchmarks.figures import Figure, show
from benchmarks.people import populated

PEOPLE, FEW, JOBS, RUNS = int(os.environ.get("PEOPLE", "1000000")), 10_000, 10_000, 3

SAY = """
import json, time
def resident():
    lines = open("/proc/self/smaps_rollup").read().splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("Rss"))
def say(**told): print(json.dumps(told | {"cpu": time.process_time(), "rss": resident()}), flush=True)
"""
LIBRARIES = """
import apscheduler.schedulers.asyncio, certifi, filelock, fluent.runtime, httpcore, platformdirs, pydantic_settings
import rapidfuzz, sqlalchemy.dialects.sqlite, sqlmodel, structlog, telegram, typer, yaml
say()
"""
STARTED = """
import sys
from bot import garbage
garbage.wait()
from bot import cli
from bot import service
from bot.serving.companion import Companion
from bot.content import open_library, read_on
from bot.sense.later import SenseLater
from bot.settings import Settings
from storage.store import open_store
store = open_store(sys.argv[1])
library = {library}
companion = Companion(store, library)
service._platforms(Settings(telegram_token="1:a", _env_file=None), companion)
"""
HERE = 'frozenset({"telegram"})'
READY = STARTED + "say()"
HEARD = """
from datetime import date
from bot.understanding.understand import understand
understand("my back hurts, a 6", library.listening, library.languages.reader("en"), date(2026, 6, 1))
say()
"""
FULL = STARTED + "read_on(library)\ngarbage.go_on()\n" + HEARD
TICKS = f"""
import asyncio
from datetime import datetime, timezone
companion.clock = lambda: datetime(2026, 3, 16, 8, 0, 1, tzinfo=timezone.utc)
async def ticks():
    await companion.wake({HERE})
    first = time.process_time()
    for _ in range(1000):
        await companion.wake({HERE})
    say(first=first, idle=time.process_time() - first)
asyncio.run(ticks())
companion.close()
"""
JOBS_OF_PTB = """
import asyncio, sys
from datetime import datetime, timedelta, timezone
from telegram.ext import ApplicationBuilder
async def remind(context): pass
async def main():
    queue = ApplicationBuilder().token("1:a").build().job_queue
    await queue.start()
    before, when = resident(), datetime.now(timezone.utc) + timedelta(days=1)
    for number in range(int(sys.argv[1])):
        queue.run_once(remind, when, data=f"person {number}")
    say(grown=resident() - before)
asyncio.run(main())
"""
WITH_MODEL, PHRASES_ALONE = "open_library(SenseLater(cli._sense))", "open_library()"


def child(code: str, argument: str = "") -> dict[str, Any]:
    """What the middle of several processes told."""
    command = [sys.executable, "-c", SAY + code, argument]
    told = [json.loads(subprocess.check_output(command).splitlines()[-1]) for _ in range(RUNS)]  # noqa: S603 - our own
    return {name: statistics.median(each[name] for each in told) for name in told[0]}


def of_starting(url: str) -> list[Figure]:
    libraries, ready = child(LIBRARIES), child(READY.format(library=WITH_MODEL), url)
    first, full = (child(code.format(library=WITH_MODEL), url) for code in (STARTED + HEARD, FULL))
    phrases = child(FULL.format(library=PHRASES_ALONE), url)
    return [
        Figure("until ready", ready["cpu"], "s", libraries["cpu"], "importing its libraries", "<= 1.3"),
        Figure("until a first text in English is understood", first["cpu"], "s"),
        Figure("until all is read and a text understood", full["cpu"], "s"),
        Figure("resident, all read, with the model", full["rss"], "MB", goal="<= 150"),
        Figure("resident, all read, by phrases alone", phrases["rss"], "MB", goal="<= 150"),
    ]


def of_ticking(url: str, few: dict[str, Any]) -> list[Figure]:
    many, jobs = child(STARTED.format(library=WITH_MODEL) + TICKS, url), child(JOBS_OF_PTB, str(JOBS))
    a_person = max(many["rss"] - few["rss"], 0) * 2**20 / max(PEOPLE - FEW, 1)
    of_ptb = jobs["grown"] * 2**20 / JOBS
    return [
        Figure(f"from the start to the first tick, {PEOPLE:,} people", many["first"], "s", goal="<= 2"),
        Figure(f"an idle tick, {PEOPLE:,} people", many["idle"], "ms", few["idle"], f"{FEW:,} people", "<= 1.5"),
        Figure("memory a person", a_person, "bytes", of_ptb, "one PTB job", "<= 0.01"),
    ]


def main() -> None:
    with populated(FEW, 0) as store:
        url = str(store._database.writers.url)  # noqa: SLF001
        figures, few = of_starting(url), child(STARTED.format(library=WITH_MODEL) + TICKS, url)
    with populated(PEOPLE, 0) as store:
        figures += of_ticking(str(store._database.writers.url), few)  # noqa: SLF001
    show("start", figures)


if __name__ == "__main__":
    main()
