"""Everything a turn may look up: scripts, words, nudges, and what it takes to understand a text."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.conversation.help_lines import HelpLines
from bot.conversation.nudges import Nudge
from bot.conversation.scripts import Script
from bot.conversation.words import Words
from bot.understanding.cities import Cities
from bot.understanding.intents import Intents
from bot.understanding.safety import SafetyPhrases
from bot.understanding.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Library:
    """The content, loaded once and never changed. `cities` reads its list when it is first asked."""

    scripts: Mapping[str, Script]
    words: Words
    nudges: tuple[Nudge, ...]
    cities: Cities
    help_lines: HelpLines
    safety: Mapping[str, SafetyPhrases]
    vocabularies: Mapping[str, Vocabulary]
    intents: Mapping[str, Intents]

    def vocabulary(self, language: str) -> Vocabulary:
        return self.vocabularies.get(language) or self.vocabularies["en"]
