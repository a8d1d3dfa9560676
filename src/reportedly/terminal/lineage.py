"""Lineage: which origin fed which reports, and the words that show it."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from reportedly.book.index import Index
from reportedly.book.words import counted
from reportedly.model import LineageEdge, LineageWhy
from reportedly.terminal.claims import source_words
from reportedly.terminal.context import in_context
from reportedly.terminal.grid import indented
from reportedly.terminal.safe import plain

VERBS = {LineageWhy.CITES: "cited by", LineageWhy.CREDITS: "credited by", LineageWhy.COPIES: "copied by"}


def lineage_list(edges: Sequence[LineageEdge], index: Index) -> RenderableType:
    """Edges grouped by what they start from, that with the most reports first."""
    if not edges:
        return Text("No report names or copies a source.", style="faint")
    groups: dict[str, list[LineageEdge]] = {}
    for edge in edges:
        groups.setdefault(edge.source_id, []).append(edge)
    parts: list[RenderableType] = []
    for source in sorted(groups, key=lambda s: (-len({e.report for e in groups[s]}), groups[s][0].source, s)):
        parts += [Text()] if parts else []
        parts += _group(groups[source], index)
    said = f"{counted(len(edges), 'edge')} from {counted(len(groups), 'source')} to {counted(len({e.report for e in edges}), 'report')}."
    return Group(*parts, Text(), Text(said, style="faint"))


def _group(edges: Sequence[LineageEdge], index: Index) -> list[RenderableType]:
    first = edges[0]
    origin = index.reports.get(first.source_id)
    name = plain(first.source, "name") if origin is None else plain(source_words(origin), "name")
    lines: list[RenderableType] = [Text.assemble(name, (f"  → {counted(len({e.report for e in edges}), 'report')}", "faint"))]
    for edge in edges:
        report = index.reports[edge.report]
        head = Text.assemble((VERBS[edge.why], "warn"), " ", plain(source_words(report)), "  ", (index.short[report.id], "id"))
        lines.append(indented(head, 2))
        lines.append(indented(in_context(report, edge.span), 4))
    return lines
