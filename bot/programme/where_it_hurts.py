"""The painful places a person names, so that breathing can go there and steps can spare them."""

from bot.conversation import walk
from bot.conversation.person import Place
from bot.conversation.turn import Turn
from bot.programme import spoken, welcome
from bot.programme.parts import Part
from bot.programme.settings import KIND, flow, kept

MOST = 6


def _first_told(turn: Turn, place: Place) -> Turn:
    if place.answers["where"] == "skip":
        return kept(turn.setting(places=()) if welcome.in_welcome(place) else turn, place)
    told = _named(place.answers["where"])
    return _ask_for_more(turn, place, told)


def _another_told(turn: Turn, place: Place) -> Turn:
    told, more = list(place.answers["taken"]), place.answers["more"]
    if more == "done" or len(told) >= MOST:
        return _all_told(turn, place, told)
    return _ask_for_more(turn, place, list(dict.fromkeys([*told, *_named(more)]))[:MOST])


def _ask_for_more(turn: Turn, place: Place, told: list[str]) -> Turn:
    said = spoken.listed(turn, [spoken.painful_place(turn, name) for name in told])
    return walk.open_script(turn, "more_places", taken=told, told=said, **flow(place))


def _all_told(turn: Turn, place: Place, told: list[str]) -> Turn:
    turn = turn.setting(places=tuple(told))
    if welcome.in_welcome(place):
        return welcome.settle(turn)
    return turn.say(KIND, "settings-places", **spoken.settings_of(turn))


def _named(value: str | list[str]) -> list[str]:
    return [value] if isinstance(value, str) else list(value)


PARTS = {
    "places": Part(_first_told),
    "more_places": Part(_another_told),
}
