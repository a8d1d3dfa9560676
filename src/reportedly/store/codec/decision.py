"""Decisions as rows."""

from __future__ import annotations

from reportedly.model import Act, Anchor, Decision, Field, Kind
from reportedly.store.codec.claim import stated_of, stated_row
from reportedly.store.codec.parts import Row, span_of, span_row


def _anchor_row(anchor: Anchor) -> Row:
    return {"claim": anchor.claim, "report": anchor.report, "kind": anchor.kind.value, "trigger": span_row(anchor.trigger)}


def _anchor_of(row: Row) -> Anchor:
    return Anchor(claim=row["claim"], report=row["report"], kind=Kind(row["kind"]), trigger=span_of(row["trigger"]))


def decision_row(decision: Decision) -> Row:
    """A decision as a row."""
    return {
        "number": decision.number,
        "act": decision.act.value,
        "event": decision.event,
        "claims": [_anchor_row(each) for each in decision.claims],
        "others": [_anchor_row(each) for each in decision.others],
        "field": None if decision.field is None else decision.field.value,
        "stated": None if decision.stated is None else stated_row(decision.stated),
        "was": decision.was,
        "reason": decision.reason,
        "reviewer": decision.reviewer,
        "at": decision.at,
        "seen": decision.seen,
        "undoes": decision.undoes,
    }


def decision_of(row: Row) -> Decision:
    """The decision of a row."""
    return Decision(
        number=row["number"],
        act=Act(row["act"]),
        event=row["event"],
        claims=tuple(_anchor_of(each) for each in row["claims"]),
        others=tuple(_anchor_of(each) for each in row["others"]),
        field=None if row["field"] is None else Field(row["field"]),
        stated=None if row["stated"] is None else stated_of(row["stated"]),
        was=row["was"],
        reason=row["reason"],
        reviewer=row["reviewer"],
        at=row["at"],
        seen=row["seen"],
        undoes=row["undoes"],
    )
