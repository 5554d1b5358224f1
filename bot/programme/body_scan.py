"""A slow walk through the body in ten short messages, a minute apart, for whoever asks for it, at whatever hour.

In a clinic a body scan of ten minutes eased how distressing pain was; at home nothing was found (Ussher 2014, J Behav
Med 37:127). So it promises nothing, says nothing that must be felt, and can be left with a word.
"""

from dataclasses import replace
from datetime import datetime, timedelta

from bot.conversation import walk
from bot.conversation.effects import SetTimer, Urgency
from bot.conversation.person import Place
from bot.conversation.turn import Turn
from bot.programme import breathing
from bot.programme.plan import BREATH_END

PATTERN = "body_scan"  # what its record says in place of a rhythm
PARTS_OF_BODY = ("arrive", "feet", "legs", "hips", "belly", "back", "hands", "shoulders", "face", "whole")
EACH = timedelta(minutes=1)
TOO_LATE = timedelta(minutes=5)  # someone who was left alone so long is not walked on


def begin(turn: Turn, words: str = "") -> Turn:
    for script in breathing.QUESTIONS:
        turn = walk.close(turn, script)
    seconds = len(PARTS_OF_BODY) * round(EACH.total_seconds())
    turn, place = breathing.started(turn, "scan", PATTERN, seconds)
    return _say_part(turn, place, 0)


def time_is_up(turn: Turn, due_at: datetime) -> Turn:
    """The minute of one part is over, or else the time of a breath."""
    place = breathing.session(turn)
    if place is None or place.script != "scan":
        return breathing.time_is_up(turn, due_at)
    if turn.now - due_at > TOO_LATE:
        return breathing.lasted(walk.close(turn, "scan"), place)
    turn = replace(turn, urgency=Urgency.REPLY, expires_at=turn.now + TOO_LATE)
    following = place.answers["at"] + 1
    if following == len(PARTS_OF_BODY):
        return breathing.finish(turn, place, "scan-over", by_itself=True)
    return _say_part(turn, place, following)


def _say_part(turn: Turn, place: Place, number: int) -> Turn:
    """Its buttons are those of the first message, so that whichever Stop they find ends it."""
    going = replace(place, answers=place.answers | {"at": number})
    agenda = tuple(going if other == place else other for other in turn.person.agenda)
    turn = turn.knowing(agenda=agenda).doing(SetTimer(BREATH_END, turn.now + EACH))
    message = f"scan-{PARTS_OF_BODY[number]}"
    return turn.say(breathing.KIND, message, options=breathing.stop_button(turn, going))
