"""Every sentence shown to a person, as Fluent messages per language, with English where a translation is missing."""

from collections.abc import Iterable, Mapping
from typing import Any

from fluent.runtime import FluentBundle, FluentResource

FALLBACK = "en"


class MissingWords(LookupError):
    """No language has this message: the content is broken."""


class Words:
    """Messages by language and id; an option's label is an attribute of its question's message."""

    def __init__(self, sources: Mapping[str, Iterable[str]]) -> None:
        self._bundles = {language: _bundle(language, texts) for language, texts in sources.items()}

    @property
    def languages(self) -> tuple[str, ...]:
        return tuple(self._bundles)

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

    def find(self, language: str, message: str, attribute: str | None, **values: Any) -> str | None:
        """The words, or `None` where there are none."""
        for name in (language, FALLBACK):
            bundle = self._bundles.get(name)
            if bundle is None or not bundle.has_message(message):
                continue
            entry = bundle.get_message(message)
            pattern = entry.value if attribute is None else entry.attributes.get(attribute)
            if pattern is not None:
                return str(bundle.format_pattern(pattern, values)[0])
        return None


def _bundle(language: str, texts: Iterable[str]) -> FluentBundle:
    bundle = FluentBundle([language], use_isolating=False)
    for text in texts:
        bundle.add_resource(FluentResource(text))
    return bundle
