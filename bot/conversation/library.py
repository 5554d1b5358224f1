"""Everything a turn may look up: scripts, words, nudges, and what it takes to understand a text."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.conversation.help_lines import HelpLines
from bot.conversation.nudges import Nudge
from bot.conversation.scripts import Script
from bot.conversation.words import Words
from bot.understanding.cities import Cities
from bot.understanding.listening import Listening
from bot.understanding.reading import Languages


@dataclass(frozen=True, slots=True)
class Library:
    """The content, loaded once and never changed. `cities` reads its list when it is first asked."""

    scripts: Mapping[str, Script]
    words: Words
    nudges: tuple[Nudge, ...]
    cities: Cities
    help_lines: HelpLines
    listening: Listening
    languages: Languages
