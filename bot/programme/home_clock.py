"""The clock a person lives by: found from a city, and confirmed by its local time before anything rests on it."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import time
from typing import Any

from bot.conversation import walk
from bot.conversation.calendar import clock, local, moment_of
from bot.conversation.effects import SetTimer
from bot.conversation.person import Place
from bot.conversation.turn import Turn
from bot.programme import welcome
from bot.programme.parts import Part
from bot.programme.plan import RESUME, plan
from bot.programme.settings import KIND, changed, flow, flow_of, kept
from bot.understanding.cities import City, fold, read_offset
from bot.understanding.plain_text import normalise

COUNTRIES_SAID = {"uk": "gb", "england": "gb", "usa": "us", "america": "us", "american": "us", "british": "gb"}

NAMED = list[str]  # a city as an answer holds it: what it is called, its zone, its country


def cities_in(turn: Turn, text: str) -> list[NAMED]:
    """The cities that a text can mean, the likeliest first; a fixed distance to UTC is as good as one."""
    zone = read_offset(text)
    cities = [City(text.strip()[:28], "", "", zone, 0)] if zone else turn.library.cities.search(text)
    return [_as_answer(city) for city in cities]


def _as_answer(city: City) -> NAMED:
    called = f"{city.name}, {city.country_name}" if city.country_name else city.name
    return [called[:30], city.zone, city.country]


def _city_told(turn: Turn, place: Place) -> Turn:
    cities = place.answers["city"]
    return kept(turn, place) if cities == "skip" else offer_cities(turn, cities, flow(place))


def offer_cities(turn: Turn, cities: Sequence[NAMED], known: dict[str, Any]) -> Turn:
    """Show the local time of each place it may be, so that the right one is a tap away."""
    named = [_city_and_time(turn, city) for city in cities]
    labels = named if len(named) > 1 else [turn.label("which-city-confirm", "yes")]
    choices = [[str(number), label] for number, label in enumerate(labels)]
    answers = {walk.CHOICES: choices, "cities": list(cities), "found": len(cities), "first": named[0]}
    return walk.open_script(walk.close(turn, "zone"), "which_city", **known, **answers)


def _city_and_time(turn: Turn, city: NAMED) -> str:
    name, zone, _ = city
    here = clock(local(turn.now, zone).time())
    return turn.label("which-city-confirm", "city", city=name, clock=here)


def _city_confirmed(turn: Turn, place: Place) -> Turn:
    picked = place.answers["confirm"]
    if picked == "other":
        return walk.open_script(turn, "zone", **flow(place))
    _, zone, country = place.answers["cities"][int(picked)]
    known = {"zone": zone, "zone_is_known": True, "country": country or None}
    pause_ends = turn.person.paused_until and local(turn.person.paused_until, turn.person.settings.zone).date()
    message = "settings-zone-paused" if pause_ends else "settings-zone"
    turn = changed(turn, place, message, **known | welcome.hours_with_a_clock(turn))
    if pause_ends:
        wakes = moment_of(pause_ends, time.min, zone)
        turn = plan(turn.knowing(paused_until=wakes)).doing(SetTimer(RESUME, wakes))
    return welcome.first_steps(turn) if place.answers.get("flow") == welcome.LATE else turn


def _another_city(turn: Turn, text: str) -> Turn | None:
    """Instead of a tap, they say which one by its country, or name another city."""
    if (picked := _by_country(turn, text) or _confirmed_in_words(turn, text)) is not None:
        place = turn.person.agenda[0]
        return _city_confirmed(
            walk.close(turn, "which_city"), replace(place, answers=place.answers | {"confirm": picked})
        )
    cities = cities_in(turn, text)
    if cities:
        return offer_cities(turn, cities, flow_of(turn, "which_city"))
    return walk.ask(turn, "which-city-again")


def _confirmed_in_words(turn: Turn, text: str) -> str | None:
    """The one city found, where the text holds its own name, or a yes and no no: "ok fine, hannover yes"."""
    cities = turn.person.agenda[0].answers["cities"]
    if len(cities) != 1:
        return None
    name, said = f" {fold(cities[0][0].partition(',')[0])} ", f" {fold(text)} "
    is_no = _holds(turn, said, "no")
    return "0" if not is_no and (name in said or _holds(turn, said, "yes")) else None


def _holds(turn: Turn, said: str, answer: str) -> bool:
    return any(f" {word.strip()} " in said for word in turn.label("which-city-words", f"{answer}-said").split("|"))


def _by_country(turn: Turn, text: str) -> str | None:
    """The one city on the list that "the UK one" can mean."""
    cities = turn.person.agenda[0].answers["cities"]
    said = {COUNTRIES_SAID.get(word, word) for word in re.findall(r"\w+", normalise(text))}
    meant = [str(number) for number, (_, _, country) in enumerate(cities) if country.lower() in said]
    return meant[0] if len(meant) == 1 and len(said) <= 3 else None


def travelling(turn: Turn, words: str) -> Turn | None:
    """ "I'm flying to London tonight": the clock changes when they are there."""
    cities = cities_in(turn, words)
    return turn.say(KIND, "zone-when-there", city=cities[0][0].partition(",")[0]) if cities else None


def change_zone(turn: Turn, text: str) -> Turn:
    """ "I live in Lisbon": the same as the setting, with the city known."""
    known = flow_of(turn, "zone", "which_city")
    if not text:
        return walk.open_script(turn, "zone", **known)
    cities = cities_in(turn, text)
    if not cities:
        return walk.ask(walk.open_script(turn, "zone", **known), "unclear-city")
    return offer_cities(turn, cities, known)


def is_in(turn: Turn, text: str) -> Turn | None:
    """ "I'm in Lisbon"; `None` when it is no city, as in "I'm in bed"."""
    return change_zone(turn, text) if cities_in(turn, text) else None


PARTS = {
    "zone": Part(_city_told),
    "which_city": Part(_city_confirmed, unclear=_another_city),
}
