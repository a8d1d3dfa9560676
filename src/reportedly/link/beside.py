"""Signs across reports, from the pairs of groups that linking compares anyway: rows of happenings with single ones, and unsure links.

Only who shares a block is looked at, and only what the last step of linking touched, so the number of signs is bounded as that
of compared pairs is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from reportedly.link.facts import ClaimFacts
from reportedly.link.weights import Ground, grounds
from reportedly.link.whole import holds
from reportedly.model import Sign, SignRule, TieKind

MARGIN = 2.5
"""Evidence below 0 by no more than this is just below what joins: one more thing in common, or one less that differs, would do it."""

IN_COMMON = frozenset({"place", "platform", "launched_from"})
"""Comparisons of which one must speak clearly for two that may be the same: a number or words alone are no reason to ask."""

TIMES = frozenset({"when", "published"})
"""Comparisons of which one must speak for it: nobody is asked about what may be years apart."""

CLEARLY, RATHER = 0.8, 0.5
"""Likeness from which a comparison speaks clearly for one happening, and more for than against."""

LOOKING_BACK_DAYS = 183
"""So long after it a report may still tell of a happening without its day."""

TOWN = 2
"""Places up to this precision are towns and spots near them."""

Pair = tuple[int, int]


class Beside:
    """Pairs of groups of different reports that were compared and may be tied: noted while linking compares them."""

    def __init__(self) -> None:
        self.near: list[Pair] = []
        self.held: list[Pair] = []

    def note(self, pair: Pair, a: ClaimFacts, b: ClaimFacts, value: float | None) -> None:
        """Hear what comparing a pair gave: its evidence, or None where the two cannot be one happening."""
        if value is None:
            if a.series is not b.series and (a.single or b.single):
                self.held.append(pair if a.series else (pair[1], pair[0]))
        elif -MARGIN < value <= 0:
            self.near.append(pair)


class Asked(NamedTuple):
    """What is asked of a linker: who speaks for a group, the number of its cluster, the groups of that, who is compared with a group.

    `value` is the evidence for two groups of different reports, or None where they cannot be one happening; `apart` tells whether
    something keeps two clusters apart, or a report tells of both; `order` is the place of a group in the casebook's order.
    """

    told: Callable[[int], ClaimFacts]
    cluster_of: Callable[[int], int]
    groups: Callable[[int], Sequence[int]]
    near: Callable[[int], set[int]]
    value: Callable[[int, int], float | None]
    apart: Callable[[int, int], bool]
    order: Callable[[int], tuple[object, ...]]


def held(pairs: Iterable[Pair], told: Callable[[int], ClaimFacts]) -> Iterator[Sign]:
    """The signs of those pairs of groups, the whole first, of which one holds the other."""
    for whole, part in sorted(set(pairs)):
        a, b = told(whole), told(part)
        if (found := holds(a, b)) is not None:
            yield Sign(kind=TieKind.PART_OF, a=a.claim.id, b=b.claim.id, rule=SignRule.CONTAINMENT, weight=found.weight, why=found.why)


def unsure(pairs: Iterable[Pair], asked: Asked) -> Iterator[Sign]:
    """A sign for each two clusters that are just below what joins, over all their compared pairs, where nothing keeps them apart."""
    clusters = {tuple(sorted((asked.cluster_of(n), asked.cluster_of(m)))) for n, m in pairs}
    for one, other in sorted(clusters):
        if one != other and not asked.apart(one, other) and (found := _unsure(one, other, asked)) is not None:
            yield found


def _unsure(one: int, other: int, asked: Asked) -> Sign | None:
    small, large = sorted((asked.groups(one), asked.groups(other)), key=len)
    there = frozenset(large)
    pairs = [(n, m) if asked.order(n) < asked.order(m) else (m, n) for n in small for m in asked.near(n) & there]
    pairs.sort(key=lambda pair: (asked.order(pair[0]), asked.order(pair[1])))
    values = [(value, n, m) for n, m in pairs if (value := asked.value(n, m)) is not None]
    if not values or len(values) < len(pairs):
        return None
    mean = round(sum(value for value, _, _ in values) / len(values), 6)
    if not -MARGIN < mean <= 0:
        return None
    _, n, m = max(values, key=lambda each: each[0])
    found = grounds(asked.told(n), asked.told(m))
    if not _is_worth_asking(asked.told(n), asked.told(m), found):
        return None
    return Sign(
        kind=TieKind.MAY_BE_SAME,
        a=asked.told(n).claim.id,
        b=asked.told(m).claim.id,
        rule=SignRule.EVIDENCE,
        weight=mean,
        why=_why(found),
    )


def _is_worth_asking(a: ClaimFacts, b: ClaimFacts, found: Sequence[Ground]) -> bool:
    """Whether two have a place or a ship in common, and are near in time."""
    if not any(rule in IN_COMMON and likeness >= CLEARLY and weight > 1 for rule, likeness, weight, _ in found):
        return False
    return any(rule in TIMES and likeness > RATHER for rule, likeness, _, _ in found) or _is_looked_back_on(a, b)


def _is_looked_back_on(a: ClaimFacts, b: ClaimFacts) -> bool:
    """Whether a later report tells without a day what is of one kind and in one town with what the other dates."""
    dated, undated = (a, b) if b.when is None else (b, a)
    if undated.when is not None or dated.when is None or dated.when.end is None or a.claim.kind is not b.claim.kind:
        return False
    if undated.report.published is None or {x.id for x in a.places if x.precision <= TOWN}.isdisjoint(x.id for x in b.places):
        return False
    return 0 <= (undated.report.published - dated.when.end).days <= LOOKING_BACK_DAYS


def _why(found: Sequence[Ground]) -> str:
    """What speaks most for and most against two claims being of one event, in words."""
    sides = [(weight * (2 * likeness - 1), why()) for rule, likeness, weight, why in found if rule not in ("background", "unanchored")]
    best, worst = max(sides, default=(0.0, "")), min(sides, default=(0.0, ""))
    return f"alike: {best[1]}; but {worst[1]}" if worst[0] < 0 else f"alike: {best[1]}; but little else is told"
