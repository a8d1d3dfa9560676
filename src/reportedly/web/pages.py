"""The pages: each asks the book and fills a template. What comes from reports only ever becomes text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from litestar import Request, Response, get
from litestar.params import FromPath
from litestar.response import Template

from reportedly.book import Book
from reportedly.book.filters import LACKS
from reportedly.book.lineage import reports_of
from reportedly.book.words import field_words, stated_words
from reportedly.model import Kind, Span
from reportedly.model.kind import family
from reportedly.review.queue import Standing
from reportedly.web.order import by_bearing
from reportedly.web.query import TRUE, Query, found, part, query_of
from reportedly.web.reading import legend, pieces, sign
from reportedly.web.roles import Do, who_of

Asked = Request[Any, Any, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Books:
    """One casebook twice: with the names of those who decided, and without."""

    signed: Book
    unsigned: Book


def book_of(request: Asked) -> Book:
    """The casebook that is shown: to those who may not see who decided, without their names."""
    books: Books = request.app.state.books
    return books.signed if who_of(request).may(Do.NAMES) else books.unsigned


def see_other(address: str) -> Response[bytes]:
    """Go on there."""
    return Response(b"", status_code=303, headers={"location": address})


@get("/", sync_to_thread=False, opt={"do": Do.READ})
def events_page(request: Asked) -> Template:
    """The list of events."""
    book, query = book_of(request), query_of(request.query_params)
    shown, paging = part(found(book, query), request.query_params)
    return Template(
        "events.html",
        context={
            **paging,
            **filter_choices(book, query),
            "events": shown,
        },
    )


def filter_choices(book: Book, query: Query) -> dict[str, Any]:
    """What the form of filters shows: the view that is asked for, and what can be asked for."""
    return {
        "query": query,
        "all": len(book.index().dataset.views.events),
        "kinds": [kind.value for kind in Kind],
        "statuses": [each.value for each in Standing],
        "lackings": LACKS,
        "yes": TRUE,
    }


def download(text: str, *, media_type: str, name: str) -> Response[str]:
    """Text that the browser keeps as a file of a name."""
    return Response(text, media_type=media_type, headers={"content-disposition": f'attachment; filename="{name}"'})


@get("/events.json", sync_to_thread=False, opt={"do": Do.READ})
def events_json(request: Asked) -> Response[str]:
    """The list as shown, all pages of it, with the keys of the jsonl export."""
    rows = [event.row.rstrip("\n") for event in found(book_of(request), query_of(request.query_params))]
    return download(f"[{', '.join(rows)}]", media_type="application/json", name="events.json")


@get("/report/{identity:str}", sync_to_thread=False, opt={"do": Do.READ})
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
            "pieces": list(pieces(report, [claim.spans[0] for claim in claims], (stressed.start, stressed.end) if stressed else None)),
            "stressed": stressed,
            "index": book.index(),
            "lineage": (*book.index().lineage.get(report.id, ()), *book.index().settled.alike.get(report.id, ())),
            "field_words": field_words,
            "stated_words": stated_words,
            "legend": legend(claims),
            "sign": sign,
            "family": family,
        },
    )


def _stretch(request: Asked, length: int) -> Span | None:
    start, end = (str(request.query_params.get(name, "")) for name in ("from", "to"))
    if not (start.isascii() and start.isdigit() and end.isascii() and end.isdigit()):
        return None
    span = Span(min(int(start), length), min(int(end), length)) if int(start) < int(end) else None
    return span if span is not None and span.start < span.end else None


@get("/reports", sync_to_thread=False, opt={"do": Do.READ})
def reports_page(request: Asked) -> Template:
    """Every report."""
    book = book_of(request)
    index = book.index()
    shown, paging = part(index.settled.by_day, request.query_params)
    counts = {report.id: len(index.claims_in(report.id)) for report in shown}
    return Template("reports.html", context={**paging, "reports": shown, "counts": counts, "index": index})


@get("/disputes", sync_to_thread=False, opt={"do": Do.READ})
def disputes_page(request: Asked) -> Template:
    """What is disputed, with both sides."""
    book = book_of(request)
    shown, paging = part(book.disputes(), request.query_params)
    return Template(
        "disputes.html",
        context={
            **paging,
            "disputes": shown,
            "events": {dispute.event: book.event(dispute.event) for dispute in shown},
            "index": book.index(),
            "field_words": field_words,
        },
    )


@get("/lineage", sync_to_thread=False, opt={"do": Do.READ})
def lineage_page(request: Asked) -> Template:
    """Which source fed which reports, and which print the same words."""
    book = book_of(request)
    shown, paging = part(book.index().settled.fed, request.query_params)
    return Template("lineage.html", context={**paging, "groups": shown, "reports_of": reports_of, "index": book.index()})


@get("/problems", sync_to_thread=False, opt={"do": Do.READ})
def problems_page(request: Asked) -> Template:
    """What could not be read."""
    return Template("problems.html", context={"problems": book_of(request).problems()})


@get("/why", sync_to_thread=False, opt={"do": Do.READ})
def why_page(request: Asked) -> Template:
    """Why two claims are, or are not, of one event: `a` and `b` in the address."""
    book = book_of(request)
    a, b, why = book.why(str(request.query_params.get("a", "")), str(request.query_params.get("b", "")))
    return Template("why.html", context={"a": a, "b": b, "why": why, "reasons": by_bearing(why), "index": book.index()})


@get("/claim/{identity:str}", sync_to_thread=False, opt={"do": Do.READ})
def claim_page(request: Asked, identity: FromPath[str]) -> Response[bytes]:
    """A claim's place in its report: the address of a claim stays good while its report is read."""
    book = book_of(request)
    claim = book.claim(identity)
    span = claim.spans[0]
    return see_other(f"/report/{claim.report}?from={span.start}&to={span.end}#at")


PAGES = [
    events_page,
    events_json,
    report_page,
    reports_page,
    disputes_page,
    lineage_page,
    problems_page,
    why_page,
    claim_page,
]
