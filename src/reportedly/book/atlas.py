"""Where and when the events are, as a map and a timeline may show them: each as exact as the reports, and no more."""

from __future__ import annotations

import datetime as dt
import functools
from dataclasses import dataclass

from reportedly.export import chosen
from reportedly.extract.gazetteer import reach
from reportedly.model import Event, Where
from reportedly.plot.spot import COUNTRY, EXACT, NEAR, NEAR_KM, Spot

DAY_ZERO = dt.date(1970, 1, 1).toordinal()


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What a map and a timeline show of an event: its spots, none where it has no place, and its possible days as days since 1970-01-01.

    `start` is None for an event without a day; `end` is None also for one that goes on.
    """

    spots: tuple[Spot, ...]
    start: int | None
    end: int | None


def shown(event: Event) -> Shown:
    """Where and when an event is shown. One at several places, not all of them placed, is at none: some alone would say too much."""
    places = chosen.places(event)
    spots = tuple(spot for place in places if (spot := spot_of(place)) is not None)
    when = chosen.when(event)
    return Shown(
        spots=spots if len(spots) == len(places) else (),
        start=None if when is None or when.start is None else when.start.toordinal() - DAY_ZERO,
        end=None if when is None or when.end is None else when.end.toordinal() - DAY_ZERO,
    )


def spot_of(place: Where) -> Spot | None:
    """Where a place is shown; None for one without a position."""
    if place.lat is None or place.lon is None:
        return None
    return Spot(
        id=place.id or place.name,
        name=place.name,
        lat=place.lat,
        lon=place.lon,
        precision=place.precision,
        km=_km(place),
        country=place.country or "",
        whole=place.precision == COUNTRY and place.id == f"country:{place.country}",
    )


def _km(place: Where) -> float | None:
    if place.precision == EXACT:
        return 0.0
    return NEAR_KM if place.precision == NEAR else _reach(place.id or "")


_reach = functools.lru_cache(maxsize=65_536)(reach)
