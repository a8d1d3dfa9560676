"""Which columns of a record, a sidecar or front matter mean what."""

from __future__ import annotations

from collections.abc import Mapping

from reportedly.read.capture import Known
from reportedly.read.days import read_date

NAMES = {
    "text": ("text", "body", "content", "article"),
    "title": ("title", "headline"),
    "outlet": ("outlet", "source", "publisher"),
    "published": ("published", "date", "publication_date"),
    "url": ("url", "link"),
    "file": ("file",),
}
"""For each value, the columns that may hold it, best first. Case, and spaces or hyphens for "_", do not matter."""


REPORT_COLUMNS = ("text", "title", "outlet", "published", "url")
"""The values that speak of a report."""


def known_of(row: Mapping[str, object]) -> Known:
    """What a row says of its report. A date that is not whole, or can be read two ways, is left out."""
    day = column(row, "published")
    return Known(
        outlet=_line(column(row, "outlet")),
        published=read_date(day) if day else None,
        url=_line(column(row, "url")),
        title=_line(column(row, "title")),
        text=column(row, "text"),
    )


def column(row: Mapping[str, object], value: str) -> str | None:
    """The first column of `row` that holds the given value, as text that can be stored, or None."""
    named = {str(name).strip().lower().replace(" ", "_").replace("-", "_"): held for name, held in row.items()}
    for name in NAMES[value]:
        held = named.get(name)
        if isinstance(held, Mapping):
            held = held.get("name")
        if isinstance(held, str) and held.strip():
            return held.encode("utf-8", "surrogatepass").decode("utf-8", "replace")
    return None


def has_column(names: object, value: str) -> bool:
    """Whether any of the column names is one for the given value."""
    return any(str(name).strip().lower() in NAMES[value] for name in names) if isinstance(names, list | tuple) else False


def _line(value: str | None) -> str | None:
    return " ".join(value.split()) or None if value else None
