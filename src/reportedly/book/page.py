"""An event's matrix as HTML for notebooks. Everything that comes from reports is escaped; nothing is loaded from anywhere."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from reportedly.book.words import field_words, range_words
from reportedly.model import Modality, Stance
from reportedly.review.matrix import Cell, Column, Entry, Matrix, Row

CELL = "text-align:left;vertical-align:top"
DISPUTED = "background:rgba(255,170,0,.18)"


def matrix_page(made: Matrix, summary: str, facts: str) -> str:
    """A table: a row a field, a column a voice, each value with its quote as its tooltip; `facts` is a line below the summary."""
    head = "".join(f'<th style="{CELL}" scope="col">{_voice(column)}</th>' for column in made.columns)
    body = "".join(_row(row) for row in made.rows)
    return (
        f'<div dir="auto"><strong>{_text(summary)}</strong><br><small>{_text(facts)}</small>'
        f'<table><thead><tr><th style="{CELL}" scope="col">field</th>{head}</tr></thead><tbody>{body}</tbody></table></div>'
    )


def _voice(column: Column) -> str:
    kind = "" if column.kind is None else f"<br><small>{_text(column.kind.value)}</small>"
    return f"{_text(column.name)}{kind}"


def _row(row: Row) -> str:
    toll = "" if row.low is None else f"<br><small>{_text(range_words(row.low, row.high))}</small>"
    name = f'<th style="{CELL}" scope="row">{_text(field_words(row.field))}<br><small>{_text(row.status.value)}</small>{toll}</th>'
    style = f' style="{DISPUTED}"' if row.disputed else ""
    return f"<tr{style}>{name}{''.join(_cell(cell) for cell in row.cells)}</tr>"


def _cell(cell: Cell) -> str:
    return f'<td style="{CELL}">{"<br>".join(_entries(cell))}</td>'


def _entries(cell: Cell) -> Iterator[str]:
    """One span for each different value, with all its quotes."""
    quotes: dict[str, list[str]] = {}
    for entry in cell:
        quotes.setdefault(said(entry), []).append(entry.quote)
    for words, some in quotes.items():
        yield f'<span dir="auto" title="{_text(" / ".join(dict.fromkeys(some)))}">{_text(words)}</span>'


def said(entry: Entry) -> str:
    """A value with how it is said, where that is no plain assertion of something that happened, or one against the voice's interest."""
    signs = [entry.stance.value] if entry.stance is not Stance.ASSERTS else []
    signs += [entry.modality.value] if entry.modality is not Modality.HAPPENED else []
    signs += ["against its own interest"] if entry.against_interest else []
    through = f" via {', '.join(entry.through)}" if entry.through else ""
    return f"{entry.words}{through}" + (f" [{', '.join(signs)}]" if signs else "")


def _text(words: str) -> str:
    return escape(" ".join(words.split()), quote=True)
