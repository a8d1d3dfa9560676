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
    """A report's own words in lower case, and where each stands."""

    words: tuple[str, ...]
    spans: tuple[Span, ...]

    def __len__(self) -> int:
        return len(self.words)


def own_words(report: Report) -> Wording:
    """The words outside quotations and boilerplate.

    A statement that several outlets quote makes them no copies of one another, so what stands in quotation marks is left out.
    """
    masks = sorted([*(b.span for b in report.boilerplate), *(Span(m.start(), m.end()) for m in QUOTED.finditer(report.text))])
    words: list[str] = []
    spans: list[Span] = []
    at = 0
    for found in WORD.finditer(report.text):
        while at < len(masks) and masks[at].end <= found.start():
            at += 1
        if any(mask.start < found.end() and found.start() < mask.end for mask in masks[at : at + 2]):
            continue
        words.append(found[0].casefold())
        spans.append(Span(found.start(), found.end()))
    return Wording(tuple(words), tuple(spans))
