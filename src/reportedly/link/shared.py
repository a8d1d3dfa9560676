"""What two reports have in common word by word, for a reader who wants to see both."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from reportedly.link.copies import runs
from reportedly.link.wording import WORD, Wording, own_words
from reportedly.model import Report, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Words in a row that both reports have: how many, and where they stand in each.

    Quotations and boilerplate are nobody's own words. Where they stand between two words of a row, the row has more than one span.
    """

    words: int
    source: tuple[Span, ...]
    copy: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class InCommon:
    """The passages that two reports share, in the order of the copy. `share` is their part of the shorter one's own words (0-1)."""

    passages: tuple[Passage, ...]
    share: float

    @property
    def longest(self) -> Passage | None:
        """The passage with the most words, of equals the first; None where nothing is shared."""
        return max(self.passages, key=lambda each: each.words, default=None)


def in_common(source: Report, copy: Report) -> InCommon:
    """What `copy` shares with `source`: every run of words that counts towards the share of a lineage edge.

    Cost: linear in the words of both, whatever they are, since every place of the copy is compared with a fixed number of places at most.
    """
    a, b = own_words(source), own_words(copy)
    found = [
        Passage(words=run.words, source=tuple(_spans(source, a, run.a, run.words)), copy=tuple(_spans(copy, b, run.b, run.words)))
        for run in runs(a, b)
    ]
    shorter = min(len(a), len(b))
    return InCommon(passages=tuple(found), share=round(sum(each.words for each in found) / shorter, 3) if shorter else 0.0)


def _spans(report: Report, wording: Wording, first: int, words: int) -> Iterator[Span]:
    """Where a row of own words stands, cut wherever other words stand in between."""
    bounds = wording.bounds[first : first + words]
    start = bounds[0][0]
    for (_, end), (after, _) in pairwise(bounds):
        if WORD.search(report.text, end, after):
            yield Span(start, end)
            start = after
    yield Span(start, bounds[-1][1])
