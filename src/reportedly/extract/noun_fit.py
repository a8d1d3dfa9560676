"""Whether a noun that can name a deed does so where it stands: "the fall of the town", not "the fall of prices"."""

from __future__ import annotations

from collections.abc import Callable

from reportedly.extract.deed_signs import ARMED_KINDS, MILITARY, PEOPLE_KINDS, TALKING_KINDS, is_ground, is_weapon, kind_at
from reportedly.extract.entity_phrases import phrase
from reportedly.extract.entity_tables import words
from reportedly.extract.frames import noun_frame
from reportedly.model import Document

ADVERSE = frozenset(
    "military ground air aerial bombing rebel government army clearing security anti-terror anti-terrorist joint major".split()
)


def _with_own_words(document: Document, at: int) -> bool:
    """Whether a weak noun ("operation", "campaign") is a military one by the words before it, or is aimed at someone."""
    start, end = phrase(document, at)
    if any(t.lower in ADVERSE or t.lemma in ADVERSE for t in document.tokens[start : end - 1]):
        return True
    return any(o.preposition == "against" and o.depth == 0 for o in noun_frame(document, at).obliques)


def _of_ground(document: Document, at: int) -> bool:
    """Whether "the capture", "the fall" is that of a place."""
    frame = noun_frame(document, at)
    return any(o.preposition == "of" and o.depth == 0 and is_ground(document, o.head) for o in frame.obliques)


def _of_people(document: Document, at: int) -> bool:
    frame = noun_frame(document, at)
    return any(o.preposition == "of" and o.depth == 0 and kind_at(document, o.head) in PEOPLE_KINDS for o in frame.obliques)


def _of_weapon(document: Document, at: int) -> bool:
    start, end = phrase(document, at)
    before = any(t.lemma in words("weapon") for t in document.tokens[start : end - 1])
    return before or any(o.preposition == "of" and o.depth == 0 and is_weapon(document, o.head) for o in noun_frame(document, at).obliques)


def _of_weapon_or_by_side(document: Document, at: int) -> bool:
    """Whether "firing" is that of a weapon, or by armed people ("firing by police")."""
    agents = noun_frame(document, at).agents
    return _of_weapon(document, at) or any(kind_at(document, h) in ARMED_KINDS for h in agents)


def _of_side_or_weapon(document: Document, at: int) -> bool:
    """Whether "fire" is that of a side or a weapon ("rebel fire", "mortar fire") and does harm."""
    start, end = phrase(document, at)
    armed = words("fighter") | words("weapon") | {"sniper", "machine", "regime", "army", "government"}
    return any(t.lemma in armed or t.lower in armed for t in document.tokens[start : end - 1])


def _of_force(document: Document, at: int) -> bool:
    start, end = phrase(document, at)
    near = {t.lemma for t in document.tokens[start : end - 1]} | {
        document.tokens[o.head].lemma for o in noun_frame(document, at).obliques if o.preposition == "of"
    }
    return bool(near & MILITARY)


def _of_sides(document: Document, at: int) -> bool:
    frame = noun_frame(document, at)
    return any(o.preposition in ("between", "with") and o.depth == 0 and kind_at(document, o.head) in TALKING_KINDS for o in frame.obliques)


def _imposed(document: Document, at: int) -> bool:
    """Whether "sanctions" are what somebody does, not what is there."""
    token = document.tokens[at]
    return token.dep in ("dobj", "nsubjpass") and document.tokens[token.head].lemma in ("impose", "announce", "adopt", "approve", "slap")


def _never(document: Document, at: int) -> bool:  # noqa: ARG001  (every test has this signature)
    return False


def _of_no_heart(document: Document, at: int) -> bool:
    """Whether an "arrest" is none of the heart."""
    start, end = phrase(document, at)
    return not any(t.lower in ("cardiac", "heart", "respiratory") for t in document.tokens[start : end - 1])


NO_WEAPON = frozenset(
    """general nationwide national countrywide hunger warning indefinite sit-down labour labor wildcat token solidarity sympathy rail
    transport postal teachers doctors nurses workers miners lorry truckers""".split()
)
"""Words before a "strike" of those who stop working or eating."""

STOPPING = frozenset({"call", "join", "observe"})
"""Verbs of which a "strike" of that sort is the object."""

WORKING = frozenset(
    "union worker doctor teacher nurse employee staff driver miner lecturer student prisoner detainee inmate lawyer farmer".split()
)


def _with_weapons(document: Document, at: int) -> bool:
    """Whether a "strike" is an attack, and no work or food is refused: "joined the strike", "on strike", "a hunger strike"."""
    token, above = document.tokens[at], document.tokens[document.tokens[at].head]
    start, end = phrase(document, at)
    if any(t.lower in NO_WEAPON for t in document.tokens[start : end - 1]):
        return False
    if token.dep == "pobj" and above.lower == "on" and above.i == at - 1:
        return False
    called = any(document.tokens[c].dep == "acl" and document.tokens[c].lemma in STOPPING for c in document.children[at])
    owners = [t for t in document.tokens[start : end - 1] if t.dep in ("poss", "compound")]
    doing = [document.tokens[c] for c in document.children[above.i] if document.tokens[c].dep == "nsubj"] if token.dep == "dobj" else []
    refused = token.dep == "dobj" and above.lemma in STOPPING
    return not (called or refused or any(t.lemma in WORKING for t in (*owners, *doing)))


NOUN_TESTS: dict[str, Callable[[Document, int], bool]] = {
    "arrest": _of_no_heart,
    "strike": _with_weapons,
    "fire": _of_side_or_weapon,
    "operation": _with_own_words,
    "campaign": _with_own_words,
    "advance": _with_own_words,
    "control": _never,
    "launch": _of_weapon,
    "firing": _of_weapon_or_by_side,
    "capture": _of_ground,
    "fall": _of_ground,
    "seizure": _of_ground,
    "liberation": _of_ground,
    "occupation": _of_ground,
    "takeover": _of_ground,
    "recapture": _of_ground,
    "death": _of_people,
    "injury": _never,
    "casualty": _never,
    "deployment": _of_force,
    "conference": _never,
    "talk": _of_sides,
    "visit": _never,
    "negotiation": _of_sides,
    "deal": _of_sides,
    "request": _never,
    "appeal": _never,
    "demand": _never,
    "criticism": _never,
    "accusation": _never,
    "exodus": _of_people,
    "detention": _of_people,
    "sanction": _imposed,
}
"""Tests of nouns that name a deed only in some company; all others always do."""


def noun_fits(document: Document, at: int, word: str) -> bool:
    """Whether the noun at token `at`, which the table lists as `word`, names its deed here."""
    test = NOUN_TESTS.get(word)
    return test is None or test(document, at)
