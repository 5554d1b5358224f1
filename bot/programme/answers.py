"""What a text says as the answer to the open question, and how an answer takes a script further."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import chain
from typing import Any

from bot.conversation import walk
from bot.conversation.nudges import PLACES
from bot.conversation.person import Place
from bot.conversation.scripts import Step
from bot.conversation.turn import Turn
from bot.programme import (
    ally,
    breathing,
    check_in,
    comfort_zone,
    flare,
    goals,
    home_clock,
    insights,
    ladder,
    linking,
    noting,
    pacing,
    pausing,
    pictures,
    privacy,
    questionnaires,
    report,
    safety,
    settings,
    silence,
    trials,
    unsure,
    ways_to_breathe,
    welcome,
    where_it_hurts,
)
from bot.programme.names import plain_words
from bot.programme.parts import Part

PARTS: dict[str, Part] = {
    **welcome.PARTS,
    **check_in.PARTS,
    **breathing.PARTS,
    **ways_to_breathe.PARTS,
    **comfort_zone.PARTS,
    **settings.PARTS,
    **where_it_hurts.PARTS,
    **home_clock.PARTS,
    **pausing.PARTS,
    **privacy.PARTS,
    **safety.PARTS,
    **insights.PARTS,
    **trials.PARTS,
    **flare.PARTS,
    **pacing.PARTS,
    **goals.PARTS,
    **ladder.PARTS,
    **report.PARTS,
    **questionnaires.PARTS,
    **pictures.PARTS,
    **noting.PARTS,
    **ally.PARTS,
    **silence.PARTS,
    **linking.PARTS,
    **unsure.PARTS,
}
LONG = 400  # characters; so much is told, not answered
SHORT_ANSWERS = ("yes", "ok", "no")  # wishes by name, which are words that options are named by too
SHORTEST_MENTION, LONGEST_MENTION = 4, 40  # characters


def pressed(turn: Turn, option: str) -> Turn | None:
    """The open question answered by a button; `None` when it has no such option (the content may have changed)."""
    question = walk.current(turn)
    if question is None:
        return None
    on_the_way = (choice for choice, _ in question.place.answers.get(walk.CHOICES, ()))
    known = {*question.step.options, *on_the_way}
    return take(turn, _value_of(question.step, option)) if option in known else None


def _value_of(step: Step, option: str) -> Any:
    return float(option) if step.answer == "score" and option.isdigit() else option


def take(turn: Turn, value: Any) -> Turn:
    """Give the open question its answer, and go on to what follows."""
    place = turn.person.agenda[0]
    part = PARTS[place.script]
    turn = part.answered(turn, place.step, value)
    if not turn.person.agenda or turn.person.agenda[0].script != place.script:
        return turn
    turn, ended = walk.move_on(turn, value)
    return part.ended(turn, ended) if ended else turn


def typed(turn: Turn, text: str) -> Turn | None:
    """The open question answered in words; `None` when these are not an answer to it."""
    question = walk.current(turn)
    if question is None:
        return None
    option = named_option(turn, text)
    value = _value_of(question.step, option) if option else _read_here(turn, question, text)
    return None if value is None else take(turn, value)


def _read_here(turn: Turn, question: walk.Question, text: str) -> Any | None:
    """What the text says, unless it asks something back, or comes so late that it is rather about now."""
    kind = question.step.answer
    if kind in ("score", "text") and not question.waits(turn):
        return None
    if kind in ("score", "choice") and asks(turn, text):
        return None
    return read(turn, question.step, text)


def asks(turn: Turn, text: str) -> bool:
    """Whether the text is a question; asking about a number or a button does not choose it."""
    return turn.reader.asks(text)


def explained(turn: Turn, text: str) -> Turn | None:
    """What a button means, when that is what they ask."""
    question = walk.current(turn)
    if question is None or question.step.answer != "choice" or not asks(turn, text):
        return None
    option = _mentioned_option(turn, question.step, text)
    if option is None:
        return None
    meant = f"{question.message}-{walk.label_of(option)}-meaning"
    meaning = turn.library.words.find(turn.language, meant, None)
    return walk.ask(turn.say_text(question.script.kind, meaning) if meaning else turn)


def named_option(turn: Turn, text: str) -> str | None:
    """The option of the open question whose label, or other words for it, is just what was written."""
    question, plain = walk.current(turn), plain_words(text)
    if question is None or not plain:
        return None
    options = list(_options(turn, question))
    labelled = (option for option, (label, *_) in options if label == plain)
    named = (option for said in _readings(turn, plain) for option, names in options if said in names)
    return next(chain(labelled, named), None)


def _options(turn: Turn, question: walk.Question) -> Iterator[tuple[str, list[str]]]:
    """Each option that has words, and these in plain letters, its label first."""
    step = question.step
    for option in step.options:
        is_score = step.answer == "score" and option.isdigit()  # read as a number, of which "-3" is another than "3"
        if not is_score:
            yield option, [plain_words(name) for name in written_names(turn, question.message, option)]
    choices = question.place.answers.get(walk.CHOICES, ())
    more = turn.label("buttons", "yes-said").split("|") if len(choices) == 1 else []
    for option, label in choices:
        yield str(option), [plain_words(name) for name in (label, *more)]


def _readings(turn: Turn, plain: str) -> Iterator[str]:
    """What was written, the same without the polite words around it ("ok done" is "done"), and "ja" as "yes"."""
    yield plain
    yield turn.reader.bare(plain)
    yield from short_answers(turn, plain)


def short_answers(turn: Turn, text: str) -> Iterator[str]:
    """ "Yes", "ok" or "no", if that is all that was written, in whatever language."""
    return (answer for answer in SHORT_ANSWERS if turn.reader.tongues(text, answer))


def written_names(turn: Turn, message: str, option: str) -> list[str]:
    """The label, and as they stand beside it, a whole list of others; one that begins with "=" counts only alone."""
    others = turn.library.words.find(turn.language, message, f"{walk.label_of(option)}-said") or ""
    return [name.strip() for name in (walk.label(turn, message, option), *others.split("|")) if name.strip()]


def _mentioned_option(turn: Turn, step: Step, text: str) -> str | None:
    """The one option whose name stands somewhere in a short text: "just use the usual"."""
    place, plain = turn.person.agenda[0], f" {plain_words(text)} "
    message = walk.message_of(place.script, step.id)
    mentioned = [
        option
        for option in step.options
        if any(_is_mentioned(name, plain) for name in written_names(turn, message, option))
    ]
    if place.script in (*safety.PARTS, flare.IS_IT_NEW):  # "don't carry on" names a button and means its opposite
        mentioned = [option for option in mentioned if option in safety.ASKS_FOR_HELP]
    return mentioned[0] if len(mentioned) == 1 and len(plain) <= LONGEST_MENTION else None


def _is_mentioned(name: str, plain: str) -> bool:
    name = "" if name.startswith("=") else plain_words(name)
    return len(name) >= SHORTEST_MENTION and f" {name} " in plain


def read(turn: Turn, step: Step, text: str) -> Any | None:
    """What the text says in answer to that kind of question, `None` when nothing."""
    reader = turn.reader
    match step.answer:
        case "choice":
            return _mentioned_option(turn, step, text)
        case "score":
            last = check_in.remembered(turn) if step.id == "pain" else None
            return reader.value(text, last)
        case "text":
            return text.strip() if 0 < len(text.strip()) <= step.limit else None
        case "places":
            return list(reader.places(text)) or None
        case "city":
            return home_clock.cities_in(turn, text) or None
        case "time":
            at = reader.time(text)
            return at.isoformat(timespec="minutes") if at else None
        case "days":
            days = reader.weekdays(text)
            return None if days is None else list(days)
        case "until":
            return _until(turn, text)


def _until(turn: Turn, text: str) -> str | None:
    until = turn.reader.until(text, turn.today)
    if until is None:
        return None
    return until.isoformat() if isinstance(until, date) else "for_good"


def also_hurts(turn: Turn, text: str) -> Turn | None:
    """ "My hands hurt too": one more place, to be confirmed; `None` when it names no place that is known."""
    told = [place for place in turn.reader.places(text) if place in PLACES]
    if not told:
        return None
    return where_it_hurts.with_another(turn, told)


def ask_again(turn: Turn, text: str) -> Turn:
    """The answer was not understood: once with an example; after that the question stays open, unrepeated."""
    question = walk.current(turn)
    if question is None:
        return turn
    place, step = question.place, question.step
    if len(text) > LONG and not question.takes_any_words and not place.unclear:
        return walk.ask(turn.pushed(replace(place, unclear=1)).say("help", "unclear-long"))
    if place.unclear:
        return _left_open(turn, place)
    turn = turn.pushed(replace(place, unclear=1))
    return walk.ask(turn, _unclear_message(turn, question.message, step, text))


def _unclear_message(turn: Turn, message: str, step: Step, text: str) -> str:
    if step.answer == "score" and turn.reader.is_out_of_range(text):
        return "unclear-out-of-range"
    own = f"{message}-unclear"
    return own if turn.library.words.find(turn.language, own, None) else f"unclear-{step.answer}"


def _left_open(turn: Turn, place: Place) -> Turn:
    turn = turn.pushed(replace(place, unclear=place.unclear + 1))
    return turn.say("help", "unclear-left-open", options=turn.commands("breathe", "checkin", "help"))
