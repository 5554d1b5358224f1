"""What Steady says, in Telegram's shape: parts that fit, rows of buttons, and what became of an attempt."""

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

import httpx
from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Message
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
)

from adapters.telegram.patience import told_to_wait
from bot import utf16
from bot.conversation.effects import Option
from bot.ports import File, Moved, Refused, TryLater, Uncertain, Unreachable

# Telegram counts UTF-16 units (Bot API: sendMessage, sendPhoto).
TEXT_ROOM = 4096
CAPTION_ROOM = 1024

Way = Literal["animation", "photo", "voice", "document"]


@dataclass(frozen=True, slots=True)
class Part:
    """One request to Telegram: a text, or a file with the text as its caption."""

    text: str
    file: File | None = None
    buttons: InlineKeyboardMarkup | None = None


def parts(text: str, options: Sequence[Option], file: File | None) -> list[Part]:
    """The message in parts that Telegram takes: the file with the first, the buttons under the last."""
    texts = pieces(text, CAPTION_ROOM if file else TEXT_ROOM)
    last = len(texts) - 1
    return [
        Part(piece, file if number == 0 else None, keyboard(options) if number == last else None)
        for number, piece in enumerate(texts)
    ]


def pieces(text: str, first_room: int = TEXT_ROOM) -> list[str]:
    """The text cut where it reads well: the first piece fits in `first_room` UTF-16 units, the others in 4096."""
    found: list[str] = []
    room = first_room
    while utf16.fitting(text, room) < len(text):
        end = _good_end(text[: utf16.fitting(text, room)])
        found.append(text[:end].rstrip())
        text = text[end:].lstrip()
        room = TEXT_ROOM
    return [*found, text] if text or not found else found


# A paragraph's end reads best, then a line's, a sentence's, a word's.
ENDS = tuple(re.compile(end) for end in (r"\n\s*\n", r"\n", r"[.!?…。！？]+\s", r"\s"))  # noqa: RUF001 - sentences end so in Chinese and Japanese


def _good_end(text: str) -> int:
    for end in ENDS:
        found = [match.end() for match in end.finditer(text)]
        if found and found[-1] >= len(text) // 2:
            return found[-1]
    return len(text)


def keyboard(options: Sequence[Option]) -> InlineKeyboardMarkup | None:
    """Rows that suit a phone: up to six numbers from 0 to 10, two short labels, or one long one."""
    if not options:
        return None
    return InlineKeyboardMarkup([[_button(option) for option in row] for row in rows(options)])


def rows(options: Sequence[Option]) -> Iterator[Sequence[Option]]:
    """The options in their order; neighbours that may share a row are spread evenly."""
    for width, neighbours in groupby(options, _width):
        run = list(neighbours)
        length = math.ceil(len(run) / math.ceil(len(run) / width))
        yield from (run[start : start + length] for start in range(0, len(run), length))


def _width(option: Option) -> int:
    """How many buttons like this one go in a row."""
    if re.fullmatch(r"10|[0-9]", option.label):
        return 6
    return 2 if len(option.label) <= 14 else 1


def _button(option: Option) -> InlineKeyboardButton:
    return InlineKeyboardButton(option.label, callback_data=option.id)


def way(file: File) -> Way:
    """Which of Telegram's ways shows this file best; only GIF and MP4 play as an animation, and only
    Opus in Ogg as a voice message."""
    match file.media_type:
        case "image/gif" | "video/mp4":
            return "animation"
        case "image/png" | "image/jpeg":
            return "photo"
        case "audio/ogg":
            return "voice"
        case _:
            return "document"


def file_id(sent: Message) -> str | None:
    """Telegram's own name of the file in a message."""
    # A photo comes in several sizes, the largest last.
    attached = sent.photo[-1] if sent.photo else sent.animation or sent.voice or sent.document
    return attached.file_id if attached else None


def takes_no_voice(error: BadRequest) -> bool:
    """Whether the person lets nobody send them voice messages, which is a setting of theirs."""
    return "voice_messages_forbidden" in error.message.lower()


Outcome = TryLater | Moved | Unreachable | Uncertain | Refused

# Nothing had left when these came up, so the same message may go out again.
NOTHING_LEFT = (
    httpx.ConnectTimeout,
    httpx.ConnectError,
    httpx.PoolTimeout,
    httpx.ProxyError,
    httpx.UnsupportedProtocol,
)
SOON = 2.0
UNTIL_THE_TOKEN_IS_CLEAR = 30.0


def outcome(error: TelegramError) -> Outcome:
    """What became of a message. `BadRequest` and `TimedOut` are network errors to the library, so the order matters."""
    match error:
        case RetryAfter():
            return TryLater(told_to_wait(error))
        case ChatMigrated():
            return Moved(str(error.new_chat_id))
        case Forbidden():
            return Unreachable(reason(error))
        case InvalidToken():  # polling finds out whether it was revoked
            return TryLater(UNTIL_THE_TOKEN_IS_CLEAR, whole_bot=True)
        case BadRequest():
            return Unreachable(reason(error)) if GONE.search(error.message) else Refused(reason(error))
        case NetworkError():
            return _network_outcome(error)
        case _:
            return Uncertain(type(error).__name__)


def outcome_of_rest(error: TelegramError) -> Outcome:
    """What became of a message of which a later part was not sent. To send it again repeats the first."""
    match found := outcome(error):
        case Refused() | Unreachable():
            return found
        case TryLater():
            return Uncertain("only a part was sent", found.seconds)
        case _:
            return Uncertain("only a part was sent")


GONE = re.compile(
    r"chat not found|user not found|user is deactivated|peer_id_invalid|chat_write_forbidden", re.IGNORECASE
)


def _network_outcome(error: NetworkError) -> Outcome:
    if isinstance(error.__cause__, NOTHING_LEFT):
        return TryLater(SOON)
    if error.message.lower().startswith("too many requests"):  # a 429 that forgot its retry_after
        return TryLater(UNTIL_THE_TOKEN_IS_CLEAR)
    if "entity too large" in error.message.lower():  # 413
        return Refused("Request entity too large")
    return Uncertain(type(error.__cause__ or error).__name__)


def reason(error: TelegramError) -> str:
    """Telegram's sentence up to where it might quote what was sent."""
    return re.split(r"[:\"'“]", error.message, maxsplit=1)[0].strip()[:80]
