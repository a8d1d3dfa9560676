"""Cells of a table that other people open in a spreadsheet: text that a spreadsheet would run is made harmless."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence

LIVE = "=+-@\t\r\n\0＝＋－＠"
"""First characters by which spreadsheets take a text for a formula, with their full-width twins."""

_SEEMS_LIVE = re.compile(f"'*[{re.escape(LIVE)}]")

HALVES = re.compile("[\ud800-\udfff]")
"""Halves of surrogate pairs, which UTF-8 cannot hold: a cell has U+FFFD in their place."""

Cell = str | int | float | bool | None
"""A cell's value. None is an empty cell."""


def safe(text: str) -> str:
    """A text with an apostrophe before it where a spreadsheet could take it for a formula. `original` takes it away again.

    Numbers never come here: -18.22 in a number's column stays a number.

    >>> safe("=1+1"), safe("Qamar")
    ("'=1+1", 'Qamar')
    """
    return f"'{text}" if _SEEMS_LIVE.match(text) else text


def original(cell: str) -> str:
    """The text that `safe` was given."""
    return cell[1:] if cell.startswith("'") and _SEEMS_LIVE.match(cell) else cell


def written(cell: Cell) -> str:
    """How a value stands in a cell: numbers as numbers, truth as "true" and "false", nothing as nothing, text made safe."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    return repr(cell) if isinstance(cell, int | float) else safe(HALVES.sub("\N{REPLACEMENT CHARACTER}", cell))


def line(cells: Sequence[Cell]) -> str:
    """One record of a CSV file with its line end, after RFC 4180: fields by commas, quotes only where they are needed."""
    into = io.StringIO()
    csv.writer(into, dialect="excel").writerow([written(cell) for cell in cells])
    return into.getvalue()
