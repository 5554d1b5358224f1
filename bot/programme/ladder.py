"""The comfort-zone ladder: something a person avoids, in five to eight rungs, ordered by how hard each feels to them.

Graded exposure works by expectancy violation: "the mismatch between expectancy and outcome is critical for new
learning" (Craske 2014, Behav Res Ther 58:10; for pain Koerfer 2020, J Pain Res). So a ladder begins at a rung of about
3 to 4 of 10, and each go is expected beforehand and compared afterwards (`goes.py`). Whether a clinician told them not
to do it is asked once for each activity, and kept. A ladder whose rungs change becomes a new one, so that the goes at
the earlier one stay true.
"""

import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from bot.conversation import walk
from bot.conversation.effects import Amend, Recall, Record
from bot.conversation.person import Climb, Place
from bot.conversation.records import Go, Ladder, Records
from bot.conversation.turn import Turn
from bot.programme import clinician, goals, goes, spoken
from bot.programme.goes import KIND
from bot.programme.names import as_typed, plain_words
from bot.programme.parts import Part

SHOWN = "ladder"  # why the records are recalled
LONGEST = 100  # characters of an activity, and of a rung
FEWEST, MOST = 5, 8  # rungs
STARTS_FROM, STARTS_UP_TO = 3, 4  # how hard the first rung to try feels
BULLET = re.compile(r"^(?:\d{1,2}[.)]|[-*•\u2013])\s+")
LETTERS = re.compile(r"[^\W\d_]{2}")


def show(turn: Turn, words: str) -> Turn:
    """/ladder: the one there is, one that is being made, or a new one for the activity that the words name."""
    climb = turn.person.climb
    if turn.person.hold:
        return turn.say(KIND, "nudge-not-now", options=turn.commands("breathe", "help"))
    if climb is None:
        return _named(turn, words) if 0 < len(words) <= LONGEST else _ask_for_activity(turn)
    if goes.is_draft(climb):
        return _go_on_making(turn.say(KIND, "ladder-so-far", activity=climb.activity, rungs="\n".join(climb.rungs)))
    return turn.doing(Recall(SHOWN, climb.done_on or turn.today))


def told(turn: Turn, text: str, rest: str) -> Turn:
    """ "Make a ladder for driving": the activity as it was typed."""
    return show(turn, as_typed(text, rest) if rest else "")


# What it is about


def _ask_for_activity(turn: Turn) -> Turn:
    return walk.open_script(turn, "ladder_activity", taken=[] if turn.person.aim else ["from_goal"])


def _activity_told(turn: Turn, place: Place) -> Turn:
    activity, aim = place.answers["activity"], turn.person.aim
    if activity == "not_now":
        return turn.say(KIND, "ladder-not-now")
    if activity == "from_goal":
        return _named(turn, aim.words) if aim else _ask_for_activity(turn)
    return _named(turn, activity)


def _named(turn: Turn, activity: str) -> Turn:
    """Ask once whether a clinician told them not to do it."""
    is_forbidden = clinician.forbids(turn, activity)
    return walk.open_script(turn, "ladder_forbidden" if is_forbidden else "ladder_cleared", activity=activity)


def _cleared(turn: Turn, place: Place) -> Turn:
    activity = place.answers["activity"]
    match place.answers["told_not_to"]:
        case "yes":
            return _forbid(turn, activity)
        case "unsure":
            return turn.say(KIND, "ladder-ask-first")
        case _:
            return _ask_for_rungs(turn.knowing(climb=Climb(0, activity, (), ())))


def _forbid(turn: Turn, activity: str) -> Turn:
    return clinician.forbidden(turn, activity).say(KIND, "ladder-left-out", activity=activity)


def _still_forbidden(turn: Turn, place: Place) -> Turn:
    activity, wish = place.answers["activity"], place.answers["wish"]
    if wish == "leave":
        return turn.say(KIND, "ladder-not-now")
    if wish == "other":
        return _ask_for_activity(turn)
    return _named(clinician.allowed_again(turn, activity), activity)


# Its rungs


def _go_on_making(turn: Turn) -> Turn:
    climb = turn.person.climb
    if climb is None:
        return _ask_for_activity(turn)
    return _rate_next(turn) if climb.feared or len(climb.rungs) >= FEWEST else _ask_for_rungs(turn)


def _ask_for_rungs(turn: Turn, message: str | None = None, may_keep: bool = False) -> Turn:
    climb = turn.person.climb
    if climb is None:
        return turn
    has_some = bool(climb.rungs)
    known = {
        "taken": ["done" if may_keep else "keep"] if has_some else ["done", "keep"],
        "activity": climb.activity,
        "count": len(climb.rungs),
        "missing": max(0, FEWEST - len(climb.rungs)),
    }
    place = Place("ladder_rungs", "rungs", turn.person.turn, turn.now, known)
    return walk.ask(turn.pushed(place), message or ("ladder-rungs-more" if has_some else None))


def _rungs_told(turn: Turn, place: Place) -> Turn:
    said, climb = place.answers["rungs"], turn.person.climb
    if climb is None:
        return turn.say(KIND, "ladder-not-now")
    if said in ("done", "keep", "not_now"):
        return _rungs_ended(turn, climb, said)
    kept, left = _new_rungs(climb.rungs, said)
    turn = turn.knowing(climb=replace(climb, rungs=(*climb.rungs, *kept)))
    if kept:
        turn = turn.say(KIND, "ladder-rungs-kept", rungs="\n".join(kept))
    if left:
        turn = turn.say(KIND, "ladder-rungs-not-kept", rungs="\n".join(left))
    return _rate_next(turn) if len(climb.rungs) + len(kept) == MOST else _ask_for_rungs(turn)


def _rungs_ended(turn: Turn, climb: Climb, said: str) -> Turn:
    if said == "not_now" and (climb.entry or climb.rungs):
        return turn.say(KIND, "ladder-waits")
    if said == "not_now" or not climb.rungs:
        return turn.knowing(climb=None).say(KIND, "ladder-not-now")
    if said == "done" and len(climb.rungs) < FEWEST:
        return _ask_for_rungs(turn, "ladder-rungs-few", may_keep=True)
    return _rate_next(turn)


def _new_rungs(before: Sequence[str], text: str) -> tuple[list[str], list[str]]:
    """The lines of a text that are new rungs, as they were typed, and the lines that can't be any."""
    kept: list[str] = []
    left: list[str] = []
    for line in _lines(text):
        known = {plain_words(rung) for rung in (*before, *kept)}
        fits = len(line) <= LONGEST and LETTERS.search(line) and len(before) + len(kept) < MOST
        (kept if fits and plain_words(line) not in known else left).append(line)
    return kept, left


def _lines(text: str) -> Iterable[str]:
    lines = (BULLET.sub("", line.strip()) for line in text.splitlines())
    return [line for line in lines if line]


def _rate_next(turn: Turn) -> Turn:
    """Ask how hard the next rung without a number feels; when all have one, the ladder stands."""
    climb = turn.person.climb
    if climb is None:
        return _ask_for_activity(turn)
    number = len(climb.feared)
    if number == len(climb.rungs):
        return _stands(turn, climb)
    return walk.open_script(turn, "ladder_feared", rung=climb.rungs[number], number=number + 1, count=len(climb.rungs))


def _rated(turn: Turn, place: Place) -> Turn:
    feared, climb = place.answers["feared"], turn.person.climb
    if climb is None or len(climb.feared) == len(climb.rungs):
        return show(turn, "")
    if feared != "leave_out":
        return _rate_next(turn.knowing(climb=replace(climb, feared=(*climb.feared, feared))))
    without = _without(climb, len(climb.feared))
    return _rate_next(turn.knowing(climb=without)) if without.rungs else _ended(turn, climb, "ladder-not-now")


def _without(climb: Climb, number: int) -> Climb:
    at = climb.at - (number < climb.at)
    rungs = climb.rungs[:number] + climb.rungs[number + 1 :]
    is_here = number == climb.at
    return replace(climb, rungs=rungs, at=max(0, min(at, len(rungs) - 1)), good=0 if is_here else climb.good)


def _stands(turn: Turn, climb: Climb) -> Turn:
    """All rungs are rated: keep the ladder, the least feared first."""
    order = sorted(range(len(climb.rungs)), key=climb.feared.__getitem__)
    rungs, feared = tuple(climb.rungs[one] for one in order), tuple(climb.feared[one] for one in order)
    at = order.index(climb.at) if climb.entry else starting_rung(feared)
    entry, pairs = turn.person.turn, json.dumps(list(zip(rungs, feared, strict=True)), ensure_ascii=False)
    if climb.entry:
        turn = turn.doing(Amend(Ladder, climb.entry, {"ended_on": turn.today}))
    turn = turn.doing(Record(Ladder(entry, turn.today, climb.activity, pairs)))
    stands = replace(climb, entry=entry, rungs=rungs, feared=feared, at=at, good=0, go=None)
    turn = turn.knowing(climb=stands).say(KIND, "ladder-kept", here=rungs[at])
    return _show(turn, stands, None)


def starting_rung(feared: Sequence[float]) -> int:
    """The place of the rung to begin with: one of 3 to 4, else the hardest that is easier, else the easiest."""
    fitting = [place for place, hard in enumerate(feared) if STARTS_FROM <= hard <= STARTS_UP_TO]
    easier = [place for place, hard in enumerate(feared) if hard < STARTS_FROM]
    return fitting[0] if fitting else easier[-1] if easier else 0


# Looking at it


def shown(turn: Turn, records: Records) -> Turn:
    climb = turn.person.climb
    if climb is None:
        return _ask_for_activity(turn)
    mine = [go for go in records.goes if go.ladder == climb.entry]
    return _show(turn, climb, mine[-1] if mine else None)


def _show(turn: Turn, climb: Climb, last: Go | None) -> Turn:
    turn = turn.say(KIND, "ladder-shown", activity=climb.activity, rungs=_rungs_in_words(turn, climb))
    if last is not None and last.harder is not None:
        turn = turn.say(KIND, "ladder-last-go", **goes.compared(turn, climb, last))
    reason = goes.reason_against(turn)
    if reason and not goes.is_under_way(turn):
        turn = turn.say(KIND, reason)
    return walk.open_script(turn, "ladder_menu", taken=_not_offered(turn, climb, reason))


def _rungs_in_words(turn: Turn, climb: Climb) -> str:
    return "\n".join(
        turn.words("ladder-rung", number=place + 1, rung=rung, feared=feared, here=_is(place == climb.at))
        for place, (rung, feared) in enumerate(zip(climb.rungs, _feared(turn, climb), strict=True))
    )


def _feared(turn: Turn, climb: Climb) -> list[str]:
    return [spoken.score(turn, feared) for feared in climb.feared]


def _is(true: bool) -> str:
    return "yes" if true else "no"


def _not_offered(turn: Turn, climb: Climb, reason: str | None) -> list[str]:
    """What the menu leaves out."""
    under_way = goes.is_under_way(turn)
    fits = {
        "go": reason is None and not under_way,
        "result": climb.go is not None,
        "back": climb.at > 0 and not under_way,
        "add": len(climb.rungs) < MOST and not under_way,
        "rate": not under_way,
    }
    return [name for name, fit in fits.items() if not fit]


def _wished(turn: Turn, place: Place) -> Turn:
    climb = turn.person.climb
    wish = place.answers["wish"]
    if climb is None:
        return _ask_for_activity(turn)
    is_offered = wish == "go" or wish not in place.answers["taken"]  # of a go, it is said why there is none
    return WISHES[wish](turn, climb) if is_offered and wish in WISHES else show(turn, "")


def _go(turn: Turn, climb: Climb) -> Turn:
    return goes.begin(turn)


def _tell(turn: Turn, climb: Climb) -> Turn:
    return goes.ask_result(turn)


def _one_back(turn: Turn, climb: Climb) -> Turn:
    return goes.one_back(turn, climb)


def _add(turn: Turn, climb: Climb) -> Turn:
    return _ask_for_rungs(turn)


def _rate_again(turn: Turn, climb: Climb) -> Turn:
    return _rate_next(turn.knowing(climb=replace(climb, feared=())))


def _forbidden_now(turn: Turn, climb: Climb) -> Turn:
    return _forbid(_without_ladder(turn, climb), climb.activity)


def _end(turn: Turn, climb: Climb) -> Turn:
    return _ended(turn, climb, "ladder-ended")


def _left(turn: Turn, climb: Climb) -> Turn:
    return turn.say(KIND, "ladder-left")


def _ended(turn: Turn, climb: Climb, message: str) -> Turn:
    return _without_ladder(turn, climb).say(KIND, message)


def _without_ladder(turn: Turn, climb: Climb) -> Turn:
    turn = goes.without_timers(turn).knowing(climb=None)
    return turn.doing(Amend(Ladder, climb.entry, {"ended_on": turn.today})) if climb.entry else turn


WISHES: Mapping[str, Callable[[Turn, Climb], Turn]] = {
    "go": _go,
    "result": _tell,
    "back": _one_back,
    "add": _add,
    "rate": _rate_again,
    "forbidden": _forbidden_now,
    "end": _end,
    "leave": _left,
}
PARTS: dict[str, Any] = {
    "ladder_activity": Part(_activity_told, unclear=goals.too_long),
    "ladder_cleared": Part(_cleared),
    "ladder_forbidden": Part(_still_forbidden),
    "ladder_rungs": Part(_rungs_told, unclear=goals.too_long),
    "ladder_feared": Part(_rated),
    "ladder_menu": Part(_wished),
    **goes.PARTS,
}
