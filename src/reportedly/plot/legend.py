"""The key of a picture: samples of its marks with their names, in as many lines as they need."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from reportedly.plot.lettering import SMALL_LETTERS, breadth, fitted
from reportedly.plot.shapes import Box, Dot, Shape, Words

ROW = 20
SAMPLE = 14
GAP = 18


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A filling by its number, or a class, and what it stands for. The sample is a box, or `round`."""

    words: str
    fill: int | None = None
    css: str = "series"
    round: bool = False


def legend(entries: Iterable[Entry], *, x: float, y: float, room: float) -> tuple[tuple[Shape, ...], float]:
    """The shapes of a key whose upper left corner is given, and its height."""
    shapes: list[Shape] = []
    at, line = 0.0, 0
    for entry in entries:
        words = fitted(entry.words, room - SAMPLE - 6, SMALL_LETTERS)
        needed = SAMPLE + 6 + breadth(words, SMALL_LETTERS)
        if at and at + needed > room:
            at, line = 0.0, line + 1
        top = y + line * ROW
        shapes.append(_sample(entry, x + at, top))
        shapes.append(Words(x=x + at + SAMPLE + 6, y=top + 11, text=words, css="key"))
        at += needed + GAP
    return tuple(shapes), (line + 1) * ROW if shapes else 0


def _sample(entry: Entry, x: float, y: float) -> Shape:
    if entry.round:
        return Dot(x=x + SAMPLE / 2, y=y + SAMPLE / 2, radius=SAMPLE / 2, css=entry.css)
    return Box(x=x, y=y, width=SAMPLE, height=SAMPLE, css=entry.css, fill=entry.fill)
