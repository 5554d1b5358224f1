"""Groups: Steady takes no health data there. It says so, and hears nothing else."""

import re
from typing import Literal

from telegram import ChatMemberUpdated, Update
from telegram.constants import ChatMemberStatus, ChatType

from adapters.telegram.inbound import COMMAND

Summons = Literal["added", "called"]

GROUPS = (ChatType.GROUP, ChatType.SUPERGROUP)
PRESENT = (ChatMemberStatus.MEMBER, ChatMemberStatus.ADMINISTRATOR)


def is_in_group(update: Update) -> bool:
    chat = update.effective_chat
    return chat is not None and chat.type in GROUPS


def summons(update: Update, username: str) -> Summons | None:
    """Whether a group wants something of the bot: it was added, or somebody there called it by command or name."""
    if update.my_chat_member:
        return "added" if _is_arrival(update.my_chat_member) else None
    if update.message is None:
        return None
    text = update.message.text or update.message.caption or ""
    return "called" if _is_command(text, username) or _is_mention(text, username) else None


def _is_arrival(change: ChatMemberUpdated) -> bool:
    return change.new_chat_member.status in PRESENT and change.old_chat_member.status not in PRESENT


def _is_command(text: str, username: str) -> bool:
    if not COMMAND.fullmatch(text):
        return False
    name = text.split(maxsplit=1)[0]
    return "@" not in name or _is_mention(name, username)


def _is_mention(text: str, username: str) -> bool:
    return bool(username) and bool(re.search(rf"@{re.escape(username)}\b", text, re.IGNORECASE))
