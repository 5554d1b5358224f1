"""Other ways to breathe, for this one time: to a sound with closed eyes, to another place, in another rhythm, or as a
walk through the body. What is kept for every time is in the settings.

Rhythms with holds are only ever chosen, and with a word about whom they do not suit (Balban 2023, Cell Rep Med: healthy
people; no trial in pain).
"""

from typing import Any

from bot.conversation import walk
from bot.conversation.breath import PACES, Pattern
from bot.conversation.nudges import PLACES
from bot.conversation.person import Place
from bot.conversation.turn import Turn
from bot.programme import body_scan, breathing
from bot.programme.names import plain_words
from bot.programme.parts import Part

KIND = breathing.KIND
NEUTRAL = "neutral"


def with_sound(turn: Turn, words: str) -> Turn:
    """ "Breathe with a sound"."""
    return breathing.offer(turn, words, sound="yes")


def to_place(turn: Turn, words: str) -> Turn | None:
    """ "Breathe into my knees"; `None` when the words name no place that is known."""
    places = _known(turn, list(turn.reader.places(words)))
    return breathing.offer(turn, "", to=places) if places else None


def in_rhythm(turn: Turn, words: str) -> Turn | None:
    """ "Box breathing"."""
    wanted = plain_words(words)
    found = next((name for name in PACES if wanted in _names(turn, name)), None)
    if found is None:
        return None
    return breathing.offer(_warned(turn, found), "", pattern=found)


def _names(turn: Turn, pattern: str) -> set[str]:
    attribute = walk.label_of(pattern)
    said = turn.library.words.find(turn.language, "breath-rhythm-rhythm", f"{attribute}-said") or ""
    return {plain_words(name) for name in said.split("|")}


def _warned(turn: Turn, pattern: Pattern) -> Turn:
    """Asked for by name, a rhythm with a hold comes with the word about whom it does not suit."""
    return turn.say(KIND, "breath-holds") if PACES[pattern].hold_full else turn


def _way_chosen(turn: Turn, place: Place) -> Turn:
    known = breathing.chosen_in(place)
    match place.answers["way"]:
        case "sound":
            return walk.open_script(turn, "breathing", **known | {"sound": "yes"})
        case "scan":
            return body_scan.begin(turn)
        case "place":
            return walk.open_script(turn, "breath_where", **known)
        case "rhythm":
            return walk.open_script(turn, "breath_rhythm", **known)
        case _:
            return turn.say(KIND, "breath-not-now")


def _place_told(turn: Turn, place: Place) -> Turn:
    where, known = place.answers["where"], breathing.chosen_in(place)
    if where == NEUTRAL:
        return walk.open_script(turn, "breathing", **known | {"to": []})
    places = _known(turn, [where] if isinstance(where, str) else where)
    if places:
        return walk.open_script(turn, "breathing", **known | {"to": places})
    asked = turn.pushed(Place("breath_where", "where", turn.person.turn, turn.now, known))
    return walk.ask(asked, "breath-where-where-unclear")


def _known(turn: Turn, named: list[str]) -> list[str]:
    """Those that are places: Steady's own, and what the person told in their own words."""
    return [name for name in named if name in PLACES or name in turn.person.settings.places]


def _rhythm_chosen(turn: Turn, place: Place) -> Turn:
    known = breathing.chosen_in(place)
    return walk.open_script(turn, "breathing", **known | {"pattern": place.answers["rhythm"]})


PARTS: dict[str, Any] = {
    "breath_way": Part(_way_chosen),
    "breath_where": Part(_place_told),
    "breath_rhythm": Part(_rhythm_chosen),
}
