"""Who does it, to whom or what, with what and from what: entities in their roles in a happening."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from reportedly.extract.deed_signs import TALKING_KINDS, is_weapon
from reportedly.extract.deeds import HARM, REMOTE, Deed, noun_lemma
from reportedly.extract.entity_mentions import belongs_to, entities_at
from reportedly.extract.entity_phrases import content_head, of_phrase
from reportedly.extract.entity_tables import words
from reportedly.extract.frames import Frame, Oblique, noun_frame, verb_frame
from reportedly.extract.happenings import Happening, portion
from reportedly.extract.mentions import EntityMention
from reportedly.extract.role_causes import causes
from reportedly.extract.role_sides import UNITS, acts, entities, is_capital, joint_owners, owner_of, possessor, side_before, victim_before
from reportedly.extract.role_targets import TALK, Scene, as_targets_of, notified, targets
from reportedly.extract.role_things import is_craft, platforms, weapon_at, weapon_before
from reportedly.model import Document, EntityKind

AIMED = frozenset({"against", "on", "at", "toward", "towards", "upon", "into", "over", "onto", "to"})
"""Prepositions before what a deed is aimed at."""

MEANS = frozenset({"with", "using", "by", "of", "via", "through"})
BASED = frozenset({"from", "aboard", "by", "off", "with", "using"})
SUFFERING = frozenset({"die", "perish", "drown", "flee", "disappear", "fall", "surrender", "sink"})
"""Verbs whose subject suffers."""

UNDERGOING = frozenset({"see", "witness", "suffer", "face", "experience"})
"""Verbs whose subject is where, or to whom, their object happens."""

OF_TARGET = frozenset(
    {
        Deed.AIR_STRIKE,
        Deed.BOMBING,
        Deed.BLAST,
        Deed.SHELLING,
        Deed.CAPTURE,
        Deed.KILLING,
        Deed.ABDUCTION,
        Deed.ARREST,
        Deed.STRIKE,
        Deed.RAPE,
        Deed.CURFEW,
        Deed.FUNERAL,
    }
)
"""Deeds of which "the <noun> of X" makes X the target."""

DONE_TO_ONE = frozenset({Deed.KILLING, Deed.ABDUCTION, Deed.ARREST, Deed.RAPE, Deed.TORTURE})
"""Deeds whose owner is the victim, where that is nobody armed: "the judge's murder", "X's arrest"."""

VICTIMS = frozenset({EntityKind.PERSON, EntityKind.CIVILIANS, EntityKind.PROTESTERS})

WITH_AIM = REMOTE | HARM | {Deed.CLASH, Deed.OFFENSIVE, Deed.ABDUCTION, Deed.RAPE, Deed.ACCUSE, Deed.THREAT, Deed.PROTEST, Deed.DISPERSAL}
"""Deeds that are done to what stands behind "against", "on", "at" …"""

AGAINST_ONLY = HARM | {Deed.CLASH, Deed.PROTEST, Deed.ACCUSE, Deed.DISPERSAL}
"""Of these, the ones for which "at", "on" and "to" only tell where."""

NO_AIM = frozenset(
    "front ground way side time night day sea part road highway scene least dawn noon hotline phone channel degree extent charge".split()
)
"""Nouns that no deed is aimed at."""

UNTOUCHED = frozenset(
    "himself herself itself themselves effect fire progress headway gain gains inroads advance advances toll damage havoc".split()
)
"""Objects of verbs to which nothing is done: "blew himself up", "took effect", "exchanged fire", "made gains", "took a toll"."""

FORCE = frozenset({"force", "violence", "brutality", "batons"})
"""What is used against people."""

ROUNDS = frozenset({"round", "shot", "bullet", "volley", "salvo"})
"""What is fired, and not at whom."""

MINES = frozenset({"mine", "landmine", "ied", "explosive", "bomb", "device"})
"""What is hit by those whom it harms."""

BURYING = frozenset({"bury", "inter", "cremate", "lay", "carry", "bear"})
"""Verbs of a funeral whose object is those who are buried; that of others is the funeral or its scene."""

BODIES = frozenset({"body", "coffin", "casket", "bier", "remains", "corpse"})
"""What is buried of people: they are meant."""

SHOT = frozenset({Deed.FIRING, Deed.SHELLING, Deed.BLAST, Deed.AIR_STRIKE, Deed.DISPERSAL})
"""Deeds whose object can be the weapon."""


@dataclass(slots=True)
class Roles:
    """The entities of a happening by role."""

    actor: list[EntityMention] = field(default_factory=list)
    target: list[EntityMention] = field(default_factory=list)
    weapon: list[EntityMention] = field(default_factory=list)
    platform: list[EntityMention] = field(default_factory=list)
    notified: list[EntityMention] = field(default_factory=list)


def roles(document: Document, happening: Happening, places: frozenset[int]) -> Roles:
    """The roles of a happening. `places` are the tokens of place names, which are no actors or targets."""
    scene = Scene(document, happening, places)
    found = Roles()
    for verb in happening.verbs:
        frame = verb_frame(document, verb)
        if verb == happening.told_of:
            found.notified += notified(document, frame)
        else:
            _of_verb(scene, verb, frame, found)
    for noun in happening.nouns:
        _of_noun(scene, noun, found)
    return Roles(*(_distinct(each) for each in (found.actor, found.target, found.weapon, found.platform, found.notified)))


def _distinct(mentions: Sequence[EntityMention]) -> list[EntityMention]:
    """Each entity once, in text order."""
    seen: dict[str, EntityMention] = {}
    for mention in sorted(mentions, key=lambda m: (m.start, -m.end)):
        seen.setdefault(mention.entity.id or mention.entity.name.casefold(), mention)
    return list(seen.values())


def _of_verb(scene: Scene, verb: int, frame: Frame, into: Roles) -> None:
    agents, patients = _turned(scene, verb, frame)
    for head in agents:
        if head not in scene.heads and not _is_side_of_noun(scene, head):
            _agent(scene, head, into)
    if scene.happening.main.deed is Deed.FUNERAL and scene.document.tokens[verb].lemma not in BURYING:
        patients = []
    for head in patients:
        if head not in scene.heads:
            _patient(scene, head, into)
    _obliques(scene, frame, into)


def _is_side_of_noun(scene: Scene, head: int) -> bool:
    """Whether a subject only says whose the verbal noun behind it is ("regime shelling killed 12"): the noun's reader names it."""
    document = scene.document
    behind = head + 1
    return behind in scene.happening.nouns and document.tokens[behind].head == head and side_before(document, behind) is not None


def _turned(scene: Scene, verb: int, frame: Frame) -> tuple[list[int], list[int]]:
    """Agents and patients of a verb, with those of "fell to X", "X lost it to Y" and "X suffered an attack" the right way round."""
    lemma = scene.document.tokens[verb].lemma
    to = [o.head for o in frame.obliques if o.preposition == "to" and o.depth == 0]
    if lemma in SUFFERING and not frame.passive and not (lemma == "sink" and frame.patients) and scene.happening.main.word != "land":
        return to if lemma == "fall" else [], list(frame.agents)
    if lemma in UNDERGOING and not frame.passive:
        return [], list(frame.agents)
    if lemma in ("be", "remain") and not frame.patients:
        return [], list(frame.agents)
    if lemma == "lose" and Deed.CAPTURE in scene.happening.deeds:
        return to, list(frame.agents)
    return list(frame.agents), list(frame.patients)


def _of_noun(scene: Scene, noun: int, into: Roles) -> None:
    document, deed = scene.document, scene.happening.main.deed
    frame = noun_frame(document, noun)
    if deed is Deed.FUNERAL:
        _of_funeral(scene, noun, frame, into)
        return
    for head in frame.agents:
        _agent(scene, head, into)
    joint = joint_owners(document, noun)
    into.actor += joint
    inside = _of(document, noun) if deed in OF_TARGET else None
    owner = None if joint else belongs_to(document, noun)
    if owner is None or owner.head == inside:
        owner = None if joint else _possessor(document, noun) or side_before(document, noun)
    nobody = (EntityKind.OBJECT, EntityKind.WEAPON, EntityKind.UNKNOWN)
    if owner is None and inside is None and deed in DONE_TO_ONE:
        owner = victim_before(document, noun)
    if owner is not None and owner.entity.kind not in nobody and not is_capital(document, owner):
        behind = owner.start > noun and deed in OF_TARGET
        suffers = behind or (inside is None and deed in DONE_TO_ONE and owner.entity.kind in VICTIMS)
        (into.target if suffers else into.actor).append(owner)
    if inside is not None and inside not in scene.heads and not is_weapon(document, inside):
        _patient(scene, inside, into)
    into.weapon += weapon_before(document, noun)
    into.weapon += [weapon_at(document, head) for head in causes(document, noun)]
    into.target += as_targets_of(document, noun)
    _obliques(scene, frame, into)


def _of_funeral(scene: Scene, noun: int, frame: Frame, into: Roles) -> None:
    """Whose funeral it is, "the funeral of X", "a funeral for X", "X's funeral"; mourners are those who hold it."""
    document = scene.document
    if noun_lemma(document.tokens[noun]) == "mourner":
        _agent(scene, noun, into)
        return
    owners = [c for c in document.children[noun] if document.tokens[c].dep == "poss" and document.tokens[c].pos != "PRON"]
    inside = _of(document, noun)
    for head in (*owners, *(() if inside is None or inside in scene.heads else (inside,))):
        _patient(scene, head, into)
    _obliques(scene, frame, into)


def _possessor(document: Document, noun: int) -> EntityMention | None:
    """Whose a happening is, also where a portion of it stands before: "its strikes", "its week of strikes"."""
    some = portion(document, noun)
    return possessor(document, noun) or (possessor(document, some) if some is not None else None)


def _of(document: Document, noun: int) -> int | None:
    """The head of "X" in "the kidnapping of X" and "the kidnappings and deaths of X"."""
    joined = (c for c in document.children[noun] if document.tokens[c].dep == "conj" and document.tokens[c].pos == "NOUN")
    return next((inside for c in (noun, *joined) if (inside := of_phrase(document, c)) is not None), None)


def _agent(scene: Scene, head: int, into: Roles) -> None:
    """An agent acts, unless it is a weapon or craft: then whose it is acts."""
    document = scene.document
    if is_weapon(document, head):
        into.weapon.append(weapon_at(document, head))
        into.actor += owner_of(document, head)
        return
    for mention in entities(document, head):
        lemma = noun_lemma(document.tokens[mention.head])
        if mention.entity.kind is EntityKind.PLATFORM or lemma in words("platform"):
            into.platform += platforms(document, mention)
            into.actor += [mention] if mention.entity.kind is not EntityKind.PLATFORM else owner_of(document, mention.head)
        elif lemma in UNITS and mention.entity.id is None and (owner := owner_of(document, mention.head)):
            into.actor += owner
        elif acts(scene.document, mention, scene.places):
            into.actor.append(mention)


def _patient(scene: Scene, head: int, into: Roles) -> None:
    """What is acted upon: the weapon of a shot, else a target, with whose it is before it."""
    token, happening = scene.document.tokens[head], scene.happening
    if happening.main.deed is Deed.FUNERAL and noun_lemma(token) in BODIES:
        whose = of_phrase(scene.document, head)
        into.target += () if whose is None else targets(scene, whose)
        return
    shot = happening.main.deed in SHOT or (happening.main.deed is Deed.STRIKE and Deed.FIRING in happening.deeds)
    mine = happening.main.deed is Deed.STRIKE and noun_lemma(token) in MINES
    flown = happening.main.deed is Deed.FIRING and noun_lemma(token) in ("drone", "uav")
    if flown or mine or (shot and is_weapon(scene.document, head)):
        into.weapon.append(weapon_at(scene.document, head))
        into.actor += owner_of(scene.document, head)
    elif token.pos != "NUM" and not _is_untouched(scene.document, head) and not (shot and noun_lemma(token) in ROUNDS):
        into.target += targets(scene, head)


def _is_untouched(document: Document, head: int) -> bool:
    """Whether nothing is done to what an object or the subject of a passive names: "made gains", "force was used"."""
    token = document.tokens[head]
    return token.lower in UNTOUCHED or (token.lower in FORCE and document.tokens[token.head].lemma in ("use", "employ", "deploy"))


def _obliques(scene: Scene, frame: Frame, into: Roles) -> None:
    document, deed = scene.document, scene.happening.main.deed
    for each in frame.obliques:
        if each.head in scene.heads or (each.under in frame.agents and each.preposition == "on"):
            continue
        last = each.preposition.split()[-1]
        if is_weapon(document, each.head) and last in MEANS:
            into.weapon.append(weapon_at(document, each.head))
        elif last in BASED and each.depth <= 1 and is_craft(document, each.head):
            _craft(document, each.head, into)
        elif _is_aimed(scene, each, last):
            into.target += targets(scene, each.head)
        elif last == "to" and scene.happening.main.word == "fall" and each.under in scene.happening.nouns:
            _agent(scene, each.head, into)
        elif last == "from" and each.depth == 0 and each.under in scene.happening.nouns:
            into.actor += [m for m in entities(document, each.head) if m.entity.kind in TALKING_KINDS and m.entity.id is not None]
        elif last in ("with", "between", "among") and deed in (Deed.CLASH, Deed.CONSULT, Deed.AGREEMENT):
            _opponent(document, each.head, into)


def _opponent(document: Document, head: int, into: Roles) -> None:
    """The other side: of two joined by "between", the second."""
    crowds = TALKING_KINDS | {EntityKind.PROTESTERS, EntityKind.RIOTERS}
    acting = {m.start for m in into.actor}
    sides = [m for m in entities_at(document, content_head(document, head)) if m.entity.kind in crowds and m.start not in acting]
    if not into.actor and len(sides) > 1:
        into.actor.append(sides[0])
        sides = sides[1:]
    into.target += [m for m in sides if m.entity.id is None or m.entity.id not in {a.entity.id for a in into.actor}]


def _is_aimed(scene: Scene, each: Oblique, preposition: str) -> bool:
    """Whether what stands behind a preposition is what the deed is aimed at."""
    token, deed = scene.document.tokens[each.head], scene.happening.main.deed
    if deed is Deed.FUNERAL:
        return preposition == "for" and each.depth == 0 and token.entity not in ("DATE", "TIME")
    if preposition not in AIMED or each.depth > 1 or deed not in WITH_AIM:
        return False
    if deed in AGAINST_ONLY and preposition != "against":
        return False
    spot = each.head in scene.places and deed not in TALK
    nowhere = token.entity in ("DATE", "TIME") or spot or token.pos == "NUM"
    return not nowhere and token.lemma not in NO_AIM


def _craft(document: Document, head: int, into: Roles) -> None:
    for mention in entities_at(document, head):
        into.platform += platforms(document, mention)
        if mention.entity.kind is not EntityKind.PLATFORM and mention.entity.id is not None:
            into.actor.append(mention)
    into.actor += owner_of(document, head)
