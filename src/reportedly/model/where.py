"""Where something happened, and how exactly that is known."""

from __future__ import annotations

import math
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

    def km_to(self, other: Where) -> float | None:
        """Great-circle distance to another place in kilometres, or None when either has no coordinates.

        At most 0.57 % off against the WGS 84 ellipsoid. Source: haversine form,
        R. W. Sinnott, Sky & Telescope 68(2), 1984, p. 159.
        """
        if self.lat is None or self.lon is None or other.lat is None or other.lon is None:
            return None
        north, far_north = math.radians(self.lat), math.radians(other.lat)
        a = math.sin((far_north - north) / 2) ** 2
        b = math.cos(north) * math.cos(far_north) * math.sin(math.radians(other.lon - self.lon) / 2) ** 2
        return 2 * 6371.0088 * math.asin(min(1.0, math.sqrt(a + b)))

    def lies_in(self, other: Where) -> bool:
        """Whether the gazetteer has `other` among the units that contain this place. False for a place and itself."""
        if other.id is None or other.id == self.id:
            return False
        return other.id in self.parents or other.id == f"country:{self.country}"
