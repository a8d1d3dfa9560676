"""Which given mentions, in one report or many, name one happening.

Pairs are compared within a report, and across reports that may tell one story. A logistic regression over their signs, fitted by
`bench/fit_mentions.py`, makes a probability of each; clusters are joined while an average pair is likely enough.
"""

from __future__ import annotations

import functools
import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib import resources

from reportedly.link import stories
from reportedly.link.average import average_link
from reportedly.link.mention_likeness import Mentions, Nearness, Signs, evidence
from reportedly.link.mentions import Mention, MentionFacts, mention_facts
from reportedly.link.terms import terms
from reportedly.model import Document, Report

MAYBE_ONE_STORY = 0.05
"""Mentions of two reports are compared where these tell one story with at least this probability."""

CUT = 0.3
"""Clusters are joined while an average pair names one happening with more than this probability. Chosen on the development texts among 0.2
to 0.5 (docs/quality.md)."""

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """What speaks for two reports telling one story, and for two mentions naming one happening."""

    story: Mapping[str, float]
    mention: Mapping[str, float]


@functools.cache
def fitted() -> Weights:
    """The weights that come with the package."""
    table = resources.files("reportedly.link") / "data" / "mention_weights.tsv"
    return Weights(story=stories.fitted(), mention=stories.weights_from(table.read_text(encoding="utf-8").splitlines()))


def link_mentions(
    reports: Sequence[Report],
    documents: Iterable[Document],
    mentions: Sequence[Mention],
    *,
    nearness: Nearness,
    weights: Weights | None = None,
) -> tuple[tuple[str, ...], ...]:
    """The ids of the mentions of each happening; every mention is in one, by itself where its report has no words for it.

    `documents` are the parsed reports, in any order; `nearness` tells how near two words are in meaning.
    """
    chosen = fitted() if weights is None else weights
    facts = facts_of(reports, documents, mentions)
    found = {
        pair: probability(signs, chosen.mention) - CUT
        for pair, signs in compared(reports, facts, nearness=nearness, story=chosen.story).items()
    }
    clusters = [tuple(facts[n].mention.id for n in some) for some in average_link(len(facts), found, absent=-CUT)]
    known = {one.mention.id for one in facts}
    return (*clusters, *((mention.id,) for mention in mentions if mention.id not in known))


def facts_of(reports: Sequence[Report], documents: Iterable[Document], mentions: Sequence[Mention]) -> list[MentionFacts]:
    """The facts of all mentions that stand on words, by report and then as given."""
    parsed = {document.report: document for document in documents}
    of: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        of[mention.report].append(mention)
    return [one for key in sorted({r.id for r in reports}) if key in parsed for one in mention_facts(parsed[key], of[key])]


def compared(
    reports: Sequence[Report], facts: Sequence[MentionFacts], *, nearness: Nearness, story: Mapping[str, float]
) -> dict[Pair, Signs]:
    """The signs of each pair of mentions that is compared, by their numbers in `facts`, the smaller first."""
    ordered = sorted(reports, key=lambda report: report.id)
    number = {report.id: n for n, report in enumerate(ordered)}
    likely = stories.probabilities([terms(report) for report in ordered], story)
    held: dict[int, list[int]] = defaultdict(list)
    for n, one in enumerate(facts):
        held[number[one.mention.report]].append(n)
    known = Mentions(facts, nearness)
    found: dict[Pair, Signs] = {
        (a, b): known.signs(a, b, 1.0) for some in held.values() for at, a in enumerate(some) for b in some[at + 1 :]
    }
    for (r, s), value in likely.items():
        if value >= MAYBE_ONE_STORY:
            found |= {(min(a, b), max(a, b)): known.signs(a, b, value) for a in held[r] for b in held[s]}
    return found


def probability(signs: Signs, weights: Mapping[str, float]) -> float:
    """How likely two mentions name one happening."""
    total = weights["background"] + math.fsum(weights[name] * value for name, value in evidence(signs))
    return 1 / (1 + math.exp(-max(-60.0, total)))
