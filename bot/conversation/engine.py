"""One turn of the conversation: a function of what happened, the person, the moment and the content.

Danger is looked for first, in every text and every state. Then comes what the person asks for, then the answer to the
open question, and whatever is left still gets a short, useful answer.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import assert_never

from bot.conversation import walk
from bot.conversation.calendar import is_quiet
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
from bot.understanding.safety import Heard
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
OUT_OF_DANGER = frozenset({"stop", "go_away", "delete", "breathe", "pause", "privacy", "export", "kept"})
EVEN_IN_A_NOTE = frozenset({"stop", "delete", "help", "breathe", "pause", "alone"})
TALK = frozenset({"thanks", "bye", "hello", "medicine", "symptom", "medical", "night", "hard", "how_long", "later"})
NO_NUMBERS = frozenset({"check_in", "nudge", "welcome"})  # kinds whose choices nobody answers with a number
OWN_ANSWERS = frozenset({"hard_day", "breath"})  # these answer hard words in their own way
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
    question = walk.current(turn)
    if question is None:
        return turn
    place, script = question.place, question.script
    interrupted = place.turn < turn.person.turn and place.script != turn.began_with
    if not interrupted or script.silent or not question.waits(turn) or turn.now - place.asked_at > STILL_THERE:
        return turn
    return walk.ask(turn.say(script.kind, "back-to-our-question"))


# Words


def _heard(turn: Turn, text: str) -> Turn:
    heard = safety.hears(turn, text)
    if heard.tier not in ("none", "soft"):
        return _in_danger(turn, heard)
    if not turn.person.has_consented:
        return _before_consent(turn, text)
    if heard.tier == "soft":
        turn = safety.soft(turn)
    return _understood(turn, text)


def _in_danger(turn: Turn, heard: Heard) -> Turn:
    if heard.about == "someone_else" and not turn.person.hold:
        return safety.answer_for_another(turn, heard.tier)
    return safety.answer(turn, heard.tier)


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
    return (
        _slept_in_words(turn, text)
        or _wished(turn, text)
        or answers.explained(turn, text)
        or _told_of_step(turn, text)
        or answers.typed(turn, text)
        or _open_words(turn, text)
    )


def _wished(turn: Turn, text: str) -> Turn | None:
    """What the first of the intents leads to that may be meant here."""
    for intent in turn.library.intents["en"].all_in(text):
        if _may_leave(turn, intent) and _may_be_heard(turn, intent):
            wanted = _wanted(turn, intent, text)
            if wanted is not None:
                return wanted
    return None


def _may_leave(turn: Turn, intent: Intent) -> bool:
    """While help for a crisis is on the screen, only these lead elsewhere."""
    return not _is_in_danger(turn) or intent.name in OUT_OF_DANGER


def _is_in_danger(turn: Turn) -> bool:
    """Whether help for a danger is what is on the screen."""
    return turn.person.place is not None and turn.person.place.script in safety.PARTS


def _may_be_heard(turn: Turn, intent: Intent) -> bool:
    """A note is kept as it is, but for a few plain wishes; a wish that goes on in words nobody can read is none."""
    question = walk.current(turn)
    if question is None or not question.takes_any_words or not question.waits(turn):
        return True
    return (not question.is_note or intent.name in EVEN_IN_A_NOTE) and _is_plain(turn, intent)


def _is_plain(turn: Turn, intent: Intent) -> bool:
    """Whether what follows the wish can be read: "pause until monday", not "pause for tea"."""
    rest, vocabulary = intent.rest, turn.library.vocabulary(turn.person.language)
    if intent.name == "pause" and rest:
        return read_until(rest, vocabulary, turn.today) is not None
    if intent.name == "checkin" and rest:
        return isinstance(read_score(rest, vocabulary, None), Scored)
    return intent.name != "change_time" or not rest or read_time(rest, vocabulary) is not None


def _wanted(turn: Turn, intent: Intent, text: str) -> Turn | None:
    """What an intent leads to; `None` when in this place the words mean something else."""
    name, rest = intent.name, intent.rest
    if name in TALK:
        return _small_talk(turn, name)
    if name in ("named", "change_name"):
        is_meant = name == "change_name" or _is_asked(turn, "name")
        return settings.change_name(turn, text, rest) if is_meant else None
    return WISHES[name](turn, rest) if name in WISHES else COMMANDS[name](turn, rest)


def _stop(turn: Turn, rest: str) -> Turn:
    return breathing.stop(turn) or pausing.stop(turn)


def _left_alone(turn: Turn, rest: str) -> Turn:
    return pausing.pause(turn, "tomorrow")


def _heard_elsewhere(turn: Turn, rest: str) -> None:
    """What is an answer and never a wish."""


def _what_is_kept(turn: Turn, rest: str) -> Turn:
    return safety.what_is_kept(turn) or turn.say("help", "talk-kept", options=turn.commands("privacy"))


def _why_write(turn: Turn, rest: str) -> Turn:
    return turn.say("help", "talk-why-write", options=turn.commands("pause", "stop"))


def _without_number(turn: Turn, rest: str) -> Turn | None:
    return check_in.without_number(turn) if _is_asked(turn, "check_in") else None


def _unsure(turn: Turn, rest: str) -> Turn | None:
    return check_in.unsure(turn) if _is_asked(turn, "check_in") else None


def _small_talk(turn: Turn, name: str) -> Turn | None:
    """A kind answer; the question that waits is asked again beneath it."""
    question = walk.current(turn)
    if question and question.waits(turn):
        if question.takes_any_words or question.step.answer == "places" or question.script.id in OWN_ANSWERS:
            return None
        if name in ("thanks", "bye"):
            return turn.say("help", f"talk-{name}")
        if not question.script.silent:
            return _beside_the_question(turn, question, _talk(turn, name))
    options = () if name in ("bye", "later") else turn.commands("breathe", "checkin", "help")
    return turn.say("help", _talk(turn, name), options=options)


def _talk(turn: Turn, name: str) -> str:
    is_day = name == "night" and not is_quiet(turn.now, turn.person.settings.zone)
    return "talk-hard" if is_day else f"talk-{name}".replace("_", "-")


def _beside_the_question(turn: Turn, question: walk.Question, message: str) -> Turn:
    return walk.ask(turn.say(question.script.kind, message))


def _slept(turn: Turn, rest: str) -> Turn | None:
    """ "Sleep was 5", whatever else is asked just now."""
    score = read_score(rest, turn.library.vocabulary(turn.person.language), None)
    if not isinstance(score, Scored):
        return None
    return answers.take(turn, score.value) if _is_asked(turn, "day", "sleep") else check_in.slept(turn, score.value)


def _slept_in_words(turn: Turn, text: str) -> Turn | None:
    """ "2 hours if that" where sleep is asked for."""
    if not _is_asked(turn, "day", "sleep") or not turn.waiting or _says(turn, text, "no_sleep"):
        return None
    return check_in.slept_in_words(turn, text) if _says(turn, text, "slept_in_words") else None


def _told_of_step(turn: Turn, text: str) -> Turn | None:
    """ "It was ok, 4": how the step went that they said they would try."""
    if not _says(turn, text, "step_told"):
        return None
    score = read_score(text, turn.library.vocabulary(turn.person.language), None)
    return comfort_zone.told(turn, score.value if isinstance(score, Scored) else None)


def _says(turn: Turn, text: str, intent: str) -> bool:
    return any(found.name == intent for found in turn.library.intents["en"].all_in(text))


def _corrected(turn: Turn, rest: str) -> Turn | None:
    """ "No, 5"."""
    score = read_score(rest, turn.library.vocabulary(turn.person.language), None)
    if not isinstance(score, Scored):
        return None
    return comfort_zone.correct_expected(turn, score.value) or check_in.correct(turn, score.value)


def _yesterday(turn: Turn, rest: str) -> Turn | None:
    """ "Yesterday was a 6"."""
    score = read_score(rest, turn.library.vocabulary(turn.person.language), None)
    return check_in.told(turn, score.value, turn.acted_on - timedelta(days=1)) if isinstance(score, Scored) else None


def _new_time(turn: Turn, rest: str) -> Turn:
    at = read_time(rest, turn.library.vocabulary(turn.person.language)) if rest else None
    known = settings.flow_of(turn, "check_in_time")
    if at is None:
        return walk.open_script(turn, "check_in_time", **known)
    asked = turn.pushed(Place("check_in_time", "time", turn.person.turn, turn.now, known))
    return answers.take(asked, at.isoformat(timespec="minutes"))


def _is_asked(turn: Turn, script: str, step: str | None = None) -> bool:
    place = turn.person.place
    return place is not None and place.script == script and step in (None, place.step)


def _open_words(turn: Turn, text: str) -> Turn:
    """Words that answer nothing that was asked: a score told unasked, a part's own words, or not understood."""
    if walk.has_lost_its_step(turn):
        return turn
    place = turn.person.place
    made = answers.PARTS[place.script].unclear(turn, text) if place and place.script in answers.PARTS else None
    if made is not None:
        return made
    score = _score_unasked(turn, text)
    if score is not None and _may_be_a_check_in(turn):
        return check_in.told(turn, score, turn.acted_on)
    if turn.waiting and walk.current(turn):
        return answers.ask_again(turn, text)
    return _nothing_understood(turn, "long" if len(text) > answers.LONG else "words")


def _score_unasked(turn: Turn, text: str) -> float | None:
    """A score in words that nobody asked for: short, no question, and during a breath a number, not "same"."""
    if len(text) > SHORT or answers.asks(turn, text):
        return None
    last = None if breathing.is_under_way(turn) else check_in.remembered(turn)
    score = read_score(text, turn.library.vocabulary(turn.person.language), last)
    return score.value if isinstance(score, Scored) else None


def _may_be_a_check_in(turn: Turn) -> bool:
    """A score that answers nothing: nothing else waits, or only a question that numbers never answer."""
    question = walk.current(turn)
    if not turn.waiting or question is None:
        return not turn.waiting
    return question.step.answer == "choice" and (question.script.silent or question.script.kind in NO_NUMBERS)


def _nothing_understood(turn: Turn, what: str) -> Turn:
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
    heard = safety.hears(turn, f"{name} {argument}")
    if heard.tier not in ("none", "soft"):
        return _in_danger(turn, heard)
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
    question = walk.current(turn)
    if question and question.waits(turn) and question.script.kind != breathing.KIND:
        return _beside_the_question(turn, question, f"media-{known}")
    return turn.say("help", f"media-{known}", options=turn.commands("breathe", "checkin", "help"))


# What people ask for in words alone; `None` when in this place the words mean something else.
WISHES: Mapping[str, Callable[[Turn, str], Turn | None]] = {
    "stop": _stop,
    "go_away": pausing.stop,
    "alone": _left_alone,
    "hush": pausing.pause,
    "unwell": breathing.stop_unwell,
    "enough": breathing.leave,
    "hands_full": breathing.count_alone,
    "no_sleep": check_in.ask_no_sleep,
    "sleep_again": check_in.ask_sleep_again,
    "slept": _slept,
    "no_number": _without_number,
    "unsure": _unsure,
    "no_letter": settings.no_letter,
    "no_weekends": settings.no_weekends,
    "travelling": home_clock.travelling,
    "no_steps": settings.no_steps,
    "only_steps": pausing.only_steps_stop,
    "try_one": comfort_zone.try_one,
    "did_some": comfort_zone.did_some,
    "did_not": comfort_zone.did_not,
    "done": comfort_zone.done,
    "change_places": where_it_hurts.change,
    "not_my_name": settings.forget_name,
    "also_hurts": answers.also_hurts,
    "why_write": _why_write,
    "kept": _what_is_kept,
    "is_in": home_clock.is_in,
    "correction": _corrected,
    "yesterday": _yesterday,
    "change_time": _new_time,
    "change_zone": home_clock.change_zone,
    "slept_in_words": _heard_elsewhere,
    "step_told": _heard_elsewhere,
}
