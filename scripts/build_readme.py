"""Play docs/example_week.jsonl and put what came of it into README.md: the transcript, the picture, the breath."""

import json
import re
import shutil
import subprocess
import sys
import tempfile
import textwrap
from datetime import datetime
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
EXAMPLE = ROOT / "docs" / "example_week.jsonl"
IMAGES = ROOT / "docs" / "images"
SHOWN = (("2026-03-16T09:00", "2026-03-16T15:01"), ("2026-03-17T21:40", "2026-03-17T21:42"), ("2026-03-22T17:00", "Z"))
BETWEEN = re.compile(r"(<!-- transcript -->\n).*(<!-- /transcript -->)", re.DOTALL)


def main() -> None:
    """Write README.md and docs/images anew."""
    with tempfile.TemporaryDirectory() as folder:
        messages = simulated(Path(folder))
        IMAGES.mkdir(exist_ok=True)
        for name in ("breathing.gif", "week.png"):
            shutil.copy(sorted(Path(folder).glob(f"*-{name}"))[-1], IMAGES / name)
    readme = ROOT / "README.md"
    text = readme.read_text(encoding="utf-8")
    readme.write_text(BETWEEN.sub(rf"\1{transcript(messages)}\2", text), encoding="utf-8")


def simulated(folder: Path) -> list[dict[str, Any]]:
    """What the person did and what Steady said, in order of time."""
    lines = EXAMPLE.read_text(encoding="utf-8")
    command = [sys.executable, "-m", "bot", "simulate", "--save", str(folder)]
    said = subprocess.run(command, input=lines, capture_output=True, text=True, check=True, cwd=ROOT)  # noqa: S603
    acts = [json.loads(line) for line in lines.splitlines()]
    answers = [json.loads(line) for line in said.stdout.splitlines()]
    return sorted(acts + answers, key=lambda entry: (entry["at"], "kind" in entry))


def transcript(entries: list[dict[str, Any]]) -> str:
    """The days that are shown, as a chat in a code block."""
    acts = {entry["at"] for entry in entries if "kind" not in entry}
    parts = [
        "\n".join(
            ("" if entry["at"] in acts else by_itself(entry)) + as_chat(entry)
            for entry in entries
            if begins <= entry["at"] < ends and len(entry) > 1
        )
        for begins, ends in SHOWN
    ]
    return "```text\n" + "\n    ...\n\n".join(parts) + "```\n"


def by_itself(entry: dict[str, Any]) -> str:
    """The moment of a message that nobody asked for just then."""
    return f"* {datetime.fromisoformat(entry['at']):%A %H:%M}\n\n"


def as_chat(entry: dict[str, Any]) -> str:
    if "kind" not in entry:
        act = entry.get("text") or f"[{entry['choose']}]" if "command" not in entry else f"/{entry['command']}"
        return f"> {act}\n"
    lines = [part for line in entry["text"].splitlines() for part in (textwrap.wrap(line, 92) or [""])]
    lines += [f"({attachment['name'].split('-', 1)[1]})" for attachment in entry["attachments"]]
    if entry["options"]:
        lines.append(" ".join(f"[{option['label']}]" for option in entry["options"]))
    return "\n".join(f"    {line}".rstrip() for line in lines) + "\n"


if __name__ == "__main__":
    main()
