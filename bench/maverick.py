"""Reports of one happening, coded by hand row by row: what differs, what cannot both be right, and what range the deaths span.

There is no text. Each row is made a claim of a report of its own, and the product reconciles the claims of each event. No row is
taken for another's copy, since nothing tells who had it from whom. Two questions are answered:

* as it stands, "disputed" is every field in which the rows of one event give more than one value: the best number of deaths, the first
  possible day, the point and the name of the first actor, as they were coded;
* with `clash` it is every field in which values cannot both be right: there the ranges of deaths and of days count, towns and not
  points, and actors that somebody could name.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bench import scorer
from bench.product import read_rows, write_rows
from reportedly.model import (
    Claim,
    Count,
    Entity,
    EntityKind,
    Event,
    Field,
    FieldView,
    Kind,
    Modality,
    Report,
    Span,
    Stance,
    Stated,
    Status,
    VictimClass,
    When,
    WhenBasis,
    Where,
)
from reportedly.reconcile.event import reconcile

DATA = "bench/maverick/dev.jsonl"

Line = dict[str, Any]

FIELDS = {"deaths": Field.KILLED, "date": Field.WHEN, "place": Field.PLACE, "actor1": Field.ACTOR}
"""What the set calls our fields."""

KINDS = {
    "Security forces": EntityKind.STATE_FORCES,
    "Political actor": EntityKind.POLITICAL_MILITIA,
    "Non-state armed actor": EntityKind.REBEL_GROUP,
    "Citizens": EntityKind.IDENTITY_MILITIA,
    "Other": EntityKind.EXTERNAL_FORCES,
}
"""The set's types of actors as ACLED's classes."""

PRECISIONS = {1: 6, 2: 5}
"""UCDP's `where_prec` of the set's two coarsest precisions, country and region; from town to building it is 1."""

NOBODY = "unknown"
"""How the names of actors begin that no row could name."""


def run(data: Path, out: Path) -> dict[str, float]:
    """Write what is said of each event to `out`; the scorer's figures for both questions, if it is there."""
    rows = read_rows(data)
    write_rows(out, predictions(rows, clash=False))
    module = scorer.beside(data)
    if module is None:
        return {}
    clashing = module.score(rows, predictions(rows, clash=True), clash=True)
    return dict(scorer.flat(module.score(rows, read_rows(out)))) | dict(scorer.flat(clashing, "clash."))


def clash(data: Path, out: Path) -> dict[str, float]:
    """Write what cannot both be right in each event to `out`; the scorer's figures for it, if it is there."""
    rows = read_rows(data)
    write_rows(out, predictions(rows, clash=True))
    module = scorer.beside(data)
    return {} if module is None else dict(scorer.flat(module.score(rows, read_rows(out), clash=True)))


def predictions(rows: Sequence[Line], *, clash: bool) -> list[Line]:
    """A line an event, in the order of its first row."""
    reports = {row["id"]: _report(row) for row in rows}
    claims = [_claim(row, reports[row["id"]], literal=not clash) for row in rows]
    members: dict[str, list[str]] = {}
    for row, claim in zip(rows, claims, strict=True):
        members.setdefault(row["event_id"], []).append(claim.id)
    event_of = {claim: event for event in reconcile([*reports.values()], claims, [*members.values()], ()).events for claim in event.claims}
    return [_line(name, event_of[some[0]], clash=clash) for name, some in members.items()]


def _line(name: str, event: Event, *, clash: bool) -> Line:
    found = {theirs: _status(event, event.get(ours), clash=clash) for theirs, ours in FIELDS.items()}
    killed = event.get(Field.KILLED)
    numbers = {} if killed is None else {"low": killed.low, "best": killed.best, "high": killed.high}
    fields = {field: {"status": status} for field, status in found.items() if field != "deaths"}
    return {"event_id": name, "deaths": numbers, "deaths_status": found["deaths"], **fields}


def _status(event: Event, view: FieldView | None, *, clash: bool) -> str:
    if len(event.reports) == 1:
        return "single"
    differ = view is not None and (view.status is Status.DISPUTED if clash else len(view.values) > 1)
    return "disputed" if differ else "agreed"


def _report(row: Line) -> Report:
    """A report whose text is the row's source. Each has an outlet of its own, so that each is an origin."""
    text = row["source"] or row["id"]
    return Report(id=row["id"], sha256="0" * 64, file="rows", text=text, outlet=row["id"])


def _claim(row: Line, report: Report, *, literal: bool) -> Claim:
    span = Span(0, len(report.text))
    given = (
        (Field.ACTOR, _actor(row)),
        (Field.PLACE, _place(row)),
        (Field.WHEN, _when(row, literal=literal)),
        (Field.KILLED, _killed(row, literal=literal)),
    )
    return Claim(
        id=f"c-{row['id']}",
        report=report.id,
        kind=Kind.ATTACK,
        stance=Stance.ASSERTS,
        modality=Modality.HAPPENED,
        chain=(),
        spans=(span,),
        trigger=span,
        values=tuple(Stated(field=field, value=value, text=report.text, span=span) for field, value in given if value is not None),
        version="hand",
    )


def _actor(row: Line) -> tuple[Entity, ...] | None:
    name = row["actor1"]
    if not name:
        return None
    if name.casefold().startswith(NOBODY):
        return (Entity(name=name),)
    return (Entity(name=name, id=f"actor:{name}", kind=KINDS.get(row["actor1_type"], EntityKind.POLITICAL_MILITIA)),)


def _place(row: Line) -> tuple[Where, ...] | None:
    if row["latitude"] is None or row["longitude"] is None:
        return None
    point = f"{row['latitude']} {row['longitude']}"
    precision = PRECISIONS.get(row["geo_precision"] or 1, 1)
    return (Where(name=point, id=f"point:{point}", lat=row["latitude"], lon=row["longitude"], country=None, precision=precision),)


def _when(row: Line, *, literal: bool) -> When:
    """The days. Where a row's last day lies before its first, only the first is taken."""
    start, end = dt.date.fromisoformat(row["date_start"]), dt.date.fromisoformat(row["date_end"] or row["date_start"])
    one = literal or end <= start
    return When(start=start, end=start if one else end, precision=1 if one else 2, basis=WhenBasis.STATED)


def _killed(row: Line, *, literal: bool) -> Count:
    deaths = row["deaths"]
    low, high = (deaths["best"], deaths["best"]) if literal else (deaths["low"], deaths["high"])
    return Count(low=low, high=high, wording=str(low), of=VictimClass.UNKNOWN)
