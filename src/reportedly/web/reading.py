"""A report for reading: its text in pieces, each with the marked spans that it is part of, what hides in it shown."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from reportedly.model import Claim, Report, Span
from reportedly.model.kind import Family, family

HIDDEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
"""Unicode categories of characters that steer or hide."""

PLAIN = frozenset("\n\t")


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A stretch of text as it is, or one hidden character by its code ("U+202E") and name."""

    text: str
    hidden: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch `[start, end)` of a report's text, in code points.

    `within` are the numbers (from 1) of the marked spans that it is part of, `opens` of those that begin here, `closes` of those that
    end here. `leads` is the shortest of `within`, of equals the first; 0 for none. `boilerplate` is why it is no story, or "".
    """

    start: int
    end: int
    runs: tuple[Run, ...]
    within: tuple[int, ...]
    opens: tuple[int, ...]
    closes: tuple[int, ...]
    leads: int
    boilerplate: str
    headline: bool


def pieces(report: Report, spans: Sequence[Span], stressed: tuple[int, int] | None = None) -> Iterator[Piece]:
    """The whole text in order, cut at the edges of some spans. `stressed` is a stretch that gets edges of its own.

    Cost: one pass over the edges, whatever the number of spans that do not overlap.
    """
    opens, closes = _numbers(span.start for span in spans), _numbers(span.end for span in spans)
    begins, ends = {each.span.start: each.kind.value for each in report.boilerplate}, {each.span.end for each in report.boilerplate}
    head = report.headline
    edges = {0, len(report.text), *opens, *closes, *begins, *ends, *((head.start, head.end) if head is not None else ())}
    edges |= {edge for edge in stressed or () if 0 <= edge <= len(report.text)}
    active: set[int] = set()
    boilerplate = ""
    for start, end in pairwise(sorted(edges)):
        active = {n for n in (*active, *opens.get(start, ())) if spans[n - 1].end > start}
        boilerplate = begins.get(start, "" if start in ends else boilerplate)
        yield Piece(
            start=start,
            end=end,
            runs=tuple(runs(report.text[start:end])),
            within=tuple(sorted(active)),
            opens=opens.get(start, ()),
            closes=closes.get(end, ()),
            leads=min(active, key=lambda n: (spans[n - 1].end - spans[n - 1].start, n), default=0),
            boilerplate=boilerplate,
            headline=head is not None and head.start <= start < head.end,
        )


def _numbers(edges: Iterable[int]) -> dict[int, tuple[int, ...]]:
    """The numbers (from 1) of those that have an edge at a place."""
    found: dict[int, list[int]] = {}
    for n, edge in enumerate(edges, 1):
        found.setdefault(edge, []).append(n)
    return {edge: tuple(some) for edge, some in found.items()}


SIGNS = {
    Family.CIVILIANS: "civilians",
    Family.BATTLES: "battles",
    Family.EXPLOSIONS: "explosions",
    Family.TERRITORY: "territory",
    Family.PROTESTS: "protests",
    Family.STRATEGIC: "strategic",
    Family.VERBAL: "verbal",
}
"""The class of a family in the style sheet, which gives it a colour and a line of its own; in the order of the legend."""


def sign(claim: Claim) -> str:
    """The class of a claim's family."""
    return SIGNS[family(claim.kind)]


def legend(claims: Sequence[Claim]) -> list[tuple[str, str, int]]:
    """The families of some claims: class, name, how many claims."""
    counts = Counter(family(claim.kind) for claim in claims)
    return [(name, each.value, counts[each]) for each, name in SIGNS.items() if each in counts]


def runs(text: str) -> Iterator[Run]:
    """Text with every steering or hidden character on its own."""
    if text.isprintable():
        yield Run(text=text)
        return
    at = 0
    for n, character in enumerate(text):
        if character in PLAIN or unicodedata.category(character) not in HIDDEN:
            continue
        if at < n:
            yield Run(text=text[at:n])
        yield Run(text=unicodedata.name(character, "control character").lower(), hidden=f"U+{ord(character):04X}")
        at = n + 1
    if at < len(text):
        yield Run(text=text[at:])
