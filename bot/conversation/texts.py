"""Words a person wrote: danger first, then what they want, what they answer, what they tell, and a short way on."""

from bot.conversation import commands, danger, walk, wishes
from bot.conversation.turn import Turn
from bot.programme import (
    answers,
    breathing,
    check_in,
    check_in_day,
    comfort_zone,
    linking,
    notices,
    noting,
    pausing,
    safety,
    unsure,
    welcome,
)
from bot.understanding.safety import Heard

SHORT = 60  # a text this short may be a score that nobody asked for
# Kinds and scripts whose choices nobody answers with a number.
NO_NUMBERS = frozenset({"check_in", "nudge", "welcome", "goals", "right_time"})


def heard(turn: Turn, text: str) -> Turn:
    heard = _heard(turn, text)
    button = _named_under_the_help(turn, text, heard)
    if answered := danger.pressed(turn, button) if button else None:
        return answered
    if not safety.is_danger(heard) and (translated := safety.in_their_language(turn, text)):
        return translated
    is_their_own = safety.is_danger(heard) and heard.about == "self"
    if not is_their_own and (own := safety.about_themselves(turn, text)):
        return safety.answer(turn, own)
    if safety.is_danger(heard):
        return danger.help_for(turn, heard)
    if unsure.is_asked(turn):
        if answered := answers.typed(turn, text):
            return answered
        turn = walk.close(turn, unsure.SCRIPT)  # they went on with something else
    if joined := _link_code(turn, text):
        return joined
    if not turn.person.has_consented:
        return _before_consent(turn, text)
    if heard.tier == "soft" and not _is_an_old_sign(turn, text):
        turn = safety.soft(turn, heard)
    return _understood(turn, text)


def _heard(turn: Turn, text: str) -> Heard:
    """The danger in a text. Who writes the name of a button that is on the screen means the button: its words are
    still listened to, but not weighed."""
    names_a_button = danger.named(turn, text) if turn.person.hold else answers.named_option(turn, text)
    return safety.hears_words(turn, text) if names_a_button else safety.hears(turn, text)


def _is_an_old_sign(turn: Turn, text: str) -> bool:
    """Whether only its meaning is light, and it tells of a sign of the body, which has a light line of its own."""
    return wishes.says(turn, text, "symptom") and safety.hears_words(turn, text).tier == "none"


def edited(turn: Turn, text: str) -> Turn | None:
    """The answer to danger in words that were edited, or to asking for help in them; `None` where they tell anything
    else, which was answered when it was sent."""
    heard = safety.hears(turn, text)
    button = _named_under_the_help(turn, text, heard)
    if button and button.option in safety.ASKS_FOR_HELP:
        return danger.pressed(turn, button)
    return danger.help_for(turn, heard) if safety.is_danger(heard) else None


def _named_under_the_help(turn: Turn, text: str, heard: Heard) -> walk.Pressed | None:
    """A button's name instead of a press, once help was shown; of a stranger, nobody knows whether it was."""
    was_shown = turn.person.hold is not None or not (turn.person.has_consented or safety.is_danger(heard))
    button = danger.named(turn, text) if was_shown else None
    if button is None or (safety.is_danger(heard) and button.option not in safety.ASKS_FOR_HELP):
        return None
    return button


def _link_code(turn: Turn, text: str) -> Turn | None:
    """A code that joins two places; where any words are an answer it may be a telephone number."""
    return None if _any_words_answer(turn) or commands.is_in_danger(turn) else linking.told(turn, text)


def _before_consent(turn: Turn, text: str) -> Turn:
    if not welcome.is_asked(turn) and any(answers.short_answers(turn, text)):
        return safety.answered_by_a_stranger(turn, text) or welcome.ask_once_more(turn)
    if option := _consent(turn, text):
        return answers.take(welcome.asked(turn), option)
    name, argument = _wish_of_a_stranger(turn, text)
    explained = linking.by_a_stranger(turn, name, argument) if name else None
    return explained or welcome.before_consent(turn, name, "" if text.startswith("/") else text)


def _wish_of_a_stranger(turn: Turn, text: str) -> tuple[str | None, str]:
    """The command they typed or the wish in their words, and what stood behind it."""
    if text.startswith("/"):
        name, _, argument = text[1:].partition(" ")
        return name.lower(), argument
    wish = next(turn.reader.wishes(text), None)
    return (wish.name, wish.rest) if wish else (None, "")


def _consent(turn: Turn, text: str) -> str | None:
    """Their yes or no to being stored. Where something else was asked last, or nobody knows what, a yes says so."""
    option = answers.named_option(welcome.asked(turn), text) or ("no" if welcome.declines(turn, text) else None)
    return None if option == "yes" and not (welcome.is_asked(turn) or welcome.agrees(turn, text)) else option


def _understood(turn: Turn, text: str) -> Turn:
    """What they want, else what they answer, else what they tell of themselves, else a short way on."""
    if not text.strip():
        return commands.nothing_understood(turn, "empty")
    if text.startswith("/"):
        name, _, argument = text[1:].partition(" ")
        return commands.commanded(turn, name.strip().lower(), argument.strip())
    if taken := notices.answered(turn, text):
        return taken
    if answers.named_option(turn, text):
        return _asked_before_the_help(turn, text) or answers.typed(turn, text) or turn
    return (
        _noted(turn, text)
        or _slept_in_words(turn, text)
        or _told_in_a_sentence(turn, text)
        or wishes.wished(turn, text)
        or answers.explained(turn, text)
        or _told_of_step(turn, text)
        or answers.typed(turn, text)
        or _open_words(turn, text)
    )


def _noted(turn: Turn, text: str) -> Turn | None:
    """ "Note: took ibuprofen", which is kept as it is, whatever it says; where any words are an answer, it is one."""
    return None if _any_words_answer(turn) or commands.is_in_danger(turn) else noting.told(turn, text)


def _any_words_answer(turn: Turn) -> bool:
    question = walk.current(turn)
    return question is not None and question.takes_any_words and question.waits(turn)


def _asked_before_the_help(turn: Turn, text: str) -> Turn | None:
    """A bare yes or no to a question that help for somebody else came upon: the help again, then the question."""
    worry, question = turn.person.worry, walk.current(turn)
    if worry is None or question is None or question.place.turn > worry.turn or not safety.worries(turn):
        return None
    if not any(answers.short_answers(turn, text)):
        return None
    return wishes.beside_the_question(safety.still_worried(turn), question, "back-to-our-question")


def _slept_in_words(turn: Turn, text: str) -> Turn | None:
    """ "2 hours if that" where sleep is asked for."""
    if not wishes.is_asked(turn, "day", "sleep") or not turn.waiting or wishes.says(turn, text, "no_sleep"):
        return None
    return check_in_day.slept_in_words(turn, text) if wishes.says(turn, text, "slept_in_words") else None


def _told_in_a_sentence(turn: Turn, text: str) -> Turn | None:
    """ "7 low back, slept 4h, took it slow", whether a check-in was asked for or nothing was."""
    is_free = wishes.is_asked(turn, "check_in") or not (turn.waiting or commands.is_in_danger(turn))
    if not is_free or answers.asks(turn, text) or not wishes.may_tell_of_the_day(turn, text):
        return None
    return check_in.told_in_words(turn, text)


def _told_of_step(turn: Turn, text: str) -> Turn | None:
    """ "It was ok, 4": how the step went that they said they would try."""
    question = walk.current(turn)
    keeps_words = question is not None and question.is_note and question.waits(turn)
    if keeps_words or not wishes.says(turn, text, "step_told"):
        return None
    return comfort_zone.told(turn, turn.reader.value(text))


def _open_words(turn: Turn, text: str) -> Turn:
    """Words that answer nothing that was asked: a score told unasked, a part's own words, or not understood."""
    if walk.has_lost_its_step(turn):
        return turn
    place = turn.person.place
    if walk.is_asked_for(turn, "city") and (told := _check_in_unasked(turn, text)):
        return told
    made = answers.PARTS[place.script].unclear(turn, text) if place and place.script in answers.PARTS else None
    if made is not None:
        return made
    if told := _check_in_unasked(turn, text):
        return told
    begun = None if turn.waiting or len(text) > answers.LONG else check_in.told_without_pain(turn, text)
    if begun is not None:
        return begun
    if safety.worries(turn):
        return safety.still_worried(turn)
    if turn.has_spoken:
        return _after_soft(turn)
    if beneath := _answered_beneath_a_breath(turn, text):
        return beneath
    if _answers_the_stop(turn, text):
        return pausing.still_stopped(turn)
    if meant := wishes.meant(turn, text):
        return meant
    if turn.waiting and walk.current(turn):
        return answers.ask_again(turn, text)
    return commands.nothing_understood(turn, "long" if len(text) > answers.LONG else "words")


def _answered_beneath_a_breath(turn: Turn, text: str) -> Turn | None:
    """What says nothing of how the breath was may answer the question that the breath came upon."""
    if not wishes.is_asked(turn, "breath_after"):
        return None
    without = walk.close(turn, "breath_after")
    question = walk.current(without)
    if question is None or question.takes_any_words or not question.waits(turn):
        return None
    return answers.typed(without, text)


def _answers_the_stop(turn: Turn, text: str) -> bool:
    """Whether it is a bare yes or no while nothing is asked, because everything was stopped."""
    is_quiet = turn.person.stopped and not (turn.waiting or commands.is_in_danger(turn))
    return is_quiet and any(answers.short_answers(turn, text))


def _after_soft(turn: Turn) -> Turn:
    """A hard thing that is over was told and answered; that nothing else was understood is nothing to say then."""
    if turn.waiting:
        return turn
    return turn.say("help", "talk-after-soft", options=turn.commands("breathe", "checkin"))


def _score_unasked(turn: Turn, text: str) -> float | None:
    """A score in words that nobody asked for: short, no question, not "nothing", and during a breath a number, not
    "same"."""
    if len(text) > SHORT or answers.asks(turn, text) or wishes.says(turn, text, "nothing"):
        return None
    last = None if breathing.is_under_way(turn) else check_in.remembered(turn)
    return turn.reader.value(text, last)


def _check_in_unasked(turn: Turn, text: str) -> Turn | None:
    score = _score_unasked(turn, text)
    if score is None or commands.is_in_danger(turn) or not _may_be_a_check_in(turn):
        return None
    return check_in.told_in_words(turn, text) or check_in.told(turn, score, turn.acted_on)


def _may_be_a_check_in(turn: Turn) -> bool:
    """A score that answers nothing: nothing else waits, or only a question that numbers never answer."""
    question = walk.current(turn)
    if not turn.waiting or question is None:
        return not turn.waiting
    script = question.script
    if question.step.answer == "city":
        return True
    return question.step.answer == "choice" and (script.silent or not NO_NUMBERS.isdisjoint((script.kind, script.id)))
