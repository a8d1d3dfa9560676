"""What accepting a number does to a field."""

from __future__ import annotations

from tests.link.made import MONITOR, claim, count, report

from reportedly.model import Claim, Field, FieldView
from reportedly.model import VictimClass as Of
from reportedly.reconcile.event import event_of
from reportedly.reconcile.roots import roots
from reportedly.reconcile.ruling import Ruling

R1 = report("r1")


def killed(some: list[Claim], accepted: Claim) -> FieldView:
    ruling = Ruling(accepted=frozenset({(accepted.id, Field.KILLED)}))
    event, _ = event_of(some, {R1.id: R1}, roots([R1], some, ()), ruling)
    view = event.get(Field.KILLED)
    assert view is not None
    return view


def test_accepting_a_part_leaves_the_number_of_all_as_it_is() -> None:
    """Twelve people were killed, including three children."""
    some = [claim(R1, 10, chain=[MONITOR], killed=count(12)), claim(R1, 10, chain=[MONITOR], killed=count(3, of=Of.CHILD, part=True))]
    view = killed(some, some[1])
    assert (view.low, view.best, view.high) == (12, 12, 12)
    assert [value.accepted for value in view.values if value.claims == (some[1].id,)] == [True]


def test_accepting_a_number_of_all_makes_it_the_best() -> None:
    some = [claim(R1, 10, chain=[MONITOR], killed=count(12)), claim(R1, 30, killed=count(9))]
    assert killed(some, some[1]).best == 9


def test_where_nobody_gives_the_number_of_all_one_of_a_class_can_be_the_best() -> None:
    some = [
        claim(R1, 10, chain=[MONITOR], killed=count(5, of=Of.CIVILIAN)),
        claim(R1, 30, killed=count(7, of=Of.CIVILIAN)),
        claim(R1, 50, killed=count(3, of=Of.CHILD, part=True)),
    ]
    assert killed(some, some[1]).best == 7
    assert killed(some, some[0]).best == 5
    assert killed(some, some[2]).best == 7
