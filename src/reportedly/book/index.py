"""A dataset with its reports, claims and events at hand by id."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Protocol, TypeVar

from reportedly.errors import NotFound, UsageError
from reportedly.model import Check, Claim, Dataset, Dispute, Event, LineageEdge, Report, stable_id
from reportedly.reconcile.origins import Roots, roots
from reportedly.review.replay import Reviewed


class Named(Protocol):
    """Something with an id."""

    @property
    def id(self) -> str:
        """Its id."""
        ...


Found = TypeVar("Found", bound=Named)

SHORTEST = 5
"""Characters of a shortened id, its letter included, that no listing goes below."""

CANDIDATES = 8
"""How many ids an ambiguous prefix is answered with."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Index:
    """Look-ups over one dataset.

    `event_of` is the event of a claim's id; `failed` the failed checks on it; `lineage` the edges into a report;
    `short` the shortest forms of all ids that tell them apart. `reviewed` tells what reviewers decided and what came of it.
    """

    dataset: Dataset
    reports: dict[str, Report]
    claims: dict[str, Claim]
    events: dict[str, Event]
    event_of: dict[str, str]
    disputes: dict[str, tuple[Dispute, ...]]
    lineage: dict[str, tuple[LineageEdge, ...]]
    failed: dict[str, tuple[Check, ...]]
    short: dict[str, str]
    reviewed: Reviewed
    _kept: list[Roots] = field(default_factory=list, repr=False)

    @property
    def roots(self) -> Roots:
        """What lineage tells about the origins of whole reports; worked out when it is first asked for."""
        if not self._kept:
            self._kept.append(roots(self.dataset.reports, self.dataset.claims, self.dataset.views.lineage))
        return self._kept[0]

    def now(self, event: str) -> str:
        """The id under which an event is found now.

        Of one that was joined with another, by a decision or by a report that came later, that is where its first claim is: the
        id of an event is made from the smallest id of its claims, so the claim is found by it.
        """
        if event in self.events or event in self.reviewed.moved:
            return self.reviewed.moved.get(event, event)
        first = next((claim for claim in self.claims if stable_id("e", claim) == event), "")
        return self.event_of.get(first, event)

    def quote(self, claim: Claim) -> str:
        """The words that a claim rests on, as they stand in its report."""
        return self.reports[claim.report].quote(claim.spans[0])


def index(dataset: Dataset, reviewed: Reviewed | None = None, *, known: Index | None = None) -> Index:
    """The look-ups over a dataset, as it was reviewed. `known` are those of the same casebook without its decisions."""
    if known is not None and known.dataset is dataset:
        return replace(known, reviewed=reviewed or known.reviewed)
    disputes: dict[str, list[Dispute]] = defaultdict(list)
    for dispute in dataset.views.disputes:
        disputes[dispute.event].append(dispute)
    lineage: dict[str, list[LineageEdge]] = defaultdict(list)
    for edge in dataset.views.lineage:
        lineage[edge.report].append(edge)
    failed: dict[str, list[Check]] = defaultdict(list)
    for check in dataset.views.checks:
        if not check.passed:
            failed[check.claim].append(check)
    return Index(
        dataset=dataset,
        reports={report.id: report for report in dataset.reports},
        claims={claim.id: claim for claim in dataset.claims},
        events={event.id: event for event in dataset.views.events},
        event_of={claim: event.id for event in dataset.views.events for claim in event.claims},
        disputes={event: tuple(some) for event, some in disputes.items()},
        lineage={report: tuple(some) for report, some in lineage.items()},
        failed={claim: tuple(some) for claim, some in failed.items()},
        short={
            **short_ids(report.id for report in dataset.reports),
            **short_ids(claim.id for claim in dataset.claims),
            **short_ids(event.id for event in dataset.views.events),
        },
        reviewed=reviewed or Reviewed(dataset=dataset),
        _kept=[] if known is None else [known.roots],
    )


def by_prefix(noun: str, prefix: str, among: Iterable[Found]) -> Found:
    """The only one whose id starts with `prefix`; an id written in full is always found.

    Raises:
        NotFound: no id starts so, or the prefix is empty.
        UsageError: several do; the message names them.
    """
    found = [each for each in among if each.id.startswith(prefix)] if prefix else []
    exact = [each for each in found if each.id == prefix]
    if not found:
        raise NotFound(noun, prefix)
    if len(found) > 1 and not exact:
        more = f" and {len(found) - CANDIDATES} more" if len(found) > CANDIDATES else ""
        known = ", ".join(each.id for each in found[:CANDIDATES])
        raise UsageError(
            f"{len(found)} {noun}s have an id that starts with {prefix!r}: {known}{more}. Nothing was shown. Write more of the id."
        )
    return (exact or found)[0]


def short_ids(ids: Iterable[str]) -> dict[str, str]:
    """Each id cut to one length at which all of them still differ, at least five characters.

    >>> short_ids(["e12345a", "e12345b", "e99999c"])
    {'e12345a': 'e12345a', 'e12345b': 'e12345b', 'e99999c': 'e99999c'}
    """
    known = sorted(set(ids))
    shared = max((_shared(a, b) for a, b in pairwise(known)), default=0)
    return {each: each[: max(SHORTEST, shared + 1)] for each in known}


def _shared(a: str, b: str) -> int:
    """How many characters two ids share from their start."""
    return next((n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
