"""What a check of `steady doctor` finds, and what it looks at."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Literal

from bot.settings import Settings

Standing = Literal["ok", "look", "broken"]


@dataclass(frozen=True, slots=True)
class Finding:
    """`look` is something to look at that keeps nobody from being served; `to_do` is what mends it, unless all is well.
    Each is whole sentences, as in an error."""

    standing: Standing
    what: str
    to_do: str = ""

    def __str__(self) -> str:
        return f"{self.what} {self.to_do}".rstrip()


@dataclass(frozen=True, slots=True)
class Setup:
    """How Steady is set up here: its settings, the address of its database, the file where that is SQLite's, and the
    moment by this machine's clock."""

    settings: Settings
    database: str
    file: Path | None
    now: datetime


Check = Callable[[Setup], Finding]


class Unknown(Exception):
    """A check can't come to its own answer; `finding` is what is known instead."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.what)
        self.finding = finding


def ok(what: str) -> Finding:
    return Finding("ok", what)


def look(what: str, to_do: str) -> Finding:
    return Finding("look", what, to_do)


def broken(what: str, to_do: str) -> Finding:
    return Finding("broken", what, to_do)
