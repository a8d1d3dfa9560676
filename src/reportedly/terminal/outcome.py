"""The end of a run: what is new, the events, and what could not be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Group, RenderableType
from rich.text import Text

from reportedly.book import Book
from reportedly.book.words import counted
from reportedly.terminal.events import events_table
from reportedly.terminal.problems import problems_table
from reportedly.terminal.safe import plain

if TYPE_CHECKING:
    from reportedly.pipeline import Outcome


def outcome_page(outcome: Outcome, book: Book, *, width: int, most: int) -> RenderableType:
    """What a run ends with, for a screen of `width` columns; at most so many events."""
    parts: list[RenderableType] = []
    events = book.events()
    if outcome.added and events:
        parts += [events_table(events[:most], width=width), Text()]
        if len(events) > most:
            parts += [plain(f"… and {counted(len(events) - most, 'more event', 'more events')}: reportedly events {book.where}"), Text()]
    parts.append(outcome_line(outcome, book))
    if outcome.problems:
        parts += [Text(), problems_table(outcome.problems)]
    return Group(*parts)


def outcome_line(outcome: Outcome, book: Book) -> Text:
    """What the run added, in one sentence."""
    if outcome.added:
        known = f" ({counted(outcome.skipped, 'report')} known before)" if outcome.skipped else ""
        new = f"{counted(outcome.added, 'new report')}{known}."
        return plain(f"{new} See one event with `reportedly event {book.where} ID`, all of them with `reportedly events {book.where}`.")
    if outcome.skipped:
        return plain(
            f"Nothing new: {counted(outcome.skipped, 'report')} had been read before. See them with `reportedly events {book.where}`."
        )
    return plain(f"Nothing new: no report was found. {book.where} holds what it held before.")


def when_interrupted(into: str) -> Text:
    """What to say when a run was stopped by hand."""
    return plain(f"Interrupted. What was read so far is kept in {into}; the same command goes on from there.")
