"""Where a time expression hangs in its sentence, and whether that part of it speaks of what is to come."""

from __future__ import annotations

from reportedly.model import Document, Token

FUTURE_AUXILIARIES = frozenset("will shall would may might should must ’ll 'll wo".split())
PLANNING = frozenset(
    "plan expect schedule due set intend hope aim slate vow promise pledge agree want prepare order urge ask call demand".split()
)
PLANNED = frozenset("plan expect schedule due set slate intend".split())
DUE = frozenset("planned scheduled due deadline slated extended postponed delayed rescheduled".split())
LIMITS = frozenset("by until till before".split())
DUE_WITHIN = 4
"""How many words before an expression the word for a plan or a deadline may stand."""

MOST_STEPS = 30
"""Heads climbed from an expression. Real sentences need fewer; a broken parse must not cost more."""


def head_of(document: Document, start: int, end: int) -> int:
    """The word of `[start, end)` by which these words hang on the rest."""
    hanging = [t for t in document.tokens[start:end] if t.head == t.i or not start <= t.head < end]
    return next((t.i for t in hanging if t.pos not in {"PUNCT", "DET", "CCONJ"}), hanging[0].i)


def is_future(document: Document, head: int) -> bool:
    """Whether the nearest verb above a word speaks of the future: "will", "is to begin", "plans to", "going to"."""
    verb = _verb_above(document, head)
    if verb is None:
        return False
    children = [document.tokens[c] for c in document.children[verb.i]]
    words = {c.lower for c in children if c.dep in {"aux", "auxpass"}}
    if words & FUTURE_AUXILIARIES:
        return not words & {"have"}
    if verb.tag == "VBN" and verb.lemma in PLANNED and "had" not in words:
        return True
    above = document.tokens[verb.head]
    if verb.tag == "VB" and "to" in words:
        return above.i != verb.i and (above.lemma in PLANNING or above.lemma == "be" or above.lower == "going")
    return above.lemma in PLANNING and verb.dep in {"xcomp", "ccomp"} and verb.tag == "VB"


def is_ahead(document: Document, start: int) -> bool:
    """Whether a limit or a plan stands before an expression: "by 15 November", "until May", "due on 3 March"."""
    first = max(document.sentences[document.tokens[start].sentence].start, start - DUE_WITHIN)
    words = [t.lower for t in document.tokens[first:start] if t.pos not in {"DET", "PUNCT"}]
    return bool(words) and (words[-1] in LIMITS or not DUE.isdisjoint(words))


def _verb_above(document: Document, head: int) -> Token | None:
    token = document.tokens[head]
    for _ in range(MOST_STEPS):
        if token.pos in {"VERB", "AUX"} and token.dep not in {"amod", "aux", "auxpass"}:
            return token
        if token.head == token.i:
            return None
        token = document.tokens[token.head]
    return None
