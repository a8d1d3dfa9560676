"""A report as it was stored, with the words that make claims marked and its boilerplate faint."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rich.console import Group, RenderableType
from rich.text import Text

from reportedly.book.index import Index
from reportedly.book.words import chain_words, counted
from reportedly.model import Claim, Report
from reportedly.terminal.claims import what_cell
from reportedly.terminal.grid import grid, stacked
from reportedly.terminal.safe import plain, safe


@dataclass(frozen=True, slots=True)
class Signs:
    """What stands around marked words. On a terminal styles show where they start, so nothing needs to."""

    opens: str
    closes: str
    boilerplate: bool


STYLED = Signs("", "", boilerplate=False)
BARE = Signs("‹", "›", boilerplate=True)
"""Signs for files and pipes, which have no styles."""


def report_page(report: Report, claims: Sequence[Claim], index: Index, *, styled: bool) -> RenderableType:
    """What is known about a report, its text with numbered claims, and the claims by their numbers.

    `styled` tells whether the console shows styles; else signs stand in the text: ‹words›[1] and {menu: words}.
    """
    return Group(
        report_head(report),
        Text(),
        marked(report, claims, STYLED if styled else BARE),
        Text(),
        Text(f"{counted(len(claims), 'claim')}" + (":" if claims else "."), style="head"),
        *([claims_by_number(report, claims, index)] if claims else []),
    )


def report_head(report: Report) -> Text:
    """Title, outlet, day and how it is known, file, address, language and id."""
    day = "publication date not known" if report.published is None else f"{report.published.isoformat()} ({report.published_basis.value})"
    facts = [report.outlet or "outlet not known", day, report.file, report.language or "language not told"]
    return stacked(
        plain(report.title, "name") if report.title else None,
        plain(" · ".join(facts)),
        plain(report.url, "faint") if report.url else None,
        Text(report.id, style="id"),
        Text(f"sha256 {report.sha256}", style="faint"),
    )


def marked(report: Report, claims: Sequence[Claim], signs: Signs) -> Text:
    """The text, claim by claim: each quote is marked and followed by its number in `claims`."""
    quotes = [claim.spans[0] for claim in claims]
    dull = [(each.span, each.kind.value) for each in report.boilerplate]
    edges = {0, len(report.text)}
    edges |= {edge for span in (*quotes, *(span for span, _ in dull)) for edge in (span.start, span.end)}
    shown = Text()
    ends = numbers(claims)
    for start, end in _steps(sorted(edges)):
        shown.append(signs.opens * sum(span.start == start for span in quotes))
        shown.append("".join(f"{{{kind}: " for span, kind in dull if signs.boilerplate and span.start == start))
        inside = any(span.start <= start < span.end for span in quotes)
        faint = any(span.start <= start < span.end for span, _ in dull)
        shown.append(safe(report.text[start:end], lines=True), style="claim" if inside else "faint" if faint else "")
        shown.append("".join("}" for span, _ in dull if signs.boilerplate and span.end == end))
        for number in ends.get(end, ()):
            shown.append(f"{signs.closes}[{number}]", style="mark")
    return shown


def numbers(claims: Iterable[Claim]) -> dict[int, list[int]]:
    """The numbers of claims, counted from 1, by the character at which their quotes end."""
    found: dict[int, list[int]] = {}
    for number, claim in enumerate(claims, 1):
        found.setdefault(claim.spans[0].end, []).append(number)
    return found


def _steps(edges: Sequence[int]) -> Iterable[tuple[int, int]]:
    return pairwise(edges)


def claims_by_number(report: Report, claims: Sequence[Claim], index: Index) -> RenderableType:
    """The claims as they are numbered in the text."""
    table = grid("", "who says it", "what", "claim", "event", right=("",), fixed=("claim", "event"))
    for number, claim in enumerate(claims, 1):
        event = index.event_of.get(claim.id)
        table.add_row(
            Text(f"[{number}]", style="mark"),
            plain(chain_words(claim, report), "name"),
            what_cell(claim),
            Text(index.short[claim.id], style="faint"),
            Text(index.short[event], style="id") if event is not None else Text("—", style="faint"),
        )
    return table
