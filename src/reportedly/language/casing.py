"""Headlines with Every Word in Capitals: which words only stand in capitals because they stand in a headline."""

from __future__ import annotations

import re
from collections.abc import Callable

WORD = re.compile(r"[A-Za-z][A-Za-z'’]*")
LEAST_WORDS = 5
"""Fewer words tell nothing about how a headline is written."""

MOSTLY = 0.7
"""The share of words with a capital from which on a headline is taken to be written in capitals throughout."""

SHORT = frozenset("a an the and or but of in on at to for from by with as is are was were be it its his her their after over into".split())
"""Words that headlines write small anyway."""


def is_title_case(headline: str) -> bool:
    """Whether nearly all words of a headline begin with a capital: capitals then tell nothing about names."""
    words = [w for w in WORD.findall(headline) if w.lower() not in SHORT]
    return len(words) >= LEAST_WORDS and sum(w[0].isupper() for w in words) >= MOSTLY * len(words) and not headline.isupper()


def small_words(text: str) -> frozenset[str]:
    """The words that a text writes without a capital."""
    return frozenset(w for w in WORD.findall(text) if w.islower())


def lowered(headline: str, small: frozenset[str], is_verb: Callable[[str], bool]) -> str:
    """A headline in title case as running text would have it; of the same length, so that offsets stay.

    Small become words that the report writes small elsewhere, and forms of verbs ("Hits", "Killed"); all others may be names.
    The first word keeps its capital.
    """
    first = WORD.search(headline)

    def plain(match: re.Match[str]) -> str:
        word = match.group()
        if first is not None and match.start() == first.start():
            return word
        common = word.istitle() and (word.lower() in small or is_verb(word.lower()))
        return word.lower() if common else word

    return WORD.sub(plain, headline)
