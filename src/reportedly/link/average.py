"""Average-link agglomeration of numbered things over pairs with evidence for and against."""

from __future__ import annotations

import heapq
from collections.abc import Mapping


def average_link(number: int, evidence: Mapping[tuple[int, int], float], *, absent: float) -> list[list[int]]:
    """Join things 0 to `number` - 1, those two clusters first whose pairs speak most for it, while they do on average (above 0).

    `evidence` has pairs `(a, b)` with `a < b`; a pair that is not there counts as `absent`. Clusters and their members are in order.
    Ties go to the smaller numbers, so the order of `evidence` plays no part. Time: O(p log p) in the number p of pairs.
    """
    members = {n: [n] for n in range(number)}
    edges: dict[int, dict[int, tuple[float, int]]] = {n: {} for n in range(number)}
    for (a, b), value in sorted(evidence.items()):
        edges[a][b] = edges[b][a] = (value, 1)

    def mean(a: int, b: int) -> float:
        total, pairs = edges[a][b]
        possible = len(members[a]) * len(members[b])
        return round((total + absent * (possible - pairs)) / possible, 6)

    queue = [(-mean(a, b), a, b) for a, b in evidence if mean(a, b) > 0]
    heapq.heapify(queue)
    while queue:
        negative, a, b = heapq.heappop(queue)
        if a not in members or b not in members or -mean(a, b) != negative:
            continue
        _join(members, edges, a, b)
        for c in sorted(edges[a]):
            if (value := mean(a, c)) > 0:
                heapq.heappush(queue, (-value, min(a, c), max(a, c)))
    return [sorted(members[n]) for n in sorted(members, key=lambda n: min(members[n]))]


def _join(members: dict[int, list[int]], edges: dict[int, dict[int, tuple[float, int]]], a: int, b: int) -> None:
    """Put cluster b into a."""
    members[a] += members.pop(b)
    edges[a].pop(b)
    theirs = edges.pop(b)
    theirs.pop(a)
    for c, (total, pairs) in theirs.items():
        edges[c].pop(b)
        before, seen = edges[a].get(c, (0.0, 0))
        edges[a][c] = edges[c][a] = (before + total, seen + pairs)
