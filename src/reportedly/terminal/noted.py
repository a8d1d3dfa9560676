"""What the command line did, in the casebook's trail."""

# ruff: noqa: PLC0415  (`--help` and completion must answer at once)

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reportedly.book import Book


def imported(book: Book, sources: list[str], *, reports: int, problems: int) -> None:
    """Say in the trail that reports were read."""
    _note(book, "import", ", ".join(sources), reports=reports, problems=problems)


def exported(book: Book, what: str, out: Path | None) -> None:
    """Say in the trail that something was given out."""
    _note(book, "export", what, to="stdout" if out is None else str(out))


def _note(book: Book, deed: str, about: str, **detail: object) -> None:
    """Write a line of the trail in the name of the user of this machine. Where that cannot be, say so: what was done stays done."""
    from reportedly.book.desk import user_name
    from reportedly.errors import CasebookError
    from reportedly.model import Deed, Entry

    at = dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
    try:
        book.desk.write([Entry(deed=Deed(deed), who=user_name(), about=about, at=at, detail=detail)])
    except CasebookError as error:
        sys.stderr.write(f"This does not stand in the casebook's trail: {error}\n")
