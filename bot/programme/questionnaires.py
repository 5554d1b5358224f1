"""Published questionnaires: the PEG, once a week for those who said yes, and a mood check for those who ask for it.

The PEG (Krebs 2009) is named by the CDC's guideline of 2022; it is compared over four weeks, and a difference of less
than a point is not spoken of. The mood check is the PHQ-2 and the GAD-2, free to use, at most every four weeks. Neither
says what someone has; no lower score is praised.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from bot.conversation import walk
from bot.conversation.calendar import is_quiet, local
from bot.conversation.effects import Amend, Record, SetTimer
from bot.conversation.person import PegTold, Place, Questions
from bot.conversation.records import Questionnaire
from bot.conversation.turn import Turn
from bot.programme import check_in, ordinary, safety, settings, spoken
from bot.programme.parts import Part
from bot.programme.plan import PEG, may_speak_unasked, peg_moment, plan_one
from bot.progress.questionnaires import POSITIVE, four_weeks_before, peg_change, peg_score

KIND, MOOD = "peg", "mood"
WEEK = timedelta(days=7)
BETWEEN_MOOD_CHECKS = timedelta(days=28)
RUN_IN = timedelta(days=14)  # whoever begins in a flare looks better soon after, whatever happens
WAITS = timedelta(hours=1)
GONE = timedelta(hours=4)
JUST_TALKED = timedelta(minutes=15)
JUST_TOLD = timedelta(minutes=10)
CORRECTABLE = timedelta(hours=12)
MOST_IGNORED = 3  # in a row; then they are asked no more
REMEMBERED = 6
ITEMS = ("average", "enjoyment", "activity")
FEELINGS = ("interest", "down", "nervous", "worrying")
PUBLISHED = {"peg": ITEMS, "mood": FEELINGS}  # scripts whose questions are what was published, in that order
OFTEN = ("not_at_all", "several", "more_than_half", "nearly_every")  # worth 0 to 3
OF_A_STEP = frozenset({"step", "step_result"})


# Once a week, unasked


def due(turn: Turn, due_at: datetime) -> Turn:
    """The day for the weekly questions, or for their only offer, has come; whether it allows them is decided here."""
    late = turn.now - peg_moment(turn, turn.today)
    is_its_time = timedelta(0) <= late <= GONE and not is_quiet(turn.now, turn.person.settings.zone)
    if not is_its_time or not _allows_questions(turn):
        return plan_one(turn, PEG)
    is_free = may_speak_unasked(turn) and not (turn.waiting or _waits_for_a_check_in(turn) or _has_just_talked(turn))
    if not is_free:
        return turn.doing(SetTimer(PEG, turn.now + WAITS))
    turn = replace(turn, expires_at=turn.now + GONE)
    return _offer(turn) if turn.person.settings.ask_peg is None else _ask_whether_now(turn)


def _allows_questions(turn: Turn) -> bool:
    """Not on a bad day, in a flare, soon after a crisis, nor beside a step that is offered or tried today."""
    person = turn.person
    is_trying = person.trying is not None and _is_today(turn, person.trying.since)
    has_step = any(place.script in OF_A_STEP and _is_today(turn, place.asked_at) for place in person.agenda)
    return not (ordinary.is_hard_time(turn) or is_trying or has_step)


def _is_today(turn: Turn, moment: datetime) -> bool:
    return local(moment, turn.person.settings.zone).date() == turn.today


def _waits_for_a_check_in(turn: Turn) -> bool:
    """Whether today's check-in has no answer yet, or comes soon."""
    theirs, last = turn.person.settings, turn.person.last_check_in
    if check_in.is_unanswered_today(turn):
        return True
    had_today = turn.person.asked_on == turn.today or (last is not None and last.local_date == turn.today)
    hour = datetime.combine(turn.today, theirs.check_in_time, turn.here.tzinfo)
    return turn.today.weekday() in theirs.check_in_days and not had_today and turn.here <= hour <= turn.here + GONE


def _has_just_talked(turn: Turn) -> bool:
    return turn.person.heard_at is not None and turn.now - turn.person.heard_at < JUST_TALKED


def _offer(turn: Turn) -> Turn:
    """Asked once; no answer is a no."""
    turn = _asked_today(turn.setting(ask_peg=False), unanswered=0)
    return plan_one(walk.open_script(turn.because("why-peg-offer"), "peg_offer"), PEG)


def _ask_whether_now(turn: Turn) -> Turn:
    """The weekly questions wait for a yes; after some weeks without an answer they end by themselves."""
    unanswered = turn.person.questions.unanswered
    if unanswered >= MOST_IGNORED:
        return plan_one(turn.setting(ask_peg=False), PEG)
    turn = _asked_today(turn, unanswered=unanswered + 1)
    return plan_one(walk.open_script(turn.because("why-peg"), "peg_now"), PEG)


def _asked_today(turn: Turn, unanswered: int) -> Turn:
    return _knowing(turn, asked_on=turn.today, unanswered=unanswered)


def _knowing(turn: Turn, **changes: Any) -> Turn:
    return turn.knowing(questions=replace(turn.person.questions, **changes))


def _offer_answered(turn: Turn, place: Place) -> Turn:
    if place.answers["weekly"] != "yes":
        return turn.say(KIND, "peg-weekly-no")
    turn = plan_one(turn.setting(ask_peg=True), PEG)
    return turn.say(KIND, "peg-weekly-yes") if place.answers.get("told") else _begin(turn)


def _now_answered(turn: Turn, place: Place) -> Turn:
    turn = _knowing(turn, unanswered=0)
    return _begin(turn) if place.answers["now"] == "begin" else turn.say(KIND, "peg-not-this-week")


def answered_late(turn: Turn, button: walk.Pressed) -> Turn:
    """The button of this week's question, pressed on another day."""
    turn = _knowing(turn, unanswered=0)
    return ask_now(turn, "") if button.option == "begin" else turn.say(KIND, "peg-not-this-week")


def ask_weekly(turn: Turn, words: str = "") -> Turn:
    """ "Ask me the questions every week"."""
    return plan_one(turn.setting(ask_peg=True), PEG).say(KIND, "peg-weekly-yes")


def ask_no_more(turn: Turn, words: str = "") -> Turn:
    """ "No weekly questions"."""
    for script in ("peg", "peg_now", "peg_offer"):
        turn = walk.close(turn, script)
    return plan_one(turn.setting(ask_peg=False), PEG).say(KIND, "peg-weekly-ended")


def _weekly_chosen(turn: Turn, place: Place) -> Turn:
    """Yes or no to the weekly questions, from the list of settings."""
    match place.answers["wanted"]:
        case "yes":
            return settings.menu_again(ask_weekly(turn), place)
        case "no":
            return settings.menu_again(ask_no_more(turn), place)
        case _:
            return settings.kept(turn, place)


# The three items


def ask_now(turn: Turn, words: str = "") -> Turn:
    """The person wants to answer the PEG, which looks back on a week and is answered once in it."""
    newest = _newest(turn)
    if newest is None or turn.today - newest.local_date >= WEEK:
        turn = turn.say(KIND, "peg-on-a-hard-day") if check_in.is_bad_day(turn) or turn.person.flare else turn
        return _begin(turn)
    if turn.now - newest.recorded_at <= CORRECTABLE:
        return walk.open_script(turn, "peg_again", **_said(turn, newest))
    day, following = newest.local_date, newest.local_date + WEEK
    known = _said(turn, newest) | {"day": spoken.day(turn, day), "next": spoken.day(turn, following)}
    return turn.say(KIND, "peg-lately", **known)


def _begin(turn: Turn) -> Turn:
    """What the questions are is said to whoever has not answered them before."""
    return walk.open_script(turn if _newest(turn) else turn.say(KIND, "peg-hello"), "peg")


def _again_answered(turn: Turn, place: Place) -> Turn:
    newest = _newest(turn)
    if place.answers["again"] != "again" or newest is None:
        return turn.say(KIND, "peg-kept")
    return walk.open_script(turn, "peg", entry=newest.entry)


def _newest(turn: Turn) -> PegTold | None:
    told = turn.person.questions.told
    return told[-1] if told else None


def _item_answered(turn: Turn, step: str, value: Any) -> Turn:
    return walk.close(turn, "peg").say(KIND, "peg-left") if value == "skip" else turn


def _told(turn: Turn, place: Place) -> Turn:
    """All three are there: kept, said back, and beside those of four weeks ago."""
    answers = tuple(float(place.answers[item]) for item in ITEMS)
    newest = _newest(turn)
    if newest is not None and place.answers.get("entry") == newest.entry:
        return _put_right(turn, replace(newest, answers=answers))
    told = PegTold(turn.person.turn, turn.acted_on, turn.now, answers)
    kept = (*turn.person.questions.told, told)[-REMEMBERED:]
    turn = _asked_today(_knowing(turn, told=kept), unanswered=0)
    turn = turn.doing(Record(Questionnaire(told.entry, told.local_date, "peg", _row(answers), peg_score(answers))))
    turn = plan_one(_compared(turn.say(KIND, "peg-told", **_said(turn, told)), told), PEG)
    return _offer_after(turn) if turn.person.settings.ask_peg is None else turn


def _row(answers: Sequence[float]) -> str:
    """The answers as their row holds them."""
    return " ".join(f"{answer:g}" for answer in answers)


def _said(turn: Turn, told: PegTold) -> dict[str, Any]:
    first, second, third = (spoken.score(turn, answer) for answer in told.answers)
    return {"first": first, "second": second, "third": third, "score": _rounded(turn, told)}


def _rounded(turn: Turn, told: PegTold) -> str:
    return spoken.score(turn, round(peg_score(told.answers), 1))


def _compared(turn: Turn, told: PegTold) -> Turn:
    """Beside those of four weeks ago, unless these are from their first days or the difference is less than a point."""
    began = turn.person.consented_at
    settled = [each for each in turn.person.questions.told if began is None or each.recorded_at - began >= RUN_IN]
    earlier = four_weeks_before(told, settled)
    if earlier is None:
        return turn
    before, now = peg_score(earlier.answers), peg_score(told.answers)
    change = peg_change(before, now)
    if change == "none":
        return turn
    way, when = "lower" if now < before else "higher", spoken.day(turn, earlier.local_date)
    return turn.say(KIND, f"peg-change-{change}", way=way, when=when, before=_rounded(turn, earlier))


def _offer_after(turn: Turn) -> Turn:
    """Whoever found the questions by themselves is asked once whether they shall come every week."""
    place = Place("peg_offer", "weekly", turn.person.turn, turn.now, {"told": "yes"})
    return walk.ask(turn.setting(ask_peg=False).pushed(place), "peg-weekly")


def correct(turn: Turn, answer: float) -> Turn | None:
    """ "No, 5": the item before the open one, or the last one just after the end; `None` when it is about another."""
    place = turn.person.place
    if place is not None and place.script == "peg":
        return _item_corrected(turn, place, answer)
    newest = _newest(turn)
    if newest is None or turn.now - newest.recorded_at > JUST_TOLD:
        return None
    later = (told.entry for told in (turn.person.last_told, turn.person.trying) if told is not None)
    if any(entry > newest.entry for entry in later):
        return None
    return _put_right(turn, replace(newest, answers=(*newest.answers[:-1], answer)))


def _item_corrected(turn: Turn, place: Place, answer: float) -> Turn | None:
    at = ITEMS.index(place.step)
    if at == 0:
        return None
    item = ITEMS[at - 1]
    said, before = spoken.score(turn, answer), spoken.score(turn, float(place.answers[item]))
    turn = turn.pushed(replace(place, answers=place.answers | {item: answer}))
    return walk.ask(turn.say(KIND, "peg-changed", said=said, before=before))


def _put_right(turn: Turn, told: PegTold) -> Turn:
    turn = _knowing(turn, told=(*turn.person.questions.told[:-1], told))
    changes = {"answers": _row(told.answers), "score": peg_score(told.answers)}
    turn = turn.doing(Amend(Questionnaire, told.entry, changes)).say(KIND, "peg-put-right", **_said(turn, told))
    return _compared(turn, told)


# The mood check


def check_mood(turn: Turn, words: str = "") -> Turn:
    """The person asks for it; on the same day they may put their answers right."""
    mood_on = turn.person.questions.mood_on
    if mood_on is not None and turn.today != mood_on and turn.today - mood_on < BETWEEN_MOOD_CHECKS:
        following = spoken.day(turn, mood_on + BETWEEN_MOOD_CHECKS)
        options = turn.commands("breathe", "help")
        return turn.say(MOOD, "mood-lately", day=spoken.day(turn, mood_on), next=following, options=options)
    return walk.open_script(turn.say(MOOD, "mood-hello"), "mood", opened=turn.person.turn)


def _feeling_answered(turn: Turn, step: str, value: Any) -> Turn:
    return walk.close(turn, "mood").say(MOOD, "mood-left") if value == "skip" else turn


def _mood_told(turn: Turn, place: Place) -> Turn:
    """Kept as two rows; at or above a cut-off they hear that it is worth telling someone who can look closer."""
    answers = [OFTEN.index(place.answers[item]) for item in FEELINGS]
    low, worry = sum(answers[:2]), sum(answers[2:])
    turn = _mood_kept(turn, place, answers)
    turn = turn.say(MOOD, "mood-kept", low=str(low), worry=str(worry))
    if max(low, worry) < POSITIVE:
        return turn.say(MOOD, "mood-calm")
    return turn.say(MOOD, "mood-worth-telling", options=turn.commands("help", "breathe"), **safety.numbers(turn))


def _mood_kept(turn: Turn, place: Place, answers: list[int]) -> Turn:
    known: Questions = turn.person.questions
    is_again = known.mood_on == turn.today
    entries = known.mood if is_again else (place.answers["opened"], turn.person.turn)
    for entry, name, both in zip(entries, ("phq2", "gad2"), (answers[:2], answers[2:]), strict=True):
        row, score = _row(both), float(sum(both))
        again = Amend(Questionnaire, entry, {"answers": row, "score": score})
        turn = turn.doing(again if is_again else Record(Questionnaire(entry, turn.today, name, row, score)))
    return _knowing(turn, mood_on=turn.today, mood=entries)


PARTS = {
    "weekly_questions": Part(_weekly_chosen),
    "peg_offer": Part(_offer_answered),
    "peg_now": Part(_now_answered),
    "peg": Part(_told, answered=_item_answered),
    "peg_again": Part(_again_answered),
    "mood": Part(_mood_told, answered=_feeling_answered),
}
