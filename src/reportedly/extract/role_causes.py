"""The weapon that a clause around a verbal noun tells: "the blast was caused by a bomb", "a shell led to the death of two"."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.extract.deed_signs import is_weapon
from reportedly.extract.deeds import is_verb
from reportedly.extract.frames import verb_frame
from reportedly.model import Document

CAUSING = frozenset({"cause", "trigger"})
LEADING = {"lead": "to", "result": "in"}
"""Verbs behind which a preposition tells what came of their subject."""

USING = frozenset({"use", "deploy", "employ"})


def causes(document: Document, noun: int) -> Iterator[int]:
    """The heads of weapons that brought about what a noun names, or were used in it."""
    found = [*_caused_by(document, noun), *_due_to(document, noun), *_led_to(document, noun), *_used_in(document, noun)]
    yield from (head for head in dict.fromkeys(found) if is_weapon(document, head))


def _caused_by(document: Document, noun: int) -> Iterator[int]:
    """X in "a blast caused by X", "the blast was caused by X"."""
    token = document.tokens[noun]
    verbs = [c for c in document.children[noun] if document.tokens[c].dep == "acl"]
    verbs += [token.head] if token.dep == "nsubjpass" else []
    for verb in verbs:
        if document.tokens[verb].lemma in CAUSING:
            agents = (c for c in document.children[verb] if document.tokens[c].dep == "agent")
            yield from (i for agent in agents for i in document.children[agent] if document.tokens[i].dep == "pobj")


def _due_to(document: Document, noun: int) -> Iterator[int]:
    """X in "a blast due to X", "the blast was due to X"."""
    token = document.tokens[noun]
    above = [token.head] if token.dep == "nsubj" and document.tokens[token.head].lemma == "be" else []
    for due in (c for at in (noun, *above) for c in document.children[at] if document.tokens[c].lower == "due"):
        to = (c for c in document.children[due] if document.tokens[c].lower == "to")
        yield from (i for each in to for i in document.children[each] if document.tokens[i].dep == "pobj")
        yield from (i for i in document.children[due] if document.tokens[i].dep == "pobj")


def _led_to(document: Document, noun: int) -> Iterator[int]:
    """X in "X led to the death of two", "X caused the death of two"."""
    token = document.tokens[noun]
    above = document.tokens[token.head]
    verb = above if token.dep == "dobj" else document.tokens[above.head]
    leads = token.dep == "pobj" and LEADING.get(verb.lemma) == above.lower
    if is_verb(verb) and (leads or (token.dep == "dobj" and verb.lemma in CAUSING)):
        yield from verb_frame(document, verb.i).agents


def _used_in(document: Document, noun: int) -> Iterator[int]:
    """X in "used X in the attack", "X was used in the attack"."""
    token = document.tokens[noun]
    verb = document.tokens[document.tokens[token.head].head]
    if token.dep == "pobj" and document.tokens[token.head].lower in ("in", "during") and verb.lemma in USING and is_verb(verb):
        yield from verb_frame(document, verb.i).patients
