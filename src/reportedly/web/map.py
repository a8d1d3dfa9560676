"""The events on a map and on a timeline, over the same filters as the list."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from litestar import Response, get
from litestar.response import Template
from litestar.serialization import encode_json

from reportedly.book import Book, BookEvent
from reportedly.export.cells import Cell, line
from reportedly.plot.basemap_build import NOTICE
from reportedly.plot.spot import Site, Spot, precision_words, sites
from reportedly.web.pages import Asked, book_of, download, filter_choices
from reportedly.web.query import found, query_of
from reportedly.web.roles import Do

TRAY = 50
"""Events that a tray lists, and places that the table does; the list of events, and the table's download, have all of them."""


def leaflet() -> Path:
    """The folder of the map library's files.

    Raises:
        ModuleNotFoundError: it is not installed.
    """
    spec = find_spec("js_lib_leaflet")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("django-js-lib-leaflet is not installed, so no map can be shown. Install the package again.")
    return Path(spec.origin).parent / "static" / "js_lib_leaflet"


@get("/map", sync_to_thread=False, opt={"do": Do.READ})
def map_page(request: Asked) -> Template:
    """The map and the timeline, and in trays what neither can show."""
    book, query = book_of(request), query_of(request.query_params)
    events = found(book, query)
    told = [(event, event.given.shown) for event in events]
    unplaced = [event for event, seen in told if not seen.spots]
    undated = [event for event, seen in told if seen.start is None]
    places = sites_of(events)
    return Template(
        "map.html",
        context={
            **filter_choices(book, query),
            "total": len(events),
            "trays": [("place", "no place", unplaced), ("day", "no day", undated)],
            "most": TRAY,
            "places": places[:TRAY],
            "placed": len(events) - len(unplaced),
            "dated": len(events) - len(undated),
            "spots": len(places),
            "precision_words": precision_words,
            "notice": NOTICE,
        },
    )


def sites_of(events: Iterable[BookEvent]) -> tuple[Site[BookEvent], ...]:
    """Each place with the events at it, that with most first."""
    return sites((event, event.spots) for event in events)


@get("/map.json", sync_to_thread=False, opt={"do": Do.READ})
def map_json(request: Asked) -> Response[bytes]:
    """What the map and the timeline draw: places, and events as rows that point at them. The keys of a row stand in `columns`."""
    book = book_of(request)
    made = drawn(found(book, query_of(request.query_params)))
    return Response(encode_json(made), media_type="application/json")


COLUMNS = ("id", "kind", "start", "end", "places", "killed", "origins", "disputes")
"""Of a row: `kind` and `places` point into the lists of those names; days are counted from 1970-01-01, None where there is none."""


def drawn(events: Sequence[BookEvent]) -> dict[str, Any]:
    """The events as a map and a timeline need them."""
    kinds: dict[str, int] = {}
    places: dict[tuple[str, int], tuple[int, Spot]] = {}
    rows = []
    for event in events:
        seen = event.given.shown
        at = [places.setdefault((spot.id, spot.precision), (len(places), spot))[0] for spot in seen.spots]
        kind = kinds.setdefault(event.kind.value, len(kinds))
        rows.append((event.id, kind, seen.start, seen.end, at, event.killed.best, event.origins, len(event.disputes)))
    spots = [spot for _, spot in places.values()]
    return {
        "columns": COLUMNS,
        "kinds": list(kinds),
        "places": [(s.id, s.name, s.lat, s.lon, s.precision, s.km, s.country if s.whole else "", precision_words(s)) for s in spots],
        "events": rows,
    }


@get("/map.csv", sync_to_thread=False, opt={"do": Do.READ})
def map_csv(request: Asked) -> Response[str]:
    """The places as shown, all of them, as a table."""
    book: Book = book_of(request)
    rows: list[list[Cell]] = [["place", "name", "latitude", "longitude", "where_prec", "km", "events"]]
    places = sites_of(found(book, query_of(request.query_params)))
    rows += [[s.id, s.name, s.lat, s.lon, s.precision, s.km, len(site.events)] for site in places if (s := site.spot)]
    return download("".join(map(line, rows)), media_type="text/csv", name="places.csv")


MAP = [map_page, map_json, map_csv]
