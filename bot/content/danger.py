"""Whether each country's answers to danger can be said: each is put together once, as its people would read it."""

from collections.abc import Iterator

from bot.content.own_files import HELP_LINES
from bot.content.remarks import Remark
from bot.conversation.help_lines import CountryHelp
from bot.conversation.library import Library

CRISIS = "safety-crisis"
ANSWERS = (CRISIS, "safety-red-flag-emergency", "safety-red-flag-urgent")
CURE = "write that country like Steady's own in bot/content/help_lines.yaml"


def remarks(library: Library) -> Iterator[Remark]:
    for country in (*library.help_lines.countries.values(), library.help_lines.fallback):
        flaws = (flaw for language in library.words.languages for flaw in _in_language(library, country, language))
        if flaw := next(flaws, None):
            yield Remark(HELP_LINES, country.code or "fallback", flaw, CURE)


def _in_language(library: Library, country: CountryHelp, language: str) -> Iterator[str]:
    for answer in ANSWERS:
        try:
            known = country.words(language)
            text = library.words.text(language, answer, held="no", **known)
        except (LookupError, AttributeError, TypeError, ValueError) as error:
            yield f"{answer} can't be said in {language!r} ({error})"
            continue
        wanted = [known["emergency"], *([known["number"]] if answer == CRISIS else [])]
        if "{" in text or not all(number in text for number in wanted):
            yield f"{answer} does not show whom to call in {language!r}"
