"""Why two claims are, or are not, of one event."""

from __future__ import annotations

import pytest
from tests.link.made import MINISTRY, MONITOR, NAVY_A, QAMAR, claim, count, day, report

from reportedly.link.cluster import link
from reportedly.link.why import path, why
from reportedly.model import Kind, Link

R1, R2 = report("r1"), report("r2")


def test_the_reasons_are_those_of_the_linker() -> None:
    one = claim(R1, 10, chain=[MINISTRY], place=QAMAR, when=day("2031-05-14"), actor=NAVY_A)
    other = claim(R2, 10, chain=[MONITOR], place=QAMAR, when=day("2031-05-14"), actor=NAVY_A)
    linked = link([R1, R2], [one, other])
    found = why([R1, R2], [one, other], one.id, other.id, linked.links)
    assert len(linked.clusters) == 1
    assert found.apart is None
    assert found.link == linked.links[0]
    assert found.path == linked.links


def test_what_keeps_two_apart_is_told() -> None:
    one = claim(R1, 10, place=QAMAR, kind=Kind.SHELLING)
    other = claim(R2, 10, place=QAMAR, kind=Kind.AGREEMENT)
    found = why([R1, R2], [one, other], one.id, other.id, ())
    assert found.apart is not None
    assert "different things" in found.apart
    assert found.path == ()


def test_what_keeps_two_of_one_report_apart_is_told() -> None:
    one = claim(R1, 10, when=day("2031-05-14"), munitions=count(4))
    other = claim(R1, 40, when=day("2031-05-15"), munitions=count(4))
    assert why([R1], [one, other], one.id, other.id, ()).apart == "one report dates them on different days"


def test_a_claim_is_not_compared_with_itself() -> None:
    one = claim(R1, 10)
    with pytest.raises(ValueError, match="one claim"):
        why([R1], [one], one.id, one.id, ())


def test_the_path_is_the_shortest_and_in_order() -> None:
    links = [Link(a=a, b=b, score=1.0, reasons=()) for a, b in (("c1", "c2"), ("c2", "c3"), ("c3", "c4"), ("c1", "c3"), ("c5", "c6"))]
    assert [(x.a, x.b) for x in path(links, "c4", "c1")] == [("c3", "c4"), ("c1", "c3")]
    assert path(links, "c1", "c6") == ()
