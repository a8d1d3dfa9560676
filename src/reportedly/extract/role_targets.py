"""Those and that which a deed is done to, and those who were told of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reportedly.extract.deed_signs import ARMED_KINDS, TALKING_KINDS, is_ground
from reportedly.extract.deeds import HARM, REMOTE, Deed, noun_lemma
from reportedly.extract.entity_mentions import belongs_to, entities_at, entity_at
from reportedly.extract.entity_phrases import bare, conjuncts, of_phrase
from reportedly.extract.entity_salience import resolve
from reportedly.extract.frames import Frame, verb_frame
from reportedly.extract.happenings import Happening
from reportedly.extract.mentions import EntityMention
from reportedly.extract.role_sides import entities
from reportedly.model import Document, Entity, EntityKind

VAGUE_TARGETS = frozenset({"target", "object", "objective", "position", "site", "area", "location", "part", "place"})
"""Nouns that say less than whose they are."""

NOBODY = frozenset("life people person other dead body casualty victim death injury one number man dozen score".split())
"""Nouns that say nothing of who was harmed."""

TALK = frozenset({Deed.ACCUSE, Deed.CONSULT, Deed.AGREEMENT, Deed.DEMAND, Deed.THREAT, Deed.REFUSAL, Deed.SANCTION})
"""Deeds of words, in which a country is a party and not a place."""

NOT_PLACES = frozenset({EntityKind.UNKNOWN, EntityKind.STATE, EntityKind.PERSON, EntityKind.ORGANISATION})
"""What the name of a place may be taken for."""

LITTLE = frozenset({"other", "remain", "key", "remaining"})
"""Adjectives that do not tell one target from another."""


@dataclass(frozen=True, slots=True)
class Scene:
    """A happening in its document, and the tokens of the place names in it."""

    document: Document
    happening: Happening
    places: frozenset[int]

    @property
    def heads(self) -> frozenset[int]:
        """The words that name or carry the happening."""
        return frozenset(self.happening.heads)


def targets(scene: Scene, head: int) -> Iterator[EntityMention]:
    """What the phrase at a head word says was done to: whose it is, and what it is where that says more."""
    document, deed = scene.document, scene.happening.main.deed
    points = document.tokens[head].pos == "PRON" and document.tokens[head].lower in ("it", "them", "this", "that")
    if points and deed in REMOTE | HARM | {Deed.CAPTURE}:
        yield from _behind_pronoun(scene, head)
        return
    for each in _among(document, head):
        found = entities(document, each)
        yield from (m for mention in found for m in _named(document, mention) or _told(scene, mention))
        heads = {m.head for m in found}
        yield from (m for c in conjuncts(document, each) if c not in heads and (a := entity_at(document, c)) for m in _named(document, a))


def _told(scene: Scene, mention: EntityMention) -> Iterator[EntityMention]:
    if not _is_passed_over(scene, mention):
        yield from (mention,) if mention.entity.id is not None else _nameless(scene, mention)


def _among(document: Document, head: int) -> tuple[int, ...]:
    """Who "those" are in "X and Y are among those killed"; else the head itself."""
    token = document.tokens[head]
    above = document.tokens[token.head]
    verb = document.tokens[above.head]
    if token.lower not in ("those", "people", "victims", "dead") or above.lower != "among" or verb.lemma != "be":
        return (head,)
    named = [c for c in document.children[verb.i] if document.tokens[c].dep in ("nsubj", "attr") and document.tokens[c].pos != "PRON"]
    return tuple(named) or (head,)


def _named(document: Document, mention: EntityMention) -> tuple[EntityMention, ...]:
    """The persons that a description names: "journalists X and Y", "its chairman, X". Empty where it names none, or is a name."""
    if mention.entity.id is not None:
        return ()
    names = [c for c in document.children[mention.head] if document.tokens[c].dep == "appos" and c > mention.head]
    listed = (m for c in names for m in entities_at(document, c))
    return tuple(m for m in listed if m.entity.id is not None and m.entity.kind is EntityKind.PERSON)


def _is_passed_over(scene: Scene, mention: EntityMention) -> bool:
    """Whether a phrase names a place or says nothing ("people")."""
    violent = bool(scene.happening.deeds & (HARM | REMOTE))
    if violent and mention.entity.id is None and noun_lemma(scene.document.tokens[mention.head]) in NOBODY:
        return True
    place = mention.head in scene.places and mention.entity.kind in NOT_PLACES
    return place and scene.happening.main.deed not in TALK


def _behind_pronoun(scene: Scene, head: int) -> Iterator[EntityMention]:
    """The armed side that a pronoun stands for, if it is not the one that acts."""
    document = scene.document
    mention = resolve(document, head)
    acting = [resolve(document, agent) for verb in scene.happening.verbs for agent in verb_frame(document, verb).agents]
    own = {each.entity.id for each in acting if each is not None}
    armed = mention is not None and mention.entity.kind in ARMED_KINDS and scene.happening.main.deed not in HARM
    if mention is not None and armed and mention.entity.id not in own:
        yield mention


def _nameless(scene: Scene, mention: EntityMention) -> Iterator[EntityMention]:
    document = scene.document
    owner = belongs_to(document, mention.head)
    if owner is not None and owner.entity.kind in TALKING_KINDS and mention.entity.kind is not EntityKind.CIVILIANS:
        yield owner
    vague = document.tokens[mention.head].lemma in VAGUE_TARGETS and (owner is not None or not _told_apart(document, mention))
    taking = scene.happening.main.deed in (Deed.CAPTURE, Deed.HOLD)
    taken = taking and is_ground(document, mention.head) and mention.head not in scene.places
    if not vague and not taken:
        yield described(document, mention)


def _told_apart(document: Document, mention: EntityMention) -> bool:
    """Whether a vague noun is described ("targets that are not X", "military targets")."""
    tokens = document.tokens
    before = range(mention.start, mention.head)
    if any(tokens[i].dep in ("amod", "compound", "nmod") and tokens[i].lemma not in LITTLE for i in before):
        return True
    return any(tokens[c].dep == "relcl" and _denies(document, c) for c in document.children[mention.head])


def _denies(document: Document, clause: int) -> bool:
    return any(document.tokens[c].dep == "neg" for c in document.children[clause])


def described(document: Document, mention: EntityMention) -> EntityMention:
    """A target in the report's words, with a leading "all" and a negated relative clause."""
    start, end = mention.start, mention.end
    tokens = document.tokens
    for child in document.children[mention.head]:
        if tokens[child].dep == "relcl" and _denies(document, child):
            end = max(end, document.subtree(child)[-1] + 1)
    first, last = bare(document, start, end)
    while first > start and tokens[first - 1].lower in ("all", "only"):
        first -= 1
    name = " ".join(document.words(first, last).strip("“”\"'‘’ ").split())
    return EntityMention(start=first, end=last, head=mention.head, entity=Entity(name=name, id=None, kind=mention.entity.kind))


def as_targets_of(document: Document, noun: int) -> Iterator[EntityMention]:
    """The subject of "X were the targets of the strikes"."""
    tokens = document.tokens
    of = tokens[tokens[noun].head]
    head = tokens[of.head]
    if of.lower != "of" or head.lemma != "target" or head.dep != "attr":
        return
    for child in document.children[head.head]:
        if tokens[child].dep == "nsubj":
            yield from (described(document, m) if m.entity.id is None else m for m in entities_at(document, child))


def notified(document: Document, frame: Frame) -> list[EntityMention]:
    """Who was told: the object, or the subject of the passive; states where their forces or commands are named."""
    found: list[EntityMention] = []
    for head in frame.patients:
        listed = [m for m in entities_at(document, head) if m.entity.id is not None]
        if listed:
            found += listed
        elif (owner := belongs_to(document, head)) is not None:
            found.append(owner)
        else:
            inside = of_phrase(document, head)
            found += [m for m in entities_at(document, inside) if m.entity.id is not None] if inside is not None else []
    return found
