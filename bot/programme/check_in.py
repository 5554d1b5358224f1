"""The daily check-in: pain from 0 to 10, which alone is complete, and then as little or as much as the person likes."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from bot.conversation import walk
from bot.conversation.calendar import moment_of
from bot.conversation.effects import Amend, Record, SetTimer
from bot.conversation.person import AskedDay, LastCheckIn, Place
from bot.conversation.records import CheckIn
from bot.conversation.turn import Turn
from bot.programme import breathing, spoken
from bot.programme.parts import Part
from bot.programme.plan import CHECK_IN, plan_one
from bot.understanding.scores import Scored, read_score

KIND = "check_in"
TALKING = timedelta(minutes=5)  # someone who wrote this recently is in the middle of something
PATIENCE = timedelta(hours=2)  # how long a check-in waits for the end of another conversation
GONE = timedelta(hours=4)  # a check-in this late is not asked any more
CORRECTABLE = timedelta(hours=12)


def due(turn: Turn, due_at: datetime) -> Turn:
    """The time for today's check-in has come."""
    late = _late(turn, due_at)
    if late > GONE or _has_today(turn):
        return plan_one(turn, CHECK_IN)
    if breathing.is_under_way(turn) or (_is_talking(turn) and late < PATIENCE):
        return turn.doing(SetTimer(CHECK_IN, turn.now + TALKING))
    turn = turn.knowing(agenda=(), asked_on=turn.today)
    turn = _ask_about(replace(turn, expires_at=turn.now + GONE), turn.today, "check-in-daily")
    missed = AskedDay(turn.person.turn, turn.today)
    return plan_one(turn.knowing(unanswered=(*turn.person.unanswered, missed)[-7:]), CHECK_IN)


def _late(turn: Turn, due_at: datetime) -> timedelta:
    """How long ago the hour of the check-in was. Today's counts: the timer may be of a day that nobody was awake on,
    or have waited for the end of a conversation."""
    settings = turn.person.settings
    hour = moment_of(turn.today, settings.check_in_time, settings.zone)
    is_today = turn.today.weekday() in settings.check_in_days and hour <= turn.now
    return turn.now - (hour if is_today else due_at)


def _has_today(turn: Turn) -> bool:
    last, asked_on = turn.person.last_check_in, turn.person.asked_on
    return (last is not None and last.local_date == turn.today) or (asked_on is not None and asked_on >= turn.today)


def _is_talking(turn: Turn) -> bool:
    heard_at = turn.person.heard_at
    return bool(turn.waiting) and heard_at is not None and turn.now - heard_at < TALKING


def ask_now(turn: Turn, words: str) -> Turn:
    """The person wants to check in; they may have said the number at once."""
    score = read_score(words, turn.library.vocabulary(turn.person.language), remembered(turn))
    if isinstance(score, Scored):
        return told(turn, score.value, turn.acted_on)
    return _ask_about(turn, turn.today, None)


def _ask_about(turn: Turn, day: date, message: str | None) -> Turn:
    place = Place("check_in", "pain", turn.person.turn, turn.now, {"date": day.isoformat()})
    return walk.ask(turn.pushed(place), message)


def _pain_told(turn: Turn, place: Place) -> Turn:
    day = date.fromisoformat(place.answers["date"])
    return told(turn, float(place.answers["pain"]), min(day, turn.acted_on))  # it may be older than the question


def told(turn: Turn, pain: float, day: date) -> Turn:
    """Keep a pain score for that day. Another one for the same day is a second entry, not a correction."""
    last = turn.person.last_check_in
    again = last is not None and last.local_date == day
    turn = _keep(turn, CheckIn(turn.person.turn, day, turn.now, pain))
    if day != turn.today:
        return turn.say(KIND, "check-in-late", pain=spoken.score(pain), day=spoken.day(turn, day))
    if pain >= turn.person.settings.bad_day_line:
        return walk.open_script(turn, "hard_day", entry=turn.person.turn, pain=spoken.score(pain))
    turn = turn.say(KIND, "check-in-again" if again else "check-in-saved", pain=spoken.score(pain))
    return walk.open_script(turn, "day", entry=turn.person.turn)


def _keep(turn: Turn, check_in: CheckIn) -> Turn:
    last = turn.person.last_check_in
    if last is None or check_in.local_date >= last.local_date:
        last = LastCheckIn(check_in.entry, check_in.local_date, turn.now, check_in.pain)
    waiting = tuple(asked for asked in turn.person.unanswered if asked.local_date != check_in.local_date)
    return turn.knowing(last_check_in=last, unanswered=waiting).doing(Record(check_in))


def told_late(turn: Turn, asked_turn: int, pain: float) -> Turn | None:
    """A button under the question of an earlier day that was never answered; `None` when it is not one of those."""
    asked = next((asked for asked in turn.person.unanswered if asked.turn == asked_turn), None)
    return told(turn, pain, asked.local_date) if asked else None


def correct(turn: Turn, pain: float) -> Turn | None:
    """ "No, 5": the newest score was another. `None` when there is none, or it is long ago."""
    last = turn.person.last_check_in
    if last is None or turn.now - last.recorded_at > CORRECTABLE:
        return None
    turn = _keep(turn, CheckIn(turn.person.turn, last.local_date, turn.now, pain, corrects=last.entry))
    turn = turn.knowing(agenda=tuple(_about(place, last.entry, turn.person.turn) for place in turn.person.agenda))
    said: dict[str, Any] = {"pain": spoken.score(pain), "before": spoken.score(last.pain)}
    if last.pain < turn.person.settings.bad_day_line <= pain and last.local_date == turn.today:
        place = Place("hard_day", "choice", turn.person.turn, turn.now, {"entry": turn.person.turn} | said)
        return walk.ask(walk.close(turn, "day").pushed(place), "check-in-corrected-hard")
    return turn.say(KIND, "check-in-corrected", **said)


def _about(place: Place, before: int, after: int) -> Place:
    """An open question about a corrected entry is now about the entry that corrects it."""
    if place.answers.get("entry") != before:
        return place
    return replace(place, answers=place.answers | {"entry": after})


def remembered(turn: Turn) -> float | None:
    """The score "same as yesterday" means: the newest of today, yesterday or the day before."""
    last = turn.person.last_check_in
    if last is None or turn.today - last.local_date > timedelta(days=2):
        return None
    return last.pain


def is_bad_day(turn: Turn) -> bool:
    """Whether the newest score of today or yesterday reaches the person's bad-day line."""
    last = turn.person.last_check_in
    recent = last is not None and turn.today - last.local_date <= timedelta(days=1)
    return recent and last is not None and last.pain >= turn.person.settings.bad_day_line


def is_unanswered_today(turn: Turn) -> bool:
    return any(asked.local_date == turn.today for asked in turn.person.unanswered)


def _hard_day_choice(turn: Turn, place: Place) -> Turn:
    match place.answers["choice"]:
        case "breathe":
            return breathing.offer(turn, "")
        case "log":
            return walk.open_script(turn, "day", entry=place.answers["entry"])
        case _:
            return turn.say(KIND, "hard-day-left-alone")


def _about_the_day(turn: Turn, step: str, value: Any) -> Turn:
    if value == "done":
        return walk.close(turn, "day").say(KIND, "day-done")
    entry = turn.person.agenda[0].answers["entry"]
    return turn.doing(Amend(CheckIn, entry, {step: value}))


def _day_ended(turn: Turn, place: Place) -> Turn:
    return turn.say(KIND, "day-noted")


PARTS = {
    "check_in": Part(_pain_told),
    "hard_day": Part(_hard_day_choice),
    "day": Part(_day_ended, answered=_about_the_day),
}
