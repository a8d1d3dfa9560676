"""Names that are places because a noun calls them so: "the village of Tel Amar", "Old Amar neighbourhood", "the province of Amar".

No list need have the name, and the language model need not have marked it.
"""

from __future__ import annotations

import functools
import itertools
from collections.abc import Iterator

from reportedly.extract.entity_tables import rows
from reportedly.extract.gazetteer import Match, candidates, country_of, country_word
from reportedly.extract.place_words import words
from reportedly.model import Document, Token

LONGEST = 3
"""Capitalised words of the longest name; more in a row are several names, or a headline's."""

FAR = 12
"""Tokens of the longest name, with its articles and hyphens."""

MOST = 12
"""Names of a row ("the villages of X, Y and Z") that are looked at."""

BEFORE = words("settlement") - {"capital", "port"} | words("unit") - {"republic", "state", "region", "territory", "division", "department"}
"""Nouns that call a place by the name behind "of": "the town of X"."""

AFTER = frozenset("village town hamlet neighbourhood neighborhood suburb quarter district".split())
"""Nouns that call a place by the name before them: "X village"."""

NO_NAME = frozenset({"DATE", "TIME", "NORP", "CARDINAL", "ORDINAL", "MONEY", "PERCENT"})
"""What the model marks and no name of a place goes on with."""

ROW = frozenset({",", "and", "&", "the"})
"""What stands between the names of a row."""

JOINS = frozenset({"-", "–", "'", "’", "‘"})


def called(document: Document, taken: frozenset[int]) -> dict[int, int]:
    """Where names begin that a noun calls places, with where they end; none that holds a `taken` token."""
    found: dict[int, int] = {}
    for token in document.tokens:
        if token.lower in AFTER or token.lower in BEFORE or _singular(token.lower) in BEFORE:
            for start, end in _beside(document, token):
                if taken.isdisjoint(range(start, end)) and not _is_generic(document, start, end):
                    found.setdefault(start, end)
    return found


def _beside(document: Document, token: Token) -> Iterator[tuple[int, int]]:
    sentence = document.sentences[token.sentence]
    following = document.tokens[token.i + 1].lower if token.i + 1 < sentence.end else ""
    if _singular(token.lower) in BEFORE and following == "of":
        yield from itertools.islice(_row(document, token.i + 2, sentence.end), 1 if token.lower in BEFORE else MOST)
    if token.text in AFTER and following != "-":  # with a capital it is mostly part of a body's name: "X School District"
        begin = _run_back(document, token.i, sentence.start)
        if begin < token.i:
            yield begin, token.i


def _row(document: Document, start: int, stop: int) -> Iterator[tuple[int, int]]:
    """The names of a row that begins at `start`."""
    while (end := _run(document, start, stop)) > start:
        yield start, end
        start = end
        while start < stop and document.tokens[start].lower in ROW:
            start += 1
        if start == end:
            return


def _run(document: Document, start: int, stop: int) -> int:
    """Where a run of names that begins at `start` ends: capitalised words, joined by hyphens, apostrophes and small articles."""
    end = i = start
    count = 0
    while i < min(stop, start + FAR) and count <= LONGEST:
        token = document.tokens[i]
        if _is_named(token):
            if end > start and _is_whole(document, start, i):
                break
            count, end = count + 1, i + 1
        elif not (token.text in JOINS or token.lower in words("article")) or not _is_tight(document, i, stop):
            break
        i += 1
    return end if count <= LONGEST else start


def _run_back(document: Document, stop: int, first: int) -> int:
    """Where the run of names that ends before `stop` begins."""
    begin = stop
    count = 0
    i = stop - 1
    while i >= max(first, stop - FAR) and count <= LONGEST:
        token = document.tokens[i]
        if _is_named(token) and token.pos == "PROPN" and token.lower not in words("towards") and not _is_owner(token):
            count, begin = count + 1, i
        elif token.lower in words("article") and begin == i + 2 and document.tokens[i + 1].text in JOINS:
            begin = i
        elif token.text not in JOINS or not _is_tight(document, i, stop):
            break
        i -= 1
    return begin if count <= LONGEST else stop


def _is_named(token: Token) -> bool:
    """Whether a word may be part of a place's name."""
    if not token.text[:1].isupper() or not token.text.isalpha() or (token.text.isupper() and len(token.text) > 1):
        return False
    word = country_word(token.text)
    return token.entity not in NO_NAME and word is None and token.pos in ("PROPN", "NOUN", "ADJ", "X", "VERB", "INTJ")


def _is_owner(token: Token) -> bool:
    """Whether a word is a country's possessive without its apostrophe, as in some headlines."""
    return token.text.endswith("s") and country_of(token.text[:-1]) is not None


def _is_tight(document: Document, i: int, stop: int) -> bool:
    """Whether an article or a mark at `i` stands inside a name: a capitalised word, or a mark and one, comes right behind."""
    behind = document.tokens[i + 1 : min(stop, i + 3)]
    if not behind:
        return False
    if document.tokens[i].text in JOINS and behind[0].start != document.tokens[i].end:
        return False
    return behind[0].text[:1].isupper() or (behind[0].text in JOINS | words("article") and len(behind) > 1)


def _is_whole(document: Document, start: int, at: int) -> bool:
    """Whether a name of the gazetteer ends before the word at `at`: a well-known one, or one before a well-known name of its own."""
    if candidates(document.words(start, at + 1)):
        return False
    before, after = (_size(document.words(*span)) for span in ((start, at), (at, at + 1)))
    return before is not None and (max(before, after or 0) > WELL_KNOWN or document.tokens[at].entity != document.tokens[start].entity)


WELL_KNOWN = 50_000
"""Inhabitants of a town whose name stands for itself beside another capitalised word."""


def _size(text: str) -> int | None:
    """Inhabitants of the largest town or first-order unit of a name; None for a name that the gazetteer does not have."""
    found = [c for c in candidates(text) if c.match is not Match.OTHER]
    return max((c.population if c.kind in ("city", "admin1") else 0 for c in found), default=None)


def _is_generic(document: Document, start: int, end: int) -> bool:
    """Whether words are no name: nouns for places ("Refugee Camp"), or words that no place is called by."""
    own = {t.lower for t in document.tokens[start:end] if t.text.isalpha()}
    plain = words("settlement") | words("unit") | words("facility") | words("never") | words("common") | words("towards") | _bare()
    return own <= plain


@functools.cache
def _bare() -> frozenset[str]:
    return frozenset(word for _, cell in rows("place_words.tsv", 2) for word in cell.split("|") if word.isalpha())


def _singular(word: str) -> str:
    return word[:-3] + "y" if word.endswith("ies") else word.removesuffix("s")
