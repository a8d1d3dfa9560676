"""Lines of the trail that the page writes. One that cannot be written now, because another process writes, is written with the next."""

from __future__ import annotations

import datetime as dt

from reportedly.book import Book
from reportedly.errors import CasebookError
from reportedly.model import Deed, Entry


class Trail:
    """Writes down what happens on a running page."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self.waiting: list[Entry] = []

    def __call__(self, deed: Deed, who: str, about: str = "") -> None:
        """Write a line, and those that could not be written before."""
        self.waiting.append(Entry(deed=deed, who=who, about=about, at=dt.datetime.now(dt.UTC).isoformat(timespec="seconds")))
        self.write()

    def write(self) -> bool:
        """Write what waits. False: it waits on."""
        try:
            self._book.desk.write(self.waiting)
        except CasebookError:
            return False
        self.waiting.clear()
        return True
