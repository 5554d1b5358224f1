"""Words on their way to a translator and back, as Fluent files.

What is not translated yet is `{""}`, with the English above it as a remark. What comes back goes into a folder for
`STEADY_CONTENT`; of it only what reads otherwise than before.
"""

import re
import shutil
import tempfile
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from fluent.syntax import FluentParser, FluentSerializer, ast

from bot.content import FOLDER, flaws, open_library, overrides
from bot.content.messages import Message
from bot.content.overrides import Overrides
from bot.content.remarks import Remark
from bot.conversation.words import FALLBACK
from bot.errors import CannotDo
from bot.operations.content.wording import Wording, said

TO_DO = '{""}'
BEFORE = "English:"


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What came back: how many texts were changed, or why nothing was taken."""

    changed: int = 0
    flaws: tuple[Remark, ...] = ()


# Out


def export(folder: Path, language: str, own: Path | None) -> int:
    """Write the files of a language, as they are said with the words of `own`; how many. Raises `CannotDo`.

    What the folder holds from an earlier export stays as it was translated there.
    """
    if not re.fullmatch("[a-z]{2,3}", language):
        raise CannotDo(f"--language: {language!r} is no language.", "Write two letters, such as de.")
    spoken = said(own)
    english = {file.name: file.read_text("utf-8") for file in sorted((FOLDER / "words" / FALLBACK).glob("*.ftl"))}
    if extra := _added(spoken):
        english["own.ftl"] = extra
    written = {f"words/{language}/{name}": text for name, text in english.items()}
    kept = _with_translated(spoken, folder, language, written.keys())
    _write(folder, {name: _exported(text, language, kept) for name, text in written.items()})
    return len(written)


def _with_translated(
    spoken: Mapping[tuple[str, str], Message], folder: Path, language: str, names: Collection[str]
) -> Mapping[tuple[str, str], Message]:
    """With what is translated in the files of those names. Raises `CannotDo` when there is more than can be kept."""
    there = overrides.read(folder) if folder.is_dir() else overrides.NONE
    if there.broken:
        raise CannotDo(f"{folder} holds what can't be read: {there.broken[0]}.", "Mend it, or choose another folder.")
    merged = dict(spoken)
    for message in there.words.get(language, ()):
        if message.file not in names or (FALLBACK, message.id) not in spoken:
            stray = f"{folder}/{message.where}: {message.id} stands in no file of an export, and would be lost."
            raise CannotDo(stray, "Choose another folder.")
        if translated := _changed(message, None):
            before = merged.get((language, message.id), translated)
            merged[language, message.id] = before.with_parts(translated.parts)
    return merged


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
        raise CannotDo(f"{folder} is no folder.", "Name the one that was exported to.")
    given = overrides.read(folder)
    if not given.words:
        raise CannotDo(f"{folder} has no words/<language>/*.ftl.", "Name the folder that was exported to.")
    before = said(to if to.is_dir() else None)
    changes = [
        (language, changed)
        for language, found in given.words.items()
        for message in found
        if (changed := _changed(message, before.get((language, message.id))))
    ]
    if found := _flaws_of(given, changes, to):
        return TakenIn(flaws=tuple(found))
    with tempfile.TemporaryDirectory() as draft:
        trial = Path(draft) / "content"
        if to.is_dir():
            shutil.copytree(to, trial)
        written = dict(_files(trial, changes))
        _write(trial, written)
        if found := flaws(overrides.read(trial)):
            return TakenIn(flaws=tuple(found))
    _write(to, written)
    return TakenIn(sum(len(message.parts) for _, message in changes))


def _flaws_of(given: Overrides, changes: list[tuple[str, Message]], to: Path) -> list[Remark]:
    """What is wrong with what came back, by its own files and lines."""
    from bot.operations.content import style  # noqa: PLC0415 - it knows the platforms, which nothing else here needs

    ids = {(language, message.id) for language, message in changes}
    words = {
        language: tuple(
            whole for message in found if (language, message.id) in ids and (whole := _changed(message, None))
        )
        for language, found in given.words.items()
    }
    own = overrides.read(to) if to.is_dir() else overrides.NONE
    found = flaws(replace(own, words=words, broken=given.broken))
    written = {(language, message.id): message for language, message in changes}
    lengths = style.too_long(Wording(open_library(), written))
    return [*found, *(remark for remark in lengths if remark.is_error)]


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
        files.setdefault(name, {})[message.id] = own.with_parts(message.parts) if own else message
    for name, changed in files.items():
        file = to / name
        yield name, _with_changed(file.read_text("utf-8-sig") if file.exists() else "", changed)


def _with_changed(text: str, changed: Mapping[str, Message]) -> str:
    """The file with these messages in it, and all else, remarks too, as it was."""
    resource: Any = FluentParser().parse(text)
    left = {id_: message.entry for id_, message in changed.items()}
    kept = [left.pop(entry.id.name, entry) if isinstance(entry, ast.Message) else entry for entry in resource.body]
    resource.body = [*kept, *left.values()]
    return str(FluentSerializer().serialize(resource))


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
        raise CannotDo(f"{folder} can't be written to ({error.strerror}).", "Choose another folder.") from None
