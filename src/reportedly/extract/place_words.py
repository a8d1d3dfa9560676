"""The words by which places are spoken of, from `data/place_words.tsv`, and the weight of each kind of evidence.

Weights are in one currency, natural units of a log-odds scale. A name is taken for a place when the evidence for it adds up to
`THRESHOLD` or more, by weights that are set by hand; among the places that it may mean the one with the most is taken, by weights
that were fitted (`bench/fit_places.py`).
"""

from __future__ import annotations

import functools
from types import MappingProxyType

from reportedly.extract.entity_tables import rows

IS_PLACE = MappingProxyType(
    {
        "country": 3.0,  # names of countries and continents are rarely anything else
        "region": 2.0,  # and so are those of seas, rivers and regions
        "unit": 0.5,
        "town": 0.0,
        "per power of ten": 0.45,  # inhabitants above 10,000; below, as much less
        "skeleton": -1.0,
        "other name": -0.3,
        "unnamed": -2.2,  # no place of that name is known
        "model: place": 1.6,
        "model: building": 0.4,
        "model: nothing": -0.9,
        "model: other": -1.6,  # a body, a group, a product
        "model: person": -2.2,
        "part of a body's name": -2.6,
        "part of a person's name": -3.2,
        "no proper noun": -1.7,
        "locative": 1.3,
        "of": 0.4,
        "unit word": 2.6,
        "settlement word": 2.0,
        "called a place": 4.0,  # by such a word, though no list has the name
        "taken": 2.0,  # what is shelled, captured or left
        "scene of a deed": 1.4,  # "died in attacks in X"
        "noun of a place": 1.3,  # "X airport", "X residents"
        "comma chain": 1.8,
        "several words": 1.2,
        "joined to a place": 1.6,  # by "and" or a comma
        "described spot": 1.8,
        "of its country": 2.5,  # "Syria's Idlib"
        "dateline": 2.5,
        "country is spoken of": 0.8,
        "other countries are spoken of": -0.7,
        "title before": -4.0,
        "name beside": -1.9,
        "is a person elsewhere": -3.0,
        "common word": -2.8,
        "capitals in running text": -2.5,
    }
)
"""For and against: is this name a place at all?"""

THRESHOLD = 0.0

WHICH_PLACE = MappingProxyType({name: float(weight) for name, _, weight in rows("place_weights.tsv", 3)})
"""Which of the places of one name is meant."""

SPOKEN = MappingProxyType({"as a place": 3.0, "name": 1.0, "other word": 0.5, "place": 1.0, "set": 2.0, "enough": 4.0})
"""How much a word speaks of a country: "in Syria", "Syria", "Syrian", a town in it; how much in all tells where a report is set,
and how much that it would name another country."""


@functools.cache
def words(label: str) -> frozenset[str]:
    """The words listed under a label. KeyError for an unknown label."""
    return {name: frozenset(cell.split("|")) for name, cell in rows("place_words.tsv", 2)}[label]
