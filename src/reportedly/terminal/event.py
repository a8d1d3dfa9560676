"""One event: who says what, field by field; then what is disputed, which checks failed, and where it all comes from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from reportedly.book import BookEvent
from reportedly.book.index import Index
from reportedly.book.page import said
from reportedly.book.ties import tie_groups
from reportedly.book.words import counted, field_words, toll_words
from reportedly.model.words import in_words
from reportedly.reconcile.beside import called
from reportedly.review.matrix import Cell, Column, Entry, Matrix, Row
from reportedly.terminal.claims import source_words
from reportedly.terminal.context import in_context
from reportedly.terminal.disputes import dispute_lines
from reportedly.terminal.grid import grid, indented, lines_of, stacked
from reportedly.terminal.safe import plain

FIELD_WIDTH = 14
"""Columns of the screen for the names of fields."""

VOICE_WIDTH = 20
"""Columns of the screen that a voice needs to be read; 30 with quotes."""

QUOTED_WIDTH = 30


def event_page(event: BookEvent, *, width: int, quotes: bool = False) -> RenderableType:
    """An event for a screen of `width` columns; `quotes` shows the report's words under each value."""
    parts: list[RenderableType] = [event_head(event), Text(), *(indented(plain(remark.text), 2) for remark in event.explanation)]
    parts += [part for block in blocks(event, width, quotes=quotes) for part in (Text(), block)]
    if event.disputes:
        parts += [Text(), Text(counted(len(event.disputes), "dispute"), style="head")]
        parts += [indented(dispute_lines(dispute, event.index), 2) for dispute in event.disputes]
    parts += _ties(event)
    parts += _growth(event)
    if event.checks:
        parts += [Text(), Text(f"{counted(len(event.checks), 'check')} failed", style="head"), *_checks(event)]
    return Group(*parts, Text(), origins_line(event), *_reports(event))


def event_head(event: BookEvent) -> Text:
    """The event in a line, its id and its numbers."""
    numbers = f"{counted(len(event.claims), 'claim')} · {counted(len(event.reports), 'report')} · {counted(event.origins, 'origin')}"
    disputes = Text(f" · {counted(len(event.disputes), 'dispute')}", style="bad") if event.disputes else Text()
    return stacked(plain(event.summary, "name"), Text.assemble((event.id, "id"), "  ", numbers, disputes))


def blocks(event: BookEvent, width: int, *, quotes: bool) -> Iterator[Table]:
    """The matrix in blocks of as many voices as can be read side by side."""
    made = event.matrix()
    fits = max(1, (width - FIELD_WIDTH) // ((QUOTED_WIDTH if quotes else VOICE_WIDTH) + 2))
    pieces = -(-len(made.columns) // fits)
    size = -(-len(made.columns) // pieces) if pieces else 1
    for start in range(0, len(made.columns), size):
        yield _block(event, made, range(start, min(start + size, len(made.columns))), quotes=quotes)


def _block(event: BookEvent, made: Matrix, shown: range, *, quotes: bool) -> Table:
    """Some voices' columns; rows in which none of them says anything are left out."""
    table = grid("")
    table.padding = (0, 1, 1 if quotes else 0, 0)
    table.columns[0].width = FIELD_WIDTH
    for n in shown:
        table.add_column(voice_head(made.columns[n]), ratio=1, overflow="fold", vertical="top")
    for row in made.rows:
        cells = [row.cells[n] for n in shown]
        if any(cells):
            table.add_row(_field(row), *(cell_text(cell, event.index if quotes else None) for cell in cells))
    return table


def voice_head(column: Column) -> Text:
    """Who speaks, what they are, and in how many reports."""
    kind = "own voice" if column.kind is None else column.kind.value
    facts = kind if column.reports == 1 else f"{kind}, {counted(column.reports, 'report')}"
    return stacked(plain(column.name.removesuffix(" (own voice)"), "name"), Text(facts, style="faint"))


def _field(row: Row) -> Text:
    name = Text(field_words(row.field), style="bad" if row.disputed else "head")
    toll = Text(toll_words(row.low, row.best, row.high), style="number") if row.low is not None else None
    return stacked(name, Text(row.status.value, style="bad" if row.disputed else "faint"), toll)


def cell_text(cell: Cell, quoting: Index | None) -> Text:
    """What a voice says on a field, each different value once; a dot where it says nothing. `quoting` has the reports to quote."""
    if not cell:
        return Text("·", style="faint")
    values: dict[str, list[Entry]] = {}
    for entry in cell:
        values.setdefault(said(entry), []).append(entry)
    return stacked(*(part for words, entries in values.items() for part in _value(words, entries, quoting)))


def _value(words: str, entries: Sequence[Entry], quoting: Index | None) -> Iterator[Text]:
    times = f" ×{len(entries)}" if len(entries) > 1 else ""
    yield Text.assemble(plain(words), (times, "faint"))
    if quoting is not None:
        spans = {(entry.report, entry.text_span or entry.span): entry.span for entry in entries}
        yield from (in_context(quoting.reports[report], span, within) for (report, span), within in spans.items())


def _ties(event: BookEvent) -> list[RenderableType]:
    """How it stands to other events, each with its id and why."""
    parts: list[RenderableType] = []
    for words, some in tie_groups(event):
        parts += [Text(), Text(words, style="head")]
        for tie in some:
            other = event.index.events[tie.other(event.id)]
            parts.append(indented(Text.assemble((event.index.short[other.id], "id"), "  ", plain(called(other), "name")), 2))
            parts.append(indented(plain(tie.why, "faint"), 4))
    return parts


def _growth(event: BookEvent) -> list[RenderableType]:
    """How the number of the dead grew, where more than one was given."""
    steps = event.growth()
    if len({(step.count.low, step.count.high) for step in steps}) < 2:
        return []
    rows = [
        (
            Text(str(step.day) if step.day is not None else "day not known", style="faint", no_wrap=True),
            Text(in_words(step.count), style="number"),
            Text("" if not step.change else f"{step.change:+,}", style="faint"),
            plain(", ".join(step.voices)),
        )
        for step in steps
    ]
    return [Text(), Text("How the number of killed was told", style="head"), indented(lines_of(*rows), 2)]


def _checks(event: BookEvent) -> list[RenderableType]:
    lines = (Text.assemble(("! ", "bad"), plain(check.detail), "  ", (event.index.short[check.claim], "id")) for check in event.checks)
    return [indented(line, 2) for line in lines]


def origins_line(event: BookEvent) -> Text:
    """The independent roots behind the event, by name."""
    names = plain("; ".join(event.origin_names)) if event.origin_names else Text("none: nobody asserts it", style="faint")
    return Text.assemble((f"{counted(event.origins, 'independent origin')}: ", "head"), names)


def _reports(event: BookEvent) -> list[RenderableType]:
    rows = [
        (
            Text(event.index.short[report.id], style="id", no_wrap=True),
            plain(source_words(report)),
            plain(report.title) if report.title else plain(report.file, "faint"),
        )
        for report in event.reports
    ]
    return [Text(f"{counted(len(event.reports), 'report')}:", style="head"), indented(lines_of(*rows), 2)]
