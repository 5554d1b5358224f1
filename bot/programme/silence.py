"""Silence as information: who does not answer is asked less, then left in peace, and never scolded.

After three ignored check-ins in a row the next one offers fewer, after seven they come half as often, which is said
once, after fourteen one last message says that it will be quiet. Whatever the person does ends the silence, and the
rhythm they had chosen comes back. A missing answer is no score and no alarm (docs/programme.md, "Silence";
Ono 2019, JMIR 21:e11398: diaries are answered less with time, whatever the pain).
"""

from dataclasses import replace
from datetime import time, timedelta

from bot.conversation import walk
from bot.conversation.calendar import clock, is_quiet, local, moment_of
from bot.conversation.effects import Erase, Option, Recall, Say
from bot.conversation.person import EVERY_DAY, Person, Place
from bot.conversation.records import Records
from bot.conversation.turn import Turn
from bot.programme import spoken
from bot.programme.parts import Part
from bot.programme.plan import FEWER, HALF, REST, may_prompt, plan
from bot.progress.hour import minutes, usual_hour

KIND = "check_in"
HOURS = "hours"  # why the records are recalled
EVERY_OTHER = (0, 2, 4, 6)
MOST_OF_THE_WEEK = 5  # days, of which every other one is left
LOOKING_BACK = timedelta(days=13)
FAR = 90  # minutes between the chosen hour and the one they answer at
NOT_AGAIN = timedelta(weeks=8)  # after another hour was offered


# Asking less


def is_long(turn: Turn) -> bool:
    """Whether so much that came unasked had no answer that no step is offered either."""
    return turn.person.silence.unasked >= FEWER


def is_at_its_end(turn: Turn) -> bool:
    """Whether the last message is due instead of another check-in."""
    return turn.person.silence.ignored >= REST


def message(turn: Turn) -> str:
    """The Fluent id of the check-in's words."""
    return {FEWER: "check-in-fewer", HALF: "check-in-half"}.get(turn.person.silence.ignored, "check-in-daily")


def choices(turn: Turn) -> tuple[Option, ...]:
    """The buttons for fewer, with the check-in that offers them."""
    return _fewer(turn) if turn.person.silence.ignored == FEWER else ()


def _fewer(turn: Turn) -> tuple[Option, ...]:
    """Whatever is less than what they have."""
    count = len(turn.person.settings.check_in_days)
    names = (["every_other_day"] if count >= MOST_OF_THE_WEEK else []) + (["weekly"] if count > 1 else [])
    return turn.commands(*names, "pause")


def one_more(turn: Turn) -> Turn:
    """A check-in was asked; until the person is heard it counts as ignored."""
    theirs, ignored = turn.person.settings, turn.person.silence.ignored
    less = "offered" if ignored == FEWER else "half" if ignored >= HALF else "no"
    known = {"check_in_days": list(theirs.check_in_days), "check_in_time": clock(theirs.check_in_time)}
    turn = turn.knowing(silence=replace(turn.person.silence, ignored=ignored + 1))
    return turn.because("why-check-in", less=less, **known)


def go_quiet(turn: Turn) -> Turn:
    """The last message, and nothing more until they write."""
    turn = plan(turn.knowing(silence=replace(turn.person.silence, quiet=True)))
    return turn.say(KIND, "silence-quiet", options=turn.commands("checkin", "breathe")).because("why-quiet")


# Coming back


def welcome_back(turn: Turn, before: Person) -> Turn:
    """ "Good to see you.", without a word about the gap; after a long one also what comes from now on."""
    if before.silence.ignored < FEWER or not may_prompt(turn) or not _may_greet(turn):
        return turn
    had_less = before.silence.ignored > HALF and before.settings.check_in_days == turn.person.settings.check_in_days
    return _with_the_plan(turn) if had_less else _with_a_greeting(turn)


def _may_greet(turn: Turn) -> bool:
    """Not on top of a hard thing that was told, nor once everything is erased."""
    return not any(isinstance(effect, Erase) or _says_help(effect) for effect in turn.effects)


def _says_help(effect: object) -> bool:
    return isinstance(effect, Say) and effect.kind in ("crisis", "red_flag")


def _with_a_greeting(turn: Turn) -> Turn:
    """Before the first words of the answer; alone while the answer is looked up."""
    at, greeting = _first_said(turn), turn.words("silence-back")
    first = turn.effects[at] if at < len(turn.effects) else None
    if not isinstance(first, Say):
        return turn.say_text(KIND, greeting)
    if _greets(turn, first):
        return turn
    return _with(turn, at, replace(first, text=f"{greeting}\n\n{first.text}"), instead=1)


def _with_the_plan(turn: Turn) -> Turn:
    """Before the answer, or behind it when it greets already."""
    at = _first_said(turn)
    greets = any(isinstance(effect, Say) and _greets(turn, effect) for effect in turn.effects[at : at + 1])
    words = turn.words("check-in-plan" if greets else "resumed", **spoken.settings_of(turn))
    return _with(turn, at + greets, Say(KIND, words, _fewer(turn)))


def _first_said(turn: Turn) -> int:
    """Where the answer begins among the effects."""
    return next((at for at, effect in enumerate(turn.effects) if isinstance(effect, Say)), len(turn.effects))


def _greets(turn: Turn, said: Say) -> bool:
    return turn.words("silence-back").rstrip(".") in said.text


def _with(turn: Turn, at: int, said: Say, instead: int = 0) -> Turn:
    """That message in this place, of the next `instead` effects."""
    return replace(turn, effects=(*turn.effects[:at], said, *turn.effects[at + instead :]))


# Another rhythm


def every_other_day(turn: Turn, words: str = "") -> Turn:
    days = turn.person.settings.check_in_days
    return _on(turn, days[::2] if len(days) >= MOST_OF_THE_WEEK else EVERY_OTHER)


def once_a_week(turn: Turn, words: str = "") -> Turn:
    """On this day of the week, if it is one of theirs."""
    days = turn.person.settings.check_in_days
    today = turn.today.weekday()
    return _on(turn, (today if today in days or not days else days[0],))


def every_day(turn: Turn, words: str = "") -> Turn:
    return _on(turn, EVERY_DAY)


def _on(turn: Turn, days: tuple[int, ...]) -> Turn:
    turn = plan(turn.setting(check_in_days=days))
    return turn.say("settings", "settings-check-in", options=turn.commands("settings"), **spoken.settings_of(turn))


def offer_less(turn: Turn) -> Turn:
    return walk.open_script(turn, "less")


def _less_chosen(turn: Turn, place: Place) -> Turn:
    match place.answers["often"]:
        case "every_other_day":
            return every_other_day(turn)
        case "only_when":
            quiet = plan(turn.setting(check_in_days=(), nudge_days=(), letter_day=None, ask_peg=False))
            return quiet.say("settings", "settings-only-when", options=turn.commands("settings"))
        case _:
            return turn.say("settings", "settings-as-often")


# Another hour


def look_at_the_hour(turn: Turn) -> Turn:
    """After an answer that came at quite another hour than it was asked for, look at those of the last two weeks."""
    offered_on = turn.person.hour_offered_on
    was_offered = offered_on is not None and turn.today - offered_on < NOT_AGAIN
    if was_offered or not may_prompt(turn) or not _answers_elsewhen(turn):
        return turn
    return turn.doing(Recall(HOURS, turn.today - LOOKING_BACK))


def _answers_elsewhen(turn: Turn) -> bool:
    """Whether today's check-in, on an ordinary day, was told far from its hour."""
    theirs, last = turn.person.settings, turn.person.last_check_in
    if not theirs.check_in_days or last is None or last.local_date != turn.today or last.pain >= theirs.bad_day_line:
        return False
    return _is_far(turn, local(last.recorded_at, theirs.zone).time())


def _is_far(turn: Turn, at: time) -> bool:
    return abs(minutes(at) - minutes(turn.person.settings.check_in_time)) >= FAR


def offer_hour(turn: Turn, records: Records) -> Turn:
    """Ask, once in eight weeks at most, whether to check in when they tend to answer. Not in the night."""
    zone = turn.person.settings.zone
    at = usual_hour(records.check_ins, zone)
    if at is None or not _is_far(turn, at) or is_quiet(moment_of(turn.today, at, zone), zone):
        return turn
    return walk.open_script(turn.knowing(hour_offered_on=turn.today), "hour", at=clock(at))


def _hour_answered(turn: Turn, place: Place) -> Turn:
    if place.answers["move"] != "yes":
        return turn.say(KIND, "hour-kept")
    turn = plan(turn.setting(check_in_time=time.fromisoformat(place.answers["at"].zfill(5))))
    return turn.say("settings", "settings-check-in", options=turn.commands("settings"), **spoken.settings_of(turn))


PARTS = {"hour": Part(_hour_answered), "less": Part(_less_chosen)}
