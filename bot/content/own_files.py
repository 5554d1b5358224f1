"""The files of a folder of one's own: which are read, how, and why one can't be."""

import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Any

import yaml

from bot.content import strict_yaml
from bot.content.messages import nearest
from bot.content.remarks import Remark

YAML = NUDGES, HELP_LINES = "nudges.yaml", "help_lines.yaml"
WORDS = re.compile(r"words/([a-z]{2,3})/[\w-]+\.ftl")
ENDINGS = re.compile(r"\.(ftl|ya?ml)\b", re.IGNORECASE)
READ_BY_CODE = ("scripts/", "safety/", "intents/", "phrases/")


class BrokenFile(Exception):
    """A file of the folder can't be read; `remark` says why."""

    def __init__(self, remark: Remark) -> None:
        super().__init__(str(remark))
        self.remark = remark


def files(folder: Path) -> Iterator[tuple[str, Path]]:
    """Each file that somebody put there, with its name in the folder; what begins with a point, systems put there."""
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder)
        if path.is_file() and not any(part.startswith(".") for part in name.parts):
            yield name.as_posix(), path


def is_meant(name: str) -> bool:
    """Whether whoever put it there wants it read."""
    return bool(ENDINGS.search(name)) or name.startswith(("words/", *READ_BY_CODE))


def not_read(name: str) -> Remark:
    """Why nothing is read from a file of that name, and which name would do."""
    if name.startswith(READ_BY_CODE):
        return Remark(name, "file", "code reads this by its names", "take it out; words, steps and numbers can change")
    if not is_meant(name):
        return Remark(name, "file", "nothing reads this", "leave it, or write words into a file .ftl", is_error=False)
    return Remark(name, "file", "nothing is read from here", _way_in(PurePosixPath(name)))


def _way_in(path: PurePosixPath) -> str:
    ending = ENDINGS.search(path.name)
    right = f"{path.name[: ending.start()]}{ending[0].lower()}" if ending else path.name
    if path.name != right:
        return f"call it {right}; see that your editor adds nothing behind it"
    if path.parts[0] != "words" or path.suffix != ".ftl" or len(path.parts) != 3:
        return f"move it to words/<language>/<name>.ftl, {NUDGES} or {HELP_LINES}{nearest(path.name, YAML)}"
    language = path.parts[1]
    if not re.fullmatch("[a-z]{2,3}", language):
        return f"write the folder's name small, as the language alone: {re.split('[-_]', language)[0].lower()}"
    plain = re.sub(r"[^\w-]+", "-", path.stem)
    return f"call it {plain}.ftl: no blanks in names, only letters, digits, - and _"


def text(file: Path, name: str) -> str:
    """What it says, without the mark that some editors put first. Raises `BrokenFile`."""
    try:
        return file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise BrokenFile(Remark(name, "file", "it is not written in UTF-8", "save it as UTF-8")) from None
    except OSError as error:
        raise BrokenFile(Remark(name, "file", f"it can't be read ({error.strerror})", "let Steady read it")) from None


def steps(name: str, written: str) -> list[Any]:
    """The entries of a list of small steps. Raises `BrokenFile`."""
    entries = _loaded(name, written) or []
    if not isinstance(entries, list) or not all(
        isinstance(one, dict) and isinstance(one.get("id"), str) for one in entries
    ):
        raise BrokenFile(Remark(name, "file", "this is no list of steps", "begin each step with `- id:`"))
    return entries


def numbers(name: str, written: str) -> dict[str, Any]:
    """Whom to call, by country. Raises `BrokenFile`."""
    data = _loaded(name, written) or {}
    rows = data.get("countries", []) if isinstance(data, dict) else None
    if not isinstance(rows, list) or not all(
        isinstance(row, dict) and isinstance(row.get("code"), str) for row in rows
    ):
        cure = 'write `countries:`, and begin each one with `- code: "GB"`, in quotes'
        raise BrokenFile(Remark(name, "file", "this is no list of countries", cure))
    return dict(data)


def _loaded(name: str, written: str) -> Any:
    try:
        return strict_yaml.theirs(written)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise BrokenFile(Remark(f"{name}:{line}", "file", *strict_yaml.flaw_of(str(error.problem)))) from None
    except (yaml.YAMLError, RecursionError):
        raise BrokenFile(Remark(name, "file", "it is no YAML", "write it like Steady's own")) from None
