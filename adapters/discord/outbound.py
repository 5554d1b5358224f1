"""A message of Steady's as Discord takes it: its parts, buttons and nonce. Pure."""

import hashlib
import io
import itertools
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import discord

from bot.conversation.effects import Option
from bot.ports import File, OutboxMessage, Refused

CONTENT_LIMIT = 2000
LABEL_LIMIT = 80
ALT_TEXT_LIMIT = 1024
OPTIONS_LIMIT = 25
PER_ROW = 5
ROW_WIDTH = 36  # characters that five buttons may share before a phone cuts them off


@dataclass(frozen=True, slots=True)
class Part:
    """One message on Discord. Buttons and the file belong to the last part."""

    text: str
    nonce: str


def parts(message: OutboxMessage) -> list[Part]:
    """The message in pieces that Discord takes."""
    return [Part(text, nonce(message, place)) for place, text in enumerate(split(message.text))]


def split(text: str, limit: int = CONTENT_LIMIT) -> Iterator[str]:
    """Cut at the last paragraph, line or word that fits, and in the middle of a word when there is no other way."""
    while len(text) > limit:
        head = text[: limit + 1]
        cut = next((place for mark in ("\n\n", "\n", " ") if (place := head.rfind(mark)) >= limit // 2), limit)
        yield text[:cut].rstrip()
        text = text[cut:].lstrip()
    yield text


def nonce(message: OutboxMessage, part: int) -> str:
    """The same for the same message, 25 characters at most; within minutes Discord drops a second one with it.

    It holds more than the message's number: numbers begin anew with a new database, and Discord would take a new
    message for the old one.
    """
    whole = f"{message.id}|{message.address.chat}|{message.kind}|{message.text}"
    return f"{hashlib.sha256(whole.encode()).hexdigest()[:20]}-{part}"


def components(options: Sequence[Option]) -> discord.ui.View | None:
    """The buttons below a message. Raises `Refused` for more than Discord can show.

    The view is stopped at once: discord.py then forgets it, so that a button lives as long as its message. Presses
    are heard by `on_interaction`. Needs a running event loop, or discord.py would not note that the view is stopped.
    """
    if not options:
        return None
    if len(options) > OPTIONS_LIMIT:
        raise Refused(f"Discord shows {OPTIONS_LIMIT} buttons below a message; this one has {len(options)}. Ask less.")
    view = discord.ui.View(timeout=None)
    for row, group in enumerate(rows(options)):
        for option in group:
            view.add_item(discord.ui.Button(label=option.label[:LABEL_LIMIT], custom_id=option.id, row=row))
    view.stop()
    return view


def rows(options: Sequence[Option]) -> list[Sequence[Option]]:
    """Options in rows as even as can be: 0 to 10 stand in rows of four, four and three."""
    longest = max(len(option.label) for option in options)
    fitting = min(PER_ROW, max(1, ROW_WIDTH // (longest + 3)))
    count = min(math.ceil(len(options) / fitting), OPTIONS_LIMIT // PER_ROW)
    size, larger = divmod(len(options), count)
    starts = [row * size + min(row, larger) for row in range(count + 1)]
    return [options[start:end] for start, end in itertools.pairwise(starts)]


def upload(file: File, alt_text: str) -> discord.File:
    return discord.File(io.BytesIO(file.content), filename=file.name, description=alt_text[:ALT_TEXT_LIMIT])
