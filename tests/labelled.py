"""The labelled messages of tests/corpora/: what people write, and what Steady must make of it."""

import json
from functools import cache
from pathlib import Path
from typing import Any, Literal

CORPORA = Path(__file__).parent / "corpora"
TRAINING = Path(__file__).parents[1] / "training" / "texts"
LANGUAGES = ("en", "de", "es", "fr", "pt")
Half = Literal["tuned", "kept_aside"]
Row = dict[str, Any]


@cache
def labelled(half: Half, language: str) -> list[Row]:
    """One half in one language. On the half kept aside nothing is tuned."""
    return _read(CORPORA / f"{half}_{language}.jsonl")


@cache
def written_on(language: str) -> list[Row]:
    """The messages that a language's phrases were written on."""
    return _read(TRAINING / f"first_{language}.jsonl")


def _read(file: Path) -> list[Row]:
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
