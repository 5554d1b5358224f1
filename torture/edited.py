"""The content changes under people, at every question at which they can wait: they always get a next message.

Steps and options of the scripts are deleted, renamed and put in another order, as somebody who edits them would.
"""

import random
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

from bot.content import BrokenContent, check
from bot.conversation import walk
from bot.conversation.commands import COMMANDS
from bot.conversation.events import Choice, Command, Event, Text
from bot.conversation.library import Library
from bot.conversation.scripts import Script, Step
from bot.conversation.words import Words
from tests.conversation.test_engine import TEXTS, Life, settled, spoken
from torture.child import LIBRARY
from torture.results import Result
from torture.stage import Stage

NEW = "_renamed"


@dataclass(frozen=True)
class Size:
    walks: int
    acts: int
    kept: int  # lives kept for each question


LONG = Size(walks=400, acts=60, kept=3)
SHORT = Size(walks=2, acts=25, kept=1)


class Renamed(Words):
    """What was renamed has the words that it had."""

    def __init__(self, words: Words) -> None:
        self._languages = words._languages

    def find(self, language: str, message: str, attribute: str | None, **values: Any) -> str | None:
        return super().find(language, plain(message), attribute and plain(attribute), **values)


def plain(name: str) -> str:
    return name.replace("-renamed", "")


async def edited(stage: Stage, result: Result, size: Size, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - what people say, not secrets
    waiting = lives_at_every_question(size, chance)
    tried: Counter[str] = Counter()
    failed: Counter[str] = Counter()
    apologised: Counter[str] = Counter()
    for (script, step), lives in sorted(waiting.items()):
        for life in lives:
            for name, library in edits(script, step):
                if is_refused(library):
                    tried["refused at load"] += 1
                    continue
                for event in acts(life):
                    tried[name] += 1
                    if failure := failure_of(life, library, event):
                        told = f"{script}:{step}, {name}, {event}: {failure}"
                        (apologised if is_read_by_name(name, failure) else failed)[told] += 1
    questions = {(script.id, step.id) for script in LIBRARY.scripts.values() for step in script.steps}
    result.note("questions", len(questions))
    result.note("reached", len(set(waiting) & questions))
    for name in sorted(tried):
        result.note(name, tried[name])
    result.note("apologised for", apologised.total())
    result.must_be("raised or silent", failed.total())
    result.broken += sorted(failed)[:40]


def is_refused(library: Library) -> bool:
    """Whether Steady would not start with this content."""
    try:
        check(library.scripts)
    except BrokenContent:
        return True
    return False


def is_read_by_name(edit: str, failure: str) -> bool:
    """A step that code reads by its name was renamed: that is a change of code, and the companion says sorry."""
    return edit == "step renamed" and failure.startswith(("KeyError", "TypeError"))


def lives_at_every_question(size: Size, chance: random.Random) -> dict[tuple[str, str], list[Life]]:
    """Lives that wait at a question, found by living at random."""
    found: dict[tuple[str, str], list[Life]] = {}
    for _ in range(size.walks):
        life = settled()
        for _ in range(size.acts):
            live(life, chance)
            place = life.person.place
            known = found.setdefault((place.script, place.step), []) if place else []
            if place and len(known) < size.kept:
                known.append(copy_of(life))
    return found


def copy_of(life: Life, library: Library = LIBRARY) -> Life:
    copy = Life(library)
    copy.document, copy.now, copy.buttons = life.document, life.now, list(life.buttons)
    copy.notes.rows, copy.notes.timers = dict(life.notes.rows), dict(life.notes.timers)
    return copy


def live(life: Life, chance: random.Random) -> None:
    drawn = chance.random()
    if drawn < 0.55 and life.buttons:
        life.turn(Choice(chance.choice(life.buttons[-6:])))
    elif drawn < 0.75:
        life.turn(Text(chance.choice(TEXTS)))
    elif drawn < 0.9:
        life.turn(Command(chance.choice(list(COMMANDS))))
    else:
        life.pass_time(timedelta(minutes=chance.choice((10, 300, 1440))))


def acts(life: Life) -> Iterator[Event | None]:
    """The newest buttons, some words, and the passing of two days."""
    yield from (Choice(button) for button in life.buttons[-4:])
    yield from map(Text, ("6", "yes", "hello there", "stop", "i want to die"))
    yield None


def failure_of(life: Life, library: Library, event: Event | None) -> str:
    """Why what follows is no sensible next message, if it is none."""
    life = copy_of(life, library)
    try:
        if event is None:
            life.pass_time(timedelta(days=2))
            event = Text("and now?")
        turn = life.turn(event)
        said = spoken(turn)
        life.turn(Text("6"))
    except Exception as error:  # noqa: BLE001 - whatever it is, it is what is looked for
        return repr(error)
    if not said or not all(one.text.strip() for one in said):
        return "silence"
    if turn.person.agenda and walk.current(turn) is None:
        return "waits at a question that is not there"
    return ""


# Edits


def edits(script_id: str, step_id: str) -> Iterator[tuple[str, Library]]:
    """Each change to one script, as the library that has it."""
    script = LIBRARY.scripts[script_id]
    step = script.step(step_id)
    others = tuple(one for one in script.steps if one.id != step_id)
    if step is None:
        return
    if others:
        yield "step deleted", with_steps(script, others)
        yield "other step deleted", with_steps(script, script.steps[1:] if script.steps[0] is not step else (step,))
        yield "steps reversed", with_steps(script, script.steps[::-1])
    yield "step renamed", with_step(script, step, replace(step, id=step.id + NEW))
    yield "script deleted", with_scripts({name: one for name, one in LIBRARY.scripts.items() if name != script_id})
    if step.options:
        yield "options reversed", with_step(script, step, replace(step, options=step.options[::-1]))
        yield "option deleted", with_step(script, step, replace(step, options=step.options[1:]))
        renamed = tuple(option if option.isdigit() else option + NEW for option in step.options)
        yield "options renamed", with_step(script, step, replace(step, options=renamed))


def with_step(script: Script, step: Step, other: Step) -> Library:
    return with_steps(script, tuple(other if one is step else one for one in script.steps))


def with_steps(script: Script, steps: Sequence[Step]) -> Library:
    return with_scripts({**LIBRARY.scripts, script.id: replace(script, steps=tuple(steps))})


def with_scripts(scripts: Mapping[str, Script]) -> Library:
    return replace(LIBRARY, scripts=scripts, words=Renamed(LIBRARY.words))
