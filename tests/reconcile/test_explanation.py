"""An event in plain sentences, and how a number grew."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import pytest
from tests.link.made import ARMY_B, CIVILIANS, FRONT, MINISTRY, MONITOR, NAVY_A, REED, RIVAL, WITNESSES, claim, count, day, report
from tests.reconcile.asked import R1, R2, R3
from tests.reconcile.test_interest import ADMITS, BOASTS
from tests.reconcile.test_roots import copied

from reportedly.link.lineage import lineage
from reportedly.model import Claim, Direction, Field, LineageEdge, LineageWhy, Remark, Report, Span, Stance
from reportedly.model import VictimClass as Of
from reportedly.reconcile.event import reconcile
from reportedly.reconcile.explanation import explanation
from reportedly.reconcile.growth import growth

FIRST, SECOND, THIRD = (report(f"d{n}", published=dt.date(2031, 5, 14 + n)) for n in range(3))


def remarks(claims: Sequence[Claim], reports: Sequence[Report], edges: Sequence[LineageEdge] | None = None) -> tuple[Remark, ...]:
    known = lineage(reports, claims) if edges is None else edges
    (event,), disputes = reconcile(reports, claims, [[c.id for c in claims]], known)
    return explanation(event, {c.id: c for c in claims}, {r.id: r for r in reports}, disputes, known)


def said(claims: Sequence[Claim], reports: Sequence[Report]) -> list[str]:
    return [remark.text for remark in remarks(claims, reports)]


def test_many_reports_on_one_statement_are_told_to_be_one_origin() -> None:
    claims = [claim(r, 10, chain=[MINISTRY]) for r in (R1, R2, R3)]
    assert said(claims, (R1, R2, R3)) == [f"Three reports tell of it, but all rest on one origin: {MINISTRY.name}."]


def test_independent_origins_are_named() -> None:
    claims = [claim(R1, 10, chain=[MINISTRY]), claim(R2, 10, chain=[MONITOR])]
    assert said(claims, (R1, R2)) == [f"Two reports tell of it, from two independent origins: {MONITOR.name} and {MINISTRY.name}."]


def test_one_report_is_one() -> None:
    assert said([claim(R1, 10)], (R1,)) == ["One report tells of it, on the word of one origin: The r1 Post."]


def test_what_nobody_asserts_is_told() -> None:
    assert (
        said([claim(R1, 10, chain=[RIVAL], stance=Stance.DENIES, actor=NAVY_A)], (R1,))[0] == "One report tells of it; nobody asserts it."
    )


def test_a_dispute_gives_both_sides() -> None:
    claims = [claim(R1, 10, chain=[MINISTRY], killed=count(12)), claim(R2, 10, chain=[MONITOR], killed=count(30))]
    assert f"The number of killed is disputed: 12 by the word of {MINISTRY.name}; 30 by the word of {MONITOR.name}." in said(
        claims, (R1, R2)
    )


def test_a_denial_stands_with_those_it_stands_against() -> None:
    claims = [
        claim(R1, 10, chain=[FRONT], actor=NAVY_A, killed=count(12)),
        claim(R2, 10, chain=[MINISTRY], stance=Stance.DENIES, actor=NAVY_A),
    ]
    assert f"{MINISTRY.name} denies what is said of who did it, against the word of {FRONT.name}." in said(claims, (R1, R2))


def test_a_toll_that_rose_is_told_in_its_order() -> None:
    claims = [claim(r, 10, chain=[MONITOR], killed=count(n)) for r, n in ((SECOND, 19), (FIRST, 12), (THIRD, 25))]
    text = f"The number of killed changed by the word of {MONITOR.name}: 12 (2031-05-14), then 19 (2031-05-15), then 25 (2031-05-16)."
    assert text in said(claims, (FIRST, SECOND, THIRD))


def test_two_origins_that_agree_are_told_and_so_is_the_only_one() -> None:
    claims = [
        claim(R1, 10, chain=[MINISTRY], killed=count(12), injured=count(40)),
        claim(R2, 10, chain=[MONITOR], killed=count(12)),
    ]
    found = said(claims, (R1, R2))
    assert f"Two independent origins give the same number of killed, 12: {MINISTRY.name} and {MONITOR.name}." in found
    assert f"Only {MINISTRY.name} gives a number of injured: 40." in found


def test_it_is_told_who_speaks_against_its_own_interest() -> None:
    found = said([ADMITS, BOASTS], (R1, R2))
    both = f"{MINISTRY.name} and {FRONT.name}"
    against = f"{MINISTRY.name} speaks against its own interest."
    assert f"Two independent origins give the same number of killed, 12 combatants: {both}; {against}" in found
    assert f"Of what was hit {both} say the same, Xanadian army; {against}" in found
    assert f"Of the outcome {both} say the same, base lost; {against}" in found


def test_agreement_of_others_is_nobodys_admission() -> None:
    claims = [claim(R1, 10, chain=[MINISTRY], killed=count(12)), claim(R2, 10, chain=[MONITOR], killed=count(12))]
    assert not any("interest" in text for text in said(claims, (R1, R2)))


def test_reports_with_the_same_words_are_named_together_where_nothing_tells_which_was_first() -> None:
    claims = [claim(R1, 10), claim(R2, 10), claim(R3, 10)]
    edges = [copied(R2, R1), copied(R3, R2, direction=Direction.TIME)]
    texts = [remark.text for remark in remarks(claims, (R1, R2, R3), edges)]
    assert "The r1 Post and The r2 Post print the same words; which was first is not told." in texts
    assert "The r2 Post prints words of The r3 Post." in texts


def test_copies_are_named_with_whom_they_print() -> None:
    claims = [claim(R1, 10), claim(R2, 10), claim(R3, 10)]
    edges = [LineageEdge(report=r.id, why=LineageWhy.COPIES, source="r1", source_id="r1", span=Span(0, 20), share=0.9) for r in (R2, R3)]
    found = remarks(claims, (R1, R2, R3), edges)
    assert "The r2 Post and The r3 Post print words of The r1 Post." in [remark.text for remark in found]


def test_no_sentence_is_without_its_claims() -> None:
    claims = [
        claim(R1, 10, chain=[MINISTRY], killed=count(12), actor=NAVY_A, target=REED, when=day("2031-05-14")),
        claim(R2, 10, chain=[MONITOR], killed=count(30), actor=ARMY_B, target=CIVILIANS, when=day("2031-05-14")),
        claim(R3, 10, chain=[WITNESSES], stance=Stance.DOUBTS, killed=count(30)),
    ]
    known = {c.id for c in claims}
    found = remarks(claims, (R1, R2, R3))
    assert len(found) > 2
    assert all(remark.claims and known.issuperset(remark.claims) for remark in found)


def test_more_names_than_can_be_read_are_counted() -> None:
    reports = [report(f"n{n}") for n in range(7)]
    claims = [claim(r, 10) for r in reports]
    assert said(claims, reports)[0].endswith("The n0 Post, The n1 Post, The n2 Post, The n3 Post and 3 more.")


def grown(claims: Sequence[Claim], reports: Sequence[Report]) -> list[tuple[str, int, int | None, tuple[str, ...]]]:
    (event,), _ = reconcile(reports, claims, [[c.id for c in claims]], ())
    steps = growth(event, Field.KILLED, {c.id: c for c in claims}, {r.id: r for r in reports})
    return [(str(s.day), s.count.low, s.change, s.voices) for s in steps]


def test_growth_is_told_by_day_with_the_change_of_each_voice() -> None:
    claims = [
        claim(SECOND, 10, chain=[MONITOR], killed=count(19)),
        claim(FIRST, 10, chain=[MONITOR], killed=count(12)),
        claim(SECOND, 20, chain=[MINISTRY], killed=count(8)),
    ]
    assert grown(claims, (FIRST, SECOND)) == [
        ("2031-05-14", 12, None, (MONITOR.name,)),
        ("2031-05-15", 8, None, (MINISTRY.name,)),
        ("2031-05-15", 19, 7, (MONITOR.name,)),
    ]


def test_those_who_give_one_number_on_one_day_stand_together() -> None:
    claims = [claim(FIRST, 10, chain=[MONITOR], killed=count(12)), claim(FIRST, 20, chain=[MINISTRY], killed=count(12))]
    ((day_, low, change, voices),) = grown(claims, (FIRST,))
    assert (day_, low, change) == ("2031-05-14", 12, None)
    assert set(voices) == {MONITOR.name, MINISTRY.name}


@pytest.mark.parametrize("number", [count(3, part=True), count(3, of=Of.CHILD)])
def test_parts_and_denials_are_no_steps(number: object) -> None:
    claims = [
        claim(FIRST, 10, chain=[MONITOR], killed=count(12)),
        claim(FIRST, 20, chain=[MONITOR], killed=number),  # type: ignore[arg-type]
        claim(SECOND, 20, chain=[RIVAL], stance=Stance.DENIES, killed=count(12)),
    ]
    assert grown(claims, (FIRST, SECOND)) == [("2031-05-14", 12, None, (MONITOR.name,))]
