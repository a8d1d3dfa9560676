"""A place on a map, as exact as the reports are and no more, and the events that are at it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

EXACT, NEAR, REGION, COUNTRY = 1, 2, 5, 6
"""Of UCDP's `where_prec`: a known point, near one, a vague region, a whole country."""

NEAR_KM = 25.0
"""How far "near a known point" reaches, by UCDP's codebook (`where_prec` 2)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A place on the map, by the id that the gazetteer has for it, or its name.

    `lat` and `lon` are degrees. `precision` is UCDP's `where_prec`. `km` is how far around the point it may have been: 0 for an exact
    place, None where nothing tells. `country` is the ISO code of the country that the place lies in or is, "" where there is none.
    `whole` tells whether the place is that country itself, which no point stands for.
    """

    id: str
    name: str
    lat: float
    lon: float
    precision: int
    km: float | None
    country: str
    whole: bool


def precision_words(spot: Spot) -> str:
    """How exactly a place is known, in words.

    >>> precision_words(Spot(id="x", name="Qamar", lat=0, lon=0, precision=4, km=40, country="XC", whole=False))
    'somewhere in this province'
    """
    return {
        1: "at this place",
        2: "near this place, within about 25 km",
        3: "somewhere in this district",
        4: "somewhere in this province",
        5: "somewhere in this region, or on the way between two places",
        6: "somewhere in this country",
        7: "at sea or in the air here",
    }[spot.precision]


Happening = TypeVar("Happening")


@dataclass(frozen=True, slots=True, kw_only=True)
class Site(Generic[Happening]):
    """A spot and the events that are at it, in their order."""

    spot: Spot
    events: tuple[Happening, ...]


def sites(placed: Iterable[tuple[Happening, Sequence[Spot]]]) -> tuple[Site[Happening], ...]:
    """The sites of events that come with their spots, that with most events first. One place known in two ways is two sites."""
    first: dict[tuple[str, int], Spot] = {}
    found: dict[tuple[str, int], list[Happening]] = {}
    for event, spots in placed:
        for spot in spots:
            key = spot.id, spot.precision
            first.setdefault(key, spot)
            found.setdefault(key, []).append(event)
    ranked = sorted(found, key=lambda key: (-len(found[key]), first[key].name, key))
    return tuple(Site(spot=first[key], events=tuple(found[key])) for key in ranked)
