"""Which part those and that which a report names take in the harm that it tells of: a small learned part.

Rules read roles where the grammar around one word of violence shows them. Much is told otherwise: in the sentence before, behind a place,
as the owner of something, by what sort of thing it is. Here each noun phrase is judged by all its signs together (`part_signs`); the
weights of `data/part_weights.tsv` were fitted by `bench/fit_parts.py` and add up to log-odds against taking no part. The table's head is
its card.
"""

from __future__ import annotations

import functools
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from reportedly.extract.entity_tables import rows
from reportedly.extract.mentions import EntityMention
from reportedly.extract.part_nouns import part_nouns
from reportedly.extract.part_signs import Ground, signs


class Part(StrEnum):
    """A part in harm. The values are the columns of the table."""

    INDIVIDUAL = "individual"
    """Somebody who does it: "three gunmen"."""
    BODY = "body"
    """A group, a force or a state behind it."""
    THING = "thing"
    """A building, a vehicle, a line that it is done to."""
    PERSON = "person"
    """Somebody whom it is done to."""
    WEAPON = "weapon"
    """What it is done with."""


Weights = Mapping[str, tuple[float, ...]]
"""For each sign what it adds for each part, in the order of `Part`; "bias" is there always."""


@dataclass(frozen=True, slots=True)
class Taking:
    """A noun phrase and how likely it takes each part, 0 to 1; the rest to 1 is for no part."""

    mention: EntityMention
    likely: Mapping[Part, float]

    @property
    def part(self) -> Part:
        """The likeliest part."""
        return max(Part, key=lambda part: self.likely[part])


@functools.cache
def package_weights() -> Weights:
    """The weights that come with the package."""
    return {name: tuple(map(float, cells)) for name, *cells in rows("part_weights.tsv", 1 + len(Part))}


def takings(
    of: Ground, *, weights: Weights | None = None, within: frozenset[int] | None = None, known: frozenset[int] = frozenset()
) -> Iterator[Taking]:
    """Each noun phrase with its parts, in text order.

    `weights`: others than the package's, for measuring. `within`: only the phrases of these sentences, None for all.
    `known`: heads of phrases that are passed over.
    """
    chosen = package_weights() if weights is None else weights
    for mention in part_nouns(of.document, within=within):
        if mention.head not in known:
            yield taking(of, mention, chosen)


def taking(of: Ground, mention: EntityMention, weights: Weights) -> Taking:
    """One noun phrase with its parts."""
    told = [weights[name] for name in ("bias", *signs(of, mention)) if name in weights]
    raised = [math.exp(min(30.0, sum(column))) for column in zip(*told, strict=True)]
    total = 1.0 + sum(raised)
    return Taking(mention, {part: value / total for part, value in zip(Part, raised, strict=True)})
