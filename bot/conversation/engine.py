"""One turn of the conversation: a function of what happened, the person, the moment and the content.

Danger is looked for first, in every text and every state. Then comes what the person asks for, then the answer to the
open question, and whatever is left still gets a short, useful answer.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import assert_never

from bot.conversation import commands, presses, texts, walk
from bot.conversation.effects import CancelScheduled, Urgency
from bot.conversation.events import Choice, Command, Due, Event, Left, Media, Recalled, Text
from bot.conversation.library import Library
from bot.conversation.person import Person
from bot.conversation.records import Records
from bot.conversation.turn import Turn
from bot.programme import (
    body_scan,
    check_in,
    comfort_zone,
    pausing,
    plan,
    safety,
    weekly,
)

TIMERS: Mapping[str, Callable[[Turn, datetime], Turn]] = {
    plan.CHECK_IN: check_in.due,
    plan.NUDGE: comfort_zone.due,
    plan.LETTER: weekly.due,
    plan.FOLLOW_UP: comfort_zone.follow_up_due,
    plan.BREATH_END: body_scan.time_is_up,
    plan.RESUME: pausing.pause_is_over,
    plan.HOW_ARE_YOU: safety.ask_how_they_are,
}
RECALLED: Mapping[str, Callable[[Turn, Records], Turn]] = {
    comfort_zone.SCHEDULED: comfort_zone.offer_scheduled,
    comfort_zone.ASKED_FOR: comfort_zone.offer_asked_for,
    weekly.LETTER_DUE: weekly.letter,
    weekly.ASKED_FOR: weekly.so_far,
}
THEIR_OWN = frozenset({plan.RESUME, plan.BREATH_END, plan.HOW_ARE_YOU})  # timers a person set themselves
UNASKED = frozenset({comfort_zone.SCHEDULED, weekly.LETTER_DUE})
STILL_THERE = timedelta(hours=14)  # a question older than this is not taken up again after an interruption


def respond(event: Event, person: Person, now: datetime, library: Library, acted_at: datetime | None = None) -> Turn:
    """Decide the whole turn. Raises nothing for anything a person can write or press.

    `acted_at` is when the person did it, where that was not just now.
    """
    began_with = person.place.script if person.place else None
    in_language = person.hold.language if person.hold else None
    turn = Turn(
        replace(person, turn=person.turn + 1),
        now,
        library,
        began_with=began_with,
        acted_at=acted_at,
        in_language=in_language,
    )
    match event:
        case Due(timer, due_at):
            return _due(turn, timer, due_at)
        case Recalled(purpose, records):
            urgency = Urgency.SCHEDULED if purpose in UNASKED else Urgency.REPLY
            return RECALLED[purpose](replace(turn, urgency=urgency), records)
        case Left():
            return plan.plan(turn.knowing(away=True, agenda=())).doing(CancelScheduled())
        case Text() | Choice() | Command() | Media():
            return _take_up_again(_acted(_present(turn), event))
        case _:
            assert_never(event)


def _due(turn: Turn, timer: str, due_at: datetime) -> Turn:
    turn = replace(turn, urgency=Urgency.SCHEDULED)
    if timer not in TIMERS or (timer not in THEIR_OWN and not plan.may_prompt(turn)):
        return turn
    return _take_up_again(TIMERS[timer](turn, due_at))


def _present(turn: Turn) -> Turn:
    """The person is here; someone who could not be reached is written to again from now on."""
    was_away = turn.person.away
    turn = turn.knowing(heard_at=turn.now, away=False)
    return plan.plan(turn) if was_away else turn


def _acted(turn: Turn, event: Text | Choice | Command | Media) -> Turn:
    match event:
        case Text(text):
            return texts.heard(turn, _storable(text))
        case Choice(option_id):
            return presses.pressed(turn, option_id)
        case Command(name, argument):
            return commands.commanded(turn, name, argument)
        case Media(kind):
            return presses.shown(turn, kind)
        case _:
            assert_never(event)


def _storable(text: str) -> str:
    """The text without halves of characters, which no database takes."""
    return text.encode("utf-8", "replace").decode()


def _take_up_again(turn: Turn) -> Turn:
    """After an interruption the question beneath comes back, unless it is asked already, silent or long ago."""
    turn = walk.without_lost_scripts(turn)
    if walk.has_lost_its_step(turn):
        return walk.ask_anew(turn)
    question = walk.current(turn)
    if question is None:
        return turn
    place, script = question.place, question.script
    interrupted = place.turn < turn.person.turn and place.script != turn.began_with
    if not interrupted or script.silent or not question.waits(turn) or turn.now - place.asked_at > STILL_THERE:
        return turn
    return walk.ask(turn.say(script.kind, "back-to-our-question"))
