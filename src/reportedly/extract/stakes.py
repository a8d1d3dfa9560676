"""What the first speaker of each claim has at stake in it: losses of its own side, losses of its enemy, or neither.

It is worked out from who acts and who suffers in the claim and from nothing else, and left open where these do not tell:

* *own losses*: those who suffer, or the people who are counted, are the speaker's own ("12 of its soldiers"), whoever did it;
* *enemy losses*: the speaker's side acts against fighters or belongings of another side; or fighters of another side suffer, and the
  same report tells elsewhere that the two fight;
* *third party*: a side is known, and the speaker is a monitor or an aid body with a name; or it speaks for a state that takes no part in
  anything violent in the report, and it did not happen in that state: while both sides are known, or, of a state's civil body, while it
  is known who acts and where.

What a side says of civilians is neither its own loss nor its enemy's. What has not happened has no losses.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from reportedly.extract.entity_salience import resolve
from reportedly.model import (
    ARMED,
    PEOPLE_FIELDS,
    Claim,
    Count,
    Document,
    Entity,
    EntityKind,
    Family,
    Field,
    Span,
    Stake,
    Stated,
    VictimClass,
    Voice,
    VoiceKind,
    family,
)
from reportedly.model.voice import SIDES

VIOLENT = frozenset({Family.BATTLES, Family.TERRITORY, Family.EXPLOSIONS, Family.CIVILIANS})
"""Families of kinds in which somebody loses something. Elsewhere only people who are counted are losses."""

NO_PARTY = frozenset({VoiceKind.MONITOR, VoiceKind.AID})

OURS = frozenset({"our", "ours", "my"})


@dataclass(frozen=True, slots=True)
class Parts:
    """Whose part a claim tells of: the sides that act, the sides that suffer, and whether fighters suffer whose side it does not name.

    `at` are the states in which it happens, as far as they are known.
    """

    acting: frozenset[str]
    suffering: frozenset[str]
    nameless: bool
    at: frozenset[str]

    @property
    def sides(self) -> frozenset[str]:
        """All sides that are known."""
        return self.acting | self.suffering


def with_stakes(document: Document, claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims of one report, in their order, with the stake of each first speaker where it is known."""
    told = _Told(document, claims)
    return tuple(_with_stake(claim, told) for claim in claims)


def _with_stake(claim: Claim, told: _Told) -> Claim:
    if not claim.chain or not _is_loss(claim):
        return claim
    first = claim.chain[0]
    stake = _stake(first.voice, claim, told)
    return replace(claim, chain=(replace(first, voice=replace(first.voice, stake=stake)), *claim.chain[1:]))


def _is_loss(claim: Claim) -> bool:
    counted = any(stated.field in PEOPLE_FIELDS for stated in claim.values)
    return claim.modality.is_real and (counted or family(claim.kind) in VIOLENT)


class _Told:
    """What the claims of one report tell of who acts and who suffers."""

    def __init__(self, document: Document, claims: Sequence[Claim]) -> None:
        self._document = document
        self._starts = [token.start for token in document.tokens]
        self._at: dict[Span, list[Claim]] = defaultdict(list)
        for claim in claims:
            self._at[claim.trigger].append(claim)
        self._parts = {claim.id: self._read(claim) for claim in claims}
        real = [self._parts[claim.id] for claim in claims if _is_loss(claim)]
        self.fighting = frozenset(side for parts in real for side in parts.sides)
        self._foes = {frozenset({a, b}) for parts in real for a in parts.acting for b in parts.suffering if a != b}

    def parts(self, claim: Claim) -> Parts:
        """Who acts and who suffers in a claim."""
        return self._parts[claim.id]

    def are_foes(self, side: str, others: frozenset[str]) -> bool:
        """Whether the report tells of a side that it acts against each of some others, or they against it."""
        return bool(others) and all(frozenset({side, other}) in self._foes for other in others)

    def _read(self, claim: Claim) -> Parts:
        there = [claim, *(each for each in self._at[claim.trigger] if each is not claim and each.kind is claim.kind)]
        earlier = self._at.get(claim.refers_to, []) if claim.refers_to is not None else []
        suffering, nameless = self._suffering(claim, there, earlier)
        acting = frozenset(_sides(_given((*there, *earlier), Field.ACTOR)))
        return Parts(acting, suffering, nameless, frozenset(_states((*there, *earlier))))

    def _suffering(self, claim: Claim, there: Sequence[Claim], earlier: Sequence[Claim]) -> tuple[frozenset[str], bool]:
        """The sides that suffer, and whether fighters of no known side do. Where people are counted, it is they."""
        counts = [(s, s.value) for s in claim.values if s.field in PEOPLE_FIELDS and isinstance(s.value, Count)]
        hit = [each for each in _given(there if counts else (*there, *earlier), Field.TARGET) if _is_own_loss(each)]
        if not counts:
            return _suffer(hit)
        sides: frozenset[str] = frozenset()
        nameless = False
        for stated, count in counts:
            if count.is_of_civilians:
                continue
            named = frozenset(self._owners(claim, stated))
            if not named and (count.of is VictimClass.COMBATANT or family(claim.kind) is not Family.BATTLES):
                named, unnamed = _suffer(hit)
                nameless |= unnamed or (count.of is VictimClass.COMBATANT and not named)
            sides |= named
        return sides, nameless

    def _owners(self, claim: Claim, stated: Stated) -> Iterator[str]:
        """Whose the people are whom some words count: "12 of its soldiers", "20 fighters of the front"."""
        at = bisect_left(self._starts, stated.span.start)
        for i in range(at, bisect_left(self._starts, stated.span.end)):
            token = self._document.tokens[i]
            if token.lower in OURS and claim.chain:
                yield from filter(None, [claim.chain[0].voice.side])
            elif token.tag == "PRP$" or token.pos in ("NOUN", "PROPN"):
                found = resolve(self._document, i)
                yield from _sides([found.entity] if found is not None and _is_own_loss(found.entity) else [])


def _suffer(hit: Sequence[Entity]) -> tuple[frozenset[str], bool]:
    sides = frozenset(_sides(hit))
    return sides, not sides and any(each.kind in ARMED for each in hit)


def _is_own_loss(entity: Entity) -> bool:
    """Whether what befalls it is a loss of its side: civilians are no side's."""
    return entity.kind is not EntityKind.CIVILIANS


def _given(claims: Sequence[Claim], field: Field) -> Sequence[Entity]:
    """The entities of a field by the first of some claims that gives any."""
    return next((found for claim in claims if (found := claim.entities(field))), ())


def _sides(entities: Iterable[Entity]) -> Iterator[str]:
    for each in entities:
        if each.owner is not None and (each.owner.startswith(SIDES) or each.kind is EntityKind.EXTERNAL_FORCES):
            yield each.owner


def _stake(voice: Voice, claim: Claim, told: _Told) -> Stake | None:
    parts = told.parts(claim)
    if voice.kind in NO_PARTY:
        named = not voice.id.startswith(("voice:", "unnamed:"))
        return Stake.THIRD_PARTY if named and parts.sides and voice.side not in parts.sides else None
    side = voice.side
    if side is None:
        return None
    if side in parts.suffering:
        return Stake.OWN_LOSSES
    if side in parts.acting:
        return Stake.ENEMY_LOSSES if parts.suffering or parts.nameless else None
    if told.are_foes(side, parts.suffering):
        return Stake.ENEMY_LOSSES
    return Stake.THIRD_PARTY if _stands_by(voice, side, parts, told) else None


def _stands_by(voice: Voice, side: str, parts: Parts, told: _Told) -> bool:
    """Whether a voice speaks for a state that has no part in what it tells."""
    if not side.startswith("state:") or side in told.fighting or side in parts.at or not parts.acting:
        return False
    return bool(parts.suffering or (voice.kind is VoiceKind.OFFICIAL and parts.at))


def _states(claims: Iterable[Claim]) -> Iterator[str]:
    """The states in which something happens, as the ids of sides."""
    for claim in claims:
        for each in claim.places(Field.PLACE):
            if each.country is not None:
                yield f"state:{each.country}"
