"""Quiet for a while or for good, and back again."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

from bot.conversation import walk
from bot.conversation.calendar import moment_of
from bot.conversation.effects import CancelScheduled, DropTimer, SetTimer
from bot.conversation.person import Place
from bot.conversation.turn import Turn
from bot.programme import safety, settings, spoken, welcome
from bot.programme.parts import Part
from bot.programme.plan import BREATH_END, HOW_ARE_YOU, RESUME, plan
from bot.understanding.days import Forever

MOST_WORDS = 3  # "no, until friday"; more words tell of something else
TOLD = frozenset({"right_time", "which_city", "own_place"})  # questions about what they told; a pause undoes none of it
PAUSES = {"tomorrow": 1, "three_days": 3, "week": 7}  # days


def pause(turn: Turn, words: str) -> Turn:
    """Be quiet until the day that the words name, or for good; without a day, ask for one."""
    until = turn.reader.until(words, turn.today) if words else None
    if until is None:
        return walk.open_script(turn, "pause")
    return stop(turn) if isinstance(until, Forever) else _quiet_and_asked(turn, until)


def _quiet_and_asked(turn: Turn, until: date) -> Turn:
    """A day that was read from words is asked about; the quiet they want begins at once, whether they answer or not."""
    day = spoken.day(turn, until)
    return walk.open_script(_quiet_until(turn, until), "right_pause", day=day)


def _day_confirmed(turn: Turn, place: Place) -> Turn:
    if place.answers["right"] == "yes":
        return turn.say("pause", "pause-right", options=turn.commands("resume"))
    return walk.open_script(turn, "pause")


def _another_day(turn: Turn, text: str) -> Turn | None:
    """Instead of a yes or no, they name another day, and nothing else."""
    until = turn.reader.until(text, turn.today) if len(text.split()) <= MOST_WORDS else None
    return None if until is None else pause(walk.close(turn, "right_pause"), text)


def _pause_chosen(turn: Turn, place: Place) -> Turn:
    until = place.answers["until"]
    if until == "for_good":
        return stop(turn)
    if until == "skip":
        return resume(turn, "") if turn.person.paused_until else turn.say("pause", "pause-not")
    if until in PAUSES:
        return pause_for(turn, PAUSES[until])
    return _quiet_and_asked(turn, date.fromisoformat(until))


def pause_for(turn: Turn, days: int) -> Turn:
    """Be quiet until so many local dates from today."""
    until = turn.today + timedelta(days=days)
    told = _quiet_until(turn, until)
    return told.say("pause", "paused-until", day=spoken.day(turn, until), options=turn.commands("resume"))


def _quiet_until(turn: Turn, until: date) -> Turn:
    """Quiet until that local day begins; what they were asked to confirm is still to be confirmed."""
    wakes = moment_of(until, time(0, 0), turn.person.settings.zone)
    told = tuple(place for place in turn.person.agenda if place.script in TOLD)
    turn = plan(turn.knowing(paused_until=wakes, agenda=told, trying=None))
    return turn.doing(CancelScheduled(), DropTimer(BREATH_END), DropTimer(HOW_ARE_YOU), SetTimer(RESUME, wakes))


def pause_is_over(turn: Turn, due_at: datetime) -> Turn:
    """The day of their return has come: the usual messages come again, nothing more is said.

    Planned from just before that day, however late the clock ticks, so that an hour at midnight belongs to it.
    """
    just_before = replace(turn.knowing(paused_until=None), now=due_at - timedelta(seconds=1))
    return replace(plan(just_before), now=turn.now)


def stop(turn: Turn, words: str = "") -> Turn:
    """No more messages, at once and without a question; what was stored stays until they say delete."""
    turn = plan(turn.knowing(stopped=True, paused_until=None, agenda=(), trying=None))
    turn = turn.doing(CancelScheduled(), DropTimer(RESUME), DropTimer(BREATH_END), DropTimer(HOW_ARE_YOU))
    if turn.person.hold:
        turn = turn.say("pause", "safety-stopped", **safety.numbers(turn))
    return turn.say("pause", "stopped", options=turn.commands("resume", "delete"))


def still_stopped(turn: Turn) -> Turn:
    """A bare yes or no after the stop, which asked nothing: nothing changes."""
    return turn.say("pause", "still-stopped", options=turn.commands("resume", "delete"))


def only_steps_stop(turn: Turn, words: str) -> Turn:
    """ "Not all, just the steps": a stop was meant for the steps alone."""
    return settings.no_steps(_unpaused(turn) if turn.person.stopped else turn, "")


def start(turn: Turn, words: str) -> Turn:
    """/start from someone known: back from a pause, or a hello."""
    if turn.person.hold:
        return safety.still_here(turn)
    if turn.person.stopped or turn.person.paused_until:
        return resume(turn)
    return welcome.greet_again(replace(turn, began_with=None))


def resume(turn: Turn, words: str = "") -> Turn:
    """Back after a pause or a stop, without a word about the gap."""
    if turn.person.hold:
        return safety.still_here(_unpaused(turn))
    if not (turn.person.stopped or turn.person.paused_until):
        return turn.say("pause", "not-paused", options=turn.commands("breathe", "checkin", "help"))
    turn = plan(_unpaused(turn))
    return turn.say("pause", "resumed", options=turn.commands("breathe", "checkin"), **spoken.settings_of(turn))


def _unpaused(turn: Turn) -> Turn:
    open_ = walk.close(walk.close(turn, "right_pause"), "pause")
    return open_.knowing(stopped=False, paused_until=None, trying=None).doing(DropTimer(RESUME))


PARTS = {"pause": Part(_pause_chosen), "right_pause": Part(_day_confirmed, unclear=_another_day)}
