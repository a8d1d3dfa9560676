"""Signs across reports, from the pairs of groups that linking compares anyway: rows of happenings with single ones, and unsure links.

Only who shares a block is looked at, and only what the last step of linking touched, so the number of signs is bounded as that
of compared pairs is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from reportedly.link.facts import ClaimFacts
from reportedly.link.weights import grounds
from reportedly.link.whole import holds
from reportedly.model import Sign, SignRule, TieKind

MARGIN = 3.0
"""Evidence below 0 by less than this is just below what joins: one more thing in common, or one less that differs, would do it."""

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
    return Sign(
        kind=TieKind.MAY_BE_SAME,
        a=asked.told(n).claim.id,
        b=asked.told(m).claim.id,
        rule=SignRule.EVIDENCE,
        weight=mean,
        why=_why(asked.told(n), asked.told(m)),
    )


def _why(a: ClaimFacts, b: ClaimFacts) -> str:
    """What speaks most for and most against two claims being of one event, in words."""
    found = [ground for ground in grounds(a, b) if ground[0] not in ("background", "unanchored")]
    sides = [(weight * (2 * likeness - 1), why) for _, likeness, weight, why in found]
    best = max(sides, default=(0.0, ""))
    worst = min(sides, default=(0.0, ""))
    told = f"alike: {best[1]}" if best[0] > 0 else "little is told of either"
    return f"{told}; but {worst[1]}" if worst[0] < 0 else told
