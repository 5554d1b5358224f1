"""The labelled messages that the model is made from."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HEADS = {
    "tiers": ["none", "soft", "red_flag_urgent", "red_flag_emergency", "crisis"],
    "intents": [
        "breathing", "check_in", "nudge", "progress", "pause", "stop", "delete", "export", "help", "change_time",
        "flare", "thanks", "medical_question", "other",
    ],
    "languages": ["en", "de", "es", "fr", "pt", "other"],
    "about": ["self", "someone_else"],
}  # fmt: skip
UNLABELLED = -1
ROOT = Path(__file__).parents[1]
ONE_IN = 12  # messages are kept aside from training, to choose the lines by


@dataclass(frozen=True, slots=True)
class Message:
    """`labels` has a number for each head, `UNLABELLED` where nobody said."""

    text: str
    labels: tuple[int, ...]

    @property
    def is_everyday(self) -> bool:
        return self.labels[0] == 0

    @property
    def is_kept_aside(self) -> bool:
        return hashlib.sha256(self.text.lower().encode()).digest()[0] % ONE_IN == 0


def files() -> list[Path]:
    """The messages of training/texts, and the half of tests/corpora that is tuned on; the other is never read here."""
    return [*sorted((ROOT / "training/texts").glob("*.jsonl")), *sorted((ROOT / "tests/corpora").glob("tuned_*.jsonl"))]


def messages(chosen: Iterable[Path]) -> list[Message]:
    """Every message of these files, each text once."""
    found = {message.text.lower().strip(): message for file in chosen for message in _of(file)}
    return list(found.values())


def _of(file: Path) -> Iterator[Message]:
    """A file is named after its language, `what_de.jsonl`, unless its rows say."""
    named = file.stem.rpartition("_")[2]
    for line in file.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        yield Message(row["text"], tuple(_label(head, _said(head, row, row.get("lang", named))) for head in HEADS))


def _said(head: str, row: dict[str, Any], language: str) -> str | None:
    match head:
        case "tiers":
            return row["tier"]
        case "intents":
            return row.get("intent")
        case "languages":
            return language if language in HEADS["languages"] else "other"
        case _:
            danger = row["tier"] not in ("none", "soft")
            return ("someone_else" if row.get("about") == "other" else "self") if danger else None


def _label(head: str, said: str | None) -> int:
    return HEADS[head].index(said) if said else UNLABELLED
