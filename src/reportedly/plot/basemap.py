"""The land under the events, as it was compiled: read once, when it is first asked for."""

from __future__ import annotations

import functools
import json
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from typing import Any

from reportedly.errors import ReportedlyError
from reportedly.plot.basemap_build import BASEMAP, STEPS

Bounds = tuple[float, float, float, float]
"""West, south, east and north, in degrees."""


class NoBasemap(ReportedlyError):
    """The compiled map is not where it should be, or is none."""

    code = "E503"

    def __init__(self, where: Path, why: str) -> None:
        self.where = where
        super().__init__(
            f"The map {where} cannot be used ({why}). Nothing was drawn. Install the package again, or build it: "
            f"python -m reportedly.plot.basemap_build --gazetteer FILE"
        )


@dataclass(frozen=True, slots=True, eq=False)
class Ring:
    """A closed line around land, or around a hole in it: longitudes and latitudes in hundredths of a degree."""

    lons: array[int]
    lats: array[int]
    bounds: Bounds


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Country:
    """A country: its ISO code ("" where there is none), its name and where that is best written, and the rings around its land."""

    code: str
    name: str
    lon: float
    lat: float
    rings: tuple[Ring, ...]

    @property
    def bounds(self) -> Bounds:
        """Those of its largest land, without islands and lands overseas."""
        return max((ring.bounds for ring in self.rings), key=_size)


@dataclass(frozen=True, slots=True)
class Town:
    """A large town and how many people live there."""

    name: str
    lat: float
    lon: float
    people: int


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Basemap:
    """Countries, towns with the largest first, and who made it."""

    notice: str
    countries: tuple[Country, ...]
    towns: tuple[Town, ...]


@functools.cache
def basemap() -> Basemap:
    """The map that comes with the package.

    Raises:
        NoBasemap: the compiled file is missing or damaged.
    """
    return read(BASEMAP)


def mainland(code: str) -> Bounds | None:
    """The bounds of the largest land of a country; None where the map has none under that code. Some codes have lands apart."""
    return max((country.bounds for country in basemap().countries if country.code == code), key=_size, default=None)


def _size(bounds: Bounds) -> float:
    west, south, east, north = bounds
    return (east - west) * (north - south)


def read(path: Path) -> Basemap:
    """A compiled map; its format stands in `basemap_build`.

    Raises:
        NoBasemap: there is no such file, or something else is in it.
    """
    try:
        told = json.loads(path.read_text("utf-8"))
        countries = tuple(_country(each) for each in told["countries"])
        return Basemap(notice=told["notice"], countries=countries, towns=tuple(Town(*town) for town in told["towns"]))
    except OSError as error:
        raise NoBasemap(path, error.strerror or str(error)) from error
    except (ValueError, KeyError, TypeError) as error:
        raise NoBasemap(path, "it is damaged") from error


def _country(told: dict[str, Any]) -> Country:
    lon, lat = told["label"]
    rings = tuple(_ring(steps) for polygon in told["polygons"] for steps in polygon)
    return Country(code=told["code"], name=told["name"], lon=lon, lat=lat, rings=rings)


def _ring(steps: Sequence[int]) -> Ring:
    lons, lats = array("h", accumulate(steps[0::2])), array("h", accumulate(steps[1::2]))
    return Ring(lons, lats, (min(lons) / STEPS, min(lats) / STEPS, max(lons) / STEPS, max(lats) / STEPS))
