"""What a picture is made of: lines, outlines, boxes, dots and words, each with its class. Pixels count from the upper left corner."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Anchor = Literal["start", "middle", "end"]


@dataclass(frozen=True, slots=True)
class Target:
    """Where a mark leads: to an event by its id, or to the list of events with these filters, by their names on the page."""

    event: str = ""
    filters: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A rectangle. `fill` is the number of a filling (a colour with a pattern), None where the class alone colours it."""

    x: float
    y: float
    width: float
    height: float
    css: str = ""
    fill: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A stroke through points."""

    points: tuple[tuple[float, float], ...]
    css: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """Lines of many points as one shape. Closed ones are areas, with holes where one lies in another."""

    lines: tuple[tuple[tuple[float, float], ...], ...]
    css: str
    closed: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    """A circle."""

    x: float
    y: float
    radius: float
    css: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """A line of text whose base line is at `y`; `turn` turns it clockwise, in degrees."""

    x: float
    y: float
    text: str
    css: str = ""
    anchor: Anchor = "start"
    turn: float = 0


Shape = Box | Line | Outline | Dot | Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """Shapes that tell one thing: `title` says it in words, `target` is where a page leads from it."""

    shapes: tuple[Shape, ...]
    title: str
    target: Target | None = None


Part = Shape | Mark
