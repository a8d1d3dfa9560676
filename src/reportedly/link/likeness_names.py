"""Comparisons of two claims by who, with what, how many, and in which words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportedly.link.facts import COMMON, ClaimFacts
from reportedly.link.likeness import Opinion, foremost, same_speaker
from reportedly.model import COUNT_FIELDS, Count, Entity, EntityKind, Family, Field, weapon_family

BOTH_SIDES = frozenset({Family.BATTLES, Family.PROTESTS})
"""Families in which a report may name either side first."""

VAGUE_KINDS = frozenset({EntityKind.UNKNOWN, EntityKind.CIVILIANS, EntityKind.OBJECT})
"""Entities that tell one happening from another only a little."""

SMALL_COUNT = 3
"""Numbers below are too common to tell happenings apart."""


FAR_APART, LARGE = 20, 1000
"""A number so many times another, and so large, is that of a war and not of one happening."""


def actor(a: ClaimFacts, b: ClaimFacts) -> Opinion | None:
    """Who did it. In battles either side may be named first."""
    if a.family in BOTH_SIDES and b.family in BOTH_SIDES:
        return entities_alike((*a.actors, *a.targets), (*b.actors, *b.targets), "sides", otherwise=0.15)
    return entities_alike(a.actors, b.actors, "actors", otherwise=0.15)


def target(a: ClaimFacts, b: ClaimFacts) -> Opinion | None:
    """To whom. Reports often list different things hit by one strike, so different targets say little."""
    if a.family in BOTH_SIDES and b.family in BOTH_SIDES:
        return None
    return entities_alike(a.targets, b.targets, "targets", otherwise=0.35)


def entities_alike(one: Sequence[Entity], other: Sequence[Entity], noun: str, *, otherwise: float) -> Opinion | None:
    """The most alike pair of two lists: same id, same owner, or shared words; `otherwise` when known ids all differ."""
    if not one or not other:
        return None
    if shared := [x for x in one if x.id and any(x.id == y.id for y in other)]:
        vague = all(x.kind in VAGUE_KINDS or x.id == "civilians" for x in shared)
        return Opinion(1.0, 0.4 if vague else 1.0, lambda: f"{noun}: both name {shared[0].name}")
    if kin := next(((x, y) for x in one for y in other if x.owner and x.owner == y.owner), None):
        return Opinion(0.85, 0.9, lambda: f"{noun}: {kin[0].name} and {kin[1].name} belong together")
    mine, yours = _words(one), _words(other)
    if shared_words := sorted(mine & yours):
        part = len(shared_words) / len(mine | yours)
        return Opinion(0.55 + 0.45 * part, 0.6, lambda: f"{noun}: both say “{' '.join(shared_words)}”")
    if any(x.id is None for x in one) or any(y.id is None for y in other):
        return None
    vague = any(e.kind in VAGUE_KINDS for e in (*one, *other))
    return Opinion(otherwise, 0.5 if vague else 1.0, lambda: f"{noun}: {one[0].name} against {other[0].name}")


def _words(entities: Sequence[Entity]) -> frozenset[str]:
    return frozenset(word for e in entities for word in re.findall(r"\w+", e.name.casefold())) - COMMON


def weapon(a: ClaimFacts, b: ClaimFacts) -> Opinion | None:
    """Weapons' names: shared words, the same family, or another."""
    if not a.weapons or not b.weapons:
        return None
    mine = {word for name in a.weapons for word in name.split()}
    yours = {word for name in b.weapons for word in name.split()}
    if shared := sorted(mine & yours):
        return Opinion(0.95, 1.0, lambda: f"both speak of “{' '.join(shared)}”")
    one = {f for name in a.weapons if (f := weapon_family(name))}
    other = {f for name in b.weapons if (f := weapon_family(name))}
    if one & other:
        return Opinion(0.75, 0.8, lambda: f"both weapons are of one sort ({', '.join(sorted(one & other))})")
    return Opinion(0.1, 1.0, lambda: f"{a.weapons[0]} against {b.weapons[0]}") if one and other else None


def platform(a: ClaimFacts, b: ClaimFacts) -> Opinion | None:
    """Ships, aircraft and vehicles: a shared name is rare, a shared noun is not."""
    if not a.platforms or not b.platforms:
        return None
    if shared := sorted(set(a.platforms) & set(b.platforms)):
        named = any(len(name.split()) > 1 for name in shared)
        return Opinion(1.0, 1.0 if named else 0.4, lambda: f"both name {shared[0]}")
    mine = {word for name in a.platforms for word in name.split()}
    yours = {word for name in b.platforms for word in name.split()}
    shared_words = sorted((mine & yours) - COMMON)
    return Opinion(0.8, 0.4, lambda: f"both name a {shared_words[-1]}") if shared_words else None


def counts(a: ClaimFacts, b: ClaimFacts) -> Opinion | None:
    """Numbers of the same thing: equal, compatible, or not. Parts and victim classes are compared with their like only."""
    fields = sorted(a.counts.keys() & b.counts.keys(), key=COUNT_FIELDS_IN_ORDER.index)
    found = [opinion for field in fields if (opinion := _count(field, a, b)) is not None]
    if not found:
        return None
    weight = sum(o.share for o in found)
    likeness = sum(o.likeness * o.share for o in found) / weight
    return Opinion(likeness, min(1.0, weight), lambda: "; ".join(o.why() for o in found))


COUNT_FIELDS_IN_ORDER = tuple(f for f in Field if f in COUNT_FIELDS)


def _count(field: Field, a: ClaimFacts, b: ClaimFacts) -> Opinion | None:
    one, other = a.counts[field], b.counts[field]
    if one.part != other.part or one.of is not other.of:
        return None
    if (one.low, one.high) == (other.low, other.high):
        return Opinion(1.0, 0.9 if one.low >= SMALL_COUNT else 0.35, lambda: f"{_named(field)}: both {one.wording}")
    less, more = sorted((one.low, other.low))
    if more >= LARGE and more >= FAR_APART * max(1, less):
        return Opinion(0.0, 1.0, lambda: f"{_named(field)}: “{one.wording}” is far from “{other.wording}”")
    if a.claim.report == b.claim.report:
        return _in_one_report(field, one, other)
    if counts_meet(one, other):
        return Opinion(0.8, 0.6, lambda: f"{_named(field)}: “{one.wording}” fits “{other.wording}”")
    return Opinion(0.25 if same_speaker(a, b) else 0.3, 0.7, lambda: f"{_named(field)}: “{one.wording}” against “{other.wording}”")


def _in_one_report(field: Field, one: Count, other: Count) -> Opinion | None:
    """Two numbers of one report: the less may be a part or an earlier number. Two "at least" say nothing."""
    if not counts_meet(one, other):
        return Opinion(0.3, 0.4, lambda: f"{_named(field)}: “{one.wording}” beside “{other.wording}”")
    if one.high is other.high is None:
        return None
    return Opinion(0.8, 0.6, lambda: f"{_named(field)}: “{one.wording}” fits “{other.wording}”")


def _named(field: Field) -> str:
    return field.value.replace("_", " ")


def counts_meet(one: Count, other: Count) -> bool:
    """Whether one number could be both."""
    return (other.high is None or one.low <= other.high) and (one.high is None or other.low <= one.high)


def wording(a: ClaimFacts, b: ClaimFacts) -> Opinion | None:
    """Two reports whose evidence is largely the same words."""
    if a.claim.report == b.claim.report:
        return None
    if len(a.vocabulary & b.vocabulary) < SMALL_COUNT:
        return None
    mine = [x for x in a.words if len(x & b.vocabulary) >= SMALL_COUNT]
    return foremost([o for x in mine for y in b.words if len(x & y) >= SMALL_COUNT and (o := _same_words(x, y)) is not None])


def _same_words(one: frozenset[str], other: frozenset[str]) -> Opinion | None:
    shared = len(one & other)
    part = shared / len(one | other)
    if part < 0.4:
        return None
    return Opinion(0.5 + 0.5 * min(1.0, part + 0.2), min(1.0, shared / 8), lambda: f"the evidence shares {shared} telling words")
