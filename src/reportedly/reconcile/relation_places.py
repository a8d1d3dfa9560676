"""How two lists of places stand to each other."""

from __future__ import annotations

from reportedly.model import RelationKind, Value, Where

NEAR_KM = 25
"""UCDP's "near": one of two spots within this distance of each other, when one is only known to be near a place."""

SAME_KM = 5
"""Two points within this distance are one place."""

EXACT_KM = 10
"""Two exact places further apart than this are not one, even where one is a large town and the other a part of it."""

Found = tuple[RelationKind, str, bool]


def places(a: Value, b: Value) -> Found | None:
    """The relation of two lists of places; the last part tells that it is the first that stands so to the second."""
    one, other = _wheres(a), _wheres(b)
    if not one or not other:
        return None
    said = f"{_names(one)} and {_names(other)}"
    if _all_within(other, one) or _all_within(one, other):
        return RelationKind.REFINES, f"of {said} one lies within the other", not _all_within(other, one)
    if any(_same(x, y) for x in one for y in other):
        return _shared(one, other, said)
    if any(x.lies_in(y) or y.lies_in(x) for x in one for y in other):
        return RelationKind.OVERLAPS, f"{said} meet in part", False
    if all(_apart(x, y) for x in one for y in other):
        return RelationKind.CONTRADICTS, f"{said} are different places", False
    return RelationKind.OVERLAPS, f"{said} may be one area", False


def _shared(one: tuple[Where, ...], other: tuple[Where, ...], said: str) -> Found:
    if all(any(_same(x, y) for y in other) for x in one) and all(any(_same(x, y) for x in one) for y in other):
        return RelationKind.AGREES, f"{said} are one place", False
    longer = len(other) > len(one)
    if all(any(_same(x, y) for x in (other if longer else one)) for y in (one if longer else other)):
        return RelationKind.REFINES, f"of {said} one list says more", not longer
    return RelationKind.OVERLAPS, f"{said} share a place", False


def _wheres(value: Value) -> tuple[Where, ...]:
    return tuple(v for v in value if isinstance(v, Where)) if isinstance(value, tuple) else ()


def _names(wheres: tuple[Where, ...]) -> str:
    return " + ".join(w.name for w in wheres)


def _all_within(inner: tuple[Where, ...], outer: tuple[Where, ...]) -> bool:
    return all(any(x.lies_in(y) for y in outer) for x in inner)


def _same(x: Where, y: Where) -> bool:
    if (x.id is not None and x.id == y.id) or (x.name.casefold() == y.name.casefold() and x.country == y.country):
        return True
    km = x.km_to(y)
    if km is None or max(x.precision, y.precision) > 2:
        return False
    return km <= (NEAR_KM if 2 in (x.precision, y.precision) else SAME_KM)


def _apart(x: Where, y: Where) -> bool:
    """Whether two places exclude each other. Regions, whose centre says little, do so only in different countries."""
    if max(x.precision, y.precision) == 7:
        return False
    km = x.km_to(y)
    if max(x.precision, y.precision) <= 2 and km is not None:
        return km > (NEAR_KM if 2 in (x.precision, y.precision) else EXACT_KM)
    if max(x.precision, y.precision) <= 4 and min(x.precision, y.precision) == max(x.precision, y.precision):
        return x.id is not None and y.id is not None
    return x.country is not None and y.country is not None and x.country != y.country
