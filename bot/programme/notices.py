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
LOOKED_AT_AGAIN = timedelta(hours=1)  # whether what they are to be spared for is over
KEPT = 20
STILL_MEANT = timedelta(hours=12)  # so long, an "ok" may be about it
TO_BE_SENT = timedelta(hours=1)  # what goes to many at once takes a while


def is_for(turn: Turn, notice_id: str) -> bool:
    """Whether they may be told, now or once a flare or a danger is over, and have not been."""
    return may_prompt(turn.knowing(hold=None)) and not _has(turn.person, notice_id)


def _has(person: Person, notice_id: str) -> bool:
    return any(known.id == notice_id for known in person.notices)


def receive(turn: Turn, notice: Notice) -> Turn:
    """Told now, in their morning, or after a flare or a danger; whoever has it already, or wants quiet, is left in
    peace."""
    if not is_for(turn, notice.id):
        return turn
    return tell(turn.knowing(notices=(*turn.person.notices, notice)[-KEPT:]))


def tell(turn: Turn) -> Turn:
    """Say what waits, unless it is night, or would be before all of it is sent, or they are to be spared: then it
    waits on, until its end."""
    waiting = [notice for notice in turn.person.notices if notice.text is not None and notice.expires_at > turn.now]
    later = _morning(turn) or (turn.now + LOOKED_AT_AGAIN if _is_spared(turn) else None)
    if waiting and later is not None:
        return turn.doing(SetTimer(WAITING, later))
    told = turn.knowing(notices=tuple(replace(notice, text=None) for notice in turn.person.notices))
    if not may_prompt(turn) or not waiting:
        return told
    for notice in waiting:
        told = replace(told, urgency=Urgency.SCHEDULED, expires_at=_end(turn, notice))
        told = told.say("notice", "notice", words=notice.text)
    return told.knowing(notice_told_at=turn.now)


def _is_spared(turn: Turn) -> bool:
    """Whether it is a flare or a danger, in which nothing of the kind is said."""
    return turn.person.flare is not None or turn.person.hold is not None


def answered(turn: Turn, text: str) -> Turn | None:
    """ "Ok" or "thanks" to what was told last; `None` where anything was asked or said since."""
    told_at, person = turn.person.notice_told_at, turn.person
    if told_at is None or turn.now - told_at > STILL_MEANT or person.hold:
        return None
    if any(place.asked_at > told_at for place in person.agenda):
        return None
    heard = turn.knowing(notice_told_at=None)
    is_thanks = turn.reader.says(text, "thanks")
    return heard.say("notice", "notice-heard") if is_thanks or turn.reader.tongues(text, "ok") else None


def _morning(turn: Turn) -> datetime | None:
    zone = turn.person.settings.zone
    moments = (turn.now, turn.now + TO_BE_SENT)
    return next((outside_quiet_hours(moment, zone) for moment in moments if is_quiet(moment, zone)), None)


def _end(turn: Turn, notice: Notice) -> datetime:
    """Its own, or the evening before: what is late does not come at night."""
    evening = next_occurrence(turn.now, QUIET_FROM, EVERY_DAY, turn.person.settings.zone)
    return min(notice.expires_at, evening) if evening else notice.expires_at
