"""Every sentence shown to a person, as Fluent messages per language, with English where a translation is missing."""

import re
from collections.abc import Iterable, Iterator, Mapping, Set
from functools import cached_property
from threading import Lock
from typing import Any

from fluent.runtime import FluentBundle, FluentResource

FALLBACK = "en"
BEGINNING = re.compile(r"^(?=[a-zA-Z][\w-]* *=)", re.MULTILINE)
NAME = re.compile(r"[a-zA-Z][\w-]*")
LABEL = re.compile(r"^ +\.([a-zA-Z][\w-]*) *=", re.MULTILINE)
MENTIONED = re.compile(r"\{ *([a-z][\w-]*) *\}")


class MissingWords(LookupError):
    """No language has this message: the content is broken."""


class Words:
    """Messages by language and id; an option's label is an attribute of its question's message."""

    def __init__(self, sources: Mapping[str, Iterable[str]]) -> None:
        self._languages = {language: Language(language, texts) for language, texts in sources.items()}

    @property
    def languages(self) -> tuple[str, ...]:
        return tuple(self._languages)

    @cached_property
    def complete(self) -> tuple[str, ...]:
        """The languages that lack nothing of what is said in English."""
        all_of_it = self._languages[FALLBACK]
        return tuple(name for name, language in self._languages.items() if language.holds(all_of_it))

    def text(self, language: str, message: str, **values: Any) -> str:
        """The message in that language. Raises `MissingWords` when not even English has it."""
        found = self.find(language, message, None, **values)
        if found is None:
            raise MissingWords(f"no words for {message!r}")
        return found

    def label(self, language: str, message: str, attribute: str, **values: Any) -> str:
        found = self.find(language, message, attribute, **values)
        if found is None:
            raise MissingWords(f"no words for {message!r}, attribute {attribute!r}")
        return found

    def labels(self, message: str, attribute: str) -> Iterator[str]:
        """The label in every language that has one of its own."""
        found = (known.find(message, attribute, {}) for known in self._languages.values())
        return (label for label in found if label)

    def find(self, language: str, message: str, attribute: str | None, **values: Any) -> str | None:
        """The words, or `None` where there are none."""
        for name in (language, FALLBACK):
            known = self._languages.get(name)
            found = known.find(message, attribute, values) if known else None
            if found is not None:
                return found
        return None


class Language:
    """The messages of one language, each parsed when it is first needed: most starts need few of them."""

    def __init__(self, language: str, texts: Iterable[str]) -> None:
        self._language = language
        self._entries = {name: entry for text in texts for name, entry in entries(text)}
        self._known: set[str] = set()
        self._reading = Lock()

    def holds(self, other: "Language") -> bool:
        """Whether each of the other's messages is there, with a value and labels where that one has them."""
        return self.messages >= other.messages and self.parts >= other.parts

    @property
    def messages(self) -> Set[str]:
        return self._entries.keys()

    @cached_property
    def parts(self) -> frozenset[tuple[str, str]]:
        """Each message with each of its labels, and with "" where it has a value."""
        return frozenset((name, part) for name, entry in self._entries.items() for part in _parts_of(entry))

    @cached_property
    def _bundle(self) -> FluentBundle:
        return FluentBundle([self._language], use_isolating=False)

    def find(self, message: str, attribute: str | None, values: Mapping[str, Any]) -> str | None:
        """The words of a message or of one of its attributes, or `None` when there are none."""
        with self._reading:
            is_there = self._read(message)
        if not is_there or not self._bundle.has_message(message):
            return None
        entry = self._bundle.get_message(message)
        pattern = entry.value if attribute is None else entry.attributes.get(attribute)
        return None if pattern is None else str(self._bundle.format_pattern(pattern, dict(values))[0])

    def _read(self, message: str) -> bool:
        """Parse a message and those it mentions; false when there is none of that name."""
        entry = self._entries.get(message)
        if entry is not None and message not in self._known:
            self._known.add(message)
            self._bundle.add_resource(FluentResource(entry))
            for mentioned in MENTIONED.findall(entry):
                self._read(mentioned)
        return entry is not None


def entries(text: str) -> Iterable[tuple[str, str]]:
    """Each message of a file with its name; what stands before the first is a remark."""
    for entry in BEGINNING.split(text):
        if name := NAME.match(entry):
            yield name[0], entry


def _parts_of(entry: str) -> Iterator[str]:
    value, *_ = LABEL.split(entry, maxsplit=1)
    if value.partition("=")[2].strip():
        yield ""
    yield from LABEL.findall(entry)
