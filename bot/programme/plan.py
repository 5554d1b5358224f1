"""When Steady will speak next: one timer for each recurring part, set anew whenever something it rests on changes."""

from datetime import datetime, time, timedelta

from bot.conversation.calendar import local, moment_of, next_occurrence
from bot.conversation.effects import DropTimer, SetTimer
from bot.conversation.turn import Turn

CHECK_IN, NUDGE, LETTER = "check_in", "nudge", "letter"
FOLLOW_UP, BREATH_END, RESUME = "follow_up", "breath_end", "resume"
HOW_ARE_YOU = "how_are_you"  # asked for after a crisis, so it comes although everything is held
RECURRING = (CHECK_IN, NUDGE, LETTER)
FEWER, HALF, REST = 3, 7, 14  # ignored check-ins, after which fewer are offered, half as many come, nothing comes


def may_prompt(turn: Turn) -> bool:
    """Whether anything may be sent that the person did not just ask for."""
    person = turn.person
    paused = person.paused_until is not None and person.paused_until > turn.now
    rests = person.stopped or person.away or paused or person.hold or person.silence.quiet
    return person.has_consented and not rests


def may_speak_unasked(turn: Turn) -> bool:
    """Whether another unasked message may go out today: never two on one local day that nobody answered.

    Each part asks this just before it sends something that the person did not ask for.
    """
    newest = turn.person.unasked
    return newest is None or newest.answered or local(newest.at, turn.person.settings.zone).date() != turn.today


def is_half(turn: Turn) -> bool:
    """Whether check-ins come half as often, because seven in a row had no answer."""
    return turn.person.silence.ignored > HALF


def plan(turn: Turn) -> Turn:
    """Set the recurring timers to their next moments, or drop them while nothing may be sent."""
    if not may_prompt(turn):
        return turn.doing(*(DropTimer(name) for name in (*RECURRING, FOLLOW_UP)))
    for name in RECURRING:
        turn = plan_one(turn, name)
    return turn


def plan_one(turn: Turn, name: str) -> Turn:
    due = _next(turn, name)
    return turn.doing(SetTimer(name, due) if due else DropTimer(name))


def _next(turn: Turn, name: str) -> datetime | None:
    settings = turn.person.settings
    if name == CHECK_IN:
        return _next_check_in(turn)
    if name == NUDGE:
        return next_occurrence(turn.now, settings.nudge_time, settings.nudge_days, settings.zone)
    letter_days = () if settings.letter_day is None else (settings.letter_day,)
    return next_occurrence(turn.now, settings.letter_time, letter_days, settings.zone)


def _next_check_in(turn: Turn) -> datetime | None:
    """Never a second one on a local date that had its own, not even after a change of hour or zone.

    After a long silence every other one is left out.
    """
    settings, asked_on = turn.person.settings, turn.person.asked_on
    after = turn.now
    if asked_on is not None:
        its_end = moment_of(asked_on + timedelta(days=1), time.min, settings.zone) - timedelta(seconds=1)
        left_out = _check_in_after(turn, its_end) if is_half(turn) else None
        after = max(after, left_out or its_end)
    return _check_in_after(turn, after)


def _check_in_after(turn: Turn, moment: datetime) -> datetime | None:
    settings = turn.person.settings
    return next_occurrence(moment, settings.check_in_time, settings.check_in_days, settings.zone)
