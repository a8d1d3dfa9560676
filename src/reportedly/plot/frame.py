"""The part of the world that a map shows, and from degrees to its pixels: Web Mercator, in which a ring of some kilometres is a circle."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reportedly.plot.basemap import Bounds

Point = tuple[float, float]

EDGE = 84.0
"""Degrees of latitude up to which the world is drawn; what lies beyond stands at the edge."""

AROUND = 40_075.0
"""Kilometres around the equator."""

LEAST = 8.0
"""Degrees of longitude that a map shows at least. The land is known to about 5 km: nearer it would be told too exactly."""

MARGIN = 0.09
"""Of the width, around what is shown."""

FLAT, TALL = 0.5, 0.72
NARROW_FLAT, NARROW_TALL = 0.8, 1.15
"""The height as a part of the width: the least and the greatest, on a wide picture and on a narrow one."""

USUAL = (-56.0, 78.0)
"""Latitudes of a map of the world, unless something lies beyond."""


def down(lat: float) -> float:
    """How far south a latitude is on the map of the world, 0 to 1, in turns of the equator (Mercator)."""
    return 0.5 - math.asinh(math.tan(math.radians(max(-EDGE, min(EDGE, lat))))) / math.tau


def across(lon: float) -> float:
    """How far east a longitude is on the map of the world, from 0 at -180° to 1."""
    return lon / 360 + 0.5


def latitude(y: float) -> float:
    """The latitude of a place on the map of the world: the other way round than `down`."""
    return math.degrees(math.atan(math.sinh((0.5 - y) * math.tau)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """A picture of `width` by `height` pixels of the map of the world, whose equator is `scale` pixels long.

    `left` and `top` are where its upper left corner is on the map of the world, in turns of the equator.
    """

    width: float
    height: float
    left: float
    top: float
    scale: float

    def at(self, lon: float, lat: float) -> Point:
        """The pixel of a place, counted from the upper left corner of the frame."""
        return (across(lon) - self.left) * self.scale, (down(lat) - self.top) * self.scale

    def pixels(self, km: float, lat: float) -> float:
        """How many pixels some kilometres are at a latitude."""
        return km * self.scale / (AROUND * math.cos(math.radians(max(-EDGE, min(EDGE, lat)))))

    @property
    def middle(self) -> float:
        """The latitude half-way down."""
        return latitude(self.top + self.height / 2 / self.scale)

    @property
    def bounds(self) -> Bounds:
        """What it shows, in degrees."""
        right, bottom = self.left + self.width / self.scale, self.top + self.height / self.scale
        return (self.left - 0.5) * 360, latitude(bottom), (right - 0.5) * 360, latitude(self.top)

    def holds(self, x: float, y: float, room: float = 0) -> bool:
        """Whether a pixel lies in it, with some room around."""
        return room <= x <= self.width - room and room <= y <= self.height - room


def frame_of(shown: Iterable[Bounds], *, width: float, narrow: bool) -> Frame:
    """The frame that holds all that is to be shown, at least one thing, with a margin; at least 8° wide, at most the world."""
    known = list(shown)
    west, east = across(min(b[0] for b in known)), across(max(b[2] for b in known))
    north, south = down(max(b[3] for b in known)), down(min(b[1] for b in known))
    flat, tall = (NARROW_FLAT, NARROW_TALL) if narrow else (FLAT, TALL)
    room = width * (1 - 2 * MARGIN)
    wide, high = max(east - west, LEAST / 360), south - north
    scale = max(width, min(room / wide, (width * (tall - 2 * MARGIN)) / high if high else math.inf))
    if scale == width:
        north, south = min(north, down(USUAL[1])), max(south, down(USUAL[0]))
        height = (south - north) * scale
    else:
        height = max(flat * width, min(tall * width, high * scale + 2 * MARGIN * width))
    height = math.floor(min(height, (down(-EDGE) - down(EDGE)) * scale))
    return Frame(
        width=width,
        height=height,
        left=_within((west + east - width / scale) / 2, 1 - width / scale),
        top=_within((north + south - height / scale) / 2, down(-EDGE) - height / scale, down(EDGE)),
        scale=scale,
    )


def _within(value: float, most: float, least: float = 0.0) -> float:
    return max(least, min(most, value))


def clipped(ring: Sequence[Point], width: float, height: float) -> list[Point]:
    """What of a closed line lies in a frame, closed along its edges (Sutherland and Hodgman, 1974)."""
    kept = list(ring)
    for axis, edge, sign in ((0, 0.0, 1), (0, width, -1), (1, 0.0, 1), (1, height, -1)):
        kept = _cut(kept, axis, edge, sign)
    return kept


def _cut(ring: Sequence[Point], axis: int, edge: float, sign: int) -> list[Point]:
    """The part of a closed line on one side of an edge."""
    kept: list[Point] = []
    for n, point in enumerate(ring):
        before = ring[n - 1]
        inside, was = sign * (point[axis] - edge) >= 0, sign * (before[axis] - edge) >= 0
        if inside is not was:
            kept.append(_crossing(min(before, point), max(before, point), axis, edge))
        if inside:
            kept.append(point)
    return kept


def _crossing(a: Point, b: Point, axis: int, edge: float) -> Point:
    """Where a line crosses an edge; the same from both its ends, so that neighbours keep one border."""
    share = (edge - a[axis]) / (b[axis] - a[axis])
    other = a[1 - axis] + share * (b[1 - axis] - a[1 - axis])
    return (edge, other) if axis == 0 else (other, edge)
