"""What is wrong with the content, or could read better: everything that `steady content check` tells.

Errors are what keeps people from being answered rightly; the rest is advice to whoever writes.
"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from bot.content import danger, messages
from bot.content.messages import Message
from bot.content.own_files import HELP_LINES
from bot.content.remarks import Remark
from bot.conversation.help_lines import TOO_OLD, CountryHelp
from bot.conversation.library import Library
from bot.conversation.words import FALLBACK
from bot.operations.content import style
from bot.operations.content.wording import Wording

MANY = 25  # messages; who lacks more has not been translated yet


def remarks(wording: Wording, today: date) -> list[Remark]:
    return [
        *_untranslated(wording),
        *_amiss(wording),
        *style.too_long(wording),
        *style.hard_to_read(wording),
        *style.tone(wording),
        *danger.remarks(wording.library),
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
            to_do = f"steady content export FOLDER --language {language} makes them ready for a translator"
            yield Remark(f"words/{language}", language, told, to_do, is_error=False)
            continue
        for id_, part in missing:
            message = english[id_, part]
            named = f"{id_}.{part}" if part else id_
            file = f"words/{language}/{Path(message.file).name}"
            yield Remark(file, named, "it is not translated, so the language is not spoken", "translate it")
        if not missing and language not in wording.library.spoken:
            to_do = "write safety, intents and phrases for it (docs/translating.md)"
            yield Remark(f"words/{language}", language, "danger is not heard in it, so it is not spoken", to_do)


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


# Numbers to call


def _old_numbers(library: Library, today: date) -> Iterator[Remark]:
    for code, country in sorted(library.help_lines.countries.items()):
        if told := to_verify(country, today):
            yield Remark(HELP_LINES, code, *told)


def to_verify(country: CountryHelp, today: date) -> tuple[str, str] | None:
    """That the numbers of a country are too old, and what to do; `None` while they are not."""
    if not country.is_too_old(today):
        return None
    what = f"{country.name} was last verified on {country.verified_on}, more than {TOO_OLD.days} days ago"
    return what, "compare each of its numbers with the provider's own site, then set verified_on and checked"
