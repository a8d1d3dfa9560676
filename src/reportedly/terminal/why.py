"""Why two claims are, or are not, of one event: every reason for and against, and the way from one to the other."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from reportedly.book.index import Index
from reportedly.book.words import chain_words, counted
from reportedly.link.why import Why
from reportedly.model import Claim, Link, Reason, TieKind
from reportedly.terminal.claims import cut, manner
from reportedly.terminal.grid import grid, indented, kind_text
from reportedly.terminal.safe import plain

EVEN = 0.5
"""A reason with this likeness speaks neither for nor against."""


TIED = {
    TieKind.PART_OF: "Event {1} is part of {0}",
    TieKind.FOLLOWS: "Event {1} followed {0}",
    TieKind.MAY_BE_SAME: "Events {0} and {1} may be the same",
}
"""How a tie reads, from its events' ids."""


def why_page(why: Why, a: Claim, b: Claim, index: Index) -> RenderableType:
    """The two claims, the answer, and the reasons, the weightiest first."""
    one, other = index.event_of.get(a.id), index.event_of.get(b.id)
    parts: list[RenderableType] = [_claim(a, index), _claim(b, index), Text()]
    if one is not None and one == other:
        parts.append(Text.assemble("They are taken to be of one event, ", (index.short[one], "id"), "."))
    else:
        events = [index.short[each] for each in (one, other) if each is not None]
        parts.append(Text.assemble("They are taken to be of two events, ", (" and ".join(events), "id"), "."))
    if (tie := index.tie(one, other)) is not None:
        parts.append(Text.assemble(TIED[tie.kind].format(index.short[tie.a], index.short[tie.b]), ": ", plain(tie.why), "."))
    if why.apart is not None:
        parts.append(Text.assemble(("They cannot be of one: ", "bad"), plain(why.apart), "."))
    parts += [
        Text(f"Compared by themselves: {why.link.score:.2f} (above {EVEN} speaks for one event)."),
        Text(),
        _reasons(why.link.reasons),
    ]
    if len(why.path) > 1:
        parts += [Text(), Text(f"What joined them, {counted(len(why.path), 'link')}:", style="head"), *_path(why.path, a.id, index)]
    return Group(*parts)


def _claim(claim: Claim, index: Index) -> RenderableType:
    report = index.reports[claim.report]
    who = Text.assemble(
        (index.short[claim.id], "id"), "  ", kind_text(claim.kind), manner(claim), "  ", plain(chain_words(claim, report), "name")
    )
    return Group(who, indented(Text.assemble("“", plain(cut(index.quote(claim))), "”", style="quote"), 2))


def _reasons(reasons: Sequence[Reason]) -> RenderableType:
    table = grid("", "weight", "reason", "")
    for reason in sorted(reasons, key=lambda r: (-abs(r.weight * (r.likeness - EVEN)), r.rule)):
        sign = Text("for", style="number") if reason.likeness > EVEN else Text("against", style="bad")
        share = 2 * reason.weight * (reason.likeness - EVEN)
        table.add_row(sign, Text(f"{share:+.1f}", style="number"), Text(reason.rule.replace("_", " "), style="faint"), plain(reason.why))
    return table


def _path(path: Sequence[Link], start: str, index: Index) -> list[RenderableType]:
    lines: list[RenderableType] = []
    at = start
    for link in path:
        far = link.b if link.a == at else link.a
        best = max(link.reasons, key=lambda r: (r.weight * (r.likeness - EVEN), r.rule), default=None)
        said = plain(best.why) if best is not None else Text()
        lines.append(indented(Text.assemble((index.short[at], "id"), " – ", (index.short[far], "id"), f"  {link.score:.2f}  ", said), 2))
        at = far
    return lines
