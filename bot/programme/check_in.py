"""The daily check-in: pain from 0 to 10, which alone is complete, and then as little or as much as the person likes."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from bot.conversation import walk
from bot.conversation.calendar import QUIET_FROM, is_quiet, local, moment_of, next_occurrence
from bot.conversation.effects import Amend, CancelScheduled, Record, SetTimer
from bot.conversation.person import AskedDay, LastCheckIn, Place
from bot.conversation.records import CheckIn
from bot.conversation.turn import Turn
from bot.programme import breathing, flare, silence, spoken
from bot.programme.parts import Part
from bot.programme.plan import CHECK_IN, NUDGE, may_speak_unasked, plan_one
from bot.understanding.check_ins import DayTold
from bot.understanding.scores import Scored

KIND = "check_in"
TALKING = timedelta(minutes=5)  # someone who wrote this recently is in the middle of something
PATIENCE = timedelta(hours=2)  # how long a check-in waits for the end of another conversation
GONE = timedelta(hours=4)  # a check-in this late is not asked any more
WAITS = timedelta(minutes=30)  # for an answer to what came before it
JUST_PAST_MIDNIGHT = timedelta(minutes=30)
CORRECTABLE = timedelta(hours=12)
MOST_UNANSWERED = 14
FEWEST_LETTERS = re.compile(r"[^\W\d_]{3}")  # of words that tell something
LONGEST = 4000  # characters of a note
ALONE = 2  # parts, the words among them: "staying in bed" alone begins no check-in
FEW_WORDS = 4  # check-ins in a row with nothing but a number, after which only the number is asked
SENTENCE = 280  # characters; a longer text without a score is a story, not a check-in


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


def ask_now(turn: Turn, words: str) -> Turn:
    """The person wants to check in; they may have said the number, or all of it, at once."""
    score = turn.reader.score(words, remembered(turn))
    if not isinstance(score, Scored):
        return _ask_about(turn, turn.today, None)
    return told_in_words(turn, words) or told(turn, score.value, turn.acted_on)


def _ask_about(turn: Turn, day: date, message: str | None, **known: Any) -> Turn:
    place = Place("check_in", "pain", turn.person.turn, turn.now, {"date": day.isoformat()} | known)
    return walk.ask(turn.pushed(place), message)


def _pain_told(turn: Turn, place: Place) -> Turn:
    pain, day = float(place.answers["pain"]), _day_asked_about(turn, place)
    parts = _parts_so_far(place)
    return _told_with(turn, pain, day, parts) if parts else told(turn, pain, day)


def _day_asked_about(turn: Turn, place: Place) -> date:
    return min(date.fromisoformat(place.answers["date"]), turn.acted_on)  # the answer may be older than the question


def told(turn: Turn, pain: float, day: date) -> Turn:
    """Keep a pain score for that day. Another one for the same day is a second entry, not a correction."""
    last = turn.person.last_check_in
    again = last is not None and last.local_date == day
    turn = _keep(turn, CheckIn(turn.person.turn, day, turn.now, pain))
    if day != turn.today:
        return turn.say(KIND, "check-in-late", pain=spoken.score(pain), day=spoken.day(turn, day))
    if flare.is_on(turn):
        return flare.noted(turn, pain)
    if pain >= turn.person.settings.bad_day_line:
        return walk.open_script(turn, "hard_day", entry=turn.person.turn, pain=spoken.score(pain))
    saved = "check-in-again" if again else "check-in-saved"
    if not _asks_about_the_day(turn):
        return _number_alone(turn, saved, spoken.score(pain))
    turn = turn.knowing(days_left=turn.person.days_left + 1).say(KIND, saved, pain=spoken.score(pain))
    return _ask_about_the_day(turn, {"entry": turn.person.turn})


def _asks_about_the_day(turn: Turn) -> bool:
    """Whether questions follow the number: not for whoever left them some times in a row."""
    wants = turn.person.settings.ask_day and turn.person.days_left < FEW_WORDS
    return wants or _is_sleep_measured(turn)


def _number_alone(turn: Turn, saved: str, pain: str) -> Turn:
    """A button in place of the questions; that they are left out from now on is said once."""
    button = turn.commands("day")
    if turn.person.settings.ask_day:
        turn = turn.setting(ask_day=False).say(KIND, saved, pain=pain)
        return turn.say(KIND, "check-in-number-alone", options=button)
    return silence.look_at_the_hour(turn.say(KIND, saved, options=button, pain=pain))


def _is_sleep_measured(turn: Turn) -> bool:
    """Whether an experiment takes how they slept from the check-in."""
    trial = turn.person.trial
    return trial is not None and trial.question.endswith("_sleep")


def add_to_today(turn: Turn, words: str = "") -> Turn:
    """Sleep, the day and a note for the check-in of today, for whoever is asked for the number alone."""
    last = turn.person.last_check_in
    if last is None or last.local_date != turn.today:
        return _ask_about(turn, turn.today, None)
    return _ask_about_the_day(turn, {"entry": last.entry, "all": "yes"})


def _ask_about_the_day(turn: Turn, known: Mapping[str, Any]) -> Turn:
    """Sleep first, unless they do not want to be asked; what was told with the score is not asked again."""
    told_sleep = "sleep" in known or not turn.person.settings.ask_sleep
    step = "note" if "went" in known else "day" if told_sleep else "sleep"
    return walk.ask(turn.pushed(Place("day", step, turn.person.turn, turn.now, dict(known))))


def _keep(turn: Turn, check_in: CheckIn) -> Turn:
    last = turn.person.last_check_in
    told = LastCheckIn(check_in.entry, check_in.local_date, turn.now, check_in.pain, check_in.sleep, check_in.note)
    if last is None or check_in.local_date >= last.local_date:
        last = told
    waiting = tuple(asked for asked in turn.person.unanswered if asked.local_date != check_in.local_date)
    return turn.knowing(last_check_in=last, last_told=told, unanswered=waiting).doing(
        Record(check_in), CancelScheduled((KIND, NUDGE))
    )


def _amend(turn: Turn, entry: int, **changes: Any) -> Turn:
    """Add to a check-in; what the newest ones hold is remembered, so that more words never replace earlier ones."""
    known = {name: value for name, value in changes.items() if name in ("sleep", "note")}
    known |= {"day_entry": entry} if "day" in changes else {}
    return _remembering(turn.knowing(days_left=0), entry, **known).doing(Amend(CheckIn, entry, changes))


def _remembering(turn: Turn, entry: int, **known: Any) -> Turn:
    newest = {name: getattr(turn.person, name) for name in ("last_check_in", "last_told")}
    kept = {name: replace(last, **known) for name, last in newest.items() if last is not None and last.entry == entry}
    return turn.knowing(**kept)


def told_late(turn: Turn, asked_turn: int, pain: float) -> Turn | None:
    """A button under the question of an earlier day that was never answered; `None` when it is not one of those."""
    asked = next((asked for asked in turn.person.unanswered if asked.turn == asked_turn), None)
    return told(turn, pain, asked.local_date) if asked else None


def correct(turn: Turn, pain: float) -> Turn | None:
    """ "No, 5": the newest score was another. `None` when there is none, or it is long ago."""
    last = _correctable(turn)
    if last is None:
        return None
    turn = _keep(turn, CheckIn(turn.person.turn, last.local_date, turn.now, pain, corrects=last.entry))
    turn = _remembering(turn, turn.person.turn, day_entry=last.day_entry or last.entry)
    turn = turn.knowing(agenda=tuple(_about(place, last.entry, turn.person.turn) for place in turn.person.agenda))
    said: dict[str, Any] = {"pain": spoken.score(pain), "before": spoken.score(last.pain)}
    is_hard = last.pain < turn.person.settings.bad_day_line <= pain and not flare.is_on(turn)
    if is_hard and last.local_date == turn.today:
        place = Place("hard_day", "choice", turn.person.turn, turn.now, {"entry": turn.person.turn} | said)
        return walk.ask(walk.close(turn, "day").pushed(place), "check-in-corrected-hard")
    return turn.say(KIND, "check-in-corrected", **said)


def _correctable(turn: Turn) -> LastCheckIn | None:
    last = turn.person.last_told or turn.person.last_check_in
    return last if last is not None and turn.now - last.recorded_at <= CORRECTABLE else None


def put_right(turn: Turn, words: str) -> Turn | None:
    """ "No, 5", "no, upper back", "no, I rested": what stands in the words replaces what was understood before."""
    question = turn.person.place
    if question is not None and (question.script, question.step) in (("meant_pain", "number"), ("day", "day")):
        return None
    said = turn.reader.day(words)
    right = correct(turn, said.pain.value) if isinstance(said.pain, Scored) else turn
    if right is None or not (said.tells_of_the_day or said.places):
        return right if isinstance(said.pain, Scored) else None
    last, kept = _correctable(right), words if said.places or said.slept else ""
    return _added(right, last, _parts(said, kept), "check-in-put-right") if last else None


def _added(turn: Turn, last: LastCheckIn, parts: Mapping[str, Any], message: str) -> Turn:
    """More about a check-in that is kept already."""
    changes = {"sleep": parts.get("sleep"), "day": parts.get("went"), "note": _joined(last.note, parts.get("note"))}
    for name, value in changes.items():
        if value is not None:  # a kind of day is put right where it was told, so that it counts once
            turn = _amend(turn, (name == "day" and last.day_entry) or last.entry, **{name: value})
    return turn.say(KIND, message, **_shown(turn, parts))


def _joined(*words: str | None) -> str | None:
    return "\n".join(filter(None, words)) or None


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
            return _ask_about_the_day(turn, {"entry": place.answers["entry"]} | _parts_so_far(place))
        case "flare":
            return flare.begin(turn)
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


# A whole check-in in one sentence


def told_in_words(turn: Turn, text: str) -> Turn | None:
    """ "7 low back, slept 4h, took it slow"; `None` when there is no score in it, or nothing but a score."""
    said = turn.reader.day(text, remembered(turn))
    if not isinstance(said.pain, Scored) or not (said.says_more or said.is_same):
        return None
    place, day = turn.person.place, turn.acted_on
    parts = _parts(said, text) if said.says_more else {}
    if place is not None and place.script == "check_in":
        day, parts = _day_asked_about(turn, place), _together(_parts_so_far(place), parts)
    turn = walk.close(turn, "check_in")
    if not parts:
        return _told_the_same(turn, said.pain.value, day)
    return _told_with(turn, said.pain.value, day, parts)


def _told_the_same(turn: Turn, pain: float, day: date) -> Turn:
    """The score of another day, named with that day."""
    last = turn.person.last_check_in
    if last is not None and pain < turn.person.settings.bad_day_line:
        turn = turn.say(KIND, "check-in-same", pain=spoken.score(pain), day=spoken.day(turn, last.local_date))
    return told(turn, pain, day)


def _told_with(turn: Turn, pain: float, day: date, parts: Mapping[str, Any]) -> Turn:
    """Keep a score and what was told with it, show all of it in a line, and ask nothing more."""
    last = turn.person.last_check_in
    again = last is not None and last.local_date == day
    told = CheckIn(turn.person.turn, day, turn.now, pain, parts.get("sleep"), parts.get("went"), note=parts.get("note"))
    when = "late" if day != turn.today else "again" if again else "now"
    shown = _shown(turn, parts, pain) | {"day": spoken.day(turn, day), "when": when}
    turn = _keep(turn.knowing(days_left=0), told)
    if day == turn.today and pain >= turn.person.settings.bad_day_line and not flare.is_on(turn):
        answers = {"entry": turn.person.turn, "pain": spoken.score(pain)} | dict(parts) | shown
        return walk.ask(turn.pushed(Place("hard_day", "choice", turn.person.turn, turn.now, answers)), "hard-day-told")
    return silence.look_at_the_hour(turn.say(KIND, "check-in-told", **shown))


def _parts(said: DayTold, text: str) -> dict[str, Any]:
    """What a sentence tells besides the pain, as a question's answers hold it. Places have no column but the note."""
    parts = {
        "sleep": said.sleep, "went": said.day, "slept": said.slept or None, "named": list(said.places) or None,
        "note": text.strip() if said.has_words and 0 < len(text.strip()) <= LONGEST else None,
    }  # fmt: skip
    return {name: value for name, value in parts.items() if value is not None}


def _parts_so_far(place: Place) -> dict[str, Any]:
    return {name: place.answers[name] for name in ("sleep", "went", "slept", "named", "note") if name in place.answers}


def _together(before: Mapping[str, Any], more: Mapping[str, Any]) -> dict[str, Any]:
    note = _joined(before.get("note"), more.get("note"))
    return {**before, **more} | ({"note": note} if note else {})


def _shown(turn: Turn, parts: Mapping[str, Any], pain: float | None = None) -> dict[str, Any]:
    """The parts in words, and what of it is in the note."""
    told = [] if pain is None else [spoken.score(pain)]
    told += [spoken.painful_place(turn, name) for name in parts.get("named", ())]
    if "sleep" in parts:
        told.append(turn.label("told-parts", "sleep", sleep=spoken.score(parts["sleep"])))
    if "went" in parts:
        told.append(turn.label("told-parts", parts["went"]))
    return {
        "told": ", ".join(told) or turn.label("told-parts", "words"),
        "kept": "slept" if "slept" in parts else "words" if "note" in parts else "no",
        "slept": parts.get("slept", ""),
    }


def told_without_pain(turn: Turn, text: str) -> Turn | None:
    """What they tell of the day is kept until the pain is told, or with the check-in that today has already."""
    meant = turn.reader.percent(text)
    if meant is not None:
        return _ask_what_is_meant(turn, meant)
    said, last = turn.reader.day(text), _correctable(turn)
    if not said.tells_of_the_day or isinstance(said.pain, Scored) or len(text) > SENTENCE:
        return None
    if last is not None and last.local_date == turn.today and turn.person.place is None:
        return _added(turn, last, _parts(said, text), "check-in-added")
    parts = _parts(said, text)
    is_asked = turn.person.place is not None and turn.person.place.script == "check_in"
    return _ask_for_pain(turn, parts) if is_asked or len(parts) > ALONE else None


def _ask_for_pain(turn: Turn, parts: dict[str, Any]) -> Turn:
    place = turn.person.place
    if place is None or place.script != "check_in":
        return _ask_about(turn, turn.today, "check-in-needs-pain", **(parts | _shown(turn, parts)))
    known = _together(_parts_so_far(place), parts)
    place = replace(place, answers=place.answers | known | _shown(turn, known))
    return walk.ask(turn.pushed(place), "check-in-needs-pain")


def _unclear_pain(turn: Turn, text: str) -> Turn | None:
    """No score, and yet something to go by: a percentage, a comparison, the rest of the day."""
    last = turn.person.last_check_in
    if turn.reader.compares(text) and last is not None and remembered(turn) is not None:
        place = turn.person.agenda[0]
        said = {"before": spoken.score(last.pain), "when": spoken.day(turn, last.local_date)}
        return walk.ask(turn.pushed(replace(place, answers=place.answers | said)), "check-in-compared")
    return told_without_pain(turn, text)


def _ask_what_is_meant(turn: Turn, pain: float) -> Turn:
    """ "70%" may be 7 of 10."""
    place, number = turn.person.place, spoken.score(pain)
    asked = place.answers if place is not None and place.script == "check_in" else {"date": turn.today.isoformat()}
    answers = asked | {walk.CHOICES: [[number, number]], "pain": number}
    return walk.ask(turn.pushed(Place("meant_pain", "number", turn.person.turn, turn.now, answers)))


def _meant_pain(turn: Turn, place: Place) -> Turn:
    if place.answers["number"] == "another":
        return _asked_again(turn, place)
    turn = walk.close(turn, "check_in")
    return _pain_told(turn, replace(place, answers=place.answers | {"pain": place.answers["number"]}))


def _asked_again(turn: Turn, place: Place) -> Turn:
    known = {name: value for name, value in place.answers.items() if name not in (walk.CHOICES, "pain", "number")}
    return walk.ask(turn.pushed(Place("check_in", "pain", turn.person.turn, turn.now, known)))


def _another_number(turn: Turn, text: str) -> Turn | None:
    """Instead of a yes or no, they write the number."""
    place, score = turn.person.agenda[0], turn.reader.score(text)
    if not isinstance(score, Scored):
        return None
    turn = walk.close(walk.close(turn, "meant_pain"), "check_in")
    return _pain_told(turn, replace(place, answers=place.answers | {"pain": score.value}))


# Sleep, the day, a note


def ask_no_sleep(turn: Turn, words: str = "") -> Turn:
    """Sleep is not asked about from now on; an open question about it gives way to the next."""
    question = walk.current(turn)
    turn = turn.setting(ask_sleep=False).say(KIND, "sleep-not-asked")
    if question is None or (question.script.id, question.step.id) != ("day", "sleep"):
        return turn
    return walk.ask(turn.pushed(replace(question.place, step="day")))


def ask_sleep_again(turn: Turn, words: str = "") -> Turn:
    return turn.setting(ask_sleep=True, ask_day=True).knowing(days_left=0).say(KIND, "sleep-asked-again")


def slept(turn: Turn, sleep: float) -> Turn:
    """Sleep told by itself: kept with the newest check-in, or, before there is one, the check-in is asked for."""
    last = turn.person.last_check_in
    if last is None or last.local_date != turn.today:
        return _ask_for_pain(turn, {"sleep": sleep})
    turn = _amend(turn, last.entry, sleep=sleep)
    if last.sleep is None or last.sleep == sleep:
        return turn.say(KIND, "sleep-noted", sleep=spoken.score(sleep))
    return turn.say(KIND, "sleep-corrected", sleep=spoken.score(sleep), before=spoken.score(last.sleep))


def slept_in_words(turn: Turn, text: str) -> Turn:
    """Sleep without a number is kept in the person's words, as the beginning of the day's note."""
    place = turn.person.agenda[0]
    note = _with_what_was_said(place, text.strip())
    turn = _amend(turn, place.answers["entry"], note=note)
    said = replace(place, step="day", answers=place.answers | {"note": note})
    return walk.ask(turn.pushed(said).say(KIND, "day-kept-sleep"))


def _own_words(turn: Turn, text: str) -> Turn | None:
    """The day in the person's own words, instead of a button: kept as its note."""
    question, words = walk.current(turn), text.strip()
    is_about_the_day = question is not None and question.step.id == "day" and question.waits(turn)
    is_question = turn.reader.asks(words)
    is_number = turn.reader.value(words) is not None
    if not is_about_the_day or is_question or is_number or not FEWEST_LETTERS.search(words) or len(words) > LONGEST:
        return None
    place = turn.person.agenda[0]
    turn = _amend(turn, place.answers["entry"], note=_with_what_was_said(place, words))
    return _day_ended(walk.close(turn, "day"), place, "day-kept")


def _with_what_was_said(place: Place, words: str) -> str:
    return _joined(place.answers.get("note"), words) or ""


def _about_the_day(turn: Turn, step: str, value: Any) -> Turn:
    place = turn.person.agenda[0]
    if value == "done":
        return _day_ended(walk.close(turn, "day"), place, "day-done")
    if step == "note":
        value = _with_what_was_said(place, value)
    turn = _amend(turn, place.answers["entry"], **{step: value})
    if turn.person.settings.ask_day or "all" in place.answers or step != "sleep":
        return turn
    return _day_ended(walk.close(turn, "day"), replace(place, answers=place.answers | {"sleep": value}))


def _day_ended(turn: Turn, place: Place, message: str = "day-noted") -> Turn:
    """What was understood of the day is shown before the last words."""
    chosen = {"sleep": place.answers.get("sleep"), "went": place.answers.get("day")}
    parts = {name: value for name, value in chosen.items() if value is not None}
    if parts:
        turn = turn.say(KIND, "day-told", **_shown(turn, parts))
    return silence.look_at_the_hour(turn.say(KIND, message))


PARTS = {
    "check_in": Part(_pain_told, unclear=_unclear_pain),
    "meant_pain": Part(_meant_pain, unclear=_another_number),
    "hard_day": Part(_hard_day_choice, unclear=_hard_words),
    "day": Part(_day_ended, answered=_about_the_day, unclear=_own_words),
}
