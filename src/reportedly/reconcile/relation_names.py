"""How two lists of entities stand to each other: actors, targets, weapons, platforms, those notified."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportedly.model import ARMED, BELLIGERENTS, Entity, EntityKind, Family, Field, RelationKind, weapon_family
from reportedly.reconcile.held import Held
from reportedly.reconcile.relation_places import Found

ONE_SIDED = frozenset({Family.EXPLOSIONS, Family.CIVILIANS})
"""Families with one actor; in others, reports name now this side, now that."""

EXCLUSIVE = re.compile(r"\b(?:all|only|exclusively|solely|purely)\b", re.IGNORECASE)
"""Words that leave no room for other targets."""

SMALL_WORDS = frozenset("the a an of and in on at to for from its their his her group groups forces".split())


def entities(field: Field, family: Family, a: Held, b: Held) -> Found | None:
    """The relation of two lists; the last part tells that it is the first that stands so to the second."""
    one, other = _of(a), _of(b)
    said = f"{_names(one)} and {_names(other)}"
    if field is Field.TARGET and _others(a, b):
        return RelationKind.CONTRADICTS, f"{said}: one says that the targets were others", False
    if a.negated != b.negated:
        return RelationKind.OVERLAPS, f"{said} can both be right", False
    return _common(one, other, said) or _different(field, family, one, other, said)


def _common(one: Sequence[Entity], other: Sequence[Entity], said: str) -> Found | None:
    """The relation of lists that have something in common; else None."""
    covered, covering = _covers(one, other), _covers(other, one)
    if covered and covering:
        return RelationKind.AGREES, f"{said} are the same", False
    if covered or covering:
        return RelationKind.REFINES, f"of {said} one says more", not covering
    if any(_alike(x, y) or _alike(y, x) for x in one for y in other):
        return RelationKind.OVERLAPS, f"{said} have something in common", False
    return None


def _different(field: Field, family: Family, one: Sequence[Entity], other: Sequence[Entity], said: str) -> Found:
    """The relation of lists with nothing in common: mostly both can be right, one list adding to the other."""
    if field is Field.ACTOR and family in ONE_SIDED and _rival_actors(one, other):
        return RelationKind.CONTRADICTS, f"{said}: only one of them can have done it", False
    if field is Field.WEAPON and _other_weapons(one, other):
        return RelationKind.CONTRADICTS, f"{said} are different weapons", False
    return RelationKind.OVERLAPS, f"{said} can both be right", False


def _of(one: Held) -> tuple[Entity, ...]:
    return tuple(v for v in one.value if isinstance(v, Entity)) if isinstance(one.value, tuple) else ()


def _names(some: Sequence[Entity]) -> str:
    return ", ".join(e.name for e in some)


def _covers(fine: Sequence[Entity], coarse: Sequence[Entity]) -> bool:
    """Whether everything in the coarse list is said, perhaps more exactly, in the fine one."""
    return all(any(_alike(x, y) for x in fine) for y in coarse)


def _alike(fine: Entity, coarse: Entity) -> bool:
    """Whether the first is the second, a part of it ("navy" of a state), or the second in more words."""
    if fine.id is not None and coarse.id is not None:
        return fine.id == coarse.id or fine.id.startswith(f"{coarse.id}/")
    mine, yours = _words(fine), _words(coarse)
    return bool(yours) and yours <= mine


def _words(entity: Entity) -> frozenset[str]:
    words = re.findall(r"\w+", entity.name.casefold())
    return frozenset(w.removesuffix("s") if len(w) > 3 else w for w in words) - SMALL_WORDS


def _rival_actors(one: Sequence[Entity], other: Sequence[Entity]) -> bool:
    mine = {e.owner for e in one if e.kind in BELLIGERENTS and e.owner}
    yours = {e.owner for e in other if e.kind in BELLIGERENTS and e.owner}
    return len(mine) > 0 and len(yours) > 0 and not mine & yours and all(e.kind in BELLIGERENTS for e in (*one, *other))


def _other_weapons(one: Sequence[Entity], other: Sequence[Entity]) -> bool:
    mine, yours = [weapon_family(e.name) for e in one], [weapon_family(e.name) for e in other]
    return None not in mine and None not in yours and not set(mine) & set(yours)


def _others(a: Held, b: Held) -> bool:
    """Whether one value says that the targets were not those of the other.

    That is so for "targets that are not X" against X, for "all X" or "only X" against something else, and for
    civilians against an armed side when the voice for the armed side is that of the one who struck.
    """
    if a.origins == b.origins or not a.origins or not b.origins:
        return False
    common = any(_alike(x, y) or _alike(y, x) for x in _of(a) for y in _of(b))
    if a.negated != b.negated:
        said = b if a.negated else a
        return common or any(EXCLUSIVE.search(t) for t in said.texts) or _claims_of_the_actor(said)
    if common:
        return False
    if any(EXCLUSIVE.search(t) for t in (*a.texts, *b.texts)):
        return True
    return any(_civilians(x) and _claims_of_the_actor(y) for x, y in ((a, b), (b, a)))


def _civilians(one: Held) -> bool:
    return all(e.kind is EntityKind.CIVILIANS for e in _of(one))


def _claims_of_the_actor(one: Held) -> bool:
    """Whether an armed target is named by the voice of the actor itself."""
    if not any(e.kind in ARMED for e in _of(one)):
        return False
    sides = ((claim, claim.chain[0].voice.of) for claim in one.claims if claim.chain)
    return any(side is not None and any(e.owner == side for e in claim.entities(Field.ACTOR)) for claim, side in sides)
