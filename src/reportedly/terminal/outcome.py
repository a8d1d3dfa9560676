"""The end of a run: what is new, the events, and what could not be read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.console import Group, RenderableType
from rich.text import Text

from reportedly.book import Book, BookEvent
from reportedly.book.words import counted
from reportedly.terminal.events import events_table
from reportedly.terminal.problems import problems_table
from reportedly.terminal.safe import safe

if TYPE_CHECKING:
    from reportedly.pipeline import Outcome

FEW_REPORTS = 10
"""An event of more reports is told of: it may be a large happening, or several that were taken for one."""

REASONS = 4
"""So many of the reasons that speak for its links are told, the commonest first."""


def outcome_page(outcome: Outcome, book: Book, *, width: int, most: int) -> RenderableType:
    """What a run ends with, for a screen of `width` columns; at most so many events."""
    parts: list[RenderableType] = []
    events = book.events()
    best = best_reported(events, most)
    if outcome.added and events:
        parts += [events_table(best, width=width), Text()]
    parts.append(outcome_line(outcome))
    if outcome.added and (told := largest(book)) is not None:
        parts.append(told)
    if outcome.added and len(best) < len(events):
        parts.append(_advice(f"Shown are the {most} best reported of {len(events):,} events. All of them:", f"events {book.where}"))
    if outcome.added and events:
        (first,) = best_reported(events, 1)
        parts.append(_advice("Who says what on one of them:", f"event {book.where} {first.index.short[first.id]}"))
    elif events:
        parts.append(_advice("What is in it:", f"events {book.where}"))
    if outcome.problems:
        parts += [Text(), problems_table(outcome.problems)]
    return Group(*parts)


def largest(book: Book) -> Text | None:
    """The event with the most claims and what holds it together, so that one which swallows others is seen; None where all are small."""
    views = book.dataset().views
    event = max(views.events, key=lambda each: len(each.claims), default=None)
    if event is None or len(event.reports) <= FEW_REPORTS:
        return None
    claims = frozenset(event.claims)
    links = [link for link in views.links if link.a in claims]
    speaking = Counter(reason.rule for link in links for reason in link.reasons if reason.likeness > 0.5)
    rules = ", ".join(f"{rule} ({times:,})" for rule, times in sorted(speaking.items(), key=lambda each: (-each[1], each[0]))[:REASONS])
    weakest = min(links, key=lambda link: (link.score, link.a, link.b))
    short = book.index().short
    said = (
        f"The largest event is {short[event.id]}: {counted(len(event.claims), 'claim')} of {counted(len(event.reports), 'report')}. "
        f"What speaks for its {counted(len(links), 'link')}: {rules}. The weakest:"
    )
    return _advice(said, f"why {book.where} {short[weakest.a]} {short[weakest.b]}")


def _advice(said: str, command: str) -> Text:
    """A command to go on with, on a line of its own to be copied."""
    return Text.assemble(safe(said), "\n  ", (safe(f"reportedly {command}"), "head"), overflow="fold", no_wrap=True)


def best_reported(events: Sequence[BookEvent], most: int) -> list[BookEvent]:
    """Of the events the first in number of reports, origins, disputes and claims, in the order that they came in."""
    ranked = sorted(events, key=lambda event: (-len(event.reports), -event.origins, -len(event.disputes), -len(event.claims)))
    chosen = {event.id for event in ranked[:most]}
    return [event for event in events if event.id in chosen]


def outcome_line(outcome: Outcome) -> Text:
    """What the run added, in one sentence."""
    if outcome.added:
        known = f" ({counted(outcome.skipped, 'report')} known before)" if outcome.skipped else ""
        return Text(f"{counted(outcome.added, 'new report')}{known}.")
    if outcome.skipped:
        return Text(f"Nothing new: {counted(outcome.skipped, 'report')} had been read before.")
    return Text("Nothing new: no report was found.")
