"""The words that are shown as a claim's evidence: the clause that tells the happening, without the clauses of others."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reportedly.extract.deeds import is_verb
from reportedly.extract.happenings import Happening
from reportedly.extract.reference import Draft
from reportedly.extract.said import Said
from reportedly.model import Document, Field, Span, Stated

OWN_CLAUSE = frozenset({"conj", "advcl", "ccomp", "parataxis", "relcl", "acl", "xcomp"})
"""Relations of clauses that are left out when they tell another happening."""

LONGEST = 400
"""So many words of a clause are looked at. Real ones have fewer; a sentence that never ends must not cost more."""

OUTER = frozenset({"PUNCT", "SPACE", "CCONJ", "SCONJ"})


def evidence(document: Document, draft: Draft, said: Said, values: Sequence[Stated], others: frozenset[int]) -> Span:
    """The evidence of a claim: one span within the sentence of the happening.

    `others` are the heads of the other happenings of the report. What a voice says is not left; values that stand in the
    sentence are always inside, except a place that is told with another happening.
    """
    happening, borrowed = draft.happening, bool(draft.borrowed_places)
    sentence = document.sentences[happening.sentence]
    whole = document.span(sentence.start, sentence.end)
    tokens = {happening.main.start, happening.main.at, *(h for h in happening.heads if sentence.start <= h < sentence.end)}
    tokens |= _clause(document, _top(document, happening), others)
    inside = _content(said, happening.main.at)
    if inside is not None:
        tokens = {i for i in tokens if inside[0] <= i < inside[1]} | {happening.main.start, happening.main.at}
    quote = _trimmed(document, tokens, happening)
    for value in values:
        if whole.contains(value.span) and not (borrowed and value.field is Field.PLACE):
            quote = quote.cover(value.span)
    return quote


def _top(document: Document, happening: Happening) -> int:
    """The head of the happening that stands highest in the sentence."""
    heads = [h for h in happening.heads if document.tokens[h].sentence == happening.sentence]
    inside = frozenset(heads)
    return next((h for h in heads if not inside & set(document.ancestors(h))), happening.main.at)


def _clause(document: Document, top: int, others: frozenset[int]) -> set[int]:
    """A head and the words under it, without clauses that tell other happenings."""
    found, todo = {top}, [top]
    while todo and len(found) < LONGEST:
        for child in document.children[todo.pop()]:
            token = document.tokens[child]
            if token.dep in OWN_CLAUSE and is_verb(token) and others & set(document.subtree(child)):
                continue
            found.add(child)
            todo.append(child)
    return found


def _content(said: Said, at: int) -> tuple[int, int] | None:
    return next(((start, end) for start, end in said.content if start <= at < end), None)


def _trimmed(document: Document, tokens: Iterable[int], happening: Happening) -> Span:
    """From the first to the last word, without outer punctuation and conjunctions; words of other sentences never belong to it."""
    ordered = sorted(i for i in tokens if document.tokens[i].sentence == happening.sentence)
    while document.tokens[ordered[0]].pos in OUTER and ordered[0] < happening.main.start:
        ordered = ordered[1:]
    while document.tokens[ordered[-1]].pos in OUTER and ordered[-1] > happening.main.at:
        ordered = ordered[:-1]
    return document.span(ordered[0], ordered[-1] + 1)
