"""Those who act: named, behind a pronoun, as the owner of craft and units, or as a side before a verbal noun."""

from __future__ import annotations

from reportedly.extract.countries import CountryForm
from reportedly.extract.deed_signs import TALKING_KINDS
from reportedly.extract.deeds import noun_lemma
from reportedly.extract.entity_bodies import by_part
from reportedly.extract.entity_mentions import belongs_to, entities_at
from reportedly.extract.entity_phrases import content_head, phrase
from reportedly.extract.entity_reading import reading
from reportedly.extract.entity_salience import last_state, resolve
from reportedly.extract.mentions import EntityMention
from reportedly.model import Document, Entity, EntityKind

ALLIANCES = frozenset({"coalition", "alliance"})
OF_STATE = frozenset({"regime", "government", "army", "military", "police"})
REBELS = frozenset("rebel militant insurgent jihadist opposition separatist militia terrorist islamist guerrilla guerilla jihadi".split())

GENERAL = frozenset({"attack", "strike", "assault", "violence", "bombing"})
"""What a "terrorist" one is a sort of, without a side that did it."""

UNITS = frozenset(
    """unit member brigade battalion troop convoy column division wing plane jet fighter gunman commander element part supporter
    soldier""".split()
)
"""Parts of a force: what they do, the force does."""


def side_before(document: Document, noun: int) -> EntityMention | None:
    """The side that stands before a verbal noun without a name of its own: "regime shelling", "US-led strikes", "coalition raids"."""
    start, _ = phrase(document, noun)
    start = min(start, noun - 1) if document.tokens[noun].head == noun - 1 else start
    for i in range(noun - 1, start - 1, -1):
        token = document.tokens[i]
        lemma = noun_lemma(token)
        if token.lower == "led" and i - start >= 2 and (name := reading(document).names.get(i - 2)) is not None:
            led = Entity(name=document.words(i - 2, i + 1) + " coalition", id=None, kind=EntityKind.EXTERNAL_FORCES)
            whose = _alliance(document) or led
            return EntityMention(start=i - 2, end=i + 1, head=i, entity=whose) if name.known.sort == "country" else None
        general = lemma == "terrorist" and i == noun - 1 and noun_lemma(document.tokens[noun]) in GENERAL
        if lemma in ALLIANCES | OF_STATE | REBELS and token.pos in ("NOUN", "PROPN", "ADJ") and not general:
            return EntityMention(start=i, end=i + 1, head=i, entity=_side(document, i, lemma))
    return None


def joint_owners(document: Document, noun: int) -> list[EntityMention]:
    """The states in "Russian and Syrian strikes", where two or more stand before a verbal noun; else an empty list."""
    names = reading(document).names
    before = [c for c in document.children[noun] if c < noun and document.tokens[c].dep in ("amod", "compound", "nmod", "poss")]
    heads = sorted({j for c in before for j in (c, *(k for k in document.subtree(c) if document.tokens[k].dep == "conj"))})
    owners = [m for i in heads if (m := names.get(i)) is not None and m.known.sort == "country" and m.end - 1 == i]
    if len(owners) < 2 or any(document.tokens[m.end].text == "-" for m in owners if m.end < len(document.tokens)):
        return []
    return [EntityMention(start=m.start, end=m.end, head=m.end - 1, entity=m.known.entity) for m in owners]


def _side(document: Document, i: int, lemma: str) -> Entity:
    """A side named by a common noun: the one that the report speaks of, else the words."""
    text = document.tokens[i].text
    if lemma in ALLIANCES:
        return _alliance(document) or Entity(name=text, kind=EntityKind.EXTERNAL_FORCES)
    if lemma in REBELS:
        return Entity(name=text, kind=EntityKind.REBEL_GROUP)
    state, part = last_state(document, i), by_part().get("government" if lemma == "regime" else lemma)
    if state is not None and part is not None:
        return part.of(str(state.id)[6:8])
    return Entity(name=text, kind=EntityKind.STATE_FORCES)


def _alliance(document: Document) -> Entity | None:
    """The first alliance that a report names, wherever that stands: headlines shorten its name."""
    names = reading(document).names
    return next((m.known.entity for _, m in sorted(names.items()) if m.known.entity.kind is EntityKind.EXTERNAL_FORCES), None)


def is_capital(document: Document, owner: EntityMention) -> bool:
    """Whether a state is named by its capital: before a verbal noun that is the place ("the Nairobi attack")."""
    name = reading(document).names.get(owner.head)
    return name is not None and name.known.form in (CountryForm.CAPITAL, CountryForm.SEAT)


def acts(document: Document, mention: EntityMention, places: frozenset[int]) -> bool:
    """Whether what a phrase names can act: people, sides, states, and names that the parser takes for such."""
    token = document.tokens[mention.head]
    if mention.entity.kind is EntityKind.OBJECT or (mention.head in places and mention.entity.kind is EntityKind.UNKNOWN):
        return False
    if mention.entity.kind is not EntityKind.UNKNOWN or mention.entity.id is not None:
        return True
    return token.pos == "PROPN" and token.entity in ("ORG", "NORP", "PERSON")


def entities(document: Document, head: int) -> tuple[EntityMention, ...]:
    """The entities at one head: a pronoun's antecedent, the members of a shared phrase, or the entity itself."""
    head = content_head(document, head)
    resolved = resolve(document, head, doer=True)
    own = () if resolved is None else (resolved,)
    if document.tokens[head].pos == "PRON" or resolved is None:
        return own
    listed = entities_at(document, head)
    if resolved.entity.id is not None:
        shared = tuple(m for m in listed if m.entity.id is not None)
        return shared if len(shared) > 1 else own
    return tuple(m for m in listed if m.head == head or m.entity.id is not None) or own


def possessor(document: Document, noun: int) -> EntityMention | None:
    """Whom "its" and "their" before a noun stand for, or the person in "Haftar's", where that is someone who can act."""
    own = next((c for c in document.children[noun] if document.tokens[c].tag == "PRP$"), None)
    if own is not None:
        found = resolve(document, own)
        return found if found is not None and found.entity.kind in TALKING_KINDS else None
    named = next((c for c in document.children[noun] if document.tokens[c].dep == "poss" and document.tokens[c].pos == "PROPN"), None)
    person = resolve(document, named) if named is not None else None
    return person if person is not None and person.entity.kind is EntityKind.PERSON else None


def victim_before(document: Document, noun: int) -> EntityMention | None:
    """Whose murder or arrest it is, in "the mayor's murder", "the teachers' arrest": people, and nobody armed."""
    named = next((c for c in document.children[noun] if document.tokens[c].dep == "poss" and document.tokens[c].pos == "NOUN"), None)
    found = resolve(document, named) if named is not None else None
    return found if found is not None and found.entity.kind in (EntityKind.PERSON, EntityKind.CIVILIANS) else None


def owner_of(document: Document, head: int) -> list[EntityMention]:
    """Whose a thing is, where that is someone who can act; an empty list where it is not said."""
    owner = belongs_to(document, head)
    if owner is None:
        below = next((c for c in document.children[head] if document.tokens[c].dep == "poss"), None)
        owner = resolve(document, below) if below is not None else None
    owner = side_before(document, head) if owner is None else owner
    return [owner] if owner is not None and owner.entity.kind in TALKING_KINDS else []
