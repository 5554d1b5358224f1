"""When Steady will speak next: one timer for each recurring part, set anew whenever something it rests on changes."""

from datetime import date, datetime, time, timedelta

from bot.conversation.calendar import QUIET_FROM, QUIET_UNTIL, local, moment_of, next_occurrence
from bot.conversation.effects import DropTimer, SetTimer
from bot.conversation.turn import Turn

CHECK_IN, NUDGE, LETTER = "check_in", "nudge", "letter"
PEG = "peg"
FOLLOW_UP, BREATH_END, RESUME = "follow_up", "breath_end", "resume"
HOW_ARE_YOU = "how_are_you"  # asked for after a crisis, so it comes although everything is held
GOAL, GO_RESULT, GO_MORNING = "goal", "go_result", "go_morning"
FIRST_ASKED, LAST_ASKED = timedelta(days=3), timedelta(days=7)  # for a goal, after they came
REVIEWED_AFTER = timedelta(days=14)
NOON = time(12, 0)
RECURRING = (CHECK_IN, NUDGE, LETTER, GOAL, PEG)
FIRST_WEEK = timedelta(days=8)  # before the weekly questions are offered
DAYTIME = range(8, 21)  # hours
FEWER, HALF, REST = 3, 7, 14  # ignored check-ins, after which fewer are offered, half as many come, nothing comes


def may_prompt(turn: Turn) -> bool:
    """Whether anything may be sent that the person did not just ask for."""
    person = turn.person
    paused = person.paused_until is not None and person.paused_until > turn.now
    rests = person.stopped or person.away or paused or person.hold or person.silence.quiet
    return person.has_consented and not rests


def may_speak_unasked(turn: Turn, due_on: date | None = None) -> bool:
    """Whether another unasked message may go out: never two on one local date without an answer between them.

    Every part asks this just before it sends what nobody asked for; anything the person does is an answer. What was due
    before midnight and had to wait still belongs to that date, `due_on`, so that nothing follows an unanswered message
    into the night; an hour after midnight that they chose begins a new date. Only what they ordered for a moment of
    their own is not held up: the question after a crisis, and the end of a breath.
    """
    newest = turn.person.unasked
    if newest is None or newest.answered:
        return True
    return local(newest.at, turn.person.settings.zone).date() < (due_on or turn.today)


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
    if name == GOAL:
        return _next_about_goal(turn)
    if name == PEG:
        return _next_peg(turn)
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


def _next_about_goal(turn: Turn) -> datetime | None:
    """Two weeks after the goal was last talked about; before there was one, once in the first week."""
    person, since = turn.person, turn.person.consented_at
    if person.aim is not None:
        return _free_moment(turn, (person.aim.reviewed_on or turn.today) + REVIEWED_AFTER)
    if person.goal_asked_on is not None or since is None:
        return None
    came = local(since, person.settings.zone).date()
    moment = _free_moment(turn, came + FIRST_ASKED)
    return moment if moment and local(moment, person.settings.zone).date() <= came + LAST_ASKED else None


def _free_moment(turn: Turn, earliest: date) -> datetime | None:
    """A moment after the check-in, from that day on, on a weekday without a nudge or letter where there is one."""
    settings = turn.person.settings
    taken = {*settings.nudge_days, settings.letter_day}
    days = [day for day in range(7) if day not in taken] or list(range(7))
    dawn = moment_of(earliest, time.min, settings.zone) - timedelta(seconds=1)
    return next_occurrence(max(turn.now, dawn), _hour_after_check_in(turn), days, settings.zone)


def _hour_after_check_in(turn: Turn) -> time:
    """The hour of nudges, or the one after the check-in where that is later and not at night."""
    settings = turn.person.settings
    later = time(min(settings.check_in_time.hour + 1, 23), settings.check_in_time.minute)
    hour = settings.nudge_time if settings.check_in_time <= settings.nudge_time else later
    return hour if QUIET_UNTIL <= hour < QUIET_FROM else NOON


def _next_peg(turn: Turn) -> datetime | None:
    """A week after the last time, on a day that brings neither steps nor a letter if there is one."""
    first, settings = _first_peg_day(turn), turn.person.settings
    if first is None:
        return None
    others = {*settings.nudge_days, settings.letter_day}
    free = set(range(7)) - others or set(range(7))
    days = (max(first, turn.today) + timedelta(days=offset) for offset in range(8))
    moments = (peg_moment(turn, day) for day in days if day.weekday() in free)
    return next((moment for moment in moments if moment > turn.now), None)


def _first_peg_day(turn: Turn) -> date | None:
    """The first day that may bring the weekly questions, or their offer, `None` for whoever does not want them."""
    person = turn.person
    if person.settings.ask_peg is None and person.consented_at is not None:
        return local(person.consented_at, person.settings.zone).date() + FIRST_WEEK
    if not person.settings.ask_peg:
        return None
    return person.questions.asked_on + timedelta(days=7) if person.questions.asked_on else turn.today


def has_peg_today(turn: Turn) -> bool:
    """Whether the weekly questions, or their offer, are still to come today."""
    following = _next_peg(turn)
    return following is not None and local(following, turn.person.settings.zone).date() == turn.today


def peg_moment(turn: Turn, day: date) -> datetime:
    """Two hours from the hour of the small steps, by day: a time that the person chose to be written to."""
    settings = turn.person.settings
    hours = (settings.nudge_time.hour + 2, settings.nudge_time.hour - 2, 12)
    hour = next(hour for hour in hours if hour in DAYTIME)
    return moment_of(day, settings.nudge_time.replace(hour=hour), settings.zone)
