"""A copy beside what it was copied from: both texts, with the words that they share marked in both."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from litestar import get
from litestar.response import Template

from reportedly.book import Book
from reportedly.model import LineageEdge, LineageWhy, Report, Span
from reportedly.web.pages import Asked, book_of
from reportedly.web.reading import Piece, pieces
from reportedly.web.roles import Do


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A piece of a report with the number (from 1) of the shared passage that it is part of, 0 for none; `begins`: those beginning here."""

    piece: Piece
    passage: int
    begins: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One of the two reports. `name` begins the ids of its passages, `other` those of their twins."""

    name: str
    other: str
    report: Report
    stretches: tuple[Stretch, ...]


def side(report: Report, passages: Sequence[Sequence[Span]], *, name: str, other: str) -> Side:
    """A report cut at the edges of its passages, each of which has one span or more. Of two that overlap, the shorter span is marked."""
    spans = [(n, span) for n, some in enumerate(passages, 1) for span in some]
    firsts = {(n, some[0]) for n, some in enumerate(passages, 1)}
    stretches = []
    for piece in pieces(report, [span for _, span in spans]):
        begins = tuple(spans[k - 1][0] for k in piece.opens if spans[k - 1] in firsts)
        stretches.append(Stretch(piece=piece, passage=spans[piece.leads - 1][0] if piece.leads else 0, begins=begins))
    return Side(name=name, other=other, report=report, stretches=tuple(stretches))


def edge_between(book: Book, copy: str, source: str) -> LineageEdge | None:
    """The edge by which one report copies the other, or None."""
    edges = book.index().lineage.get(copy, ())
    return next((each for each in edges if each.why is LineageWhy.COPIES and each.source_id == source), None)


@get("/copies", sync_to_thread=False, opt={"do": Do.READ})
def copies_page(request: Asked) -> Template:
    """The report `report` beside the report `of`, which it copies; the other way round where that one is the copy.

    Where nothing tells which of the two was first, neither is called the copy.
    """
    book = book_of(request)
    one, other = (book.report(str(request.query_params.get(name, ""))).id for name in ("report", "of"))
    if edge_between(book, one, other) is None and edge_between(book, other, one) is not None:
        one, other = other, one
    copy, source, found = book.in_common(one, other)
    sides = (
        side(source, [each.source for each in found.passages], name="source", other="copy"),
        side(copy, [each.copy for each in found.passages], name="copy", other="source"),
    )
    edge = edge_between(book, copy.id, source.id)
    alike = edge is not None and edge.is_undirected
    told = {"edge": edge, "known": edge is not None and not alike, "alike": alike}
    return Template("copies.html", context={"copy": copy, "source": source, "found": found, "sides": sides, **told})


COPIES = [copies_page]
