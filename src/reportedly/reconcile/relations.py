"""How two values of one field stand to each other."""

from __future__ import annotations

from typing import NamedTuple

from reportedly.model import COUNT_FIELDS, ENTITY_FIELDS, PEOPLE_FIELDS, PLACE_FIELDS, Count, Family, Field, RelationKind, When
from reportedly.reconcile.held import WHOLE, Held, is_part
from reportedly.reconcile.relation_names import entities
from reportedly.reconcile.relation_places import places

ROUND_KM = 0.1
"""Distances within a tenth of each other are one distance, rounded differently."""


class Stand(NamedTuple):
    """How the second of two values stands to the first; with `turned`, how the first stands to the second."""

    kind: RelationKind
    why: str
    turned: bool = False


def relate(field: Field, family: Family, a: Held, b: Held) -> Stand | None:
    """The relation of two values, or None when they speak of different things or one is unresolved."""
    if field in COUNT_FIELDS:
        return _counts(field, a, b)
    if field is Field.WHEN:
        return _whens(a, b)
    if field in PLACE_FIELDS:
        found = places(a.value, b.value)
    elif field in ENTITY_FIELDS:
        found = entities(field, family, a, b)
    else:
        found = _words(field, str(a.value), str(b.value))
    return Stand(*found) if found else None


def _counts(field: Field, a: Held, b: Held) -> Stand | None:
    one, other = a.value, b.value
    if not isinstance(one, Count) or not isinstance(other, Count):
        return None
    part_a, part_b = _is_part(a, one), _is_part(b, other)
    if part_a != part_b:
        return _part(one, other, turned=part_a)
    if part_a and (one.of is not other.of or not _meeting_totals(a, b)):
        return None
    said = f"“{one.wording}” and “{other.wording}”"
    if _meet(one, other) or (field is Field.DISTANCE_KM and abs(one.low - other.low) <= ROUND_KM * max(one.low, other.low)):
        return Stand(RelationKind.OVERLAPS, f"{said} can both be right")
    newer = newer_of(a, b) or _greater_of_one_report(field, a, b)
    if newer is not None:
        return Stand(RelationKind.UPDATES, f"the same origin gives {said}, one later than the other", turned=newer is a)
    return None if part_a and one.of in WHOLE else Stand(RelationKind.CONTRADICTS, f"{said} cannot both be right")


def _is_part(held: Held, count: Count) -> bool:
    return held.partial or is_part(count)


def _meeting_totals(a: Held, b: Held) -> bool:
    """Whether two parts can be of one total: four children of 39 dead are no other number than five of 50."""
    return not a.totals or not b.totals or any(_meet(x, y) for x in a.totals for y in b.totals)


def _part(one: Count, other: Count, *, turned: bool) -> Stand | None:
    """How a count of some stands to a count of all. `turned` tells that the first is the part."""
    part, whole = (one, other) if turned else (other, one)
    if whole.high is None or part.low <= whole.high:
        return Stand(RelationKind.PART_OF, f"“{part.wording}” are some of “{whole.wording}”", turned)
    if part.of in WHOLE:
        return None
    return Stand(RelationKind.CONTRADICTS, f"“{part.wording}” are more than all, “{whole.wording}”")


def _meet(one: Count, other: Count) -> bool:
    return (other.high is None or one.low <= other.high) and (one.high is None or other.low <= one.high)


def newer_of(a: Held, b: Held) -> Held | None:
    """Of two values with a common origin, the one that it was first printed with later; None when nothing tells."""
    days = [(a.first[o], b.first[o]) for o in sorted(a.first.keys() & b.first.keys()) if a.first[o] != b.first[o]]
    if not days:
        return None
    return b if days[0][1] > days[0][0] else a


def _greater_of_one_report(field: Field, a: Held, b: Held) -> Held | None:
    """Of two numbers of people that one report has from one origin the greater: the less is what it was before."""
    if field not in PEOPLE_FIELDS or a.sources.isdisjoint(b.sources) or not isinstance(a.value, Count) or not isinstance(b.value, Count):
        return None
    return a if a.value.low > b.value.low else b


def _whens(a: Held, b: Held) -> Stand | None:
    one, other = a.value, b.value
    if not isinstance(one, When) or not isinstance(other, When) or (apart := one.days_apart(other)) is None:
        return None
    said = f"{_days(one)} and {_days(other)}"
    if other.lies_in(one) or one.lies_in(other):
        return Stand(RelationKind.REFINES, f"of {said} one lies within the other", turned=not other.lies_in(one))
    if apart == 0:
        return Stand(RelationKind.OVERLAPS, f"{said} share days")
    newer = newer_of(a, b) if a.outlets == b.outlets else None
    if newer is not None:
        return Stand(RelationKind.UPDATES, f"the same outlet gave {said}, one later than the other", turned=newer is a)
    return Stand(RelationKind.CONTRADICTS, f"{said} share no day")


def _days(when: When) -> str:
    if when.end is None:
        return f"{when.start} onwards"
    return str(when.start) if when.end == when.start else f"{when.start} to {when.end}"


OPPOSITES = ({"before", "beforehand", "advance", "prior", "ahead"}, {"after", "afterwards", "afterward", "following"})
"""Words of time that exclude each other."""


def _words(field: Field, one: str, other: str) -> tuple[RelationKind, str, bool]:
    """Words never contradict, except that before is not after. "Hit" and "destroyed" differ in strength only."""
    mine, yours = set(one.casefold().split()), set(other.casefold().split())
    early, late = OPPOSITES
    for x, y in ((mine, yours), (yours, mine)):
        if x & early and y & late and not x & late and not y & early:
            return RelationKind.CONTRADICTS, f"“{one}” and “{other}” exclude each other", False
    if mine < yours or yours < mine:
        return RelationKind.REFINES, f"of “{one}” and “{other}” one says more", yours < mine
    return RelationKind.OVERLAPS, f"“{one}” and “{other}” are different words on the {field.value}", False
