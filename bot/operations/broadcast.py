"""`steady broadcast`: something to tell everybody, as that Steady will be away.

Each batch is one transaction that marks its people as told, so that whoever runs it again goes on where it stopped.
"""

import hashlib
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from textwrap import indent
from typing import Annotated

import typer
from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax.ast import Message

from bot import utf16
from bot.conversation.events import Noticed
from bot.conversation.person import Notice
from bot.conversation.turn import Turn
from bot.errors import CannotDo
from bot.operations.opening import companion_on, writing
from bot.operations.people import batches, everybody
from bot.operations.terminal import length
from bot.ports import OutOfReach
from bot.programme import notices
from bot.serving.companion import Companion
from bot.settings import load_settings

BATCH = 100  # people whose turns hold up others' together
MOST = 1900  # UTF-16 units: one message on each platform, with who it is from; Discord takes 2,000
LINK = re.compile(r"\b\w+://|\bwww\.|\b[\w-]+\.[a-z]{2,}\b")
# Those but the end of a line that no messenger shows, or that turn what follows around.
NOT_PLAIN = re.compile(r"[^\S \n]|[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def broadcast(
    file: Annotated[Path, typer.Argument(help="A text, or an .ftl file with one message.")],
    language: Annotated[
        str, typer.Option(help="The language of the text; only people whom Steady answers in it get it.")
    ] = "en",
    expires: Annotated[
        str, typer.Option(help="How long it may be delayed, such as 24h; after that it is dropped.")
    ] = "24h",
    allow_links: Annotated[bool, typer.Option("--allow-links", help="Send although it contains a link.")] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
) -> None:
    """Tell everybody something, by day, and nobody twice. Run it again with the same text to go on after a stop."""
    text, lasts, settings = words_of(file, language, allow_links=allow_links), length(expires), load_settings()
    with writing(settings) as store, companion_on(store, settings) as companion:
        notice = Notice(hashlib.sha256(text.encode()).hexdigest()[:16], text, companion.clock() + lasts)
        people = list(to_be_told(companion, notice, language))
        if _is_wanted(text, len(people), yes):
            tell(companion, people, notice)


def to_be_told(companion: Companion, notice: Notice, language: str) -> Iterator[str]:
    """Those who speak that language, want to hear of Steady, and have not been told."""
    now = companion.clock()
    for person in everybody(companion.store):
        if person.language == language and notices.is_for(Turn(person, now, companion.library), notice.id):
            yield person.id


def _is_wanted(text: str, count: int, yes: bool) -> bool:
    """Whether it is to go. Raises `CannotDo` for a wrong count."""
    typer.echo(f"{indent(text, '    ')}\n")
    if not count:
        typer.echo("There is nobody to tell: everybody else has it, or wants quiet.")
        return False
    typer.echo(f"People it goes to: {count}. Whoever sleeps gets it in the morning, whoever is in a flare after that.")
    if not yes and typer.prompt(f"Type {count} to send it") != str(count):
        raise CannotDo("That is another number.", "Nothing was sent.")
    return True


def tell(companion: Companion, people: Sequence[str], notice: Notice) -> None:
    """Put it on its way to all of them."""
    told = 0
    for batch in batches(people, BATCH):
        told += _tell_together(companion, batch, notice)
        typer.echo(f"{told} of {len(people)}")


def _tell_together(companion: Companion, people: Sequence[str], notice: Notice) -> int:
    """How many were told: one whose turn fails is left out, and keeps nobody else from it."""
    try:
        return companion.turns.by_operator(people, Noticed(notice))
    except OutOfReach:
        raise
    except Exception as error:  # noqa: BLE001 - whoever it was about is left out when told alone
        if len(people) > 1:
            return sum(_tell_together(companion, [person_id], notice) for person_id in people)
        typer.echo(f"One could not be told ({type(error).__name__}).", err=True)
        return 0


# The words, from a file: plain text, or one Fluent message


def words_of(file: Path, language: str, *, allow_links: bool) -> str:
    """Raises `CannotDo` for what can't be read, or is nothing to send to everybody."""
    try:
        read = file.read_text(encoding="utf-8").replace("\r\n", "\n")
    except (OSError, UnicodeDecodeError) as error:
        raise CannotDo(f"{file} can't be read ({type(error).__name__}).", "Name a file with text in UTF-8.") from error
    text = (_message(file, read, language) if file.suffix == ".ftl" else read).strip()
    _check(file, text)
    if not allow_links and (link := LINK.search(text)):
        told = f"{file} has a link in it, or what a messenger makes one of ({link[0]!r})"
        raise CannotDo(f"{told}.", "Take it out, or say --allow-links.")
    return text


def _message(file: Path, read: str, language: str) -> str:
    """That of the only message, which needs no values."""
    bundle, resource = FluentBundle([language], use_isolating=False), FluentResource(read)
    bundle.add_resource(resource)
    names = [entry.id.name for entry in resource.body if isinstance(entry, Message)]
    if len(names) != 1 or (pattern := bundle.get_message(names[0]).value) is None:
        raise CannotDo(
            f"{file} has {len(names)} messages.", "Write one, such as: notice = Steady will be away on Sunday."
        )
    text, errors = bundle.format_pattern(pattern, {})
    if errors:
        raise CannotDo(f"{file} asks for values, and a notice has none.", "Write its words out.")
    return str(text)


def _check(file: Path, text: str) -> None:
    units = utf16.units(text)
    if not text:
        raise CannotDo(f"{file} is empty.", "Write what everybody is to read.")
    if units > MOST:
        raise CannotDo(f"{file} has {units:,} letters, and a notice {MOST:,} at most.", "Make it shorter.")
    if odd := NOT_PLAIN.search(text):
        raise CannotDo(f"{file} is not plain text: it has U+{ord(odd[0]):04X} in it.", "Take that out.")
