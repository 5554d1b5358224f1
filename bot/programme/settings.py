"""What a person can set: the list of it all, and the settings that take one question."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import time
from typing import Any

from bot.conversation import walk
from bot.conversation.effects import DropTimer
from bot.conversation.nudges import PLACES
from bot.conversation.person import Place
from bot.conversation.turn import Turn
from bot.programme import check_in, spoken, welcome
from bot.programme.names import SIGNS, as_typed, plain_words
from bot.programme.parts import Part
from bot.programme.plan import FOLLOW_UP, plan
from bot.understanding.plain_text import normalise

KIND = "settings"
MENU = "settings"  # what a question belongs to that was chosen from the list
LONGEST_NAME, MOST_WORDS = 40, 4  # of a name: characters, words
NAME_ENDS = re.compile(r"[,;:!()\n]|(?<=\w\w\w)\.\s")
LONGEST_SENTENCE = 400  # characters
HOW_THEY_ARE = ("hard", "night", "medical", "symptom")  # what is said of oneself, and is no name
DOUBTED = "doubted"  # with the question for a name: what was told already, and is none
MOST_WORDS_OF_A_TIME = 4
CHECK_IN_DAYS = {"every_day": tuple(range(7)), "weekdays": tuple(range(5)), "other_days": (0, 2, 4, 6)}
NUDGE_DAYS = {"three": (0, 2, 4), "one": (2,), "every_day": tuple(range(7)), "none": ()}


def show(turn: Turn, words: str) -> Turn:
    """Show every setting and offer to change one."""
    turn = turn.say(KIND, "settings-now", **spoken.settings_of(turn))
    return walk.open_script(turn, "settings")


def _setting_chosen(turn: Turn, place: Place) -> Turn:
    wanted = place.answers["menu"]
    if wanted == "done":
        return turn.say(KIND, "settings-closed")
    return walk.open_script(turn, wanted, flow=MENU)


def changed(turn: Turn, place: Place, message: str, **changes: Any) -> Turn:
    """Store a setting and say so; in the welcome the next one follows."""
    turn = turn.setting(**changes)
    if welcome.in_welcome(place):
        return welcome.go_on(turn, place)
    return menu_again(plan(turn).say(KIND, message, **spoken.settings_of(turn)), place)


def kept(turn: Turn, place: Place) -> Turn:
    if welcome.in_welcome(place):
        return welcome.go_on(turn, place)
    if place.answers.get("flow") == welcome.LATE:
        return welcome.first_steps(turn)
    return menu_again(turn.say(KIND, "settings-kept"), place)


def menu_again(turn: Turn, place: Place) -> Turn:
    """After a setting that was chosen from the list, the list again: there may be more to change."""
    if place.answers.get("flow") != MENU:
        return turn
    return walk.ask(turn.pushed(Place("settings", "menu", turn.person.turn, turn.now)), "settings-more")


def flow_of(turn: Turn, *scripts: str) -> dict[str, Any]:
    """What an open question of these scripts belongs to, so that its answer in other words leads on in the same way."""
    return next((flow(place) for place in turn.person.agenda if place.script in scripts), {})


def flow(place: Place) -> dict[str, Any]:
    return welcome.carried(place)


def _simple(step: str, message: str, change: Callable[[Any], dict[str, Any]]) -> Callable[[Turn, Place], Turn]:
    """The end of a script of one question that changes a setting, unless it was skipped."""

    def ended(turn: Turn, place: Place) -> Turn:
        value = place.answers[step]
        return kept(turn, place) if value == "skip" else changed(turn, place, message, **change(value))

    return ended


def _name_told(turn: Turn, place: Place) -> Turn:
    told = place.answers["name"]
    if told == "skip":
        return kept(turn, place)
    name, places = _name_in(turn, told), _places_in(turn, told)
    is_told_again = place.answers.get(DOUBTED) == normalise(told)
    if name and (is_told_again or not places):
        return changed(turn, place, "settings-name", name=name)
    return _no_name_told(turn, place, told, places)


def _name_in(turn: Turn, text: str) -> str | None:
    """The name in "Jo, nice to meet you", as it was typed; `None` for a question, a protest or a sentence."""
    words = [word.strip(SIGNS) for word in NAME_ENDS.split(text.strip(), maxsplit=1)[0].split()]
    words = [word for word in words if any(letter.isalpha() for letter in word)]
    if not 0 < len(words) <= MOST_WORDS or _asks_or_protests(turn, text) or _is_sentence(turn, text, words):
        return None
    name = " ".join(words)
    return name.title() if name.islower() else name


def _asks_or_protests(turn: Turn, text: str) -> bool:
    first = normalise(text).split(maxsplit=1)[:1]
    return "?" in text or any(word.strip(SIGNS) in _said(turn, "not-a-name") for word in first)


def _is_sentence(turn: Turn, text: str, words: list[str]) -> bool:
    """Whether words are among them that no name has, or all of it tells how they are."""
    tells = any(turn.reader.says(text, wish) for wish in HOW_THEY_ARE)
    return tells or not _said(turn, "in-no-name").isdisjoint(map(normalise, words))


def _said(turn: Turn, which: str) -> frozenset[str]:
    return frozenset(turn.label("name-name", f"{which}-said").split(" | "))


def _places_in(turn: Turn, text: str) -> tuple[str, ...]:
    """The places of the body that a text names and nothing else; a single word may be a name with the same letters
    but for one, such as Bella."""
    places = turn.reader.places(text)
    known = turn.library.languages.vocabularies[turn.reader.own].body.places
    is_sure = len(plain_words(text).split()) > 1 or plain_words(text) in known
    return places if is_sure and all(place in PLACES for place in places) else ()


def _no_name_told(turn: Turn, place: Place, told: str, places: Sequence[str]) -> Turn:
    """Ask once more, kindly; then go on without a name. A place of the body is kept as one in the welcome."""
    if places and welcome.in_welcome(place):
        turn, place = _with_places(turn, place, places)
    if DOUBTED in place.answers:
        return kept(turn.say(KIND, "name-left"), place)
    message = "name-why" if _asks_or_protests(turn, told) else "name-doubted"
    return _ask_name(turn, message, flow(place) | {DOUBTED: normalise(told)})


def _with_places(turn: Turn, place: Place, places: Sequence[str]) -> tuple[Turn, Place]:
    """Where it hurts, told instead of a name: kept and said back, so that it is not asked for any more."""
    before = turn.person.settings.places if welcome.PLACES_TOLD in place.answers else ()
    told = _say_of(turn.setting(places=tuple(dict.fromkeys([*before, *places]))), "settings-places")
    return told, replace(place, answers=place.answers | {welcome.PLACES_TOLD: True})


def _too_long_for_a_name(turn: Turn, text: str) -> Turn | None:
    """A sentence where a name was asked for; `None` where the question waits no longer, or a whole story is told."""
    question = walk.current(turn)
    if question is None or not question.waits(turn) or not question.step.limit < len(text) <= LONGEST_SENTENCE:
        return None
    place = question.place
    return _no_name_told(walk.close(turn, "name"), place, text, _places_in(turn, text))


def change_name(turn: Turn, text: str, rest: str) -> Turn:
    """ "Call me McKenzie": `rest` is what stands behind it in plain letters, `text` all that was typed."""
    known = _known_of_name(turn)
    if not rest or len(rest) > LONGEST_NAME:
        return walk.open_script(turn, "name", **known)
    answered = Place("name", "name", turn.person.turn, turn.now, known | {"name": as_typed(text, rest)})
    return _name_told(walk.close(turn, "name"), answered)


def _known_of_name(turn: Turn) -> dict[str, Any]:
    """What the open question for a name belongs to, and what was told there already."""
    open_ = next((place for place in turn.person.agenda if place.script == "name"), None)
    if open_ is None:
        return {}
    return flow(open_) | {name: value for name, value in open_.answers.items() if name == DOUBTED}


def forget_name(turn: Turn, words: str) -> Turn:
    """ "That's not my name"."""
    return _ask_name(turn.setting(name=None), "name-forgotten", flow_of(turn, "name"))


def _ask_name(turn: Turn, message: str, known: dict[str, Any]) -> Turn:
    return walk.ask(turn.pushed(Place("name", "name", turn.person.turn, turn.now, known)), message)


def _check_in_at(value: str) -> dict[str, Any]:
    return {"check_in_time": _time(value)}


def _time(value: str) -> time:
    """A time as an answer holds it: the hour of a button, or HH:MM."""
    return time(int(value)) if value.isdigit() else time.fromisoformat(value)


def _check_in_on(value: str | list[int]) -> dict[str, Any]:
    return {"check_in_days": _days(value, CHECK_IN_DAYS)}


def _nudges_on(value: str | list[int]) -> dict[str, Any]:
    return {"nudge_days": _days(value, NUDGE_DAYS)}


def no_steps(turn: Turn, words: str) -> Turn:
    """ "Stop the small steps": none from now on. A number told in the same breath is kept."""
    turn = walk.close(walk.close(turn, "step"), "step_result").setting(nudge_days=())
    turn = plan(turn.knowing(trying=None)).doing(DropTimer(FOLLOW_UP)).say(KIND, "settings-no-nudges")
    score = turn.reader.value(words)
    return turn if score is None else check_in.told(walk.close(turn, "check_in"), score, turn.today)


def no_letter(turn: Turn, words: str) -> Turn:
    return _say_of(plan(turn.setting(letter_day=None)), "settings-letter")


def breathe_gently(turn: Turn, words: str) -> Turn:
    """The gentle breath from now on."""
    return _say_of(turn.setting(pattern="gentle"), "settings-pattern")


def no_weekends(turn: Turn, words: str) -> Turn:
    """ "No check-ins on weekends"."""
    days = tuple(day for day in turn.person.settings.check_in_days if day < 5)
    return _say_of(plan(turn.setting(check_in_days=days)), "settings-check-in")


def _say_of(turn: Turn, message: str) -> Turn:
    return turn.say(KIND, message, **spoken.settings_of(turn))


def _letter_on(value: str) -> dict[str, Any]:
    return {"letter_day": None if value == "none" else int(value.removeprefix("day_"))}


def _line(value: float) -> dict[str, Any]:
    return {"bad_day_line": max(1, round(value))}


def _days(value: str | list[int], named: Mapping[str, tuple[int, ...]]) -> tuple[int, ...]:
    return named[value] if isinstance(value, str) else tuple(value)


def _nudge_days_ended(turn: Turn, place: Place) -> Turn:
    if place.answers["days"] == "skip":
        return kept(turn, place)
    turn = turn.setting(**_nudges_on(place.answers["days"]))
    if not turn.person.settings.nudge_days:
        return menu_again(plan(turn).say(KIND, "settings-no-nudges"), place)
    return walk.open_script(turn, "nudge_time", **flow(place))


def _nudge_time_ended(turn: Turn, place: Place) -> Turn:
    if place.answers["time"] != "skip":
        turn = turn.setting(nudge_time=_time(place.answers["time"]))
    return walk.open_script(plan(turn), "interests", taken=[], **flow(place))


def _interest_chosen(turn: Turn, place: Place) -> Turn:
    """One domain a tap, until that's all."""
    chosen, wanted = list(place.answers["taken"]), place.answers["domain"]
    if wanted == "done":
        told = turn.setting(interests=tuple(chosen))
        return menu_again(told.say(KIND, "settings-nudges", **spoken.settings_of(told)), place)
    return walk.open_script(turn, "interests", taken=[*chosen, wanted], **flow(place))


# What follows once a time is sure.
TIMES = {"check_in_time": _simple("time", "settings-check-in", _check_in_at), "nudge_time": _nudge_time_ended}


def _shown_first(turn: Turn, place: Place) -> Turn:
    """A time that was read from words is shown before it is stored; the hour on a button is what it says."""
    told = place.answers["time"]
    return _is_it_right(turn, place.script, told, flow(place)) if ":" in told else TIMES[place.script](turn, place)


def _is_it_right(turn: Turn, script: str, told: str, known: dict[str, Any]) -> Turn:
    return walk.open_script(turn, "right_time", of=script, told=told.removeprefix("0"), **known)


def _time_confirmed(turn: Turn, place: Place) -> Turn:
    script, told = place.answers["of"], place.answers["told"].zfill(5)
    if place.answers["right"] != "yes":
        return walk.open_script(turn, script, **flow(place))
    return TIMES[script](turn, replace(place, script=script, answers=place.answers | {"time": told}))


def _another_time(turn: Turn, text: str) -> Turn | None:
    """Instead of a yes or no, they name another time, and nothing else; a bare number is rather a score."""
    place, at = turn.person.agenda[0], turn.reader.time(text)
    if at is None or text.strip().isdigit() or len(text.split()) > MOST_WORDS_OF_A_TIME:
        return None
    told = at.isoformat(timespec="minutes")
    return _is_it_right(walk.close(turn, "right_time"), place.answers["of"], told, flow(place))


PARTS = {
    "settings": Part(_setting_chosen),
    "name": Part(_name_told, unclear=_too_long_for_a_name),
    "check_in_time": Part(_shown_first),
    "right_time": Part(_time_confirmed, unclear=_another_time),
    "check_in_days": Part(_simple("days", "settings-check-in", _check_in_on)),
    "nudge_days": Part(_nudge_days_ended),
    "nudge_time": Part(_shown_first),
    "interests": Part(_interest_chosen),
    "letter_day": Part(_simple("day", "settings-letter", _letter_on)),
    "bad_day_line": Part(_simple("line", "settings-line", _line)),
    "pattern": Part(_simple("pattern", "settings-pattern", lambda value: {"pattern": value})),
}
