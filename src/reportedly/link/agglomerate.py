"""Average-link agglomeration: the two clusters that speak most strongly for one happening are joined, until none do.

The evidence between two clusters is the mean over their compared pairs. Ties are broken by the casebook's order, so the order
of the input plays no part. Time: O(p log p) in the number p of pairs, besides the checks of cannot-link facts.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from reportedly.link.apart import apart, apart_in_report, signature
from reportedly.link.blocks import Rank
from reportedly.link.facts import ClaimFacts

REMEMBERED = 1_000_000
"""So many answers about two shapes are kept before all are forgotten: about 90 MB."""

PAIR = 40
"""Bits of the greater of two numbers of shapes in the one number that stands for both."""


class Edge(NamedTuple):
    """What the compared pairs between two clusters say: the sum of their evidence, their number, and the best pair."""

    total: float
    pairs: int
    best: float
    a: int
    b: int

    @property
    def mean(self) -> float:
        """The evidence of an average pair, rounded so that the order of adding up does not matter."""
        return round(self.total / self.pairs, 6)

    def plus(self, other: Edge) -> Edge:
        """Both together."""
        best, a, b = min((-self.best, self.a, self.b), (-other.best, other.a, other.b))
        return Edge(self.total + other.total, self.pairs + other.pairs, -best, a, b)


@dataclass(slots=True)
class Cluster:
    """A growing cluster: its members, what tells it apart from others (by the number of its shape), its edges and its enemies.

    The members of the cluster that has the first of them all stand first, whichever was put into which. `ends` are its first and last
    member in time, each behind its rank; None where time plays no part.
    """

    members: list[int]
    shapes: dict[int, ClaimFacts]
    by_report: dict[str, list[ClaimFacts]]
    edges: dict[int, Edge] = field(default_factory=dict)
    enemies: set[int] = field(default_factory=set)
    ends: tuple[tuple[Rank, int], tuple[Rank, int]] | None = None

    def absorb(self, other: Cluster) -> None:
        """Take in another cluster's members, with all that is known of them but its edges."""
        if len(self.members) == 1:
            self.shapes = dict(self.shapes)
        self.shapes.update(other.shapes)
        self.members = self.members + other.members if self.members[0] < other.members[0] else other.members + self.members
        for report, members in other.by_report.items():
            self.by_report[report] = [*self.by_report.get(report, ()), *members]
        self.enemies |= other.enemies
        if self.ends is not None and other.ends is not None:
            self.ends = (min(self.ends[0], other.ends[0]), max(self.ends[1], other.ends[1]))


class Strangers:
    """Which claims cannot be of one event. What two shapes answer is asked once, as long as it is remembered."""

    def __init__(self) -> None:
        self._numbers: dict[Hashable, int] = {}
        self._known: dict[int, bool] = {}

    def shapes(self, members: Iterable[ClaimFacts]) -> dict[int, ClaimFacts]:
        """One claim for each shape among some, by the number of the shape: claims of one shape are apart from the same claims."""
        return {self._numbers.setdefault(signature(each), len(self._numbers)): each for each in members}

    def apart(self, one: Mapping[int, ClaimFacts], other: Mapping[int, ClaimFacts]) -> bool:
        """Whether two claims of these shapes cannot be of one event."""
        known = self._known
        for a, x in one.items():
            for b, y in other.items():
                pair = (a << PAIR) | b if a < b else (b << PAIR) | a
                strange = known.get(pair)
                if strange is None:
                    if len(known) >= REMEMBERED:
                        known.clear()
                    strange = known[pair] = apart(x, y) is not None
                if strange:
                    return True
        return False

    def may_join(self, one: Cluster, other: Cluster) -> bool:
        """Whether nothing keeps the claims of two clusters apart."""
        if self.apart(one.shapes, other.shapes):
            return False
        shared = one.by_report.keys() & other.by_report.keys()
        return not any(apart_in_report(x, y) for r in shared for x in one.by_report[r] for y in other.by_report[r])


def agglomerate(clusters: dict[int, Cluster], may_join: Callable[[Cluster, Cluster], bool]) -> list[tuple[int, int]]:
    """Join clusters in place, best first; the pairs that joined them. Each cluster is known by the number of one of its members."""
    queue = [(-e.mean, e.a, e.b, n, m) for n, c in clusters.items() for m, e in c.edges.items() if n < m and e.mean > 0]
    heapq.heapify(queue)
    joined: list[tuple[int, int]] = []
    while queue:
        negative, a, b, n, m = heapq.heappop(queue)
        edge = clusters[n].edges.get(m) if n in clusters else None
        if edge is None or (-edge.mean, edge.a, edge.b) != (negative, a, b):
            continue
        if m in clusters[n].enemies or not may_join(clusters[n], clusters[m]):
            clusters[n].enemies.add(m)
            clusters[m].enemies.add(n)
            continue
        joined.append((a, b))
        stays, changed = _join(clusters, n, m)
        for other in changed:
            new = clusters[stays].edges[other]
            if new.mean > 0:
                heapq.heappush(queue, (-new.mean, new.a, new.b, min(stays, other), max(stays, other)))
    return joined


def _join(clusters: dict[int, Cluster], n: int, m: int) -> tuple[int, list[int]]:
    """Put the cluster with fewer edges into the other; the number of the one that stays, and to whom it has changed edges."""
    if len(clusters[m].edges) > len(clusters[n].edges):
        n, m = m, n
    one, other = clusters[n], clusters.pop(m)
    one.absorb(other)
    for enemy in other.enemies:
        if enemy in clusters:
            clusters[enemy].enemies.add(n)
    one.edges.pop(m, None)
    changed: list[int] = []
    for third, edge in other.edges.items():
        if third == n:
            continue
        total = one.edges[third].plus(edge) if third in one.edges else edge
        one.edges[third] = total
        clusters[third].edges[n] = total
        clusters[third].edges.pop(m, None)
        changed.append(third)
    return n, sorted(changed)


def compared(clusters: Mapping[int, Cluster], pairs: Iterable[tuple[int, int, float]]) -> None:
    """Give clusters, each still the thing of its number, an edge for every compared pair `(a, b, evidence)` with `a < b`."""
    for a, b, value in pairs:
        clusters[a].edges[b] = clusters[b].edges[a] = Edge(value, 1, value, a, b)


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
