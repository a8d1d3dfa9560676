"""Where something happened, and how exactly that is known."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reportedly.errors import ModelError


class PlaceRole(StrEnum):
    """What a place was to the happening."""

    HAPPENED = "happened"
    LAUNCHED_FROM = "launched_from"
    MOVED_FROM = "moved_from"
    HEADED_TO = "headed_to"


@dataclass(frozen=True, slots=True, kw_only=True)
class Where:
    """A gazetteer place or a described spot.

    `name` is the usual English name; `id` the gazetteer's ("geonames:170654",
    "region:caspian-sea", "country:SY") or None for a name that no gazetteer has.
    `lat`/`lon` are degrees (WGS 84) of the place's point or centroid, or None.
    `country` is an ISO 3166-1 alpha-2 code; `parents` are the ids of the units
    that contain it, nearest first (second order, first order, country).
    `precision` is UCDP's `where_prec`: 1 exact place, 2 near a known point
    (about 25 km), 3 second-order unit, 4 first-order unit, 5 a vaguer region or
    a spot between two places, 6 country, 7 international waters or airspace.

    Raises:
        ModelError: impossible coordinates or precision.
    """

    name: str
    id: str | None
    lat: float | None
    lon: float | None
    country: str | None
    precision: int
    role: PlaceRole = PlaceRole.HAPPENED
    parents: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if (self.lat is None) != (self.lon is None):
            raise ModelError(f"{self.name}: a place has both coordinates or neither.")
        if self.lat is not None and self.lon is not None and not (-90 <= self.lat <= 90 and -180 <= self.lon <= 180):
            raise ModelError(f"{self.name}: {self.lat}, {self.lon} is not on Earth.")
        if not 1 <= self.precision <= 7:
            raise ModelError(f"{self.name}: where_prec is 1 to 7, not {self.precision}.")
