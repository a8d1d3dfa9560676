"""A dataset with its reports, claims and events at hand by id."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain, pairwise
from typing import Protocol, TypeVar

from reportedly.book.lineage import fed
from reportedly.errors import NotFound, UsageError
from reportedly.model import Check, Claim, Dataset, Dispute, Event, LineageEdge, Report, Tie, stable_id
from reportedly.reconcile.roots import Roots
from reportedly.reconcile.ties import of_event
from reportedly.review.ground import Ground
from reportedly.review.meant import Meant, meant
from reportedly.review.replay import Reviewed


class Named(Protocol):
    """Something with an id."""

    @property
    def id(self) -> str:
        """Its id."""
        ...


Found = TypeVar("Found", bound=Named)
Key = TypeVar("Key")
Value = TypeVar("Value")

SHORTEST = 5
"""Characters of a shortened id, its letter included, that no listing goes below."""

CANDIDATES = 8
"""How many ids an ambiguous prefix is answered with."""


class Settled:
    """What no decision changes, worked out when it is first asked for: one for each reading of a casebook, shared by all its indexes."""

    def __init__(self, dataset: Dataset) -> None:
        self._dataset = dataset
        self.ground = Ground(dataset)

    def prepare(self) -> None:
        """Work all of it out now."""
        _ = self.lineage, self.fed, self.alike, self.by_day, self.folded, self.short, self.meant
        self.ground.prepare()

    @cached_property
    def lineage(self) -> dict[str, tuple[LineageEdge, ...]]:
        """The edges into a report."""
        return gathered((edge.report, edge) for edge in self._dataset.views.lineage)

    @cached_property
    def fed(self) -> tuple[tuple[LineageEdge, ...], ...]:
        """The edges from each source, those sources first that fed most reports, and between reports that print the same words."""
        return fed(self._dataset.views.lineage)

    @cached_property
    def alike(self) -> dict[str, tuple[LineageEdge, ...]]:
        """For each report the edges between it and others with the same words of which nothing tells that they were later."""
        return gathered((edge.source_id, edge) for edge in self._dataset.views.lineage if edge.is_undirected)

    @cached_property
    def by_day(self) -> tuple[Report, ...]:
        """The reports by the day of their publication, undated last, and outlet."""
        days = {report.id: report.published.toordinal() if report.published else math.inf for report in self._dataset.reports}
        return tuple(sorted(self._dataset.reports, key=lambda report: (days[report.id], report.outlet or "", report.id)))

    @cached_property
    def folded(self) -> dict[str, str]:
        """The title and text of each report without case, with one space between words."""
        return {report.id: " ".join(f"{report.title or ''} {report.text}".casefold().split()) for report in self._dataset.reports}

    @cached_property
    def meant(self) -> Meant:
        """What claims mean by the names that they give."""
        return meant(self._dataset.claims)

    @cached_property
    def short(self) -> dict[str, str]:
        """The ids of reports and claims cut short."""
        return short_ids(report.id for report in self._dataset.reports) | short_ids(claim.id for claim in self._dataset.claims)


class Short(Mapping[str, str]):
    """The shortest forms of all ids that tell them apart, each noun by itself; those of events are cut when one is first asked for."""

    def __init__(self, settled: Settled, events: Mapping[str, Event]) -> None:
        self._settled, self._events = settled, events

    @cached_property
    def _of_events(self) -> dict[str, str]:
        return short_ids(self._events)

    def __getitem__(self, identity: str) -> str:
        return self._of_events[identity] if identity in self._events else self._settled.short[identity]

    def __iter__(self) -> Iterator[str]:
        return chain(self._settled.short, self._events)

    def __len__(self) -> int:
        return len(self._settled.short) + len(self._events)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Index:
    """Look-ups over one dataset.

    `event_of` is the event of a claim's id; `failed` the failed checks on it; `ties` those of an event, as a reader wants them; `lineage`
    the edges into a report;
    `short` the shortest forms of all ids that tell them apart. `reviewed` tells what reviewers decided and what came of it, `settled` has
    what that does not change.
    """

    dataset: Dataset
    reports: Mapping[str, Report]
    claims: Mapping[str, Claim]
    events: Mapping[str, Event]
    event_of: Mapping[str, str]
    disputes: Mapping[str, tuple[Dispute, ...]]
    failed: Mapping[str, tuple[Check, ...]]
    ties: Mapping[str, tuple[Tie, ...]]
    short: Mapping[str, str]
    reviewed: Reviewed
    settled: Settled

    @property
    def lineage(self) -> Mapping[str, tuple[LineageEdge, ...]]:
        """The edges into a report."""
        return self.settled.lineage

    @property
    def roots(self) -> Roots:
        """What lineage tells about the origins of whole reports; worked out when it is first asked for."""
        return self.settled.ground.roots

    def now(self, event: str) -> str:
        """The id under which an event is found now.

        Of one that was joined with another, by a decision or by a report that came later, that is where its first claim is: the
        id of an event is made from the smallest id of its claims, so the claim is found by it.
        """
        if event in self.events or event in self.reviewed.moved:
            return self.reviewed.moved.get(event, event)
        first = next((claim for claim in self.claims if stable_id("e", claim) == event), "")
        return self.event_of.get(first, event)

    def tie(self, a: str | None, b: str | None) -> Tie | None:
        """How two events stand to each other, or None where nothing is told, or one of them is None."""
        return next((tie for tie in self.ties.get(a or "", ()) if b is not None and tie.other(a or "") == b), None)

    def quote(self, claim: Claim) -> str:
        """The words that a claim rests on, as they stand in its report."""
        return self.reports[claim.report].quote(claim.spans[0])

    def claims_in(self, report: str) -> tuple[Claim, ...]:
        """The claims that a report makes, in their order."""
        return tuple(self.claims[claim.id] for claim in self.settled.ground.claims_in.get(report, ()))


def index(dataset: Dataset) -> Index:
    """The look-ups over a dataset as it was read."""
    settled = Settled(dataset)
    ground = settled.ground
    return Index(
        dataset=dataset,
        reports=ground.reports,
        claims=ground.claims,
        events=ground.events,
        event_of=ground.event_of,
        disputes=gathered((dispute.event, dispute) for dispute in dataset.views.disputes),
        failed=gathered((check.claim, check) for check in dataset.views.checks if not check.passed),
        ties=ties_of(dataset.views.ties),
        short=Short(settled, ground.events),
        reviewed=Reviewed(dataset=dataset),
        settled=settled,
    )


def reviewed_index(read: Index, reviewed: Reviewed) -> Index:
    """The look-ups over what was read as it was reviewed: those of `read`, where nothing was decided."""
    dataset = reviewed.dataset
    ties = read.ties if dataset.views.ties == read.dataset.views.ties else ties_of(dataset.views.ties)
    if not reviewed.gone and not reviewed.restated:
        return replace(read, dataset=dataset, ties=ties, reviewed=reviewed)
    made = {event.id: event for event in reviewed.made}
    before = {claim for event in reviewed.gone for claim in read.events[event].claims} | reviewed.left_out
    after = {claim: event.id for event in reviewed.made for claim in event.claims}
    events = _without(read.events, reviewed.gone) | made
    return replace(
        read,
        dataset=dataset,
        claims={**read.claims, **reviewed.restated},
        events=events,
        event_of=_without(read.event_of, before) | after,
        disputes=_without(read.disputes, reviewed.gone)
        | gathered((dispute.event, dispute) for dispute in dataset.views.disputes if dispute.event in made),
        failed=_without(read.failed, before)
        | gathered((check.claim, check) for check in dataset.views.checks if not check.passed and check.claim in after),
        ties=ties,
        short=Short(read.settled, events),
        reviewed=reviewed,
    )


def ties_of(ties: Iterable[Tie]) -> dict[str, tuple[Tie, ...]]:
    """The ties of each event: its wholes, its parts, what it followed, what followed, what may be the same."""
    found = gathered((end, tie) for tie in ties for end in (tie.a, tie.b))
    return {event: of_event(event, some) for event, some in found.items()}


def _without(known: Mapping[Key, Value], keys: Iterable[Key]) -> dict[Key, Value]:
    kept = dict(known)
    for each in keys:
        kept.pop(each, None)
    return kept


def gathered(pairs: Iterable[tuple[Key, Value]]) -> dict[Key, tuple[Value, ...]]:
    """The values of each key, in their order."""
    found: dict[Key, list[Value]] = defaultdict(list)
    for key, value in pairs:
        found[key].append(value)
    return {key: tuple(some) for key, some in found.items()}


def one(noun: str, prefix: str, known: Mapping[str, Found], among: Iterable[Found]) -> Found:
    """As `by_prefix`; an id that is written in full is looked up, and nobody else is looked at."""
    return known[prefix] if prefix in known else by_prefix(noun, prefix, among)


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
