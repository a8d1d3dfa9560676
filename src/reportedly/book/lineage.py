"""Lineage for a reader: its edges in groups, and in words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from reportedly.model import Direction, LineageEdge
from reportedly.reconcile.roots import joined

NOT_TOLD = "which was first is not told"

HOW = {
    Direction.CREDIT: "by credit",
    Direction.TIME: "by date",
    Direction.CONTAINMENT: "by containment",
    Direction.UNKNOWN: NOT_TOLD,
}


def fed(edges: Iterable[LineageEdge]) -> tuple[tuple[LineageEdge, ...], ...]:
    """The edges from each source; and, of reports that print the same words while nothing tells which was first, those between them.

    Groups that concern most reports come first; within a group the edges keep their order.
    """
    known = list(edges)
    alike = [edge for edge in known if edge.is_undirected]
    ends = {end for edge in alike for end in (edge.source_id, edge.report)}
    first = {i: group[0] for group in joined(ends, [(e.source_id, e.report) for e in alike]) for i in group}
    groups: dict[tuple[bool, str], list[LineageEdge]] = defaultdict(list)
    for edge in known:
        groups[edge.is_undirected, first[edge.report] if edge.is_undirected else edge.source_id].append(edge)
    return tuple(sorted(map(tuple, groups.values()), key=lambda some: (-len(reports_of(some)), some[0].source, some[0].source_id)))


def reports_of(edges: Sequence[LineageEdge]) -> tuple[str, ...]:
    """The ids of the reports that a group is about, each once: those that a source fed, or all that print the same words."""
    both = (i for edge in edges for i in ((edge.source_id, edge.report) if edge.is_undirected else (edge.report,)))
    return tuple(dict.fromkeys(both))


def how_words(edge: LineageEdge) -> str:
    """How an edge's direction is known, in a few words; "" where nothing is copied, or an older version found it.

    >>> from reportedly.model import LineageWhy, Span
    >>> how_words(LineageEdge(report="b", why=LineageWhy.COPIES, source="a", source_id="a", span=Span(0, 9), direction=Direction.TIME))
    'by date'
    """
    return "" if edge.direction is None else HOW[edge.direction]


def why_words(edge: LineageEdge) -> str:
    """What an edge is: "cites", "credits", "copies", or "same words" where nothing tells which of two reports was first."""
    return "same words" if edge.is_undirected else edge.why.value
