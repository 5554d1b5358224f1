"""What is typed and shown in a terminal: lengths of time (`30m`, `8h`, `2d`), and rows."""

from collections.abc import Iterable, Sequence
from datetime import timedelta

import typer

from bot.errors import CannotDo

UNITS = {"d": timedelta(days=1), "h": timedelta(hours=1), "min": timedelta(minutes=1)}


def length(said: str) -> timedelta:
    """A month at most. Raises `CannotDo`."""
    from adapters.terminal import length_of  # noqa: PLC0415 - one channel never loads what another needs

    found = length_of(said)
    if found is None:
        raise CannotDo(f"{said!r} is no length of time here.", "Write one such as 30m, 8h or 2d, 31d at most.")
    return found


def told(length: timedelta) -> str:
    """In the largest unit that it fills, rounded down."""
    name = next((name for name, unit in UNITS.items() if length >= unit), None)
    return f"{length // UNITS[name]} {name}" if name else f"{max(length // timedelta(seconds=1), 0)} s"


def show(head: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Print the rows below their head; numbers stand to the right."""
    rows = list(rows)
    cells = [[_cell(value) for value in row] for row in (head, *rows)]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    rights = [bool(rows) and isinstance(value, int) for value in (rows[0] if rows else head)]
    for line in cells:
        placed = (
            text.rjust(width) if right else text.ljust(width)
            for text, width, right in zip(line, widths, rights, strict=True)
        )
        typer.echo("  ".join(placed).rstrip())


def _cell(value: object) -> str:
    return f"{value:,}" if isinstance(value, int) else str(value)
