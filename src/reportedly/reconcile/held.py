"""What is held to be true of one field: equal values put together, with who holds them."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from reportedly.model import PEOPLE_FIELDS, Claim, Count, Entity, Field, Kind, Report, Stance, Stated, Value, VictimClass, When, Where
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

    @property
    def fields(self) -> tuple[Field, ...]:
        """The fields that some claim gives or that a denial or doubt is about, in the order of `Field`."""
        told = {stated.field for claim in self.claims for stated in claim.values} | set(self.issues.values())
        return tuple(field_ for field_ in Field if field_ in told)

    def ordered(self, claims: Iterable[Claim]) -> tuple[Claim, ...]:
        """Some of the claims in the casebook's order, each once."""
        wanted = {claim.id for claim in claims}
        return tuple(claim for claim in self.claims if claim.id in wanted)


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """One value of a field over an event.

    `claims` state it, in the casebook's order; `denied_by` deny or doubt it; `admitted` are those that speak against their own interest
    (see `interest`). `origins` are the keys of the independent
    origins that assert it, `first` the first day each of them was printed with it, `outlets` who printed it.
    `texts` are the words that give it; `negated` tells that they say what it is not.
    `sources` are the reports that print it with the origins that it has there. Of a number of people `totals` are the
    numbers of everybody that the same voices give in the same reports, and `partial` tells that it is one of some only: of a
    class, of "two more", or the lesser of two that one voice gives in one report.
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
    admitted: tuple[Claim, ...] = ()
    sources: frozenset[tuple[str, str]] = frozenset()
    totals: tuple[Count, ...] = ()
    partial: bool = False


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
    if field_ in PEOPLE_FIELDS:
        made = _with_totals(made, happening)
    return sorted(made, key=lambda h: (-len(h.origins), -len(h.claims), not h.claims, _order(h)))


ADDED = re.compile(r"^(?:an?|the)?\s*(?:another|further|additional)\b|\bmore\b(?!\s+than)", re.IGNORECASE)
"""Words of a number that comes to one told before ("two more")."""

WHOLE = frozenset({None, VictimClass.UNKNOWN})
"""Counts of people of whom no more is said: everybody."""


def is_part(value: Value) -> bool:
    """Whether a number is said to be of some only."""
    return isinstance(value, Count) and (value.part or value.of not in WHOLE or ADDED.search(value.wording) is not None)


def _with_totals(made: Sequence[Held], happening: Happening) -> list[Held]:
    """Numbers of people with the totals that the same words or, failing these, the same voices give in the same reports."""
    said: dict[tuple[str, str], list[Count]] = defaultdict(list)
    beside: dict[tuple[str, int], list[Count]] = defaultdict(list)
    for one in made:
        if isinstance(one.value, Count) and not is_part(one.value):
            for claim in one.claims:
                beside[claim.report, claim.trigger.start].append(one.value)
                for origin in happening.origins.may_be[claim.id]:
                    said[claim.report, origin].append(one.value)
    return [_among(one, said, beside, happening) if isinstance(one.value, Count) else one for one in made]


def _among(
    one: Held, said: Mapping[tuple[str, str], list[Count]], beside: Mapping[tuple[str, int], list[Count]], happening: Happening
) -> Held:
    totals: list[Count] = []
    lesser = bool(one.claims)
    for claim in one.claims:
        by_voice = [each for origin in happening.origins.may_be[claim.id] for each in said.get((claim.report, origin), ())]
        at = claim.trigger if claim.refers_to is None else claim.refers_to
        totals += beside.get((claim.report, at.start)) or by_voice
        lesser = lesser and any(_is_less(one.value, total) for total in by_voice)
    return replace(one, totals=tuple(dict.fromkeys(totals)), partial=lesser or is_part(one.value))


def _is_less(value: Value, total: Count) -> bool:
    return isinstance(value, Count) and value.high is not None and total.low > value.high


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
        sources=frozenset((c.report, origin) for c in each.claims for origin in happening.origins.may_be[c.id]),
        outlets=frozenset(happening.reports[c.report].outlet or c.report for c in each.claims),
        first=first,
        negated=isinstance(each.value, tuple) and key[-1] is True,
        denied_by=tuple(each.denied_by),
    )
