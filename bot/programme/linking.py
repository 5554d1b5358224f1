"""One memory in two places: a short-lived code joins the person's Telegram and Discord, and either can be parted again.

What is unasked comes where they last spoke. Whoever has a memory in both places is asked first: what they told in one
goes into the other, which cannot be taken apart again; what was under way in it is put down.

Law: the code joins once, for ten minutes, and both places are told. Nothing is joined while help is held.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from bot.conversation import walk
from bot.conversation.effects import PLATFORMS, Amend, Effect, OfferLink, SayElsewhere, Unlink, UseLink
from bot.conversation.events import LinkUsed
from bot.conversation.person import LastCheckIn, Pacing, Person, Place, Questions
from bot.conversation.records import Experiment, Flare, Goal, Ladder
from bot.conversation.turn import Turn
from bot.programme import welcome
from bot.programme.parts import Part
from bot.programme.plan import plan

KIND = "link"
CODE = re.compile(r"(?:/?link )?\s*(\d{4})[ -]?(\d{4})[ -]?(\d{4})\s*", re.IGNORECASE | re.ASCII)
A_DAY = timedelta(days=1)
MOST_TOLD = 2  # PEGs that are remembered


def told(turn: Turn, text: str) -> Turn | None:
    """The code, alone or behind the word."""
    code = code_in(text)
    return (_already(turn) or turn.doing(UseLink(code))) if code else None


def code_in(text: str) -> str | None:
    found = CODE.fullmatch(text)
    return "".join(found.groups()) if found else None


def link(turn: Turn, words: str = "") -> Turn:
    """Use the code they name, else offer one."""
    return told(turn, words) or _already(turn) or turn.doing(OfferLink())


def _already(turn: Turn) -> Turn | None:
    return turn.say(KIND, "link-already", **_both(turn)) if turn.person.met_on else None


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
        case "same" | "not_now":
            return turn.say(KIND, f"link-{link.outcome}".replace("_", "-"))
        case "unknown":
            turn = turn.say(KIND, "link-unknown")
            return turn if turn.person.has_consented else welcome.ask_once_more(turn)


def _joined(turn: Turn, link: LinkUsed) -> Turn:
    if link.other is not None:
        turn = _with_the_other(turn, link.other, link.shift)
    turn = walk.close(turn, "delete")  # a yes in one place to what was asked in the other would erase everything
    turn = plan(turn.knowing(met_on=(link.there, link.here), linked_at=turn.now))
    turn = turn.doing(SayElsewhere(KIND, turn.words("link-joined-elsewhere", **_both(turn))))
    return turn.say(KIND, "link-joined", options=turn.commands("breathe", "checkin"), **_both(turn))


def _both(turn: Turn) -> dict[str, Any]:
    there, here = (_named(turn, platform) for platform in turn.person.met_on)
    return {"first": there, "second": here}


def _named(turn: Turn, platform: str) -> str:
    return turn.label("link-platforms", platform if platform in PLATFORMS else "other")


# A memory that goes into another


def _two_answered(turn: Turn, place: Place) -> Turn:
    if place.answers["sure"] != "yes":
        return turn.say(KIND, "link-not")
    return turn.doing(UseLink(place.answers["code"], is_sure=True))


def _with_the_other(turn: Turn, other: Person, shift: int) -> Turn:
    """What must be known of a memory whose rows are among their own now; what was under way in it is put down."""
    other = moved(other, shift)
    both = merged(turn.person, other)
    return replace(turn, person=both).doing(*_put_down(turn.person, other, turn.today))


def moved(person: Person, shift: int) -> Person:
    """The same person, whose entries are higher by that."""

    def up(known: Any) -> Any:
        return known and replace(known, entry=known.entry + shift)

    last, pacing, questions = person.last_check_in, person.pacing, person.questions
    return replace(
        person,
        last_check_in=last and replace(up(last), day_entry=last.day_entry and last.day_entry + shift),
        flare=up(person.flare),
        aim=up(person.aim),
        climb=person.climb if person.climb and not person.climb.entry else up(person.climb),
        trial=up(person.trial),
        pacing=pacing and replace(up(pacing), newest=up(pacing.newest)),
        questions=replace(
            questions,
            told=tuple(map(up, questions.told)),
            mood=tuple(entry + shift for entry in questions.mood),
        ),
    )


def merged(kept: Person, other: Person) -> Person:
    """The memory that is kept, with what was told in the other and is nowhere else, and with all that spares them.

    Questions that were open and buttons of either belong to turns that the other has as well: none counts any more.
    """
    return replace(
        kept,
        turn=kept.turn + other.turn,
        agenda=(),
        unanswered=(),
        trying=None,
        last_check_in=_newer(kept.last_check_in, other.last_check_in),
        stopped=kept.stopped or other.stopped,
        paused_until=_latest(kept.paused_until, other.paused_until),
        flare=kept.flare or other.flare,
        flare_plan=kept.flare_plan or other.flare_plan,
        pacing=_with_the_lower_limit(kept.pacing, other.pacing),
        worry=kept.worry or other.worry,
        no_challenges_until=_latest(kept.no_challenges_until, other.no_challenges_until),
        asked_on=_latest(kept.asked_on, other.asked_on),
        questions=_newer_questions(kept.questions, other.questions),
        forbidden=tuple(dict.fromkeys((*kept.forbidden, *other.forbidden))),
        settings=replace(kept.settings, ally=kept.settings.ally or other.settings.ally),
    )


def _latest(one: Any, other: Any) -> Any:
    """The later of two moments or days, of which either may be missing."""
    return max((each for each in (one, other) if each), default=None)


def _newer(kept: LastCheckIn | None, other: LastCheckIn | None) -> LastCheckIn | None:
    """The check-in of the later day, or the one told later on that day."""
    if other is None or (kept and (kept.local_date, kept.recorded_at) >= (other.local_date, other.recorded_at)):
        return kept
    return other


def _newer_questions(kept: Questions, other: Questions) -> Questions:
    """So that none is asked again sooner than it may be in either."""
    told = sorted((*kept.told, *other.told), key=lambda peg: peg.recorded_at)[-MOST_TOLD:]
    newer = max(kept, other, key=lambda each: each.mood_on or date.min)
    asked_on = _latest(kept.asked_on, other.asked_on)
    return replace(kept, told=tuple(told), asked_on=asked_on, mood_on=newer.mood_on, mood=newer.mood)


def _with_the_lower_limit(kept: Pacing | None, other: Pacing | None) -> Pacing | None:
    """What a clinician allowed at most of the same activity holds, whichever memory knew of it."""
    if kept is None or other is None:
        return kept or other
    if other.limit is None or (kept.unit, kept.activity.casefold()) != (other.unit, other.activity.casefold()):
        return kept
    limit = min(other.limit, kept.limit or other.limit)
    return replace(kept, limit=limit, goal=kept.goal and min(kept.goal, limit))


def _put_down(kept: Person, other: Person, today: date) -> Iterator[Effect]:
    """The goal is parked, the ladder and the experiment are over; so is the second of two flares."""
    if other.aim:
        yield Amend(Goal, other.aim.entry, {"state": "parked", "ended_on": today})
    if other.climb and other.climb.entry:
        yield Amend(Ladder, other.climb.entry, {"ended_on": today})
    if other.trial:
        yield Amend(Experiment, other.trial.entry, {"ended_on": today})
    if kept.flare and other.flare:
        yield Amend(Flare, other.flare.entry, {"ended_on": today})


# Apart again


def unlink(turn: Turn, words: str = "") -> Turn:
    """Either place may be parted, but for a day only the one that was joined last: whoever got hold of a code can't put
    the person out of their own memory."""
    if not turn.person.met_on:
        return turn.say(KIND, "unlink-alone")
    return walk.open_script(turn, "unlink", taken=["first"] if _is_new(turn) else [], **_both(turn))


def _is_new(turn: Turn) -> bool:
    linked_at = turn.person.linked_at
    return linked_at is not None and turn.now - linked_at < A_DAY


def _unlink_answered(turn: Turn, place: Place) -> Turn:
    where, met_on = place.answers["where"], turn.person.met_on
    if where == "nowhere" or not met_on:
        return turn.say(KIND, "link-not")
    if where == "first" and _is_new(turn):
        return unlink(turn)
    parted, stays = met_on if where == "first" else reversed(met_on)
    said: dict[str, Any] = {"parted": _named(turn, parted), "stays": _named(turn, stays)}
    notice = SayElsewhere(KIND, turn.words("unlinked", **said))
    turn = turn.knowing(met_on=(), linked_at=None).doing(Unlink(parted), notice)
    return turn.say(KIND, "unlinked", **said)


PARTS = {"link_two": Part(_two_answered), "unlink": Part(_unlink_answered)}
