"""What a rule may choose from: the values of a field that stand, told from those that are denied, replaced or of somebody else."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from reportedly.model import Claim, Count, FieldView, RelationKind, Report, Stance, ValueView, VictimClass
from reportedly.reconcile.held import is_part
from reportedly.reconcile.rules.estimate import WHOLE, Estimate, Toll, split, summed

Published = Mapping[str, dt.date]
"""The day on which each claim that asserts something was published, by the claim's id. Claims of undated reports are not in it."""


def published(claims: Iterable[Claim], reports: Mapping[str, Report]) -> dict[str, dt.date]:
    """The days of publication of the claims that assert something.

    Raises:
        KeyError: a claim's report is not given.
    """
    days = {claim.id: reports[claim.report].published for claim in claims if claim.stance is Stance.ASSERTS}
    return {claim: day for claim, day in days.items() if day is not None}


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """One value of a field that a rule may choose.

    `first` is the day on which it was first published, None where no report that asserts it has a date: a number that is printed again is
    not new. `replaced` tells that its own origin has since given another.
    """

    value: ValueView
    first: dt.date | None
    replaced: bool

    @property
    def origins(self) -> int:
        """Independent origins behind it."""
        return self.value.origins


@dataclass(frozen=True, slots=True, kw_only=True)
class Number(Candidate):
    """One number of people that a rule may choose."""

    count: Count


Found = TypeVar("Found", bound=Candidate)

Weigh = Callable[[Sequence[Number]], Estimate]
"""What a rule makes of the numbers of one group of people; there is at least one."""


def standing(view: FieldView) -> list[int]:
    """The values that somebody asserts and nobody denies, as indices; the denied ones where nothing else is left.

    What a reviewer accepted always stands.
    """
    asserted = [n for n, value in enumerate(view.values) if value.origins > 0 or value.accepted]
    return [n for n in asserted if not view.values[n].denied_by or view.values[n].accepted] or asserted


def accepted_or_all(found: Sequence[Found]) -> list[Found]:
    """The candidates that a reviewer accepted, or all where none was."""
    return [each for each in found if each.value.accepted] or list(found)


def replaced(view: FieldView) -> frozenset[int]:
    """The values that their own origin has since replaced, as indices."""
    return frozenset(relation.a for relation in view.relations if relation.kind is RelationKind.UPDATES)


def first_day(value: ValueView, days: Published) -> dt.date | None:
    """The day on which a value was first published."""
    return min((days[claim] for claim in value.claims if claim in days), default=None)


def current(found: Sequence[Found]) -> list[Found]:
    """The candidates that their own origin has not replaced; all, where all are."""
    return [each for each in found if not each.replaced] or list(found)


def toll(view: FieldView | None, days: Published, weigh: Weigh) -> Toll:
    """The toll that a rule makes of a field of people: of everybody, of civilians, of combatants.

    As under `ucdp`, the total is made from numbers of everybody. Where there are none, it is the sum of civilians and combatants, and never
    less than what the rule makes of the numbers of any class, or of parts where there is nothing else.
    """
    if view is None:
        return Toll()
    numbers = _numbers(view, days)
    parts = {relation.b for relation in view.relations if relation.kind is RelationKind.PART_OF}
    everybody = [each for n, each in numbers.items() if n not in parts and not is_part(each.count)]
    civilians, combatants = (_weighed(_of(numbers, of), weigh) for of in (VictimClass.CIVILIAN, VictimClass.COMBATANT))
    if everybody:
        return split(_weighed(everybody, weigh), civilians, combatants)
    classes = [each for each in numbers.values() if each.count.of not in WHOLE and not each.count.part]
    some = _weighed(classes or list(numbers.values()), weigh)
    return split(summed(some, civilians, combatants), civilians, combatants)


def _numbers(view: FieldView, days: Published) -> dict[int, Number]:
    """The standing numbers by their indices."""
    gone = replaced(view)
    found: dict[int, Number] = {}
    for n in standing(view):
        value = view.values[n]
        if isinstance(value.value, Count):
            found[n] = Number(value=value, first=first_day(value, days), replaced=n in gone, count=value.value)
    return found


def _of(numbers: Mapping[int, Number], of: VictimClass) -> list[Number]:
    return [each for each in numbers.values() if each.count.of is of]


def _weighed(numbers: Sequence[Number], weigh: Weigh) -> Estimate:
    return weigh(accepted_or_all(numbers)) if numbers else Estimate()
