"""`steady doctor`: is everything as it should be, and if not, what mends it?"""

import json
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Annotated

import typer

from bot.operations import content_checks, database_checks, platform_checks, settings_checks
from bot.operations.finding import Check, Finding, Setup, Unknown, broken
from bot.operations.opening import PEOPLE, address_of
from bot.settings import Settings, WrongSetting, load_settings

# Those that need no setting, and the rest.
OF_ITSELF: Mapping[str, Check] = {
    "content": content_checks.content,
    "crisis numbers": content_checks.crisis_numbers,
    "time zones": content_checks.time_zones,
}
AS_IT_IS_SET: Mapping[str, Check] = {
    "settings": settings_checks.settings,
    "telegram token": platform_checks.telegram_token,
    "telegram webhook": platform_checks.telegram_webhook,
    "discord token": platform_checks.discord_token,
    "discord application": platform_checks.discord_application,
    "clock": platform_checks.clock,
    "database": database_checks.database,
    "encryption": database_checks.encryption,
    "disk": database_checks.disk,
    "file rights": database_checks.file_rights,
    "backups": database_checks.backups,
    "health": settings_checks.health_port,
}


def doctor(as_json: Annotated[bool, typer.Option("--json", help="For programs.")] = False) -> None:
    """Look whether everything is as it should be, and say what to do where it is not (docs/operating.md)."""
    findings = diagnose(datetime.now(UTC))
    if as_json:
        typer.echo(json.dumps([{"name": name, **asdict(finding)} for name, finding in findings.items()], indent=2))
    else:
        for name, finding in findings.items():
            typer.echo(f"{finding.standing:<6}  {name}: {finding}")
    raise typer.Exit(any(finding.standing == "broken" for finding in findings.values()))


def diagnose(now: datetime) -> dict[str, Finding]:
    """What each check finds, by its name."""
    try:
        settings = load_settings()
    except WrongSetting as error:
        wrong = broken(str(error), "put it right, and look again: the rest of the settings was not tried")
        return {"settings": wrong} | _found(OF_ITSELF, Setup(Settings.model_construct(), "", now))
    return _found({**AS_IT_IS_SET, **OF_ITSELF}, Setup(settings, address_of(settings, PEOPLE), now))


def _found(checks: Mapping[str, Check], setup: Setup) -> dict[str, Finding]:
    """All at once: most of them wait for somebody's answer."""
    with ThreadPoolExecutor(len(checks)) as threads:
        return dict(zip(checks, threads.map(lambda check: _finding(check, setup), checks.values()), strict=True))


def _finding(check: Check, setup: Setup) -> Finding:
    """An error is a finding too, told by its type alone: its message might quote a token."""
    try:
        return check(setup)
    except Unknown as unknown:
        return unknown.finding
    except Exception as error:  # noqa: BLE001 - whatever it is, the other checks have something to say
        return broken(f"this check failed with {type(error).__name__}", "look again; if it stays so, tell us of it")
