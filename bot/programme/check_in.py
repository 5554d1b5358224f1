"""The daily check-in: pain from 0 to 10, which alone is complete, and then as little or as much as the person likes."""

import re
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from bot.conversation import walk
from bot.conversation.calendar import QUIET_FROM, is_quiet, local, moment_of, next_occurrence
from bot.conversation.effects import Amend, CancelScheduled, Record, SetTimer
from bot.conversation.person import AskedDay, LastCheckIn, Place
from bot.conversation.records import CheckIn
from bot.conversation.turn import Turn
from bot.programme import breathing, spoken
from bot.programme.parts import Part
from bot.programme.plan import CHECK_IN, NUDGE, plan_one
from bot.understanding.scores import Scored

KIND = "check_in"
TALKING = timedelta(minutes=5)  # someone who wrote this recently is in the middle of something
PATIENCE = timedelta(hours=2)  # how long a check-in waits for the end of another conversation
GONE = timedelta(hours=4)  # a check-in this late is not asked any more
JUST_PAST_MIDNIGHT = timedelta(minutes=30)
CORRECTABLE = timedelta(hours=12)
MOST_UNANSWERED = 14
FEWEST_LETTERS = re.compile(r"[^\W\d_]{3}")  # of words that tell something
LONGEST = 4000  # characters of a note


def due(turn: Turn, due_at: datetime) -> Turn:
    """The time for a check-in has come: today's, or just after midnight still that of the day before."""
    day, late = _asked_about(turn, due_at)
    into_the_night = late > PATIENCE and is_quiet(turn.now, _zone(turn)) and not is_quiet(turn.now - late, _zone(turn))
    if late > GONE or into_the_night or (day != turn.today and late > JUST_PAST_MIDNIGHT) or _has(turn, day):
        return plan_one(turn, CHECK_IN)
    is_busy = breathing.is_under_way(turn) or (_is_talking(turn) and late < PATIENCE)
    if is_busy and local(turn.now + TALKING, turn.person.settings.zone).date() == day:
        return turn.doing(SetTimer(CHECK_IN, turn.now + TALKING))
    turn = _with_old_buttons_kept(turn).knowing(agenda=(), asked_on=day)
    turn = _ask_about(replace(turn, expires_at=_end(turn)), day, "check-in-daily")
    return plan_one(_unanswered(turn, AskedDay(turn.person.turn, day)), CHECK_IN)


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


def ask_now(turn: Turn, words: str) -> Turn:
    """The person wants to check in; they may have said the number at once."""
    score = turn.reader.score(words, remembered(turn))
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
    return _ask_about_the_day(turn, turn.person.turn)


def _ask_about_the_day(turn: Turn, entry: int) -> Turn:
    """Sleep first, unless they do not want to be asked."""
    if turn.person.settings.ask_sleep:
        return walk.open_script(turn, "day", entry=entry)
    return walk.ask(turn.pushed(Place("day", "day", turn.person.turn, turn.now, {"entry": entry})))


def _keep(turn: Turn, check_in: CheckIn) -> Turn:
    last = turn.person.last_check_in
    told = LastCheckIn(check_in.entry, check_in.local_date, turn.now, check_in.pain)
    if last is None or check_in.local_date >= last.local_date:
        last = told
    waiting = tuple(asked for asked in turn.person.unanswered if asked.local_date != check_in.local_date)
    return turn.knowing(last_check_in=last, last_told=told, unanswered=waiting).doing(
        Record(check_in), CancelScheduled((KIND, NUDGE))
    )


def told_late(turn: Turn, asked_turn: int, pain: float) -> Turn | None:
    """A button under the question of an earlier day that was never answered; `None` when it is not one of those."""
    asked = next((asked for asked in turn.person.unanswered if asked.turn == asked_turn), None)
    return told(turn, pain, asked.local_date) if asked else None


def correct(turn: Turn, pain: float) -> Turn | None:
    """ "No, 5": the newest score was another. `None` when there is none, or it is long ago."""
    last = turn.person.last_told or turn.person.last_check_in
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
    """The score "same as yesterday" means: the newest of yesterday or the day before."""
    last = turn.person.last_check_in
    if last is None or not timedelta(0) < turn.today - last.local_date <= timedelta(days=2):
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
            return _ask_about_the_day(turn, place.answers["entry"])
        case _:
            return turn.say(KIND, "hard-day-left-alone")


def _hard_words(turn: Turn, text: str) -> Turn | None:
    """Whatever is said on a hard day besides its choices: heard, and nothing asked of them. A number is a number."""
    question = walk.current(turn)
    is_number = turn.reader.value(text) is not None
    if question is None or not question.waits(turn) or is_number:
        return None
    return walk.ask(turn, "hard-day-heard")


def unsure(turn: Turn) -> Turn:
    """ "I don't know" where a number was asked for."""
    return walk.ask(turn, "check-in-unsure")


def without_number(turn: Turn) -> Turn:
    """ "Not today" where a number was asked for."""
    return walk.close(turn, "check_in").say(KIND, "check-in-without")


# Sleep, the day, a note


def ask_no_sleep(turn: Turn, words: str = "") -> Turn:
    """Sleep is not asked about from now on; an open question about it gives way to the next."""
    question = walk.current(turn)
    turn = turn.setting(ask_sleep=False).say(KIND, "sleep-not-asked")
    if question is None or (question.script.id, question.step.id) != ("day", "sleep"):
        return turn
    return walk.ask(turn.pushed(replace(question.place, step="day")))


def ask_sleep_again(turn: Turn, words: str = "") -> Turn:
    return turn.setting(ask_sleep=True).say(KIND, "sleep-asked-again")


def slept(turn: Turn, sleep: float) -> Turn:
    """Sleep told by itself: kept with the newest check-in, or, before there is one, the check-in is asked for."""
    last = turn.person.last_check_in
    if last is None or last.local_date != turn.today:
        return _ask_about(turn, turn.today, "sleep-needs-pain")
    turn = turn.knowing(last_check_in=replace(last, sleep=sleep)).doing(Amend(CheckIn, last.entry, {"sleep": sleep}))
    if last.sleep is None or last.sleep == sleep:
        return turn.say(KIND, "sleep-noted", sleep=spoken.score(sleep))
    return turn.say(KIND, "sleep-corrected", sleep=spoken.score(sleep), before=spoken.score(last.sleep))


def slept_in_words(turn: Turn, text: str) -> Turn:
    """Sleep without a number is kept in the person's words, as the beginning of the day's note."""
    place = turn.person.agenda[0]
    turn = turn.doing(Amend(CheckIn, place.answers["entry"], {"note": text.strip()}))
    said = replace(place, step="day", answers=place.answers | {"said": text.strip()})
    return walk.ask(turn.pushed(said).say(KIND, "day-kept-sleep"))


def _own_words(turn: Turn, text: str) -> Turn | None:
    """The day in the person's own words, instead of a button: kept as its note."""
    question, words = walk.current(turn), text.strip()
    is_about_the_day = question is not None and question.step.id == "day" and question.waits(turn)
    is_question = turn.reader.asks(words)
    is_number = turn.reader.value(words) is not None
    if not is_about_the_day or is_question or is_number or not FEWEST_LETTERS.search(words) or len(words) > LONGEST:
        return None
    note = _with_what_was_said(turn.person.agenda[0], words)
    turn = turn.doing(Amend(CheckIn, turn.person.agenda[0].answers["entry"], {"note": note}))
    return walk.close(turn, "day").say(KIND, "day-kept")


def _with_what_was_said(place: Place, words: str) -> str:
    return "\n".join([*filter(None, [place.answers.get("said")]), words])


def _about_the_day(turn: Turn, step: str, value: Any) -> Turn:
    if value == "done":
        return walk.close(turn, "day").say(KIND, "day-done")
    place, last = turn.person.agenda[0], turn.person.last_check_in
    if step == "note":
        value = _with_what_was_said(place, value)
    if step == "sleep" and last is not None and last.entry == place.answers["entry"]:
        turn = turn.knowing(last_check_in=replace(last, sleep=value))
    return turn.doing(Amend(CheckIn, place.answers["entry"], {step: value}))


def _day_ended(turn: Turn, place: Place) -> Turn:
    return turn.say(KIND, "day-noted")


PARTS = {
    "check_in": Part(_pain_told),
    "hard_day": Part(_hard_day_choice, unclear=_hard_words),
    "day": Part(_day_ended, answered=_about_the_day, unclear=_own_words),
}
