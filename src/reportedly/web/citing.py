"""How a view of the page is cited: in four styles, to copy or to download."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from urllib.parse import parse_qsl, quote, urlsplit

from litestar import Response, get
from litestar.params import FromPath
from litestar.response import Template

from reportedly.book import Book, BookEvent
from reportedly.book.citing import Cited, citation, cited_event, cited_events, cited_report
from reportedly.errors import BadFilter
from reportedly.export.cite import STYLES, Citation, style_of
from reportedly.web.pages import Asked, book_of, download
from reportedly.web.query import Query, chosen, event_address, found, query_of
from reportedly.web.roles import Do


@get("/cite", sync_to_thread=False, opt={"do": Do.READ})
def cite_page(request: Asked) -> Template:
    """How to cite the view whose address on this page is `of`."""
    of, cited = _asked(request)
    made = _citation(book_of(request), cited)
    forms = [{"name": name, "words": style.words, "ending": style.ending, "text": style.write(made)} for name, style in STYLES.items()]
    return Template("cite.html", context={"of": of, "quoted": quote(of, safe=""), "citation": made, "forms": forms})


@get("/cite/{style:str}", sync_to_thread=False, opt={"do": Do.READ})
def cite_file(request: Asked, style: FromPath[str]) -> Response[str]:
    """The same in one style, as a file."""
    form = style_of(style)
    _, cited = _asked(request)
    made = _citation(book_of(request), cited)
    return download(form.write(made), media_type=form.media_type, name=f"{made.key}.{form.ending}")


def _asked(request: Asked) -> tuple[str, Cited]:
    return view_at(book_of(request), str(request.query_params.get("of", "/")))


def _citation(book: Book, cited: Cited) -> Citation:
    return citation(book, cited, accessed=dt.datetime.now().astimezone().date())


def view_at(book: Book, of: str) -> tuple[str, Cited]:
    """What the address of a view shows, and the address as this page would write it.

    Raises:
        BadFilter: it is no address of a view of this page, or a filter in it cannot be read.
        NotFound: there is no such event or report.
    """
    wanted = BadFilter("of", of, "an address of this page: / with its filters, /event/ID or /report/ID")
    if not of.startswith("/") or of[1:2] in ("/", "\\"):
        raise wanted
    asked = urlsplit(of)
    told = dict(parse_qsl(asked.query))
    match asked.path.split("/"):
        case ["", ""]:
            return _events_at(book, query_of(told))
        case ["", "event", identity]:
            return _event_at(book.event(identity), told)
        case ["", "report", identity]:
            report = book.report(identity)
            return f"/report/{report.id}", cited_report(report)
    raise wanted


def _events_at(book: Book, query: Query) -> tuple[str, Cited]:
    """The list of events: all pages of it, since a citation is of all that its filters let through."""
    address = query.address("/", page="1")
    return address, cited_events(len(found(book, query)), query.words_of_filters, address.partition("?")[2])


def _event_at(event: BookEvent, told: Mapping[str, str]) -> tuple[str, Cited]:
    claim, field = chosen(event, told)
    return event_address(event, claim, field), cited_event(event, claim, field)


CITING = [cite_page, cite_file]
