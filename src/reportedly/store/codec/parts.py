"""The small parts that many rows hold: spans and days."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from enum import StrEnum
from typing import Any, TypeVar

from reportedly.model import Span

Row = dict[str, Any]
"""One object of JSON."""

Member = TypeVar("Member", bound=StrEnum)


def members(of: type[Member]) -> dict[str, Member]:
    """The members of an enum by their values: looked up millions of times when a large casebook is read."""
    return {each.value: each for each in of}


def span_row(span: Span) -> list[int]:
    """A span as `[start, end]`."""
    return [span.start, span.end]


def span_of(row: list[int]) -> Span:
    """The span of `[start, end]`."""
    return Span(row[0], row[1])


def spans_row(spans: Iterable[Span]) -> list[list[int]]:
    """Spans in their order."""
    return [span_row(span) for span in spans]


def spans_of(rows: list[list[int]]) -> tuple[Span, ...]:
    """Spans in their order."""
    return tuple(span_of(row) for row in rows)


def maybe_span_row(span: Span | None) -> list[int] | None:
    """A span, or None."""
    return None if span is None else span_row(span)


def maybe_span_of(row: list[int] | None) -> Span | None:
    """A span, or None."""
    return None if row is None else span_of(row)


def day_row(day: dt.date | None) -> str | None:
    """A day as YYYY-MM-DD, or None."""
    return None if day is None else day.isoformat()


def day_of(row: str | None) -> dt.date | None:
    """The day of YYYY-MM-DD, or None."""
    return None if row is None else dt.date.fromisoformat(row)
