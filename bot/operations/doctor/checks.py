"""All checks, and what each of them finds."""

from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime

from bot.errors import CannotDo
from bot.operations.doctor import content, database, platforms
from bot.operations.doctor import settings as set_
from bot.operations.doctor.finding import Check, Finding, Setup, Unknown, broken
from bot.operations.opening import with_settings
from bot.settings import Settings, WrongSetting, database_of, load_settings
from storage.opening import CannotOpen, sqlite_file

# Those that need no setting, those that need only settings, and those of a database that has an address.
OF_ITSELF: Mapping[str, Check] = {
    "content": content.content,
    "crisis numbers": content.crisis_numbers,
    "time zones": content.time_zones,
}
AS_IT_IS_SET: Mapping[str, Check] = {
    "settings": set_.settings,
    "telegram token": platforms.telegram_token,
    "telegram webhook": platforms.telegram_webhook,
    "discord token": platforms.discord_token,
    "discord application": platforms.discord_application,
    "clock": platforms.clock,
    "health": set_.health_port,
}
OF_THE_DATABASE: Mapping[str, Check] = {
    "database": database.database,
    "encryption": database.encryption,
    "disk": database.disk,
    "file rights": database.file_rights,
    "backups": database.backups,
}


def diagnose(now: datetime) -> dict[str, Finding]:
    """What each check finds, by its name."""
    try:
        settings = load_settings()
    except WrongSetting as error:
        wrong = broken(error.what, f"{error.to_do} Then look again: the rest of the settings was not tried.")
        return {"settings": wrong} | _found(OF_ITSELF, Setup(Settings.model_construct(), "", None, now))
    address = database_of(settings)
    try:
        file = sqlite_file(address)
    except CannotOpen as error:
        known = _found({**AS_IT_IS_SET, **OF_ITSELF}, Setup(settings, address, None, now))
        return known | {"database": broken(error.what, error.to_do)}
    return _found({**AS_IT_IS_SET, **OF_THE_DATABASE, **OF_ITSELF}, Setup(settings, address, file, now))


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
    except CannotDo as error:
        told = with_settings(error)
        return broken(told.what, told.to_do)
    except Exception as error:  # noqa: BLE001 - whatever it is, the other checks have something to say
        return broken(f"This check failed with {type(error).__name__}.", "Look again; if it stays so, tell us of it.")
