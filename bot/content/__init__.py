"""The content: scripts, words, nudges, phrases and numbers, which a clinician edits without touching code."""

import gzip
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from functools import cache, cached_property
from pathlib import Path
from threading import Lock
from typing import Any, TypeVar

import yaml

from bot.content import overrides, own_files, strict_yaml
from bot.content.overrides import Overrides
from bot.content.remarks import Remark
from bot.conversation.commands import COMMANDS, NOT_LISTED
from bot.conversation.help_lines import HelpLines
from bot.conversation.library import Library
from bot.conversation.nudges import nudges_from_data
from bot.conversation.scripts import Script, scripts_from_data
from bot.conversation.walk import label_of, message_of
from bot.conversation.words import Words
from bot.errors import CannotDo, because
from bot.ports import PlatformWords
from bot.programme.answers import PARTS
from bot.programme.questionnaires import PUBLISHED
from bot.understanding.cities import Cities
from bot.understanding.intents import Intents
from bot.understanding.languages import SmallWords
from bot.understanding.listening import Listening
from bot.understanding.plain_text import plain
from bot.understanding.reading import Languages
from bot.understanding.safety import SafetyPhrases
from bot.understanding.sense import Sense
from bot.understanding.vocabulary import Vocabulary

FOLDER = Path(__file__).parent
ANSWERS_TO_DANGER = frozenset({"crisis", "red_flag"})  # kinds of scripts
T = TypeVar("T")


class BrokenContent(CannotDo):
    """A content file can't be read; what is told names the file and what is wrong with it."""


class ByLanguage(Mapping[str, T]):
    """What stands in a folder with one file for each language that is understood, each read when it is first needed.

    Reading all of them takes seconds, which nobody has to wait for who writes in one. Raises `BrokenContent`.
    """

    def __init__(self, folder: str, build: Callable[[Any], T]) -> None:
        self._files = {file.stem: file for file in sorted(FOLDER.glob(f"{folder}/*.yaml"))}
        self._build = build
        self._known: dict[str, T] = {}
        self._reading = Lock()

    def __getitem__(self, language: str) -> T:
        if language in self._known:
            return self._known[language]
        with self._reading:
            if language not in self._known:
                self._known[language] = _read_file(self._files[language], self._build)
            return self._known[language]

    def __iter__(self) -> Iterator[str]:
        return iter(self._files)

    def __len__(self) -> int:
        return len(self._files)


class Labels(Container[str]):
    """What stands on the buttons, in plain letters, but for those under an answer to danger, which say how they are.

    They are put together when a text is first held against them.
    """

    def __init__(self, scripts: Mapping[str, Script], words: Words) -> None:
        self._scripts = scripts
        self._words = words

    def __contains__(self, text: object) -> bool:
        return text in self.known

    @cached_property
    def known(self) -> frozenset[str]:
        return frozenset(
            plain(label)
            for script in self._scripts.values()
            if script.kind not in ANSWERS_TO_DANGER
            for step in script.steps
            for option in step.options
            for label in self._words.labels(message_of(script.id, step.id), label_of(option))
        )


@cache
def load_library(sense: Sense | None = None, folder: Path | None = None) -> Library:
    """Read the whole content once; without a `sense` for meaning, phrases alone listen. Raises `BrokenContent`.

    What `folder` says otherwise is said otherwise (`bot/content/overrides.py`).
    """
    library = open_library(sense, folder)
    read_on(library)
    return library


def read_on(library: Library) -> None:
    """Read what has not been needed yet. Raises `BrokenContent`."""
    library.listening.meanings("")  # to be asked is what makes each of them read
    library.listening.is_label("")
    for each in (library.listening.phrases, library.languages.intents, library.languages.vocabularies):
        for language in each:
            each[language]


def open_library(sense: Sense | None = None, folder: Path | None = None) -> Library:
    """The same content, of which what hears is read when it is first needed, or by `read_on`."""
    small_words = _read("languages.yaml", _small_words)
    scripts = _each("scripts/*.yaml", scripts_from_data)
    check(scripts)
    own = _overrides(folder) if folder else overrides.NONE
    words = Words(own.over_words(texts()))
    phrases = ByLanguage("safety", SafetyPhrases.from_data)
    return Library(
        scripts=scripts,
        words=words,
        nudges=_read(own_files.NUDGES, lambda data: nudges_from_data(own.over_nudges(data))),
        cities=Cities.from_text(cities_text()),
        help_lines=_read(own_files.HELP_LINES, lambda data: HelpLines.from_data(own.over_help_lines(data))),
        listening=Listening(phrases, small_words, sense, Labels(scripts, words)),
        languages=Languages(
            ByLanguage("phrases", Vocabulary.from_data),
            ByLanguage("intents", Intents.from_data),
            small_words,
        ),
    )


def check(scripts: Mapping[str, Script]) -> None:
    """Raises `BrokenContent` unless these are the scripts that the programme opens, and what was published is whole."""
    if missing := PARTS.keys() - scripts.keys():
        raise BrokenContent(f"No script is {_named(missing)}, which the programme opens.", "Write it again.")
    if unknown := scripts.keys() - PARTS.keys():
        raise BrokenContent(f"Nothing in the programme opens the script {_named(unknown)}.", "Take it out.")
    for name, steps in PUBLISHED.items():
        if tuple(step.id for step in scripts[name].steps) != steps:
            told = f"The questions of the script {name!r} were published as {', '.join(steps)}."
            raise BrokenContent(told, "Keep them so.")


def _named(names: Iterable[str]) -> str:
    return ", ".join(map(repr, sorted(names)))


def _small_words(data: dict[str, list[str]]) -> SmallWords:
    return SmallWords({language: frozenset(words) for language, words in data.items()})


def cities_text() -> bytes:
    """The list of cities, in UTF-8."""
    return gzip.decompress((FOLDER / "cities.tsv.gz").read_bytes())


def platform_words(library: Library) -> dict[str, PlatformWords]:
    """What the platforms show of Steady outside the conversation, by language."""
    return {language: _platform_words(library.words, language) for language in library.spoken}


def _platform_words(words: Words, language: str) -> PlatformWords:
    return PlatformWords(
        {name: words.label(language, "commands", name) for name in COMMANDS if name not in NOT_LISTED},
        *(
            words.text(language, f"platform-{name}")
            for name in ("description", "about", "only-in-private", "sent-in-private")
        ),
    )


def texts() -> dict[str, list[str]]:
    """The files of Steady's own words, by language."""
    return {folder.name: _texts(folder.glob("*.ftl")) for folder in sorted(FOLDER.glob("words/*"))}


def flaws(own: Overrides) -> list[Remark]:
    """Why Steady would not start with what such a folder holds."""
    return overrides.remarks(own, texts(), data_of(own_files.NUDGES), data_of(own_files.HELP_LINES))


def _overrides(folder: Path) -> Overrides:
    own = overrides.read(folder)
    if found := flaws(own):
        to_do = f"`steady content check --folder {folder}` tells all that is wrong there ({len(found)})."
        raise BrokenContent(f"{folder}/{found[0]}.", to_do)
    return own


def data_of(name: str) -> Any:
    """What stands in a file of Steady's own."""
    return _read(name, lambda data: data)


def _texts(files: Iterable[Path]) -> list[str]:
    return [file.read_text(encoding="utf-8") for file in sorted(files)]


def _each(pattern: str, build: Callable[[Any], dict[str, Any]]) -> dict[str, Any]:
    return {name: item for file in sorted(FOLDER.glob(pattern)) for name, item in _read_file(file, build).items()}


def _read(name: str, build: Callable[[Any], T]) -> T:
    return _read_file(FOLDER / name, build)


def _read_file(file: Path, build: Callable[[Any], T]) -> T:
    try:
        return build(strict_yaml.own(file.read_text(encoding="utf-8")))
    except (yaml.YAMLError, ValueError, KeyError, TypeError) as error:
        told = because(f"{file.name} can't be read", error)
        raise BrokenContent(told, "Put that file right, or install Steady again.") from error
