"""All that is said, message by message, in every language: Steady's own words, and what a folder says instead."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from bot.content import FOLDER, messages, overrides
from bot.content.messages import VALUE, Message
from bot.conversation.library import Library
from bot.conversation.words import FALLBACK

SAMPLE = "six"  # what stands where a placeholder does


@dataclass(frozen=True, slots=True)
class Wording:
    """Every message by its language and id, and the library that says them."""

    library: Library
    messages: Mapping[tuple[str, str], Message]

    def english(self, id_: str) -> Message | None:
        return self.messages.get((FALLBACK, id_))

    def in_language(self, language: str) -> dict[str, Message]:
        return {id_: message for (spoken, id_), message in self.messages.items() if spoken == language}

    def pattern(self, language: str, id_: str) -> Any:
        """The value of a message, where need be in English; `None` when there is none."""
        found = self.messages.get((language, id_)) or self.english(id_)
        return found.parts.get(VALUE) if found else None


def wording_of(library: Library, folder: Path | None) -> Wording:
    """The words of that library, which was read with that folder."""
    return Wording(library, said(folder))


def said(folder: Path | None) -> dict[tuple[str, str], Message]:
    """Every message by its language and id."""
    found = dict(_shipped())
    own = overrides.read(folder) if folder else overrides.NONE
    for language, written in own.words.items():
        for message in written:
            before = found.get((language, message.id))
            found[language, message.id] = _instead(message, before) if before else message
    return found


def _instead(message: Message, before: Message) -> Message:
    """The message with what it leaves out, where it stands."""
    return replace(before.with_parts(message.parts), file=message.file, line=message.line)


@cache
def _shipped() -> Mapping[tuple[str, str], Message]:
    found: dict[tuple[str, str], Message] = {}
    for file in sorted(FOLDER.glob("words/*/*.ftl")):
        own, _ = messages.read(file.relative_to(FOLDER).as_posix(), file.read_text("utf-8"))
        found |= {(file.parent.name, message.id): message for message in own}
    return found


def readings(wording: Wording, language: str, pattern: Any) -> set[str]:
    """Every text that the pattern can become, with a short word for each placeholder."""
    return {"".join(_told(wording, language, pattern, way)) for way in messages.ways(pattern)}


def _told(wording: Wording, language: str, pattern: Any, way: messages.Choices) -> Iterator[str]:
    for piece in messages.pieces(pattern, way):
        if isinstance(piece, str):
            yield piece
            continue
        (name,) = piece
        quoted = None if name.startswith("$") else wording.pattern(language, name)
        if quoted is None:
            yield SAMPLE
        else:
            yield from max(
                (list(_told(wording, language, quoted, each)) for each in messages.ways(quoted)), key=_length
            )


def _length(pieces: list[str]) -> int:
    return sum(map(len, pieces))
