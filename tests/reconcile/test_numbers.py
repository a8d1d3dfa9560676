"""Totals, parts and earlier numbers of people, and what a denial is about."""

from __future__ import annotations

from tests.link.made import CRUISE, FRONT, MINISTRY, MONITOR, REED, RIVAL, claim, count, report
from tests.reconcile.asked import ALL, LATER, R1, R2, disputed, field_of, relation

from reportedly.model import Count, Field, Span, Stance
from reportedly.model import VictimClass as Of


def test_children_of_a_risen_toll_are_no_other_children() -> None:
    first = [claim(R1, 10, chain=[MONITOR], killed=count(39)), claim(R1, 10, chain=[MONITOR], killed=count(4, of=Of.CHILD, part=True))]
    later = [
        claim(LATER, 10, chain=[MONITOR], killed=count(50)),
        claim(LATER, 10, chain=[MONITOR], killed=count(5, of=Of.CHILD, part=True)),
    ]
    kinds = relation([*first, *later], Field.KILLED)
    assert "contradicts" not in kinds
    assert "updates" in kinds


def test_children_of_one_toll_that_two_voices_count_otherwise_are_disputed() -> None:
    some = [
        claim(r, 10, chain=[voice], killed=n)
        for r, voice, children in ((R1, MONITOR, 4), (R2, RIVAL, 5))
        for n in (count(39), count(children, of=Of.CHILD, part=True))
    ]
    assert disputed(some) == [(Field.KILLED, "contradicts")]


def test_two_more_are_a_part_and_no_total() -> None:
    more = Count(low=2, high=2, wording="two more")
    some = [claim(R1, 10, chain=[MONITOR], killed=more), claim(R2, 10, chain=[RIVAL], killed=count(52))]
    assert relation(some, Field.KILLED) == ("part of",)
    assert field_of(some, Field.KILLED).best == 52


def test_the_lesser_of_two_numbers_of_one_voice_in_one_report_disputes_nothing() -> None:
    governor = [claim(R1, at, chain=[MONITOR], killed=count(n)) for at, n in ((10, 50), (60, 38))]
    rival = claim(R2, 10, chain=[RIVAL], killed=count(50))
    assert disputed([*governor, rival]) == []
    assert disputed([governor[1], rival]) == [(Field.KILLED, "contradicts")]


def test_an_exact_number_of_the_origin_that_spoke_of_dozens_is_the_best() -> None:
    some = [claim(R1, 10, chain=[MONITOR], killed=count(12, None)), claim(LATER, 10, chain=[MONITOR], killed=count(44))]
    assert field_of(some, Field.KILLED).best == 44


def test_who_says_that_no_missile_was_theirs_denies_the_actor() -> None:
    text = report("r9", "The front said that no missile of ours hit the town.")
    denial = claim(text, text.text.index("hit"), chain=[FRONT], stance=Stance.DENIES, weapon=CRUISE, evidence=Span(24, len(text.text)))
    strike = claim(R1, 10, chain=[MINISTRY], actor=REED, weapon=CRUISE)
    assert disputed([strike, denial], [*ALL, text]) == [(Field.ACTOR, "denies")]
