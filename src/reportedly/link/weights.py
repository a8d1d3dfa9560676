"""The table of comparisons with their weights, and the score they make. A change here bumps the version of `cluster.link`.

A weight is what the rule counts when it is sure, against `BACKGROUND`, what it takes to believe that two claims
are one happening at all. The values are set by hand and held by the pairs of tests/link/test_cluster.py.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from reportedly.link import likeness, likeness_names
from reportedly.link.facts import ClaimFacts
from reportedly.link.likeness import Opinion
from reportedly.model import Link, Reason


@dataclass(frozen=True, slots=True)
class Comparison:
    """One line of the table."""

    name: str
    compare: Callable[[ClaimFacts, ClaimFacts], Opinion | None]
    weight: float
    within: bool = True
    """Whether it may have a view of two claims of one report."""
    across: bool = True
    """Whether it may have a view of what two reports tell."""


COMPARISONS: tuple[Comparison, ...] = (
    Comparison("coreference", likeness.coreference, 14.0, across=False),
    Comparison("kind", likeness.kind, 2.0),
    Comparison("place", likeness.place, 4.0),
    Comparison("when", likeness.when, 4.0),
    Comparison("published", likeness.published, 4.0, within=False),
    Comparison("actor", likeness_names.actor, 2.0),
    Comparison("target", likeness_names.target, 2.0),
    Comparison("weapon", likeness_names.weapon, 1.5),
    Comparison("platform", likeness_names.platform, 4.0),
    Comparison("launched_from", likeness.launched_from, 3.0),
    Comparison("counts", likeness_names.counts, 3.0),
    Comparison("wording", likeness_names.wording, 5.0, within=False),
    Comparison("speaker", likeness.speaker, 1.5, within=False),
    Comparison("adjacent", likeness.adjacent, 2.0, across=False),
    Comparison("sentence", likeness.sentence, 1.5, across=False),
    Comparison("opening", likeness.opening, 4.0, across=False),
    Comparison("focus", likeness.focus, 2.0, across=False),
    Comparison("toll", likeness.toll, 2.0, across=False),
    Comparison("whole", likeness.whole, 8.0),
    Comparison("another", likeness.another, 5.0, across=False),
)
"""In the order in which reasons are shown."""

WITHIN = tuple((rule.name, rule.compare, rule.weight) for rule in COMPARISONS if rule.within)
ACROSS = tuple((rule.name, rule.compare, rule.weight) for rule in COMPARISONS if rule.across)
"""The name, comparison and weight of those that may have a view of claims of one report, and of two."""

BACKGROUND = 4.0
"""Two claims of two reports taken at random seldom speak of one happening."""

BACKGROUND_IN_REPORT = 2.5
"""Two claims of one report do so more often."""

UNANCHORED = 6.0
"""What stands against two reports that share nothing which only one happening has."""

ANCHORS: dict[str, float] = {
    "place": 1.0,
    "platform": 1.0,
    "launched_from": 1.0,
    "wording": 1.0,
    "counts": 1.0,
    "when": 0.5,
    "actor": 0.25,
    "target": 0.25,
}
"""How much a sure, favourable answer ties two reports to one happening. Together they must reach 1."""

SURE = 0.55
"""A rule anchors only with at least this much likeness and share."""

Ground = tuple[str, float, float, Callable[[], str]]
"""A rule's name, likeness, weight and why."""


def grounds(a: ClaimFacts, b: ClaimFacts) -> list[Ground]:
    """Every ground for or against, in the table's order, the background last."""
    found: list[Ground] = []
    anchored = 0.0
    same_report = a.claim.report == b.claim.report
    for name, compare, full in WITHIN if same_report else ACROSS:
        if (opinion := compare(a, b)) is not None:
            alike, share, said = opinion
            found.append((name, alike, full * share, said))
            if alike >= SURE and share >= SURE and name in ANCHORS:
                anchored += ANCHORS[name]
    if same_report:
        found.append(("background", 0.0, BACKGROUND_IN_REPORT, lambda: "a report speaks of several happenings"))
        return found
    found.append(("background", 0.0, BACKGROUND, lambda: "two claims taken at random seldom speak of one happening"))
    if anchored < 1.0:
        found.append(("unanchored", 0.0, UNANCHORED, lambda: "no place, name, number or day that only one happening has ties them"))
    return found


def evidence(found: list[Ground]) -> float:
    """How far the grounds speak for (above 0) or against (below): the weights times the distance of likeness from one half.

    It is above 0 exactly when the link's score is above one half.
    """
    total = 0.0
    for _, alike, weight, _ in found:
        total += weight * (2 * alike - 1)
    return total


def explain(a: ClaimFacts, b: ClaimFacts) -> Link:
    """The link between two claims with all its reasons, whether they are of one event or not."""
    first, second = (a, b) if a.index < b.index else (b, a)
    found = grounds(first, second)
    total = sum(weight for _, _, weight, _ in found)
    return Link(
        a=first.claim.id,
        b=second.claim.id,
        score=round(sum(likeness_ * weight for _, likeness_, weight, _ in found) / total, 6),
        reasons=tuple(Reason(rule=name, likeness=likeness_, weight=weight, why=why()) for name, likeness_, weight, why in found),
    )
