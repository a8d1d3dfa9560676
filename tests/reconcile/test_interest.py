"""Who speaks against its own interest, where its opponent says the same."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from typing import Any

import pytest
from tests.link.made import ARMY_B, CIVILIANS, CRUISE, FRONT, MINISTRY, MONITOR, NAVY_A, REED, RIVAL, WITNESSES, claim, count
from tests.reconcile.asked import R1, R2, R3, event_of, field_of

from reportedly.link.lineage import lineage
from reportedly.model import Claim, Entity, EntityKind, Field, Modality, Stake, Stance, Voice
from reportedly.model import VictimClass as Of
from reportedly.reconcile.event import event_of as made
from reportedly.reconcile.roots import roots
from reportedly.reconcile.ruling import Ruling

ARMY_A = Entity(name="Xanadian army", id="state:XA/army", kind=EntityKind.STATE_FORCES)
DEAD = count(12, of=Of.COMBATANT)


def own(voice: Voice) -> Voice:
    return dataclasses.replace(voice, stake=Stake.OWN_LOSSES)


def enemy(voice: Voice) -> Voice:
    return dataclasses.replace(voice, stake=Stake.ENEMY_LOSSES)


ADMITS = claim(R1, 10, chain=[own(MINISTRY)], target=ARMY_A, killed=DEAD, outcome="base lost", weapon=CRUISE, actor=REED)
BOASTS = claim(R2, 10, chain=[enemy(FRONT)], target=ARMY_A, killed=DEAD, outcome="base lost", weapon=CRUISE, actor=REED)


def marked(claims: Sequence[Claim]) -> dict[str, tuple[str, ...]]:
    """The claims that are marked in each field that has any."""
    event, _ = event_of(claims)
    return {view.field.value: value.against_interest for view in event.fields for value in view.values if value.against_interest}


def test_a_side_that_admits_what_its_opponent_claims_speaks_against_its_interest() -> None:
    found = marked([ADMITS, BOASTS])
    assert found == dict.fromkeys(("target", "killed", "outcome"), (ADMITS.id,))


def test_whom_it_blames_and_for_what_is_no_admission() -> None:
    assert field_of([ADMITS, BOASTS], Field.ACTOR).values[0].origins == 2
    assert {"actor", "weapon"}.isdisjoint(marked([ADMITS, BOASTS]))


def deed(report: Any, voice: Voice, **more: Any) -> Claim:  # noqa: ANN401  (a report, and values by the names of their fields)
    return claim(report, 10, chain=[voice], actor=NAVY_A, target=CIVILIANS, weapon=CRUISE, munitions=count(4), **more)


def test_who_owns_what_its_side_did_to_civilians_speaks_against_its_interest_in_all_that_tells_of_it() -> None:
    admits, blames = deed(R1, MINISTRY, killed=count(9, of=Of.CIVILIAN)), deed(R2, FRONT, killed=count(9, of=Of.CIVILIAN))
    assert marked([admits, blames]) == dict.fromkeys(("actor", "target", "weapon", "munitions", "killed"), (admits.id,))


def test_a_further_number_of_the_same_words_has_their_actor() -> None:
    admits = claim(R1, 10, chain=[MINISTRY], actor=NAVY_A, target=REED, killed=count(20, of=Of.COMBATANT))
    further = claim(R1, 10, chain=[MINISTRY], killed=count(3, of=Of.CIVILIAN))
    blames = deed(R2, FRONT, killed=count(3, of=Of.CIVILIAN))
    assert marked([admits, further, blames]) == {"killed": (further.id,)}


@pytest.mark.parametrize(
    "other",
    [
        claim(R2, 10, chain=[MONITOR], target=ARMY_A, killed=DEAD),
        claim(R2, 10, chain=[WITNESSES], target=ARMY_A, killed=DEAD),
        claim(R2, 10, target=ARMY_A, killed=DEAD),
        claim(R2, 10, chain=[dataclasses.replace(RIVAL, stake=Stake.THIRD_PARTY)], target=ARMY_A, killed=DEAD),
        claim(R2, 10, chain=[RIVAL], target=ARMY_A, killed=DEAD),
        claim(R2, 10, chain=[own(MINISTRY)], target=ARMY_A, killed=DEAD),
        claim(R2, 10, chain=[enemy(FRONT)], stance=Stance.DENIES, target=ARMY_A, killed=DEAD),
        claim(R2, 10, chain=[enemy(FRONT)], modality=Modality.PLANNED, target=ARMY_A, killed=DEAD),
        claim(R2, 10, chain=[enemy(FRONT)], target=ARMY_A, killed=count(15, of=Of.COMBATANT)),
    ],
    ids=["monitor", "witnesses", "outlet", "third state", "state without part", "its own side", "denial", "plan", "another number"],
)
def test_only_an_opponent_that_asserts_the_same_makes_a_mark(other: Claim) -> None:
    assert marked([claim(R1, 10, chain=[own(MINISTRY)], killed=DEAD), other]) == {}


@pytest.mark.parametrize("number", [count(0, of=Of.COMBATANT), count(12, of=Of.CIVILIAN), count(12)])
def test_none_and_civilians_and_people_of_whom_no_more_is_said_are_no_losses_that_one_admits(number: Any) -> None:  # noqa: ANN401
    assert marked([claim(R1, 10, chain=[own(MINISTRY)], killed=number), claim(R2, 10, chain=[enemy(FRONT)], killed=number)]) == {}


def test_a_denial_of_what_would_be_against_ones_interest_is_nothing_special() -> None:
    denial = claim(R1, 10, chain=[own(MINISTRY)], stance=Stance.DENIES, target=ARMY_A, killed=DEAD)
    third = claim(R3, 10, chain=[MONITOR], target=ARMY_A, killed=DEAD)
    assert marked([denial, BOASTS, third]) == {}


def test_what_a_reviewer_says_to_be_of_one_origin_is_no_agreement() -> None:
    claims, reports = [ADMITS, BOASTS], {r.id: r for r in (R1, R2)}
    known = roots([R1, R2], claims, lineage([R1, R2], claims))
    ruled, _ = made(claims, reports, known, Ruling(rested=(((ADMITS.id, BOASTS.id), False),)))
    assert not any(value.against_interest for view in ruled.fields for value in view.values)


def test_the_enemy_of_whom_no_stake_is_known_is_an_opponent_where_the_event_is_about_it() -> None:
    says = claim(R2, 10, chain=[RIVAL], actor=ARMY_B, killed=DEAD)
    assert marked([claim(R1, 10, chain=[own(MINISTRY)], killed=DEAD), says])["killed"] == (
        claim(R1, 10, chain=[own(MINISTRY)], killed=DEAD).id,
    )
