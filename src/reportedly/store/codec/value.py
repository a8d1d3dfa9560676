"""What fields hold as rows: entities, places, counts, times and words. The field tells which it is."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from reportedly.model import (
    COUNT_FIELDS,
    ENTITY_FIELDS,
    PLACE_FIELDS,
    Count,
    Entity,
    EntityKind,
    Field,
    PlaceRole,
    Value,
    VictimClass,
    When,
    WhenBasis,
    Where,
)
from reportedly.store.codec.parts import Row, day_of, day_row, members

ENTITY_KINDS, ROLES, CLASSES, BASES = members(EntityKind), members(PlaceRole), members(VictimClass), members(WhenBasis)


def entity_row(entity: Entity) -> Row:
    """An entity as a row."""
    return {"name": entity.name, "id": entity.id, "kind": entity.kind.value}


def entity_of(row: Row) -> Entity:
    """The entity of a row."""
    return _entity(row["name"], row["id"], row["kind"])


@lru_cache(maxsize=65536)
def _entity(name: str, identity: str | None, kind: str) -> Entity:
    """One object for all rows that say the same: those who act are many claims' actors."""
    return Entity(name=name, id=identity, kind=ENTITY_KINDS[kind])


def where_row(where: Where) -> Row:
    """A place as a row."""
    return {
        "name": where.name,
        "id": where.id,
        "lat": where.lat,
        "lon": where.lon,
        "country": where.country,
        "precision": where.precision,
        "role": where.role.value,
        "parents": list(where.parents),
    }


def where_of(row: Row) -> Where:
    """The place of a row."""
    return Where(
        name=row["name"],
        id=row["id"],
        lat=row["lat"],
        lon=row["lon"],
        country=row["country"],
        precision=row["precision"],
        role=ROLES[row["role"]],
        parents=tuple(row["parents"]),
    )


def count_row(count: Count) -> Row:
    """A count as a row."""
    return {
        "low": count.low,
        "high": count.high,
        "wording": count.wording,
        "of": None if count.of is None else count.of.value,
        "part": count.part,
    }


def count_of(row: Row) -> Count:
    """The count of a row."""
    of = None if row["of"] is None else CLASSES[row["of"]]
    return Count(low=row["low"], high=row["high"], wording=row["wording"], of=of, part=row["part"])


def when_row(when: When) -> Row:
    """A time as a row."""
    return {"start": day_row(when.start), "end": day_row(when.end), "precision": when.precision, "basis": when.basis.value}


def when_of(row: Row) -> When:
    """The time of a row."""
    return When(start=day_of(row["start"]), end=day_of(row["end"]), precision=row["precision"], basis=BASES[row["basis"]])


def value_row(value: Value) -> Row | list[Row] | str:
    """A field's value as a row, a list of rows, or words."""
    if isinstance(value, tuple):
        return [entity_row(each) if isinstance(each, Entity) else where_row(each) for each in value]
    if isinstance(value, Count):
        return count_row(value)
    return when_row(value) if isinstance(value, When) else value


def value_of(field: Field, row: Any) -> Value:  # noqa: ANN401  (JSON of the shape that the field tells)
    """The value of a row of `field`."""
    if field in ENTITY_FIELDS:
        return tuple(entity_of(each) for each in row)
    if field in PLACE_FIELDS:
        return tuple(where_of(each) for each in row)
    if field in COUNT_FIELDS:
        return count_of(row)
    return when_of(row) if field is Field.WHEN else str(row)
