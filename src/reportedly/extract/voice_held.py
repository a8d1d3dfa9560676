"""What someone is reported to hold, want or judge, not to say: "supports X", "wants to S", "called for X", "seems to S"."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.extract.voice_grammar import Range, Speech, children, is_passive, prepositional, subject, subtree_range, trimmed
from reportedly.extract.voice_words import pairs, speech
from reportedly.model import Document, Token

WITH_OBJECT = frozenset({"as", "for", "of", "over", "to", "with", "from", "about", "against", "in", "on", "into", "at", "by", "between"})
"""Prepositions that go on with the object of a judgement: "praised X for Y", "described X as Y"."""


def attitudes(document: Document) -> Iterator[Speech]:
    """The attitudes that verbs and nouns report, in text order."""
    for token in document.tokens:
        if token.pos in ("VERB", "NOUN"):
            found = _held(document, token) if token.pos == "VERB" else _noun(document, token)
            if found is not None:
                yield found


def _held(document: Document, token: Token) -> Speech | None:
    """The attitude that a verb reports, or None. What is held is not said to be so."""
    if token.lemma in speech("seem"):
        return _seeming(document, token)
    if is_passive(document, token):
        return _judged(document, token)
    speaker = subject(document, token.i)
    content = _clause(document, token) or _about(document, token) or _judgement(document, token)
    if speaker is None or speaker == token.i or content is None or content[0] <= token.i or content[0] <= speaker < content[1]:
        return None
    return Speech(token.i, speaker, (content,), sure=False, held=True)


def _noun(document: Document, token: Token) -> Speech | None:
    """X in "Y's support for X", "criticism of X by Y", "Y's plan to X"."""
    wanted = pairs("attitude").get(token.lemma)
    if wanted is None:
        return None
    below = [c for c in document.children[token.i] if c > token.i and (document.tokens[c].lower in wanted or _infinitive(document, c))]
    owner = next(iter(children(document, token.i, "poss")), None)
    owner = owner if owner is not None else prepositional(document, token.i, "by", "from", "among")
    if owner is None:
        verb = document.tokens[token.i].head
        owner = subject(document, verb) if token.dep == "dobj" and document.tokens[verb].lemma in speech("light") else None
    if not below or owner is None:
        return None
    start = below[0] + 1 if document.tokens[below[0]].dep == "prep" else subtree_range(document, below[0])[0]
    found = trimmed(document, start, subtree_range(document, below[0])[1])
    if found is None or found[0] <= owner < found[1]:
        return None
    return Speech(token.i, owner, (found,), sure=False, held=True)


def _infinitive(document: Document, child: int) -> bool:
    return document.tokens[child].dep in ("acl", "xcomp") and any(document.tokens[c].tag == "TO" for c in document.children[child])


def _clause(document: Document, token: Token) -> Range | None:
    """S in "wants to S", "urged X to S", "agreed that S", "asked whether S"."""
    relations = (["xcomp"] if token.lemma in speech("aim") else []) + (["ccomp"] if token.lemma in speech("aim") | speech("opine") else [])
    right = [c for c in children(document, token.i, *relations) if c > token.i]
    if not right:
        return None
    objects = [c for c in children(document, token.i, "dobj", "dative") if c > token.i]
    start = min(subtree_range(document, c)[0] for c in [*right, *objects])
    return trimmed(document, max(start, token.i + 1), subtree_range(document, right[-1])[1])


def _about(document: Document, token: Token) -> Range | None:
    """X in "called for X", "referred to X", "talked about X"."""
    wanted = pairs("talk").get(token.lemma, frozenset())
    for child in document.children[token.i]:
        if child > token.i and document.tokens[child].lower in wanted:
            objects = children(document, child, "pobj", "pcomp")
            if objects:
                return trimmed(document, child + 1, subtree_range(document, child)[1])
    return None


def _judgement(document: Document, token: Token) -> Range | None:
    """X in "praised X", with what goes on: "X for Y", "X as Y"."""
    if token.lemma not in speech("judge"):
        return None
    objects = [c for c in children(document, token.i, "dobj", "oprd", "ccomp") if c > token.i]
    if not objects:
        return None
    start, end = subtree_range(document, objects[0])
    for child in document.children[token.i]:
        if child > objects[0] and (document.tokens[child].dep in ("oprd", "ccomp", "dobj") or _goes_on(document, child)):
            end = max(end, subtree_range(document, child)[1])
    return trimmed(document, max(start, token.i + 1), end)


def _goes_on(document: Document, child: int) -> bool:
    """Whether a preposition belongs to the judgement, not to its time or occasion."""
    token = document.tokens[child]
    if token.dep not in ("prep", "dative") or token.lower not in WITH_OBJECT:
        return False
    below = children(document, child, "pobj", "pcomp")
    return (
        bool(below)
        and document.tokens[below[0]].entity not in ("DATE", "TIME")
        and document.tokens[below[0]].lemma not in speech("document")
    )


PERCEIVED = frozenset("expect see know show view consider regard offer share identify document order approve".split())
"""Verbs whose passive judges only with what follows, or with who does it: "is seen" says nothing."""


def _judged(document: Document, token: Token) -> Speech | None:
    """In "X was criticised (by Y)", "X is expected to S", "asked about X"."""
    held_by = prepositional(document, token.i, "by")
    below = [c for c in children(document, token.i, "xcomp", "ccomp", "oprd") if c > token.i]
    about = _about(document, token) if token.lemma in ("ask", "press", "question") else None
    if token.lemma in ("ask", "press") and (about or below):
        found = about or trimmed(document, *subtree_range(document, below[0]))
        return Speech(token.i, held_by, (found,), sure=False, held=True) if found else None
    over = children(document, token.i, "nsubjpass")
    if not over or token.lemma not in speech("judge") | {"expect"} or (token.lemma in PERCEIVED and not below and held_by is None):
        return None
    upper = trimmed(document, *subtree_range(document, over[0]))
    lower = trimmed(document, *subtree_range(document, below[0])) if below else None
    ranges = tuple(r for r in (upper, lower) if r and not r[0] <= token.i < r[1])
    return Speech(token.i, held_by, ranges, sure=False, held=True) if ranges else None


def _seeming(document: Document, token: Token) -> Speech | None:
    """In "X seems to S": nobody is named."""
    over = [c for c in children(document, token.i, "nsubj") if c < token.i]
    below = [c for c in children(document, token.i, "xcomp", "ccomp", "oprd", "acomp") if c > token.i]
    if not over or not below:
        return None
    upper = (
        trimmed(document, *subtree_range(document, over[0]))
        if document.tokens[over[0]].lower != "it" or document.tokens[below[0]].dep != "ccomp"
        else None
    )
    lower = trimmed(document, *subtree_range(document, below[-1]))
    ranges = tuple(r for r in (upper, lower) if r and not r[0] <= token.i < r[1])
    return Speech(token.i, None, ranges, sure=False, held=True) if lower else None
