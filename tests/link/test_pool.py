"""What one report says of one happening, taken together and held against other reports."""

from __future__ import annotations

from tests.link.made import ARMY_B, CRUISE, FAR, LAND, MINISTRY, NAVY_A, QAMAR, REED, claim, count, day, report

from reportedly.link.cluster import link
from reportedly.link.facts import facts
from reportedly.link.pool import pooled
from reportedly.model import Field, Kind, VictimClass

R1, R2 = report("r1"), report("r2")


def test_a_group_gives_what_any_of_its_claims_gives() -> None:
    headline = claim(R1, 10, kind=Kind.ATTACK, killed=count(12))
    body = claim(R1, 30, kind=Kind.SHELLING, actor=NAVY_A, target=REED, weapon=CRUISE, place=QAMAR, when=day("2031-05-13"))
    children = claim(R1, 60, kind=Kind.ATTACK, chain=[MINISTRY], killed=count(3, of=VictimClass.CHILD, part=True))
    found = pooled(facts([R1], [headline, body, children]))
    assert (found.claim.kind, found.places, found.when, found.actors) == (Kind.SHELLING, (QAMAR,), day("2031-05-13"), (NAVY_A,))
    assert found.counts[Field.KILLED] == count(12)
    assert found.speaker == MINISTRY
    assert len(found.words) == 3


def test_the_most_exact_time_counts() -> None:
    some = [claim(R1, 10, when=day("2031-05-01", "2031-05-31", precision=4)), claim(R1, 30, when=day("2031-05-13"))]
    assert pooled(facts([R1], some)).when == day("2031-05-13")


def test_a_toll_without_place_goes_with_its_report_s_strike_to_the_other_report() -> None:
    strikes = [claim(r, 10, actor=NAVY_A, target=REED, weapon=CRUISE, place=QAMAR, when=day("2031-05-13")) for r in (R1, R2)]
    tolls = [claim(r, 40, back=strike.trigger, killed=count(12)) for r, strike in zip((R1, R2), strikes, strict=True)]
    assert len(link((R1, R2), [*strikes, *tolls]).clusters) == 1


def test_a_third_report_does_not_join_two_happenings_that_another_report_tells_apart() -> None:
    here = claim(R1, 10, kind=Kind.SHELLING, actor=NAVY_A, place=QAMAR, when=day("2031-05-13"))
    there = claim(R1, 300, kind=Kind.SHELLING, actor=ARMY_B, place=FAR, when=day("2031-05-13"))
    vague = claim(R2, 10, kind=Kind.SHELLING, actor=NAVY_A, place=LAND, when=day("2031-05-13"), killed=count(12))
    clusters = link((R1, R2), [here, there, vague]).clusters
    assert not any({here.id, there.id} <= set(cluster) for cluster in clusters)
