"""What each report tells, happening by happening: the claims of one report in groups. Needs nothing of other reports."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.link.agglomerate import Cluster, agglomerate, compared, may_join
from reportedly.link.blocks import neighbours
from reportedly.link.facts import ClaimFacts, facts
from reportedly.link.pool import pooled
from reportedly.link.sequel import told
from reportedly.link.strangers import Strangers, Traits
from reportedly.link.weights import evidence, grounds
from reportedly.model import Claim, Report, Sign


@dataclass(frozen=True, slots=True)
class Group:
    """The claims of one report that speak of one happening, in the order of the text, and what they tell taken together.

    `traits` are those of the claims, `held` the pairs of claims that joined them.
    """

    told: ClaimFacts
    members: tuple[ClaimFacts, ...]
    traits: Traits
    held: tuple[tuple[ClaimFacts, ClaimFacts], ...]


@dataclass(frozen=True, slots=True)
class Telling:
    """A report's groups in order, and what keeps two of them apart, by their numbers in that order, the smaller first.

    `against` is the evidence, 0 or below, of an average pair between two groups; `enemies` cannot be one happening. `signs` tell how
    claims of different groups stand to each other.
    """

    report: str
    groups: tuple[Group, ...]
    against: tuple[tuple[int, int, float], ...] = ()
    enemies: tuple[tuple[int, int], ...] = ()
    signs: tuple[Sign, ...] = ()


def telling(report: Report, claims: Sequence[Claim], strangers: Strangers) -> Telling:
    """What a report tells. `claims` are all of its claims, in any order."""
    known = facts([report], claims)
    clusters = {n: Cluster([n], strangers.traits([each]), {report.id: [each]}) for n, each in enumerate(known)}
    pairs = [(a, b) for a, b in neighbours(known) if may_join(clusters[a], clusters[b], strangers)]
    compared(clusters, ((a, b, evidence(grounds(known[a], known[b]))) for a, b in pairs))
    joined = agglomerate(clusters, lambda one, other: may_join(one, other, strangers))
    ordered = sorted(clusters, key=lambda n: min(clusters[n].members))
    number = {n: at for at, n in enumerate(ordered)}
    group_of = {m: number[n] for n in ordered for m in clusters[n].members}
    held: list[list[tuple[ClaimFacts, ClaimFacts]]] = [[] for _ in ordered]
    for a, b in joined:
        held[group_of[a]].append((known[a], known[b]))
    against = [(number[n], number[m], e.mean) for n in ordered for m, e in clusters[n].edges.items() if e.mean <= 0]
    enemies = [(number[n], number[m]) for n in ordered for m in clusters[n].enemies if m in number]
    return Telling(
        report.id,
        tuple(_group([known[m] for m in sorted(clusters[n].members)], strangers, held[number[n]]) for n in ordered),
        tuple(sorted(each for each in against if each[0] < each[1])),
        tuple(sorted(each for each in enemies if each[0] < each[1])),
        told(known),
    )


def _group(members: Sequence[ClaimFacts], strangers: Strangers, held: Sequence[tuple[ClaimFacts, ClaimFacts]]) -> Group:
    return Group(pooled(members), tuple(members), strangers.traits(members), tuple(held))
