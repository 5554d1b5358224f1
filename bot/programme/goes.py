"""Goes at the rungs of a ladder: what is expected before, what is found after, and the pain of the next morning.

What teaches is the surprise, "the mismatch between expectancy and outcome" (Craske 2014, Behav Res Ther 58:10), not the
absence of pain: so both are told and shown side by side. Law: no go on a day that allows no challenges, one a day at
most; one rung up only after two goes in a row that went as planned or better, and only if they want it; one rung back
is offered after a flare, never imposed.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, time, timedelta
from typing import Any

from bot.conversation import walk
from bot.conversation.calendar import is_quiet, moment_of, outside_quiet_hours
from bot.conversation.effects import Amend, DropTimer, Recall, Record, SetTimer
from bot.conversation.person import Climb, Place
from bot.conversation.records import Go, Ladder, Outcome, Records
from bot.conversation.turn import Turn
from bot.programme import check_in, goals, ordinary, spoken
from bot.programme.parts import Part
from bot.programme.plan import GO_MORNING, GO_RESULT, may_speak_unasked
from bot.progress.week import surprise

KIND = "ladder"
BEGUN, MORNING = "go", "go_morning"  # why the records are recalled
GOOD_ENOUGH = 2  # goes in a row, before one rung up is offered
LATER, WAITS, GONE = timedelta(hours=6), timedelta(hours=1), timedelta(hours=4)
MORNING_AT, MORNING_ENDS = time(10, 0), time(12, 0)
UNDER_WAY = timedelta(days=1)  # a go that nobody told of is let go after the next day


def is_draft(climb: Climb) -> bool:
    """Whether it still lacks rungs or numbers."""
    return not climb.rungs or len(climb.feared) < len(climb.rungs)


def is_under_way(turn: Turn) -> bool:
    climb = turn.person.climb
    recent = climb is not None and climb.done_on is not None and turn.today - climb.done_on <= UNDER_WAY
    return recent and climb is not None and climb.go is not None


def reason_against(turn: Turn) -> str | None:
    """The words for why there is no go today; `None` when there may be one."""
    person = turn.person
    if person.hold:
        return "nudge-not-now"
    if person.stopped or (person.paused_until is not None and person.paused_until > turn.now):
        return "ladder-paused"
    if not ordinary.allows_challenges(turn):
        return "ladder-not-today"
    return "ladder-once-a-day" if person.climb and person.climb.done_on == turn.today else None


# Before


def begin(turn: Turn, words: str = "") -> Turn:
    """They want to try their rung now."""
    climb, reason = turn.person.climb, reason_against(turn)
    if climb is None or is_draft(climb):
        return turn.say(KIND, "ladder-none", options=turn.commands("ladder"))
    if is_under_way(turn):
        return ask_result(turn)
    if reason:
        return turn.say(KIND, reason)
    return turn.doing(Recall(BEGUN, climb.done_on)) if climb.done_on else _expect(turn, climb)


def begun(turn: Turn, records: Records) -> Turn:
    """The goes and flares since the newest go are known: what is offered first depends on them."""
    climb = turn.person.climb
    if climb is None:
        return turn.say(KIND, "ladder-none", options=turn.commands("ladder"))
    last = max((go.entry for go in records.goes if go.ladder == climb.entry), default=0)
    flare = max((flare.entry for flare in records.flares), default=0)
    if flare > max(last, climb.flare):
        climb = replace(climb, flare=flare, good=0)
        turn = turn.knowing(climb=climb)
        return walk.open_script(turn, "go_back", rung=climb.rungs[climb.at - 1]) if climb.at else _expect(turn, climb)
    return _offer_up(turn, climb) if _may_go_up(climb) else _expect(turn, climb)


def _after_flare(turn: Turn, place: Place) -> Turn:
    climb, wish = turn.person.climb, place.answers["back"]
    if climb is None or wish == "not_now":
        return turn.say(KIND, "go-not-now")
    if reason := reason_against(turn):
        return turn.say(KIND, reason)
    if wish == "back":
        climb = replace(climb, at=max(0, climb.at - 1), good=0)
    return _expect(turn.knowing(climb=climb), climb)


def one_back(turn: Turn, climb: Climb) -> Turn:
    """One rung back, because they want it."""
    back = replace(climb, at=max(0, climb.at - 1), good=0)
    return turn.knowing(climb=back).say(KIND, "go-one-back", rung=back.rungs[back.at])


def back(turn: Turn, words: str = "") -> Turn:
    climb = turn.person.climb
    if climb is None or is_draft(climb) or is_under_way(turn):
        return turn.say(KIND, "ladder-none", options=turn.commands("ladder"))
    return one_back(turn, climb)


def _expect(turn: Turn, climb: Climb) -> Turn:
    known = {"rung": climb.rungs[climb.at], "feared": spoken.score(turn, climb.feared[climb.at])}
    return walk.open_script(turn, "go_expect", **known)


def _expected(turn: Turn, place: Place) -> Turn:
    expected, reason = place.answers["expected"], reason_against(turn)
    if reason or expected == "not_now":
        return turn.say(KIND, reason or "go-not-now")
    if expected == "skip":
        return walk.open_script(turn, "go_pain")
    return walk.open_script(turn, "go_sure", expected=expected)


def _sure(turn: Turn, place: Place) -> Turn:
    if reason := reason_against(turn):
        return turn.say(KIND, reason)
    return walk.open_script(turn, "go_pain", expected=place.answers["expected"], sure=place.answers["sure"])


def _pain_before(turn: Turn, place: Place) -> Turn:
    """All is told: the go is on, unless the pain or the day says otherwise by now."""
    climb, pain, reason = turn.person.climb, place.answers["pain"], reason_against(turn)
    if climb is None or is_draft(climb) or pain == "not_now":
        return turn.say(KIND, "go-not-now")
    is_bad = isinstance(pain, float) and pain >= turn.person.settings.bad_day_line
    if reason or is_bad:
        return turn.say(KIND, reason or "ladder-not-today")
    return _started(turn, climb, _told(place.answers | {"pain_before": pain}))


def _told(answers: dict[str, Any]) -> dict[str, Any]:
    named = ("expected", "sure", "pain_before")
    return {name: answers[name] for name in named if answers.get(name) not in (None, "skip")}


def _started(turn: Turn, climb: Climb, told: dict[str, Any]) -> Turn:
    entry = turn.person.turn
    go = Go(entry, turn.today, climb.entry, climb.at, climb.feared[climb.at], **told)
    good = climb.good if climb.go is None else 0  # of an earlier go nobody knows how it went
    climb = replace(climb, go=entry, expected=go.expected, good=good, done_on=turn.today)
    turn = turn.knowing(climb=climb)
    due = outside_quiet_hours(turn.now + LATER, turn.person.settings.zone)
    turn = without_timers(turn).doing(Record(go), SetTimer(GO_RESULT, due))
    return turn.say(KIND, "go-started", rung=climb.rungs[climb.at])


def without_timers(turn: Turn) -> Turn:
    return turn.doing(DropTimer(GO_RESULT), DropTimer(GO_MORNING))


# After


def result_due(turn: Turn, due_at: datetime) -> Turn:
    """Some hours after a go began: how was it? Once, and only on an ordinary day; they may always tell of it."""
    if not is_under_way(turn) or not ordinary.allows_challenges(turn):
        return turn
    if turn.waiting or is_quiet(turn.now, turn.person.settings.zone) or not may_speak_unasked(turn):
        return turn.doing(SetTimer(GO_RESULT, outside_quiet_hours(turn.now + WAITS, turn.person.settings.zone)))
    turn = replace(turn, expires_at=turn.now + GONE).because("go-result-why")
    return ask_result(turn)


def ask_result(turn: Turn) -> Turn:
    return walk.open_script(turn.doing(DropTimer(GO_RESULT)), "go_how")


def told(turn: Turn, outcome: Outcome) -> Turn | None:
    """ "I did it", said of a go before it was asked about; `None` when none is under way, or a step is."""
    place = turn.person.place
    is_of_a_step = turn.person.trying is not None or (place is not None and place.script.startswith("step"))
    return _went(turn, outcome) if is_under_way(turn) and not is_of_a_step else None


def _how(turn: Turn, place: Place) -> Turn:
    return _went(turn, place.answers["how"])


def _went(turn: Turn, outcome: Outcome) -> Turn:
    climb = turn.person.climb
    if climb is None or climb.go is None:
        return turn.say(KIND, "ladder-none", options=turn.commands("ladder"))
    turn = walk.close(turn, "go_how").doing(DropTimer(GO_RESULT))
    if outcome == "not_done":
        return turn.knowing(climb=replace(climb, go=None, good=0)).say(KIND, "go-not-done")
    if climb.expected is None:
        return walk.open_script(turn.say(KIND, "go-went"), "go_harder", entry=climb.go, how=outcome)
    return walk.open_script(turn, "go_happened", entry=climb.go, how=outcome, expected=climb.expected)


def _happened(turn: Turn, place: Place) -> Turn:
    entry, happened = place.answers["entry"], place.answers["happened"]
    if happened != "skip":
        turn = turn.doing(Amend(Go, entry, {"happened": happened}))
    return walk.open_script(turn, "go_harder", entry=entry, how=place.answers["how"])


def _harder(turn: Turn, place: Place) -> Turn:
    """How hard it was, beside what they had expected; this is what counts for the next rung."""
    climb, entry, harder = turn.person.climb, place.answers["entry"], place.answers["harder"]
    if climb is None or climb.go != entry:
        return turn.say(KIND, "go-kept")
    turn = _look_next_morning(turn, climb)
    if harder == "skip":
        turn = turn.knowing(climb=replace(climb, go=None, good=0))
        return walk.open_script(turn, "go_after", entry=entry)
    feared = climb.feared[climb.at]
    is_good = place.answers["how"] == "done" and surprise(feared, harder) <= 0
    turn = turn.knowing(climb=replace(climb, go=None, good=climb.good + 1 if is_good else 0))
    turn = turn.doing(Amend(Go, entry, {"harder": harder}))
    told: dict[str, Any] = {"expected": spoken.score(turn, feared), "actual": spoken.score(turn, harder)}
    turn = turn.say(KIND, _comparison(feared, harder), **told)
    return walk.open_script(turn, "go_after", entry=entry)


def _comparison(feared: float, harder: float) -> str:
    difference = surprise(feared, harder)
    if difference == 0:
        return "go-as-expected"
    return "go-harder-than-expected" if difference > 0 else "go-easier-than-expected"


def _pain_after(turn: Turn, place: Place) -> Turn:
    entry, pain = place.answers["entry"], place.answers["pain"]
    if pain != "skip":
        turn = turn.doing(Amend(Go, entry, {"pain_after": pain}))
    return walk.open_script(turn, "go_found", entry=entry)


def _found(turn: Turn, place: Place) -> Turn:
    found, climb = place.answers["found"], turn.person.climb
    if found != "skip":
        turn = turn.doing(Amend(Go, place.answers["entry"], {"found": found}))
    turn = turn.say(KIND, "go-kept")
    may_go_on = climb is not None and climb.good >= GOOD_ENOUGH and ordinary.allows_challenges(turn)
    return _offer_up(turn, climb) if climb and may_go_on else turn


def compared(turn: Turn, climb: Climb, go: Go) -> dict[str, Any]:
    """The figures of a go, as its row has them."""
    return {
        "rung": climb.rungs[go.rung],
        "expected": spoken.score(turn, go.feared),
        "actual": _score(turn, go.harder),
        "before": _score(turn, go.pain_before),
        "after": _score(turn, go.pain_after),
        "morning": _score(turn, go.next_morning),
        "pains": "no" if go.pain_before is None or go.pain_after is None else "yes",
        "mornings": "no" if go.next_morning is None else "yes",
    }


def _score(turn: Turn, value: float | None) -> str:
    return "" if value is None else spoken.score(turn, value)


# One rung up


def _may_go_up(climb: Climb) -> bool:
    return climb.good >= GOOD_ENOUGH and climb.at + 1 < len(climb.rungs)


def _offer_up(turn: Turn, climb: Climb) -> Turn:
    """After two good goes: the next rung, or at the top the end of the ladder."""
    if _may_go_up(climb):
        return walk.open_script(turn, "go_up", rung=climb.rungs[climb.at + 1])
    turn = turn.knowing(climb=None).doing(Amend(Ladder, climb.entry, {"ended_on": turn.today}))
    return turn.say(KIND, "ladder-at-the-top", activity=climb.activity, options=turn.commands("ladder", "goal"))


def _up(turn: Turn, place: Place) -> Turn:
    climb = turn.person.climb
    if climb is None or not _may_go_up(climb):
        return turn.say(KIND, "go-not-now")
    if not ordinary.allows_challenges(turn):
        return turn.say(KIND, "ladder-not-today")
    at = climb.at + (place.answers["up"] == "up")
    turn = turn.knowing(climb=replace(climb, at=at, good=0))
    return turn.say(KIND, "go-next", rung=climb.rungs[at])


# The next morning


def _look_next_morning(turn: Turn, climb: Climb) -> Turn:
    day = (climb.done_on or turn.today) + timedelta(days=1)
    due = moment_of(day, MORNING_AT, turn.person.settings.zone)
    return turn.doing(SetTimer(GO_MORNING, due)) if due > turn.now else turn


def morning_due(turn: Turn, due_at: datetime) -> Turn:
    """The morning after a go: the pain of that morning's check-in counts; without one it is asked for, once."""
    return turn.doing(Recall(MORNING, turn.today - timedelta(days=1)))


def morning(turn: Turn, records: Records) -> Turn:
    go = _of_yesterday(turn, records.goes)
    if go is None or turn.here.time() > MORNING_ENDS:
        return turn
    last = turn.person.last_check_in
    if last is not None and last.local_date == turn.today:
        return turn.doing(Amend(Go, go.entry, {"next_morning": last.pain}))
    if not ordinary.allows_challenges(turn):
        return turn
    if turn.person.agenda or check_in.is_unanswered_today(turn) or not may_speak_unasked(turn):
        return turn.doing(SetTimer(GO_MORNING, turn.now + WAITS))
    turn = replace(turn, expires_at=turn.now + GONE).because("go-morning-why")
    return walk.open_script(turn, "go_morning", entry=go.entry)


def _of_yesterday(turn: Turn, goes: Sequence[Go]) -> Go | None:
    yesterday = turn.today - timedelta(days=1)
    found = [go for go in goes if go.local_date == yesterday and go.next_morning is None]
    return found[-1] if found else None


def _next_morning(turn: Turn, place: Place) -> Turn:
    pain = place.answers["pain"]
    if pain == "skip":
        return turn.say(KIND, "go-not-now")
    turn = turn.doing(Amend(Go, place.answers["entry"], {"next_morning": pain}))
    return turn.say(KIND, "go-morning-kept", pain=spoken.score(turn, pain))


PARTS = {
    "go_back": Part(_after_flare),
    "go_up": Part(_up),
    "go_expect": Part(_expected, unclear=goals.too_long),
    "go_sure": Part(_sure),
    "go_pain": Part(_pain_before),
    "go_how": Part(_how),
    "go_happened": Part(_happened),
    "go_harder": Part(_harder),
    "go_after": Part(_pain_after),
    "go_found": Part(_found, unclear=goals.too_long),
    "go_morning": Part(_next_morning),
}
