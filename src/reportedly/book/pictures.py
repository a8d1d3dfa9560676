"""Pictures of a casebook's events, in the forms in which they are handed out: SVG, PNG, and the table as CSV or lines of JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from reportedly.book.event import BookEvent
from reportedly.errors import UnknownPlugin, UsageError
from reportedly.export.cells import line
from reportedly.plot import PLOTS, WIDE, Picture, Plot
from reportedly.plot.picture import scope
from reportedly.plot.svg import file

FORMS: Mapping[str, str] = {".svg": "image/svg+xml", ".png": "image/png", ".csv": "text/csv"}
"""How the names of files end that a picture can be written to, and what is then in them."""


def plot_named(name: str) -> Plot:
    """One of the pictures that can be drawn.

    Raises:
        UnknownPlugin: none is called so.
    """
    if name not in PLOTS:
        raise UnknownPlugin("picture", name, tuple(PLOTS))
    return PLOTS[name]


def form_of(out: Path) -> str:
    """The form that the name of a file asks for.

    Raises:
        UsageError: it ends as that of no form.
    """
    form = out.suffix.lower()
    if form not in FORMS:
        raise UsageError(f"A picture cannot be written as {out}. Nothing was drawn. Give a name that ends in {', '.join(FORMS)}.")
    return form


def drawn(plot: Plot, events: Sequence[BookEvent], filters: Mapping[str, str | None], *, total: int, width: float = WIDE) -> Picture:
    """The picture of some events: those that fit the filters, of `total` in the casebook. `width` is in pixels."""
    told = {name: value for name, value in filters.items() if value}
    return plot.draw(events, width=width).saying(scope(told, shown=len(events), total=total))


def written(picture: Picture, form: str) -> bytes:
    """The picture in one of the forms. In its CSV a text that a spreadsheet would take for a formula gets an apostrophe before it."""
    if form == ".png":
        from reportedly.plot.png import png  # noqa: PLC0415  (only who wants one waits for the renderer)

        return png(picture)
    if form == ".csv":
        return "".join(line(row) for row in (picture.table.header, *picture.table.rows)).encode("utf-8", "backslashreplace")
    return file(picture).encode("utf-8", "backslashreplace")


def plot_rows(picture: Picture) -> Iterator[str]:
    """The rows of its table, each as a line of JSON."""
    for row in picture.table.rows:
        yield json.dumps(dict(zip(picture.table.header, row, strict=True)), ensure_ascii=False) + "\n"
