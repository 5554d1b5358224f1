"""A pace that holds, from the person's own tries: so much a day, the same on good days and bad ones.

Three tries, their mean times 0.8, then a tenth more each week that went well (Therapeutic Guidelines *Pain*; I-Engage;
the arithmetic is in `bot.progress.pacing`). A week is looked at when they tell of a day, so nothing comes unasked.
Nothing begins or grows in a flare, on a bad day or while anything is held; what they did is noted all the same.
Whether a clinician set a limit, or told them not to do it, is asked once for each activity; no goal goes above it.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from bot.conversation import walk
from bot.conversation.effects import Amend, Recall, Record
from bot.conversation.person import Pacing, Place
from bot.conversation.records import Records, Stretch, Unit, Walked
from bot.conversation.turn import Turn
from bot.programme import clinician, flare, ordinary, safety, spoken
from bot.programme.parts import Part
from bot.progress import pacing
from bot.progress.pacing import TRIES
from bot.understanding.amounts import MEASURES, Amount, read_amount

KIND = "pacing"
TOLD, CORRECTED, SHOWN = "pace_told", "pace_corrected", "pace_shown"  # why the records are recalled
LOOKING_BACK = timedelta(days=28)
WEEK = timedelta(days=7)
LONGEST = 60  # characters of an activity
JUST_TOLD = 4  # turns in which a bare number still corrects what was told
ONLY_MINUTES = frozenset({"standing", "sitting"})
MOST_A_DAY: Mapping[Unit, float] = {"minutes": 600, "steps": 50_000, "metres": 50_000}


# Beginning


def show(turn: Turn, words: str) -> Turn:
    """See the pace and change it, or begin one; `words` may name the activity."""
    if turn.person.hold:
        return safety.still_here(turn)
    activity = words.strip()
    plan = turn.person.pacing
    if plan is not None and activity.lower() in ("", plan.activity.lower()):
        return turn.doing(Recall(SHOWN, turn.today - LOOKING_BACK))
    return _begin(turn, activity)


def _begin(turn: Turn, activity: str) -> Turn:
    if not ordinary.allows_challenges(turn):
        return turn.say(KIND, "pace-rests", options=turn.commands("breathe"))
    if not activity or len(activity) > LONGEST:
        return walk.open_script(turn, "pace_activity")
    if clinician.forbids(turn, activity):
        return walk.open_script(turn, "pace_forbidden", activity=activity)
    if activity.lower() in ONLY_MINUTES:
        return _ask_about_limits(turn, activity, "minutes")
    return walk.open_script(turn, "pace_unit", activity=activity)


def _activity_told(turn: Turn, place: Place) -> Turn:
    activity = place.answers["what"]
    return turn.say(KIND, "pace-left") if activity == "leave" else _begin(turn, activity)


def _unit_chosen(turn: Turn, place: Place) -> Turn:
    unit = place.answers["unit"]
    return turn.say(KIND, "pace-left") if unit == "leave" else _ask_about_limits(turn, place.answers["activity"], unit)


def _ask_about_limits(turn: Turn, activity: str, unit: Unit) -> Turn:
    """Ask once whether a clinician set a limit for it, or told them not to do it."""
    return walk.open_script(turn, "pace_cleared", activity=activity, unit=unit)


def _limits_told(turn: Turn, place: Place) -> Turn:
    activity, unit = place.answers["activity"], place.answers["unit"]
    match place.answers["limits"]:
        case "no":
            return _begun(turn, activity, unit)
        case "limit":
            return _ask_for_limit(turn, activity, unit, ["no_limit"])
        case "forbidden":
            return clinician.forbidden(turn, activity).say(KIND, "pace-left-out", activity=activity)
        case _:
            return turn.say(KIND, "pace-ask-first")


def _still_forbidden(turn: Turn, place: Place) -> Turn:
    activity = place.answers["activity"]
    match place.answers["wish"]:
        case "changed":
            return _begin(clinician.allowed_again(turn, activity), activity)
        case "other":
            return _begin(turn, "")
        case _:
            return turn.say(KIND, "pace-left")


def _ask_for_limit(turn: Turn, activity: str, unit: Unit, taken: list[str], message: str | None = None) -> Turn:
    known = {"activity": activity, "unit": unit, "taken": taken, "example": turn.label("pace-limit-example", unit)}
    return walk.ask(turn.pushed(Place("pace_limit", "most", turn.person.turn, turn.now, known)), message)


def _limit_told(turn: Turn, place: Place) -> Turn:
    """The limit for what is about to begin, or for what they pace already."""
    told, activity, unit = place.answers["most"], place.answers["activity"], place.answers["unit"]
    if told == "leave":
        return turn.say(KIND, "pace-left")
    amount = _read(turn, told)
    is_limit = amount and amount.unit in (None, unit) and 0 < amount.value <= MOST_A_DAY[unit]
    if told != "no_limit" and not is_limit:
        return _ask_for_limit(turn, activity, unit, place.answers["taken"], "pace-limit-unclear")
    limit, plan = amount.value if amount else None, turn.person.pacing
    if plan is None or place.answers["taken"]:
        return _begun(turn, activity, unit, limit)
    return _with_limit(turn, plan, limit)


def _with_limit(turn: Turn, plan: Pacing, limit: float | None) -> Turn:
    plan = replace(plan, limit=limit)
    plan = replace(plan, goal=plan.goal and _within_limit(plan, plan.goal))
    message = "pace-limit-gone" if limit is None else "pace-limit-kept"
    return turn.knowing(pacing=plan).say(KIND, message, **_plan_in_words(turn, plan))


def _within_limit(plan: Pacing, goal: float) -> float:
    return goal if plan.limit is None else min(goal, plan.limit)


def _begun(turn: Turn, activity: str, unit: Unit, limit: float | None = None) -> Turn:
    if not ordinary.allows_challenges(turn):
        return turn.say(KIND, "pace-rests", options=turn.commands("breathe"))
    before, plan = turn.person.pacing, Pacing(turn.person.turn, activity, unit, limit=limit)
    if before is not None:
        turn = turn.say(KIND, "pace-ended", activity=before.activity)
    return turn.knowing(pacing=plan).say(KIND, "pace-begun", **_plan_in_words(turn, plan))


def _plan_in_words(turn: Turn, plan: Pacing) -> dict[str, Any]:
    known = {"activity": plan.activity, "unit": plan.unit, "example": turn.label("pace-example", plan.unit)}
    known["limit"] = spoken.amount(turn, plan.limit, plan.unit) if plan.limit is not None else "no"
    return known | ({"goal": spoken.amount(turn, plan.goal, plan.unit)} if plan.goal is not None else {})


# Telling what was done


def told(turn: Turn, words: str) -> Turn | None:
    """ "Walked 12 minutes": kept as a try or as what was done of the goal; `None` when no amount is in it."""
    amount, plan = _read(turn, words), turn.person.pacing
    if amount is None:
        return None
    if turn.person.hold:
        return safety.still_here(turn)
    if plan is None:
        return None if turn.waiting else turn.say(KIND, "pace-none", options=turn.commands("pace"))
    if refused := _refusal(amount, plan):
        return turn.say(KIND, refused, **_plan_in_words(turn, plan))
    kind: Walked = "try" if plan.goal is None else "done"
    day = _day_told(turn, words)
    done = Stretch(turn.person.turn, day, plan.activity, plan.unit, amount.value, kind, plan.goal)
    turn = turn.knowing(pacing=replace(plan, newest=done))
    return turn.doing(Record(done), Recall(TOLD, turn.today - LOOKING_BACK))


def _read(turn: Turn, words: str) -> Amount | None:
    names = {name: turn.label("pace-words", f"{name}-said").split(" | ") for name in (*MEASURES, "one", "half")}
    return read_amount(turn.reader.with_digits(words), names)


def _refusal(amount: Amount, plan: Pacing) -> str | None:
    """Why an amount is not kept."""
    if amount.unit not in (None, plan.unit):
        return "pace-other-unit"
    return None if 0 < amount.value <= MOST_A_DAY[plan.unit] else "pace-too-much"


def _day_told(turn: Turn, words: str) -> date:
    is_yesterday = turn.label("days", "yesterday") in words.lower().split()
    return turn.acted_on - timedelta(days=is_yesterday)


def correct(turn: Turn, words: str) -> Turn | None:
    """ "No, 10 minutes": the newest amount was another; `None` when it is about something else."""
    plan, amount = turn.person.pacing, _read(turn, words)
    if plan is None or plan.newest is None or amount is None or _refusal(amount, plan):
        return None
    is_busy = bool(turn.waiting) and (amount.unit is None or not _is_asked_to_check_in(turn))
    if is_busy or (amount.unit is None and not _was_told_last(turn, plan.newest)):
        return None
    done = replace(plan.newest, amount=amount.value)
    turn = turn.knowing(pacing=replace(plan, newest=done))
    return turn.doing(Amend(Stretch, done.entry, {"amount": done.amount}), Recall(CORRECTED, turn.today - LOOKING_BACK))


def _is_asked_to_check_in(turn: Turn) -> bool:
    return turn.person.place is not None and turn.person.place.script == "check_in"


def _was_told_last(turn: Turn, newest: Stretch) -> bool:
    last = turn.person.last_told
    return turn.person.turn - newest.entry <= JUST_TOLD and (last is None or last.entry < newest.entry)


def noted(turn: Turn, records: Records) -> Turn:
    """Say what was kept, and what follows from it."""
    return _followed(turn, records, "pace-noted")


def changed(turn: Turn, records: Records) -> Turn:
    return _followed(turn, records, "pace-changed")


def _followed(turn: Turn, records: Records, message: str) -> Turn:
    plan = turn.person.pacing
    if plan is None or plan.newest is None:
        return turn
    done, rows = plan.newest, _rows(plan, records)
    said: dict[str, Any] = {
        "amount": spoken.amount(turn, done.amount, done.unit),
        "day": spoken.day(turn, done.local_date),
    }
    when = "today" if done.local_date == turn.today else "other"
    turn = turn.say(KIND, message, activity=plan.activity, when=when, walked=done.kind, **said)
    if plan.limit is not None and done.amount > plan.limit and ordinary.allows_challenges(turn):
        turn = turn.say(KIND, "pace-over-limit", **_plan_in_words(turn, plan))
    return _tried(turn, plan, rows) if done.kind == "try" else _done(turn, plan, rows, records)


def _rows(plan: Pacing, records: Records) -> tuple[Stretch, ...]:
    """What was told of this plan, with what was told just now."""
    newest = () if plan.newest is None else (plan.newest,)
    theirs = {row.entry: row for row in (*records.stretches, *newest) if row.entry > plan.entry}
    return tuple(theirs[entry] for entry in sorted(theirs))


def _tried(turn: Turn, plan: Pacing, rows: tuple[Stretch, ...]) -> Turn:
    """After three tries there is a goal; a try that is put right moves it."""
    tries = pacing.tries_in(rows)
    turn = turn.knowing(pacing=replace(plan, tries=tries))
    if len(tries) < TRIES:
        return turn if flare.is_on(turn) else turn.say(KIND, "pace-tries", count=len(tries))
    return turn if not ordinary.allows_challenges(turn) else _with_first_goal(turn, replace(plan, tries=tries))


def _with_first_goal(turn: Turn, plan: Pacing) -> Turn:
    base = pacing.baseline(plan.tries)
    goal = _within_limit(plan, pacing.first_goal(base, plan.unit))
    plan = replace(plan, baseline=base, goal=goal, weighed_on=turn.today)
    tries = spoken.in_a_phrase(turn, [spoken.amount(turn, each, plan.unit) for each in plan.tries])
    return turn.knowing(pacing=plan).say(KIND, "pace-goal-found", tries=tries, **_plan_in_words(turn, plan))


# Looking at a week


def _done(turn: Turn, plan: Pacing, rows: tuple[Stretch, ...], records: Records) -> Turn:
    """What the day was beside the plan, and, once a week and only where it may be, what the week says."""
    if not ordinary.allows_challenges(turn) or plan.newest is None:
        return turn
    days = pacing.by_day(rows)
    today = days.get(plan.newest.local_date)
    is_over_limit = plan.limit is not None and plan.newest.amount > plan.limit
    if today is not None and today.is_boom and not is_over_limit:
        turn = turn.say(KIND, "pace-more-than-plan", goal=spoken.amount(turn, today.goal, plan.unit))
    if plan.weighed_on is not None and turn.today - plan.weighed_on < WEEK:
        return turn
    return _weighed(turn, plan, rows, records)


def _weighed(turn: Turn, plan: Pacing, rows: tuple[Stretch, ...], records: Records) -> Turn:
    days, scores, since = pacing.by_day(rows), pacing.pains(records.check_ins), plan.weighed_on or turn.today
    done = pacing.days_done(days, turn.today)
    swings = pacing.swings(days, scores)
    if swings >= pacing.SWINGS:
        turn = turn.say(KIND, "pace-swings", swings=swings)
    plan = replace(plan, weighed_on=turn.today)
    turn = turn.knowing(pacing=plan)
    rise = pacing.next_day_rise(days, scores, turn.today)
    match pacing.verdict(done, rise, pacing.had_flare(records.flares, since)):
        case "raise":
            return _raised(turn, plan, done)
        case "back":
            return _offer_back(turn, plan)
        case _:
            return turn.say(KIND, "pace-week-kept", done=done, **_plan_in_words(turn, plan))


def _raised(turn: Turn, plan: Pacing, done: int) -> Turn:
    goal = _a_bit_more(plan)
    if goal is None:
        return turn.say(KIND, "pace-week-kept", done=done, **_plan_in_words(turn, plan))
    plan = replace(plan, goal=goal, raised_on=turn.today)
    return turn.knowing(pacing=plan).say(KIND, "pace-week-raised", done=done, **_plan_in_words(turn, plan))


def _a_bit_more(plan: Pacing) -> float | None:
    """A tenth of the baseline more; `None` where there is no goal, or where so little can't be said."""
    if plan.goal is None or plan.baseline is None:
        return None
    goal = _within_limit(plan, pacing.raised(plan.goal, plan.baseline, plan.unit))
    return goal if goal > plan.goal else None


def _a_bit_less(plan: Pacing) -> float | None:
    """A step back; `None` at half of the baseline."""
    if plan.goal is None or plan.baseline is None:
        return None
    goal = pacing.lowered(plan.goal, plan.baseline, plan.unit)
    return goal if goal < plan.goal else None


def _offer_back(turn: Turn, plan: Pacing) -> Turn:
    lower = _a_bit_less(plan)
    if lower is None:
        return turn
    said = {"lower": spoken.amount(turn, lower, plan.unit)}
    return walk.open_script(turn, "pace_back", to=lower, **_plan_in_words(turn, plan), **said)


def _back_answered(turn: Turn, place: Place) -> Turn:
    plan = turn.person.pacing
    if plan is None or plan.goal is None:
        return turn.say(KIND, "pace-left")
    if place.answers["choice"] == "keep":
        return turn.say(KIND, "pace-kept", **_plan_in_words(turn, plan))
    return _set(turn, plan, min(plan.goal, place.answers["to"]))


def _returned(turn: Turn, place: Place) -> Turn:
    """After a flare: from the lower place no sooner up than in a week, so that nothing is caught up."""
    plan = turn.person.pacing
    kept = plan and replace(plan, weighed_on=turn.today, raised_on=turn.today)
    return _back_answered(turn.knowing(pacing=kept), place)


def _set(turn: Turn, plan: Pacing, goal: float, message: str = "pace-set") -> Turn:
    plan = replace(plan, goal=goal)
    return turn.knowing(pacing=plan).say(KIND, message, **_plan_in_words(turn, plan))


# Seeing it and changing it


def shown(turn: Turn, records: Records) -> Turn:
    plan = turn.person.pacing
    if plan is None:
        return turn
    rows = _rows(plan, records)
    if plan.goal is None and len(pacing.tries_in(rows)) >= TRIES and ordinary.allows_challenges(turn):
        return _with_first_goal(turn, replace(plan, tries=pacing.tries_in(rows)))
    if plan.goal is None:
        count = len(pacing.tries_in(rows))
        turn = turn.say(KIND, "pace-shown-tries", count=count, **_plan_in_words(turn, plan))
        return walk.open_script(turn, "pace_menu", taken=["more", "less"])
    done = pacing.days_done(pacing.by_day(rows), turn.today)
    turn = turn.say(KIND, "pace-shown", done=done, **_plan_in_words(turn, plan))
    return walk.open_script(turn, "pace_menu", taken=["more"] if not ordinary.allows_challenges(turn) else [])


def _menu_answered(turn: Turn, place: Place) -> Turn:
    plan = turn.person.pacing
    if plan is None:
        return turn.say(KIND, "pace-left")
    match place.answers["what"]:
        case "more":
            return _more(turn, plan, _a_bit_more(plan))
        case "less":
            return _less(turn, plan)
        case "limit":
            return _ask_for_limit(turn, plan.activity, plan.unit, [])
        case "other":
            return _begin(turn, "")
        case "end":
            return turn.knowing(pacing=None).say(KIND, "pace-ended", activity=plan.activity)
        case _:
            return turn.say(KIND, "pace-menu-closed")


def _less(turn: Turn, plan: Pacing) -> Turn:
    if plan.goal is None:
        return turn.say(KIND, "pace-no-goal")
    lower = _a_bit_less(plan)
    return turn.say(KIND, "pace-lowest") if lower is None else _set(turn, plan, lower)


def _more(turn: Turn, plan: Pacing, wanted: float | None) -> Turn:
    """They want more: once a week, and never over the cap."""
    if plan.goal is None or plan.baseline is None:
        return turn.say(KIND, "pace-no-goal")
    if not ordinary.allows_challenges(turn):
        return turn.say(KIND, "pace-rests")
    if plan.limit is not None and plan.goal >= plan.limit:
        return turn.say(KIND, "pace-limit-holds", **_plan_in_words(turn, plan))
    if plan.raised_on is not None and turn.today - plan.raised_on < WEEK:
        day = spoken.day(turn, plan.raised_on)
        return turn.say(KIND, "pace-not-yet-more", day=day, **_plan_in_words(turn, plan))
    wanted = wanted and _within_limit(plan, wanted)
    most = pacing.most(plan.goal, plan.baseline, plan.unit)
    if wanted is None or most <= plan.goal:
        return turn.say(KIND, "pace-kept", **_plan_in_words(turn, plan))
    plan = replace(plan, raised_on=turn.today, weighed_on=turn.today)
    return _set(turn, plan, min(wanted, most), "pace-set-capped" if wanted > most else "pace-set")


def set_to(turn: Turn, words: str) -> Turn | None:
    """ "Set my pace to 15 minutes": less at once, more up to the cap. `None` when there is no pace or no amount."""
    plan, amount = turn.person.pacing, _read(turn, words)
    if plan is None or amount is None:
        return None
    if turn.person.hold:
        return safety.still_here(turn)
    if refused := _refusal(amount, plan):
        return turn.say(KIND, refused, **_plan_in_words(turn, plan))
    if plan.goal is None or amount.value > plan.goal:
        return _more(turn, plan, amount.value)
    return _set(turn, plan, amount.value)


PARTS = {
    "pace_activity": Part(_activity_told),
    "pace_unit": Part(_unit_chosen),
    "pace_cleared": Part(_limits_told),
    "pace_forbidden": Part(_still_forbidden),
    "pace_limit": Part(_limit_told),
    "pace_menu": Part(_menu_answered),
    "pace_back": Part(_back_answered),
    "pace_return": Part(_returned),
}
