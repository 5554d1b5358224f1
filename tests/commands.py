"""`steady` in a process of its own, for tests of commands that end by themselves."""

import os
import subprocess
import sys


def command(url: str, *arguments: str, **settings: str) -> list[str]:
    """What starts `steady` with these settings and no others."""
    inherited = [name for name in os.environ if name.startswith("STEADY_")]
    given = [f"{name}={value}" for name, value in {"STEADY_DATABASE_URL": url, **settings}.items()]
    return ["env", *(f"--unset={name}" for name in inherited), *given, sys.executable, "-m", "bot", *arguments]


def ran(url: str, *arguments: str, **settings: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(  # noqa: S603 - our own command
        command(url, *arguments, **settings), capture_output=True, text=True, check=False, timeout=60
    )
