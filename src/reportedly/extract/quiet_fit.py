"""Whether a verb names a deed of talk, movement, release or relief where it stands: "signed a truce", not "signed a letter"."""

from __future__ import annotations

from reportedly.extract.deed_signs import ARMED_KINDS, MILITARY, PEOPLE_KINDS, TALKING_KINDS, is_ground, is_weapon, kind_at
from reportedly.extract.deeds import noun_lemma
from reportedly.extract.entity_phrases import content_head
from reportedly.extract.frames import Frame
from reportedly.model import Document, EntityKind

CAPTIVES = frozenset("prisoner hostage detainee captive pilot soldier girl student sailor crew journalist inmate abductee".split())
BOND = frozenset(
    """agreement ceasefire cease-fire truce accord treaty deal pact peace zone withdrawal halt cessation exchange swap hostilities
    release""".split()
)
BASES = frozenset("base headquarters camp outpost checkpoint position post roadblock barrack barracks point garrison".split())
RELIEF = frozenset("aid food medicine relief supplies supply flour humanitarian assistance vaccine tent blanket".split())


def agents_are(document: Document, frame: Frame, *, kinds: frozenset[EntityKind]) -> bool:
    """Whether someone of these kinds does it, or a pronoun for persons."""
    return any(kind_at(document, h) in kinds or document.tokens[h].lower in ("they", "he", "she") for h in frame.agents)


def talks(document: Document, frame: Frame) -> bool:
    """Whether two sides talk."""
    partners = [*frame.patients, *(o.head for o in frame.obliques if o.depth == 0 and o.preposition in ("with", "to"))]
    named = [h for h in (*frame.agents, *partners) if kind_at(document, h) in TALKING_KINDS]
    return bool(set(named) & set(frame.agents)) and (bool(set(named) & set(partners)) or len(frame.agents) > 1)


def names_opponent(document: Document, frame: Frame) -> bool:
    """Whether one side does it to another."""
    known = TALKING_KINDS
    return agents_are(document, frame, kinds=known) and any(
        kind_at(document, h) in known or document.tokens[h].pos == "PRON" for h in frame.patients
    )


def agrees(document: Document, frame: Frame) -> bool:
    """Whether a side agrees, or is agreed with."""
    return any(kind_at(document, h) in TALKING_KINDS for h in (*frame.agents, *frame.patients))


def signs(document: Document, frame: Frame) -> bool:
    """Whether what is signed binds the sides: a truce, an exchange."""
    bound = [*frame.patients, *(o.head for o in frame.obliques if o.depth == 0 and o.preposition in ("to", "on"))]
    return any(noun_lemma(document.tokens[h]) in BOND for h in bound)


def moves_force(document: Document, frame: Frame) -> bool:
    """Whether forces or their machines are moved."""
    moved = [*frame.patients, *frame.agents]
    return any(document.tokens[h].lemma in MILITARY or kind_at(document, h) in ARMED_KINDS | {EntityKind.PLATFORM} for h in moved)


def leaves(document: Document, frame: Frame) -> bool:
    """Whether forces leave."""
    moved = frame.patients or frame.agents
    return any(kind_at(document, h) in ARMED_KINDS | {EntityKind.STATE} or document.tokens[h].lemma in MILITARY for h in moved)


def yields(document: Document, frame: Frame) -> bool:
    """Whether it is fighters who give themselves up, or forces or a state to whom somebody does."""
    to = [o.head for o in frame.obliques if o.preposition.split()[-1] == "to"]
    kinds = ARMED_KINDS | {EntityKind.STATE}
    return any(kind_at(document, h) in kinds or document.tokens[h].lemma in MILITARY for h in (*frame.agents, *to))


def frees(document: Document, frame: Frame) -> bool:
    """Whether those who are freed are people."""
    freed = [*frame.patients, *(o.head for o in frame.obliques if o.preposition == "of" and o.under in frame.patients)]
    return any(document.tokens[h].lemma in CAPTIVES or kind_at(document, h) in PEOPLE_KINDS for h in freed)


def builds_base(document: Document, frame: Frame) -> bool:
    """Whether what is built is for forces."""
    return any(noun_lemma(document.tokens[content_head(document, h)]) in BASES for h in frame.patients)


def evacuates(document: Document, frame: Frame) -> bool:
    """Whether people or a place are evacuated."""
    return any(
        kind_at(document, h) in PEOPLE_KINDS or document.tokens[h].pos == "NUM" or is_ground(document, h)
        for h in (*frame.patients, *frame.agents)
    )


def brings_aid(document: Document, frame: Frame) -> bool:
    """Whether what is brought is relief."""
    named = (*frame.patients, *frame.agents)
    inside = [o.head for o in frame.obliques if o.under in named or o.preposition == "with"]
    relief = any(document.tokens[h].lemma in RELIEF for h in (*named, *inside))
    return relief and not any(is_weapon(document, h) or document.tokens[h].lemma in ("arm", "weapon") for h in (*named, *inside))
