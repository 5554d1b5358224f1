"""What happened on Discord, in Steady's words. Pure: objects of discord.py in, `Inbound` out."""

import re
from dataclasses import replace
from typing import Any, cast

import discord

from bot.conversation.events import Choice, Command, Edited, Event, Media, Text, wording
from bot.ports import Address, Inbound

PLATFORM = "discord"
ARGUMENT = "text"  # the one option of every slash command: the words behind it
TYPED_COMMAND = re.compile(r"/([a-z0-9_-]{1,32})(?:\s+(.*))?\s*", re.IGNORECASE | re.DOTALL | re.ASCII)

WRITTEN_BY_PEOPLE = frozenset({discord.MessageType.default, discord.MessageType.reply})


def from_message(message: discord.Message) -> Inbound | None:
    """What a person wrote in a direct message; `None` for bots, for servers and for Discord's own notices."""
    if message.guild is not None or message.author.bot or message.type not in WRITTEN_BY_PEOPLE:
        return None
    where = address(message.author.id, message.channel.id)
    return Inbound(str(message.id), where, _said(message), at=message.created_at)


def from_edit(message: discord.Message) -> Inbound | None:
    """What a person made of their message in a direct message. Discord also tells of a preview or a pin; then the
    message has no moment of an edit, or still that of one told before, by which it is known."""
    sent, moment = from_message(message), message.edited_at
    words = wording(sent.event) if sent else ""
    if sent is None or moment is None or not words:
        return None
    return replace(sent, id=f"{message.id} {moment.isoformat()}", event=Edited(words), at=moment)


def from_interaction(interaction: discord.Interaction, chat: int) -> Inbound | None:
    """A command or a pressed button; `chat` is the direct message where the answer goes."""
    event = _event(interaction)
    if event is None:
        return None
    where, language = address(interaction.user.id, chat), str(interaction.locale.value)
    return Inbound(str(interaction.id), where, event, language, at=interaction.created_at)


def address(user: int, chat: int) -> Address:
    return Address(PLATFORM, str(user), str(chat))


def media_kind(message: discord.Message) -> str:
    """What a message without words is: voice, photo, video, audio, document, sticker, poll or other."""
    if message.attachments:
        return _attachment_kind(message.attachments[0])
    if message.stickers:
        return "sticker"
    return "poll" if message.poll else "other"


def private_chat(interaction: discord.Interaction) -> int | None:
    """The person's own direct message with the bot, when that is where the interaction happened.

    Only the context tells: two friends' direct message, where an app of one of them may be called, looks the same
    otherwise.
    """
    return interaction.channel_id if interaction.context.dm_channel else None


def _said(message: discord.Message) -> Event:
    """A command may also come as plain text: where Discord doesn't offer it yet, or from an old phone."""
    if match := TYPED_COMMAND.fullmatch(message.content):
        return Command(match[1].lower(), (match[2] or "").strip())
    return Text(message.content) if message.content else Media(media_kind(message))


def _event(interaction: discord.Interaction) -> Event | None:
    # discord.py types this as a union of shapes that only `interaction.type` tells apart.
    content = cast("dict[str, Any]", interaction.data or {})
    if interaction.type is discord.InteractionType.application_command:
        return Command(str(content["name"]), _argument(content))
    if interaction.type is discord.InteractionType.component:
        return Choice(str(content["custom_id"]))
    return None


def _argument(content: dict[str, Any]) -> str:
    values = (option["value"] for option in content.get("options", ()) if option["name"] == ARGUMENT)
    return str(next(values, ""))


def _attachment_kind(attachment: discord.Attachment) -> str:
    if attachment.is_voice_message():
        return "voice"
    family = (attachment.content_type or "").partition("/")[0]
    return {"image": "photo", "video": "video", "audio": "audio"}.get(family, "document")
