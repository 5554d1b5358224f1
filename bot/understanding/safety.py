"""Noticing danger in a person's words: crisis, medical red flags, and what only sounds like them.

Law: context may lower what was heard to a light line; it never silences it. In doubt, help is shown.

A text becomes sentences of plain words; everyday idioms are taken out; phrases are looked for; each one found counts as
it stands, or is lowered because it was denied, is long past, is quoted or is a joke. The phrases are data, one file
per language. Nothing is scored: risk tools must not decide who gets help (NICE NG225, 2022).
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Literal

from bot.understanding.phrases import Finder, PhraseError, Wording
from bot.understanding.spelling import Spelling

Tier = Literal["crisis", "red_flag_emergency", "red_flag_urgent", "soft", "none"]
About = Literal["self", "someone_else"]

Context = Mapping[str, re.Pattern[str]]

TIERS: tuple[Tier, ...] = ("crisis", "red_flag_emergency", "red_flag_urgent", "soft")
DANGERS: tuple[Tier, ...] = TIERS[:3]
NEVER_A_JOKE = frozenset({"overdose"})
ONLY_AFTER_ALL = frozenset({"denied"})  # a plain denial, which counts only where the words behind it take it back
NEVER_OLD = frozenset({"heart_or_aorta", "stroke", "bleeding", "cannot_breathe", "seizure", "sedated"})  # signs
RED_FLAGS: tuple[Tier, ...] = ("red_flag_emergency", "red_flag_urgent")


@dataclass(frozen=True, slots=True)
class Heard:
    """What was noticed in a text, whether the one in danger is the writer, and the language it was said in ("other" is
    one that Steady does not speak). It is unsure when no phrase says so and the meaning might be another."""

    tier: Tier
    about: About = "self"
    language: str = "en"
    is_unsure: bool = False


def notice(text: str, phrases: "SafetyPhrases") -> Tier:
    """The gravest tier a text speaks of. Takes any text and never raises."""
    return hear(text, phrases).tier


def hear(text: str, phrases: "SafetyPhrases") -> Heard:
    """The gravest tier a text speaks of, and of whom.

    Crisis comes before any red flag: someone who took something or means to die is helped with that first.
    """
    found: list[Sign] = []
    for sign in _signs(text, phrases):
        if not sign.lowered and sign.about == "self" and phrases.tiers.get(sign.name) == "crisis":
            return Heard("crisis")
        found.append(sign)
    tier = _tier(found, phrases)
    is_sudden = any(sign.name in NEVER_OLD for sign in found)
    if tier in RED_FLAGS and not is_sudden and _is_long_known(text, phrases):
        tier = "soft"
    return Heard(tier, _about(found))


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign that was found, and how it was meant."""

    name: str
    lowered: bool
    about: About


@dataclass(frozen=True, slots=True)
class Found:
    """A phrase where it was found: the words themselves, what stands around them, and the sentence that follows."""

    before: str
    words: str
    after: str
    following: str = ""

    @property
    def sentence(self) -> str:
        return f"{self.before}{self.words}{self.after}"

    @property
    def clause_before(self) -> str:
        return self.before[self.before.rfind(", ") + 1 :].lstrip()

    @property
    def clause(self) -> str:
        """The words between two commas that hold the phrase."""
        return f"{self.clause_before}{self.words}{self.after.partition(', ')[0]}"

    @property
    def near(self) -> str:
        """The phrase and the three words that lead to it."""
        return "".join(f"{word} " for word in self.clause_before.split()[-3:]) + self.words


def _tier(found: Iterable[Sign], phrases: "SafetyPhrases") -> Tier:
    meant = phrases.tier_of({sign.name for sign in found if not sign.lowered})
    if meant != "none":
        return meant
    return "none" if phrases.tier_of({sign.name for sign in found}) == "none" else "soft"


def _about(found: Iterable[Sign]) -> About:
    abouts = {sign.about for sign in found}
    return "someone_else" if abouts == {"someone_else"} else "self"


def _is_long_known(text: str, phrases: "SafetyPhrases") -> bool:
    """Whether the person says that it is old and a clinician knows it, and says nothing of a change."""
    whole = "".join(phrases.spelling.sentences(text))
    known, rest = phrases.context["known"], phrases.context["old"].sub("_ ", whole)
    is_old = rest != whole
    return is_old and bool(known.search(whole)) and not phrases.context["change"].search(rest)


def _signs(text: str, phrases: "SafetyPhrases") -> Iterator[Sign]:
    sentences = [phrases.idioms.without(sentence) for sentence in phrases.spelling.sentences(text)]
    for sentence, following in pairwise([*sentences, ""]):
        for name, start, end in phrases.signs.find(sentence):
            found = Found(sentence[:start], sentence[start:end], sentence[end:], following)
            is_light = phrases.tiers.get(name) == "soft"
            lowered = not is_light and _is_lowered(name, found, phrases.context)
            yield Sign(name, lowered, _who(found, phrases.context))


def _is_lowered(name: str, found: Found, context: Context) -> bool:
    """Whether the person takes it back in the same breath, and does not say that it is so after all. What was swallowed
    is no joke, whoever laughs."""
    if context["after_all"].search(f"{found.after}{found.following}"):
        return False
    if name in ONLY_AFTER_ALL or any(takes_back(found, context) for takes_back in (_is_denied, _is_past, _is_quoted)):
        return True
    return name not in NEVER_A_JOKE and _is_joke(found, context)


def _is_denied(found: Found, context: Context) -> bool:
    """Whether a negation leads straight to it. Two of them make a yes: "it's not that I don't want to"."""
    clause = context["no_denial"].sub("_ ", found.clause_before)
    negations = 0
    while denial := context["denial"].search(clause):
        negations += 1
        clause = clause[: denial.start()]
    return negations % 2 == 1


def _is_past(found: Found, context: Context) -> bool:
    if not context["long_ago"].search(found.clause):
        return False
    if context["still_so"].search(context["used_to"].sub("_ ", found.near)):
        return False
    return not context["present"].search(context["recovered"].sub("_ ", found.sentence))


def _is_quoted(found: Found, context: Context) -> bool:
    return bool(context["quoted"].search(found.before)) and not context["owned"].search(
        f"{found.sentence}{found.following}"
    )


def _is_joke(found: Found, context: Context) -> bool:
    """Laughter alone is no joke: a trifle must be the occasion."""
    around = f"{found.before}{found.after}"
    return bool(context["laugh"].search(around) and context["trifle"].search(around))


def _who(found: Found, context: Context) -> About:
    """Someone else if one is named last before it, the phrase has no "me" in it, and it is not said of both."""
    me, other = context["me"], context["other"]
    if me.search(found.words) or context["both"].search(found.clause_before):
        return "self"
    if other.search(found.words):
        return "someone_else"
    return "someone_else" if _last(other, found.before) > _last(me, found.before) else "self"


def _last(pattern: re.Pattern[str], text: str) -> int:
    return max((match.start() for match in pattern.finditer(text)), default=-1)


@dataclass(frozen=True, slots=True)
class SafetyPhrases:
    """One language's phrases, compiled. `tiers` are signs dangerous of themselves, `together` those that add up."""

    spelling: Spelling
    idioms: Finder
    signs: Finder
    tiers: Mapping[str, Tier]
    together: tuple[tuple[frozenset[str], Tier], ...]
    context: Context

    @classmethod
    def from_data(cls, data: dict[str, Any]) -> "SafetyPhrases":
        """From the content of `safety/<language>.yaml`. Raises `PhraseError` naming the phrase that can't be used."""
        _check_names(data)
        spelling = Spelling.from_data(data)
        words = Wording(data["words"], spelling)
        signs = {name: sign["phrases"] for name, sign in data["signs"].items()}
        sign_finder, idiom_finder = Finder.of(signs, words), Finder.of({"idiom": data["idioms"]}, words)
        context = {name: re.compile("|".join(map(words.regex, lines))) for name, lines in data["context"].items()}
        return cls(
            spelling=spelling.knowing(words.seen),
            idioms=idiom_finder,
            signs=sign_finder,
            tiers={name: sign["tier"] for name, sign in data["signs"].items() if "tier" in sign},
            together=tuple((frozenset(rule["all"]), rule["tier"]) for rule in data["together"]),
            context=context,
        )

    def tier_of(self, signs: set[str]) -> Tier:
        """The gravest tier these signs make, alone or together."""
        alone = {self.tiers[sign] for sign in signs if sign in self.tiers}
        added = {tier for needed, tier in self.together if needed <= signs}
        return next((tier for tier in TIERS if tier in alone | added), "none")


def _check_names(data: dict[str, Any]) -> None:
    """A misspelt tier or sign would be a danger nobody hears."""
    named = {sign for rule in data["together"] for sign in rule["all"]}
    tiers = {rule["tier"] for rule in [*data["together"], *data["signs"].values()] if "tier" in rule}
    if unknown := [*(named - set(data["signs"])), *(tiers - set(TIERS))]:
        raise PhraseError(f"no sign or tier is called {', '.join(sorted(unknown))}")
