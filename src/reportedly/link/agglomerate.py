"""Average-link agglomeration: the two clusters that speak most strongly for one happening are joined, until none do.

The evidence between two clusters is the mean over their compared pairs. Ties are broken by the casebook's order, so the order
of the input plays no part. Time: O(p log p) in the number p of pairs, besides the checks of cannot-link facts.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from reportedly.link.apart import apart_in_report
from reportedly.link.blocks import Rank
from reportedly.link.facts import ClaimFacts
from reportedly.link.strangers import Strangers, Traits, together


class Edge(NamedTuple):
    """What the compared pairs between two clusters say: the mean of their evidence, its sum, their number, and the best pair.

    The mean is rounded so that the order of adding up does not matter.
    """

    mean: float
    total: float
    pairs: int
    best: float
    a: int
    b: int

    def plus(self, other: Edge) -> Edge:
        """Both together."""
        total, pairs = self.total + other.total, self.pairs + other.pairs
        mine_first = (-self.best, self.a, self.b) <= (-other.best, other.a, other.b)
        return Edge(round(total / pairs, 6), total, pairs, *(self[3:] if mine_first else other[3:]))


@dataclass(slots=True)
class Cluster:
    """A growing cluster: its members, the traits that tell it apart from others, its edges and its enemies.

    The members of the cluster that has the first of them all stand first, whichever was put into which. `ends` are its first and last
    member in time, each behind its rank; None where time plays no part.
    """

    members: list[int]
    traits: Traits
    by_report: dict[str, list[ClaimFacts]]
    edges: dict[int, Edge] = field(default_factory=dict)
    enemies: set[int] = field(default_factory=set)
    ends: tuple[tuple[Rank, int], tuple[Rank, int]] | None = None

    def absorb(self, other: Cluster) -> None:
        """Take in another cluster's members, with all that is known of them but its edges."""
        self.traits = together((self.traits, other.traits))
        self.members = self.members + other.members if self.members[0] < other.members[0] else other.members + self.members
        for report, members in other.by_report.items():
            self.by_report[report] = [*self.by_report.get(report, ()), *members]
        self.enemies |= other.enemies
        if self.ends is not None and other.ends is not None:
            self.ends = (min(self.ends[0], other.ends[0]), max(self.ends[1], other.ends[1]))


def may_join(one: Cluster, other: Cluster, strangers: Strangers) -> bool:
    """Whether nothing keeps the claims of two clusters apart."""
    if strangers.apart(one.traits, other.traits):
        return False
    shared = one.by_report.keys() & other.by_report.keys()
    return not any(apart_in_report(x, y) for r in shared for x in one.by_report[r] for y in other.by_report[r])


def agglomerate(clusters: dict[int, Cluster], joins: Callable[[Cluster, Cluster], bool]) -> list[tuple[int, int]]:
    """Join clusters in place, best first, where `joins` lets them; the pairs that joined them.

    Each cluster is known by the number of one of its members.
    """
    queue = [_bid(n, m, e) for n, c in clusters.items() for m, e in c.edges.items() if n < m and e.mean > 0]
    heapq.heapify(queue)
    joined: list[tuple[int, int]] = []
    while queue:
        _, a, b, n, m, edge = heapq.heappop(queue)
        one, other = clusters.get(n), clusters.get(m)
        if one is None or other is None or one.edges[m] is not edge or m in one.enemies:
            continue
        if not joins(one, other):
            one.enemies.add(m)
            other.enemies.add(n)
            continue
        joined.append((a, b))
        stays, changed = _join(clusters, n, m)
        enemies = clusters[stays].enemies
        for third, new in changed:
            if new.mean > 0 and third not in enemies:
                heapq.heappush(queue, _bid(stays, third, new) if stays < third else _bid(third, stays, new))
    return joined


def _bid(n: int, m: int, edge: Edge) -> tuple[float, int, int, int, int, Edge]:
    """The place of two clusters in the queue: the greatest mean first, then the pair that comes first in the casebook's order."""
    return -edge.mean, edge.a, edge.b, n, m, edge


def _join(clusters: dict[int, Cluster], n: int, m: int) -> tuple[int, list[tuple[int, Edge]]]:
    """Put the cluster with fewer edges into the other; the number of the one that stays, and its changed edges."""
    if len(clusters[m].edges) > len(clusters[n].edges):
        n, m = m, n
    one, other = clusters[n], clusters.pop(m)
    one.absorb(other)
    for enemy in other.enemies:
        if enemy in clusters:
            clusters[enemy].enemies.add(n)
    edges = one.edges
    del edges[m], other.edges[n]
    changed: list[tuple[int, Edge]] = []
    for third, edge in other.edges.items():
        had = edges.get(third)
        edges[third] = total = edge if had is None else had.plus(edge)
        there = clusters[third].edges
        del there[m]
        there[n] = total
        changed.append((third, total))
    return n, changed


def compared(clusters: Mapping[int, Cluster], pairs: Iterable[tuple[int, int, float]]) -> None:
    """Give clusters, each still the thing of its number, an edge for every compared pair `(a, b, evidence)` with `a < b`."""
    for a, b, value in pairs:
        clusters[a].edges[b] = clusters[b].edges[a] = Edge(round(value, 6), value, 1, value, a, b)


def components(size: int, pairs: Iterable[tuple[int, int]]) -> Sequence[int]:
    """For each of `size` things the smallest one that pairs join it with, over however many pairs. Union-find with path halving."""
    root = list(range(size))
    for pair in pairs:
        a, b = pair
        while root[a] != a:
            root[a] = a = root[root[a]]
        while root[b] != b:
            root[b] = b = root[root[b]]
        if a < b:
            root[b] = a
        else:
            root[a] = b
    for n in range(size):
        root[n] = root[root[n]]
    return root
