"""A report for reading: its text in pieces, each with the claims whose words it is, what hides in it shown."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from reportedly.model import Claim, Report

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

    `claims` are the numbers (from 1) of the claims whose evidence it is part of, `opens` of those whose evidence begins here, `closes`
    of those whose evidence ends here. `boilerplate` is why it is no story, or "".
    """

    start: int
    end: int
    runs: tuple[Run, ...]
    claims: tuple[int, ...]
    opens: tuple[int, ...]
    closes: tuple[int, ...]
    boilerplate: str
    headline: bool


def pieces(report: Report, claims: Sequence[Claim], stressed: tuple[int, int] | None = None) -> Iterator[Piece]:
    """The whole text in order. `stressed` is a stretch that gets edges of its own, so that an address can point at it."""
    spans = [claim.spans[0] for claim in claims]
    edges = {0, len(report.text), *(edge for span in spans for edge in (span.start, span.end))}
    edges |= {edge for each in report.boilerplate for edge in (each.span.start, each.span.end)}
    edges |= {report.headline.start, report.headline.end} if report.headline is not None else set()
    edges |= {edge for edge in stressed or () if 0 <= edge <= len(report.text)}
    for start, end in pairwise(sorted(edges)):
        yield Piece(
            start=start,
            end=end,
            runs=tuple(runs(report.text[start:end])),
            claims=tuple(n for n, span in enumerate(spans, 1) if span.start <= start < span.end),
            opens=tuple(n for n, span in enumerate(spans, 1) if span.start == start),
            closes=tuple(n for n, span in enumerate(spans, 1) if span.end == end),
            boilerplate=next((each.kind.value for each in report.boilerplate if each.span.start <= start < each.span.end), ""),
            headline=report.headline is not None and report.headline.start <= start < report.headline.end,
        )


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
