"""What may be about not wanting to live, or about something else: they are asked, with whom to call in view.

Asking does not bring it on, and may ease it (Dazzi 2014, Psychol Med 44:3361). Nothing is held before they say yes;
whoever goes on with something else is heard as ever, and asked no more than once in a row.
"""

from dataclasses import replace
from datetime import timedelta

from bot.conversation import walk
from bot.conversation.effects import Urgency
from bot.conversation.person import Place
from bot.conversation.turn import Turn
from bot.programme import safety
from bot.programme.parts import Part
from bot.understanding.safety import Heard

KIND = SCRIPT = "unsure"
SPARED = timedelta(hours=6)  # without anything that takes courage, whatever they answer


def may_be_asked(turn: Turn, heard: Heard) -> bool:
    """Only of themselves, and not while help is on the screen or was asked about."""
    person = turn.person
    is_free = person.has_consented and person.hold is None and not (safety.is_shown(turn) or safety.worries(turn))
    return heard.is_unsure and heard.about == "self" and is_free and not is_asked(turn)


def is_asked(turn: Turn) -> bool:
    return turn.person.place is not None and turn.person.place.script == SCRIPT


def ask(turn: Turn, heard: Heard) -> Turn:
    there = replace(safety.speaking(safety.erasing_nothing(turn), heard.language), urgency=Urgency.SAFETY, danger=KIND)
    known = safety.numbers(there) | {safety.SPOKEN: there.language}
    asked = walk.ask(there.pushed(Place(SCRIPT, "is_it", turn.person.turn, turn.now, known)))
    until = max(turn.now + SPARED, turn.person.no_challenges_until or turn.now)
    return replace(asked.knowing(no_challenges_until=until), in_language=turn.in_language)


def answered_late(turn: Turn, button: walk.Pressed) -> Turn | None:
    """A button of the question, long after it."""
    known = {"is_it": button.option, safety.SPOKEN: button.language or turn.person.language}
    return _answered(turn, Place(SCRIPT, "is_it", turn.person.turn, turn.now, known))


def _answered(turn: Turn, place: Place) -> Turn:
    language = place.answers.get(safety.SPOKEN, turn.language)
    if place.answers["is_it"] == "yes":
        return safety.answer(turn, Heard("crisis", language=language))
    there = replace(safety.speaking(turn, language), urgency=Urgency.SAFETY).say(KIND, "unsure-no")
    return replace(there, in_language=turn.in_language, urgency=turn.urgency)


PARTS = {SCRIPT: Part(_answered)}
