"""The buttons under an answer to danger: each counts as long as anything is held, and by its name in every language."""

import re
from collections.abc import Iterator
from dataclasses import replace

from bot.conversation import walk
from bot.conversation.turn import Turn
from bot.programme import answers, safety, unsure
from bot.programme.names import plain_words
from bot.understanding.safety import Heard

SHORT = 100  # characters; whoever writes more says more than that
SENTENCE_END = re.compile(r"[.!;,\n]+")


def help_for(turn: Turn, heard: Heard) -> Turn:
    """The answer to a danger, their own or someone else's; where it may be none, they are asked."""
    if unsure.may_be_asked(turn, heard):
        return unsure.ask(turn, heard)
    if heard.about == "someone_else" and not turn.person.hold:
        return safety.answer_for_another(turn, heard)
    return safety.answer(turn, heard)


def named(turn: Turn, text: str) -> walk.Pressed | None:
    """The button whose name was written: the language that is spoken comes before others, the open question too. A
    bare yes or no may be in several, and changes it to none."""
    is_asked_back = text.rstrip().endswith("?")
    named = _named(turn, plain_words(text))
    if any(answers.short_answers(turn, text)):
        named = (replace(button, language=turn.language) for button in named)
    return next((each for each in named if not is_asked_back or each.option in safety.ASKS_FOR_HELP), None) or (
        None if is_asked_back else _taken_back(turn, text)
    )


def _named(turn: Turn, plain: str) -> Iterator[walk.Pressed]:
    return (button for button in _buttons(turn) if plain and plain in _names(turn, button))


def _taken_back(turn: Turn, text: str) -> walk.Pressed | None:
    """ "I'm ok now. I didn't mean it like that": nothing but names, of which one says that it was misheard."""
    parts = [plain for part in SENTENCE_END.split(text[: SHORT + 1]) if (plain := plain_words(part))]
    named = [next(_named(turn, plain), None) for plain in parts] if len(parts) > 1 and len(text) <= SHORT else []
    options = {button.option if button else "" for button in named}
    is_so = "misheard" in options and options <= {"safe", "misheard"}
    return next(button for button in named if button and button.option == "misheard") if is_so else None


def _buttons(turn: Turn) -> Iterator[walk.Pressed]:
    known = turn.library.words.languages
    for language in sorted(known, key=lambda language: language != turn.language):
        for script in sorted(safety.PARTS, key=lambda script: not _is_open(turn, script)):
            step = turn.library.scripts[script].steps[0]
            yield from (walk.Pressed(script, step.id, option, 0, language) for option in step.options)


def _is_open(turn: Turn, script: str) -> bool:
    return turn.person.place is not None and turn.person.place.script == script


def _is_beneath(turn: Turn, button: walk.Pressed) -> bool:
    """Not to be safe, said where they are asked what makes it hard to call."""
    return button.option == "not_safe" and _is_open(turn, "barrier")


def _names(turn: Turn, button: walk.Pressed) -> set[str]:
    """What may be written for it: anything while it is asked, and to carry on; else its label, as it was read."""
    there = turn.speaking(button.language or turn.language)
    names = answers.written_names(there, walk.message_of(button.script, button.step), button.option)
    is_asked = _is_open(turn, button.script) or _counts_at_any_time(turn, button) or _is_beneath(turn, button)
    if not (turn.person.has_consented or _is_a_strangers(button, is_asked)):
        return set()
    return {plain_words(name) for name in (names if is_asked else names[:1])}


def _is_a_strangers(button: walk.Pressed, is_asked: bool) -> bool:
    """Whether it is for those of whom nothing is held; where the help is not known to be there, only what needs it."""
    return button.option in (safety.OF_STRANGERS if is_asked else safety.ASKS_FOR_HELP | {"safe"})


def _counts_at_any_time(turn: Turn, button: walk.Pressed) -> bool:
    """While a crisis is held, "help me" is heard whatever else is open; "carry on" always is."""
    is_crisis = turn.person.hold is not None and turn.person.hold.tier == "crisis"
    return button.option == "carry_on" or (is_crisis and button.option == "not_safe")


def pressed(turn: Turn, button: walk.Pressed) -> Turn | None:
    """What the button does now; `None` where it means nothing any more."""
    turn = in_language_of(turn, button)
    if not turn.person.has_consented:
        return safety.before_consent(turn, button.script, button.option)
    if asked := safety.asked_again(turn, button.script):
        return answers.pressed(asked, button.option)
    if button.option in safety.ASKS_FOR_HELP:
        return safety.answer(turn, Heard("crisis", language=turn.language))
    return None


def in_language_of(turn: Turn, button: walk.Pressed) -> Turn:
    is_spoken = button.language in turn.library.words.languages
    return replace(turn, in_language=button.language if is_spoken else turn.person.language)
