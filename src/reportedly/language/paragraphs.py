"""Cut a report's story into paragraphs, leaving its boilerplate out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from reportedly.model import Report, Span

BLANK_LINE = re.compile(r"\n[^\S\n]*\n")
DATELINE = re.compile(
    r"[A-Z][A-Z'’.-]{2,}(?:[ /-][A-Z][A-Z'’.-]+)*(?:, [^—–\n()]{1,40}?)?(?: ?\([^)\n]{2,40}\))? ?(?:—|–|--| - )\s*(?=[\w“\"'‘])"
)
"""The place in capitals, the day and the agency before the first sentence: "ADEN, June 3 (Agency) —"."""

WRAP_WIDTHS = range(50, 101)
LINES_TO_JUDGE = 4


def paragraphs(report: Report) -> Iterator[Span]:
    """Spans of the report's paragraphs, in text order, without boilerplate and outer white space.

    A line is a paragraph, unless the text is wrapped at a fixed width: then blank lines part paragraphs.
    """
    wrapped = is_wrapped(report.text)
    for stretch in story(report):
        for span in _parts(report.text, stretch, wrapped=wrapped):
            trimmed = _trim(report.text, span)
            dateline = DATELINE.match(report.text, trimmed.start, trimmed.end)
            if dateline is not None:
                yield _trim(report.text, Span(trimmed.start, dateline.end()))
                trimmed = Span(dateline.end(), trimmed.end)
            if len(trimmed):
                yield trimmed


def story(report: Report) -> Iterator[Span]:
    """The stretches of the text between its boilerplate; the headline stands alone."""
    cuts = sorted({0, len(report.text), *_edges(report)})
    for start, end in pairwise(cuts):
        stretch = Span(start, end)
        if not any(b.span.contains(stretch) for b in report.boilerplate):
            yield stretch


def is_wrapped(text: str) -> bool:
    """Whether lines were broken at a fixed width, so that a line end is no paragraph's end.

    True when at least four lines are 50–100 characters long, and most of those are followed at once
    by another line and do not end a sentence.
    """
    lines = text.split("\n")
    full = [(line, after) for line, after in pairwise(lines) if len(line.rstrip()) in WRAP_WIDTHS]
    flowing = [line for line, after in full if after.strip() and line.rstrip()[-1] not in '.!?”"']
    return len(full) >= LINES_TO_JUDGE and len(flowing) * 2 > len(full)


def _edges(report: Report) -> Iterator[int]:
    for cut in (*(b.span for b in report.boilerplate), *([report.headline] if report.headline else [])):
        yield cut.start
        yield cut.end


def _parts(text: str, stretch: Span, *, wrapped: bool) -> Iterator[Span]:
    parting = BLANK_LINE if wrapped else re.compile(r"\n")
    start = stretch.start
    for match in parting.finditer(text, stretch.start, stretch.end):
        yield Span(start, match.start())
        start = match.end()
    yield Span(start, stretch.end)


def _trim(text: str, span: Span) -> Span:
    words = text[span.start : span.end]
    left = len(words) - len(words.lstrip())
    return Span(span.start + left, span.start + max(left, len(words.rstrip())))
