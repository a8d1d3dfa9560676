"""Parts of a casebook as lines of JSON, with the keys of the full export."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence

from reportedly.book.index import Index
from reportedly.export.jsonl import jsonl, lines
from reportedly.link.why import Why
from reportedly.model import Claim, Dataset, Decision, Dispute, Event, LineageEdge, Problem, Report, Views


def event_rows(index: Index, events: Sequence[Event], *, whole: bool = False) -> Iterator[str]:
    """Events; `whole` adds their claims, disputes and checks, each as a line of its own type."""
    claims = tuple(index.claims[each] for event in events for each in event.claims)
    reports = _reports(index, claims)
    known = {claim.id for claim in claims}
    views = Views(
        events=tuple(events),
        disputes=tuple(dispute for event in events for dispute in index.disputes.get(event.id, ())),
        lineage=tuple(edge for report in reports for edge in index.lineage.get(report.id, ())),
        checks=tuple(check for check in index.dataset.views.checks if check.claim in known) if whole else (),
    )
    part = Dataset(reports=reports, claims=claims, views=views)
    return lines(part, ("event", "claim", "dispute", "check") if whole else ("event",))


def claim_rows(index: Index, claims: Sequence[Claim]) -> Iterator[str]:
    """Claims."""
    events = tuple(index.events[each] for each in dict.fromkeys(index.event_of[c.id] for c in claims if c.id in index.event_of))
    return lines(Dataset(reports=_reports(index, claims), claims=tuple(claims), views=Views(events=events)), ("claim",))


def report_rows(index: Index, report: Report, claims: Sequence[Claim]) -> Iterator[str]:
    """A report, then its claims."""
    yield from jsonl(Dataset(reports=(report,), claims=()))
    yield from claim_rows(index, claims)


def why_row(why: Why, a: Claim, b: Claim, index: Index) -> str:
    """Why two claims are, or are not, of one event: the keys of a link, then what keeps them apart, the links between, their events."""
    row = json.loads(next(lines(Dataset(reports=(), claims=(), views=Views(links=(why.link,))), ("link",))))
    path = [[link.a, link.b] for link in why.path]
    events = [index.event_of.get(a.id), index.event_of.get(b.id)]
    return json.dumps(row | {"type": "why", "apart": why.apart, "path": path, "events": events}, ensure_ascii=False) + "\n"


def dispute_rows(disputes: Iterable[Dispute]) -> Iterator[str]:
    """Disputes."""
    return jsonl(Dataset(reports=(), claims=(), views=Views(disputes=tuple(disputes))))


def lineage_rows(edges: Iterable[LineageEdge]) -> Iterator[str]:
    """Edges of the lineage."""
    return jsonl(Dataset(reports=(), claims=(), views=Views(lineage=tuple(edges))))


def problem_rows(problems: Iterable[Problem]) -> Iterator[str]:
    """What could not be read."""
    return jsonl(Dataset(reports=(), claims=(), problems=tuple(problems)))


def _reports(index: Index, claims: Sequence[Claim]) -> tuple[Report, ...]:
    return tuple(index.reports[each] for each in dict.fromkeys(claim.report for claim in claims))


def decision_rows(decisions: Iterable[Decision]) -> Iterator[str]:
    """What reviewers decided."""
    return jsonl(Dataset(reports=(), claims=(), decisions=tuple(decisions)))
