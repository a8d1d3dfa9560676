"""The queue: which events a reviewer should look at next, and why."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from reportedly.model import Act, Decision, Event, Field, When, Where
from reportedly.review.replay import Reviewed

WEAK = 0.6
"""A link below this score is shown to be looked at: it was a near thing whether its claims are of one event."""

WEIGHTS = {
    "flagged": 64,
    "has claims that were not there when it was accepted": 48,
    "disputed": 32,
    "failed check": 16,
    "weak link": 8,
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


def queue(reviewed: Reviewed, events: Iterable[Event]) -> tuple[Item, ...]:
    """Which of some events wait for a reviewer, most urgent first. What was accepted, and is as it was, does not wait."""
    views = reviewed.dataset.views
    holding = {each.number for each in reviewed.standing}
    disputed = {dispute.event for dispute in views.disputes}
    failed = {check.claim for check in views.checks if not check.passed}
    weak = {end for link in views.links if link.score < WEAK for end in (link.a, link.b)}
    items = []
    for event in events:
        said = [each for each in reviewed.concerning.get(event.id, ()) if each.number in holding]
        reasons = _reasons(event, said, disputed=event.id in disputed, failed=not failed.isdisjoint(event.claims), weak=weak)
        if reasons:
            items.append(Item(event=event.id, reasons=tuple(reasons), urgency=sum(WEIGHTS[each] for each in reasons)))
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


def _reasons(event: Event, said: Sequence[Decision], *, disputed: bool, failed: bool, weak: set[str]) -> list[str]:
    accepted, flagged = _accepted(said), _flagged(said)
    if accepted is not None:
        grown = not set(event.claims) <= {each.claim for each in accepted.claims}
        told = {"flagged": flagged, "has claims that were not there when it was accepted": grown}
        return [name for name, holds in told.items() if holds]
    told = {
        "flagged": flagged,
        "disputed": disputed,
        "failed check": failed,
        "weak link": any(claim in weak for claim in event.claims),
        "one origin": event.origins <= 1,
        "no place": not _has_place(event),
        "no day": not _has_day(event),
    }
    return [name for name, holds in told.items() if holds]


def _has_place(event: Event) -> bool:
    view = event.get(Field.PLACE)
    values = [] if view is None else [value.value for value in view.values]
    return any(isinstance(each, Where) and each.lat is not None for value in values if isinstance(value, tuple) for each in value)


def _has_day(event: Event) -> bool:
    view = event.get(Field.WHEN)
    return view is not None and any(isinstance(value.value, When) and value.value.start is not None for value in view.values)
