"""The words that tell one report from another: content words, names, numbers, its beginning, and words that follow each other."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise
from typing import NamedTuple

from reportedly.link.wording import WORD
from reportedly.model import Report

SMALL_WORDS = frozenset(
    """a about above after again against ago all almost along already also although am among an and another any anyone are around as at
    away back be because been before began behind being below between both but by came can cannot come could did do does doing done down
    during each either else enough even ever every few first for from further get gets getting go goes going gone got had has have having he
    her here hers herself him himself his how however i if in indeed instead into is it its itself just last later least less let like
    made make makes making many may maybe me meanwhile might more most mostly much must my myself near nearly neither never new next no nor
    not nothing now of off often old on once one only onto or other others our ours out over own part people per perhaps put quite rather
    really said same saw say saying says see seen several shall she should since so some someone something soon still such take taken than
    that the their theirs them themselves then there these they thing things this those though three through thus time to today together
    told too took toward towards two under until up upon us used using very via was way we well went were what when where whether which
    while who whole whom whose why will with within without would yet you your yours
    january february march april may june july august september october november december
    monday tuesday wednesday thursday friday saturday sunday""".split()
)
"""Words that stand in reports on anything."""

ENDINGS = ("ations", "ation", "ings", "ing", "ions", "ion", "ments", "ment", "ers", "er", "ors", "or", "ed", "es", "s", "e")
"""Endings that are cut off, the longest first, where at least `ROOT` letters stay."""

ROOT = 3

LEAD_WORDS = 60
"""So many words make the beginning of a report."""

TITLE_SHARE = 0.6
"""A line in which so many of the words have capitals is set as a title, where capitals tell no names."""

OPENS = re.compile(r"(?:^|[.!?:;•]|[\"“‘'`(\[—–-])\s*$")
"""What stands before the first word of a sentence or a quotation, whose capital tells nothing."""


OPENING = 600
"""So many characters, boilerplate left out, open a report: what happened, when and how much."""

MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
WEEKDAYS = "monday|tuesday|wednesday|thursday|friday|saturday|sunday"

DAY = re.compile(
    rf"\b(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]{{0,6}}\.?[ ]\d{{1,2}}|\d{{1,2}}[ ](?:{MONTHS})"
    rf"|(?:{MONTHS}|{WEEKDAYS})|(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
"""Days of the year, months, weekdays and years, as they are written."""

FIGURE = re.compile(r"\b(?:\d+[.,]\d+|\d{2,})\b")
"""Numbers that tell one happening from another of its kind: of two figures or more."""


class View(Enum):
    """One way to look at the words of a report."""

    ALL = "words"
    CONTENT = "content words"
    NAMES = "names"
    NUMBERS = "numbers"
    LEAD = "opening words"
    PAIRS = "words in a row"
    DAYS = "days"
    LEAD_DAYS = "days of the opening"
    FIGURES = "figures of the opening"


class Word(NamedTuple):
    """A telling word: its term, and whether it is a name or a number."""

    term: str
    name: bool
    number: bool


@dataclass(frozen=True, slots=True)
class Terms:
    """How often a report has each term, for each view."""

    views: Mapping[View, Counter[str]]


def terms(report: Report) -> Terms:
    """The terms of a report, boilerplate left out."""
    views: dict[View, Counter[str]] = {view: Counter() for view in View}
    words = list(_words(report))
    for word in words:
        kind = View.NAMES if word.name else View.NUMBERS if word.number else View.CONTENT
        views[kind][word.term] += 1
        views[View.ALL][word.term] += 1
    views[View.LEAD].update(word.term for word in words[:LEAD_WORDS])
    views[View.PAIRS].update(f"{a.term} {b.term}" for a, b in pairwise(words))
    lines = [line for line, _, _ in _lines(report)]
    opening = "\n".join(lines)[:OPENING]
    views[View.DAYS].update(day for line in lines for day in _days(line))
    views[View.LEAD_DAYS].update(_days(opening))
    views[View.FIGURES].update(FIGURE.findall(opening))
    return Terms(views)


def _days(text: str) -> Iterator[str]:
    """The days, months and years of a text, each as one term."""
    return (re.sub(r"\W+", " ", found[0].casefold()) for found in DAY.finditer(text))


def _words(report: Report) -> Iterator[Word]:
    """The telling words of a report in order."""
    found = [(m, line_is_title) for line, at, line_is_title in _lines(report) for m in WORD.finditer(report.text, at, at + len(line))]
    names = {m[0].casefold() for m, title in found if not title and _is_name(report.text, m)}
    for m, _ in found:
        low = m[0].casefold().removesuffix("'s").removesuffix("’s")
        if low in SMALL_WORDS or (len(low) < 2 and not low.isdigit()):
            continue
        name = m[0][0].isupper() and m[0].casefold() in names
        yield Word(low if name else stem(low), name, low[0].isdigit())


def _lines(report: Report) -> Iterator[tuple[str, int, bool]]:
    """Each line that is no boilerplate, where it begins, and whether it is set as a title."""
    hidden = [b.span for b in report.boilerplate]
    at = 0
    for line in report.text.split("\n"):
        if not any(span.start <= at < span.end for span in hidden):
            long = re.findall(r"[^\W\d_]{4,}", line)
            yield line, at, bool(long) and sum(w[0].isupper() for w in long) >= TITLE_SHARE * len(long)
        at += len(line) + 1


def _is_name(text: str, found: re.Match[str]) -> bool:
    """Whether a word has a capital where no sentence begins."""
    return found[0][0].isupper() and OPENS.search(text[max(0, found.start() - 3) : found.start()]) is None and found.start() > 0


def stem(word: str) -> str:
    """A word without its ending, so that "shooting" and "shoots" are one term. Only ever compared, never shown."""
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= ROOT:
            word = word[: -len(ending)]
            break
    return word[:-1] if len(word) > ROOT and word[-1] == word[-2] else word


class Vectors:
    """The reports at hand as vectors of unit length, view by view: TF-IDF, with `1 + ln(times)` and `ln((n + 1) / reports)`."""

    def __init__(self, some: Sequence[Terms]) -> None:
        self.number = len(some)
        self.reports: dict[View, Counter[str]] = {view: Counter(term for one in some for term in one.views[view]) for view in View}
        self.of = [{view: self._unit(view, one.views[view]) for view in View} for one in some]

    def rarity(self, view: View, term: str) -> float:
        """How much a shared term tells: 0 where every report has it."""
        return math.log((self.number + 1) / max(1, self.reports[view][term]))

    def _unit(self, view: View, counts: Counter[str]) -> dict[str, float]:
        weighed = {term: (1 + math.log(times)) * self.rarity(view, term) for term, times in sorted(counts.items())}
        length = math.sqrt(sum(value * value for value in weighed.values()))
        return {term: value / length for term, value in weighed.items()} if length else {}

    def cosine(self, a: int, b: int, view: View) -> float:
        """How alike two reports are in one view, 0 to 1."""
        return dot(self.of[a][view], self.of[b][view])

    def differ(self, a: int, b: int, view: View) -> bool:
        """Whether both reports have something in a view, and nothing of it in common."""
        one, other = self.of[a][view], self.of[b][view]
        return bool(one) and bool(other) and one.keys().isdisjoint(other)


def dot(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """The inner product of two sparse vectors; the same whichever comes first."""
    less, more = (one, other) if len(one) <= len(other) else (other, one)
    return math.fsum(value * more[term] for term, value in less.items() if term in more)
