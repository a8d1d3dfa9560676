"""The slots of those who act and of what is harmed, for `bench.muc4`: codes for sorts, numbers, effects, weapons and certainty."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bench.muc4_parts import Filler
from bench.reading import Read
from reportedly.extract.deeds import Deed, noun_lemma
from reportedly.extract.entity_phrases import phrase
from reportedly.extract.happenings import candidates
from reportedly.extract.number_words import UNITS
from reportedly.extract.parts import Part
from reportedly.extract.sorts import sort_of_person, sort_of_thing
from reportedly.model import Claim, Count, Document, Entity, Field, Modality, Stance, Token, VoiceKind, weapon_family

INSTRUMENTS = (
    "MACHINE GUN",
    "MOLOTOV COCKTAIL",
    "VEHICLE BOMB",
    "AERIAL BOMB",
    "DYNAMITE",
    "GRENADE",
    "MORTAR",
    "ROCKET",
    "MISSILE",
    "RIFLE",
    "HANDGUN",
    "MINE",
    "BOMB",
    "EXPLOSIVE",
    "GUN",
    "TORTURE",
    "FIRE",
    "STONE",
)
"""The task's codes for instruments, the more particular before those that they contain."""

FAMILIES = {
    "small arms": "GUN",
    "planted bomb": "EXPLOSIVE",
    "aerial bomb": "AERIAL BOMB",
    "blade": "CUTTING DEVICE",
    "missile": "ROCKET",
    "artillery": "MORTAR",
    "grenade": "GRENADE",
}
"""The task's codes by the product's families of weapons."""

THINGS = {
    "vehicle": "TRANSPORT VEHICLE",
    "embassy": "DIPLOMAT OFFICE OR RESIDENCE",
    "bank": "FINANCIAL",
    "communications": "COMMUNICATIONS",
    "energy": "ENERGY",
    "law": "LAW ENFORCEMENT FACILITY",
    "route": "TRANSPORTATION ROUTE",
    "water": "WATER",
    "shop": "COMMERCIAL",
    "party": "POLITICAL FIGURE OFFICE OR RESIDENCE",
    "government": "GOVERNMENT OFFICE OR RESIDENCE",
    "organisation": "ORGANIZATION OFFICE",
    "dwelling": "CIVILIAN RESIDENCE",
}
"""The task's sorts of things; all else is OTHER."""

PEOPLE = {
    "judicial": "LEGAL OR JUDICIAL",
    "diplomat": "DIPLOMAT",
    "police": "LAW ENFORCEMENT",
    "guard": "SECURITY GUARD",
    "soldier": "ACTIVE MILITARY",
    "official": "GOVERNMENT OFFICIAL",
    "politician": "POLITICAL FIGURE",
}
"""The task's sorts of people; all else is CIVILIAN."""

TITLES = 4
"""Words before a name that tell what the person is."""

LEVELS = ("CLAIMED OR ADMITTED", "REPORTED AS FACT", "SUSPECTED OR ACCUSED BY AUTHORITIES", "SUSPECTED OR ACCUSED", "POSSIBLE")
AUTHORITIES = frozenset({VoiceKind.OFFICIAL, VoiceKind.PARTY})


TAKEN = frozenset({"responsibility", "credit"})
"""What is claimed by those who say that it was they."""


def instrument(name: str) -> str | None:
    """The task's code for a weapon."""
    told = name.upper().replace("-", " ")
    if "CAR BOMB" in told or "TRUCK BOMB" in told:
        return "VEHICLE BOMB"
    code = next((code for code in INSTRUMENTS if code in told), None)
    return code or FAMILIES.get(weapon_family(name) or "")


def sort_of(document: Document, filler: Filler) -> str:
    """The task's sort of person or thing."""
    if filler.part is Part.THING:
        return THINGS.get(sort_of_thing([noun_lemma(t).lower() for t in _tokens(document, filler)]) or "", "OTHER")
    for mention in filler.mentions:
        sort = sort_of_person(_calling(document, mention.start, mention.head))
        if sort in PEOPLE:
            before = {t.lower for t in document.tokens[max(0, mention.start - TITLES) : mention.head]}
            former = sort == "official" and bool(before & {"former", "ex"})
            return f"FORMER {PEOPLE[sort]}" if former else PEOPLE[sort]
    return "CIVILIAN"


def _tokens(document: Document, filler: Filler) -> Sequence[Token]:
    return document.tokens[filler.best.start : filler.best.end]


def _calling(document: Document, start: int, head: int) -> list[str]:
    """The nouns that tell what a person is: the head itself, or those before, behind and above a name."""
    token = document.tokens[head]
    if token.pos != "PROPN":
        return [noun_lemma(token).lower()]
    near = [t for t in document.tokens[max(0, start - TITLES) : start] if t.pos in ("NOUN", "PROPN")]
    near += [document.tokens[c] for c in document.children[head] if document.tokens[c].dep == "appos"]
    near += [document.tokens[token.head]] if token.dep == "appos" else []
    return [noun_lemma(t).lower() for t in near]


def number(document: Document, filler: Filler) -> str:
    """How many, as the task writes it: "6", "1", "PLURAL"."""
    if filler.named:
        return "1"
    head = filler.best.head
    start, _ = phrase(document, head)
    for token in document.tokens[min(start, filler.best.start) : head]:
        word = token.lower.replace(",", "")
        if token.dep == "nummod" and (word.isdigit() or word in UNITS):
            return word if word.isdigit() else str(UNITS[word])
    return "PLURAL" if document.tokens[head].tag in ("NNS", "NNPS") else "1"


def effect(read: Read, filler: Filler) -> str | None:
    """What came of people: by the numbers of claims, else by the word of harm nearest above them, else by that of their sentence."""
    spans = [read.document.span(m.start, m.end) for m in filler.mentions]
    for field, some, none in ((Field.KILLED, "DEATH", "NO DEATH"), (Field.INJURED, "INJURY", "NO INJURY")):
        for value in (v for claim in read.claims if (v := claim.get(field)) is not None):
            if isinstance(value.value, Count) and any(value.span.overlaps(span) for span in spans):
                return some if value.value.low else none
    deeds = {deed for m in filler.mentions for deed in _deeds(read.document, m.head)}
    return "DEATH" if Deed.KILLING in deeds else "INJURY" if Deed.WOUNDING in deeds else None


def _deeds(document: Document, head: int) -> Iterator[Deed]:
    """The deeds that are told above a word in its sentence."""
    above = {head, *document.ancestors(head)}
    sentence = document.sentences[document.tokens[head].sentence]
    yield from (c.deed for c in candidates(document, sentence) if c.at in above)


WORN = {"destroy": "DESTROYED", "demolish": "DESTROYED", "burn": "DESTROYED", "blow": "DESTROYED", "damage": "SOME DAMAGE"}


def damage(read: Read, filler: Filler) -> str:
    """What came of a thing: by the verb above it, else by one of its sentence; what is hit has some damage."""
    document = read.document
    for mention in filler.mentions:
        sentence = document.sentences[document.tokens[mention.head].sentence]
        words = [document.tokens[i].lemma for i in document.ancestors(mention.head)]
        words += [t.lemma for t in document.tokens[sentence.start : sentence.end] if t.lemma in ("destroy", "damage")]
        found = next((WORN[word] for word in words if word in WORN), None)
        if found is not None:
            return found
    return "SOME DAMAGE"


def certainty(read: Read, told: Sequence[Claim], filler: Filler) -> str:
    """How surely claims lay it on an organisation: by itself, as a fact, by authorities, by others, or as possible; else as a fact."""
    if any(_claims_it(read, claim, filler) for claim in read.claims):
        return "CLAIMED OR ADMITTED"
    levels = {level(claim, entity) for claim, entity in _laid(told or read.claims) if _is_same(entity, filler)}
    return next((each for each in LEVELS if each in levels), "REPORTED AS FACT")


def _claims_it(read: Read, claim: Claim, filler: Filler) -> bool:
    """Whether a claim tells that the organisation itself took responsibility: it is named before the word for that."""
    if claim.refers_to is None or claim.stance is not Stance.ASSERTS or read.report.quote(claim.trigger).lower() not in TAKEN:
        return False
    spans = [read.document.span(m.start, m.end) for m in filler.mentions]
    return any(claim.spans[0].start <= span.start and span.end <= claim.trigger.start for span in spans)


def _laid(some: Sequence[Claim]) -> Iterator[tuple[Claim, Entity]]:
    for claim in some:
        value = claim.get(Field.ACTOR)
        for entity in value.value if value is not None and isinstance(value.value, tuple) else ():
            if isinstance(entity, Entity):
                yield claim, entity


def _is_same(entity: Entity, filler: Filler) -> bool:
    own = filler.best.entity
    return entity.id == own.id if own.id is not None else bool(set(re.findall(r"\w+", entity.name.upper())) & set(filler.words.split()))


def level(claim: Claim, entity: Entity) -> str | None:
    """How surely one claim lays it on somebody."""
    speaker = claim.chain[0].voice if claim.chain else None
    if claim.stance is Stance.DENIES:
        return None
    if claim.stance is Stance.DOUBTS or claim.modality is Modality.HYPOTHETICAL:
        return "POSSIBLE"
    if speaker is None:
        laid = claim.refers_to is not None and {v.field for v in claim.values} == {Field.ACTOR}
        return "SUSPECTED OR ACCUSED" if laid else "REPORTED AS FACT"
    if entity.id is not None and entity.id in (speaker.id, speaker.of):
        return "CLAIMED OR ADMITTED"
    return "SUSPECTED OR ACCUSED BY AUTHORITIES" if speaker.kind in AUTHORITIES else "SUSPECTED OR ACCUSED"
