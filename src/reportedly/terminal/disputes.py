"""Disputes: each with its sides, their words and where they stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from reportedly.book import BookEvent
from reportedly.book.index import Index
from reportedly.book.words import chain_words, counted, field_words, stated_words
from reportedly.model import Claim, Dispute, RelationKind, Stance
from reportedly.terminal.claims import source_words
from reportedly.terminal.grid import indented
from reportedly.terminal.safe import plain


def disputes_list(disputes: Sequence[Dispute], events: Mapping[str, BookEvent]) -> RenderableType:
    """Disputes under the events they are about, which are given by their ids."""
    if not disputes:
        return Text("Nothing is disputed.", style="faint")
    parts: list[RenderableType] = []
    last = ""
    for dispute in disputes:
        event = events[dispute.event]
        if event.id != last:
            parts += [Text()] if parts else []
            parts.append(Text.assemble((event.index.short[event.id], "id"), "  ", plain(event.summary, "name")))
        last = event.id
        parts.append(indented(dispute_lines(dispute, event.index), 2))
    parts += [Text(), Text(f"{counted(len(disputes), 'dispute')} on {counted(len({d.event for d in disputes}), 'event')}.", style="faint")]
    return Group(*parts)


def dispute_lines(dispute: Dispute, index: Index) -> RenderableType:
    """One dispute: why, then who says what in which words."""
    sign = "✗" if dispute.kind is RelationKind.CONTRADICTS else "⊘"
    head = Text.assemble((f"{sign} {field_words(dispute.field)}", "bad"), ("  " + dispute.kind.value, "warn"), "  ", plain(dispute.why))
    sides = [side for each in dispute.claims for side in _side(dispute, index.claims[each], index)]
    return Group(head, *sides)


def _side(dispute: Dispute, claim: Claim, index: Index) -> Iterator[RenderableType]:
    """Who, the value, and in a line below the quote with its report."""
    report = index.reports[claim.report]
    stated = claim.get(dispute.field)
    verb = "" if claim.stance is Stance.ASSERTS else f" {claim.stance.value}"
    value = plain(stated_words(stated), "number") if stated is not None else Text("it happened" if not verb else "it", style="number")
    who = Text.assemble("• ", plain(chain_words(claim, report), "name"), (verb, "bad"), ": ", value)
    quote = Text.assemble("“", plain(index.quote(claim)), "”", style="quote")
    where = Text.assemble(("— ", "faint"), plain(source_words(report), "faint"), "  ", (index.short[report.id], "id"))
    yield indented(who, 2)
    yield indented(Group(quote, where), 4)
