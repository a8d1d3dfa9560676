"""A capture as what is kept of it beside its bytes, and back."""

from __future__ import annotations

import datetime as dt
from typing import Any

from reportedly.read.capture import Capture, Known, Media
from reportedly.read.records import jsonl_rows, record_captures


def told(capture: Capture) -> dict[str, Any]:
    """What was told of a capture, as JSON. A record's text stands in its bytes already."""
    known = capture.known
    return {
        "source": capture.source,
        "file": capture.file,
        "media": capture.media.value,
        "outlet": known.outlet,
        "published": None if known.published is None else known.published.isoformat(),
        "url": known.url,
        "title": known.title,
    }


def capture_of(identity: str, sha256: str, data: bytes, row: dict[str, Any]) -> Capture:
    """The capture that had these bytes, and of which `told` said `row`."""
    published = None if row["published"] is None else dt.date.fromisoformat(row["published"])
    known = Known(outlet=row["outlet"], published=published, url=row["url"], title=row["title"])
    media = Media(row["media"])
    if media is Media.RECORD:
        found = next(record_captures(jsonl_rows(iter([data])), source=row["source"], file=row["file"], beside=known))
        known = found.known if isinstance(found, Capture) else known
    return Capture(id=identity, source=row["source"], file=row["file"], data=data, sha256=sha256, known=known, media=media)


def first_of(row: dict[str, Any]) -> tuple[str, str]:
    """A key: of several captures of the same bytes, the one whose `told` comes first by it is read."""
    return row["media"], row["file"]
