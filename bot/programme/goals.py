"""What matters to a person: something they would like to do more of, despite the pain, in their own words.

A goal has a first step that is small enough: how sure they are of it is asked, 0 to 10, and below 7 the step is made
smaller with them (the confidence ruler of motivational interviewing, Miller and Rollnick). It is looked at together
every second week. Guidelines ask for a plan built on what matters to the person (NICE NG193). The question for a first
goal comes once, unasked, in the first week; whoever leaves it is not asked again.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from bot.conversation import walk
from bot.conversation.calendar import local
from bot.conversation.effects import Amend, Recall, Record, SetTimer
from bot.conversation.person import Aim, Place
from bot.conversation.records import Goal, GoalState, Records
from bot.conversation.turn import Turn
from bot.programme import check_in, ordinary, spoken
from bot.programme.names import as_typed
from bot.programme.parts import Part
from bot.programme.plan import FIRST_ASKED, GOAL, LAST_ASKED, REVIEWED_AFTER, has_peg_today, plan_one

KIND = "goals"
LIST = "goals"  # why the records are recalled
SURE = 7  # of 10; a step they are less sure of is made smaller
LONGEST = 200  # characters of a goal or step
WAITS, GONE = timedelta(hours=1), timedelta(hours=4)
SHOWN = 7  # goals in a list
LETTERS = re.compile(r"[^\W\d_]{2}")
MORE_THAN_A_WORD = 2  # words


def due(turn: Turn, due_at: datetime) -> Turn:
    """The time has come to ask for a first goal or to look at the one there is; whether the day allows it is decided
    here. A day that does not is let go, as is one of the weekly questions: one extra thing a day is enough."""
    if not _is_time(turn) or has_peg_today(turn):
        return plan_one(turn, GOAL)
    if not ordinary.has_room(turn):
        later = turn.now + WAITS
        is_same_day = local(later, turn.person.settings.zone).date() == turn.today
        return turn.doing(SetTimer(GOAL, later)) if is_same_day else plan_one(turn, GOAL)
    turn = replace(turn, expires_at=turn.now + GONE)
    return plan_one(_review(turn) if turn.person.aim else _ask_once(turn), GOAL)


def _is_time(turn: Turn) -> bool:
    person = turn.person
    if person.aim is not None:
        return person.aim.reviewed_on is None or turn.today - person.aim.reviewed_on >= REVIEWED_AFTER
    if person.goal_asked_on is not None or person.consented_at is None or person.trial is not None:
        return False  # one new thing at a time
    came = local(person.consented_at, person.settings.zone).date()
    return came + FIRST_ASKED <= turn.today <= came + LAST_ASKED


def _ask_once(turn: Turn) -> Turn:
    turn = turn.because("goal-first-why").knowing(goal_asked_on=turn.today)
    return _ask_for_goal(turn, "goal-first")


def _review(turn: Turn) -> Turn:
    taken = _not_offered(turn.person.aim)
    return _looked_at(walk.open_script(turn.because("goal-review-why"), "goal_review", taken=taken))


def _looked_at(turn: Turn) -> Turn:
    aim = turn.person.aim
    return plan_one(turn.knowing(aim=replace(aim, reviewed_on=turn.today)), GOAL) if aim else turn


# The words of a goal


def goal(turn: Turn, words: str) -> Turn:
    """/goal: a new one in these words; without words the one there is, or the question for one."""
    if turn.person.hold:
        return turn.say(KIND, "nudge-not-now", options=turn.commands("breathe", "help"))
    if words:
        return _kept(turn, words) if len(words) <= LONGEST else _ask_for_goal(turn, "unclear-text")
    return _show(turn) if turn.person.aim else _ask_for_goal(turn)


def told(turn: Turn, text: str, rest: str) -> Turn:
    """ "My goal is to walk to the market": `rest` is what it is in plain letters, `text` all that was typed."""
    return goal(turn, as_typed(text, rest) if rest else "")


def edit(turn: Turn, text: str, rest: str) -> Turn:
    """ "Change my goal to reading": other words for the same goal, or a question for them."""
    if turn.person.aim is None:
        return told(turn, text, rest)
    return _edited(turn, as_typed(text, rest)) if rest else _ask_for_goal(turn, "goal-other-words", edits=True)


def _ask_for_goal(turn: Turn, message: str | None = None, **known: Any) -> Turn:
    return walk.ask(turn.pushed(Place("goal_words", "words", turn.person.turn, turn.now, known)), message)


def _words_told(turn: Turn, place: Place) -> Turn:
    words = place.answers["words"]
    if words == "not_now":
        return turn.say(KIND, "goal-not-now")
    return _edited(turn, words) if place.answers.get("edits") else _kept(turn, words)


def _kept(turn: Turn, words: str) -> Turn:
    """Keep a new goal, and ask for a first step; the goal there was is parked."""
    earlier, entry = turn.person.aim, turn.person.turn
    if earlier is not None:
        turn = _end(turn, "parked").say(KIND, "goal-earlier-parked", earlier=earlier.words)
    turn = turn.doing(Record(Goal(entry, turn.today, words)))
    turn = turn.knowing(aim=Aim(entry, words, reviewed_on=turn.today), goal_asked_on=turn.today)
    return _ask_for_step(plan_one(turn, GOAL).say(KIND, "goal-kept", words=words))


def _edited(turn: Turn, words: str) -> Turn:
    aim = turn.person.aim
    if aim is None:
        return _kept(turn, words)
    if len(words) > LONGEST:
        return _ask_for_goal(turn, "unclear-text", edits=True)
    return _amended(turn, aim, words=words).say(KIND, "goal-edited", words=words)


def _amended(turn: Turn, aim: Aim, **changes: Any) -> Turn:
    return turn.knowing(aim=replace(aim, **changes)).doing(Amend(Goal, aim.entry, changes))


def _perhaps_a_goal(turn: Turn, text: str) -> Turn | None:
    """Words that come long after the question for a goal may answer it still: they are asked about."""
    question, words = walk.current(turn), text.strip()
    if question is None or question.waits(turn):
        return too_long(turn, text)
    is_question = turn.reader.asks(words)
    if is_question or len(words) > LONGEST or len(words.split()) < MORE_THAN_A_WORD or not LETTERS.search(words):
        return None
    known = {"words": words} | {name: value for name, value in question.place.answers.items() if name == "edits"}
    return walk.open_script(walk.close(turn, "goal_words"), "goal_meant", **known)


def too_long(turn: Turn, text: str) -> Turn | None:
    """More words than the open question can keep: nothing of them is, and they are asked for fewer."""
    question = walk.current(turn)
    is_long = question is not None and len(text.strip()) > question.step.limit and question.waits(turn)
    return walk.ask(turn, "unclear-text") if is_long else None


def _meant(turn: Turn, place: Place) -> Turn:
    if place.answers["keep"] == "no":
        return turn.say(KIND, "goal-not-meant")
    return _words_told(turn, place)


# The first step, and how sure they are of it


def _ask_for_step(turn: Turn) -> Turn:
    return walk.open_script(turn, "goal_step")


def _step_told(turn: Turn, place: Place) -> Turn:
    step = place.answers["step"]
    if step == "not_now":
        return turn.say(KIND, "goal-without-step")
    return _with_step(turn, step, [])


def _with_step(turn: Turn, step: str, made_smaller: Sequence[str]) -> Turn:
    """Keep a first step, and ask how sure they are of it; `made_smaller` are the ways it was made smaller already."""
    aim = turn.person.aim
    if aim is None:
        return goal(turn, "")
    turn = _amended(turn, replace(aim, step_done=False), step=step, confidence=None)
    return walk.open_script(turn, "goal_sure", step=step, taken=list(made_smaller))


def _sure_told(turn: Turn, place: Place) -> Turn:
    aim, sure = turn.person.aim, place.answers["sure"]
    if aim is None or sure == "skip":
        return _step_kept(turn)
    turn = _amended(turn, aim, confidence=sure)
    if sure >= SURE:
        return _step_kept(turn)
    known = {"was": place.answers["step"], "taken": place.answers["taken"]}
    return walk.open_script(turn, "goal_smaller", sure=spoken.score(turn, sure), **known)


def _made_smaller(turn: Turn, place: Place) -> Turn:
    way, step, taken = place.answers["step"], place.answers["was"], place.answers["taken"]
    if way == "keep":
        return _step_kept(turn)
    if way not in turn.library.scripts["goal_smaller"].steps[0].options:
        return _with_step(turn, way, taken)
    smaller = turn.words("goal-step-smaller", step=step, way=turn.label("goal-ways", way))
    return _with_step(turn, smaller, [*taken, way])


def _step_kept(turn: Turn) -> Turn:
    aim = turn.person.aim
    return turn.say(KIND, "goal-step-kept", **_shown(turn, aim)) if aim else turn.say(KIND, "goal-none")


# Looking at it


def _shown(turn: Turn, aim: Aim) -> dict[str, Any]:
    return {
        "words": aim.words,
        "step": aim.step or "",
        "has_step": "done" if aim.step_done else "yes" if aim.step else "no",
        "sure": spoken.score(turn, aim.confidence) if aim.confidence is not None else "",
        "told_sure": "no" if aim.confidence is None else "yes",
    }


def _show(turn: Turn) -> Turn:
    aim = turn.person.aim
    return (
        walk.open_script(turn, "goal_menu", taken=_not_offered(aim), **_shown(turn, aim))
        if aim
        else _ask_for_goal(turn)
    )


def _not_offered(aim: Aim | None) -> list[str]:
    """What a menu leaves out: there may be no step to be done."""
    return [] if aim and aim.step and not aim.step_done else ["step_done"]


def _wished(turn: Turn, place: Place) -> Turn:
    """What they want with their goal, from its menu or when it was looked at together; a script may have more in it."""
    return WISHES.get(place.answers["wish"], _show)(_looked_at(turn))


def _reviewed(turn: Turn, place: Place) -> Turn:
    """They told how it goes, which is kept; leaving it is no answer."""
    aim = turn.person.aim
    if aim is not None and place.answers["wish"] != "leave":
        turn = turn.doing(Amend(Goal, aim.entry, {"reviewed_on": turn.today}))
    return _wished(turn, place)


def step_done(turn: Turn, words: str = "") -> Turn:
    """ "I did my first step": noted with its day, quietly on a hard one."""
    aim = turn.person.aim
    if aim is None:
        return _none_open(turn)
    if aim.step is None:
        return _ask_for_step(turn)
    turn = turn.knowing(aim=replace(aim, step_done=True)).doing(Amend(Goal, aim.entry, {"step_done_on": turn.today}))
    return turn.say(KIND, "goal-step-done", step=aim.step, hard=_is_hard(turn), options=turn.commands("goal"))


def _is_hard(turn: Turn) -> str:
    return "yes" if check_in.is_bad_day(turn) or turn.person.flare else "no"


def answered_late(turn: Turn, button: walk.Pressed) -> Turn | None:
    """The button of a look that gave way to something else; `None` when that was another goal's."""
    aim = turn.person.aim
    is_of_it = aim is not None and aim.entry < button.turn and button.option in WISHES
    return WISHES[button.option](_looked_at(turn)) if is_of_it else None


def _left(turn: Turn) -> Turn:
    return turn.say(KIND, "goal-left")


def _going(turn: Turn) -> Turn:
    return turn.say(KIND, "goal-going")


def _smaller(turn: Turn) -> Turn:
    """The step is too big as it is."""
    aim = turn.person.aim
    if aim is None or aim.step is None:
        return _ask_for_step(turn)
    known = {"was": aim.step, "taken": []}
    return walk.ask(turn.pushed(Place("goal_smaller", "step", turn.person.turn, turn.now, known)), "goal-too-big")


def _other_words(turn: Turn) -> Turn:
    return _ask_for_goal(turn, "goal-other-words", edits=True)


def _new(turn: Turn) -> Turn:
    return _ask_for_goal(turn)


def park(turn: Turn, words: str = "") -> Turn:
    """ "Park my goal": it rests, and can be taken up again."""
    aim = turn.person.aim
    if aim is None:
        return _none_open(turn)
    return _end(turn, "parked").say(KIND, "goal-parked", words=aim.words, options=turn.commands("goals"))


def reached(turn: Turn, words: str = "") -> Turn:
    """ "I reached my goal": what they did is honoured, quietly on a hard day."""
    aim = turn.person.aim
    if aim is None:
        return _none_open(turn)
    said: dict[str, Any] = {"words": aim.words, "hard": _is_hard(turn)}
    return _end(turn, "finished").say(KIND, "goal-reached", options=turn.commands("goal"), **said)


def _none_open(turn: Turn) -> Turn:
    return turn.say(KIND, "goal-none", options=turn.commands("goal", "goals"))


def _end(turn: Turn, state: GoalState) -> Turn:
    aim = turn.person.aim
    if aim is None:
        return turn
    for script in ("goal_menu", "goal_review", "goal_step", "goal_sure", "goal_smaller"):
        turn = walk.close(turn, script)
    turn = turn.doing(Amend(Goal, aim.entry, {"state": state, "ended_on": turn.today}))
    return plan_one(turn.knowing(aim=None), GOAL)


# All of them


def goals(turn: Turn, words: str) -> Turn:
    """/goals: every goal there was."""
    since = turn.person.consented_at or turn.now
    return turn.doing(Recall(LIST, since.date() - timedelta(days=1)))


def shown(turn: Turn, records: Records) -> Turn:
    """The goals, the newest first; the number of one that rests takes it up again."""
    newest = records.goals[: -SHOWN - 1 : -1]
    if not newest:
        return _ask_for_goal(turn)
    lines = [_line(turn, number, one) for number, one in enumerate(newest, 1)]
    resting = {str(number): one for number, one in enumerate(newest, 1) if one.state == "parked"}
    known = {
        walk.CHOICES: [[number, number] for number in resting],
        "resting": {number: [one.entry, one.words, one.step, one.confidence] for number, one in resting.items()},
        "goals": "\n".join(lines),
        "parked": len(resting),
    }
    return walk.open_script(turn, "goal_list", **known)


def _line(turn: Turn, number: int, one: Goal) -> str:
    day = spoken.day(turn, one.ended_on) if one.ended_on else ""
    return turn.words("goal-line", number=number, words=one.words, state=one.state, day=day)


def _chosen(turn: Turn, place: Place) -> Turn:
    which = place.answers["which"]
    if which in ("new", "leave"):
        return _new(turn) if which == "new" else _left(turn)
    entry, words, step, confidence = place.answers["resting"][which]
    earlier = turn.person.aim
    if earlier is not None:
        turn = _end(turn, "parked").say(KIND, "goal-earlier-parked", earlier=earlier.words)
    turn = turn.doing(Amend(Goal, entry, {"state": "open", "ended_on": None}))
    turn = plan_one(turn.knowing(aim=Aim(entry, words, step, confidence, turn.today)), GOAL)
    return _show(turn.say(KIND, "goal-taken-up"))


WISHES: Mapping[str, Callable[[Turn], Turn]] = {
    "going": _going,
    "smaller": _smaller,
    "show": _show,
    "step_done": step_done,
    "step": _ask_for_step,
    "edit": _other_words,
    "reached": reached,
    "park": park,
    "new": _new,
    "leave": _left,
}
PARTS = {
    "goal_words": Part(_words_told, unclear=_perhaps_a_goal),
    "goal_meant": Part(_meant),
    "goal_step": Part(_step_told, unclear=too_long),
    "goal_sure": Part(_sure_told),
    "goal_smaller": Part(_made_smaller, unclear=too_long),
    "goal_menu": Part(_wished),
    "goal_review": Part(_reviewed),
    "goal_list": Part(_chosen),
}
