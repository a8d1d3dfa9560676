"""The order in which pages, and the tables that are downloaded from them, show things."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.link.why import Why
from reportedly.model import Reason
from reportedly.review.matrix import Matrix, Row


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
