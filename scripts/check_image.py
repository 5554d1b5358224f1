"""Try the Dockerfile without a container engine: build as it does in a folder of its own, and run what came of it.

The build stage's `RUN` lines are run on the files that git knows and `.dockerignore` lets in, with /src and /venv moved
into that folder. What came of it is started with the last stage's `ENV`, `ENTRYPOINT` and `CMD`, on a file system of
which only /data and /tmp may be written, against the Telegram of the tests, and is asked by the `HEALTHCHECK` itself.
What this can't try: the base image, its user, and the layers. It needs Linux's `unshare`.
"""

import asyncio
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
import time
from asyncio.subprocess import Process
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.servers.places import free_place
from tests.servers.telegram import TelegramServer

ROOT = Path(__file__).parent.parent
MOVED = ("src", "venv", "data")
MOST_TO_START = 60.0  # seconds
MOST_TO_STOP = 15.0
READ_ONLY = """\
set -e
mount --make-rprivate /
for place in {data} {tmp}; do mount --bind $place $place; done
mount -o remount,bind,ro /
if touch {venv}/written 2>/dev/null; then echo "the file system can be written to" >&2; exit 1; fi
cd {data}
exec "$@"
"""


class Broken(Exception):
    """The image would not do; the message says what failed."""


@dataclass(frozen=True, slots=True)
class Step:
    """An instruction of a Dockerfile, its lines joined."""

    word: str
    rest: str


Stage = Sequence[Step]


def stages(dockerfile: str) -> list[Stage]:
    """The steps of each stage, without the `FROM` that begins it."""
    lines = [line for line in dockerfile.splitlines() if not line.lstrip().startswith("#")]
    joined = re.sub(r"\\\n", "", "\n".join(lines))
    found: list[list[Step]] = []
    for line in filter(None, map(str.strip, joined.splitlines())):
        word, _, rest = line.partition(" ")
        if word == "FROM":
            found.append([])
        else:
            found[-1].append(Step(word, rest.strip()))
    return [tuple(stage) for stage in found]


def said(stage: Stage, word: str) -> list[str]:
    """What a stage says behind each such word."""
    return [step.rest for step in stage if step.word == word]


def let_in(dockerignore: str, files: Sequence[str]) -> list[str]:
    """Those of the files that the lines with an exclamation mark name, by themselves or by their folder."""
    kept = [line.removeprefix("!") for line in dockerignore.splitlines() if line.startswith("!")]
    return [file for file in files if any(file == name or file.startswith(f"{name}/") for name in kept)]


def moved(text: str, folder: Path) -> str:
    """The text with /src, /venv and /data inside of the folder."""
    return re.sub(rf"(?<![\w.-])/({'|'.join(MOVED)})\b", lambda found: f"{folder}/{found[1]}", text)


def environment(stage: Stage, folder: Path) -> dict[str, str]:
    """The variables of a stage's `ENV`."""
    pairs = (pair.partition("=") for line in said(stage, "ENV") for pair in shlex.split(line))
    moved_there = {name: moved(value, folder) for name, _, value in pairs}
    return moved_there | {"PATH": moved_there["PATH"].replace("$PATH", os.environ["PATH"])}


def build(stage: Stage, folder: Path) -> None:
    """Run what the stage runs. Raises `Broken`."""
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout  # noqa: S607
    for name in let_in((ROOT / ".dockerignore").read_text(encoding="utf-8"), listed.splitlines()):
        (folder / "src" / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, folder / "src" / name)
    for command in said(stage, "RUN"):
        done = subprocess.run(["/bin/sh", "-ec", moved(command, folder)], cwd=folder / "src", check=False)  # noqa: S603
        if done.returncode:
            raise Broken(f"RUN {command} ended with {done.returncode}.")


def read_only(folder: Path, command: Sequence[str]) -> list[str]:
    """The command, with only the folder's data and tmp to write into."""
    script = READ_ONLY.format(**{name: shlex.quote(str(folder / name)) for name in ("data", "tmp", "venv")})
    as_root = [] if os.geteuid() == 0 else ["--map-root-user"]
    return ["unshare", *as_root, "--mount", "/bin/sh", "-c", script, "sh", *command]


async def run(stage: Stage, folder: Path) -> None:
    """Start it, ask whether it is ready, and end it. Raises `Broken`."""
    (entry,), (default,), (check,) = (said(stage, word) for word in ("ENTRYPOINT", "CMD", "HEALTHCHECK"))
    entry_point = json.loads(entry)
    async with TelegramServer() as server:
        given = environment(stage, folder) | {
            "HOME": "/nonexistent",
            "TMPDIR": str(folder / "tmp"),
            "STEADY_HEALTH_LISTEN": free_place(),
            "STEADY_TELEGRAM_TOKEN": server.token,
            "STEADY_TELEGRAM_API_URL": server.url,
        }
        await ended(await started(read_only(folder, [*entry_point, "--version"]), given), MOST_TO_START)
        steady = await started(read_only(folder, [*entry_point, *json.loads(default)]), given)
        try:
            await until_ready(json.loads(check[check.index("[") :]), given)
            if steady.returncode is not None:
                raise Broken(f"steady ended with {steady.returncode}.")
            steady.terminate()
            await ended(steady, MOST_TO_STOP)
        finally:
            if steady.returncode is None:
                steady.kill()


async def started(command: Sequence[str], given: Mapping[str, str]) -> Process:
    return await asyncio.create_subprocess_exec(*command, env=given)


async def ended(process: Process, most: float) -> None:
    async with asyncio.timeout(most):
        code = await process.wait()
    if code:
        raise Broken(f"steady ended with {code}.")


async def until_ready(check: Sequence[str], given: Mapping[str, str]) -> None:
    """Ask as the container would, once a second, until that works."""
    end = time.monotonic() + MOST_TO_START
    while await (await asyncio.create_subprocess_exec(*check, env=given, stderr=subprocess.DEVNULL)).wait():
        if time.monotonic() > end:
            raise Broken(f"not ready within {MOST_TO_START:g} seconds.")
        await asyncio.sleep(1)


def main() -> None:
    """Exits with 1 and a sentence when the image would not do."""
    first, last = stages((ROOT / "Dockerfile").read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for each in (*MOVED, "tmp"):
            (folder / each).mkdir()
        try:
            build(first, folder)
            asyncio.run(run(last, folder))
        except (Broken, TimeoutError) as error:
            sys.exit(f"The image would not do: {error or 'it did not end in time'}")
        written = sorted(file.name for file in (folder / "data").iterdir())
    print(f"Built, started on a read-only file system, ready, ended. Written: {', '.join(written)}")


if __name__ == "__main__":
    main()
