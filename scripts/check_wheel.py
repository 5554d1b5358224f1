"""Try the built wheel as who never saw the checkout would: install it with its locked packages, and talk to it.

What it answers in `steady chat` is looked at; what it says in `steady simulate` must be what the checkout says.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).parent.parent
EXAMPLE = ROOT / "docs" / "example_week.jsonl"
TYPED = ("hello", "Yes, I agree", "Use the usual settings", "Skip", "help me breathe", "Not now", "/export")
ANSWERS = ("Hello, I am Steady.", "Shall we use the usual settings?", "All set.", "How long?", "Everything I store")


class Broken(Exception):
    """The wheel would not do; the message says what failed."""


def ran(command: Sequence[str | Path], folder: Path, typed: str = "") -> str:
    """What the command printed, in a folder that is its home, and with nothing of Python's or Steady's set."""
    left_out = ("PYTHON", "STEADY_", "XDG_", "VIRTUAL_ENV")
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(left_out)}
    home = {"HOME": str(folder), "PIP_CACHE_DIR": cache()}
    done = subprocess.run(  # noqa: S603 - our own command
        command, input=typed, stdout=subprocess.PIPE, text=True, check=False, cwd=folder, env=inherited | home
    )
    if done.returncode:
        raise Broken(f"{' '.join(map(str, command))} ended with {done.returncode}.")
    return done.stdout


def cache() -> str:
    """Where pip keeps what it fetched, whichever home it has."""
    asked = subprocess.run([sys.executable, "-m", "pip", "cache", "dir"], capture_output=True, text=True, check=False)
    return asked.stdout.strip()


def installed(folder: Path) -> Path:
    """The command `steady` of a fresh environment in that folder. Raises `Broken`."""
    subprocess.run([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder], cwd=ROOT, check=True)  # noqa: S603
    (wheel,) = folder.glob("*.whl")
    ran([sys.executable, "-m", "venv", "venv"], folder)
    pip = [folder / "venv" / "bin" / "pip", "install", "--quiet", "--disable-pip-version-check"]
    ran([*pip, "--require-hashes", "-r", ROOT / "locks" / "run.txt"], folder)
    ran([*pip, "--no-deps", wheel], folder)
    return folder / "venv" / "bin" / "steady"


def talk(steady: Path, folder: Path) -> None:
    """Type a few lines. Raises `Broken` when an answer is missing."""
    chat = ran([steady, "chat"], folder, "".join(f"{line}\n" for line in TYPED))
    for answer in ANSWERS:
        if answer not in chat:
            raise Broken(f"steady chat did not say {answer!r}. It said:\n{chat}")


def play(steady: Path, folder: Path) -> None:
    """Play the example week in the wheel and in the checkout. Raises `Broken` when they do not say the same."""
    week = EXAMPLE.read_text(encoding="utf-8")
    shipped = ran([steady, "simulate"], folder, week)
    checkout = ran([sys.executable, "-m", "bot", "simulate"], ROOT, week)
    if not shipped or shipped != checkout:
        raise Broken("steady simulate does not say what the checkout says.")


def main() -> None:
    """Exits with 1 and a sentence when the wheel would not do."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        try:
            steady = installed(folder)
            talk(steady, folder)
            play(steady, folder)
        except Broken as error:
            sys.exit(f"The wheel would not do: {error}")
    print("Built, installed in an environment of its own, talked to: all as in the checkout")


if __name__ == "__main__":
    main()
