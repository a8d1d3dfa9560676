"""One person without a number: "a nurse", "her husband", "an army commander", or someone named."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.extract import count_words as words
from reportedly.extract.count_phrases import Phrase, victim_class
from reportedly.model import Document, Field, Token, VictimClass

MANY = frozenset(
    "family families personnel forces troops police security people remains deaths death fatality militia militias taliban "
    "mujahideen clergy townspeople life body corpse children men women general chief".split()
)
OWN = frozenset({"his", "her", "their", "my", "our", "its"})
CLOSE = frozenset({"dobj", "obj", "nsubjpass"})


def singles(document: Document) -> Iterator[Phrase]:
    """Phrases for one person each, in text order: with an article, with a possessive, or right at a word of killing."""
    for token in document.tokens:
        if token.pos not in {"NOUN", "PROPN"} or token.tag in {"NNS", "NNPS"}:
            continue
        if _person_noun(token.lower) and (_introduced(document, token.i) or _struck(document, token)):
            yield _phrase(document, token.i)
        elif token.entity == "PERSON" and token.pos == "PROPN" and _struck(document, token):
            yield _phrase(document, token.i)


def _person_noun(word: str) -> bool:
    listed = word in words.COMBATANT or word in words.CIVILIAN or word in words.CHILD or word in words.WOMAN
    return (listed or word in words.KIN or word in words.PERSON) and word not in MANY


def _introduced(document: Document, i: int) -> bool:
    """Whether "a", "an", "another" or a possessive stands before the noun, and no number."""
    children = [document.tokens[c] for c in document.children[i] if c < i]
    if any(c.dep == "nummod" for c in children):
        return False
    return any(c.lower in {"a", "an", "another"} or (c.lower in OWN and document.tokens[i].lower in words.KIN) for c in children)


def _struck(document: Document, token: Token) -> bool:
    """Whether the noun is directly what a word of killing, wounding or capturing is about."""
    verb = document.tokens[token.head]
    outcome = words.OUTCOMES.get(verb.lower)
    if outcome is None or outcome.field not in {Field.KILLED, Field.INJURED, Field.CAPTURED}:
        return False
    if any(document.tokens[c].dep == "nummod" for c in document.children[token.i]):
        return False
    return (token.dep in CLOSE and outcome.takes) or (token.dep == "nsubj" and outcome.told and not outcome.takes)


def _phrase(document: Document, head: int) -> Phrase:
    tokens = document.tokens
    start = head
    while start > 0 and tokens[start - 1].sentence == tokens[head].sentence and _belongs(document, start - 1, head):
        start -= 1
    end = head + 1
    of = victim_class(tokens, start, end, head)
    return Phrase(start=start, end=end, head=head, low=1, high=1, noun=tokens[head].lower, of=of, singular=True)


def _belongs(document: Document, i: int, head: int) -> bool:
    token = document.tokens[i]
    if token.head == head:
        return token.dep in {"det", "amod", "compound", "poss", "nmod", "punct"} and token.text not in {",", "(", ";"}
    return document.tokens[token.head].head == head and token.dep in {"compound", "amod", "advmod", "case", "punct"} and token.text != ","


