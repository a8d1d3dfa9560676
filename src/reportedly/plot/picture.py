"""A picture with the table that it is drawn from, and in words how much of what was asked for it shows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Self

from reportedly.errors import ModelError
from reportedly.plot.shapes import Part, Target

Cell = str | int | float | None
"""A cell of a table. None is an empty one."""

WIDE = 920
"""Pixels of a picture on paper and on a wide screen."""

NARROW = 320
"""Pixels of a picture on a telephone."""

SMALL = 600
"""Below this width labels stand above what they name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How many there are, how many of them are drawn, and why the others are not. It adds up, or it cannot be.

    Raises:
        ModelError: what is drawn and what is left out are not all.
    """

    noun: str
    total: int
    drawn: int
    left_out: tuple[tuple[int, str], ...] = ()

    def __post_init__(self) -> None:
        if self.drawn + sum(number for number, _ in self.left_out) != self.total:
            raise ModelError(f"{self.drawn} drawn and {self.left_out} left out are not {self.total} {self.noun}s.")

    def __str__(self) -> str:
        """A sentence: "12 of 90 events are drawn. Not drawn: 70 without a day, 8 …"."""
        noun = self.noun if self.total == 1 else f"{self.noun}s"
        verb = "is" if self.drawn == 1 else "are"
        missing = ", ".join(f"{number:,} {why}" for number, why in self.left_out if number)
        if not missing:
            return f"All {self.total:,} {noun} are drawn." if self.total > 1 else f"{self.total} {noun} {verb} drawn."
        return f"{self.drawn:,} of {self.total:,} {noun} {verb} drawn. Not drawn: {missing}."


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """The numbers behind a picture: a header, rows, and for each row where a page leads from it (None: nowhere)."""

    header: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    targets: tuple[Target | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture of `width` by `height` pixels.

    `name` is what it is called on the command line, `title` a line above it, `caption` the sentences below it: what the marks mean, then
    what is left out. `tallies` are the numbers that the caption tells. The table has everything, whether it is drawn or not.
    """

    name: str
    title: str
    caption: tuple[str, ...]
    tallies: tuple[Tally, ...]
    table: Table
    width: float
    height: float
    parts: tuple[Part, ...]

    @property
    def sentences(self) -> tuple[str, ...]:
        """All that stands below it."""
        return (*self.caption, *(str(tally) for tally in self.tallies))

    def saying(self, sentence: str) -> Self:
        """The same picture with a first sentence below it; "" changes nothing."""
        return replace(self, caption=(sentence, *self.caption)) if sentence else self


def scope(filters: Mapping[str, str], *, shown: int, total: int) -> str:
    """A sentence that tells which events were asked for, by the filters that are set; "" where none is.

    >>> scope({"place": "Qamar", "from": ""}, shown=4, total=90)
    'Only events with place “Qamar”: 4 of 90.'
    """
    told = ", ".join(f"{name} “{value}”" for name, value in filters.items() if value)
    return f"Only events with {told}: {shown:,} of {total:,}." if told else ""
