"""Reports that are added one after another are linked as if all had come at once."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise
from typing import Any
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.link.crowd import crowd
from tests.link.made import (
    ARMY_B,
    CRUISE,
    FRONT,
    MINISTRY,
    NAVY_A,
    PROVINCE,
    QAMAR,
    REED,
    STATE_A,
    SUBURB,
    claim,
    count,
    day,
    report,
    since,
)

from reportedly.link import blocks
from reportedly.link.cluster import Linked, in_order, link
from reportedly.link.facts import ClaimFacts
from reportedly.link.linker import Linker
from reportedly.model import Claim, Kind, Link, Report, Sign

REPORTS = [report(f"r{n:02d}", published=day(f"2031-05-{13 + n % 5}").start) for n in range(26)]


class Desk:
    """Someone who adds reports step by step, and may go home in between: then only what `recall` takes is kept."""

    def __init__(self, reports: Sequence[Report], claims: Sequence[Claim], *, goes_home: bool) -> None:
        self.told: dict[str, tuple[Report, list[Claim]]] = {each.id: (each, []) for each in reports}
        for each in claims:
            self.told[each.report][1].append(each)
        self.goes_home = goes_home
        self.done: list[str] = []
        self.clusters: set[tuple[str, ...]] = set()
        self.links: list[Link] = []
        self.signs: list[Sign] = []
        self.linker = Linker(self.told.__getitem__)

    def add(self, names: Sequence[str]) -> None:
        """Add some of the reports."""
        made = self.linker.add([self.told[name] for name in names])
        self.done += names
        clusters = {self.linker.claims(each) for each in made}
        gone = {i for each in clusters for i in each}
        self.clusters = {each for each in self.clusters if gone.isdisjoint(each)} | clusters
        self.links = [each for each in self.links if each.a not in gone] + [each for one in made for each in self.linker.links(one)]
        self.signs = [each for each in self.signs if not self.linker.is_stale(each)] + list(self.linker.signs())
        if self.goes_home:
            known = {name: self.linker.known(name) for name in self.done}
            self.linker = Linker(self.told.__getitem__)
            self.linker.recall(known, sorted(self.clusters))

    def linked(self) -> Linked:
        """What there is now, as `link` gives it."""
        place = {each.id: each.place for _, some in self.told.values() for each in some}
        links = sorted(self.links, key=lambda each: (place[each.a], place[each.b]))
        return Linked(tuple(sorted(self.clusters, key=lambda each: place[each[0]])), tuple(links), in_order(self.signs, place))


CHOICES: tuple[Sequence[Any], ...] = (
    (Kind.SHELLING, Kind.SHELLING, Kind.AIR_STRIKE, Kind.ATTACK),
    ([], [MINISTRY], [FRONT]),
    (PROVINCE, QAMAR, QAMAR, SUBURB),
    (day("2031-05-13"), day("2031-05-14"), day("2031-05-15"), day("2031-05-01", "2031-05-31", precision=4), since("2031-05-02"), None),
    (count(0), count(4), count(5, None), count(12)),
    (NAVY_A, STATE_A, ARMY_B),
)
"""Kind, chain, place, time, killed and actor of a claim: near enough to each other that little decides."""

ROW = st.tuples(st.sampled_from(REPORTS), st.integers(0, 8).map(lambda n: 5 * n), *map(st.sampled_from, CHOICES))
SCENE = st.lists(ROW, max_size=40, unique_by=lambda row: (row[0].id, row[1]))


def claims_of(rows: Sequence[Any]) -> list[Claim]:
    return [
        claim(r, at, kind=kind, chain=chain, place=place, killed=killed, actor=actor, **({} if when is None else {"when": when}))
        for r, at, kind, chain, place, when, killed, actor in rows
    ]


def in_batches(rows: Sequence[Any], order: Sequence[str], cuts: set[int], *, goes_home: bool) -> tuple[Linked, Linked]:
    """What adding in an order, cut into batches, gives; and what a run from nothing gives."""
    claims = claims_of(rows)
    desk = Desk(REPORTS, claims, goes_home=goes_home)
    for start, end in pairwise([0, *sorted(cuts), len(order)]):
        desk.add(order[start:end])
    return desk.linked(), link(REPORTS, claims)


ORDER = st.permutations([each.id for each in REPORTS])
CUTS = st.sets(st.integers(1, len(REPORTS) - 1))


@pytest.mark.parametrize("goes_home", [False, True], ids=["in one sitting", "kept overnight"])
@given(rows=SCENE, order=ORDER, cuts=CUTS)
@settings(max_examples=30, deadline=None)
def test_any_order_and_any_batches_give_what_a_run_from_nothing_gives(
    rows: list[Any], order: list[str], cuts: set[int], *, goes_home: bool
) -> None:
    stepwise, at_once = in_batches(rows, order, cuts, goes_home=goes_home)
    assert stepwise == at_once


def few_keys(fact: ClaimFacts) -> list[tuple[str, ...]]:
    """Everybody in one block, and in that of the kind: so every new member puts old ones out of each other's reach."""
    return [("all",), ("kind", fact.claim.kind.value)]


@pytest.mark.parametrize("seed", range(12))
def test_it_does_so_where_newcomers_put_others_out_of_reach(seed: int) -> None:
    draw = random.Random(seed)  # noqa: S311  (a fixed scene, no secret)
    rows = [(each, 5 * draw.randrange(9), *(draw.choice(choices) for choices in CHOICES)) for each in REPORTS]
    order = [each.id for each in REPORTS]
    draw.shuffle(order)
    cuts = {draw.randrange(1, len(order)) for _ in range(12)}
    with patch.multiple(blocks, SMALL=8, NEIGHBOURS=4, _keys=few_keys):
        stepwise, at_once = in_batches(rows, order, cuts, goes_home=False)
    assert stepwise == at_once


@pytest.mark.parametrize("step", [1, 7])
def test_a_crowd_that_comes_bit_by_bit_is_linked_like_one_that_comes_at_once(step: int) -> None:
    reports, claims, _ = crowd(60, 5)
    desk = Desk(reports, claims, goes_home=False)
    names = [each.id for each in reports]
    random.Random(3).shuffle(names)  # noqa: S311  (a fixed order, no secret)
    for start in range(0, len(names), step):
        desk.add(names[start : start + step])
    assert desk.linked() == link(reports, claims)


def test_a_report_touches_no_event_but_its_own() -> None:
    reports, claims, _ = crowd(120, 5)
    told: dict[str, list[Claim]] = defaultdict(list)
    for each in claims:
        told[each.report].append(each)
    desk = Desk(reports, claims, goes_home=True)
    *before, last = (each.id for each in reports)
    desk.add(before)
    old = set(desk.clusters)
    woken: list[str] = []
    desk.linker._wake = lambda name: (woken.append(name), desk.told[name])[1]  # type: ignore[func-returns-value]  # noqa: SLF001  (who is asked for)
    made = desk.linker.add([desk.told[last]])
    mine = {each.id for each in told[last]}
    assert all(not mine.isdisjoint(desk.linker.claims(each)) for each in made)
    untouched = {each for each in old if not any(set(each) & set(desk.linker.claims(m)) for m in made)}
    assert len(untouched) >= len(old) - 3
    assert len(set(woken)) < len(before) / 2


def test_a_report_can_join_two_events_into_one() -> None:
    early = claim(REPORTS[0], 5, actor=NAVY_A, target=REED, weapon=CRUISE, munitions=count(26), launched_from=(SUBURB,))
    late = claim(REPORTS[1], 5, kind=Kind.AIR_STRIKE, actor=NAVY_A, place=QAMAR, killed=count(12), when=day("2031-05-13"))
    bridge = [
        claim(
            REPORTS[2],
            5,
            actor=NAVY_A,
            target=REED,
            weapon=CRUISE,
            munitions=count(26),
            place=QAMAR,
            killed=count(12),
            when=day("2031-05-13"),
        )
    ]
    desk = Desk(REPORTS, [early, late, *bridge], goes_home=False)
    desk.add(["r00", "r01"])
    assert len(desk.clusters) == 2
    desk.add(["r02"])
    assert len(desk.clusters) == 1


def test_a_report_that_is_linked_is_not_linked_twice() -> None:
    linker = Linker()
    linker.add([(REPORTS[0], [])])
    with pytest.raises(ValueError, match="r00 is linked already"):
        linker.add([(REPORTS[0], [])])
