"""Lineage: which origin fed which reports, and the words that show it."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from reportedly.book.index import Index
from reportedly.book.lineage import fed, how_words, reports_of
from reportedly.book.words import counted
from reportedly.model import LineageEdge, LineageWhy
from reportedly.terminal.claims import source_words
from reportedly.terminal.context import in_context
from reportedly.terminal.grid import indented
from reportedly.terminal.safe import plain

VERBS = {LineageWhy.CITES: "cited by", LineageWhy.CREDITS: "credited by", LineageWhy.COPIES: "copied by"}


def lineage_list(edges: Sequence[LineageEdge], index: Index) -> RenderableType:
    """Edges grouped by what they start from, that with the most reports first; reports with the same words are a group."""
    if not edges:
        return Text("No report names or copies a source.", style="faint")
    groups = fed(edges)
    parts: list[RenderableType] = []
    for group in groups:
        parts += [Text()] if parts else []
        parts += _group(group, index)
    said = f"{counted(len(edges), 'edge')} in {counted(len(groups), 'group')} to {counted(len({e.report for e in edges}), 'report')}."
    return Group(*parts, Text(), Text(said, style="faint"))


def _group(edges: Sequence[LineageEdge], index: Index) -> list[RenderableType]:
    concerned = Text(f"  → {counted(len(reports_of(edges)), 'report')}", style="faint")
    lines: list[RenderableType] = [Text.assemble(_head(edges, index), concerned)]
    for edge in edges:
        report = index.reports[edge.report]
        verb = "same words in" if edge.is_undirected else VERBS[edge.why]
        how = how_words(edge)
        head = Text.assemble((verb, "warn"), " ", plain(source_words(report)), "  ", (index.short[report.id], "id"))
        if how:
            head.append(f"  {how}", style="faint")
        lines.append(indented(head, 2))
        lines.append(indented(in_context(report, edge.span), 4))
    return lines


def _head(edges: Sequence[LineageEdge], index: Index) -> Text:
    """What a group starts from: a source, or a report with the same words as the others."""
    first = edges[0]
    origin = index.reports.get(first.source_id)
    return plain(first.source, "name") if origin is None else plain(source_words(origin), "name")
