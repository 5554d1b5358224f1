"""Noticing danger in a person's words: crisis, medical red flags, and what only sounds like them.

Law: context may lower what was heard to a light line; it never silences it. In doubt, help is shown.

A text becomes sentences of plain words; everyday idioms are taken out; phrases are looked for; each one found counts as
it stands, or is lowered because it was denied, is long past, is quoted or is a joke. The phrases are data, one file
per language. Nothing is scored: risk tools must not decide who gets help (NICE NG225, 2022).
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any, Literal

Tier = Literal["crisis", "red_flag_emergency", "red_flag_urgent", "soft", "none"]
About = Literal["self", "someone_else"]

Context = Mapping[str, re.Pattern[str]]

TIERS: tuple[Tier, ...] = ("crisis", "red_flag_emergency", "red_flag_urgent", "soft")
RED_FLAGS: tuple[Tier, ...] = ("red_flag_emergency", "red_flag_urgent")


@dataclass(frozen=True, slots=True)
class Heard:
    """What was noticed in a text, and whether the one in danger is the writer."""

    tier: Tier
    about: About = "self"


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
    if tier in RED_FLAGS and _is_long_known(text, phrases):
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
    """A phrase where it was found: the words themselves and what stands around them in the sentence."""

    before: str
    words: str
    after: str

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
    for sentence in map(phrases.idioms.without, phrases.spelling.sentences(text)):
        for name, start, end in phrases.signs.find(sentence):
            found = Found(sentence[:start], sentence[start:end], sentence[end:])
            is_light = phrases.tiers.get(name) == "soft"
            lowered = not is_light and _is_lowered(found, phrases.context)
            yield Sign(name, lowered, _who(found, phrases.context))


def _is_lowered(found: Found, context: Context) -> bool:
    """Whether the person takes it back in the same breath."""
    return any(takes_back(found, context) for takes_back in (_is_denied, _is_past, _is_quoted, _is_joke))


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
    return bool(context["quoted"].search(found.before)) and not context["owned"].search(found.sentence)


def _is_joke(found: Found, context: Context) -> bool:
    """Laughter alone is no joke: a trifle must be the occasion."""
    around = f"{found.before}{found.after}"
    return bool(context["laugh"].search(around) and context["trifle"].search(around))


def _who(found: Found, context: Context) -> About:
    """Someone else if one is named last before it and the phrase itself has no "me" in it."""
    me, other = context["me"], context["other"]
    if me.search(found.words):
        return "self"
    if other.search(found.words):
        return "someone_else"
    return "someone_else" if _last(other, found.before) > _last(me, found.before) else "self"


def _last(pattern: re.Pattern[str], text: str) -> int:
    return max((match.start() for match in pattern.finditer(text)), default=-1)


@dataclass(frozen=True, slots=True)
class SafetyPhrases:
    """One language's phrases, compiled. `tiers` are signs dangerous of themselves, `together` those that add up."""

    spelling: "Spelling"
    idioms: "Finder"
    signs: "Finder"
    tiers: Mapping[str, Tier]
    together: tuple[tuple[frozenset[str], Tier], ...]
    context: Context

    @classmethod
    def from_data(cls, data: dict[str, Any]) -> "SafetyPhrases":
        """From the content of `safety/<language>.yaml`. Raises `PhraseError` naming the phrase that can't be used."""
        _check_names(data)
        spelling = Spelling.from_data(data)
        words = Vocabulary(data["words"], spelling)
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


# --- Plain words ---------------------------------------------------------------------------------------------------

MAX_CHARACTERS = 12_000
SENTENCE_WORDS = 60
OVERLAP_WORDS = 15

_SENTENCE_END = re.compile(r"[.!?;:…]+(?=\s|$)|[\n\r]+")
_TOKEN = re.compile(r"[^\W_]+|,")
_INVISIBLE = re.compile(r"[\u200b-\u200f\u2060\ufeff\u00ad'’‘`´*]")  # noqa: RUF001 - the apostrophes people type
_SPACED_LETTERS = re.compile(r"(?<![^\W\d_][ .-])(?<!\S)[^\W\d_](?:[ .-][^\W\d_]){2,}(?!\S)")
_LONG_REPEAT = re.compile(r"(.)\1{2,}")
_REPEAT = re.compile(r"(.)\1+")
_DIGIT_INSIDE = re.compile(r"[^\W\d_]+(?:\d[^\W\d_]+)+")
_LOOKALIKES = str.maketrans("асеіорухѕԁʟ@$", "aceiopyxsdlas")
_LEET = str.maketrans("01345", "oieas")


@dataclass(frozen=True, slots=True)
class Spelling:
    """How typing becomes plain words: small letters, no accents, no apostrophes, one spelling of a thing."""

    symbols: Mapping[int, str]
    words: Mapping[str, str]
    pairs: Mapping[tuple[str, str], str]
    doubled: Mapping[str, str] = field(default_factory=dict)
    known: frozenset[str] = frozenset()
    near: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def from_data(cls, data: dict[str, Any]) -> "Spelling":
        entries = {tuple(typed.split()): meant for typed, meant in data["spelling"].items()}
        near = {gap: word for word in data["often_misspelt"] for gap in _with_one_gone(word)}
        return cls(
            symbols={ord(symbol): f" {word} " for symbol, word in data["symbols"].items()},
            words={typed[0]: meant for typed, meant in entries.items() if len(typed) == 1},
            pairs={(typed[0], typed[1]): meant for typed, meant in entries.items() if len(typed) == 2},
            near=near,
        )

    def knowing(self, words: Iterable[str]) -> "Spelling":
        """The same with every word of the phrases known, so that "killl" and "diiie" are read as them."""
        known = frozenset(words) | frozenset(self.words) | {word for pair in self.pairs for word in pair}
        doubled = {_REPEAT.sub(r"\1", word): word for word in sorted(known) if len(word) > 2}
        return Spelling(self.symbols, self.words, self.pairs, doubled, known, self.near)

    def sentences(self, text: str) -> Iterator[str]:
        """The sentences of a text, each as "word word , word ". Very long texts are read at both ends."""
        if len(text) > MAX_CHARACTERS:
            text = f"{text[: MAX_CHARACTERS * 3 // 4]}\n{text[-MAX_CHARACTERS // 4 :]}"
        seen = set()
        for part in _SENTENCE_END.split(self._letters(text)):
            for sentence in _windows(self.spelt(map(self._known, _TOKEN.findall(part)))):
                if sentence not in seen:
                    seen.add(sentence)
                    yield sentence

    def spelt(self, words: Iterable[str]) -> list[str]:
        """The words in the one spelling that phrases have too: "do not" and "dont", "pills" and "tablets"."""
        singles = " ".join(self.words.get(word, word) for word in words).split()
        return " ".join(self._joined(singles)).split()

    def _joined(self, words: list[str]) -> Iterator[str]:
        joined = False
        for pair in pairwise([*words, ""]):
            meant = None if joined else self.pairs.get(pair)
            if not joined:
                yield meant or pair[0]
            joined = meant is not None

    def _letters(self, text: str) -> str:
        text = unicodedata.normalize("NFKD", text.translate(self.symbols)).casefold()
        text = "".join(letter for letter in text if not unicodedata.combining(letter)) if not text.isascii() else text
        text = _INVISIBLE.sub("", text).translate(_LOOKALIKES)
        return _SPACED_LETTERS.sub(lambda spaced: re.sub(r"[ .-]", "", spaced[0]), text)

    def _known(self, token: str) -> str:
        if token in self.known or len(token) < 3:
            return token
        if _DIGIT_INSIDE.fullmatch(token):
            token = token.translate(_LEET)
        token = _LONG_REPEAT.sub(r"\1\1", token)
        if token in self.known:
            return token
        return self.doubled.get(_REPEAT.sub(r"\1", token)) or self._misspelt(token)

    def _misspelt(self, token: str) -> str:
        if not 5 <= len(token) <= 16:
            return token
        nearest = (self.near[gap] for gap in _with_one_gone(token) if gap in self.near)
        return next((word for word in nearest if word[0] == token[0] and abs(len(word) - len(token)) < 2), token)


def _with_one_gone(word: str) -> Iterator[str]:
    yield word
    for place in range(len(word)):
        yield word[:place] + word[place + 1 :]


def _windows(words: list[str]) -> Iterator[str]:
    """Sentences nobody ended are cut into overlapping pieces, which keeps every search short."""
    step = SENTENCE_WORDS - OVERLAP_WORDS
    for start in range(0, max(len(words) - OVERLAP_WORDS, 1), step):
        yield "".join(f"{word} " for word in words[start : start + SENTENCE_WORDS])


# --- Phrases ---------------------------------------------------------------------------------------------------------


class PhraseError(ValueError):
    """A phrase in a safety file can't be used; the message names it and says why."""


@dataclass(frozen=True, slots=True)
class Finder:
    """Looks for many phrases at once: only those one of whose words stands in the sentence are tried."""

    patterns: tuple[tuple[str, re.Pattern[str]], ...]
    by_key: Mapping[str, tuple[int, ...]]

    @classmethod
    def of(cls, phrases: Mapping[str, list[str]], words: "Vocabulary") -> "Finder":
        lines = [(name, line) for name, lines in phrases.items() for line in lines]
        keys = [words.keys(line) for _, line in lines]
        commonness = Counter(key for choices in keys for choice in choices for key in choice)
        by_key: dict[str, list[int]] = {}
        for number, choices in enumerate(keys):
            for key in min(choices, key=lambda choice: sum(commonness[key] for key in choice)):
                by_key.setdefault(key, []).append(number)
        patterns = tuple((name, re.compile(words.regex(line))) for name, line in lines)
        return cls(patterns, {key: tuple(numbers) for key, numbers in by_key.items()})

    def find(self, sentence: str) -> Iterator[tuple[str, int, int]]:
        """Each phrase found: its name, where it begins and where it ends."""
        for name, pattern in self._possible(sentence):
            for match in pattern.finditer(sentence):
                yield name, match.start(), match.end()

    def without(self, sentence: str) -> str:
        """The sentence with every phrase found put out of the way."""
        for _, pattern in self._possible(sentence):
            sentence = pattern.sub("_ ", sentence)
        return sentence

    def _possible(self, sentence: str) -> list[tuple[str, re.Pattern[str]]]:
        words = {word[:KEY_LETTERS] for word in sentence.split()}
        numbers = {number for word in words for number in self.by_key.get(word, ())}
        return [self.patterns[number] for number in sorted(numbers)]


KEY_LETTERS = 4

_ELEMENT = re.compile(r"\([^)]*\)\??|\S+")
_GAP = re.compile(r"\.\.(\d*)")
_RANGE = re.compile(r"#(\d+)-(\d+)")


@dataclass(slots=True)
class Vocabulary:
    """The named groups of words that phrases are made of. `seen` collects every word the phrases use."""

    groups: Mapping[str, list[str]]
    spelling: Spelling
    seen: set[str] = field(default_factory=set)

    def regex(self, phrase: str) -> str:
        """A phrase as an expression over a sentence of plain words. Every repetition in it is bounded."""
        return r"(?<!\S)" + "".join(map(self._element, _ELEMENT.findall(phrase)))

    def keys(self, phrase: str) -> list[set[str]]:
        """For each part that must be there, the beginnings of words one of which must stand in the sentence."""
        parts = [part for part in _ELEMENT.findall(phrase) if not part.endswith("?") and not _GAP.fullmatch(part)]
        found = [keys for part in parts if (keys := self._part_keys(part))]
        if not found:
            raise PhraseError(f"{phrase!r} has no word to look for")
        return found

    def _element(self, part: str) -> str:
        if gap := _GAP.fullmatch(part):
            return rf"(?:[^ ]+ ){{0,{gap[1] or 3}}}?"
        if part == "^":
            return r"(?:^|(?<=, ))"
        choices = "|".join(self._sequence(choice) for choice in self._choices(part))
        once = f"(?:{choices})(?:, )?"
        return f"(?:{once})?" if part.endswith("?") else once

    def _choices(self, part: str) -> Iterator[str]:
        """The alternatives of a part with its groups and ranges spelt out."""
        for choice in part.removesuffix("?").strip("()").split("|"):
            if number := _RANGE.fullmatch(choice):
                yield from _numbers(number)
            elif choice.startswith("@"):
                yield from self._group(choice[1:])
            else:
                yield choice

    def _group(self, name: str) -> Iterator[str]:
        if name not in self.groups:
            raise PhraseError(f"no group of words is called @{name}")
        for entry in self.groups[name]:
            yield from self._choices(entry)

    def _sequence(self, choice: str) -> str:
        return "".join(map(self._atom, self.spelling.spelt(choice.split())))

    def _atom(self, word: str) -> str:
        if word == "$":
            return "(?=, |$)"
        if number := _RANGE.fullmatch(word):
            return f"(?:{'|'.join(_numbers(number))}) "
        if word.endswith("*"):
            return re.escape(word[:-1]) + r"[^ ]* "
        if not word.isalnum():
            raise PhraseError(f"{word!r} can't stand inside a group of several words")
        self.seen.add(word)
        return re.escape(word) + " "

    def _part_keys(self, part: str) -> set[str]:
        keys = {_key(self.spelling.spelt(choice.split())) for choice in self._choices(part)}
        return set() if "" in keys else keys


def _numbers(limits: re.Match[str]) -> Iterator[str]:
    return map(str, range(int(limits[1]), int(limits[2]) + 1))


def _key(words: list[str]) -> str:
    """The beginning of the longest word of an alternative; nothing if it has none that must stand as it is."""
    words = [word for word in words if word[0] not in "^$#" and not re.fullmatch(r".{1,3}\*", word)]
    return max(words, key=len, default="").removesuffix("*")[:KEY_LETTERS]
