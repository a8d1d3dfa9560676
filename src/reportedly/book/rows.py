"""Parts of a casebook as lines of JSON, with the keys of the full export."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from reportedly.book.index import Index
from reportedly.export.jsonl import jsonl, lines
from reportedly.link.why import Why
from reportedly.model import (
    Claim,
    Dataset,
    Decision,
    Dispute,
    Event,
    Field,
    LineageEdge,
    Member,
    Problem,
    Report,
    Sample,
    Views,
    Written,
)
from reportedly.reconcile.rules import Estimate
from reportedly.review.agreement import Agreement

if TYPE_CHECKING:
    from reportedly.book.sensitivity import Sensitivity  # an event is written by this module, and sensitivity is about events


def event_rows(index: Index, events: Sequence[Event], *, whole: bool = False) -> Iterator[str]:
    """Events; `whole` adds their claims, disputes, checks and ties, each as a line of its own type."""
    claims = tuple(index.claims[each] for event in events for each in event.claims)
    reports = _reports(index, claims)
    known = {claim.id for claim in claims}
    views = Views(
        events=tuple(events),
        disputes=tuple(dispute for event in events for dispute in index.disputes.get(event.id, ())),
        lineage=tuple(edge for report in reports for edge in index.lineage.get(report.id, ())),
        checks=tuple(check for check in index.dataset.views.checks if check.claim in known) if whole else (),
        ties=tuple(dict.fromkeys(tie for event in events for tie in index.ties.get(event.id, ()))),
    )
    part = Dataset(reports=reports, claims=claims, views=views)
    return lines(part, ("event", "claim", "dispute", "check", "tie") if whole else ("event",), beside=index.events)


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
    tie = index.tie(*events)
    tied = None if tie is None else {"kind": tie.kind.value, "a": tie.a, "b": tie.b, "why": tie.why}
    return json.dumps(row | {"type": "why", "apart": why.apart, "path": path, "events": events, "tie": tied}, ensure_ascii=False) + "\n"


def dispute_rows(disputes: Iterable[Dispute]) -> Iterator[str]:
    """Disputes."""
    return jsonl(Dataset(reports=(), claims=(), views=Views(disputes=tuple(disputes))))


def lineage_rows(edges: Iterable[LineageEdge]) -> Iterator[str]:
    """Edges of the lineage."""
    return jsonl(Dataset(reports=(), claims=(), views=Views(lineage=tuple(edges))))


def problem_rows(problems: Iterable[Problem]) -> Iterator[str]:
    """What could not be read."""
    return jsonl(Dataset(reports=(), claims=(), problems=tuple(problems)))


def sensitivity_rows(found: Sensitivity) -> Iterator[str]:
    """A line for each rule, then one for each event on which the best numbers differ, those that differ most first."""
    for each in found.totals:
        numbers = {**_numbers(each.total), "top": each.top, "open": each.open}
        row = {"type": "sensitivity", "rule": each.rule, "killed": numbers, "events": each.events, "differing": each.differing}
        yield json.dumps(row, ensure_ascii=False) + "\n"
    for one in found.differences:
        by_rule = {rule: _numbers(estimate) for rule, estimate in one.estimates.items()}
        row = {"type": "difference", "event": one.event.id, "killed": by_rule, "spread": one.spread}
        yield json.dumps(row, ensure_ascii=False) + "\n"


def _numbers(estimate: Estimate) -> dict[str, int | None]:
    return {"low": estimate.low, "best": estimate.best, "high": estimate.high}


def _reports(index: Index, claims: Sequence[Claim]) -> tuple[Report, ...]:
    return tuple(index.reports[each] for each in dict.fromkeys(claim.report for claim in claims))


def decision_rows(decisions: Iterable[Decision]) -> Iterator[str]:
    """What reviewers decided."""
    return jsonl(Dataset(reports=(), claims=(), decisions=tuple(decisions)))


def member_rows(members: Iterable[Member]) -> Iterator[str]:
    """Who works on a casebook, without the digests of their keys."""
    return (_object({"name": m.name, "role": m.role.value, "signs_in": m.key is not None, "by": m.by, "at": m.at}) for m in members)


def agreement_rows(sample: Sample, found: Mapping[Field, Agreement]) -> Iterator[str]:
    """How far two agree, a line a field."""
    return (_object({"sample": sample.number, "field": field.value, **dataclasses.asdict(each)}) for field, each in found.items())


def trail_rows(lines: Iterable[Written]) -> Iterator[str]:
    """Everything that was done, a line each, with the digest that seals it."""
    for line in lines:
        entry = {**dataclasses.asdict(line.entry), "deed": line.entry.deed.value}
        yield _object({"number": line.number, **entry, "digest": line.digest})


def _object(row: Mapping[str, object]) -> str:
    return json.dumps(row, ensure_ascii=False) + "\n"
