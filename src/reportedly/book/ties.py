"""How an event stands to others, in groups with a heading, for pages and tables."""

from __future__ import annotations

from reportedly.book.event import BookEvent
from reportedly.model import Tie, TieKind

HEADINGS = {
    (TieKind.PART_OF, True): "Part of",
    (TieKind.PART_OF, False): "Its parts",
    (TieKind.FOLLOWS, True): "It followed",
    (TieKind.FOLLOWS, False): "What followed",
    (TieKind.MAY_BE_SAME, True): "May be the same",
}
"""What the other events of a kind of tie are called, by whether this event is the end (b) of it."""


def heading(tie: Tie, event: str) -> str:
    """What the event at the other end of a tie is to an event."""
    return HEADINGS[tie.kind, tie.kind is TieKind.MAY_BE_SAME or tie.b == event]


def tie_groups(event: BookEvent) -> list[tuple[str, list[Tie]]]:
    """The ties of an event under their headings, in the order of `BookEvent.ties`."""
    found: dict[str, list[Tie]] = {}
    for tie in event.ties:
        found.setdefault(heading(tie, event.id), []).append(tie)
    return list(found.items())
