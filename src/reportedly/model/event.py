"""Events: sets of claims that speak of one happening, and why."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reportedly.model.claim import Field, Value
from reportedly.model.kind import Kind
from reportedly.model.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """One ground for or against two claims speaking of one happening.

    `likeness` is 0 (speaks fully against) to 1 (fully for); `weight` what it
    counts; `why` a short sentence for a reader.
    """

    rule: str
    likeness: float
    weight: float
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Why two claims are of one event. `a` is the claim that comes first in the casebook's order.

    `score` is the weighted mean of the reasons' likeness, 0–1.
    """

    a: str
    b: str
    score: float
    reasons: tuple[Reason, ...]


class LineageWhy(StrEnum):
    """How a report depends on an origin or on another report."""

    CITES = "cites"
    CREDITS = "credits"
    COPIES = "copies"


class Direction(StrEnum):
    """How it is known which of two reports with the same wording was there first."""

    CREDIT = "credit"
    """The copy credits or cites the source's outlet, and not the other way round."""
    TIME = "time"
    """The source was published on an earlier day."""
    CONTAINMENT = "containment"
    """Most of the copy is in the source, and clearly less of the source in the copy."""
    UNKNOWN = "unknown"
    """Nothing tells: which of the two is called the source is arbitrary, and nothing may rest on it."""


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class LineageEdge:
    """`source` fed `report`; where the direction is unknown, either fed the other.

    `source` is a voice's name for *cites* and *credits*, a report id for *copies*;
    `source_id` the voice's id, or the report id again. `span` are the words in
    `report` that show it (for copies: the longest shared stretch). `share` is, for copies,
    the part of the shorter one's own words that both have (0-1), else None; `direction` how it is known which of the two was first,
    and `source_span` where the longest shared stretch stands in the source, both None where nothing is copied.
    """

    report: str
    why: LineageWhy
    source: str
    source_id: str
    span: Span
    share: float | None = None
    direction: Direction | None = None
    source_span: Span | None = None

    @property
    def is_undirected(self) -> bool:
        """Whether two reports print the same words and nothing tells which of them was first."""
        return self.direction is Direction.UNKNOWN


class RelationKind(StrEnum):
    """How two values of one field stand to each other."""

    AGREES = "agrees"
    REFINES = "refines"
    OVERLAPS = "overlaps"
    UPDATES = "updates"
    PART_OF = "part of"
    CONTRADICTS = "contradicts"
    DENIES = "denies"


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """How value `b` stands to value `a`; both are indices into `FieldView.values`."""

    kind: RelationKind
    a: int
    b: int
    why: str


class Status(StrEnum):
    """What one field of an event looks like over all its claims."""

    SINGLE = "single"
    """One origin gives it."""
    AGREED = "agreed"
    """Two or more independent origins give compatible values."""
    UPDATED = "updated"
    """One origin's value changed with time (a rising toll)."""
    VARIES = "varies"
    """Values of one origin differ in wording or exactness without contradiction."""
    DISPUTED = "disputed"


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueView:
    """One value of a field: the claims that state it, and from how many independent origins.

    `denied_by` are claims that deny it; they never count in `origins`. `accepted`: a reviewer took it as the event's.
    `against_interest` are those of `claims` that speak against their own interest while an opponent, from another origin, says the same.
    """

    value: Value
    claims: tuple[str, ...]
    origins: int
    denied_by: tuple[str, ...] = ()
    accepted: bool = False
    against_interest: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldView:
    """A field over all claims of an event.

    `low`, `best`, `high` are set for counts only (UCDP's rule); None where no
    number can be given, and `high` also where every source leaves it open.
    """

    field: Field
    status: Status
    values: tuple[ValueView, ...]
    relations: tuple[Relation, ...] = ()
    low: int | None = None
    best: int | None = None
    high: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A set of claims that speak of one happening: a view that can be rebuilt at any time.

    `claims` are claim ids in the casebook's order; `reports` the ids of their
    reports, in the same order without repeats; `origins` the number of
    independent origins behind them; `origin_names` their names, sorted.
    """

    id: str
    kind: Kind
    claims: tuple[str, ...]
    reports: tuple[str, ...]
    origins: int
    origin_names: tuple[str, ...]
    fields: tuple[FieldView, ...]

    def get(self, field: Field) -> FieldView | None:
        """The view of a field, or None when no claim gives it."""
        return next((v for v in self.fields if v.field is field), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """*contradicts* or *denies* between values of different origins, on one field of one event."""

    event: str
    field: Field
    kind: RelationKind
    claims: tuple[str, ...]
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """One sentence that explains an event, and the ids of the claims that it is made from: never none."""

    text: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One test of arithmetic or sense on a claim. Shown, never silently repaired."""

    claim: str
    name: str
    passed: bool
    detail: str
