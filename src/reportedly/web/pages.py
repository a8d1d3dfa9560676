"""The pages: each asks the book and fills a template. What comes from reports only ever becomes text."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

from litestar import Request, Response, get
from litestar.params import FromPath
from litestar.response import Template

from reportedly.book import Book, BookEvent
from reportedly.book.index import by_prefix
from reportedly.book.rows import event_rows
from reportedly.book.words import field_words, stated_words
from reportedly.model import Kind, Span
from reportedly.web.query import ROWS, SORTS, TRUE, found, query_of
from reportedly.web.reading import pieces

Asked = Request[Any, Any, Any]


def book_of(request: Asked) -> Book:
    """The casebook that is shown."""
    book: Book = request.app.state.book
    return book


@get("/", sync_to_thread=False)
def events_page(request: Asked) -> Template:
    """The list of events."""
    book, query = book_of(request), query_of(request.query_params)
    events = found(book, query)
    start = (query.number - 1) * ROWS
    return Template(
        "events.html",
        context={
            "query": query,
            "events": events[start : start + ROWS],
            "total": len(events),
            "all": len(book.index().dataset.views.events),
            "start": start,
            "pages": max(1, -(-len(events) // ROWS)),
            "sorts": SORTS,
            "kinds": [kind.value for kind in Kind],
            "yes": TRUE,
        },
    )


@get("/events.csv", sync_to_thread=False)
def events_csv(request: Asked) -> Response[str]:
    """The list as shown, all pages of it, as a table. Text that a spreadsheet would take for a formula gets an apostrophe before it."""
    out = io.StringIO()
    table = csv.writer(out)
    table.writerow(
        ["event", "date", "place", "kind", "actor", "target", "killed_low", "killed_best", "killed_high", "reports", "origins", "disputes"]
    )
    table.writerows(_row(event) for event in found(book_of(request), query_of(request.query_params)))
    return Response(out.getvalue(), media_type="text/csv", headers={"content-disposition": 'attachment; filename="events.csv"'})


def _row(event: BookEvent) -> list[object]:
    words = [str(event.when), str(event.place), event.kind.value, str(event.actor), str(event.target)]
    numbers = [event.killed.low, event.killed.best, event.killed.high, len(event.reports), event.origins, len(event.disputes)]
    return [event.id, *map(_harmless, words), *numbers]


def _harmless(words: str) -> str:
    return f"'{words}" if words[:1] in ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠") else words


@get("/events.json", sync_to_thread=False)
def events_json(request: Asked) -> Response[str]:
    """The list as shown, all pages of it, with the keys of the jsonl export."""
    book = book_of(request)
    events = [event.raw for event in found(book, query_of(request.query_params))]
    made = [json.loads(line) for line in event_rows(book.index(), events)]
    return Response(
        json.dumps(made, ensure_ascii=False),
        media_type="application/json",
        headers={"content-disposition": 'attachment; filename="events.json"'},
    )


@get("/report/{identity:str}", sync_to_thread=False)
def report_page(request: Asked, identity: FromPath[str]) -> Template:
    """A report for reading. `from` and `to` in the address stress a stretch of it."""
    book = book_of(request)
    report = book.report(identity)
    claims = book.claims(report=report.id)
    stressed = _stretch(request, len(report.text))
    return Template(
        "report.html",
        context={
            "report": report,
            "claims": claims,
            "pieces": list(pieces(report, claims, (stressed.start, stressed.end) if stressed else None)),
            "stressed": stressed,
            "index": book.index(),
            "lineage": book.index().lineage.get(report.id, ()),
            "field_words": field_words,
            "stated_words": stated_words,
        },
    )


def _stretch(request: Asked, length: int) -> Span | None:
    start, end = (str(request.query_params.get(name, "")) for name in ("from", "to"))
    if not (start.isascii() and start.isdigit() and end.isascii() and end.isdigit()):
        return None
    span = Span(min(int(start), length), min(int(end), length)) if int(start) < int(end) else None
    return span if span is not None and span.start < span.end else None


@get("/reports", sync_to_thread=False)
def reports_page(request: Asked) -> Template:
    """Every report."""
    book = book_of(request)
    counts: dict[str, int] = {}
    for claim in book.dataset().claims:
        counts[claim.report] = counts.get(claim.report, 0) + 1
    number = query_of(request.query_params).number
    reports = sorted(book.reports(), key=lambda r: (r.published is None, r.published and r.published.toordinal(), r.outlet or "", r.id))
    start = (number - 1) * ROWS
    return Template(
        "reports.html",
        context={
            "reports": reports[start : start + ROWS],
            "total": len(reports),
            "counts": counts,
            "index": book.index(),
            "number": number,
            "pages": max(1, -(-len(reports) // ROWS)),
        },
    )


@get("/disputes", sync_to_thread=False)
def disputes_page(request: Asked) -> Template:
    """What is disputed, with both sides."""
    book = book_of(request)
    number = query_of(request.query_params).number
    disputes = book.disputes()
    start = (number - 1) * ROWS
    shown = disputes[start : start + ROWS]
    return Template(
        "disputes.html",
        context={
            "disputes": shown,
            "total": len(disputes),
            "events": {dispute.event: book.event(dispute.event) for dispute in shown},
            "index": book.index(),
            "number": number,
            "pages": max(1, -(-len(disputes) // ROWS)),
            "field_words": field_words,
        },
    )


@get("/lineage", sync_to_thread=False)
def lineage_page(request: Asked) -> Template:
    """Which source fed which reports."""
    book = book_of(request)
    groups: dict[str, list[Any]] = {}
    for edge in book.lineage():
        groups.setdefault(edge.source_id, []).append(edge)
    ordered = sorted(groups.values(), key=lambda some: (-len({edge.report for edge in some}), some[0].source, some[0].source_id))
    number = query_of(request.query_params).number
    start = (number - 1) * ROWS
    return Template(
        "lineage.html",
        context={
            "groups": ordered[start : start + ROWS],
            "total": len(ordered),
            "index": book.index(),
            "number": number,
            "pages": max(1, -(-len(ordered) // ROWS)),
        },
    )


@get("/problems", sync_to_thread=False)
def problems_page(request: Asked) -> Template:
    """What could not be read."""
    return Template("problems.html", context={"problems": book_of(request).problems()})


@get("/why", sync_to_thread=False)
def why_page(request: Asked) -> Template:
    """Why two claims are, or are not, of one event: `a` and `b` in the address."""
    book = book_of(request)
    a, b, why = book.why(str(request.query_params.get("a", "")), str(request.query_params.get("b", "")))
    reasons = sorted(why.link.reasons, key=lambda r: (-abs(r.weight * (r.likeness - 0.5)), r.rule))
    return Template("why.html", context={"a": a, "b": b, "why": why, "reasons": reasons, "index": book.index()})


@get("/claim/{identity:str}", sync_to_thread=False)
def claim_page(request: Asked, identity: FromPath[str]) -> Response[bytes]:
    """A claim's place in its report: the address of a claim stays good while its report is read."""
    book = book_of(request)
    claim = by_prefix("claim", identity, book.dataset().claims)
    span = claim.spans[0]
    return Response(b"", status_code=303, headers={"location": f"/report/{claim.report}?from={span.start}&to={span.end}#at"})


PAGES = [
    events_page,
    events_csv,
    events_json,
    report_page,
    reports_page,
    disputes_page,
    lineage_page,
    problems_page,
    why_page,
    claim_page,
]
