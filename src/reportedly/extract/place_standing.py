"""Whether a place's name stands for those who act for it: a small learned part, behind the same question as the rule.

What stands around the name gives evidence by name; the weights of `data/place_standing.tsv` were fitted by
`bench/fit_standing.py` and add up to log-odds. The table's head is its card.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator

from reportedly.extract.entity_tables import rows
from reportedly.extract.place_scan import Sighting, capital
from reportedly.extract.place_words import words
from reportedly.model import Document, Token

CLASSES = ("saying", "gov_object", "gov_noun", "body", "ground", "place_subject", "taken", "placed", "copula", "leaving", "sport", "ruling")
"""Lists of words whose presence at the head of a name is told."""

WINDOW = 12
"""Tokens to each side in which words of sport and of government are looked for."""


BESIDE = 5
"""Tokens to each side whose nouns, verbs and adjectives are told one by one."""


def stands(document: Document, sighting: Sighting, *, rule: bool) -> float:
    """The log-odds that a name stands for a government, a team or a people; above 0, it likelier does. `rule`: what the rule says."""
    weights = _weights()
    return sum(weights.get(part, 0.0) for part in signs(document, sighting, rule=rule))


def signs(document: Document, sighting: Sighting, *, rule: bool) -> tuple[str, ...]:
    """The names of the evidence that is there, each once, in a fixed order."""
    return tuple(dict.fromkeys(["bias", f"rule={rule}", *_of_syntax(document, sighting), *_of_neighbours(document, sighting)]))


@functools.cache
def _weights() -> dict[str, float]:
    return {name: float(weight) for name, weight in rows("place_standing.tsv", 2)}


def _of_syntax(document: Document, sighting: Sighting) -> Iterator[str]:
    token = _first_of_row(document, document.tokens[sighting.head])
    head = document.tokens[token.head]
    yield f"dep={token.dep}"
    if token.dep == "pobj":
        above = document.tokens[head.head]
        yield f"prep={head.lower}"
        yield f"prep={head.lower}+{above.pos}"
        yield f"above={above.lemma.lower()}"
        yield from (f"prep={head.lower}+{name}" for name in _classes(above))
        yield from (f"above in {name}" for name in _classes(above))
    else:
        yield f"dep={token.dep}+{head.pos}"
        yield f"dep={token.dep}+{head.lemma.lower()}"
        yield from (f"dep={token.dep}+{name}" for name in _classes(head))
    yield from (f"has={child.dep}" for i in document.children[token.i] if (child := document.tokens[i]).dep != "punct")


def _first_of_row(document: Document, token: Token) -> Token:
    """The name on which a name in a row hangs: "between X and Y"."""
    while token.dep in ("conj", "appos") and token.head != token.i and document.tokens[token.head].pos == "PROPN":
        token = document.tokens[token.head]
    return token


def _classes(token: Token) -> Iterator[str]:
    return (name for name in CLASSES if token.lemma.lower() in words(name) or token.lower in words(name))


def _of_neighbours(document: Document, sighting: Sighting) -> Iterator[str]:
    sentence = document.sentences[document.tokens[sighting.start].sentence]
    before = document.tokens[max(sentence.start, sighting.start - 2) : sighting.start]
    after = document.tokens[sighting.end : min(sentence.end, sighting.end + 2)]
    yield f"before={before[-1].lower if before else '^'}"
    yield f"before 2={before[-2].lower if len(before) > 1 else '^'}"
    yield f"after={after[0].lower if after else '$'}"
    yield f"between={before[-1].lower if before else '^'} {after[0].pos if after else '$'}"
    if after:
        yield from (f"after in {name}" for name in _classes(after[0]))
        yield f"after is {after[0].pos}"
    if after and after[0].text == "," and len(after) > 1 and capital(after[1]):
        yield "comma and a name after"
    if len(before) > 1 and before[-1].text == "," and capital(before[-2]):
        yield "comma and a name before"
    label = document.tokens[sighting.head].entity
    yield f"model={label}"
    around = document.tokens[max(sentence.start, sighting.start - WINDOW) : min(sentence.end, sighting.end + WINDOW)]
    for other in document.tokens[max(sentence.start, sighting.start - BESIDE) : min(sentence.end, sighting.end + BESIDE)]:
        if other.pos in ("NOUN", "VERB", "ADJ") and not sighting.start <= other.i < sighting.end:
            yield f"beside={other.lemma.lower()}"
    for name in ("sport", "ruling"):
        if any(t.lemma.lower() in words(name) for t in around if not sighting.start <= t.i < sighting.end):
            yield f"{name} near"
