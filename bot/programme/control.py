"""The person's own hand on everything: settings, pause, stop, what is stored, and leaving."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any

from bot.conversation import walk
from bot.conversation.calendar import clock, local, moment_of
from bot.conversation.effects import CancelScheduled, DropTimer, Erase, ExportFile, SetTimer
from bot.conversation.person import Place
from bot.conversation.turn import Turn
from bot.programme import safety, spoken, welcome
from bot.programme.parts import Part
from bot.programme.plan import BREATH_END, RESUME, plan
from bot.understanding.cities import City
from bot.understanding.days import Forever, read_until

KIND = "settings"
MOST_PLACES = 6
SUNDAY_TO_SUNDAY = {"every_day": tuple(range(7)), "weekdays": tuple(range(5)), "other_days": (0, 2, 4, 6)}
NUDGE_DAYS = {"three": (0, 2, 4), "one": (2,), "every_day": tuple(range(7)), "none": ()}
PAUSES = {"tomorrow": 1, "three_days": 3, "week": 7}


# Settings


def start(turn: Turn, words: str) -> Turn:
    """/start from someone known: back from a pause, or a hello."""
    if turn.person.hold:
        return safety.still_here(turn)
    if turn.person.stopped or turn.person.paused_until:
        return resume(turn)
    return welcome.greet_again(replace(turn, began_with=None))


def settings(turn: Turn, words: str) -> Turn:
    """Show every setting and offer to change one."""
    turn = turn.say(KIND, "settings-now", **spoken.settings_of(turn))
    return walk.open_script(turn, "settings")


def _setting_chosen(turn: Turn, place: Place) -> Turn:
    wanted = place.answers["menu"]
    if wanted == "done":
        return turn.say(KIND, "settings-closed")
    return walk.open_script(turn, wanted)


def _changed(turn: Turn, place: Place, message: str, **changes: Any) -> Turn:
    """Store a setting and say so; in the welcome the next one follows."""
    turn = turn.setting(**changes)
    if welcome.in_welcome(place):
        return welcome.go_on(turn, place)
    return plan(turn).say(KIND, message, **spoken.settings_of(turn))


def _kept(turn: Turn, place: Place) -> Turn:
    if welcome.in_welcome(place):
        return welcome.go_on(turn, place)
    if place.answers.get("flow") == welcome.LATE:
        return welcome.first_steps(turn)
    return turn.say(KIND, "settings-kept")


def _simple(step: str, message: str, change: Callable[[Any], dict[str, Any]]) -> Callable[[Turn, Place], Turn]:
    """The end of a script of one question that changes a setting, unless it was skipped."""

    def ended(turn: Turn, place: Place) -> Turn:
        value = place.answers[step]
        return _kept(turn, place) if value == "skip" else _changed(turn, place, message, **change(value))

    return ended


def _named(value: str) -> dict[str, Any]:
    return {"name": " ".join(value.split())}


def _check_in_at(value: str) -> dict[str, Any]:
    return {"check_in_time": _time(value)}


def _time(value: str) -> time:
    """A time as an answer holds it: the hour of a button, or HH:MM."""
    return time(int(value)) if value.isdigit() else time.fromisoformat(value)


def _check_in_on(value: str | list[int]) -> dict[str, Any]:
    return {"check_in_days": _days(value, SUNDAY_TO_SUNDAY)}


def _nudges_on(value: str | list[int]) -> dict[str, Any]:
    return {"nudge_days": _days(value, NUDGE_DAYS)}


def _days(value: str | list[int], named: Mapping[str, tuple[int, ...]]) -> tuple[int, ...]:
    return named[value] if isinstance(value, str) else tuple(value)


def _nudge_days_ended(turn: Turn, place: Place) -> Turn:
    if place.answers["days"] == "skip":
        return _kept(turn, place)
    turn = turn.setting(**_nudges_on(place.answers["days"]))
    if not turn.person.settings.nudge_days:
        return plan(turn).say(KIND, "settings-no-nudges")
    return walk.open_script(turn, "nudge_time")


def _nudge_time_ended(turn: Turn, place: Place) -> Turn:
    if place.answers["time"] != "skip":
        turn = turn.setting(nudge_time=_time(place.answers["time"]))
    return walk.open_script(plan(turn), "interests", taken=[])


def _interest_chosen(turn: Turn, place: Place) -> Turn:
    """One domain a tap, until that's all."""
    chosen, wanted = list(place.answers["taken"]), place.answers["domain"]
    if wanted == "done":
        changed = turn.setting(interests=tuple(chosen))
        return changed.say(KIND, "settings-nudges", **spoken.settings_of(changed))
    return walk.open_script(turn, "interests", taken=[*chosen, wanted])


# Where it hurts


def _place_told(turn: Turn, place: Place) -> Turn:
    if place.answers["where"] == "skip":
        return _kept(turn.setting(places=()) if welcome.in_welcome(place) else turn, place)
    told = _places(place.answers["where"])
    return _another_place(turn, place, told)


def _another_told(turn: Turn, place: Place) -> Turn:
    told, more = list(place.answers["taken"]), place.answers["more"]
    if more == "done" or len(told) >= MOST_PLACES:
        return _places_done(turn, place, told)
    return _another_place(turn, place, list(dict.fromkeys([*told, *_places(more)]))[:MOST_PLACES])


def _another_place(turn: Turn, place: Place, told: list[str]) -> Turn:
    said = spoken.listed(turn, [spoken.place(turn, name) for name in told])
    return walk.open_script(turn, "more_places", taken=told, told=said, **_flow(place))


def _places_done(turn: Turn, place: Place, told: list[str]) -> Turn:
    turn = turn.setting(places=tuple(told))
    if welcome.in_welcome(place):
        return welcome.settle(turn)
    return turn.say(KIND, "settings-places", **spoken.settings_of(turn))


def _places(value: str | list[str]) -> list[str]:
    return [value] if isinstance(value, str) else list(value)


# The clock


def _city_told(turn: Turn, step: str, value: Any) -> Turn:
    """Show the local time of each place it may be, so that the right one is a tap away."""
    if step != "city" or value == "skip":
        return turn if step == "confirm" else _kept(walk.close(turn, "zone"), turn.person.agenda[0])
    place = turn.person.agenda[0]
    named = [_city_and_time(turn, city) for city in value]
    labels = named if len(named) > 1 else [turn.label("zone-confirm", "yes")]
    choices = [[str(number), label] for number, label in enumerate(labels)]
    answers = place.answers | {walk.CHOICES: choices, "found": len(value), "first": named[0]}
    return turn.pushed(Place(place.script, place.step, place.turn, place.asked_at, answers))


def _city_and_time(turn: Turn, city: list[str]) -> str:
    name, zone, _ = city
    here = clock(local(turn.now, zone).time())
    return turn.label("zone-confirm", "city", city=name, clock=here)


def as_answer(city: City) -> list[str]:
    """A city as an answer holds it: what it is called, its zone, its country."""
    called = f"{city.name}, {city.country_name}" if city.country_name else city.name
    return [called[:30], city.zone, city.country]


def _zone_confirmed(turn: Turn, place: Place) -> Turn:
    picked = place.answers["confirm"]
    if picked == "other":
        return walk.open_script(turn, "zone", **_flow(place))
    _, zone, country = place.answers["city"][int(picked)]
    changes: dict[str, Any] = {"zone": zone, "zone_is_known": True, "country": country or None}
    if "flow" in place.answers:
        changes |= {"check_in_time": time(9, 0), "nudge_time": time(11, 0), "letter_time": time(17, 0)}
    turn = _changed(turn, place, "settings-zone", **changes)
    return welcome.first_steps(turn) if place.answers.get("flow") == welcome.LATE else turn


def _other_city(turn: Turn, text: str) -> Turn | None:
    """Instead of confirming, they name another city."""
    place = turn.person.place
    found = turn.library.cities.search(text) if place and place.step == "confirm" else []
    if not place or not found:
        return None
    again = Place("zone", "city", turn.person.turn, turn.now, _flow(place))
    value = [as_answer(city) for city in found]
    turn, _ = walk.move_on(_city_told(turn.pushed(again), "city", value), value)
    return turn


def change_zone(turn: Turn, text: str) -> Turn:
    """ "I live in Lisbon": the same as the setting, with the city known."""
    known = flow_of(turn, "zone")
    if not text:
        return walk.open_script(turn, "zone", **known)
    named = _other_city(turn.pushed(Place("zone", "confirm", turn.person.turn, turn.now, known)), text)
    return named or walk.ask(walk.open_script(turn, "zone", **known), "unclear-city")


def is_in(turn: Turn, text: str) -> Turn | None:
    """ "I'm in Lisbon"; `None` when it is no city, as in "I'm in bed"."""
    return change_zone(turn, text) if turn.library.cities.search(text) else None


def flow_of(turn: Turn, script: str) -> dict[str, Any]:
    """What an open question of that script belongs to, so that its answer in other words leads on in the same way."""
    return next((_flow(place) for place in turn.person.agenda if place.script == script), {})


def _flow(place: Place) -> dict[str, Any]:
    return {"flow": place.answers["flow"]} if "flow" in place.answers else {}


# Pause, resume, stop


def pause(turn: Turn, words: str) -> Turn:
    """Be quiet until the day that the words name, or for good; without a day, ask for one."""
    vocabulary = turn.library.vocabulary(turn.person.language)
    until = read_until(words, vocabulary, turn.today) if words else None
    if until is None:
        return walk.open_script(turn, "pause")
    return stop(turn) if isinstance(until, Forever) else _pause_until(turn, until)


def _pause_until(turn: Turn, until: date) -> Turn:
    """Quiet until that local day begins."""
    wakes = moment_of(until, time(0, 0), turn.person.settings.zone)
    turn = plan(turn.knowing(paused_until=wakes, agenda=(), trying=None))
    turn = turn.doing(CancelScheduled(), DropTimer(BREATH_END), SetTimer(RESUME, wakes))
    return turn.say("pause", "paused-until", day=spoken.day(turn, until), options=turn.commands("resume"))


def _pause_chosen(turn: Turn, place: Place) -> Turn:
    until = place.answers["until"]
    if until == "for_good":
        return stop(turn)
    if until == "skip":
        return turn.say("pause", "pause-not")
    if until in PAUSES:
        return _pause_until(turn, turn.today + timedelta(days=PAUSES[until]))
    return _pause_until(turn, date.fromisoformat(until))


def stop(turn: Turn, words: str = "") -> Turn:
    """No more messages, at once and without a question; what was stored stays until they say delete."""
    turn = plan(turn.knowing(stopped=True, paused_until=None, agenda=(), trying=None))
    turn = turn.doing(CancelScheduled(), DropTimer(RESUME), DropTimer(BREATH_END))
    return turn.say("pause", "stopped", options=turn.commands("resume", "delete"))


def resume(turn: Turn, words: str = "") -> Turn:
    """Back after a pause or a stop, without a word about the gap."""
    if turn.person.hold:
        return safety.carry_on(_unpaused(turn))
    if not (turn.person.stopped or turn.person.paused_until):
        return turn.say("pause", "not-paused", options=turn.commands("breathe", "checkin", "help"))
    turn = plan(_unpaused(turn))
    return turn.say("pause", "resumed", options=turn.commands("breathe", "checkin"), **spoken.settings_of(turn))


def _unpaused(turn: Turn) -> Turn:
    return turn.knowing(stopped=False, paused_until=None, trying=None).doing(DropTimer(RESUME))


def pause_is_over(turn: Turn, due_at: datetime) -> Turn:
    """The day of their return has come: the usual messages come again, nothing more is said."""
    return plan(turn.knowing(paused_until=None))


# What is stored


def privacy(turn: Turn, words: str) -> Turn:
    return turn.say("privacy", "privacy", options=turn.commands("export", "delete"))


def export(turn: Turn, words: str) -> Turn:
    """Everything stored about them, for people and for programs."""
    turn = turn.say("privacy", "export-csv", attachment=ExportFile("csv"))
    return turn.say("privacy", "export-json", attachment=ExportFile("json"))


def delete(turn: Turn, words: str) -> Turn:
    return walk.open_script(turn, "delete")


def _delete_confirmed(turn: Turn, place: Place) -> Turn:
    if place.answers["confirm"] != "yes":
        return turn.say("privacy", "delete-not")
    return turn.say("privacy", "deleted").doing(Erase())


def help_(turn: Turn, words: str) -> Turn:
    options = turn.commands("breathe", "checkin", "settings")
    return turn.say("help", "help", options=options, **safety.numbers(turn))


def _letter_on(value: str) -> dict[str, Any]:
    return {"letter_day": int(value.removeprefix("day_"))}


def _line(value: float) -> dict[str, Any]:
    return {"bad_day_line": max(1, round(value))}


PARTS = {
    "settings": Part(_setting_chosen),
    "name": Part(_simple("name", "settings-name", _named)),
    "zone": Part(_zone_confirmed, answered=_city_told, unclear=_other_city),
    "check_in_time": Part(_simple("time", "settings-check-in", _check_in_at)),
    "check_in_days": Part(_simple("days", "settings-check-in", _check_in_on)),
    "places": Part(_place_told),
    "more_places": Part(_another_told),
    "nudge_days": Part(_nudge_days_ended),
    "nudge_time": Part(_nudge_time_ended),
    "interests": Part(_interest_chosen),
    "letter_day": Part(_simple("day", "settings-letter", _letter_on)),
    "bad_day_line": Part(_simple("line", "settings-line", _line)),
    "pattern": Part(_simple("pattern", "settings-pattern", lambda value: {"pattern": value})),
    "pause": Part(_pause_chosen),
    "delete": Part(_delete_confirmed),
}
