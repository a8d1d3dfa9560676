"""What the nouns around a deed are: ground, people, armed sides, weapons."""

from __future__ import annotations

from reportedly.extract.deeds import noun_lemma
from reportedly.extract.entity_mentions import entity_at
from reportedly.extract.entity_phrases import content_head
from reportedly.extract.entity_reading import reading
from reportedly.extract.entity_tables import words
from reportedly.extract.place_words import words as place_words
from reportedly.model import Document, EntityKind

MILITARY = frozenset(
    """military army armed troops troop soldier soldiers force forces warship warships weapon weapons tank tanks missile missiles aircraft
    jets warplanes police fighter fighters battalion brigade division marines helicopters reinforcement reinforcements system systems
    unit units officer officers reservist reservists""".split()
)
"""Nouns for forces, their people and their machines."""

PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
GROUND = frozenset(
    """bases city town village area district base position hill checkpoint airport airbase neighbourhood neighborhood suburb territory
    bridge road highway province region capital stronghold crossing enclave field dam post barracks port island land ground control
    headquarters settlement block quarter countryside outpost camp oilfield refinery site part pocket point place""".split()
)
"""Nouns for what can be taken and held."""

PEOPLE_KINDS = frozenset(
    {EntityKind.PERSON, EntityKind.CIVILIANS, EntityKind.PROTESTERS, EntityKind.RIOTERS, EntityKind.REBEL_GROUP, EntityKind.STATE_FORCES}
)
SIDE_KINDS = PEOPLE_KINDS | {
    EntityKind.STATE,
    EntityKind.ORGANISATION,
    EntityKind.POLITICAL_MILITIA,
    EntityKind.IDENTITY_MILITIA,
    EntityKind.EXTERNAL_FORCES,
}
ARMED_KINDS = frozenset(
    {
        EntityKind.STATE_FORCES,
        EntityKind.REBEL_GROUP,
        EntityKind.POLITICAL_MILITIA,
        EntityKind.IDENTITY_MILITIA,
        EntityKind.EXTERNAL_FORCES,
    }
)
TALKING_KINDS = SIDE_KINDS - {EntityKind.CIVILIANS, EntityKind.PROTESTERS, EntityKind.RIOTERS}


def is_ground(document: Document, head: int) -> bool:
    """Whether a noun names a place, or a piece of land or a building that can be held."""
    token = document.tokens[head]
    if token.lemma in GROUND or token.lower in GROUND or noun_lemma(token) in GROUND:
        return True
    known = reading(document).names.get(head)
    if known is not None and known.known.sort != "country":
        return False
    return token.entity in PLACE_LABELS or token.lemma in place_words("settlement") or token.lemma in place_words("facility")


def kind_at(document: Document, head: int) -> EntityKind:
    """What the phrase at a head word is; UNKNOWN where it names nobody."""
    mention = entity_at(document, content_head(document, head))
    return EntityKind.UNKNOWN if mention is None else mention.entity.kind


def is_weapon(document: Document, head: int) -> bool:
    """Whether a noun is a weapon or what is fired from one."""
    return document.tokens[head].lemma in words("weapon") or kind_at(document, head) is EntityKind.WEAPON
