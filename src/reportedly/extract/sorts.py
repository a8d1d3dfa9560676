"""What sort of person or thing a noun phrase names: a judge, a diplomat, a vehicle, a bank."""

from __future__ import annotations

import functools
from collections.abc import Sequence

from reportedly.extract.entity_tables import rows

PEOPLE = tuple("judicial diplomat police guard soldier official politician clergy media business worker civilian".split())
"""Sorts of people, the more particular first."""

THINGS = tuple("vehicle embassy bank communications energy law route water shop party government organisation dwelling".split())
"""Sorts of things, what tells more before what tells less."""

VAGUE = frozenset(
    """office building headquarters residence facility installation house home center centre station premise premises branch site structure
    complex compound system equipment property hall post plant line tower part door facade window wall entrance area""".split()
)
"""Nouns for things of which the words before them, or behind "of", tell the sort."""


@functools.cache
def _words() -> dict[str, frozenset[str]]:
    return {sort: frozenset(cell.split("|")) for sort, cell in rows("sort_words.tsv", 2)}


def sort_of_person(lemmas: Sequence[str]) -> str | None:
    """The sort of the person or people whom words name, by lemma, the head word last; None where none tells it.

    >>> sort_of_person(["former", "judge"]), sort_of_person(["passer-by"])
    ('judicial', None)
    """
    return next((sort for word in reversed(lemmas) for sort in PEOPLE if word in _words()[sort]), None)


def sort_of_thing(lemmas: Sequence[str]) -> str | None:
    """The sort of the thing that words name, by lemma, the head word last; None where none tells it.

    >>> sort_of_thing(["police", "car"]), sort_of_thing(["party", "office"]), sort_of_thing(["rock"])
    ('vehicle', 'party', None)
    """
    if not lemmas:
        return None
    *before, head = lemmas
    if head not in VAGUE:
        found = next((sort for sort in THINGS if head in _words()[sort]), None)
        if found is not None:
            return found
    told = next((sort for sort in THINGS for word in before if word in _words()[sort]), None)
    return told or next((sort for sort in THINGS if head in _words()[sort]), None)
