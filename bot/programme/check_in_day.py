"""What follows the number: sleep, the day, a note; and on a hard day nothing but what they choose."""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from bot.conversation import walk
from bot.conversation.person import Place
from bot.conversation.turn import Turn
from bot.programme import breathing, flare, silence
from bot.programme.check_in_kept import KIND, amend
from bot.programme.check_in_parts import LONGEST, in_words, joined, parts_so_far
from bot.programme.parts import Part

FEWEST_LETTERS = re.compile(r"[^\W\d_]{3}")  # of words that tell something


def ask_about_the_day(turn: Turn, known: Mapping[str, Any]) -> Turn:
    """Sleep first, unless they do not want to be asked; what was told with the score is not asked again."""
    told_sleep = "sleep" in known or not turn.person.settings.ask_sleep
    step = "note" if "went" in known else "day" if told_sleep else "sleep"
    return walk.ask(turn.pushed(Place("day", step, turn.person.turn, turn.now, dict(known))))


def _hard_day_choice(turn: Turn, place: Place) -> Turn:
    match place.answers["choice"]:
        case "breathe":
            return breathing.offer(turn, "")
        case "log":
            return ask_about_the_day(turn, {"entry": place.answers["entry"]} | parts_so_far(place))
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


def slept_in_words(turn: Turn, text: str) -> Turn:
    """Sleep without a number is kept in the person's words, as the beginning of the day's note."""
    place = turn.person.agenda[0]
    note = _with_what_was_said(place, text.strip())
    turn = amend(turn, place.answers["entry"], note=note)
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
    turn = amend(turn, place.answers["entry"], note=_with_what_was_said(place, words))
    return _day_ended(walk.close(turn, "day"), place, "day-kept")


def _with_what_was_said(place: Place, words: str) -> str:
    return joined(place.answers.get("note"), words) or ""


def _about_the_day(turn: Turn, step: str, value: Any) -> Turn:
    place = turn.person.agenda[0]
    if value == "done":
        return _day_ended(walk.close(turn, "day"), place, "day-done")
    if step == "note":
        value = _with_what_was_said(place, value)
    return amend(turn, place.answers["entry"], **{step: value})


def _day_ended(turn: Turn, place: Place, message: str = "day-noted") -> Turn:
    """What was understood of the day is shown before the last words."""
    chosen = {"sleep": place.answers.get("sleep"), "went": place.answers.get("day")}
    parts = {name: value for name, value in chosen.items() if value is not None}
    if parts:
        turn = turn.say(KIND, "day-told", **in_words(turn, parts))
    return silence.look_at_the_hour(turn.say(KIND, message))


PARTS = {
    "hard_day": Part(_hard_day_choice, unclear=_hard_words),
    "day": Part(_day_ended, answered=_about_the_day, unclear=_own_words),
}
