"""What a report calls a person whom it names: the words before the name ("the mayor X"), behind it ("X, mayor of Y") or above it."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.extract.entity_phrases import bare, of_phrase, phrase
from reportedly.extract.entity_reading import reading
from reportedly.extract.mentions import EntityMention
from reportedly.model import Document

LONGEST_LIST = 12
"""Names that are followed back to the first one of a list."""


def callings(document: Document, mention: EntityMention) -> Iterator[tuple[int, int]]:
    """Tokens `[start, end)` of each thing that a person is called at a mention of the name: before it, behind it, then above it."""
    head = mention.head
    start, _ = phrase(document, head)
    start, end = bare(document, start, mention.start) if start < mention.start else (start, start)
    if any(_is_noun_of(document, i) for i in range(start, end)):
        yield start, end
    for child in document.children[head]:
        if child > head and document.tokens[child].dep == "appos" and _is_noun_of(document, child):
            yield _with_of(document, child)
    above = document.tokens[head].head
    if document.tokens[head].dep == "appos" and _is_noun_of(document, above):
        yield _with_of(document, above)
    yield from _shared(document, head)


def _shared(document: Document, head: int) -> Iterator[tuple[int, int]]:
    """What several joined names are called together: "the teachers X and Y", "three teachers: X, Y and Z"."""
    first, far = head, 0
    while document.tokens[first].dep == "conj" and document.tokens[first].head < first and far < LONGEST_LIST:
        first, far = document.tokens[first].head, far + 1
    if first == head:
        return
    nouns = [i for i in range(phrase(document, first)[0], first) if document.tokens[i].tag == "NNS"]
    if document.tokens[first].tag == "NNS":
        nouns.append(first)
    if document.tokens[first].dep == "appos" and document.tokens[document.tokens[first].head].tag == "NNS":
        nouns.append(document.tokens[first].head)
    yield from (_with_of(document, i) for i in nouns[-1:] if _is_noun_of(document, i))


def _is_noun_of(document: Document, i: int) -> bool:
    """Whether a word is a noun and no part of a person's name."""
    return document.tokens[i].pos in ("NOUN", "PROPN") and i not in reading(document).people


def _with_of(document: Document, head: int) -> tuple[int, int]:
    """The phrase without its determiner, with what stands behind "of"."""
    start, end = bare(document, *phrase(document, head))
    inner = of_phrase(document, head)
    return start, end if inner is None else inner + 1
