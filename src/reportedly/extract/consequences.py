"""Which verbs only say what another verb led to: "shelled the town, killing 12", "hit a market and killed six"."""

from __future__ import annotations

from collections.abc import Mapping

from reportedly.extract.deeds import HARM, REMOTE, VIOLENT, Deed
from reportedly.extract.frames import is_passive
from reportedly.model import Document

EFFECTS = HARM | frozenset({Deed.STRIKE, Deed.LOOTING})
"""Deeds that can be what another one did."""

HARMING = REMOTE | frozenset({Deed.CLASH, Deed.OFFENSIVE})
"""Deeds by which those come to harm of whom the next verb tells."""

MOST_JOINED = 6
"""Joined verbs that are climbed; more stand only in what nobody wrote."""

GROUND = frozenset({"in", "at", "near", "on", "outside", "around", "along", "across", "after", "before", "during"})
"""Prepositions by which a verb has a place or time of its own."""


def is_consequence(document: Document, verb: int, deed: Deed, above: Deed) -> bool:
    """Whether a verb says what the verb that it hangs on led to, or says it in other words: "…, killing 12", "hit and struck"."""
    token = document.tokens[verb]
    if deed not in EFFECTS or above not in VIOLENT:
        return False
    if token.dep in ("advcl", "xcomp", "dep") and token.tag == "VBG" and has_no_subject(document, verb):
        return deed in HARM or above in REMOTE or deed is above
    same = (above in HARM and deed in HARM) or (above is deed is Deed.STRIKE)
    return token.dep == "conj" and same and (has_no_subject(document, verb) or deed in HARM)


def led_by(document: Document, verb: int, verbs: Mapping[int, Deed]) -> int | None:
    """The deed by which the subject of a verb of harm did it: "hit a market and killed six", "stormed it, burned it and killed 12".

    None where the verb has a place or time of its own. `verbs` are those of the sentence that name a deed.
    """
    at, found = verb, None
    for _ in range(MOST_JOINED):
        if document.tokens[at].dep != "conj" or not _shares_subject(document, at, document.tokens[at].head):
            break
        at = document.tokens[at].head
        if verbs.get(at) in HARMING:
            found = at
    return found if found is not None and (not _has_ground(document, verb) or _has_no_object(document, found)) else None


def has_no_subject(document: Document, verb: int) -> bool:
    """Whether a verb has no subject of its own."""
    return not any(document.tokens[i].dep in ("nsubj", "nsubjpass") for i in document.children[verb])


def _shares_subject(document: Document, verb: int, above: int) -> bool:
    return has_no_subject(document, verb) and is_passive(document, verb) == is_passive(document, above)


def _has_ground(document: Document, verb: int) -> bool:
    """Whether a verb has a place or time of its own: "… and killed six in the next village", "and killed two on Monday"."""
    objects = (i for i in document.children[verb] if document.tokens[i].dep == "dobj")
    below = (i for each in (verb, *objects) for i in document.children[each])
    return any(document.tokens[i].dep == "prep" and document.tokens[i].lower in GROUND for i in below)


def _has_no_object(document: Document, verb: int) -> bool:
    """Whether what stands behind a later verb may be the object of this one too: "shot and killed a man in X"."""
    return not any(document.tokens[i].dep == "dobj" for i in document.children[verb])
