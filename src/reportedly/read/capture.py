"""What is known of a report before it is read: its bytes, and what was said about it."""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import dataclass
from enum import StrEnum

from reportedly.model import Problem, ProblemReason, stable_id

LARGEST = 20_000_000
"""Most bytes of one report (a file, or one record of a JSONL or CSV file)."""

LONGEST = 1_000_000
"""Most characters of one report's text: some 170,000 words, a book and a half. What is longer is no report."""


class Media(StrEnum):
    """What kind of bytes a capture holds."""

    TEXT = "text"
    HTML = "html"
    MARKDOWN = "markdown"
    PDF = "pdf"
    EMAIL = "email"
    RECORD = "record"


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What a sidecar, a column or a header says of a report. None: it does not say.

    `text` is a record's text (JSON, JSONL, CSV); None for files.
    """

    outlet: str | None = None
    published: dt.date | None = None
    url: str | None = None
    title: str | None = None
    text: str | None = None

    def or_else(self, other: Known) -> Known:
        """This, with what it does not say taken from `other`."""
        return Known(
            outlet=self.outlet or other.outlet,
            published=self.published or other.published,
            url=self.url or other.url,
            title=self.title or other.title,
            text=self.text or other.text,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Capture:
    """One report-to-be. It can be pickled.

    `id` is the id of the report that it becomes: made from the bytes and from what was said of them,
    so it is known before anything is parsed. `source` is the path as given ("-" for stdin), with `#n`
    for the n-th record of a file, counted from 1; `file` the file's name without its folder.
    `sha256` is the digest of `data`: a file's own bytes, a JSONL line without its line end,
    or a CSV row or JSON list item written as one line of JSON.
    """

    id: str
    source: str
    file: str
    data: bytes
    sha256: str
    known: Known
    media: Media


def capture(*, source: str, file: str, data: bytes, known: Known, media: Media) -> Capture:
    """A capture with its digest and its id worked out."""
    sha256 = hashlib.sha256(data).hexdigest()
    published = known.published.isoformat() if known.published else ""
    return Capture(
        id=stable_id("r", sha256, known.outlet or "", known.url or "", published, known.title or ""),
        source=source,
        file=file,
        data=data,
        sha256=sha256,
        known=known,
        media=media,
    )


class CannotRead(Exception):
    """Why a source gives no report. It never leaves this folder: it ends as a `Problem`."""

    def __init__(self, reason: ProblemReason, detail: str) -> None:
        self.reason, self.detail = reason, detail
        super().__init__(detail)

    def of(self, source: str) -> Problem:
        """The problem row for `source`."""
        return Problem(source=source, reason=self.reason, detail=self.detail)


def too_large(size: str, what: str = "The file") -> CannotRead:
    """`what` has more than LARGEST bytes."""
    return CannotRead(
        ProblemReason.TOO_LARGE,
        f"{what} is {size}; the most that is read as one report is {LARGEST // 10**6} MB. "
        "Split it, or keep the text of each report in a .jsonl file, a line each.",
    )


def bounded(text: str) -> str:
    """`text`, if it is not longer than LONGEST.

    Raises:
        CannotRead: it is.
    """
    if len(text) > LONGEST:
        raise CannotRead(
            ProblemReason.TOO_LARGE,
            f"Its text has {len(text):,} characters; the most that is read as one report is {LONGEST:,}. "
            "Split it into its reports, or keep the text of each report in a .jsonl file, a line each.",
        )
    return text


def shown(name: str) -> str:
    """A path as text that can be stored: bytes that are not UTF-8 are written as backslash, x and two digits."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
