"""What linking looks at in one claim, worked out once."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from itertools import groupby
from sys import intern

from reportedly.model import (
    COUNT_FIELDS,
    PEOPLE_FIELDS,
    Claim,
    Count,
    Entity,
    Family,
    Field,
    Kind,
    Modality,
    Report,
    Span,
    Voice,
    When,
    Where,
    family,
)

PARAGRAPH = re.compile(r"[^\n]*\S[^\n]*")
"""A line that is not empty."""

SERIES_HEAD = re.compile(r"\b(?:campaigns?|wars?|insurgency|blitz)\b", re.IGNORECASE)
"""Words for a row of happenings, as the trigger itself."""

SERIES_BEFORE = re.compile(r"\b(?:series|waves?|spate|string|days?|weeks?|months?|years?|campaign) of (?:[\w-]+ ){0,3}$", re.IGNORECASE)
"""Words before a trigger that make it a row of happenings ("a week of air strikes")."""

SERIES_AFTER = re.compile(
    r"^[^.;]{0,90}?\b(?:since (?:\d{4}|the|it|its|their|last year|"
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December) \d{4})"
    r"|(?:in|during|throughout|of) (?:the |a |its |his |this |that )?(?:[\w-]+ ){0,3}(?:war|conflict|turmoil|uprising|revolt|crisis|unrest)"
    r"|(?:in|over|during|for) (?:[\w-]+ ){0,4}(?:months|years|decades?))\b",
    re.IGNORECASE,
)
"""Words behind a trigger that make it a row of happenings ("killed in the war", "killed since 2011")."""

ANOTHER = re.compile(
    r"\b(?:another|second|third|separate|further|different)\s+(?:(?!of\b|\d|people\b|others?\b|were\b|was\b|plane\b)[a-z-]+\s+){0,2}$"
    r"|\b(?:hours?|minutes?|days?|weeks?|months?|later|elsewhere)\s+(?:later|after|elsewhere)\b[^.;]{0,60}$"
    r"|\b(?:separately|elsewhere|shortly afterwards?|soon afterwards?)\b[^.;]{0,60}$",
    re.IGNORECASE,
)
"""Words before a trigger that make it another happening than the one told before ("a second bomb exploded", "two hours later a bomb")."""

SAME_DOER = re.compile(
    r"\bsame (?:[\w-]+ ){1,3}?(?:(?:that|which|who) (?:(?:had|have|has|also|already|earlier|previously|first|once) )*"
    r"|(?:used (?:in|for)|behind|responsible for|involved in) (?:[\w’'-]+ ){0,5})$",
    re.IGNORECASE,
)
"""Words before a trigger by which it only tells who did what its sentence is about ("the same ships that struck the port on Monday")."""

OTHERS = re.compile(r"(?:(?:an|the|two|three|four|five|several|many)?\s*other|another)\b", re.IGNORECASE)
"""Words by which a target is another one than the one told before."""

BURIED = re.compile(
    r"\b(?:funerals?|burials?|bur(?:y|ied|ies|ying)|laid|lay|inter(?:s|red|ring)?|cremat(?:e|es|ed|ing|ion)|carr(?:y|ies|ied|ying)|bore|borne"
    r"|mourners?)\b",
    re.IGNORECASE,
)
"""Words that name a funeral or burial, in a trigger of the kind "Other"."""

VIOLENT = frozenset({Family.EXPLOSIONS, Family.CIVILIANS, Family.BATTLES})
"""Families that have victims."""

SINGLE_FAMILIES = frozenset({Family.EXPLOSIONS, Family.BATTLES, Family.CIVILIANS, Family.PROTESTS})
"""Families whose happenings are over within days, so that one "since March" is a row of them."""

COMMON = frozenset(
    """a an the of in on at to for by from with and or but as that this these those it its their his her they he she we
    is are was were be been has have had will would said says say according after before into over near not no than then
    which who whom what when where while also about against between there""".split()
)
"""Words that say nothing about what a sentence is about."""


class Opening(Enum):
    """The two parts of a report that tell its story in short."""

    HEADLINE = "headline"
    LEAD = "first paragraph"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimFacts:
    """One claim as linking sees it.

    `index` is its place in the casebook's order over all claims, `position` the one within its report. `when` is None
    unless its days are known. `weapons`, `platforms` are the names' words in lower case. `words` are the words of each piece
    of evidence that carry meaning, `vocabulary` all of them together. `series` tells that the claim speaks of a row of happenings,
    `single` that it gives something that only one happening has (a day, a number of munitions, a named platform). `another` tells that
    the report sets it off from what it told before, `aside` that it only tells who did what its sentence is about, `opening` whether it
    stands in the headline or the first paragraph, `burial` whether it tells of a funeral or burial, `focused` that nothing in its report
    tells of more than one happening with victims.
    """

    claim: Claim
    report: Report
    index: int
    position: int
    family: Family
    places: tuple[Where, ...]
    launched: tuple[Where, ...]
    when: When | None
    actors: tuple[Entity, ...]
    targets: tuple[Entity, ...]
    weapons: tuple[str, ...]
    platforms: tuple[str, ...]
    counts: Mapping[Field, Count]
    speaker: Voice | None
    words: tuple[frozenset[str], ...]
    vocabulary: frozenset[str]
    series: bool
    single: bool
    another: bool
    aside: bool
    opening: Opening | None
    burial: bool
    focused: bool = False

    @property
    def modal(self) -> str:
        """What sort of reality the happening has: "real", "intended" or "imagined"."""
        if self.claim.modality.is_real:
            return "real"
        return "imagined" if self.claim.modality is Modality.HYPOTHETICAL else "intended"

    @property
    def is_bare(self) -> bool:
        """Whether it tells of victims and of nothing else."""
        told = {s.field for s in self.claim.values}
        return self.claim.kind is Kind.ATTACK and bool(told) and told <= {*PEOPLE_FIELDS, Field.TARGET, Field.WHEN}


def facts(reports: Sequence[Report], claims: Sequence[Claim]) -> tuple[ClaimFacts, ...]:
    """The facts of all claims, in the casebook's order: by report id, then by place in the text.

    Raises:
        KeyError: a claim's report is not among `reports`.
    """
    by_id = {report.id: report for report in reports}
    ordered = sorted(claims, key=lambda c: c.place)
    openings = {i: _opening(by_id[i]) for i in {claim.report for claim in ordered}}
    found: list[ClaimFacts] = []
    position = 0
    for index, claim in enumerate(ordered):
        position = position + 1 if found and found[-1].claim.report == claim.report else 0
        found.append(_facts(claim, by_id[claim.report], index, position, openings[claim.report]))
    return tuple(_focused(found))


def _focused(found: Sequence[ClaimFacts]) -> Iterator[ClaimFacts]:
    """The facts with the reports known that tell of one happening with victims: one place, one day, no other one, no row of them."""
    for _, members in groupby(found, key=lambda f: f.claim.report):
        some = list(members)
        victims = [f for f in some if f.family in VIOLENT]
        days = {day for f in victims if (day := day_of(f.when)) is not None}
        towns = {place.id or place.name for f in victims for place in f.places if place.precision <= 2}
        one = len(days) <= 1 and len(towns) <= 1 and not any(f.another or f.series or f.modal != "real" for f in victims)
        yield from (replace(f, focused=True) if one else f for f in some)


def _facts(claim: Claim, report: Report, index: int, position: int, opening: int) -> ClaimFacts:
    when = _when(claim)
    kind = family(claim.kind)
    platforms = _names(claim, Field.PLATFORM)
    counts = {s.field: s.value for s in claim.values if s.field in COUNT_FIELDS and isinstance(s.value, Count)}
    series = kind in SINGLE_FAMILIES and _is_series(claim, report, when)
    day = when is not None and when.end is not None and when.precision is not None and when.precision <= 2
    named = any(not name.islower() for name in platforms)
    words = frozenset(map(intern, re.findall(r"\w+", report.quote(claim.spans[0]).casefold()))) - COMMON
    return ClaimFacts(
        claim=claim,
        report=report,
        index=index,
        position=position,
        family=kind,
        places=claim.places(Field.PLACE),
        launched=claim.places(Field.LAUNCHED_FROM),
        when=when,
        actors=claim.entities(Field.ACTOR),
        targets=claim.entities(Field.TARGET),
        weapons=tuple(name.casefold() for name in _names(claim, Field.WEAPON)),
        platforms=tuple(name.casefold() for name in platforms),
        counts=counts,
        speaker=claim.chain[0].voice if claim.chain else None,
        words=(words,),
        vocabulary=words,
        series=series,
        single=not series and (day or named or Field.MUNITIONS in counts),
        another=ANOTHER.search(_before(claim, report)) is not None or any(OTHERS.match(t.name) for t in claim.entities(Field.TARGET)),
        aside=SAME_DOER.search(_before(claim, report)) is not None,
        opening=_where_in(claim, report, opening),
        burial=claim.kind is Kind.OTHER and BURIED.search(report.quote(claim.trigger)) is not None,
    )


def day_of(when: When | None) -> dt.date | None:
    """The day that a time is, where it is one day."""
    return when.start if when is not None and when.start == when.end else None


def _is_series(claim: Claim, report: Report, when: When | None) -> bool:
    if claim.modality is Modality.ONGOING or (when is not None and when.end is None):
        return True
    if SERIES_HEAD.search(report.quote(claim.trigger)) or SERIES_BEFORE.search(_before(claim, report)):
        return True
    return (
        day_of(when) is None and SERIES_AFTER.search(" ".join(report.text[claim.trigger.end : claim.trigger.end + 150].split())) is not None
    )


def _before(claim: Claim, report: Report) -> str:
    """The words before a claim's trigger, as far as its paragraph goes."""
    return " ".join(report.text[max(0, claim.trigger.start - 90) : claim.trigger.start].rpartition("\n")[2].split()) + " "


def _where_in(claim: Claim, report: Report, opening: int) -> Opening | None:
    if report.headline is not None and report.headline.contains(claim.trigger):
        return Opening.HEADLINE
    return Opening.LEAD if claim.trigger.start < opening else None


def _opening(report: Report) -> int:
    """Where the first paragraph behind the headline ends."""
    at = report.headline.end if report.headline is not None else 0
    marked = [b.span for b in report.boilerplate]
    for found in PARAGRAPH.finditer(report.text, at):
        if not any(span.contains(Span(found.start(), found.start())) for span in marked):
            return found.end()
    return len(report.text)


def _when(claim: Claim) -> When | None:
    stated = claim.get(Field.WHEN)
    value = stated.value if stated else None
    return value if isinstance(value, When) and value.start is not None else None


def _names(claim: Claim, field: Field) -> tuple[str, ...]:
    return tuple(entity.name for entity in claim.entities(field))
