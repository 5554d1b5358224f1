"""Whom to call: emergency numbers and crisis lines by country, as data with a source and a date."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

How = Literal["call", "text", "chat"]
Confidence = Literal["one", "two_or_more"]
Checked = Literal["list", "provider"]


@dataclass(frozen=True, slots=True)
class HelpLine:
    """A crisis line. `number` is dialled as it stands, inside its country; `note` is short and plain: hours, cost.

    `confidence` is how many sources agree.
    """

    name: str
    number: str
    how: tuple[How, ...]
    note: str
    confidence: Confidence
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CountryHelp:
    """What can be offered to someone in one country, or, with `code` None, to someone whose country is not known.

    `verified_on` is the day the row was last compared with its sources; `checked` says what it was compared with:
    public lists, or the provider's own site. Older than 180 days is too old.
    """

    code: str | None
    name: str
    emergency: tuple[str, ...]
    crisis_lines: tuple[HelpLine, ...]
    websites: tuple[str, ...]
    verified_on: date | None
    checked: Checked | None

    @property
    def text_or_chat(self) -> HelpLine | None:
        """The first line for someone who can't speak aloud."""
        return next((line for line in self.crisis_lines if {"text", "chat"} & set(line.how)), None)


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
