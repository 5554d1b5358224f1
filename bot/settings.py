"""What whoever runs Steady may set: environment variables, or a `.env` file in the folder Steady is started from.

What is secret may stand in a file of its own, as containers and systemd hand secrets over.
"""

import os
import re
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Annotated, Any, Literal

from dotenv import dotenv_values
from platformdirs import user_data_path
from pydantic import AfterValidator, BeforeValidator, Field, SecretStr, ValidationError, ValidationInfo
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.conversation.effects import PLATFORMS
from bot.door.codes import can_be_code
from bot.errors import CannotDo, because

PREFIX = "STEADY_"
ENV_FILE = ".env"
ACCEPTED = {
    "DATABASE_URL": "an SQLAlchemy address, such as sqlite:////var/lib/steady/steady.db",
    "BACKUP_DIR": "the path of a folder for backups, made if it is not there",
    "ENCRYPTION_KEY": "what `steady keys new` prints, or several of it with commas, the one in use first",
    "ENCRYPTION_KEY_FILE": "the path of a file with such keys, one a line",
    "FORGET_AFTER_DAYS": "a whole number of days from 30 to 3650",
    "ACCESS": "open, invite or list",
    "INVITE_CODES": (
        "codes of 8 to 64 of A-Z, a-z, 0-9, _ and -, separated by commas, for STEADY_ACCESS=invite, which needs one"
    ),
    "ALLOWED": (
        "people such as telegram:12345 and discord:67890, separated by commas, for STEADY_ACCESS=list, which needs one"
    ),
    "TELEGRAM_TOKEN": "the token that @BotFather gave, such as 123456:ABC-DEF",
    "TELEGRAM_API_URL": "http://host:port or https://host of a Bot API server",
    "WEBHOOK_URL": "https://host/path, which Telegram calls",
    "WEBHOOK_SECRET": "1 to 256 of A-Z, a-z, 0-9, _ and -, and STEADY_WEBHOOK_URL needs one",
    "WEBHOOK_LISTEN": "host:port",
    "HEALTH_LISTEN": "host:port, another than STEADY_WEBHOOK_LISTEN",
    "PING_URL": "https://host/path or http://host/path",
    "LOG_FORMAT": "text or json",
    "TELEGRAM_PER_SECOND": "a whole number of messages from 1 to 1000",
    "DISCORD_TOKEN": "the bot token of the Discord developer portal",
    "DISCORD_API_URL": "http://host:port/api/v10",
    "DISCORD_GATEWAY_URL": "ws://host:port/gateway or wss://host/gateway",
    "DISCORD_PER_SECOND": "a whole number of messages from 1 to 50",
    "CONTENT": "a folder with words of your own (docs/words.md)",
}
IN_FILES = ("DATABASE_URL", "TELEGRAM_TOKEN", "WEBHOOK_SECRET", "PING_URL", "DISCORD_TOKEN")
OF_A_FILE = "_FILE"
SERVED, OF_A_CHAT = "steady.db", "chat.db"  # the files of `steady run` and `steady chat`, where none was chosen


class WrongSetting(CannotDo):
    """A variable can't be used; what is told names it and says what it accepts."""


def _address(*schemes: str) -> AfterValidator:
    def check(value: str | None) -> str | None:
        if value is None:
            return None
        _check_address(value, schemes)
        return value.rstrip("/")

    return AfterValidator(check)


def _check_address(value: str, schemes: Collection[str]) -> None:
    from yarl import URL  # noqa: PLC0415 - few set an address

    url = URL(value)
    if url.scheme not in schemes or not url.host:
        raise ValueError("not such an address")


def _secret_address(value: SecretStr | None) -> SecretStr | None:
    """Whoever knows it can use it; an empty one means none."""
    said = value.get_secret_value().strip() if value else ""
    if not said:
        return None
    _check_address(said, ("https", "http"))
    return SecretStr(said)


def _token(value: SecretStr | None) -> SecretStr | None:
    """An empty token means none; one with spaces inside was pasted wrongly."""
    said = value.get_secret_value().strip() if value else ""
    if any(letter.isspace() for letter in said):
        raise ValueError("a token has no spaces")
    return SecretStr(said) if said else None


def _secret(value: SecretStr | None, info: ValidationInfo) -> SecretStr | None:
    """Telegram's rules: https://core.telegram.org/bots/api#setwebhook. Without a secret anybody could be Telegram."""
    said = value.get_secret_value().strip() if value else ""
    if not re.fullmatch(r"[\w-]{0,256}", said, re.ASCII) or (info.data.get("webhook_url") and not said):
        raise ValueError("not such a secret")
    return SecretStr(said) if said else None


def _place(value: str) -> str:
    found = re.fullmatch(r"(?:[\w.-]+|\[[\da-f:.]+\]):(\d{1,5})", value, re.ASCII | re.IGNORECASE)
    if not found or not 0 < int(found[1]) < 65536:
        raise ValueError("not such a place")
    return value


def _place_of_its_own(value: str | None, info: ValidationInfo) -> str | None:
    if value is None:
        return None
    if info.data.get("webhook_url") and value == info.data.get("webhook_listen"):
        raise ValueError("the webhook listens there")
    return _place(value)


def _codes(value: SecretStr | None, info: ValidationInfo) -> SecretStr | None:
    """Telegram's rules for what it passes on behind /start: https://core.telegram.org/bots/features#deep-linking"""
    codes = between_commas(value.get_secret_value()) if value else ()
    if not all(can_be_code(code) for code in codes):
        raise ValueError("not such codes")
    _needed_for("invite", codes, info)
    return value


def _people(value: str | None, info: ValidationInfo) -> str | None:
    people = between_commas(value or "")
    if not all(re.fullmatch(rf"({'|'.join(PLATFORMS)}):\d{{1,20}}", person, re.ASCII) for person in people):
        raise ValueError("not such people")
    _needed_for("list", people, info)
    return value


def _needed_for(access: str, given: tuple[str, ...], info: ValidationInfo) -> None:
    """Either without the other would let everybody in, or nobody."""
    if (info.data.get("access") == access) != bool(given):
        raise ValueError("one without the other")


def between_commas(value: str) -> tuple[str, ...]:
    """Each part, without the spaces around it; nothing between two commas is none."""
    return tuple(part.strip() for part in value.split(",") if part.strip())


def _folder(value: Path | None) -> Path | None:
    if value and not value.is_dir():
        raise ValueError("not a folder")
    return value


def _path(value: object) -> object:
    """Nothing between the quotes means no path."""
    return None if isinstance(value, str) and not value.strip() else value


Token = Annotated[SecretStr | None, AfterValidator(_token)]
MaybePath = Annotated[Path | None, BeforeValidator(_path)]


class Settings(BaseSettings):
    """See `ACCEPTED` for what each takes."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, env_file=ENV_FILE, extra="ignore", validate_default=False)

    database_url: str | None = None
    backup_dir: MaybePath = None
    encryption_key: SecretStr | None = None
    encryption_key_file: MaybePath = None
    forget_after_days: Annotated[int | None, Field(ge=30, le=3650)] = None
    access: Literal["open", "invite", "list"] = "open"
    invite_codes: Annotated[SecretStr | None, Field(validate_default=True), AfterValidator(_codes)] = None
    allowed: Annotated[str | None, Field(validate_default=True), AfterValidator(_people)] = None
    telegram_token: Token = None
    telegram_api_url: Annotated[str, _address("http", "https")] = "https://api.telegram.org"
    webhook_url: Annotated[str | None, _address("https", "http")] = None
    webhook_secret: Annotated[SecretStr | None, Field(validate_default=True), AfterValidator(_secret)] = None
    webhook_listen: Annotated[str, AfterValidator(_place)] = "127.0.0.1:8080"
    health_listen: Annotated[str | None, AfterValidator(_place_of_its_own)] = None
    ping_url: Annotated[SecretStr | None, AfterValidator(_secret_address)] = None
    log_format: Literal["text", "json"] = "text"
    telegram_per_second: Annotated[int, Field(ge=1, le=1000)] = 30
    discord_token: Token = None
    discord_api_url: Annotated[str | None, _address("http", "https")] = None
    discord_gateway_url: Annotated[str | None, _address("ws", "wss")] = None
    discord_per_second: Annotated[int, Field(ge=1, le=50)] = 20
    content: Annotated[MaybePath, AfterValidator(_folder)] = None


def load_settings() -> Settings:
    """Raises `WrongSetting` for a value that can't be, and for a name that nothing reads."""
    given = _given()
    _refuse_unknown_names(given)
    files: Mapping[str, Any] = {name.lower(): _content(name, given) for name in IN_FILES if given.get(_file_of(name))}
    try:
        return Settings(**files)
    except ValidationError as error:
        name = str(error.errors()[0]["loc"][0]).removeprefix(PREFIX.lower()).upper()
        raise WrongSetting(_what_is_wrong(name, given), f"It takes {ACCEPTED[name]}.") from None


def _what_is_wrong(name: str, given: Mapping[str, str | None]) -> str:
    if given.get(_file_of(name)):
        return f"{_file_of(name)} names a file whose content cannot be used."
    if PREFIX + name in given:
        return f"{PREFIX}{name} has a value that cannot be used."
    return f"{PREFIX}{name} is not set, and with the other settings it must be."


def _given() -> Mapping[str, str | None]:
    """What is set, by its name in capitals, in which names are the same; the environment goes before the file."""
    return {name.upper(): value for name, value in {**dotenv_values(ENV_FILE), **os.environ}.items()}


def _refuse_unknown_names(given: Mapping[str, str | None]) -> None:
    known = {PREFIX + name for name in ACCEPTED} | {_file_of(name) for name in IN_FILES}
    for name in sorted(given):
        if name.startswith(PREFIX) and name not in known:
            raise WrongSetting(f"{name} is not a setting of Steady.", f"Known are: {', '.join(sorted(known))}.")


def _file_of(name: str) -> str:
    """The variable that names a file with the value of another."""
    return f"{PREFIX}{name}{OF_A_FILE}"


def _content(name: str, given: Mapping[str, str | None]) -> str:
    """What stands in the file, without the spaces and line ends around it. Raises `WrongSetting`."""
    variable = _file_of(name)
    if given.get(PREFIX + name):
        raise WrongSetting(f"{PREFIX}{name} and {variable} are both set.", "Leave one of them out.")
    file = Path(str(given[variable]))
    try:
        content = file.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        cause = error if isinstance(error, OSError) else ValueError("it is not text")
        to_do = "Check that the file is there and that Steady's user may read it."
        raise WrongSetting(because(f"{variable} names {file}, which can't be read", cause), to_do) from None
    if not content:
        raise WrongSetting(f"{variable} names {file}, which is empty.", f"Write into it {ACCEPTED[name]}.")
    return content


def database_of(settings: Settings, file: str = SERVED) -> str:
    """The address that was chosen, or that of a SQLite file of that name in the person's data folder; neither need be
    there."""
    return settings.database_url or f"sqlite:///{Path(user_data_path('steady', appauthor=False)) / file}"
