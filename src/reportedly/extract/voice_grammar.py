"""A speech, and the grammar by which its cue, its speaker and its content are found."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.model import Document, Stance, Token

SUBJECTS = ("nsubj", "nsubjpass", "expl")
Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Speech:
    """One cue with its speaker's head (None: nobody is named) and what is said.

    `sources` are the heads of those named as the source of the speaker ("citing X"), `audience` the head of
    the listener ("told X"). `held` tells that the content is wanted, judged or talked of, not said to be so.
    """

    cue: int
    speaker: int | None
    content: tuple[Range, ...]
    stance: Stance = Stance.ASSERTS
    sources: tuple[int, ...] = ()
    audience: int | None = None
    sure: bool = True
    points_back: bool = False
    held: bool = False


def subject(document: Document, verb: int, depth: int = 0) -> int | None:
    """The subject of a verb; a joined or dependent verb takes the one of the verb above it."""
    token = document.tokens[verb]
    before = [c for c in document.children[verb] if document.tokens[c].dep in SUBJECTS]
    if before:
        nearest = max((c for c in before if c < verb), default=before[0])
        return nearest if document.tokens[nearest].dep != "expl" else None
    if depth < 4 and token.head != verb and token.dep in ("conj", "advcl", "xcomp", "pcomp", "dep", "prep"):
        return subject(document, token.head, depth + 1)
    if token.dep in ("acl", "relcl") and token.tag in ("VBG", "VBN") and document.tokens[token.head].pos in ("NOUN", "PROPN"):
        return token.head if token.tag == "VBG" else None
    return None


class _Last:
    """The edges of the document that was asked for last."""

    kept: tuple[Document, list[int], list[int]] | None = None


def subtree_range(document: Document, head: int) -> Range:
    """From the first to the last word under a head, inside its sentence."""
    if _Last.kept is None or _Last.kept[0] is not document:
        _Last.kept = (document, *_edges(document))
    _, first, last = _Last.kept
    return first[head], last[head] + 1


def _edges(document: Document) -> tuple[list[int], list[int]]:
    """The first and the last word under each word, each word looked at once."""
    first, last = list(range(len(document.tokens))), list(range(len(document.tokens)))
    order = [t.i for t in document.tokens if t.head == t.i]
    for i in order:
        order.extend(document.children[i])
    for i in reversed(order):
        head = document.tokens[i].head
        first[head], last[head] = min(first[head], first[i]), max(last[head], last[i])
    return first, last


OPENERS = frozenset({"meanwhile", "however", "also", "separately", "moreover", "furthermore", "still", "but", "and"})
"""Words of the outlet that tie a sentence to the one before."""

MARKS = {"”": "“", '"': '"', "''": "``", "’": "‘"}


MOST_MARKS = 8
"""So many marks at either end are looked at for their partners; more are no quotation."""


def trimmed(document: Document, start: int, end: int) -> Range | None:
    """The range without marks at its ends, and without the "that" or "and" it begins with; None when nothing is left.

    A quotation mark stays when its partner stands inside the range.
    """
    first, last = start, end
    while start < end and _opens_nothing(document, start, end, sure=start - first > MOST_MARKS):
        start += 1
    while start < end and document.tokens[end - 1].pos in ("PUNCT", "SPACE"):
        if last - end <= MOST_MARKS and _closes_inside(document, start, end):
            break
        end -= 1
    return (start, end) if start < end else None


def _opens_nothing(document: Document, start: int, end: int, *, sure: bool) -> bool:
    token = document.tokens[start]
    if token.lower in OPENERS or (token.lower == "that" and token.dep == "mark"):
        return True
    if token.pos not in ("PUNCT", "SPACE"):
        return False
    partner = next((closing for closing, opening in MARKS.items() if opening == token.text), None)
    if sure or partner is None:
        return True
    inside = [t.text for t in document.tokens[start + 1 : end]]
    if partner == token.text:
        return inside[:-1].count(partner) % 2 == 0
    while inside and inside[-1] in (",", "."):
        inside.pop()
    return not (partner in inside[:-1] and inside.count(token.text) == inside.count(partner) - 1)


def _closes_inside(document: Document, start: int, end: int) -> bool:
    opening = MARKS.get(document.tokens[end - 1].text)
    if opening is None:
        return False
    texts = [t.text for t in document.tokens[start : end - 1]]
    if opening == document.tokens[end - 1].text:
        return texts.count(opening) % 2 == 1
    return texts.count(opening) > texts.count(document.tokens[end - 1].text)


def children(document: Document, head: int, *relations: str) -> list[int]:
    """The children of a word that stand in one of the relations, in text order."""
    return [c for c in document.children[head] if document.tokens[c].dep in relations]


def prepositional(document: Document, head: int, *prepositions: str) -> int | None:
    """The object of the first of these prepositions that hangs on a word, or None."""
    for child in document.children[head]:
        if document.tokens[child].lower in prepositions:
            objects = children(document, child, "pobj", "pcomp")
            if objects:
                return objects[0]
    return None


def is_passive(document: Document, token: Token) -> bool:
    """Whether a verb tells what is done to its subject, or is a participle behind its noun."""
    reduced = token.tag == "VBN" and token.dep in ("acl", "amod", "advcl") and not children(document, token.i, "aux")
    return reduced or bool(children(document, token.i, "auxpass", "nsubjpass"))
