"""What the casebook keeps of one capture, and what came of reading it."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.model import Claim, Problem, Report, Views
from reportedly.store.codec.parts import Row


@dataclass(frozen=True, slots=True, kw_only=True)
class Original:
    """One capture: `id` is that of the report it becomes, `data` its bytes, `told` what was said of them (JSON-able)."""

    id: str
    sha256: str
    data: bytes
    told: Row


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What came of reading one capture: a report with its claims, or a problem."""

    original: Original
    report: Report | None = None
    claims: tuple[Claim, ...] = ()
    problem: Problem | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What the casebook knows of a capture: the stamp and run it was read under, what was told of it, and its problem if any."""

    stamp: str
    run: int
    told: Row
    problem: Problem | None


Groupings = dict[str, list[Row]]
"""For each report what linking remembers of it (JSON-able)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """What was made of the reports that were linked: the views, and what linking remembers of those reports."""

    views: Views
    groupings: Groupings


@dataclass(frozen=True, slots=True, kw_only=True)
class Log:
    """Who makes a change: the stages by name with their versions, the stamp that stands for them, and the caller's time."""

    stamp: str
    versions: dict[str, int]
    at: str | None = None
