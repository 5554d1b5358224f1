"""`steady doctor`: is everything as it should be, and if not, what mends it?"""

import json
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Annotated

import typer


def doctor(as_json: Annotated[bool, typer.Option("--json", help="For programs.")] = False) -> None:
    """Look whether everything is as it should be, and say what to do where it is not (docs/operating.md)."""
    from bot.operations.doctor.checks import diagnose  # noqa: PLC0415 - `steady run` looks at none of it

    findings = diagnose(datetime.now(UTC))
    if as_json:
        typer.echo(json.dumps([{"name": name, **asdict(finding)} for name, finding in findings.items()], indent=2))
    else:
        for name, finding in findings.items():
            typer.echo(f"{finding.standing:<6}  {name}: {finding}")
    raise typer.Exit(any(finding.standing == "broken" for finding in findings.values()))
