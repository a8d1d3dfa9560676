"""Tables without frames: a line of headings, and columns that stand apart by blanks."""

from __future__ import annotations

from collections.abc import Sequence

from rich import box
from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from reportedly.model import Kind


def grid(*headings: str, right: Sequence[str] = (), fixed: Sequence[str] = ()) -> Table:
    """An empty table. Columns named in `right` are numbers; those in `fixed` are never folded."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1, 0, 0), header_style="head", show_edge=False)
    for heading in headings:
        number = heading in right
        table.add_column(
            heading, justify="right" if number else "left", no_wrap=number or heading in fixed, overflow="fold", vertical="top"
        )
    return table


def stacked(*parts: Text | None) -> Text:
    """Lines of one cell; empty ones are left out."""
    return Text("\n").join(part for part in parts if part is not None and part.plain)


def indented(part: RenderableType, by: int) -> Padding:
    """A part, so many columns to the right."""
    return Padding(part, (0, 0, 0, by), expand=False)


def kind_text(kind: Kind) -> Text:
    """A kind's name with room to fold it: "Air / drone strike"."""
    return Text(kind.value.replace("/", " / "))


def lines_of(*rows: Sequence[Text]) -> Table:
    """Rows without headings, each column as wide as its widest cell."""
    table = Table.grid(padding=(0, 2, 0, 0))
    for row in rows:
        table.add_row(*row)
    return table
