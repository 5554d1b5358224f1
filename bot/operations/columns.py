"""Rows for a terminal."""

from collections.abc import Iterable, Sequence

import typer


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
