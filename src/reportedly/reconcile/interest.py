"""Who speaks against its own interest, and where its opponent says the same.

A side speaks against its interest in two ways, in a claim that something happened:

* it gives losses of its own fighters: a number above none, whom they belonged to, and what came of it;
* it says that its own side acted and that civilians were harmed: who did it, to whom, with what, how many, and what came of it.

That alone is worth little here: a value is marked where an opponent, another side that the event is about, asserts the same value from
another origin. Then two who want different things said agree, and one of them has no interest in it. What a monitor or a third state says
makes no mark, and neither does a denial.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from reportedly.model import (
    ARMED,
    BELLIGERENTS,
    PEOPLE_FIELDS,
    Claim,
    Count,
    EntityKind,
    Field,
    Stake,
    Stance,
    VictimClass,
    VoiceKind,
)
from reportedly.model.voice import SIDES
from reportedly.reconcile.held import Happening, Held

HARMED = (Field.KILLED, Field.INJURED)
LOSS = PEOPLE_FIELDS | {Field.TARGET, Field.OUTCOME}
"""Fields that tell a loss of one's own."""

DEED = LOSS | {Field.ACTOR, Field.WEAPON, Field.MUNITIONS}
"""Fields that tell what one's own side did to civilians."""


def side_of(claim: Claim) -> str | None:
    """The state or group for which the first speaker speaks; None for an outlet's own voice and where it is not known."""
    return claim.chain[0].voice.side if claim.chain else None


def belligerents(claim: Claim) -> dict[str, str]:
    """Who is said to act and can wage war: whom each belongs to, or its name, with the name."""
    return {each.owner or each.name.casefold(): each.name for each in claim.entities(Field.ACTOR) if each.kind in BELLIGERENTS}


def harmed(claim: Claim) -> list[Count]:
    """The numbers of killed and injured that a claim gives, zero included."""
    stated = [claim.get(field) for field in HARMED]
    return [each.value for each in stated if each is not None and isinstance(each.value, Count)]


def of_civilians(claim: Claim) -> bool:
    """Whether a claim says that those killed or injured were civilians: by their class, or because civilians were what was hit."""
    hit = any(each.kind is EntityKind.CIVILIANS for each in claim.entities(Field.TARGET))
    return any(_are_civilians(count, hit=hit) for count in harmed(claim) if count.low > 0)


def _are_civilians(count: Count, *, hit: bool) -> bool:
    return count.is_of_civilians or (hit and count.of is not VictimClass.COMBATANT)


def owns_harm(claim: Claim, actors: Mapping[str, str] | None = None) -> bool:
    """Whether a side says of itself that it acted and that civilians were harmed. `actors` are those of the claim, if none are given."""
    return side_of(claim) in (belligerents(claim) if actors is None else actors) and of_civilians(claim)


def admitted(field: Field, found: Sequence[Held], happening: Happening) -> list[tuple[Claim, ...]]:
    """For each value of a field the claims that speak against their own interest while an opponent asserts the same; () for most."""
    if field not in DEED:
        return [()] * len(found)
    parties = _parties(happening.claims)
    statements = _statements(happening.claims)
    return [_admitted(field, one, happening, parties, statements) for one in found]


Statements = Mapping[tuple[object, ...], Sequence[Claim]]
"""The claims that one voice makes with one set of words: their numbers beyond the first stand in claims of their own."""


def _statements(claims: Iterable[Claim]) -> Statements:
    found: dict[tuple[object, ...], list[Claim]] = defaultdict(list)
    for claim in claims:
        found[_statement(claim)].append(claim)
    return found


def _statement(claim: Claim) -> tuple[object, ...]:
    return claim.report, claim.trigger, tuple(saying.voice.id for saying in claim.chain)


def _parties(claims: Iterable[Claim]) -> frozenset[str]:
    """The sides that an event is about: who acts, who is hit, who speaks of its own or its enemy's losses, and armed groups that speak."""
    found: set[str | None] = set()
    for claim in claims:
        if claim.stance is not Stance.ASSERTS:
            continue
        found |= {each.owner for field in (Field.ACTOR, Field.TARGET) for each in claim.entities(field)}
        if claim.chain:
            voice = claim.chain[0].voice
            group = voice.kind is VoiceKind.PARTY and (voice.side or "").startswith("group:")
            found |= {voice.side} if group or voice.stake in (Stake.OWN_LOSSES, Stake.ENEMY_LOSSES) else set()
    return frozenset(each for each in found if each is not None)


def _admitted(field: Field, one: Held, happening: Happening, parties: frozenset[str], statements: Statements) -> tuple[Claim, ...]:
    told = [c for c in one.claims if c.chain and c.stance is Stance.ASSERTS and c.modality.is_real]
    if len(one.origins) < 2 or one.negated:
        return ()
    sides = {claim.id: _side(claim, happening) for claim in told}
    speaking = [c for c in told if sides[c.id] in parties and c.chain[0].voice.stake is not Stake.THIRD_PARTY]
    return tuple(
        claim
        for claim in told
        if _is_admission(field, claim, statements[_statement(claim)])
        and any(sides[other.id] != sides[claim.id] and _apart(claim, other, happening) for other in speaking)
    )


def _side(claim: Claim, happening: Happening) -> str | None:
    """The side of a first speaker, also where only another report tells it."""
    keys = happening.origins.may_be[claim.id]
    return keys[0] if len(keys) == 1 and keys[0].startswith(SIDES) else side_of(claim)


def _apart(one: Claim, other: Claim, happening: Happening) -> bool:
    """Whether two claims rest on different origins, whatever each may rest on."""
    return frozenset(happening.origins.may_be[one.id]).isdisjoint(happening.origins.may_be[other.id])


def _is_admission(field: Field, claim: Claim, statement: Sequence[Claim]) -> bool:
    """Whether what a claim says of a field is against its speaker's interest. `statement` are the claims made with the same words."""
    if field in LOSS and claim.chain[0].voice.stake is Stake.OWN_LOSSES and _admits(field, claim, _is_own_loss):
        return field is not Field.TARGET or any(each.owner == side_of(claim) for each in claim.entities(field))
    actors = {owner: name for each in statement for owner, name in belligerents(each).items()}
    return owns_harm(claim, actors) and _admits(field, claim, _is_civilian_harm)


def _admits(field: Field, claim: Claim, is_harm: Callable[[Claim, Field], bool]) -> bool:
    """Whether the value of a field is part of the harm that a claim admits: of a number it must be its own."""
    if field in PEOPLE_FIELDS:
        return is_harm(claim, field)
    return any(is_harm(claim, each) for each in PEOPLE_FIELDS)


def _is_own_loss(claim: Claim, field: Field) -> bool:
    """Whether a number of a claim that speaks of own losses is one of own fighters, and above none."""
    stated = claim.get(field)
    if stated is None or not isinstance(stated.value, Count) or stated.value.high == 0 or stated.value.is_of_civilians:
        return False
    forces = [each for each in claim.entities(Field.TARGET) if each.kind in ARMED]
    return stated.value.of is VictimClass.COMBATANT or any(each.owner == side_of(claim) for each in forces)


def _is_civilian_harm(claim: Claim, field: Field) -> bool:
    stated = claim.get(field)
    hit = any(each.kind is EntityKind.CIVILIANS for each in claim.entities(Field.TARGET))
    return stated is not None and isinstance(stated.value, Count) and stated.value.low > 0 and _are_civilians(stated.value, hit=hit)
