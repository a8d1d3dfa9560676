"""What the command line did, in the casebook's trail."""

from __future__ import annotations

import datetime as dt
import sys

from reportedly.book import Book
from reportedly.book.desk import user_name
from reportedly.errors import CasebookError
from reportedly.model import Deed, Entry


def noted(book: Book, deed: Deed, about: str, **detail: object) -> None:
    """Write a line of the trail in the name of the user of this machine. Where that cannot be, say so: what was done stays done."""
    at = dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
    try:
        book.desk.write([Entry(deed=deed, who=user_name(), about=about, at=at, detail=detail)])
    except CasebookError as error:
        sys.stderr.write(f"This does not stand in the casebook's trail: {error}\n")
