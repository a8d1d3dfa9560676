"""How alike two mentions are: a row of signs, each 0 to 1, and what is made of several of them together."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations, combinations_with_replacement

from reportedly.link.kin import HARMS, harms, kinship
from reportedly.link.mentions import MentionFacts
from reportedly.link.terms import dot

Nearness = Callable[[str, str], float]
"""How near two words are in meaning, at most 1; a language's word vectors answer it."""

OPENING = 2
"""Sentences from the first that tell a report's story in short."""

FAR = 10
"""Sentences from which on two mentions of a report are far from each other."""

SETS = ("doers", "done_to", "beside", "above", "roles", "near", "names", "places", "times", "numbers")
"""Sets of words that are compared, each by itself."""

TOGETHER = (
    ("form", "story"),
    ("form", "form twice in a report"),
    ("form", "one report"),
    ("form", "roles"),
    ("form", "names"),
    ("form", "doers differ"),
    ("form", "done_to differ"),
    ("form", "numbers differ"),
    ("form", "times differ"),
    ("form", "sentence"),
    ("form", "rare"),
    ("form", "saying"),
    ("meaning", "meaning"),
    ("meaning", "story"),
    ("meaning", "one report"),
    ("meaning", "roles"),
    ("meaning", "sentence"),
    ("story", "story"),
    ("saying", "story"),
    ("saying", "doers"),
    ("saying", "sentence"),
    ("saying", "roles"),
    ("one report", "sentence"),
    ("kin", "kin"),
    ("kin", "story"),
    ("kin", "one report"),
    ("kin", "roles"),
    ("kin", "sentence"),
    ("kin", "around"),
    ("kin", "near"),
    ("kin", "saying"),
    ("kin", "rare"),
    ("kin", "told together"),
    ("kin", "opening"),
    ("kin", "meaning"),
    ("kin", "doers differ"),
    ("kin", "done_to differ"),
    ("kin", "near differ"),
    ("kin", "above"),
    ("kin", "distance"),
    ("kin", "both first"),
    ("kin", "part of speech"),
    ("harm differs", "meaning"),
    ("harm differs", "story"),
    ("death death", "story"),
    ("death death", "many"),
    ("death death", "many differ"),
    ("death death", "done_to"),
    ("death death", "roles"),
    ("death death", "roles differ"),
    ("fire fire", "story"),
    ("hit hit", "roles"),
    ("hit hit", "done_to"),
    ("hit fire", "part of speech"),
    ("pronoun", "one report"),
    ("pronoun", "distance"),
    ("told together", "form"),
    ("told together", "meaning"),
    ("form", "distance"),
)
"""Signs that say more together than each alone: their product is one more."""

Signs = Mapping[str, float]


class Mentions:
    """The mentions at hand: how rare their words are among them, and what depends on that."""

    def __init__(self, some: Sequence[MentionFacts], nearness: Nearness) -> None:
        self.some = some
        self.nearness = nearness
        self.known: dict[tuple[str, str], float] = {}
        self.kin: dict[tuple[str, str], float] = {}
        self.holders = Counter(
            term for one in some for term in {*one.around, *one.roles, *one.names, *one.places, *one.times, *one.numbers}
        )
        told: dict[str, set[str]] = defaultdict(set)
        for one in some:
            told[one.lemma].add(one.mention.report)
        self.reports = {lemma: len(reports) for lemma, reports in told.items()}
        self.number = len({one.mention.report for one in some})
        self.times = Counter((one.mention.report, one.lemma) for one in some)
        self.kinds = [frozenset(kind for term in {one.lemma, *one.words} for kind in harms(term)) for one in some]
        sentences: dict[tuple[str, int], set[str]] = defaultdict(set)
        for one in some:
            sentences[one.mention.report, one.place].add(one.lemma)
        self.sentences = Counter(lemma for lemmas in sentences.values() for lemma in lemmas)
        self.beside = Counter(pair for lemmas in sentences.values() for pair in combinations(sorted(lemmas), 2))
        self.sets = [{name: getattr(one, name) for name in SETS} for one in some]
        self.sums = [{name: self._sum(words) for name, words in sets.items()} for sets in self.sets]
        self.sentence = [self._unit(one.sentence) for one in some]
        self.around = [self._unit(one.around) for one in some]

    def rarity(self, term: str) -> float:
        """How much a shared word tells."""
        return math.log((len(self.some) + 1) / (self.holders[term] + 1))

    def _sum(self, words: frozenset[str]) -> float:
        return math.fsum(self.rarity(term) for term in words)

    def _unit(self, counts: Mapping[str, int]) -> dict[str, float]:
        weighed = {term: times * self.rarity(term) for term, times in sorted(counts.items())}
        length = math.sqrt(math.fsum(value * value for value in weighed.values()))
        return {term: value / length for term, value in weighed.items()} if length else {}

    def signs(self, a: int, b: int, story: float) -> dict[str, float]:
        """The signs of two mentions, by their numbers; `story` is how likely their reports tell one story."""
        x, y = self.some[a], self.some[b]
        one_report, same = x.mention.report == y.mention.report, x.lemma == y.lemma
        form = 1.0 if same or x.root == y.root else 0.0
        twice = same and max(self.times[x.mention.report, x.lemma], self.times[y.mention.report, y.lemma]) > 1
        rare = math.log((self.number + 1) / self.reports[x.lemma]) / math.log(self.number + 1) if same else 0.0
        found = {
            "one report": float(one_report),
            "one sentence": float(one_report and x.place == y.place),
            "lemma": float(same),
            "form": form,
            "meaning": self._meaning(x.lemma, y.lemma),
            "part of speech": float(x.part == y.part),
            "words": len(x.words & y.words) / len(x.words | y.words),
            "text": float(x.text == y.text),
            "saying": float(x.says or y.says),
            "rare": rare,
            "form twice in a report": float(twice),
            "story": story,
            "sentence": dot(self.sentence[a], self.sentence[b]),
            "around": dot(self.around[a], self.around[b]),
            "opening": ((x.place < OPENING) + (y.place < OPENING)) / 2,
            "distance": min(FAR, abs(x.place - y.place)) / FAR,
            "negation differs": float(x.negated != y.negated),
        }
        found.update(self._by_kind(a, b))
        for name in SETS:
            found.update(self._overlap(a, b, name))
        found["crossed"] = max(self._share(a, "doers", b, "done_to"), self._share(a, "done_to", b, "doers"))
        found["above crossed"] = max(self._share(a, "above", b, "roles"), self._share(a, "roles", b, "above"))
        found["roles near"] = max(self._share(a, "roles", b, "near"), self._share(a, "near", b, "roles"))
        return found

    def _meaning(self, one: str, other: str) -> float:
        pair = (one, other) if one <= other else (other, one)
        if pair not in self.known:
            self.known[pair] = 1.0 if one == other else max(0.0, self.nearness(*pair))
        return self.known[pair]

    def _kin(self, one: str, other: str) -> float:
        if (one, other) not in self.kin:
            self.kin[one, other] = kinship(one, other)
        return self.kin[one, other]

    def _by_kind(self, a: int, b: int) -> Iterator[tuple[str, float]]:
        """What the kinds of the two words tell, and how many are meant."""
        x, y = self.some[a], self.some[b]
        one, other = sorted((x.lemma, y.lemma))
        yield "kin", 1.0 if x.root == y.root else self._kin(one, other)
        yield "told together", self.beside[one, other] / min(self.sentences[one], self.sentences[other])
        mine, yours = self.kinds[a], self.kinds[b]
        yield "harm differs", float(bool(mine) and bool(yours) and not mine & yours)
        yield "harm beside another deed", float(bool(mine) != bool(yours))
        for k, m in combinations_with_replacement(HARMS, 2):
            yield f"{k} {m}", float((k in mine and m in yours) or (m in mine and k in yours))
        yield "many", float(x.many is not None and x.many == y.many)
        yield "many differ", float(None not in (x.many, y.many) and x.many != y.many)
        yield "pronoun", float("PRON" in (x.part, y.part))
        yield "pronouns", float(x.part == y.part == "PRON")
        yield "both opening", float(x.place < OPENING and y.place < OPENING)
        yield "both first", float(x.place == 0 and y.place == 0)

    def _overlap(self, a: int, b: int, name: str) -> Iterator[tuple[str, float]]:
        """How much two sets share, and that they share nothing; neither where one is empty."""
        given = bool(self.sets[a][name]) and bool(self.sets[b][name])
        share = self._share(a, name, b, name)
        yield name, share
        yield f"{name} differ", float(given and not share)

    def _share(self, a: int, mine: str, b: int, yours: str) -> float:
        """The part of the lesser set that is in the other, by how much its words tell."""
        less = min(self.sums[a][mine], self.sums[b][yours])
        if less <= 0:
            return 0.0
        return min(1.0, math.fsum(self.rarity(term) for term in self.sets[a][mine] & self.sets[b][yours]) / less)


def evidence(signs: Signs) -> Iterator[tuple[str, float]]:
    """What is weighed: each sign, and those that say more together."""
    yield from signs.items()
    for one, other in TOGETHER:
        yield f"{one} + {other}", signs[one] * signs[other]
