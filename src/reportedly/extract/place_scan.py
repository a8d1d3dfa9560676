"""Finds the names in a text that may be names of places, the longest at each spot."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from reportedly.extract.countries import CountryForm
from reportedly.extract.entity_reading import reading
from reportedly.extract.gazetteer import Candidate, Match, candidates, country_of, country_word, loosely
from reportedly.extract.place_nouns import called
from reportedly.extract.place_words import words
from reportedly.model import Document, Name, Sentence, Token

LONGEST = 8
"""Tokens of the longest name that is looked for ("Deir ez-Zor" has four)."""

FAR = 200
"""Tokens of a sentence that tell how it is written: sentences that do not end are not read over and over."""

RUN = 40
"""Tokens beside a word for a ship in which names of ships are looked for."""

WELL_KNOWN = 50_000
"""Inhabitants of a place whose name stands for itself when it is found beside another capitalised word."""

PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
PLAIN = re.compile(r"[^\W\d_]+(?:(?:[\s'’‘-]|\.\s)[^\W\d_]+)*")
"""Letters, with spaces, hyphens and apostrophes between: what a name that no list has must look like."""

MODEL = re.compile(r"-(?:[A-Z]|[A-Z]?\d+[A-Z]?)$")
"""The end of the name of a weapon's model ("X-M1")."""

LEADING = words("title") | words("unit") | words("settlement") | words("facility") | words("ship") | words("towards")
"""Capitalised words before a name that are no part of it."""

QUOTES = frozenset("\"'“”‘’«»`")
NO_PLACE = (CountryForm.ADJECTIVE, CountryForm.PEOPLE, CountryForm.SEAT)


@dataclass(frozen=True, slots=True)
class Sighting:
    """A name at tokens `[start, end)`, its head word, and the places that it may mean; none for a name that no list has.

    `called` tells that a noun calls it a place ("the village of X"), here or elsewhere in the report, and the gazetteer lacks it.
    """

    start: int
    end: int
    head: int
    found: tuple[Candidate, ...]
    called: bool = False


def sightings(document: Document) -> tuple[Sighting, ...]:
    """Every name that may be a place's, in text order, without overlap.

    Names of groups, bodies and ships are passed over, and so are words for a country's people or government.
    """
    taken = _bodies(document) | _ships(document)
    names = Called(called(document, taken), document)
    return tuple(one for sentence in document.sentences for one in _sightings(document, sentence, taken, names))


class Called:
    """The names that a noun calls places, where it does; and elsewhere those of them that no list has."""

    def __init__(self, spans: dict[int, int], document: Document) -> None:
        self.spans = spans
        self.elsewhere: defaultdict[str, set[tuple[str, int]]] = defaultdict(set)
        for start, end in spans.items():
            text = document.words(start, end)
            if not candidates(text):
                self.elsewhere[document.tokens[start].text].add((text, end - start))

    def longer(self, document: Document, at: int, than: int) -> Sighting | None:
        """The name at `at` that goes on beyond the token `than`, if there is one."""
        end = self.spans.get(at, at)
        for text, length in self.elsewhere.get(document.tokens[at].text, ()) if end == at else ():
            if document.words(at, min(at + length, len(document.tokens))) == text:
                end = max(end, at + length)
        if end <= than:
            return None
        text = document.words(at, end)
        known = candidates(text)
        return Sighting(at, end, head_of(document, at, end), known or loosely(text), called=not known)


def capital(token: Token) -> bool:
    """Whether a word begins with a capital letter."""
    return token.text[:1].isupper()


def in_capitals(document: Document, sentence: Sentence) -> bool:
    """Whether a sentence is written in capitals throughout, or begins each of its longer words with one."""
    long = [
        t.text for t in document.tokens[sentence.start : min(sentence.end, sentence.start + FAR)] if len(t.text) > 3 and t.text[0].isalpha()
    ]
    return len(long) > 2 and sum(text[0].isupper() for text in long) >= 0.7 * len(long)


def name_at(document: Document, start: int, end: int) -> Name | None:
    """The first name marked by the model that shares a token with `[start, end)`; names are in text order, without overlap."""
    at = bisect_right(document.names, start, key=lambda name: name.end)
    name = document.names[at] if at < len(document.names) else None
    return name if name is not None and name.start < end else None


def head_of(document: Document, start: int, end: int) -> int:
    """The last of the tokens `[start, end)` that hangs on a word outside of them, or is a root."""
    for i in range(end - 1, start - 1, -1):
        head = document.tokens[i].head
        if head == i or not start <= head < end:
            return i
    return end - 1


def _sightings(document: Document, sentence: Sentence, taken: frozenset[int], names: Called) -> Iterator[Sighting]:
    titled = in_capitals(document, sentence)
    at = free = sentence.start
    while at < sentence.end:
        one = _longest(document, sentence, at, taken, titled=titled) if _begins(document, at, sentence.end) else None
        one = names.longer(document, at, at if one is None else one.end) or one
        if one is None:
            at += 1
        else:
            yield one if titled else _widened(document, one, taken, free)
            at = free = one.end


def _widened(document: Document, one: Sighting, taken: frozenset[int], free: int) -> Sighting:
    """The sighting, or a longer name that no list has, when its first word is the second of a name ("Um X").

    Tokens before `free` are another name's.
    """
    start = one.start
    first = document.sentences[document.tokens[start].sentence].start
    while start - 1 > first and start > free and start - 1 not in taken and _leads(document, start - 1, one):
        start -= 1
    return one if start == one.start else Sighting(start, one.end, one.head, ())


def _leads(document: Document, at: int, one: Sighting) -> bool:
    token = document.tokens[at]
    if country_of(token.text.removesuffix("s")) is not None:
        return False
    follows = token.dep == "compound" and one.start <= token.head < one.end and token.pos == "PROPN"
    return (follows or token.pos in ("INTJ", "X")) and capital(token) and token.lower not in LEADING and not _well_known(token.text)


def _well_known(text: str) -> bool:
    return any(c.population > WELL_KNOWN or c.radius for c in candidates(text) if c.match is not Match.OTHER)


def _begins(document: Document, at: int, end: int) -> bool:
    token = document.tokens[at]
    if capital(token):
        return True
    return token.lower in words("article") and at + 2 < end and document.tokens[at + 1].text == "-" and capital(document.tokens[at + 2])


def _longest(document: Document, sentence: Sentence, at: int, taken: frozenset[int], *, titled: bool) -> Sighting | None:
    tokens = document.tokens
    for end in range(min(at + LONGEST, sentence.end), at, -1):
        if not capital(tokens[end - 1]) or not all(_inside(tokens[i]) for i in range(at, end)) or not taken.isdisjoint(range(at, end)):
            continue
        text = document.words(at, end)
        found = tuple(each for each in candidates(text) if _fits(text, each, titled=titled))
        if found and not _other_country_word(text) and text.lower() not in words("never") | words("article"):
            if _cut_off(document, at, end) and (longer := _by_model(document, at, taken)) is not None and longer.end > end:
                return longer
            return Sighting(at, end, head_of(document, at, end), found)
    return _by_model(document, at, taken)


def _by_model(document: Document, at: int, taken: frozenset[int]) -> Sighting | None:
    """A name that the language model takes for a place and the gazetteer lacks, or has in another spelling."""
    name = name_at(document, at, at + 1)
    if document.tokens[at].lower == "the" or name is None or name.label not in PLACE_LABELS or not taken.isdisjoint(range(at, name.end)):
        return None
    end = name.end
    while end > at and not capital(document.tokens[end - 1]):
        end -= 1
    if end == at or any(capital(document.tokens[i]) for i in range(name.start, at)):
        return None
    text = document.words(at, end)
    if MODEL.search(text) or text.lower() in words("towards"):
        return None
    if len(text) < 4 or text.isupper() or not PLAIN.fullmatch(text) or text.lower() in words("never") or _other_country_word(text):
        return None
    return Sighting(at, end, head_of(document, at, end), loosely(text))


def _cut_off(document: Document, start: int, end: int) -> bool:
    """Whether the model marks a longer name of a place, of which `[start, end)` is a part without a meaning of its own."""
    name = name_at(document, start, start + 1)
    more = document.tokens[end : name.end] if name is not None and name.label in PLACE_LABELS else ()
    if more and _well_known(document.words(more[0].i, more[-1].i + 1)):
        return False
    return any(t.pos == "PROPN" and t.lower not in words("unit") | words("settlement") | words("facility") for t in more)


def _inside(token: Token) -> bool:
    return capital(token) or token.text in "-–.'’" or token.lower in words("link")


def _fits(text: str, candidate: Candidate, *, titled: bool) -> bool:
    """Whether a name's letters allow a place: short names in capitals are initials, unless they are a country's."""
    if text.endswith(".") and len(text) < 6 and candidate.kind != "country":
        return False
    if candidate.kind == "country":
        word = country_word(text)
        return len(text) > 3 or (word is not None and word.form is CountryForm.NAME)
    if text.isupper() and len(text) < 4:
        return False
    return len(text) > 3 or (candidate.match <= Match.PRIMARY and (titled or not text.isupper()))


def _other_country_word(text: str) -> bool:
    word = country_word(text)
    return word is not None and word.form in NO_PLACE


def _bodies(document: Document) -> frozenset[int]:
    return frozenset(i for m in reading(document).matches if m.known.sort != "country" for i in range(m.start, m.end))


def _ships(document: Document) -> frozenset[int]:
    """The tokens of ships' names: those that stand right after a word for a ship, and right before one where no sea does."""
    found: set[int] = set()
    for token in document.tokens:
        if token.lower in words("ship"):
            before = set(_names_before(document, token.i))
            found.update(before, _names_after(document, token.i, named=bool(before)))
    return frozenset(found)


def _names_after(document: Document, at: int, *, named: bool) -> Iterator[int]:
    sentence = document.sentences[document.tokens[at].sentence]
    for i in range(at + 1, min(sentence.end, at + 1 + RUN)):
        token = document.tokens[i]
        if capital(token):
            named = True
            yield i
        elif not (token.text in QUOTES or token.text in "-(" or (named and token.lower in ("and", "the"))):
            return


def _names_before(document: Document, at: int) -> Iterator[int]:
    sentence = document.sentences[document.tokens[at].sentence]
    run: list[int] = []
    for i in range(at - 1, max(sentence.start, at - RUN) - 1, -1):
        token = document.tokens[i]
        if capital(token) and token.pos == "PROPN":
            run.append(i)
        elif token.text not in QUOTES and not (run and token.lower in ("and", ",")):
            break
    if run and not any(each.radius for each in candidates(document.words(run[-1], run[0] + 1))):
        yield from run
