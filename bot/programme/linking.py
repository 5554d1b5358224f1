"""One memory in two places: a short-lived code joins the person's Telegram and Discord, and either can be parted again.

What is unasked comes where they last spoke. Whoever has a memory in both places is asked first: what they told in one
goes into the other, which cannot be taken apart again; what was under way in it is put down.

Law: the code joins once, for ten minutes, and both places are told. Nothing is joined while help is held.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from bot.conversation import walk
from bot.conversation.effects import Amend, Effect, OfferLink, SayElsewhere, Unlink, UseLink
from bot.conversation.events import LinkUsed
from bot.conversation.person import LastCheckIn, Person, Place
from bot.conversation.records import Experiment, Goal, Ladder
from bot.conversation.turn import Turn
from bot.programme import welcome
from bot.programme.parts import Part
from bot.programme.plan import plan

KIND = "link"
CODE = re.compile(r"(?:/?link )?\s*(\d{4})[ -]?(\d{4})[ -]?(\d{4})\s*", re.IGNORECASE | re.ASCII)
NAMED = ("telegram", "discord")


def told(turn: Turn, text: str) -> Turn | None:
    """The code, alone or behind the word."""
    found = CODE.fullmatch(text)
    return turn.doing(UseLink("".join(found.groups()))) if found else None


def link(turn: Turn, words: str = "") -> Turn:
    """Use the code they name, else offer one."""
    if turn.person.met_on:
        return turn.say(KIND, "link-already", **_both(turn))
    return told(turn, words) or turn.doing(OfferLink())


def by_a_stranger(turn: Turn, wish: str, words: str) -> Turn | None:
    """Before anything is stored here there is nothing to join another place to, but this place to another."""
    if wish != "link":
        return None
    return told(turn, words) or turn.say(KIND, "link-from-there")


def offered(turn: Turn, code: str, minutes: int) -> Turn:
    return turn.say(KIND, "link-code", code=f"{code[:4]} {code[4:8]} {code[8:]}", minutes=minutes)


def used(turn: Turn, link: LinkUsed) -> Turn:
    """What came of a code; once it has joined the two places, the turn is that of the memory they share."""
    match link.outcome:
        case "joined":
            return _joined(turn, link)
        case "two_memories":
            return walk.open_script(turn, "link_two", code=link.code)
        case "same":
            return turn.say(KIND, "link-same")
        case "unknown":
            turn = turn.say(KIND, "link-unknown")
            return turn if turn.person.has_consented else welcome.ask_once_more(turn)


def _joined(turn: Turn, link: LinkUsed) -> Turn:
    if link.other is not None:
        turn = _with_the_other(turn, link.other, link.shift)
    turn = plan(turn.knowing(met_on=(link.there, link.here)))
    turn = turn.doing(SayElsewhere(KIND, turn.words("link-joined-elsewhere", **_both(turn))))
    return turn.say(KIND, "link-joined", options=turn.commands("breathe", "checkin"), **_both(turn))


def _both(turn: Turn) -> dict[str, Any]:
    there, here = (_named(turn, platform) for platform in turn.person.met_on)
    return {"first": there, "second": here}


def _named(turn: Turn, platform: str) -> str:
    return turn.label("link-platforms", platform if platform in NAMED else "other")


# A memory that goes into another


def _two_answered(turn: Turn, place: Place) -> Turn:
    if place.answers["sure"] != "yes":
        return turn.say(KIND, "link-not")
    return turn.doing(UseLink(place.answers["code"], is_sure=True))


def _with_the_other(turn: Turn, other: Person, shift: int) -> Turn:
    """What must be known of a memory whose rows are among their own now; what was under way in it is put down."""
    both = merged(turn.person, other, shift)
    return replace(turn, person=both).doing(*_put_down(other, shift, turn.today))


def merged(kept: Person, other: Person, shift: int) -> Person:
    """The memory that is kept, with what spares them in the other: a flare, the days after a danger, what a clinician
    forbade."""
    flare = other.flare and replace(other.flare, entry=other.flare.entry + shift)
    spared = [until for until in (kept.no_challenges_until, other.no_challenges_until) if until]
    asked = [day for day in (kept.asked_on, other.asked_on) if day]
    return replace(
        kept,
        turn=kept.turn + other.turn,
        last_check_in=_newer(kept.last_check_in, other.last_check_in, shift),
        flare=kept.flare or flare,
        worry=kept.worry or other.worry,
        no_challenges_until=max(spared, default=None),
        asked_on=max(asked, default=None),
        forbidden=tuple(dict.fromkeys((*kept.forbidden, *other.forbidden))),
    )


def _newer(kept: LastCheckIn | None, other: LastCheckIn | None, shift: int) -> LastCheckIn | None:
    """The check-in of the later day, or the one told later on that day."""
    if other is None or (kept and (kept.local_date, kept.recorded_at) >= (other.local_date, other.recorded_at)):
        return kept
    return replace(other, entry=other.entry + shift, day_entry=other.day_entry and other.day_entry + shift)


def _put_down(other: Person, shift: int, today: date) -> Iterator[Effect]:
    """The goal is parked, the ladder and the experiment are over."""
    if other.aim:
        yield Amend(Goal, other.aim.entry + shift, {"state": "parked", "ended_on": today})
    if other.climb and other.climb.entry:
        yield Amend(Ladder, other.climb.entry + shift, {"ended_on": today})
    if other.trial:
        yield Amend(Experiment, other.trial.entry + shift, {"ended_on": today})


# Apart again


def unlink(turn: Turn, words: str = "") -> Turn:
    return walk.open_script(turn, "unlink", **_both(turn)) if turn.person.met_on else turn.say(KIND, "unlink-alone")


def _unlink_answered(turn: Turn, place: Place) -> Turn:
    where = place.answers["where"]
    if where == "nowhere" or not turn.person.met_on:
        return turn.say(KIND, "link-not")
    notice = SayElsewhere(KIND, turn.words(f"unlinked-{where}-elsewhere"))
    turn = turn.knowing(met_on=()).doing(Unlink(where == "here"), notice)
    return turn.say(KIND, f"unlinked-{where}")


PARTS = {"link_two": Part(_two_answered), "unlink": Part(_unlink_answered)}
