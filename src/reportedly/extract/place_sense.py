"""Whether a name in a text is a place, or a person, a body, or a government called by its country or capital."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

from reportedly.extract.countries import CountryForm
from reportedly.extract.deeds import is_verb, noun_deed, verb_deed
from reportedly.extract.gazetteer import Candidate, Match, country_of, country_word
from reportedly.extract.place_frame import Frame
from reportedly.extract.place_scan import FAR, PLACE_LABELS, QUOTES, Sighting, capital, in_capitals, name_at
from reportedly.extract.place_words import IS_PLACE, THRESHOLD, words
from reportedly.model import Document, Name, Token

AREAS = frozenset("sea ocean gulf strait lake river canal desert mountains island peninsula region continent site".split())
"""Kinds of `place_regions.tsv`."""

WATER = frozenset({"sea", "ocean", "gulf", "strait"})
"""Kinds that are waters of several states or none: `where_prec` 7."""

LONGER = frozenset({"part of a body's name", "model: other"})
"""What the model says of a name that is part of a body's."""

SCENE = frozenset({"in", "near", "outside"})
HEADS = 3
"""How far above a name the deed is looked for that it is the scene of."""

TAKING = frozenset("shelling bombardment bombing siege storming pounding encirclement invasion occupation recapture".split())
"""Nouns in "the <noun> of X" by which X is a place."""

MODEL = re.compile(r"[A-Z]?\d*[A-Z]?")
"""What follows the hyphen in the name of a model of a weapon."""

ROW = frozenset({"and", "or", ",", "&", "the"})
"""What stands between the members of a row of names."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What the whole report tells about its names: how much it speaks of each country, and the last names of its persons."""

    countries: dict[str, float]
    persons: frozenset[str]


def is_place(document: Document, sighting: Sighting, around: Frame, best: Candidate | None, setting: Setting) -> bool:
    """Whether the evidence for a place adds up. `best` is what it would mean."""
    return evidence(document, sighting, around, best, setting) >= THRESHOLD and not joined_to_a_word(document, sighting)


def is_part(document: Document, sighting: Sighting, around: Frame, best: Candidate, setting: Setting) -> bool:
    """Whether a name is a place's within the name of a body: the evidence adds up but for the longer name."""
    if not any(part in LONGER for part in _of_the_model(document, sighting)) or joined_to_a_word(document, sighting):
        return False
    parts = _of_the_place(best, setting) + _of_the_words(document, sighting, around, best, setting)
    return sum(IS_PLACE[part] for part in parts if part != "name beside") + _size(best) >= THRESHOLD


def evidence(document: Document, sighting: Sighting, around: Frame, best: Candidate | None, setting: Setting) -> float:
    """The sum of the weights (`IS_PLACE`) of what speaks for and against a place."""
    parts = _of_the_place(best, setting) + _of_the_model(document, sighting) + _of_the_words(document, sighting, around, best, setting)
    return sum(IS_PLACE[part] for part in parts) + _size(best)


def is_in_row(document: Document, before: Frame | None, around: Frame) -> bool:
    """Whether a name stands in a row right after another: "X and Y", "X, Y"."""
    between = document.tokens[before.tail : around.lead] if before is not None else ()
    return 0 < len(between) <= 2 and all(t.lower in ROW for t in between)


def joined_to_a_word(document: Document, sighting: Sighting) -> bool:
    """Whether a hyphen makes the name part of an adjective: "pro-X", "X-based", "X-led"; or of the name of a weapon: "X-M1"."""
    tokens, start, end = document.tokens, sighting.start, sighting.end
    after = (
        end + 1 < len(tokens)
        and tokens[end].text == "-"
        and (tokens[end + 1].text[:1].islower() or MODEL.fullmatch(tokens[end + 1].text) is not None)
        and tokens[end].start == tokens[end - 1].end
    )
    before = (
        start > 1
        and tokens[start - 1].text == "-"
        and tokens[start - 2].text[:1].islower()
        and tokens[start].start == tokens[start - 1].end
    )
    return after or (before and tokens[start - 2].lower not in words("article"))


def is_government(document: Document, sighting: Sighting, around: Frame, best: Candidate | None) -> bool:
    """Whether a country or capital stands for those who govern it: it says or does something, or owns an army."""
    token = document.tokens[sighting.head]
    if best is not None and best.radius and sighting.end < len(document.tokens) and document.tokens[sighting.end].lower in words("body"):
        return True
    if around.unit or around.settled or around.part or around.km is not None:
        return False
    head = document.tokens[token.head]
    if best is None or not may_govern(document, sighting, best):
        return token.dep == "nsubj" and head.lemma in words("saying")
    if token.dep in ("conj", "appos") and token.head != token.i and head.pos == "PROPN":
        token, head = head, document.tokens[head.head]
    return (
        _is_partner(document, sighting, around, head)
        or _acts(token, head, best)
        or _is_dealt_with(document, token, head)
        or _owns(document, sighting, token, head)
    )


def may_govern(document: Document, sighting: Sighting, best: Candidate) -> bool:
    """Whether a name may stand for a government: a country or its capital."""
    if best.kind == "country":
        return True
    word = country_word(document.words(sighting.start, sighting.end))
    return word is not None and word.form is CountryForm.CAPITAL and word.code == best.country


def _acts(token: Token, head: Token, best: Candidate) -> bool:
    if token.dep != "nsubj" or head.pos not in ("VERB", "AUX"):
        return False
    return head.lemma not in words("place_subject") or (best.kind == "country" and head.lemma in words("copula"))


def _is_partner(document: Document, sighting: Sighting, around: Frame, head: Token) -> bool:
    """Whether the words around say that it acts: "by X", "for X", "its ally X", "powers such as X", "X Launches Strikes" in a headline."""
    sentence = document.sentences[document.tokens[sighting.start].sentence]
    if sighting.start == sentence.start and sighting.end < sentence.end and in_capitals(document, sentence):
        after = document.tokens[sighting.end]
        return capital(after) and (after.pos == "VERB" or after.text.endswith("s")) and after.lower not in words("unit")
    before = [t.lower for t in document.tokens[max(sentence.start, sighting.start - 3) : sighting.start] if t.lower != "the"]
    if not before:
        return False
    if around.relation == "by":
        return head.lemma not in ("close", "pass", "border")
    if around.relation == "for":
        return document.tokens[head.head].lemma not in words("leaving")
    return before[-1] in words("partner") or before[-2:] == ["such", "as"] or before[-1] == "like"


def _is_dealt_with(document: Document, token: Token, head: Token) -> bool:
    if token.dep in ("dobj", "dative"):
        return head.lemma in words("gov_object")
    if token.dep != "pobj":
        return False
    above = document.tokens[head.head]
    if head.lower == "by":
        return True
    if head.lower in ("with", "between", "against", "from", "to", "of", "for", "on") and above.pos == "NOUN":
        return above.lemma in words("gov_noun") or (above.lower in words("body") and head.lower == "of")
    return head.lower == "with" and above.pos == "VERB" and above.lemma not in ("begin", "start", "end")


def _owns(document: Document, sighting: Sighting, token: Token, head: Token) -> bool:
    """Whether a country owns what is named next ("its army"); its border and its north are places, and a capital owns bodies only."""
    if token.dep == "poss":
        if country_of(document.words(sighting.start, sighting.end)) is None:
            return head.lower in words("body")
        return head.lower not in words("ground") and head.lemma not in words("ground") and head.entity != "GPE"
    after = document.tokens[sighting.end] if sighting.end < len(document.tokens) else None
    if after is None or token.dep not in ("compound", "nmod", "amod"):
        return False
    short = document.words(sighting.start, sighting.end).replace(".", "") in ("US", "UK", "UAE", "USA")
    return after.lower in words("body") or head.lower in words("body") or (short and head.lower not in words("ground"))


def _of_the_place(best: Candidate | None, setting: Setting) -> list[str]:
    if best is None:
        return ["unnamed"]
    found = [
        "country"
        if best.kind in ("country", "continent")
        else "region"
        if best.kind in AREAS
        else "unit"
        if "admin" in best.kind
        else "town"
    ]
    if best.match is Match.SKELETON:
        found.append("skeleton")
    elif best.match is Match.OTHER:
        found.append("other name")
    if best.country in setting.countries:
        found.append("country is spoken of")
    elif best.country and setting.countries and best.kind != "country":
        found.append("other countries are spoken of")
    return found


def _size(best: Candidate | None) -> float:
    if best is None or best.kind != "city":
        return 0.0
    return IS_PLACE["per power of ten"] * (math.log10(max(best.population, 100)) - 4)


def _of_the_model(document: Document, sighting: Sighting) -> list[str]:
    name = name_at(document, sighting.start, sighting.end)
    found = []
    if name is None:
        found.append("model: nothing")
    elif name.label in PLACE_LABELS:
        found.append("model: building" if name.label == "FAC" else "model: place")
    elif name.start >= sighting.start and name.end <= sighting.end:
        found.append("model: person" if name.label == "PERSON" else "model: other")
    elif name.label == "PERSON":
        found.append("part of a person's name")
    elif name.label in ("ORG", "PRODUCT", "WORK_OF_ART", "EVENT", "LAW") and _longer(document, name, sighting):
        found.append("part of a body's name")
    else:
        found.append("model: other")
    if not any(t.pos in ("PROPN", "X") for t in document.tokens[sighting.start : sighting.end]) and not (
        name and name.label in PLACE_LABELS
    ):
        found.append("no proper noun")
    return found


def _longer(document: Document, name: Name, sighting: Sighting) -> bool:
    """Whether a marked name has other words of its own than those of the place and an article."""
    others = [t for t in document.tokens[name.start : name.end] if not sighting.start <= t.i < sighting.end]
    return any(t.pos in ("PROPN", "NOUN", "ADJ") and t.lower not in words("unit") and not _is_beside(document, t) for t in others)


def _is_beside(document: Document, token: Token) -> bool:
    """Whether a capitalised word is no part of a name after or before it.

    It tells at the end of a headline who says so ("… in X Monitor"), or is a country without its apostrophe ("Syrias X").
    """
    sentence = document.sentences[token.sentence]
    owner = country_of(token.text.removesuffix("s")) is not None and token.text.endswith("s")
    return owner or (token.lower in words("signature") and token.i >= sentence.end - 2)


def _of_the_words(document: Document, sighting: Sighting, around: Frame, best: Candidate | None, setting: Setting) -> list[str]:
    text = document.words(sighting.start, sighting.end)
    known = [
        (around.relation in words("locative") or " " in around.relation, "locative"),
        (around.relation == "of", "of"),
        (bool(around.unit), "unit word"),
        (around.settled, "settlement word"),
        (sighting.called, "called a place"),
        (around.km is not None or bool(around.part), "described spot"),
        (text.lower() in words("common"), "common word"),
        (text.lower() in setting.persons, "is a person elsewhere"),
        (is_dateline(document, sighting), "dateline"),
        (_titled(document, sighting), "title before"),
        (_beside_a_name(document, sighting), "name beside"),
        (_capitals(document, sighting, text), "capitals in running text"),
        (_chained(document, sighting), "comma chain"),
        (around.joined, "joined to a place"),
        (_taken(document, sighting), "taken"),
        (_of_a_deed(document, sighting), "scene of a deed"),
        (_of_a_place(document, sighting), "noun of a place"),
        (_words(document, sighting) > 1, "several words"),
        (best is not None and _of_its_country(document, sighting, best), "of its country"),
    ]
    return [part for holds, part in known if holds]


def _of_its_country(document: Document, sighting: Sighting, best: Candidate) -> bool:
    """Whether the possessive of its country stands before: "Syria's X", also without its apostrophe as some headlines are."""
    at = sighting.start - 1
    if at < 0 or best.country is None:
        return False
    word = document.tokens[at].text
    if word in ("'s", "’s", "'", "’"):
        return at > 0 and country_of(document.tokens[at - 1].text) == best.country
    return word.endswith("s") and country_of(word[:-1]) == best.country and country_of(word) is None


def _taken(document: Document, sighting: Sighting) -> bool:
    token = document.tokens[sighting.head]
    above = document.tokens[token.head]
    if token.dep == "pobj" and above.lower == "of":
        return document.tokens[above.head].lower in TAKING
    return token.dep in ("dobj", "nsubjpass") and above.lemma in words("taken")


def _of_a_deed(document: Document, sighting: Sighting) -> bool:
    """Whether a name tells where a deed was done: "died in attacks in X", "hit a house near X"."""
    before = document.tokens[document.tokens[sighting.head].head]
    at = before.head
    for _ in range(HEADS if before.lower in SCENE else 0):
        token = document.tokens[at]
        if (is_verb(token) and verb_deed(document, at) is not None) or noun_deed(document, at) is not None:
            return True
        at = token.head
    return False


def _of_a_place(document: Document, sighting: Sighting) -> bool:
    sentence = document.sentences[document.tokens[sighting.start].sentence]
    return sighting.end < sentence.end and document.tokens[sighting.end].lower in words("placed")


def _words(document: Document, sighting: Sighting) -> int:
    own = document.tokens[sighting.start : sighting.end]
    return sum(capital(t) and t.lower not in words("article") for t in own)


LINE_MARKS = frozenset({"(", "-", "–", "—", "--", ":"})
"""What ends the place in a dateline."""

HEADING_WORDS = 60
"""Words at the start of a text in which its dateline stands."""


def is_dateline(document: Document, sighting: Sighting) -> bool:
    """Whether the name stands where an agency writes from: in capitals at the head of a paragraph, before a bracket or a dash.

    Also behind what heads a text in the same line, where a bracket follows the name, or its country: "For release ADEN, Yemen (May 3)".
    """
    first = document.sentences[document.tokens[sighting.start].sentence]
    if first.headline or not document.words(sighting.start, sighting.end).isupper():
        return False
    rest = document.tokens[sighting.end : sighting.end + 4]
    if sighting.start == first.start:
        return any(t.text in LINE_MARKS for t in rest)
    country = len(rest) > 2 and rest[0].text == "," and country_word(rest[1].text) is not None
    return sighting.start < HEADING_WORDS and any(t.text == "(" for t in (rest[2:3] if country else rest[:1]))


def _titled(document: Document, sighting: Sighting) -> bool:
    before = document.tokens[sighting.start - 1] if sighting.start else None
    return before is not None and before.sentence == document.tokens[sighting.start].sentence and before.lower.rstrip(".") in words("title")


def _beside_a_name(document: Document, sighting: Sighting) -> bool:
    """Whether another capitalised word of the same noun phrase stands right before or after, outside of headlines."""
    tokens = document.tokens
    sentence = document.sentences[tokens[sighting.start].sentence]
    if in_capitals(document, sentence):
        return False
    near = []
    after = tokens[sighting.end] if sighting.end < sentence.end else None
    if after is not None and after.lower not in words("unit") and not _is_beside(document, after):
        near.append(after)
    if sighting.start > sentence.start + 1 and not _is_beside(document, tokens[sighting.start - 1]):
        near.append(tokens[sighting.start - 1])
    return any(capital(t) and t.pos == "PROPN" and t.entity not in ("GPE", "LOC", "NORP", "DATE") and t.text not in QUOTES for t in near)


def _capitals(document: Document, sighting: Sighting, text: str) -> bool:
    sentence = document.sentences[document.tokens[sighting.start].sentence]
    plain = country_word(text) is None and text.isupper() and not is_dateline(document, sighting)
    return plain and any(t.text[:1].islower() for t in document.tokens[sentence.start : min(sentence.end, sentence.start + FAR)])


def _chained(document: Document, sighting: Sighting) -> bool:
    """Whether a comma and a country follow: "X, Afghanistan"."""
    tokens, end = document.tokens, sighting.end
    if end + 1 >= len(tokens) or tokens[end].text != ",":
        return False
    word = country_word(tokens[end + 1].text)
    return word is not None and word.form is CountryForm.NAME
