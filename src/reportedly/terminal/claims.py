"""Claims as rows: who says what, and the words they stand on."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from reportedly.book.index import Index
from reportedly.book.words import chain_words, counted, field_words, stated_words
from reportedly.model import Claim, Modality, Report, Stance
from reportedly.terminal.grid import grid, kind_text, stacked
from reportedly.terminal.safe import plain

LONGEST_QUOTE = 240
"""Characters of a quote in a row; `report` shows it whole."""


def claims_table(claims: Sequence[Claim], index: Index) -> RenderableType:
    """Claims as rows."""
    if not claims:
        return Text("No claim fits.", style="faint")
    table = grid("id", "who says it", "what", "quote", fixed=("id",))
    for claim in claims:
        report = index.reports[claim.report]
        event = index.event_of.get(claim.id)
        ids = [Text(index.short[claim.id], style="id"), Text(index.short[report.id], style="faint")]
        ids += [Text(index.short[event], style="faint")] if event is not None else []
        table.add_row(
            stacked(*ids),
            stacked(plain(chain_words(claim, report), "name"), plain(report.outlet or report.file, "faint") if claim.chain else None),
            what_cell(claim),
            plain(cut(index.quote(claim)), "quote"),
        )
    return Group(
        table, Text(), Text(f"{counted(len(claims), 'claim')}. Under each claim's id: its report's and its event's.", style="faint")
    )


def what_cell(claim: Claim) -> Text:
    """The kind, how it is said, and a line a field."""
    values = [Text.assemble((field_words(stated.field), "faint"), " ", plain(stated_words(stated))) for stated in claim.values]
    return stacked(Text.assemble(kind_text(claim.kind), manner(claim), style="name"), *values)


def manner(claim: Claim) -> Text:
    """How a claim is said, where it is no plain assertion of something that happened."""
    signs = Text()
    if claim.stance is not Stance.ASSERTS:
        signs.append(f" {claim.stance.value}", style="bad")
    if claim.modality is not Modality.HAPPENED:
        signs.append(f" {claim.modality.value}", style="warn")
    return signs


def cut(words: str) -> str:
    """Words that fit into a row; what is cut is said."""
    words = " ".join(words.split())
    return words if len(words) <= LONGEST_QUOTE else f"{words[:LONGEST_QUOTE].rsplit(' ', 1)[0]} …"


def source_words(report: Report) -> str:
    """A report by its outlet, or its file where the outlet is not known, and its day."""
    day = report.published.isoformat() if report.published is not None else "undated"
    return f"{report.outlet or report.file}, {day}"
