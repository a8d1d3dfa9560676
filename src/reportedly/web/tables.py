"""Every table of a page as CSV: all rows of it, filtered and ordered as they are shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from litestar import Response, get

from reportedly.book import Book
from reportedly.book.deciding import decision_words
from reportedly.book.page import said
from reportedly.book.ties import heading
from reportedly.book.words import brief, chain_words
from reportedly.export.cells import Cell, line
from reportedly.model import Claim, Field, LineageEdge, Status
from reportedly.review.matrix import Entry
from reportedly.review.replay import undone
from reportedly.web.order import by_bearing, by_origin, disputed_first
from reportedly.web.pages import Asked, book_of, download
from reportedly.web.query import found, query_of
from reportedly.web.roles import Do

Rows = Iterator[Sequence[Cell]]


def _events(book: Book, asked: Asked) -> Rows:
    yield "event date place kind actor target killed_low killed_best killed_high reports origins disputes".split()
    for event in found(book, query_of(asked.query_params)):
        words = [event.id, str(event.when), str(event.place), event.kind.value, str(event.actor), str(event.target)]
        killed = event.killed
        yield [*words, killed.low, killed.best, killed.high, len(event.reports), event.origins, len(event.disputes)]


def _reports(book: Book, _: Asked) -> Rows:
    yield "report published published_basis outlet title file url claims sha256".split()
    counts = Counter(claim.report for claim in book.dataset().claims)
    for each in book.index().settled.by_day:
        day = None if each.published is None else each.published.isoformat()
        yield [each.id, day, each.published_basis.value, each.outlet, each.title, each.file, each.url, counts[each.id], each.sha256]


def _disputes(book: Book, _: Asked) -> Rows:
    """A row for each claim of each dispute."""
    yield "event dispute field why claim voice stance value quote report".split()
    index = book.index()
    for dispute in book.disputes():
        for claim in (index.claims[each] for each in dispute.claims):
            about: list[Cell] = [dispute.event, dispute.kind.value, dispute.field.value, dispute.why]
            report = index.reports[claim.report]
            yield [
                *about,
                claim.id,
                chain_words(claim, report),
                claim.stance.value,
                _value(claim, dispute.field),
                index.quote(claim),
                report.id,
            ]


def _value(claim: Claim, field: Field) -> str | None:
    stated = claim.get(field)
    return None if stated is None else brief(stated.value)


def _lineage(book: Book, _: Asked) -> Rows:
    yield from _edges(book, (edge for group in book.index().settled.fed for edge in group))


def _event_lineage(book: Book, asked: Asked) -> Rows:
    event = book.event(asked.path_params["identity"])
    yield from _edges(book, (edge for report in event.reports for edge in event.index.lineage.get(report.id, ())))


def _edges(book: Book, edges: Iterator[LineageEdge]) -> Rows:
    yield "source source_id how share direction report outlet words".split()
    reports = book.index().reports
    for edge in edges:
        copied, report = reports.get(edge.source_id), reports[edge.report]
        source = edge.source if copied is None else copied.outlet or copied.file
        direction = None if edge.direction is None else edge.direction.value
        yield [source, edge.source_id, edge.why.value, edge.share, direction, report.id, report.outlet, report.quote(edge.span)]


def _problems(book: Book, _: Asked) -> Rows:
    yield "source reason detail".split()
    for each in book.problems():
        yield [each.source, each.reason.value, each.detail]


def _decisions(book: Book, _: Asked) -> Rows:
    yield "number what reason event undone".split()
    decisions = book.decisions()
    gone = undone(decisions)
    for each in reversed(decisions):
        yield [each.number, decision_words(each), each.reason, each.event, each.number in gone]


def _queue(book: Book, _: Asked) -> Rows:
    yield "event summary reasons claims origins".split()
    for item in book.queue():
        event = book.event(item.event)
        yield [event.id, event.summary, ", ".join(item.reasons), len(event.claims), event.origins]


def _matrix(book: Book, asked: Asked) -> Rows:
    """A row a field, a column a voice, its origin behind its name; entries of one voice by semicolons."""
    made = book.event(asked.path_params["identity"]).matrix()
    order = by_origin([column.origin for column in made.columns])
    voices = [made.columns[n] for n in order]
    yield [*"field status low best high".split(), *(f"{each.name} [origin: {each.origin or 'no one'}]" for each in voices)]
    for row in disputed_first(made):
        cells = ["; ".join(_beside(entry, row.status) for entry in row.cells[n]) for n in order]
        yield [row.field.value, row.status.value, row.low, row.best, row.high, *cells]


def _beside(entry: Entry, status: Status) -> str:
    """A value with how it stands to the others, if there are others."""
    return said(entry) if entry.stands is None or status is Status.SINGLE else f"{said(entry)} ({entry.stands.value})"


def _claims(book: Book, asked: Asked) -> Rows:
    yield "claim voice kind stance modality quote report outlet published".split()
    event = book.event(asked.path_params["identity"])
    for each in event.claims:
        report = event.index.reports[each.report]
        day = None if report.published is None else report.published.isoformat()
        how = [each.kind.value, each.stance.value, each.modality.value]
        yield [each.id, chain_words(each, report), *how, event.quote(each), report.id, report.outlet, day]


def _growth(book: Book, asked: Asked) -> Rows:
    yield "published killed change voices".split()
    for step in book.event(asked.path_params["identity"]).growth():
        yield [None if step.day is None else step.day.isoformat(), brief(step.count), step.change, ", ".join(step.voices)]


def _ties(book: Book, asked: Asked) -> Rows:
    yield "tie event summary why weight claims".split()
    event = book.event(asked.path_params["identity"])
    for tie in event.ties:
        other = book.event(tie.other(event.id))
        yield [heading(tie, event.id), other.id, other.summary, tie.why, tie.weight, " ".join(tie.claims)]


def _why(book: Book, asked: Asked) -> Rows:
    yield "rule likeness weight reason".split()
    _, _, why = book.why(*(str(asked.query_params.get(name, "")) for name in ("a", "b")))
    for reason in by_bearing(why):
        yield [reason.rule, reason.likeness, reason.weight, reason.why]


TABLES: Mapping[str, Callable[[Book, Asked], Rows]] = {
    "/events.csv": _events,
    "/reports.csv": _reports,
    "/disputes.csv": _disputes,
    "/lineage.csv": _lineage,
    "/problems.csv": _problems,
    "/decisions.csv": _decisions,
    "/review.csv": _queue,
    "/why.csv": _why,
    "/event/{identity:str}/matrix.csv": _matrix,
    "/event/{identity:str}/claims.csv": _claims,
    "/event/{identity:str}/lineage.csv": _event_lineage,
    "/event/{identity:str}/killed.csv": _growth,
    "/event/{identity:str}/ties.csv": _ties,
}
"""What makes a table, by its address. The first row names the columns."""


@get([*TABLES], sync_to_thread=False, opt={"do": Do.READ})
def table(request: Asked) -> Response[Any]:
    """A table of a page. Text that a spreadsheet would take for a formula gets an apostrophe before it."""
    address = request.scope["path_template"].replace("{identity}", "{identity:str}")
    rows = TABLES[address](book_of(request), request)
    name = "-".join([*request.path_params.values(), address.rpartition("/")[2]])
    return download("".join(map(line, rows)), media_type="text/csv", name=name)
