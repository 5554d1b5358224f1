"""The slash commands as Discord is told of them."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from typing import Any

import discord

from adapters.discord.inbound import ARGUMENT, PLATFORM
from bot.ports import Notebook, PlatformWords

DESCRIPTION_LIMIT = 100

SLASH_COMMAND = 1
STRING = 3
# Written out because the documented defaults are not what Discord does (discord-api-docs#7108).
ON_SERVERS_AND_FOR_PEOPLE = [0, 1]
IN_SERVERS_DIRECT_MESSAGES_AND_PRIVATE_CHANNELS = [0, 1, 2]


def payload(words: Mapping[str, PlatformWords]) -> list[dict[str, Any]]:
    """Every command of the English words, described in every language there is."""
    return [
        {
            "type": SLASH_COMMAND,
            "name": name,
            "description": description[:DESCRIPTION_LIMIT],
            "description_localizations": dict(_descriptions(name, words)),
            "options": [{"type": STRING, "name": ARGUMENT, "description": "…", "required": False}],
            "contexts": IN_SERVERS_DIRECT_MESSAGES_AND_PRIVATE_CHANNELS,
            "integration_types": ON_SERVERS_AND_FOR_PEOPLE,
        }
        for name, description in words["en"].commands.items()
    ]


async def publish(client: discord.Client, words: Mapping[str, PlatformWords], notebook: Notebook) -> bool:
    """Tell Discord of the commands, unless it knows these already. True when it was told.

    Raises what discord.py raises. The commands go out as plain data: `app_commands.CommandTree` would bind each name
    to a function, and a name withdrawn since would find none.
    """
    commands, application = payload(words), client.application_id
    assert application is not None, "discord.py learns the application's id at login"  # noqa: S101 - for mypy
    key, digest = f"commands:{application}", _digest(commands)
    if await notebook.uploaded(PLATFORM, key) == digest:
        return False
    await client.http.bulk_upsert_global_commands(application, commands)
    await notebook.remember_upload(PLATFORM, key, digest)
    return True


def locales(language: str) -> list[str]:
    """Discord's names for a language: `es` is both `es-ES` and `es-419`."""
    names = [locale.value for locale in discord.Locale]
    return [name for name in names if language in (name, name.partition("-")[0])]


def _descriptions(name: str, words: Mapping[str, PlatformWords]) -> Iterator[tuple[str, str]]:
    for language, platform_words in words.items():
        if language == "en" or name not in platform_words.commands:
            continue
        for locale in locales(language):
            yield locale, platform_words.commands[name][:DESCRIPTION_LIMIT]


def _digest(commands: list[dict[str, Any]]) -> str:
    return hashlib.sha256(json.dumps(commands, sort_keys=True).encode()).hexdigest()[:32]
