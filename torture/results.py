"""What came of a run: figures to read, and what was broken of what was promised."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field

Figure = int | float | str


@dataclass(slots=True)
class Result:
    run: str
    database: str
    figures: dict[str, Figure] = field(default_factory=dict)
    broken: list[str] = field(default_factory=list)

    def note(self, name: str, figure: Figure) -> None:
        self.figures[name] = round(figure, 1) if isinstance(figure, float) else figure

    def must_be(self, name: str, figure: Figure, wanted: Figure = 0) -> None:
        """Note a figure that has just one right value."""
        self.note(name, figure)
        if figure != wanted:
            self.broken.append(f"{name} is {figure}, not {wanted}")

    def at_most(self, name: str, figure: float, most: float) -> None:
        self.note(name, figure)
        if figure > most:
            self.broken.append(f"{name} is {figure:g}, more than {most:g}")

    def at_least(self, name: str, figure: float, least: float) -> None:
        self.note(name, figure)
        if figure < least:
            self.broken.append(f"{name} is {figure:g}, less than {least:g}")


def as_table(results: Sequence[Result]) -> str:
    """One row a run, in Markdown."""
    rows = [
        f"| {result.run} | {result.database} | {_listed(result)} | {'; '.join(result.broken) or 'kept'} |"
        for result in results
    ]
    return "\n".join(("| run | database | figures | promises |", "|---|---|---|---|", *rows))


def _listed(result: Result) -> str:
    return ", ".join(f"{name} {figure}" for name, figure in result.figures.items())


def as_json(results: Sequence[Result]) -> str:
    return json.dumps([asdict(result) for result in results], indent=1)
