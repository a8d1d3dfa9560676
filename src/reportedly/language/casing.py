"""Texts in CAPITALS and headlines with Every Word in Capitals: which words would have a capital in running text."""

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


LEAST_LETTERS = 24
SHOUTED = 0.9
"""A piece with at least so many letters, of which this share are capitals, is written in capitals throughout."""

SENTENCE_START = re.compile(r"(?:^|[.!?]['\"”’)\]]*\s+)[^A-Za-z]*(?=[A-Za-z])")


def is_shouted(text: str) -> bool:
    """Whether a text is written in capitals throughout, as telegraphic agencies write."""
    letters = [c for c in text if c.isalpha()]
    return len(letters) >= LEAST_LETTERS and sum(c.isupper() for c in letters) >= SHOUTED * len(letters)


def restored(text: str, rank: Callable[[str], int | None]) -> str:
    """A text in capitals as running text would have it; of the same length, so that offsets stay.

    `rank` tells how common a form of a word is (0: the most common; None: unknown): each word is written in its most common form,
    small, with a capital, or in capitals. A word of which no form is known is a name. Sentences begin with a capital.
    """

    def usual(match: re.Match[str]) -> str:
        word = match.group()
        forms = [(rank(form), n, form) for n, form in enumerate((word.lower(), word.capitalize(), word))]
        known = [(place, n, form) for place, n, form in forms if place is not None]
        return min(known)[2] if known else word.capitalize()

    small = WORD.sub(usual, text)
    starts = {match.end() for match in SENTENCE_START.finditer(small)}
    return "".join(c.upper() if i in starts else c for i, c in enumerate(small))


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
