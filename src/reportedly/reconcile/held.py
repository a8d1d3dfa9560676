"""What is held to be true of one field: equal values put together, with who holds them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from reportedly.model import Claim, Count, Entity, Field, Kind, Report, Stance, Stated, Value, When, Where
from reportedly.reconcile.origins import Origins

NEGATED = re.compile(r"\b(?:not|never|non|no|other than|neither|nor)\b", re.IGNORECASE)
"""Words that turn a list of targets into its opposite ("non-military targets", "targets that are not barracks")."""

Key = tuple[object, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """One event while it is worked out: its claims in the casebook's order, and what is known about them.

    `issues` gives the field that each denial or doubt is about; `reports` are all reports by id.
    """

    claims: tuple[Claim, ...]
    reports: Mapping[str, Report]
    origins: Origins
    issues: Mapping[str, Field]
    kind: Kind

    def ordered(self, claims: Iterable[Claim]) -> tuple[Claim, ...]:
        """Some of the claims in the casebook's order, each once."""
        wanted = {claim.id for claim in claims}
        return tuple(claim for claim in self.claims if claim.id in wanted)


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """One value of a field over an event.

    `claims` state it, in the casebook's order; `denied_by` deny or doubt it. `origins` are the keys of the independent
    origins that assert it, `first` the first day each of them was printed with it, `outlets` who printed it.
    `texts` are the words that give it; `negated` tells that they say what it is not.
    """

    value: Value
    key: Key
    claims: tuple[Claim, ...]
    texts: tuple[str, ...]
    origins: frozenset[str]
    outlets: frozenset[str]
    first: Mapping[str, dt.date]
    negated: bool = False
    denied_by: tuple[Claim, ...] = ()


@dataclass(slots=True)
class Gathered:
    """Claims of one value while they are put together."""

    value: Value
    claims: list[Claim] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    denied_by: list[Claim] = field(default_factory=list)


def key_of(stated: Stated) -> Key:
    """What makes two values of one field equal. Wording does not count, except that a negation does."""
    value = stated.value
    if isinstance(value, Count):
        return (value.low, value.high, value.of, value.part)
    if isinstance(value, When):
        return (value.start, value.end) if value.start is not None else (" ".join(stated.text.casefold().split()),)
    if isinstance(value, str):
        return (" ".join(value.casefold().split()),)
    names = sorted({_name(v) for v in value})
    return (*names, is_negated(stated)) if stated.field is Field.TARGET else tuple(names)


def is_negated(stated: Stated) -> bool:
    """Whether the words of a target say what it was not."""
    return stated.field is Field.TARGET and NEGATED.search(stated.text.replace("-", " ")) is not None


def _name(value: Entity | Where) -> str:
    return value.id or " ".join(value.name.casefold().split())


def held(field_: Field, happening: Happening) -> list[Held]:
    """The values of a field, the best supported first."""
    found: dict[Key, Gathered] = {}
    for claim in happening.claims:
        stated = claim.get(field_)
        if stated is None:
            continue
        into = found.setdefault(key_of(stated), Gathered(stated.value))
        if happening.issues.get(claim.id) is field_:
            into.denied_by.append(claim)
            continue
        into.claims.append(claim)
        into.texts.append(stated.text)
    made = [_held(key, each, happening) for key, each in found.items()]
    return sorted(made, key=lambda h: (-len(h.origins), -len(h.claims), not h.claims, _order(h)))


def _order(one: Held) -> tuple[str, ...]:
    """A stable order among equally supported values: numbers by size, the rest by their words."""
    if isinstance(one.value, Count):
        return (f"{one.value.low:012d}", f"{one.value.high or 10**11:012d}", str(one.value.of), str(one.value.part))
    return tuple(str(part) for part in one.key)


def _held(key: Key, each: Gathered, happening: Happening) -> Held:
    first: dict[str, dt.date] = {}
    for claim in each.claims:
        day = happening.reports[claim.report].published
        if day is None or claim.stance is not Stance.ASSERTS:
            continue
        for origin in happening.origins.may_be[claim.id]:
            first[origin] = min(day, first.get(origin, day))
    return Held(
        value=each.value,
        key=key,
        claims=tuple(each.claims),
        texts=tuple(each.texts),
        origins=happening.origins.behind(each.claims),
        outlets=frozenset(happening.reports[c.report].outlet or c.report for c in each.claims),
        first=first,
        negated=isinstance(each.value, tuple) and key[-1] is True,
        denied_by=tuple(each.denied_by),
    )
