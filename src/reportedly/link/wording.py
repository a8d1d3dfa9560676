"""The words of a report that are its own: without quotations and boilerplate."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reportedly.model import Report, Span

QUOTED = re.compile(r"“[^”\n]{1,2000}”|\"[^\"\n]{1,2000}\"|«[^»\n]{1,2000}»")
"""A quotation of one paragraph. Straight marks are taken in pairs, so a paragraph with an odd number leaves its last open."""

WORD = re.compile(r"\w+(?:[’'.,-]\w+)*")


@dataclass(frozen=True, slots=True)
class Wording:
    """A report's own words in lower case, and where each begins and ends."""

    words: tuple[str, ...]
    bounds: tuple[tuple[int, int], ...]

    def __len__(self) -> int:
        return len(self.words)

    def stretch(self, first: int, words: int) -> Span:
        """Where so many words from one on stand in the report, with what is in between; `words` is at least 1."""
        return Span(self.bounds[first][0], self.bounds[first + words - 1][1])


def own_words(report: Report) -> Wording:
    """The words outside quotations and boilerplate.

    A statement that several outlets quote makes them no copies of one another, so what stands in quotation marks is left out.
    """
    masks = sorted([*(b.span for b in report.boilerplate), *(Span(m.start(), m.end()) for m in QUOTED.finditer(report.text))])
    words: list[str] = []
    bounds: list[tuple[int, int]] = []
    at = 0
    for found in WORD.finditer(report.text):
        start, end = found.span()
        while at < len(masks) and masks[at].end <= start:
            at += 1
        if at < len(masks) and masks[at].start < end:
            continue
        words.append(found[0].casefold())
        bounds.append((start, end))
    return Wording(tuple(words), tuple(bounds))
