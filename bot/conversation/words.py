"""Every sentence shown to a person, as Fluent messages per language, with English where a translation is missing."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from threading import Lock
from typing import Any

from fluent.runtime import FluentBundle, FluentResource

FALLBACK = "en"
BEGINNING = re.compile(r"^(?=[a-zA-Z][\w-]* *=)", re.MULTILINE)
NAME = re.compile(r"[a-zA-Z][\w-]*")
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
        self._unread = {name: entry for text in texts for name, entry in _entries(text)}
        self._known: set[str] = set()
        self._reading = Lock()

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
        entry = self._unread.pop(message, None)
        if entry is not None:
            self._known.add(message)
            self._bundle.add_resource(FluentResource(entry))
            for mentioned in MENTIONED.findall(entry):
                self._read(mentioned)
        return message in self._known


def _entries(text: str) -> Iterable[tuple[str, str]]:
    """Each message of a file with its name; what stands before the first is a remark."""
    for entry in BEGINNING.split(text):
        if name := NAME.match(entry):
            yield name[0], entry
