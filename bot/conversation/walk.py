"""Through a script, one answer at a time."""

from dataclasses import dataclass, replace
from typing import Any

from bot.conversation.effects import Option
from bot.conversation.person import Place
from bot.conversation.scripts import Script, Step
from bot.conversation.turn import Turn

CHOICES = "choices"  # the answers' key for options that are only known on the way, as [id, label] pairs


@dataclass(frozen=True, slots=True)
class Pressed:
    """What a button carries: which question it belonged to, the turn that asked it, and its language.

    `language` is `None` for the person's own.
    """

    script: str
    step: str
    option: str
    turn: int
    language: str | None = None


def read_button(option_id: str) -> Pressed | None:
    """`None` when this is not the button of a question."""
    parts = option_id.split(":")
    if len(parts) not in (4, 5) or not parts[3].isascii() or not parts[3].isdigit():
        return None
    return Pressed(parts[0], parts[1], parts[2], int(parts[3][:12]), parts[4] if parts[4:] else None)


def message_of(script: str, step: str) -> str:
    """The Fluent id of a question's words."""
    return f"{script}-{step}".replace("_", "-")


@dataclass(frozen=True, slots=True)
class Question:
    """The open question: where the person is, and what the content has there."""

    place: Place
    script: Script
    step: Step

    @property
    def message(self) -> str:
        """The Fluent id of its words."""
        return message_of(self.script.id, self.step.id)

    @property
    def takes_any_words(self) -> bool:
        """Whether whatever is written is an answer."""
        return self.step.answer == "text"

    @property
    def is_note(self) -> bool:
        """Whether it asks for words to keep, which no wish should swallow."""
        return self.takes_any_words and self.script.id != "name"

    def waits(self, turn: Turn) -> bool:
        """Whether it still keeps other things waiting; one left alone for an hour does not."""
        return self.place in turn.waiting


def is_asked_for(turn: Turn, answer: str) -> bool:
    """Whether the open question takes an answer of that kind."""
    question = current(turn)
    return question is not None and question.step.answer == answer


def current(turn: Turn) -> Question | None:
    """The open question, if the content still has it."""
    place = turn.person.place
    script = turn.library.scripts.get(place.script) if place else None
    step = script.step(place.step) if script and place else None
    return Question(place, script, step) if place and script and step else None


def open_script(turn: Turn, name: str, **answers: Any) -> Turn:
    """Put a script on top and ask its first question. `answers` are known beforehand."""
    first = turn.library.scripts[name].steps[0]
    return ask(turn.pushed(Place(name, first.id, turn.person.turn, turn.now, dict(answers))))


def ask(turn: Turn, message: str | None = None, more: tuple[Option, ...] = ()) -> Turn:
    """Ask the open question; its buttons carry this turn's number.

    `message` gives it other words than its own, `more` are buttons that lead elsewhere.
    """
    found = current(turn)
    if found is None:
        return turn
    asked = replace(found.place, turn=turn.person.turn, asked_at=turn.now)
    turn = turn.pushed(asked)
    buttons = options(turn, asked, found.step) + more
    return turn.say(found.script.kind, message or found.message, options=buttons, **words_for(asked))


def words_for(place: Place) -> dict[str, Any]:
    """The answers so far that words may use."""
    return {key: value for key, value in place.answers.items() if isinstance(value, str | int | float)}


def options(turn: Turn, place: Place, step: Step) -> tuple[Option, ...]:
    """The question's buttons."""
    message = message_of(place.script, step.id)
    stem, end = f"{place.script}:{step.id}", _end(turn, place)
    on_the_way = tuple(
        Option(f"{stem}:{option}:{end}", shown)
        for option, shown in place.answers.get(CHOICES, ())
        if step.answer == "choice"
    )
    fixed = tuple(
        Option(f"{stem}:{option}:{end}", label(turn, message, option))
        for option in step.options
        if option not in place.answers.get("taken", ())
    )
    return on_the_way + fixed


def _end(turn: Turn, place: Place) -> str:
    """A button in another language than the person's own says so: of a stranger, nothing else would know it."""
    return f"{place.turn}" if turn.language == turn.person.language else f"{place.turn}:{turn.language}"


def label(turn: Turn, message: str, option: str) -> str:
    """What stands on an option's button."""
    return option if option.isdigit() else turn.label(message, label_of(option))


def label_of(option: str) -> str:
    """The Fluent attribute of an option's label."""
    return option.replace("_", "-")


def move_on(turn: Turn, value: Any) -> tuple[Turn, Place | None]:
    """Note the answer and ask the next question; after the last one, take the script off and give back its place."""
    place = turn.person.agenda[0]
    answered = replace(place, answers=place.answers | {place.step: value}, unclear=0)
    following = turn.library.scripts[place.script].after(place.step)
    if following is None:
        return turn.knowing(agenda=turn.person.agenda[1:]), answered
    return ask(turn.pushed(replace(answered, step=following.id))), None


def without_lost_scripts(turn: Turn) -> Turn:
    """Open questions of scripts that the content no longer has are let go."""
    return turn.knowing(agenda=tuple(place for place in turn.person.agenda if place.script in turn.library.scripts))


def has_lost_its_step(turn: Turn) -> bool:
    """Whether the open question was taken out of its script since it was asked."""
    place = turn.person.place
    script = turn.library.scripts.get(place.script) if place else None
    return place is not None and script is not None and script.step(place.step) is None


def ask_anew(turn: Turn) -> Turn:
    """Begin the script of a lost question again, and say so; nobody is dropped in silence."""
    place = turn.person.agenda[0]
    script = turn.library.scripts[place.script]
    first = replace(place, step=script.steps[0].id, unclear=0)
    return ask(turn.pushed(first).say(script.kind, "questions-have-changed"))


def close(turn: Turn, script: str) -> Turn:
    """Take a script off the pile without an answer."""
    return turn.knowing(agenda=tuple(place for place in turn.person.agenda if place.script != script))
