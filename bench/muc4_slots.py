"""The slots of sides and targets of `bench.muc4`, filled from claims."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bench.reading import Read
from reportedly.model import Claim, Count, Entity, EntityKind, Field, Kind, Modality, Stance, Stated, VictimClass, VoiceKind, weapon_family

THINGS = frozenset({EntityKind.OBJECT, EntityKind.PLATFORM, EntityKind.WEAPON})
PEOPLE = frozenset(
    {
        EntityKind.PERSON,
        EntityKind.CIVILIANS,
        EntityKind.PROTESTERS,
        EntityKind.RIOTERS,
        EntityKind.STATE_FORCES,
        EntityKind.REBEL_GROUP,
        EntityKind.POLITICAL_MILITIA,
        EntityKind.IDENTITY_MILITIA,
    }
)
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

OUTCOMES = {
    "destroyed": "DESTROYED",
    "demolished": "DESTROYED",
    "flattened": "DESTROYED",
    "levelled": "DESTROYED",
    "damaged": "SOME DAMAGE",
}


@dataclass(frozen=True, slots=True)
class Side:
    """Someone who acts, in the report's words; `body` is true for a named group or body."""

    words: str
    kind: EntityKind
    id: str | None
    body: bool


@dataclass(frozen=True, slots=True)
class Target:
    """Someone or something harmed, in the report's words."""

    words: str
    human: bool = True
    named: bool = False
    sort: str | None = None
    number: str | None = None
    effect: str | None = None


def instrument(name: str) -> str | None:
    """The task's code for a weapon."""
    told = name.upper().replace("-", " ")
    if "CAR BOMB" in told or "TRUCK BOMB" in told:
        return "VEHICLE BOMB"
    code = next((code for code in INSTRUMENTS if code in told), None)
    return code or FAMILIES.get(weapon_family(name) or "")


def words_of(read: Read, value: Stated, entity: Entity) -> str:
    """The report's words for an entity where the field names it alone and by a noun, else its name."""
    alone = isinstance(value.value, tuple) and len(value.value) == 1
    pronoun = any(t.pos == "PRON" and (t.start, t.end) == (value.span.start, value.span.end) for t in read.document.tokens)
    known = entity.id is not None and entity.kind is not EntityKind.PERSON
    text = value.text if alone and not pronoun and known else entity.name
    return " ".join(text.split()).upper()


def of_field(some: Sequence[Claim], field: Field) -> Iterator[tuple[Claim, Stated, Entity]]:
    """Every entity that claims state for a field."""
    for claim in some:
        value = claim.get(field)
        for entity in value.value if value is not None and isinstance(value.value, tuple) else ():
            if value is not None and isinstance(entity, Entity):
                yield claim, value, entity


def sides(read: Read, told: Sequence[Claim]) -> list[Side]:
    """Who acts, each once."""
    found: dict[str, Side] = {}
    for _, value, entity in of_field(told, Field.ACTOR):
        body = entity.id is not None and entity.kind is not EntityKind.PERSON
        if entity.kind not in THINGS:
            found.setdefault(entity.id or entity.name.lower(), Side(words_of(read, value, entity), entity.kind, entity.id, body))
    return list(found.values())


def certainty(told: Sequence[Claim], side: Side) -> str | None:
    """How surely the claims lay it on an organisation: by itself, as a fact, by authorities, by others, or as possible."""
    levels = {level(claim, side) for claim, _, entity in of_field(told, Field.ACTOR) if entity.id == side.id}
    return next((each for each in LEVELS if each in levels), None)


LEVELS = ("CLAIMED OR ADMITTED", "REPORTED AS FACT", "SUSPECTED OR ACCUSED BY AUTHORITIES", "SUSPECTED OR ACCUSED", "POSSIBLE")
AUTHORITIES = frozenset({VoiceKind.OFFICIAL, VoiceKind.PARTY})


def level(claim: Claim, side: Side) -> str | None:
    """How surely one claim lays it on an organisation."""
    speaker = claim.chain[0].voice if claim.chain else None
    if claim.stance is Stance.DENIES:
        return None
    if claim.stance is Stance.DOUBTS or claim.modality is Modality.HYPOTHETICAL:
        return "POSSIBLE"
    if speaker is None:
        laid = claim.refers_to is not None and {v.field for v in claim.values} == {Field.ACTOR}
        return "SUSPECTED OR ACCUSED" if laid else "REPORTED AS FACT"
    if side.id in (speaker.id, speaker.of):
        return "CLAIMED OR ADMITTED"
    return "SUSPECTED OR ACCUSED BY AUTHORITIES" if speaker.kind in AUTHORITIES else "SUSPECTED OR ACCUSED"


def targets(read: Read, told: Sequence[Claim]) -> list[Target]:
    """People and things harmed, each once; of what is told more than once, what tells most."""
    found: dict[str, Target] = {}
    for claim, value, entity in of_field(told, Field.TARGET):
        target = _target(read, claim, value, entity)
        key = entity.id or entity.name.lower()
        if target is not None and (key not in found or _tells(target) > _tells(found[key])):
            found[key] = target
    for claim in told:
        for target in _counted(claim):
            if not any(target.words in other.words or other.words in target.words for other in found.values()):
                found[target.words] = target
    return list(found.values())


def _tells(target: Target) -> int:
    return (target.number is not None) + (target.effect is not None)


def _target(read: Read, claim: Claim, value: Stated, entity: Entity) -> Target | None:
    counts = [v for f in (Field.KILLED, Field.INJURED, Field.CAPTURED) if (v := claim.get(f)) is not None]
    human = entity.kind in PEOPLE or (entity.kind is EntityKind.UNKNOWN and (bool(counts) or claim.kind is Kind.ABDUCTION))
    words = words_of(read, value, entity)
    if not human:
        outcome = claim.get(Field.OUTCOME)
        targeted = claim.get(Field.TARGETS)
        said = OUTCOMES.get(outcome.value) if outcome is not None and isinstance(outcome.value, str) else None
        known = entity.kind is EntityKind.STATE or entity.kind is EntityKind.ORGANISATION
        return None if known else Target(words, human=False, number=written(targeted) or many(read, value, entity), effect=said)
    named = entity.kind is EntityKind.PERSON and entity.id is not None
    mine = next((v for v in counts if entity.name.lower() in " ".join(v.text.split()).lower()), None)
    number = "1" if named else written(mine) or many(read, value, entity)
    return Target(words, named=named, sort=sort_of(entity, counts), number=number, effect=effect(claim))


def many(read: Read, value: Stated, entity: Entity) -> str | None:
    """One or several, by the parser's number of the last word of what is named; None where it is no noun."""
    last = entity.name.split()[-1].lower()
    inside = [t for t in read.document.tokens if value.span.start <= t.start and t.end <= value.span.end and t.lower == last]
    return next((NUMBERS[t.tag] for t in inside if t.tag in NUMBERS), None)


NUMBERS = {"NN": "1", "NNP": "1", "NNS": "PLURAL", "NNPS": "PLURAL"}
"""The task's words for the parser's two numbers."""


def sort_of(entity: Entity, counts: Sequence[Stated]) -> str | None:
    """The task's sort of person, where the product tells one: by the entity's kind, else by the class of those counted."""
    if entity.kind is EntityKind.STATE_FORCES:
        return "LAW ENFORCEMENT" if (entity.id or "").endswith("/police") else "ACTIVE MILITARY"
    classes = {v.value.of for v in counts if isinstance(v.value, Count)}
    if entity.kind is EntityKind.CIVILIANS or classes & CIVILIAN:
        return "CIVILIAN"
    return "ACTIVE MILITARY" if VictimClass.COMBATANT in classes else None


CIVILIAN = frozenset({VictimClass.CIVILIAN, VictimClass.CHILD, VictimClass.WOMAN})


def _counted(claim: Claim) -> Iterator[Target]:
    """People who are only told as a number: "two maids"."""
    for field, told in ((Field.KILLED, "DEATH"), (Field.INJURED, "INJURY")):
        value = claim.get(field)
        if value is None or not isinstance(value.value, Count) or value.value.low == 0:
            continue
        words = " ".join(value.text.split()).upper().removeprefix(value.value.wording.upper()).strip()
        if words:
            sort = "CIVILIAN" if value.value.of in CIVILIAN else None
            yield Target(words, sort=sort, number=written(value), effect=told)


def effect(claim: Claim) -> str | None:
    """What came of people in a claim."""
    killed, injured = claim.get(Field.KILLED), claim.get(Field.INJURED)
    if killed is not None and isinstance(killed.value, Count):
        return "DEATH" if killed.value.low else "NO DEATH"
    if injured is not None and isinstance(injured.value, Count):
        return "INJURY" if injured.value.low else "NO INJURY"
    return None


def written(value: Stated | None) -> str | None:
    """A number as the task writes it: "6", "5 - 7", "12 -"."""
    if value is None or not isinstance(value.value, Count):
        return None
    count = value.value
    if count.high == count.low:
        return str(count.low)
    return f"{count.low} -" if count.high is None else f"{count.low} - {count.high}"
