"""What a person did on Telegram, in Steady's words. Nothing from groups or channels passes here."""

import re

from telegram import CallbackQuery, Chat, ChatMemberUpdated, Message, Update, User
from telegram.constants import ChatMemberStatus, ChatType

from bot.conversation.events import Choice, Command, Edited, Event, Left, Media, Text, wording
from bot.ports import Address, Inbound

COMMAND = re.compile(r"/([a-z0-9_]{1,32})(?:@\w+)?(?:\s+(.*))?\s*", re.IGNORECASE | re.DOTALL | re.ASCII)

# In this order: an animation is also a document, and a venue is also a location.
MEDIA = (
    "animation",
    "sticker",
    "voice",
    "video_note",
    "video",
    "photo",
    "live_photo",
    "audio",
    "document",
    "contact",
    "venue",
    "location",
    "poll",
    "dice",
    "story",
    "game",
    "paid_media",
    "invoice",
    "checklist",
)


def inbound(update: Update) -> Inbound | None:
    """What happened to whom; `None` for all that is no person's doing in their own private chat. Its number is theirs:
    what anybody else were answered there, that person would read."""
    user, chat = update.effective_user, update.effective_chat
    if user is None or chat is None or chat.type != ChatType.PRIVATE or chat.id != user.id:
        return None
    if update.edited_message:
        return _edited(update.edited_message, user, chat)
    event = _event(update)
    if event is None:
        return None
    written_at = update.message.date if update.message else None  # of a pressed button, Telegram tells no moment
    return Inbound(str(update.update_id), _address(user, chat), event, user.language_code, at=written_at)


def _edited(message: Message, user: User, chat: Chat) -> Inbound | None:
    """What a person made of their message. Telegram also tells of a reaction or a preview; then the message has no
    moment of an edit, or still that of one told before, by which it is known."""
    said = _said(message)
    words = wording(said) if said else ""
    if not words or message.edit_date is None or user.is_bot:
        return None
    moment = message.edit_date
    inbound_id = f"{message.message_id} {moment.isoformat()}"
    return Inbound(inbound_id, _address(user, chat), Edited(words), user.language_code, at=moment)


def _address(user: User, chat: Chat) -> Address:
    return Address("telegram", str(user.id), str(chat.id))


def _event(update: Update) -> Event | None:
    if update.message:
        return _said(update.message)
    if update.callback_query:
        return _pressed(update.callback_query)
    if update.my_chat_member:
        return _left(update.my_chat_member)
    return None


def _said(message: Message) -> Event | None:
    if message.text is not None:
        return _command(message.text) or Text(message.text)
    if message.caption:
        return Text(message.caption)
    kind = next((kind for kind in MEDIA if getattr(message, kind, None)), None)
    return Media(kind) if kind else None


def _command(text: str) -> Command | None:
    match = COMMAND.fullmatch(text)
    return Command(match[1].lower(), (match[2] or "").strip()) if match else None


def _pressed(query: CallbackQuery) -> Choice | None:
    return None if query.data is None else Choice(query.data)


def _left(change: ChatMemberUpdated) -> Left | None:
    return Left() if change.new_chat_member.status == ChatMemberStatus.BANNED else None
