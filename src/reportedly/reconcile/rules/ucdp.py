"""The rule `ucdp`: low, best and high as UCDP's codebook means them.

`low` is the least, `high` the greatest reliable total of the dead, `best` the most likely one. What is reliable or likely is told here
by independent origins: a number that somebody denies is left out as long as there are others, and `best` is the number with the most
origins, the lower of equals (see `reconcile.fields`).

Source: S. Högbladh, UCDP Georeferenced Event Dataset Codebook, Department of Peace and Conflict Research, Uppsala University;
R. Sundberg and E. Melander, Introducing the UCDP Georeferenced Event Dataset, Journal of Peace Research 50(4), 2013.
"""

from __future__ import annotations

from reportedly.model import Count, FieldView, ValueView, VictimClass
from reportedly.reconcile.rules.estimate import Estimate, Toll, counts_everybody, split, summed


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
    if not any(counts_everybody(value) for value in killed.values):
        total = summed(total, civilians, combatants)
    return split(total, civilians, combatants)


def _held(value: ValueView) -> bool:
    """Whether somebody asserts it and nobody denies it."""
    return value.origins > 0 and not value.denied_by


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
