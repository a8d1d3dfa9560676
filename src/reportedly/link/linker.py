"""Linking that goes on: reports are added to what was linked before, and only what they touch is clustered anew.

It is done twice: first the claims of each report (`telling`), then, across reports, the groups that this gave, each with all
that its report says of the happening.

Why adding gives what a run from nothing gives: two clusters that the agglomeration did not join have had no part in each other's
making, so each is what the agglomeration makes of its own members alone. So, with the new groups and every cluster in which a compared pair
went away as the *region*, it is enough to agglomerate the region together with the clusters that have evidence for one
of its members. As long as none of those is joined with the region, nothing outside has changed. One that is joined comes into the
region, and it is done again.
"""

from __future__ import annotations

import datetime as dt
import gc
from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache

from reportedly.link.agglomerate import Cluster, agglomerate, compared, components, may_join
from reportedly.link.beside import MARGIN, Asked, Beside, held, unsure
from reportedly.link.blocks import SMALL, Blocks, Rank, keys_of, rank_of
from reportedly.link.strangers import Strangers, Traits, together
from reportedly.link.telling import Group, Telling, telling
from reportedly.link.weights import evidence, explain, grounds
from reportedly.model import Claim, Link, Report, Sign, TieKind

LONGEST_DAYS = 30
"""A cluster of more groups than a small block has reaches over so many days at most: by then it is no longer one happening."""

Pairs = tuple["array[int]", "array[int]", "array[float]"]
"""Compared pairs of groups, the smaller first, with their evidence: three columns, since there may be tens of millions."""


@dataclass(frozen=True, slots=True)
class Known:
    """What must be kept of one group to link on another day: its claims' ids in order, the keys of its blocks, its rank in them."""

    claims: tuple[str, ...]
    keys: tuple[int, ...]
    rank: Rank


@dataclass(frozen=True, slots=True)
class Made:
    """A cluster that was made: its groups in the casebook's order, and the pairs of groups that were joined."""

    groups: tuple[int, ...]
    joined: tuple[tuple[int, int], ...]


class Linker:
    """All that is linked so far.

    What it holds of a report are a few numbers; `wake` gives the report and all its claims when more must be known, of those that
    were linked on another day (`recall`).
    """

    def __init__(self, wake: Callable[[str], tuple[Report, Sequence[Claim]]] | None = None) -> None:
        self._wake = wake
        self._strangers = Strangers()
        self._blocks = Blocks()
        self._known: dict[int, Known] = {}
        self._awake: dict[int, Group] = {}
        self._numbers: dict[str, range] = {}
        self._apart: dict[str, Telling] = {}
        self._clusters: dict[int, Made] = {}
        self._cluster_of: dict[int, int] = {}
        self._next = 0
        self._values: dict[tuple[int, int], float | None] = {}
        self._beside = Beside()
        self._signs: list[Sign] = []
        self._looked: frozenset[str] = frozenset()
        self._parted: frozenset[tuple[str, str]] = frozenset()

    def add(self, told: Iterable[tuple[Report, Sequence[Claim]]]) -> tuple[Made, ...]:
        """Link reports, each with all its claims, to what is linked already. The clusters that were made anew, in the casebook's order.

        All others are what they were. The same comes of the same reports in any order and in any number of steps.

        Raises:
            ValueError: a report is linked already.
        """
        with _no_search_for_cycles():
            return self._added(told)

    def _added(self, told: Iterable[tuple[Report, Sequence[Claim]]]) -> tuple[Made, ...]:
        new: list[int] = []
        self._signs = []
        for report, claims in sorted(told, key=lambda each: (each[0].published or dt.date.min, each[0].id)):
            new += self._take(telling(report, claims, self._strangers))
        parted = self._blocks.put((n, self._known[n].keys, self._known[n].rank) for n in new)
        region = set(new)
        for n, m in sorted(parted):
            if not self._strangers.apart(self._group(n).traits, self._group(m).traits):
                region.update(self._clusters[self._cluster_of[n]].groups, self._clusters[self._cluster_of[m]].groups)
        made = self._settled(region) if len(region) < len(self._known) else self._agglomerated(region, self._all_pairs())
        self._values.clear()
        replaced = self._replaced(region, made)
        self._sign(region, parted)
        return replaced

    def recall(self, known: Mapping[str, Sequence[Known]], clusters: Iterable[Sequence[str]]) -> None:
        """Take up what was linked on another day: for each report what is `known` of its groups, and the claims of each cluster."""
        of_claim: dict[str, int] = {}
        for report in sorted(known):
            numbers = self._number(report, known[report])
            of_claim.update((claim, n) for n in numbers for claim in self._known[n].claims)
        self._blocks.put((n, self._known[n].keys, self._known[n].rank) for n in sorted(self._known))
        for claims in clusters:
            self._enter(Made(tuple(dict.fromkeys(of_claim[claim] for claim in claims)), ()))

    def known(self, report: str) -> tuple[Known, ...]:
        """What must be kept of a report for `recall`."""
        return tuple(self._known[n] for n in self._numbers[report])

    def clusters(self) -> tuple[Made, ...]:
        """All clusters, in the casebook's order. Those that were recalled do not know which pairs joined them."""
        return tuple(self._clusters[n] for n in sorted(self._clusters, key=self._order))

    def claims(self, made: Made) -> tuple[str, ...]:
        """The ids of a cluster's claims, in the casebook's order."""
        groups = sorted(made.groups, key=self._order)
        claims = [(fact.claim.place, fact.claim.id) for n in groups for fact in self._group(n).members]
        return tuple(claim for _, claim in sorted(claims))

    def links(self, made: Made) -> Iterator[Link]:
        """The links of a cluster that was made: for each two parts that were joined the pair that spoke most for it."""
        pairs = [pair for n in made.groups for pair in self._group(n).held]
        pairs += [(self._group(n).told, self._group(m).told) for n, m in made.joined]
        for a, b in sorted(pairs, key=lambda pair: (pair[0].claim.place, pair[1].claim.place)):
            yield explain(a, b) if a.claim.report == b.claim.report else explain(a, replace(b, index=a.index + 1))

    def signs(self) -> tuple[Sign, ...]:
        """The signs of the reports that were added last, and those across reports of whatever they touched."""
        return tuple(self._signs)

    def is_stale(self, sign: Sign) -> bool:
        """Whether a sign that was there before reports were added last is one no longer, or is among `signs` again if it is."""
        if sign.kind is TieKind.MAY_BE_SAME:
            return sign.a in self._looked or sign.b in self._looked
        return (sign.a, sign.b) in self._parted or (sign.b, sign.a) in self._parted

    def _sign(self, region: Iterable[int], parted: Iterable[tuple[int, int]]) -> None:
        """Find the signs across reports, once the clusters of a region are made."""
        self._looked = frozenset(claim for n in region for claim in self._known[n].claims)
        self._parted = frozenset((self._group(n).told.claim.id, self._group(m).told.claim.id) for n, m in parted)
        asked = Asked(
            told=lambda n: self._group(n).told,
            cluster_of=self._cluster_of.__getitem__,
            groups=lambda each: self._clusters[each].groups,
            near=self._blocks.near,
            value=self._evidence,
            apart=self._kept_apart(),
            order=self._order,
        )
        self._signs += [*held(self._beside.held, asked.told), *unsure(self._beside.near, asked)]
        self._beside = Beside()

    def _kept_apart(self) -> Callable[[int, int], bool]:
        """Tells of the clusters of now whether something keeps two from being one: their claims, or a report that tells of both."""

        @cache
        def crowd(each: int) -> tuple[frozenset[str], Traits]:
            groups = [self._group(n) for n in self._clusters[each].groups]
            return frozenset(group.told.claim.report for group in groups), together(group.traits for group in groups)

        def apart(one: int, other: int) -> bool:
            (mine, has), (yours, have) = crowd(one), crowd(other)
            return not mine.isdisjoint(yours) or self._strangers.apart(has, have)

        return apart

    def _order(self, n: int) -> tuple[str, tuple[int, int], tuple[int, int], str]:
        return self._known[n].rank.place

    def _take(self, told: Telling) -> range:
        """Number the groups of a new report."""
        if told.report in self._numbers:
            raise ValueError(f"Report {told.report} is linked already.")
        known = [
            Known(tuple(m.claim.id for m in each.members), keys_of(each.told), rank_of(each.told, each.members[0].claim))
            for each in told.groups
        ]
        numbers = self._number(told.report, known)
        self._rouse(told)
        self._signs += told.signs
        return numbers

    def _number(self, report: str, known: Sequence[Known]) -> range:
        numbers = self._numbers[report] = range(self._next, self._next + len(known))
        self._next = numbers.stop
        self._known.update(zip(numbers, known, strict=True))
        return numbers

    def _rouse(self, told: Telling) -> None:
        self._awake.update(zip(self._numbers[told.report], told.groups, strict=True))
        if told.against or told.enemies:
            self._apart[told.report] = replace(told, groups=(), signs=())

    def _group(self, n: int) -> Group:
        if n not in self._awake:
            if self._wake is None:
                raise KeyError(n)
            report, claims = self._wake(self._known[n].rank.report)
            self._rouse(telling(report, claims, self._strangers))
        return self._awake[n]

    def _value(self, n: int, m: int) -> float | None:
        """The evidence for two groups, or None where they cannot be one happening. Asked once while reports are added."""
        pair = (n, m) if n < m else (m, n)
        if pair not in self._values:
            self._values[pair] = self._compared(*pair)
        return self._values[pair]

    def _compared(self, n: int, m: int) -> float | None:
        a, b = self._group(n), self._group(m)
        value = self._weighed(a, b)
        self._beside.note((n, m), a.told, b.told, value)
        return value

    def _evidence(self, n: int, m: int) -> float | None:
        return self._weighed(self._group(n), self._group(m))

    def _weighed(self, one: Group, other: Group) -> float | None:
        if self._strangers.apart(one.traits, other.traits):
            return None
        a, b = one.told, other.told
        return evidence(grounds(a, b) if a.claim.report < b.claim.report else grounds(b, a))

    def _all_pairs(self) -> Iterator[tuple[int, int, float]]:
        """Every pair of groups that is compared."""
        for n, near in self._blocks.all_near():
            for m in sorted(near):
                if n < m and (value := self._compared(n, m)) is not None:
                    yield n, m, value

    def _settled(self, region: set[int]) -> list[Made]:
        """The clusters of the region, which grows by the clusters that are joined with it."""
        while True:
            pairs: list[tuple[int, int, float]] = []
            beside: set[int] = set()
            for n in sorted(region):
                for m in sorted(self._blocks.near(n)):
                    if (m not in region or n < m) and (value := self._value(n, m)) is not None:
                        pairs.append((n, m, value))
                        if value > 0 and m not in region:
                            beside.add(self._cluster_of[m])
            outside = {n: each for each in beside for n in self._clusters[each].groups}
            pairs = [each for each in pairs if each[1] in region or each[1] in outside]
            for n, own in outside.items():
                for m in sorted(self._blocks.near(n)):
                    if n < m and outside.get(m) == own and (value := self._value(n, m)) is not None:
                        pairs.append((n, m, value))
            made = self._agglomerated(region | outside.keys(), pairs)
            joined = {outside[n] for each in made if not region.isdisjoint(each.groups) for n in each.groups if n not in region}
            if not joined:
                return [each for each in made if each.groups[0] in region]
            region.update(n for each in joined for n in self._clusters[each].groups)

    def _agglomerated(self, groups: Iterable[int], pairs: Iterable[tuple[int, int, float]]) -> list[Made]:
        """Clusters of groups. What no chain of pairs with evidence for them joins is never joined, so each such part is done by itself."""
        ordered = sorted(groups, key=self._order)
        at = {n: place for place, n in enumerate(ordered)}
        one, other, values = _columns((at[n], at[m], value) for n, m, value in pairs)
        root = components(len(ordered), ((a, b) for a, b, value in zip(one, other, values, strict=True) if value > 0))
        members: dict[int, list[int]] = defaultdict(list)
        for n, first in enumerate(root):
            members[first].append(n)
        rows: dict[int, array[int]] = defaultdict(lambda: array("q"))
        for row, (a, b) in enumerate(zip(one, other, strict=True)):
            if root[a] == root[b]:
                rows[root[a]].append(row)
        made: list[Made] = []
        for first, some in members.items():
            near_first = dict.fromkeys(n for row in rows.get(first, ()) for n in (one[row], other[row])) or some
            clusters = {n: self._alone(n, ordered[n]) for n in near_first}
            self._hold_apart(clusters, ordered, at)
            compared(clusters, ((one[row], other[row], values[row]) for row in rows[first]))
            joined = agglomerate(clusters, lambda one, another: self._may_join(one, another, ordered))
            edges = (each.edges.items() for each in clusters.values())
            self._beside.near += [(ordered[e.a], ordered[e.b]) for some in edges for _, e in some if -MARGIN < e.mean <= 0 < e.best]
            where = {n: key for key, each in clusters.items() for n in each.members}
            pairs_of: dict[int, list[tuple[int, int]]] = defaultdict(list)
            for a, b in joined:
                pairs_of[where[a]].append((ordered[a], ordered[b]))
            made += [Made(tuple(ordered[n] for n in sorted(each.members)), tuple(pairs_of[key])) for key, each in clusters.items()]
        return made

    def _alone(self, n: int, number: int) -> Cluster:
        group = self._group(number)
        end = (self._known[number].rank, n)
        return Cluster([n], group.traits, {group.told.claim.report: list(group.members)}, ends=(end, end))

    def _may_join(self, one: Cluster, other: Cluster, ordered: Sequence[int]) -> bool:
        """Whether nothing keeps two clusters apart, and what they make is no chain.

        Of large blocks only neighbours in time are compared, so a row of likes could grow link by link for ever. So what is
        larger than a small block must be short, and its first, last and middle members must be alike on the whole too.
        """
        if not may_join(one, other, self._strangers):
            return False
        if one.ends is None or other.ends is None or len(one.members) + len(other.members) <= SMALL:
            return True
        days = [end[0].day for end in (*one.ends, *other.ends)]
        if max(days) - min(days) > LONGEST_DAYS:
            return False
        mine, yours = ({each.ends[0][1], each.ends[1][1], each.members[len(each.members) // 2]} for each in (one, other) if each.ends)
        pairs = [(self._group(ordered[a]).told, self._group(ordered[b]).told) for a in sorted(mine) for b in sorted(yours)]
        values = [evidence(grounds(a, b)) for a, b in pairs if a.claim.report != b.claim.report]
        return not values or sum(values) > 0

    def _hold_apart(self, clusters: Mapping[int, Cluster], ordered: Sequence[int], at: Mapping[int, int]) -> None:
        """What the reports themselves keep apart."""
        for report in sorted({self._known[ordered[n]].rank.report for n in clusters}):
            if (told := self._apart.get(report)) is not None:
                places = [at.get(n, -1) for n in self._numbers[report]]
                for i, j in told.enemies:
                    a, b = places[i], places[j]
                    if a in clusters and b in clusters:
                        clusters[a].enemies.add(b)
                        clusters[b].enemies.add(a)
                placed = ((places[i], places[j], value) for i, j, value in told.against)
                compared(clusters, ((a, b, value) for a, b, value in placed if a in clusters and b in clusters))

    def _replaced(self, region: Iterable[int], made: Sequence[Made]) -> tuple[Made, ...]:
        """Put clusters in place of those that the region was of; those of them that are new, in order."""
        before = {self._cluster_of[n] for n in region if n in self._cluster_of}
        same = {self._clusters.pop(each) for each in before}
        for each_made in made:
            self._enter(each_made)
        return tuple(sorted((each for each in made if each not in same), key=lambda each: self._order(each.groups[0])))

    def _enter(self, made: Made) -> None:
        self._clusters[made.groups[0]] = made
        self._cluster_of.update(dict.fromkeys(made.groups, made.groups[0]))


@contextmanager
def _no_search_for_cycles() -> Iterator[None]:
    """Stop Python's search for cycles of objects for a while: linking makes none, and the search goes through millions of claims."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def _columns(pairs: Iterable[tuple[int, int, float]]) -> Pairs:
    one, other, values = array("l"), array("l"), array("d")
    for a, b, value in pairs:
        one.append(min(a, b))
        other.append(max(a, b))
        values.append(value)
    return one, other, values
