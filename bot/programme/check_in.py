"""The daily check-in: pain from 0 to 10, which alone is complete, and then as little or as much as the person likes."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from bot.conversation import walk
from bot.conversation.person import Place
from bot.conversation.records import CheckIn
from bot.conversation.turn import Turn
from bot.programme import check_in_day, flare, silence, spoken
from bot.programme.check_in_corrected import added
from bot.programme.check_in_day import ask_about_the_day, asks_about_the_day, number_alone
from bot.programme.check_in_kept import KIND, amend, correctable, keep
from bot.programme.check_in_parts import in_words, parts_of, parts_so_far, together
from bot.programme.parts import Part
from bot.understanding.scores import Scored

ALONE = 2  # parts, the words among them: "staying in bed" alone begins no check-in
SENTENCE = 280  # characters; a longer text without a score is a story, not a check-in


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
    parts = parts_so_far(place)
    return _told_with(turn, pain, day, parts) if parts else told(turn, pain, day)


def _day_asked_about(turn: Turn, place: Place) -> date:
    return min(date.fromisoformat(place.answers["date"]), turn.acted_on)  # the answer may be older than the question


def told(turn: Turn, pain: float, day: date) -> Turn:
    """Keep a pain score for that day. Another one for the same day is a second entry, not a correction."""
    last = turn.person.last_check_in
    again = last is not None and last.local_date == day
    turn = keep(turn, CheckIn(turn.person.turn, day, turn.now, pain))
    if day != turn.today:
        return turn.say(KIND, "check-in-late", pain=spoken.score(turn, pain), day=spoken.day(turn, day))
    if flare.is_on(turn):
        return flare.noted(turn, pain)
    if pain >= turn.person.settings.bad_day_line:
        return walk.open_script(turn, "hard_day", entry=turn.person.turn, pain=spoken.score(turn, pain))
    saved = "check-in-again" if again else "check-in-saved"
    if not asks_about_the_day(turn):
        return number_alone(turn, saved, spoken.score(turn, pain))
    turn = turn.knowing(days_left=turn.person.days_left + 1).say(KIND, saved, pain=spoken.score(turn, pain))
    return ask_about_the_day(turn, {"entry": turn.person.turn})


def add_to_today(turn: Turn, words: str = "") -> Turn:
    """Sleep, the day and a note for the check-in of today, for whoever is asked for the number alone."""
    last = turn.person.last_check_in
    if last is None or last.local_date != turn.today:
        return _ask_about(turn, turn.today, None)
    return ask_about_the_day(turn, {"entry": last.entry, "all": "yes"})


def told_late(turn: Turn, asked_turn: int, pain: float) -> Turn | None:
    """A button under the question of an earlier day that was never answered; `None` when it is not one of those."""
    asked = next((asked for asked in turn.person.unanswered if asked.turn == asked_turn), None)
    return told(turn, pain, asked.local_date) if asked else None


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
    parts = parts_of(said, text) if said.says_more else {}
    if place is not None and place.script == "check_in":
        day, parts = _day_asked_about(turn, place), together(parts_so_far(place), parts)
    turn = walk.close(turn, "check_in")
    if not parts:
        return _told_the_same(turn, said.pain.value, day)
    return _told_with(turn, said.pain.value, day, parts)


def _told_the_same(turn: Turn, pain: float, day: date) -> Turn:
    """The score of another day, named with that day."""
    last = turn.person.last_check_in
    if last is not None and pain < turn.person.settings.bad_day_line:
        turn = turn.say(KIND, "check-in-same", pain=spoken.score(turn, pain), day=spoken.day(turn, last.local_date))
    return told(turn, pain, day)


def _told_with(turn: Turn, pain: float, day: date, parts: Mapping[str, Any]) -> Turn:
    """Keep a score and what was told with it, show all of it in a line, and ask nothing more."""
    last = turn.person.last_check_in
    again = last is not None and last.local_date == day
    told = CheckIn(turn.person.turn, day, turn.now, pain, parts.get("sleep"), parts.get("went"), note=parts.get("note"))
    when = "late" if day != turn.today else "again" if again else "now"
    shown = in_words(turn, parts, pain) | {"day": spoken.day(turn, day), "when": when}
    turn = keep(turn.knowing(days_left=0), told)
    if day == turn.today and pain >= turn.person.settings.bad_day_line and not flare.is_on(turn):
        answers = {"entry": turn.person.turn, "pain": spoken.score(turn, pain)} | dict(parts) | shown
        return walk.ask(turn.pushed(Place("hard_day", "choice", turn.person.turn, turn.now, answers)), "hard-day-told")
    return silence.look_at_the_hour(turn.say(KIND, "check-in-told", **shown))


def told_without_pain(turn: Turn, text: str) -> Turn | None:
    """What they tell of the day is kept until the pain is told, or with the check-in that today has already."""
    meant = turn.reader.percent(text)
    if meant is not None:
        return _ask_what_is_meant(turn, meant)
    said, last = turn.reader.day(text), correctable(turn)
    if not said.tells_of_the_day or isinstance(said.pain, Scored) or len(text) > SENTENCE:
        return None
    if last is not None and last.local_date == turn.today and turn.person.place is None:
        return added(turn, last, parts_of(said, text), "check-in-added")
    parts = parts_of(said, text)
    is_asked = turn.person.place is not None and turn.person.place.script == "check_in"
    return _ask_for_pain(turn, parts) if is_asked or len(parts) > ALONE else None


def _ask_for_pain(turn: Turn, parts: dict[str, Any]) -> Turn:
    place = turn.person.place
    if place is None or place.script != "check_in":
        return _ask_about(turn, turn.today, "check-in-needs-pain", **(parts | in_words(turn, parts)))
    known = together(parts_so_far(place), parts)
    place = replace(place, answers=place.answers | known | in_words(turn, known))
    return walk.ask(turn.pushed(place), "check-in-needs-pain")


def _unclear_pain(turn: Turn, text: str) -> Turn | None:
    """No score, and yet something to go by: a percentage, a comparison, the rest of the day."""
    last = turn.person.last_check_in
    if turn.reader.compares(text) and last is not None and remembered(turn) is not None:
        place = turn.person.agenda[0]
        said = {"before": spoken.score(turn, last.pain), "when": spoken.day(turn, last.local_date)}
        return walk.ask(turn.pushed(replace(place, answers=place.answers | said)), "check-in-compared")
    return told_without_pain(turn, text)


def _ask_what_is_meant(turn: Turn, pain: float) -> Turn:
    """ "70%" may be 7 of 10."""
    place, shown = turn.person.place, spoken.score(turn, pain)
    asked = place.answers if place is not None and place.script == "check_in" else {"date": turn.today.isoformat()}
    answers = asked | {walk.CHOICES: [[f"{pain:g}", shown]], "pain": shown}
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


def slept(turn: Turn, sleep: float) -> Turn:
    """Sleep told by itself: kept with the newest check-in, or, before there is one, the check-in is asked for."""
    last = turn.person.last_check_in
    if last is None or last.local_date != turn.today:
        return _ask_for_pain(turn, {"sleep": sleep})
    turn = amend(turn, last.entry, sleep=sleep)
    if last.sleep is None or last.sleep == sleep:
        return turn.say(KIND, "sleep-noted", sleep=spoken.score(turn, sleep))
    return turn.say(KIND, "sleep-corrected", sleep=spoken.score(turn, sleep), before=spoken.score(turn, last.sleep))


PARTS = {
    "check_in": Part(_pain_told, unclear=_unclear_pain),
    "meant_pain": Part(_meant_pain, unclear=_another_number),
    **check_in_day.PARTS,
}
