"""Check-ins as they are kept: a row each, and the newest ones in mind.

A correction is a row of its own; more words never replace earlier ones.
"""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from bot.conversation.effects import Amend, CancelScheduled, Record
from bot.conversation.person import LastCheckIn
from bot.conversation.records import CheckIn
from bot.conversation.turn import Turn
from bot.programme.plan import NUDGE

KIND = "check_in"
CORRECTABLE = timedelta(hours=12)


def keep(turn: Turn, check_in: CheckIn) -> Turn:
    """A new row; the newest by its day and the one told last are remembered, and what waited for it is let go."""
    last = turn.person.last_check_in
    told = LastCheckIn(check_in.entry, check_in.local_date, turn.now, check_in.pain, check_in.sleep, check_in.note)
    if last is None or check_in.local_date >= last.local_date:
        last = told
    waiting = tuple(asked for asked in turn.person.unanswered if asked.local_date != check_in.local_date)
    return turn.knowing(last_check_in=last, last_told=told, unanswered=waiting).doing(
        Record(check_in), CancelScheduled((KIND, NUDGE))
    )


def amend(turn: Turn, entry: int, **changes: Any) -> Turn:
    """Add to a check-in; what the newest ones hold is remembered, so that more words never replace earlier ones."""
    known = {name: value for name, value in changes.items() if name in ("sleep", "note")}
    known |= {"day_entry": entry} if "day" in changes else {}
    return remembering(turn, entry, **known).doing(Amend(CheckIn, entry, changes))


def remembering(turn: Turn, entry: int, **known: Any) -> Turn:
    """The same of the newest check-ins, where that entry is one of them."""
    newest = {name: getattr(turn.person, name) for name in ("last_check_in", "last_told")}
    kept = {name: replace(last, **known) for name, last in newest.items() if last is not None and last.entry == entry}
    return turn.knowing(**kept)


def correctable(turn: Turn) -> LastCheckIn | None:
    """The check-in told last, as long as "no, 5" may mean it."""
    last = turn.person.last_told or turn.person.last_check_in
    return last if last is not None and turn.now - last.recorded_at <= CORRECTABLE else None
