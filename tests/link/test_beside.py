"""Signs across reports: rows of happenings with single ones, and links that are just not sure enough."""

from __future__ import annotations

import random
from typing import Any

import pytest
from tests.link.made import FAR, MINISTRY, NAVY_A, PROVINCE, QAMAR, REED, claim, count, day, report, since

from reportedly.link.beside import MARGIN
from reportedly.link.cluster import Linked, link
from reportedly.model import Claim, Kind, Report, Sign, TieKind

FIRST = report("r1", published=day("2031-05-15").start)
SECOND = report("r2", published=day("2031-05-16").start)
MONTHS_LATER = report("r3", published=day("2031-07-16").start)
YEARS_LATER = report("r4", published=day("2033-07-16").start)


def linked(*told: tuple[Report, dict[str, Any]]) -> Linked:
    claims = [claim(each, 10 * (n + 1), **values) for n, (each, values) in enumerate(told)]
    return link(list({each.id: each for each, _ in told}.values()), claims)


def unsure(found: Linked) -> list[Sign]:
    return [each for each in found.signs if each.kind is TieKind.MAY_BE_SAME]


TOLD: dict[str, Any] = {"kind": Kind.AIR_STRIKE, "place": QAMAR, "when": day("2031-05-13"), "killed": count(40), "target": REED}
ALMOST: dict[str, Any] = {"kind": Kind.ARMED_CLASH, "place": QAMAR, "when": day("2031-05-14"), "killed": count(3), "actor": NAVY_A}


def test_two_that_are_just_not_alike_enough_may_be_the_same() -> None:
    found = linked((FIRST, TOLD), (SECOND, ALMOST))
    assert len(found.clusters) == 2
    (sign,) = unsure(found)
    assert -MARGIN < sign.weight <= 0
    assert sign.why.startswith("alike: both at Qamar; but killed:")
    assert (sign.a, sign.b) == tuple(cluster[0] for cluster in found.clusters)


NO_QUESTION: dict[str, tuple[tuple[Report, dict[str, Any]], ...]] = {
    "alike enough to be joined": ((FIRST, TOLD), (SECOND, TOLD)),
    "kept apart by place": ((FIRST, TOLD), (SECOND, ALMOST | {"place": FAR})),
    "kept apart by day": ((FIRST, TOLD), (SECOND, ALMOST | {"when": day("2031-05-17")})),
    "both told by one report": ((FIRST, TOLD), (FIRST, ALMOST)),
    "nothing but a number in common": (
        (FIRST, {"kind": Kind.ATTACK, "killed": count(40)}),
        (SECOND, {"kind": Kind.ATTACK, "killed": count(40)}),
    ),
    "undated, in a report of years later": ((FIRST, TOLD), (YEARS_LATER, {"kind": Kind.AIR_STRIKE, "place": QAMAR})),
}


@pytest.mark.parametrize("name", NO_QUESTION)
def test_nobody_is_asked_about(name: str) -> None:
    assert unsure(linked(*NO_QUESTION[name])) == []


def test_a_report_that_looks_back_without_a_day_may_tell_of_the_same() -> None:
    found = linked((FIRST, TOLD), (MONTHS_LATER, {"kind": Kind.AIR_STRIKE, "place": QAMAR, "actor": NAVY_A}))
    assert len(found.clusters) == 2
    assert len(unsure(found)) == 1


CAMPAIGN: dict[str, Any] = {"kind": Kind.AIR_STRIKE, "place": PROVINCE, "when": since("2031-05-01"), "actor": NAVY_A}


def test_the_strike_of_one_report_is_part_of_the_campaign_of_another() -> None:
    found = linked((FIRST, TOLD | {"actor": NAVY_A}), (SECOND, CAMPAIGN))
    (sign,) = found.signs
    assert (sign.kind, sign.a, sign.b) == (TieKind.PART_OF, found.clusters[1][0], found.clusters[0][0])


def copies(count_of: int) -> tuple[list[Report], list[Claim]]:
    """A strike and a campaign, each in so many reports, and a vague "attack in the country" in as many."""
    reports = [report(f"r{n:04d}", published=day(f"2031-05-{14 + n % 3}").start) for n in range(count_of)]
    rows: list[dict[str, Any]] = [TOLD | {"actor": NAVY_A}, CAMPAIGN, {"kind": Kind.ATTACK, "place": QAMAR, "chain": [MINISTRY]}]
    return reports, [claim(each, 12 * (n + 1), **row) for each in reports for n, row in enumerate(rows)]


def test_hundreds_of_copies_give_signs_in_proportion_and_few_pairs_of_events() -> None:
    reports, claims = copies(150)
    found = link(reports, claims)
    event_of = {each: n for n, cluster in enumerate(found.clusters) for each in cluster}
    assert 0 < len({(sign.kind, event_of[sign.a], event_of[sign.b]) for sign in found.signs}) <= 4
    assert len(found.signs) < 40 * len(reports)


def test_the_order_in_which_reports_come_plays_no_part() -> None:
    reports, claims = copies(12)
    wanted = link(reports, claims)
    draw = random.Random(4)  # noqa: S311  (a fixed order, no secret)
    draw.shuffle(reports)
    draw.shuffle(claims)
    assert link(reports, claims).signs == wanted.signs
    assert wanted.signs
