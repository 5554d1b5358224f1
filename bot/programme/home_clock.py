"""The clock a person lives by: found from a city, and confirmed by its local time before anything rests on it."""

from collections.abc import Sequence
from datetime import time
from typing import Any

from bot.conversation import walk
from bot.conversation.calendar import clock, local
from bot.conversation.person import Place
from bot.conversation.turn import Turn
from bot.programme import welcome
from bot.programme.parts import Part
from bot.programme.settings import changed, flow, flow_of, kept
from bot.understanding.cities import City, read_offset


def _city_told(turn: Turn, step: str, value: Any) -> Turn:
    """Show the local time of each place it may be, so that the right one is a tap away."""
    if step != "city" or value == "skip":
        return turn if step == "confirm" else kept(walk.close(turn, "zone"), turn.person.agenda[0])
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
        return walk.open_script(turn, "zone", **flow(place))
    _, zone, country = place.answers["city"][int(picked)]
    changes: dict[str, Any] = {"zone": zone, "zone_is_known": True, "country": country or None}
    if "flow" in place.answers:
        changes |= {"check_in_time": time(9, 0), "nudge_time": time(11, 0), "letter_time": time(17, 0)}
    turn = changed(turn, place, "settings-zone", **changes)
    return welcome.first_steps(turn) if place.answers.get("flow") == welcome.LATE else turn


def _other_city(turn: Turn, text: str) -> Turn | None:
    """Instead of confirming, they name another city."""
    place = turn.person.place
    found = turn.library.cities.search(text) if place and place.step == "confirm" else []
    if not place or not found:
        return None
    again = Place("zone", "city", turn.person.turn, turn.now, flow(place))
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


PARTS = {
    "zone": Part(_city_told),
    "which_city": Part(_zone_confirmed, unclear=_another_city),
}
