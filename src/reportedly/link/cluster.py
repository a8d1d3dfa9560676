"""Claims to clusters: average-link agglomeration over the candidate pairs, with cannot-link facts held.

It is done twice: first the claims of each report, then, across reports, the groups that this gave, each with all that its
report says of the happening.

The two clusters whose compared pairs speak most strongly for one happening are joined, unless a pair between them cannot
be one; and so on until no two clusters have evidence above zero. Ties are broken by the casebook's order, so the order of
the input plays no part. Time: O(p log p) in the number p of candidate pairs, besides the checks of cannot-link facts.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from reportedly.link.apart import apart, apart_in_report, signature
from reportedly.link.blocks import candidates, neighbours
from reportedly.link.facts import ClaimFacts, facts
from reportedly.link.pool import pooled
from reportedly.link.weights import evidence, explain, grounds
from reportedly.model import Claim, Link, Report
from reportedly.plugins import stage


class Linked(NamedTuple):
    """Claim ids of each event, in the casebook's order; and the links that hold the events together.

    Every claim is in exactly one cluster. A cluster of n claims has n - 1 links: of each two parts that
    were joined, the pair that spoke most for it. `weights.explain` tells about any other pair.
    """

    clusters: tuple[tuple[str, ...], ...]
    links: tuple[Link, ...]


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
    """A growing cluster: its members, what tells it apart from others (by the number of its shape), its edges and its enemies."""

    members: list[int]
    shapes: dict[int, ClaimFacts]
    by_report: dict[str, list[ClaimFacts]]
    edges: dict[int, Edge] = field(default_factory=dict)
    enemies: set[int] = field(default_factory=set)


class Strangers:
    """Which clusters hold claims that cannot be of one event. What two shapes answer is asked once."""

    def __init__(self) -> None:
        self.known: dict[tuple[int, int], bool] = {}

    def may_join(self, one: Cluster, other: Cluster) -> bool:
        """Whether nothing keeps the claims of two clusters apart."""
        for a, x in one.shapes.items():
            for b, y in other.shapes.items():
                pair = (a, b) if a < b else (b, a)
                strange = self.known.get(pair)
                if strange is None:
                    strange = self.known[pair] = apart(x, y) is not None
                if strange:
                    return False
        shared = one.by_report.keys() & other.by_report.keys()
        return not any(apart_in_report(x, y) for r in shared for x in one.by_report[r] for y in other.by_report[r])


@stage(
    version=1,
    reads={
        "report.text",
        "report.published",
        "report.headline",
        "report.boilerplate",
        "claim.kind",
        "claim.modality",
        "claim.chain",
        "claim.spans",
        "claim.trigger",
        "claim.refers_to",
        "claim.values",
    },
    makes={"links", "clusters"},
)
def link(reports: Sequence[Report], claims: Sequence[Claim]) -> Linked:
    """Which claims speak of one happening, and why. The same for the same claims in any order.

    Raises:
        KeyError: a claim's report is not among `reports`.
    """
    known = facts(reports, claims)
    shapes: dict[tuple[object, ...], int] = {}
    clusters = {n: Cluster([n], {shapes.setdefault(signature(f), len(shapes)): f}, {f.claim.report: [f]}) for n, f in enumerate(known)}
    strangers = Strangers()
    _compare(clusters, known, neighbours(known), strangers)
    joined = [(known[a], known[b]) for a, b in _agglomerate(clusters, strangers)]
    groups = [clusters[n] for n in sorted(clusters, key=lambda n: min(clusters[n].members))]
    told = [pooled([known[n] for n in sorted(group.members)]) for group in groups]
    across = _across(clusters, groups)
    _compare(across, told, candidates(told), strangers)
    joined += [(told[a], told[b]) for a, b in _agglomerate(across, strangers)]
    ordered = sorted(sorted(c.members) for c in across.values())
    return Linked(
        tuple(tuple(known[n].claim.id for n in members) for members in ordered),
        tuple(explain(a, b) for a, b in sorted(joined, key=lambda pair: (pair[0].index, pair[1].index))),
    )


def _compare(clusters: dict[int, Cluster], known: Sequence[ClaimFacts], pairs: Iterable[tuple[int, int]], strangers: Strangers) -> None:
    """Give the clusters, each still the thing of its number, an edge for every pair that can be one happening."""
    for a, b in pairs:
        if not strangers.may_join(clusters[a], clusters[b]):
            continue
        value = evidence(grounds(known[a], known[b]))
        clusters[a].edges[b] = clusters[b].edges[a] = Edge(value, 1, value, a, b)


def _across(clusters: dict[int, Cluster], groups: Sequence[Cluster]) -> dict[int, Cluster]:
    """The groups of all reports, numbered in order, to be joined across reports. What keeps two of one report apart stays with them."""
    place = {id(group): n for n, group in enumerate(groups)}
    number = {n: place[id(cluster)] for n, cluster in clusters.items()}
    for n, group in enumerate(groups):
        against = {number[m]: edge.mean for m, edge in group.edges.items() if edge.mean <= 0}
        group.edges = {m: Edge(mean, 1, mean, min(n, m), max(n, m)) for m, mean in against.items()}
        group.enemies = {number[m] for m in group.enemies if m in number}
    return dict(enumerate(groups))


def _agglomerate(clusters: dict[int, Cluster], strangers: Strangers) -> list[tuple[int, int]]:
    """Join clusters in place, best first; the pairs that joined them."""
    queue = [(-e.mean, e.a, e.b, n, m) for n, c in clusters.items() for m, e in c.edges.items() if n < m and e.mean > 0]
    heapq.heapify(queue)
    joined: list[tuple[int, int]] = []
    while queue:
        negative, a, b, n, m = heapq.heappop(queue)
        edge = clusters[n].edges.get(m) if n in clusters else None
        if edge is None or (-edge.mean, edge.a, edge.b) != (negative, a, b):
            continue
        if m in clusters[n].enemies or not strangers.may_join(clusters[n], clusters[m]):
            clusters[n].enemies.add(m)
            clusters[m].enemies.add(n)
            continue
        joined.append((a, b))
        for other in _join(clusters, n, m):
            new = clusters[n].edges[other]
            if new.mean > 0:
                heapq.heappush(queue, (-new.mean, new.a, new.b, min(n, other), max(n, other)))
    return joined


def _join(clusters: dict[int, Cluster], n: int, m: int) -> list[int]:
    """Put cluster m into n; the clusters that n now has changed edges to, in order."""
    one, other = clusters[n], clusters.pop(m)
    one.members += other.members
    one.shapes |= other.shapes
    for report, members in other.by_report.items():
        one.by_report.setdefault(report, []).extend(members)
    for enemy in other.enemies:
        if enemy in clusters:
            clusters[enemy].enemies.add(n)
    one.enemies |= other.enemies
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
    return sorted(changed)
