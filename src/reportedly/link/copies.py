"""Which report copies which: candidates by MinHash over passages, then exact alignment of the words.

Two reports share text when their longest common run of own words has at least `RUN` words, and the runs of at least
`SHORT_RUN` words make up at least `CONTAINED` of the shorter one, or one run alone has `LONG_RUN` words.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from rensa import RMinHash, RMinHashLSH

from reportedly.link.wording import Wording, own_words
from reportedly.model import Direction, LineageEdge, LineageWhy, Report

MOSTLY = 0.5
"""From this part of its own words on a report is said to stand in another."""

CLEARLY = 0.2
"""By at least this much the part of one report that stands in the other must be above that of the other in the one."""

RUN = 12
"""Words in a row that two writers do not choose by chance."""

LONG_RUN = 40
"""A run that shows copying however small its part of the report."""

SHORT_RUN = 6
"""Runs from this length count towards the shared part once a run of `RUN` words is there."""

CONTAINED = 0.2
"""The part of the shorter report's own words that must be shared."""

SHINGLE, PASSAGE, STEP = 3, 48, 24
"""Words a shingle, words a passage, and words from the start of one passage to that of the next."""

PERMUTATIONS, BANDS, SEED = 63, 21, 20

SOURCES = 8
"""A report is aligned with at most so many possible sources, the earliest first: they stand for later copies of the same text."""

NEARLY_AS_MUCH = 0.75
"""Of possible sources, those go first that share at least so much of what the one with the most shared passages does: the rest may only
have a paragraph of background in common, as many reports of an agency do."""


@dataclass(frozen=True, slots=True)
class Shared:
    """What two reports share: the number of words, and the longest run as word ranges of each."""

    words: int
    run: int
    a: int
    b: int


@dataclass(frozen=True, slots=True)
class Run:
    """So many words in a row that stand in both wordings, and the number of the first of them in each."""

    words: int
    a: int
    b: int


def copies(reports: Sequence[Report], credited: dict[str, frozenset[str]]) -> tuple[LineageEdge, ...]:
    """One edge from the source to the copy, for each stretch that no earlier source accounts for.

    `credited` gives, for a report id, the ids of reports whose outlet it credits or cites. Of two reports the one that is
    credited by the other is the source, whatever their dates; else the earlier one; of one day or of unknown days the longer
    one; of equally long ones the one whose words come first in the alphabet, else the one with the smaller id. Each edge tells which
    of these is knowledge: see `Direction`.
    """
    known = {report.id: report for report in reports}
    wordings = {i: own_words(known[i]) for i in sorted(known)}
    ranked = _Ranks(known, wordings, credited)
    possible: dict[str, dict[str, int]] = defaultdict(dict)
    for (a, b), passages in _candidates(wordings, ranked):
        source, copy = (a, b) if ranked(a, b) else (b, a)
        possible[copy][source] = passages
    edges: list[LineageEdge] = []
    for copy in sorted(possible):
        sources = _in_order(possible[copy], credited.get(copy, frozenset()), known, wordings)
        edges += _edges(copy, sources, wordings, ranked)
    return tuple(sorted(edges))


class _Ranks:
    """Which of two reports is the source."""

    def __init__(self, known: dict[str, Report], wordings: dict[str, Wording], credited: dict[str, frozenset[str]]) -> None:
        self.known, self.wordings, self.credited = known, wordings, credited

    def __call__(self, a: str, b: str) -> bool:
        """Whether a is the source of b."""
        if self._one_credits(a, b):
            return a in self.credited.get(b, ())
        day_a, day_b = self.known[a].published, self.known[b].published
        if day_a is not None and day_b is not None and day_a != day_b:
            return day_a < day_b
        return (-len(self.wordings[a]), self.wordings[a].words, a) < (-len(self.wordings[b]), self.wordings[b].words, b)

    def _one_credits(self, a: str, b: str) -> bool:
        return (a in self.credited.get(b, ())) is not (b in self.credited.get(a, ()))

    def direction(self, source: str, copy: str, shared: int) -> Direction:
        """How it is known that one report is the source of another, with which it shares so many words."""
        if self._one_credits(source, copy):
            return Direction.CREDIT
        first, second = self.known[source].published, self.known[copy].published
        if first is not None and second is not None and first != second:
            return Direction.TIME
        of_copy, of_source = shared / len(self.wordings[copy]), shared / len(self.wordings[source])
        return Direction.CONTAINMENT if of_copy >= MOSTLY and of_copy - of_source >= CLEARLY else Direction.UNKNOWN


def _candidates(wordings: dict[str, Wording], ranked: _Ranks) -> list[tuple[tuple[str, str], int]]:
    """Pairs of reports, each once, that have passages with nearly the same shingles, and how many pairs of passages those are.

    Of equal texts the first source meets all others.
    """
    pairs: Counter[tuple[str, str]] = Counter()
    index = RMinHashLSH(threshold=0.5, num_perm=PERMUTATIONS, num_bands=BANDS)
    owners: list[str] = []
    for name, twins in _first_sources(wordings, ranked):
        pairs.update({(name, twin): len(wordings[name]) for twin in twins})
        mine = []
        words = wordings[name].words
        for start in range(0, max(1, len(words) - PASSAGE + STEP), STEP):
            sketch = RMinHash(num_perm=PERMUTATIONS, seed=SEED)
            passage = words[start : start + PASSAGE]
            sketch.update([" ".join(passage[i : i + SHINGLE]) for i in range(max(1, len(passage) - SHINGLE + 1))])
            mine.append(sketch)
            pairs.update({(owners[key], name) for key in index.query(sketch)})
        for sketch in mine:
            index.insert(len(owners), sketch)
            owners.append(name)
    return sorted(pairs.items())


def _first_sources(wordings: dict[str, Wording], ranked: _Ranks) -> list[tuple[str, list[str]]]:
    """For each text of at least `RUN` words the report that is the source of its equals, and these; sorted."""
    equal: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for name in sorted(wordings):
        if len(wordings[name]) >= RUN:
            equal[wordings[name].words].append(name)
    found = []
    for names in equal.values():
        first = names[0]
        for name in names[1:]:
            first = name if ranked(name, first) else first
        found.append((first, [name for name in names if name != first]))
    return sorted(found)


def _in_order(sources: dict[str, int], credited: frozenset[str], known: dict[str, Report], wordings: dict[str, Wording]) -> list[str]:
    """The possible sources of one copy: those that it credits first, then those that share most passages, of these the earliest."""
    much = NEARLY_AS_MUCH * max(sources.values())
    return sorted(
        sources,
        key=lambda s: (
            s not in credited,
            sources[s] < much,
            known[s].published or dt.date.max,
            -len(wordings[s]),
            wordings[s].words,
            s,
        ),
    )


def _edges(copy: str, sources: list[str], wordings: dict[str, Wording], ranked: _Ranks) -> list[LineageEdge]:
    """Edges into one copy from its sources in order, without stretches that one before already gives."""
    found: list[LineageEdge] = []
    for source in sources[:SOURCES]:
        shared = align(wordings[source], wordings[copy])
        if shared is None:
            continue
        span = wordings[copy].stretch(shared.b, shared.run)
        if not any(edge.span.contains(span) for edge in found):
            edge = LineageEdge(
                report=copy,
                why=LineageWhy.COPIES,
                source=source,
                source_id=source,
                span=span,
                share=round(shared.words / min(len(wordings[source]), len(wordings[copy])), 3),
                direction=ranked.direction(source, copy, shared.words),
                source_span=wordings[source].stretch(shared.a, shared.run),
            )
            found.append(edge)
    return found


def align(a: Wording, b: Wording) -> Shared | None:
    """What two wordings share, or None when it is too little to be a copy."""
    found = runs(a, b)
    shared, longest = sum(run.words for run in found), max(found, key=lambda run: run.words, default=Run(0, 0, 0))
    enough = longest.words >= RUN and (longest.words >= LONG_RUN or shared >= CONTAINED * min(len(a), len(b)))
    return Shared(shared, longest.words, longest.a, longest.b) if enough else None


def runs(a: Wording, b: Wording) -> list[Run]:
    """The runs of at least `SHORT_RUN` words that b has from a, in the order of b, without overlap there. Time: linear in their lengths."""
    starts: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for i in range(len(a) - SHORT_RUN + 1):
        starts[a.words[i : i + SHORT_RUN]].append(i)
    found: list[Run] = []
    j = 0
    while j <= len(b) - SHORT_RUN:
        here = [(_run(a.words, b.words, i, j), i) for i in starts.get(b.words[j : j + SHORT_RUN], ())[:SOURCES]]
        if not here:
            j += 1
            continue
        words, i = max(here, key=lambda r: (r[0], -r[1]))
        found.append(Run(words, i, j))
        j += words
    return found


def _run(a: Sequence[str], b: Sequence[str], i: int, j: int) -> int:
    """How many words from a[i] and b[j] on are the same."""
    n = 0
    while i + n < len(a) and j + n < len(b) and a[i + n] == b[j + n]:
        n += 1
    return n
