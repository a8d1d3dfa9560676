"""Reports: one text as one outlet published it, and what could not be read."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from reportedly.errors import ModelError
from reportedly.model.span import Span


class PublishedBasis(StrEnum):
    """How a publication date is known."""

    METADATA = "metadata"
    """A sidecar, a column, an e-mail header or the page's own metadata."""
    BYLINE = "byline"
    """A line of the text itself ("Published 23 June 2017")."""
    INFERRED = "inferred"
    """Read out of the address or the file."""
    NONE = "none"
    """Not known. The date is then absent, never guessed."""


class BoilerplateKind(StrEnum):
    """Why a stretch of a report's text is not its story."""

    MENU = "menu"
    COOKIES = "cookies"
    COMMENTS = "comments"
    COPYRIGHT = "copyright"
    CAPTION = "caption"
    NOTICE = "notice"
    """"This story is over 5 years old", "Updated 3 hours ago"."""
    RELATED = "related"
    """Headline links to other stories."""
    BYLINE = "byline"
    """Author, date and section lines."""


@dataclass(frozen=True, slots=True, order=True)
class Boilerplate:
    """A stretch of the stored text that is kept but makes no claims."""

    span: Span
    kind: BoilerplateKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One text as one outlet published it.

    `text` is the stored text that every span counts in. It starts with the
    headline where one is known (`headline` is its span). Menus, captions and
    the like stay in it and are listed in `boilerplate`, in text order and
    without overlap.

    `sha256` is the digest of the original bytes (64 lower-case hex digits);
    `id` is made from it and from what was said about the report, so the same
    input always gets the same id. `file` is the input file's name without its
    folder; `language` an ISO 639-1 code or None when it could not be told.

    Raises:
        ModelError: a span ends after the text, or `published` and its basis disagree.
    """

    id: str
    sha256: str
    file: str
    text: str
    outlet: str | None = None
    title: str | None = None
    published: dt.date | None = None
    published_basis: PublishedBasis = PublishedBasis.NONE
    url: str | None = None
    language: str | None = None
    headline: Span | None = None
    boilerplate: tuple[Boilerplate, ...] = ()

    def __post_init__(self) -> None:
        if (self.published is None) != (self.published_basis is PublishedBasis.NONE):
            raise ModelError(f"Report {self.id}: published {self.published} does not go with basis {self.published_basis!r}.")
        ends = [b.span.end for b in self.boilerplate] + ([self.headline.end] if self.headline else [])
        if max(ends, default=0) > len(self.text):
            raise ModelError(f"Report {self.id}: a span ends after the text.")

    def quote(self, span: Span) -> str:
        """The words that stand at `span`."""
        return self.text[span.start : span.end]


class ProblemReason(StrEnum):
    """Why something could not be read. The list is closed; docs/problems.md explains each."""

    MISSING = "missing"
    UNREADABLE = "unreadable"
    EMPTY = "empty"
    BINARY = "binary"
    TOO_LARGE = "too_large"
    TRUNCATED = "truncated"
    ENCODING = "encoding"
    ENCRYPTED = "encrypted"
    MALFORMED = "malformed"
    NO_TEXT = "no_text"
    NOT_ENGLISH = "not_english"
    UNSUPPORTED = "unsupported"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Problem:
    """One source, or one record of a source, that gave no report.

    `source` is the path as given (with `#n` for the n-th record of a file,
    counted from 1); `detail` one or two sentences: what happened and what to do.
    """

    source: str
    reason: ProblemReason
    detail: str
