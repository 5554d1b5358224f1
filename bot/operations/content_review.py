"""What is wrong with the content, or could read better: everything that `steady content check` tells.

Errors are what keeps people from being answered rightly; the rest is advice to whoever writes.
"""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from bot.content import messages, overrides
from bot.content.messages import Message
from bot.content.remarks import Remark
from bot.conversation import walk
from bot.conversation.help_lines import TOO_OLD, CountryHelp
from bot.conversation.library import Library
from bot.conversation.scripts import Script
from bot.conversation.words import FALLBACK
from bot.operations import content_style
from bot.operations.used_words import literals, unused
from bot.operations.wording import Wording

MANY = 25  # messages; who lacks more has not been translated yet


def remarks(wording: Wording, today: date) -> list[Remark]:
    return [
        *_untranslated(wording),
        *_amiss(wording),
        *content_style.too_long(wording),
        *_scripts(wording.library),
        *_without_label(wording),
        *_unused(wording),
        *content_style.hard_to_read(wording),
        *content_style.tone(wording),
        *_old_numbers(wording.library, today),
    ]


# Translations


def _untranslated(wording: Wording) -> Iterator[Remark]:
    english = _parts(wording.in_language(FALLBACK))
    for language in wording.library.words.languages:
        own = _parts(wording.in_language(language))
        missing = [part for part in english if part not in own]
        if len(missing) > MANY:
            told = f"{len(missing)} of {len(english)} texts are still English, so it is heard but not spoken"
            cure = f"steady content export FOLDER --language {language} makes them ready for a translator"
            yield Remark(f"words/{language}", language, told, cure, is_error=False)
            continue
        for id_, part in missing:
            message = english[id_, part]
            named = f"{id_}.{part}" if part else id_
            file = f"words/{language}/{Path(message.file).name}"
            yield Remark(file, named, "it is not translated, so the language is not spoken", "translate it")
        if not missing and language not in wording.library.spoken:
            cure = "write safety, intents and phrases for it (docs/translating.md)"
            yield Remark(f"words/{language}", language, "danger is not heard in it, so it is not spoken", cure)


def _parts(found: dict[str, Message]) -> dict[tuple[str, str], Message]:
    return {(id_, part): message for id_, message in found.items() for part in message.parts}


def _amiss(wording: Wording) -> Iterator[Remark]:
    for (language, id_), message in wording.messages.items():
        original = wording.english(id_)
        if language == FALLBACK:
            continue
        if original is None:
            what = f"English has no message of this id{messages.nearest(id_, wording.in_language(FALLBACK))}"
            yield Remark(message.where, id_, what, "take it out, or write its id as it stands in English")
        else:
            yield from messages.amiss(message, original)


# Scripts and what is used


def _scripts(library: Library) -> Iterator[Remark]:
    for script in library.scripts.values():
        yield from _unreachable(script)


def _unreachable(script: Script) -> Iterator[Remark]:
    """A script goes from step to step without branches, so a step is lost only with its script or its answers."""
    named = literals()
    if not (script.id in named.plain or any(_makes(pattern, script.id) for pattern in named.patterns)):
        yield Remark("scripts", script.id, "nothing opens it, so nobody comes to its steps", "take it out")
    for step in script.steps:
        where = f"{script.id}:{step.id}"
        if step.answer == "text" and not step.limit:
            yield Remark("scripts", where, "no words are short enough to answer it", "give it a limit")
        for option in sorted({one for one in step.options if step.options.count(one) > 1}):
            yield Remark("scripts", where, f"the option {option!r} is there twice", "keep one of the two")


def _makes(pattern: str, name: str) -> bool:
    return pattern != "(.+)" and re.fullmatch(pattern, name.replace("_", "-")) is not None


def _without_label(wording: Wording) -> Iterator[Remark]:
    words = wording.library.words
    for script in wording.library.scripts.values():
        for step in script.steps:
            id_ = walk.message_of(script.id, step.id)
            if wording.pattern(FALLBACK, id_) is None:
                yield Remark(f"words/{FALLBACK}", id_, "this question has no words", "write them")
            for option in step.options:
                if not option.isdigit() and words.find(FALLBACK, id_, walk.label_of(option)) is None:
                    cure = f"write .{walk.label_of(option)} under {id_}"
                    yield Remark(f"words/{FALLBACK}", id_, f"the option {option!r} has no label", cure)


def _unused(wording: Wording) -> Iterator[Remark]:
    english = wording.in_language(FALLBACK)
    quoted = frozenset[str]().union(*(messages.uses(message.entry) for message in english.values()))
    for id_ in sorted(unused(english, quoted, wording.library)):
        if not id_.startswith("nudge-"):  # of a step that a folder leaves out the words stay
            yield Remark(english[id_].where, id_, "nothing says it", "take it out", is_error=False)


# Numbers to call


def _old_numbers(library: Library, today: date) -> Iterator[Remark]:
    for code, country in sorted(library.help_lines.countries.items()):
        if told := to_verify(country, today):
            yield Remark(overrides.HELP_LINES, code, *told)


def to_verify(country: CountryHelp, today: date) -> tuple[str, str] | None:
    """That the numbers of a country are too old, and what to do; `None` while they are not."""
    if not country.is_too_old(today):
        return None
    what = f"{country.name} was last verified on {country.verified_on}, more than {TOO_OLD.days} days ago"
    return what, "compare each of its numbers with the provider's own site, then set verified_on and checked"
