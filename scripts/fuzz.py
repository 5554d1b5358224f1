"""Say anything at all to Steady and see that it neither fails, falls silent nor takes long.

    make fuzz                                      ten minutes of it; MINUTES=1 for one
    python scripts/fuzz.py --seed 7 --minutes 1    the same texts again

A failure ends it with 1, the seed and the text.
"""

import argparse
import random
import signal
import sys
import time
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from heapq import nlargest
from pathlib import Path
from typing import Any

import yaml

from bot.content import load_library
from bot.conversation.effects import Effect, OfferLink, Recall, UseLink
from bot.conversation.engine import respond
from bot.conversation.events import Command, Event, LinkOffered, LinkUsed, Recalled, Text
from bot.conversation.library import Library
from bot.conversation.person import Person, Settings, from_json, to_json
from bot.conversation.records import Records
from bot.sense.model import TunedEncoder
from bot.understanding.safety import SafetyPhrases, hear

FILES = Path(__file__).parent.parent / "bot" / "content" / "safety"
NOW = datetime(2026, 3, 16, 18, 0, tzinfo=UTC)
MOST = 1.0  # processor seconds that a text may take
LONG = 0.03  # so long that it is worth a second try
HANGS = 20  # seconds after which a text is given up; `re` looks for signals while it searches
SHOWN = 10

Try = Callable[[str], object]


class Hangs(Exception):
    """A text was not done with in time."""


class Silent(Exception):
    """A text was not answered."""


@dataclass(frozen=True, order=True)
class Took:
    """How long a text took; `where` is the language it was heard in, or the state of the person who wrote it."""

    seconds: float
    where: str
    kind: str
    text: str

    def __str__(self) -> str:
        return f"{self.seconds * 1000:7.1f} ms  {self.where:<12} {self.kind:<12} {len(self.text):>6} {self.text[:40]!a}"


def main() -> int:
    options = asked_for()
    chance, tries = random.Random(options.seed), {**hearings(), **conversations()}  # noqa: S311 - texts, not secrets
    texts, end, count = Texts(chance), time.monotonic() + options.minutes * 60, 0
    slowest: list[Took] = []
    for attempt in tries.values():  # expressions are made ready when they are first needed
        with suppress(Exception):
            attempt("hello, 6 today")
    while time.monotonic() < end:
        kind, text = texts.next()
        for where, attempt in tries.items():
            took, failure = tried(where, kind, text, attempt)
            if failure:
                print(f"seed {options.seed}, text {count} ({kind}), {where}: {failure}\n{text!r}", file=sys.stderr)
                return 1
            slowest = nlargest(SHOWN, [*slowest, took])
        count += 1
    print(f"seed {options.seed}: {count} texts, all well. The slowest:", *slowest, sep="\n")
    return 0


def asked_for() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, default=10.0)
    parser.add_argument("--seed", type=int, default=time.time_ns() % 1_000_000)
    return parser.parse_args()


# What the texts are said to


def hearings() -> dict[str, Try]:
    """Every language's ear for danger."""
    return {f"hear {language}": listener(SafetyPhrases.from_data(data)) for language, data in phrase_files().items()}


def listener(phrases: SafetyPhrases) -> Try:
    return lambda text: hear(text, phrases)


def phrase_files() -> dict[str, dict[str, Any]]:
    return {file.stem: yaml.safe_load(file.read_text(encoding="utf-8")) for file in sorted(FILES.glob("*.yaml"))}


def conversations() -> dict[str, Try]:
    """People in some states, each of whom hears an answer."""
    settings = Settings(zone="Europe/Berlin", zone_is_known=True, country="DE")
    settled = Person("someone", consented_at=NOW, settings=settings)
    people = {
        "stranger": Person("someone"),
        "settled": settled,
        "check-in": after(settled, Command("checkin")),
        "note": after(settled, *(Text(said) for said in ("/checkin 6", "4", "paced"))),
        "hold": after(settled, Text("i want to die")),
    }
    return {state: answerer(person) for state, person in people.items()}


@cache
def library() -> Library:
    """The whole product: what danger sounds like, and the sense for meaning."""
    return load_library(TunedEncoder())


def after(person: Person, *events: Event) -> Person:
    for event in events:
        person = respond(event, person, NOW, library()).person
    return person


def answerer(person: Person) -> Try:
    def answered(text: str) -> None:
        turn = respond(Text(text), person, NOW, library())
        has_spoken = turn.has_spoken
        for answer in filter(None, map(handed_back, turn.effects)):
            turn = respond(answer, turn.person, NOW, library())
            has_spoken = has_spoken or turn.has_spoken
        if not has_spoken:
            raise Silent
        if from_json(to_json(turn.person)) != turn.person:
            raise ValueError("the person is another after being stored")

    return answered


def handed_back(effect: Effect) -> Event | None:
    """What the world hands back to someone of whom it knows nothing."""
    match effect:
        case Recall(purpose):
            return Recalled(purpose, Records())
        case OfferLink():
            return LinkOffered("482913057716", 10)
        case UseLink():
            return LinkUsed("unknown")
    return None


def tried(where: str, kind: str, text: str, attempt: Try) -> tuple[Took, str]:
    """How long it took, and in what way it failed, if it did."""
    try:
        seconds = seconds_for(attempt, text)
        if seconds > LONG:  # the first time expressions are still made
            seconds = min(seconds, seconds_for(attempt, text))
    except Exception as error:  # noqa: BLE001 - whatever it is, it is what is looked for
        return Took(0, where, kind, text), repr(error)
    return Took(seconds, where, kind, text), f"took {seconds:.1f} s" if seconds > MOST else ""


def seconds_for(attempt: Try, text: str) -> float:
    began = time.process_time()
    with given_up_after(HANGS):
        attempt(text)
    return time.process_time() - began


@contextmanager
def given_up_after(seconds: float) -> Iterator[None]:
    def give_up(*_: object) -> None:
        raise Hangs

    signal.signal(signal.SIGALRM, give_up)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


# The texts

ODD = (
    "\u200b\u200d\u200e\u200f\u202e\u2066\ufeff\u00ad\u034f\ufe0f\x00\x07\x1b\x85\u2028"
    "\ud800\udfff\u0301\u0489\u3164\ufdfa"
)
GAPS = [
    " ", "  ", "\n", "\r\n", "\t", ". ", ".", "-", "_", "/", ", ", "... ", " ,", "! ", "\u00a0", "\u3000", "", " not ",
]  # fmt: skip
NUMBERS = [
    "6", "7/10", "4,5", "-1", "1e9", "11", "٣", "²", "½", "Ⅷ", "8:30", "24:00", "31.02.", "2026-13-45", "9" * 400,
]  # fmt: skip
WORDS = [
    "monday", "berlin", "yes", "/start", "/breathe 5", "no, 5", "ß", "İ", "ŉ", "ﷺ", "lol", "@here", "#1-9", "|",
]  # fmt: skip
DISGUISES = str.maketrans("aeiostlAEIOST", "@3!0$7|4€10$7")


class Texts:
    """Texts by chance, of kinds that have been trouble somewhere."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self._phrases = [
            (phrase, data["words"])
            for data in phrase_files().values()
            for phrase in [*data["idioms"], *(line for sign in data["signs"].values() for line in sign["phrases"])]
        ]
        self._kinds: dict[str, Callable[[], str]] = {
            "anything": self._anything,
            "stacked": self._stacked,
            "phrase": self._phrase,
            "mutated": self._mutated,
            "mixed": self._mixed,
            "numbers": self._numbers,
            "long": self._long,
            "long mix": self._long_mix,
        }

    def next(self) -> tuple[str, str]:
        """The kind of text, and the text."""
        kind = self._chance.choice(list(self._kinds))
        return kind, self._kinds[kind]()

    def _anything(self) -> str:
        ranges = [
            (0, 0x80),
            (0, 0x250),
            (0x300, 0x370),
            (0x370, 0x1200),
            (0x2000, 0x2C00),
            (0xD800, 0xE000),
            (0, 0x110000),
        ]
        first, last = self._chance.choice(ranges)
        return "".join(chr(self._chance.randrange(first, last)) for _ in range(self._chance.randrange(300)))

    def _stacked(self) -> str:
        marks = [mark for mark in map(chr, range(0x300, 0x370)) if unicodedata.combining(mark)]
        return "".join(
            letter + "".join(self._chance.choices(marks, k=self._chance.randrange(40))) for letter in self._phrase()
        )

    def _phrase(self) -> str:
        """A phrase of danger in words that it stands for."""
        phrase, groups = self._chance.choice(self._phrases)
        parts = phrase.replace("(", " ( ").replace(")", " ) ").split()
        return " ".join(filter(None, (self._spoken(part, groups) for part in parts)))

    def _spoken(self, part: str, groups: dict[str, list[str]]) -> str:
        if part.strip("()?^$") == "" or self._chance.random() < 0.05:
            return ""
        if part.startswith(".."):
            return self._chance.choice(WORDS)
        choice = self._chance.choice(part.removesuffix("?").split("|"))
        if choice.startswith("@") and choice[1:] in groups:
            return self._spoken(self._chance.choice(groups[choice[1:]]), groups)
        return choice.replace("#", "").replace("*", self._chance.choice(["", "e", "ing", "*"]))

    def _mutated(self) -> str:
        text = self._phrase()
        for _ in range(self._chance.randint(1, 5)):
            text = self._mutation()(text)
        return text

    def _mutation(self) -> Callable[[str], str]:
        place, odd = self._chance.random(), self._chance.choice(ODD)
        gap = self._chance.choice(GAPS)
        return self._chance.choice([
            lambda text: text[: int(place * len(text))] + odd + text[int(place * len(text)) :],
            lambda text: text[: int(place * len(text))] + text[int(place * len(text)) + 1 :],
            lambda text: text[: int(place * len(text))] * 2 + text[int(place * len(text)) :],
            lambda text: text.replace(" ", gap),
            gap.join,
            odd.join,
            str.upper,
            lambda text: text[::-1],
            lambda text: text.translate(DISGUISES),
            lambda text: "".join(letter * 2 for letter in text),
            lambda text: unicodedata.normalize("NFD", text),
        ])  # fmt: skip

    def _mixed(self) -> str:
        pieces: list[Callable[[], str]] = [self._phrase, self._mutated, self._numbers, self._anything]
        pieces.append(lambda: self._chance.choice(WORDS))
        gap = self._chance.choice(GAPS)
        return gap.join(self._chance.choice(pieces)() for _ in range(self._chance.randint(2, 12)))

    def _numbers(self) -> str:
        return self._chance.choice(GAPS).join(self._chance.choices([*NUMBERS, *WORDS], k=self._chance.randint(1, 8)))

    def _long(self) -> str:
        """One piece again and again."""
        kinds: list[Callable[[], str]] = [self._phrase, self._mutated, self._numbers, self._anything, self._odd]
        piece = self._chance.choice(kinds)()
        piece = f"{piece[: self._chance.randint(1, 80)]}{self._chance.choice(GAPS)}" or " "
        return (piece * 20_000)[: self._chance.choice([10_000, 10_000, 30_000])]

    def _odd(self) -> str:
        return "".join(self._chance.choices([*ODD, *WORDS], k=self._chance.randint(1, 3)))

    def _long_mix(self) -> str:
        """Many different pieces."""
        text, gap = "", self._chance.choice(GAPS)
        while len(text) < 10_000:
            text += self._chance.choice([self._phrase, self._mutated])() + gap
        return text


if __name__ == "__main__":
    sys.exit(main())
