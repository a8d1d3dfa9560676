"""Events on a map, by place: each as exactly as the reports say, and none more exactly."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reportedly.plot.basemap import Bounds, basemap, mainland
from reportedly.plot.frame import Frame, clipped, frame_of
from reportedly.plot.land import land
from reportedly.plot.legend import Entry, legend
from reportedly.plot.lettering import SMALL_LETTERS, breadth
from reportedly.plot.naming import Label, Room, names
from reportedly.plot.picture import SMALL, Cell, Picture, Table, Tally
from reportedly.plot.shapes import Box, Dot, Line, Mark, Outline, Part, Shape, Target, Words
from reportedly.plot.spot import EXACT, NEAR, REGION, Site, Spot, precision_words, sites
from reportedly.plot.subject import Subject, report_count

MOST = 750
"""Places that are drawn: those with most events."""

SMALLEST = 7.0
"""Pixels: an area that would be smaller is drawn as an open sign of this size, so that it is seen."""

UNKNOWN_KM = 60.0
"""Kilometres of the dotted ring around what nobody knows how far it reaches. It, and the sizes of signs, are those of the page's map."""

WIDE_RING = 20
"""A ring whose radius is at least one part in so many of the width has names written in it."""

CORNERS = 90
"""Corners of a ring that does not lie in the frame as a whole."""

PER_DEGREE = 111.2
"""Kilometres of a degree of latitude."""

GAP = 12
"""Pixels between the map and its legend."""

NOTHING = (Words(x=0, y=20, text="No event has a place that can be shown.", css="label"),)

Placed = Site[Subject]

WORDS = {
    "exact": "at this place",
    "near": "within 25 km of it",
    "unit": "somewhere in a district or province",
    "vague": "a region, a sea, the air, or unknown reach",
    "whole": "somewhere in a country",
}
"""How exactly a place is known, by the class of its sign."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign:
    """A circle for a site: its middle and radius in pixels, and the class that tells how exactly the place is known."""

    site: Placed
    css: str
    x: float
    y: float
    radius: float


def map_picture(events: Sequence[Subject], *, width: float) -> Picture:
    """The events by place, on as much of the world as they need."""
    placed = [(event, event.spots) for event in events]
    found = sites((event, spots) for event, spots in placed if spots)
    drawn = found[:MOST]
    parts, height = _parts(drawn, width) if drawn else (NOTHING, 40.0)
    told = (
        "Nothing is drawn more exactly than the reports say. A larger sign has more events; the number beside a name is theirs.",
        "An event at several places is at each of them.",
        basemap().notice,
    )
    return Picture(
        name="map",
        title="Where it happened: events by place",
        caption=(f"Events in {report_count(events):,} reports.", *(told if drawn else ())),
        tallies=(_tally(placed, {(site.spot.id, site.spot.precision) for site in drawn}),),
        table=_table(found),
        width=width,
        height=height,
        parts=parts,
    )


def _parts(drawn: Sequence[Placed], width: float) -> tuple[tuple[Part, ...], float]:
    """The map with its legend, and how high both are together."""
    frame = frame_of((_reach(site.spot) for site in drawn), width=width, narrow=width < SMALL)
    signs = _signs(drawn, frame)
    shown = [css for css in WORDS if any(sign.css == css for sign in signs)]
    entries = (Entry(words=WORDS[css], css="told key-land" if css == "whole" else f"spot {css}", round=css != "whole") for css in shown)
    key, high = legend(entries, x=0, y=frame.height + GAP, room=width)
    return (*_ground(frame, drawn), *_marks(signs, frame), *key), frame.height + GAP + high


def _tally(placed: Sequence[tuple[Subject, Sequence[Spot]]], drawn: set[tuple[str, int]]) -> Tally:
    nowhere = sum(not spots for _, spots in placed)
    on = sum(any((spot.id, spot.precision) in drawn for spot in spots) for _, spots in placed)
    left_out = (
        (nowhere, "with no place, or with several that cannot all be placed"),
        (len(placed) - nowhere - on, f"not at one of the {MOST} places with most events"),
    )
    return Tally(noun="event", total=len(placed), drawn=on, left_out=left_out)


def _reach(spot: Spot) -> Bounds:
    """What must be seen of a place, in degrees: its ring, or the country."""
    if spot.whole:
        west, south, east, north = mainland(spot.country) or (spot.lon, spot.lat, spot.lon, spot.lat)
        return min(west, spot.lon), min(south, spot.lat), max(east, spot.lon), max(north, spot.lat)
    up = (UNKNOWN_KM if spot.km is None else spot.km) / PER_DEGREE
    aside = up / max(0.1, math.cos(math.radians(spot.lat)))
    return max(-180.0, spot.lon - aside), spot.lat - up, min(180.0, spot.lon + aside), spot.lat + up


def _signs(drawn: Iterable[Placed], frame: Frame) -> list[Sign]:
    """The signs, the wider places first, so that the exact ones lie on them."""
    ordered = sorted(drawn, key=lambda site: (not site.spot.whole, -(UNKNOWN_KM if site.spot.km is None else site.spot.km)))
    return [_sign(site, frame) for site in ordered]


def _sign(site: Placed, frame: Frame) -> Sign:
    spot = site.spot
    size = 4 + 2.2 * math.log2(len(site.events) + 1)
    x, y = frame.at(spot.lon, spot.lat)
    css, radius = _class(spot), size
    if css == "exact":
        radius = size - 1.5
    elif css != "whole":
        radius = max(SMALLEST, size, frame.pixels(UNKNOWN_KM if spot.km is None else spot.km, spot.lat))
    return Sign(site=site, css=css, x=x, y=y, radius=radius)


def _class(spot: Spot) -> str:
    if spot.whole:
        return "whole"
    if spot.precision == EXACT:
        return "exact"
    if spot.precision >= REGION or spot.km is None:
        return "vague"
    return "near" if spot.precision == NEAR else "unit"


def _ground(frame: Frame, drawn: Iterable[Placed]) -> tuple[Shape, ...]:
    told = frozenset(site.spot.country for site in drawn if site.spot.whole)
    return (Box(x=0, y=0, width=frame.width, height=frame.height, css="sea"), *land(frame, told))


def _marks(signs: Sequence[Sign], frame: Frame) -> tuple[Part, ...]:
    """The signs, names beside them and on the land, the scale, and the frame around all of it."""
    room = Room(frame)
    ruler = _ruler(frame, room)
    for sign in signs:
        if sign.radius < frame.width / WIDE_RING:
            room.take(sign.x - sign.radius, sign.y - sign.radius, sign.x + sign.radius, sign.y + sign.radius)
    ranked = sorted(signs, key=lambda sign: -len(sign.site.events))
    written = names(room, (_label(sign, frame) for sign in ranked))
    marks = tuple(Mark(shapes=(_circle(sign, frame),), title=_title(sign.site), target=_target(sign.site.spot)) for sign in signs)
    return (*marks, *written, *ruler, Box(x=0, y=0, width=frame.width, height=frame.height, css="frame"))


def _label(sign: Sign, frame: Frame) -> Label:
    wide = sign.radius >= frame.width / WIDE_RING
    return Label(name=sign.site.spot.name, number=len(sign.site.events), x=sign.x, y=sign.y, radius=0 if wide else sign.radius)


def _circle(sign: Sign, frame: Frame) -> Shape:
    """The circle, or as much of it as lies in the frame."""
    x, y, radius = sign.x, sign.y, sign.radius
    if frame.holds(x - radius, y - radius) and frame.holds(x + radius, y + radius):
        return Dot(x=x, y=y, radius=radius, css=f"spot {sign.css}")
    turns = (math.tau * n / CORNERS for n in range(CORNERS))
    ring = [(x + radius * math.cos(turn), y + radius * math.sin(turn)) for turn in turns]
    return Outline(lines=(tuple(clipped(ring, frame.width, frame.height)),), css=f"spot {sign.css}")


def _title(site: Placed) -> str:
    number = "1 event" if len(site.events) == 1 else f"{len(site.events):,} events"
    return f"{site.spot.name}, {precision_words(site.spot)}: {number}"


def _target(spot: Spot) -> Target:
    return Target(filters=(("place", spot.id),))


def _ruler(frame: Frame, room: Room) -> tuple[Shape, ...]:
    """How long some kilometres are, half-way down; farther from the equator they are longer."""
    most = frame.width / 5 / frame.pixels(1, frame.middle)
    power = 10 ** math.floor(math.log10(most))
    km = next(step * power for step in (5, 2, 1) if step * power <= most)
    long, x, y = frame.pixels(km, frame.middle), 12.0, frame.height - 12.0
    _, south, _, north = frame.bounds
    same = abs(frame.pixels(1, north) - frame.pixels(1, south)) < 0.2 * frame.pixels(1, frame.middle)
    where = "" if same else f" at {abs(frame.middle):.0f}°{'N' if frame.middle >= 0 else 'S'}"
    text = f"{km:,.0f} km{where}"
    room.take(0, y - 22, x + max(long, breadth(text, SMALL_LETTERS)), frame.height)
    ticks = Line(points=((x, y - 5), (x, y), (x + long, y), (x + long, y - 5)), css="ruler")
    return ticks, Words(x=x + 4, y=y - 6, text=text, css="key on")


def _table(found: Sequence[Placed]) -> Table:
    where = ("place", "name", "latitude", "longitude", "where_prec", "km", "country")
    header = (*where, "events", "killed_best", "events_with_killed", "drawn")
    rows = tuple((*_row(site), "yes" if n < MOST else "no") for n, site in enumerate(found))
    return Table(header=header, rows=rows, targets=tuple(_target(site.spot) for site in found))


def _row(site: Placed) -> tuple[Cell, ...]:
    """A site with the best numbers of killed of its events together, and of how many events one is known."""
    spot, killed = site.spot, [event.killed.best for event in site.events if event.killed.best is not None]
    what = (spot.id, spot.name, spot.lat, spot.lon, spot.precision, spot.km, spot.country)
    return (*what, len(site.events), sum(killed) if killed else None, len(killed))
