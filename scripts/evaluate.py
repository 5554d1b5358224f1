"""How well Steady hears: `make evaluate` prints what is found on the labelled messages of tests/corpora/.

Each row is what the function behind `steady understand` makes of a message. Of a danger it counts what was heard at its
own tier, and what was heard as any danger; of everyday messages, how many were taken for one.
"""

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from bot.content import load_library
from bot.sense.model import NoSense, TunedEncoder
from bot.understanding.safety import DANGERS
from bot.understanding.understand import Understood, understand

CORPORA = Path(__file__).parents[1] / "tests" / "corpora"
TODAY = date(2026, 6, 1)
LANGUAGES = ("en", "de", "es", "fr", "pt")
Row = dict[str, Any]


def rows(files: list[Path]) -> Iterator[Row]:
    for file in files:
        for line in file.read_text(encoding="utf-8").splitlines():
            half, _, language = file.stem.rpartition("_")
            yield {"half": half, "lang": language, **json.loads(line)}


def kinds(row: Row) -> Iterator[str]:
    """The lines of the table in which a message counts."""
    if row["tier"] == "crisis":
        yield f"crisis, {row['form']}"
    if row["tier"] != "none" or not row.get("intent") or row["intent"] == "other":
        yield row["tier"]
    if row.get("intent"):
        yield "intent"
    if row.get("value") is not None:
        yield "score"
    if row.get("time"):
        yield "time"


def is_right(kind: str, row: Row, found: Understood) -> bool:
    match kind:
        case "intent":
            return found.intent == row["intent"]
        case "score":
            return found.value == row["value"]
        case "time":
            return found.at is not None and found.at.isoformat("minutes") == row["time"]
        case "none":
            return found.heard.tier not in DANGERS
        case _:
            return found.heard.tier == row["tier"]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", type=Path, default=sorted(CORPORA.glob("*.jsonl")))
    parser.add_argument("--phrases-only", action="store_true")
    parser.add_argument("--show", metavar="KIND", help="print what was missed of this kind")
    options = parser.parse_args()
    library = load_library(None if options.phrases_only else _sense())
    reader = library.languages.reader("en")
    right: dict[tuple[str, str], dict[str, list[bool]]] = defaultdict(lambda: defaultdict(list))
    any_danger: dict[tuple[str, str], list[bool]] = defaultdict(list)
    for row in rows(options.files):
        found = understand(row["text"], library.listening, reader, TODAY)
        for kind in kinds(row):
            is_hit = is_right(kind, row, found)
            right[row["half"], kind][row["lang"]].append(is_hit)
            any_danger[row["half"], kind].append(found.heard.tier in DANGERS)
            if options.show == kind and not is_hit:
                print(f"{row['lang']}  {found.heard.tier:18} {found.intent:12} {found.value}  {row['text']!r}")
    _print_table(right, any_danger)


def _sense() -> TunedEncoder | None:
    try:
        return TunedEncoder()
    except NoSense as error:
        print(f"Phrases alone: {error}", file=sys.stderr)
        return None


def _print_table(
    right: dict[tuple[str, str], dict[str, list[bool]]], any_danger: dict[tuple[str, str], list[bool]]
) -> None:
    print(
        f"{'half':11} {'kind':20} {'n':>5} {'all':>6} "
        + "".join(f"{language:>6}" for language in LANGUAGES)
        + "  heard as any danger"
    )
    for half, kind in sorted(right):
        each = right[half, kind]
        whole = [hit for hits in each.values() for hit in hits]
        shares = "".join(f"{_share(each[language]):>6}" for language in LANGUAGES)
        print(f"{half:11} {kind:20} {len(whole):5} {_share(whole):>6} {shares}  {_share(any_danger[half, kind]):>6}")


def _share(hits: list[bool]) -> str:
    return f"{sum(hits) / len(hits):.3f}" if hits else "-"


if __name__ == "__main__":
    main()
