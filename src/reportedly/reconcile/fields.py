"""One field of an event: its values, their relations, its status and, for numbers, low, best and high."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from reportedly.model import Claim, Count, Field, FieldView, Relation, RelationKind, Status, ValueView, family
from reportedly.reconcile.denials import opposed
from reportedly.reconcile.held import WHOLE, Happening, Held, held
from reportedly.reconcile.interest import admitted
from reportedly.reconcile.relations import Stand, relate

COMPATIBLE = frozenset({RelationKind.AGREES, RelationKind.REFINES, RelationKind.OVERLAPS})

Conflict = tuple[int, int, str]
"""Two indices into the values of a field, and why they cannot both be right."""


def values(field: Field, happening: Happening) -> tuple[list[Held], list[Relation]]:
    """The values of a field and how they stand to each other, each pair at most once."""
    found = held(field, happening)
    pairs = combinations(range(len(found)), 2)
    stands = {(a, b): relate(field, family(happening.kind), found[a], found[b]) for a, b in pairs}
    admissions = zip(_with_denials(field, happening, found, stands), admitted(field, found, happening), strict=True)
    known = [replace(one, admitted=some) if some else one for one, some in admissions]
    return known, [_relation(pair, stand) for pair, stand in stands.items() if stand is not None]


def _relation(pair: tuple[int, int], stand: Stand) -> Relation:
    a, b = reversed(pair) if stand.turned else pair
    return Relation(kind=stand.kind, a=a, b=b, why=stand.why)


def _with_denials(field: Field, happening: Happening, found: list[Held], stands: Mapping[tuple[int, int], Stand | None]) -> list[Held]:
    """Values with all who deny them: what is denied, what is compatible with it, or every opposed value when no value is named."""
    deniers: list[list[Claim]] = [list(h.denied_by) for h in found]
    for (a, b), stand in stands.items():
        if stand is not None and stand.kind in COMPATIBLE:
            deniers[a] += [c for c in found[b].denied_by if found[a].claims]
            deniers[b] += [c for c in found[a].denied_by if found[b].claims]
    for denial in happening.claims:
        if happening.issues.get(denial.id) is field and denial.get(field) is None:
            against = {c.id for c in opposed(denial, happening.claims)}
            for n, one in enumerate(found):
                if any(c.id in against for c in one.claims):
                    deniers[n].append(denial)
    return [replace(one, denied_by=happening.ordered(deniers[n])) if deniers[n] else one for n, one in enumerate(found)]


def conflicts(field: Field, found: Sequence[Held], relations: Sequence[Relation]) -> list[Conflict]:
    """The contradictions that are disputes: between values of different origins.

    Two different outlets that give days without overlap for one happening disagree as outlets, even where both rest on one
    statement: the day is what an outlet itself works out from it.
    """
    clashing = [r for r in relations if r.kind is RelationKind.CONTRADICTS]
    return [(r.a, r.b, r.why) for r in clashing if _independent(field, found[r.a], found[r.b])]


def _independent(field: Field, a: Held, b: Held) -> bool:
    if not a.origins or not b.origins:
        return False
    if field is Field.WHEN and len(a.outlets | b.outlets) > 1:
        return True
    return len(a.origins | b.origins) > 1


def view(field: Field, found: Sequence[Held], relations: Sequence[Relation], *, disputed: bool) -> FieldView:
    """The view of a field.

    For counts `low` is the least and `high` the greatest number that someone asserts and nobody denies (or that is denied,
    where nothing else is left); `best` the number with the most origins, the lower of equals, without values that their own
    origin has replaced by a later or an exact one. Counts of everybody go before counts of a class, and these before parts.
    """
    low, best, high = _range(found, relations)
    return FieldView(
        field=field,
        status=_status(found, relations, disputed=disputed),
        values=tuple(
            ValueView(
                value=h.value,
                claims=tuple(c.id for c in h.claims),
                origins=len(h.origins),
                denied_by=tuple(c.id for c in h.denied_by),
                against_interest=tuple(c.id for c in h.admitted),
            )
            for h in found
        ),
        relations=tuple(relations),
        low=low,
        best=best,
        high=high,
    )


def _status(found: Sequence[Held], relations: Sequence[Relation], *, disputed: bool) -> Status:
    if disputed:
        return Status.DISPUTED
    if any(r.kind is RelationKind.UPDATES for r in relations):
        return Status.UPDATED
    compatible = [(found[r.a], found[r.b]) for r in relations if r.kind in COMPATIBLE]
    if any(len(h.origins) > 1 for h in found) or any(a.origins and b.origins and len(a.origins | b.origins) > 1 for a, b in compatible):
        return Status.AGREED
    return Status.VARIES if len(found) > 1 else Status.SINGLE


def _range(found: Sequence[Held], relations: Sequence[Relation]) -> tuple[int | None, int | None, int | None]:
    counted = [(n, h, h.value) for n, h in enumerate(found) if isinstance(h.value, Count) and h.origins]
    counted = [each for each in counted if not each[1].denied_by] or counted
    for wanted in (_of_all, _of_a_class, _any):
        some = [each for each in counted if wanted(each[1], each[2])]
        if some:
            break
    else:
        return None, None, None
    replaced = {r.a for r in relations if r.kind is RelationKind.UPDATES}
    replaced |= {n for n, h, c in some if any(_is_exacter(other, h, c) for m, other, _ in some if m not in replaced)}
    current = [(h, c) for n, h, c in some if n not in replaced] or [(h, c) for _, h, c in some]
    best = min(current, key=lambda each: (-len(each[0].origins), each[1].low))[1].low
    tops = [c.high for _, _, c in some if c.high is not None]
    high = max([*tops, *(c.low for _, _, c in some)]) if tops else None
    return min(c.low for _, _, c in some), best, high


def _is_exacter(other: Held, held: Held, count: Count) -> bool:
    """Whether the origins of an open number ("dozens") give an exact one within it too."""
    exact = other.value
    return (
        isinstance(exact, Count)
        and exact.high is not None
        and count.high is None
        and exact.low > count.low
        and other.origins >= held.origins
    )


def _of_all(held: Held, count: Count) -> bool:
    return not held.partial and not count.part and count.of in WHOLE


def _of_a_class(held: Held, count: Count) -> bool:
    return not count.part and (not held.partial or count.of not in WHOLE)


def _any(_: Held, count: Count) -> bool:
    return count.low >= 0
