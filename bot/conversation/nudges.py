"""Nudges: small steps outside the comfort zone, as a clinician lists them. Their words are kept apart."""

import re
from dataclasses import dataclass
from typing import Any, Literal

Weekdays = Literal["any", "weekday", "weekend"]

DOMAINS = ("movement", "outdoors", "people", "home", "pleasure", "work_and_learning")

PLACES = (
    "back",
    "lower_back",
    "upper_back",
    "neck",
    "shoulders",
    "head",
    "jaw",
    "arms",
    "elbows",
    "wrists",
    "hands",
    "chest_wall",
    "belly",
    "pelvis",
    "hips",
    "legs",
    "knees",
    "ankles",
    "feet",
    "joints",
    "everywhere",
)


@dataclass(frozen=True, slots=True)
class Nudge:
    """One step, offered in three sizes.

    `weekdays` says on which days it makes sense, `not_for` for pain in which places it isn't kind, `daylight` that
    it needs light outside, `in_bed` that all three sizes can be done without leaving bed.
    """

    id: str
    domain: str
    weekdays: Weekdays = "any"
    not_for: frozenset[str] = frozenset()
    daylight: bool = False
    in_bed: bool = False


def nudges_from_data(data: object) -> tuple[Nudge, ...]:
    """The nudges of a list as it was read from a file, in its order.

    Raises `ValueError` with a sentence for whoever edits that file.
    """
    if not isinstance(data, list):
        raise ValueError("The nudges must be a list, each beginning with `- id:`.")
    nudges: dict[str, Nudge] = {}
    for position, entry in enumerate(data, start=1):
        nudge = _nudge(entry, position)
        if nudge.id in nudges:
            raise ValueError(f"There are two nudges with the id '{nudge.id}'; give one of them another id.")
        nudges[nudge.id] = nudge
    return tuple(nudges.values())


def _nudge(entry: object, position: int) -> Nudge:
    if not isinstance(entry, dict):
        raise ValueError(f"Nudge number {position} must be a block of `key: value` lines, beginning with `- id:`.")
    id_ = _id(entry, position)
    _refuse_unknown("key", entry, tuple(Nudge.__dataclass_fields__), id_)
    _refuse_unknown("domain", [entry.get("domain")], DOMAINS, id_)
    weekdays = entry.get("weekdays", "any")
    _refuse_unknown("value of weekdays", [weekdays], ("any", "weekday", "weekend"), id_)
    return Nudge(
        id=id_,
        domain=entry["domain"],
        weekdays=weekdays,
        not_for=_places(entry.get("not_for", []), id_),
        daylight=_yes_or_no(entry, "daylight", id_),
        in_bed=_yes_or_no(entry, "in_bed", id_),
    )


def _id(entry: dict[Any, Any], position: int) -> str:
    match entry.get("id"):
        case str(id_) if re.fullmatch(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", id_):
            return id_
        case other:
            raise ValueError(
                f"Nudge number {position} has the id {other!r}; an id is lower-case words joined by hyphens."
            )


def _places(places: object, id_: str) -> frozenset[str]:
    if not isinstance(places, list):
        raise ValueError(f"Nudge '{id_}': not_for must be a list such as [knees, feet].")
    _refuse_unknown("place", places, PLACES, id_)
    return frozenset(places)


def _yes_or_no(entry: dict[Any, Any], key: str, id_: str) -> bool:
    match entry.get(key, False):
        case bool(answer):
            return answer
        case other:
            raise ValueError(f"Nudge '{id_}': {key} must be true or false, not {other!r}.")


def _refuse_unknown(what: str, found: Any, known: tuple[str, ...], id_: str) -> None:
    for value in found:
        if value not in known:
            raise ValueError(f"Nudge '{id_}' has the unknown {what} {value!r}; known are {', '.join(known)}.")
