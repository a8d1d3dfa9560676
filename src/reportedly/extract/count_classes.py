"""Who the counted are where a phrase leaves it out: "40 dead" above "40 attackers were killed" are attackers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from reportedly.extract import count_words as words
from reportedly.extract.count_phrases import Phrase
from reportedly.model import Field, VictimClass

NO_NOUN = frozenset({"", "dead", "deaths", "fatalities", "lives"}) | (words.MEMBERS - {"men", "man"})
"""Nouns that say nothing of who they were, "" for a number alone."""


@dataclass(frozen=True, slots=True)
class Told:
    """A phrase, the field that it counts for, the word that says so, and whether it is part of a larger number."""

    phrase: Phrase
    field: Field
    governor: int
    part: bool


def classed(told: Sequence[Told]) -> tuple[Told, ...]:
    """The same, with the class of the nearest phrase of the same number and field for those whose noun is left out."""
    named: dict[tuple[Field, int], list[Phrase]] = defaultdict(list)
    for each in told:
        if each.phrase.noun not in NO_NOUN and not each.part and not each.phrase.singular:
            named[each.field, each.phrase.low].append(each.phrase)
    return tuple(replace(each, phrase=replace(each.phrase, of=_known_again(each, named))) for each in told)


def _known_again(each: Told, named: dict[tuple[Field, int], list[Phrase]]) -> VictimClass:
    it = each.phrase
    same = named.get((each.field, it.low))
    if it.noun not in NO_NOUN or it.of is not VictimClass.UNKNOWN or same is None:
        return it.of
    return min(same, key=lambda other: abs(other.start - it.start)).of
