"""The one value of a field that a flat row or a point on a map can show, chosen so that it never says more than the reports do."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Iterator, Mapping

from reportedly.model import Claim, Entity, Event, Field, PlaceRole, Stance, Status, ValueView, When, WhenBasis, Where
from reportedly.reconcile.held import is_negated


def supported(event: Event, field: Field) -> tuple[ValueView, ...]:
    """The values of a field that somebody asserts, the best supported first; those that nobody denies, where there are any.

    Where a reviewer accepted some, only those.
    """
    view = event.get(field)
    accepted = [value for value in view.values if value.accepted] if view is not None else []
    if accepted:
        return tuple(accepted)
    asserted = [value for value in view.values if value.origins > 0] if view is not None else []
    return tuple([value for value in asserted if not value.denied_by] or asserted)


def happened_at(value: ValueView) -> Iterator[Where]:
    """The places of a value where it happened, not those that somebody came from or went to."""
    if isinstance(value.value, tuple):
        yield from (each for each in value.value if isinstance(each, Where) and each.role is PlaceRole.HAPPENED)


def places(event: Event) -> tuple[Where, ...]:
    """Where the event happened, as exactly as is agreed.

    The most exact list of places over all values, or the best supported one where the place is disputed; in it, places that contain
    another of the list are left out. More than one: it happened at each of them, so no single point can stand for it.
    """
    view, values = event.get(Field.PLACE), supported(event, Field.PLACE)
    disputed = view is not None and view.status is Status.DISPUTED
    lists = [tuple(happened_at(value)) for value in (values[:1] if disputed else values)]
    exact = [_innermost(each) for each in lists if each]
    return min(exact, key=lambda each: (max(_rank(place) for place in each), len(each)), default=())


def _rank(place: Where) -> int:
    """UCDP's precisions by size: a sea or a sky (7) is vaguer than a region (5) and no vaguer than a country (6)."""
    return min(place.precision, 6)


def _innermost(some: tuple[Where, ...]) -> tuple[Where, ...]:
    inner = [place for place in some if not any(other.lies_in(place) for other in some)]
    return tuple({place.id or place.name.casefold(): place for place in inner}.values())


def when(event: Event) -> When | None:
    """When the event happened, as exactly as is agreed: the shortest stretch of days.

    Where the days are disputed, those with the most origins, and from the first to the last of them where several have as many: UCDP's
    earliest and latest possible day. None where no report gives days. The day of publication is never taken for it.
    """
    values = supported(event, Field.WHEN)
    given = [(v.origins, v.value) for v in values if isinstance(v.value, When) and v.value.start is not None]
    view = event.get(Field.WHEN)
    if not given or view is None or view.status is not Status.DISPUTED:
        return min((time for _, time in given), key=_length, default=None)
    most = max(origins for origins, _ in given)
    return functools.reduce(_covering, [time for origins, time in given if origins == most])


def _covering(one: When, other: When) -> When:
    """The stretch from the first to the last day of two resolved times, no more exact than either."""
    start = min(one.start or dt.date.max, other.start or dt.date.max)
    end = None if one.end is None or other.end is None else max(one.end, other.end)
    long = 5 if end is None else next((n for n, days in enumerate((1, 6, 7, 31), start=1) if (end - start).days < days), 5)
    basis = WhenBasis.STATED if one.basis is other.basis is WhenBasis.STATED else WhenBasis.COMPUTED
    return When(start=start, end=end, precision=max(long, one.precision or 5, other.precision or 5), basis=basis)


def _length(value: When) -> tuple[int, int]:
    """Precision first, then days; a stretch without an end is the longest."""
    start, end = value.start or dt.date.min, value.end or dt.date.max
    return value.precision or 5, (end - start).days


def entities(event: Event, field: Field, claims: Mapping[str, Claim]) -> tuple[Entity, ...]:
    """The best supported list of entities of a field. Lists of what a target was *not* are passed over."""
    for value in supported(event, field):
        stated = [claims[i].get(field) for i in value.claims if claims[i].stance is Stance.ASSERTS]
        if isinstance(value.value, tuple) and not any(s is not None and is_negated(s) for s in stated):
            return tuple(each for each in value.value if isinstance(each, Entity))
    return ()
