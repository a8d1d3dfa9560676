"""One person without a number: "a nurse", "her husband", "an army commander", or someone named."""

from __future__ import annotations

from collections.abc import Container, Iterator

from reportedly.extract import count_words as words
from reportedly.extract.count_phrases import Phrase, victim_class
from reportedly.extract.entity_reading import reading
from reportedly.model import Document, Field, Token, VictimClass

MANY = frozenset(
    "family families personnel forces troops police security people remains deaths death fatality militia militias taliban "
    "mujahideen clergy townspeople life body corpse children men women general chief".split()
)
OWN = frozenset({"his", "her", "their", "my", "our", "its"})
ONE = frozenset({"he", "she", "him", "her"})
DEATHS = frozenset("death killing murder assassination execution beheading capture arrest abduction kidnapping detention".split())
"""Nouns that are of one person: "the death of Amal Haddad"."""

SAYING = frozenset("said says added told reported announced according to stated confirmed".split())
"""Words before a name that make it the speaker's, not the victim's."""

CLOSE = frozenset({"dobj", "obj", "nsubjpass"})


def singles(document: Document) -> Iterator[Phrase]:
    """Phrases for one person each, in text order: with an article, with a possessive, or right at a word of killing."""
    people = reading(document).people
    for token in document.tokens:
        if token.pos not in {"NOUN", "PROPN", "PRON"} or token.tag == "NNS":
            continue
        if token.tag != "NNPS" and _person_noun(token.lower):
            start = _introduced(document, token.i)
            if start is None and _struck(document, token):
                start = _first(document, token.i)
            if start is not None and not _same_person(document, token):
                yield _phrase(document, start, token.i)
        elif _is_one(token, people) and _struck(document, token):
            start = _first(document, token.i)
            if start == 0 or document.tokens[start - 1].lower not in SAYING:
                yield _phrase(document, start, token.i)


def _is_one(token: Token, people: Container[int]) -> bool:
    """Whether a word is a person's name, or stands for one person."""
    return token.lower in ONE if token.pos == "PRON" else token.pos == "PROPN" and (token.entity == "PERSON" or token.i in people)


def _person_noun(word: str) -> bool:
    listed = word in words.COMBATANT or word in words.CIVILIAN or word in words.CHILD or word in words.WOMAN
    return (listed or word in words.KIN or word in words.PERSON) and word not in MANY


def _same_person(document: Document, token: Token) -> bool:
    """Whether the noun only says who a person already named is: "Amal Haddad, a teacher"."""
    head = document.tokens[token.head]
    return token.dep == "appos" and (head.entity == "PERSON" or _person_noun(head.lower)) and _struck(document, head)


def _introduced(document: Document, i: int) -> int | None:
    """Where "a", "an", "another" or a possessive stands before the noun, with only its modifiers between."""
    tokens = document.tokens
    for k in range(i - 1, max(-1, i - 9), -1):
        word = tokens[k].lower
        if tokens[k].sentence != tokens[i].sentence:
            return None
        if word in {"a", "an", "another"} or (word in OWN and tokens[i].lower in words.KIN):
            return k
        glued = tokens[k].end == tokens[k + 1].start or (k > 0 and tokens[k - 1].end == tokens[k].start)
        if tokens[k].pos not in {"ADJ", "NOUN", "PROPN"} and not glued:
            return None
    return None


def _struck(document: Document, token: Token) -> bool:
    """Whether the noun is directly what a word of killing, wounding or capturing is about."""
    verb = document.tokens[token.head]
    if token.dep == "pobj" and verb.lower == "of" and document.tokens[verb.head].lower in DEATHS:
        return True
    if token.dep == "nsubjpass" and verb.lower not in words.OUTCOMES:
        verb = next((document.tokens[c] for c in document.children[verb.i] if document.tokens[c].dep == "conj" and c > verb.i), verb)
    outcome = words.OUTCOMES.get(verb.lower)
    if outcome is None or outcome.field not in {Field.KILLED, Field.INJURED, Field.CAPTURED}:
        return False
    if any(document.tokens[c].dep == "nummod" for c in document.children[token.i]):
        return False
    return (token.dep in CLOSE and outcome.takes) or (token.dep == "nsubj" and outcome.told and not outcome.takes)


def _first(document: Document, head: int) -> int:
    """The first word of the phrase whose head is given."""
    tokens = document.tokens
    start = head
    while start > 0 and tokens[start - 1].sentence == tokens[head].sentence and _belongs(document, start - 1, head):
        start -= 1
    return start


def _phrase(document: Document, start: int, head: int) -> Phrase:
    tokens = document.tokens
    of = victim_class(document, start, head + 1, head)
    for child in document.children[head]:
        if of is VictimClass.UNKNOWN and tokens[child].dep == "appos":
            of = victim_class(document, _first(document, child), child + 1, child)
    return Phrase(start=start, end=head + 1, head=head, low=1, high=1, noun=tokens[head].lower, of=of, singular=True)


def _belongs(document: Document, i: int, head: int) -> bool:
    token = document.tokens[i]
    if token.lower == "old" and document.tokens[i - 1].tag == "HYPH":
        return False
    if token.head == head:
        return token.dep in {"det", "amod", "compound", "poss", "nmod", "punct"} and not _mark(token)
    return document.tokens[token.head].head == head and token.dep in {"compound", "amod", "advmod", "case", "punct"} and not _mark(token)


def _mark(token: Token) -> bool:
    return not any(c.isalnum() for c in token.text) and token.text != "-"
