"""`steady broadcast`: something to tell everybody, as that Steady will be away.

Each batch is one transaction that marks its people as told, so that whoever runs it again goes on where it stopped.
"""

import hashlib
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from textwrap import indent
from typing import Annotated

import typer

from bot.content import open_library
from bot.conversation.events import Noticed
from bot.conversation.person import Notice
from bot.conversation.turn import Turn
from bot.operations.everybody import batches, everybody
from bot.operations.lengths import length
from bot.operations.notice_file import words_of
from bot.operations.opening import CannotDo, at_work
from bot.ports import OutOfReach
from bot.programme import notices
from bot.serving.companion import Companion
from bot.settings import load_settings

BATCH = 100  # people whose turns hold up others' together


def broadcast(
    file: Annotated[Path, typer.Argument(help="A text, or an .ftl file with one message.")],
    language: Annotated[str, typer.Option(help="That of the text: only who is answered in it gets it.")] = "en",
    expires: Annotated[str, typer.Option(help="After so long it is not sent any more.")] = "24h",
    allow_links: Annotated[bool, typer.Option("--allow-links", help="Though it has a link in it.")] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
) -> None:
    """Tell everybody something, by day, and nobody twice. Run it again with the same text to go on after a stop."""
    text, lasts = words_of(file, language, allow_links=allow_links), length(expires)
    with at_work() as store, closing(Companion(store, open_library(folder=load_settings().content))) as companion:
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
        raise CannotDo("That is another number. Nothing was sent.")
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
