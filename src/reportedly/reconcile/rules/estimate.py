"""What a rule makes of a field of people: numbers of all, of civilians and of combatants."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from reportedly.model import Count, ValueView, VictimClass

WHOLE = (None, VictimClass.UNKNOWN)
"""Counts of people of whom no more is said: everybody."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """A number of people. None: nobody says, and for `high` also that every upper end is open. 0 is always said, never silence.

    `best` is also None under a rule that gives a range and no best number (`airwars`).
    """

    low: int | None = None
    best: int | None = None
    high: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Toll:
    """The dead (or injured …) of one event under a rule: all of them, and those who are said to be civilians or combatants.

    `rest` is the part of the best total of whom nothing more is said; None when nobody is left over or no total is given.
    """

    total: Estimate = Estimate()
    civilians: Estimate = Estimate()
    combatants: Estimate = Estimate()
    rest: int | None = None


def split(total: Estimate, civilians: Estimate, combatants: Estimate) -> Toll:
    """A toll of a total and its classes.

    Where the classes come to more than the total, which class is wrong cannot be told: the best total then stands in `rest` alone.
    """
    if total.best is None:
        return Toll(civilians=civilians, combatants=combatants)
    known = [each.best for each in (civilians, combatants) if each.best is not None]
    left = total.best - sum(known)
    if left < 0:
        return Toll(total=total, rest=total.best)
    return Toll(total=total, civilians=civilians, combatants=combatants, rest=left if left > 0 or not known else None)


def summed(total: Estimate, *classes: Estimate) -> Estimate:
    """The total of classes that exclude each other, at least `total`. A sum of nothing but zeros says nothing of anybody else."""
    given = [each for each in classes if each.best is not None]
    best = max(_sum(each.best for each in given), total.best or 0)
    if best == 0:
        return Estimate()
    low = max(_sum(each.low for each in given), total.low or 0)
    if total.high is None or any(each.high is None for each in given):
        return Estimate(low=low, best=best)
    return Estimate(low=low, best=best, high=max(_sum(each.high for each in given), total.high, best))


def _sum(numbers: Iterable[int | None]) -> int:
    return sum(number for number in numbers if number is not None)


def counts_everybody(value: ValueView) -> bool:
    """Whether somebody asserts it as a number of everybody, as far as the value itself tells."""
    return isinstance(value.value, Count) and value.origins > 0 and not value.value.part and value.value.of in WHOLE
