"""The page of pictures: each over the same filters as the list of events, with its table and its downloads."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from litestar import Response, get
from litestar.params import FromPath
from litestar.response import Template

from reportedly.book import BookEvent
from reportedly.book.pictures import FORMS, drawn, form_of, plot_named, written
from reportedly.errors import NotFound
from reportedly.model import written_day
from reportedly.plot import NARROW, PLOTS, WIDE, Picture
from reportedly.plot.shapes import Target
from reportedly.plot.svg import piece
from reportedly.web.pages import Asked, book_of, filter_choices
from reportedly.web.query import Query, found, query_of
from reportedly.web.roles import Do

ROWS = 100
"""Rows of a table that the page shows; the download has all."""

AT_ONCE = 150
"""Events up to which all pictures are drawn before the page is shown."""

NAMES_OF_FORMS = [form.removeprefix(".") for form in FORMS]

NAMES = {"since": "from", "until": "to", "words": "the words", "origins": "origins, at least"}
"""What filters are called in a sentence, where not by their own names."""


@get("/pictures", sync_to_thread=False, opt={"do": Do.READ})
def pictures_page(request: Asked) -> Template:
    """Every picture. Those of many events come one by one, so that nobody waits for the last."""
    book, query = book_of(request), query_of(request.query_params)
    events = found(book, query)
    at_once = len(events) <= AT_ONCE
    pictures = [_shown(request, name, query, events) for name in PLOTS] if at_once else []
    coming = [] if at_once else [(plot, query.address(f"/pictures/{plot.name}/piece", page="1")) for plot in PLOTS.values()]
    context = {"shown": pictures, "coming": coming, "forms": NAMES_OF_FORMS, "total": len(events)}
    return Template("pictures.html", context={**filter_choices(book, query), **context})


@get("/pictures/{name:str}/piece", sync_to_thread=False, opt={"do": Do.READ})
def picture_piece(request: Asked, name: FromPath[str]) -> Template:
    """One picture as it stands on the page."""
    if name not in PLOTS:
        raise NotFound("picture", name)
    query = query_of(request.query_params)
    shown = _shown(request, name, query, found(book_of(request), query))
    return Template("picture.html", context={"each": shown, "query": query, "forms": NAMES_OF_FORMS})


def _shown(request: Asked, name: str, query: Query, events: Sequence[BookEvent]) -> dict[str, Any]:
    """What the page shows of a picture: wide and narrow, as the screen decides, and its table."""
    address = address_for(query)
    wide, narrow = (picture(request, name, query, events, width=width) for width in (WIDE, NARROW))
    drawings = {"wide": piece(wide, address, name=name), "narrow": piece(narrow, address, name=f"{name}-narrow")}
    rows = [(row, target and address(target)) for row, target in zip(wide.table.rows, wide.table.targets, strict=True)]
    return {"picture": wide, "drawings": drawings, "rows": rows[:ROWS], "more": max(0, len(rows) - ROWS)}


@get("/pictures/{file:str}", sync_to_thread=False, opt={"do": Do.READ})
def picture_file(request: Asked, file: FromPath[str]) -> Response[bytes]:
    """A picture as a file, by a name like `weeks.svg`."""
    path = Path(file)
    if path.suffix not in FORMS or path.stem not in PLOTS:
        raise NotFound("picture", file)
    form = form_of(path)
    query = query_of(request.query_params)
    made = picture(request, path.stem, query, found(book_of(request), query), width=WIDE)
    headers = {"content-disposition": f'attachment; filename="{path.stem}{form}"'}
    return Response(written(made, form), media_type=FORMS[form], headers=headers)


def picture(request: Asked, name: str, query: Query, events: Sequence[BookEvent], *, width: float) -> Picture:
    """A picture of the events that a query found."""
    book = book_of(request)
    filters = {NAMES.get(each, each): value for each, value in asdict(query).items() if each not in ("sort", "page")}
    return drawn(plot_named(name), events, filters, total=len(book.index().dataset.views.events), width=width)


def address_for(query: Query) -> Callable[[Target], str]:
    """Where marks lead on a page with these filters: to an event, or to the list with their filters besides."""

    def address(target: Target) -> str:
        if target.event:
            return f"/event/{target.event}"
        told = dict(target.filters)
        told |= {name: _narrower(name, told[name], getattr(query, name)) for name in ("since", "until") if name in told}
        return query.address("/", **told, page="1")

    return address


def _narrower(name: str, mark: str, asked: str) -> str:
    """Of the day of a mark and the one that is asked for already, the later for `since` and the earlier for `until`."""
    if not asked:
        return mark
    known = written_day(asked, last=name == "until").isoformat()
    return max(mark, known) if name == "since" else min(mark, known)


PICTURES = [pictures_page, picture_piece, picture_file]
