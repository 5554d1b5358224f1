"""Everything a turn may look up: scripts, words, nudges, and what it takes to understand a text."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.conversation.help_lines import HelpLines
from bot.conversation.nudges import Nudge
from bot.conversation.scripts import Script
from bot.conversation.words import FALLBACK, Words
from bot.understanding.cities import Cities
from bot.understanding.listening import Listening
from bot.understanding.reading import Languages


@dataclass(frozen=True, slots=True)
class Library:
    """The content, loaded once and never changed. `cities` reads its list when it is first asked.

    `kept_days` is after how many days of silence people are forgotten, if they are. `preview` is a language in
    which everything is said, what is missing in English, for whoever translates.
    """

    scripts: Mapping[str, Script]
    words: Words
    nudges: tuple[Nudge, ...]
    cities: Cities
    help_lines: HelpLines
    listening: Listening
    languages: Languages
    kept_days: int | None = None
    preview: str | None = None

    @property
    def spoken(self) -> tuple[str, ...]:
        """The languages that Steady answers in: nothing is missing in their words, and danger is heard in them."""
        heard = list(self.listening.phrases)  # by name: to look one up would read it
        return tuple(language for language in self.words.complete if language in heard)

    def spoken_to(self, tag: str | None) -> str:
        """The language for who uses a platform in that one, an IETF tag such as `pt-BR`; English where it isn't
        spoken."""
        language = (tag or "").replace("_", "-").partition("-")[0].lower()
        return language if language in self.spoken else FALLBACK
