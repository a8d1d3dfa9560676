"""What a format's reader gives: the text, and what the file itself says of it."""

from __future__ import annotations

import datetime as dt
import html
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

from reportedly.model import PublishedBasis
from reportedly.read.around import Around
from reportedly.read.capture import Capture, Known, Media


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A text as a file gives it, with the file's own metadata. `published` goes with `basis`; `around` stands outside the article."""

    text: str
    outlet: str | None = None
    title: str | None = None
    url: str | None = None
    published: dt.date | None = None
    basis: PublishedBasis = PublishedBasis.NONE
    around: tuple[Around, ...] = ()


READERS = {
    Media.TEXT: "reportedly.read.text",
    Media.RECORD: "reportedly.read.text",
    Media.MARKDOWN: "reportedly.read.markdown",
    Media.HTML: "reportedly.read.html",
    Media.EMAIL: "reportedly.read.mail",
    Media.PDF: "reportedly.read.pdf",
}
"""The module that reads each kind of bytes with its function `page`; loaded when first needed."""


def page_of(capture: Capture) -> Page:
    """Read a capture's bytes.

    Raises:
        CannotRead: they give no text.
    """
    read: Callable[[Capture], Page] = import_module(READERS[capture.media]).page
    return read(capture)


def said(outlet: str | None, title: str | None, url: str | None, published: dt.date | None) -> Page:
    """A page without its text yet: what a header or front matter says."""
    basis = PublishedBasis.METADATA if published else PublishedBasis.NONE
    return Page(text="", outlet=clean(outlet), title=clean(title), url=clean(url), published=published, basis=basis)


def clean(value: str | None) -> str | None:
    """A value on one line, with HTML entities as characters; None when nothing is left."""
    return " ".join(html.unescape(value).split()) or None if value else None


def told(page: Page) -> Known:
    """What a page says of itself, in the form of a sidecar's row."""
    return Known(outlet=page.outlet, title=page.title, url=page.url)
