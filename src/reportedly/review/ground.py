"""What decisions are laid over: a dataset as it was read, with all that is looked up in it each time that something is decided."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from typing import Any, NamedTuple, TypeVar

from reportedly.model import Anchor, Check, Claim, Dataset, Dispute, Event, Link, Report, Sign
from reportedly.reconcile.checks import checks
from reportedly.reconcile.event import event_of
from reportedly.reconcile.roots import Roots, roots
from reportedly.reconcile.ruling import Ruling

Kept = TypeVar("Kept")


class Made(NamedTuple):
    """An event as decided, with its disputes and the checks on its claims."""

    event: Event
    disputes: tuple[Dispute, ...]
    checks: tuple[Check, ...]


Key = tuple[tuple[str, ...], tuple[tuple[str, tuple[int, ...]], ...], Ruling]
"""What an event is made of: the ids of its claims, those that decisions restated with the numbers of these, and the ruling."""


def by_claim(check: Check) -> tuple[str, str, str]:
    """What checks are in order of."""
    return check.claim, check.name, check.detail


def without(values: Sequence[Kept], places: Iterable[int]) -> list[Kept]:
    """All values but those at some places.

    >>> without("abcdef", {4, 1})
    ['a', 'c', 'd', 'f']
    """
    kept: list[Kept] = []
    at = 0
    for n in sorted(places):
        kept += values[at:n]
        at = n + 1
    return [*kept, *values[at:]]


def merged(values: Sequence[Kept], new: Iterable[Kept], key: Callable[[Kept], Any]) -> list[Kept]:
    """Values that are in the order of a key, with new ones where they belong, behind their equals.

    >>> merged([10, 20, 30], [25, 5, 20], key=int)
    [5, 10, 20, 20, 25, 30]
    """
    found: list[Kept] = []
    at = 0
    for each in sorted(new, key=key):
        to = bisect_right(values, key(each), lo=at, key=key)
        found += [*values[at:to], each]
        at = to
    return [*found, *values[at:]]


class Ground:
    """A dataset that was read, and look-ups in it that stay while decisions come and go.

    Each is worked out when it is first asked for. Of equal decisions on equal claims an event is made once: `make` remembers those of the
    last replay.
    """

    def __init__(self, dataset: Dataset) -> None:
        self.dataset = dataset
        self.reports: dict[str, Report] = {report.id: report for report in dataset.reports}
        self.claims: dict[str, Claim] = {claim.id: claim for claim in dataset.claims}
        self.events: dict[str, Event] = {event.id: event for event in dataset.views.events}
        self.event_of: dict[str, str] = {claim: event.id for event in dataset.views.events for claim in event.claims}
        self._made: dict[Key, Made] = {}
        self._before: dict[Key, Made] = {}

    def prepare(self) -> None:
        """Work out now what is else looked up first when something is decided."""
        _ = self.roots, self.order, self.claims_in, self.links, self.links_at, self.astray, self.checks, self.checks_at, self.groups
        _ = self.signs_at

    @cached_property
    def roots(self) -> Roots:
        """What lineage tells about the origins of whole reports."""
        return roots(self.dataset.reports, self.dataset.claims, self.dataset.views.lineage)

    @cached_property
    def order(self) -> dict[str, int]:
        """The place of each claim's id in the casebook's order."""
        return {claim: n for n, claim in enumerate(self.claims)}

    @cached_property
    def claims_in(self) -> dict[str, tuple[Claim, ...]]:
        """The claims of each report that makes any."""
        found: dict[str, list[Claim]] = defaultdict(list)
        for claim in self.dataset.claims:
            found[claim.report].append(claim)
        return {report: tuple(some) for report, some in found.items()}

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """The links in the order of their claims."""
        return tuple(sorted(self.dataset.views.links, key=self.place_of))

    @cached_property
    def links_at(self) -> dict[str, list[int]]:
        """Where the links of a claim stand in `links`."""
        found: dict[str, list[int]] = defaultdict(list)
        for n, link in enumerate(self.links):
            found[link.a].append(n)
            found[link.b].append(n)
        return dict(found)

    @cached_property
    def astray(self) -> frozenset[int]:
        """Where links stand in `links` whose claims are not of one event."""
        return frozenset(n for n, link in enumerate(self.links) if self.event_of.get(link.a) != self.event_of.get(link.b))

    @cached_property
    def checks(self) -> tuple[Check, ...]:
        """The checks by claim and name."""
        return tuple(sorted(self.dataset.views.checks, key=by_claim))

    @cached_property
    def checks_at(self) -> dict[str, list[int]]:
        """Where the checks on a claim stand in `checks`."""
        found: dict[str, list[int]] = defaultdict(list)
        for n, check in enumerate(self.checks):
            found[check.claim].append(n)
        return dict(found)

    @cached_property
    def groups(self) -> dict[str, Sequence[str]]:
        """The ids of the claims of each event."""
        return {event.id: event.claims for event in self.dataset.views.events}

    @cached_property
    def signs_at(self) -> dict[str, tuple[Sign, ...]]:
        """The signs that a claim is an end of."""
        found: dict[str, list[Sign]] = defaultdict(list)
        for sign in self.dataset.views.signs:
            found[sign.a].append(sign)
            found[sign.b].append(sign)
        return {claim: tuple(some) for claim, some in found.items()}

    def place_of(self, link: Link) -> tuple[int, int]:
        """Where a link stands among others."""
        return self.order[link.a], self.order[link.b]

    def find(self, anchors: Iterable[Anchor]) -> list[str]:
        """The ids of the claims that decisions remember and that are still there, in order, each once: by id, else by where they stand."""
        return list(dict.fromkeys(found for each in anchors if (found := self._one(each)) is not None))

    def _one(self, wanted: Anchor) -> str | None:
        if wanted.claim in self.claims:
            return wanted.claim
        there = [claim for claim in self.claims_in.get(wanted.report, ()) if claim.trigger.overlaps(wanted.trigger)]
        alike = [claim for claim in there if claim.kind is wanted.kind] or there
        return alike[0].id if len(alike) == 1 else None

    def begin(self) -> None:
        """A replay begins: what the last made is at hand, what it does not use is forgotten."""
        self._before, self._made = self._made, {}

    def make(self, claims: list[Claim], restated: Mapping[str, tuple[int, ...]], ruling: Ruling) -> Made:
        """An event of claims, some of them restated by decisions of the given numbers, as reviewers ruled on it."""
        claims = sorted(claims, key=lambda claim: claim.place)
        ids = tuple(claim.id for claim in claims)
        key = ids, tuple((each, restated[each]) for each in ids if each in restated), ruling
        if key not in self._made:
            self._made[key] = self._before.get(key) or self._anew(claims, ruling)
        return self._made[key]

    def _anew(self, claims: list[Claim], ruling: Ruling) -> Made:
        event, disputes = event_of(claims, self.reports, self.roots, ruling)
        within = [self.reports[each] for each in event.reports]
        return Made(event, tuple(disputes), checks(within, claims, [event.claims]))
