"""Which places `Cities` finds, and which zones `read_offset` gives."""

import gzip
import random
from functools import cache
from pathlib import Path
from time import perf_counter
from zoneinfo import available_timezones

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.understanding.cities import Cities, fold, read_offset

FILE = Path(__file__).parents[2] / "bot" / "content" / "cities.tsv.gz"


@cache
def file() -> bytes:
    return gzip.decompress(FILE.read_bytes())


@cache
def lines() -> tuple[str, ...]:
    return tuple(file().decode().splitlines())


@cache
def world() -> Cities:
    return Cities.from_text(file())


def largest(count: int) -> list[str]:
    return [line.split("\t")[0] for line in lines() if not line.startswith(("#", "@"))][:count]


FIRST = {
    "Berlin": ("Berlin", "DE", "Europe/Berlin"),
    "berln": ("Berlin", "DE", "Europe/Berlin"),
    "Berlin, Germany": ("Berlin", "DE", "Europe/Berlin"),
    "berlin germany": ("Berlin", "DE", "Europe/Berlin"),
    "Berlin, Deutschland": ("Berlin", "DE", "Europe/Berlin"),
    "Berlin, Germny": ("Berlin", "DE", "Europe/Berlin"),
    "I live in Berlin": ("Berlin", "DE", "Europe/Berlin"),
    "New York": ("New York City", "US", "America/New_York"),
    "nyc": ("New York City", "US", "America/New_York"),
    "LA": ("Los Angeles", "US", "America/Los_Angeles"),
    "sf": ("San Francisco", "US", "America/Los_Angeles"),
    "san fran": ("San Francisco", "US", "America/Los_Angeles"),
    "washington dc": ("Washington", "US", "America/New_York"),
    "Sao Paulo": ("São Paulo", "BR", "America/Sao_Paulo"),
    "São Paulo": ("São Paulo", "BR", "America/Sao_Paulo"),
    "münchen": ("Munich", "DE", "Europe/Berlin"),
    "Munich": ("Munich", "DE", "Europe/Berlin"),
    "muenchen": ("Munich", "DE", "Europe/Berlin"),
    "Wien": ("Vienna", "AT", "Europe/Vienna"),
    "cologne": ("Köln", "DE", "Europe/Berlin"),
    "Köln": ("Köln", "DE", "Europe/Berlin"),
    "goeppingen": ("Göppingen", "DE", "Europe/Berlin"),
    "Londres": ("London", "GB", "Europe/London"),
    "lodnon": ("London", "GB", "Europe/London"),
    "london ontario": ("London", "CA", "America/Toronto"),
    "London, Ontario, Canada": ("London", "CA", "America/Toronto"),
    "Paris": ("Paris", "FR", "Europe/Paris"),
    "Paris, Texas": ("Paris", "US", "America/Chicago"),
    "portland": ("Portland", "US", "America/Los_Angeles"),
    "portland maine": ("Portland", "US", "America/New_York"),
    "near Portland, Oregon": ("Portland", "US", "America/Los_Angeles"),
    "Springfield, Illinois, USA": ("Springfield", "US", "America/Chicago"),
    "st louis": ("St. Louis", "US", "America/Chicago"),
    "Saint Petersburg": ("Saint Petersburg", "RU", "Europe/Moscow"),
    "st. petersburg florida": ("St. Petersburg", "US", "America/New_York"),
    "Birmingham, UK": ("Birmingham", "GB", "Europe/London"),
    "Bombay": ("Mumbai", "IN", "Asia/Kolkata"),
    "Kiev": ("Kyiv", "UA", "Europe/Kyiv"),
    "Mexico City": ("Mexico City", "MX", "America/Mexico_City"),
    "Roma": ("Rome", "IT", "Europe/Rome"),
    "Lisboa": ("Lisbon", "PT", "Europe/Lisbon"),
    "Genf": ("Geneva", "CH", "Europe/Zurich"),
    "Portugal": ("Lisbon", "PT", "Europe/Lisbon"),
    "germany": ("Berlin", "DE", "Europe/Berlin"),
    "germny": ("Berlin", "DE", "Europe/Berlin"),
    "España": ("Madrid", "ES", "Europe/Madrid"),
    "in the uk": ("London", "GB", "Europe/London"),
    "Scotland": ("Glasgow", "GB", "Europe/London"),
    "California": ("Los Angeles", "US", "America/Los_Angeles"),
    "georgia usa": ("Atlanta", "US", "America/New_York"),
    "pacific time": ("Los Angeles", "US", "America/Los_Angeles"),
    "Europe/Berlin": ("Berlin", "DE", "Europe/Berlin"),
    "america/new york": ("New York City", "US", "America/New_York"),
}
NOWHERE = [
    "",
    " ",
    "?",
    "7",
    "asdfgh",
    "xqzzk",
    "i don't know",
    "no idea",
    "maybe later",
    "stop",
    "help",
    "what",
    "skip",
    "yes",
    "no",
    "ok",
    "hello",
    "she",
    "can you not",
    "7 low back",
    "my pain is bad",
    "Europe/Nowhere",
]


@pytest.mark.parametrize(("text", "expected"), FIRST.items())
def test_finds_the_place_that_is_meant(text: str, expected: tuple[str, str, str]) -> None:
    first = world().search(text)[0]
    assert (first.name, first.country, first.zone) == expected


@pytest.mark.parametrize("text", NOWHERE)
def test_finds_nothing_where_no_place_is_named(text: str) -> None:
    assert world().search(text) == []


@pytest.mark.parametrize("name", largest(40))
def test_finds_the_largest_cities_by_their_own_name(name: str) -> None:
    assert world().search(name)[0].name == name


@pytest.mark.parametrize("name", largest(40))
def test_finds_the_largest_cities_with_one_typo(name: str) -> None:
    place = random.Random(name).randrange(1, len(name) - 2)  # noqa: S311 - the same typo in every run
    swapped = name[:place] + name[place + 1] + name[place] + name[place + 2 :]
    for typo in (swapped, name[:place] + name[place + 1 :]):
        expected = name in {city.name for city in world().search(typo)}
        assert expected or len(fold(typo)) < 5 or fold(typo) == fold(name), typo


def test_offers_each_zone_of_a_name_once() -> None:
    found = world().search("springfield usa")
    assert [city.zone for city in found] == ["America/Chicago", "America/New_York", "America/Los_Angeles"]
    assert {city.name for city in found} == {"Springfield"}


def test_offers_the_largest_city_of_each_clock_of_a_country() -> None:
    found = world().search("Australia")
    assert [city.name for city in found] == ["Sydney", "Brisbane", "Perth", "Adelaide"]
    assert {city.country_name for city in found} == {"Australia"}


def test_offers_a_country_and_a_region_of_the_same_name() -> None:
    assert {city.country for city in world().search("Georgia")} == {"GE", "US"}


def test_offers_the_zones_that_share_an_abbreviation() -> None:
    assert {city.country for city in world().search("IST")} == {"IN", "IE", "IL"}


def test_says_where_its_cities_come_from() -> None:
    assert lines()[0] == "# Cities: GeoNames (geonames.org), CC BY 4.0"


def test_every_zone_of_the_file_exists() -> None:
    zones = {zone for line in lines()[1:] for zone in line.split("\t")[2 if line.startswith("@") else 3].split(",")}
    assert zones <= available_timezones()


def test_the_file_stays_small() -> None:
    assert FILE.stat().st_size < 1_200_000


def test_reads_the_file_and_answers_quickly() -> None:
    started = perf_counter()
    Cities.from_text(file()).search("Berlin")
    assert perf_counter() - started < 1.5  # 0.1 on a quiet machine
    started = perf_counter()
    for text in ("berln", "nonsense qq", "san fran", "x" * 80):
        world().search(text)
    assert (perf_counter() - started) / 4 < 0.15


@settings(max_examples=60, deadline=None)
@given(
    st.text(max_size=200)
    | st.lists(st.sampled_from(["new", "york", "usa", "georgia", ",", "st", "x", "/"])).map(" ".join)
)
def test_gives_at_most_four_places_with_a_zone(text: str) -> None:
    found = world().search(text)
    assert len(found) <= 4
    assert all(city.zone in available_timezones() for city in found)


OFFSETS = {
    "UTC+2": "Etc/GMT-2",
    "utc + 2": "Etc/GMT-2",
    "gmt -5": "Etc/GMT+5",
    "GMT-05:00": "Etc/GMT+5",
    "+1": "Etc/GMT-1",
    "+0100": "Etc/GMT-1",
    "-3": "Etc/GMT+3",
    "\u22123": "Etc/GMT+3",
    "+14": "Etc/GMT-14",
    "-12": "Etc/GMT+12",
    "UTC": "Etc/UTC",
    "gmt": "Etc/UTC",
    "+0": "Etc/UTC",
    "+05:30": "Asia/Kolkata",
    "UTC+5:30": "Asia/Kolkata",
    "+5:45": "Asia/Kathmandu",
    "+9:30": "Australia/Darwin",
    "-9:30": "Pacific/Marquesas",
}
NO_OFFSETS = ["", "2", "Berlin", "UTC+15", "-13", "+10:30", "-3:30", "+2:10", "utc two", "7/10", "+", "UTC+2 or so"]


@pytest.mark.parametrize(("text", "zone"), OFFSETS.items())
def test_reads_a_distance_to_utc(text: str, zone: str) -> None:
    assert read_offset(text) == zone
    assert zone in available_timezones()


@pytest.mark.parametrize("text", NO_OFFSETS)
def test_gives_no_zone_for_anything_else(text: str) -> None:
    assert read_offset(text) is None


@given(st.text(max_size=100))
def test_an_offset_never_raises(text: str) -> None:
    zone = read_offset(text)
    assert zone is None or zone in available_timezones()
