"""The Python API: a casebook as reports, claims and events. `reportedly.open` is the way in."""

from reportedly.book.book import Book, open  # noqa: A004  (`reportedly.open` reads as it is meant)
from reportedly.book.event import BookEvent
from reportedly.book.field import BookField

__all__ = ["Book", "BookEvent", "BookField", "open"]
