"""The weekly letter: what the person did, true to the records, congratulated whatever the scores were.

With nothing really changing one week in four or five looks a point better by luck, so no letter praises a lower score.
"""

from dataclasses import replace
from datetime import date, datetime, timedelta

from bot.conversation.calendar import clock, is_quiet, local, moment_of
from bot.conversation.effects import PictureDay, Recall, SetTimer, WeekPicture
from bot.conversation.records import Records
from bot.conversation.turn import Turn
from bot.programme import flare, ordinary, spoken
from bot.programme.plan import LETTER, may_speak_unasked, plan_one
from bot.progress.week import LONGEST_FLARE, Day, Week, week_until

KIND = "weekly"
LETTER_DUE, ASKED_FOR = "letter", "week"  # why the records are recalled
GONE = timedelta(hours=5)
WAITS = timedelta(minutes=30)  # for an answer to what came before it
A_DAY = timedelta(days=1)  # so late a letter may come, of the days up to its own
JUST_COME = timedelta(days=3)  # whoever came this lately is told of no empty week
TWO_LETTERS = timedelta(days=13)  # whoever came this long ago had a letter last week
LONGEST_NOTE = 100  # characters
ON_IT = ("title", "pain", "breath", "step", "rest", "missing", "band", "flare")
ORDINARY = ("one-good-thing", "tell-someone", "one-breath-a-day")


def due(turn: Turn, due_at: datetime) -> Turn:
    """The person's letter day and hour have come, or the day after, when it had to wait."""
    if turn.now - due_at > GONE or turn.today - _letter_day(turn) > A_DAY:
        return plan_one(turn, LETTER)
    if not may_speak_unasked(turn) or _check_in_is_to_come(turn) or _is_in_the_night(turn):
        return _wait(turn)
    if flare.is_on(turn):
        return flare.letter(plan_one(replace(turn, expires_at=turn.now + GONE), LETTER))
    return turn.doing(Recall(LETTER_DUE, _last_day(turn) - LONGEST_FLARE))


def show(turn: Turn, words: str) -> Turn:
    """The person wants to see their week so far."""
    return turn.doing(Recall(ASKED_FOR, turn.today - LONGEST_FLARE))


def _last_day(turn: Turn) -> date:
    """Today, or yesterday for those whose check-in comes after the letter: no day falls between two letters."""
    settings = turn.person.settings
    return _letter_day(turn) - timedelta(days=settings.check_in_time >= settings.letter_time)


def _letter_day(turn: Turn) -> date:
    """The newest day of the letter, which is not today when it waited."""
    chosen = turn.person.settings.letter_day
    return turn.today if chosen is None else turn.today - timedelta(days=(turn.today.weekday() - chosen) % 7)


def _check_in_is_to_come(turn: Turn) -> bool:
    """Whether today's check-in is still to be asked before the night: an unanswered letter would take its place."""
    settings, last = turn.person.settings, turn.person.last_check_in
    had_today = turn.person.asked_on == turn.today or (last is not None and last.local_date == turn.today)
    hour = moment_of(turn.today, settings.check_in_time, settings.zone)
    is_ahead = turn.now <= hour and not is_quiet(hour + WAITS, settings.zone)
    return is_ahead and turn.today.weekday() in settings.check_in_days and not had_today


def _is_in_the_night(turn: Turn) -> bool:
    """Whether it has come to be night, and no night was chosen."""
    settings = turn.person.settings
    hour = moment_of(turn.today, settings.letter_time, settings.zone)
    return is_quiet(turn.now, settings.zone) and not is_quiet(hour, settings.zone)


def _wait(turn: Turn) -> Turn:
    """Later today, though not in the night; else at the same hour of the day after, and then no longer."""
    settings, again = turn.person.settings, turn.now + WAITS
    if not is_quiet(again, settings.zone) and local(again, settings.zone).date() == turn.today:
        return turn.doing(SetTimer(LETTER, again))
    if turn.today > _letter_day(turn):
        return plan_one(turn, LETTER)
    return turn.doing(SetTimer(LETTER, moment_of(turn.today + A_DAY, settings.letter_time, settings.zone)))


def letter(turn: Turn, records: Records) -> Turn:
    turn = plan_one(replace(turn, expires_at=turn.now + GONE), LETTER)
    week = week_until(_last_day(turn), records)
    if week.is_empty and (_has_just_come(turn) or _had_an_empty_letter(turn, records)):
        return turn
    turn = turn.say(KIND, "weekly-hello", empty="yes" if week.is_empty else "no")
    turn = _told(turn, week).say(KIND, f"suggestion-{suggestion(turn, week)}")
    settings = turn.person.settings
    known = {"letter_day": settings.letter_day, "letter_time": clock(settings.letter_time)}
    return _picture(turn, week).because("why-letter", **known)


def _has_just_come(turn: Turn) -> bool:
    since = turn.person.consented_at
    return since is not None and turn.now - since < JUST_COME


def _had_an_empty_letter(turn: Turn, records: Records) -> bool:
    """Whether the week before was empty too: silence is answered once, not every week."""
    since = turn.person.consented_at
    before = week_until(_last_day(turn) - timedelta(days=7), records)
    return before.is_empty and since is not None and turn.now - since >= TWO_LETTERS


def so_far(turn: Turn, records: Records) -> Turn:
    week = week_until(turn.today, records)
    turn = turn.say(KIND, "weekly-so-far", empty="yes" if week.is_empty else "no")
    return _picture(_told(turn, week), week)


def _told(turn: Turn, week: Week) -> Turn:
    """What they did, a line each, and only what the records hold."""
    if week.is_empty:
        return turn.say(KIND, "weekly-empty")
    counts = {
        "check-ins": week.days_checked_in,
        "breaths": week.breaths,
        "steps": week.steps,
        "goals-reached": week.goals_reached,
        "goal-steps": week.goal_steps,
        "goals-reviewed": week.goals_reviewed,
        "stretches": week.days_stretched,
        "rests": week.rests,
        "paced": week.paced,
    }
    activity = turn.person.pacing.activity if turn.person.pacing else "none"
    done = [turn.words(f"weekly-{name}", count=count, activity=activity) for name, count in counts.items() if count]
    if week.note:
        day = spoken.weekday(turn, week.note.date.weekday())
        done.append(turn.words("weekly-note", day=day, note=_shortened(week.note.text)))
    turn = turn.say_text(KIND, "\n".join(done))
    if flare.is_on(turn):
        return turn
    hard = week.hard_days(turn.person.settings.bad_day_line)
    return turn.say(KIND, "weekly-well-done-hard" if hard >= 3 else "weekly-well-done", hard=hard)


def _shortened(note: str) -> str:
    """Their words on one line, the end left out when they are long."""
    line = " ".join(note.split())
    return line if len(line) <= LONGEST_NOTE else f"{line[: LONGEST_NOTE - 1].rstrip()}…"


def suggestion(turn: Turn, week: Week) -> str:
    """The id of the suggestion that fits the week, the most telling first; ordinary weeks take turns."""
    wants_steps = bool(turn.person.settings.nudge_days)
    is_hard = week.hard_days(turn.person.settings.bad_day_line) >= 3 or ordinary.is_hard_time(turn)
    fitting = {
        "empty-week": week.is_empty,
        "hard-week": is_hard,
        "pushed-through": week.pushed >= 3,
        "breath-harder": "harder" in week.breath_felt,
        "harder-than-expected": wants_steps and week.harder > 0,
        "easier-than-expected": wants_steps and week.easier > 0,
        "steps-tried": wants_steps and week.steps > 0,
        "steps-not-today": wants_steps and week.offers > 0,
        "breath-easier": "easier" in week.breath_felt,
        "rested-week": week.rests >= 2,
        "few-check-ins": week.days_checked_in <= 2 and not _is_new(turn),
    }
    number_of_week = turn.today.toordinal() // 7
    return next((name for name, fits in fitting.items() if fits), ORDINARY[number_of_week % len(ORDINARY)])


def _is_new(turn: Turn) -> bool:
    """Whether the person has not had a whole week yet."""
    since = turn.person.consented_at
    return since is not None and turn.now - since < timedelta(days=6)


def _picture(turn: Turn, week: Week) -> Turn:
    said = {word: turn.label("week-picture", word) for word in ON_IT}
    picture = WeekPicture(
        said["title"],
        tuple(_picture_day(turn, day) for day in week.days),
        said["pain"],
        said["breath"],
        said["step"],
        said["rest"],
        said["missing"],
        said["band"],
        said["flare"],
        turn.person.settings.dark_pictures,
    )
    lines = "\n".join(_day_in_words(turn, day) for day in week.days)
    return turn.say(KIND, "weekly-picture", attachment=picture, days=lines)


def _picture_day(turn: Turn, day: Day) -> PictureDay:
    name = turn.label("weekdays", f"short-{day.date.weekday()}")
    return PictureDay(name, day.pain, day.breaths, day.steps, day.rested, day.flare)


def _day_in_words(turn: Turn, day: Day) -> str:
    """The same that the picture shows, for those who do not see it."""
    parts = [turn.words("week-day-breaths", count=day.breaths)] if day.breaths else []
    parts += [turn.words("week-day-steps", count=day.steps)] if day.steps else []
    parts += [turn.label("week-picture", "rest")] if day.rested else []
    parts += [turn.label("week-picture", "flare")] if day.flare else []
    pain = turn.words("week-day-pain", pain=spoken.score(turn, day.pain)) if day.pain is not None else None
    name = turn.label("weekdays", f"short-{day.date.weekday()}")
    told = spoken.in_a_row(turn, [pain, *parts] if pain else parts) or turn.label("week-picture", "missing")
    return turn.words("week-day", day=name, told=told)
