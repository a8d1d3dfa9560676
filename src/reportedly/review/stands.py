"""How each value of a field stands to the field's other values, in one word for a cell of the matrix."""

from __future__ import annotations

from enum import StrEnum

from reportedly.model import FieldView, RelationKind


class Stands(StrEnum):
    """The word for a value; where several fit, the first in this order."""

    CONTRADICTS = "contradicts"
    DENIED = "denied"
    UPDATED = "updated since"
    UPDATES = "updates"
    PART = "part of it"
    REFINES = "refines"
    BOTH_SIDES = "both sides agree"
    """A side and its opponent say it, and one of them speaks against its own interest."""
    AGREES = "agrees"
    REFINED = "less exact"
    OVERLAPS = "overlaps"
    ALONE = "alone"


OF_A: dict[RelationKind, Stands] = {
    RelationKind.CONTRADICTS: Stands.CONTRADICTS,
    RelationKind.UPDATES: Stands.UPDATED,
    RelationKind.REFINES: Stands.REFINED,
    RelationKind.AGREES: Stands.AGREES,
    RelationKind.OVERLAPS: Stands.OVERLAPS,
}
"""What a relation makes of the value that the other one is held against. Of the whole of a part it says nothing."""

OF_B = OF_A | {RelationKind.UPDATES: Stands.UPDATES, RelationKind.REFINES: Stands.REFINES, RelationKind.PART_OF: Stands.PART}

ORDER = {each: n for n, each in enumerate(Stands)}


def stands(view: FieldView) -> tuple[Stands, ...]:
    """A word for each of a field's values, in their order. One that two origins give agrees, whatever else is said."""
    found: list[set[Stands]] = [set() for _ in view.values]
    for relation in view.relations:
        for side, words in ((relation.a, OF_A), (relation.b, OF_B)):
            if relation.kind in words:
                found[side].add(words[relation.kind])
    for some, value in zip(found, view.values, strict=True):
        if value.denied_by and value.claims:
            some.add(Stands.DENIED)
        if value.origins > 1:
            some.add(Stands.AGREES)
        if value.against_interest:
            some.add(Stands.BOTH_SIDES)
    return tuple(min(some, key=ORDER.__getitem__, default=Stands.ALONE) for some in found)
