"""One turn of the conversation: a function of what happened, the person, the moment and the content.

Danger is looked for first, in every text and every state. Then comes what the person asks for, then the answer to the
open question, and whatever is left still gets a short, useful answer.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import assert_never

from bot.conversation import walk
from bot.conversation.effects import CancelScheduled, Urgency
from bot.conversation.events import Choice, Command, Due, Event, Left, Media, Recalled, Text
from bot.conversation.library import Library
from bot.conversation.person import Person, Place
from bot.conversation.records import Records
from bot.conversation.turn import COMMAND_BUTTON, Turn
from bot.programme import (
    answers,
    breathing,
    check_in,
    comfort_zone,
    home_clock,
    pausing,
    plan,
    privacy,
    safety,
    settings,
    weekly,
    welcome,
    where_it_hurts,
)
from bot.understanding.days import read_until
from bot.understanding.intents import Intent
from bot.understanding.scores import Scored, read_score
from bot.understanding.times import read_time

SHORT = 60  # a text this short may be a score that nobody asked for

COMMANDS: Mapping[str, Callable[[Turn, str], Turn]] = {
    "start": pausing.start,
    "breathe": breathing.offer,
    "checkin": check_in.ask_now,
    "nudge": comfort_zone.ask_now,
    "did_it": comfort_zone.did_it,
    "week": weekly.show,
    "settings": settings.show,
    "pause": pausing.pause,
    "resume": pausing.resume,
    "stop": pausing.stop,
    "privacy": privacy.show,
    "export": privacy.export,
    "delete": privacy.delete,
    "help": welcome.help_,
}
WISHES: Mapping[str, Callable[[Turn, str], Turn | None]] = {  # what people ask for in words alone
    "change_places": where_it_hurts.change,
    "not_my_name": settings.forget_name,
    "no_letter": settings.no_letter,
    "no_weekends": settings.no_weekends,
    "travelling": home_clock.travelling,
    "no_steps": settings.no_steps,
    "only_steps": pausing.only_steps_stop,
    "try_one": comfort_zone.try_one,
    "did_some": comfort_zone.did_some,
    "did_not": comfort_zone.did_not,
    "done": comfort_zone.done,
}
ONLY_BUTTONS = frozenset({"did_it"})  # not in a platform's list of commands
TIMERS: Mapping[str, Callable[[Turn, datetime], Turn]] = {
    plan.CHECK_IN: check_in.due,
    plan.NUDGE: comfort_zone.due,
    plan.LETTER: weekly.due,
    plan.FOLLOW_UP: comfort_zone.follow_up_due,
    plan.BREATH_END: breathing.time_is_up,
    plan.RESUME: pausing.pause_is_over,
}
RECALLED: Mapping[str, Callable[[Turn, Records], Turn]] = {
    comfort_zone.SCHEDULED: comfort_zone.offer_scheduled,
    comfort_zone.ASKED_FOR: comfort_zone.offer_asked_for,
    weekly.LETTER_DUE: weekly.letter,
    weekly.ASKED_FOR: weekly.so_far,
}
THEIR_OWN = frozenset({plan.RESUME, plan.BREATH_END})  # timers a person set themselves
UNASKED = frozenset({comfort_zone.SCHEDULED, weekly.LETTER_DUE})
NO_NUMBERS = frozenset({"check_in", "nudge", "welcome"})  # kinds whose choices nobody answers with a number
STILL_THERE = timedelta(hours=14)  # a question older than this is not taken up again after an interruption


def respond(event: Event, person: Person, now: datetime, library: Library, acted_at: datetime | None = None) -> Turn:
    """Decide the whole turn. Raises nothing for anything a person can write or press.

    `acted_at` is when the person did it, where that was not just now.
    """
    began_with = person.place.script if person.place else None
    turn = Turn(replace(person, turn=person.turn + 1), now, library, began_with=began_with, acted_at=acted_at)
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
            return _heard(turn, text)
        case Choice(option_id):
            return _pressed(turn, option_id)
        case Command(name, argument):
            return _commanded(turn, name, argument)
        case Media(kind):
            return _shown(turn, kind)
        case _:
            assert_never(event)


def _take_up_again(turn: Turn) -> Turn:
    """After an interruption the question beneath comes back, unless it is asked already, silent or long ago."""
    turn = walk.without_lost_scripts(turn)
    if walk.has_lost_its_step(turn):
        return walk.ask_anew(turn)
    found = walk.current(turn)
    if found is None:
        return turn
    place, script, _ = found
    interrupted = place.turn < turn.person.turn and place.script != turn.began_with
    if not interrupted or script.silent or place not in turn.waiting or turn.now - place.asked_at > STILL_THERE:
        return turn
    return walk.ask(turn.say(script.kind, "back-to-our-question"))


# Words


def _heard(turn: Turn, text: str) -> Turn:
    tier = safety.heard_in(turn, text)
    if tier not in ("none", "soft"):
        return safety.answer(turn, tier)
    if not turn.person.has_consented:
        return _before_consent(turn, text)
    if tier == "soft":
        turn = safety.soft(turn)
    return _understood(turn, text)


def _before_consent(turn: Turn, text: str) -> Turn:
    asked = turn.pushed(Place("consent", "agree", turn.person.turn, turn.now))
    option = answers.named_option(asked, text) or ("no" if welcome.declines(turn, text) else None)
    if option:
        return answers.take(asked, option)
    if text.startswith("/"):
        return welcome.before_consent(turn, text[1:].partition(" ")[0].lower())
    intent = turn.library.intents["en"].read(text)
    return welcome.before_consent(turn, intent.name if intent else None, text)


def _understood(turn: Turn, text: str) -> Turn:
    """What they want, else what they answer, else what they tell of themselves, else a short way on."""
    if not text.strip():
        return _nothing_understood(turn, "empty")
    if text.startswith("/"):
        name, _, argument = text[1:].partition(" ")
        return _commanded(turn, name.strip().lower(), argument.strip())
    if answers.named_option(turn, text):
        return answers.typed(turn, text) or turn
    intent = turn.library.intents["en"].read(text)
    wanted = _wanted(turn, intent, text) if intent and _may_leave(turn, intent) and _is_plain(turn, intent) else None
    return wanted or answers.typed(turn, text) or _open_words(turn, text)


def _may_leave(turn: Turn, intent: Intent) -> bool:
    """While help for a crisis is on the screen, only these lead elsewhere."""
    return not _is_in_danger(turn) or intent.name in ("stop", "delete", "breathe", "pause", "privacy", "export")


def _is_in_danger(turn: Turn) -> bool:
    """Whether help for a danger is what is on the screen."""
    return turn.person.place is not None and turn.person.place.script in safety.PARTS


def _is_plain(turn: Turn, intent: Intent) -> bool:
    """Where any words are an answer, a wish that goes on in words nobody can read is rather one: "pause for tea"."""
    found, rest, vocabulary = walk.current(turn), intent.rest, turn.library.vocabulary(turn.person.language)
    if not rest or found is None or not found[2].is_open:
        return True
    if intent.name == "pause":
        return read_until(rest, vocabulary, turn.today) is not None
    if intent.name == "checkin":
        return isinstance(read_score(rest, vocabulary, None), Scored)
    return intent.name != "change_time" or read_time(rest, vocabulary) is not None


def _wanted(turn: Turn, intent: Intent, text: str) -> Turn | None:
    """What an intent leads to; `None` when in this place the words mean something else."""
    name, rest = intent.name, intent.rest
    match name:
        case "stop":
            return breathing.stop(turn) or pausing.stop(turn)
        case "unwell":
            return breathing.stop_unwell(turn)
        case "is_in":
            return home_clock.is_in(turn, rest)
        case "named":
            return settings.change_name(turn, text, rest) if _is_asked(turn, "name") else None
        case "correction" | "yesterday":
            return _scored_otherwise(turn, name, rest)
        case "change_time":
            return _new_time(turn, rest)
        case "change_zone":
            return home_clock.change_zone(turn, rest)
        case "change_name":
            return settings.change_name(turn, text, rest)
        case "thanks" | "hello" | "medical" | "hard":
            return _small_talk(turn, name)
        case _ if name in WISHES:
            return WISHES[name](turn, rest)
        case _:
            return COMMANDS[name](turn, rest)


def _small_talk(turn: Turn, name: str) -> Turn | None:
    found = walk.current(turn)
    if found and (found[2].is_open or found[2].answer == "places"):
        return None
    return turn.say("help", f"talk-{name}", options=turn.commands("breathe", "checkin", "help"))


def _scored_otherwise(turn: Turn, name: str, rest: str) -> Turn | None:
    """ "No, 5" and "yesterday was a 6"."""
    score = read_score(rest, turn.library.vocabulary(turn.person.language), None)
    if not isinstance(score, Scored):
        return None
    if name == "correction":
        return comfort_zone.correct_expected(turn, score.value) or check_in.correct(turn, score.value)
    return check_in.told(turn, score.value, turn.acted_on - timedelta(days=1))


def _new_time(turn: Turn, rest: str) -> Turn:
    at = read_time(rest, turn.library.vocabulary(turn.person.language)) if rest else None
    known = settings.flow_of(turn, "check_in_time")
    if at is None:
        return walk.open_script(turn, "check_in_time", **known)
    asked = turn.pushed(Place("check_in_time", "time", turn.person.turn, turn.now, known))
    return answers.take(asked, at.isoformat(timespec="minutes"))


def _is_asked(turn: Turn, script: str) -> bool:
    return turn.person.place is not None and turn.person.place.script == script


def _open_words(turn: Turn, text: str) -> Turn:
    """Words that answer nothing that was asked: a score told unasked, a part's own words, or not understood."""
    if walk.has_lost_its_step(turn):
        return turn
    place = turn.person.place
    made = answers.PARTS[place.script].unclear(turn, text) if place and place.script in answers.PARTS else None
    if made is not None:
        return made
    score = read_score(text, turn.library.vocabulary(turn.person.language), check_in.remembered(turn))
    if isinstance(score, Scored) and len(text) <= SHORT and _may_be_a_check_in(turn):
        return check_in.told(turn, score.value, turn.acted_on)
    if turn.waiting and walk.current(turn):
        return answers.ask_again(turn, text)
    return _nothing_understood(turn, "long" if len(text) > answers.LONG else "words")


def _may_be_a_check_in(turn: Turn) -> bool:
    """A score that answers nothing: nothing else waits, or only a question that numbers never answer."""
    found = walk.current(turn)
    if not turn.waiting or found is None:
        return not turn.waiting
    return found[2].answer == "choice" and (found[1].silent or found[1].kind in NO_NUMBERS)


def _nothing_understood(turn: Turn, what: str) -> Turn:
    if not turn.person.has_consented:
        return welcome.greet(turn)
    if _is_in_danger(turn):
        return safety.still_here(turn)
    return turn.say("help", f"unclear-{what}", options=turn.commands("breathe", "checkin", "help"))


# Buttons, commands and the rest


def _pressed(turn: Turn, option_id: str) -> Turn:
    if option_id.startswith(f"{COMMAND_BUTTON}:"):
        return _commanded(turn, option_id.removeprefix(f"{COMMAND_BUTTON}:"), "")
    button = walk.read_button(option_id)
    if button is None:
        return _old_button(turn)
    if not turn.person.has_consented:
        return _pressed_before_consent(turn, button)
    if option_id == turn.person.last_choice:
        return turn.say("help", "button-again")
    kept = turn.knowing(last_choice=option_id)
    return _pressed_here(kept, button) or _pressed_late(kept, button) or _old_button(turn)


def _pressed_before_consent(turn: Turn, button: walk.Pressed) -> Turn:
    if button.script in ("crisis", "red_flag"):
        return safety.before_consent(turn, button.script, button.option)
    if button.script != "consent":
        return welcome.greet(turn)
    asked = turn.pushed(Place("consent", "agree", turn.person.turn, turn.now))
    return answers.pressed(asked, button.option) or welcome.greet(turn)


def _pressed_here(turn: Turn, button: walk.Pressed) -> Turn | None:
    """The button of a question that is still open, on top of the pile or beneath."""
    place = next(
        (
            place
            for place in turn.person.agenda
            if (place.script, place.step, place.turn) == (button.script, button.step, button.turn)
        ),
        None,
    )
    return answers.pressed(turn.pushed(place), button.option) if place else None


def _pressed_late(turn: Turn, button: walk.Pressed) -> Turn | None:
    if button.script in safety.PARTS:
        asked = safety.asked_again(turn, button.script)
        return answers.pressed(asked, button.option) if asked else None
    if (button.script, button.step) != ("check_in", "pain") or not button.option.isdigit():
        return None
    pain = float(button.option)
    return check_in.told_late(turn, button.turn, pain) if pain <= 10 else None


def _old_button(turn: Turn) -> Turn:
    if not turn.person.has_consented:
        return welcome.greet(turn)
    return turn.say("help", "button-old", options=turn.commands("breathe", "checkin", "help"))


def _commanded(turn: Turn, name: str, argument: str) -> Turn:
    if (tier := safety.heard_in(turn, f"{name} {argument}")) not in ("none", "soft"):
        return safety.answer(turn, tier)
    if not turn.person.has_consented:
        return welcome.before_consent(turn, name)
    command = COMMANDS.get(name)
    return command(turn, argument) if command else _nothing_understood(turn, "command")


def _shown(turn: Turn, kind: str) -> Turn:
    """A sticker, a voice message, a photo: never opened, always answered."""
    if not turn.person.has_consented:
        return welcome.greet(turn)
    known = kind if kind in ("sticker", "voice", "photo", "location") else "other"
    if _is_in_danger(turn):
        return safety.still_here(turn.say("help", f"media-{known}"))
    return turn.say("help", f"media-{known}", options=turn.commands("breathe", "checkin", "help"))
