"""Words on their way to a translator and back, as Fluent files.

What is not translated yet is `{""}`, with the English above it as a remark. What comes back goes into a folder for
`STEADY_CONTENT`; of it only what reads otherwise than before.
"""

import re
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fluent.syntax import FluentParser, FluentSerializer, ast

from bot.content import FOLDER, flaws, overrides
from bot.content.messages import Message
from bot.content.remarks import Remark
from bot.conversation.words import FALLBACK
from bot.operations.opening import CannotDo
from bot.operations.wording import said

TO_DO = '{""}'
BEFORE = "English:"


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What came back: how many texts read otherwise now, or why nothing was taken."""

    changed: int = 0
    flaws: tuple[Remark, ...] = ()


# Out


def export(folder: Path, language: str, own: Path | None) -> int:
    """Write the files of a language, as they are said with the words of `own`; how many. Raises `CannotDo`."""
    if not re.fullmatch("[a-z]{2,3}", language):
        raise CannotDo(f"--language: {language!r} is no language; write two letters, such as de.")
    spoken = said(own)
    written = {
        f"words/{language}/{file.name}": _exported(file.read_text("utf-8"), language, spoken)
        for file in sorted((FOLDER / "words" / FALLBACK).glob("*.ftl"))
    }
    if extra := _added(spoken):
        written[f"words/{language}/own.ftl"] = _exported(extra, language, spoken)
    _write(folder, written)
    return len(written)


def _added(spoken: Mapping[tuple[str, str], Message]) -> str:
    """The English messages that only a folder of one's own has."""
    shipped = said(None)
    return "\n".join(str(message) for key, message in spoken.items() if key[0] == FALLBACK and key not in shipped)


def _exported(text: str, language: str, spoken: Mapping[tuple[str, str], Message]) -> str:
    resource: Any = FluentParser().parse(text)
    resource.body = [_for_translator(entry, language, spoken) for entry in resource.body]
    return str(FluentSerializer().serialize(resource))


def _for_translator(entry: Any, language: str, spoken: Mapping[tuple[str, str], Message]) -> Any:
    if not isinstance(entry, ast.Message):
        return entry
    english = spoken[FALLBACK, entry.id.name]
    if language == FALLBACK:
        return english.entry
    own = spoken.get((language, english.id))
    parts = {part: _to_do() for part in english.parts} | (own.parts if own else {})
    whole = Message("", 0, ast.Message(ast.Identifier(english.id))).with_parts(parts)
    whole.entry.comment = ast.Comment(_remark(english))
    return whole.entry


def _to_do() -> Any:
    return ast.Pattern([ast.Placeable(ast.StringLiteral(""))])


def _remark(english: Message) -> str:
    """The English, below what was remarked on it."""
    remark = english.entry.comment
    bare = Message("", 0, ast.Message(english.entry.id, english.entry.value, english.entry.attributes))
    return "\n".join([*([remark.content] if remark else []), BEFORE, str(bare).rstrip()])


# Back


def take_in(folder: Path, to: Path) -> TakenIn:
    """Put what reads otherwise into `to`; nothing at all when anything is wrong. Raises `CannotDo`."""
    if not folder.is_dir():
        raise CannotDo(f"{folder} is no folder; name the one that was exported to.")
    given = overrides.read(folder)
    if not given.words:
        raise CannotDo(f"{folder} has no words/<language>/*.ftl; name the folder that was exported to.")
    before = said(to if to.is_dir() else None)
    changes = [
        (language, changed)
        for language, found in given.words.items()
        for message in found
        if (changed := _changed(message, before.get((language, message.id))))
    ]
    with tempfile.TemporaryDirectory() as draft:
        trial = Path(draft) / "content"
        if to.is_dir():
            shutil.copytree(to, trial)
        written = dict(_files(trial, changes))
        _write(trial, written)
        if found := [*given.broken, *flaws(overrides.read(trial))]:
            return TakenIn(flaws=tuple(found))
    _write(to, written)
    return TakenIn(sum(len(message.parts) for _, message in changes))


def _changed(message: Message, before: Message | None) -> Message | None:
    """What of it is translated, and reads otherwise than before."""
    known = before.parts if before else {}
    parts = {
        part: pattern
        for part, pattern in message.parts.items()
        if not pattern.equals(_to_do()) and not (part in known and pattern.equals(known[part]))
    }
    bare = Message(message.file, message.line, ast.Message(ast.Identifier(message.id)))
    return bare.with_parts(parts) if parts else None


def _files(to: Path, changes: list[tuple[str, Message]]) -> Iterator[tuple[str, str]]:
    """The files that change: each message stays where it stands, and a new one comes into the file it came in."""
    known = {
        (language, message.id): message for language, found in overrides.read(to).words.items() for message in found
    }
    files: dict[str, dict[str, Message]] = {}
    for language, message in changes:
        own = known.get((language, message.id))
        name = own.file if own else message.file
        there = files.setdefault(name, {one.id: one for one in known.values() if one.file == name})
        there[message.id] = own.with_parts(message.parts) if own else message
    for name, there in files.items():
        yield name, "\n".join(map(str, there.values()))


def _write(folder: Path, files: Mapping[str, str]) -> None:
    """All files, or none: each is put in its place when all are written."""
    written: list[tuple[Path, Path]] = []
    try:
        for name, text in files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            draft = path.with_name(f".{path.name}.draft")
            written.append((draft, path))
            draft.write_text(text, encoding="utf-8")
        for draft, path in written:
            draft.replace(path)
    except OSError as error:
        for draft, _ in written:
            draft.unlink(missing_ok=True)
        raise CannotDo(f"{folder} can't be written to ({error.strerror}); choose another folder.") from None
