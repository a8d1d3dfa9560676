"""Input that would make linking slow or one event out of everything."""

from __future__ import annotations

import datetime as dt
import random
import time
from collections.abc import Callable, Sequence
from typing import Any

import pytest
from tests.link.made import CIVILIANS, CRUISE, FAR, LAND, NAVY_A, QAMAR, REED, claim, count, day, report

from reportedly.link.cluster import Linked, link
from reportedly.link.linker import LONGEST_DAYS, Linker
from reportedly.model import Claim, Kind, Report
from reportedly.reconcile.checks import checks

FIRST = dt.date(2031, 1, 1)
STRIKE: dict[str, Any] = {"actor": NAVY_A, "target": REED, "weapon": CRUISE, "place": QAMAR}


def in_time(reports: Sequence[Report], claims: Sequence[Claim], *, seconds: float) -> Linked:
    start = time.process_time()
    linked = link(reports, claims)
    assert time.process_time() - start < seconds
    return linked


GENERIC: dict[str, Callable[[random.Random, dt.date], dict[str, Any]]] = {
    "nothing more": lambda _, __: {},
    "the day": lambda _, published: {"when": day(published.isoformat())},
    "one number": lambda _, __: {"killed": count(5)},
    "some number": lambda draw, __: {"killed": count(draw.randrange(3, 8))},
    "some number and sometimes the day": lambda draw, published: {
        "killed": count(draw.randrange(3, 8)),
        **({"when": day(published.isoformat())} if draw.random() < 0.5 else {}),
    },
    "one town": lambda _, __: {"place": QAMAR},
}


@pytest.mark.parametrize("gives", GENERIC)
def test_an_attack_in_a_country_told_two_thousand_times_swallows_nothing(gives: str) -> None:
    draw = random.Random(1)  # noqa: S311  (a fixed corpus, no secret)
    reports, claims = [], []
    for n in range(2000):
        one = report(f"s{n:05d}", "An attack in the country. " * 2, published=FIRST + dt.timedelta(days=n // 10))
        values = {"place": LAND, **GENERIC[gives](draw, one.published or FIRST)}
        reports.append(one)
        claims.append(claim(one, 3, kind=Kind.ATTACK, actor=REED, target=CIVILIANS, **values))
    linked = in_time(reports, claims, seconds=20)
    published = {one.id: one.published or FIRST for one in reports}
    report_of = {each.id: each.report for each in claims}
    largest = max(linked.clusters, key=len)
    days = [published[report_of[i]] for i in largest]
    assert (max(days) - min(days)).days <= LONGEST_DAYS
    assert len(largest) <= 10 * (LONGEST_DAYS + 1)
    strike = report("r1", published=FIRST + dt.timedelta(days=50))
    dated = claim(strike, 10, when=day("2031-02-19"), **{**STRIKE, "place": FAR})
    assert (dated.id,) in link([*reports, strike], [*claims, dated]).clusters


def test_copies_that_come_one_by_one_are_one_event_in_bounded_time() -> None:
    reports = [report(f"r{n:03d}", "Strike on Qamar. " * 5) for n in range(100)]
    linker = Linker()
    start = time.process_time()
    for one in reports:
        linker.add([(one, [claim(one, at, actor=NAVY_A, place=QAMAR, when=day("2031-05-13")) for at in (0, 17)])])
    assert time.process_time() - start < 20
    assert [len(linker.claims(each)) for each in linker.clusters()] == [200]


def test_contradictory_dates_of_one_report_are_two_events_and_those_of_two_reports_at_most_a_day_apart_one() -> None:
    reports = [report("r1"), report("r2"), report("r3")]
    claims = [
        claim(reports[0], 10, when=day("2031-05-13"), **STRIKE),
        claim(reports[0], 60, when=day("2031-05-14"), **STRIKE),
        claim(reports[1], 10, when=day("2031-05-13"), **STRIKE),
        claim(reports[2], 10, when=day("2011-05-13"), **STRIKE),
    ]
    clusters = {frozenset(each) for each in link(reports, claims).clusters}
    assert clusters == {frozenset({claims[0].id, claims[2].id}), frozenset({claims[1].id}), frozenset({claims[3].id})}


def test_a_denial_dated_before_what_it_denies_is_linked_in_any_order_and_an_event_after_its_report_is_shown() -> None:
    strike = claim(report("r1"), 10, when=day("2031-05-13"), **STRIKE)
    early = report("r2", published=dt.date(2031, 5, 1))
    before = claim(early, 10, when=day("2031-05-13"), **STRIKE)
    later = claim(report("r3"), 10, kind=Kind.CONSULT, when=day("2031-05-02"), actor=REED, place=QAMAR)
    reports = [report("r1"), early, report("r3")]
    clusters = {frozenset(each) for each in link(reports, [later, before, strike]).clusters}
    assert clusters == {frozenset({strike.id, before.id}), frozenset({later.id})}
    failed = [check for check in checks(reports, [strike, before, later]) if not check.passed]
    assert [check.claim for check in failed] == [before.id]


def test_two_reports_with_one_id_are_refused_in_words() -> None:
    one, other = report("r1"), report("r1", "Something else was printed here.")
    with pytest.raises(ValueError, match="Two reports have one id"):
        link([one, other], [claim(one, 10, **STRIKE), claim(other, 10, **STRIKE)])


def test_one_report_with_a_thousand_claims_takes_seconds() -> None:
    long = report("long", "Strike on Qamar again. " * 1000)
    claims = [claim(long, 23 * n, when=day((FIRST + dt.timedelta(days=n)).isoformat()), **STRIKE) for n in range(1000)]
    linked = in_time([long], claims, seconds=20)
    assert len(linked.clusters) == 1000
