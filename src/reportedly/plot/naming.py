"""Names on a map: of the places with most events, of countries and of large towns, as many as there is room for, none on another."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from reportedly.plot.basemap import Country, basemap
from reportedly.plot.frame import Frame
from reportedly.plot.lettering import LETTERS, SMALL_LETTERS, breadth, fitted
from reportedly.plot.picture import SMALL
from reportedly.plot.shapes import Anchor, Words

CELL = 6
"""Pixels of the squares by which room is kept."""

ABOVE, BELOW = 12, 5
"""Pixels that a line of text takes above and below its base line."""

LONGEST = 170
"""Pixels of the longest name of a place."""

TOWNS = ((3_000_000, 5), (1_000_000, 6), (400_000, 7), (0, 8))
"""Inhabitants of a town, and from which zoom on it is named; at zoom 0 the equator is 256 pixels long. The page's map has the same."""

BESIDE, GROUND = 14, 22
"""Names of places with events, and of countries and towns, on a wide picture; on a narrow one a third."""

TRIED = 400
"""Names that are looked at for one that fits."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """What to write at a sign: a name and a number of events; where its middle is, and how far it reaches, in pixels (0: very far)."""

    name: str
    number: int
    x: float
    y: float
    radius: float


@dataclass(frozen=True, slots=True)
class Room:
    """Which squares of the picture are taken."""

    frame: Frame
    taken: set[tuple[int, int]] = field(default_factory=set)

    def take(self, left: float, top: float, right: float, bottom: float) -> None:
        """Keep a box free of names."""
        self.taken.update(_cells(left, top, right, bottom))

    def took(self, left: float, top: float, right: float, bottom: float) -> bool:
        """Take a box if it is free and in the frame."""
        inside = self.frame.holds(left, top, 3) and self.frame.holds(right, bottom, 3)
        cells = set(_cells(left, top, right, bottom)) if inside else set()
        if not cells or not self.taken.isdisjoint(cells):
            return False
        self.taken.update(cells)
        return True

    def wrote(self, words: Words, size: float) -> bool:
        """Take the room that a line of text needs with letters of a size, if it is free."""
        wide = breadth(words.text, size)
        left = words.x - {"start": 0.0, "middle": wide / 2, "end": wide}[words.anchor]
        return self.took(left, words.y - ABOVE, left + wide, words.y + BELOW)


def _cells(left: float, top: float, right: float, bottom: float) -> Iterator[tuple[int, int]]:
    rows = range(math.floor(top / CELL), math.floor(bottom / CELL) + 1)
    return ((x, y) for x in range(math.floor(left / CELL), math.floor(right / CELL) + 1) for y in rows)


def names(room: Room, labels: Iterable[Label]) -> tuple[Words, ...]:
    """The names that fit: those of the labels first, in their order, then others on the land, each of these once."""
    share = 3 if room.frame.width < SMALL else 1
    found: dict[Label, Words] = {}
    for label in itertools.islice(labels, TRIED):
        words = next((each for each in _beside(label) if room.wrote(each, LETTERS)), None)
        if words is not None:
            found[label] = words
        if len(found) == BESIDE // share:
            break
    known = {label.name.casefold() for label in found}
    ground = (words for words in _ground(room.frame) if words.text.casefold() not in known and room.wrote(words, SMALL_LETTERS))
    return (*found.values(), *itertools.islice(ground, GROUND // share))


def _beside(label: Label) -> Iterator[Words]:
    """A name in the middle of a wide ring; right of a sign, or left of it, or below or above."""
    off = label.radius + 4
    around: tuple[tuple[float, float, Anchor], ...] = (
        (label.x + off, label.y + 4, "start"),
        (label.x - off, label.y + 4, "end"),
        (label.x, label.y + off + ABOVE, "middle"),
        (label.x, label.y - off - BELOW, "middle"),
    )
    text = fitted(f"{label.name} {label.number:,}" if label.number > 1 else label.name, LONGEST)
    for x, y, anchor in around if label.radius else ((label.x, label.y + 4, "middle"), *around):
        yield Words(x=x, y=y, text=text, css="label on", anchor=anchor)


def _ground(frame: Frame) -> Iterator[Words]:
    """Names of the countries that are broad enough for them, the broadest first, then of towns, the largest first."""
    land, zoom = basemap(), math.log2(frame.scale / 256)
    for country in sorted(land.countries, key=lambda each: -_breadth(each)):
        x, y = frame.at(country.lon, country.lat)
        if breadth(country.name, SMALL_LETTERS) < _breadth(country) * frame.scale / 360:
            yield Words(x=x, y=y + 4, text=country.name, css="axis on country", anchor="middle")
    for town in land.towns:
        if next(least for people, least in TOWNS if town.people >= people) <= zoom:
            x, y = frame.at(town.lon, town.lat)
            yield Words(x=x, y=y + 4, text=town.name, css="axis on", anchor="middle")


def _breadth(country: Country) -> float:
    west, _, east, _ = country.bounds
    return east - west
