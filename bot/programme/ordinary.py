"""Whether this is a day on which something may be asked of a person: an ordinary one, with nothing else open.

A day at or above the bad-day line, a flare, a pause and a hold are none, nor are the days after a danger
(`no_challenges_until`).
"""

from datetime import timedelta

from bot.conversation.calendar import is_quiet
from bot.conversation.turn import Turn
from bot.programme import check_in
from bot.programme.plan import may_prompt, may_speak_unasked

# Scripts that lead to something hard.
CHALLENGES = frozenset(
    {
        *("step", "go_back", "go_up", "go_expect", "go_sure", "go_pain"),
        *("pace_activity", "pace_unit", "trial_choose", "trial_begin"),
    }
)
JUST_TALKED = timedelta(minutes=15)  # so that nothing follows on the heels of "that is all for today"


def is_hard_time(turn: Turn) -> bool:
    """Whether it is a bad day, a flare, or one of the days after a danger."""
    return turn.person.flare is not None or is_spared(turn) or check_in.is_bad_day(turn)


def is_spared(turn: Turn) -> bool:
    """Whether it is one of the days after a danger, in which nothing is asked that takes courage."""
    until = turn.person.no_challenges_until
    return until is not None and until > turn.now


def allows_challenges(turn: Turn) -> bool:
    """Whether anything that takes courage may be begun now, even where they ask for it themselves."""
    return may_prompt(turn) and not is_hard_time(turn)


def rests(turn: Turn, script: str) -> bool:
    """Whether a question leads to something hard on a day that allows none: it may be answered, not asked again."""
    return script in CHALLENGES and not allows_challenges(turn)


def has_room(turn: Turn) -> bool:
    """Whether something may be asked unasked now: their day is known and ordinary, and nothing else waits for them."""
    person = turn.person
    is_known = person.last_check_in is not None and turn.today - person.last_check_in.local_date <= timedelta(days=1)
    is_busy = bool(person.agenda) or person.trying is not None or check_in.is_unanswered_today(turn)
    has_just_talked = person.heard_at is not None and turn.now - person.heard_at < JUST_TALKED
    if is_busy or has_just_talked or is_quiet(turn.now, person.settings.zone):
        return False
    return is_known and allows_challenges(turn) and may_speak_unasked(turn)
