"""What stands around a place name: the word for its kind, the part of it that is meant, a distance, a preposition."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reportedly.extract.number_words import TENS, UNITS
from reportedly.extract.place_scan import QUOTES, Sighting, capital
from reportedly.extract.place_words import words
from reportedly.model import Document, Token

KM = {
    "m": 0.001,
    "metre": 0.001,
    "meter": 0.001,
    "yard": 0.0009144,
    "km": 1.0,
    "kilometre": 1.0,
    "kilometer": 1.0,
    "mile": 1.609344,
    "mi": 1.609344,
}
BEARINGS = {
    "north": 0.0,
    "northeast": 45.0,
    "east": 90.0,
    "southeast": 135.0,
    "south": 180.0,
    "southwest": 225.0,
    "west": 270.0,
    "northwest": 315.0,
}
"""Degrees clockwise from north."""

NUMBERS = {word: float(n) for word, n in (UNITS | TENS).items() if n <= 12 or n in (15, 20, 30, 40, 50, 60)} | {"hundred": 100.0}

DISTANCE = re.compile(
    r"(?P<n>\b\d[\d,]*(?:\.\d+)?|\b(?:"
    + "|".join(NUMBERS)
    + r")\b)[\s-]*(?P<unit>km|kilomet(?:re|er)|mile|met(?:re|er)|yard|m|mi)s?\b\.?\s*"
    r"(?:\([^()]{1,40}\)\s*)?(?:away\s+)?(?:to\s+the\s+)?(?:due\s+)?(?P<way>(?:north|south)[\s-]?(?:east|west)|north|south|east|west)?\s*"
    r"(?:of|from|outside|off)\s+(?:the\s+)?(?:[\w’'-]+\s+){0,4}?$",
    re.IGNORECASE,
)
"""A distance that ends right before a name; up to four words may stand between ("from the northern city of")."""

ROW = 40
"""Tokens after a name in which the word for the units of a row of names is looked for."""

REACH = 110
"""Characters before a name in which a distance is looked for."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What surrounds a name.

    `lead` and `tail` bound the words that belong to the described spot with it; `unit` is a word for an administrative
    unit in the singular, or ""; `settled` tells that it is called a city, town or village; `part` is the part of it that is
    meant ("northern", "the east of"), or ""; `km` and `bearing` a distance; `relation` the preposition or phrase before;
    `joined` tells that the name stands in a row after a place.
    """

    lead: int
    tail: int
    unit: str = ""
    settled: bool = False
    part: str = ""
    km: float | None = None
    bearing: float | None = None
    relation: str = ""
    joined: bool = False


def frame(document: Document, sighting: Sighting) -> Frame:
    """Read the words around a name in its own sentence."""
    sentence = document.sentences[document.tokens[sighting.start].sentence]
    unit, tail = _after(document, sighting, sentence.end)
    settled = tail == sighting.end and tail < sentence.end and document.tokens[tail].lower in words("settlement")
    measured = _distance(document, sighting, sentence.start)
    if measured is not None:
        return measured
    before = _Before(document, sighting.start, sentence.start)
    before.read()
    return Frame(
        lead=before.lead,
        tail=tail,
        unit=unit or before.unit,
        settled=settled or before.settled,
        part=before.part,
        relation=before.relation,
    )


def _after(document: Document, sighting: Sighting, stop: int) -> tuple[str, int]:
    """The unit word after a name and where it ends; also after "and" and further names ("Hama and Idlib provinces")."""
    i = sighting.end
    while i < stop and document.tokens[i].text == "'s":
        return "", sighting.end
    if i < stop and (unit := _singular(document.tokens[i].lower)) in words("unit"):
        return unit, i + 1 if unit == document.tokens[i].lower else sighting.end
    joined = False
    stop = min(stop, i + ROW)
    while i < stop and (capital(document.tokens[i]) or document.tokens[i].text in (",", "and", "or", "&", "-")):
        joined = joined or document.tokens[i].text in (",", "and", "or", "&")
        i += 1
    if joined and i < stop and document.tokens[i].lower != _singular(document.tokens[i].lower) in words("unit"):
        return _singular(document.tokens[i].lower), sighting.end
    return "", sighting.end


def _singular(word: str) -> str:
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word.removesuffix("s")


def _describes(token: Token) -> bool:
    """Whether a word may stand between a preposition and the name that it belongs to ("in the besieged Syrian city of")."""
    return (
        token.pos in ("ADJ", "DET")
        or token.text == "-"
        or token.entity == "NORP"
        or (token.dep in words("modifier") and not capital(token))
    )


def _distance(document: Document, sighting: Sighting, first: int) -> Frame | None:
    end = document.tokens[sighting.start].start
    begin = max(document.tokens[first].start, end - REACH)
    found = DISTANCE.search(document.text[begin:end])
    if found is None or any(mark in found.group()[found.end("unit") - found.start() :] for mark in ",;:"):
        return None
    written = found["n"].replace(",", "").lower()
    amount = NUMBERS.get(written)
    km = (float(written) if amount is None else amount) * KM[found["unit"].lower()]
    way = re.sub(r"[\s-]", "", (found["way"] or "").lower())
    lead = next(i for i in range(first, sighting.start + 1) if document.tokens[i].end > begin + found.start())
    return Frame(lead, sighting.end, settled=True, km=km, bearing=BEARINGS.get(way), relation=f"{way} of" if way else "from")


class _Before:
    """Walks left from a name over the words that belong to it, up to the preposition."""

    def __init__(self, document: Document, start: int, first: int) -> None:
        self.document, self.start, self.first = document, start, first
        self.lead = start
        self.unit = self.part = self.relation = ""
        self.settled = False

    def read(self) -> None:
        """Fill in what the words before the name say."""
        at = self._adjectives(self.start - 1, direct=True)
        while at > self.first and self._lower(at) == "of":
            further = self._noun_before_of(at - 1)
            if further is None:
                break
            at = self._adjectives(further, direct=False)
        if self.relation or at < self.first:
            return
        self.relation = self._preposition(at)

    def _lower(self, at: int) -> str:
        return self.document.tokens[at].lower if at >= self.first else ""

    def _adjectives(self, at: int, *, direct: bool) -> int:
        """Pass articles, adjectives and quotation marks; remember "northern" right before the name as the part that is meant."""
        if direct and at >= self.first:
            at = self._part_before(at)
        while at >= self.first:
            token = self.document.tokens[at]
            if token.lower in words("preposition") or token.text in ",;:()" or not (_describes(token) or token.text in QUOTES):
                return at
            at -= 1
        return at

    def _part_before(self, at: int) -> int:
        token = self.document.tokens[at]
        if token.lower not in words("towards") or (capital(token) and at > self.first):
            return at
        if self._lower(at - 1) == "-" and self._lower(at - 2) in words("towards"):
            at -= 2
        self.part, self.lead = self.document.words(at, self.start), at
        return at - 1

    def _noun_before_of(self, at: int) -> int | None:
        """The noun before "of the name": its kind, its edge or a part of it. None when it is none of these."""
        word = self._lower(at)
        single = _singular(word)
        if single in words("unit") and not self.settled and single not in ("municipality", "republic"):
            self.unit = single
        elif single in words("settlement"):
            self.settled = True
        elif word in words("edge"):
            self.relation, self.lead = f"{word} of", at
        elif word == "direction":
            self.relation = "towards"
        elif word.replace("-", "") in words("part"):
            self._part_of(at, word)
        else:
            return None
        return at - 1

    def _part_of(self, at: int, word: str) -> None:
        if self._lower(at - 1) == "the":
            self.part, self.lead = f"the {word} of", at - 1
        else:
            self.relation = f"{word} of"

    def _preposition(self, at: int) -> str:
        word = self._lower(at)
        if word == "to" and self._lower(at - 1) in ("road", "highway"):
            return "on the road to"
        if word == "to" and self._lower(at - 1) in ("close", "next"):
            return f"{self._lower(at - 1)} to"
        if word == "of" and self._lower(at - 1) in ("outside", "inside"):
            return self._lower(at - 1)
        return word if word in words("preposition") else ""
