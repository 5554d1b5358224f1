"""Small experiments on oneself: "does a breath before bed help me?"

Evenings with and without are drawn by chance, at least seven of each. Which it is, is told in the evening; whether it
went that way is asked with one tap the evening after; how it was comes from the next check-in. A day whose check-in
waits for an answer, a bad day and an evening before a day without a check-in are left out before anything is told, so
that leaving out favours neither side. Quiet of any kind ends an experiment kindly, and what was noted is kept. A breath
is never withheld: whoever needs one on an evening without takes it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Any, Literal

from bot.conversation import walk
from bot.conversation.calendar import clock, is_quiet, local, moment_of, next_occurrence
from bot.conversation.effects import Amend, CancelScheduled, DropTimer, Recall, Record, SetTimer, TrialPicture
from bot.conversation.person import EVERY_DAY, Place, Trial
from bot.conversation.records import Experiment, ExperimentDay, Records
from bot.conversation.turn import Turn
from bot.programme import check_in, ordinary, spoken
from bot.programme.parts import Part
from bot.programme.plan import may_prompt, may_speak_unasked
from bot.progress.insights import signals_of
from bot.progress.trials import FIRST, Outcome, draw, is_enough, outcome

KIND = "trial"
EVENING = "trial"  # the timer
DUE, SHOWN = "trial_due", "trial_shown"  # why the records are recalled
LAST_AS_DRAWN, LAST_OTHERWISE = "trial_last_as_drawn", "trial_last_otherwise"
PUT_RIGHT_YES, PUT_RIGHT_NO = "trial_put_right_yes", "trial_put_right_no"
TOLD_AT = time(20, 0)
NIGHT_ENDS = time(5, 0)  # whoever checks in before that is awake at night
AFTER_CHECK_IN = timedelta(minutes=15)
AGAIN = timedelta(minutes=20)  # when another conversation is still open
GONE = timedelta(hours=2)
A_DAY = timedelta(days=1)
LONGEST = timedelta(days=60)  # then it ends with what there is


@dataclass(frozen=True, slots=True)
class Subject:
    """What is measured, and which way is better."""

    signal: Literal["sleep", "pain"]
    lower_is_better: bool


SUBJECTS: Mapping[str, Subject] = {
    "breath_sleep": Subject("sleep", lower_is_better=False),
    "breath_pain": Subject("pain", lower_is_better=True),
    "screen_sleep": Subject("sleep", lower_is_better=False),
    "list_sleep": Subject("sleep", lower_is_better=False),
}


def ask_now(turn: Turn, words: str) -> Turn:
    """The person wants to try something out, or to see the experiment that is on."""
    if turn.person.trial:
        return turn.doing(Recall(SHOWN, turn.person.trial.began_on))
    return _unless_quiet(turn) or walk.open_script(turn, "trial_choose", taken=_not_measured(turn))


def propose_breath(turn: Turn, words: str) -> Turn:
    """ "Does breathing help me?" """
    if turn.person.trial:
        return ask_now(turn, words)
    question = "breath_sleep" if turn.person.settings.ask_sleep else "breath_pain"
    return _unless_quiet(turn) or _proposed(turn, question)


def _unless_quiet(turn: Turn) -> Turn | None:
    """Why none begins today; `None` where one may."""
    if not may_prompt(turn):
        return turn.say(KIND, "trial-in-a-pause", options=turn.commands("resume"))
    if ordinary.is_hard_time(turn):
        return turn.say(KIND, "trial-on-a-hard-day", options=turn.commands("breathe"))
    return None


def _not_measured(turn: Turn) -> list[str]:
    """Those about sleep, for someone who is not asked about it."""
    if turn.person.settings.ask_sleep:
        return []
    return [name for name, subject in SUBJECTS.items() if subject.signal == "sleep"]


def _chosen(turn: Turn, place: Place) -> Turn:
    question = place.answers["question"]
    if question == "skip":
        return turn.say(KIND, "trial-not-now")
    return _unless_quiet(turn) or _proposed(turn, question)


def _proposed(turn: Turn, question: str) -> Turn:
    return walk.open_script(turn, "trial_begin", question=question, **_words(turn, question))


def _words(turn: Turn, question: str) -> dict[str, Any]:
    name = question.replace("_", "-")
    return {"thing": turn.label("trial-things", name), "measure": SUBJECTS[question].signal}


def _begun(turn: Turn, place: Place) -> Turn:
    if place.answers["begin"] == "skip" or turn.person.trial:
        return turn.say(KIND, "trial-not-now")
    return _unless_quiet(turn) or _begin(turn, place.answers["question"])


def _begin(turn: Turn, question: str) -> Turn:
    entry = turn.person.turn
    turn = turn.knowing(trial=Trial(entry, question, turn.today, draw(f"{turn.person.id} {entry}")))
    turn = turn.doing(Record(Experiment(entry, turn.today, question, FIRST)))
    turn = _next_evening(turn)
    is_late = turn.here.time() >= _told_at(turn)
    day = spoken.day(turn, turn.today + timedelta(days=is_late))
    return turn.say(KIND, "trial-begun", day=day, clock=clock(_told_at(turn)), **_words(turn, question))


def _next_evening(turn: Turn) -> Turn:
    due = next_occurrence(turn.now, _told_at(turn), EVERY_DAY, turn.person.settings.zone)
    return turn.doing(SetTimer(EVENING, due)) if due else turn


def _told_at(turn: Turn) -> time:
    """Eight in the evening, or a while after a check-in that comes later or at night, an hour that they chose.

    So the sleep between two check-ins is what follows the evening, whenever they sleep. Where a while after would be
    another day, it is a while before.
    """
    theirs = turn.person.settings.check_in_time
    after, before = (_moved(theirs, by) for by in (AFTER_CHECK_IN, -AFTER_CHECK_IN))
    if theirs >= NIGHT_ENDS and theirs < after <= TOLD_AT:
        return TOLD_AT
    return after if theirs < after else before


def _moved(at: time, by: timedelta) -> time:
    return (datetime.combine(date.min, at) + A_DAY + by).time()


# Evening by evening


def due(turn: Turn, due_at: datetime) -> Turn:
    """An evening has come; whether it counts is decided before anyone knows what was drawn for it."""
    trial = turn.person.trial
    if trial is None:
        return turn
    turn = _next_evening(turn)
    is_ignored = check_in.is_unanswered_today(turn) or not may_speak_unasked(turn)
    if is_ignored or _is_too_late(turn, due_at) or ordinary.is_hard_time(turn):
        return turn
    if turn.waiting:
        return _a_little_later(turn)
    return turn.doing(Recall(DUE, trial.began_on))


def _a_little_later(turn: Turn) -> Turn:
    """As long as the day lasts."""
    again = turn.now + AGAIN
    is_same_day = local(again, turn.person.settings.zone).date() == turn.today
    return turn.doing(SetTimer(EVENING, again)) if is_same_day else turn


def _is_too_late(turn: Turn, due_at: datetime) -> bool:
    """Long after the hour or on another day, or in the night for someone who did not choose an hour of the night."""
    zone = turn.person.settings.zone
    hour = moment_of(turn.today, _told_at(turn), zone)
    is_another_day = local(due_at, zone).date() != turn.today
    is_night = is_quiet(turn.now, zone) and not is_quiet(hour, zone)
    return turn.now - min(due_at, hour) > GONE or is_another_day or is_night


def evening(turn: Turn, records: Records) -> Turn:
    """The numbers told since are put beside their evenings; then it ends, or tonight is told."""
    trial = turn.person.trial
    if trial is None:
        return turn
    turn, days = _with_outcomes(replace(turn, expires_at=turn.now + GONE), trial, records)
    if _is_over(turn, trial, days):
        turn = _ask_before_the_end(turn, trial, days) or _conclude(turn, trial, days)
    elif _is_followed_by_a_check_in(turn):
        turn = _tonight(turn, trial, days)
    return turn.because("trial-why")


def _with_outcomes(turn: Turn, trial: Trial, records: Records) -> tuple[Turn, list[ExperimentDay]]:
    """The evenings told so far, in order, with what the check-in of the day after says, kept with each."""
    rated = signals_of(records)[SUBJECTS[trial.question].signal]
    days = []
    for day in (one for one in records.experiment_days if one.experiment == trial.entry):
        value = rated.get(day.local_date + timedelta(days=1))
        if value != day.outcome:
            turn = turn.doing(Amend(ExperimentDay, day.entry, {"outcome": value}))
        days.append(replace(day, outcome=value))
    return turn, days


def _is_over(turn: Turn, trial: Trial, days: Sequence[ExperimentDay]) -> bool:
    """After the planned evenings when enough of them count, else after all that were drawn, or after two months."""
    if turn.today - trial.began_on > LONGEST or len(days) >= len(trial.drawn):
        return True
    return len(days) == FIRST and is_enough(days)


def _is_followed_by_a_check_in(turn: Turn) -> bool:
    """Whether tomorrow will say how it was; someone without check-in days may tell it any day."""
    days = turn.person.settings.check_in_days
    return not days or (turn.today + timedelta(days=1)).weekday() in days


def _tonight(turn: Turn, trial: Trial, days: Sequence[ExperimentDay]) -> Turn:
    condition = trial.drawn[len(days)]
    if days and days[-1].local_date == turn.today:
        return turn
    entry = turn.person.turn
    turn = turn.doing(Record(ExperimentDay(entry, turn.today, trial.entry, condition)))
    if len(days) == FIRST:
        turn = turn.say(KIND, "trial-goes-on")
    turn = turn.say(KIND, "trial-tonight", condition=condition, **_words(turn, trial.question))
    last = _unasked(turn, days)
    return _ask_kept(turn, trial, last, ends="no") if last else turn


def _unasked(turn: Turn, days: Sequence[ExperimentDay]) -> ExperimentDay | None:
    """The newest evening, if nobody knows yet how it went. One long ago is not asked about, nor anything just before
    a check-in that comes later tonight."""
    last = days[-1] if days else None
    if last is None or last.kept is not None or turn.person.settings.check_in_time > _told_at(turn):
        return None
    return last if turn.today - last.local_date <= timedelta(days=3) else None


def _ask_kept(turn: Turn, trial: Trial, day: ExperimentDay, *, ends: str) -> Turn:
    known = {"entry": day.entry, "condition": day.condition, "day": spoken.day(turn, day.local_date), "ends": ends}
    return walk.open_script(turn, "trial_kept", **known, **_words(turn, trial.question))


def _kept_told(turn: Turn, place: Place) -> Turn:
    kept = place.answers["kept"]
    turn = turn.doing(Amend(ExperimentDay, place.answers["entry"], {"kept": kept == "yes"}))
    trial = turn.person.trial
    if place.answers["ends"] == "yes" and trial:
        purpose = LAST_AS_DRAWN if kept == "yes" else LAST_OTHERWISE
        return turn.say(KIND, "trial-kept-last", condition=kept).doing(Recall(purpose, trial.began_on))
    return turn.say(KIND, f"trial-kept-noted-{kept}")


def put_right_yes(turn: Turn, words: str) -> Turn | None:
    """ "It went as drawn", of the newest evening; `None` when no experiment is on."""
    trial = turn.person.trial
    return walk.close(turn, "trial_kept").doing(Recall(PUT_RIGHT_YES, trial.began_on)) if trial else None


def put_right_no(turn: Turn, words: str) -> Turn | None:
    trial = turn.person.trial
    return walk.close(turn, "trial_kept").doing(Recall(PUT_RIGHT_NO, trial.began_on)) if trial else None


def went_as_drawn(turn: Turn, records: Records) -> Turn:
    return _put_right(turn, records, "yes")


def went_otherwise(turn: Turn, records: Records) -> Turn:
    return _put_right(turn, records, "no")


def _put_right(turn: Turn, records: Records, kept: Literal["yes", "no"]) -> Turn:
    """The newest evening that is over."""
    trial = turn.person.trial
    over = [day for day in records.experiment_days if trial and day.experiment == trial.entry]
    over = [day for day in over if day.local_date < turn.today]
    if not over:
        return turn.say(KIND, "trial-nothing-to-put-right")
    turn = turn.doing(Amend(ExperimentDay, over[-1].entry, {"kept": kept == "yes"}))
    return turn.say(KIND, f"trial-kept-noted-{kept}")


# The end


def _ask_before_the_end(turn: Turn, trial: Trial, days: Sequence[ExperimentDay]) -> Turn | None:
    """Last evening is asked about before it is told what came out; unanswered for a day, it is told all the same."""
    last = _unasked(turn, days)
    if last is None or last.local_date < turn.today - timedelta(days=1):
        return None
    return _ask_kept(turn.say(KIND, "trial-last-question"), trial, last, ends="yes")


def last_went_as_drawn(turn: Turn, records: Records) -> Turn:
    return _concluded(turn, records, kept=True)


def last_went_otherwise(turn: Turn, records: Records) -> Turn:
    return _concluded(turn, records, kept=False)


def _concluded(turn: Turn, records: Records, *, kept: bool) -> Turn:
    """The last evening's answer is of this very turn, and not in the records yet."""
    trial = turn.person.trial
    if trial is None:
        return turn
    turn, days = _with_outcomes(turn, trial, records)
    return _conclude(turn, trial, [*days[:-1], *(replace(day, kept=kept) for day in days[-1:])])


def _conclude(turn: Turn, trial: Trial, days: Sequence[ExperimentDay]) -> Turn:
    """Yes, no or cannot tell yet, in words and in a picture."""
    found = outcome(days, lower_is_better=SUBJECTS[trial.question].lower_is_better)
    turn = _ended(walk.close(turn, "trial_kept"), found.answer)
    words = _words(turn, trial.question)
    if not (found.with_ and found.without):
        return turn.say(KIND, "trial-unclear-few", **words)
    message = f"trial-{found.answer}" if found.has_enough else "trial-unclear-few"
    turn = turn.say(KIND, message, **words, **_figures(turn, found, days))
    shown: dict[str, Any] = {"with": _listed(turn, found.with_), "without": _listed(turn, found.without)}
    return turn.say(KIND, "trial-picture", attachment=_picture(turn, found, words), **shown)


def _figures(turn: Turn, found: Outcome, days: Sequence[ExperimentDay]) -> dict[str, Any]:
    with_, without = found.means
    return {
        "more": spoken.number(turn, f"{with_:.1f}"),
        "less": spoken.number(turn, f"{without:.1f}"),
        "more_days": len(found.with_),
        "less_days": len(found.without),
        "kept": sum(day.kept is True for day in days),
        "count": len(days),
    }


def _listed(turn: Turn, values: Sequence[float]) -> str:
    return spoken.in_a_row(turn, [spoken.score(turn, value) for value in values])


def _picture(turn: Turn, found: Outcome, words: Mapping[str, Any]) -> TrialPicture:
    said = {
        word: turn.label("trial-drawing", word, **words) for word in ("title", "with", "without", "middle", "scale")
    }
    return TrialPicture(
        said["title"],
        said["scale"],
        said["with"],
        said["without"],
        said["middle"],
        found.with_,
        found.without,
        turn.person.settings.dark_pictures,
    )


def _ended(turn: Turn, answer: str) -> Turn:
    trial = turn.person.trial
    if trial is None:
        return turn
    turn = turn.knowing(trial=None).doing(DropTimer(EVENING))
    return turn.doing(Amend(Experiment, trial.entry, {"answer": answer, "ended_on": turn.today}))


def running(turn: Turn, records: Records) -> Turn:
    """How far the experiment is, and a way out of it."""
    trial = turn.person.trial
    if trial is None:
        return turn
    told = [day for day in records.experiment_days if day.experiment == trial.entry]
    known: dict[str, Any] = {"count": len(told), "planned": FIRST if len(told) <= FIRST else len(trial.drawn)}
    is_tonight = bool(told) and told[-1].local_date == turn.today
    known["condition"] = told[-1].condition if is_tonight else "none"
    return walk.open_script(turn, "trial_running", **known, **_words(turn, trial.question))


def _choice_made(turn: Turn, place: Place) -> Turn:
    return end(turn) if place.answers["choice"] == "end" else turn.say(KIND, "trial-kept-on")


def end(turn: Turn, words: str = "") -> Turn:
    """They want no more of it."""
    if turn.person.trial is None:
        return turn.say(KIND, "trial-none", options=turn.commands("experiment"))
    return _without_questions(_ended(turn, "unclear")).say(KIND, "trial-put-away")


def put_away(turn: Turn) -> Turn:
    """A flare, a pause, a hold, or nobody there: the experiment ends. In danger and after a stop nothing is said of it;
    help and quiet come first."""
    person = turn.person
    if person.trial is None or (may_prompt(turn) and not person.flare):
        return turn
    turn = _without_questions(_ended(turn, "unclear"))
    is_told = turn.has_spoken and not (person.hold or person.stopped or person.away)
    return turn.say(KIND, "trial-put-away") if is_told else turn


def _without_questions(turn: Turn) -> Turn:
    for script in ("trial_kept", "trial_running"):
        turn = walk.close(turn, script)
    return turn.doing(CancelScheduled((KIND,)))


PARTS = {
    "trial_choose": Part(_chosen),
    "trial_begin": Part(_begun),
    "trial_kept": Part(_kept_told),
    "trial_running": Part(_choice_made),
}
