import re
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import phonenumbers
import pytest
import yaml

from bot.conversation.help_lines import TOO_OLD, CountryHelp, HelpLine, HelpLines
from bot.operations.content.review import to_verify

FILE = Path(__file__).parents[2] / "bot/content/help_lines.yaml"
DATA = yaml.safe_load(FILE.read_text(encoding="utf-8"))
HELP = HelpLines.from_data(DATA)
EVERY_COUNTRY = [pytest.param(country, id=code) for code, country in HELP.countries.items()]
COLLECTED = date(2026, 11, 22)
# National digits: `+33333114` for the French 3114 can't be dialled.
DIALLABLE = re.compile(r"\*?(\(\d{2,4}\) )?\d{1,7}( \d{1,8})*")


def test_every_country_of_the_file_loads() -> None:
    assert len(HELP.countries) == len(DATA["countries"]) == 50


@pytest.mark.parametrize("country", EVERY_COUNTRY)
def test_every_number_can_be_dialled(country: CountryHelp) -> None:
    numbers = [*country.emergency, *(line.number for line in country.crisis_lines)]
    assert country.emergency
    assert [number for number in numbers if not DIALLABLE.fullmatch(number)] == []


@pytest.mark.parametrize("number", ["+33333114", "0800-111", "988 ", "", "call 112", "11 2a"])
def test_would_see_a_number_that_cannot_be_dialled(number: str) -> None:
    assert not DIALLABLE.fullmatch(number)


@pytest.mark.parametrize("country", EVERY_COUNTRY)
def test_every_row_says_when_and_against_what_it_was_verified(country: CountryHelp) -> None:
    assert type(country.verified_on) is date
    assert timedelta(0) <= COLLECTED - country.verified_on <= TOO_OLD or country.verified_on > COLLECTED
    assert country.checked in ("list", "provider")


def test_help_lines_were_verified_within_180_days() -> None:
    """Fails on purpose when the numbers grow old."""
    assert [told for row in HELP.countries.values() if (told := to_verify(row, datetime.now(UTC).date()))] == []


def test_names_the_row_that_is_too_old_and_what_to_do() -> None:
    row = replace(HELP.for_country("PT"), verified_on=date(2027, 1, 1))
    assert to_verify(row, date(2027, 6, 30)) is None
    assert to_verify(row, date(2027, 7, 1)) == (
        "Portugal was last verified on 2027-01-01, more than 180 days ago",
        "compare each of its numbers with the provider's own site, then set verified_on and checked",
    )


DESK = HelpLine("Desk", "020 1", ("call",), "8:00 to 20:00", "one", ())
NIGHT = HelpLine("Night", "020 2", ("call",), "20:00–8:00", "one", ())  # noqa: RUF001 - as hours are written
ALWAYS = HelpLine("Always", "020 3", ("call",), "always", "one", ())
SOMETIMES = HelpLine("Sometimes", "020 4", ("call",), "Mon to Fri", "one", ())


@pytest.mark.parametrize(
    ("lines", "at", "shown"),
    [
        ((DESK, ALWAYS), time(8), DESK),
        ((DESK, ALWAYS), time(20), ALWAYS),
        ((DESK, ALWAYS), None, ALWAYS),
        ((NIGHT, ALWAYS), time(23, 59), NIGHT),
        ((NIGHT, ALWAYS), time(7, 59), NIGHT),
        ((NIGHT, ALWAYS), time(12), ALWAYS),
        ((ALWAYS, DESK), time(12), ALWAYS),
        ((SOMETIMES, ALWAYS), time(12), ALWAYS),
        ((SOMETIMES, DESK), time(3), SOMETIMES),
    ],
)
def test_shows_the_first_line_that_is_open(lines: tuple[HelpLine, ...], at: time | None, shown: HelpLine) -> None:
    assert replace(HELP.for_country("GB"), crisis_lines=lines).words("en", at)["line"] == shown.name


# Emergency numbers that Google's metadata of short numbers (the package phonenumbers) does not know, and why they stay.
UNKNOWN_TO_METADATA = {
    ("NG", "112"): "two lists have it; the metadata has only 199",
    ("GH", "112"): "two lists have it; the metadata has only 999 and the services one by one, 191 to 193",
    ("PE", "106"): "the ambulances, by one list; the metadata has only 105, 116 and 117",
}


def test_every_emergency_number_is_one_of_that_country() -> None:
    unknown = {
        (code, number)
        for code, row in HELP.countries.items()
        for number in row.emergency
        if not phonenumbers.is_emergency_number(number, code)
    }
    assert unknown == UNKNOWN_TO_METADATA.keys()


@pytest.mark.parametrize("country", EVERY_COUNTRY)
def test_no_number_begins_with_the_code_of_its_country(country: CountryHelp) -> None:
    """Inside the country nobody is reached by `49 800 111 0 111`."""
    abroad = str(phonenumbers.country_code_for_region(country.code or ""))
    numbers = [*country.emergency, *(line.number for line in country.crisis_lines)]
    assert abroad != "0"
    assert [number for number in numbers if number.startswith(abroad)] == []


@pytest.mark.parametrize("row", DATA["countries"], ids=lambda row: row["code"])
def test_every_number_has_a_source(row: dict[str, Any]) -> None:
    for entry in (*row["emergency"], *row["crisis_lines"]):
        assert entry["sources"], entry
        assert all(type(source) is str and source.strip() for source in entry["sources"]), entry


@pytest.mark.parametrize("country", EVERY_COUNTRY)
def test_every_line_says_how_it_is_reached_and_who_says_so(country: CountryHelp) -> None:
    for line in country.crisis_lines:
        assert line.name
        assert line.hours in ("always", "limited", "unknown") or re.search(r"\d:\d\d", line.hours)
        assert set(line.note) <= {"en", "de", "es", "fr", "pt"}
        assert line.how
        assert set(line.how) <= {"call", "text", "chat"}
        assert line.confidence in ("one", "two_or_more")
        assert len(line.sources) >= (2 if line.confidence == "two_or_more" else 1)


@pytest.mark.parametrize(
    ("code", "emergency", "line"),
    [
        ("US", "911", "988"),
        ("GB", "999", "116 123"),
        ("DE", "112", "0800 111 0 111"),
        ("FR", "112", "3114"),
        ("ES", "112", "024"),
        ("PT", "112", "1411"),
        ("BR", "192", "188"),
        ("CL", "131", "*4141"),
        ("JP", "119", "0120 279 338"),
    ],
)
def test_knows_the_numbers_of(code: str, emergency: str, line: str) -> None:
    help_ = HELP.for_country(code)
    assert help_.emergency[0] == emergency
    assert help_.crisis_lines[0].number == line


@pytest.mark.parametrize(("code", "number"), [("US", "988"), ("GB", "85258"), ("IE", "50808"), ("ES", "024")])
def test_finds_a_line_for_someone_who_cannot_speak_aloud(code: str, number: str) -> None:
    line = HELP.for_country(code).text_or_chat
    assert line is not None
    assert line.number == number


@pytest.mark.parametrize("code", ["EC", "CR", "TR", "AO", "MZ", "NG", "GH"])
def test_offers_no_line_that_nobody_confirmed(code: str) -> None:
    help_ = HELP.for_country(code)
    assert help_.emergency
    assert help_.crisis_lines == ()
    assert "findahelpline.com" in help_.websites


@pytest.mark.parametrize("code", [None, "", "ZZ", "Germany"])
def test_falls_back_to_what_works_anywhere(code: str | None) -> None:
    help_ = HELP.for_country(code)
    assert help_.code is None
    assert help_.emergency == ("112",)
    assert help_.websites == ("findahelpline.com", "befrienders.org")


def test_reads_a_code_in_small_letters() -> None:
    assert HELP.for_country("gb") is HELP.for_country("GB")
