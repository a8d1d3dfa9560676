"""What of a casebook is cited: all of it, some events, one event or one value of it, a report."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING

import reportedly
from reportedly.book.event import BookEvent
from reportedly.book.words import brief, chain_words, counted, field_words
from reportedly.export.cite import Citation
from reportedly.model import Claim, Field, Report

if TYPE_CHECKING:
    from reportedly.book.book import Book


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """A view of a casebook: in words, as something to look for in it, and the ids in that."""

    view: str
    where: str
    subject: str = ""


def cited_events(number: int, filters: str = "", query: str = "") -> Cited:
    """So many events; `filters` in words and `query` as in an address tell which. Without them: all."""
    view = f"{counted(number, 'event')}{', ' if filters else ''}{filters}"
    return Cited(view=view, where=f"events with {query}" if query else "all events")


def cited_event(event: BookEvent, claim: Claim | None = None, field: Field | None = None) -> Cited:
    """An event; or what one claim says on it, of a field or at all."""
    if claim is None:
        return Cited(view=event.summary, where=f"event {event.id}", subject=event.id)
    report = event.index.reports[claim.report]
    stated = None if field is None else claim.get(field)
    value = f"{field_words(stated.field)} {brief(stated.value)}" if stated is not None else f"“{event.quote(claim)}”"
    place = f"claim {claim.id} of event {event.id}"
    return Cited(
        view=f"{value}, said by {chain_words(claim, report)} ({_printed(report)}), on: {event.summary}",
        where=place if stated is None else f"{stated.field.value} in {place}",
        subject="-".join([event.id, claim.id, *([stated.field.value] if stated is not None else [])]),
    )


def cited_report(report: Report) -> Cited:
    """A report with its claims."""
    title = f"“{report.title}”, " if report.title else ""
    return Cited(view=f"claims of {title}{_printed(report)}", where=f"report {report.id}", subject=report.id)


def _printed(report: Report) -> str:
    day = f", {report.published.isoformat()}" if report.published is not None else ""
    return f"{report.outlet or report.file}{day}"


def citation(book: Book, cited: Cited, *, accessed: dt.date) -> Citation:
    """A view of a casebook with everything that a citation names."""
    dataset = book.dataset()
    return Citation(
        casebook=PurePath(book.where.partition("?")[0]).name,
        view=cited.view,
        where=cited.where,
        subject=cited.subject,
        digest=book.digest(),
        version=reportedly.__version__,
        reports=len(dataset.reports),
        claims=len(dataset.claims),
        events=len(dataset.views.events),
        changed=book.changed(),
        accessed=accessed,
    )
