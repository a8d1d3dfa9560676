"""From what was done, by whom, to whom and with what to the kind of the happening, in the field's categories."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reportedly.extract.deed_signs import is_ground
from reportedly.extract.deeds import HARM, POISON, REMOTE, Deed
from reportedly.extract.entity_phrases import phrase
from reportedly.extract.frames import verb_frame
from reportedly.extract.happenings import Happening
from reportedly.extract.mentions import EntityMention
from reportedly.extract.roles import Roles
from reportedly.model import Document, Entity, EntityKind, Kind, weapon_family

AIRCRAFT = frozenset(
    """warplane warplanes jet jets aircraft helicopter helicopters fighter-bomber gunship gunships drone drones uav uavs
    plane planes air aerial airstrike airstrikes airstikes sorties air-strike air-strikes aviation""".split()
)
SHIPS = frozenset(
    "warship warships ship ships frigate submarine cruiser destroyer corvette gunboat navy fleet tank tanks howitzer howitzers".split()
)
"""Craft and guns that fire shells and missiles."""

SUICIDE = frozenset({"suicide", "himself", "herself", "themselves", "martyrdom"})
SMALL_ARMS = frozenset({"small arms", "blade"})
RAIDS = frozenset({"raids", "strikes"})
"""Plural nouns that mostly speak of aircraft where nothing else is said and no armed group does it."""

CROWDS = frozenset({EntityKind.PROTESTERS, EntityKind.RIOTERS})
LEAVING = frozenset({"withdraw", "pull_out", "pull_back", "withdrawal", "pullout", "pullback", "retreat"})
"""Words for leaving a place without a fight."""

MOB = frozenset("mob vigilante vigilantes villager villagers resident residents crowd locals townspeople".split())
"""Those who kill and beat as a crowd."""

UNMANNED = frozenset("drone drones uav uavs missile missiles rocket rockets".split())
"""What is stopped, and not fought, when it is shot down."""

GUARDED = frozenset("checkpoint base barrack camp outpost position post headquarter garrison bunker trench convoy patrol".split())
"""Things that armed men hold."""

EXECUTED = frozenset(
    """execute executed executes executing behead beheaded beheads beheading beheadings murder murdered assassinated assassinate lynched
    crucified execution executions assassination""".split()
)
"""Words for killing people who cannot fight back, whoever they are."""

MASSACRE = frozenset("massacre massacred massacres massacring slaughter slaughtered".split())
"""Words for killing many who cannot fight back, by whatever means."""

STATE_KINDS = frozenset({EntityKind.STATE_FORCES, EntityKind.STATE, EntityKind.EXTERNAL_FORCES})
NON_STATE = frozenset({EntityKind.REBEL_GROUP, EntityKind.POLITICAL_MILITIA, EntityKind.IDENTITY_MILITIA})
ARMED = STATE_KINDS | NON_STATE
FORCES = ARMED - {EntityKind.STATE}
"""Those who can be fought: a state that is attacked is mostly the owner of what is hit."""

PLAIN: dict[Deed, Kind] = {
    Deed.AIR_STRIKE: Kind.AIR_STRIKE,
    Deed.SHELLING: Kind.SHELLING,
    Deed.BLAST: Kind.REMOTE_EXPLOSIVE,
    Deed.CHEMICAL: Kind.CHEMICAL_WEAPON,
    Deed.CLASH: Kind.ARMED_CLASH,
    Deed.OFFENSIVE: Kind.ARMED_CLASH,
    Deed.KILLING: Kind.ATTACK,
    Deed.WOUNDING: Kind.ATTACK,
    Deed.TORTURE: Kind.ATTACK,
    Deed.ABDUCTION: Kind.ABDUCTION,
    Deed.ARREST: Kind.ARRESTS,
    Deed.PROTEST: Kind.PEACEFUL_PROTEST,
    Deed.RIOT: Kind.VIOLENT_DEMONSTRATION,
    Deed.DISPERSAL: Kind.PROTEST_WITH_INTERVENTION,
    Deed.MOB: Kind.MOB_VIOLENCE,
    Deed.LOOTING: Kind.LOOTING,
    Deed.RAPE: Kind.SEXUAL_VIOLENCE,
    Deed.AGREEMENT: Kind.AGREEMENT,
    Deed.CONSULT: Kind.CONSULT,
    Deed.ACCUSE: Kind.ACCUSE,
    Deed.THREAT: Kind.THREATEN,
    Deed.DEMAND: Kind.REQUEST,
    Deed.REFUSAL: Kind.REJECT,
    Deed.MOBILISE: Kind.CHANGE_TO_GROUP,
    Deed.SURRENDER: Kind.AGREEMENT,
    Deed.HANDOVER: Kind.NON_VIOLENT_TRANSFER,
    Deed.SANCTION: Kind.SANCTION,
    Deed.AID: Kind.AID,
    Deed.RETREAT: Kind.RETREAT,
    Deed.INTERCEPTION: Kind.DISRUPTED_WEAPONS_USE,
    Deed.BASE: Kind.HEADQUARTERS,
    Deed.CHANGE: Kind.CHANGE_TO_GROUP,
    Deed.CURFEW: Kind.COERCE,
    Deed.DISPLACEMENT: Kind.OTHER,
    Deed.NOTICE: Kind.CONSULT,
    Deed.FUNERAL: Kind.OTHER,
}
"""The kind of a deed where nothing else tells more."""

VAGUE = frozenset({Deed.STRIKE, Deed.KILLING, Deed.WOUNDING, Deed.BOMBING, Deed.NOTICE, Deed.DISPLACEMENT})
"""Deeds whose kind is taken from an earlier mention of the same happening, where there is one."""


def kind_of(document: Document, happening: Happening, roles: Roles) -> tuple[Kind, bool]:
    """The kind of a happening, and whether its own words leave it open."""
    words = _words(document, happening, roles) | _used(document, happening)
    families = {f for m in roles.weapon if (f := weapon_family(m.entity.name)) is not None}
    families |= {"artillery" for m in roles.weapon if {word.removesuffix("s") for word in _said([m])} & FIRED_FAR}
    families -= {"chemical"} if {"tear", "pepper"} & _said(roles.weapon) else set()
    families |= {"chemical" for m in roles.weapon if _holds_poison(document, m.head)} | ({"chemical"} if words & NERVE else set())
    deed = happening.main.deed
    if deed is Deed.DISPLACEMENT:
        return Kind.OTHER, True
    if deed in REMOTE | HARM:
        return (Kind.PROTEST_WITH_INTERVENTION, False) if deed in REMOTE and "tear" in words else _violence(deed, words, families, roles)
    if deed is Deed.CAPTURE or deed is Deed.HOLD:
        return (Kind.DISRUPTED_WEAPONS_USE if _only_arms(document, happening, roles) else _territory(document, happening, roles)), False
    if deed is Deed.DISPERSAL and _is_harsh(document, happening):
        return Kind.EXCESSIVE_FORCE, False
    return _peaceful(happening, words, roles), False


ARMS = frozenset("arm arms ammunition ammunitions weapon weapons explosive explosives munition munitions cache rifle rifles".split())


def _only_arms(document: Document, happening: Happening, roles: Roles) -> bool:
    """Whether it is weapons that were seized, with whatever lay beside them, and no ground."""
    armed = any(m.entity.kind is EntityKind.WEAPON or _said([m]) & ARMS for m in roles.target)
    taken = {h for v in happening.verbs for h in verb_frame(document, v).patients} | {m.head for m in roles.target}
    return armed and not any(is_ground(document, h) for h in taken)


FIRED_FAR = frozenset({"rocket", "missile", "mortar", "artillery"})
"""Words that make any weapon one that is fired from afar: "rocket shells"."""

HARSH = frozenset("violently brutally forcibly rubber bullets live batons excessive brutality lethal deadly".split())
"""Words by which force against protesters is more than an intervention."""


def _is_harsh(document: Document, happening: Happening) -> bool:
    return bool({document.tokens[i].lower for v in happening.verbs for i in document.subtree(v)[:25]} & HARSH)


def _peaceful(happening: Happening, words: frozenset[str], roles: Roles) -> Kind:
    """The kind of a fight between sides, a protest, or a deed of peace."""
    deed = happening.main.deed
    crowd = bool((_kinds(roles.actor) | _kinds(roles.target)) & CROWDS)
    signs = (
        (deed is Deed.PROTEST, _protest(happening, roles)),
        (deed in (Deed.CLASH, Deed.LOOTING) and crowd, Kind.VIOLENT_DEMONSTRATION),
        (deed is Deed.TORTURE and (_said(roles.actor) & MOB or EntityKind.RIOTERS in _kinds(roles.actor)), Kind.MOB_VIOLENCE),
        (happening.main.word == "shoot_down" and _said(roles.target) & UNMANNED, Kind.DISRUPTED_WEAPONS_USE),
        (deed is Deed.RETREAT and happening.main.word in LEAVING, Kind.NON_VIOLENT_TRANSFER),
        (deed is Deed.OFFENSIVE and words & AIRCRAFT, Kind.AIR_STRIKE),
    )
    return next((kind for sign, kind in signs if sign), PLAIN[deed])


NERVE = frozenset({"sarin", "chlorine", "poison", "nerve", "mustard"})
"""Words for poison that no other weapon is told by."""


def _used(document: Document, happening: Happening) -> frozenset[str]:
    """What is told to have been used in an attack: "chlorine was used in the attack", "used poison gas in attacks"."""
    above = {document.tokens[document.tokens[n].head].head for n in happening.nouns if document.tokens[n].dep == "pobj"}
    using = (v for v in above if document.tokens[v].lemma in ("use", "deploy", "employ"))
    heads = (h for v in using for h in verb_frame(document, v).patients)
    return frozenset(t.lower for h in heads for t in document.tokens[phrase(document, h)[0] : h + 1])


def _holds_poison(document: Document, head: int) -> bool:
    """Whether a weapon is told to hold poison: "rockets filled with sarin gas"."""
    behind = [c for c in document.children[head] if c > head and document.tokens[c].dep in ("acl", "relcl", "prep")]
    inside = {document.tokens[i].lower for c in behind for i in document.subtree(c)[:12]}
    return bool(inside & POISON) and "tear" not in inside


def _words(document: Document, happening: Happening, roles: Roles) -> frozenset[str]:
    """The words of the deed itself and of those who and what did it."""
    spans = [(happening.main.start, happening.main.at + 1), *(phrase(document, n) for n in happening.nouns)]
    spans += [(m.start, m.end) for m in (*roles.weapon, *roles.platform, *roles.actor)]
    spans += [phrase(document, m.head) for m in roles.weapon]
    told = {t.lower for start, end in spans for t in document.tokens[start:end]}
    bursting = [v for v in happening.verbs if document.tokens[v].lemma in ("blow", "detonate", "explode")]
    reflexive = {document.tokens[c].lower for v in bursting for c in document.children[v] if document.tokens[c].lower in SUICIDE}
    return frozenset(told | {document.tokens[h].lower for h in happening.heads} | reflexive)


def _violence(deed: Deed, words: frozenset[str], families: set[str], roles: Roles) -> tuple[Kind, bool]:
    """The kind of an act of violence, and whether it is open: the weapon tells first, then the deed, then who fights whom."""
    if words & EXECUTED:
        return (Kind.MOB_VIOLENCE if _said(roles.actor) & MOB else Kind.ATTACK), False
    told = _by_weapon(deed, words, families, roles)
    if told is not None:
        return told, False
    by_rebels = bool(_kinds(roles.actor) & NON_STATE)
    if deed is Deed.BLAST and "bombing" in words and _kinds(roles.actor) & STATE_KINDS:
        return Kind.AIR_STRIKE, True
    if deed in (Deed.SHELLING, Deed.BLAST):
        return PLAIN[deed], False
    if deed is Deed.BOMBING:
        return (Kind.REMOTE_EXPLOSIVE if by_rebels else Kind.AIR_STRIKE), True
    plain = (Kind.ATTACK, True) if words & MASSACRE else _hand_to_hand(families, roles)
    return (Kind.AIR_STRIKE, True) if words & RAIDS and not by_rebels else plain


def _by_weapon(deed: Deed, words: frozenset[str], families: set[str], roles: Roles) -> Kind | None:
    """The kind that the weapon or craft tells, the most particular first; None where they tell nothing."""
    by_air = deed is Deed.AIR_STRIKE or words & AIRCRAFT or families & {"drone", "aerial bomb"}
    planted = "planted bomb" in families or any(m.entity.name.lower().endswith(("bomb", "bombs", "explosive")) for m in roles.weapon)
    signs = (
        (deed is Deed.CHEMICAL or "chemical" in families, Kind.CHEMICAL_WEAPON),
        (words & SUICIDE, Kind.SUICIDE_BOMB),
        ("grenade" in families, Kind.GRENADE),
        (by_air or any("air-force" in (m.entity.id or "") for m in roles.actor), Kind.AIR_STRIKE),
        (families & {"missile", "artillery"} or words & SHIPS, Kind.SHELLING),
        (planted and deed not in (Deed.SHELLING, Deed.BLAST), Kind.AIR_STRIKE if deed is Deed.BOMBING else Kind.REMOTE_EXPLOSIVE),
    )
    return next((kind for sign, kind in signs if sign), None)


def _hand_to_hand(families: set[str], roles: Roles) -> tuple[Kind, bool]:
    """Violence whose weapon is not told or is a gun or knife: a clash where both sides are armed, else an attack."""
    actors, targets = _kinds(roles.actor), _kinds(roles.target)
    open_ = not families & SMALL_ARMS
    if _said(roles.actor) & MOB or (targets & CROWDS and EntityKind.RIOTERS in actors):
        return Kind.MOB_VIOLENCE, False
    if targets & CROWDS and not actors & NON_STATE:
        return Kind.EXCESSIVE_FORCE, False
    if actors & CROWDS:
        return Kind.VIOLENT_DEMONSTRATION, False
    if actors & NON_STATE and {word.removesuffix("s") for word in _said(roles.target)} & GUARDED:
        return Kind.ARMED_CLASH, open_
    if targets & FORCES and not targets & {EntityKind.CIVILIANS} and (actors & ARMED or not actors):
        return Kind.ARMED_CLASH, open_
    return Kind.ATTACK, open_


def _said(mentions: Iterable[EntityMention]) -> frozenset[str]:
    return frozenset(word for m in mentions for word in m.entity.name.lower().split())


def _kinds(mentions: Iterable[EntityMention]) -> frozenset[EntityKind]:
    return frozenset(m.entity.kind for m in mentions)


def _territory(document: Document, happening: Happening, roles: Roles) -> Kind:
    """Who takes the place decides; where nobody is named, the word does ("fell", "was liberated")."""
    if _only_people(happening, roles):
        return Kind.ARRESTS if _kinds(roles.actor) & STATE_KINDS else Kind.ABDUCTION
    for mention in roles.actor:
        if mention.entity.kind in STATE_KINDS or (mention.entity.id or "").startswith("state:"):
            return Kind.GOVERNMENT_REGAINS_TERRITORY
        if mention.entity.kind in NON_STATE | {EntityKind.ORGANISATION, EntityKind.UNKNOWN}:
            return Kind.NON_STATE_ACTOR_OVERTAKES_TERRITORY
    if _kinds(roles.target) & NON_STATE or document.tokens[happening.main.at].lemma in (
        "liberate",
        "retake",
        "reclaim",
        "liberation",
        "clear",
    ):
        return Kind.GOVERNMENT_REGAINS_TERRITORY
    return Kind.NON_STATE_ACTOR_OVERTAKES_TERRITORY


def _only_people(happening: Happening, roles: Roles) -> bool:
    """Whether it is people that were captured."""
    taken: Sequence[Entity] = [m.entity for m in roles.target]
    people = (EntityKind.PERSON, EntityKind.CIVILIANS, EntityKind.STATE_FORCES, EntityKind.REBEL_GROUP)
    return happening.main.word in ("capture", "seize") and bool(taken) and all(e.kind in people for e in taken)


def _protest(happening: Happening, roles: Roles) -> Kind:
    if Deed.KILLING in happening.deeds or Deed.WOUNDING in happening.deeds:
        return Kind.EXCESSIVE_FORCE
    return (
        Kind.VIOLENT_DEMONSTRATION
        if Deed.RIOT in happening.deeds or any(m.entity.kind is EntityKind.RIOTERS for m in roles.actor)
        else Kind.PEACEFUL_PROTEST
    )
