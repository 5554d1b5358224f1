"""One turn of the conversation: a function of what happened, the person, the moment and the content.

Danger is looked for first, in every text and every state. Then comes what the person asks for, then the answer to the
open question, and whatever is left still gets a short, useful answer.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import assert_never

from bot.conversation import commands, presses, texts, walk
from bot.conversation.effects import CancelScheduled, Say, Urgency
from bot.conversation.events import (
    Choice,
    Command,
    Done,
    Due,
    Edited,
    Event,
    Forgotten,
    Left,
    LinkOffered,
    LinkUsed,
    Media,
    Noticed,
    Quieted,
    Recalled,
    Rests,
    Text,
)
from bot.conversation.library import Library
from bot.conversation.person import Person, Place, Silence, Unasked
from bot.conversation.records import Records
from bot.conversation.turn import MOST_OPEN, Turn
from bot.programme import (
    body_scan,
    check_in_hours,
    comfort_zone,
    goals,
    goes,
    insights,
    ladder,
    linking,
    notices,
    noting,
    ordinary,
    pacing,
    pausing,
    pictures,
    plan,
    privacy,
    questionnaires,
    report,
    safety,
    silence,
    trials,
    weekly,
    welcome,
    why,
)

TIMERS: Mapping[str, Callable[[Turn, datetime], Turn]] = {
    plan.CHECK_IN: check_in_hours.due,
    plan.NUDGE: comfort_zone.due,
    plan.LETTER: weekly.due,
    plan.FOLLOW_UP: comfort_zone.follow_up_due,
    plan.BREATH_END: body_scan.time_is_up,
    plan.RESUME: pausing.pause_is_over,
    plan.HOW_ARE_YOU: safety.ask_how_they_are,
    trials.EVENING: trials.due,
    plan.GOAL: goals.due,
    plan.GO_RESULT: goes.result_due,
    plan.GO_MORNING: goes.morning_due,
    plan.PEG: questionnaires.due,
}
RECALLED: Mapping[str, Callable[[Turn, Records], Turn]] = {
    comfort_zone.SCHEDULED: comfort_zone.offer_scheduled,
    comfort_zone.ASKED_FOR: comfort_zone.offer_asked_for,
    weekly.LETTER_DUE: weekly.letter,
    weekly.ASKED_FOR: weekly.so_far,
    insights.ASKED_FOR: insights.answer,
    trials.DUE: trials.evening,
    trials.SHOWN: trials.running,
    trials.LAST_AS_DRAWN: trials.last_went_as_drawn,
    trials.LAST_OTHERWISE: trials.last_went_otherwise,
    trials.PUT_RIGHT_YES: trials.went_as_drawn,
    trials.PUT_RIGHT_NO: trials.went_otherwise,
    pacing.TOLD: pacing.noted,
    pacing.CORRECTED: pacing.changed,
    pacing.SHOWN: pacing.shown,
    goals.LIST: goals.shown,
    ladder.SHOWN: ladder.shown,
    goes.BEGUN: goes.begun,
    goes.MORNING: goes.morning,
    pictures.MONTH: pictures.show_month,
    pictures.THREE_MONTHS: pictures.show_three_months,
    report.ASKED_FOR: report.offer,
    **noting.RECALLED,
    silence.HOURS: silence.offer_hour,
}
THEIR_OWN = frozenset({plan.RESUME, plan.BREATH_END, plan.HOW_ARE_YOU})  # timers a person set themselves
UNASKED = frozenset({comfort_zone.SCHEDULED, weekly.LETTER_DUE, trials.DUE, goes.MORNING})
STILL_THERE = timedelta(hours=14)  # a question older than this is not taken up again after an interruption


def respond(event: Event, person: Person, now: datetime, library: Library, acted_at: datetime | None = None) -> Turn:
    """Decide the whole turn. Raises nothing for anything a person can write or press.

    `acted_at` is when the person did it, where that was not just now.
    """
    if isinstance(event, Text) and acted_at and (unseen := _asked_since(person, acted_at)):
        known = replace(person, agenda=tuple(place for place in person.agenda if place not in unseen))
        return _asked_besides(respond(event, known, now, library, acted_at), unseen)
    turn = Turn(
        replace(person, turn=person.turn + 1),
        now,
        library,
        began_with=person.place.script if person.place else None,
        acted_at=acted_at,
        in_language=safety.language_of(person),
    )
    match event:
        case Due(notices.WAITING):
            return notices.tell(turn)
        case Due(timer, due_at):
            return _due(turn, timer, due_at)
        case Recalled(purpose, records):
            urgency = Urgency.SCHEDULED if purpose in UNASKED else Urgency.REPLY
            return _remembering(RECALLED[purpose](replace(turn, urgency=urgency), records))
        case LinkOffered(code, minutes):
            return linking.offered(turn, code, minutes)
        case LinkUsed():
            return _take_up_again(linking.used(_present(turn), event), person.place)
        case Left() | Rests():
            return trials.put_away(plan.plan(turn.knowing(away=True, agenda=()))).doing(CancelScheduled())
        case Noticed() | Quieted() | Forgotten():
            return _done(turn, event)
        case Edited(text):
            return _edited(turn, text) or replace(turn, person=person)
        case Text() | Choice() | Command() | Media():
            answered = _take_up_again(trials.put_away(_acted(_present(turn), event)), person.place)
            return _welcomed_back(answered, person)
        case _:
            assert_never(event)


def _asked_since(person: Person, moment: datetime) -> tuple[Place, ...]:
    """Questions that words of that moment, heard after newer ones, can't answer: a late yes deletes nothing."""
    if person.acted_at is None or person.acted_at <= moment:
        return ()
    return tuple(place for place in person.agenda if place.asked_at > moment)


def _asked_besides(turn: Turn, unseen: tuple[Place, ...]) -> Turn:
    """These questions are open again, beneath what was asked just now."""
    agenda = turn.person.agenda
    asked = tuple(place for place in agenda if place.turn == turn.person.turn)
    scripts = {place.script for place in asked}
    others = tuple(place for place in unseen if place.script not in scripts)
    return turn.knowing(agenda=(*asked, *others, *(place for place in agenda if place not in asked))[:MOST_OPEN])


def _due(turn: Turn, timer: str, due_at: datetime) -> Turn:
    turn = replace(turn, urgency=Urgency.SCHEDULED)
    if timer not in TIMERS or (timer not in THEIR_OWN and not plan.may_prompt(turn)):
        return turn
    told = TIMERS[timer](turn, due_at)
    return _remembering(_take_up_again(told, turn.person.place) if told.has_spoken else told)


def _remembering(turn: Turn) -> Turn:
    """What came unasked, and why: for who asks why, and so that no second one follows it unanswered."""
    said = next((effect for effect in turn.effects if isinstance(effect, Say)), None)
    if said is None or said.urgency is not Urgency.SCHEDULED:
        return turn
    rule, known = turn.reason or (why.OTHER, {})
    silence_now = replace(turn.person.silence, unasked=turn.person.silence.unasked + 1)
    return turn.knowing(unasked=Unasked(said.kind, turn.now, rule, known), silence=silence_now)


def _present(turn: Turn) -> Turn:
    """The person is here: someone who could not be reached, or was left in peace, is written to as before."""
    was_away, unasked = turn.person.away or plan.is_half(turn), turn.person.unasked
    acted_at = max(filter(None, (turn.person.acted_at, turn.acted_at)), default=None)
    turn = turn.knowing(heard_at=turn.now, acted_at=acted_at, away=False, silence=Silence())
    turn = turn.knowing(unasked=replace(unasked, answered=True)) if unasked else turn
    return plan.plan(turn) if was_away else turn


def _edited(turn: Turn, text: str) -> Turn | None:
    answered = texts.edited(_present(turn), _storable(text))
    return answered and _take_up_again(answered, turn.person.place)


def _welcomed_back(turn: Turn, before: Person) -> Turn:
    """A kind word to who was silent for long, unless something graver was said."""
    return turn if commands.is_in_danger(turn) else silence.welcome_back(turn, before)


def _done(turn: Turn, event: Done) -> Turn:
    match event:
        case Noticed(notice):
            return notices.receive(turn, notice)
        case Quieted(days):
            return pausing.stop(turn) if days is None else pausing.pause_for(turn, days)
        case Forgotten():
            return privacy.forget(turn)
        case _:
            assert_never(event)


def _acted(turn: Turn, event: Text | Choice | Command | Media) -> Turn:
    match event:
        case Text(text):
            return texts.heard(turn, _storable(text))
        case Choice(option_id):
            return presses.pressed(turn, option_id)
        case Command(name, argument):
            return commands.commanded(turn, name, _storable(argument))
        case Media(kind):
            return presses.shown(turn, kind)
        case _:
            assert_never(event)


def _storable(text: str) -> str:
    """The text without halves of characters and without zeros, which no database takes."""
    return text.encode("utf-8", "replace").decode().replace("\x00", "")


def _take_up_again(turn: Turn, interruption: Place | None) -> Turn:
    """After an interruption the question beneath comes back, unless it is asked already, silent or long ago."""
    turn = walk.without_lost_scripts(turn)
    if walk.has_lost_its_step(turn):
        return walk.ask_anew(turn)
    question = walk.current(turn)
    if question is None:
        return turn
    place, script = question.place, question.script
    interrupted = place.turn < turn.person.turn and place.script != turn.began_with
    waited = question.waits(turn) or _waited_in_the_welcome(turn, question, interruption)
    is_quiet = script.silent or ordinary.rests(turn, script.id)
    if not interrupted or is_quiet or not waited or turn.now - place.asked_at > STILL_THERE:
        return turn
    return walk.ask(turn.say(script.kind, "back-to-our-question"))


def _waited_in_the_welcome(turn: Turn, question: walk.Question, interruption: Place | None) -> bool:
    """Whether it is one of the first questions, and was not left alone yet when the interruption was asked about."""
    if interruption is None or not welcome.is_part_of_it(question.place):
        return False
    return question.waits(replace(turn, now=interruption.asked_at))
