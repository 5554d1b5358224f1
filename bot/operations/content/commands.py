"""`steady content`: check the words, hand them to a translator, and take a translation in."""

import json
from collections.abc import Iterable
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from bot.content import flaws, open_library, overrides
from bot.content.remarks import Remark
from bot.errors import CannotDo
from bot.operations.content import translation
from bot.operations.content.wording import wording_of
from bot.settings import load_settings

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="Check, hand out and take in words.")
Folder = Annotated[
    Path | None, typer.Option("--folder", help="The folder with words of your own; STEADY_CONTENT if not given.")
]


@app.command()
def check(
    folder: Folder = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line.")] = False,
) -> None:
    """Tell what is wrong with the words, and what could read better (docs/words.md). Ends with 1 for errors."""
    chosen = _chosen(folder)
    found = _found_in(chosen)
    _tell(found, as_json=as_json)
    if any(remark.is_error for remark in found):
        raise typer.Exit(1)
    if not as_json:
        read = f" Read: {overrides.read(chosen)}." if chosen else ""
        typer.echo(
            (f"Nothing is wrong; {len(found)} pieces of advice." if found else "Nothing is wrong.") + read, err=True
        )


@app.command("export")
def export_(
    folder: Annotated[Path, typer.Argument(help="Where to write; made if need be.")],
    language: Annotated[str, typer.Option(help="Two letters, such as de.")] = "en",
) -> None:
    """Write the words of a language as files for a translator (docs/translating.md)."""
    written = translation.export(folder, language, load_settings().content)
    typer.echo(f"{written} files in {folder / 'words' / language}. Then: steady content import {folder} --to FOLDER")


@app.command("import")
def import_(
    folder: Annotated[Path, typer.Argument(help="What was exported, with its words changed.")],
    to: Annotated[Path, typer.Option(help="The folder with words of your own; made if need be.")],
) -> None:
    """Check words that were translated or changed, and put them into a folder for STEADY_CONTENT."""
    taken = translation.take_in(folder, to)
    if taken.flaws:
        _tell(taken.flaws, as_json=False)
        typer.echo("Nothing was written.", err=True)
        raise typer.Exit(1)
    typer.echo(f"Changed texts: {taken.changed}. To use them: STEADY_CONTENT={to}")


def _chosen(folder: Path | None) -> Path | None:
    if folder is not None and not folder.is_dir():
        raise CannotDo(f"--folder: {folder} is no folder.", "Name one with words of your own (docs/words.md).")
    return folder or load_settings().content


def _found_in(folder: Path | None) -> list[Remark]:
    """What would keep Steady from starting, or else all there is to tell."""
    from bot.operations.content import review  # noqa: PLC0415 - it knows the platforms, which nothing else here needs

    own = overrides.read(folder) if folder else overrides.NONE
    if broken := flaws(own):
        return broken
    found = review.remarks(wording_of(open_library(folder=folder), folder), date.today())  # noqa: DTZ011 - the day where this is typed
    if folder is None:
        return found
    return [*own.unread, *(remark for remark in found if remark.is_error or own.holds(remark.where, folder))]


def _tell(found: Iterable[Remark], *, as_json: bool) -> None:
    for remark in sorted(found, key=lambda one: not one.is_error):
        kind = "error" if remark.is_error else "advice"
        typer.echo(json.dumps(asdict(remark), ensure_ascii=False) if as_json else f"{kind}: {remark}")
