"""Whom to call: emergency numbers and crisis lines by country, as data with a source and a date."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from typing import Any, Literal

How = Literal["call", "text", "chat"]
Confidence = Literal["one", "two_or_more"]
Checked = Literal["list", "provider"]
Writing = Literal["word", "text", "text_or_chat", "chat", "web", "none"]
CLOCKS = re.compile(r"(\d\d?):(\d\d) ?(?:to|-|–) ?(\d\d?):(\d\d)")  # noqa: RUF001 - as hours are written
TOO_OLD = timedelta(days=180)  # for numbers that nobody compared since


@dataclass(frozen=True, slots=True)
class HelpLine:
    """A crisis line. `number` is dialled as it stands, inside its country.

    `hours` is always, limited, unknown, or what a clock shows. `text` is the word to begin a text message with, `chat`
    the site to chat on, where they are known. `note` says by language what is left. `confidence` is how many sources
    agree.
    """

    name: str
    number: str
    how: tuple[How, ...]
    hours: str
    confidence: Confidence
    sources: tuple[str, ...]
    free: bool = False
    text: str | None = None
    chat: str | None = None
    note: Mapping[str, str] = field(default_factory=dict)

    def is_open(self, at: time | None) -> bool:
        """Whether somebody surely answers at that time, on its country's clock; at `None`, whatever the time is."""
        clocks = CLOCKS.fullmatch(self.hours)
        if clocks is None or at is None:
            return self.hours == "always"
        now, (opens, closes) = at.hour * 60 + at.minute, _minutes(clocks)
        return opens <= now < closes if opens < closes else now >= opens or now < closes

    @property
    def writing(self) -> Writing:
        """How one writes to it: with a first word, in any words, on its named site, or on its website."""
        if self.text:
            return "word"
        if "text" in self.how:
            return "text_or_chat" if self.chat else "text"
        if "chat" in self.how:
            return "chat" if self.chat else "web"
        return "none"


@dataclass(frozen=True, slots=True)
class CountryHelp:
    """What can be offered to someone in one country, or, with `code` None, to someone whose country is not known.

    `verified_on` is the day the row was last compared with its sources; `checked` says what it was compared with:
    public lists, or the provider's own site.
    """

    code: str | None
    name: str
    emergency: tuple[str, ...]
    crisis_lines: tuple[HelpLine, ...]
    websites: tuple[str, ...]
    verified_on: date | None
    checked: Checked | None

    def is_too_old(self, today: date) -> bool:
        """Whether its numbers are to be compared again."""
        return self.verified_on is None or today - self.verified_on > TOO_OLD

    @property
    def text_or_chat(self) -> HelpLine | None:
        """The first line for someone who can't speak aloud."""
        return next((line for line in self.crisis_lines if {"text", "chat"} & set(line.how)), None)

    def words(self, language: str, at: time | None = None) -> dict[str, str]:
        """What the words of an answer to danger may use: the emergency number, one line to call, one way to write.

        `at` is the time where they are, if it is known.
        """
        call = self._to_call(at)
        return {"emergency": self.emergency[0], "country_known": _yes(self.code)} | _call(call, language) | self._write

    def _to_call(self, at: time | None) -> HelpLine | None:
        """The first line that is open then; where none surely is, the first."""
        lines = [line for line in self.crisis_lines if "call" in line.how]
        return next((line for line in lines if line.is_open(at)), lines[0] if lines else None)

    @property
    def _write(self) -> dict[str, str]:
        line = self.text_or_chat
        return {
            "writing": line.writing if line else "none",
            "write_line": line.name if line else "",
            "write_number": line.number if line else "",
            "word": line.text or "" if line else "",
            "chat": line.chat or "" if line else "",
        }


@dataclass(frozen=True, slots=True)
class HelpLines:
    """Every country's help, and what works where the country is unknown."""

    countries: Mapping[str, CountryHelp]
    fallback: CountryHelp

    @classmethod
    def from_data(cls, data: dict[str, Any]) -> "HelpLines":
        """From the content of `help_lines.yaml`. Raises `KeyError` or `TypeError` when a row lacks something."""
        websites = tuple(data["fallback"]["websites"])
        fallback = CountryHelp(None, "", tuple(data["fallback"]["emergency"]), (), websites, None, None)
        rows = (_country(row, websites) for row in data["countries"])
        return cls({row.code: row for row in rows if row.code}, fallback)

    def for_country(self, code: str | None) -> CountryHelp:
        """The help for an ISO 3166 code in any case; the international fallback when it is unknown."""
        return self.countries.get((code or "").upper(), self.fallback)


def _call(line: HelpLine | None, language: str) -> dict[str, str]:
    note = line.note.get(language, "") if line else ""
    return {
        "known": _yes(line),
        "line": line.name if line else "",
        "number": line.number if line else "",
        "hours": line.hours if line else "unknown",
        "free": _yes(line and line.free),
        "noted": _yes(note),
        "note": note,
    }


def _minutes(clocks: re.Match[str]) -> tuple[int, int]:
    opens, opens_past, closes, closes_past = map(int, clocks.groups())
    return opens * 60 + opens_past, closes * 60 + closes_past


def _yes(known: object) -> str:
    return "yes" if known else "no"


def _country(row: dict[str, Any], websites: tuple[str, ...]) -> CountryHelp:
    return CountryHelp(
        code=row["code"],
        name=row["name"],
        emergency=tuple(entry["number"] for entry in row["emergency"]),
        crisis_lines=tuple(_line(line) for line in row["crisis_lines"]),
        websites=websites,
        verified_on=row["verified_on"],
        checked=row["checked"],
    )


def _line(row: dict[str, Any]) -> HelpLine:
    return HelpLine(**row | {"how": tuple(row["how"]), "sources": tuple(row["sources"])})
