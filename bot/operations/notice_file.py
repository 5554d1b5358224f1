"""The words of a notice, from a file: plain text, or one Fluent message."""

import re
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax.ast import Message

from bot import utf16
from bot.operations.opening import CannotDo

MOST = 1900  # UTF-16 units: one message on each platform, with who it is from; Discord takes 2,000
LINK = re.compile(r"\b\w+://|\bwww\.|\b[\w-]+\.[a-z]{2,}\b")
# Those but the end of a line that no messenger shows, or that turn what follows around.
NOT_PLAIN = re.compile(r"[^\S \n]|[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def words_of(file: Path, language: str, *, allow_links: bool) -> str:
    """Raises `CannotDo` for what can't be read, or is nothing to send to everybody."""
    try:
        read = file.read_text(encoding="utf-8").replace("\r\n", "\n")
    except (OSError, UnicodeDecodeError) as error:
        raise CannotDo(f"{file} can't be read ({type(error).__name__}). Name a file with text in UTF-8.") from error
    text = (_message(file, read, language) if file.suffix == ".ftl" else read).strip()
    _check(file, text)
    if not allow_links and (link := LINK.search(text)):
        told = f"{file} has a link in it, or what a messenger makes one of ({link[0]!r})"
        raise CannotDo(f"{told}. Take it out, or say --allow-links.")
    return text


def _message(file: Path, read: str, language: str) -> str:
    """That of the only message, which needs no values."""
    bundle, resource = FluentBundle([language], use_isolating=False), FluentResource(read)
    bundle.add_resource(resource)
    names = [entry.id.name for entry in resource.body if isinstance(entry, Message)]
    if len(names) != 1 or (pattern := bundle.get_message(names[0]).value) is None:
        raise CannotDo(f"{file} has {len(names)} messages. Write one, such as: notice = Steady will be away on Sunday.")
    text, errors = bundle.format_pattern(pattern, {})
    if errors:
        raise CannotDo(f"{file} asks for values, and a notice has none. Write its words out.")
    return str(text)


def _check(file: Path, text: str) -> None:
    units = utf16.units(text)
    if not text:
        raise CannotDo(f"{file} is empty. Write what everybody is to read.")
    if units > MOST:
        raise CannotDo(f"{file} has {units:,} letters, and a notice {MOST:,} at most. Make it shorter.")
    if odd := NOT_PLAIN.search(text):
        raise CannotDo(f"{file} is not plain text: it has U+{ord(odd[0]):04X} in it. Take that out.")
