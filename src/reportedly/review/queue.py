"""The queue: which events a reviewer should look at next, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from reportedly.model import Act, Decision, Event, Field, TieKind, Views, When, Where
from reportedly.review.replay import Reviewed

WEAK = 0.6
"""A link below this score is shown to be looked at: it was a near thing whether its claims are of one event."""

SAME = "may be the same as another event"

WEIGHTS = {
    "flagged": 128,
    "has claims that were not there when it was accepted": 96,
    "disputed": 64,
    "failed check": 32,
    "weak link": 16,
    SAME: 8,
    "one origin": 4,
    "no place": 2,
    "no day": 1,
}
"""Reasons in the order of their urgency. An event's urgency is the sum over its reasons, so that more of them go first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """An event that waits, with its reasons, most urgent first, and its urgency: more is sooner."""

    event: str
    reasons: tuple[str, ...]
    urgency: int


Plain = dict[str, tuple[Event, Item]]
"""By the ids of events the events, and how they wait where nothing was decided about them; an item without reasons waits for nothing."""


def queue(reviewed: Reviewed, events: Iterable[Event], known: Plain | None = None) -> tuple[Item, ...]:
    """Which of some events wait for a reviewer, most urgent first. What was accepted, and is as it was, does not wait.

    `known` is what was found out before: it is used for the same events, and filled.
    """
    signs, known = _Signs(reviewed.dataset.views), {} if known is None else known
    holding = {each.number for each in reviewed.standing}
    items = []
    for event in events:
        before = known.get(event.id)
        if before is None or before[0] is not event or signs.is_doubted(event) != (SAME in before[1].reasons):
            before = known[event.id] = event, _item(event, tuple(signs.reasons(event)))
        said = [each for each in reviewed.concerning.get(event.id, ()) if each.number in holding]
        item = _item(event, _decided(event, said, before[1].reasons)) if said else before[1]
        if item.reasons:
            items.append(item)
    return tuple(sorted(items, key=lambda item: -item.urgency))


class Standing(StrEnum):
    """How far the review of an event has come."""

    WAITS = "waits"
    """It is in the queue."""
    ACCEPTED = "accepted"
    """It was accepted whole, and not flagged since."""
    FLAGGED = "flagged"
    DECIDED = "decided"
    """Something that holds was decided about it."""
    UNDECIDED = "undecided"


def standings(said: Sequence[Decision], *, waits: bool) -> frozenset[Standing]:
    """All that is true of an event, from the decisions about it that hold, and whether it is in the queue."""
    accepted, flagged = _accepted(said), _flagged(said)
    told = {
        Standing.WAITS: waits,
        Standing.ACCEPTED: accepted is not None and not flagged,
        Standing.FLAGGED: flagged,
        Standing.DECIDED: bool(said),
        Standing.UNDECIDED: not said,
    }
    return frozenset(name for name, holds in told.items() if holds)


def _accepted(said: Sequence[Decision]) -> Decision | None:
    """The last decision that the whole event is as it should be."""
    return next((each for each in reversed(said) if each.act is Act.ACCEPT and each.field is None), None)


def _flagged(said: Sequence[Decision]) -> bool:
    accepted = _accepted(said)
    return any(each.act is Act.FLAG and (accepted is None or each.number > accepted.number) for each in said)


def _item(event: Event, reasons: tuple[str, ...]) -> Item:
    return Item(event=event.id, reasons=reasons, urgency=sum(WEIGHTS[each] for each in reasons))


def _decided(event: Event, said: Sequence[Decision], plain: tuple[str, ...]) -> tuple[str, ...]:
    """Why an event waits about which something was decided, and would wait for `plain` reasons."""
    accepted, flagged = _accepted(said), _flagged(said)
    grown = accepted is not None and not set(event.claims) <= {each.claim for each in accepted.claims}
    told = {"flagged": flagged, "has claims that were not there when it was accepted": grown}
    return (*(name for name, holds in told.items() if holds), *(plain if accepted is None else ()))


class _Signs:
    """What tells that an event should be looked at, whatever was decided about it."""

    def __init__(self, views: Views) -> None:
        self._views = views

    @cached_property
    def _disputed(self) -> set[str]:
        return {dispute.event for dispute in self._views.disputes}

    @cached_property
    def _failed(self) -> set[str]:
        return {check.claim for check in self._views.checks if not check.passed}

    @cached_property
    def _weak(self) -> set[str]:
        return {end for link in self._views.links if link.score < WEAK for end in (link.a, link.b)}

    def is_doubted(self, event: Event) -> bool:
        """Whether it may be the same as another one: this can change while nothing about the event itself does."""
        return event.id in self._same

    @cached_property
    def _same(self) -> set[str]:
        return {end for tie in self._views.ties if tie.kind is TieKind.MAY_BE_SAME for end in (tie.a, tie.b)}

    def reasons(self, event: Event) -> Iterator[str]:
        """Why it should be looked at."""
        told = {
            "disputed": event.id in self._disputed,
            "failed check": not self._failed.isdisjoint(event.claims),
            "weak link": not self._weak.isdisjoint(event.claims),
            SAME: self.is_doubted(event),
            "one origin": event.origins <= 1,
            "no place": not _has_place(event),
            "no day": not _has_day(event),
        }
        return (name for name, holds in told.items() if holds)


def _has_place(event: Event) -> bool:
    view = event.get(Field.PLACE)
    values = [] if view is None else [value.value for value in view.values]
    return any(isinstance(each, Where) and each.lat is not None for value in values if isinstance(value, tuple) for each in value)


def _has_day(event: Event) -> bool:
    view = event.get(Field.WHEN)
    return view is not None and any(isinstance(value.value, When) and value.value.start is not None for value in view.values)
