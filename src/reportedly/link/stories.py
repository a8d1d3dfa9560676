"""Which reports tell one story: whole reports compared by their words, and grouped without knowing how many groups there are.

A report is compared with those that share its rarer words. A pair has a row of signs (`SIGNS`); a logistic regression, fitted by
`bench/fit_stories.py`, makes one probability of them. Two strikes on one town are told in much the same words. What holds them apart: days
and figures that both reports open with and that differ, and whether the two have the same nearest reports (weighted shared neighbours,
after Jarvis and Patrick 1973).
"""

from __future__ import annotations

import functools
import heapq
import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from importlib import resources

from reportedly.link.average import average_link
from reportedly.link.terms import Terms, Vectors, View, terms
from reportedly.model import Report

NEAREST = 60
"""A report is compared with so many that share most of its rarer words."""

MOST = 400
"""A word that more reports have brings none together."""

LEAST = 0.02
"""Reports that share less of their rarer words are not compared."""

NEIGHBOURS = 8
"""So many nearest reports, itself among them, are held against those of another report."""

CUT = 0.35
"""Groups are joined while an average pair tells one story with more than this probability. Chosen on the development texts among
0.35 to 0.5 (docs/quality.md)."""

MIXED = (View.ALL, View.NAMES, View.LEAD, View.PAIRS)
"""The views by whose mean the nearest reports are found."""

HOLDING = (View.DAYS, View.LEAD_DAYS, View.FIGURES)
"""The views in which two reports that share nothing may be of different stories."""

LIKE = (*(view.value for view in View), "shared neighbours")
UNLIKE = tuple(f"{view.value} differ" for view in HOLDING)
SIGNS = (*LIKE, *UNLIKE)
"""The signs of a pair, each 0 to 1, in the order of `Signs`: likenesses first, then what differs."""

Signs = tuple[float, ...]
Pair = tuple[int, int]


def weights_from(lines: Sequence[str]) -> dict[str, float]:
    """A table of names and weights, as the files in `data/` have it: comments with #, then a heading, then a line each."""
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")][1:]
    return {name: float(weight) for name, weight in rows}


@functools.cache
def fitted() -> Mapping[str, float]:
    """The weights that come with the package."""
    return weights_from((resources.files("reportedly.link") / "data" / "story_weights.tsv").read_text(encoding="utf-8").splitlines())


def stories(reports: Sequence[Report], weights: Mapping[str, float] | None = None) -> tuple[tuple[str, ...], ...]:
    """The ids of the reports of each story; every report is in one. The same for the same reports in any order."""
    ordered = sorted(reports, key=lambda report: report.id)
    found = probabilities([terms(report) for report in ordered], fitted() if weights is None else weights)
    clusters = average_link(len(ordered), {pair: value - CUT for pair, value in found.items()}, absent=-CUT)
    return tuple(tuple(ordered[n].id for n in members) for members in clusters)


def probabilities(some: Sequence[Terms], weights: Mapping[str, float]) -> dict[Pair, float]:
    """How likely the two reports of each pair that is compared tell one story."""
    return {pair: probability(found, weights) for pair, found in signs(some).items()}


def probability(found: Signs, weights: Mapping[str, float]) -> float:
    """The probability that goes with the signs of a pair."""
    total = weights["background"] + math.fsum(weights[name] * value for name, value in evidence(found))
    return 1 / (1 + math.exp(-total))


def evidence(found: Signs) -> Iterator[tuple[str, float]]:
    """What is weighed: each likeness and its root, which tells little likeness from none."""
    for name, value in zip(SIGNS, found, strict=True):
        yield name, value
        if name in LIKE:
            yield f"{name} (root)", math.sqrt(max(0.0, value))


def signs(some: Sequence[Terms]) -> dict[Pair, Signs]:
    """The likenesses of each pair of reports that share rarer words, by their numbers, the smaller first."""
    vectors = Vectors(some)
    cosines = {(a, b): tuple(vectors.cosine(a, b, view) for view in View) for a, b in sorted(_near(vectors))}
    near = _neighbours(len(some), cosines)
    return {
        (a, b): (*found, _shared(near[a], near[b]), *(float(vectors.differ(a, b, view)) for view in HOLDING))
        for (a, b), found in cosines.items()
    }


def _near(vectors: Vectors) -> set[Pair]:
    """Pairs of reports to be compared. At most `NEAREST` a report, found through words that at most `MOST` reports have."""
    holders: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for n, views in enumerate(vectors.of):
        for term, value in views[View.ALL].items():
            if 1 < vectors.reports[View.ALL][term] <= MOST:
                holders[term].append((n, value))
    pairs: set[Pair] = set()
    for n, views in enumerate(vectors.of):
        shared: dict[int, float] = defaultdict(float)
        for term, value in views[View.ALL].items():
            for m, theirs in holders.get(term, ()):
                shared[m] += value * theirs
        shared.pop(n, None)
        best = heapq.nsmallest(NEAREST, ((-round(value, 9), m) for m, value in shared.items() if value >= LEAST))
        pairs |= {(min(n, m), max(n, m)) for _, m in best}
    return pairs


def _neighbours(number: int, cosines: Mapping[Pair, Signs]) -> list[dict[int, float]]:
    """For each report its nearest ones, with their likeness; itself with 1."""
    views = list(View)
    near: list[list[tuple[float, int]]] = [[] for _ in range(number)]
    for (a, b), found in cosines.items():
        mixed = round(sum(found[views.index(view)] for view in MIXED) / len(MIXED), 9)
        near[a].append((-mixed, b))
        near[b].append((-mixed, a))
    return [{n: 1.0} | {m: -value for value, m in heapq.nsmallest(NEIGHBOURS - 1, some)} for n, some in enumerate(near)]


def _shared(one: Mapping[int, float], other: Mapping[int, float]) -> float:
    """The part of two neighbourhoods that is common to both (weighted Jaccard)."""
    less = math.fsum(min(value, other[n]) for n, value in one.items() if n in other)
    return less / (math.fsum(one.values()) + math.fsum(other.values()) - less)
