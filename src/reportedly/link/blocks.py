"""Candidates: which pairs of claims are compared at all. Never all pairs of a corpus.

Claims of one report meet those that come next in the text. Across reports it is what each report says of one happening
that is compared: those that share a key form a block. A small block gives all its pairs; a large one only pairs of neighbours in
the order of days, within a day of kinds, within a kind of those who did it. So the number of pairs is at most
`keys x claims x NEIGHBOURS`, however the claims are spread, and who comes into a block changes only what is near.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import math
from array import array
from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from reportedly.link.facts import ClaimFacts
from reportedly.model import Claim, EntityKind, Field

SMALL = 10
"""Blocks of at most so many claims give all their pairs."""

NEIGHBOURS = 4
"""In a larger block each claim meets so many that come next in time."""

IN_REPORT = 14
"""Within a report each claim meets so many that come next in the text."""

QUOTED_WORDS = 4
"""Evidence of at least so many telling words is a key of its own: the same sentence elsewhere."""

RARE_COUNT = 3
"""Numbers from here up are keys."""

Key = tuple[str, ...]


class Rank(NamedTuple):
    """What the members of a block are in order of: the day, the family, who did it; then the casebook's order of first claims."""

    day: int
    family: str
    owner: str
    report: str
    evidence: tuple[int, int]
    trigger: tuple[int, int]
    claim: str

    @property
    def place(self) -> tuple[str, tuple[int, int], tuple[int, int], str]:
        """The place in the casebook's order."""
        return self[3:]


class Blocks:
    """Who shares a key with whom. Members are numbers that the caller gives; those of one report are no candidates of each other."""

    def __init__(self) -> None:
        self._blocks: dict[int, list[int]] = {}
        self._keys: dict[int, tuple[int, ...]] = {}
        self._ranks: dict[int, Rank] = {}
        self._members: dict[str, set[int]] = defaultdict(set)

    def near(self, member: int) -> set[int]:
        """The members of other reports that a member is compared with."""
        rank, blocks = self._ranks[member], (self._blocks[key] for key in self._keys[member])
        return self._near(member, [bisect_left(b, rank, key=self._ranks.__getitem__) if len(b) > SMALL else 0 for b in blocks])

    def all_near(self) -> Iterator[tuple[int, set[int]]]:
        """Every member that has a key with those that it is compared with: as `near`, but each block is gone through once.

        Members of one large block come one after the other, so that what is needed of their neighbours is at hand.
        """
        at = {member: array("L", bytes(8 * len(keys))) for member, keys in self._keys.items()}
        for key, block in self._blocks.items():
            if len(block) > SMALL:
                for place, member in enumerate(block):
                    at[member][self._keys[member].index(key)] = place
        largest_first = sorted(self._blocks.values(), key=lambda block: -len(block))
        for member in dict.fromkeys(chain.from_iterable(largest_first)):
            yield member, self._near(member, at[member])

    def _near(self, member: int, places: Sequence[int]) -> set[int]:
        found: set[int] = set()
        for key, at in zip(self._keys[member], places, strict=True):
            block = self._blocks[key]
            found.update(block if len(block) <= SMALL else block[max(0, at - NEIGHBOURS) : at + NEIGHBOURS + 1])
        return found - self._members[self._ranks[member].report]

    def put(self, members: Iterable[tuple[int, tuple[int, ...], Rank]]) -> set[tuple[int, int]]:
        """Add members with their keys and ranks. The pairs that were compared before and are no more, the smaller first.

        Cost: a few steps for each key, whatever the size of the blocks, besides moving the members behind the new ones.
        """
        coming: dict[int, list[int]] = defaultdict(list)
        for member, keys, rank in sorted(members, key=lambda each: each[2]):
            self._keys[member], self._ranks[member] = keys, rank
            self._members[rank.report].add(member)
            for key in keys:
                coming[key].append(member)
        parted: set[tuple[int, int]] = set()
        for key, new in coming.items():
            block = self._blocks.setdefault(key, [])
            before = len(block)
            if len(new) < before:
                for member in new:
                    insort(block, member, key=self._ranks.__getitem__)
            else:
                block += new
                if before:
                    block.sort(key=self._ranks.__getitem__)
            if before > 1 and len(block) > SMALL:
                parted |= self._parted(block, new)
        return {(n, m) for n, m in parted if self._ranks[n].report != self._ranks[m].report and m not in self.near(n)}

    def _parted(self, block: Sequence[int], new: Sequence[int]) -> set[tuple[int, int]]:
        """Pairs of old members of a block that new ones between them have put out of each other's reach, the smaller first."""
        fresh = frozenset(new)
        if len(block) - len(new) <= SMALL:
            old = [(at, n) for at, n in enumerate(block) if n not in fresh]
            return {(min(n, m), max(n, m)) for a, n in old for b, m in old if b - a > NEIGHBOURS}
        parted: set[tuple[int, int]] = set()
        for member in new:
            at = bisect_left(block, self._ranks[member], key=self._ranks.__getitem__)
            before = _old(block, range(at - 1, -1, -1), fresh)
            behind = _old(block, range(at + 1, len(block)), fresh)
            for i, (a, n) in enumerate(before):
                parted |= {(min(n, m), max(n, m)) for b, m in behind[: NEIGHBOURS - i] if b - a > NEIGHBOURS}
        return parted

    def largest(self) -> int:
        """How many members the largest block has."""
        return max(map(len, self._blocks.values()), default=0)


def _old(block: Sequence[int], places: Iterable[int], new: frozenset[int]) -> list[tuple[int, int]]:
    """The first old members on a way through a block, as many as one of them could reach, with their places."""
    found: list[tuple[int, int]] = []
    for at in places:
        if block[at] not in new:
            found.append((at, block[at]))
            if len(found) == NEIGHBOURS:
                break
    return found


def rank_of(fact: ClaimFacts, first: Claim) -> Rank:
    """Where what a report tells stands in its blocks. `first` is the first of its claims."""
    return Rank(
        day=_day(fact).toordinal(),
        family=fact.family.value,
        owner=min((each.owner or each.name.casefold() for each in fact.actors), default=""),
        report=first.report,
        evidence=(first.spans[0].start, first.spans[0].end),
        trigger=(first.trigger.start, first.trigger.end),
        claim=first.id,
    )


def keys_of(fact: ClaimFacts) -> tuple[int, ...]:
    """The blocks that something belongs to, sorted: 63 bits of the SHA-256 of each key, the same on every machine."""
    digests = (hashlib.sha256("\x1f".join(key).encode("utf-8", "surrogatepass")).digest() for key in _keys(fact))
    return tuple(sorted({int.from_bytes(digest[:8]) >> 1 for digest in digests}))


def neighbours(facts: Sequence[ClaimFacts]) -> Iterator[tuple[int, int]]:
    """Pairs `(i, j)` of indices of claims of one report, with `i < j`, each once, in ascending order."""
    pairs = {
        (n, m)
        for n, fact in enumerate(facts)
        for m in range(n + 1, min(len(facts), n + 1 + IN_REPORT))
        if facts[m].claim.report == fact.claim.report
    }
    yield from sorted(pairs | _coreferent(facts))


def _day(fact: ClaimFacts) -> dt.date:
    """The day by which a claim is put in order: that of the happening, else of publication, else the first there is."""
    if fact.when is not None and fact.when.start is not None:
        return fact.when.start
    return fact.report.published or dt.date.min


def _coreferent(facts: Sequence[ClaimFacts]) -> set[tuple[int, int]]:
    """Pairs of one report whose wording points back to the other's trigger, however far away."""
    by_trigger: dict[tuple[str, int], int] = {}
    for n, fact in enumerate(facts):
        for at in range(fact.claim.trigger.start, fact.claim.trigger.end):
            by_trigger.setdefault((fact.claim.report, at), n)
    found: set[tuple[int, int]] = set()
    for n, fact in enumerate(facts):
        for span in (fact.claim.trigger, *((fact.claim.refers_to,) if fact.claim.refers_to else ())):
            m = by_trigger.get((fact.claim.report, span.start))
            if m is not None and m != n:
                found.add((min(n, m), max(n, m)))
    return found


def _keys(fact: ClaimFacts) -> Iterator[Key]:
    """The blocks that a claim belongs to."""
    for place in fact.places:
        if place.precision <= 4 and place.id is not None:
            yield ("place", place.id)
        if place.precision <= 3:
            yield from (("place", unit) for unit in place.parents if not unit.startswith("country:"))
            yield from _cells(place.lat, place.lon)
    for name in (*fact.platforms, *(t.name.casefold() for t in fact.targets if t.kind is EntityKind.PERSON)):
        yield ("name", name)
    for field in (Field.MUNITIONS, Field.KILLED, Field.INJURED, Field.CAPTURED, Field.TARGETS):
        count = fact.counts.get(field)
        if count is not None and count.low >= RARE_COUNT:
            yield ("count", field.value, str(count.low), fact.family.value)
    for origin in fact.launched:
        yield ("from", origin.id or origin.name.casefold(), fact.family.value)
    for words in fact.words:
        if len(words) >= QUOTED_WORDS:
            yield ("words", *sorted(words))
    yield from _by_day(fact)


def _by_day(fact: ClaimFacts) -> Iterator[Key]:
    """Who did it to whom, and in which country, in the ten days around the happening or its report (two overlapping bins)."""
    day = _day(fact).toordinal()
    owners = sorted({e.owner or e.name.casefold() for e in (*fact.actors, *fact.targets)})
    countries = sorted({p.country for p in fact.places if p.country})
    for bin_ in (f"a{day // 10}", f"b{(day + 5) // 10}"):
        yield from (("who", owner, fact.family.value, bin_) for owner in owners)
        yield from (("country", country, fact.family.value, bin_) for country in countries)


def _cells(lat: float | None, lon: float | None) -> Iterator[Key]:
    """Four overlapping grids of one degree, so that places within half a degree share at least one cell."""
    if lat is None or lon is None:
        return
    for up in (0.0, 0.5):
        for right in (0.0, 0.5):
            yield ("cell", f"{up}{right}", str(math.floor(lat + up)), str(math.floor(lon + right)))
