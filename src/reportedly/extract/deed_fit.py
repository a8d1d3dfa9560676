"""Whether a word that can name a deed does so where it stands: "fired a missile", not "fired the minister"."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from reportedly.extract import quiet_fit as quiet
from reportedly.extract.deed_signs import ARMED_KINDS, PEOPLE_KINDS, PLACE_LABELS, TALKING_KINDS, is_ground, is_weapon, kind_at
from reportedly.extract.deeds import Deed, noun_lemma
from reportedly.extract.entity_phrases import content_head
from reportedly.extract.frames import Frame, verb_frame
from reportedly.extract.funeral_fit import is_funeral
from reportedly.extract.noun_fit import noun_fits
from reportedly.model import Document, EntityKind

HARMLESS = frozenset("record market high low headline note ball jackpot road target deal bottom snag obstacle chord".split())
"""What is "hit" in a manner of speaking."""


def fits(document: Document, at: int, deed: Deed, word: str, *, noun: bool) -> bool:
    """Whether the word at token `at`, which the table lists under `deed` as `word`, names that deed here."""
    if deed is Deed.FUNERAL:
        return is_funeral(document, at, word)
    if noun:
        return noun_fits(document, at, word)
    verb = _VERB_TESTS.get(word, _DEED_TESTS.get(deed))
    return verb is None or verb(document, verb_frame(document, at))


def _fires(document: Document, frame: Frame) -> bool:
    if any(is_weapon(document, h) or document.tokens[h].lemma in ("shot", "round", "salvo", "gas") for h in frame.patients):
        return True
    if any(noun_lemma(document.tokens[h]) in ("drone", "uav") for h in frame.patients):
        return any(kind_at(document, h) in TALKING_KINDS for h in frame.agents) or frame.passive
    aimed = any(o.preposition in ("at", "on", "upon", "into") and o.depth == 0 for o in frame.obliques)
    if any(is_weapon(document, o.head) and o.depth == 0 for o in frame.obliques if o.preposition in ("of", "with")):
        return True
    armed = any(kind_at(document, h) in ARMED_KINDS or is_weapon(document, h) for h in frame.agents)
    return (aimed or _to_disperse(document, frame)) and armed and not frame.patients


def _to_disperse(document: Document, frame: Frame) -> bool:
    """Whether those who fire do it "to disperse the crowd"."""
    verbs = {document.tokens[h].head for h in frame.agents}
    purposes = (c for v in verbs for c in document.children[v] if document.tokens[c].dep in ("advcl", "xcomp"))
    return any(document.tokens[c].lemma in ("disperse", "scatter", "quell", "control", "stop", "contain") for c in purposes)


def _event_object(document: Document, frame: Frame) -> bool:
    """Whether the object is itself a verbal noun, so that the verb only carries it: the noun decides."""
    return any(noun_lemma(document.tokens[h]) in CARRIED for h in frame.patients)


CARRIED = frozenset("strike attack offensive assault raid airstrike operation campaign barrage".split())


def _fires_or_carries(document: Document, frame: Frame) -> bool:
    return _fires(document, frame) or _event_object(document, frame)


def _strikes(document: Document, frame: Frame) -> bool:
    struck = [*frame.patients, *(o.head for o in frame.obliques if o.depth == 0 and o.preposition in ("on", "in", "into", "at", "near"))]
    if not struck and not frame.agents:
        return False
    if any(
        document.tokens[h].lemma in HARMLESS and not is_ground(document, h) for h in frame.patients if document.tokens[h].lemma != "target"
    ):
        return False
    return any(_bodily(document, h) for h in struck) or any(
        kind_at(document, h) in ARMED_KINDS | {EntityKind.WEAPON, EntityKind.PLATFORM} for h in frame.agents
    )


FAR = 40
"""Words around a ship that sank in which what hit it is looked for."""


def _sinks(document: Document, frame: Frame) -> bool:
    """Whether a ship was sunk, and did not go down by itself: where its sentence tells of a weapon or of what hit it."""
    if frame.passive or frame.patients or not frame.agents:
        return _strikes(document, frame)
    ship = document.tokens[frame.agents[0]]
    sentence = document.sentences[ship.sentence]
    inside = document.tokens[max(sentence.start, ship.i - FAR) : min(sentence.end, ship.i + FAR)]
    return any(token.lemma in ("hit", "strike", "attack", "fire") or is_weapon(document, token.i) for token in inside)


def _bodily(document: Document, head: int) -> bool:
    """Whether something can be hit by force: people, armed sides, things, places."""
    token = document.tokens[head]
    if token.pos == "PRON":
        return token.lower not in ("it", "this", "that", "what", "which")
    harmed = PEOPLE_KINDS | ARMED_KINDS | {EntityKind.OBJECT, EntityKind.PLATFORM, EntityKind.WEAPON}
    return is_ground(document, head) or token.lemma in ("target", "objective", "people") or kind_at(document, head) in harmed


def _lands(document: Document, frame: Frame) -> bool:
    fired = any(is_weapon(document, h) or document.tokens[h].lemma in ("round", "munition", "projectile") for h in frame.agents)
    return fired and bool(frame.obliques or frame.patients)


def _explodes(document: Document, frame: Frame) -> bool:
    named = [*frame.agents, *frame.patients]
    return any(document.tokens[h].lemma in EXPLODING or is_weapon(document, h) or document.tokens[h].lower == "himself" for h in named)


EXPLODING = frozenset("bomb bomber device explosive mine landmine shell grenade car vehicle truck rocket missile vest".split())


def _bursts(document: Document, frame: Frame) -> bool:
    """In "blew up the bridge", "a bomb blew up", "the blast tore through the market"."""
    return (
        _explodes(document, frame)
        or any(_bodily(document, h) for h in frame.patients)
        or any(noun_lemma(document.tokens[h]) in ("blast", "explosion", "bombing") for h in frame.agents)
    )


def _takes_ground(document: Document, frame: Frame) -> bool:
    objects = list(frame.patients)
    if not objects or any(noun_lemma(document.tokens[h]) == "control" for h in objects):
        objects += [o.head for o in frame.obliques if o.depth <= 1 and o.preposition in ("of", "over")]
    return any(is_ground(document, h) and kind_at(document, h) not in ARMED_KINDS for h in objects)


SETTLED = frozenset("base town city village airport airbase checkpoint stronghold district province suburb enclave".split())
"""Places that are taken in a fight; one takes a road, a position or a part without any."""


def _takes_place_of_size(document: Document, frame: Frame) -> bool:
    """Whether armed people "took the town"."""
    armed = any(kind_at(document, h) in ARMED_KINDS for h in frame.agents)
    return armed and any(noun_lemma(document.tokens[h]) in SETTLED or document.tokens[h].entity in PLACE_LABELS for h in frame.patients)


def _takes_ground_or_people(document: Document, frame: Frame) -> bool:
    return _takes_ground(document, frame) or any(kind_at(document, h) in PEOPLE_KINDS for h in frame.patients)


def _seizes(document: Document, frame: Frame) -> bool:
    return _takes_ground_or_people(document, frame) or _finds_weapon(document, frame)


def _in_streets(document: Document, frame: Frame) -> bool:
    """Whether people "take to the streets", "pour into the square"."""
    streets = any(document.tokens[o.head].lemma in ("street", "square") and o.depth == 0 for o in frame.obliques)
    return (
        streets
        and not frame.patients
        and any(
            kind_at(document, h) in PEOPLE_KINDS or document.tokens[h].pos == "NUM" or document.tokens[h].lemma in MANY
            for h in frame.agents
        )
    )


MANY = frozenset("dozen score hundred thousand ten".split())


def _drives_out(document: Document, frame: Frame) -> bool:
    return any(kind_at(document, h) in ARMED_KINDS or document.tokens[h].lower == "them" for h in frame.patients)


def _falls(document: Document, frame: Frame) -> bool:
    subject = any(is_ground(document, h) for h in frame.agents)
    return subject and any(o.preposition in ("to", "into", "under") and o.depth == 0 for o in frame.obliques)


def _holds(document: Document, frame: Frame) -> bool:
    armed = any(kind_at(document, h) in ARMED_KINDS | {EntityKind.STATE} for h in frame.agents)
    return armed and any(is_ground(document, h) for h in frame.patients)


def _fights(document: Document, frame: Frame) -> bool:
    sides = [*frame.agents, *frame.patients, *(o.head for o in frame.obliques if o.depth == 0)]
    return any(kind_at(document, h) in ARMED_KINDS | {EntityKind.PROTESTERS, EntityKind.RIOTERS} for h in sides)


def _patients_are(document: Document, frame: Frame, *, kinds: frozenset[EntityKind]) -> bool:
    return any(kind_at(document, h) in kinds for h in frame.patients)


def _people_suffer(document: Document, frame: Frame) -> bool:
    return any(kind_at(document, h) in PEOPLE_KINDS or document.tokens[h].pos in ("NUM", "PRON") for h in frame.patients)


def _someone_suffers(document: Document, frame: Frame) -> bool:
    """Whether the object of a verb that only people can suffer is no thing."""
    things = (EntityKind.OBJECT, EntityKind.WEAPON, EntityKind.PLATFORM)
    return any(kind_at(document, h) not in things and document.tokens[h].entity not in ("DATE", "TIME", "MONEY") for h in frame.patients)


def _sentenced(document: Document, frame: Frame) -> bool:
    """Whether people are sentenced to a time in prison, or to death."""
    to = [o.head for o in frame.obliques if o.preposition in ("to", "for")] + list(frame.patients)
    terms = any(document.tokens[h].lemma in TERMS for h in to)
    return terms and any(kind_at(document, h) in PEOPLE_KINDS or document.tokens[h].pos in ("NUM", "PRON") for h in frame.patients)


def _riddles(document: Document, frame: Frame) -> bool:
    """Whether someone or something is riddled "with bullets"."""
    return any(
        o.preposition == "with" and document.tokens[o.head].lemma in ("bullet", "gunfire", "shot", "shrapnel") for o in frame.obliques
    )


TERMS = frozenset("year month day prison jail imprisonment detention death life labour labor".split())


def _dies(document: Document, frame: Frame) -> bool:
    return any(kind_at(document, h) in PEOPLE_KINDS or document.tokens[h].pos == "NUM" for h in frame.agents)


def _claims_lives(document: Document, frame: Frame) -> bool:
    """Whether a weapon or a deed "claimed 12 lives", "claims 9 civilians"."""
    doers = any(is_weapon(document, h) or noun_lemma(document.tokens[h]) in DOERS for h in frame.agents)
    lives = any(document.tokens[h].lemma in ("life", "people", "civilian", "victim", "soldier") for h in frame.patients)
    return lives or (doers and any(document.tokens[h].pos == "NUM" or kind_at(document, h) in PEOPLE_KINDS for h in frame.patients))


DOERS = frozenset("attack strike blast explosion bombing raid shelling airstrike clash fighting violence battle war bomb".split())


def _flees(document: Document, frame: Frame) -> bool:
    return any(kind_at(document, h) is EntityKind.CIVILIANS or document.tokens[h].pos == "NUM" for h in frame.agents)


def _stops_weapon(document: Document, frame: Frame) -> bool:
    stopped = (*frame.patients, *(() if frame.patients else frame.agents))
    return any(
        is_weapon(document, content_head(document, h))
        or kind_at(document, h) is EntityKind.PLATFORM
        or noun_lemma(document.tokens[h]) in CARRIED
        for h in stopped
    )


HOLDING = frozenset({"contain", "hold", "store", "hide", "house"})
"""Verbs behind a store that say what is in it."""


def _finds_weapon(document: Document, frame: Frame) -> bool:
    """Whether what is found is weapons, or a store of them."""
    stores = [
        h for h in frame.patients if document.tokens[h].lemma in ("cache", "depot", "stash", "stockpile", "workshop", "arsenal", "tunnel")
    ]
    inside = [o.head for o in frame.obliques if o.under in stores]
    inside += [o for h in stores for v in document.children[h] if document.tokens[v].lemma in HOLDING for o in document.children[v]]
    inside = [content_head(document, h) for h in inside]
    inside += [c for h in stores for c in document.children[h] if document.tokens[c].dep in ("compound", "nmod", "poss")]
    armed = (
        "arm",
        "arms",
        "ammunition",
        "ammunitions",
        "explosive",
        "explosives",
        "weapon",
        "weapons",
        "ied",
        "vbied",
        "mine",
        "rifle",
        "munition",
    )
    named = (*(content_head(document, h) for h in frame.patients), *inside)
    return any(is_weapon(document, h) or document.tokens[h].lower in armed or document.tokens[h].lemma in armed for h in named)


def _is_of_crowd(document: Document, frame: Frame) -> bool:
    """Whether force is used on protesters: the object or "against" names them or their protest, or the means is tear gas."""
    named = [*frame.patients, *(o.head for o in frame.obliques if o.preposition in ("against", "on", "at"))]
    crowd = any(kind_at(document, h) in (EntityKind.PROTESTERS, EntityKind.RIOTERS) for h in named)
    gathering = any(noun_lemma(document.tokens[h]) in ("protest", "demonstration", "rally", "crowd", "sitin", "march") for h in named)
    means = {document.tokens[i].lower for h in frame.patients for i in document.subtree(h)[:6]}
    return crowd or gathering or bool(means & {"tear", "pepper"}) or {"water", "cannon"} <= means


def _burns(document: Document, frame: Frame) -> bool:
    return any(_bodily(document, h) for h in frame.patients)


def _something_suffers(_: Document, frame: Frame) -> bool:
    return bool(frame.patients)


_DEED_TESTS: dict[Deed, Callable[[Document, Frame], bool]] = {
    Deed.FIRING: _fires_or_carries,
    Deed.STRIKE: _strikes,
    Deed.SHELLING: _strikes,
    Deed.BOMBING: _strikes,
    Deed.BLAST: _explodes,
    Deed.CLASH: _fights,
    Deed.OFFENSIVE: _strikes,
    Deed.CAPTURE: _takes_ground,
    Deed.HOLD: _holds,
    Deed.KILLING: _people_suffer,
    Deed.WOUNDING: _people_suffer,
    Deed.ABDUCTION: _someone_suffers,
    Deed.ARREST: _someone_suffers,
    Deed.PROTEST: partial(quiet.agents_are, kinds=PEOPLE_KINDS),
    Deed.LOOTING: _burns,
    Deed.RAPE: _people_suffer,
    Deed.TORTURE: _people_suffer,
    Deed.AGREEMENT: quiet.agrees,
    Deed.CONSULT: quiet.talks,
    Deed.ACCUSE: quiet.names_opponent,
    Deed.THREAT: partial(quiet.agents_are, kinds=TALKING_KINDS),
    Deed.DEMAND: partial(quiet.agents_are, kinds=TALKING_KINDS),
    Deed.REFUSAL: partial(quiet.agents_are, kinds=TALKING_KINDS),
    Deed.MOBILISE: quiet.moves_force,
    Deed.RETREAT: quiet.leaves,
    Deed.SURRENDER: quiet.leaves,
    Deed.HANDOVER: _takes_ground,
    Deed.DISPERSAL: _is_of_crowd,
    Deed.INTERCEPTION: _stops_weapon,
    Deed.BASE: quiet.builds_base,
    Deed.AID: quiet.evacuates,
    Deed.CHANGE: partial(quiet.agents_are, kinds=ARMED_KINDS),
    Deed.CURFEW: _takes_ground,
    Deed.DISPLACEMENT: _people_suffer,
    Deed.SANCTION: partial(_patients_are, kinds=TALKING_KINDS),
    Deed.MOB: _someone_suffers,
}
"""What must stand around a verb of each deed, unless the verb has a test of its own."""

_VERB_TESTS: dict[str, Callable[[Document, Frame], bool]] = {
    **dict.fromkeys("torch ransack loot plunder pillage vandalize vandalise raze burn_down set_fire".split(), _something_suffers),
    "lynch": _someone_suffers,
    "exchange_fire": partial(quiet.agents_are, kinds=TALKING_KINDS),
    "trade_fire": partial(quiet.agents_are, kinds=TALKING_KINDS),
    "land": _lands,
    "impact": _lands,
    "crash_into": _lands,
    "blow": _bursts,
    "dynamite": _bursts,
    "blow_up": _bursts,
    "rip_through": _bursts,
    "tear_through": _bursts,
    "fall": _falls,
    "sink": _sinks,
    "drive": _drives_out,
    "drive_out": _drives_out,
    "expel": _drives_out,
    "oust": _drives_out,
    "dislodge": _drives_out,
    "push_back": _drives_out,
    "capture": _takes_ground_or_people,
    "seize": _seizes,
    "take": _takes_place_of_size,
    "take_to": _in_streets,
    "pour": _in_streets,
    "gather": _in_streets,
    "claim": _claims_lives,
    "cost": _claims_lives,
    **dict.fromkeys(("be_custody", "remain_custody"), partial(quiet.agents_are, kinds=PEOPLE_KINDS)),
    "sentence": _sentenced,
    "riddle": _riddles,
    "find_dead": _people_suffer,
    "pick_up": _people_suffer,
    "apprehend": _people_suffer,
    "die": _dies,
    "perish": _dies,
    "drown": _dies,
    "flee": _flees,
    "sign": quiet.signs,
    "broker": quiet.signs,
    "ratify": quiet.signs,
    "shoot_down": _stops_weapon,
    "down": _stops_weapon,
    "free": quiet.frees,
    "find": _finds_weapon,
    "discover": _finds_weapon,
    "recover": _finds_weapon,
    "uncover": _finds_weapon,
    "unearth": _finds_weapon,
    "dismantle": _finds_weapon,
    "give_up": quiet.yields,
    "defect": quiet.leaves,
    "switch_side": quiet.leaves,
    "build": quiet.builds_base,
    "construct": quiet.builds_base,
    "erect": quiet.builds_base,
    "release": quiet.frees,
    "disappear": _dies,
    "deliver": quiet.brings_aid,
    "supply": quiet.brings_aid,
    "arrive": quiet.brings_aid,
    "distribute": quiet.brings_aid,
}
