"""Someone close: a person may name them, and Steady drafts a few words that they send themselves.

Law: nothing is sent to anybody else, and no draft is kept. What it says of the day stands in the records.
"""

from typing import Any

from bot.conversation import walk
from bot.conversation.person import Place
from bot.conversation.turn import Turn
from bot.programme import spoken
from bot.programme.names import as_typed
from bot.programme.parts import Part
from bot.understanding.plain_text import normalise

KIND, DRAFT = "ally", "ally_draft"  # a draft is a message of its own, to be copied as a whole
LONGEST = 40  # characters of a name


def write(turn: Turn, words: str = "") -> Turn:
    """The person wants to write to someone close; they may name them at once."""
    if 0 < len(words.strip()) <= LONGEST:
        return _kept(turn, words.strip())
    ally = turn.person.settings.ally
    return _ask_tone(turn, ally) if ally and not words.strip() else walk.open_script(turn, "ally_who")


def tell(turn: Turn, text: str, rest: str) -> Turn:
    """ "Tell my sister": whoever is named first is kept, another is for this once."""
    named = as_typed(text, rest)
    return _ask_tone(turn, named) if turn.person.settings.ally else _kept(turn, named)


def tell_named(turn: Turn, text: str, rest: str) -> Turn | None:
    """ "Tell Maria", if she is the one, or stands in their flare plan; "tell me more" is about something else."""
    ally = turn.person.settings.ally
    if ally and normalise(ally) == rest:
        return _ask_tone(turn, ally)
    return tell(turn, text, rest) if _is_in_flare_plan(turn, rest) else None


def _is_in_flare_plan(turn: Turn, name: str) -> bool:
    """Whether the plan for a flare says to tell them: "Maria: can you cook tonight"."""
    plan = turn.person.flare_plan
    told = plan.tell if plan and plan.tell else ""
    return name in (normalise(told), normalise(told.partition(":")[0]))


def rename(turn: Turn, text: str, rest: str) -> Turn:
    """ "My ally is Maria"."""
    named = as_typed(text, rest)
    return _kept(turn, named) if len(named) <= LONGEST else walk.open_script(turn, "ally_who")


def forget(turn: Turn, words: str = "") -> Turn:
    was_kept = turn.person.settings.ally is not None
    return turn.setting(ally=None).say(KIND, "ally-forgotten" if was_kept else "ally-none")


def _who_told(turn: Turn, place: Place) -> Turn:
    named = place.answers["who"]
    return turn.say(KIND, "ally-not-now") if named == "skip" else _kept(turn, named)


def _kept(turn: Turn, named: str) -> Turn:
    turn = walk.close(turn.setting(ally=named), "ally_who")
    return _ask_tone(turn.say(KIND, "ally-kept", ally=named), named)


def _ask_tone(turn: Turn, named: str) -> Turn:
    return walk.open_script(turn, "ally", ally=named)


def _tone_chosen(turn: Turn, place: Place) -> Turn:
    tone, named = place.answers["tone"], place.answers.get("ally", "")
    if tone == "skip":
        return turn.say(KIND, "ally-not-now")
    if tone == "other":
        return walk.open_script(turn, "ally_who")
    return walk.open_script(turn, "ally_ask", ally=named) if tone == "asking" else _draft(turn, named, tone)


def _ask_told(turn: Turn, place: Place) -> Turn:
    what, named = place.answers["what"], place.answers.get("ally", "")
    if what == "skip":
        return turn.say(KIND, "ally-not-now")
    known = {"asked": "no", "ask": ""} if what == "open" else {"asked": "yes", "ask": what}
    return _draft(turn, named, "asking", **known)


def _draft(turn: Turn, named: str, tone: str, **known: Any) -> Turn:
    """Today's number, where there is one, and no word of how it compares."""
    last = turn.person.last_check_in
    pain = spoken.score(turn, last.pain) if last is not None and last.local_date == turn.today else None
    scored: dict[str, Any] = {"scored": "no" if pain is None else "yes", "pain": pain or ""}
    turn = turn.say(KIND, "ally-draft", **scored)
    return turn.say(DRAFT, f"ally-draft-{tone}", greeting=_greeting(turn, named), **scored, **known)


def _greeting(turn: Turn, named: str) -> str:
    """By name; "my sister" is no name to greet anybody with."""
    is_name = normalise(named).split(" ")[0] not in turn.label("ally-greeting", "unnamed-said").split(" | ")
    return turn.label("ally-greeting", "named" if is_name else "unnamed", ally=named)


PARTS = {
    "ally_who": Part(_who_told),
    "ally": Part(_tone_chosen),
    "ally_ask": Part(_ask_told),
}
