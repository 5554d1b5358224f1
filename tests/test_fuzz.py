"""The command that says anything at all to Steady: that it runs, and that it tells what failed."""

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from scripts import fuzz

SCRIPT = Path(fuzz.__file__)


def test_two_seconds_of_anything_at_all_end_well() -> None:
    command = [sys.executable, str(SCRIPT), "--minutes", str(2 / 60), "--seed", "7"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)  # noqa: S603 - our own
    assert (done.returncode, done.stderr) == (0, "")
    told, *slowest = done.stdout.splitlines()
    assert told.startswith("seed 7: ")
    assert len(slowest) == fuzz.SHOWN


def breaks(text: str) -> None:
    raise ValueError("no")


def takes_long(text: str) -> None:
    end = time.process_time() + 0.02
    while time.process_time() < end:
        pass


@pytest.mark.parametrize(("attempt", "reason"), [(breaks, "ValueError('no')"), (takes_long, "took 0.0 s")])
def test_a_failure_is_told_with_its_seed_and_text(
    attempt: fuzz.Try, reason: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(fuzz, "hearings", lambda: {"hear xx": attempt})
    monkeypatch.setattr(fuzz, "MOST", 0.01)
    monkeypatch.setattr(sys, "argv", ["fuzz", "--seed", "3"])
    assert fuzz.main() == 1
    first, text = capsys.readouterr().err.splitlines()
    assert first.startswith("seed 3, text 0 (")
    assert first.endswith(f"hear xx: {reason}")
    assert isinstance(eval(text), str)  # noqa: S307 - a text as Python writes it


def test_the_same_seed_says_the_same() -> None:
    texts, again = (fuzz.Texts(random.Random(5)) for _ in range(2))  # noqa: S311 - texts, not secrets
    assert [texts.next() for _ in range(50)] == [again.next() for _ in range(50)]


def test_what_hangs_is_given_up() -> None:
    with pytest.raises(fuzz.Hangs), fuzz.given_up_after(0.05):
        time.sleep(5)
