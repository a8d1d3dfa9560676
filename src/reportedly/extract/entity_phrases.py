"""The noun phrase around a head word, and what its words are."""

from __future__ import annotations

from reportedly.model import Document, Token

LEFT = frozenset({"det", "amod", "compound", "poss", "nummod", "nmod", "predet", "quantmod", "advmod", "npadvmod", "neg", "case"})
"""Relations of the words before a head that belong to its phrase."""

LONGEST = 25
"""A phrase reaches at most so many words to the left of its head."""

BREAKS = frozenset({",", ";", ":", "(", ")", "–", "—"})

NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ"})


def phrase(document: Document, head: int) -> tuple[int, int]:
    """Tokens `[start, end)` of the phrase up to and with its head: no relative clause, apposition or participle after it."""
    start = head
    sentence = document.sentences[document.tokens[head].sentence]
    for child in reversed([c for c in document.children[head] if c < head]):
        token = document.tokens[child]
        if token.dep in LEFT or (token.dep == "punct" and token.text not in BREAKS):
            start = min(start, _left_edge(document, child))
        elif token.dep not in ("cc", "conj", "punct"):
            break
    start = max(start, sentence.start, head - LONGEST)
    start = next((i + 1 for i in range(head - 1, start - 1, -1) if _is_dash(document, i)), start)
    while start < head and _leads_in(document.tokens[start]):
        start += 1
    return start, head + 1


def _leads_in(token: Token) -> bool:
    """Whether a word before a phrase is no part of it: "and", "only", "at least"."""
    superlative = token.tag == "JJS" and token.dep == "advmod"
    return superlative or (token.pos in ("PUNCT", "ADP", "CCONJ", "ADV") and token.tag != "HYPH")


def _is_dash(document: Document, i: int) -> bool:
    """A dash between spaces: not the hyphen of a compound."""
    token = document.tokens[i]
    return token.text in ("-", "--", "–", "—") and token.start > 0 and document.text[token.start - 1].isspace()


def _left_edge(document: Document, head: int) -> int:
    edge, todo = head, [head]
    while todo:
        i = todo.pop()
        edge = min(edge, i)
        todo.extend(c for c in document.children[i] if c < i and head - c <= LONGEST)
    return edge


def of_phrase(document: Document, head: int) -> int | None:
    """The head of "X" in "<head> of X", or None."""
    for child in document.children[head]:
        if child > head and document.tokens[child].lower == "of":
            return next((c for c in document.children[child] if document.tokens[c].dep == "pobj"), None)
    return None


def bare(document: Document, start: int, end: int) -> tuple[int, int]:
    """The phrase without the determiner, number ("at least 12"), or possessive pronoun it begins with; never empty."""
    numbers = [i for i in range(start, end - 1) if document.tokens[i].tag == "CD" and document.tokens[i].dep == "nummod"]
    start = numbers[-1] + 1 if numbers and document.tokens[numbers[-1] + 1].tag != "HYPH" else start
    while start < end - 1 and _opens(document.tokens[start]):
        start += 1
    return start, end


def _opens(token: Token) -> bool:
    return token.dep in ("det", "predet", "nummod", "quantmod") or token.tag in ("PRP$", "CD", "DT") or token.pos == "PUNCT"


QUANTITIES = frozenset(
    """dozen hundred thousand score number group crowd ten handful couple majority million lot dozens hundreds thousands scores tens
    gang band team half third quarter""".split()
)
"""Nouns that only say how many, before "of"."""


def content_head(document: Document, head: int) -> int:
    """The noun that a phrase is about: "protesters" in "hundreds of protesters", else the head itself."""
    inside = of_phrase(document, head) if document.tokens[head].lower in QUANTITIES or document.tokens[head].lemma in QUANTITIES else None
    return head if inside is None else inside


def is_noun(token: Token) -> bool:
    """Whether the word can head a noun phrase."""
    return token.pos in ("NOUN", "PROPN", "PRON") or token.tag in ("NN", "NNS", "NNP", "NNPS", "PRP")


def conjuncts(document: Document, head: int) -> tuple[int, ...]:
    """The head and the words that are joined to it by "and", in text order."""
    found, todo = [head], [head]
    while todo:
        i = todo.pop()
        joined = [c for c in document.children[i] if document.tokens[c].dep == "conj" and document.tokens[c].pos in NOMINAL]
        found.extend(joined)
        todo.extend(joined)
    return tuple(sorted(found))
