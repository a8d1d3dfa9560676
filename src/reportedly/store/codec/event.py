"""Events with their fields, and disputes, as rows."""

from __future__ import annotations

from reportedly.model import Dispute, Event, Field, FieldView, Kind, Relation, RelationKind, Status, ValueView
from reportedly.store.codec.parts import Row, members
from reportedly.store.codec.value import value_of, value_row

FIELDS, KINDS, STATUSES, RELATIONS = members(Field), members(Kind), members(Status), members(RelationKind)


def _value_view_row(view: ValueView) -> Row:
    return {
        "value": value_row(view.value),
        "claims": list(view.claims),
        "origins": view.origins,
        "denied_by": list(view.denied_by),
        "accepted": view.accepted,
        "against_interest": list(view.against_interest),
    }


def _value_view_of(field: Field, row: Row) -> ValueView:
    return ValueView(
        value=value_of(field, row["value"]),
        claims=tuple(row["claims"]),
        origins=row["origins"],
        denied_by=tuple(row["denied_by"]),
        accepted=row.get("accepted", False),
        against_interest=tuple(row.get("against_interest", ())),
    )


def _relation_row(relation: Relation) -> Row:
    return {"kind": relation.kind.value, "a": relation.a, "b": relation.b, "why": relation.why}


def _relation_of(row: Row) -> Relation:
    return Relation(kind=RELATIONS[row["kind"]], a=row["a"], b=row["b"], why=row["why"])


def field_view_row(view: FieldView) -> Row:
    """A field over all claims of an event as a row."""
    return {
        "field": view.field.value,
        "status": view.status.value,
        "values": [_value_view_row(each) for each in view.values],
        "relations": [_relation_row(each) for each in view.relations],
        "low": view.low,
        "best": view.best,
        "high": view.high,
    }


def field_view_of(row: Row) -> FieldView:
    """The field over all claims of an event of a row."""
    field = FIELDS[row["field"]]
    return FieldView(
        field=field,
        status=STATUSES[row["status"]],
        values=tuple(_value_view_of(field, each) for each in row["values"]),
        relations=tuple(_relation_of(each) for each in row["relations"]),
        low=row["low"],
        best=row["best"],
        high=row["high"],
    )


def event_row(event: Event) -> Row:
    """An event as a row."""
    return {
        "id": event.id,
        "kind": event.kind.value,
        "claims": list(event.claims),
        "reports": list(event.reports),
        "origins": event.origins,
        "origin_names": list(event.origin_names),
        "fields": [field_view_row(each) for each in event.fields],
    }


def event_of(row: Row) -> Event:
    """The event of a row."""
    return Event(
        id=row["id"],
        kind=KINDS[row["kind"]],
        claims=tuple(row["claims"]),
        reports=tuple(row["reports"]),
        origins=row["origins"],
        origin_names=tuple(row["origin_names"]),
        fields=tuple(field_view_of(each) for each in row["fields"]),
    )


def dispute_row(dispute: Dispute) -> Row:
    """A dispute as a row."""
    return {
        "event": dispute.event,
        "field": dispute.field.value,
        "kind": dispute.kind.value,
        "claims": list(dispute.claims),
        "why": dispute.why,
    }


def dispute_of(row: Row) -> Dispute:
    """The dispute of a row."""
    return Dispute(
        event=row["event"],
        field=FIELDS[row["field"]],
        kind=RELATIONS[row["kind"]],
        claims=tuple(row["claims"]),
        why=row["why"],
    )
