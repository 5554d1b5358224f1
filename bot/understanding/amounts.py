"""How much someone did, read from what they wrote: "12 minutes", "half an hour", "1,500 steps", "1 h 10 min"."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bot.conversation.records import Unit
from bot.understanding.vocabulary.patterns import any_of

# What each of the measures that people use comes to.
MEASURES: Mapping[str, tuple[Unit, float]] = {
    "hours": ("minutes", 60),
    "minutes": ("minutes", 1),
    "seconds": ("minutes", 1 / 60),
    "steps": ("steps", 1),
    "metres": ("metres", 1),
    "kilometres": ("metres", 1000),
}
NUMBER = r"\d{1,3}(?:[,. ]\d{3})+(?!\d)|\d+(?:[.,]\d+)?"
THOUSANDS = re.compile(r"\d{1,3}(?:[,. ]\d{3})+")


@dataclass(frozen=True, slots=True)
class Amount:
    """So much; `unit` is `None` for a bare number."""

    value: float
    unit: Unit | None


def read_amount(said: str, words: Mapping[str, Iterable[str]]) -> Amount | None:
    """The amount in a text with its numbers in digits; `None` when there is none, or more than one. Never raises.

    `words` are the names of each measure, and what stands for one and for a half of it.
    """
    one, half = any_of(words["one"]), any_of(words["half"])
    names = {measure: any_of(words[measure]) for measure in MEASURES}
    either = "|".join(f"(?P<{measure}>{name})" for measure, name in names.items())
    pattern = re.compile(rf"(?<![\w.,-])(?:(?P<number>{NUMBER})|(?P<half>{half})|(?P<one>{one}))\s?(?:{either})(?!\w)")
    found = list(pattern.finditer(said))
    rest = pattern.sub(" ", said)
    if any(letter.isdigit() for letter in rest):
        return _bare(said) if not found else None
    units = {MEASURES[_measure(match)][0] for match in found}
    return Amount(sum(map(_value, found)), units.pop()) if len(units) == 1 else None


def _measure(match: re.Match[str]) -> str:
    return next(measure for measure in MEASURES if match[measure])


def _value(match: re.Match[str]) -> float:
    count = 0.5 if match["half"] else 1.0 if match["one"] else _number(match["number"])
    return count * MEASURES[_measure(match)][1]


def _number(said: str) -> float:
    return float(re.sub(r"\D", "", said)) if THOUSANDS.fullmatch(said) else float(said.replace(",", "."))


def _bare(said: str) -> Amount | None:
    return Amount(_number(said.strip()), None) if re.fullmatch(NUMBER, said.strip()) else None
