"""Average-link agglomeration: the two clusters that speak most strongly for one happening are joined, until none do.

The evidence between two clusters is the mean over their compared pairs. So no cluster that others make by joining speaks more
strongly for a third one than the stronger of them did, and two clusters of which each is the other's strongest can be joined at once,
whatever happens elsewhere: it comes to the same as joining the strongest of all first, and all that is needed is near. They are found
by going from a cluster to its strongest, and from that one on, until two point at each other (a chain of nearest neighbours: F. Murtagh,
The Computer Journal 26(4), 1983, p. 354). Evidence is added up in whole millionths, so no order of adding plays a part, and ties are
broken by the casebook's order.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from reportedly.link.apart import apart_in_report
from reportedly.link.blocks import Rank
from reportedly.link.facts import ClaimFacts
from reportedly.link.strangers import Strangers, Traits, together

MILLION = 1_000_000
"""Evidence is counted in millionths."""


class Edge(NamedTuple):
    """What the compared pairs between two clusters say: the mean of their evidence, its sum in millionths, their number, and the best pair.

    Of several best pairs it is the first in the casebook's order.
    """

    mean: float
    total: int
    pairs: int
    best: int
    a: int
    b: int

    def plus(self, other: Edge) -> Edge:
        """Both together."""
        total, pairs = self.total + other.total, self.pairs + other.pairs
        mine_first = (-self.best, self.a, self.b) <= (-other.best, other.a, other.b)
        return Edge(total / pairs / MILLION, total, pairs, *(self[3:] if mine_first else other[3:]))


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
    """Join clusters in place, where `joins` lets them; the pairs that spoke most for each two that were joined.

    Each cluster is known by the number of one of its members.
    """
    joined: list[tuple[int, int]] = []
    left = list(reversed(clusters))
    chain: list[int] = []
    while chain or left:
        n = chain[-1] if chain else left.pop()
        m = _strongest(clusters[n]) if n in clusters else None
        if m is None:
            del chain[-1:]
        elif len(chain) < 2 or chain[-2] != m:
            chain += [m] if chain else [n, m]
        elif joins(clusters[min(n, m)], clusters[max(n, m)]):
            del chain[-2:]
            edge = clusters[n].edges[m]
            joined.append((edge.a, edge.b))
            left.append(_join(clusters, min(n, m), max(n, m)))
        else:
            left.append(chain.pop())
            clusters[n].enemies.add(m)
            clusters[m].enemies.add(n)
    return joined


def _strongest(cluster: Cluster) -> int | None:
    """Which other one that is no enemy a cluster speaks most strongly for being one with, or None."""
    found: int | None = None
    mean, first = 0.0, (0, 0)
    for m, edge in cluster.edges.items():
        stronger = edge.mean > mean or (edge.mean == mean and (edge.a, edge.b) < first)
        if stronger and m not in cluster.enemies:
            found, mean, first = m, edge.mean, (edge.a, edge.b)
    return found


def _join(clusters: dict[int, Cluster], n: int, m: int) -> int:
    """Put the cluster with fewer edges into the other; the number of the one that stays."""
    if len(clusters[m].edges) > len(clusters[n].edges):
        n, m = m, n
    one, other = clusters[n], clusters.pop(m)
    one.absorb(other)
    for enemy in other.enemies:
        if enemy in clusters:
            clusters[enemy].enemies.add(n)
    edges = one.edges
    del edges[m], other.edges[n]
    for third, edge in other.edges.items():
        had = edges.get(third)
        edges[third] = total = edge if had is None else had.plus(edge)
        there = clusters[third].edges
        del there[m]
        there[n] = total
    return n


def compared(clusters: Mapping[int, Cluster], pairs: Iterable[tuple[int, int, float]]) -> None:
    """Give clusters, each still the thing of its number, an edge for every compared pair `(a, b, evidence)` with `a < b`."""
    for a, b, value in pairs:
        total = round(value * MILLION)
        clusters[a].edges[b] = clusters[b].edges[a] = Edge(total / MILLION, total, 1, total, a, b)


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
