"""How far the words reach that name a speaker: with titles, appositions, relative clauses and what is joined by "and"."""

from __future__ import annotations

from reportedly.extract.entity_phrases import phrase
from reportedly.extract.voice_grammar import subtree_range
from reportedly.model import Document

INSIDE = frozenset({"appos", "prep", "relcl", "acl", "conj", "cc", "punct", "case", "nummod", "amod", "npadvmod", "poss", "pobj", "advmod"})
"""Relations of the words after a speaker's head that still belong to the speaker."""

TELLS = frozenset({":", ";", "“", "”", '"', "``", "''", "--", "―"})
"""Marks at which a speaker's words end, on either side."""


def source_range(document: Document, head: int, cue: int, content: tuple[tuple[int, int], ...]) -> tuple[int, int]:
    """Tokens `[start, end)` of the speaker's whole phrase around its head; free of the cue and of what is said."""
    token = document.tokens[head]
    top = head
    if token.dep == "appos" and token.head < head and document.tokens[token.head].sentence == token.sentence:
        top = token.head
    sentence = document.sentences[token.sentence]
    low, high = sentence.start, sentence.end
    for start, end in (*content, (cue, cue + 1)):
        if end <= head:
            low = max(low, end)
        elif start > head:
            high = min(high, start)
    first = phrase(document, top)[0]
    start = max(low, min(first, phrase(document, head)[0]))
    end = min(high, max(_right_edge(document, top), head + 1))
    stop = next((i for i in range(head + 1, end) if document.tokens[i].text in TELLS), end)
    while stop > head + 1 and document.tokens[stop - 1].pos in ("PUNCT", "SPACE", "CCONJ"):
        stop -= 1
    return start, stop


def _right_edge(document: Document, head: int) -> int:
    """Behind the last word that hangs on a head to its right."""
    edge = head + 1
    for child in document.children[head]:
        if child > head and document.tokens[child].dep in INSIDE:
            edge = max(edge, subtree_range(document, child)[1])
    return edge
