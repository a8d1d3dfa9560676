"""Interviews written as turns: "QUILL: We sank two ships." at the start of a paragraph."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from reportedly.extract.voice_grammar import Speech, trimmed
from reportedly.model import Document

LEAST = 3
"""A turn has at least so many words."""

LONGEST = 5
"""A speaker before a colon has at most so many words."""


def turns(document: Document) -> Iterator[Speech]:
    """One speech for each paragraph that begins with a name and a colon, where the same name begins several."""
    found = [(start, colon, end) for start, end in _paragraphs(document) if (colon := _colon(document, start, end)) is not None]
    often = Counter(document.words(start, colon) for start, colon, _ in found)
    for start, colon, end in found:
        content = trimmed(document, colon + 1, end)
        if content is not None and content[1] - content[0] >= LEAST and often[document.words(start, colon)] > 1:
            yield Speech(colon, colon - 1, (content,))


def _paragraphs(document: Document) -> list[tuple[int, int]]:
    bounds: dict[int, tuple[int, int]] = {}
    for sentence in document.sentences:
        first, _ = bounds.get(sentence.paragraph, (sentence.start, sentence.end))
        bounds[sentence.paragraph] = (first, sentence.end)
    return list(bounds.values())


def _colon(document: Document, start: int, end: int) -> int | None:
    """The colon behind a short name at the start of a paragraph, or None."""
    for i in range(start, min(start + LONGEST + 1, end - 1)):
        token = document.tokens[i]
        if token.text == ":":
            return i if i > start else None
        if not token.text[0].isupper() and token.text not in (".", "-"):
            return None
    return None
