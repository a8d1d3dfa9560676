"""The two sides of an event, and which of UCDP's types of violence they make."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from reportedly.export.chosen import entities, supported
from reportedly.model import Claim, Count, Entity, EntityKind, Event, Family, Field, Kind, VictimClass, family


class Class(StrEnum):
    """What an entity is to UCDP."""

    STATE = "state"
    GROUP = "group"
    CIVILIANS = "civilians"


STATES = frozenset({EntityKind.STATE, EntityKind.STATE_FORCES})
GROUPS = frozenset({EntityKind.REBEL_GROUP, EntityKind.POLITICAL_MILITIA, EntityKind.IDENTITY_MILITIA})
UNARMED = frozenset({EntityKind.CIVILIANS, EntityKind.PROTESTERS})


@dataclass(frozen=True, slots=True, kw_only=True)
class Sides:
    """Side A and side B as UCDP orders them, and the type of violence.

    In state-based violence (1) side A is a government, or the attacking one of two; in non-state violence (2) the attacker; in one-sided
    violence (3) the perpetrator, with civilians as side B. `violence` is None where the reports do not tell both sides: side A is then
    who acts and side B who is acted upon, as far as they are named. `attacked` is "a" or "b": the side that is acted upon, or None.
    """

    a: tuple[Entity, ...] = ()
    b: tuple[Entity, ...] = ()
    violence: int | None = None
    attacked: str | None = None


def class_of(entity: Entity) -> Class | None:
    """What an entity is to UCDP: a state or its forces, an organised group, unarmed people; None for all else."""
    if entity.kind in UNARMED:
        return Class.CIVILIANS
    if entity.kind in STATES or (entity.kind is EntityKind.EXTERNAL_FORCES and (entity.owner or "").startswith("state:")):
        return Class.STATE
    return Class.GROUP if entity.kind in GROUPS else None


def sides(event: Event, claims: Mapping[str, Claim]) -> Sides:
    """The sides of an event, from the best supported actor and target."""
    actors = [e for e in entities(event, Field.ACTOR, claims) if class_of(e) in (Class.STATE, Class.GROUP)]
    targets = [e for e in entities(event, Field.TARGET, claims) if class_of(e) is not None]
    if event.kind is Kind.ARMED_CLASH and not targets and len(actors) == 2:
        return _ordered(actors[:1], actors[1:], attacked=False)
    return _ordered(actors, targets, attacked=True)


def _ordered(actors: Sequence[Entity], targets: Sequence[Entity], *, attacked: bool) -> Sides:
    violence = _violence(actors, targets)
    against_state = violence == 1 and _side(actors) is Class.GROUP
    a, b = (targets, actors) if against_state else (actors, targets)
    return Sides(a=tuple(a), b=tuple(b), violence=violence, attacked=("a" if against_state else "b") if attacked and targets else None)


def _violence(actors: Sequence[Entity], targets: Sequence[Entity]) -> int | None:
    """The type of violence. Those who act may be a government with allies; targets of different sorts are not one side."""
    one, other = _side(actors), _side(targets) if len({class_of(each) for each in targets}) == 1 else None
    if one is None or other is None or (_owners(actors) & _owners(targets)):
        return None
    if other is Class.CIVILIANS:
        return 3
    return 2 if one is other is Class.GROUP else 1


def _side(some: Sequence[Entity]) -> Class | None:
    """What a list of entities is as one side: a government with its allies is a government."""
    classes = {class_of(each) for each in some}
    return next((each for each in (Class.STATE, Class.GROUP, Class.CIVILIANS) if each in classes), None)


def _owners(some: Sequence[Entity]) -> frozenset[str]:
    return frozenset(each.owner or each.name.casefold() for each in some)


def side_of_combatants(event: Event, found: Sides, claims: Mapping[str, Claim]) -> str | None:
    """The side, "a" or "b", whose fighters the dead combatants are; None where the reports do not tell.

    They tell where one side strikes the other and every claim that counts the combatants names that other side as what was hit.
    """
    struck = family(event.kind) in (Family.EXPLOSIONS, Family.CIVILIANS) and found.violence in (1, 2)
    if not struck or found.attacked is None:
        return None
    counted = [i for value in supported(event, Field.KILLED) if _of_combatants(value.value) for i in value.claims]
    side = found.a if found.attacked == "a" else found.b
    return found.attacked if counted and all(_hit(claims[i], side) for i in counted) else None


def _of_combatants(value: object) -> bool:
    return isinstance(value, Count) and value.of is VictimClass.COMBATANT


def _hit(claim: Claim, side: Sequence[Entity]) -> bool:
    return bool(_owners(claim.entities(Field.TARGET)) & _owners(side))


def names(some: Sequence[Entity]) -> str | None:
    """The names of a side in one cell, or None when it is not named."""
    return ", ".join(each.name for each in some) or None
