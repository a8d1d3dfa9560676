"""Web pages: the article without menus and comments, and what the page says of itself."""

from __future__ import annotations

import datetime as dt
import logging
import re
from dataclasses import dataclass
from typing import Any

from htmldate import find_date
from trafilatura import bare_extraction, load_html

from reportedly.model import ProblemReason, PublishedBasis
from reportedly.read.around import around
from reportedly.read.capture import CannotRead, Capture
from reportedly.read.days import address_date, read_date
from reportedly.read.decode import charset, decode, nothing
from reportedly.read.markup import check
from reportedly.read.page import Page, clean

EARLIEST, LATEST = dt.datetime(1900, 1, 1), dt.datetime(2100, 12, 31)  # noqa: DTZ001  (htmldate compares dates without zones)
"""Bounds for a page's date. They are given so that nobody asks the clock."""
DATES: dict[str, Any] = {"extensive_search": False, "original_date": True, "min_date": EARLIEST, "max_date": LATEST}
FRAME = re.compile(r"<(?:html|body)\b", re.IGNORECASE)
DECLARED = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]{2,40})""", re.IGNORECASE)

for _noisy in ("trafilatura", "htmldate"):
    logging.getLogger(_noisy).addHandler(logging.NullHandler())


@dataclass(frozen=True, slots=True)
class _Date:
    day: dt.date | None
    basis: PublishedBasis


def page(capture: Capture) -> Page:
    """The article of a page."""
    return page_of_markup(_decoded(capture.data), capture.known.url, capture.known.title)


def page_of_markup(markup: str, url: str | None, title: str | None = None) -> Page:
    """The article in `markup`: its paragraphs a line each, with a blank line between.

    What else the page shows is in `around`: all but scripts and what is hidden. A `title` that is known already is the one
    that the report will have, so a heading that says it is none of that; otherwise the page's own title is.

    Title, outlet, address and date are the page's own metadata; a date that only its address has is INFERRED.

    Raises:
        CannotRead: hostile or cut-off markup, or no text in it.
    """
    check(markup)
    if not FRAME.search(markup):
        markup = f"<html><body>{markup}</body></html>"
    tree = load_html(markup)
    if tree is None:
        raise _no_text()
    found = bare_extraction(tree, url=url, include_comments=False, with_metadata=True, date_extraction_params=DATES)
    if found is None or isinstance(found, dict) or found.text is None or not found.text.strip():
        raise _no_text()
    address = url or clean(found.url)
    published = _date(markup, address)
    paragraphs = [line for line in found.text.split("\n") if line.strip()]
    return Page(
        text="\n\n".join(paragraphs),
        outlet=clean(found.sitename),
        title=clean(found.title),
        url=address,
        published=published.day,
        basis=published.basis,
        around=around(load_html(markup), title or found.title or "", paragraphs),
    )


def _date(markup: str, url: str | None) -> _Date:
    """The page's date: METADATA when the page states it, INFERRED when it stands in the address alone."""
    tree = load_html(markup)
    for link in () if tree is None else tree.xpath("//link[@rel='canonical'] | //meta[@property='og:url']"):
        link.drop_tree()
    stated = read_date(find_date(tree, **DATES) or "")
    if stated:
        return _Date(stated, PublishedBasis.METADATA)
    inferred = address_date(url) if url else None
    return _Date(inferred, PublishedBasis.INFERRED if inferred else PublishedBasis.NONE)


def _decoded(data: bytes) -> str:
    if not data.strip():
        raise nothing(data)
    declared = DECLARED.search(data[:4096])
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        name = declared[1].decode("ascii").lower() if declared else charset(data)
        if name and name not in {"utf-8", "utf8"} and b"\x00" not in data:
            return _as(data, name)
    return decode(data)


def _as(data: bytes, name: str) -> str:
    try:
        return decode(data.decode("cp1252" if name in {"iso-8859-1", "latin-1", "latin1"} else name).encode("utf-8"))
    except (LookupError, UnicodeDecodeError):  # the page names an encoding that it is not in: its bytes decide
        return decode(data)


def _no_text() -> CannotRead:
    return CannotRead(
        ProblemReason.NO_TEXT,
        "The page has no article text (it may be a list of links, a picture, or made by a script). "
        "Save the text that your browser shows as a .txt file.",
    )
