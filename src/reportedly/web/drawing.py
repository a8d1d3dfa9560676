"""The lineage of an event as a layered picture: origins, the reports that have it from them, and the copies of these."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from reportedly.book import BookEvent
from reportedly.book.words import counted
from reportedly.model import LineageEdge, LineageWhy, Report

ROW, BOX, GAP = 44, 30, 110
WIDTH = 210
MARGIN = 12
BULGE = 60
"""Pixels by which a line between boxes of one column goes out to the right."""

HEAD = 8
"""Pixels from the tip of an arrow's head to its foot."""

LONGEST = 28
"""Letters of a name in a box; the whole name is the box's title."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A node: its corner in pixels, the words in it, the whole name, and the address that it leads to ("" for an origin)."""

    x: int
    y: int
    words: str
    name: str
    address: str
    origin: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """An edge from one box to another, with why and the words that show it. `address` shows a copy beside its source, else "".

    `head` is the arrow's head, "" where nothing tells which of two reports was first.
    """

    path: str
    head: str
    why: str
    words: str
    address: str
    said: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """A picture of `width` by `height` pixels with boxes of the size `box`, and in words what it shows.

    `undirected`: some lines have no arrow.
    """

    width: int
    height: int
    boxes: tuple[Box, ...]
    lines: tuple[Line, ...]
    said: str
    undirected: bool
    box: tuple[int, int] = (WIDTH, BOX)


def drawing(event: BookEvent) -> Drawing:
    """Sources on the left, the reports in the middle, those that copy one of them on the right."""
    reports = {report.id: report for report in event.reports}
    edges = [edge for report in event.reports for edge in event.index.lineage.get(report.id, ())]
    speaking = {saying.voice.id for claim in event.claims for saying in claim.chain}
    edges = [e for e in edges if _concerns(e, reports, speaking)]
    copies = {e.report for e in edges if e.why is LineageWhy.COPIES and not e.is_undirected}
    sources = list(dict.fromkeys((e.source_id, e.source) for e in edges if e.why is not LineageWhy.COPIES))
    layers: list[list[str]] = [
        [identity for identity, _ in sources],
        [i for i in reports if i not in copies],
        [i for i in reports if i in copies],
    ]
    spots = _spots(layers)
    names = dict(sources)
    boxes = [_box(i, spots[i], names.get(i), reports.get(i)) for layer in layers for i in layer]
    tallest = max((len(layer) for layer in layers), default=0)
    columns = 3 if copies else 2
    return Drawing(
        width=columns * WIDTH + (columns - 1) * GAP + 2 * MARGIN + (BULGE if any(e.is_undirected for e in edges) else 0),
        height=max(1, tallest) * ROW + 2 * MARGIN,
        boxes=tuple(boxes),
        lines=tuple(_line(edge, spots, reports) for edge in edges),
        said=f"{counted(len(sources), 'source')}, {counted(len(reports), 'report')}, {counted(len(copies), 'copy', 'copies')} among them",
        undirected=any(e.is_undirected for e in edges),
    )


def _concerns(edge: LineageEdge, reports: Collection[str], speaking: Collection[str]) -> bool:
    """Whether an edge has to do with the event: a copy of one of its reports, a voice that speaks on it, or who is credited."""
    if edge.why is LineageWhy.COPIES:
        return edge.source_id in reports
    return edge.why is LineageWhy.CREDITS or edge.source_id in speaking


def _spots(layers: Sequence[Sequence[str]]) -> dict[str, tuple[int, int]]:
    """The corner of each box; shorter layers stand in the middle of the longest."""
    tallest = max((len(layer) for layer in layers), default=0)
    return {
        identity: (MARGIN + n * (WIDTH + GAP), MARGIN + row * ROW + (tallest - len(layer)) * ROW // 2)
        for n, layer in enumerate(layers)
        for row, identity in enumerate(layer)
    }


def _box(identity: str, spot: tuple[int, int], source: str | None, report: Report | None) -> Box:
    if report is None:
        name, address = source or identity, ""
    else:
        day = f", {report.published.isoformat()}" if report.published is not None else ""
        name, address = f"{report.outlet or report.file}{day}", f"/report/{report.id}"
    words = name if len(name) <= LONGEST else f"{name[: LONGEST - 1]}…"
    return Box(x=spot[0], y=spot[1], words=words, name=name, address=address, origin=report is None)


def _line(edge: LineageEdge, spots: Mapping[str, tuple[int, int]], reports: Mapping[str, Report]) -> Line:
    path, head = _path(spots[edge.source_id], spots[edge.report])
    words = " ".join(reports[edge.report].quote(edge.span).split())
    copied = reports.get(edge.source_id) if edge.why is LineageWhy.COPIES else None
    return Line(
        path=path,
        head="" if edge.is_undirected else head,
        why=edge.why.value,
        words=words[:200],
        address=f"/copies?report={edge.report}&of={edge.source_id}" if copied is not None else "",
        said=_said(edge, _name(reports[edge.report]), _name(copied)) if copied is not None else "",
    )


def _path(source: tuple[int, int], report: tuple[int, int]) -> tuple[str, str]:
    """A line from the right of one box to the left of another with its head; of boxes of one column from right to right."""
    (x, y), (far, down) = source, report
    same = x == far
    start, end = (x + WIDTH, y + BOX // 2), (far + (WIDTH if same else 0), down + BOX // 2)
    bend = start[0] + BULGE if same else (start[0] + end[0]) // 2
    back = HEAD if same else -HEAD
    path = f"M{start[0]},{start[1]} C{bend},{start[1]} {bend},{end[1]} {end[0]},{end[1]}"
    return path, f"M{end[0]},{end[1]} l{back},{-HEAD // 2} v{HEAD} z"


def _said(edge: LineageEdge, copy: str, source: str) -> str:
    if edge.is_undirected:
        return f"{source} and {copy} print the same words, which was first is not told: side by side"
    return f"{copy} copies {source}: side by side"


def _name(report: Report) -> str:
    return report.outlet or report.file
