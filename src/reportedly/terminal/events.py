"""The table of events: when, where, what, who to whom, how many, by how many origins, and what is disputed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from reportedly.book import BookEvent, BookField
from reportedly.book.words import counted, field_words
from reportedly.model import PEOPLE_FIELDS, Field, Status
from reportedly.terminal.grid import grid, kind_text, stacked
from reportedly.terminal.safe import plain

WIDE = 110
"""Columns from which on every fact has a column of its own."""

ROOMY = 140
"""Columns from which on the numbers' headings are whole words."""

WORDS = ("reports", "origins", "disputes")
SHORTENED = ("rep.", "orig.", "disp.")
KEY_COUNTS = (*(f for f in Field if f in PEOPLE_FIELDS), Field.MUNITIONS, Field.TARGETS, Field.PLATFORM_COUNT)
SHOWN_COUNTS = 3
COUNT_NAMES = {Field.PLATFORM_COUNT: "platforms", Field.TARGETS: "targets", Field.MUNITIONS: "munitions"}


def events_table(events: Sequence[BookEvent], *, width: int) -> RenderableType:
    """Events as rows, for a screen of `width` columns."""
    if not events:
        return Text("No event fits.", style="faint")
    table = _wide(events, WORDS if width >= ROOMY else SHORTENED) if width >= WIDE else _narrow(events)
    return Group(table, Text(), Text(totals(events), style="faint"))


def totals(events: Iterable[BookEvent]) -> str:
    """How many events, reports and disputes are shown."""
    shown = list(events)
    reports = {report.id for event in shown for report in event.reports}
    disputes = sum(len(event.disputes) for event in shown)
    return f"{counted(len(shown), 'event')} from {counted(len(reports), 'report')}, {counted(disputes, 'dispute')}."


def _wide(events: Sequence[BookEvent], numbers: tuple[str, str, str]) -> Table:
    table = grid("id", "date", "place", "kind", "who → whom", "counts", *numbers, right=numbers, fixed=("id",))
    for event in events:
        table.add_row(
            Text(event.index.short[event.id], style="id"),
            date_cell(event),
            plain(str(event.place)),
            kind_text(event.kind),
            sides_cell(event),
            counts_cell(event),
            *_numbers(event),
        )
    return table


def _narrow(events: Sequence[BookEvent]) -> Table:
    table = grid("id", "date, place", "kind, who → whom", "counts", *SHORTENED, right=SHORTENED, fixed=("id",))
    for event in events:
        table.add_row(
            Text(event.index.short[event.id], style="id"),
            stacked(date_cell(event), plain(str(event.place))),
            stacked(kind_text(event.kind), sides_cell(event)),
            counts_cell(event),
            *_numbers(event),
        )
    return table


def date_cell(event: BookEvent) -> Text:
    """The day or days, or a dash where no claim gives any."""
    words = str(event.when)
    return plain(words) if words else Text("—", style="faint")


def sides_cell(event: BookEvent) -> Text:
    """Who → whom; a question mark for a side that no claim names."""
    if not event.actor.given and not event.target.given:
        return Text("—", style="faint")
    return Text(" → ", style="faint").join(_side(side) for side in (event.actor, event.target))


def _side(side: BookField) -> Text:
    return plain(str(side), "warn" if side.status is Status.DISPUTED else "") if side.given else Text("?", style="faint")


def counts_cell(event: BookEvent) -> Text:
    """The first counts that the event has, people before things; those that are disputed stand out."""
    given = [(name, event.field(name)) for name in KEY_COUNTS if event.field(name).low is not None]
    lines = [
        Text.assemble((str(field), "warn" if field.status is Status.DISPUTED else "number"), " ", COUNT_NAMES.get(name, field_words(name)))
        for name, field in given[:SHOWN_COUNTS]
    ]
    return stacked(*lines)


def _numbers(event: BookEvent) -> tuple[Text, Text, Text]:
    disputes = len(event.disputes)
    return (
        Text(str(len(event.reports))),
        Text(str(event.origins), style="number"),
        Text(str(disputes), style="bad") if disputes else Text("·", style="faint"),
    )
