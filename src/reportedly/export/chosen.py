"""The one value of a field that a flat row or a point on a map can show, chosen so that it never says more than the reports do."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping

from reportedly.model import Claim, Entity, Event, Field, PlaceRole, Stance, Status, ValueView, When, Where
from reportedly.reconcile.held import is_negated


def supported(event: Event, field: Field) -> tuple[ValueView, ...]:
    """The values of a field that somebody asserts, the best supported first; those that nobody denies, where there are any."""
    view = event.get(field)
    asserted = [value for value in view.values if value.origins > 0] if view is not None else []
    return tuple([value for value in asserted if not value.denied_by] or asserted)


def _candidates(event: Event, field: Field) -> tuple[ValueView, ...]:
    """The values to choose the most exact of: where the field is disputed only the best supported one."""
    values = supported(event, field)
    view = event.get(field)
    return values[:1] if view is not None and view.status is Status.DISPUTED else values


def happened_at(value: ValueView) -> Iterator[Where]:
    """The places of a value where it happened, not those that somebody came from or went to."""
    if isinstance(value.value, tuple):
        yield from (each for each in value.value if isinstance(each, Where) and each.role is PlaceRole.HAPPENED)


def places(event: Event) -> tuple[Where, ...]:
    """Where the event happened, as exactly as is agreed.

    The most exact list of places over all values, or the best supported one where the place is disputed; in it, places that contain
    another of the list are left out. More than one: it happened at each of them, so no single point can stand for it.
    """
    lists = [tuple(happened_at(value)) for value in _candidates(event, Field.PLACE)]
    exact = [_innermost(each) for each in lists if each]
    return min(exact, key=lambda each: (max(_rank(place) for place in each), len(each)), default=())


def _rank(place: Where) -> int:
    """UCDP's precisions by size: a sea or a sky (7) is vaguer than a region (5) and no vaguer than a country (6)."""
    return min(place.precision, 6)


def _innermost(some: tuple[Where, ...]) -> tuple[Where, ...]:
    inner = [place for place in some if not any(other.lies_in(place) for other in some)]
    return tuple({place.id or place.name.casefold(): place for place in inner}.values())


def when(event: Event) -> When | None:
    """When the event happened, as exactly as is agreed: the shortest stretch of days, or the best supported one where it is disputed.

    None where no report gives days. The day of publication is never taken for it.
    """
    given = [value.value for value in _candidates(event, Field.WHEN)]
    resolved = [value for value in given if isinstance(value, When) and value.start is not None]
    return min(resolved, key=_length, default=None)


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
