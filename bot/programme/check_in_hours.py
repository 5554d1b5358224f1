"""When a check-in is asked, unasked: at the person's own hour, once a day, and never into the middle of something."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from bot.conversation import walk
from bot.conversation.calendar import QUIET_FROM, is_quiet, local, moment_of, next_occurrence
from bot.conversation.effects import SetTimer
from bot.conversation.person import AskedDay, Place
from bot.conversation.turn import Turn
from bot.programme import breathing, flare, silence
from bot.programme.plan import CHECK_IN, may_speak_unasked, plan_one

TALKING = timedelta(minutes=5)  # someone who wrote this recently is in the middle of something
PATIENCE = timedelta(hours=2)  # how long a check-in waits for the end of another conversation
GONE = timedelta(hours=4)  # a check-in this late is not asked any more
WAITS = timedelta(minutes=30)  # for an answer to what came before it
JUST_PAST_MIDNIGHT = timedelta(minutes=30)
MOST_UNANSWERED = 14


def due(turn: Turn, due_at: datetime) -> Turn:
    """The time for a check-in has come: today's, or just after midnight still that of the day before."""
    day, late = _asked_about(turn, due_at)
    into_the_night = late > PATIENCE and is_quiet(turn.now, _zone(turn)) and not is_quiet(turn.now - late, _zone(turn))
    if late > GONE or into_the_night or (day != turn.today and late > JUST_PAST_MIDNIGHT) or _has(turn, day):
        return plan_one(turn, CHECK_IN)
    is_busy = breathing.is_under_way(turn) or (_is_talking(turn) and late < PATIENCE)
    if is_busy and local(turn.now + TALKING, turn.person.settings.zone).date() == day:
        return turn.doing(SetTimer(CHECK_IN, turn.now + TALKING))
    if not may_speak_unasked(turn):
        return _wait(turn, day)
    turn = replace(_with_old_buttons_kept(turn).knowing(agenda=(), asked_on=day), expires_at=_end(turn))
    if silence.is_at_its_end(turn):
        return silence.go_quiet(turn)
    place = Place("check_in", "pain", turn.person.turn, turn.now, {"date": day.isoformat()})
    words = "flare-check-in" if flare.is_on(turn) else silence.message(turn)
    turn = walk.ask(turn.pushed(place), words, silence.choices(turn))
    return plan_one(silence.one_more(_unanswered(turn, AskedDay(turn.person.turn, day))), CHECK_IN)


def _wait(turn: Turn, day: date) -> Turn:
    """Until what came before is answered, as long as the day lasts."""
    again = turn.now + WAITS
    is_of_that_day = local(again, _zone(turn)).date() == day
    return turn.doing(SetTimer(CHECK_IN, again)) if is_of_that_day else plan_one(turn, CHECK_IN)


def _zone(turn: Turn) -> str:
    return turn.person.settings.zone


def _end(turn: Turn) -> datetime:
    """Until when the question may still be sent: some hours, but not far into the night."""
    night = next_occurrence(turn.now, QUIET_FROM, range(7), _zone(turn))
    if night is None or is_quiet(turn.now, _zone(turn)):
        return turn.now + GONE
    return min(turn.now + GONE, max(night, turn.now + JUST_PAST_MIDNIGHT))


def _asked_about(turn: Turn, due_at: datetime) -> tuple[date, timedelta]:
    """The day to ask about, and how long ago its hour was. Today's hour counts once it is past: the timer may be of a
    day that nobody was awake on, or have waited for the end of a conversation."""
    settings = turn.person.settings
    hour = moment_of(turn.today, settings.check_in_time, settings.zone)
    if turn.today.weekday() in settings.check_in_days and hour <= turn.now:
        return turn.today, turn.now - hour
    return local(due_at, settings.zone).date(), turn.now - due_at


def _has(turn: Turn, day: date) -> bool:
    last, asked_on = turn.person.last_check_in, turn.person.asked_on
    return (last is not None and last.local_date == day) or (asked_on is not None and asked_on >= day)


def _with_old_buttons_kept(turn: Turn) -> Turn:
    """A question that was asked again has newer buttons; they count for its day as the first ones do."""
    for place in turn.person.agenda:
        if place.script == "check_in" and "date" in place.answers:
            turn = _unanswered(turn, AskedDay(place.turn, date.fromisoformat(place.answers["date"])))
    return turn


def _unanswered(turn: Turn, asked: AskedDay) -> Turn:
    others = tuple(other for other in turn.person.unanswered if other != asked)
    return turn.knowing(unanswered=(*others, asked)[-MOST_UNANSWERED:])


def _is_talking(turn: Turn) -> bool:
    heard_at = turn.person.heard_at
    return bool(turn.waiting) and heard_at is not None and turn.now - heard_at < TALKING
