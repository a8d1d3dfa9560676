"""Places: names and described spots in a report, resolved to the gazetteer.

`places` gives a mention for every place that a report names as a place. A country or capital that stands for its government
("Moscow said") is none. Precision is UCDP's `where_prec` (see `model/where.py`): a town 1, a spot near one 2, a
second-order unit 3, a first-order unit 4, a region or a part of a country 5, a country 6, a sea, gulf or strait 7;
a region wider than 500 km says no more than a country, 6. A name without a known point keeps precision 1 and has no coordinates.

`relation` is "dateline" for the place that an agency writes from, and "within" for the unit or country that
follows a name and a comma.
"""

from __future__ import annotations

import dataclasses
import math

from reportedly.extract.gazetteer import Candidate
from reportedly.extract.mentions import PlaceMention
from reportedly.extract.place_choice import EARTH
from reportedly.extract.place_frame import Frame
from reportedly.extract.place_scan import head_of
from reportedly.extract.place_sense import WATER, is_dateline
from reportedly.extract.place_uses import GROUND, Read, uses
from reportedly.extract.place_words import words
from reportedly.model import Document, Report, Where
from reportedly.plugins import stage

WIDE = 500.0
"""Kilometres beyond which a region is no more exact than a country."""

PRECISION = {"city": 1, "site": 1, "admin2": 3, "admin1": 4, "country": 6, "continent": 6}
FIRST_ORDER = 2
"""Parents of a town in a country without units of the second order: its first-order unit and the country."""

NEAR_UP_TO = 25.0
"""Kilometres from a town up to which a measured spot is near it. Source: UCDP GED codebook, `where_prec` 2."""


@stage(version=1, reads={"report.text", "document.tokens", "document.sentences", "document.names"}, makes={"mentions.places"})
def places(report: Report, document: Document) -> tuple[PlaceMention, ...]:  # noqa: ARG001  (every reader has this signature)
    """The places that a report speaks of, in text order, without overlap."""
    return _mentions(document, _related(document, [read for read in uses(document) if read.use in GROUND]))


def _related(document: Document, reads: list[Read]) -> list[Read]:
    """Names after "and" or a comma share the preposition of the name before; a container after a comma is "within"."""
    found: list[Read] = []
    for read in reads:
        relation = "dateline" if is_dateline(document, read.sighting) else read.around.relation
        before = found[-1] if found else None
        if not relation and before is not None:
            between = document.tokens[before.around.tail : read.around.lead]
            if (
                read.place is not None
                and before.place is not None
                and read.place.id in before.place.parents
                and [t.text for t in between] == [","]
            ):
                relation = "within"
            elif between and all(t.lower in ("and", ",", "or", "&", "the", "both") for t in between) and before.around.km is None:
                relation = before.around.relation if before.around.relation != "within" else ""
        found.append(dataclasses.replace(read, around=dataclasses.replace(read.around, relation=relation)))
    return found


def _mentions(document: Document, reads: list[Read]) -> tuple[PlaceMention, ...]:
    found: list[PlaceMention] = []
    at = 0
    while at < len(reads):
        pair = reads[at : at + 2]
        if len(pair) == 2 and _between(document, *pair):
            found.append(_middle(document, *pair))
            at += 2
        else:
            found.append(_mention(document, reads[at], found[-1].end if found else 0))
            at += 1
    return tuple(found)


def _mention(document: Document, read: Read, free: int) -> PlaceMention:
    around = read.around
    start = around.lead if around.lead >= free else read.sighting.start
    head = read.sighting.head if document.tokens[read.sighting.end - 1].i == read.sighting.head else head_of(document, start, around.tail)
    return PlaceMention(start=start, end=around.tail, head=head, where=_where(document, read, start), relation=around.relation)


def _where(document: Document, read: Read, start: int) -> Where:
    place, around = read.place, read.around
    text = document.words(read.sighting.start, read.sighting.end)
    described = " ".join(document.words(start, around.tail).split())
    if place is None:
        name = described if around.km is not None else text
        above = () if read.country is None else (f"country:{read.country}",)
        return Where(name=name, id=None, lat=None, lon=None, country=read.country, precision=_level(around), parents=above)
    lat, lon = place.lat, place.lon
    if around.km is not None and around.bearing is not None:
        lat, lon = offset((lat, lon), around.km, around.bearing)
    whole = around.km is None and not (around.part and place.kind == "country")
    name = place.name if whole else described
    return dataclasses.replace(itself(place, around), name=name, lat=lat, lon=lon)


ALONE = Frame(lead=0, tail=0)
"""A name without words around it that make it vaguer."""


def itself(place: Candidate, around: Frame = ALONE) -> Where:
    """A place of the gazetteer as a value, as exact as the words around its name leave it."""
    return Where(
        name=place.name,
        id=place.id,
        lat=place.lat,
        lon=place.lon,
        country=place.country,
        precision=precision(place, around),
        parents=place.parents,
    )


def _level(around: Frame) -> int:
    if around.unit:
        return 3 if around.unit in words("second") else 4
    return 2 if around.km is not None or _is_near(around) else 1


def _is_near(around: Frame) -> bool:
    """Whether the words before a town put a spot near it rather than in it."""
    return around.relation in words("near") or (" " in around.relation and around.relation.endswith((" of", " to")))


def precision(place: Candidate, around: Frame) -> int:
    """UCDP's `where_prec` for a place as its surroundings describe it."""
    if place.kind in WATER:
        return 7
    level = PRECISION.get(place.kind, 5 if place.radius <= WIDE else 6)
    if place.kind == "country" and around.part:
        return 5
    if around.unit and place.kind == "city":
        return (3 if len(place.parents) > FIRST_ORDER else 4) if around.unit in words("second") else 5
    if around.km is not None:
        return max(level, 2 if around.km <= NEAR_UP_TO else 5)
    return 2 if level == 1 and _is_near(around) else level


def offset(point: tuple[float, float], km: float, bearing: float) -> tuple[float, float]:
    """The point that lies `km` kilometres from another in a direction (degrees clockwise from north), on a sphere.

    Source: direct problem on the sphere, E. Williams, Aviation Formulary, "Lat/lon given radial and distance".
    """
    lat, lon, way, angle = math.radians(point[0]), math.radians(point[1]), math.radians(bearing), km / EARTH
    north = math.asin(math.sin(lat) * math.cos(angle) + math.cos(lat) * math.sin(angle) * math.cos(way))
    east = lon + math.atan2(math.sin(way) * math.sin(angle) * math.cos(lat), math.cos(angle) - math.sin(lat) * math.sin(north))
    return round(math.degrees(north), 5), round((math.degrees(east) + 180) % 360 - 180, 5)


def _between(document: Document, one: Read, other: Read) -> bool:
    """Whether two towns or units are the ends of "between X and Y"."""
    if one.around.relation != "between" or one.place is None or other.place is None:
        return False
    joined = [t.lower for t in document.tokens[one.around.tail : other.around.lead]]
    return joined in (["and"], ["and", "the"]) and not {one.place.kind, other.place.kind} & {"country", "continent"}


def _middle(document: Document, one: Read, other: Read) -> PlaceMention:
    """The spot between two places: the middle of the line, of precision 5."""
    a, b = one.place, other.place
    assert a is not None and b is not None  # noqa: S101, PT018  (`_between` made sure)
    start, end = one.around.lead, other.around.tail
    while start and document.tokens[start].lower != "between" and document.tokens[start].sentence == document.tokens[end - 1].sentence:
        start -= 1
    east = (b.lon - a.lon + 180) % 360 - 180
    where = Where(
        name=f"between {a.name} and {b.name}",
        id=None,
        lat=round((a.lat + b.lat) / 2, 5),
        lon=round((a.lon + east / 2 + 180) % 360 - 180, 5),
        country=a.country if a.country == b.country else None,
        precision=5,
        parents=tuple(parent for parent in a.parents if parent in b.parents),
    )
    return PlaceMention(start=start, end=end, head=head_of(document, start, end), where=where, relation="between")
