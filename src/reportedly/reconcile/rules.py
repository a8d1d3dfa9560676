"""Rules: how the values of an event become the numbers of one row.

`ucdp` follows what UCDP's codebook says of its three estimates: `low` is the least, `high` the greatest reliable total of the dead,
`best` the most likely one. What is reliable or likely is told here by independent origins: a number that somebody denies is left
out as long as there are others, and `best` is the number with the most origins, the lower of equals (see `reconcile.fields`).

Source: S. Högbladh, UCDP Georeferenced Event Dataset Codebook, Department of Peace and Conflict Research, Uppsala University;
R. Sundberg and E. Melander, Introducing the UCDP Georeferenced Event Dataset, Journal of Peace Research 50(4), 2013.
"""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.model import Count, FieldView, ValueView, VictimClass

WHOLE = (None, VictimClass.UNKNOWN)


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """A number of people. None: nobody says, and for `high` also that every upper end is open. 0 is always said, never silence."""

    low: int | None = None
    best: int | None = None
    high: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Toll:
    """The dead of one event under the rule `ucdp`: all of them, and those who are said to be civilians or combatants.

    `rest` is the part of the best total of whom nothing more is said; None when nobody is left over or no total is given.
    """

    total: Estimate = Estimate()
    civilians: Estimate = Estimate()
    combatants: Estimate = Estimate()
    rest: int | None = None


def ucdp(killed: FieldView | None) -> Toll:
    """The toll of an event from its field `killed` (None: the event has no such field); of the injured from theirs, and so on.

    The total is that of the field where somebody counts everybody. Where reports count classes only, it is the sum of civilians and
    combatants, and never less than what the field gives; "no civilians were killed" is then no total of 0. Where the classes come to
    more than the total, which class is wrong cannot be told: the best total then stands in `rest` alone.
    """
    if killed is None:
        return Toll()
    civilians, combatants = _of_class(killed, VictimClass.CIVILIAN), _of_class(killed, VictimClass.COMBATANT)
    total = Estimate(low=killed.low, best=killed.best, high=killed.high)
    if not any(_counts_everybody(value) for value in killed.values):
        total = _summed(total, civilians, combatants)
    if total.best is None:
        return Toll(civilians=civilians, combatants=combatants)
    known = [each.best for each in (civilians, combatants) if each.best is not None]
    left = total.best - sum(known)
    if left < 0:
        return Toll(total=total, rest=total.best)
    return Toll(total=total, civilians=civilians, combatants=combatants, rest=left if left > 0 or not known else None)


def _held(value: ValueView) -> bool:
    """Whether somebody asserts it and nobody denies it."""
    return value.origins > 0 and not value.denied_by


def _counts_everybody(value: ValueView) -> bool:
    return isinstance(value.value, Count) and value.origins > 0 and not value.value.part and value.value.of in WHOLE


def _of_class(killed: FieldView, of: VictimClass) -> Estimate:
    """What is said of one class; the best number is that with the most origins, the lower of equals."""
    counted = [
        (value.origins, value.value) for value in killed.values if isinstance(value.value, Count) and value.value.of is of and _held(value)
    ]
    if not counted:
        return Estimate()
    best = min(counted, key=lambda each: (-each[0], each[1].low))[1].low
    tops = [count.high for _, count in counted if count.high is not None]
    lows = [count.low for _, count in counted]
    return Estimate(low=min(lows), best=best, high=max([*tops, *lows]) if tops else None)


def _summed(total: Estimate, *classes: Estimate) -> Estimate:
    """The total of classes that exclude each other. A sum of nothing but zeros says nothing of anybody else."""
    given = [each for each in classes if each.best is not None]
    best = max(_sum([each.best for each in given]), total.best or 0)
    if best == 0:
        return Estimate()
    low = max(_sum([each.low for each in given]), total.low or 0)
    if total.high is None or any(each.high is None for each in given):
        return Estimate(low=low, best=best)
    return Estimate(low=low, best=best, high=max(_sum([each.high for each in given]), total.high, best))


def _sum(numbers: list[int | None]) -> int:
    return sum(number for number in numbers if number is not None)
