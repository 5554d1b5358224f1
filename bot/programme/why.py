"""Why did you ask me this? The rule and the data behind the last message that came unasked, in plain words."""

from collections.abc import Callable, Mapping
from typing import Any

from bot.conversation.calendar import clock, local
from bot.conversation.person import Unasked
from bot.conversation.turn import Turn
from bot.programme import spoken
from bot.programme.plan import may_prompt

KIND = "help"
OTHER = "why-other"  # the rule of a part that gives none

# How what a rule rests on is said, by its name; what is not here is said as it is.
SAID: Mapping[str, Callable[[Turn, Any], Any]] = {
    "check_in_days": spoken.days,
    "nudge_days": spoken.days,
    "letter_day": spoken.weekday,
    "liked": spoken.domain,
    "pain": spoken.score,
}


def tell(turn: Turn, words: str = "") -> Turn:
    """ "Why did you ask me this?" """
    unasked = turn.person.unasked
    if unasked is None:
        return _nothing_yet(turn)
    sent = local(unasked.at, turn.person.settings.zone)
    when = turn.words("why-when", day=spoken.day(turn, sent.date()), asked_at=clock(sent.time()))
    told = f"{when} {_reason(turn, unasked)}"
    if may_prompt(turn):
        return turn.say_text(KIND, told, options=turn.commands("settings", "pause"))
    return _nothing_comes(turn.say_text(KIND, told))


def _reason(turn: Turn, unasked: Unasked) -> str:
    known = {name: _said(turn, name, value) for name, value in unasked.known.items()}
    rule = unasked.rule if turn.library.words.find(turn.language, unasked.rule, None) else OTHER
    return turn.words(rule, **known)


def _said(turn: Turn, name: str, value: Any) -> Any:
    """In words; "none" where there is nothing."""
    if value is None:
        return "none"
    return SAID[name](turn, value) if name in SAID else value


def _nothing_yet(turn: Turn) -> Turn:
    """What will come unasked, and when."""
    if not may_prompt(turn):
        return _nothing_comes(turn)
    return turn.say(KIND, "why-nothing-yet", options=turn.commands("settings", "pause"), **spoken.settings_of(turn))


def _nothing_comes(turn: Turn) -> Turn:
    return turn.say(KIND, "why-nothing-comes", options=turn.commands("resume"))
