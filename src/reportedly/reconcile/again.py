"""Events made again when reports were added: those that nothing new touches are taken over as they are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from reportedly.model import Check, Claim, Dispute, Event, LineageEdge, Report
from reportedly.reconcile.checks import checks
from reportedly.reconcile.event import Reconciled, event_of
from reportedly.reconcile.roots import Roots, roots


@dataclass(frozen=True, slots=True, kw_only=True)
class Before:
    """What was made of some of the reports: events and disputes in their order, checks, and the lineage they were made with."""

    reports: frozenset[str]
    events: Sequence[Event]
    disputes: Sequence[Dispute]
    checks: Sequence[Check]
    lineage: Sequence[LineageEdge]


def reconcile_again(
    before: Before, reports: Sequence[Report], claims: Sequence[Claim], clusters: Sequence[Sequence[str]], lineage: Sequence[LineageEdge]
) -> tuple[Reconciled, tuple[Check, ...]]:
    """What `reconcile` and `checks` give of all reports and claims, if `before` is what they gave of some of these reports.

    An event is taken over when its claims are the same, and nothing that it knows of whole reports and voices has changed.
    """
    by_id = {claim.id: claim for claim in claims}
    known = {report.id: report for report in reports}
    now = roots(reports, claims, lineage)
    some = [report for report in reports if report.id in before.reports]
    changed = _Changed(roots(some, [claim for claim in claims if claim.report in before.reports], before.lineage), now)
    old = {event.claims: event for event in before.events}
    disputed: dict[str, list[Dispute]] = defaultdict(list)
    for dispute in before.disputes:
        disputed[dispute.event].append(dispute)
    done: list[tuple[Event, list[Dispute]]] = []
    anew: list[tuple[str, ...]] = []
    ordered = [sorted((by_id[i] for i in cluster), key=lambda claim: claim.place) for cluster in clusters if cluster]
    for members in sorted(ordered, key=lambda m: m[0].place):
        event = old.get(tuple(claim.id for claim in members))
        if event is not None and not changed.touches(event, members):
            done.append((event, disputed[event.id]))
        else:
            done.append(event_of(members, known, now))
            anew.append(done[-1][0].claims)
    made = Reconciled(tuple(event for event, _ in done), tuple(dispute for _, these in done for dispute in these))
    return made, _checks(before, anew, by_id, known)


def _checks(before: Before, anew: Sequence[Sequence[str]], claims: Mapping[str, Claim], reports: Mapping[str, Report]) -> tuple[Check, ...]:
    """The checks of the events that were made anew, and of the claims of the others as they were."""
    fresh = {claim for event in anew for claim in event}
    some = sorted((claims[each] for each in fresh), key=lambda claim: claim.place)
    tested = checks([reports[each] for each in sorted({claim.report for claim in some})], some, anew)
    kept = [check for check in before.checks if check.claim not in fresh]
    return tuple(sorted((*kept, *tested), key=lambda check: (check.claim, check.name, check.detail)))


class _Changed:
    """What is told otherwise of whole reports and of voices than before."""

    def __init__(self, old: Roots, new: Roots) -> None:
        self._reports = {
            report
            for report in old.text
            if old.text[report] != new.text[report]
            or old.own[report] != new.own[report]
            or old.outlets[old.text[report]] != new.outlets[new.text[report]]
            or list(old.parts.get(report, ())) != list(new.parts.get(report, ()))
            or any(old.text.get(end) != new.text[end] for edge in new.parts.get(report, ()) for end in (edge.source_id, edge.report))
        }
        self._voices = _differing(old.sides, new.sides)
        self._names = {name for key in _differing(old.names, new.names) for name in (key, old.names.get(key, key))}

    def touches(self, event: Event, claims: Collection[Claim]) -> bool:
        """Whether an event may no longer be what it was."""
        return (
            not self._reports.isdisjoint(event.reports)
            or not self._names.isdisjoint(event.origin_names)
            or any(claim.chain and claim.chain[0].voice.id in self._voices for claim in claims)
        )


def _differing(old: Mapping[str, str], new: Mapping[str, str]) -> set[str]:
    return {key for key in old.keys() | new.keys() if old.get(key) != new.get(key)}
