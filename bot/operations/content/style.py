"""How long and how hard to read the words are, and whether they sound kind."""

import re
from collections.abc import Iterator
from typing import Any

from adapters.discord import outbound as discord
from adapters.discord.commands import DESCRIPTION_LIMIT
from adapters.telegram import outbound as telegram
from bot import utf16
from bot.content import messages
from bot.content.remarks import Remark
from bot.conversation import walk
from bot.conversation.library import Library
from bot.conversation.words import FALLBACK
from bot.operations.content.reading_level import grade, sentences
from bot.operations.content.wording import Wording, readings

GOAL, HARD = 6, 7  # school grades
FEWEST_WORDS = 20  # of less, a grade says little
PUBLISHED = frozenset({"peg-average", "peg-enjoyment", "peg-activity"})  # an instrument's words are not ours to change
EMOJI = re.compile("[\u2190-\u2bff\u2600-\u27bf\U0001f000-\U0001faff\ufe0f]")
UNKIND = re.compile(
    r"\b(should(?:n't)?|must(?:n't)?|fail(?:s|ed|ure)?|streak|just relax|stay positive|no pain no gain|compliance"
    r"|heals?|cures?|suffer(?:ing|er)?|damage|wear and tear|others have it worse|at least|commit suicide)\b",
    re.IGNORECASE,
)
PROFILE = {"platform-description": 512, "platform-about": 120}  # Bot API: setMyDescription, setMyShortDescription


def too_long(wording: Wording) -> Iterator[Remark]:
    """What is longer than a platform shows at once."""
    buttons = _buttons(wording.library)
    for (language, id_), message in wording.messages.items():
        for part, pattern in message.parts.items():
            if part.endswith("-said"):
                continue
            longest = max(readings(wording, language, pattern), key=utf16.units, default="")
            named = f"{id_}.{part}" if part else id_
            for what, to_do, is_error in _flaws_of(id_, longest, is_button=id_ == "buttons" or (id_, part) in buttons):
                yield Remark(message.where, named, what, to_do, is_error)


def _flaws_of(id_: str, text: str, *, is_button: bool) -> Iterator[tuple[str, str, bool]]:
    units = utf16.units(text)
    if not text.strip():
        yield "it says nothing", "write some words", True
    elif is_button and units > discord.LABEL_LIMIT:
        yield f"{units} characters on a button; Discord cuts it at {discord.LABEL_LIMIT}", "write fewer words", True
    elif is_button and "\n" in text:
        yield "a button has one line", "write it in one line", True
    elif is_button and units > discord.ROW_WIDTH:
        yield f"{units} characters on a button; a phone cuts it near {discord.ROW_WIDTH}", "write fewer words", False
    elif id_ == "commands" and units > DESCRIPTION_LIMIT:
        yield f"{units} characters; Discord cuts it at {DESCRIPTION_LIMIT}", "write fewer words", True
    elif units > PROFILE.get(id_, telegram.TEXT_ROOM):
        yield f"{units} characters; Telegram takes {PROFILE.get(id_, telegram.TEXT_ROOM)}", "write fewer words", True
    elif units > discord.CONTENT_LIMIT:
        yield f"{units} characters; Discord shows it in parts of {discord.CONTENT_LIMIT}", "write fewer words", False
    elif units > telegram.CAPTION_ROOM:
        what = f"{units} characters; under a picture Telegram shows {telegram.CAPTION_ROOM}, the rest comes after it"
        yield what, "write fewer words", False


def _buttons(library: Library) -> set[tuple[str, str]]:
    return {
        (walk.message_of(script.id, step.id), walk.label_of(option))
        for script in library.scripts.values()
        for step in script.steps
        for option in step.options
    }


def hard_to_read(wording: Wording) -> Iterator[Remark]:
    for id_, message in wording.in_language(FALLBACK).items():
        for part, pattern in message.parts.items():
            if id_ in PUBLISHED or part.endswith("-said"):
                continue
            texts_ = [text for text in readings(wording, FALLBACK, pattern) if _words(text) >= FEWEST_WORDS]
            hardest = max(map(grade, texts_), default=0)
            if hardest > HARD:
                named, what = f"{id_}.{part}" if part else id_, f"it reads like school grade {hardest:.1f}"
                to_do = f"make sentences and words shorter; the goal is {GOAL}"
                yield Remark(message.where, named, what, to_do, is_error=False)


def _words(text: str) -> int:
    return sum(map(len, sentences(text)))


def tone(wording: Wording) -> Iterator[Remark]:
    for (language, id_), message in wording.messages.items():
        for part, pattern in message.parts.items():
            if part.endswith("-said"):
                continue
            named = f"{id_}.{part}" if part else id_
            text = "\n".join(piece for way in messages.ways(pattern) for piece in _own(pattern, way))
            for what, to_do in _grates(text, language):
                yield Remark(message.where, named, what, to_do, is_error=False)


def _own(pattern: Any, way: messages.Choices) -> Iterator[str]:
    return (piece for piece in messages.pieces(pattern, way) if isinstance(piece, str))


def _grates(text: str, language: str) -> Iterator[tuple[str, str]]:
    if "!" in text:
        yield "it has an exclamation mark", "end with a full stop: who is in pain needs no cheer"
    if found := EMOJI.search(text):
        yield f"it has the sign {found[0]}", "say it in words: signs are read aloud, and differ from phone to phone"
    if language == FALLBACK and (found := UNKIND.search(text)):
        yield f"it says {found[0]!r}, which can sound like blame or like a promise", "say it another way"
