"""What whoever runs Steady tells everybody, such as that it will be away: once, by day, and to nobody who wants quiet.

It is no message of the programme: it takes no other's place on a date, and nobody is taken for silent who leaves it be.
"""

from dataclasses import replace
from datetime import datetime, timedelta

from bot.conversation.calendar import QUIET_FROM, is_quiet, next_occurrence, outside_quiet_hours
from bot.conversation.effects import SetTimer, Urgency
from bot.conversation.person import EVERY_DAY, Notice, Person
from bot.conversation.turn import Turn
from bot.programme.plan import may_prompt

WAITING = "notice"  # the timer of those that wait for the morning
KEPT = 20
TO_BE_SENT = timedelta(hours=1)  # what goes to many at once takes a while


def is_for(turn: Turn, notice_id: str) -> bool:
    """Whether they may be told, and have not been."""
    return may_prompt(turn) and not _has(turn.person, notice_id)


def _has(person: Person, notice_id: str) -> bool:
    return any(known.id == notice_id for known in person.notices)


def receive(turn: Turn, notice: Notice) -> Turn:
    """Told now, or in their morning; whoever has it already, or wants quiet, is left in peace."""
    if not is_for(turn, notice.id):
        return turn
    return tell(turn.knowing(notices=(*turn.person.notices, notice)[-KEPT:]))


def tell(turn: Turn) -> Turn:
    """Say what waits, unless it is night, or would be before all of it is sent: then it waits on."""
    morning = _morning(turn)
    if morning is not None:
        return turn.doing(SetTimer(WAITING, morning))
    told = turn.knowing(notices=tuple(replace(notice, text=None) for notice in turn.person.notices))
    if not may_prompt(turn):
        return told
    for notice in turn.person.notices:
        if notice.text is not None and notice.expires_at > turn.now:
            told = replace(told, urgency=Urgency.SCHEDULED, expires_at=_end(turn, notice))
            told = told.say_text("notice", notice.text)
    return told


def _morning(turn: Turn) -> datetime | None:
    zone = turn.person.settings.zone
    moments = (turn.now, turn.now + TO_BE_SENT)
    return next((outside_quiet_hours(moment, zone) for moment in moments if is_quiet(moment, zone)), None)


def _end(turn: Turn, notice: Notice) -> datetime:
    """Its own, or the evening before: what is late does not come at night."""
    evening = next_occurrence(turn.now, QUIET_FROM, EVERY_DAY, turn.person.settings.zone)
    return min(notice.expires_at, evening) if evening else notice.expires_at
