"""The one value of a field that is no number: who, what, where, when. For the rules that choose one value."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace

from reportedly.model import COUNT_FIELDS, Event, FieldView, PlaceRole, RelationKind, ValueView, When, Where
from reportedly.reconcile.rules.candidates import Candidate, Published, accepted_or_all, first_day, replaced, standing

UNRESOLVED = 8
"""One vaguer than the vaguest `where_prec` (7) and `date_prec` (5)."""

THERE = (PlaceRole.HAPPENED, PlaceRole.LAUNCHED_FROM)
"""Roles of places that something can be at, and not only come from or go to."""

Rank = tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice(Candidate):
    """A value that is no number.

    `exactness` is how many other values it refines, less those that refine it; `order` its place in the field, the best supported first.
    """

    exactness: int
    order: int


Prefer = Callable[[Choice], Rank]
"""How a rule ranks values: the least is chosen."""


def most_origins(choice: Choice) -> Rank:
    """The value with the most independent origins; of equals the more exact one."""
    return (-choice.origins, *_vagueness(choice), choice.order)


def most_precise(choice: Choice) -> Rank:
    """The most exact value; of equals that with the most origins. One that its own origin has since replaced comes last.

    Times and places go by UCDP's `date_prec` and `where_prec`, then by the length of the time and the number of the places. Of other values
    that is the most exact which refines the most others.
    """
    return (choice.replaced, *_vagueness(choice), -choice.origins, choice.order)


def latest(choice: Choice) -> Rank:
    """The value that came out last, by the day of its first publication; of one day that with the most origins.

    Values of undated reports come before all others, those that their own origin has since replaced before these.
    """
    return (choice.replaced, 0 if choice.first is None else -choice.first.toordinal(), -choice.origins, choice.order)


def one_value(view: FieldView | None, days: Published, prefer: Prefer) -> ValueView | None:
    """The value of a field that a rule chooses, None where nobody asserts any. A reviewer's accepted values go before all others."""
    if view is None:
        return None
    gone = replaced(view)
    finer = [relation for relation in view.relations if relation.kind is RelationKind.REFINES]
    found = [
        Choice(
            value=view.values[n],
            first=first_day(view.values[n], days),
            replaced=n in gone,
            exactness=sum(relation.b == n for relation in finer) - sum(relation.a == n for relation in finer),
            order=n,
        )
        for n in standing(view)
    ]
    return min(accepted_or_all(found), key=prefer).value if found else None


def narrowed(event: Event, days: Published, prefer: Prefer) -> Event:
    """An event in which every field but the counts has only the value that a rule chooses, or is as it was where nobody asserts any."""
    views = [view if view.field in COUNT_FIELDS else _only(view, one_value(view, days, prefer)) for view in event.fields]
    return replace(event, fields=tuple(views))


def _only(view: FieldView, value: ValueView | None) -> FieldView:
    return view if value is None else FieldView(field=view.field, status=view.status, values=(value,))


def _vagueness(choice: Choice) -> Rank:
    """How vague a value is: precision, then extent, then how little it refines others."""
    value = choice.value.value
    if isinstance(value, When):
        if value.start is None:
            return (UNRESOLVED, 0, 0)
        return (value.precision or UNRESOLVED, ((value.end or dt.date.max) - value.start).days, -choice.exactness)
    if isinstance(value, tuple) and any(isinstance(each, Where) for each in value):
        places = [each for each in value if isinstance(each, Where) and each.role in THERE]
        return (max((min(each.precision, 6) for each in places), default=UNRESOLVED), len(places), -choice.exactness)
    return (0, 0, -choice.exactness)
