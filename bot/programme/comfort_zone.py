"""Small steps outside the comfort zone: offered on days that allow it, never pressed, and looked back on.

What works is the surprise: what was expected beside what happened (Craske 2014). So a person who wants to try says how
hard they expect it to be, and afterwards how hard it was. Smaller and "not today" are as welcome as yes.
"""

import hashlib
from dataclasses import replace
from datetime import datetime, time, timedelta
from typing import Any

from bot.conversation import walk
from bot.conversation.calendar import clock, is_quiet, local, moment_of, outside_quiet_hours
from bot.conversation.effects import Amend, DropTimer, Recall, Record, SetTimer
from bot.conversation.nudges import Nudge
from bot.conversation.person import Place, Trying
from bot.conversation.records import ComfortStep, Outcome, Records, Size
from bot.conversation.turn import Turn
from bot.programme import check_in, flare, ordinary, settings, silence, spoken
from bot.programme.parts import Part
from bot.programme.plan import FOLLOW_UP, NUDGE, may_speak_unasked, plan_one
from bot.progress.week import surprise
from bot.understanding.plain_text import normalise

KIND = "nudge"
SIZES: tuple[Size, ...] = ("small", "medium", "large")
SCHEDULED, ASKED_FOR = "nudge", "nudge_now"  # why the records are recalled
LOOKING_BACK = timedelta(days=28)
WAITS = timedelta(hours=1)  # for the end of another conversation
GONE = timedelta(hours=4)
LATER = timedelta(hours=6)  # until "how did it go?"
DAYLIGHT = (time(8, 0), time(16, 0))
JUST_TALKED = timedelta(minutes=15)  # so that no step follows on the heels of "that is all for today"
JUST_TOLD = timedelta(minutes=10)
MANY_LEFT = 4  # steps in a row
REMEMBERED = 40  # offers that do not come again


def due(turn: Turn, due_at: datetime) -> Turn:
    """The time for a nudge has come; whether the day allows one is decided here."""
    slot = _slot(turn, due_at)
    if slot is None or turn.now - slot > GONE:
        return plan_one(turn, NUDGE)
    into_the_night = is_quiet(turn.now, _zone(turn)) and not is_quiet(slot, _zone(turn))
    is_no_day_for_it = ordinary.is_hard_time(turn) or _is_trying(turn) or _has_gone_today(turn)
    if into_the_night or is_no_day_for_it or silence.is_long(turn):
        return plan_one(turn, NUDGE)
    is_free = not _something_waits(turn) and may_speak_unasked(turn, local(slot, _zone(turn)).date())
    if not is_free or _check_in_comes_first(turn) or _has_just_talked(turn):
        return turn.doing(SetTimer(NUDGE, turn.now + WAITS))
    return turn.doing(Recall(SCHEDULED, turn.today - LOOKING_BACK))


def _something_waits(turn: Turn) -> bool:
    return bool(turn.waiting) or check_in.is_unanswered_today(turn)


def _slot(turn: Turn, due_at: datetime) -> datetime | None:
    """The chosen moment that this timer is of, however long it has waited since; `None` on a day not chosen."""
    theirs = turn.person.settings
    day = local(due_at, theirs.zone).date()
    if moment_of(day, theirs.nudge_time, theirs.zone) > due_at:
        day -= timedelta(days=1)
    return moment_of(day, theirs.nudge_time, theirs.zone) if day.weekday() in theirs.nudge_days else None


def _check_in_comes_first(turn: Turn) -> bool:
    """Whether today's check-in is about to be asked."""
    theirs, last = turn.person.settings, turn.person.last_check_in
    had_today = turn.person.asked_on == turn.today or (last is not None and last.local_date == turn.today)
    hour = moment_of(turn.today, theirs.check_in_time, theirs.zone)
    soon = hour - WAITS <= turn.now <= hour + WAITS
    return soon and turn.today.weekday() in theirs.check_in_days and not had_today


def _has_just_talked(turn: Turn) -> bool:
    heard_at = turn.person.heard_at
    return heard_at is not None and turn.now - heard_at < JUST_TALKED


def _zone(turn: Turn) -> str:
    return turn.person.settings.zone


def _has_gone_today(turn: Turn) -> bool:
    """Whether they had a go at their ladder, which is step enough for a day."""
    climb = turn.person.climb
    return climb is not None and climb.done_on == turn.today


def _is_trying(turn: Turn) -> bool:
    trying = turn.person.trying
    return trying is not None and turn.now - trying.since < timedelta(hours=36)


def ask_now(turn: Turn, words: str) -> Turn:
    """The person asks for a step themselves; on a bad day they get a gentle word with it."""
    if words and normalise(words) in turn.label("nudge-days-days", "none-said").split(" | "):
        return settings.no_steps(turn, "")
    if turn.person.hold or ordinary.is_spared(turn):
        message = "nudge-not-now" if turn.person.hold else "nudge-spared"
        return turn.say(KIND, message, options=turn.commands("breathe", "help"))
    if flare.is_on(turn):
        return flare.no_steps(turn)
    return turn.doing(Recall(ASKED_FOR, turn.today - LOOKING_BACK))


def try_one(turn: Turn, words: str) -> Turn | None:
    """ "Ok, I'll try": a step, unless it is said of the one that is open."""
    return None if _is_open(turn, "step") or not ordinary.allows_challenges(turn) else ask_now(turn, "")


def _is_open(turn: Turn, script: str) -> bool:
    return turn.person.place is not None and turn.person.place.script == script


def offer_scheduled(turn: Turn, records: Records) -> Turn:
    offered = _offer(plan_one(replace(turn, expires_at=turn.now + GONE), NUDGE), records)
    return offered.because("why-step", **_reasons(turn, offered.person.offered[-1]))


def _reasons(before: Turn, nudge: str) -> dict[str, Any]:
    """What the choice of that step rests on."""
    theirs, last = before.person.settings, before.person.last_check_in
    domain = next(known.domain for known in before.library.nudges if known.id == nudge)
    is_recent = last is not None and before.today - last.local_date <= timedelta(days=1)
    return {
        "nudge_days": list(theirs.nudge_days),
        "nudge_time": clock(theirs.nudge_time),
        "pain": last.pain if last is not None and is_recent else None,
        "line": theirs.bad_day_line,
        "liked": domain if domain in theirs.interests else None,
        "fresh": "no" if nudge in before.person.offered else "yes",
    }


def offer_asked_for(turn: Turn, records: Records) -> Turn:
    if check_in.is_bad_day(turn):
        turn = turn.say(KIND, "nudge-on-a-bad-day")
    return _offer(turn, records)


def _offer(turn: Turn, records: Records) -> Turn:
    is_small = _is_tender(turn) or flare.is_just_over(records, turn.today)
    return _offer_another(turn, "small" if is_small else size_for(records))


def _offer_another(turn: Turn, size: Size) -> Turn:
    nudge = choose(turn)
    turn = turn.knowing(offered=(*turn.person.offered, nudge.id)[-REMEMBERED:])
    return _offer_in_size(turn, nudge.id, size)


def _offer_in_size(turn: Turn, nudge: str, size: Size) -> Turn:
    """Ask whether they want to try; each size that was offered is a fact of its own."""
    entry = turn.person.turn
    known = {"entry": entry, "nudge": nudge, "size": size, "step": turn.label(f"nudge-{nudge}", size)}
    known["taken"] = ["smaller", "larger"] if size == SIZES[0] else ["larger"]  # larger is there for who asks
    turn = turn.doing(Record(ComfortStep(entry, turn.today, turn.now, nudge, size)))
    return walk.open_script(turn, "step", **known)


def choose(turn: Turn) -> Nudge:
    """A nudge that fits the person and the day, not offered lately; the same person and day give the same one."""
    fitting = [nudge for nudge in turn.library.nudges if _fits(turn, nudge)] or list(turn.library.nudges)
    fresh = [nudge for nudge in fitting if nudge.id not in turn.person.offered] or fitting
    wanted = [nudge for nudge in fresh if nudge.domain in turn.person.settings.interests] or fresh
    return wanted[_chance(turn) % len(wanted)]


def _fits(turn: Turn, nudge: Nudge) -> bool:
    theirs, weekend = turn.person.settings, turn.today.weekday() >= 5
    return (
        not set(nudge.not_for).intersection(theirs.places)
        and nudge.weekdays in ("any", "weekend" if weekend else "weekday")
        and (not nudge.daylight or DAYLIGHT[0] <= turn.here.time() <= DAYLIGHT[1])
        and (nudge.in_bed or not _is_tender(turn))
    )


def _is_tender(turn: Turn) -> bool:
    """A day near the bad-day line: then only what can be done lying down, and small."""
    last = turn.person.last_check_in
    recent = last is not None and turn.today - last.local_date <= timedelta(days=1)
    return recent and last is not None and last.pain >= turn.person.settings.bad_day_line - 1


def _chance(turn: Turn) -> int:
    seed = f"{turn.person.id} {turn.today.isoformat()} {len(turn.person.offered)}"
    return int.from_bytes(hashlib.sha256(seed.encode()).digest()[:8])


def size_for(records: Records) -> Size:
    """One size up after two steps in a row that were no harder than expected, one down after a harder or undone one."""
    size = 0
    surprises = 0
    for step in records.steps:
        if step.answer != "try" or step.outcome is None:
            continue
        size, surprises = _next_size(SIZES.index(step.size), surprises, step)
    return SIZES[size]


def _next_size(size: int, surprises: int, step: ComfortStep) -> tuple[int, int]:
    if surprise(step.expected, step.actual) > 0 or step.outcome == "not_done":
        return max(0, size - 1), 0
    if surprises + 1 == 2:
        return min(len(SIZES) - 1, size + 1), 0
    return size, surprises + 1


def _offer_answered(turn: Turn, place: Place) -> Turn:
    entry, wish = place.answers["entry"], place.answers["offer"]
    if wish == "other":
        return _offer_another(turn, place.answers["size"])
    if wish in ("smaller", "larger"):
        return _offer_resized(turn, place, 1 if wish == "larger" else -1)
    if wish == "try" and flare.is_on(turn):
        return flare.no_steps(turn)
    if wish == "try" and check_in.is_bad_day(turn) and place.answers["size"] != "small":
        return _offer_in_size(turn.say(KIND, "nudge-on-a-bad-day"), place.answers["nudge"], "small")
    turn = turn.doing(Amend(ComfortStep, entry, {"answer": wish}))
    if wish == "not_today":
        return _left(turn)
    turn = turn.knowing(trying=Trying(entry, place.answers["step"], turn.now), steps_left=0)
    turn = turn.doing(SetTimer(FOLLOW_UP, outside_quiet_hours(turn.now + LATER, _zone(turn))))
    return walk.open_script(turn, "step_expect", entry=entry)


def _left(turn: Turn) -> Turn:
    """Not today, which is fine; after some in a row they are asked once whether fewer would suit them better."""
    left = turn.person.steps_left + 1
    turn = turn.knowing(steps_left=left).say(KIND, "step-not-today")
    is_often = len(turn.person.settings.nudge_days) > 1
    return walk.open_script(turn, "step_fewer") if left == MANY_LEFT and is_often else turn


def _as_often(turn: Turn, place: Place) -> Turn:
    often = place.answers["often"]
    if often == "none":
        return settings.no_steps(turn, "")
    if often == "one":
        turn = plan_one(turn.setting(nudge_days=settings.NUDGE_DAYS["one"]), NUDGE)
    return turn.say(KIND, "step-as-often", **spoken.settings_of(turn))


def _offer_resized(turn: Turn, place: Place, by: int) -> Turn:
    size = SIZES.index(place.answers["size"]) + by
    if not 0 <= size < len(SIZES):
        return walk.ask(turn.pushed(replace(place, step="offer")), "step-largest" if by > 0 else "step-smallest")
    return _offer_in_size(turn, place.answers["nudge"], SIZES[size])


def _expected(turn: Turn, place: Place) -> Turn:
    expected = place.answers["expect"]
    trying = turn.person.trying
    if expected == "skip" or trying is None:
        return turn.say(KIND, "step-will-ask")
    turn = turn.knowing(trying=replace(trying, expected=expected))
    turn = turn.doing(Amend(ComfortStep, trying.entry, {"expected": expected}))
    return turn.say(KIND, "step-expected", expected=spoken.score(turn, expected))


def correct_expected(turn: Turn, expected: float) -> Turn | None:
    """ "No, 5" just after the expectation was told; `None` when it is about another number."""
    trying, last = turn.person.trying, turn.person.last_check_in
    if trying is None or trying.expected is None or turn.now - trying.since > JUST_TOLD:
        return None
    if last is not None and last.recorded_at > trying.since:
        return None
    turn = turn.knowing(trying=replace(trying, expected=expected))
    turn = turn.doing(Amend(ComfortStep, trying.entry, {"expected": expected}))
    return turn.say(KIND, "step-expected", expected=spoken.score(turn, expected))


def follow_up_due(turn: Turn, due_at: datetime) -> Turn:
    """Some hours after "I'll try": how did it go? Once, and only on an ordinary day."""
    if turn.person.trying is None:
        return turn
    if not _is_trying(turn):
        return turn.knowing(trying=None)
    if check_in.is_bad_day(turn) or flare.is_on(turn):
        return turn  # not asked, and not forgotten: they may still tell of it
    if turn.waiting or not may_speak_unasked(turn) or is_quiet(turn.now, _zone(turn)):
        return turn.doing(SetTimer(FOLLOW_UP, outside_quiet_hours(turn.now + WAITS, _zone(turn))))
    asked = ask_result(replace(turn, expires_at=turn.now + GONE))
    return asked.because("why-step-result", step=turn.person.trying.step)


def ask_result(turn: Turn) -> Turn:
    """How did the step go?"""
    trying = turn.person.trying
    if trying is None:
        return turn
    return walk.open_script(turn.doing(DropTimer(FOLLOW_UP)), "step_result", entry=trying.entry, step=trying.step)


def did_it(turn: Turn, words: str) -> Turn:
    """ "I did it", of the step they are trying, or of the one that is offered."""
    if flare.is_on(turn):
        return flare.no_steps(turn)
    none_open = turn.say(KIND, "step-none-open", options=turn.commands("nudge", "week"))
    return _told_of_a_step(turn, "done") or none_open


def did_some(turn: Turn, words: str) -> Turn | None:
    return _told_of_a_step(turn, "some")


def did_not(turn: Turn, words: str) -> Turn | None:
    return _told_of_a_step(turn, "not_done")


def done(turn: Turn, words: str) -> Turn | None:
    """ "Done", which is about a step only when nothing else is open."""
    about_it = not turn.waiting or _is_open(turn, "step_result") or _is_open(turn, "step")
    return _told_of_a_step(turn, "done") if about_it else None


def _told_of_a_step(turn: Turn, outcome: Outcome) -> Turn | None:
    """How it went, told before it was asked; `None` when there is no step."""
    place, trying = turn.person.place, turn.person.trying
    if place is not None and place.script == "step" and outcome != "not_done":
        trying = Trying(place.answers["entry"], place.answers["step"], turn.now)
        turn = turn.doing(Amend(ComfortStep, trying.entry, {"answer": "try"}))
        turn = walk.close(turn, "step").knowing(trying=trying)
    return _went(turn, trying.entry, outcome) if trying else None


def told(turn: Turn, actual: float | None) -> Turn | None:
    """How it went, told unasked: they did it, and perhaps how hard it was. `None` when no step is open."""
    trying = turn.person.trying
    if trying is None:
        return None
    turn = walk.close(turn.doing(DropTimer(FOLLOW_UP)), "step_result")
    turn = turn.doing(Amend(ComfortStep, trying.entry, {"outcome": "done"}))
    if actual is None:
        return walk.open_script(turn, "step_actual", entry=trying.entry)
    place = Place("step_actual", "actual", turn.person.turn, turn.now, {"entry": trying.entry, "actual": actual})
    return _actual(walk.close(turn, "step_actual"), place)


def _result(turn: Turn, place: Place) -> Turn:
    return _went(turn, place.answers["entry"], place.answers["how"])


def _went(turn: Turn, entry: int, outcome: Outcome) -> Turn:
    turn = walk.close(turn, "step_result").doing(DropTimer(FOLLOW_UP), Amend(ComfortStep, entry, {"outcome": outcome}))
    if outcome == "not_done":
        return turn.knowing(trying=None).say(KIND, "step-not-done")
    return walk.open_script(turn, "step_actual", entry=entry)


def _actual(turn: Turn, place: Place) -> Turn:
    actual, trying = place.answers["actual"], turn.person.trying
    turn = turn.knowing(trying=None)
    if actual == "skip":
        return turn.say(KIND, "step-done")
    turn = turn.doing(Amend(ComfortStep, place.answers["entry"], {"actual": actual}))
    if trying is None or trying.expected is None:
        return turn.say(KIND, "step-done")
    return turn.say(KIND, _compared(trying.expected, actual), **_both(turn, trying.expected, actual))


def _compared(expected: float, actual: float) -> str:
    difference = surprise(expected, actual)
    if difference == 0:
        return "step-as-expected"
    return "step-harder-than-expected" if difference > 0 else "step-easier-than-expected"


def _both(turn: Turn, expected: float, actual: float) -> dict[str, Any]:
    return {"expected": spoken.score(turn, expected), "actual": spoken.score(turn, actual)}


PARTS = {
    "step": Part(_offer_answered),
    "step_fewer": Part(_as_often),
    "step_expect": Part(_expected),
    "step_result": Part(_result),
    "step_actual": Part(_actual),
}
