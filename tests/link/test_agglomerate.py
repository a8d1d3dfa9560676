"""Average-link agglomeration along chains of nearest neighbours comes to what joining the strongest two of all first comes to."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.link.agglomerate import Cluster, agglomerate, compared, components

Pairs = dict[tuple[int, int], float]

LEVELS = (-3.0, -0.5, 0.25, 1.0, 1.0, 2.5)
"""Few different amounts of evidence, so that there are ties."""


@st.composite
def graphs(draw: st.DrawFn) -> tuple[int, Pairs, set[frozenset[int]]]:
    """A number of things, evidence for some of their pairs, and pairs that must not come together."""
    size = draw(st.integers(2, 14))
    pairs = [(a, b) for a in range(size) for b in range(a + 1, size)]
    chosen = draw(st.lists(st.sampled_from(pairs), unique=True, max_size=40))
    evidence = {pair: draw(st.sampled_from(LEVELS)) for pair in chosen}
    strangers = draw(st.lists(st.sampled_from(pairs), unique=True, max_size=4))
    return size, evidence, {frozenset(pair) for pair in strangers}


def fresh(size: int) -> dict[int, Cluster]:
    return {n: Cluster([n], (), {}) for n in range(size)}


def strongest_first(size: int, evidence: Pairs, strangers: set[frozenset[int]]) -> set[frozenset[int]]:
    """The plain way: again and again the two clusters of all whose compared pairs speak most for it, ties to the first best pair."""
    clusters = {frozenset([n]) for n in range(size)}
    refused: set[frozenset[frozenset[int]]] = set()
    while True:
        bids = []
        for one in clusters:
            for other in clusters:
                if min(one) < min(other):
                    between = [(-Fraction(v), pair) for pair, v in evidence.items() if len(one & set(pair)) == len(other & set(pair)) == 1]
                    if between and sum(v for v, _ in between) < 0 and frozenset((one, other)) not in refused:
                        bids.append((sum(v for v, _ in between) / len(between), min(between)[1], min(one), min(other), one, other))
        if not bids:
            return clusters
        *_, one, other = min(bids, key=lambda bid: bid[:4])
        if any({a, b} <= one | other for a, b in map(tuple, strangers)):
            refused.add(frozenset((one, other)))
        else:
            clusters = (clusters - {one, other}) | {one | other}


@given(graphs())
def test_it_comes_to_the_same_as_joining_the_strongest_first(graph: tuple[int, Pairs, set[frozenset[int]]]) -> None:
    size, evidence, strangers = graph
    clusters = fresh(size)
    compared(clusters, ((a, b, value) for (a, b), value in evidence.items()))
    joined = agglomerate(clusters, lambda one, other: not any(pair <= {*one.members, *other.members} for pair in strangers))
    found = {frozenset(each.members) for each in clusters.values()}
    assert found == strongest_first(size, evidence, strangers)
    assert len(joined) == size - len(clusters)
    assert all(evidence[pair] > 0 for pair in joined)
    root = components(size, joined)
    assert {frozenset(n for n in range(size) if root[n] == first) for first in root} == found


@given(graphs(), st.randoms(use_true_random=False))
def test_the_order_in_which_things_and_pairs_come_plays_no_part(graph: tuple[int, Pairs, set[frozenset[int]]], draw: object) -> None:
    size, evidence, _ = graph
    results = []
    for _ in range(2):
        pairs = [(a, b, value) for (a, b), value in evidence.items()]
        numbers = list(range(size))
        draw.shuffle(pairs)  # type: ignore[attr-defined]
        draw.shuffle(numbers)  # type: ignore[attr-defined]
        clusters = {n: Cluster([n], (), {}) for n in numbers}
        compared(clusters, pairs)
        joined = agglomerate(clusters, lambda one, other: len(one.members) + len(other.members) <= 6)
        results.append((sorted(each.members for each in clusters.values()), sorted(joined)))
    assert results[0] == results[1]


def test_a_refused_pair_leaves_both_free_to_join_others() -> None:
    clusters = fresh(3)
    compared(clusters, [(0, 1, 5.0), (1, 2, 1.0)])
    joined = agglomerate(clusters, lambda one, other: {*one.members, *other.members} != {0, 1})
    assert joined == [(1, 2)]
    assert sorted(sorted(each.members) for each in clusters.values()) == [[0], [1, 2]]


@pytest.mark.parametrize("value", [0.0, -1.0, 4e-7])
def test_what_does_not_speak_for_it_joins_nothing(value: float) -> None:
    clusters = fresh(2)
    compared(clusters, [(0, 1, value)])
    assert agglomerate(clusters, lambda _one, _other: True) == []
