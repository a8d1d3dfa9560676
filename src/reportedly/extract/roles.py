"""Who does it, to whom or what, with what and from what: entities in their roles in a happening."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from reportedly.extract.countries import CountryForm
from reportedly.extract.deed_fit import ARMED_KINDS, TALKING_KINDS, is_ground, is_weapon
from reportedly.extract.deeds import HARM, REMOTE, Deed, noun_lemma
from reportedly.extract.entity_bodies import by_part
from reportedly.extract.entity_mentions import belongs_to, entities_at
from reportedly.extract.entity_phrases import bare, of_phrase, phrase
from reportedly.extract.entity_reading import reading
from reportedly.extract.entity_salience import last_state, resolve
from reportedly.extract.entity_tables import words
from reportedly.extract.frames import Frame, noun_frame, verb_frame
from reportedly.extract.happenings import Happening
from reportedly.extract.mentions import EntityMention
from reportedly.model import Document, Entity, EntityKind

AIMED = frozenset({"against", "on", "at", "toward", "towards", "upon", "into", "over", "onto", "to"})
"""Prepositions before what a deed is aimed at."""

MEANS = frozenset({"with", "using", "by", "of", "via", "through"})
BASED = frozenset({"from", "aboard", "by", "off"})
SUFFERING = frozenset({"die", "perish", "drown", "flee", "disappear", "fall", "surrender"})
"""Verbs whose subject suffers."""

UNDERGOING = frozenset({"see", "witness", "suffer", "face", "experience"})
"""Verbs whose subject is where, or to whom, their object happens."""

UNITS = frozenset("unit member brigade battalion troop convoy column division wing plane jet fighter gunman commander element part supporter soldier".split())
"""Parts of a force: what they do, the force does."""

NOBODY = frozenset("people person other dead body casualty victim death injury one number man dozen score".split())
"""Nouns that say nothing of who was harmed."""

OF_TARGET = frozenset({Deed.AIR_STRIKE, Deed.BOMBING, Deed.SHELLING, Deed.CAPTURE, Deed.KILLING, Deed.ABDUCTION, Deed.ARREST, Deed.STRIKE, Deed.RAPE, Deed.CURFEW})
"""Deeds of which "the <noun> of X" makes X the target."""

VAGUE_TARGETS = frozenset({"target", "object", "objective", "position", "site", "area", "location", "part", "place"})
"""Nouns that say less than whose they are."""

WEAPON_WORDS = frozenset(
    """cruise ballistic guided heavy chemical toxic poison nerve anti-tank long-range improvised explosive explosives roadside hypersonic
    barrel cluster incendiary thermobaric car truck suicide vehicle artillery mortar rocket missile bomb grenade drone shell gas surface
    kamikaze attack loitering phosphorus vacuum bunker-buster""".split()
)
"""Words that make up the name of a weapon, before its head."""


@dataclass(slots=True)
class Roles:
    """The entities of a happening by role, while they are gathered."""

    actor: list[EntityMention] = field(default_factory=list)
    target: list[EntityMention] = field(default_factory=list)
    weapon: list[EntityMention] = field(default_factory=list)
    platform: list[EntityMention] = field(default_factory=list)
    notified: list[EntityMention] = field(default_factory=list)


def roles(document: Document, happening: Happening, places: frozenset[int]) -> Roles:
    """The roles of a happening. `places` are the tokens of place names, which are no actors or targets."""
    found = Roles()
    heads = frozenset(happening.heads)
    for verb in happening.verbs:
        frame = verb_frame(document, verb)
        if verb == happening.told_of:
            found.notified += _notified(document, frame)
            continue
        _of_verb(document, happening, verb, frame, heads, places, found)
    for noun in happening.nouns:
        _of_noun(document, happening, noun, heads, places, found)
    return Roles(*(_distinct(each) for each in (found.actor, found.target, found.weapon, found.platform, found.notified)))


def _distinct(mentions: Sequence[EntityMention]) -> list[EntityMention]:
    """Each entity once, in text order; nameless descriptions of one named beside them are kept."""
    seen: dict[str, EntityMention] = {}
    for mention in sorted(mentions, key=lambda m: (m.start, -m.end)):
        seen.setdefault(mention.entity.id or mention.entity.name.casefold(), mention)
    return list(seen.values())


def _of_verb(document: Document, happening: Happening, verb: int, frame: Frame, heads: frozenset[int], places: frozenset[int], into: Roles) -> None:
    agents, patients = list(frame.agents), list(frame.patients)
    lemma = document.tokens[verb].lemma
    if lemma in SUFFERING and not frame.passive:
        agents, patients = [o.head for o in frame.obliques if o.preposition == "to" and lemma == "fall"], agents
    if lemma in UNDERGOING and not frame.passive:
        agents, patients = [], agents
    if lemma == "lose" and Deed.CAPTURE in happening.deeds:
        agents, patients = [o.head for o in frame.obliques if o.preposition == "to" and o.depth == 0], agents
    for head in agents:
        if head not in heads:
            _agent(document, head, places, into)
    for head in patients:
        if head not in heads:
            _patient(document, happening, head, places, into)
    _obliques(document, happening, frame, heads, places, into)


def _of_noun(document: Document, happening: Happening, noun: int, heads: frozenset[int], places: frozenset[int], into: Roles) -> None:
    frame = noun_frame(document, noun)
    for head in frame.agents:
        if is_weapon(document, head):
            into.weapon += [weapon_at(document, head)]
        else:
            _agent(document, head, places, into)
    owner = belongs_to(document, noun) or _side_before(document, noun)
    if owner is not None and owner.entity.kind not in (EntityKind.OBJECT, EntityKind.WEAPON, EntityKind.UNKNOWN) and not _is_capital(document, owner):
        after = owner.start > noun
        suffers = after and happening.main.deed in OF_TARGET
        (into.target if suffers else into.actor).append(owner)
    if happening.main.deed in OF_TARGET:
        inside = of_phrase(document, noun)
        if inside is not None and inside not in heads and not is_weapon(document, inside):
            _patient(document, happening, inside, places, into)
    into.weapon += _weapon_before(document, noun)
    into.target += _as_targets_of(document, noun)
    _obliques(document, happening, frame, heads, places, into)


def _side_before(document: Document, noun: int) -> EntityMention | None:
    """The side that stands before a verbal noun without a name of its own: "regime shelling", "US-led strikes", "coalition raids"."""
    tokens = document.tokens
    start, _ = phrase(document, noun)
    for i in range(noun - 1, start - 1, -1):
        token = tokens[i]
        lemma = noun_lemma(token)
        if lemma in ("led", "backed") and i - start >= 2 and (name := reading(document).names.get(i - 2)) is not None:
            whole = Entity(name=document.words(i - 2, i + 1) + " coalition", id=None, kind=EntityKind.EXTERNAL_FORCES)
            known = _last_alliance(document, noun)
            return EntityMention(start=i - 2, end=i + 1, head=i, entity=known or whole) if name.known.sort == "country" and lemma == "led" else None
        if lemma in SIDE_WORDS and token.pos in ("NOUN", "PROPN", "ADJ"):
            return _side(document, i, lemma)
    return None


SIDE_WORDS = frozenset("coalition alliance regime government army military rebel militant insurgent jihadist opposition separatist militia police".split())


def _side(document: Document, i: int, lemma: str) -> EntityMention:
    """A side named by a common noun: the one that the report speaks of, else the words."""
    found: Entity | None = None
    if lemma in ("coalition", "alliance"):
        found = _last_alliance(document, i)
    elif lemma in ("regime", "government", "army", "military", "police"):
        state = last_state(document, i)
        part = by_part().get("government" if lemma == "regime" else lemma)
        found = part.of(str(state.id)[6:8]) if state is not None and part is not None else None
    kind = EntityKind.EXTERNAL_FORCES if lemma in ("coalition", "alliance") else EntityKind.REBEL_GROUP
    if lemma in ("regime", "government", "army", "military", "police"):
        kind = EntityKind.STATE_FORCES
    return EntityMention(start=i, end=i + 1, head=i, entity=found or Entity(name=document.tokens[i].text, id=None, kind=kind))


def _last_alliance(document: Document, before: int) -> Entity | None:
    """The alliance that a report names, the first one wherever it stands: headlines shorten its name."""
    names = reading(document).names
    return next((m.known.entity for _, m in sorted(names.items()) if m.known.entity.kind is EntityKind.EXTERNAL_FORCES), None)


def _is_capital(document: Document, owner: EntityMention) -> bool:
    """Whether a state is named by its capital: before a verbal noun that is the place ("the Nairobi attack")."""
    name = reading(document).names.get(owner.head)
    return name is not None and name.known.form in (CountryForm.CAPITAL, CountryForm.SEAT)


def _agent(document: Document, head: int, places: frozenset[int], into: Roles) -> None:
    """An agent acts, unless it is a weapon or craft: then whose it is acts."""
    if is_weapon(document, head):
        into.weapon.append(weapon_at(document, head))
        into.actor += _owner(document, head)
        return
    for mention in _entities(document, head):
        lemma = noun_lemma(document.tokens[mention.head])
        if mention.entity.kind is EntityKind.PLATFORM or lemma in words("platform"):
            into.platform += _platforms(document, mention)
            into.actor += [mention] if mention.entity.kind is not EntityKind.PLATFORM else _owner(document, mention.head)
        elif lemma in UNITS and mention.entity.id is None and (owner := _owner(document, mention.head)):
            into.actor += owner
        elif _acts(document, mention, places):
            into.actor.append(mention)


def _acts(document: Document, mention: EntityMention, places: frozenset[int]) -> bool:
    token = document.tokens[mention.head]
    if mention.entity.kind is EntityKind.OBJECT or (mention.head in places and mention.entity.kind is EntityKind.UNKNOWN):
        return False
    if mention.entity.kind is not EntityKind.UNKNOWN or mention.entity.id is not None:
        return True
    return token.pos == "PROPN" and token.entity in ("ORG", "NORP", "PERSON")


def _patient(document: Document, happening: Happening, head: int, places: frozenset[int], into: Roles) -> None:
    """What is acted upon: the weapon of a shot, else a target, with whose it is before it."""
    fired = happening.main.deed is Deed.FIRING and noun_lemma(document.tokens[head]) in ("drone", "uav")
    if (fired or is_weapon(document, head)) and happening.main.deed in (Deed.FIRING, Deed.SHELLING, Deed.BLAST, Deed.AIR_STRIKE, Deed.STRIKE):
        armoury = happening.main.deed is Deed.STRIKE and Deed.FIRING not in happening.deeds
        if not armoury:
            into.weapon.append(weapon_at(document, head))
            into.actor += _owner(document, head)
            return
    if document.tokens[head].pos == "NUM" or document.tokens[head].lower in ("himself", "herself", "itself", "themselves"):
        return
    into.target += _targets(document, happening, head, places)


def _targets(document: Document, happening: Happening, head: int, places: frozenset[int]) -> Iterator[EntityMention]:
    if document.tokens[head].pos == "PRON" and happening.main.deed in REMOTE | HARM | {Deed.CAPTURE} and document.tokens[head].lower in ("it", "them", "this", "that"):
        mention = resolve(document, head)
        own = {m.entity.id for v in happening.verbs for h in verb_frame(document, v).agents if (m := resolve(document, h)) is not None}
        if mention is not None and mention.entity.kind in ARMED_KINDS and happening.main.deed not in HARM and mention.entity.id not in own:
            yield mention
        return
    for mention in _entities(document, head):
        if happening.deeds & (HARM | REMOTE) and mention.entity.id is None and noun_lemma(document.tokens[mention.head]) in NOBODY:
            continue
        if mention.head in places and mention.entity.kind in (EntityKind.UNKNOWN, EntityKind.STATE) and happening.main.deed not in TALK:
            continue
        token = document.tokens[mention.head]
        if mention.entity.id is None:
            owner = belongs_to(document, mention.head)
            if owner is not None and owner.entity.kind in TALKING_KINDS and mention.entity.kind is not EntityKind.CIVILIANS:
                yield owner
            if token.lemma in VAGUE_TARGETS and (owner is not None or not _told_apart(document, mention)):
                continue
            if is_ground(document, mention.head) and mention.head not in places and happening.main.deed in (Deed.CAPTURE, Deed.HOLD):
                continue
            yield _described(document, mention)
        else:
            yield mention


TALK = frozenset({Deed.ACCUSE, Deed.CONSULT, Deed.AGREEMENT, Deed.DEMAND, Deed.THREAT, Deed.REFUSAL, Deed.SANCTION})


def _told_apart(document: Document, mention: EntityMention) -> bool:
    """Whether a vague noun is described ("targets that are not X", "military targets")."""
    tokens = document.tokens
    before = any(tokens[i].dep in ("amod", "compound", "nmod") and tokens[i].lemma not in ("other", "remain", "key", "remaining") for i in range(mention.start, mention.head))
    return before or any(tokens[c].dep == "relcl" and _denies(document, c) for c in document.children[mention.head])


def _denies(document: Document, clause: int) -> bool:
    return any(document.tokens[c].dep == "neg" for c in document.children[clause])


def _described(document: Document, mention: EntityMention) -> EntityMention:
    """A target in the report's words, with a leading "all", a negated relative clause and what it is "of"."""
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


def _entities(document: Document, head: int) -> tuple[EntityMention, ...]:
    """The entities at one head: a pronoun's antecedent, the members of a shared phrase, or the entity itself."""
    resolved = resolve(document, head)
    if document.tokens[head].pos == "PRON" or (resolved is not None and resolved.entity.id is not None):
        shared = tuple(m for m in entities_at(document, head) if m.entity.id is not None) if resolved is not None and document.tokens[head].pos != "PRON" else ()
        return shared if len(shared) > 1 else ((resolved,) if resolved is not None else ())
    return tuple(m for m in entities_at(document, head) if m.head == head or m.entity.id is not None) or ((resolved,) if resolved else ())


def _owner(document: Document, head: int) -> list[EntityMention]:
    owner = belongs_to(document, head)
    if owner is None:
        below = next((c for c in document.children[head] if document.tokens[c].dep == "poss"), None)
        owner = resolve(document, below) if below is not None else None
    return [owner] if owner is not None and owner.entity.kind in TALKING_KINDS else []


def _obliques(document: Document, happening: Happening, frame: Frame, heads: frozenset[int], places: frozenset[int], into: Roles) -> None:
    for each in frame.obliques:
        if each.head in heads:
            continue
        last = each.preposition.split()[-1]
        if is_weapon(document, each.head) and last in MEANS:
            into.weapon.append(weapon_at(document, each.head))
        elif last in BASED | {"with", "using"} and each.depth <= 1 and _is_craft(document, each.head):
            _craft(document, each.head, into)
        elif last in AIMED and each.depth <= 1 and _is_aimed(document, happening, each.head, last, places):
            into.target += _targets(document, happening, each.head, places)
        elif last == "from" and each.depth == 0 and each.under in happening.nouns:
            into.actor += [m for m in _entities(document, each.head) if m.entity.kind in TALKING_KINDS and m.entity.id is not None]
        elif last in ("with", "between", "among") and happening.main.deed in (Deed.CLASH, Deed.CONSULT, Deed.AGREEMENT):
            _opponent(document, each.head, into)


def _opponent(document: Document, head: int, into: Roles) -> None:
    """The other side: of two joined by "between", the second."""
    sides = [m for m in entities_at(document, head) if m.entity.kind in TALKING_KINDS]
    if not into.actor and len(sides) > 1:
        into.actor.append(sides[0])
        sides = sides[1:]
    into.target += [m for m in sides if m.entity.id is None or m.entity.id not in {a.entity.id for a in into.actor}]


def _is_aimed(document: Document, happening: Happening, head: int, preposition: str, places: frozenset[int]) -> bool:
    deed = happening.main.deed
    if deed not in REMOTE | HARM | {Deed.CLASH, Deed.OFFENSIVE, Deed.ABDUCTION, Deed.RAPE, Deed.ACCUSE, Deed.THREAT, Deed.PROTEST}:
        return False
    if document.tokens[head].entity in ("DATE", "TIME") or head in places or document.tokens[head].pos == "NUM":
        return False
    if preposition in ("to", "into", "over", "on", "at") and deed in HARM | {Deed.CLASH, Deed.PROTEST, Deed.ACCUSE}:
        return False
    return document.tokens[head].lemma not in ("front", "ground", "way", "side", "time", "night", "day", "sea", "part", "road", "highway", "scene", "least", "dawn", "noon")


def _is_craft(document: Document, head: int) -> bool:
    return noun_lemma(document.tokens[head]) in words("platform")


def _craft(document: Document, head: int, into: Roles) -> None:
    for mention in entities_at(document, head):
        into.platform += _platforms(document, mention)
        if mention.entity.kind is not EntityKind.PLATFORM and mention.entity.id is not None:
            into.actor.append(mention)
    into.actor += _owner(document, head)


def _platforms(document: Document, mention: EntityMention) -> list[EntityMention]:
    """A craft under its own name where one stands beside it: "the frigate (Amber Star)", else in its own words."""
    tokens = document.tokens
    called = next((c for c in document.children[mention.head] if tokens[c].dep == "appos" and tokens[c].pos == "PROPN"), None)
    first, end = bare(document, *phrase(document, mention.head))
    name = [t.text for t in tokens[first:end] if t.pos not in ("PUNCT",)]
    owned = next((i for i in range(first, end) if tokens[i].tag == "POS"), None)
    if owned is not None:
        name = [t.text for t in tokens[owned + 1 : end]]
    if called is not None:
        start, stop = phrase(document, called)
        name = [t.text for t in tokens[start:stop]] + [tokens[mention.head].text]
        end = max(end, stop)
    named = Entity(name=" ".join(name), id=None, kind=EntityKind.PLATFORM)
    return [EntityMention(start=first, end=end, head=mention.head, entity=named)]


def weapon_at(document: Document, head: int) -> EntityMention:
    """The weapon at a head word, named by the words that say which it is: no number, owner or quality."""
    tokens = document.tokens
    start = head
    for i in range(head - 1, max(-1, head - 5), -1):
        token = tokens[i]
        if token.sentence != tokens[head].sentence or (token.tag == "HYPH" and i - 1 >= 0):
            if token.tag == "HYPH":
                continue
            break
        brand = token.pos == "PROPN" and token.entity not in ("GPE", "NORP", "ORG", "LOC")
        if not (brand or token.lower in WEAPON_WORDS or token.dep == "compound"):
            break
        if token.entity in ("GPE", "NORP", "CARDINAL", "DATE") or resolve(document, i) is None and not brand and token.lower not in WEAPON_WORDS:
            break
        start = i
    name = " ".join(document.words(start, head + 1).split())
    return EntityMention(start=start, end=head + 1, head=head, entity=Entity(name=name, id=None, kind=EntityKind.WEAPON))


def _weapon_before(document: Document, noun: int) -> Iterator[EntityMention]:
    """The weapon that stands before a verbal noun: "missile strikes", "chemical gas attack", or is part of it: "car bomb"."""
    tokens = document.tokens
    if tokens[noun].lemma in words("weapon"):
        yield weapon_at(document, noun)
        return
    start, _ = phrase(document, noun)
    last = next((i for i in range(noun - 1, start - 1, -1) if tokens[i].lemma in words("weapon") | {"chemical", "drone", "bomb"}), None)
    if last is not None and tokens[last].lower not in ("bombing",):
        yield weapon_at(document, last)


def _as_targets_of(document: Document, noun: int) -> Iterator[EntityMention]:
    """The subject of "X were the targets of the strikes"."""
    tokens = document.tokens
    of = tokens[tokens[noun].head]
    head = tokens[of.head]
    if of.lower != "of" or head.lemma != "target" or head.dep != "attr":
        return
    for child in document.children[head.head]:
        if tokens[child].dep == "nsubj":
            yield from (_described(document, m) if m.entity.id is None else m for m in entities_at(document, child))


def _notified(document: Document, frame: Frame) -> list[EntityMention]:
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
