"""How well civilian harm is reported, by the grades of Airwars."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from tests.link.made import ARMY_B, CIVILIANS, FRONT, MINISTRY, MONITOR, NAVY_A, QAMAR, REED, RIVAL, SOURCES, claim, count
from tests.reconcile.asked import ALL, LATER, R1, R2, R3

from reportedly.link.lineage import lineage
from reportedly.model import Claim, Event, Field, Modality, Report, Stance, VictimClass, Voice
from reportedly.reconcile.event import event_of
from reportedly.reconcile.grade import Grade, Graded, graded
from reportedly.reconcile.origins import origins
from reportedly.reconcile.roots import roots
from reportedly.reconcile.ruling import Ruling


def grade(*claims: Claim, accepted: Sequence[tuple[str, Field]] = ()) -> Graded | None:
    reports = {each.id: each for each in ALL}
    known = roots(ALL, claims, lineage(ALL, claims))
    ordered = sorted(claims, key=lambda each: each.place)
    event, disputes = event_of(ordered, reports, known, Ruling(accepted=frozenset(accepted)))
    assert isinstance(event, Event)
    return graded(event, ordered, disputes, origins(ordered, reports, known))


def said(told: Report, voice: Voice, of: VictimClass | None = VictimClass.CIVILIAN, low: int = 3, **more: object) -> Claim:
    return claim(told, 10, chain=[voice], killed=count(low, of=of), **more)  # type: ignore[arg-type]  # values of fields


def only(found: Graded | None) -> tuple[Grade, str]:
    assert found is not None
    assert found.claims
    return found.grade, found.why


@pytest.mark.parametrize(
    "claims",
    [
        [claim(R1, 10, chain=[MONITOR], place=QAMAR)],
        [said(R1, MONITOR, low=0)],
        [said(R1, MONITOR, stance=Stance.DENIES)],
        [said(R1, MINISTRY, modality=Modality.THREATENED)],
    ],
    ids=["no number", "nobody harmed", "only denied", "only threatened"],
)
def test_without_harm_that_somebody_reports_there_is_no_grade(claims: list[Claim]) -> None:
    assert grade(*claims) is None


def test_who_says_that_its_own_side_harmed_civilians_confirms_it() -> None:
    found = only(grade(said(R1, MINISTRY, actor=NAVY_A), said(R2, MONITOR)))
    assert found == (Grade.CONFIRMED, f"{MINISTRY.name} says that its own side acted and that civilians were harmed.")


@pytest.mark.parametrize(
    "word",
    [
        said(R1, MINISTRY, of=None, actor=NAVY_A),
        said(R1, MINISTRY, of=None, actor=NAVY_A, target=REED),
        said(R1, RIVAL, actor=NAVY_A),
        said(R1, MINISTRY, actor=ARMY_B),
        said(R1, MINISTRY),
    ],
    ids=["of nobody in particular", "of rebels", "another side", "of another side's deed", "of nobody's deed"],
)
def test_less_than_that_confirms_nothing(word: Claim) -> None:
    found = grade(word)
    assert found is not None
    assert found.grade is Grade.WEAK


def test_civilians_as_target_are_civilian_harm() -> None:
    assert only(grade(said(R1, MINISTRY, of=None, actor=NAVY_A, target=CIVILIANS)))[0] is Grade.CONFIRMED


def test_two_origins_and_a_belligerent_are_fair() -> None:
    what, why = only(grade(said(R1, MONITOR, actor=NAVY_A), said(R2, SOURCES)))
    assert what is Grade.FAIR
    assert why == (
        f"2 independent origins report harm ({MONITOR.name} and unnamed sources (The r2 Post)), "
        f"and a belligerent is named as acting: {NAVY_A.name}."
    )


def test_a_second_report_of_one_origin_makes_nothing_fair() -> None:
    assert only(grade(said(R1, MONITOR, actor=NAVY_A), said(LATER, MONITOR, actor=NAVY_A)))[0] is Grade.WEAK


def test_two_origins_that_name_nobody_are_weak_and_the_reason_says_why() -> None:
    what, why = only(grade(said(R1, MONITOR), said(R2, SOURCES)))
    assert what is Grade.WEAK
    assert "nobody names a belligerent" in why


def test_origins_that_name_different_sides_contest_it() -> None:
    what, why = only(grade(said(R1, MONITOR, actor=NAVY_A), said(R2, FRONT, actor=ARMY_B)))
    assert what is Grade.CONTESTED
    assert NAVY_A.name in why
    assert ARMY_B.name in why


def test_an_actor_that_a_reviewer_accepted_is_contested_no_more() -> None:
    one, other = said(R1, MONITOR, actor=NAVY_A), said(R2, FRONT, actor=ARMY_B)
    what, why = only(grade(one, other, accepted=[(one.id, Field.ACTOR)]))
    assert what is Grade.FAIR
    assert NAVY_A.name in why
    assert ARMY_B.name not in why


def test_only_combatants_are_discounted_and_anybody_else_is_not() -> None:
    fighters = said(R1, MONITOR, of=VictimClass.COMBATANT)
    assert only(grade(fighters))[0] is Grade.DISCOUNTED
    assert only(grade(fighters, said(R2, SOURCES)))[0] is Grade.WEAK


def test_the_reason_says_who_denies_and_that_nobody_says_who_was_harmed() -> None:
    denial = claim(R3, 10, chain=[RIVAL], stance=Stance.DENIES, killed=count(3))
    _, why = only(grade(said(R1, MONITOR, of=None), denial))
    assert why == f"One origin reports harm: {MONITOR.name}. No report says whether those harmed were civilians. Denied by {RIVAL.name}."
