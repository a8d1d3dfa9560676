"""Words of a report with what stands around them."""

from __future__ import annotations

from rich.text import Text

from reportedly.model import Report, Span
from reportedly.terminal.safe import safe

AROUND = 45
"""Characters that are shown on either side."""


def in_context(report: Report, span: Span, within: Span | None = None) -> Text:
    """The words at `span` stressed, with a few words on either side from `within` (else from their paragraph), in quotation marks."""
    inside = within if within is not None and within.contains(span) else paragraph(report.text, span)
    start = _edge(report.text, max(inside.start, span.start - AROUND), span.start) if span.start - AROUND > inside.start else inside.start
    end = min(inside.end, span.end + AROUND)
    after = report.text[span.end : end]
    if end < inside.end and " " in after:
        after = after[: after.rindex(" ")]
    before = report.text[start : span.start]
    return Text.assemble(
        "“" if start == inside.start else "“… ",
        _one_line(before, left=True),
        (safe(report.quote(span)), "stressed"),
        _one_line(after, left=False),
        "”" if end == inside.end else " …”",
        style="quote",
    )


def paragraph(text: str, span: Span) -> Span:
    """The line of the text that holds a span; the span's own lines where it has several."""
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end)
    return Span(start, len(text) if end < 0 else max(end, span.end))


def _edge(text: str, start: int, stop: int) -> int:
    """The first start of a word at or after `start`."""
    blank = text.find(" ", start, stop)
    return start if blank < 0 else blank + 1


def _one_line(words: str, *, left: bool) -> str:
    """Words on one line, with the blank that parts them from their neighbour kept."""
    line = safe(words)
    if left:
        return f"{line} " if line and words[-1:].isspace() else line
    return f" {line}" if line and words[:1].isspace() else line
