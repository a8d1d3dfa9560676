"""Where and when the events are, as a map and a timeline may show them: each as exact as the reports, and no more."""

from __future__ import annotations

import datetime as dt
import functools
from dataclasses import dataclass

from reportedly.book.event import BookEvent
from reportedly.export import chosen
from reportedly.extract.gazetteer import reach
from reportedly.model import Event, Where

EXACT, NEAR, REGION, COUNTRY = 1, 2, 5, 6

NEAR_KM = 25.0
"""How far "near a known point" reaches, by UCDP's codebook (`where_prec` 2)."""

DAY_ZERO = dt.date(1970, 1, 1).toordinal()


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A place on the map, by the id that the gazetteer has for it, or its name.

    `lat` and `lon` are degrees. `precision` is UCDP's `where_prec`. `km` is how far around the point it may have been: 0 for an exact
    place, None where nothing tells. `country` is the ISO code where the place is a whole country, which no point stands for, else "".
    """

    id: str
    name: str
    lat: float
    lon: float
    precision: int
    km: float | None
    country: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What a map and a timeline show of an event: its spots, none where it has no place, and its possible days as days since 1970-01-01.

    `start` is None for an event without a day; `end` is None also for one that goes on.
    """

    spots: tuple[Spot, ...]
    start: int | None
    end: int | None


class Atlas:
    """Spots and days of events, worked out once for each."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[Event, Shown]] = {}

    def of(self, event: BookEvent) -> Shown:
        """Where and when an event is shown."""
        known = self._known.get(event.id)
        if known is None or known[0] is not event.raw:
            known = event.raw, shown(event.raw)
            self._known[event.id] = known
        return known[1]


def shown(event: Event) -> Shown:
    """Where and when an event is shown. One at several places, not all of them placed, is at none: some alone would say too much."""
    places = chosen.places(event)
    spots = tuple(spot for place in places if (spot := _spot(place)) is not None)
    when = chosen.when(event)
    return Shown(
        spots=spots if len(spots) == len(places) else (),
        start=None if when is None or when.start is None else when.start.toordinal() - DAY_ZERO,
        end=None if when is None or when.end is None else when.end.toordinal() - DAY_ZERO,
    )


def _spot(place: Where) -> Spot | None:
    if place.lat is None or place.lon is None:
        return None
    return Spot(
        id=place.id or place.name,
        name=place.name,
        lat=place.lat,
        lon=place.lon,
        precision=place.precision,
        km=_km(place),
        country=place.country or "" if place.precision == COUNTRY and place.id == f"country:{place.country}" else "",
    )


def _km(place: Where) -> float | None:
    if place.precision == EXACT:
        return 0.0
    return NEAR_KM if place.precision == NEAR else _reach(place.id or "")


_reach = functools.lru_cache(maxsize=65_536)(reach)


def precision_words(spot: Spot) -> str:
    """How exactly a place is known, in words.

    >>> precision_words(Spot(id="x", name="Qamar", lat=0, lon=0, precision=4, km=40, country=""))
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
