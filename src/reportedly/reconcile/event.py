"""Events: for each cluster of claims its fields, their values and origins, and what is disputed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from reportedly.model import Claim, Dispute, Event, Field, FieldView, Kind, LineageEdge, Report, Stance, stable_id
from reportedly.plugins import stage
from reportedly.reconcile import disputes
from reportedly.reconcile.denials import issues
from reportedly.reconcile.fields import conflicts, values, view
from reportedly.reconcile.held import Happening
from reportedly.reconcile.origins import origins
from reportedly.reconcile.roots import Roots, roots
from reportedly.reconcile.ruling import NONE, Ruling, ruled_origins, ruled_view


class Reconciled(NamedTuple):
    """Events in the order of their first claims; disputes in the order of events and fields."""

    events: tuple[Event, ...]
    disputes: tuple[Dispute, ...]


@stage(
    version=3,
    reads={
        "report.outlet",
        "report.published",
        "report.text",
        "claim.kind",
        "claim.stance",
        "claim.chain",
        "claim.spans",
        "claim.trigger",
        "claim.refers_to",
        "claim.values",
        "clusters",
        "lineage",
    },
    makes={"events", "disputes"},
)
def reconcile(
    reports: Sequence[Report], claims: Sequence[Claim], clusters: Sequence[Sequence[str]], lineage: Sequence[LineageEdge]
) -> Reconciled:
    """What each cluster of claims says, field by field. The same for the same input in any order.

    An event's id is made from the smallest of its claims' ids.

    Raises:
        KeyError: a cluster names a claim, or a claim or an edge a report, that is not given.
    """
    by_id = {claim.id: claim for claim in claims}
    known = {report.id: report for report in reports}
    found = roots(reports, claims, lineage)
    ordered = [sorted((by_id[i] for i in cluster), key=lambda claim: claim.place) for cluster in clusters if cluster]
    done = [event_of(members, known, found) for members in sorted(ordered, key=lambda m: m[0].place)]
    return Reconciled(tuple(event for event, _ in done), tuple(dispute for _, some in done for dispute in some))


def event_of(claims: Sequence[Claim], reports: Mapping[str, Report], known: Roots, ruling: Ruling = NONE) -> tuple[Event, list[Dispute]]:
    """One event of claims in the casebook's order, as reviewers ruled on it, with its disputes."""
    identity = stable_id("e", min(claim.id for claim in claims))
    behind = origins(claims, reports, known)
    if ruling.rested:
        behind = ruled_origins(behind, ruling, {claim.id: claim for claim in claims}, reports)
    happening = Happening(claims=tuple(claims), reports=reports, origins=behind, issues=issues(claims, reports), kind=_kind(claims))
    found = disputes.denials(identity, happening)
    denied = {dispute.field for dispute in found}
    views: list[FieldView] = []
    for field in happening.fields:
        held, relations = values(field, happening)
        clash = disputes.contradiction(identity, field, happening, held, conflicts(field, held, relations))
        found += [clash] if clash is not None else []
        seen = view(field, held, relations, disputed=clash is not None or field in denied) if held else None
        views += [ruled_view(seen, ruling.accepted) if ruling.accepted else seen] if seen is not None else []
    everyone = behind.everyone(claims)
    event = Event(
        id=identity,
        kind=happening.kind,
        claims=tuple(claim.id for claim in claims),
        reports=tuple(dict.fromkeys(claim.report for claim in claims)),
        origins=len(everyone),
        origin_names=behind.called(everyone),
        fields=tuple(views),
    )
    return event, sorted(found, key=lambda d: (list(Field).index(d.field), d.kind, d.claims))


def _kind(claims: Sequence[Claim]) -> Kind:
    """The kind that most asserting claims give (all claims where none asserts); of equals the first of `Kind`."""
    counted = Counter(c.kind for c in claims if c.stance is Stance.ASSERTS) or Counter(c.kind for c in claims)
    return min(counted, key=lambda k: (-counted[k], list(Kind).index(k)))
