"""Putting a check-in right, and adding to one: "no, 5", "no, upper back", "no, I rested"."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from bot.conversation import walk
from bot.conversation.person import LastCheckIn, Place
from bot.conversation.records import CheckIn
from bot.conversation.turn import Turn
from bot.programme import flare, spoken
from bot.programme.check_in_kept import KIND, amend, correctable, keep, remembering
from bot.programme.check_in_parts import in_words, joined, parts_of
from bot.understanding.scores import Scored


def correct(turn: Turn, pain: float) -> Turn | None:
    """ "No, 5": the newest score was another. `None` when there is none, or it is long ago."""
    last = correctable(turn)
    if last is None:
        return None
    turn = keep(turn, CheckIn(turn.person.turn, last.local_date, turn.now, pain, corrects=last.entry))
    turn = remembering(turn, turn.person.turn, day_entry=last.day_entry or last.entry)
    turn = turn.knowing(agenda=tuple(_about(place, last.entry, turn.person.turn) for place in turn.person.agenda))
    said: dict[str, Any] = {"pain": spoken.score(turn, pain), "before": spoken.score(turn, last.pain)}
    is_hard = last.pain < turn.person.settings.bad_day_line <= pain and not flare.is_on(turn)
    if is_hard and last.local_date == turn.today:
        place = Place("hard_day", "choice", turn.person.turn, turn.now, {"entry": turn.person.turn} | said)
        return walk.ask(walk.close(turn, "day").pushed(place), "check-in-corrected-hard")
    return turn.say(KIND, "check-in-corrected", **said)


def put_right(turn: Turn, words: str) -> Turn | None:
    """ "No, 5", "no, upper back", "no, I rested": what stands in the words replaces what was understood before."""
    question = turn.person.place
    if question is not None and (question.script, question.step) in (("meant_pain", "number"), ("day", "day")):
        return None
    said = turn.reader.day(words)
    right = correct(turn, said.pain.value) if isinstance(said.pain, Scored) else turn
    if right is None or not (said.tells_of_the_day or said.places):
        return right if isinstance(said.pain, Scored) else None
    last, kept = correctable(right), words if said.places or said.slept else ""
    return added(right, last, parts_of(said, kept), "check-in-put-right") if last else None


def added(turn: Turn, last: LastCheckIn, parts: Mapping[str, Any], message: str) -> Turn:
    """More about a check-in that is kept already."""
    changes = {"sleep": parts.get("sleep"), "day": parts.get("went"), "note": joined(last.note, parts.get("note"))}
    for name, value in changes.items():
        if value is not None:  # a kind of day is put right where it was told, so that it counts once
            turn = amend(turn, (name == "day" and last.day_entry) or last.entry, **{name: value})
    return turn.say(KIND, message, **in_words(turn, parts))


def _about(place: Place, before: int, after: int) -> Place:
    """An open question about a corrected entry is now about the entry that corrects it."""
    if place.answers.get("entry") != before:
        return place
    return replace(place, answers=place.answers | {"entry": after})
