"""Whether a report tells of the happening that a mention in another report names.

Asked of one mention and one report at a time: how much of what stands around the mention is in the report, by how much each word tells
among the reports at hand. A logistic regression over these signs, fitted by `bench/fit_told.py`, makes a probability.
"""

from __future__ import annotations

import functools
import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import resources
from itertools import pairwise

from reportedly.link.mention_likeness import Nearness
from reportedly.link.mentions import TELLING, MentionFacts, word
from reportedly.link.stories import weights_from
from reportedly.link.terms import stem
from reportedly.model import Document, Token

LONG = 10.0
"""Natural logarithm of more words than most reports have: lengths are told as parts of it."""

MANY = 10
"""So many missing names or numbers are many."""

Words = frozenset[str]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of a report: as compared, in lower case, their roots; of each two sentences in a row; and pairs that follow each other."""

    lemmas: Words
    lower: Words
    roots: Words
    windows: tuple[Words, ...]
    pairs: frozenset[tuple[str, str]]

    def has(self, term: str) -> bool:
        """Whether a word stands there in some form."""
        return term in self.lemmas or term in self.lower or stem(term) in self.roots


def vocabulary(document: Document) -> Vocabulary:
    """The words of a parsed report."""
    sentences = [frozenset(form for t in document.tokens[s.start : s.end] for form in (word(t), t.lower)) for s in document.sentences]
    lemmas = frozenset(word(t) for t in document.tokens if t.pos in TELLING)
    return Vocabulary(
        lemmas,
        frozenset(t.lower for t in document.tokens),
        frozenset(map(stem, lemmas)),
        tuple(a | b for a, b in pairwise([*sentences, frozenset[str]()])),
        frozenset(_pairs(document.tokens)),
    )


def _pairs(tokens: Sequence[Token]) -> Iterator[tuple[str, str]]:
    """Words that follow each other."""
    yield from ((a.lower, b.lower) for a, b in pairwise(tokens) if a.text[0].isalnum() and b.text[0].isalnum())


class Rarity:
    """How much a word tells among the reports at hand."""

    def __init__(self, documents: Iterable[Document]) -> None:
        some = [frozenset(word(t) for t in document.tokens if t.pos in TELLING) for document in documents]
        self.number = len(some)
        self.reports = Counter(term for terms in some for term in terms)

    def of(self, term: str) -> float:
        """`ln((n + 1) / (reports that have it + 1))`."""
        return math.log((self.number + 1) / (self.reports[term] + 1))

    def part(self, terms: Words, found: Words) -> float:
        """The part of some words that was found, by how much each tells; one half where there is none."""
        total = math.fsum(map(self.of, terms))
        return math.fsum(self.of(term) for term in terms if term in found) / total if total > 0 else 0.5


def signs(fact: MentionFacts, own: Document, report: Vocabulary, rarity: Rarity, nearness: Nearness) -> dict[str, float]:
    """What speaks for and against a report telling of a mention's happening, each about 0 to 1. `own` is the mention's own report."""
    sentence = own.sentences[fact.place]
    tokens = own.tokens[sentence.start : sentence.end]
    telling = [t for t in tokens if t.pos in TELLING]
    groups = {
        "sentence": frozenset(fact.sentence),
        "near": fact.near,
        "clause": fact.near | fact.roles,
        "report": frozenset(word(t) for t in own.tokens if t.pos in TELLING),
        "names": frozenset(t.lower for t in telling if t.pos == "PROPN"),
        "numbers": frozenset(t.lower for t in telling if t.pos == "NUM" or t.text[0].isdigit()),
        "other words": frozenset(word(t) for t in telling if t.pos not in ("PROPN", "NUM")),
        "all names": frozenset(t.lower for t in own.tokens if t.pos == "PROPN"),
        "doers": fact.doers,
        "done to": fact.done_to,
        "itself": fact.words,
    }
    found = {name: rarity.part(terms, frozenset(filter(report.has, terms))) for name, terms in groups.items()}
    found["meaning"] = max((nearness(fact.lemma, term) for term in sorted(report.lemmas)), default=0.0)
    found["in one place"] = max((rarity.part(groups["sentence"], window) for window in report.windows), default=0.0)
    found["clause in one place"] = max((rarity.part(groups["clause"], window) for window in report.windows), default=0.0)
    follow = list(_pairs(tokens))
    found["words in a row"] = sum(pair in report.pairs for pair in follow) / len(follow) if follow else 0.0
    found["missing names"] = min(MANY, sum(not report.has(term) for term in groups["names"])) / MANY
    found["missing numbers"] = min(MANY, sum(term not in report.lower for term in groups["numbers"])) / MANY
    found["no names"], found["no numbers"] = float(not groups["names"]), float(not groups["numbers"])
    found["length of the report"] = math.log(len(report.lower) + 1) / LONG
    found["length of the sentence"] = math.log(len(telling) + 1) / LONG
    return found


@functools.cache
def fitted() -> Mapping[str, float]:
    """The weights that come with the package."""
    return weights_from((resources.files("reportedly.link") / "data" / "told_weights.tsv").read_text(encoding="utf-8").splitlines())


def probability(found: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """How likely a report with these signs tells of the happening."""
    total = weights["background"] + math.fsum(weights[name] * value for name, value in found.items())
    return 1 / (1 + math.exp(-max(-60.0, total)))
