import re
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
import yaml

from bot.conversation.help_lines import CountryHelp, HelpLines

FILE = Path(__file__).parents[2] / "bot/content/help_lines.yaml"
DATA = yaml.safe_load(FILE.read_text(encoding="utf-8"))
HELP = HelpLines.from_data(DATA)
EVERY_COUNTRY = [pytest.param(country, id=code) for code, country in HELP.countries.items()]
COLLECTED = date(2026, 11, 22)
MAX_AGE = timedelta(days=180)
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
    assert timedelta(0) <= COLLECTED - country.verified_on <= MAX_AGE or country.verified_on > COLLECTED
    assert country.checked in ("list", "provider")


def test_help_lines_were_verified_within_180_days() -> None:
    """Fails on purpose when the numbers grow old: verify each row with its provider, then move its date."""
    today = datetime.now(UTC).date()
    rows = HELP.countries.values()
    assert [row.code for row in rows if row.verified_on is None or today - row.verified_on > MAX_AGE] == []


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
