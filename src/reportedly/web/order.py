"""The order in which pages, and the tables that are downloaded from them, show things."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reportedly.link.why import Why
from reportedly.model import LineageEdge, Reason, Report
from reportedly.review.matrix import Matrix, Row


def by_day(reports: Iterable[Report]) -> list[Report]:
    """Reports by day of publication, undated ones last, then by outlet."""
    return sorted(reports, key=lambda r: (r.published is None, r.published and r.published.toordinal(), r.outlet or "", r.id))


def by_source(edges: Iterable[LineageEdge]) -> list[list[LineageEdge]]:
    """Edges in groups of one source, those behind most reports first."""
    groups: dict[str, list[LineageEdge]] = {}
    for edge in edges:
        groups.setdefault(edge.source_id, []).append(edge)
    return sorted(groups.values(), key=lambda some: (-len({edge.report for edge in some}), some[0].source, some[0].source_id))


def by_origin(names: Sequence[str | None]) -> list[int]:
    """The columns of a matrix by their origins' names: those of one origin side by side, origins in the order of their first column."""
    first = {name: n for n, name in reversed(list(enumerate(names))) if name is not None}
    return sorted(range(len(names)), key=lambda n: (first.get(names[n], n) if names[n] is not None else n, n))  # type: ignore[arg-type]


def disputed_first(matrix: Matrix) -> list[Row]:
    """The rows of a matrix, disputed fields first."""
    return sorted(matrix.rows, key=lambda row: not row.disputed)


def by_bearing(why: Why) -> list[Reason]:
    """The reasons for and against two claims being of one event, those that bear most first."""
    return sorted(why.link.reasons, key=lambda r: (-abs(r.weight * (r.likeness - 0.5)), r.rule))
