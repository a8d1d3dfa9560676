"""The speaker of a sentence that ends in "… X said", read from the surface where the parser tears it apart."""

from __future__ import annotations

from reportedly.extract.entity_phrases import is_noun, phrase
from reportedly.extract.entity_reading import reading
from reportedly.extract.voice_grammar import subtree_range
from reportedly.extract.voice_words import speech
from reportedly.model import Document, Token

LEAST = 5
"""A sentence with fewer words before the verb says nothing but that someone spoke."""

CLOSING = frozenset(
    {"on", "in", "late", "early", "a", "statement", "earlier", "later", "at", "here", "today", "yesterday", "its", "report", "separately"}
)
"""What may follow the verb at the end of a sentence."""

INTRODUCES = frozenset(
    {"group", "organisation", "organization", "agency", "monitor", "watchdog", "body", "charity", "network", "newspaper", "force"}
)
"""Nouns that stand before a name without a comma: "the monitoring group the Qamar Observatory"."""

WHERE = frozenset({"at", "in", "of", "for", "from", "with", "on", "near"})
NOT_BEFORE = frozenset({"and", "but", "that", "which", "as", "when", "where"})
"""Words after which a clause goes on, so that what stands before them is not yet what was said."""


def closing_speaker(document: Document, token: Token) -> int | None:
    """The speaker in a sentence that ends "… X said" or "… the X of Y, NAME, said on Tuesday", whatever the parser makes of it."""
    sentence = document.sentences[token.sentence]
    if token.lemma not in speech("sure") or token.tag == "VBG" or token.i - sentence.start < LEAST:
        return None
    if any(c > token.i for c in document.children[token.i] if document.tokens[c].dep in ("ccomp", "dobj", "xcomp")):
        return None
    head = _head(document, token)
    if head is None or document.tokens[head].tag in ("WP", "WDT"):
        return None
    rest = (document.tokens[i] for i in range(token.i + 1, sentence.end))
    if not all(map(_closes, rest)):
        return None
    edge = apposed(document, head)
    clause = edge > sentence.start and any(document.tokens[i].pos in ("VERB", "AUX") for i in range(sentence.start, edge))
    return head if clause and document.tokens[edge - 1].lower not in NOT_BEFORE else None


def inverted_speaker(document: Document, token: Token) -> int | None:
    """The speaker in a sentence that ends "…, tweeted X", which the parser takes for what was done to X."""
    behind_comma = token.lemma in speech("sure") and token.pos == "VERB" and document.tokens[token.i - 1].text == ","
    below = {document.tokens[c].dep: c for c in document.children[token.i]}
    speaker = below.get("dobj")
    if not behind_comma or token.i - document.sentences[token.sentence].start < LEAST or "nsubj" in below or speaker is None:
        return None
    rest = (document.tokens[i] for i in range(subtree_range(document, speaker)[1], document.sentences[token.sentence].end))
    speaks = document.tokens[speaker].pos == "PROPN" or _is_person(document.tokens[speaker])
    return speaker if speaks and all(_closes(t) for t in rest) else None


def _closes(token: Token) -> bool:
    """Whether a word behind the last speaker tells only when or how it was said."""
    return token.pos in ("PUNCT", "SPACE") or token.entity in ("DATE", "TIME") or token.lower in CLOSING


def _head(document: Document, token: Token) -> int | None:
    """The noun that speaks: before the verb, before a comma in "…, NAME, said", or before "at the scene"."""
    i = token.i - 1
    if document.tokens[i].text == "," and document.tokens[i - 1].dep == "appos":
        i -= 1
    if not is_noun(document.tokens[i]):
        return None
    first = document.sentences[token.sentence].start
    whole = _whole(document, i, first)
    if whole is not None:
        return whole
    for k in range(i - 1, max(first, i - 4), -1):
        if document.tokens[k].lower in WHERE and is_noun(document.tokens[k - 1]) and _is_person(document.tokens[k - 1]):
            return k - 1
        if document.tokens[k].pos in ("PUNCT", "VERB", "AUX"):
            break
    return i


def _whole(document: Document, i: int, first: int) -> int | None:
    """The "ministry" in "…, the ministry of X said", the "investigators" in "…, investigators sent by X said": behind a comma."""
    found = None
    for _ in range(STEPS):
        above = document.tokens[document.tokens[i].head]
        if document.tokens[i].dep != "pobj" or above.lower not in WHERE | {"by"} or above.head >= above.i:
            break
        i = above.head
        if above.lower == "by" and document.tokens[i].dep == "acl":
            i = document.tokens[i].head
        if not is_noun(document.tokens[i]):
            break
        edge = phrase(document, i)[0]
        if edge == first or document.tokens[edge - 1].text in (",", "”", '"', "''"):
            found = i
    return found


STEPS = 3
"""So many times a speaker's phrase may be the object of a preposition inside a longer one."""


def _is_person(token: Token) -> bool:
    """Whether a noun is one for people who speak for themselves or for others."""
    return any(token.lemma in speech(label) for label in ("personal", "witness", "expert", "official", "aid"))


def apposed(document: Document, speaker: int) -> int:
    """The left edge of the speaker's phrase, with the phrase it stands in apposition to."""
    token = document.tokens[speaker]
    edge = phrase(document, speaker)[0]
    if token.dep == "appos" and token.head < speaker:
        edge = min(edge, phrase(document, token.head)[0])
    name = reading(document).names.get(speaker)
    if name is not None:
        edge = min(edge, name.start - (name.start > 0 and document.tokens[name.start - 1].lower == "the"))
    before = document.tokens[edge - 1] if edge > document.sentences[token.sentence].start else None
    if before is not None and before.lemma in INTRODUCES and before.pos in ("NOUN", "PROPN"):
        edge = min(edge, phrase(document, before.i)[0])
    return edge
