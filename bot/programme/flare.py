"""A flare: one word or one tap quiets everything, and the person's own plan for such a day is read back.

A flare is "a worsening of your condition that lasts from hours to weeks, that is difficult to tolerate and generally
impacts your usual activities and/or emotions" (Costa 2019, J Pain 20:1267): so the person says when it is one, no score
does. While it is on nothing challenging comes and nothing is praised. Whether anything is new is asked, since new or
changed is what needs checking (Finucane 2020, JOSPT 50:350); in doubt it counts as new.
"""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from bot.conversation import walk
from bot.conversation.calendar import local
from bot.conversation.effects import Amend, CancelScheduled, DropTimer, Record
from bot.conversation.person import FlarePlan, InFlare, Place
from bot.conversation.records import Flare, Records
from bot.conversation.turn import Turn
from bot.programme import safety, spoken
from bot.programme.names import plain_words
from bot.programme.parts import Part
from bot.programme.plan import FOLLOW_UP
from bot.progress import pacing
from bot.understanding.safety import Heard

KIND = "flare"
IS_IT_NEW = "flare_new"
YES_ASKED_BACK = "yes_asked_back"  # with the question: that a bare yes was asked back
STEPS_OF_PLAN = ("helps", "tell", "half")
FIRST_LETTER = timedelta(days=7)  # one line in place of the first letter, silence in place of the others
SMALL_AGAIN = timedelta(days=7)  # so long after a flare steps are small
NO_STEPS = timedelta(days=1)  # so long after a flare there are none


def is_on(turn: Turn) -> bool:
    """Whether a flare is on: then nothing challenges, asks or praises."""
    return turn.person.flare is not None


def is_just_over(records: Records, today: date) -> bool:
    """Whether a flare ended in the last days."""
    ends = [flare.ended_on for flare in records.flares if flare.ended_on is not None]
    return any(today - end < SMALL_AGAIN for end in ends)


# It begins


def begin(turn: Turn, words: str = "") -> Turn:
    """The person calls it a flare: open questions and what is scheduled give way, and their plan is read back."""
    if turn.person.hold:
        return safety.still_here(turn)
    if is_on(turn):
        return _still_on(turn)
    entry = turn.person.turn
    turn = turn.knowing(flare=InFlare(entry, turn.now), agenda=_breath_under_way(turn), trying=None)
    turn = turn.doing(CancelScheduled(), DropTimer(FOLLOW_UP), Record(Flare(entry, turn.today, turn.now)))
    return _is_anything_new(_plan_read_back(turn.say(KIND, "flare-on")))


def _breath_under_way(turn: Turn) -> tuple[Place, ...]:
    scripts = turn.library.scripts
    return tuple(place for place in turn.person.agenda if scripts[place.script].kind == "breathing")


def _still_on(turn: Turn) -> Turn:
    return _is_anything_new(_plan_read_back(turn.say(KIND, "flare-still-on", since=_since(turn))))


def _since(turn: Turn) -> str:
    """The day on which it began, in words."""
    began = turn.person.flare.since if turn.person.flare else turn.now
    day = local(began, turn.person.settings.zone).date()
    said = spoken.day(turn, day)
    return said if turn.today - day <= timedelta(days=1) else turn.label("days", "on", days=said)


def _is_anything_new(turn: Turn) -> Turn:
    return walk.open_script(turn, IS_IT_NEW, **safety.numbers(turn))


def offer(turn: Turn) -> Turn:
    """What they wrote sounds like a flare: only their yes makes it one."""
    if is_on(turn):
        options = turn.commands("breathe", "flare_over")
        return turn.say(KIND, "flare-still-on", since=_since(turn), options=options)
    return walk.open_script(turn, "flare_offer")


def _offer_answered(turn: Turn, place: Place) -> Turn:
    if place.answers["call"] == "yes":
        return begin(turn)
    return turn.say(KIND, "flare-not", options=turn.commands("breathe", "checkin"))


# Is anything new?


def _new_answered(turn: Turn, place: Place) -> Turn:
    match place.answers["new"]:
        case "new":
            return _something_is_new(turn)
        case "over":
            return over(turn)
        case _:
            return turn.say(KIND, "flare-known", options=turn.commands("breathe", "flare_over"))


def _something_is_new(turn: Turn) -> Turn:
    """The answer to an urgent red flag, with whom to call."""
    return safety.answer(turn, Heard("red_flag_urgent", language=turn.language))


def _in_words(turn: Turn, text: str) -> Turn | None:
    """An answer in other words than the buttons': a clear no is one, anything new is told whom to call."""
    question = walk.current(turn)
    if question is None or not question.waits(turn) or turn.reader.value(text) is not None:
        return None
    said = plain_words(text).split()
    first = said[0] if said else ""
    if first in _words(turn, "no") and not _words(turn, "but").intersection(said):
        return _new_answered(walk.close(turn, IS_IT_NEW), Place(IS_IT_NEW, "new", 0, turn.now, {"new": "known"}))
    if _is_a_bare_yes(turn, text):
        return _yes_to_what(turn, question.place)
    if first in _words(turn, "yes") or _words(turn, "new").intersection(said):
        return _something_is_new(turn)
    return _not_understood(turn, question.place, said)


def _is_a_bare_yes(turn: Turn, text: str) -> bool:
    said = plain_words(text).split()
    is_about_flares = _words(turn, "yes").union(_words(turn, "flare")).issuperset(said)
    begins_with_yes = bool(_words(turn, "yes").intersection(said[:1]))
    return bool(turn.reader.tongues(text, "yes")) or (is_about_flares and begins_with_yes)


def _yes_to_what(turn: Turn, place: Place) -> Turn:
    """A bare yes may mean the flare itself: asked back once; in doubt it counts as new."""
    if YES_ASKED_BACK in place.answers:
        return _something_is_new(turn)
    asked = turn.pushed(replace(place, answers=place.answers | {YES_ASKED_BACK: "yes"}))
    return walk.ask(asked, "flare-new-yes")


def _not_understood(turn: Turn, place: Place, said: list[str]) -> Turn:
    """Whom to call, once; after that, or asked for their plan, the plan is read back and the question let go."""
    if not place.unclear and not _words(turn, "plan").intersection(said):
        return walk.ask(turn.pushed(replace(place, unclear=1)), "flare-new-heard")
    let_go = _plan_read_back(walk.close(turn, IS_IT_NEW))
    return let_go.say(KIND, "flare-new-let-go", options=turn.commands("breathe", "flare_over"))


def _words(turn: Turn, name: str) -> set[str]:
    return {plain_words(word) for word in turn.label("flare-new-words", f"{name}-said").split("|")}


# While it is on


def no_steps(turn: Turn) -> Turn:
    """They ask for a step, or tell of one."""
    return turn.say(KIND, "flare-no-steps", options=turn.commands("breathe", "flare_over"))


def noted(turn: Turn, pain: float) -> Turn:
    """A number was told: that is the whole check-in."""
    options = turn.commands("breathe", "flare_over")
    return turn.say(KIND, "flare-check-in-noted", pain=spoken.score(turn, pain), options=options)


def letter(turn: Turn) -> Turn:
    """One low-key line in place of the first letter, and nothing in place of the others."""
    flare = turn.person.flare
    if flare is None or turn.now - flare.since >= FIRST_LETTER:
        return turn
    return turn.say(KIND, "flare-letter")


# It is over


def over(turn: Turn, words: str = "") -> Turn:
    """The flare has eased: back at half to seven tenths of what was done before, and nothing to catch up."""
    if turn.person.hold:
        return safety.still_here(turn)
    on = turn.person.flare
    if on is None:
        return turn.say(KIND, "flare-none", options=turn.commands("flare"))
    until = max(turn.now + NO_STEPS, turn.person.no_challenges_until or turn.now)
    told = walk.close(turn, IS_IT_NEW).say(KIND, "flare-over", since=_since(turn))
    told = told.knowing(flare=None, no_challenges_until=until)
    told = told.doing(Amend(Flare, on.entry, {"ended_on": turn.today}))
    return _back_to_pace(_plan_for_the_next(told))


def _plan_for_the_next(turn: Turn) -> Turn:
    if turn.person.flare_plan is not None:
        return turn
    return turn.say(KIND, "flare-over-no-plan", options=turn.commands("flare_plan"))


def _back_to_pace(turn: Turn) -> Turn:
    """A lower place to begin again, where they have a goal they pace; offered, not imposed."""
    paced = turn.person.pacing
    if paced is None or paced.goal is None:
        return turn
    lower = pacing.after_flare(paced.goal, paced.unit)
    said = {name: spoken.amount(turn, value, paced.unit) for name, value in (("goal", paced.goal), ("lower", lower))}
    return walk.open_script(turn, "pace_return", to=lower, **said)


def it_is_over(turn: Turn, words: str = "") -> Turn | None:
    """ "I think it's over", which means the flare only while one is on."""
    return over(turn) if is_on(turn) else None


# The plan


def plan(turn: Turn, words: str = "") -> Turn:
    """Write the plan for a flare, or see it and change it."""
    if turn.person.hold:
        return safety.still_here(turn)
    kept = turn.person.flare_plan
    if kept is None:
        return walk.open_script(turn, "flare_plan")
    return walk.open_script(turn, "flare_plan_kept", plan=_in_lines(turn, kept))


def _in_lines(turn: Turn, kept: FlarePlan) -> str:
    parts = {name: getattr(kept, name) for name in STEPS_OF_PLAN}
    return "\n".join(turn.label("flare-plan-lines", name, words=words) for name, words in parts.items() if words)


def _plan_read_back(turn: Turn) -> Turn:
    kept = turn.person.flare_plan
    return turn if kept is None else turn.say(KIND, "flare-plan-read", plan=_in_lines(turn, kept))


def _part_told(turn: Turn, step: str, value: Any) -> Turn:
    """Each part is kept as it is told, so that leaving halfway loses nothing."""
    if value == "leave":
        return _plan_told(walk.close(turn, "flare_plan"))
    if value == "skip":
        return turn
    kept = turn.person.flare_plan or FlarePlan(turn.today)
    return turn.knowing(flare_plan=replace(kept, written_on=turn.today, **{step: value}))


def _plan_ended(turn: Turn, place: Place) -> Turn:
    return _plan_told(turn)


def _plan_told(turn: Turn) -> Turn:
    kept = turn.person.flare_plan
    if kept is None:
        return turn.say(KIND, "flare-plan-empty")
    return turn.say(KIND, "flare-plan-saved", plan=_in_lines(turn, kept))


def _kept_answered(turn: Turn, place: Place) -> Turn:
    match place.answers["what"]:
        case "change":
            return walk.open_script(turn, "flare_plan")
        case "remove":
            return turn.knowing(flare_plan=None).say(KIND, "flare-plan-removed")
        case _:
            return turn.say(KIND, "flare-plan-stays")


PARTS = {
    IS_IT_NEW: Part(_new_answered, unclear=_in_words),
    "flare_offer": Part(_offer_answered),
    "flare_plan": Part(_plan_ended, answered=_part_told),
    "flare_plan_kept": Part(_kept_answered),
}
