"""Buttons, from today or from last year, and what is neither a word nor a button."""

from collections.abc import Callable, Mapping

from bot.conversation import commands, danger, walk, wishes
from bot.conversation.scripts import SCALE
from bot.conversation.turn import COMMAND_BUTTON, Turn
from bot.programme import answers, breathing, check_in, goals, questionnaires, safety, unsure, welcome

# What came unasked and gave way to the next check-in: its buttons still say what they say.
LATE: Mapping[str, Callable[[Turn, walk.Pressed], Turn | None]] = {
    unsure.SCRIPT: unsure.answered_late,
    "goal_review": goals.answered_late,
    "peg_now": questionnaires.answered_late,
}


def pressed(turn: Turn, option_id: str) -> Turn:
    if option_id.startswith(f"{COMMAND_BUTTON}:"):
        return commands.commanded(turn, option_id.removeprefix(f"{COMMAND_BUTTON}:"), "")
    button = walk.read_button(option_id)
    if button is None:
        return _old_button(turn)
    if not turn.person.has_consented:
        return _pressed_before_consent(turn, button)
    if option_id == turn.person.last_choice and not turn.person.hold:
        return turn.say("help", "button-again")
    kept = turn.knowing(last_choice=option_id)
    return _pressed_here(kept, button) or _pressed_late(kept, button) or _old_button(turn)


def _pressed_before_consent(turn: Turn, button: walk.Pressed) -> Turn:
    if button.script in safety.PARTS:
        return danger.pressed(turn, button) or welcome.greet(turn)
    if button.script != "consent":
        return welcome.greet(turn)
    return answers.pressed(welcome.asked(turn), button.option) or welcome.greet(turn)


def _pressed_here(turn: Turn, button: walk.Pressed) -> Turn | None:
    """The button of a question that is still open, on top of the pile or beneath."""
    if button.script in safety.PARTS:
        turn = danger.in_language_of(turn, button)
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
        return danger.pressed(turn, button)
    if turn.person.hold:
        return None
    if button.script in LATE:
        return LATE[button.script](turn, button)
    if (button.script, button.step) != ("check_in", "pain") or button.option not in SCALE:
        return None
    return check_in.told_late(turn, button.turn, float(button.option))


def _old_button(turn: Turn) -> Turn:
    if not turn.person.has_consented:
        return welcome.greet(turn)
    if turn.person.hold:
        return safety.still_here(turn)
    return turn.say("help", "button-old", options=turn.commands("breathe", "checkin", "help"))


def shown(turn: Turn, kind: str) -> Turn:
    """A sticker, a voice message, a photo: never opened, always answered."""
    if commands.is_in_danger(turn):
        return safety.not_opened(turn)
    if not turn.person.has_consented:
        return welcome.greet(turn)
    known = kind if kind in ("sticker", "voice", "photo", "location") else "other"
    question = walk.current(turn)
    if question and question.waits(turn) and question.script.kind != breathing.KIND:
        return wishes.beside_the_question(turn, question, f"media-{known}")
    return turn.say("help", f"media-{known}", options=turn.commands("breathe", "checkin", "help"))
