"""Texts of which nothing tells who had them first: no number of origins rests on which report an edge calls the source."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.link.made import MINISTRY, MONITOR, RIVAL, SOURCES, WITNESSES, claim, count, report
from tests.link.test_lineage import OTHER, STORY

from reportedly.link.lineage import lineage
from reportedly.model import Claim, Direction, Event, LineageEdge, LineageWhy, Report, Span, Voice
from reportedly.reconcile.event import reconcile

A, B, C = report("a", outlet="Qamar Post"), report("b", outlet="Delta Post"), report("c", outlet="Ostvik Post")
WIRED = LineageEdge(report="a", why=LineageWhy.CREDITS, source="Reuters", source_id="org:reuters", span=Span(0, 6))


def copied(source: Report, copy: Report, *, share: float = 0.9, direction: Direction = Direction.UNKNOWN, to: int = 40) -> LineageEdge:
    """A copy in which both reports have their first characters in common."""
    return LineageEdge(
        report=copy.id,
        why=LineageWhy.COPIES,
        source=source.id,
        source_id=source.id,
        span=Span(0, to),
        share=share,
        direction=direction,
        source_span=Span(0, to),
    )


def turned(edge: LineageEdge) -> LineageEdge:
    """An edge of unknown direction the other way round: it says the same."""
    if not edge.is_undirected or edge.source_span is None:
        return edge
    return dataclasses.replace(
        edge, report=edge.source_id, source=edge.report, source_id=edge.report, span=edge.source_span, source_span=edge.span
    )


def event(claims: Sequence[Claim], edges: Sequence[LineageEdge], reports: Sequence[Report] = (A, B, C)) -> Event:
    ((found,), _) = reconcile(reports, claims, [[c.id for c in claims]], edges)
    return found


def test_a_text_is_called_after_all_outlets_that_may_have_had_it_first() -> None:
    claims = [claim(A, 10), claim(B, 10)]
    assert event(claims, [copied(A, B)]).origin_names == ("Delta Post or Qamar Post",)
    assert event(claims, [copied(A, B, direction=Direction.TIME)]).origin_names == ("Qamar Post",)


def test_of_these_the_credited_alone_is_named() -> None:
    claims = [claim(A, 10), claim(B, 10), claim(C, 10)]
    edges = [copied(A, B), copied(B, C, direction=Direction.CREDIT)]
    assert event(claims, edges).origin_names == ("Delta Post",)
    assert event(claims[:2], [copied(A, B), WIRED]).origin_names == ("Reuters",)


def test_many_outlets_are_counted() -> None:
    reports = [report(f"n{n}", outlet=f"Post {n}") for n in range(5)]
    found = event([claim(r, 10) for r in reports], [copied(reports[0], r) for r in reports[1:]], reports)
    assert found.origin_names == ("Post 0, Post 1 or 3 more",)
    assert found.origins == 1


def test_witnesses_of_such_a_text_are_called_after_both() -> None:
    claims = [claim(A, 10, chain=[WITNESSES]), claim(B, 10, chain=[WITNESSES])]
    assert event(claims, [copied(A, B)]).origin_names == ("witnesses (Delta Post or Qamar Post)",)


@pytest.mark.parametrize("turn", [False, True])
def test_the_text_adds_no_origin_where_one_of_its_outlets_tells_of_it_by_itself(*, turn: bool) -> None:
    own = report("d", outlet="Delta Post")
    edge = turned(copied(A, B)) if turn else copied(A, B)
    found = event([claim(A, 10), claim(B, 10), claim(own, 10)], [edge], [A, B, own])
    assert found.origin_names == ("Delta Post",)


@pytest.mark.parametrize("turn", [False, True])
def test_a_stretch_in_two_reports_is_one_word_and_what_each_adds_is_its_own(*, turn: bool) -> None:
    edge = turned(copied(A, B, share=0.2)) if turn else copied(A, B, share=0.2)
    stretch = [claim(A, 10), claim(B, 10)]
    assert event(stretch, [edge]).origin_names == ("Delta Post or Qamar Post",)
    assert event([*stretch, claim(B, 80)], [edge]).origin_names == ("Delta Post",)
    assert event([*stretch, claim(B, 80), claim(A, 80)], [edge]).origin_names == ("Delta Post", "Qamar Post")


@pytest.mark.parametrize("turn", [False, True])
def test_what_a_voice_says_in_such_a_stretch_is_restated_by_both_outlets(*, turn: bool) -> None:
    edge = turned(copied(A, B, share=0.2)) if turn else copied(A, B, share=0.2)
    claims = [claim(A, 10, chain=[MINISTRY]), claim(A, 80), claim(B, 10)]
    assert event(claims, [edge]).origin_names == (MINISTRY.name,)


def test_a_stretch_whose_twin_tells_of_something_else_is_the_outlets_own() -> None:
    for edge in (copied(A, B, share=0.2), turned(copied(A, B, share=0.2))):
        assert event([claim(B, 10)], [edge]).origin_names == ("Delta Post",)


CHAINS: list[list[Voice]] = [[], [], [MINISTRY], [MONITOR], [RIVAL], [WITNESSES], [SOURCES]]
D = report("d", outlet="Delta Post")
ALL = (A, B, C, D)
TOLD = st.tuples(st.sampled_from(ALL), st.sampled_from([10, 80]), st.sampled_from(CHAINS), st.sampled_from([3, 5]))
PAIRS = st.tuples(
    st.sampled_from([(x, y) for x in ALL for y in ALL if x.id < y.id]),
    st.sampled_from([0.2, 0.4, 0.9]),
    st.sampled_from([Direction.UNKNOWN, Direction.UNKNOWN, Direction.TIME]),
)


@settings(max_examples=200, deadline=None)
@given(
    st.lists(TOLD, min_size=1, max_size=7), st.lists(PAIRS, max_size=4, unique_by=lambda each: (each[0][0].id, each[0][1].id)), st.data()
)
def test_turning_edges_of_unknown_direction_changes_no_origin(
    told: list[tuple[Report, int, list[Voice], int]], pairs: list[tuple[tuple[Report, Report], float, Direction]], data: st.DataObject
) -> None:
    claims = list({c.id: c for c in (claim(r, at, chain=chain, killed=count(n)) for r, at, chain, n in told)}.values())
    edges = [copied(*ends, share=share, direction=direction) for ends, share, direction in pairs]
    other = [turned(edge) if data.draw(st.booleans()) else edge for edge in edges]
    assert event(claims, edges, ALL) == event(claims, other, ALL)


TEXTS = st.sampled_from([STORY, STORY.replace("blankets and soup", "tea"), f"{STORY} {OTHER}", STORY.replace("harbour", "port"), OTHER])


@settings(max_examples=40, deadline=None)
@given(
    TEXTS, TEXTS, TEXTS, st.lists(st.tuples(st.integers(0, 2), st.sampled_from([10, 300]), st.sampled_from(CHAINS)), min_size=1, max_size=6)
)
def test_swapping_the_ids_of_two_reports_changes_no_number_of_origins(
    one: str, two: str, three: str, told: list[tuple[int, int, list[Voice]]]
) -> None:
    numbers = []
    for names in ("abc", "bac", "cab"):
        outlets = ("Qamar Post", "Delta Post", "Ostvik Post")
        reports = [report(i, text, outlet=outlet) for i, text, outlet in zip(names, (one, two, three), outlets, strict=True)]
        claims = list({c.id: c for c in (claim(reports[n], at, chain=chain) for n, at, chain in told)}.values())
        numbers.append(event(claims, lineage(reports, claims), reports).origins)
    assert len(set(numbers)) == 1
