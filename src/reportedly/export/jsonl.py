"""The full-fidelity export: everything that a casebook holds, one JSON object a line.

Every line is an object with a `type`. In this order, each in the casebook's order:

* `report`: `id outlet title published published_basis url file text`, then `sha256 language headline boilerplate`.
  `published` is "YYYY-MM-DD" or null, `published_basis` "metadata", "byline", "inferred" or "none". `headline` is a span or null,
  `boilerplate` a list of `{"span", "kind"}`.
* `claim`: `id report event kind quote spans stance modality chain fields`, then `trigger refers_to version`. `event` is an event's id
  or null. `spans` are `[start, end)` in code points of the report's `text`, and `text[spans[0][0]:spans[0][1]] == quote`.
  `chain` is a list of `{"name", "id", "kind"}` with `of`, `stake` and `medium` where known and `cue`, the span of the words that
  show it, or null; the first speaker comes first; empty means that the outlet says it in its own voice.
  `fields` maps a field's name to `{"value", "text", "span"}`, where `text` stands at `span` in the report.
* `event`: `id kind claims reports origins fields`, then `origin_names explanation`. `explanation` is a list of
  `{"text", "claims"}`: sentences with the claims that each is made from. `reports` is how many, `claims` are ids. `fields` maps a field's
  name to `{"status", "values", "low", "best", "high"}`; each of `values` is `{"value", "claims", "origins", "denied_by"}`, with
  `"accepted": true` where a reviewer accepted it, and `"against_interest"` (claims) where a side says against its own interest what its
  opponent says too; the best supported first. `low`, `best` and `high` are numbers for counts, else null;
  a null `high` of a count: no upper end is given.
* `dispute`: `event field kind claims`, then `why`. `kind` is "contradicts" or "denies".
* `lineage`: `from to why span`, then `from_id share direction source_span`. `from` is an origin's name or, for "copies", a report's id;
  `to` a report's id. For "copies" `direction` tells how it is known which was first, "credit", "time", "containment" or "unknown" (either
  may be the source of the other), and `source_span` where the words of `span` stand in the source; else both are null.
* `check`: `claim name passed detail`.
* `problem`: `source reason detail`.
* `decision`: `number act event claims others field value text span was reason reviewer at undoes`: what reviewers decided, undone decisions
  included; all lines before it are as the decisions leave them. `event` is the id that the event had; `others` the claims that stayed
  behind when it was parted; `value`, `text` and `span` are what a corrected claim says now, `was` in words what it said before; `undoes`
  is the number of the decision that this one undoes, or null.
* `tie`: `kind a b claims why weight`: how two events stand to each other. `kind` is "part of" (`b` is part of `a`), "follows" (`b` came of
  `a`) or "may be the same" (a question to a reviewer, never a fact); `a` and `b` are events, `claims` show it; greater `weight` is surer.
* `link`: `a b score reasons`; `a` and `b` are claims, `score` is 0-1, each reason is `{"rule", "likeness", "weight", "why"}`.

A value is, by its field: a list of `{"name", "id", "kind"}` (entities); `{"low", "high", "wording", "of", "part"}` (counts; `high` null:
open); `{"start", "end", "precision", "basis"}` (times; `end` null: goes on; null in place of all: `text` names a time, but nothing tells
which days it means); a list of `{"name", "id", "lat", "lon", "country", "precision", "role", "parents"}` (places); else a string.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import Any

from reportedly.model import (
    Check,
    Claim,
    Count,
    Dataset,
    Decision,
    Dispute,
    Entity,
    Event,
    FieldView,
    LineageEdge,
    Link,
    Problem,
    Remark,
    Report,
    Saying,
    Span,
    Stated,
    Tie,
    Value,
    When,
    Where,
)
from reportedly.reconcile.beside import remarks_on_ties
from reportedly.reconcile.explanation import explanation
from reportedly.reconcile.ties import of_event

BREAKS = re.compile("[\x85\u2028\u2029\ud800-\udfff]")
"""Characters that some readers take for the end of a line, and halves of surrogate pairs, which UTF-8 cannot hold."""


def jsonl(dataset: Dataset) -> Iterator[str]:
    """A dataset line by line, each with its line end. The same dataset always gives the same text.

    Raises:
        KeyError: a claim's report is not in the dataset.
    """
    yield from lines(dataset, TYPES)


TYPES = ("report", "claim", "event", "dispute", "lineage", "check", "problem", "link", "tie", "decision")
"""Types of lines in the order of the export."""


def lines(dataset: Dataset, types: Collection[str], *, beside: Mapping[str, Event] | None = None) -> Iterator[str]:
    """The lines of some types. `beside` are the events at the other ends of ties where the dataset does not hold them.

    Raises:
        KeyError: the dataset lacks the report of a claim that is wanted, or a claim or report of an event that is.
    """
    made: dict[str, Callable[[Dataset], Iterator[Mapping[str, Any]]]] = {
        "report": lambda whole: map(_report, whole.reports),
        "claim": _claims,
        "event": lambda whole: _events(whole, beside),
        "dispute": lambda whole: map(_dispute, whole.views.disputes),
        "lineage": lambda whole: map(_lineage, whole.views.lineage),
        "check": lambda whole: map(_check, whole.views.checks),
        "problem": lambda whole: map(_problem, whole.problems),
        "link": lambda whole: map(_link, whole.views.links),
        "tie": lambda whole: map(_tie, whole.views.ties),
        "decision": lambda whole: map(_decision, whole.decisions),
    }
    for name in TYPES:
        if name in types:
            yield from map(_line, made[name](dataset))


def _claims(dataset: Dataset) -> Iterator[dict[str, Any]]:
    event_of = {claim: event.id for event in dataset.views.events for claim in event.claims}
    reports = {report.id: report for report in dataset.reports}
    return (_claim(claim, reports[claim.report], event_of) for claim in dataset.claims)


def _events(dataset: Dataset, beside: Mapping[str, Event] | None) -> Iterator[dict[str, Any]]:
    reports = {report.id: report for report in dataset.reports}
    claims = {claim.id: claim for claim in dataset.claims}
    disputes: dict[str, list[Dispute]] = defaultdict(list)
    for dispute in dataset.views.disputes:
        disputes[dispute.event].append(dispute)
    lineage: dict[str, list[LineageEdge]] = defaultdict(list)
    for edge in dataset.views.lineage:
        lineage[edge.report].append(edge)
    ties: dict[str, list[Tie]] = defaultdict(list)
    for tie in dataset.views.ties:
        ties[tie.a].append(tie)
        ties[tie.b].append(tie)
    known = {event.id: event for event in dataset.views.events} if beside is None else beside
    for event in dataset.views.events:
        edges = (edge for report in event.reports for edge in lineage.get(report, ()))
        told = explanation(event, claims, reports, disputes.get(event.id, ()), edges)
        yield _event(event, (*told, *remarks_on_ties(event, of_event(event.id, ties[event.id]), known)))


def _line(made: Mapping[str, Any]) -> str:
    text = json.dumps(made, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return BREAKS.sub(lambda m: f"\\u{ord(m[0]):04x}", text) + "\n"


def _span(span: Span | None) -> list[int] | None:
    return None if span is None else [span.start, span.end]


def _report(report: Report) -> dict[str, Any]:
    return {
        "type": "report",
        "id": report.id,
        "outlet": report.outlet,
        "title": report.title,
        "published": None if report.published is None else report.published.isoformat(),
        "published_basis": report.published_basis.value,
        "url": report.url,
        "file": report.file,
        "text": report.text,
        "sha256": report.sha256,
        "language": report.language,
        "headline": _span(report.headline),
        "boilerplate": [{"span": _span(each.span), "kind": each.kind.value} for each in report.boilerplate],
    }


def _claim(claim: Claim, report: Report, event_of: Mapping[str, str]) -> dict[str, Any]:
    return {
        "type": "claim",
        "id": claim.id,
        "report": claim.report,
        "event": event_of.get(claim.id),
        "kind": claim.kind.value,
        "quote": report.quote(claim.spans[0]),
        "spans": [_span(span) for span in claim.spans],
        "stance": claim.stance.value,
        "modality": claim.modality.value,
        "chain": [_saying(saying) for saying in claim.chain],
        "fields": {stated.field.value: _stated(stated) for stated in claim.values},
        "trigger": _span(claim.trigger),
        "refers_to": _span(claim.refers_to),
        "version": claim.version,
    }


def _saying(saying: Saying) -> dict[str, Any]:
    voice = saying.voice
    made: dict[str, Any] = {"name": voice.name, "id": voice.id, "kind": voice.kind.value}
    known = {"of": voice.of, "stake": voice.stake and voice.stake.value, "medium": saying.medium and saying.medium.value}
    return made | {name: value for name, value in known.items() if value is not None} | {"cue": _span(saying.cue)}


def _stated(stated: Stated) -> dict[str, Any]:
    return {"value": as_json(stated.value), "text": stated.text, "span": _span(stated.span)}


def as_json(value: Value) -> Any:  # noqa: ANN401  (what json.dumps takes)
    """A value in the shape that its field has in the export."""
    if isinstance(value, Count):
        of = None if value.of is None else value.of.value
        return {"low": value.low, "high": value.high, "wording": value.wording, "of": of, "part": value.part}
    if isinstance(value, When):
        if value.start is None:
            return None
        return {
            "start": value.start.isoformat(),
            "end": None if value.end is None else value.end.isoformat(),
            "precision": value.precision,
            "basis": value.basis.value,
        }
    if isinstance(value, str):
        return value
    return [_entity(each) if isinstance(each, Entity) else _where(each) for each in value]


def _entity(entity: Entity) -> dict[str, Any]:
    return {"name": entity.name, "id": entity.id, "kind": entity.kind.value}


def _where(place: Where) -> dict[str, Any]:
    return {
        "name": place.name,
        "id": place.id,
        "lat": place.lat,
        "lon": place.lon,
        "country": place.country,
        "precision": place.precision,
        "role": place.role.value,
        "parents": list(place.parents),
    }


def _event(event: Event, remarks: Sequence[Remark]) -> dict[str, Any]:
    return {
        "type": "event",
        "id": event.id,
        "kind": event.kind.value,
        "claims": list(event.claims),
        "reports": len(event.reports),
        "origins": event.origins,
        "fields": {view.field.value: _view(view) for view in event.fields},
        "origin_names": list(event.origin_names),
        "explanation": [{"text": remark.text, "claims": list(remark.claims)} for remark in remarks],
    }


def _view(view: FieldView) -> dict[str, Any]:
    values = [
        {"value": as_json(v.value), "claims": list(v.claims), "origins": v.origins, "denied_by": list(v.denied_by)}
        | ({"accepted": True} if v.accepted else {})
        | ({"against_interest": list(v.against_interest)} if v.against_interest else {})
        for v in view.values
    ]
    return {"status": view.status.value, "values": values, "low": view.low, "best": view.best, "high": view.high}


def _dispute(dispute: Dispute) -> dict[str, Any]:
    return {
        "type": "dispute",
        "event": dispute.event,
        "field": dispute.field.value,
        "kind": dispute.kind.value,
        "claims": list(dispute.claims),
        "why": dispute.why,
    }


def _lineage(edge: LineageEdge) -> dict[str, Any]:
    return {
        "type": "lineage",
        "from": edge.source,
        "to": edge.report,
        "why": edge.why.value,
        "span": _span(edge.span),
        "from_id": edge.source_id,
        "share": edge.share,
        "direction": None if edge.direction is None else edge.direction.value,
        "source_span": _span(edge.source_span),
    }


def _check(check: Check) -> dict[str, Any]:
    return {"type": "check", "claim": check.claim, "name": check.name, "passed": check.passed, "detail": check.detail}


def _problem(problem: Problem) -> dict[str, Any]:
    return {"type": "problem", "source": problem.source, "reason": problem.reason.value, "detail": problem.detail}


def _link(link: Link) -> dict[str, Any]:
    reasons = [{"rule": r.rule, "likeness": r.likeness, "weight": r.weight, "why": r.why} for r in link.reasons]
    return {"type": "link", "a": link.a, "b": link.b, "score": link.score, "reasons": reasons}


def _tie(tie: Tie) -> dict[str, Any]:
    return {
        "type": "tie",
        "kind": tie.kind.value,
        "a": tie.a,
        "b": tie.b,
        "claims": list(tie.claims),
        "why": tie.why,
        "weight": tie.weight,
    }


def _decision(decision: Decision) -> dict[str, Any]:
    stated = decision.stated
    return {
        "type": "decision",
        "number": decision.number,
        "act": decision.act.value,
        "event": decision.event,
        "claims": [each.claim for each in decision.claims],
        "others": [each.claim for each in decision.others],
        "field": None if decision.field is None else decision.field.value,
        "value": None if stated is None else as_json(stated.value),
        "text": None if stated is None else stated.text,
        "span": None if stated is None else _span(stated.span),
        "was": decision.was,
        "reason": decision.reason,
        "reviewer": decision.reviewer,
        "at": decision.at,
        "undoes": decision.undoes,
    }
