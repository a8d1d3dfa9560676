"""Wholes and parts by what two claims give: days, places and sides of a row of happenings that hold those of a single one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple

from reportedly.link.apart import disjoint
from reportedly.link.facts import SINGLE_FAMILIES, ClaimFacts
from reportedly.link.likeness import RELATED, days
from reportedly.model import Entity, Field, Where

VAGUE = 5
"""Places from this precision on (a region, a country, a sea) hold too much to say anything without a side."""


class Held(NamedTuple):
    """That a whole holds a part: how much speaks for it (above 0), and why, in words."""

    weight: float
    why: str


def holds(whole: ClaimFacts, part: ClaimFacts) -> Held | None:
    """Whether a row of happenings holds a single one, by what is given; None where something speaks against it, or too little for it.

    It needs the days and the places of both. Who did it must be shared where both tell, and must be told by both where the whole's
    place is a country, a region or a sea.
    """
    if not (whole.series and part.single and not part.series) or refuted(whole, part):
        return None
    if whole.when is None or part.when is None:
        return None
    inside = _inside(whole.places, part.places)
    if inside is None:
        return None
    side = _shared(whole.actors, part.actors)
    if side is None and (inside.precision >= VAGUE or whole.claim.kind is not part.claim.kind):
        return None
    town = part.places[0]
    where = f"both at {inside.name}" if town.id == inside.id else f"{town.name} lies in {inside.name}"
    by = f", both by {side.name}" if side is not None else ""
    narrow = 1 / (1 + _length(whole).days / 30)
    weight = 0.5 + 0.25 * (side is not None) + 0.15 * (inside.precision < VAGUE) + 0.1 * narrow
    return Held(round(weight, 6), f"{days(part.when)} is of the days {days(whole.when)}, {where}{by}")


def refuted(whole: ClaimFacts, part: ClaimFacts) -> bool:
    """Whether something that both give keeps the one from being part of the other."""
    if not (whole.modal == part.modal == "real") or not _akin(whole, part):
        return True
    if whole.when is not None and part.when is not None and not _within(whole, part):
        return True
    if whole.places and part.places and all(disjoint(p, w) for p in part.places for w in whole.places):
        return True
    if whole.actors and part.actors and _shared(whole.actors, part.actors) is None:
        return True
    return any(_exceeds(whole, part, field) for field in (Field.KILLED, Field.INJURED, Field.MUNITIONS))


def _akin(whole: ClaimFacts, part: ClaimFacts) -> bool:
    if not {whole.family, part.family} <= SINGLE_FAMILIES:
        return False
    return whole.family is part.family or (whole.family, part.family) in RELATED


def _within(whole: ClaimFacts, part: ClaimFacts) -> bool:
    """Whether every day of a part is one of the whole's. A report that says "since" knows no day after its own."""
    if whole.when is None or part.when is None or not part.when.lies_in(whole.when):
        return False
    last = part.when.end or part.when.start
    return whole.when.end is not None or whole.report.published is None or (last is not None and last <= whole.report.published)


def _inside(outer: Sequence[Where], inner: Sequence[Where]) -> Where | None:
    """The narrowest place of the whole, if each place of the part is one of its places or lies in one."""
    found = [next((o for o in sorted(outer, key=_exact) if _is_in(i, o)), None) for i in inner]
    held = [each for each in found if each is not None]
    return max(held, key=_exact) if held and len(held) == len(found) else None


def _exact(place: Where) -> tuple[int, str]:
    return place.precision, place.name


def _is_in(inner: Where, outer: Where) -> bool:
    return inner.lies_in(outer) or (inner.id is not None and inner.id == outer.id)


def _shared(mine: Sequence[Entity], yours: Sequence[Entity]) -> Entity | None:
    """The first of some sides that is among the others too: the same, or of one owner."""
    known = {key for each in yours for key in _keys(each)}
    return next((each for each in mine if known & _keys(each)), None)


def _keys(side: Entity) -> set[str]:
    return {side.name.casefold(), *(key for key in (side.id, side.owner) if key is not None)}


def _exceeds(whole: ClaimFacts, part: ClaimFacts, field: Field) -> bool:
    one, other = whole.counts.get(field), part.counts.get(field)
    return one is not None and other is not None and not one.part and one.high is not None and other.low > one.high


def _length(whole: ClaimFacts) -> dt.timedelta:
    """How long a row of happenings lasts, as far as is known."""
    if whole.when is None or whole.when.start is None:
        return dt.timedelta(0)
    return max(dt.timedelta(0), (whole.when.end or whole.report.published or whole.when.start) - whole.when.start)
