"""The page as an application: routes, templates, what is shown when something cannot be."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from litestar import Litestar, Request, Response
from litestar.datastructures import State
from litestar.exceptions import HTTPException
from litestar.plugins.jinja import JinjaTemplateEngine
from litestar.response import Template
from litestar.static_files import create_static_files_router
from litestar.template.config import TemplateConfig

from reportedly.book import Book
from reportedly.book.lineage import how_words, why_words
from reportedly.book.words import chain_words, counted
from reportedly.errors import ReportedlyError
from reportedly.plot.basemap_build import BASEMAP
from reportedly.web.citing import CITING
from reportedly.web.copies import COPIES
from reportedly.web.deciding import DECIDING
from reportedly.web.desk import DESK
from reportedly.web.event import event_page
from reportedly.web.gate import Gate
from reportedly.web.map import MAP, leaflet
from reportedly.web.pages import PAGES, Books
from reportedly.web.pictures import PICTURES
from reportedly.web.roles import Do, authorized, may_undo, who_of
from reportedly.web.sessions import Session
from reportedly.web.tables import table
from reportedly.web.trail import Trail

HANDLERS = [*PAGES, event_page, *MAP, *PICTURES, *DECIDING, *DESK, *CITING, *COPIES, table]

"""Every page and everything that can be done on one."""


def application(book: Book, *, session: Session, port: int, reviewer: str) -> Gate:
    """The whole page over a casebook, behind its gate. `port` is the one that it will answer on; `reviewer` has the launch link."""
    session.owner, session.members = reviewer, book.desk.members
    trail = Trail(book)
    state = {
        "books": Books(signed=book, unsigned=book.unsigned()),
        "session": session,
        "trail": trail,
        "port": port,
    }
    inner = Litestar(
        route_handlers=[
            *HANDLERS,
            *(create_static_files_router(path=path, directories=[folder], opt={"do": Do.OPEN}) for path, folder in folders().items()),
        ],
        template_config=TemplateConfig(instance=JinjaTemplateEngine.from_environment(environment())),
        exception_handlers={ReportedlyError: _cannot, HTTPException: _cannot, Exception: _failed},
        state=State(state),
        openapi_config=None,
        guards=[authorized],
    )
    return Gate(inner, session=session, port=port, told=trail)


def folders() -> dict[str, Path]:
    """Where the files lie that the page brings along, by the address of their folder."""
    return {
        "/static": Path(str(files("reportedly.web") / "static")),
        "/static/leaflet": leaflet(),
        "/static/basemap": BASEMAP.parent,
    }


def environment() -> Environment:
    """The templates. Everything that is put into them is escaped; a name that is not there is an error."""
    made = Environment(
        loader=PackageLoader("reportedly.web"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    made.globals |= {"counted": counted, "chain_words": chain_words, "how_words": how_words, "why_words": why_words}
    made.globals |= {"who_of": who_of, "may_undo": may_undo}
    return made


def _cannot(_: Request[Any, Any, Any], error: ReportedlyError | HTTPException) -> Response[Any]:
    """What was asked for cannot be shown: why, and what to do."""
    if isinstance(error, HTTPException):
        status = error.status_code
        missing = status == 404
        said = "There is no such page. Nothing was changed. Go to the list of events." if missing else error.detail
    else:
        status, said = error.http_status, str(error)
    return Template("cannot.html", context={"said": said, "status": status}, status_code=status)


def _failed(_: Request[Any, Any, Any], error: Exception) -> Response[Any]:
    said = f"The page could not be made: {type(error).__name__}. Nothing was changed. Please report this as a fault of reportedly."
    return Template("cannot.html", context={"said": said, "status": 500}, status_code=500)
