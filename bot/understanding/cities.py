"""Where a person lives, read from the name of a place, for the sake of its clock.

The places come in as lines, the most populous city first:

    @code <tab> name <tab> zone,zone <tab> key|key                               a country, region or named clock
    name <tab> country <tab> region <tab> zone <tab> population <tab> key|key    a city

A key is a name as `fold` leaves it; a city's first key is its own name, the others are what else it is called.
"""

import re
import unicodedata
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice
from typing import Self, TypeVar

from rapidfuzz import process
from rapidfuzz.distance import OSA

K = TypeVar("K")
MOST_RESULTS = 4
LONGEST_QUERY = 80
LARGE = 100_000  # a smaller place that is named exactly may still be a big city's name with a typo
HUGE = 500_000
OWN_NAME = 5  # a city's own name counts as much as an alias of a city five times its size
TWO_TYPOS_IN_WORDS = 12  # letters; a shorter phrase of several words, such as "too long", is rather no city
START = 4  # letters that a beginning must have to be looked up
MOST_LEAD_IN = 5  # words before the place, as in "I live near Berlin"

SHORT_FORMS = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort"}
UNFOLDED = str.maketrans(
    {"ß": "ss", "ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d", "\u0131": "i", "þ": "th", "ð": "d"}
)
APOSTROPHES = "'.\u2019\u02bb\u02bf"  # left out, so that "Xi'an" and "D.C." stay one word
UMLAUTS = (("ae", "a"), ("oe", "o"), ("ue", "u"))  # "Goeppingen" on a keyboard without ö

OFFSET = re.compile(r"(?P<name>utc|gmt)?\s*(?:(?P<sign>[+-])\s*(?P<hours>\d{1,2})(?::?(?P<minutes>\d{2}))?)?")
FURTHEST_WEST, FURTHEST_EAST = -12, 14
PERMANENT_ZONES = {
    "+03:30": "Asia/Tehran",
    "+04:30": "Asia/Kabul",
    "+05:30": "Asia/Kolkata",
    "+05:45": "Asia/Kathmandu",
    "+06:30": "Asia/Yangon",
    "+08:45": "Australia/Eucla",
    "+09:30": "Australia/Darwin",
    "-09:30": "Pacific/Marquesas",
}


@dataclass(frozen=True, slots=True)
class City:
    """A city, or the largest city that stands for a country. `country` is ISO 3166, `zone` an IANA name."""

    name: str
    country: str
    country_name: str
    zone: str
    population: int


@dataclass(frozen=True, slots=True)
class Row:
    """A city as it stands in the lines."""

    name: str
    country: str
    region: str
    zone: str
    population: int
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Area:
    """A country ("US"), a region ("US.CA") or a clock with a name ("EST"), with one zone for each of its clocks."""

    code: str
    name: str
    zones: tuple[str, ...]

    def holds(self, row: Row) -> bool:
        return not self.code or f"{row.country}.{row.region}.".startswith(f"{self.code}.")

    def is_known_by(self, key: str) -> bool:
        """Whether the key alone means it: "OK" and "ME" mean a region only behind a city."""
        return len(key) > 2 or "." not in self.code


@dataclass(slots=True)
class Areas:
    """Areas by their keys, and what countries are called."""

    by_key: dict[str, list[Area]] = field(default_factory=dict)
    country_names: dict[str, str] = field(default_factory=dict)

    def add(self, line: str) -> None:
        code, name, zones, keys = line[1:].split("\t")
        self.country_names.setdefault(code, name)
        for key in keys.split("|"):
            self.by_key.setdefault(key, []).append(Area(code, name, tuple(zones.split(","))))


class Cities:
    """All places Steady knows. A search takes a few milliseconds, but for the first typo (an index, 250 ms).

    Their lines stay one text in UTF-8, a sixth of what they would take one by one.
    """

    def __init__(self, areas: tuple[str, ...], cities: bytes) -> None:
        self._area_lines = areas
        self._cities = cities

    @classmethod
    def from_text(cls, text: bytes) -> Self:
        """Lines as described at the top of this module; comments before them are skipped."""
        cities = re.search(rb"^(?![#@\n])", text, re.MULTILINE)
        start = cities.start() if cities else len(text)
        areas = (line for line in text[:start].decode().split("\n") if line.startswith("@"))
        return cls(tuple(areas), text[start:].rstrip(b"\n") + b"\n")

    def search(self, text: str) -> list[City]:
        """What the text can mean, the likeliest first, at most four; `[]` when it names no place."""
        text = text[:LONGEST_QUERY]
        place = fold(text)
        rows = (
            self._in_zone(text)
            or self._named(place)
            or self._after_lead_in(place)
            or self._in_areas(place, self._near)
            or self._almost_named(place)
            or self._named(fold(text.partition(",")[0]))
        )
        return [self._city(row) for row in _without_doubles(rows)[:MOST_RESULTS]]

    def _in_zone(self, text: str) -> list[Row]:
        """The largest city of a zone typed by its own name ("Europe/Berlin")."""
        if "/" not in text:
            return []
        zone = re.sub(r"\s*/\s*", "/", text.strip().lower()).replace(" ", "_")
        return self._largest_where(lambda row: row.zone.lower() == zone)

    def _named(self, place: str) -> list[Row]:
        """Exactly this city, this country or region, or this city in that country or region."""
        areas = [area for area in self._areas.by_key.get(place, ()) if area.is_known_by(place)]
        exact = self._exact(place)
        if any("." not in area.code for area in areas):
            return [*self._standing_for(areas), *exact]
        return [*exact, *self._standing_for(areas)] or self._in_areas(place, self._exact)

    def _after_lead_in(self, place: str) -> list[Row]:
        """As in "I live near Berlin": the last words alone, when they name something large."""
        words = place.split()
        for start in range(1, min(len(words), MOST_LEAD_IN + 1)):
            rest = " ".join(words[start:])
            rows = [row for row in self._named(rest) if row.population >= LARGE] if len(rest) > 3 else []
            if rows:
                return rows
        return []

    def _almost_named(self, place: str) -> list[Row]:
        """A large place with a typo; the longer the word, the smaller the place may be."""
        least = HUGE if len(place) < 6 else LARGE if len(place) < 7 else 0
        areas = [area for key in _typos(place, list(self._areas.by_key)) for area in self._areas.by_key[key]]
        return [*self._standing_for(areas), *(row for row in self._near(place) if row.population >= least)]

    def _in_areas(self, place: str, find: Callable[[str], list[Row]]) -> list[Row]:
        """A place and where it lies: "springfield usa", "paris, texas", "london ontario canada"."""
        for name, areas in self._readings(place.split()):
            found = find(name) if areas and name else self._standing_for(_within(areas))
            rows = [row for row in found if all(area.holds(row) for area in areas)]
            if rows:
                return rows
        return []

    def _readings(self, words: list[str], areas: tuple[Area, ...] = ()) -> Iterator[tuple[str, tuple[Area, ...]]]:
        """The words as a name followed by the areas it may lie in, as many of these as can be."""
        for length in range(min(4, len(words)), 0, -1) if len(areas) < 2 else ():
            for area in self._areas.by_key.get(" ".join(words[-length:]), []):
                yield from self._readings(words[:-length], (*areas, area))
        yield " ".join(words), areas

    def _exact(self, place: str) -> list[Row]:
        """The rows of this name; if all are small, followed by huge ones a typo away."""
        spellings = _spellings(place)
        rows = self._called(spellings)
        own = [row for row in rows if row.keys[0] in spellings]
        rows = [row for row in rows if row in own or row.population >= LARGE or not own]
        rows.sort(key=lambda row: -row.population * (OWN_NAME if row in own else 1))
        if not rows or rows[0].population >= LARGE:
            return rows
        return rows + [row for row in self._rows(self._typos(place)) if row.population >= HUGE]

    def _called(self, keys: Collection[str]) -> list[Row]:
        """The rows with one of these keys, read straight from the lines: most searches need no index."""
        likely = sorted({start for key in keys if key for start in self._with(key)})
        return [row for row in map(self._row, likely) if not set(keys).isdisjoint(row.keys)]

    def _near(self, place: str) -> list[Row]:
        """The rows one typo away, and the large ones that begin like this; two typos if there are none."""
        keys = {*self._typos(place), *self._beginning_with(place)} or set(self._typos(place, 2))
        return sorted(self._rows(keys), key=lambda row: -row.population * (OWN_NAME if row.keys[0] in keys else 1))

    def _typos(self, place: str, most: int = 1) -> list[str]:
        lengths = range(len(place) - 1, len(place) + 2)
        return [key for length in lengths for key in _typos(place, self._keys_by_length.get(length, []), most)]

    def _beginning_with(self, place: str) -> list[str]:
        keys = self._keys_by_start.get(place[:START], []) if len(place) >= START else []
        return [key for key in keys if key.startswith(place) and self._largest(key).population >= LARGE]

    def _standing_for(self, areas: Iterable[Area]) -> list[Row]:
        """The largest city of each of their zones, in the zones' order."""
        wanted = [(area, zone) for area in areas for zone in area.zones]
        return [row for area, zone in wanted for row in self._largest_in(area, zone)]

    def _largest_in(self, area: Area, zone: str) -> list[Row]:
        return self._largest_where(lambda row: row.zone == zone and area.holds(row), f"\t{zone}\t")

    def _largest_where(self, fits: Callable[[Row], bool], part: str = "") -> list[Row]:
        """The first row that fits, of the lines with that part in them; they stand in order of population."""
        return list(islice(filter(fits, map(self._row, self._with(part))), 1))

    def _largest(self, key: str) -> Row:
        return self._row(self._index[key][0])

    def _rows(self, keys: Iterable[str]) -> list[Row]:
        return [self._row(start) for start in sorted({start for key in keys for start in self._index[key]})]

    def _row(self, start: int) -> Row:
        return _as_row(self._cities[start : self._cities.index(b"\n", start)].decode())

    def _with(self, part: str) -> Iterator[int]:
        """Where the lines begin that have this part in them, the most populous city first."""
        sought, at = part.encode(), 0
        while (found := self._cities.find(sought, at)) >= 0 and found < len(self._cities):
            yield self._cities.rfind(b"\n", 0, found) + 1
            at = self._cities.index(b"\n", found) + 1

    def _city(self, row: Row) -> City:
        return City(row.name, row.country, self._areas.country_names.get(row.country, ""), row.zone, row.population)

    @cached_property
    def _keys_by_length(self) -> dict[int, list[str]]:
        """For finding typos, which few people's cities need."""
        return _grouped(self._index, len)

    @cached_property
    def _keys_by_start(self) -> dict[str, list[str]]:
        return _grouped(self._index, lambda key: key[:START])

    @cached_property
    def _index(self) -> dict[str, list[int]]:
        """Keys to where their lines begin, for finding typos; building it takes a tenth of a second."""
        index: dict[str, list[int]] = {}
        start = 0
        for line in self._cities.splitlines(keepends=True):
            for key in line[:-1].rpartition(b"\t")[2].decode().split("|"):
                index.setdefault(key, []).append(start)
            start += len(line)
        return index

    @cached_property
    def _areas(self) -> Areas:
        areas = Areas()
        for line in self._area_lines:
            areas.add(line)
        return areas


def _as_row(line: str) -> Row:
    name, country, region, zone, population, keys = line.split("\t")
    return Row(name, country, region, zone, int(population), tuple(keys.split("|")))


def _grouped(keys: Iterable[str], by: Callable[[str], K]) -> dict[K, list[str]]:
    groups: dict[K, list[str]] = {}
    for key in keys:
        groups.setdefault(by(key), []).append(key)
    return groups


def fold(name: str) -> str:
    """A name without accents, capitals and punctuation, so that "São Paulo" and "sao paulo" are one."""
    plain = unicodedata.normalize("NFKD", name.lower().translate(UNFOLDED))
    letters = "".join(letter for letter in plain if not unicodedata.combining(letter) and letter not in APOSTROPHES)
    words = re.sub(r"[^a-z0-9]+", " ", letters).split()
    return " ".join(SHORT_FORMS.get(word, word) for word in words)


def read_offset(text: str) -> str | None:
    """The zone of a fixed distance to UTC ("UTC+2", "gmt -5", "+05:30"), or `None`.

    Whole hours give an `Etc` zone, whose sign is the other way round. Parts of an hour give the IANA zone that
    keeps this distance all year, where there is one.
    """
    match = OFFSET.fullmatch(text[:LONGEST_QUERY].strip().lower().replace("\u2212", "-"))
    if match is None or not any(match.group("name", "sign")):
        return None
    if match["sign"] is None:
        return "Etc/UTC"
    hours, minutes = int(match["sign"] + match["hours"]), match["minutes"] or "00"
    if minutes != "00":
        return PERMANENT_ZONES.get(f"{match['sign']}{abs(hours):02}:{minutes}")
    if not FURTHEST_WEST <= hours <= FURTHEST_EAST:
        return None
    return f"Etc/GMT{-hours:+}" if hours else "Etc/UTC"


def _within(areas: tuple[Area, ...]) -> tuple[Area, ...]:
    """The inner of two areas of which one lies in the other: "georgia usa"."""
    outer, *inner = areas or (None,)
    return tuple(area for area in inner if outer and area.code.startswith(f"{outer.code}."))


def _spellings(place: str) -> tuple[str, ...]:
    plain = place
    for pair, vowel in UMLAUTS:
        plain = plain.replace(pair, vowel)
    return (place,) if plain == place else (place, plain)


def _typos(place: str, keys: Collection[str], most: int = 1) -> list[str]:
    """The keys at most so many slips away; words of four letters are too short to be guessed at."""
    if len(place) < (5 if most == 1 else 8) or (most > 1 and " " in place and len(place) < TWO_TYPOS_IN_WORDS):
        return []
    found = process.extract(place, keys, scorer=OSA.distance, score_cutoff=most, limit=None)
    return [key for key, _, _ in found]


def _without_doubles(rows: Iterable[Row]) -> list[Row]:
    """Of the same name in the same zone only the first: their clock is the same."""
    first: dict[tuple[str, str], Row] = {}
    for row in rows:
        first.setdefault((row.name, row.zone), row)
    return list(first.values())
