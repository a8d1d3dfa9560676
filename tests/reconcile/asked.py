"""What is asked of claims that are one event."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from tests.link.made import report

from reportedly.link.lineage import lineage
from reportedly.model import Claim, Dispute, Event, Field, FieldView, Report
from reportedly.reconcile.event import reconcile

R1, R2, R3 = report("r1"), report("r2"), report("r3")
LATER = report("r4", published=dt.date(2031, 5, 18))
ALL = (R1, R2, R3, LATER)


def event_of(claims: Sequence[Claim], reports: Sequence[Report] = ALL) -> tuple[Event, tuple[Dispute, ...]]:
    """All claims as one event."""
    (event,), disputes = reconcile(reports, claims, [[c.id for c in claims]], lineage(reports, claims))
    return event, disputes


def field_of(claims: Sequence[Claim], field: Field, reports: Sequence[Report] = ALL) -> FieldView:
    found = event_of(claims, reports)[0].get(field)
    assert found is not None
    return found


def relation(claims: Sequence[Claim], field: Field) -> tuple[str, ...]:
    return tuple(r.kind.value for r in field_of(claims, field).relations)


def disputed(claims: Sequence[Claim], reports: Sequence[Report] = ALL) -> list[tuple[Field, str]]:
    return [(d.field, d.kind.value) for d in event_of(claims, reports)[1]]
