"""Candidates: which pairs of claims are compared at all. Never all pairs of a corpus.

Claims of one report meet those that come next in the text. Across reports it is what each report says of one happening
that is compared: those that share a key form a block. A small block gives all its pairs; a large one only pairs of neighbours in
the order of time. So the number of pairs is at most `keys x claims x NEIGHBOURS`, however the claims are spread.
"""

from __future__ import annotations

import datetime as dt
import math
from collections import defaultdict
from collections.abc import Iterator, Sequence

from reportedly.link.facts import ClaimFacts
from reportedly.model import EntityKind, Field

SMALL = 10
"""Blocks of at most so many claims give all their pairs."""

NEIGHBOURS = 6
"""In a larger block each claim meets so many that come next in time."""

IN_REPORT = 14
"""Within a report each claim meets so many that come next in the text."""

QUOTED_WORDS = 4
"""Evidence of at least so many telling words is a key of its own: the same sentence elsewhere."""

RARE_COUNT = 3
"""Numbers from here up are keys."""

Key = tuple[str, ...]


def neighbours(facts: Sequence[ClaimFacts]) -> Iterator[tuple[int, int]]:
    """Pairs `(i, j)` of indices of claims of one report, with `i < j`, each once, in ascending order."""
    pairs = {
        (n, m)
        for n, fact in enumerate(facts)
        for m in range(n + 1, min(len(facts), n + 1 + IN_REPORT))
        if facts[m].claim.report == fact.claim.report
    }
    yield from sorted(pairs | _coreferent(facts))


def candidates(facts: Sequence[ClaimFacts]) -> Iterator[tuple[int, int]]:
    """Pairs `(i, j)` of indices into `facts` of different reports, with `i < j`, each once, in ascending order."""
    pairs: set[tuple[int, int]] = set()
    blocks: dict[Key, list[int]] = defaultdict(list)
    for n, fact in enumerate(facts):
        for key in sorted(set(_keys(fact))):
            blocks[key].append(n)
    for members in blocks.values():
        reach = len(members) if len(members) <= SMALL else NEIGHBOURS
        ordered = sorted(members, key=lambda n: (_day(facts[n]), n))
        for at, n in enumerate(ordered):
            pairs |= {(min(n, m), max(n, m)) for m in ordered[at + 1 : at + 1 + reach]}
    yield from sorted((n, m) for n, m in pairs if facts[n].claim.report != facts[m].claim.report)


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
