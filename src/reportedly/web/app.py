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
from reportedly.book.words import chain_words, counted
from reportedly.errors import ReportedlyError
from reportedly.web.citing import CITING
from reportedly.web.copies import COPIES
from reportedly.web.deciding import DECIDING
from reportedly.web.event import event_page
from reportedly.web.gate import Gate, Session
from reportedly.web.pages import PAGES
from reportedly.web.tables import table

HANDLERS = [*PAGES, event_page, *DECIDING, *CITING, *COPIES, table]
"""Every page and everything that can be done on one."""


def application(book: Book, *, session: Session, port: int, reviewer: str) -> Gate:
    """The whole page over a casebook, behind its gate. `port` is the one that it will answer on; `reviewer` signs what is decided."""
    inner = Litestar(
        route_handlers=[*HANDLERS, create_static_files_router(path="/static", directories=[Path(str(files("reportedly.web") / "static"))])],
        template_config=TemplateConfig(instance=JinjaTemplateEngine.from_environment(environment())),
        exception_handlers={ReportedlyError: _cannot, HTTPException: _cannot, Exception: _failed},
        state=State({"book": book, "reviewer": reviewer}),
        openapi_config=None,
    )
    return Gate(inner, session=session, port=port)


def environment() -> Environment:
    """The templates. Everything that is put into them is escaped; a name that is not there is an error."""
    made = Environment(
        loader=PackageLoader("reportedly.web"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    made.globals |= {"counted": counted, "chain_words": chain_words}
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
