"""The land in a frame, no finer than it can show."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Sequence
from itertools import groupby

from reportedly.plot.basemap import Ring, basemap
from reportedly.plot.basemap_build import STEPS
from reportedly.plot.frame import Frame, Point, across, clipped, down
from reportedly.plot.shapes import Outline

FINE = 2
"""Points lie on a grid of so many to a pixel: neighbours keep one border, and what cannot be seen is left out."""

SEEN = 2.0
"""Pixels of the smallest island that is drawn."""

CORNERS = 3
"""Points of the smallest land."""


@functools.lru_cache(maxsize=16)
def land(frame: Frame, told: frozenset[str]) -> tuple[Outline, ...]:
    """The land as it lies in a frame, and over it that of the countries whose codes are to be told apart."""
    rings: dict[str, list[Sequence[Point]]] = {"land": [], "told": []}
    for country in basemap().countries:
        css = "told" if country.code in told else "land"
        rings[css] += [drawn for ring in country.rings if len(drawn := _drawn(ring, frame)) >= CORNERS]
    return tuple(Outline(lines=_pixels(some), css=f"ground {css}") for css, some in rings.items() if some)


@functools.cache
def _rows() -> tuple[float, ...]:
    """How far down each hundredth of a degree of latitude is, from -90° on."""
    return tuple(down(n / STEPS) for n in range(-90 * STEPS, 90 * STEPS + 1))


def _drawn(ring: Ring, frame: Frame) -> Sequence[Point]:
    """A ring on the grid of the frame, as much as lies in it; nothing where that is too small to be seen."""
    west, south, east, north = frame.bounds
    left, below, right, above = ring.bounds
    if left > east or right < west or below > north or above < south:
        return []
    if max(right - left, above - below) * frame.scale / 360 < SEEN:
        return []
    wide, off = frame.scale * FINE / 360 / STEPS, (across(0) - frame.left) * frame.scale * FINE
    tall, top, rows, zero = frame.scale * FINE, frame.top * frame.scale * FINE, _rows(), 90 * STEPS
    xs = [round(lon * wide + off) for lon in ring.lons]
    ys = [round(rows[lat + zero] * tall - top) for lat in ring.lats]
    points = [point for point, _ in groupby(zip(xs, ys, strict=True))][:-1]
    if left < west or right > east or below < south or above > north:
        return [(round(x), round(y)) for x, y in clipped(points, frame.width * FINE, frame.height * FINE)]
    return points


def _pixels(rings: Iterable[Sequence[Point]]) -> tuple[tuple[Point, ...], ...]:
    return tuple(tuple([(x / FINE, y / FINE) for x, y in _bends(ring)]) for ring in rings)


def _bends(ring: Sequence[Point]) -> list[Point]:
    """A ring without the points at which it only goes on straight ahead."""
    kept = list(ring[:2])
    (ax, ay), (bx, by) = kept
    for x, y in ring[2:]:
        if (bx - ax) * (y - by) == (by - ay) * (x - bx) and (bx - ax) * (x - bx) + (by - ay) * (y - by) > 0:
            kept[-1] = (x, y)
        else:
            kept.append((x, y))
            ax, ay = bx, by
        bx, by = x, y
    return kept
