"""How the rule `ucdp` makes one row's numbers of what several reports say."""

from __future__ import annotations

import pytest
from tests.link.made import MINISTRY, MONITOR, SOURCES, claim, count, report

from reportedly.link.lineage import lineage
from reportedly.model import Claim, Count, Field, Stance, VictimClass
from reportedly.reconcile.event import reconcile
from reportedly.reconcile.rules import Estimate, Toll, ucdp

R1, R2, R3 = report("r1"), report("r2"), report("r3")


def toll(*claims: Claim) -> Toll:
    reports = (R1, R2, R3)
    (event,), _ = reconcile(reports, claims, [[c.id for c in claims]], lineage(reports, claims))
    return ucdp(event.get(Field.KILLED))


def dead(at: int, low: int, high: int | None = -1, of: VictimClass | None = None, *, part: bool = False) -> Claim:
    return claim(R1, at, chain=[MONITOR], killed=count(low, high, of=of, part=part))


def just(number: int) -> Estimate:
    return Estimate(low=number, best=number, high=number)


def test_nobody_says_anything() -> None:
    assert toll(claim(R1, 10)) == Toll()


def test_one_number_is_low_best_and_high_and_nobody_knows_who_they_were() -> None:
    assert toll(dead(10, 4)) == Toll(total=just(4), rest=4)


def test_a_stated_zero_is_a_zero() -> None:
    assert toll(dead(10, 0)) == Toll(total=just(0), rest=0)


def test_zero_of_a_class_is_no_zero_of_all() -> None:
    found = toll(dead(10, 0, of=VictimClass.CIVILIAN))
    assert (found.total, found.civilians, found.rest) == (Estimate(), just(0), None)


def test_two_classes_are_added_up_where_nobody_gives_a_total() -> None:
    found = toll(dead(10, 3, of=VictimClass.CIVILIAN), dead(20, 5, None, of=VictimClass.COMBATANT))
    assert found.total == Estimate(low=8, best=8)
    assert (found.civilians, found.combatants, found.rest) == (just(3), Estimate(low=5, best=5), None)


def test_two_classes_are_not_added_to_a_total_that_somebody_gives() -> None:
    found = toll(dead(10, 12), dead(20, 3, of=VictimClass.CIVILIAN), dead(30, 5, of=VictimClass.COMBATANT))
    assert (found.total, found.rest) == (just(12), 4)


def test_children_are_neither_civilians_nor_combatants_by_themselves() -> None:
    found = toll(dead(10, 12), dead(20, 3, of=VictimClass.CHILD, part=True))
    assert (found.total, found.civilians, found.rest) == (just(12), Estimate(), 12)


def test_nobody_is_left_over_where_all_are_civilians() -> None:
    found = toll(dead(10, 3), dead(20, 3, of=VictimClass.CIVILIAN))
    assert (found.civilians, found.rest) == (just(3), None)


def test_classes_that_come_to_more_than_all_split_nothing() -> None:
    found = toll(dead(10, 2), claim(R2, 10, chain=[MINISTRY], killed=count(3, of=VictimClass.CIVILIAN)))
    assert (found.total.best, found.civilians, found.rest) == (2, Estimate(), 2)


@pytest.mark.parametrize("of", [VictimClass.CIVILIAN, VictimClass.COMBATANT])
def test_the_number_of_a_class_with_the_most_origins_is_best_and_the_lower_of_equals(of: VictimClass) -> None:
    one, other = dead(10, 9, of=of), claim(R2, 10, chain=[MINISTRY], killed=count(4, of=of))
    third = claim(R3, 10, chain=[SOURCES], killed=count(9, of=of))

    def of_class(found: Toll) -> Estimate:
        return found.civilians if of is VictimClass.CIVILIAN else found.combatants

    assert of_class(toll(one, other)) == Estimate(low=4, best=4, high=9)
    assert of_class(toll(one, other, third)).best == 9


def test_a_denied_number_of_a_class_is_left_out() -> None:
    denial = claim(R2, 10, chain=[MINISTRY], stance=Stance.DENIES, killed=count(3, of=VictimClass.CIVILIAN))
    found = toll(dead(10, 12), dead(20, 3, of=VictimClass.CIVILIAN), denial)
    assert found.civilians == Estimate()


def test_vague_words_stay_an_interval() -> None:
    dozens = claim(R1, 10, killed=Count(low=24, high=99, wording="dozens", of=VictimClass.UNKNOWN))
    assert toll(dozens).total == Estimate(low=24, best=24, high=99)
