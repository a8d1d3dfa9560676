"""Quotations: stretches between quotation marks, also over several sentences and paragraphs."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.model import Document

OPENING = {"“": "”", "„": "“", "«": "»", "‘": "’", "``": "''"}
STRAIGHT = frozenset({'"', "''"})


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation: tokens `[start, end)` with its marks. `runs_on` when the next paragraph goes on with it."""

    start: int
    end: int
    runs_on: bool = False

    @property
    def inside(self) -> tuple[int, int]:
        """The quoted words without the marks."""
        return self.start + 1, self.end if self.runs_on else self.end - 1


def quotes(document: Document) -> tuple[Quote, ...]:
    """The quotations of a document in text order, without those inside others. Unclosed ones end with their paragraph."""
    found: list[Quote] = []
    opened: int | None = None
    closing: frozenset[str] = frozenset()
    for start, end, follows in _paragraphs(document):
        for i in range(start, end):
            text = document.tokens[i].text
            if opened is None:
                if text in OPENING or text in STRAIGHT or (text == "'" and document.tokens[i].tag == "``"):
                    opened, closing = i, _closing(text)
            elif text in closing and _closes(document, i):
                found.append(Quote(opened, i + 1))
                opened = None
        if opened is not None and follows and end - opened > 2:
            found.append(Quote(opened, end, runs_on=True))
        opened = None
    return tuple(q for q in found if q.inside[1] > q.inside[0])


def _paragraphs(document: Document) -> list[tuple[int, int, bool]]:
    """Token ranges of paragraphs, and whether the next one begins with an opening mark."""
    bounds: list[list[int]] = []
    for sentence in document.sentences:
        if bounds and bounds[-1][2] == sentence.paragraph:
            bounds[-1][1] = sentence.end
        else:
            bounds.append([sentence.start, sentence.end, sentence.paragraph])
    return [
        (start, end, n + 1 < len(bounds) and document.tokens[bounds[n + 1][0]].text in ("“", '"', "‘", "``"))
        for n, (start, end, _) in enumerate(bounds)
    ]


def _closing(mark: str) -> frozenset[str]:
    if mark in ("‘", "'"):
        return frozenset({"’", "'"})
    return frozenset({OPENING.get(mark, '"'), '"', "''"})


def _closes(document: Document, i: int) -> bool:
    """An apostrophe between letters, or after a plural's s, closes nothing."""
    token = document.tokens[i]
    return not (token.text in ("’", "'") and token.tag == "POS")
