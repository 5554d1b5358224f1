"""The painful places a person names, so that breathing can go there and steps can spare them."""

from collections.abc import Iterable

from bot.conversation import walk
from bot.conversation.nudges import PLACES
from bot.conversation.person import Place
from bot.conversation.turn import Turn
from bot.programme import spoken, welcome
from bot.programme.parts import Part
from bot.programme.settings import changed, flow, flow_of, kept

MOST = 6


def change(turn: Turn, words: str) -> Turn:
    """ "My places are wrong": tell them anew."""
    return walk.open_script(turn, "places", **flow_of(turn, "places", "more_places", "own_place"))


def with_another(turn: Turn, places: list[str]) -> Turn:
    """Other places beside those that are known, to be confirmed."""
    told = list(dict.fromkeys([*turn.person.settings.places, *places]))[:MOST]
    return _ask_for_more(turn, Place("places", "where", turn.person.turn, turn.now), told)


def _first_told(turn: Turn, place: Place) -> Turn:
    where = place.answers["where"]
    if where == "skip":
        return kept(turn.setting(places=()) if welcome.in_welcome(place) else turn, place)
    return _told(turn, place, [], _named(where))


def _another_told(turn: Turn, place: Place) -> Turn:
    told, more = list(place.answers["taken"]), place.answers["more"]
    if more == "done" or len(told) >= MOST:
        return changed(turn, place, "settings-places", places=tuple(told))
    return _told(turn, place, told, _named(more))


def _told(turn: Turn, place: Place, before: list[str], named: list[str]) -> Turn:
    """Keep the places that are known; of anything else it is asked first whether it is one."""
    told = _together(before, (name for name in named if name in PLACES))
    own = [name for name in named if name not in PLACES and name not in before]
    if not own:
        return _ask_for_more(turn, place, told)
    said = spoken.in_a_phrase(turn, own)
    return walk.open_script(turn, "own_place", taken=told, own=own, named=said, count=len(own), **flow(place))


def _own_answered(turn: Turn, place: Place) -> Turn:
    told = list(place.answers["taken"])
    if place.answers["keep"] == "yes":
        return _ask_for_more(turn, place, _together(told, place.answers["own"]))
    return _ask_for_more(turn, place, told) if told else walk.open_script(turn, "places", **flow(place))


def _put_otherwise(turn: Turn, text: str) -> Turn | None:
    """Instead of a yes or no, they name the place in other words."""
    place = turn.person.agenda[0]
    named = [name for name in turn.reader.places(text) if name in PLACES]
    return _told(walk.close(turn, "own_place"), place, list(place.answers["taken"]), named) if named else None


def _ask_for_more(turn: Turn, place: Place, told: list[str]) -> Turn:
    said = spoken.in_a_phrase(turn, [spoken.painful_place(turn, name) for name in told])
    return walk.open_script(turn, "more_places", taken=told, told=said, **flow(place))


def _together(before: Iterable[str], more: Iterable[str]) -> list[str]:
    return list(dict.fromkeys([*before, *more]))[:MOST]


def _named(value: str | list[str]) -> list[str]:
    return [value] if isinstance(value, str) else list(value)


PARTS = {
    "places": Part(_first_told),
    "own_place": Part(_own_answered, unclear=_put_otherwise),
    "more_places": Part(_another_told),
}
